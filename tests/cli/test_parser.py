"""The parser is read off the commands: `build` where none is named, and no flag's value is taken for a command."""

from __future__ import annotations

import argparse

import pytest

import localoffer.cli  # noqa: F401 - fills the list of commands
from localoffer.cli.command import COMMANDS, command, flag
from localoffer.cli.parser import parse
from localoffer.cli.screen import Screen


@pytest.mark.parametrize("words", [[], ["--quiet"], ["--today", "2026-11-22"], ["--root", "somewhere", "--clean"]])
def test_build_is_the_command_where_none_is_named(words: list[str]) -> None:
    assert parse(words).command == "build"


def test_a_command_that_does_not_exist_is_not_taken_for_build(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["chek"])
    assert "chek" in capsys.readouterr().err


def test_a_new_command_needs_nothing_but_its_function() -> None:
    @command("say a word", flag("--colour", help="its colour"), flag("word"))
    def say_it(arguments: argparse.Namespace, screen: Screen) -> int:
        return 0

    try:
        arguments = parse(["say-it", "--colour", "red", "hello"])
        assert (arguments.run, arguments.colour, arguments.word) == (say_it, "red", "hello")
    finally:
        del COMMANDS["say-it"]
