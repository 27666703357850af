"""What the law asks a Local Offer to hold, duty by duty, and what answers each here; those that nothing answers first.

In: the catalogue. Out: one row a duty, with its topics, listings, pages and papers, and what is missing.
"""

from __future__ import annotations

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.catalogue.index import Index
from localoffer.model.vocabulary import Duty
from localoffer.reports.files import Table

COLUMNS = {
    "duty": "What the law asks for",
    "ref": "Where it stands",
    "listings": "Listings",
    "topics": "Topics",
    "empty": "Topics without a listing",
    "pages": "Pages",
    "papers": "Papers",
    "missing": "Papers that nothing leads to",
    "read": "How it was checked",
}
THIN = 3
"""Fewer listings than this, and no page, is thin."""


def table(catalogue: Catalogue) -> Table:
    """The duties, thinnest first."""
    index = Index(catalogue)
    rows = [_row(duty, index) for duty in catalogue.vocabulary.duties.values()]
    rows.sort(key=lambda row: (_answers(row), int(str(row["listings"]))))
    none = sum(_answers(row) == 0 for row in rows)
    missing = sorted({str(row["missing"]) for row in rows if row["missing"]})
    sentence = (
        f"{catalogue.site.council.name}, {wording.day_date(catalogue.today)}. The law and its guidance ask for "
        f"{wording.count(len(rows), 'thing')}. {none or 'None'} of them {'have' if none != 1 else 'has'} nothing here."
    )
    papers = f"Nothing leads to: {'; '.join(missing)}." if missing else "Every paper that the law asks for is linked."
    return Table([sentence, papers, "Those with least here come first."], COLUMNS, rows)


def _answers(row: dict[str, str | int]) -> int:
    """0 where nothing answers a duty, 1 where little does, 2 elsewhere."""
    listings, others = int(row["listings"]), bool(row["pages"] or row["papers"])
    if not listings and not others:
        return 0
    return 2 if others or listings >= THIN else 1


def _row(duty: Duty, index: Index) -> dict[str, str | int]:
    catalogue = index.catalogue
    topics = [name for name in duty.topics if name in catalogue.vocabulary.topics]
    services = {service.id for name in topics for service in index.by_topic.get(name, [])}
    here = {paper.document for paper in catalogue.local.documents}
    papers = [paper for paper in catalogue.vocabulary.documents.values() if duty.id in paper.duties]
    return {
        "duty": duty.title,
        "ref": duty.ref,
        "listings": len(services),
        "topics": ", ".join(topics),
        "empty": ", ".join(name for name in topics if not index.by_topic.get(name)),
        "pages": ", ".join(name for name in duty.pages if name in catalogue.content),
        "papers": ", ".join(paper.id for paper in papers if paper.id in here),
        "missing": ", ".join(paper.name for paper in papers if paper.must and paper.id not in here),
        "read": duty.verified,
    }
