"""Ten errands of families and schools, each done to its end on a phone's screen: by pressing, and with the keyboard alone, in
Chromium, Firefox and WebKit. An engine that is not installed is left out and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from json import dumps

import pytest

from tests.browser.errands.engines import ENGINES, Window, chromium_window, missing, other_window
from tests.browser.errands.hands import Hands
from tests.browser.errands.table import ERRANDS, STEPS, Errand, Step

pytestmark = pytest.mark.node
LOST = ("NoSuchSession", "Could not parse script result", "Navigation timeout", "timed out")
"""What is said of WebKit's MiniBrowser once it has crashed or loses an answer, and of a Firefox that answers no more, as happens now and then on a
busy machine: the errand is walked again in a new one, and must be done there."""
PUBLISHED = "https://localoffer.marlbrook.example.org"


class Windows:
    """One window for all errands in an engine, and a new one where that is lost."""

    def __init__(self, engine: str, request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> None:
        self.engine, self.request, self.folders = engine, request, folders
        self.held = ExitStack()
        self.window = self._new()

    def _new(self) -> Window:
        if self.engine == "chromium":
            return self.held.enter_context(chromium_window(self.request.getfixturevalue("browser")))
        return self.held.enter_context(other_window(self.engine, self.folders.mktemp(self.engine)))

    def renew(self) -> None:
        """Another window; what the lost one says at its end is of no use."""
        with suppress(RuntimeError, OSError):
            self.held.close()
        self.window = self._new()


@pytest.fixture(scope="module", params=ENGINES)
def windows(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """The windows of an engine."""
    if why := missing(request.param):
        pytest.skip(why)
    windows = Windows(request.param, request, tmp_path_factory)
    yield windows
    windows.held.close()


def test_the_table_says_how_many_steps_each_errand_takes() -> None:
    assert {errand.id: len(errand.steps) for errand in ERRANDS} == STEPS
    assert max(STEPS.values()) <= 8


@pytest.mark.parametrize("keyboard", [False, True], ids=["pressing", "keyboard"])
@pytest.mark.parametrize("errand", ERRANDS, ids=[errand.id for errand in ERRANDS])
def test_an_errand_is_done_to_its_end(errand: Errand, keyboard: bool, windows: Windows, server: str) -> None:
    try:
        walk(errand, keyboard, windows.window, server)
    except (RuntimeError, AssertionError) as fault:
        if not any(lost in str(fault) for lost in LOST):
            raise
        windows.renew()
        walk(errand, keyboard, windows.window, server)


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
