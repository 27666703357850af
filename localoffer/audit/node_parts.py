"""The parts of the audit that run on Node, fetched once into a folder of this user's own.

In: package.json and package-lock.json of this version, which go with the package: names, versions and digests of each part.
Out: node_modules in the user's cache. In a checkout `make audit` installs them beside the package, and nothing is done here.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock

from localoffer.audit.context import Progress, Say
from localoffer.browser.installed import find_node
from localoffer.cache.digests import digest_of
from localoffer.system.carried import carried, is_installed, kept_for_tools
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Run, run_program

LISTS = ("package.json", "package-lock.json")
PATIENCE = 900
COMMAND = ("npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")
FAST = "To run only the checks that need none of this: localoffer audit --fast"


def fetch_node_parts(say: Say, progress: Progress) -> None:
    """Make sure that the installed package has its Node parts; says so where they are fetched now."""
    if is_installed():
        fetch_into(kept_for_tools(), [carried(name) for name in LISTS], say, progress)


def fetch_into(
    folder: Path,
    lists: list[Path],
    say: Say,
    progress: Progress,
    *,
    run: Run = run_program,
    environment: dict[str, str] | None = None,
) -> None:
    """Install what `lists` name into `folder`, unless just that is there. ToolMissing without Node or npm."""
    wanted = digest_of(*(path.read_bytes() for path in lists))
    done = folder / "node_modules" / ".localoffer"
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    find_node(*([environment] if environment is not None else []))
    if not shutil.which("npm", path=(environment or {}).get("PATH")):
        raise ToolMissing(
            "npm is missing; it comes with Node, and the accessibility tools are fetched with it.",
            f"install it (on Debian and Ubuntu: apt install npm). {FAST}",
        )
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "fetching.lock"):
        say(f"Fetching the accessibility tools (axe, pa11y, html-validate, the Nu checker) once, into {folder}")
        for path in lists:
            shutil.copyfile(path, folder / path.name)
        with progress("Fetching the accessibility tools"):
            ended = run(COMMAND, PATIENCE, folder=folder)
        if ended.code != 0:
            why = f"npm said: {ended.last_line[:200]}" if ended.code is not None else "npm did not end."
            raise CannotRun(
                f"The accessibility tools could not be fetched. {why}",
                f"check that this computer may reach registry.npmjs.org, then run the audit again. {FAST}",
            )
        done.write_text(wanted, encoding="utf-8")
