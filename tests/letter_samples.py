"""The table of names in any letters."""

from __future__ import annotations

import json
from pathlib import Path

TABLE = Path(__file__).with_name("letters.json")
#: A name, how it is compared, its heading in A to Z, the name of its file.
NAMES: list[tuple[str, str, str, str]] = [tuple(row) for row in json.loads(TABLE.read_text(encoding="utf-8"))["names"]]
