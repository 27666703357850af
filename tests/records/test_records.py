"""One file by itself: every fault at once, one finding a cause, and places that are right."""

from __future__ import annotations

from localoffer.model import Service
from localoffer.records import read_record_text, texts
from localoffer.records.markdown import check_page_body
from tests.offer import CLUB, SITE

GOOD = (SITE / CLUB).read_text(encoding="utf-8")


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in sorted(read_record_text(text, CLUB, Service)[1])]


def test_all_faults_are_told_at_once() -> None:
    bad = GOOD.replace("status: active", "status: actve").replace("maximum_age: 18", "maximum_age: 7")
    bad = (
        bad.replace("    consent_to_publish: yes\n", "")
        .replace("amount: 3.50", "amount: $4")
        .replace("Come and", "<b>Come</b> and")
    )
    assert rules_of(bad) == ["html", "not-a-choice", "ages-reversed", "amount-form", "consent"]


def test_a_broken_field_does_not_hide_the_faults_of_others() -> None:
    bad = GOOD.replace("name: Saturday club\n", "").replace("maximum_age: 18", "maximum_age: 7")
    assert rules_of(bad) == ["missing-field", "ages-reversed"]


def test_a_misnamed_field_is_one_finding() -> None:
    assert rules_of(GOOD.replace("eligibility:", "who:")) == ["unknown-field"]


def test_identity_is_the_path() -> None:
    service, findings = read_record_text(GOOD, CLUB, Service)
    assert not findings
    assert service is not None
    assert (service.id, service.provider_id, service.slug, service.path) == (
        "marl-trust/saturday-club",
        "marl-trust",
        "saturday-club",
        CLUB,
    )


def test_every_place_is_the_place_of_its_value() -> None:
    service, _ = read_record_text(GOOD, CLUB, Service)
    assert service is not None
    lines = GOOD.split("\n")
    for field, words in {
        "name": "Saturday club",
        "eligibility.maximum_age": "18",
        "contacts.0.email": "club@",
        "topics.0": "short-breaks",
        "easy_read.points.1.picture": "quiet",
    }.items():
        line, column = service.lines[field]
        assert lines[line - 1][column - 1 :].startswith(words), field


def test_every_word_of_a_text_can_be_pointed_at() -> None:
    folded = GOOD.replace(
        "summary: A calm Saturday club with games, art and a quiet room for autistic children.",
        "summary: >\n  A calm Saturday club with games,\n  art and a quiet room\n  for autistic children.",
    )
    for text in (GOOD, folded):
        service, _ = read_record_text(text, CLUB, Service)
        assert service is not None
        lines = text.split("\n")
        for published in texts(service):
            for offset, word in word_starts(published.text):
                line, column = published.position(offset)
                assert lines[line - 1][column - 1 :].startswith(word), (published.field, word)


def word_starts(text: str) -> list[tuple[int, str]]:
    found, offset = [], 0
    for word in text.split():
        offset = text.index(word, offset)
        found.append((offset, word))
        offset += len(word)
    return found


def test_prose_has_no_names_addresses_or_choices() -> None:
    service, _ = read_record_text(GOOD, CLUB, Service)
    assert service is not None
    fields = {published.field for published in texts(service)}
    assert {"summary", "description", "alert.text", "access.steps.1.text", "links.0.text"} <= fields
    assert not {"status", "contacts.0.email", "locations.0.address_1", "last_checked.how"} & fields


def test_every_piece_of_html_in_a_page_is_said_and_an_element_once() -> None:
    body = (
        "<b>Bold</b> and <i>slanted</i>.\n\n<table>\n<tr><td>x</td></tr>\n</table>\n\n<!-- a note -->\n</p>\n`<code>`\n"
    )
    found = check_page_body(body, "content/x.md", 5)
    assert [(finding.rule, finding.line, finding.column) for finding in found] == [
        ("html", 5, 1),
        ("html", 5, 17),
        ("html", 7, 1),
        ("html", 8, 1),
        ("html", 8, 5),
        ("html", 11, 1),
        ("html", 12, 1),
    ]
