"""The table of faults of the bad site, for every test that audits it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from localoffer.yamlfile import LOADER

FAULTS = Path(__file__).resolve().parents[1] / "cases" / "bad_site.yml"


def table(*found_by: str) -> list[dict[str, Any]]:
    """The rows of faults.yml that these parts must find."""
    rows = yaml.load(FAULTS.read_text(encoding="utf-8"), LOADER)
    return [row for row in rows if row["found_by"] in found_by]
