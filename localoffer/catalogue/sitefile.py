"""Read the council's facts: `extra:` of mkdocs.yml; the rest of that file is MkDocs' business, tags and all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Edit, Finding, Range
from localoffer.model import SiteFacts
from localoffer.model import rules as field_rules
from localoffer.records import read_record
from localoffer.yamlfile import Fields, parse_yaml
from localoffer.yamlfile.source import read_text


def read_site(root: Path, files: Files, kept: Room | None = None) -> None:
    """The facts into `files.site`; `kept`: where they lie as they were read before."""
    path = root / "mkdocs.yml"
    name = "mkdocs.yml"
    if not path.is_file():
        fix = "put the site's mkdocs.yml here, or name the right folder with --root."
        files.findings.append(rules.NO_MKDOCS_YML.finding(name, "mkdocs.yml is missing", fix))
        return
    text, findings = read_text(path, root)
    files.findings += findings
    if text is None:
        return
    part, first = extra_part(text)
    if part is None:
        fix = "add extra: with the council's name and the person who helps people use the site."
        files.findings.append(field_rules.MISSING_FIELD.finding(name, "extra is missing", fix))
        return
    files.findings += unused_settings(text)
    part, found = with_quoted_colours(part, first)
    files.findings += found
    key = digest_of(SiteFacts.__name__, str(first), part)
    kept = kept or Room(None, "records")
    known: tuple[SiteFacts | None, list[Finding]] | None = kept.load(key)
    if known is None:
        known = _read_facts(part, name, first)
        kept.keep(key, known)
    files.findings += known[1]
    files.site = _with_site_name(known[0], text)


def _read_facts(part: str, name: str, first: int) -> tuple[SiteFacts | None, list[Finding]]:
    tree, findings = parse_yaml(part, name, first)
    if not isinstance(tree, Fields) or "extra" not in tree.values:
        return None, findings
    site, found = read_record(tree.values["extra"], name, SiteFacts)
    return site, [*findings, *found]


def extra_part(text: str) -> tuple[str | None, int]:
    """The lines of `extra:`, and the number of the first; None without it."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"extra\s*:", line)]
    if not starts:
        return None, 1
    start = starts[0]
    end = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[number])), len(lines))
    return "\n".join(lines[start:end]) + "\n", start + 1


_COLOUR = re.compile(r"(?<=:)([ ]+)(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})(?=[ ]*(?:[,}#]|$))", re.MULTILINE)


def with_quoted_colours(part: str, first: int) -> tuple[str, list[Finding]]:
    """The text with its colours in quotation marks, and a finding for each that had none: YAML takes # for a note."""
    findings = []
    for found in _COLOUR.finditer(part):
        start, colour = found.start(2), found[2]
        line, column = first + part.count("\n", 0, start), start - part.rfind("\n", 0, start)
        edit = Edit("mkdocs.yml", Range(line, column, line, column + len(colour)), f'"{colour}"', was=colour)
        message = f"the colour {colour} is not in quotation marks, so # makes a note of the rest of the line"
        findings.append(
            field_rules.COLOUR_FORM.finding("mkdocs.yml", message, f'write "{colour}"', (line, column), edit=edit)
        )
    return _COLOUR.sub(r'\1"\2"', part), findings


INSTEAD = {
    "nav": "links of your own in the header are header_links: below extra:.",
    "extra_css": "your own stylesheet is theme/council.css, without a line here.",
    "extra_javascript": "the site loads no script of others; take the line out.",
    "copyright": "links of your own at the foot are footer_links: below extra:.",
    "repo_url": "where files are edited is edit_url: below extra:.",
    "edit_uri": "where files are edited is edit_url: below extra:.",
    "hooks": "nothing of ours runs inside MkDocs; take the line out.",
}
"""Settings of MkDocs that do nothing here → what does."""


def unused_settings(text: str) -> Iterator[Finding]:
    """Settings that people know from MkDocs, and that no page here reads."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        key = line.partition(":")[0]
        if key in INSTEAD and ":" in line and not (key == "nav" and _is_home_only(lines[number - 1 :])):
            yield rules.SETTING_UNUSED.finding("mkdocs.yml", f"{key} does nothing here", INSTEAD[key], (number, 1))


def _is_home_only(lines: list[str]) -> bool:
    """The menu that MkDocs needs: the home page, and no other."""
    block = [lines[0], *itertools.takewhile(lambda line: not line or line[0] in " -#", lines[1:])]
    return re.findall(r"[\w/.-]+\.md", "\n".join(block)) == ["index.md"]


def _with_site_name(site: SiteFacts | None, text: str) -> SiteFacts | None:
    """site_name and site_url stand outside `extra:`."""
    if site is None:
        return None
    found = {
        key: match[1].strip().strip("\"'")
        for key in ("site_name", "site_url")
        if (match := re.search(rf"^{key}:[ ]*(\S.*?)[ ]*(?:#.*)?$", text, re.MULTILINE))
    }
    return site.model_copy(update=found)
