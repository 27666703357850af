"""The lock files hold for every Python that pyproject.toml promises, and this is known, not hoped.

What a version asks for stands in its own metadata, so it is read from the installed package. A locked version that is
not the installed one is a fault too: nobody has seen then what it asks for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.specifiers import SpecifierSet

from tests.test_layers import ROOT

LOCKS = [ROOT / "requirements" / "run.lock", ROOT / "requirements" / "dev.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = ["3.11.0", "3.12.0", "3.13.0", "3.14.0"]
Asks = Callable[[str], tuple[str, str]]
"""A package's name → its version and the Python it asks for."""


def installed(name: str) -> tuple[str, str]:
    """What is installed here; no version where nothing is."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return "", ""
    return found["Version"], found.get("Requires-Python", "")


def locked(lock: str) -> list[tuple[str, str, str]]:
    """Name, version and marker of each package of a lock."""
    return re.findall(r"^([\w.-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", lock, re.MULTILINE)


def faults_of(lock: str, asks: Asks = installed) -> list[str]:
    """One sentence for each locked version that a promised Python cannot have, or of which that is not known."""
    found = []
    for name, version, marker in locked(lock):
        there, python = asks(name)
        if there != version and (not marker or Marker(marker).evaluate()):
            found.append(
                f"{name}=={version} is locked, but {there or 'nothing'} is installed: make .venv/.dev, then again"
            )
        for promised in PYTHONS:
            is_for_it = not marker or Marker(marker).evaluate({"python_full_version": promised})
            if there == version and is_for_it and not SpecifierSet(python).contains(promised):
                found.append(f"{name}=={version} asks for Python {python}, and pyproject.toml promises {promised}")
                break
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_locked_version_asks_for_more_than_pyproject_promises(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert len(locked(text)) == len(re.findall(r"==", text)) > 40
    assert faults_of(text) == []


def test_the_oldest_python_of_pyproject_is_the_one_that_is_tried() -> None:
    assert PYTHONS[0].startswith(PROJECT["project"]["requires-python"].removeprefix(">=") + ".0")


def lock_with(name: str, version: str) -> str:
    """The lock of the tests with one version changed."""
    lock, times = re.subn(
        rf"^{name}==[^\s;]+", f"{name}=={version}", LOCKS[1].read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert times == 1
    return lock


def test_a_locked_version_that_asks_for_a_newer_python_is_named() -> None:
    lock = lock_with("pyyaml", "99")
    told = faults_of(lock, lambda name: ("99", ">=3.12") if name == "pyyaml" else installed(name))
    assert "pyyaml==99 asks for Python >=3.12, and pyproject.toml promises 3.11.0" in told


def test_a_locked_version_that_nobody_has_installed_is_named() -> None:
    assert [told for told in faults_of(lock_with("pyyaml", "99")) if told.startswith("pyyaml==99 is locked, but ")]


def test_both_locks_hold_the_same_versions() -> None:
    run, dev = (set(locked(lock.read_text(encoding="utf-8"))) for lock in LOCKS)
    assert run <= dev


def test_an_upper_bound_has_its_reason_beside_it() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    bounded = [line for line in lines if re.match(r'\s*"[\w.\[\]-]+[^"]*(<|==|~=)', line)]
    assert bounded
    assert [line for line in bounded if "#" not in line] == []
