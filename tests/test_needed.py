"""What a machine lacks is said in one go, with the line that installs it there, before anything is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from tests.test_layers import ROOT

spec = spec_from_file_location("needed", ROOT / "requirements" / "needed.py")
assert spec
assert spec.loader
needed = module_from_spec(spec)
spec.loader.exec_module(needed)

GOOD = {"node --version": "v20.19.2\n", "npm --version": "9.2.0\n", "java -version": 'openjdk version "21"\n'}
FOR_TESTS = {"node": "", "npm": "", "java": "", "atomic": ""}


def machine(**answers: str) -> Callable[..., str | None]:
    """A machine that answers the first word of a command."""
    return lambda *command: answers.get(command[0])


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert needed.missing_for("test", lambda *command: GOOD.get(" ".join(command))) == {}


def test_all_that_is_missing_is_said_in_one_go() -> None:
    missing = needed.missing_for("test", machine(node="v18.20.4\n"))
    assert missing == {"node": "this is 18.20.4", "npm": "", "java": ""}
    told = needed.report("test", missing, ["To install them:", "  apt install x"])
    assert told == (
        "make test needs what is not here yet:\n"
        "  - Node 20 or newer (this is 18.20.4)\n"
        "  - npm, which comes with Node\n"
        "  - a Java runtime, for the HTML checker\n"
        "To install them:\n"
        "  apt install x\n"
        "What needs none of these: make test-fast\n"
        "Nothing was installed or changed."
    )


def test_the_site_needs_neither_node_nor_java() -> None:
    assert needed.missing_for("site", machine()) == {}


def test_a_python_without_pip_for_new_environments_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "has_venv", lambda: False)
    assert needed.missing_for("site", machine()) == {"venv": ""}


@pytest.fixture(autouse=True)
def has_every_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "has_atomic", lambda: True)


def test_a_library_that_the_browser_s_driver_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "has_atomic", lambda: False)
    assert needed.missing_for("test", lambda *command: GOOD.get(" ".join(command))) == {"atomic": ""}


@pytest.mark.parametrize(
    ("manager", "is_root", "line"),
    [
        ("apt", True, "apt install nodejs npm default-jre-headless libatomic1"),
        ("apt", False, "sudo apt install nodejs npm default-jre-headless libatomic1"),
        ("dnf", False, "sudo dnf install nodejs npm java-latest-openjdk-headless libatomic"),
        ("brew", False, "brew install node temurin"),
    ],
)
def test_one_line_installs_it_on_this_system(manager: str, is_root: bool, line: str) -> None:
    lines = needed.way_out(
        FOR_TESTS, is_root=is_root, ask=machine(), which=lambda name: name if name == manager else None
    )
    assert lines == ["To install them:", f"  {line}"]


def test_a_system_whose_own_node_is_too_old_is_told_another_way() -> None:
    ask = machine(**{"apt-cache": "nodejs:\n  Installed: (none)\n  Candidate: 18.20.4+dfsg-1~deb12u1\n"})
    lines = needed.way_out(FOR_TESTS, is_root=True, ask=ask, which=lambda name: name if name == "apt" else None)
    assert lines[:2] == ["To install:", "  apt install default-jre-headless libatomic1"]
    assert lines[-1].strip() == needed.NODE_FROM_PYPI


def test_a_system_nobody_here_knows_is_told_so() -> None:
    assert needed.way_out(FOR_TESTS, is_root=True, ask=machine(), which=lambda _name: None) == [
        "Install them as your system does it."
    ]


def test_make_says_it_before_it_installs_anything(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "sh").symlink_to("/bin/sh")
    make = shutil.which("make")
    assert make
    done = subprocess.run(
        [make, "test", f"PYTHON={sys.executable}"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "make test needs what is not here yet:\n  - Node 20 or newer\n  - npm" in done.stderr
    there = {path.name for path in tmp_path.iterdir()}
    assert there - {"build"} == {"Makefile", "requirements", "bin"}, "but for what Python has compiled, nothing is new"


def test_the_readme_and_this_ask_for_the_same() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    site, tests = re.findall(r"`apt install ([\w -]+)`", readme)
    assert needed.NEEDED["venv"][1]["apt"] in site
    assert tests.split() == [needed.NEEDED[name][1]["apt"] for name in FOR_TESTS]
    assert f"Node {needed.OLDEST_NODE} or newer" in readme
    assert f'">={needed.OLDEST_PYTHON[0]}.{needed.OLDEST_PYTHON[1]}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )
