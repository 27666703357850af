"""The faults of the bad site that only a browser sees: each is found, and at its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import finding_of
from localoffer.audit.sources import Sources
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import Served, serve_twice
from localoffer.browser.windows import Windows
from localoffer.rulebook.samples.bad_site import lay_out
from tests.audit.bad_site import table
from tests.audit.inbrowser.rules import CHECKS_OF


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("bad") / "root")


@pytest.fixture(scope="module")
def served(root: Path) -> Iterator[Served]:
    with serve_twice(root / "build" / "site") as served:
        yield served


@pytest.mark.parametrize("row", table("browser"), ids=lambda row: row["fault"])
def test_the_planted_fault_is_found_at_its_line(
    row: dict[str, Any], windows: Windows, root: Path, served: Served
) -> None:
    name = row["at"].partition(":")[0].removeprefix("content/").removesuffix(".md")
    visit = PageVisit(windows, served, f"{name}.html", BuiltPage(f"{name}.html", "bad"))
    sources = Sources.of(root)
    found = [finding_of(fault, sources) for check in CHECKS_OF[row["rule"]] for fault in check(visit)]
    assert (row["at"], row["rule"]) in {(f"{finding.path}:{finding.line}", finding.rule) for finding in found}, found
