"""Photos written out inside a drawing (data: addresses): drawn again as any photo is, or refused.

In: an address. Out: the address of the clean photo, or None.
"""

from __future__ import annotations

import base64
import binascii
import re

from localoffer.picturefile.fault import PictureRefused
from localoffer.picturefile.photo import kind_of, redraw

_DATA = re.compile(r"data:image/(?:png|jpe?g|webp)\s*;\s*base64\s*,\s*([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
WIDEST = 1280


def clean_data_picture(address: str) -> str | None:
    """A data: address that holds a JPEG, PNG or WebP and nothing else; None for every other one."""
    found = _DATA.fullmatch(address)
    if not found:
        return None
    try:
        raw = base64.b64decode("".join(found[1].split()), validate=True)
        kind = kind_of(raw)
        clean = redraw(raw, WIDEST)
    except (binascii.Error, PictureRefused):
        return None
    return f"data:{_TYPES[kind]};base64,{base64.b64encode(clean).decode()}"
