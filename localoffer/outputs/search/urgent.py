"""`/find/urgent.json`: whom to call at once, and the words of people who need it, so that search shows numbers above results.

In: the Index. Out: `{"page", "easy", "calls": [{"id", "name", "wanted", "text", "href", …}], "words": {"suicide": ["crisis-111", …]}}`.
Words are folded as words.js folds what was typed; each names the calls to show, in the order of urgent.yml. 999 goes with all.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.addresses import EMERGENCIES, easy_url
from localoffer.letters import folded
from localoffer.model.urgent import Call
from localoffer.outputs.files import PublishedFile, json_text
from localoffer.outputs.index import Index

SHOWN = ("id", "name", "wanted", "more", "text", "href", "also", "also_href", "hours", "open")


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file; empty lists where there is nobody to call."""
    calls, page = index.catalogue.urgent, index.catalogue.content.get(EMERGENCIES.strip("/"))
    pages = {"page": EMERGENCIES, **({"easy": easy_url(EMERGENCIES)} if page.easy else {})} if page else {}
    yield "find/urgent.json", json_text({**pages, "calls": [*map(_shown, calls)], "words": words_of(calls)})


def words_of(calls: tuple[Call, ...]) -> dict[str, list[str]]:
    """What people type → whom to show."""
    found: dict[str, list[str]] = {}
    for call in calls:
        for word in filter(None, map(folded, call.words)):
            found.setdefault(word, []).append(call.id)
    return found


def _shown(call: Call) -> dict[str, str]:
    return {name: value for name in SHOWN if (value := getattr(call, name))}
