"""A council's mkdocs.yml need not say how MkDocs makes a site; what it does say counts."""

from __future__ import annotations

import re

import pytest

from localoffer.site.defaults import DEFAULTS, default_settings, missing_settings


def test_the_settings_of_every_offer_are_read_whole() -> None:
    text = DEFAULTS.read_text(encoding="utf-8")
    assert text.endswith("".join(default_settings().values()))
    assert list(default_settings()) == re.findall(r"^(\w+):", text, re.MULTILINE)
    assert {"markdown_extensions", "nav", "not_in_nav", "plugins"} <= set(default_settings())


@pytest.mark.parametrize("own", ["plugins: [search]\n", "plugins:\n  - search\n", "plugins : []\n"])
def test_a_setting_that_an_offer_states_is_not_said_again(own: str) -> None:
    left = missing_settings(f"site_name: x\n{own}extra:\n  nav: no setting of its own\n")
    assert "plugins" not in left
    assert "\nnav:" in left
    assert "attr_list" in left
