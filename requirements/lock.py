"""Rewrite requirements/run.lock and dev.lock from pyproject.toml: names, versions and hashes, never addresses.

One version of each package for every Python that pyproject.toml promises, the oldest one first (decisions/005).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
HEADER = "# Written by `make lock` from pyproject.toml. Names, versions and hashes only.\n"


def oldest_python(promise: str) -> str:
    """`>=3.11` → `3.11.0`: the oldest Python that keeps the promise of `requires-python`."""
    numbers = promise.removeprefix(">=").split(".")
    return ".".join([*numbers, "0"][:3])


def compile_lock(wanted: list[str], python: str, lock: Path, *, constraint: Path | None = None) -> None:
    """Resolve `wanted` with uv (in the throw-away environment this runs in) into `lock`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "wanted.in")
        source.write_text("\n".join(wanted), encoding="utf-8")
        command = [
            *(sys.executable, "-P", "-m", "uv", "pip", "compile", "--quiet"),  # -P: our own build.py is no package
            *("--universal", "--python-version", python, "--fork-strategy", "fewest", "--upgrade"),
            *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
            *(("--constraints", str(constraint)) if constraint else ()),
            *("--output-file", str(Path(folder, "lock")), str(source)),
        ]
        subprocess.run(command, check=True, cwd=folder)
        lock.write_text(HEADER + Path(folder, "lock").read_text(encoding="utf-8"), encoding="utf-8")


def main() -> None:
    """Write both lock files; the tests' one is held to the versions of the site's."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    wanted, python = project["project"]["dependencies"], oldest_python(project["project"]["requires-python"])
    compile_lock(wanted, python, HERE / "run.lock")
    audit = project["project"]["optional-dependencies"]["audit"]
    tests = [*audit, *project["dependency-groups"]["dev"]]
    compile_lock(wanted + tests, python, HERE / "dev.lock", constraint=(HERE / "run.lock").resolve())


if __name__ == "__main__":
    main()
