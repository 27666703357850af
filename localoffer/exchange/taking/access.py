"""How people get it: the way in only by the exact words of our choices; steps, documents and waits as they are told."""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.clean.prose import as_line, as_markdown
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.model.choices import DELIVERIES, ROUTES

LONGEST_STEP, LONGEST_LINE = 1000, 300
_POINT = re.compile(r"^(?:[-*]|\d{1,2}[.)])\s+")
DECIDES = ("assessment", "panel")


def access(draft: Draft) -> dict[str, Any]:
    """The ways in, the steps, and what to bring."""
    incoming = draft.incoming
    routes = [
        route
        for term in draft.terms
        if (route := ROUTES.standard(one_line(term.name))) and route not in (*DECIDES, "not known")
    ]
    found: dict[str, Any] = {"route": list(dict.fromkeys(routes)) or ["not known"]}
    if steps := _steps(draft):
        found["steps"] = steps
    bring = [as_line(text, "required_documents", draft) for text in incoming.required_documents if one_line(text)]
    for text in [text for text in bring if len(text) > LONGEST_LINE]:
        draft.keep("What to bring", text, "required_documents", "it is too long for its field")
    if bring := [text for text in bring if len(text) <= LONGEST_LINE]:
        found["bring"] = bring
    if one_line(incoming.wait_time):
        draft.keep("How long you wait", incoming.wait_time, "wait_time", "it does not say when that was true")
    return found


def delivery(draft: Draft, has_places: bool) -> list[str]:
    """Where or how it happens: by exact words of our choices under a heading for it, or because there are places."""
    terms = [term for term in draft.terms if "delivery" in term.taxonomy.lower()]
    found = [word for term in terms if (word := DELIVERIES.standard(one_line(term.name))) and word != "not known"]
    return list(dict.fromkeys(found)) or (["venue"] if has_places else [])


def _steps(draft: Draft) -> list[str]:
    """What to do, a paragraph or point each; with headings or links it stays in the description."""
    text = as_markdown(draft.incoming.application_process, "application_process", draft)
    if not text:
        return []
    parts = [_POINT.sub("", one_line(part)) for part in text.split("\n") if part.strip()]
    if (
        any(len(part) > LONGEST_STEP for part in parts)
        or len(parts) > 12
        or any(sign in text for sign in ("](", "#", "**", "|"))
    ):
        draft.keep("How to get it", draft.incoming.application_process, "application_process", "it is more than steps")
        return []
    return [part for part in parts if part]
