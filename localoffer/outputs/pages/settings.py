"""Reading settings and my list: two pages that work with what the reader's own browser keeps.

In: nothing but words. Out: Pages for theme/settings.html and theme/my-list.html. Names and values of the settings are
those of theme/assets/javascripts/settings.js and of the `data-lo-…` attributes in theme/assets/stylesheets/reader.css.
"""

from __future__ import annotations

from localoffer import addresses
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.view import Choice

SOURCE = "localoffer/outputs/pages/settings.py"

SETTINGS: list[Meta] = [
    {"name": "size", "title": "Size of the text", "choices": [Choice("normal", "Normal"), Choice("large", "Large"), Choice("larger", "Larger"), Choice("largest", "Largest")]},
    {"name": "space", "title": "Space", "hint": "More room between lines, words and letters.", "choices": [Choice("normal", "Normal"), Choice("wide", "Wide")]},
    {"name": "theme", "title": "Light or dark", "choices": [Choice("system", "As on my device"), Choice("light", "Light"), Choice("dark", "Dark")]},
    {"name": "colours", "title": "Colours", "choices": [Choice("normal", "As it comes"), Choice("cream", "Black on cream"), Choice("blue", "Black on pale blue"), Choice("yellow", "Yellow on black")]},
    {"name": "contrast", "title": "Contrast", "choices": [Choice("normal", "Normal"), Choice("more", "More")]},
    {"name": "motion", "title": "Things that move", "hint": "This site moves very little. You can stop that too.", "choices": [Choice("normal", "As on my device"), Choice("less", "Nothing moves")]},
]  # fmt: skip


def make_pages(_index: Index) -> list[Page]:
    """Where a reader chooses how pages look, and where they find what they kept."""
    settings: Meta = {
        "title": "Reading settings",
        "summary": "Choose how big the words are, how much space there is, and which colours you like.",
        "settings": SETTINGS,
    }
    my_list: Meta = {
        "title": "My list",
        "summary": "The services you want to remember, with their phone numbers.",
    }
    return [
        new_page("settings", addresses.SETTINGS, settings, SOURCE),
        new_page("my-list", addresses.MY_LIST, my_list, SOURCE),
    ]
