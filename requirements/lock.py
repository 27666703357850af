"""Rewrite requirements/run.lock and dev.lock from pyproject.toml: names, versions and hashes, never addresses."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
HEADER = "# Written by `make lock` from pyproject.toml. Names, versions and hashes only.\n"


def compile_lock(wanted: list[str], lock: Path, *, constraint: Path | None = None) -> None:
    """Resolve `wanted` with pip-tools (run through pip in a throw-away environment) into `lock`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "wanted.in")
        lines = list(wanted) + ([f"-c {constraint}"] if constraint else [])
        source.write_text("\n".join(lines), encoding="utf-8")
        command = [
            sys.executable,
            "-P",  # our own build.py is not the package of that name
            "-m",
            "piptools",
            "compile",
            "--quiet",
            "--generate-hashes",
            "--allow-unsafe",
            "--no-header",
            "--no-annotate",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-emit-trusted-host",
            "--strip-extras",
            "--output-file",
            str(lock),
            str(source),
        ]
        lock.unlink(missing_ok=True)
        subprocess.run(command, check=True)
    kept = [line for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith(("--", "# "))]
    lock.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")


def main() -> None:
    """Write both lock files; the tests' one is held to the versions of the site's."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    compile_lock(wanted, HERE / "run.lock")
    compile_lock(wanted + project["dependency-groups"]["dev"], HERE / "dev.lock", constraint=HERE / "run.lock")


if __name__ == "__main__":
    main()
