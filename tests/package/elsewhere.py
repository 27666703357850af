"""What a council does, on another Python: `python tests/package/elsewhere.py /usr/bin/python3.13 …`. Needs PyPI, so it is no test.

In: Pythons. For each, in a folder of its own: an environment, the wheel of this tree with its libraries from PyPI, `start`, `own`,
`check`, `build`, `serve` over HTTP with an edit seen, then a newer wheel with a changed guide and a changed figure of the law. Out:
one line for each step; 1 where something was not as it should be.
"""

from __future__ import annotations

import argparse
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOOL))

from tests.package.installed import build_wheel  # noqa: E402 - found by the line above
from tests.package.test_upgrade import LAW_NOW, LAW_PAGE, LAW_THEN, files_of, main_of, newer_wheel, page  # noqa: E402

DAY = ("--today", "2026-11-26")
OURS = "Families in North Wick told us this."
PATIENCE = 240


class Council:
    """One environment and one council's folder."""

    def __init__(self, folder: Path, python: str) -> None:
        self.env, self.root, self.folder = folder / "env", folder / "north-wick", folder
        subprocess.run([python, "-m", "venv", str(self.env)], check=True)
        self.version = self.out(str(self.env / "bin" / "python"), "--version")

    def out(self, *words: str) -> str:
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def install(self, wheel: Path) -> None:
        pip = [str(self.env / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(wheel)], check=True)

    def run(self, *words: str, expected: int = 0) -> str:
        command = [str(self.env / "bin" / "localoffer"), *words]
        cwd = self.root if self.root.is_dir() else self.folder
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert done.returncode == expected, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout + done.stderr

    def wait_for(self, address: str, words: str) -> None:
        """Until the page says these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(address, timeout=5) as answer:
                    if words in answer.read().decode("utf-8"):
                        return
            except OSError:
                pass
            time.sleep(0.5)
        raise AssertionError(f"{address} never said {words}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def started(council: Council) -> str:
    council.run("start", str(council.root), "--name=North Wick Council", "--place=North Wick", "--phone=0300 000 0100")
    council.run("own", "guides/travel")
    own = council.root / "content" / "guides" / "travel.md"
    own.write_text(own.read_text("utf-8") + f"\n{OURS}\n", "utf-8")
    council.run("check", *DAY)
    return council.run("build", *DAY).strip().splitlines()[-1]


def served(council: Council) -> str:
    port = free_port()
    command = [str(council.env / "bin" / "localoffer"), "serve", "--port", str(port)]
    with (council.folder / "serve.log").open("w") as log:
        serving = subprocess.Popen(command, cwd=council.root, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/guides/travel/"
        council.wait_for(address, OURS)
        own = council.root / "content" / "guides" / "travel.md"
        own.write_text(own.read_text("utf-8").replace(OURS, f"{OURS} And this."), "utf-8")
        council.wait_for(address, f"{OURS} And this.")
    finally:
        serving.terminate()
        serving.wait(60)
    return "answered over HTTP; an edit was seen"


def upgraded(council: Council, newer: Path) -> str:
    council.run("build", *DAY)
    mine, own, law = files_of(council.root), main_of(page(council.root, "guides/travel")), page(council.root, LAW_PAGE)
    assert LAW_THEN in law
    council.install(newer)
    assert council.run("--version").strip() == "localoffer 99.0.0"
    told = council.run("check", *DAY)
    assert "“Ask about travel in the summer too.” is new" in " ".join(told.split()), told
    council.run("build", *DAY)
    assert LAW_NOW in page(council.root, LAW_PAGE)
    assert LAW_THEN not in page(council.root, LAW_PAGE)
    assert main_of(page(council.root, "guides/travel")) == own
    assert files_of(council.root) == mine
    return f"figure of the law {LAW_THEN} → {LAW_NOW}; our page as it was, the change in its national text told; no file touched"


def try_on(python: str, wheel: Path, newer: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        council = Council(Path(folder), python)
        steps: dict[str, Callable[[], str]] = {
            "install": lambda: str(council.install(wheel) or council.run("--version").strip()),
            "start, own, check, build": lambda: started(council),
            "serve": lambda: served(council),
            "upgrade": lambda: upgraded(council, newer),
        }
        for name, step in steps.items():
            begun = time.monotonic()
            try:
                said = step()
            except (AssertionError, subprocess.SubprocessError) as error:
                print(f"{council.version.strip()}: {name}: FAILED\n{error}", flush=True)
                return False
            print(f"{council.version.strip()}: {name}: {said} ({time.monotonic() - begun:.0f} s)", flush=True)
    return True


def main() -> int:
    """Every Python that is named."""
    parser = argparse.ArgumentParser(description=re.split(r"\. ", __doc__ or "")[0])
    parser.add_argument("pythons", nargs="+")
    with tempfile.TemporaryDirectory() as folder:
        wheel, newer = build_wheel(Path(folder) / "now"), newer_wheel(Path(folder) / "newer")
        return 0 if all(try_on(python, wheel, newer) for python in parser.parse_args().pythons) else 1


if __name__ == "__main__":
    sys.exit(main())
