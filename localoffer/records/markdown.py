"""placeholder."""

from __future__ import annotations

from localoffer.findings import Finding


def check_page_body(body: str, path: str, first_line: int) -> list[Finding]:
    """The rules of a page's Markdown."""
    return []
