"""The languages page and its twin: each welcome in its own language, and no promise that the council does not make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.outputs.frame import languages_frame
from localoffer.outputs.index import Index
from localoffer.outputs.pages.easy import easy_list_pages
from localoffer.outputs.pages.find import make_pages as find_pages
from localoffer.outputs.pages.languages import easy_languages, make_pages, welcomes
from tests.offer import TODAY, copy_site, kept

LIST = """\
- {id: ur, name: اردو, english: Urdu, rtl: yes, welcome: W, phone: P, means: M, sounds: S, promised: You have one, ask: Ask for one}
- {id: pl, name: Polski, english: Polish, welcome: W, phone: P, means: M, sounds: S, promised: You have one, ask: Ask for one}
"""
PHONE = "    phone: 01632 960 100\n"
SIGN = "    sms: 07700 900 100\n    bsl_call: https://sign.example.org/\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_site(tmp_path)
    (root / "content/_data/languages.yml").write_text(LIST, "utf-8")
    return root


def read(root: Path, local: str = "promises: {interpreter: no}\n") -> Catalogue:
    (root / "content/_data/local.yml").write_text(local, "utf-8")
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [str(one) for one in findings if one.is_error]
    return catalogue


def test_a_welcome_says_what_to_say_on_the_phone_and_how_its_letters_run(root: Path) -> None:
    urdu, polish = welcomes(read(root))
    assert (urdu.lang, urdu.dir, polish.lang, polish.dir) == ("ur", "rtl", "pl", "ltr")
    assert polish.say == "I need an interpreter. I speak Polish."


@pytest.mark.parametrize(("promise", "said"), [("yes", "You have one"), ("no", "Ask for one")])
def test_an_interpreter_is_promised_only_where_the_council_promises_one(root: Path, promise: str, said: str) -> None:
    catalogue = read(root, f"promises: {{interpreter: {promise}}}\n")
    assert {one.interpreter for one in welcomes(catalogue)} == {said}
    easy = str(easy_languages(Index(catalogue)).sections)
    assert ("An interpreter is free." in easy) == (promise == "yes")


def test_each_welcome_says_who_has_checked_it_or_that_nobody_has(root: Path) -> None:
    checked = "languages_checked: [{language: pl, date: 2026-10-12, by: a Polish interpreter}]\n"
    urdu, polish = welcomes(read(root, checked))
    assert urdu.checked == "These words were not yet checked by a speaker of Urdu."
    assert polish.checked == "These words were checked on Monday 12 October 2026, by: a Polish interpreter."


def test_who_is_deaf_is_told_every_way_that_needs_no_hearing(root: Path) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace(PHONE, f"{PHONE}{SIGN}"), "utf-8")
    catalogue = read(root)
    (page,) = make_pages(Index(catalogue))
    hrefs = [way.href for way in page.meta["sign"]]  # type: ignore[attr-defined]
    assert hrefs[:2] == ["sms:07700900100", "https://sign.example.org/"]
    easy = str(easy_languages(Index(catalogue)).sections)
    assert all(href in easy for href in hrefs[:2])


def test_the_foot_of_pages_names_the_first_languages_and_a_council_without_any_has_no_page(root: Path) -> None:
    catalogue = read(root)
    frame = languages_frame(catalogue)
    assert [one["lang"] for one in frame["names"]] == ["ur", "pl"]  # type: ignore[attr-defined]
    (find,) = find_pages(Index(catalogue))
    assert find.meta["languages"].href == frame["page"]  # type: ignore[attr-defined]
    without = replace(catalogue, vocabulary=replace(catalogue.vocabulary, languages={}))
    assert not list(make_pages(Index(without)))
    assert languages_frame(without) == {}
    assert not [page for page in easy_list_pages(Index(without)) if "languages" in page.path]
