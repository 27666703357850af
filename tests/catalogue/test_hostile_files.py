"""Whatever a file holds: a finding, and never a crash. A file that would keep us busy without end meets the time limit."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from localoffer.findings import Finding, format_github, format_json, format_text
from localoffer.yamlfile.source import source_lines
from tests.offer import CLUB, LentSite

pytestmark = pytest.mark.timeout(120, method="signal")

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE: dict[str, bytes] = {
    "aliases that multiply": LAUGHS.encode(),
    "a tag that runs a program": b"!!python/object/apply:os.system ['touch /tmp/never']",
    "NUL": b"name: a\0b\n",
    "UTF-16": "name: Saturday club\n".encode("utf-16"),
    "UTF-16 without a mark": ("name: Saturday club\n" * 30).encode("utf-16-le"),
    "UTF-32": "name: Saturday club\n".encode("utf-32"),
    "latin-1": "name: Café\n".encode("latin-1"),
    "2,000 levels of brackets": b"a: " + b"[" * 2000 + b"]" * 2000,
    "2,000 levels of braces": b"{a: " * 2000 + b"}" * 2000,
    "2,000 levels of spaces": b"".join(b" " * n + b"a:\n" for n in range(600)),
    "2,000 hyphens": b"- " * 2000 + b"x",
    "unclosed brackets": b"[" * 200_000,
    "unclosed braces": b"{" * 200_000,
    "question marks": b"? " * 50_000,
    "1 MB": b"name: " + b"x" * 1_000_000,
    "a long line": b"name: " + b"x" * 250_000,
    "many fields": b"".join(b"a%d: b\n" % n for n in range(2_000)),
    "many equal fields": b"a: b\n" * 2_000,
    "many hidden characters": b"name: \xe2\x80\x8b" * 20_000,
    "one word": b"hello",
    "nothing": b"",
    "only a comment": b"# hello\n",
    "only a mark": b"\xef\xbb\xbf",
    "merge": b"<<: {name: x}\nname: y\n",
    "colons": b":" * 100_000,
    "quotation marks": b"\"'" * 50_000,
    "percent": b"%" * 1000,
    "bidi": "name: Saturday \u202eclub\n".encode(),
    "next line": "name: Saturday\x85club\n".encode(),
    "numbers": b"name: 0x7fffffffffffffffffffff\nreview_every: 99999999999999999999999999\n",
    "backticks": b"description: |\n  " + b"`" * 100_000,
    "brackets in Markdown": b"description: |\n  " + b"[" * 100_000,
    "links in Markdown": b"description: |\n  " + b"[a](" * 30_000,
    "parentheses in Markdown": b"description: |\n  [a](" + b"(" * 100_000,
    "angles in Markdown": b"description: |\n  " + b"<" * 100_000,
    "curly in Markdown": b"description: |\n  " + b"{" * 100_000,
    "blank lines in Markdown": b"description: |\n  x\n" + b"  \n" * 50_000 + b"  y",
    "underlines in Markdown": b"description: |\n  x\n  " + b"-" * 100_000 + b"x",
    "escapes in Markdown": b"description: |\n  [" + b"\\" * 100_000,
}


def findings_of(lent: LentSite) -> list[Finding]:
    catalogue, findings = lent.read()
    assert catalogue is None
    for text in (format_text(findings, source_lines(lent.root)), format_github(findings), format_json(findings)):
        assert "Traceback" not in text
    return findings


PLACES = (CLUB, "content/_data/topics.yml", "content/guides/short-breaks.md", "mkdocs.yml")


ALONE = b"\nextra:\n  national: no\n"
"""Stands below what is hostile in mkdocs.yml, as in the tiny council: else the whole national text is read each time."""
EMPTY = ("nothing", "only a comment", "only a mark")
"""A list without entries is no fault of its own: it is told where another file names one."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_in_every_place_are_findings(name: str, lent: LentSite) -> None:
    for places in [[place] for place in PLACES] if name in EMPTY else [PLACES]:
        for place in places:
            alone = ALONE if place == "mkdocs.yml" and name not in EMPTY else b""
            (lent.root / place).write_bytes(HOSTILE[name] + alone)
        findings = findings_of(lent)
        assert {finding.path for finding in findings if finding.is_error} >= set(places), findings
        lent.mend()


def symlink_out(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


def symlink_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def symlink_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.yml")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("make", [symlink_out, symlink_to_itself, symlink_to_nothing, folder, pipe])
def test_what_is_no_file_is_a_finding(make: Callable[[Path], None], lent: LentSite) -> None:
    make(lent.root / CLUB)
    findings = findings_of(lent)
    assert [finding.rule for finding in findings if finding.path == CLUB and finding.is_error]


def test_a_file_outside_is_never_shown(lent: LentSite) -> None:
    symlink_out(lent.root / CLUB)
    assert "root:" not in format_text(findings_of(lent), source_lines(lent.root))


def test_provider_folder_that_is_a_link_out(tmp_path: Path, lent: LentSite) -> None:
    outside = tmp_path / "outside"
    (lent.root / "providers" / "marl-trust").rename(outside)
    (lent.root / "providers" / "marl-trust").symlink_to(outside)
    assert {finding.rule for finding in findings_of(lent)} >= {"file-outside"}


def test_unreadable_file(lent: LentSite) -> None:
    (lent.root / CLUB).chmod(0)
    if os.access(lent.root / CLUB, os.R_OK):
        pytest.skip("this user may read everything")
    assert any(finding.rule == "file-unreadable" for finding in findings_of(lent))


@pytest.mark.parametrize(
    "name", ["Saturday Club.yml", "café.yml", "a_b.yml", "x.yaml", "-a.yml", "a--b.yml", "new\nline.yml"]
)
def test_file_names_that_cannot_be_addresses(name: str, lent: LentSite) -> None:
    (lent.root / CLUB).rename((lent.root / CLUB).parent / name)
    assert "file-name" in {finding.rule for finding in findings_of(lent)}


def test_a_name_that_is_not_utf8(lent: LentSite) -> None:
    (lent.root / "providers" / "marl-trust" / os.fsdecode(b"caf\xe9.yml")).write_text("name: x", encoding="utf-8")
    assert "file-name" in {finding.rule for finding in findings_of(lent)}


@pytest.mark.parametrize("change", ["\ufeff", "\r\n"])
def test_windows_files_are_welcome(change: str, lent: LentSite) -> None:
    good = (lent.root / CLUB).read_text(encoding="utf-8")
    (lent.root / CLUB).write_bytes((change + good if change == "\ufeff" else good.replace("\n", change)).encode())
    catalogue, findings = lent.read()
    assert catalogue, findings


def test_leading_underscore_means_not_a_listing(lent: LentSite) -> None:
    (lent.root / "providers" / "_template").mkdir()
    (lent.root / "providers" / "_template" / "x.yml").write_text("!!!", encoding="utf-8")
    (lent.root / "providers" / "marl-trust" / "_draft.yml").write_text("!!!", encoding="utf-8")
    catalogue, findings = lent.read()
    assert catalogue, findings
