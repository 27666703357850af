"""`make fresh`: does the README hold on a bare Debian? Two new systems, nothing of this machine's in them but its way to
the package registries.

In: root, Debian's debootstrap, and what is committed here. Out: what each command took, and 1 when one failed. On each
system: what the README asks for, `make site`; where the system's own Node is new enough, what the README asks for tests
and `make test`; elsewhere `make test-fast`, and `make test` must say what is missing. Logs: build/fresh/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "fresh"
PLACE = "/root/local-offer"
"""Where the project lies in the new system."""
SETTINGS = [
    *("http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"),
    *("PIP_CERT", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_TRUSTED_HOST", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT"),
    *("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "npm_config_registry", "npm_config_cafile"),
]
"""How this machine reaches the registries; never where it keeps what it has fetched."""
FILES = ["/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/npmrc", "/usr/local/share/ca-certificates"]
APT_SETTINGS = re.compile(r"^\s*Acquire::(https?|Check)", re.MULTILINE)


@dataclass(frozen=True)
class System:
    """A Debian. `tests`: its own Node is new enough for `make test`."""

    name: str
    suite: str
    tests: bool


SYSTEMS = [System("Debian 12", "bookworm", False), System("Debian 13", "trixie", True)]


def packages_of_readme() -> tuple[str, str]:
    """What the README has people install: to start, and for the tests."""
    site, tests = re.findall(r"`apt install ([\w -]+)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    return site, tests


class Fresh:
    """One new system."""

    def __init__(self, system: System, folder: Path) -> None:
        self.system = system
        self.folder = folder
        self.log = WORK / f"{system.suite}.log"
        self.log.write_text("", encoding="utf-8")

    def make(self, packages: str) -> None:
        """A bare Debian with these packages, a clone of what is committed, and this machine's way to the registries."""
        include = f"--include={packages.replace(' ', ',')}"
        self._do(
            f"debootstrap with {packages}",
            ["debootstrap", "--variant=minbase", include, self.system.suite, str(self.folder)],
        )
        named = [os.environ.get(name, "") for name in SETTINGS]
        for name in [*FILES, *(value for value in named if value.startswith("/"))]:
            _copy(Path(name), self.folder)
        for path in Path("/etc/apt/apt.conf.d").glob("*"):
            if APT_SETTINGS.search(path.read_text(encoding="utf-8", errors="replace")):
                _copy(path, self.folder)
        clone = ["git", "clone", "--quiet", "--no-hardlinks", f"file://{ROOT}", f"{self.folder}{PLACE}"]
        self._do("clone", clone, told=False)

    def run(self, command: str, *, expect: int = 0) -> str:
        """Run a command line in the project's folder there; what it printed."""
        inside = f"cd {PLACE} && {command}"
        mounts = f"mount -t proc proc {self.folder}/proc && mount --rbind /dev {self.folder}/dev"
        environment = {name: os.environ[name] for name in SETTINGS if name in os.environ}
        names = [f"{name}={value}" for name, value in environment.items()]
        start = [
            "env",
            "-i",
            "HOME=/root",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8",
            "DEBIAN_FRONTEND=noninteractive",
            *names,
        ]
        chroot = [*start, "chroot", str(self.folder), "sh", "-c", inside]
        # In a namespace of its own: its mounts and its programs end with it.
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", f'{mounts} && exec "$@"', "sh"]
        return self._do(command, [*apart, *chroot], expect=expect)

    def _do(self, what: str, command: list[str], *, expect: int = 0, told: bool = True) -> str:
        started = time.monotonic()
        with self.log.open("r+", encoding="utf-8", errors="replace") as log:
            log.seek(0, os.SEEK_END)
            log.write(f"$ {what}\n")
            log.flush()
            start = log.tell()
            done = subprocess.run(
                command, check=False, stdin=subprocess.DEVNULL, stdout=log.fileno(), stderr=subprocess.STDOUT
            )
            log.seek(start)
            output = log.read()
        if done.returncode != expect:
            tail = "\n".join(output.splitlines()[-15:])
            sys.exit(
                f"{self.system.name}: {what} ended with {done.returncode}, not {expect}. The whole log: {self.log}\n{tail}"
            )
        if told:
            print(f"{self.system.name}: {what}: {time.monotonic() - started:.0f} s", flush=True)
        return output


def _copy(path: Path, folder: Path) -> None:
    """The same file or folder in the new system."""
    target = folder / str(path).lstrip("/")
    if path.is_dir():
        shutil.copytree(path, target, dirs_exist_ok=True)
    elif path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def try_system(system: System, folder: Path) -> None:
    """All that the README promises for this system; ends the program with plain words when it does not hold."""
    site, tests = packages_of_readme()
    fresh = Fresh(system, folder)
    fresh.make(site)
    fresh.run("make site")
    if system.tests:
        fresh.run(f"apt-get update && apt-get install -y {tests}")
        fresh.run("make test")
    else:
        fresh.run("make test-fast")
        print(fresh.run("make test", expect=2))


def main(wanted: list[str]) -> int:
    """Try the systems named (bookworm, trixie), or all."""
    if os.geteuid() or not shutil.which("debootstrap"):
        print("make fresh needs root and debootstrap: apt install debootstrap", file=sys.stderr)
        return 2
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    for system in SYSTEMS:
        if not wanted or system.suite in wanted:
            folder = WORK / system.suite
            try:
                try_system(system, folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
