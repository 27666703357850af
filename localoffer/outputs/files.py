"""Published files that are no pages: each row of `OUTPUTS` in localoffer/kinds.py names the module that makes them.

In: the Index. Out: addresses, each with the text, the bytes, the file whose bytes are published, or how to make it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from localoffer.kinds import OUTPUTS
from localoffer.outputs.index import Index
from localoffer.outputs.view import plain


@dataclass(frozen=True)
class Later:
    """What is not made yet. `key` stands for all that it is made from: with the key of last time, it need not be made
    again; where it is empty, nobody knows, and it is always made."""

    key: str
    make: Callable[[], str | bytes]


PublishedFile = tuple[str, str | bytes | Path | Later]
"""`("data/topics.json", text)` or `("services/p/images/hall.jpg", file)`."""


def output_files(index: Index, *, without: Container[str] = ()) -> Iterator[PublishedFile]:
    """Every file of every output but those named."""
    for output in OUTPUTS:
        if output.id in without:
            continue
        yield from import_module(f"localoffer.outputs.{output.made_in}").make_files(index)


def json_text(value: Any) -> str:
    """JSON on one line, views and all, with a line break at its end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain) + "\n"
