"""An address that is not what it looks like is told by the sign that makes it so."""

from __future__ import annotations

import pytest

from localoffer.webaddress import false_sign

CYRILLIC_A, GREEK_O = "\u0430", "\u03bf"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"https://m{CYRILLIC_A}rl.example/", "a Cyrillic letter (U+0430)"),
        (f"club@m{CYRILLIC_A}rl.example", "a Cyrillic letter (U+0430)"),
        (f"{CYRILLIC_A}club@marl.example", "a Cyrillic letter (U+0430)"),
        (f"hell{GREEK_O}@marl.example", "a Greek letter (U+03BF)"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/", "a Cyrillic letter (U+0430)"),
        ("https://m%D0%B0rl.example/", "a Cyrillic letter (U+0430)"),
        ("https://\uff4darl.example/", "a Fullwidth letter (U+FF4D)"),
        ("https://m\u0251rl.example/", "a Latin letter (U+0251)"),
        ("https://marl.example\u2215x.other.example", "(U+2215)"),
        ("club\uff20marl.example", "(U+FF20)"),
        ("https://marl.example/\u202egnp.exe", "turns text right to left (U+202E)"),
        ("https://marl\u200d.example/", "joins letters (U+200D)"),
        ("club@marl\u200b.example", "a space without width (U+200B)"),
        ("club@ma\u00adrl.example", "a soft hyphen (U+00AD)"),
    ],
)
def test_a_false_sign_is_named(address: str, name: str) -> None:
    found = false_sign(address)
    assert found is not None
    assert found.name.endswith(name)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.marl.example/a%20b?c=%D0%B0",
        "https://www.marl.example/клуб?q=клуб",
        "https://café.example/",
        "https://помощь.рф/",
        "https://сахар.рф/",
        "https://مساعدة.example/",
        "https://東京club.example/",
        "o'neill+club@marl-trust.example",
        "łódź@klub.example",
    ],
)
def test_an_honest_address_is_left_alone(address: str) -> None:
    assert false_sign(address) is None
