"""What stops a build that is no contributor's fault: each says what happened and the way out.

In: sentences. Out: exceptions whose text is whole and plain.
"""

from __future__ import annotations

from localoffer.findings import CannotRun


class _WithAWayOut(CannotRun):
    """Its text is what happened, then the way out."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(f"{what}\n  How to fix: {fix}" if fix else what)
        self.what, self.fix = what, fix


class BuildFailed(_WithAWayOut):
    """The site could not be made; the last good site stays as it was."""


class ToolMissing(_WithAWayOut):
    """A program the build needs is not installed."""
