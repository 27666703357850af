"""`start` asks on a terminal and takes flags in a script; `bundle` needs a built site."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from localoffer.cli import main
from localoffer.cli.start_command import ask_for

FLAGS = ["--name", "North Wick Council", "--place", "North Wick"]


def test_a_script_gives_flags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", str(tmp_path / "nw"), *FLAGS, "--phone", "01632 960 555", "--host", "gitlab"]) == 0
    text = (tmp_path / "nw" / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'phone: "01632 960 555"' in text
    assert "Its README.md says how to go on." in capsys.readouterr().err
    assert not (tmp_path / "nw" / ".github").exists()


@pytest.mark.parametrize(("flags", "missing"), [([], "--name and --place"), (FLAGS[:2], "--place")])
def test_a_script_that_leaves_out_what_is_needed_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, flags: list[str], missing: str
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert main(["start", str(tmp_path / "nw"), *flags]) == 2
    assert f"A new folder needs {missing}." in capsys.readouterr().err
    assert not (tmp_path / "nw").exists()


def test_a_full_folder_is_refused_with_a_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("")
    assert main(["start", str(tmp_path), *FLAGS]) == 2
    assert "How to fix: name a new folder" in capsys.readouterr().err


def test_questions_are_asked_for_what_no_flag_says_and_enter_leaves_it_open() -> None:
    answers = iter(["", "North Wick", "01632 960 555", "", "", "", ""])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    facts = dict.fromkeys(("name", "place", "phone", "email", "hours", "address", "site_url"), "")
    found = ask_for({**facts, "name": "North Wick Council"}, answer)
    assert (found["name"], found["place"], found["phone"], found["email"]) == (
        "North Wick Council",
        "North Wick",
        "01632 960 555",
        "",
    )
    assert asked[0] == asked[1]
    assert not any("council's name" in question for question in asked)


def test_a_site_that_is_not_built_cannot_be_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["start", str(tmp_path / "nw"), *FLAGS])
    capsys.readouterr()
    assert main(["bundle", str(tmp_path / "copy"), "--root", str(tmp_path / "nw")]) == 2
    assert "build it first" in capsys.readouterr().err
