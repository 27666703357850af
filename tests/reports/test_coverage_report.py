"""The coverage report names each thing the law asks for, what answers it here, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.outputs.index import Index
from localoffer.outputs.pages.about import law_pages
from localoffer.reports.coverage import table
from localoffer.system.carried import PACKAGE
from tests.offer import TODAY, copy_site

DUTY = """\
- id: {id}
  number: "1"
  ref: SI 2014/1530, Schedule 2, paragraph 1
  title: {title}
  text: What is asked for.
  topics: {topics}
  pages: {pages}
  law: [ehc-decision]
  verified: text
  confidence: 1.0
"""


def read(root: Path) -> Catalogue:
    catalogue, findings = read_catalogue(root, TODAY)
    assert catalogue, findings
    return catalogue


def test_what_nothing_answers_comes_first_and_what_is_missing_is_named(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    duties = [
        DUTY.format(id="full", title="Breaks", topics="[short-breaks]", pages="[guides/short-breaks]"),
        DUTY.format(id="thin", title="Sport", topics="[]", pages="[]"),
    ]
    (root / "content/_data/duties.yml").write_text("".join(duties), encoding="utf-8")
    documents = root / "content/_data/documents.yml"
    text = documents.read_text(encoding="utf-8").replace("must: no", "must: yes")
    documents.write_text(
        text.replace("duties: [", "duties: [full, ") if "duties: [" in text else text, encoding="utf-8"
    )
    found = table(read(root))
    first, second = found.rows
    assert (first["duty"], first["listings"], first["pages"]) == ("Sport", 0, "")
    assert second["duty"] == "Breaks"
    assert int(second["listings"]) > 0
    assert second["pages"] == "guides/short-breaks"
    assert "1 of them has nothing here" in found.intro[0]
    (page,) = law_pages(Index(read(root)))
    assert (
        "    - The council must tell you within 6 weeks whether it will assess. [SEND Regulations 2014, " in page.body
    )


@pytest.mark.sample
def test_nothing_that_the_law_asks_for_is_empty_in_the_sample() -> None:
    rows = table(read(PACKAGE.parent)).rows
    assert len(rows) > 40
    empty = [row["duty"] for row in rows if not (row["listings"] or row["pages"] or row["papers"])]
    assert empty == []
    assert [row["duty"] for row in rows if row["missing"]] == []
