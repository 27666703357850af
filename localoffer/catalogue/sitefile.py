"""Read the council's facts: `extra:` of mkdocs.yml; the rest of that file is MkDocs' business, tags and all."""

from __future__ import annotations

import re
from pathlib import Path

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.model import SiteFacts
from localoffer.model import rules as field_rules
from localoffer.records import read_record
from localoffer.yamlfile import Fields, parse_yaml
from localoffer.yamlfile.source import read_text


def read_site(root: Path, files: Files) -> None:
    """The facts into `files.site`."""
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
    tree, found = parse_yaml(part, name, first)
    files.findings += found
    if isinstance(tree, Fields) and "extra" in tree.values:
        files.site, found = read_record(tree.values["extra"], name, SiteFacts)
        files.findings += found
        files.site = _with_site_name(files.site, text)


def extra_part(text: str) -> tuple[str | None, int]:
    """The lines of `extra:`, and the number of the first; None without it."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"extra\s*:", line)]
    if not starts:
        return None, 1
    start = starts[0]
    end = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[number])), len(lines))
    return "\n".join(lines[start:end]) + "\n", start + 1


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
