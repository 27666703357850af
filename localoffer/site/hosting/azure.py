"""What Azure Static Web Apps sends with the site: staticwebapp.config.json, which belongs beside index.html.

In: a `Hosted`. Out: text. Azure keeps addresses below /api for programs of its own, so that the interface cannot stand there.
"""

from __future__ import annotations

import json
from itertools import islice

from localoffer.site.hosting.hosted import Hosted
from localoffer.system import headers as sent

MOST_MOVES = 100
"""Azure reads 20 KB of settings at most; pages that have moved lead on by themselves too."""


def azure_settings(hosted: Hosted) -> str:
    """The whole file. A rule's own headers replace those of the same name that all answers have."""
    moves = [{"route": old, "redirect": new, "statusCode": 301} for old, new in islice(hosted.moves, MOST_MOVES)]
    embed = {sent.POLICY: sent.with_frames(hosted.policy, sent.EMBED), sent.SHARING: sent.EVERYBODY}
    settings = {
        "globalHeaders": {
            **sent.ALWAYS,
            sent.POLICY: sent.with_frames(hosted.policy),
            "Cache-Control": sent.ASK_AGAIN,
        },
        "routes": [
            *moves,
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
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"
