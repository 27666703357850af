"""Home: the page everything starts from.

In: the Index. Out: the Page for theme/home.html.
"""

from __future__ import annotations

from datetime import timedelta

from localoffer.catalogue.freshness import USUAL_MONTHS, add_months
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page
from localoffer.outputs.pages.browse import stage_rows, topic_rows
from localoffer.outputs.parts import Row

NEW_FOR = timedelta(days=183)
"""How long a service counts as new."""


def home_page(index: Index) -> Page:
    """One sentence, a search, and doors by topic, age and situation."""
    meta: Meta = {
        "template": "home.html",
        "title": "Find help for your child, or for you",
        "summary": "For children and young people aged 0 to 25 who have special educational needs or a disability, and their families.",
        "look_for": _look_for(index),
        "topics": topic_rows(index),
        "ages": stage_rows(index),
        "ways_in": [["by need", "needs/"], ["by area", "areas/"], ["in the A to Z of all services", "a-z/"]],
        "situations": situation_rows(index),
        "new": [index.row(service) for service in new_services(index)[:3]],
        "fresh": list(freshness_words(index)),
        "said": _said(index),
    }
    return Page(
        "index.md", {key: value for key, value in meta.items() if value}, "", "content/_data/topics.yml", "home"
    )


def _look_for(index: Index) -> list[Row]:
    """Three examples of what a search could be: the pages with the most services."""
    topics, needs = index.catalogue.vocabulary.topics, index.catalogue.vocabulary.needs
    most_needed = sorted((n for n in needs.values() if n.parent), key=lambda n: -len(index.by_need.get(n.id, [])))[:1]
    most_used = sorted((t for t in topics.values() if t.parent), key=lambda t: -len(index.by_topic.get(t.id, [])))[:2]
    return [[n.name, f"needs/{n.id}/"] for n in most_needed] + [[t.name, f"topics/{t.id}/"] for t in most_used]


def situation_rows(index: Index) -> list[Row]:
    """Where families are now, in their words, each leading to its guide."""
    return [[s.name, f"{s.page}/", s.summary] for s in index.catalogue.vocabulary.situations.values()]


def new_services(index: Index) -> list[Service]:
    """Services added in the last half year, newest first."""
    today = index.catalogue.today
    found = [s for s in index.shown if s.added and today - NEW_FOR <= s.added <= today]
    return sorted(found, key=lambda s: (-(s.added.toordinal() if s.added else 0), s.name.casefold()))


def freshness_words(index: Index) -> tuple[str, str]:
    """`396 of 412`, and what that number counts."""
    since = add_months(index.catalogue.today, -USUAL_MONTHS)
    fresh = sum(s.last_checked.date >= since for s in index.shown)
    words = f"services were checked in the last {USUAL_MONTHS} months. Every page shows its own date."
    return f"{fresh:,} of {len(index.shown):,}", words


def overdue_services(index: Index) -> list[Service]:
    """Services whose next check is late, the oldest check first."""
    late = [s for s in index.shown if index.is_overdue(s)]
    return sorted(late, key=lambda s: (s.last_checked.date, s.name.casefold()))


def _said(index: Index) -> list[str]:
    done = [comment for comment in index.catalogue.vocabulary.comments if comment.status == "done"]
    latest = max(done, key=lambda comment: (comment.date, comment.id), default=None)
    return [latest.you_said.strip("“”\"' "), latest.we_did] if latest else []
