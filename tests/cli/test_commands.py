"""The command line as DESIGN section 6 says: findings, exit codes, plain sentences, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from localoffer.cli import main
from tests.offer import CLUB, copy_site

ROOT = Path(__file__).resolve().parents[2]
TODAY = ["--today", "2026-11-22"]
FIELDS = ["path", "line", "column", "severity", "rule", "message", "fix"]


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def change(offer: Path, path: str, old: str, new: str) -> int:
    """Replace one piece of a file; the line it stands on."""
    file = offer / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand in {path} once"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def run(offer: Path, *words: str) -> int:
    return main(["--root", str(offer), *words])


def test_a_good_offer_passes(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(offer, "check", *TODAY) == 0
    out = capsys.readouterr().out
    assert "error" not in out
    assert out.endswith(("Warnings do not stop the site.\n", "No problems found.\n"))


def test_a_fault_is_shown_with_its_line_a_caret_and_a_way_out(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = change(offer, CLUB, "maximum_age: 18", "maximum_age: 300")
    assert run(offer, "check", *TODAY) == 1
    shown = capsys.readouterr().out.splitlines()
    first = next(
        number for number, text in enumerate(shown) if text.startswith(f"{CLUB}:{line}:") and ": error: " in text
    )
    assert shown[first].endswith("]")
    assert shown[first + 1].startswith(f"{line:4d} | ")
    assert shown[first + 2].rstrip().endswith("^")
    assert shown[first + 3].startswith("  How to fix: ")
    assert shown[-1].endswith("Nothing was published.")


def test_repeated_warnings_are_folded_until_their_folders_are_named(
    offer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    times = []
    for words in ([], ["content", "providers"]):
        assert run(offer, "check", *words, *TODAY) == 0
        times.append(capsys.readouterr().out.count("[easy-not-checked]"))
    assert times[0] == 1 < times[1]


def test_json_findings_have_exactly_the_agreed_keys(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(offer, CLUB, "maximum_age: 18", "maximum_age: 300")
    assert run(offer, "check", "--format", "json", *TODAY) == 1
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all(list(finding) == FIELDS for finding in found)
    assert all(finding["line"] >= 1 and finding["column"] >= 1 for finding in found)


def test_a_way_out_that_names_a_value_is_an_edit_too(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = change(offer, CLUB, "  minimum_age: 8", "  min_age: 8")
    assert run(offer, "check", "--format", "json", *TODAY) == 1
    found = next(found for found in json.loads(capsys.readouterr().out) if "edit" in found)
    assert list(found) == [*FIELDS, "edit"]
    where = {"line": line, "column": 3, "end_line": line, "end_column": 10}
    assert found["edit"] == {"path": CLUB, **where, "text": "minimum_age", "how_sure": "sure"}


def test_github_annotations_name_file_and_line(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = change(offer, CLUB, "maximum_age: 18", "maximum_age: 300")
    assert run(offer, "check", "--format", "github", *TODAY) == 1
    assert f"::error file={CLUB},line={line}," in capsys.readouterr().out


def test_check_of_one_path_shows_only_its_findings(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(offer, CLUB, "maximum_age: 18", "maximum_age: 300")
    assert run(offer, "check", "--format", "json", "content", *TODAY) == 0
    assert CLUB not in capsys.readouterr().out
    assert run(offer, "check", "--format", "json", CLUB, *TODAY) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["check", "providers/nobody"],
        ["easy-read", "--accept", "content/guides/nowhere.md"],
        ["new", "Not A Folder!", "Club"],
    ],
)
def test_what_cannot_be_done_exits_2_with_a_sentence(
    offer: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert run(offer, *words) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.strip().endswith(".")


def test_a_folder_that_is_no_offer_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "is not the folder of a Local Offer" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--today", "tomorrow"], ["nonsense"], ["check", "--format", "xml"]])
def test_bad_arguments_exit_2(offer: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(offer, *words)
    assert stop.value.code == 2


def test_accept_changes_one_line_and_the_warning_goes(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "content/guides/short-breaks.easy.md"
    change(offer, "content/guides/short-breaks.md", "\n## ", "\nMore words now.\n\n## ")
    before = (offer / path).read_text(encoding="utf-8").splitlines()
    run(offer, "check", "--format", "json", path, *TODAY)
    assert "easy-out-of-date" in capsys.readouterr().out
    assert run(offer, "easy-read", "--accept", path) == 0
    after = (offer / path).read_text(encoding="utf-8").splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    capsys.readouterr()
    run(offer, "check", "--format", "json", path, *TODAY)
    assert "easy-out-of-date" not in capsys.readouterr().out


def test_a_new_listing_says_what_is_left_to_do(offer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(offer, "new", "marl-trust", "Sunday swim", *TODAY) == 0
    path = "providers/marl-trust/sunday-swim.yml"
    assert (offer / path).is_file()
    capsys.readouterr()
    assert run(offer, "check", "--format", "json", path, *TODAY) == 1
    assert {finding["path"] for finding in json.loads(capsys.readouterr().out)} == {path}


def test_build_writes_the_site_a_second_one_changes_nothing_and_a_wrong_listing_leaves_it_as_it_was(
    offer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(offer, "build", *TODAY) == 0
    page = offer / "build/site/services/marl-trust/saturday-club/index.html"
    before = page.read_bytes()
    capsys.readouterr()
    assert run(offer, "build", *TODAY) == 0
    assert "Nothing changed" in capsys.readouterr().err
    change(offer, CLUB, "maximum_age: 18", "maximum_age: 300")
    assert run(offer, "build", *TODAY) == 1
    assert page.read_bytes() == before


def test_the_script_itself_runs_from_anywhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith("localoffer ")
