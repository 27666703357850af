"""Find the browser, Node and its packages on this machine, or say in plain words what is missing.

In: this machine. Out: paths. Nothing is downloaded; `tests/ready.py` installs what can be installed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from localoffer.system.carried import NODE_MODULES, kept_for_tools
from localoffer.system.failures import ToolMissing

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FETCHED = kept_for_tools() / "build" / "browser"


def browser_path(environment: Mapping[str, str] = os.environ, fetched: Path = FETCHED) -> str | None:
    """The browser to test with: $CHROMIUM, an installed one, or the one puppeteer fetched; None where there is none."""
    named = environment.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    search = environment.get("PATH")
    found = next((path for name in BROWSERS if (path := shutil.which(name, path=search))), None)
    if found and not _is_snap(found):
        return found
    on_mac = next((path for path in MAC_BROWSERS if Path(path).is_file()), None)
    return on_mac or _fetched_browser(fetched) or found


def _is_snap(path: str) -> bool:
    """Ubuntu's chromium-browser is a snap, which cannot read files outside the home folder."""
    return "/snap/" in str(Path(path).resolve()) or Path("/snap/bin/chromium").exists()


def _fetched_browser(fetched: Path) -> str | None:
    places = [*fetched.glob("chrome/*/chrome-*/chrome"), *fetched.glob("chrome/*/*/*.app/Contents/MacOS/*")]
    return str(sorted(places)[-1]) if places else None


def find_browser(environment: Mapping[str, str] = os.environ) -> str:
    """The browser's path; ToolMissing where there is none."""
    found = browser_path(environment)
    if found:
        return found
    named = environment.get("CHROMIUM")
    if named:
        raise ToolMissing(
            f"CHROMIUM says the browser is {named}, but no such file is there.",
            "set CHROMIUM to where Chromium or Chrome is, or unset it.",
        )
    raise ToolMissing(
        "No browser was found, so the pages cannot be tested.",
        "install Chromium or Chrome (on Debian and Ubuntu: apt install chromium), or set CHROMIUM to where yours is. "
        "To run only the checks that need no browser: build.py audit --fast",
    )


def find_node(environment: Mapping[str, str] = os.environ) -> str:
    """Node's path; ToolMissing where there is none."""
    found = shutil.which("node", path=environment.get("PATH"))
    if not found:
        raise ToolMissing(
            "Node is missing; the accessibility tools run on it.",
            "install Node 20 or newer (on Debian and Ubuntu: apt install nodejs npm; on a Mac: brew install node).",
        )
    return found


def find_node_file(path: str, modules: Path = NODE_MODULES) -> Path:
    """A file of an installed Node package, such as `axe-core/axe.min.js`; ToolMissing where it is not."""
    file = modules / path
    if not file.is_file():
        package = path.partition("/")[0]
        raise ToolMissing(
            f"{package} is not installed, so the pages cannot be tested.",
            f"run `npm ci --ignore-scripts` in {modules.parent} (`make audit` does it for you).",
        )
    return file
