"""Easy read of home and find: where a reader begins.

In: the Index. Out: two easy-read pages.
"""

from __future__ import annotations

from localoffer.addresses import FIND, GUIDES, HOME, NEEDS, STAGES, TOPICS, content_url, easy_url
from localoffer.easyread import EasyReadPage, Section
from localoffer.facts.contacts import how_to_ask
from localoffer.facts.view import Card
from localoffer.facts.voice import Sentence, by_email, idea, link, name, say
from localoffer.outputs.index import Index
from localoffer.outputs.pages.easy_lists import topics_section, whole_page


def easy_home(index: Index) -> EasyReadPage:
    """What this is, and the doors by topic, age, need and situation."""
    site = index.catalogue.site
    email = site.help.email if site.help.phone else None
    what = (
        idea(
            "help",
            say("This website tells you what help there is."),
            say("It is about help in ", name(index.place), "."),
        ),
        idea(
            "young-person",
            say("It is for people aged 0 to 25."),
            say("You may be disabled."),
            say("You may need more help to learn."),
        ),
        idea("family", say("It is for your family too.")),
    )
    ask = (
        idea("phone", say("Do you want to talk to a person?"), how_to_ask(index.catalogue.site)),
        *([idea("email", by_email(email))] if email else []),
    )
    doors = (
        Card("Look by age", easy_url(STAGES), icon="family"),
        Card("Look by need", easy_url(NEEDS), icon="everyone"),
        Card("How to find help", easy_url(FIND), icon="search"),
    )
    situations = tuple(
        Card(place.easy_read or place.name, easy_url(content_url(place.page)), icon=place.picture or "")
        for place in index.catalogue.vocabulary.situations.values()
    )
    return whole_page(
        "Find help",
        HOME,
        index.source_of("situations"),
        Section("What is this?", what),
        topics_section(index),
        Section("Look another way", (), doors),
        Section("Talk to a person", ask),
        Section("What is happening?", (), situations),
    )


def easy_find(index: Index) -> EasyReadPage:
    """Each way to find help, one idea each."""
    ideas = (
        idea("search", _you_can("search with your own words", FIND)),
        idea("list", _you_can("look by topic", easy_url(TOPICS))),
        idea("family", _you_can("look by age", easy_url(STAGES))),
        idea("everyone", _you_can("look by need", easy_url(NEEDS))),
        idea("book", _you_can("read our guides", easy_url(GUIDES))),
        idea("phone", say("You can ask a person to look."), how_to_ask(index.catalogue.site)),
    )
    title = "How to find help"
    return whole_page(title, FIND, index.source_of("topics"), Section(title, ideas))


def _you_can(what: str, href: str) -> Sentence:
    return say("You can ", link(what, href), ".")
