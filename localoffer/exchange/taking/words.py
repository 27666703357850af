"""What it is called and what it is, in the record's own words: name, other names, summary, description."""

from __future__ import annotations

import re

from localoffer.exchange.clean.escape import escaped
from localoffer.exchange.clean.prose import as_line, as_markdown, cut_at_paragraph
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Section
from localoffer.letters import folded
from localoffer.model.pasted import as_meant

NO_NAME = "it has no name: nobody could find it or speak of it"
LONGEST_NAME, LONGEST_LINE, LONGEST_SUMMARY, LONGEST_TEXT = 160, 80, 200, 20_000


def fit(text: str, most: int) -> str:
    """Cut between words, with a sign that something is missing."""
    if len(text) <= most:
        return text
    return re.sub(r"\W*\s\S*$", "", text[: most - 1])[: most - 1] + "…"


def service_name(draft: Draft) -> str:
    """The name, shortened at a word where it is longer than any place for it; "" where there is none."""
    account, incoming = draft.account, draft.incoming
    whole = as_meant(as_line(incoming.name, "name", draft))
    if len(folded(whole)) < 2 or len(whole) < 3:
        return ""
    name = fit(whole, LONGEST_NAME)
    if name != whole:
        account.change(
            "name", whole, name, f"a name has {LONGEST_NAME} letters at most; all of it begins the description"
        )
    elif name != incoming.name.strip():
        account.change("name", incoming.name, name, "signs of other programs taken out")
    if name.isupper() and len(name) > 6:
        account.change("name", name, name, "all in capitals, and left so: nobody can tell which letters belong so")
    return name


def other_names(draft: Draft, name: str) -> list[str]:
    """Other names; several are parted by semicolons."""
    whole = as_meant(as_line(draft.incoming.alternate_name, "alternate_name", draft))
    found = [part.strip() for part in whole.split(";") if part.strip()]
    if any(len(part) > LONGEST_LINE for part in found):
        draft.keep("Other names", whole, "alternate_name", "it is too long for a name")
        return []
    return [part for part in dict.fromkeys(found) if folded(part) != folded(name)]


def summary_and_description(draft: Draft, name: str) -> tuple[str, str]:
    """The summary where the record has one of its own, and all other words, none of them lost."""
    incoming = draft.incoming
    body = as_markdown(incoming.description, "description", draft)
    summary, first = _summary(draft, body)
    whole = as_meant(as_line(incoming.name, "name", draft))
    parts = [escaped(whole) if whole != name and folded(whole) not in folded(body) else "", first, _alert(draft), body]
    parts += [
        _section(section.heading, section.text, draft) for section in [*incoming.sections, *_by_heading(draft.more)]
    ]
    text = "\n\n".join(part for part in parts if part).strip()
    kept, left = cut_at_paragraph(text, LONGEST_TEXT)
    if left:
        draft.account.lose("description", f"it is longer than a page can hold; left out: {left}")
    if 0 < len(kept) < 10:
        draft.account.lose("description", f"“{kept}” is too short to say what it is")
    return summary, kept if len(kept) >= 10 else ""


def _by_heading(sections: list[Section]) -> list[Section]:
    """Words that belong under one heading stand under it together, as points where each is one line."""
    texts: dict[str, list[str]] = {}
    for section in sections:
        held = texts.setdefault(section.heading, [])
        if section.text not in held:
            held.append(section.text)
    return [Section(heading, _together(held)) for heading, held in texts.items()]


def _together(texts: list[str]) -> str:
    if len(texts) == 1:
        return texts[0]
    is_points = all("\n" not in text.strip() and "<" not in text for text in texts)
    return "\n".join(f"- {text.strip()}" for text in texts) if is_points else "\n\n".join(texts)


def _alert(draft: Draft) -> str:
    """An alert without its last day: it stays in the text, as no day may be made up."""
    if draft.carried:
        return ""
    text = as_markdown(draft.incoming.alert, "alert", draft)
    if text:
        draft.account.change(
            "description", one_line(text), "at the beginning", "alert: it does not say until when it holds"
        )
    return text


def _section(heading: str, text: str, draft: Draft) -> str:
    words = as_markdown(text, heading, draft)
    return f"### {as_line(heading, 'heading', draft)}\n\n{words}" if words else ""


def _summary(draft: Draft, body: str) -> tuple[str, str]:
    """The record's own summary, and what does not fit into it for the beginning of the text."""
    line = as_line(draft.incoming.summary, "summary", draft)
    if len(line) < 10:
        return "", escaped(line)
    start = folded(body)
    if start.startswith(folded(line.rstrip(".… "))):
        draft.account.change("summary", line, "", "the description begins with the same words; they are shown once")
        return "", ""
    if len(line) <= LONGEST_SUMMARY and not re.search(r"[<>{}]", line):
        return line, ""
    draft.account.change("summary", line, "at the beginning of description", "it is longer than a summary may be")
    return "", as_markdown(draft.incoming.summary, "summary", draft)
