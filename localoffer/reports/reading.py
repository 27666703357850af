"""How easy the pages are to read, from the hardest to the easiest.

In: the catalogue. Out: one row a page, and a report with their grades, longest sentences, faults, and what easy read lacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.check.easy_read import check_easy_read
from localoffer.check.words import check_reading, names_of, prose_of
from localoffer.easyread.service import is_out_of_date
from localoffer.easyread.source_hash import text_hash
from localoffer.easyread.twin import blocks
from localoffer.findings import Finding
from localoffer.model import ContentPage, Service
from localoffer.reading import word_lists
from localoffer.reading.grade import GRADES, reading_grade
from localoffer.reading.passages import EASY, MASKED, STANDARD, Passage, blocks_of, count_words
from localoffer.reports.files import Table

LONGEST = 140
"""Letters of the longest sentence that the report quotes."""


@dataclass(frozen=True)
class Reading:
    """One page as it reads. `grade` is None where the page has fewer than 100 words."""

    title: str
    path: str
    kind: str
    words: int
    sentences: int
    grade: float | None
    aim: int
    longest_words: int
    longest: str
    errors: int
    warnings: int
    easy_read: str
    checked_by: str


COLUMNS = {
    "title": "Page",
    "path": "File",
    "kind": "Version",
    "grade": "Reading grade",
    "aim": "Aim",
    "words": "Words",
    "sentences": "Sentences",
    "longest_words": "Words in the longest sentence",
    "longest": "Longest sentence",
    "errors": "Errors",
    "warnings": "Warnings",
    "easy_read": "Easy read",
    "checked_by": "Checked by",
}


def table(catalogue: Catalogue) -> Table:
    """The pages, hardest first, and a summary of their grades and of what easy read lacks."""
    rows = measure_reading(catalogue)
    day = wording.day_date(catalogue.today)
    intro = (
        f"{catalogue.site.council.name}, {day}. Hardest pages first. The grade (Flesch–Kincaid) is a hint, not a mark: "
        "it counts long words and long sentences. Ask readers too.",
        *_summary(rows),
    )
    return Table(intro, COLUMNS, [asdict(row) for row in rows])


def _summary(rows: list[Reading]) -> Iterator[str]:
    for kind in (STANDARD, EASY):
        graded = [row for row in rows if row.kind == kind and row.grade is not None]
        above = sum(1 for row in graded if row.grade is not None and row.grade > row.aim)
        yield f"{kind.capitalize()}: {above} of {wording.count(len(graded), 'page')} with a grade are above the aim of {GRADES[kind]}."
    counted = Counter(row.easy_read for row in rows if row.kind == STANDARD)
    yield (
        f"Easy read: {counted['own words']} in their own words, {counted['from facts']} written from facts, "
        f"{counted['out of date']} out of date. "
        f"{sum(1 for row in rows if row.kind == EASY and not row.checked_by)} texts nobody with a learning disability has checked."
    )


def measure_reading(catalogue: Catalogue) -> list[Reading]:
    """Every page people wrote, hardest first."""
    faults = _faults(catalogue)
    rows = [*_services(catalogue, faults), *_pages(catalogue, faults)]
    return sorted(rows, key=lambda row: (row.grade is None, -(row.grade or 0), -row.longest_words, row.path, row.kind))


Faults = Counter[tuple[str, str]]


def _faults(catalogue: Catalogue) -> Faults:
    words = word_lists(catalogue.vocabulary)
    found: list[Finding] = [*check_reading(catalogue, words), *check_easy_read(catalogue, words)]
    return Counter((finding.path, finding.severity) for finding in found)


def _services(catalogue: Catalogue, faults: Faults) -> Iterator[Reading]:
    for service in catalogue.services.values():
        names = names_of(service, catalogue)
        prose = (found.text for found in prose_of(service) if "easy_read" not in found.field)
        blocks_said = [block for text in prose for block in blocks_of(text, STANDARD, names)]
        state = _easy_state(service)
        yield _reading(service.name, service.path, STANDARD, blocks_said, faults, state, "")
        if service.easy_read:
            points = [Passage(point.text, EASY, exempt=names) for point in service.easy_read.points]
            checked = service.easy_read.checked_by or ""
            yield _reading(service.name, service.path, EASY, points, Counter(), state, checked)


def _easy_state(service: Service) -> str:
    if service.easy_read is None:
        return "from facts"
    return "out of date" if is_out_of_date(service) else "own words"


def _pages(catalogue: Catalogue, faults: Faults) -> Iterator[Reading]:
    for page in catalogue.content.values():
        state = _twin_state(page)
        yield _reading(page.title, page.path, STANDARD, blocks_of(page.body, STANDARD), faults, state, "")
        if page.easy:
            said = [
                Passage("\n".join(line for line in block.lines if not line.startswith("![")), EASY)
                for block in blocks(page.easy.body, page.easy.body_line)
                if not block.lines[0].startswith("#")
            ]
            checked = page.easy.checked_by or ""
            yield _reading(page.easy.title, page.easy.path, EASY, said, faults, state, checked)


def _twin_state(page: ContentPage) -> str:
    if page.easy is None:
        return "none"
    return "own words" if page.easy.written_from == text_hash(page.written_body) else "out of date"


def _reading(
    title: str, path: str, kind: str, said: Iterable[Passage], faults: Faults, easy: str, checked_by: str
) -> Reading:
    passages = [passage for passage in said if passage.whole_sentence]
    sentences = [(count_words(span.text), passage, span) for passage in passages for span in passage.sentences]
    most, passage, span = max(sentences, key=lambda found: found[0], default=(0, None, None))
    longest = passage.source[span.start : span.end] if passage and span else ""
    grade = reading_grade(passage.text for passage in passages)
    return Reading(
        title=title,
        path=path,
        kind=kind,
        words=sum(words for words, _, _ in sentences),
        sentences=len(sentences),
        grade=None if grade is None else round(grade, 1),
        aim=GRADES[kind],
        longest_words=most,
        longest=_short(longest),
        errors=faults[path, "error"],
        warnings=faults[path, "warning"],
        easy_read=easy,
        checked_by=checked_by,
    )


def _short(sentence: str) -> str:
    words = " ".join(sentence.replace(MASKED, "").split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
