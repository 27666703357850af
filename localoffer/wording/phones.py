"""Phone numbers as people read and dial them.

In: digits. Out: plain text and `tel:` addresses.
"""

from __future__ import annotations


def phone_chunks(digits: str) -> str:
    """`01632960114` → `01632 960 114`, in the groups Ofcom's area codes make; text relay's prefix stays apart."""
    if digits.startswith(("18001", "18002")) and len(digits) > 9:
        return f"{digits[:5]} {phone_chunks(digits[5:].strip())}"
    bare = "".join(character for character in digits if character.isdigit())
    return " ".join(_phone_groups(bare)) or digits


# Ofcom, National Telephone Numbering Plan: the areas whose code has six digits with its 0. All other areas have 02x, 011x, 01x1
# or five digits.
SIX_DIGIT_AREAS = (
    "013873",
    "015242",
    "015394",
    "015395",
    "015396",
    "016973",
    "016974",
    "016977",
    "017683",
    "017684",
    "017687",
    "019467",
)


def _phone_groups(digits: str) -> list[str]:
    if not digits.startswith("0") or len(digits) < 8:
        return [digits[:3], digits[3:]] if len(digits) == 6 else [digits]
    groups = []
    for size in _sizes(digits):
        groups.append(digits[:size])
        digits = digits[size:]
    return [*groups, digits]


def _sizes(digits: str) -> list[int]:
    """How many digits stand in each group before the last: the code of the area or service first."""
    if digits.startswith(SIX_DIGIT_AREAS):
        return [6]
    if digits.startswith(("02", "055", "056")):
        return [3, 4]
    is_short_code = digits.startswith(("03", "08", "09", "05", "011")) or (digits.startswith("01") and digits[3] == "1")
    if is_short_code:
        return [4, 3] if len(digits) > 9 else [4]
    return [5, 3] if len(digits) > 10 else [5]


def phone_link(digits: str, extension: str = "") -> str:
    """`tel:01632960114`, `tel:01632960114;ext=204`.

    A menu's choices are not dialled: phones send them before the voice has said what they mean.
    """
    bare = "tel:" + "".join(character for character in digits if character.isdigit() or character == "+")
    return f"{bare};ext={extension}" if extension.isdigit() else bare


def text_link(number: str) -> str:
    """`sms:07700900114`: what a tap on a number for text messages does. Never `tel:`, which would call it."""
    return phone_link(number).replace("tel:", "sms:")


def extension_words(extension: str) -> str:
    """`extension 204`; `option 2` stays as it is."""
    return f"extension {extension}" if extension.isdigit() else extension
