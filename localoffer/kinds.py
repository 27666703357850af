"""Every kind of page and of published file, one row each: all that is told apart by kind is told apart here.

In: nothing. Out: `KINDS`, `OUTPUTS`, and `kind_of`. The rows hold facts only, so every room may ask them: pages their
template, links where a page will be, search, the site map and the audit what concerns them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product

from localoffer import addresses as at


@dataclass(frozen=True)
class Kind:
    """One kind of page.

    `addresses`: the patterns it stands at. `template`: the file in theme/. `made_in`: the module of outputs/pages whose
    `make_pages(index)` makes it; empty where outputs/pages itself does. `twin`: the kind of its easy-read twin, or else
    `no_twin`: why families need none. `section`: the entry of the navigation it belongs to. `is_listed`: it is in the site map, and links lead to it from home. `is_prose`: people wrote its text, so hard
    words in it are explained. `is_light`: it is laid out by its template alone, without MkDocs. `tab_word`: what the browser's
    tab adds to the title. `not_tested`: why a browser cannot test it.
    """

    id: str
    addresses: tuple[str, ...]
    template: str
    made_in: str = ""
    twin: str = ""
    no_twin: str = ""
    section: str = ""
    is_easy: bool = False
    is_listed: bool = True
    is_prose: bool = False
    is_light: bool = False
    tab_word: str = ""
    not_tested: str = ""

    @property
    def leads_on(self) -> bool:
        """True for a page that is nothing but the way to its new address."""
        return self.template.endswith("moved.html")


@dataclass(frozen=True)
class Output:
    """One kind of published file that is no page. `made_in`: the module of outputs whose `make_files(index)` makes it.
    `addresses`: those that do not depend on the offer."""

    id: str
    made_in: str
    addresses: tuple[str, ...] = ()


_UNDER_TOPICS = "the same services are under topics and needs"
_FOR_STAFF = "for the people who look after a school's website; families have the page about what schools must offer"
_IN_OTHERS = "a part of another website's page; its links lead to pages that have their easy read"

KINDS: tuple[Kind, ...] = (
    Kind("home", (at.HOME,), "home.html", "home", twin="easy-list"),
    Kind("find", (at.FIND,), "find.html", "find", twin="easy-list", section="find"),
    Kind("my-list", (at.MY_LIST,), "my-list.html", "settings", no_twin="the reader's own list, kept in the reader's own browser"),
    Kind("settings", (at.SETTINGS,), "settings.html", "settings", no_twin="switches that change how pages look, easy read too"),
    Kind("service", (at.SERVICE,), "service.html", twin="easy-service", section="topics", is_prose=True),
    Kind("provider", (at.PROVIDER,), "provider.html", "provider", twin="easy-provider", section="topics", is_prose=True),
    Kind("topics", (at.TOPICS,), "list.html", "topics", twin="easy-list", section="topics"),
    Kind("topic", (at.TOPIC,), "list.html", "topics", twin="easy-list", section="topics"),
    Kind("needs", (at.NEEDS,), "list.html", "needs", twin="easy-list", section="topics"),
    Kind("need", (at.NEED,), "list.html", "needs", twin="easy-list", section="topics"),
    Kind("every-need", (at.EVERY_NEED,), "list.html", "needs", twin="easy-list", section="topics"),
    Kind("need-stage", (at.NEED_STAGE,), "list.html", "needs", no_twin="a cut through two lists that have their own easy-read pages", section="topics"),
    Kind("ages", (at.STAGES,), "list.html", "ages", twin="easy-list", section="topics"),
    Kind("age", (at.STAGE,), "list.html", "ages", twin="easy-list", section="topics"),
    Kind("areas", (at.AREAS,), "list.html", "areas", no_twin=_UNDER_TOPICS, section="topics"),
    Kind("area", (at.AREA,), "list.html", "areas", no_twin=_UNDER_TOPICS, section="topics"),
    Kind("coming", (at.COMING,), "list.html", "coming", twin="easy-list", section="topics"),
    Kind("coming-area", (at.COMING_AREA,), "list.html", "coming", no_twin="the same days, for all areas, are in easy read", section="topics"),
    Kind("not-known", (at.NOT_KNOWN,), "list.html", "not_known", twin="easy-list", section="topics"),
    Kind("a-z", (at.A_TO_Z, at.LETTER, at.PROVIDERS), "list.html", "a_to_z", no_twin="a list of names in the order of letters", section="topics"),
    Kind("list", (at.SERVICES,), "list.html", "a_to_z", no_twin=_UNDER_TOPICS, section="topics"),
    Kind("news", (at.NEWS,), "list.html", "news", no_twin=_UNDER_TOPICS, section="topics"),
    Kind("guides", (at.GUIDES,), "list.html", twin="easy-list", section="guides"),
    Kind("guide", (at.GUIDE,), "guide.html", twin="easy-guide", section="guides", is_prose=True, tab_word="guide"),
    Kind("content", (at.CONTENT,), "guide.html", twin="easy-content", is_prose=True),
    Kind("glossary", (at.GLOSSARY,), "glossary.html", "glossary", no_twin="each easy-read page explains its own words", section="guides"),
    Kind("languages", (at.LANGUAGES,), "languages.html", "languages", twin="easy-list", section="guides"),
    Kind("dates", (at.DATES,), "dates.html", "dates", twin="easy-list", section="guides"),
    Kind(
        "about", (at.UP_TO_DATE, at.LAW, at.CREDITS, at.OPEN_DATA, at.SAID_AND_DONE, at.RESULTS, at.CHECKS, at.CHECKS_GROUP), "guide.html", "about",
        no_twin="figures and law for people who check on the council",
    ),
    Kind("pictures", (at.PICTURES,), "pictures.html", "pictures", no_twin="for people who write easy read"),
    Kind("statement", (at.STATEMENT,), "guide.html", twin="easy-content"),
    Kind("before-publishing", (at.BEFORE_PUBLISHING,), "guide.html", "before_publishing", no_twin="work for the council, not for families", is_listed=False),
    Kind(
        "embed", (at.EMBED + at.TOPIC, at.EMBED + at.NEED, at.EMBED + at.NEED_STAGE, at.EMBED + at.STAGE, at.EMBED + at.AREA, at.EMBED_SEARCH), "embed.html",
        "embeds", no_twin=_IN_OTHERS, is_listed=False, is_light=True,
    ),
    Kind("embed-service", (at.EMBED + at.SERVICE,), "embed.html", no_twin=_IN_OTHERS, is_listed=False, is_light=True),
    Kind(
        "embed-redirect", (at.EMBED + at.SERVICE,), "embed-moved.html", no_twin=_IN_OTHERS, is_listed=False, is_light=True,
        not_tested="it leads to another page at once",
    ),
    Kind("for-schools", (at.PASTE,), "paste.html", "for_schools", no_twin=_FOR_STAFF),
    Kind("poster", (at.POSTER,), "poster.html", "for_schools", no_twin="one page of a few words, to be printed"),
    Kind("who-links", (at.WHO_LINKS,), "guide.html", "for_schools", no_twin="figures and law for people who check on schools"),
    Kind("redirect", (at.SERVICE,), "moved.html", no_twin="sends on by itself", section="topics", is_listed=False, not_tested="it leads to another page at once"),
    Kind("easy-service", (at.EASY + at.SERVICE,), "easy.html", is_easy=True),
    Kind("easy-provider", (at.EASY + at.PROVIDER,), "easy.html", is_easy=True),
    Kind("easy-guide", (at.EASY + at.GUIDE,), "easy.html", is_easy=True, tab_word="guide"),
    Kind("easy-content", (at.EASY + at.CONTENT,), "easy.html", is_easy=True),
    Kind("easy-list", (at.EASY,), "easy.html", is_easy=True),
    Kind("easy-redirect", (at.EASY + at.SERVICE, at.EASY + at.CONTENT), "moved.html", is_easy=True, is_listed=False, not_tested="it leads to another page at once"),
)  # fmt: skip

THE_DATA = "the offer as data"
"""Thousands of files; a preview leaves them as they are."""
OUTPUTS: tuple[Output, ...] = (
    Output("whom to call at once, for search", "search.urgent", ("find/urgent.json",)),
    Output("what schools can choose from, and badges", "for_schools", (at.CHOICES, at.BADGE, at.BADGE_PICTURE)),
    Output("topics as data", "data.topics", ("data/topics.json",)),
    Output(THE_DATA, "data.offer", at.DATA),
    Output("times for calendars", "calendars"),
    Output("dates of pages for calendars", "page_dates"),
    Output("what is new, as a feed", "feed"),
    Output("the search for browsers' own fields", "search_form"),
    Output("whom to tell of a hole in the site's safety", "security"),
    Output("pictures for links that are shared", "share"),
    Output("pictures and files of providers and pages", "static"),
)

PLAIN = Kind("page", (), "main.html")
"""A page that is not of the generator's making."""

_BY_ID = {kind.id: kind for kind in KINDS}


def kind_of(name: str) -> Kind:
    """The row of a kind; `PLAIN` for a name that no row has."""
    return _BY_ID.get(name, PLAIN)


def filled(patterns: Iterable[Iterable[str]], ids: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Every address of these rows, each name in braces filled with each of its ids; a name without ids gives none."""
    for pattern in chain.from_iterable(patterns):
        names = re.findall(r"{(\w+)}", pattern)
        for values in product(*(ids.get(name, ()) for name in names)):
            yield pattern.format(**dict(zip(names, values, strict=True)))
