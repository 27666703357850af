"""A picture beside a page is named from the page by its author, and from the site's root in what MkDocs reads."""

from __future__ import annotations

import pytest

from localoffer.outputs.pages.content import pictures_from_root

GUIDE = "content/guides/travel.md"


@pytest.mark.parametrize(
    ("written", "staged"),
    [
        ("![A map](map.png)", "![A map](/guides/map.png)"),
        ("![map.png](map.png)", "![map.png](/guides/map.png)"),
        ("![A map](../assets/map.png 'Map'){ .wide }", "![A map](/assets/map.png 'Map'){ .wide }"),
        ("![A](a.png) and ![B](b/b.png)", "![A](/guides/a.png) and ![B](/guides/b/b.png)"),
        ("[![A map](map.png)](/find/)", "[![A map](/guides/map.png)](/find/)"),
        ("![A map](/assets/map.png)", "![A map](/assets/map.png)"),
        ("![](picture:phone)", "![](picture:phone)"),
        ("![A map](https://www.example.org/map.png)", "![A map](https://www.example.org/map.png)"),
        ("Write `![A map](map.png)` for it.", "Write `![A map](map.png)` for it."),
        ("[The map](map.png)", "[The map](map.png)"),
    ],
)
def test_a_picture_is_named_from_the_root(written: str, staged: str) -> None:
    assert pictures_from_root(written, GUIDE) == staged


def test_a_page_at_the_top_names_its_pictures_from_there() -> None:
    assert pictures_from_root("![A map](map.png)", "content/about.md") == "![A map](/map.png)"
