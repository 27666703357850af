"""`build.py easy-read --accept PATH`: a person has compared the two texts; renew the hash of the source.

In: the root and the path of a listing, a page or its twin. Out: a sentence, and one changed line in one file.
"""

from __future__ import annotations

from pathlib import Path

from localoffer.easyread.source_hash import source_hash, text_hash, write_renewed
from localoffer.model import ContentPage, Service
from localoffer.records import read_record_text
from localoffer.records.pagefile import read_page
from localoffer.system.failures import CannotRun


def accept(root: Path, path: Path) -> str:
    """Renew `written_from` of one listing or twin; a sentence that says so."""
    file = next((found for found in (root / path, path) if found.is_file()), None)
    if file is None:
        raise CannotRun(f"{path} is not there. Name a listing, like providers/marl-trust/saturday-club.yml, or a page.")
    target, new = _yaml_hash(file) if file.suffix == ".yml" else _page_hash(file)
    write_renewed(target, new)
    return f"{target}: easy read accepted (written_from is now {new})."


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def _yaml_hash(file: Path) -> tuple[Path, str]:
    service, findings = read_record_text(_text(file), f"providers/{file.parent.name}/{file.name}", Service)
    if service is None:
        raise CannotRun(f"{file} has mistakes. Run build.py check and put them right first ({len(findings)} found).")
    if service.easy_read is None:
        raise CannotRun(f"{file} has no easy_read part of its own, so there is nothing to accept.")
    return file, source_hash(service)


def _page_hash(file: Path) -> tuple[Path, str]:
    is_twin = file.name.endswith(".easy.md")
    standard = file.with_name(file.name.removesuffix(".easy.md") + ".md") if is_twin else file
    twin = file if is_twin else file.with_name(file.name.removesuffix(".md") + ".easy.md")
    if not standard.is_file() or not twin.is_file():
        raise CannotRun(f"{file} needs both versions: {standard.name} and {twin.name}.")
    page, findings = read_page(_text(standard), standard.name, ContentPage)
    if page is None:
        raise CannotRun(
            f"{standard} has mistakes. Run build.py check and put them right first ({len(findings)} found)."
        )
    return twin, text_hash(page.body)
