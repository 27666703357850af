"""Home: the page everything starts from.

In: the Index. Out: the Page for theme/home.html.
"""

from __future__ import annotations

from localoffer import wording
from localoffer.addresses import A_TO_Z, AREAS, COMING, HOME, NEEDS, content_url, need_url
from localoffer.catalogue.freshness import USUAL_MONTHS
from localoffer.catalogue.measures import checked_lately
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.ages import stage_cards
from localoffer.outputs.pages.coming import coming_sessions
from localoffer.outputs.pages.topics import topic_cards, topic_link
from localoffer.outputs.view import Card, Comment, Figure, Link

SITUATIONS = 6
"""Situations that home shows; the others stand with the guides."""


def make_pages(index: Index) -> list[Page]:
    """One sentence, a search, and doors by topic, age and situation."""
    meta: Meta = {
        "title": "Find help for your child, or for you",
        "summary": "For children and young people aged 0 to 25 who have special educational needs or a disability, and their families.",
        "look_for": _look_for(index),
        "topics": topic_cards(index),
        "ages": stage_cards(index),
        "ways_in": [Link("by need", NEEDS), Link("by area", AREAS), Link("in the A to Z of all services", A_TO_Z)],
        "coming": Link("What is on this weekend", COMING) if coming_sessions(index) else None,
        "situations": first_situations(index),
        "how_many": len(index.catalogue.vocabulary.situations),
        "fresh": freshness(index),
        "said": _said(index),
        "interpreters": wording.interpreters(index.catalogue.local.promises),
    }
    return [new_page("home", HOME, meta, index.source_of("topics"))]


def _look_for(index: Index) -> list[Link]:
    """Two examples of what a search could be: the pages with the most services."""
    topics, needs = index.catalogue.vocabulary.topics, index.catalogue.vocabulary.needs
    most_needed = sorted((n for n in needs.values() if n.parents), key=lambda n: -len(index.by_need.get(n.id, [])))[:1]
    most_used = sorted((t for t in topics.values() if t.parents), key=lambda t: -len(index.by_topic.get(t.id, [])))[:1]
    return [*(Link(n.name, need_url(n.id)) for n in most_needed), *map(topic_link, most_used)]


def situation_cards(index: Index) -> list[Card]:
    """Where families are now, in their words, each leading to its guide."""
    return [Card(s.name, content_url(s.page), s.summary) for s in index.catalogue.vocabulary.situations.values()]


def first_situations(index: Index) -> list[Card]:
    """The few that home shows, a line each: those that have a line of their own, else those at the top of the list."""
    all_of_them = list(index.catalogue.vocabulary.situations.values())
    short = [found for found in all_of_them if found.in_short] or all_of_them
    return [Card(s.name, content_url(s.page), s.in_short or s.summary) for s in short[:SITUATIONS]]


def freshness(index: Index) -> Figure:
    """`396 of 412`, and what that number counts."""
    words = f"services were checked in the last {USUAL_MONTHS} months. Every page shows its own date."
    return Figure(f"{checked_lately(index):,} of {len(index.shown):,}", words)


def _said(index: Index) -> Comment | None:
    done = [comment for comment in index.catalogue.vocabulary.comments if comment.status == "done"]
    latest = max(done, key=lambda comment: (comment.date, comment.id), default=None)
    return shown_comment(latest.you_said, latest.we_did) if latest else None


def shown_comment(said: str, did: str) -> Comment:
    """What was said, without the writer's own quotation marks, and what was done."""
    return Comment(said.strip("“”\"' "), did)
