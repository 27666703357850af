"""Short names and paths as people copy them."""

from __future__ import annotations

import re
from functools import lru_cache

from localoffer.model.taken.text import tidy


@lru_cache(maxsize=8192)
def same_name(text: str) -> str:
    """What two spellings of one name have in common: no capitals, hyphens as spaces, & as and, no “a” in front."""
    plain = re.sub(r"[\s_-]+", " ", tidy(text).casefold().replace("&", " and "))
    return re.sub(r"^(?:a|an|the) (?=\w)", "", plain.strip(" ."))


def standard_path(text: str) -> str:
    """`/services/marl-trust/saturday-club/`, `content/guides/travel.md` → `marl-trust/saturday-club`, `guides/travel`."""
    plain = tidy(text).strip("/")
    plain = re.sub(r"^(?:providers|services|content)/(?=[^/]+/?)", "", plain)
    return re.sub(r"\.(?:yml|yaml|md)$", "", plain).strip("/")
