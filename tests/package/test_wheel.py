"""`pip install` of the wheel of this tree gives the command, with all that it needs inside; tried outside the checkout."""

from __future__ import annotations

import re
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from localoffer import __version__
from localoffer.system.carried import PACKAGE, TOOL
from tests.offer import TODAY, copy_site
from tests.package.installed import Installed

pytestmark = pytest.mark.slow
PROJECT = tomllib.loads((TOOL / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "build" not in path.relative_to(folder).parts
    }


def test_the_wheel_holds_the_package_and_what_goes_with_it_and_nothing_else(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {f"localoffer/{name}" for name in files_below(PACKAGE)}
    wanted |= {f"localoffer/{top}/{name}" for top in ("theme", "schema") for name in files_below(TOOL / top)}
    wanted |= {"localoffer/package.json", "localoffer/package-lock.json"}
    assert inside == wanted


def test_its_metadata_say_what_pyproject_says_and_its_version_is_the_packages(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    metadata = message_from_string(archive.read(name).decode("utf-8"))
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == PROJECT["requires-python"] == ">=3.11"
    plain = [need.replace(" ", "") for need in metadata.get_all("Requires-Dist", []) if "extra ==" not in need]
    assert [names(need) for need in plain] == [names(need) for need in PROJECT["dependencies"]]


def names(need: str) -> tuple[str, frozenset[str]]:
    """A requirement in one form: setuptools puts the parts of a range in another order."""
    name, rest = re.fullmatch(r"([\w.\[\]-]+)(.*)", need).groups()  # type: ignore[union-attr]
    return name, frozenset(rest.split(","))


def test_the_command_knows_its_version_and_its_name(installed: Installed, tmp_path: Path) -> None:
    told = installed.run("--version", folder=tmp_path)
    assert (told.returncode, told.stdout) == (0, f"localoffer {__version__}\n")
    assert installed.run("--help", folder=tmp_path).stdout.startswith("usage: localoffer ")


def test_an_offer_outside_the_checkout_is_checked_and_built(installed: Installed, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    day = ("--today", TODAY.isoformat())
    checked = installed.run("check", *day, folder=root)
    assert checked.returncode == 0, checked.stdout
    built = installed.run("build", *day, folder=root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "build.py" not in checked.stdout + checked.stderr + built.stdout + built.stderr
    assert "run: localoffer serve" in " ".join(built.stderr.split())
    page = (root / "build" / "site" / "services" / "marl-trust" / "saturday-club" / "index.html").read_text()
    assert "<style>" in page
    rules = (root / "build" / "site" / "about" / "checks" / "whole-site" / "index.html").read_text()
    assert "localoffer build --clean" in rules
    assert "build.py" not in rules


def test_the_quick_audit_needs_no_checkout(installed: Installed, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    day = ("--today", TODAY.isoformat())
    assert installed.run("build", *day, folder=root).returncode == 0
    audited = installed.run("audit", "--fast", *day, folder=root)
    assert audited.returncode == 1, audited.stderr  # the tiny council lacks pages that every page's footer names
    assert "theme/partials/links.html:" in audited.stdout
    assert "To run everything: localoffer audit" in " ".join(audited.stderr.split())


def test_without_node_the_audit_says_what_is_missing_and_the_way_out(installed: Installed, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    day = ("--today", TODAY.isoformat())
    assert installed.run("build", *day, folder=root).returncode == 0
    told = installed.run("audit", *day, folder=root, PATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert told.returncode == 2
    assert "Node is missing" in told.stderr
    assert "How to fix: install Node 20 or newer" in told.stderr
