"""The wheel of this tree, and an environment of its own that has it: no network, the libraries are the tests' own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from localoffer.system.carried import TOOL


def build_wheel(folder: Path, tree: Path = TOOL) -> Path:
    """Build the wheel of a tree into `folder`."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(tree)], check=True, timeout=300)
    (wheel,) = folder.glob("*.whl")
    return wheel


class Installed:
    """An environment with the wheel in it. `run("check")` runs the command as a council does."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
        packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
        (packages / "of-the-tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        self.install(wheel)

    def install(self, wheel: Path) -> None:
        """Install this wheel in place of what was there."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.folder / "bin" / "python"), "install", "--quiet"]
        options = ["--no-deps", "--no-index", "--force-reinstall", "--disable-pip-version-check"]
        subprocess.run([*pip, *options, str(wheel)], check=True, timeout=300)

    def run(self, *words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """The command `localoffer` in a folder."""
        return subprocess.run(
            [str(self.folder / "bin" / "localoffer"), *words],
            cwd=folder,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
