"""Words after a space and # are told, with the words, and the edit keeps them."""

from __future__ import annotations

import pytest

from localoffer.findings import MAYBE, SURE
from localoffer.model import Service
from localoffer.records import read_record_text
from localoffer.yamlfile.edits import apply_edits
from tests.offer import CLUB, SITE

TEXT = (SITE / CLUB).read_text(encoding="utf-8")
TRAVEL = "travel: Bus 7 stops outside the hall."


def lost(written: str) -> tuple[str, list[tuple[str, str]], str]:
    text = TEXT.replace(TRAVEL, written)
    assert text != TEXT
    _, findings = read_record_text(text, CLUB, Service)
    found = [finding for finding in findings if finding.rule == "words-after-hash"]
    edits = [finding.edit for finding in found if finding.edit]
    mended = apply_edits(text, edits)[0]
    return mended, [(finding.severity, finding.message) for finding in found], "".join(edit.how_sure for edit in edits)


@pytest.mark.parametrize("rest", ["#9 stops outside", "#3 School Lane: by the shop"])
def test_a_number_sign_is_an_error_and_quotation_marks_keep_the_words(rest: str) -> None:
    mended, found, how_sure = lost(f"travel: Bus {rest}")
    assert [severity for severity, _ in found] == ["error"]
    assert rest in found[0][1]
    assert how_sure == SURE
    record, findings = read_record_text(mended, CLUB, Service)
    assert record is not None, findings
    assert record.locations[0].travel == f"Bus {rest}"


def test_what_looks_like_a_note_is_a_warning_and_is_never_put_in_place() -> None:
    _, found, how_sure = lost("travel: Bus 9 # ask Dana")
    assert [severity for severity, _ in found] == ["warning"]
    assert how_sure == MAYBE


@pytest.mark.parametrize("written", ['travel: "Bus #9 stops"', "travel: Bus#9 stops", "travel: |\n      Bus #9 stops"])
def test_words_that_are_kept_are_no_finding(written: str) -> None:
    assert lost(written)[1] == []


def test_a_note_beside_a_choice_is_no_finding() -> None:
    text = TEXT.replace("status: active", "status: active  # since spring")
    _, findings = read_record_text(text, CLUB, Service)
    assert [finding for finding in findings if finding.rule == "words-after-hash"] == []
