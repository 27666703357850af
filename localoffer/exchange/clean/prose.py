"""A text of any kind, HTML or plain, → Markdown that our pages may hold. Every word stays, or is named as left out."""

from __future__ import annotations

from localoffer.exchange.clean.signs import seen, unescaped, without_tags
from localoffer.exchange.draft import Draft


def as_markdown(text: str, path: str, draft: Draft) -> str:  # noqa: ARG001
    """The text as Markdown; `path`: what it is called there."""
    return without_tags(seen(unescaped(text))).strip()


def cut_at_paragraph(text: str, most: int) -> tuple[str, str]:
    """What fits, and the rest."""
    if len(text) <= most:
        return text, ""
    cut = text.rfind("\n\n", 0, most)
    cut = cut if cut > 0 else most
    return text[:cut].rstrip(), text[cut:].strip()
