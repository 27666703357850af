"""Read one contributor's file as text, or say why not.

In: a path below the root. Out: the text with plain line ends, or findings. A
file may be anything at all: nothing here raises for what it holds.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from localoffer.findings import Finding, has_errors
from localoffer.overlay import base_of, file_of
from localoffer.rulebook import Position
from localoffer.yamlfile import rules
from localoffer.yamlfile.hidden import check_hidden

MAX_BYTES = 256 * 1024
OUTSIDE = "this {0} is only a pointer to a {0} outside the offer"


def relative_name(path: Path, root: Path) -> str:
    """The path as findings write it: from the root, with /, and printable."""
    name, below = path.as_posix(), root.as_posix().rstrip("/") + "/"
    name = name.removeprefix(below) if below != "./" else name
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")


def read_bytes(path: Path, root: Path) -> tuple[bytes | None, list[Finding]]:
    """The file's bytes, unless it is elsewhere, unreadable, no file or too big."""
    name = relative_name(path, root)
    try:
        refused = _why_refused(path, root, name)
        if refused:
            return None, [refused]
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.readall(), []
    except (OSError, ValueError, RuntimeError):
        fix = "check that it is there and that you may open it."
        return None, [rules.FILE_UNREADABLE.finding(name, "this file cannot be read", fix)]


def _why_refused(path: Path, root: Path, name: str) -> Finding | None:
    if _leads_elsewhere(path, root):
        return rules.FILE_OUTSIDE.finding(name, OUTSIDE.format("file"), "put the file itself here.")
    status = os.stat(path)  # noqa: PTH116 - as below
    if not stat.S_ISREG(status.st_mode):
        fix = "remove it, or put a file in its place."
        return rules.FILE_UNREADABLE.finding(name, "this is not a file that can be read", fix)
    if status.st_size > MAX_BYTES:
        message = f"this file has {status.st_size // 1024} KB; the most is {MAX_BYTES // 1024} KB"
        return rules.FILE_TOO_BIG.finding(name, message, "split it, or take out what does not belong in it.")
    return None


def _leads_elsewhere(path: Path, root: Path) -> bool:
    """True when the file, or a folder between it and the root, is a link that leaves the root."""
    place, top = str(path), str(root)
    while len(place) > len(top) and place not in (top, "/", "."):
        if os.path.islink(place):  # noqa: PTH114 - three thousand files: plain text is ten times faster here
            return not path.resolve(strict=True).is_relative_to(root.resolve())
        place = os.path.dirname(place)  # noqa: PTH120
    return False


SAVE_AS = "in your editor choose “Save as” and the encoding UTF-8."


def decode(raw: bytes, name: str) -> tuple[str | None, list[Finding]]:
    """The text of UTF-8 bytes; a byte order mark and Windows line ends are accepted."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (raw[:200].count(b"\0") > 20):
        message = "this file is saved in a form (UTF-16) we cannot read"
        return None, [rules.FILE_ENCODING.finding(name, message, SAVE_AS)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = _position(raw[: error.start].decode("utf-8", "replace").lstrip("\ufeff"))
        fix = f"type the letter again, then {SAVE_AS}"
        return None, [rules.FILE_ENCODING.finding(name, "a letter here is not saved as UTF-8", fix, at)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _position(before: str) -> Position:
    """Line and column of what follows this text."""
    plain = before.replace("\r\n", "\n").replace("\r", "\n")
    return plain.count("\n") + 1, len(plain) - (plain.rfind("\n") + 1) + 1


_OURS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_THEIRS = re.compile(r"^(?:>{7}(?: .*)?|\|{7}(?: .*)?)$", re.MULTILINE)
_BETWEEN = re.compile(r"^={7}$", re.MULTILINE)


def check_conflict(text: str, name: str) -> list[Finding]:
    """Say where two people's versions of a file stand below each other, as git leaves them: once for each place.

    A line of equal signs alone is a heading in Markdown, and a fault only beside the other signs.
    """
    if not any(sign * 7 in text for sign in "<>|="):
        return []
    found = list(_OURS.finditer(text)) or list(_THEIRS.finditer(text))[:1]
    if not found and not name.endswith(".md"):
        found = list(_BETWEEN.finditer(text))[:1]
    message = "two versions of these lines stand here, one below the other (a merge conflict)"
    fix = (
        "keep the lines above ======= or those below it, delete the others, and take out the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>."
    )
    lines = [text.count("\n", 0, match.start()) + 1 for match in found]
    return [rules.MERGE_CONFLICT.finding(name, message, fix, (line, 1)) for line in lines]


def read_text(path: Path, root: Path) -> tuple[str | None, list[Finding]]:
    """The file's text, or findings."""
    raw, findings = read_bytes(path, root)
    if raw is None:
        return None, findings
    return read_raw(raw, relative_name(path, root))


def read_raw(raw: bytes, name: str) -> tuple[str | None, list[Finding]]:
    """The text of a file's bytes; None where its findings say that it cannot be read."""
    text, findings = decode(raw, name)
    if text is None:
        return None, findings
    found = check_conflict(text, name) or check_hidden(text, name)
    return (None if has_errors(found) else text), found


def source_lines(root: Path) -> Callable[[str, int], str | None]:
    """A reader of source lines for reports: each file is read once, and none outside the root."""
    known: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str | None:
        if path not in known:
            raw = read_bytes(file_of(path, root), base_of(path, root))[0] if ".." not in path.split("/") else None
            text = "" if b"\0" in (raw or b"\0") else (raw or b"").decode("utf-8", "replace").lstrip("\ufeff")
            known[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = known[path]
        return lines[number - 1] if 0 < number <= len(lines) else None

    return line_of
