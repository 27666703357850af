"""Colours nobody could read are refused, with the setting to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.catalogue.settings import read_settings
from localoffer.check.colours import check_colours, contrast, dark_tokens, faint_pairs, tokens_of
from localoffer.site import BuildFailed
from localoffer.site.assets import read_assets
from localoffer.system.carried import TOOL

from .conftest import SETTINGS, SmallOffer

CSS = """:root { --lo-ink: #000; --lo-ground: #fff; --lo-edge: var(--lo-ink); /* --lo-ink: red */ }
/* @pair body --lo-ink on --lo-ground */ /* @pair edge --lo-edge on --lo-ground */
@media print { :root { --lo-ink: #fff } }
@media (prefers-color-scheme: dark) { :root { --lo-ink: #eee; --lo-ground: #111; } }"""


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


def test_readers_who_choose_dark_get_the_colours_of_the_dark_scheme() -> None:
    sheets = read_assets(TOOL / "theme").sheets
    dark = dark_tokens(sheets["assets/stylesheets/base.css"])
    (chosen,) = re.findall(r'\[data-lo-theme="dark"\] {(.*?)}', sheets["assets/stylesheets/reader.css"], re.DOTALL)
    assert len(dark) > 10
    assert dict(re.findall(r"(--[\w-]+): ([^;]+);", chosen)) == dark


def test_tokens_are_read_for_each_scheme() -> None:
    light, dark = tokens_of(CSS)
    assert (light["--lo-ink"], dark["--lo-ink"]) == ("#000", "#eee")


def test_readable_colours_pass() -> None:
    assert not list(faint_pairs(CSS, {}, {}))
    assert not list(faint_pairs(CSS, {"ink": "#222222"}, {}))


def test_a_faint_pair_names_its_setting_and_scheme() -> None:
    light = next(faint_pairs(CSS, {"ink": "#777777"}, {}))
    assert light.setting == "extra.council.colours.ink"
    assert "light colours" in light.sentence()
    assert "7 to 1" in light.sentence()
    dark = next(faint_pairs(CSS, {}, {"ink": "#777777"}))
    assert dark.setting == "extra.council.colours_dark.ink"


def test_a_colour_reaches_the_pairs_that_stand_on_it() -> None:
    assert {pair.use for pair in faint_pairs(CSS, {"ink": "#bbbbbb"}, {})} == {"body", "edge"}


MAST = """:root { --lo-primary: #0b4a57; --lo-mast: var(--lo-primary); --lo-on-mast: #fff; }
/* @pair body --lo-on-mast on --lo-mast */
@media (prefers-color-scheme: dark) { :root { --lo-primary: #0c3a44; } }"""


@pytest.mark.parametrize(("scheme", "key"), [("light", "colours"), ("dark", "colours_dark")])
def test_a_colour_that_others_take_their_value_from_is_the_setting_to_change(scheme: str, key: str) -> None:
    settings: dict[str, dict[str, str]] = {"light": {}, "dark": {}, scheme: {"primary": "#9ad0e6"}}
    (pair,) = faint_pairs(MAST, settings["light"], settings["dark"])
    assert (pair.scheme, pair.setting) == (scheme, f"extra.council.{key}.primary")


def with_colour(offer: SmallOffer, line: str) -> None:
    (offer.root / "mkdocs.yml").write_text(f"{SETTINGS}    colours:\n      {line}\n")


def test_the_build_refuses_unreadable_council_colours_at_their_line(offer: SmallOffer) -> None:
    offer.build()
    before = offer.site.resolve()
    with_colour(offer, 'primary: "#9ad0e6"')
    result = offer.build()
    fault = next(finding for finding in result.findings if finding.is_error)
    assert result.site is None
    assert (fault.path, fault.line, fault.column, fault.rule) == ("mkdocs.yml", 12, 16, "colours-unreadable")
    assert "extra.council.colours.primary" in fault.fix
    assert offer.site.resolve() == before


@pytest.mark.parametrize("key", ["colours", "colours_dark"])
@pytest.mark.parametrize("colour", ["primary", "accent"])
def test_a_pale_or_dark_colour_in_the_real_theme_is_the_councils_to_change(
    offer: SmallOffer, key: str, colour: str
) -> None:
    pale = "#9ad0e6" if (key, colour) != ("colours_dark", "accent") else "#0b4a57"
    settings = offer.root / "mkdocs.yml"
    settings.write_text(f'{SETTINGS}    {key}:\n      {colour}: "{pale}"\n')
    css = "\n".join(read_assets(TOOL / "theme").sheets.values())
    faults = check_colours(read_settings(settings), css)
    assert {(fault.path, fault.line, fault.rule) for fault in faults} == {("mkdocs.yml", 12, "colours-unreadable")}
    assert all(f"extra.council.{key}.{colour}" in fault.fix for fault in faults)


def test_readable_council_colours_reach_the_page(offer: SmallOffer) -> None:
    with_colour(offer, 'primary: "#17405e"')
    offer.build()
    assert "--lo-primary:#17405e" in offer.page("index.html")


def test_an_unknown_colour_is_named(offer: SmallOffer) -> None:
    with_colour(offer, 'prmary: "#17405e"')
    assert [finding.rule for finding in offer.build().findings] == ["colour-unknown"]


def test_a_theme_that_cannot_be_read_is_the_tools_fault(offer: SmallOffer) -> None:
    sheet = Path(offer.theme / "assets/stylesheets/base.css")
    sheet.write_text(sheet.read_text().replace("#1c2629", "#aaaaaa"))
    with pytest.raises(BuildFailed, match="too faint in the light colours"):
        offer.build()
