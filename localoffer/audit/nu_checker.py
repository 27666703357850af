"""The Nu checker (Java) as a checker of every page: what it says that is not so, and how its result is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

from localoffer.audit.checkers import Checker, Complaint
from localoffer.findings import ERROR, WARNING
from localoffer.system.carried import NODE_MODULES

_PROGRAM = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

#: What the Nu checker says that is not so, each with its reason.
NOT_SO = (
    re.compile("Resource violates Content Security Policy"),  # it reads files, where 'self' means nothing
    re.compile(
        "Inline script violates Content Security Policy"
    ),  # it takes data (JSON-LD) for a program; inline-script tells those
    re.compile("The “list” role is unnecessary for element “[uo]l”"),  # Safari needs it where a list has no dots
    re.compile("The first occurrence of (?:ID|“dt”)"),  # the second half of another message
    re.compile(r"CSS: .*types are incompatible"),  # it cannot work out calc() with custom properties
    re.compile("CSS: .*“(?:@container|container-type)”"),  # it does not know CSS Containment Level 3, which browsers do
)


_FOR_ONE_RUN = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A program that ends within a minute never earns what Java spends on a second compiler and on threads that tidy up: a third of the time."""


def _command(_folder: Path, files: list[Path]) -> list[str]:
    return ["java", *_FOR_ONE_RUN, "-jar", str(_PROGRAM), "--format", "json", "--exit-zero-always", *map(str, files)]


def _read(errors: str, _folder: Path) -> dict[str, list[Complaint]]:
    start = errors.find('{"')
    found: dict[str, list[Complaint]] = {}
    for said in json.loads(errors[start:] if start > 0 else errors)["messages"]:
        if said["type"] == "non-document-error":
            raise ValueError(said["message"])
        if not any(pattern.search(said["message"]) for pattern in NOT_SO):
            path = re.sub(r"^file:(?://)?", "", said["url"])
            severity = ERROR if said["type"] == "error" else WARNING
            found.setdefault(path, []).append(Complaint(severity, "", said["message"], said.get("lastLine", 1)))
    return found


NU_CHECKER = Checker(
    "the Nu checker",
    "nu",
    "java",
    _PROGRAM,
    "Install Java 11 or newer (default-jre-headless), then: npm ci --ignore-scripts",
    _command,
    _read,
)
