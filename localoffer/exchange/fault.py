"""What cannot be read, told to the person who gave it.

In: sentences. Out: an exception that the command line shows as it is.
"""

from __future__ import annotations

from localoffer.system.failures import CannotRun


class SourceFault(CannotRun):
    """A source, or a part of it, that cannot be read: what is the matter, then the way out. Nothing of it may be written."""
