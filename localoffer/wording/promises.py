"""What the council does for everybody who asks, in words: only what it promises."""

from __future__ import annotations

from localoffer.model.local import Promises


def interpreters(promises: Promises) -> str:
    """`We can book an interpreter for you, and British Sign Language (BSL)`, without its full stop; "" where nobody promised it."""
    sign = "British Sign Language (BSL)"
    if promises.interpreter:
        return f"We can book an interpreter for you{f', and {sign}' if promises.bsl else ''}"
    return f"We can book {sign} for you" if promises.bsl else ""
