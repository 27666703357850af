"""What to ask for, or to press, once a phone is answered: an extension, or the choices of a menu.

In: what a person typed. Out: `204`, `option 2`, `option 2, then 1`.
"""

from __future__ import annotations

import re
from typing import Any

from localoffer.model import rules
from localoffer.model.rules import refuse

_NUMBER = re.compile(r"(?:extension|extn?|x|#)?[.:]?\s*(\d{1,6})", re.IGNORECASE | re.ASCII)
_CHOICES = re.compile(
    r"(?:(?:choose|select|press|menu)\s+)?(?:option|press)\s*:?\s*(\d)((?:(?:\s*,)?\s*(?:(?:and\s+)?then\s+)?(?:option\s+)?\d)*)",
    re.IGNORECASE | re.ASCII,
)


def phone_extension(value: Any) -> Any:
    """Digits for an extension; `option` and a number for a menu, one choice after another with `then`."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split()).rstrip(".")
    number, choices = _NUMBER.fullmatch(text), _CHOICES.fullmatch(text)
    if not (number or choices):
        fix = "write its digits, like 204; for a menu write option 2, or option 2, then 1."
        refuse(rules.EXTENSION_FORM, f"“{text[:60]}” is not an extension of a phone number", fix)
    if number:
        return number[1]
    return ", then ".join(["option " + choices[1], *re.findall(r"\d", choices[2])]) if choices else value
