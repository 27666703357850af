"""What Azure Static Web Apps sends with the site: staticwebapp.config.json, which belongs beside index.html.

In: a `Hosted`. Out: text. Azure keeps addresses below /api for programs of its own, so that the interface cannot stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from localoffer.site.hosting.hosted import Hosted
from localoffer.system import headers as sent

MOST_BYTES = 20_000
"""Azure reads 20 KB of settings at most; pages that have moved lead on by themselves too."""


def azure_settings(hosted: Hosted) -> str:
    """The whole file. A rule's own headers replace those of the same name that all answers have."""
    settings = _settings(hosted)
    settings["routes"] = [*_moves(hosted, MOST_BYTES - len(_text(settings))), *settings["routes"]]
    return _text(settings)


def _settings(hosted: Hosted) -> dict[str, Any]:
    embed = {sent.POLICY: sent.with_frames(hosted.policy, sent.EMBED), sent.SHARING: sent.EVERYBODY}
    return {
        "globalHeaders": {
            **sent.ALWAYS,
            sent.POLICY: sent.with_frames(hosted.policy),
            "Cache-Control": sent.ASK_AGAIN,
        },
        "routes": [
            {"route": f"/{sent.EMBED}*", "headers": embed},
            {"route": "/data/*", "headers": {sent.SHARING: sent.EVERYBODY}},
            *(
                {"route": f"/{folder}/*", "headers": {"Cache-Control": sent.FOR_EVER}}
                for folder in sorted(hosted.hashed)
            ),
        ],
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
        "mimeTypes": {ending: sent.type_of(ending) for ending in sent.TYPES},
        "trailingSlash": "auto",
    }


def _moves(hosted: Hosted, room: int) -> Iterator[dict[str, Any]]:
    """As many moved pages as there is room for."""
    for old, new in hosted.moves:
        move = {"route": old, "redirect": new, "statusCode": 301}
        room -= len(_text({"routes": [move]}))  # with the brackets around it: a little more than it takes
        if room < 0:
            return
        yield move


def _text(settings: dict[str, Any]) -> str:
    return json.dumps(settings, indent=1) + "\n"
