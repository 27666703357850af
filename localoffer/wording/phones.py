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


def _phone_groups(digits: str) -> list[str]:
    if not digits.startswith("0") or len(digits) < 8:
        return [digits[:3], digits[3:]] if len(digits) == 6 else [digits]
    if digits.startswith("02"):
        sizes = [3, 4]
    elif digits.startswith(("03", "08", "09", "011")) or (digits.startswith("01") and digits[3:4] == "1"):
        sizes = [4, 3] if len(digits) > 8 else [4]
    else:
        sizes = [5, 3] if len(digits) > 10 else [5, 2]
    groups = []
    for size in sizes:
        groups.append(digits[:size])
        digits = digits[size:]
    return [*groups, digits]


def phone_link(digits: str, extension: str = "") -> str:
    """`tel:01632960114`, `tel:01632960114;ext=204`.

    A menu's choices are not dialled: phones send them before the voice has said what they mean.
    """
    bare = "tel:" + "".join(character for character in digits if character.isdigit() or character == "+")
    return f"{bare};ext={extension}" if extension.isdigit() else bare


def extension_words(extension: str) -> str:
    """`extension 204`; `option 2` stays as it is."""
    return f"extension {extension}" if extension.isdigit() else extension
