"""Whether families can reach the Local Offer itself: what mkdocs.yml leaves out of the help line.

In: all files. Out: one finding that names the ways that are still missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Finding

WAYS = {"phone": "a phone number", "email": "an e-mail address", "hours": "when somebody answers", "address": "where to write"}


def check_help_line(files: Files) -> Iterator[Finding]:
    """Every way to reach the help line is there."""
    if not files.site:
        return
    missing = [name for name in WAYS if not getattr(files.site.help, name)]
    if missing:
        words = ", ".join(WAYS[name] for name in missing)
        fix = f"write {', '.join(f'{name}:' for name in missing)} below help:, so that families can ask a person."
        yield rules.HELP_LINE.in_field(files.site, "help", f"the help line does not say {words}", fix)
