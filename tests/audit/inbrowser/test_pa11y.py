"""Every way in which pa11y-ci can fail is a failure of the audit, in plain words; none is a pass."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from localoffer.audit.pa11y import (
    AuditStopped,
    Pa11yReport,
    criterion_of,
    read_report,
    rule_of,
    run_pa11y,
    sentence_of,
    write_settings,
)
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Ended, run_program

FAKE = Path(__file__).with_name("fake_pa11y.py")
URLS = ["http://127.0.0.1:1/", "http://127.0.0.1:1/find/", "http://127.0.0.1:1/topics/", "http://127.0.0.1:1/news/"]


def ask(way: str, work: Path, urls: list[str] = URLS, start_seconds: float = 20, **options: float) -> Pa11yReport:
    command = [sys.executable, str(FAKE), way, str(work / "runs")]
    return run_pa11y(urls, command, "/usr/bin/chromium", work, start_seconds=start_seconds, **options)  # type: ignore[arg-type]


def test_pages_without_fault_come_back_with_empty_lists(tmp_path: Path) -> None:
    report = ask("passes", tmp_path)
    assert report.issues == {url: [] for url in URLS}
    assert not report.untested
    assert not report.retried


def test_a_fault_comes_back_with_its_page(tmp_path: Path) -> None:
    report = ask("finds", tmp_path)
    assert {url: [rule_of(issue) for issue in issues] for url, issues in report.issues.items()} == {
        **{url: [] for url in URLS},
        URLS[0]: ["htmlcs-1-1-1-h37"],
    }


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("crashes", "pa11y-ci stopped with code 1: TypeError"),
        ("says-nothing", "answer cannot be read: it begins “> 2/2 URLs passed”"),
        ("says-half", "answer cannot be read"),
        ("miscounts", "was given 4 pages but counted 3"),
        ("finds-but-does-not-say", "found faults but does not say which"),
    ],
)
def test_a_run_that_says_nothing_of_its_pages_stops_the_audit(way: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(AuditStopped, match="so the pages are not tested") as stopped:
        ask(way, tmp_path)
    assert words in str(stopped.value)
    assert "How to fix:" in str(stopped.value)
    assert (tmp_path / "runs").read_text() == "2", "it is tried once more"


@pytest.mark.timeout(120, method="signal")  # what hangs sleeps for longer
def test_a_hang_is_ended_with_all_it_started(tmp_path: Path) -> None:
    with pytest.raises(AuditStopped, match="did not finish 4 pages within 2 seconds"):
        ask("hangs", tmp_path, start_seconds=1, page_seconds=0.5)


@pytest.mark.parametrize(
    ("way", "words"),
    [("no-browser", "could not start the browser"), ("half-installed", "A part of pa11y-ci is missing")],
)
def test_a_missing_part_is_named(way: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match=words):
        ask(way, tmp_path)


def test_pa11y_ci_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="cannot be started"):
        run_pa11y(URLS, [str(tmp_path / "pa11y-ci")], "/usr/bin/chromium", tmp_path)


@pytest.mark.parametrize(
    ("way", "untested", "why"),
    [
        ("half-its-pages", URLS[2:3], "left it out of its answer"),
        ("no-code", URLS[:1], "could not test it: net::ERR_CONNECTION_REFUSED"),
        ("no-list", URLS[:1], "gave no list"),
        ("no-sense", URLS[:1], "cannot be read"),
    ],
)
def test_a_page_that_was_not_tested_is_named_with_the_reason(
    way: str, untested: list[str], why: str, tmp_path: Path
) -> None:
    report = ask(way, tmp_path)
    assert list(report.untested) == untested
    assert all(why in reason for reason in report.untested.values())
    assert not set(report.untested) & set(report.issues)
    assert set(report.untested) <= set(report.retried)


@pytest.mark.parametrize(("way", "retried"), [("crashes-once", URLS), ("no-code-once", URLS[:1])])
def test_what_succeeds_at_the_second_try_is_tested_and_named(way: str, retried: list[str], tmp_path: Path) -> None:
    report = ask(way, tmp_path)
    assert set(report.issues) == set(URLS)
    assert not report.untested
    assert report.retried == retried
    assert sentence_of(report.retried).startswith("Tried twice: http://127.0.0.1:1/")


def test_pages_go_in_batches(tmp_path: Path) -> None:
    report = ask("passes", tmp_path, batch=3)
    assert set(report.issues) == set(URLS)
    assert (tmp_path / "runs").read_text() == "2"


def test_settings_keep_the_pages_pa11y_ci_would_lose(tmp_path: Path) -> None:
    text = write_settings(URLS, "/usr/bin/chromium", tmp_path).read_text(encoding="utf-8")
    for part in (
        '"useIncognitoBrowserContext": false',
        '"standard": "WCAG2AA"',
        '"axe", "htmlcs"',
        '"--disable-quic"',
        '"/usr/bin/chromium"',
    ):
        assert part in text


def test_an_answer_of_another_shape_is_no_answer() -> None:
    for output in ("null", "[]", '{"total": 1}', '{"total": 1, "results": []}'):
        with pytest.raises(CannotRun):
            read_report(Ended(0, output), URLS[:1], 1)


def test_a_code_gives_a_rule_and_a_criterion() -> None:
    assert criterion_of("WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail") == "1.4.3"
    assert rule_of({"code": "color-contrast", "runner": "axe"}) == "axe-color-contrast"
    assert (
        rule_of({"code": "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail", "runner": "htmlcs"})
        == "htmlcs-1-4-3-g18-fail"
    )


def test_a_program_tells_its_code_and_its_words() -> None:
    ended = run_program([sys.executable, "-c", "import sys; print('yes'); sys.exit(3)"], 20)
    assert (ended.code, ended.output) == (3, "yes\n")
