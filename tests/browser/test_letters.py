"""Names in any letters are found by the real search engine, as they stand and as people type them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from localoffer.outputs.search.words import unlike_words
from localoffer.system.server import serving
from tests.browser.conftest import OpenPage, headings
from tests.letter_samples import NAMES

pytestmark = pytest.mark.browser
WORDS_JS = Path(__file__).resolve().parents[2] / "theme" / "assets" / "javascripts" / "find" / "words.js"
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A service</title></head><body>
<main data-pagefind-body><h1>A service</h1><p>{name}</p><i hidden data-pagefind-meta="words:{words}"></i></main>"""
FIND = """async (asked) => {
  const [{ createInstance }, { plain, withoutLittle }] = [await import("/pagefind/pagefind.js"), await import("/words.js")];
  const engine = createInstance({ noWorker: true });
  await engine.init();
  const found = [];
  for (const text of asked) {
    const { results } = await engine.search(withoutLittle(plain(text)));
    found.push((await Promise.all(results.map((each) => each.data()))).map(({ url }) => url));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one page for each name of the table, indexed by Pagefind."""
    folder = tmp_path_factory.mktemp("letters")
    for number, (name, *_) in enumerate(NAMES):
        words = ", ".join(unlike_words(name))
        text = PAGE.format(name=escape(name), words=escape(words))
        (folder / f"{number}.html").write_text(text, encoding="utf-8")
    (folder / "words.js").write_bytes(WORDS_JS.read_bytes())
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    with serving(folder) as address:
        yield address


def test_every_name_is_found_as_it_stands_and_as_it_is_folded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/0.html")
    asked = [(number, text) for number, (name, plain, *_) in enumerate(NAMES) if plain for text in (name, plain)]
    answers = page.evaluate(FIND, [text for _, text in asked])
    page.close()
    lost = [text for (number, text), urls in zip(asked, answers, strict=True) if f"/{number}.html" not in urls]
    assert lost == []


@pytest.mark.parametrize("typed", ["自闭症 帮助", "مساعدة لطفلي", "допомога", "★★★"])
def test_a_question_in_other_letters_gets_a_way_on_and_not_every_service(open_page: OpenPage, typed: str) -> None:
    page: Page = open_page(f"/find/?q={typed}")
    assert headings(page) == []
    expect(page.locator("[data-lo-find-title]")).to_have_text(f'Nothing found for "{typed}"')
    way = page.locator("[data-lo-find-none]").get_by_role("link", name="Other languages and British Sign Language")
    expect(way).to_be_visible()
    expect(page.locator("[data-lo-find-answer]").get_by_role("link", name="01632 960 100")).to_be_visible()


def test_a_name_in_another_alphabet_is_found(open_page: OpenPage) -> None:
    page = open_page("/find/?q=اردو")
    assert headings(page) == ["Punjabi and Urdu speaking parents' group"]


def test_no_question_still_shows_the_lists(open_page: OpenPage) -> None:
    page = open_page("/find/?q=")
    expect(page.locator("[data-lo-find-lists]")).to_be_visible()
