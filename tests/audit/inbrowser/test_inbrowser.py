"""The browser's part of the audit as a whole: what is missing stops it, what was not tested fails it, what is known stays."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from localoffer import audit
from localoffer.audit import Step, audit_site, inbrowser
from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import BrowserFault
from localoffer.audit.inbrowser import Verdicts, audit_in_browser, take_pa11y, without_doubles
from localoffer.audit.pa11y import Pa11yReport
from localoffer.browser.installed import browser_path, find_browser, find_node, find_node_file
from localoffer.browser.supervisor import Seen
from localoffer.browser.windows import open_browser
from localoffer.browser.worker import Outcome
from localoffer.cli import main
from localoffer.findings import Finding
from localoffer.model.evidence import EVIDENCE
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Ended

TODAY = date(2026, 11, 22)
STEPS = (Step("browser", audit_in_browser, is_slow=True),)
PAGE = "<!doctype html><html lang=en><head><title>{0}</title></head><body><main><h1>{0}</h1>{1}</main></body></html>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A built offer of two pages of one kind that differ in structure, and one like the first."""
    site, cache = tmp_path / "build" / "site", tmp_path / "build" / "cache"
    pages = {"index.html": "<p>x</p>", "a/index.html": "<p>y</p>", "b/index.html": "<ul><li>z</li></ul>"}
    for address, words in pages.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_text(PAGE.format(address, words), encoding="utf-8")
    cache.mkdir()
    (cache / "kinds.json").write_text(json.dumps(dict.fromkeys(pages, "page")))
    (cache / "sources.json").write_text(json.dumps({address: f"content/{address[0]}.md" for address in pages}))
    for name in ("providers", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {}\n", encoding="utf-8")
    return tmp_path


class Tools:
    """Stands in for pa11y-ci and for our own look; counts the pages each was shown."""

    def __init__(self) -> None:
        self.pa11y: list[str] = []
        self.ours: list[str] = []
        self.faults: dict[str, list[BrowserFault]] = {}
        self.lost: set[str] = set()
        self.hangs: set[str] = set()

    def run(self, command: Sequence[str], _seconds: float) -> Ended:
        urls = json.loads(Path(command[-1]).read_text())["urls"]
        self.pa11y += urls
        kept = {url: [] for url in urls if not any(url.endswith(name) for name in self.lost)}
        return Ended(0 if len(kept) == len(urls) else 2, json.dumps({"total": len(urls), "results": kept}))

    def look(self, pages: Sequence[BuiltPage], *_orders: object, **_more: object) -> Generator[Seen[BuiltPage]]:
        for page in pages:
            self.ours.append(page.address)
            failed = "it was not done after 120 seconds" if page.address in self.hangs else ""
            outcome = Outcome(tuple(self.faults.get(page.address, ())), version="156", failed=failed)
            yield Seen(page, outcome, tries=2 if failed else 1)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Tools:
    tools = Tools()
    monkeypatch.setattr(inbrowser, "run_program", tools.run)
    monkeypatch.setattr(inbrowser, "look_at_pages", tools.look)
    monkeypatch.setattr(inbrowser, "find_browser", lambda: "/bin/sh")
    monkeypatch.setattr(inbrowser, "find_node", lambda: "/bin/sh")
    monkeypatch.setattr(inbrowser, "find_node_file", lambda _path: Path("/bin/sh"))
    monkeypatch.setattr(inbrowser, "read_axe", lambda: "axe")
    return tools


def run(root: Path, said: list[str] | None = None, **options: Any) -> list[Finding]:
    asked = {"fast": False, "every_page": False, "external": False, "steps": STEPS, **options}
    say = (said if said is not None else []).append
    return audit_site(root, TODAY, progress=lambda _doing: nullcontext(), say=say, **asked)


def fault(page: str, rule: str = "too-wide", **fields: Any) -> BrowserFault:
    return BrowserFault(page, "page", rule, "table", "“Times” sticks out", "let it wrap.", **fields)


def test_a_site_without_fault_passes_and_says_what_was_tested(root: Path, tools: Tools) -> None:
    said: list[str] = []
    assert run(root, said) == []
    assert said == [
        "Tested 2 pages of 1 kind in a browser: every kind of page and every piece that pages are made of. "
        "1 page covered by likeness: 1 built just like a tested page, 0 of the same pieces."
    ]
    report = json.loads((root / "build" / "reports" / "audit.json").read_text())
    assert report["tested"] == ["a/index.html", "b/index.html"]
    assert report["alike"] == {"index.html": "a/index.html"}


def test_what_did_not_change_is_not_tested_again(root: Path, tools: Tools) -> None:
    tools.faults = {"a/index.html": [fault("a/index.html")]}
    first = run(root)
    tools.pa11y.clear()
    tools.ours.clear()
    assert run(root) == first
    assert (tools.pa11y, tools.ours) == ([], [])
    page = root / "build" / "site" / "b" / "index.html"
    page.write_text(page.read_text().replace("z", "changed"))
    run(root)
    assert tools.ours == ["b/index.html"]


def test_a_fault_is_a_finding_at_the_file_a_person_edits(root: Path, tools: Tools) -> None:
    tools.faults = {"b/index.html": [fault("b/index.html", wcag="1.4.10", where="320 px, light")]}
    (found,) = run(root)
    assert (found.path, found.rule, found.severity) == ("content/b.md", "too-wide", "error")
    assert found.message == "/b/: “Times” sticks out (320 px, light). WCAG 1.4.10."


def test_a_page_made_from_a_changed_file_is_tested(root: Path, tools: Tools) -> None:
    run(root, changed=("content/i.md",))
    assert "index.html" in tools.ours


def test_a_page_that_pa11y_ci_leaves_out_fails_the_audit(root: Path, tools: Tools) -> None:
    tools.lost = {"/b/"}
    (found,) = run(root)
    assert (found.rule, found.path, found.severity) == ("page-not-tested", "content/b.md", "error")
    assert "could not be tested" in found.message
    assert "b/index.html" not in tools.ours


def test_a_page_on_which_the_browser_hangs_fails_the_audit_and_is_tested_again_next_time(
    root: Path, tools: Tools
) -> None:
    tools.hangs = {"b/index.html"}
    said: list[str] = []
    (found,) = run(root, said)
    assert (found.rule, found.path, found.severity) == ("page-not-tested", "content/b.md", "error")
    assert found.message == ("/b/ could not be tested: the browser failed twice: it was not done after 120 seconds.")
    assert "Tried twice: b/index.html." in said
    tools.hangs = set()
    tools.ours.clear()
    assert run(root) == []
    assert tools.ours == ["b/index.html"]


def test_nothing_is_recorded_when_a_page_was_not_tested(root: Path, tools: Tools) -> None:
    tools.lost = {"/b/"}
    run(root, record=True)
    assert not (root / EVIDENCE).exists()


def test_evidence_is_recorded_when_asked(root: Path, tools: Tools) -> None:
    run(root)
    assert not (root / EVIDENCE).exists()
    said: list[str] = []
    run(root, said, record=True)
    assert "tested_pages: 2" in (root / EVIDENCE).read_text(encoding="utf-8")
    assert EVIDENCE in said[0]


def test_a_known_issue_is_a_warning_and_a_gone_one_an_error(root: Path, tools: Tools) -> None:
    entry = "- {rule: too-wide, selector: table, kind: page, reason: It comes from the map., date: 2026-11-22, wcag: 1.4.10}\n"
    (root / "known-issues.yml").write_text(entry, encoding="utf-8")
    (gone,) = run(root)
    assert (gone.rule, gone.severity) == ("known-issue-gone", "error")
    tools.faults = {"b/index.html": [fault("b/index.html")]}
    page = root / "build" / "site" / "b" / "index.html"
    page.write_text(page.read_text().replace("z", "changed"))
    (known,) = run(root)
    assert (known.rule, known.severity) == ("too-wide", "warning")
    assert known.message.endswith("Known: It comes from the map.")


def test_pa11y_cis_older_axe_does_not_say_a_fault_twice() -> None:
    ours = fault("a", "axe-label", where="1280 px, light")
    theirs = fault("a", "axe-label", where="pa11y-ci, 1280 px, light")
    alone = fault("b", "axe-label", where="pa11y-ci, 1280 px, light")
    assert without_doubles([theirs, ours, alone]) == [ours, alone]


def test_an_issue_of_pa11y_ci_becomes_a_fault_of_its_page() -> None:
    page, tested = BuiltPage("a/index.html", "page", "d"), Verdicts()
    issue = {
        "code": "label",
        "runner": "axe",
        "type": "error",
        "message": "Form elements\n must have labels",
        "selector": "input",
    }
    take_pa11y(Pa11yReport({"u": [issue]}, {}, ["u"]), {"u": page}, tested)
    (found,) = tested.faults_of(page)
    assert (found.rule, found.message, found.page) == ("axe-label", "Form elements must have labels", "a/index.html")
    assert tested.retried == ["a/index.html"]


# What is missing on this machine


def test_no_browser_is_told_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="No browser was found") as missing:
        find_browser({"PATH": str(tmp_path)}) if not browser_path({"PATH": str(tmp_path)}) else pytest.skip(
            "a fetched browser is here"
        )
    assert "audit --fast" in str(missing.value)


def test_a_browser_that_is_not_where_it_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="CHROMIUM says the browser is /nowhere/chromium"):
        find_browser({"CHROMIUM": "/nowhere/chromium", "PATH": str(tmp_path)})


def test_no_node(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="Node is missing"):
        find_node({"PATH": str(tmp_path)})


def test_no_pa11y_ci(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="pa11y-ci is not installed"):
        find_node_file("pa11y-ci/bin/pa11y-ci.js", tmp_path)


@pytest.mark.browser
def test_a_browser_that_does_not_start() -> None:
    def start() -> None:
        with open_browser("/bin/false"):
            pass

    # In a thread of its own, since the tests' browser is open in this one.
    with ThreadPoolExecutor(1) as other, pytest.raises(ToolMissing, match="The browser /bin/false does not start"):
        other.submit(start).result()


def test_a_driver_that_does_not_start_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Driver:
        def __enter__(self) -> None:
            raise Exception("Connection closed while reading from the driver")

        def __exit__(self, *_fault: object) -> None: ...

    monkeypatch.setattr("playwright.sync_api.sync_playwright", Driver)
    with (
        pytest.raises(ToolMissing, match=r"(?s)driver does not start: Connection closed.*libatomic1"),
        open_browser("x"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("find_browser", "No browser"),
        ("find_node", "Node is missing"),
        ("find_node_file", "pa11y-ci is not installed"),
        ("read_axe", "axe-core"),
    ],
)
def test_a_missing_tool_ends_the_command_with_2_and_a_sentence(
    name: str, words: str, root: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_arguments: object) -> None:
        raise ToolMissing(words, "install it.")

    monkeypatch.setattr(inbrowser, name, missing)
    monkeypatch.setattr(audit, "audit_site", partial(audit_site, steps=STEPS))
    assert main(["--root", str(root), "audit"]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (Ended(None), "did not finish"),
        (Ended(1, "", "Error: something broke"), "stopped with code 1"),
        (Ended(0, "no JSON"), "cannot be read"),
        (Ended(1, "", "Failed to launch the browser process"), "could not start the browser"),
    ],
)
def test_pa11y_ci_that_fails_ends_the_command_with_2_and_a_sentence(
    ended: Ended,
    words: str,
    root: Path,
    tools: Tools,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(inbrowser, "run_program", lambda *_arguments: ended)
    monkeypatch.setattr(audit, "audit_site", partial(audit_site, steps=STEPS))
    assert main(["--root", str(root), "audit"]) == 2
    assert words in capsys.readouterr().err


def test_half_its_pages_end_the_command_with_1(
    root: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tools.lost = {"/b/"}
    monkeypatch.setattr(audit, "audit_site", partial(audit_site, steps=STEPS))
    assert main(["--root", str(root), "audit"]) == 1
    assert "page-not-tested" in capsys.readouterr().out


def test_fast_needs_no_browser(root: Path, tools: Tools) -> None:
    said: list[str] = []
    assert run(root, said, fast=True) == []
    assert "Left out because of --fast: browser" in said[0]


def test_without_a_site_there_is_nothing_to_test(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="Build it first"):
        run(tmp_path)


def test_the_whole_of_it_on_two_small_pages(chromium: Browser, root: Path) -> None:
    found = run(root)
    assert {"axe-region", "skip-link-missing"} & {finding.rule for finding in found}
    assert all(finding.path.startswith("content/") for finding in found)
    assert json.loads((root / "build" / "reports" / "audit.json").read_text())["tools"]["pa11y-ci"]
