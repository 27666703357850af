"""Make sure that the tests have a browser. Python, Node and Java were asked for before: see requirements/needed.py.

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
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if can_install:
        _run(["apt-get", "update", "-qq"])
    if can_install and not _is_ubuntu():
        print("Installing Chromium (once) ...", flush=True)
        if _run(["apt-get", "install", "-y", "-qq", "chromium"]):
            return
    print("Fetching a browser for the tests (once) ...", flush=True)
    command = ["npx", "--no-install", "puppeteer", "browsers", "install", "chrome", "--path", str(FETCHED)]
    _run([*command, "--install-deps"] if can_install else command)


def _run(command: list[str]) -> bool:
    """True when it did what it should in time; what is missing then is said by `main`."""
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


def main() -> int:
    """Install a browser where there is none; 2 and a plain sentence when there still is none."""
    if not browser_path():
        install_browser()
    if browser_path():
        return 0
    print("No browser was found. Install Chromium or Chrome, or set CHROMIUM to where yours is.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
