"""The languages page: a welcome in each language that a council has chosen, and how to reach it in sign or by text; its twin.

In: languages.yml, local.yml and the help line. Out: the Page for theme/languages.html, and its easy-read twin, which has the
same welcomes. An interpreter is promised only where the council promises one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from localoffer import wording
from localoffer.addresses import GUIDES, LANGUAGES, LANGUAGES_GUIDE, easy_url
from localoffer.catalogue import Catalogue
from localoffer.easyread import EasyReadPage, Idea, Section
from localoffer.facts.contacts import how_to_ask
from localoffer.facts.view import View
from localoffer.facts.voice import idea, link, phone, say
from localoffer.model.languages import SpokenLanguage
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.easy_lists import whole_page
from localoffer.outputs.view import Link, Way

TITLE = "Your language"
SIGN_999 = "bsl-999"
"""The entry of urgent.yml for an emergency in British Sign Language."""


@dataclass(frozen=True)
class Welcome(View):
    """One language. `say` is English, `english` the language's name in it, and `checked` who has checked the texts; the
    other words are in the language, whose code is `lang` and whose letters run in the direction `dir`."""

    lang: str
    dir: str
    name: str
    english: str
    welcome: str
    phone: str
    say: str
    sounds: str
    means: str
    interpreter: str
    checked: str


def make_pages(index: Index) -> Iterator[Page]:
    """The one page; none where no language is known."""
    catalogue = index.catalogue
    if not catalogue.languages:
        return
    guide = catalogue.content.get(LANGUAGES_GUIDE.strip("/"))
    meta: Meta = {
        "title": TITLE,
        "summary": "A welcome in your language, and what to say on the phone.",
        "crumbs": [Link("Guides", GUIDES)],
        "languages": welcomes(catalogue),
        "interpreter": catalogue.local.promises.interpreter,
        "sign": list(_sign(catalogue)),
        "sign_booked": catalogue.local.promises.bsl,
        "more": [Link(guide.title, LANGUAGES_GUIDE)] if guide else [],
        "found": {"filters": ["kind:guide"], "meta": []},
    }
    yield new_page("languages", LANGUAGES, meta, index.source_of("languages"))


def welcomes(catalogue: Catalogue) -> list[Welcome]:
    """Those of the languages this council has chosen."""
    return [_welcome(one, promised=catalogue.local.promises.interpreter) for one in catalogue.languages]


def _welcome(one: SpokenLanguage, *, promised: bool) -> Welcome:
    return Welcome(
        lang=one.id,
        dir="rtl" if one.rtl else "ltr",
        name=one.name,
        english=one.english,
        welcome=one.welcome,
        phone=one.phone,
        say=f"I need an interpreter. I speak {one.english}.",
        sounds=one.sounds,
        means=one.means,
        interpreter=one.promised if promised else one.ask,
        checked=_checked(one),
    )


def _checked(one: SpokenLanguage) -> str:
    if one.checked is None:
        return f"These words were not yet checked by a speaker of {one.english}."
    return f"These words were checked on {wording.day_date(one.checked.date)}, by: {one.checked.by}."


def _sign(catalogue: Catalogue) -> Iterator[Way]:
    """How somebody who is Deaf reaches the help line without hearing, and 999."""
    line = catalogue.site.help
    if line.sms:
        yield Way("message", f"Text {wording.phone_chunks(line.sms)}", wording.text_link(line.sms))
    if line.bsl_call:
        yield Way("people", "Call us by video in British Sign Language", line.bsl_call)
    if line.text_relay:
        yield Way(
            "phone",
            f"Text relay: {wording.phone_chunks(line.text_relay)}",
            note="You type, and Relay UK reads it to us.",
        )
    if line.email:
        yield Way("mail", line.email, f"mailto:{line.email}")
    for call in catalogue.urgent:
        if call.id == SIGN_999:
            yield Way("globe", call.text, call.href, note=f"In danger. {call.about}")


# Easy read


def easy_languages(index: Index) -> EasyReadPage:
    """How to use another language, or sign, in easy read; the welcomes stand above it."""
    catalogue = index.catalogue
    interpreter = [idea("free", say("An interpreter is free."))] if catalogue.local.promises.interpreter else []
    language = Section(
        "Another language",
        (
            idea("speak", say("Find your language in the list.")),
            idea("phone", how_to_ask(index.catalogue.site), say("Say your language in English.")),
            idea("interpreter", say("An interpreter says things in your language.")),
            *interpreter,
        ),
    )
    guide = catalogue.content.get(LANGUAGES_GUIDE.strip("/"))
    address = easy_url(LANGUAGES_GUIDE) if guide and guide.easy else LANGUAGES_GUIDE
    more = Section(
        "More", (idea("book", say("Read more about ", link("your language", address), ".")),) if guide else ()
    )
    return whole_page(
        TITLE,
        LANGUAGES,
        index.source_of("languages"),
        language,
        Section("British Sign Language", (*_easy_sign(catalogue),)),
        more,
    )


def _easy_sign(catalogue: Catalogue) -> Iterator[Idea]:
    line = catalogue.site.help
    if line.sms:
        yield idea(
            "text-message",
            say("Are you deaf?"),
            say("You can text us on ", link(wording.phone_chunks(line.sms), wording.text_link(line.sms)), "."),
        )
    if line.bsl_call:
        yield idea(
            "sign-language", say("You can ", link("call us by video", line.bsl_call), "."), say("You can sign to us.")
        )
    if line.text_relay:
        yield idea("relay", say("You can use Relay UK."), say("Dial ", phone(line.text_relay), "."))
    for call in catalogue.urgent:
        if call.id == SIGN_999:
            yield idea("emergency", say("Are you in danger?"), say("Use ", link(call.text, call.href), "."))
