"""The ratchet: what is known does not fail, what is new does, and what is gone must leave the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.audit.faults import BrowserFault, bare_selector, merge_faults
from localoffer.audit.known_issues import PLACES, read_known_issues, sift_faults

FAULT = BrowserFault("services/a/b/index.html", "service", "text-faint", "a.lo-nav__link", "“Topics” stands out 3:1")
ENTRY = """- rule: text-faint
  selector: a.lo-nav__link
  kind: service
  reason: The council's own blue is being changed.
  date: 2026-11-22
  wcag: 1.4.3
"""


def lay_out(root: Path, text: str, place: str = PLACES[0]) -> Path:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("place", PLACES)
def test_the_list_stands_in_the_tests_or_the_root(place: str, tmp_path: Path) -> None:
    entries, findings = read_known_issues(lay_out(tmp_path, ENTRY, place))
    assert [(entry.rule, entry.wcag) for entry in entries] == [("text-faint", "1.4.3")]
    assert findings == []


def test_no_list_and_an_empty_list_are_the_goal(tmp_path: Path) -> None:
    assert read_known_issues(tmp_path) == ([], [])
    assert read_known_issues(lay_out(tmp_path, "# nothing\n[]\n")) == ([], [])


def test_the_sample_offer_has_no_known_issues() -> None:
    assert read_known_issues(Path(__file__).resolve().parents[3]) == ([], [])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("  reason: The council's own blue is being changed.\n", ""), "reason is missing"),
        (("  wcag: 1.4.3\n", ""), "wcag is missing"),
        (("2026-11-22", "soon"), "date"),
        (("  selector: ", "  selektor: "), "Did you mean"),
    ],
)
def test_a_mistake_in_the_list_is_told_kindly_at_its_line(change: tuple[str, str], words: str, tmp_path: Path) -> None:
    entries, findings = read_known_issues(lay_out(tmp_path, ENTRY.replace(*change)))
    assert entries == []
    assert any(words in finding.message + finding.fix for finding in findings), findings
    assert all(finding.path == PLACES[0] and finding.fix for finding in findings)


def test_a_known_fault_is_shown_and_does_not_fail(tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, ENTRY))
    sifted = sift_faults([FAULT], entries, ["service"], whole=True)
    assert (sifted.new, [fault for fault, _entry in sifted.known], sifted.gone) == ((), [FAULT], ())


@pytest.mark.parametrize("other", ["rule", "selector", "kind"])
def test_another_fault_is_new(other: str, tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, ENTRY))
    fault = BrowserFault(**{**vars(FAULT), other: "p.other"})
    assert sift_faults([FAULT, fault], entries, ["service"], whole=True).new == (fault,)


def test_an_entry_for_all_kinds_is_about_every_kind(tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, ENTRY.replace("kind: service", "kind: all")))
    assert sift_faults([BrowserFault(**{**vars(FAULT), "kind": "home"})], entries, ["home"], whole=True).new == ()


def test_an_entry_whose_fault_is_gone_fails_at_its_line(tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, "# first line\n" + ENTRY))
    (gone,) = sift_faults([], entries, ["service"], whole=True).gone
    assert (gone.path, gone.line, gone.rule, gone.severity) == (PLACES[0], 2, "known-issue-gone", "error")


def test_an_audit_that_did_not_test_everything_cannot_say_that_a_fault_is_gone(tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, ENTRY))
    assert sift_faults([], entries, ["service"], whole=False).gone == ()


def test_an_entry_for_a_kind_that_is_not_there_fails(tmp_path: Path) -> None:
    entries, _ = read_known_issues(lay_out(tmp_path, ENTRY))
    (finding,) = sift_faults([], entries, ["home"], whole=True).gone
    assert finding.rule == "known-issue-kind"


def test_one_cause_is_one_fault_that_says_on_how_many_pages_it_is() -> None:
    others = [BrowserFault(**{**vars(FAULT), "page": f"services/a/{name}/index.html"}) for name in ("c", "d")]
    (merged,) = merge_faults([*others, FAULT])
    assert (merged.page, merged.others) == (FAULT.page, 2)


def test_positions_do_not_make_two_causes_of_one() -> None:
    assert bare_selector("#main > ul:nth-child(3) > li:nth-child(2)") == "ul > li"
