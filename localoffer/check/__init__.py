"""Everything `check` looks at, in one call: records, references, words and easy read.

In: the root, today, and a folder for what was read before. Out: the catalogue (None when a record is wrong) and every finding.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.catalogue.local import written_at
from localoffer.check.easy_read import check_easy_pages, easy_read_checks
from localoffer.check.edits import true_edits
from localoffer.check.look import check_look
from localoffer.check.national import with_a_way_out
from localoffer.check.parallel import read_ahead
from localoffer.check.picture_files import PictureFiles, check_picture_files
from localoffer.check.pictures import check_alt
from localoffer.check.sample import check_sample
from localoffer.check.words import reading_checks
from localoffer.findings import Finding, sort_findings
from localoffer.reading import FindingsCache, word_lists
from localoffer.system.gc_paused import without_collecting


def check_offer(
    root: Path, today: date, *, cache: Path | None = None, leave_out: bool = False
) -> tuple[Catalogue | None, list[Finding]]:
    """Read and check the whole offer. Where records are wrong, words are checked once they are right. `leave_out`: listings
    that are half filled in do not count as wrong; the catalogue is without them."""
    with without_collecting():
        return _check(root, today, cache, leave_out)


def _check(root: Path, today: date, cache: Path | None, leave_out: bool) -> tuple[Catalogue | None, list[Finding]]:
    if cache:
        read_ahead(root, cache)
    catalogue, findings = read_catalogue(root, today, cache=cache, leave_out=leave_out)
    if catalogue is None:
        return None, _for_people(findings, root)
    words = word_lists(catalogue.vocabulary)
    kept = FindingsCache(cache, words)
    checks = [*reading_checks(catalogue, words, kept), *easy_read_checks(catalogue, words, kept)]
    coming = kept.begin(checks)
    pages = list(check_easy_pages(catalogue))  # while other processes look at words
    files = PictureFiles(root, cache)
    pictures = [*check_picture_files(catalogue, files), *check_alt(catalogue, files)]
    files.room.prune_and_close()
    read = [*kept.all_found(checks, coming), *pages]
    sample = list(check_sample(catalogue, kept))
    kept.prune_and_close()
    found = written_at([*read, *pictures], catalogue.content.values())
    return catalogue, _for_people(sort_findings([*findings, *found, *sample, *check_look(root)]), root)


def _for_people(findings: list[Finding], root: Path) -> list[Finding]:
    return list(with_a_way_out(true_edits(findings, root), root))
