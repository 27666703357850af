"""placeholder until the rules land in this session."""

from __future__ import annotations

from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.records.plain import Plain


def check_record(record: Record | None, plain: Plain, model: type[Record], broken: set[str]) -> list[Finding]:
    """The rules of one record."""
    return []
