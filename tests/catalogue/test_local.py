"""Facts of a place are stated once, in mkdocs.yml and local.yml, and stand wherever a text names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.easyread.twin import page_hash
from localoffer.editing.start import Council, start_offer
from localoffer.findings import Finding
from localoffer.outputs.index import Index
from localoffer.outputs.pages.about import law_pages
from localoffer.outputs.pages.moved import moved_pages
from localoffer.yamlfile.source import source_lines
from tests.offer import TODAY, copy_site, kept

GUIDE, TWIN = "content/guides/short-breaks.md", "content/guides/short-breaks.easy.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def put(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def local(root: Path, text: str) -> None:
    (root / "content/_data/local.yml").write_text(text, encoding="utf-8")


def read(root: Path) -> tuple[Catalogue, list[Finding]]:
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [(one.path, one.message) for one in findings if one.is_error]
    return catalogue, findings


def body(root: Path) -> str:
    return read(root)[0].content["guides/short-breaks"].body


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("In {place}.", "In Tinybrook."),
        ("Ask {council}.", "Ask Tinybrook Council."),
        ("Phone {help.first_name}: {help.phone}.", "Phone Priya: [01632 960 100](tel:01632960100)."),
        ("Ask {role:sendiass}.", "Ask [Saturday club](/services/marl-trust/saturday-club/)."),
        ("Ask [the club]({role:sendiass.page}).", "Ask [the club](/services/marl-trust/saturday-club/)."),
        ("{if role:sendiass}Ask.{end}{if no role:sendiass}Wait.{end}", "Ask."),
        (
            "Read {document:short-breaks-statement} of {document:short-breaks-statement.date}.",
            "Read [our short breaks plan](https://www.tinybrook.example/breaks) of Friday 27 March 2026.",
        ),
        ("Read [it]({document:short-breaks-statement.page}).", "Read [it](https://www.tinybrook.example/breaks)."),
        ("{if document:short-breaks-statement}Read.{end}{if no document:short-breaks-statement}Ask.{end}", "Read."),
        ("{if promise:interpreter}We pay.{end}{if promise:post}We post.{end}", "We pay."),
    ],
)
def test_a_text_names_a_fact(root: Path, written: str, read_as: str) -> None:
    local(
        root,
        "promises: {interpreter: yes}\nroles:\n- {role: sendiass, service: marl-trust/saturday-club}\n"
        "documents:\n- {document: short-breaks-statement, url: https://www.tinybrook.example/breaks, date: 2026-03-27, "
        "text: our short breaks plan}\n",
    )
    put(root, GUIDE, "It gives carers a rest.", f"It gives carers a rest. {written}")
    assert f"It gives carers a rest. {read_as}" in body(root)


def test_a_contact_may_have_a_role(root: Path) -> None:
    local(root, "roles:\n- {role: sendiass, name: The front door, phone: 01632 960 150}\n")
    put(root, GUIDE, "It gives carers a rest.", "Ask {role:sendiass} on {role:sendiass.phone}.")
    assert "Ask The front door on [01632 960 150](tel:01632960150)." in body(root)


@pytest.mark.parametrize(
    ("find", "put_there", "read_as"),
    [
        ("    phone: 01632 960 114\n", "", "on [07700 900 114](sms:07700900114), by text message only."),
        (
            "    phone: 01632 960 114\n    text_relay: 18001 01632 960 114\n    sms: 07700 900 114\n",
            "",
            "on [01632 960 100](tel:01632960100), our help line.",
        ),
    ],
)
def test_a_role_without_a_phone_says_which_number_stands_there(
    root: Path, find: str, put_there: str, read_as: str
) -> None:
    local(root, "roles:\n- {role: sendiass, service: marl-trust/saturday-club}\n")
    put(root, "providers/marl-trust/saturday-club.yml", find, put_there)
    put(root, GUIDE, "It gives carers a rest.", "Ask {role:sendiass} on {role:sendiass.phone}.")
    assert f"Ask [Saturday club](/services/marl-trust/saturday-club/) {read_as}" in body(root)


def test_a_role_that_nobody_has_falls_back_to_plain_words_and_the_help_line(root: Path) -> None:
    put(
        root,
        GUIDE,
        "It gives carers a rest.",
        "Ask [us]({role:sendiass.page}), {role:sendiass} or {role:sendiass.phone}.",
    )
    catalogue, findings = read(root)
    assert (
        "Ask us, the advice service or [01632 960 100](tel:01632960100)."
        in catalogue.content["guides/short-breaks"].body
    )
    (found,) = [one for one in findings if one.rule == "role-unfilled"]
    assert (found.path, found.severity) == ("content/_data/local.yml", "warning")
    assert "content/guides/short-breaks" in found.message


def test_a_document_that_nobody_has_named_is_plain_words_and_no_link(root: Path) -> None:
    put(
        root,
        GUIDE,
        "It gives carers a rest.",
        "Ask for {document:short-breaks-statement}, or [this]({document:short-breaks-statement.page})."
        "{if document:short-breaks-statement} It says more.{end}",
    )
    assert "Ask for the short breaks statement, or this." in body(root)
    assert "It says more" not in body(root)


def test_a_document_that_the_law_asks_for_is_missed_where_nobody_has_named_it(root: Path) -> None:
    put(root, "content/_data/documents.yml", "must: no", "must: yes")
    put(root, GUIDE, "It gives carers a rest.", "Ask for {document:short-breaks-statement}.")
    (found,) = [one for one in read(root)[1] if one.rule == "document-missing"]
    assert "These texts name it: content/guides/short-breaks." in found.message
    local(root, "documents:\n- {document: short-breaks-statement, url: /guides/short-breaks/}\n")
    assert not [one for one in read(root)[1] if one.rule == "document-missing"]


def test_what_the_law_asks_for_leads_to_the_document_or_says_that_no_link_does(root: Path) -> None:
    put(root, "content/_data/documents.yml", "must: no", "must: yes")
    (page,) = law_pages(Index(read(root)[0]))
    assert "No link leads to the short breaks statement yet" in page.body
    local(root, "documents:\n- {document: short-breaks-statement, url: /guides/short-breaks/, date: 2026-03-27}\n")
    (page,) = law_pages(Index(read(root)[0]))
    assert "[Short breaks statement](/guides/short-breaks/), from Friday 27 March 2026" in page.body
    assert "No link leads" not in page.body


def test_a_fact_is_only_words_in_a_text(root: Path) -> None:
    local(root, 'roles:\n- {role: sendiass, name: "*A* [b](https://bad.example) {place} <i>", phone: 01632 960 150}\n')
    put(root, GUIDE, "It gives carers a rest.", "Ask {role:sendiass}.")
    assert r"Ask \*A\* \[b\](https://bad.example) \{place\} \<i\>." in body(root)


def test_a_title_and_a_list_may_name_a_fact(root: Path) -> None:
    put(root, GUIDE, "title: ", "title: In {place}, ")
    put(root, "content/_data/topics.yml", 'summary: "', 'summary: "In {place}: ')
    catalogue, _ = read(root)
    assert catalogue.content["guides/short-breaks"].title.startswith("In Tinybrook, ")
    assert next(iter(catalogue.vocabulary.topics.values())).summary.startswith("In Tinybrook: ")


def test_a_fault_after_a_fact_is_told_where_it_was_written(root: Path) -> None:
    put(root, GUIDE, "It gives carers a rest.", "{if place}In {place} we utilise [x](/guides/nowhere/).{end}")
    found = next(one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "broken-link")
    line = source_lines(root)(GUIDE, found.line)
    assert line is not None
    assert line[found.column - 1 :].startswith("[x]")


def test_an_easy_read_page_keeps_in_step_with_the_text_as_it_is_written(root: Path) -> None:
    put(root, GUIDE, "It gives carers a rest.", "It gives carers in {place} a rest.")
    before = page_hash(read(root)[0].content["guides/short-breaks"])
    put(root, "mkdocs.yml", "place: Tinybrook", "place: Otherbrook")
    catalogue, _ = read(root)
    assert "in Otherbrook a rest" in catalogue.content["guides/short-breaks"].body
    assert page_hash(catalogue.content["guides/short-breaks"]) == before


def test_a_twin_names_facts_too(root: Path) -> None:
    put(root, TWIN, "Your family gets a rest.", "Your family in {place} gets a rest.")
    easy = read(root)[0].content["guides/short-breaks"].easy
    assert easy is not None
    assert "Your family in Tinybrook gets a rest." in easy.body


def test_a_new_fact_changes_what_was_found_before(root: Path) -> None:
    """What was worked out for a text with one fact in it is not taken for the text with another."""
    put(root, GUIDE, "It gives carers a rest.", "It gives carers in {place} a rest.")
    assert not [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.path == GUIDE]
    put(root, "mkdocs.yml", "place: Tinybrook", "place: UTILISE")
    found = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.path == GUIDE]
    assert found == [one for one in check_offer(root, TODAY)[1] if one.path == GUIDE]
    assert found


def test_an_old_address_of_a_page_and_of_its_twin_leads_to_where_it_is(root: Path) -> None:
    local(root, "moved:\n- {page: guides/short-breaks, old: guides/respite}\n")
    pages = moved_pages(Index(read(root)[0]))
    there = {page.url: page.meta["to"] for page in pages if "respite" in page.url}
    assert there == {
        "guides/respite/": "guides/short-breaks/",
        "easy-read/guides/respite/": "easy-read/guides/short-breaks/",
    }


@pytest.mark.parametrize(
    ("moved", "rule", "message"),
    [
        ("{page: guides/short-break, old: guides/x}", "unknown-target", "Did you mean guides/short-breaks?"),
        ("{page: guides/short-breaks, old: guides/short-breaks}", "moved-from-taken", "still a page"),
    ],
)
def test_an_old_address_that_can_lead_nowhere_is_told(root: Path, moved: str, rule: str, message: str) -> None:
    local(root, f"moved:\n- {moved}\n")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == rule]
    assert (found.path, found.line) == ("content/_data/local.yml", 2)
    assert message in found.message


def test_a_role_that_is_none_names_those_nearest_and_where_the_national_list_stands(tmp_path: Path) -> None:
    start_offer(tmp_path / "nw", Council("North Wick Council", "North Wick"))
    local(tmp_path / "nw", "roles:\n- {role: speech-people, phone: 0300 000 0101}\n")
    (found,) = [one for one in check_offer(tmp_path / "nw", TODAY)[1] if one.rule == "role-unknown"]
    assert "speech-therapy-under-5 (the speech therapy team for small children)" in found.fix
    assert found.fix.endswith("Or choose one from the national list, whose names stand in schema/local.json.")
    assert '"speech-therapy-under-5"' in (tmp_path / "nw" / "schema" / "local.json").read_text("utf-8")
