"""Where the parts of the tool that are no Python lie, and what the tool is called here.

In: where this package lies. In a checkout theme/, schema/ and package.json lie beside it, as people edit them; in an
installed package they lie inside it, where the wheel has put them. Out: paths, and words.
"""

from __future__ import annotations

import re
from pathlib import Path

from platformdirs import user_cache_path

from localoffer import __version__

PACKAGE = Path(__file__).resolve().parents[1]
TOOL = PACKAGE.parent
"""The folder Python finds the package in."""


def is_installed(package: Path = PACKAGE) -> bool:
    """False in a checkout."""
    return (package / "theme").is_dir()


def carried(name: str, package: Path = PACKAGE) -> Path:
    """A folder or file that goes with the package: `theme`, `schema`, `package.json`."""
    return (package if is_installed(package) else package.parent) / name


def kept_for_tools(package: Path = PACKAGE) -> Path:
    """Where programs of other people are kept: in a checkout beside the package, else in this user's own cache."""
    return user_cache_path("localoffer") / __version__ if is_installed(package) else package.parent


THEME = carried("theme")
NODE_MODULES = kept_for_tools() / "node_modules"

_CALLED = re.compile(r"(?:python )?\bbuild\.py\b")


def as_called_here(text: str, package: Path = PACKAGE) -> str:
    """`python build.py check` → `localoffer check`, where the command has that name."""
    return _CALLED.sub("localoffer", text) if is_installed(package) else text
