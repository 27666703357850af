"""Make this machine ready for the tests that need a browser, Node and Java, or say in plain words what is missing.

An installed Chromium or Chrome is used first; on Debian and Ubuntu the distribution's package is installed; only where
neither can be had does puppeteer (which pa11y-ci brings) fetch one into its own cache.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 600
"""Seconds for each thing that is fetched."""
sys.path.insert(0, str(ROOT))

from localoffer.browser.installed import FETCHED, browser_path  # noqa: E402 - found by the line above


def install_browser() -> None:
    """Install Debian's chromium, or let puppeteer fetch a browser into build/browser."""
    can_install = os.geteuid() == 0 and shutil.which("apt-get") and not _is_ubuntu()
    if can_install:
        print("Installing Chromium (once) ...", flush=True)
        _run(["apt-get", "update", "-qq"])
        if _run(["apt-get", "install", "-y", "-qq", "chromium"]):
            return
    print("Fetching a browser for the tests (once) ...", flush=True)
    command = ["npx", "--no-install", "puppeteer", "browsers", "install", "chrome", "--path", str(FETCHED)]
    _run(command)


def _run(command: list[str]) -> bool:
    """True when it did what it should in time; what is missing then is said by `missing_tools`."""
    try:
        done = subprocess.run(
            command, check=False, cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _is_ubuntu() -> bool:
    """Ubuntu's chromium package only leads to a snap."""
    release = Path("/etc/os-release")
    return release.is_file() and "ID=ubuntu" in release.read_text(encoding="utf-8")


def missing_tools() -> list[str]:
    """One plain sentence for each tool that is still missing."""
    wanted = {
        "node": "Node 20 or newer is missing. On Debian and Ubuntu: apt install nodejs npm. On a Mac: brew install node.",
        "java": "A Java runtime is missing; the HTML checker needs it. On Debian and Ubuntu: apt install "
        "default-jre-headless. On a Mac: brew install openjdk.",
    }
    found = [sentence for name, sentence in wanted.items() if not shutil.which(name)]
    if not browser_path():
        found.append("No browser was found. Install Chromium or Chrome, or set CHROMIUM to where yours is.")
    return found


def main() -> int:
    """Install what can be installed; 2 and a list of sentences when something is still missing."""
    if not browser_path():
        install_browser()
    sentences = missing_tools()
    print("\n".join(sentences), end="\n" if sentences else "", file=sys.stderr)
    return 2 if sentences else 0


if __name__ == "__main__":
    sys.exit(main())
