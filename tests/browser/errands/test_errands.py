"""Ten errands of families and schools, each done to its end on a phone's screen: by pressing, and with the keyboard alone, in
Chromium, Firefox and WebKit. An engine that is not installed is left out and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from json import dumps
from pathlib import Path

import pytest

from tests.browser.errands.engines import ENGINES, Window, chromium_window, missing, other_window
from tests.browser.errands.hands import Hands
from tests.browser.errands.table import ERRANDS, STEPS, Errand, Step

pytestmark = pytest.mark.node
LOST = "NoSuchSession"
"""What WebKit's MiniBrowser says once it has crashed, as it does now and then on a busy machine: the errand is walked again in a
new one, and must be done there."""
PUBLISHED = "https://localoffer.marlbrook.example.org"


@pytest.fixture(scope="module", params=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """One window for all errands in an engine."""
    if why := missing(request.param):
        pytest.skip(why)
    with ExitStack() as held:
        if request.param == "chromium":
            yield held.enter_context(chromium_window(request.getfixturevalue("browser")))
        else:
            yield held.enter_context(other_window(request.param, tmp_path_factory.mktemp(request.param)))


def test_the_table_says_how_many_steps_each_errand_takes() -> None:
    assert {errand.id: len(errand.steps) for errand in ERRANDS} == STEPS
    assert max(STEPS.values()) <= 8


@pytest.mark.parametrize("keyboard", [False, True], ids=["pressing", "keyboard"])
@pytest.mark.parametrize("errand", ERRANDS, ids=[errand.id for errand in ERRANDS])
def test_an_errand_is_done_to_its_end(
    errand: Errand, keyboard: bool, window: Window, server: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    try:
        walk(errand, keyboard, window, server)
    except (RuntimeError, AssertionError) as fault:
        if LOST not in str(fault):
            raise
        with other_window(request.node.callspec.params["window"], tmp_path) as another:
            walk(errand, keyboard, another, server)


def walk(errand: Errand, keyboard: bool, window: Window, server: str) -> None:
    """All steps of an errand, and what is seen at its end."""
    if any(step.do == "friend" for step in errand.steps):
        window.open(server + errand.start)
        forget(window)
    window.open(server + errand.start)
    hands = Hands(window, keyboard)
    for step in errand.steps:
        take(step, hands, server)
        path = hands.look("location.protocol.startsWith('http') && location.pathname")
        assert path.startswith(errand.stays_below) or path == errand.start, f"{step.words} leads away, to {path}"
    for words in errand.sees:
        assert hands.look(f"document.querySelector('main').innerText.includes({dumps(words)})"), (
            f"nobody reads “{words}”"
        )
    if errand.is_on_first_screen:
        assert hands.look("scrollY === 0")
        assert hands.look(f"leads({dumps(errand.steps[-1].words)}).getBoundingClientRect().bottom <= innerHeight")


def forget(window: Window) -> None:
    """Nothing that a page has kept in this browser is left."""
    window.run("(() => { localStorage.clear(); sessionStorage.clear(); return true; })()")


def take(step: Step, hands: Hands, server: str) -> None:
    """One step of the table."""
    if step.do == "write":
        hands.write(step.field, step.words)
    elif step.do == "press":
        hands.press(step.words)
    elif step.do == "follow":
        hands.follow(step.words)
    elif step.do == "go":
        hands.window.open(server + step.words)
    elif step.do == "friend":
        link = hands.look(f"things().find((one) => isIt(one, {dumps(step.words)}))?.value")
        forget(hands.window)
        hands.window.open(link.replace(PUBLISHED, server))
    elif step.do == "call":
        assert hands.look(f"!!leads({dumps(step.words)})"), f"no link leads to {step.words}"
