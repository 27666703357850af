"""html-validate and the Nu checker: each way they can fail ends in a plain sentence, never in a pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from localoffer.audit.checkers import CANARY, Checker, audit_by
from localoffer.audit.context import Audit
from localoffer.audit.html_validate import HTML_VALIDATE
from localoffer.audit.nu_checker import NU_CHECKER
from localoffer.audit.sources import Sources
from localoffer.findings import Finding
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Ended

PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head><title>A</title></head>\n<body><main>\n<p id="b">Words</p>\n</main></body></html>\n'
Speak = Callable[[list[str], Path], tuple[int | None, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "build" / "site"
    (site / "x").mkdir(parents=True)
    for name in ("index.html", "x/index.html"):
        (site / name).write_text(PAGE)
    (tmp_path / "page.md").write_text("---\ntitle: A\n---\n\nWords\n")
    return tmp_path


def html_validate(*wrong: str, silent: bool = False) -> Speak:
    """A made-up html-validate that finds fault with these pages, and with the one that is wrong on purpose."""

    def speak(command: list[str], folder: Path) -> tuple[int, str]:
        pages = [
            *([] if silent else [CANARY]),
            *(page for page in wrong if (folder / page).exists() or page == "other.html"),
        ]
        said = [{"ruleId": "no-dup-id", "severity": 2, "message": "Duplicate ID", "line": 5}]
        (folder / "result.json").write_text(
            json.dumps([{"filePath": str(folder / page), "messages": said} for page in pages])
        )
        return 1, ""

    return speak


def audit_of(root: Path, sources: Sources | None = None) -> Audit:
    sources = sources or Sources(root, pages={"index.html": "page.md", "x/index.html": "page.md"})
    site = root / "build" / "site"
    return Audit(root, site, date(2026, 11, 22), sources, False, lambda _: nullcontext(), lambda _: None)


def audit(
    root: Path, speak: Speak, checker: Checker = HTML_VALIDATE, asked: list[list[str]] | None = None
) -> list[Finding]:
    def run(command: Sequence[str], _seconds: float, *, folder: Path | None = None, **_options: Any) -> Ended:
        assert folder
        if asked is not None:
            asked.append([Path(part).relative_to(folder).as_posix() for part in command if part.endswith(".html")])
        code, errors = speak(list(command), folder)
        return Ended(code, "", errors)

    return audit_by(checker, audit_of(root), run=run, which=lambda name: name)


@pytest.mark.node
def test_a_complaint_is_a_finding_at_the_source_line(root: Path) -> None:
    (found,) = audit(root, html_validate("index.html"))
    assert (found.path, found.line, found.rule, found.severity) == ("page.md", 5, "html-validate-no-dup-id", "error")


ROLES = (
    '<ul role="list"><li>a</li></ul><ol id="o" role="list"><li>a</li></ol>',
    '<div role="list"><p>a</p></div><nav role="navigation"><a href="/">a</a></nav>',
)


@pytest.mark.node
def test_html_validate_allows_a_list_to_say_that_it_is_one_and_nothing_else_of_the_kind(root: Path) -> None:
    for place, said in enumerate(ROLES):
        page = root / "build" / "site" / ("index.html", "x/index.html")[place]
        page.write_text(PAGE.replace('<p id="b">Words</p>', f"<h1>A</h1>{said}"))
    found = audit_by(HTML_VALIDATE, audit_of(root))
    assert sorted((one.rule, one.message) for one in found) == [
        ("html-validate-no-redundant-role", 'Redundant role "navigation" on <nav>'),
        ("html-validate-prefer-native-element", "Prefer to use the native <ul> element"),
    ]


@pytest.mark.node
def test_pages_passed_before_are_not_looked_at_again(root: Path) -> None:
    asked: list[list[str]] = []
    first = audit(root, html_validate("index.html"), asked=asked)
    (root / "build/site/x/index.html").write_text(PAGE.replace("Words", "New words"))
    assert audit(root, html_validate(), asked=asked) == first
    assert {page for pages in asked[-1:] for page in pages} == {CANARY, "x/index.html"}


@pytest.mark.node
@pytest.mark.parametrize(
    ("speak", "words"),
    [
        (html_validate(silent=True), "so it has not looked"),
        (html_validate("other.html"), "was not asked about"),
        (lambda _command, _folder: (1, "TypeError: cannot read"), "stopped with code 1 and gave no result"),
        (lambda _command, _folder: (0, ""), "gave no result"),
    ],
)
def test_a_checker_that_did_not_look_is_no_pass(root: Path, speak: Speak, words: str) -> None:
    with pytest.raises(CannotRun, match=words):
        audit(root, speak)


@pytest.mark.node
def test_half_written_results_are_no_pass(root: Path) -> None:
    def speak(_command: list[str], folder: Path) -> tuple[int, str]:
        (folder / "result.json").write_text('[{"filePath": "/x/inde')
        return 1, ""

    with pytest.raises(CannotRun, match="gave no result"):
        audit(root, speak)


@pytest.mark.node
def test_a_checker_that_hangs_is_stopped(root: Path) -> None:
    def speak(_command: list[str], _folder: Path) -> tuple[None, str]:
        return None, ""

    with pytest.raises(CannotRun, match="did not end within 10 minutes"):
        audit(root, speak)


@pytest.mark.node
def test_nu_that_cannot_read_a_page_is_no_pass(root: Path) -> None:
    said = json.dumps({"messages": [{"type": "non-document-error", "url": "file:/x", "message": "IO error"}]})
    with pytest.raises(CannotRun, match="gave no result"):
        audit(root, lambda _command, _folder: (0, said), NU_CHECKER)


@pytest.mark.parametrize("checker", [HTML_VALIDATE, NU_CHECKER], ids=lambda checker: checker.name)
def test_a_missing_program_is_said_with_how_to_get_it(root: Path, checker: Checker) -> None:
    with pytest.raises(ToolMissing, match=f"needs {checker.program}, which is not installed here") as caught:
        audit_by(checker, audit_of(root), which=lambda _: None)
    assert "npm ci" in str(caught.value)


def test_a_missing_package_is_said_with_how_to_get_it(root: Path) -> None:
    from dataclasses import replace

    checker = replace(NU_CHECKER, needs=root / "vnu.jar")
    with pytest.raises(ToolMissing, match="the Nu checker is not installed here"):
        audit_by(checker, audit_of(root), which=lambda name: name)


@pytest.mark.node
@pytest.mark.slow
@pytest.mark.parametrize("checker", [HTML_VALIDATE, NU_CHECKER], ids=lambda checker: checker.name)
def test_the_real_checker_finds_a_planted_fault_and_nothing_else(root: Path, checker: Checker) -> None:
    good = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("<main>", "<main><h1>A</h1>")
    (root / "build/site/index.html").write_text(good)
    (root / "build/site/x/index.html").write_text(good.replace("Words</p>", 'Words</p><p id="b">Words</p>'))
    sources = Sources(root, pages={"x/index.html": "page.md"})
    found = audit_by(checker, audit_of(root, sources))
    assert {(item.path, item.line, item.severity) for item in found} == {("page.md", 5, "error")}
