"""What stands round every page: the ways to reach the Local Offer itself, and the header's links.

In: all files. Out: findings: the ways that are still missing, in one; a header that is too full.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Finding

WAYS = {
    "phone": "a phone number",
    "email": "an e-mail address",
    "hours": "when somebody answers",
    "address": "where to write",
}
MOST_LINKS = 3
"""Links of a council's own beside the four of the header."""


def check_frame(files: Files) -> Iterator[Finding]:
    """Every way to reach the help line is there, and the header is not too full."""
    if not files.site:
        return
    if len(files.site.header_links) > MOST_LINKS:
        message = f"the header has {len(files.site.header_links)} links of your own"
        fix = "keep the three that families need most, and put the others into footer_links."
        yield rules.HEADER_FULL.in_field(files.site, "header_links", message, fix)
    missing = [name for name in WAYS if not getattr(files.site.help, name)]
    if missing:
        words = ", ".join(WAYS[name] for name in missing)
        fix = f"write {', '.join(f'{name}:' for name in missing)} below help:, so that families can ask a person."
        yield rules.HELP_LINE.in_field(files.site, "help", f"the help line does not say {words}", fix)
