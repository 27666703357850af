"""Published files that are no pages: each row of `OUTPUTS` in localoffer/kinds.py names the module that makes them.

In: the Index. Out: addresses, each with the text, the bytes, or the file whose bytes are published.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from localoffer.kinds import OUTPUTS
from localoffer.outputs.index import Index

PublishedFile = tuple[str, str | bytes | Path]
"""`("data/topics.json", text)` or `("services/p/images/hall.jpg", file)`."""


def output_files(index: Index, *, without: Container[str] = ()) -> Iterator[PublishedFile]:
    """Every file of every output but those named."""
    for output in OUTPUTS:
        if output.id in without:
            continue
        yield from import_module(f"localoffer.outputs.{output.made_in}").make_files(index)


def json_text(value: Any) -> str:
    """JSON on one line, with a line break at its end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
