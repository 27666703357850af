"""The states a reader can bring a page into: what must be on the page, and how it is brought there.

In: a page as it was loaded. Out: the same page with its folds open, its question answered, its list full … A state is a row
of STATES: its name ends the message of what is found in it. What stands behind one needs only what the page itself has, so
that every council's site is looked at in the same states.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST_PRESSED = 20


@dataclass(frozen=True)
class State:
    """`of`: a selector of something that must be there. `bring`: brings a fresh page into the state; False when nothing
    came of it. `is_own`: what is shown then is the page's own, and not the same on all pages of its kind."""

    name: str
    of: str
    bring: Callable[[Page], bool]
    is_own: bool = False


def open_details(page: Page) -> bool:
    """Every `details` open."""
    return bool(
        page.evaluate(
            "() => { const shut = [...document.querySelectorAll('details:not([open])')];"
            " shut.forEach((one) => { one.open = true; }); return shut.length; }"
        )
    )


def press_buttons(page: Page) -> bool:
    """Every button that opens something pressed, as far as it can be seen."""
    buttons = page.locator("button[aria-expanded=false]:visible")
    pressed = 0
    while buttons.count() and pressed < MOST_PRESSED:
        buttons.first.click()
        pressed += 1
    return bool(pressed)


def search_something(page: Page) -> bool:
    """Results shown, where the page finds things by itself."""
    speaks = page.locator("main [role=status], main [aria-live], [data-lo-find-form]").count()
    field = page.locator("main form[role=search] input[type=search]:visible").first
    as_you_type = page.locator("[role=search] form:not([action]) input:visible").first
    if speaks and field.count():
        return _type(page, field, "main", "Enter")
    return bool(as_you_type.count()) and _type(page, as_you_type, "body", "")


def _type(page: Page, field: Locator, part: str, key: str) -> bool:
    """Search; False when the search leads to another page. A TimeoutError when nothing is announced."""
    before = page.url
    field.click()
    field.press_sequentially("autism")
    if key:
        field.press(key)
    page.wait_for_function(
        "(part) => [...document.querySelectorAll(`${part} [role=status], ${part} [aria-live]`)]"
        ".some((one) => one.innerText.trim())",
        arg=part,
    )
    return page.url.partition("?")[0] == before.partition("?")[0]


_ANSWERED = (
    "() => !['', 'Looking…', 'What we found'].includes(document.querySelector('[data-lo-find-title]').innerText)"
)
_DANGER = """async () => Object.keys((await (await fetch('urgent.json')).json()).words).sort((a, b) => b.length - a.length)[0]"""


def ask(question: str) -> Callable[[Page], bool]:
    """Find help with this question answered."""

    def bring(page: Page) -> bool:
        page.goto(f"{page.url.partition('?')[0]}?{question}")
        page.wait_for_function(_ANSWERED)
        return True

    return bring


def ask_in_danger(page: Page) -> bool:
    """Find help asked with the longest words of danger that this council's site knows."""
    words = page.evaluate(_DANGER)
    if not words:
        return False
    ask(f"q={words}")(page)
    page.locator("[data-lo-find-alarm]").wait_for()  # its script comes after the answer
    return True


_SERVICES = """async () => [...(await (await fetch('../services/')).text()).matchAll(/href="?([a-z0-9-]+\\/[a-z0-9-]+)\\//g)]
  .map((one) => one[1]).slice(0, 3)"""


def share_list(page: Page) -> bool:
    """Somebody's list opened, with a service that is not there any more."""
    services = page.evaluate(_SERVICES)
    page.goto(f"{page.url}#{','.join([*services, 'not-here/any-more'])}")
    page.locator("[data-lo-state]:visible").first.wait_for()
    return bool(services)


def fill_list(page: Page) -> bool:
    """Somebody's list kept, and its link asked for."""
    there = share_list(page)
    page.locator("[data-lo-list-keep]").click()
    page.locator("[data-lo-list-share]").click()
    page.locator("[data-lo-list-link]").wait_for()
    return there


def press(selector: str, said: str) -> Callable[[Page], bool]:
    """A few of these buttons pressed, everything folded open; `said`: where the page says what came of it."""

    def bring(page: Page) -> bool:
        page.locator(selector).first.wait_for(state="attached")
        open_details(page)
        buttons = page.locator(f":is({selector}):visible")
        pressed = min(buttons.count(), 3)
        for place in range(pressed):
            buttons.nth(place).click()
        if pressed:
            page.wait_for_function(
                "(said) => [...document.querySelectorAll(said)].some((one) => one.innerText.trim())", arg=said
            )
        return bool(pressed)

    return bring


def reckon(*date: str) -> Callable[[Page], bool]:
    """Dates reckoned from the first letter of the list; without a date, what the page says to that."""

    def bring(page: Page) -> bool:
        if date:
            page.locator("[data-lo-dates] select").select_option(index=1)
            for name, value in zip(("day", "month", "year"), date, strict=True):
                page.locator(f"[data-lo-dates] [name={name}]").fill(value)
        page.locator("[data-lo-dates] [type=submit]").click()
        page.locator("[data-lo-dates-answer] > *").first.wait_for()
        return True

    return bring


def choose_last(page: Page) -> bool:
    """The last choice of every group of a form chosen: the largest text, the widest space, other colours."""
    names = page.eval_on_selector_all("main form [type=radio]", "all => [...new Set(all.map((one) => one.name))]")
    for name in names:
        page.locator(f"main form [name={name}]").last.check(force=True)
    return bool(names)


_SAY_OPEN = """async (when) => {
  const script = performance.getEntriesByType('resource').map(({ name }) => name).find((name) => /\\/page[.\\w]*\\.js$/.test(name));
  const Real = Date, at = new Real(when).getTime();
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length ? given : [at])); }
    static now() { return at; }
  };
  try { if (script) await import(`${script}?at=${at}`); } finally { globalThis.Date = Real; }
  return Boolean(script && document.querySelector('.lo-open'));
}"""
"""The page's script again, with another clock."""


def clock_at(when: str) -> Callable[[Page], bool]:
    """Who answers said as at this time."""
    return lambda page: bool(page.evaluate(_SAY_OPEN, when))


FIND = "[data-lo-find-form]"
STATES = (
    State("every details open", "details:not([open])", open_details, is_own=True),
    State("every menu open", "button[aria-expanded=false]", press_buttons, is_own=True),
    State("after a search", "[role=search]", search_something),
    State("a question with choices", FIND, ask("q=free+club+on+saturday+for+an+8+year+old")),
    State(
        "choices that fit nothing",
        FIND,
        ask("q=quiet+hour+library&cost=to-pay&feature=changing-places-toilet&route=panel"),
    ),
    State("the panel open", FIND, ask("q=club#narrow")),
    State("no answer", FIND, ask("q=zzxqv+blorp")),
    State("words of danger", FIND, ask_in_danger),
    State("somebody's list", "[data-lo-my-list]", share_list),
    State("a full list", "[data-lo-my-list]", fill_list),
    State("on the list", "[data-lo-save]", press("[data-lo-save]", "[data-lo-save-status]")),
    State("copied", ".lo-letter, .lo-paste", press(".lo-letter button, .lo-paste button", "[role=status]")),
    State("dates reckoned", "[data-lo-dates]", reckon("31", "1", "2027")),
    State("no date given", "[data-lo-dates]", reckon()),
    State("a reader's own settings", "[data-lo-settings]", choose_last),
    State("a Tuesday at eleven", "[data-lo-open]", clock_at("2027-01-12T11:00:00Z")),
    State("a Sunday at three in the night", "[data-lo-open]", clock_at("2027-01-10T03:00:00Z")),
)
"""The order is that of the messages."""
