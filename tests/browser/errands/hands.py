"""How a person works a page: by pressing on the screen, or with the keyboard alone; the same in every engine.

In: a `Window`, and the words that stand on what is to be pressed. Out: the page that comes then. Nothing is pressed that
cannot be seen, that something else covers, or that lies beside the screen; with the keyboard, nothing that has no ring.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.browser.errands.engines import Window

MOST_TABS = 120
PATIENCE = 20_000
"""Milliseconds for what a page has to do; a busy machine is slow."""

LOOK = """
const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
const isSeen = (one) => one.getClientRects().length > 0 && one.checkVisibility({ visibilityProperty: true });
const nameOf = (one) => plain(one.labels?.[0]?.innerText || one.getAttribute('aria-label') || one.innerText);
const isIt = (one, words) => isSeen(one) && nameOf(one).toLowerCase().startsWith(words.toLowerCase());
const things = () => [...document.querySelectorAll('a[href], button, summary, input, select')];
const find = (words) => things().find((one) => isIt(one, words) && nameOf(one).length === words.length) ?? things().find((one) => isIt(one, words));
const leads = (start) => things().find((one) => isSeen(one) && one.getAttribute('href')?.startsWith(start));
let last = '';
const placeOf = (one) => { // only once it has stood still: what comes late moves what is below it
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = one.getClientRects()[0];
  const before = last;
  last = `${box.x} ${box.y} ${document.readyState}`;
  const x = box.x + box.width / 2, y = box.y + box.height / 2, top = document.elementFromPoint(x, y);
  const isUncovered = one.contains(top) || !!top?.contains(one);
  return last === before && document.readyState === 'complete' && [x, y, box.x >= 0 && box.right <= innerWidth + 1, isUncovered];
};
const wait = (look) => new Promise((done) => {
  const end = performance.now() + PATIENCE;
  const again = () => { const found = look(); if (found || performance.now() > end) done(found); else setTimeout(again, 50); };
  again();
});
"""


@dataclass
class Hands:
    """A person, with or without a finger on the screen."""

    window: Window
    keyboard: bool

    def look(self, script: str) -> Any:
        """What an expression says of the page as soon as it is true, or when patience is at its end; the page may change
        meanwhile."""
        code = f"(async () => {{ const PATIENCE = {PATIENCE}; {LOOK} return await wait(() => {script}); }})()"
        return self._ask(code)

    def _ask(self, code: str) -> Any:
        for _ in range(50):
            try:
                return self.window.run(code)
            except Exception as error:  # each engine has its own word for a page that goes away while it is asked
                lost = error
        raise AssertionError(f"the page does not answer: {lost}")

    def press(self, words: str) -> None:
        """Press the first thing whose name begins so."""
        assert self.look(f"!!find({json.dumps(words)})"), f"nothing to press is called “{words}”"
        self._use(f"find({json.dumps(words)})", words)

    def follow(self, address: str) -> None:
        """Press the first link to an address that begins so."""
        assert self.look(f"!!leads({json.dumps(address)})"), f"no link leads to {address}"
        self._use(f"leads({json.dumps(address)})", address)

    def write(self, field: str, words: str) -> None:
        """Type into the box of this name, and press Enter."""
        self.press(field) if not self.keyboard else self._tab_to(f"find({json.dumps(field)})", field)
        self.window.type(words)
        self.window.press("Enter")

    def _use(self, target: str, words: str) -> None:
        if self.keyboard:
            self._tab_to(target, words)
            self.window.press("Enter")
            return
        place = self.look(f"placeOf({target})")
        x, y, is_on_screen, is_uncovered = place
        assert is_on_screen, f"“{words}” lies beside the screen"
        assert is_uncovered, f"something covers “{words}”"
        self.window.click((x, y))

    def _tab_to(self, target: str, words: str) -> None:
        """Tab to it, as often as it takes; the ring of focus must be seen."""
        code = f"(() => {{ const PATIENCE = 0; {LOOK} return document.activeElement === {target}; }})()"
        for _ in range(MOST_TABS):
            if self._ask(code):
                break
            self.window.press("Tab")
        else:
            raise AssertionError(f"“{words}” cannot be reached with {MOST_TABS} presses of Tab")
        # WebKit's window, on a screen without a window manager, never becomes the active one, and so draws no ring.
        ring = "!document.hasFocus() || getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        assert self.look(ring), f"“{words}” has no ring of focus"
