"""When it happens: days and times that can be read one way; any other words stay words."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.draft import Draft


def schedules(draft: Draft, places: list[str]) -> list[dict[str, Any]]:  # noqa: ARG001
    """Times of the service, and of its places where they are among ours."""
    return []
