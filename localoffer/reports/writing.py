"""Write one report.

In: the root of an offer, today, and the report's name. Out: the paths written; none where the offer has errors, which are
among the findings.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.findings import Finding
from localoffer.reports import REPORTS
from localoffer.reports.files import Table, write_files
from localoffer.system.folders import Folders


def write_report(name: str, root: Path, today: date) -> tuple[list[Path], list[Finding]]:
    """Write the report into build/reports."""
    folders = Folders(root)
    catalogue, findings = check_offer(root, today, cache=folders.cache)
    if catalogue is None:
        return [], findings
    report = next(report for report in REPORTS if report.id == name)
    table: Callable[[Catalogue], Table] = import_module(f"localoffer.reports.{report.id}").table
    return write_files(report.title, table(catalogue), folders.reports, report.id), findings
