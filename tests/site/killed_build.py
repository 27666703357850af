"""A build that dies without warning. Run as a program: root, then the moment.

The moment is a step and a side ("Rendering:before", "Finishing:after") or a function and how often it may be called
("write_published:3", "swap_in:0", "link_published:2").
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def dying_progress(doing: str, moment: str) -> Iterator[None]:
    step, side = moment.split(":")
    if doing.startswith(step) and side == "before":
        die()
    yield
    if doing.startswith(step) and side == "after":
        die()


def dying_function(function: Callable[..., Any], calls: int) -> Callable[..., Any]:
    left = [calls]

    def call(*arguments: Any, **options: Any) -> Any:
        if not left[0]:
            die()
        left[0] -= 1
        return function(*arguments, **options)

    return call


def main(root: str, moment: str) -> None:
    from conftest import SmallOffer, pages

    from localoffer.site import build, rendering, write

    offer = SmallOffer(Path(root), {**pages(40), "index.md": "# The new home\n", "guides/help.md": "# New help\n"})
    name, number = moment.split(":")
    if number.isdecimal():
        module = next(place for place in (write, rendering, build) if hasattr(place, name))
        setattr(module, name, dying_function(getattr(module, name), int(number)))
        offer.build()
    else:
        offer.build(progress=lambda doing: dying_progress(doing, moment))
    sys.stdout.write("not killed\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
