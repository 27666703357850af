"""What pyproject.toml cannot say: theme/, schema/ and the lists of Node parts go into the package when it is installed.

They lie at the top of the checkout, where people edit them (localoffer/system/carried.py finds them in both places). A
wheel is built in a folder of its own, so that nothing an older one left behind gets into it.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
CARRIED = ("theme", "schema", "package.json", "package-lock.json")


class BuildWithTheme(build_py):
    """The package, and what goes with it."""

    def run(self) -> None:
        """As always, then what lies at the top of the checkout."""
        super().run()
        if self.editable_mode:
            return
        for name in CARRIED:
            source, target = HERE / name, Path(self.build_lib, "localoffer", name)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copyfile(source, target)


WORK = tempfile.mkdtemp(prefix="localoffer-")
atexit.register(shutil.rmtree, WORK, ignore_errors=True)
setup(
    cmdclass={"build_py": BuildWithTheme},
    options={"build": {"build_base": WORK}, "egg_info": {"egg_base": WORK}},
)
