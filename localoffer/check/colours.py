"""Refuse colours that cannot be read.

In: a stylesheet whose comments say which pairs of colours meet, and the council's own colours from mkdocs.yml.
Out: for each pair that is too faint, a sentence naming the setting to change.

A pair is said where the colours are: `/* @pair body --lo-ink on --lo-ground */`. Least contrast (DESIGN section 9;
WCAG 2.2 criteria 1.4.6, 1.4.3 and 1.4.11): `body` 7:1, `large` (large text, controls) 4.5:1, `edge` 3:1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from localoffer.catalogue.settings import Settings
from localoffer.findings import Finding
from localoffer.rulebook import START, Rules
from localoffer.system.failures import BuildFailed

COUNCIL_CSS = "theme/council.css"
LEAST = {"body": 7.0, "large": 4.5, "edge": 3.0}
_USE = {"body": "text to read", "large": "large text and buttons", "edge": "edges of boxes and buttons"}
_PAIR = re.compile(r"@pair\s+(body|large|edge)\s+(--[\w-]+)\s+on\s+(--[\w-]+)")
_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_ROOT = re.compile(r":root(?::not\([^)]*\))?\s*\{([^}]*)\}")
_BRACE = re.compile(r"[{}]")
_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{")


COLOURS = Rules("colours")
COLOUR_UNKNOWN = COLOURS.declare("colour-unknown", "A colour in mkdocs.yml is one that the theme has.")
COLOURS_UNREADABLE = COLOURS.declare(
    "colours-unreadable",
    "Text stands out from what is behind it: 7 to 1; large text and buttons 4.5 to 1; edges 3 to 1.",
)


@dataclass(frozen=True)
class FaintPair:
    """Two colours that meet and are too alike. `setting` is the key in mkdocs.yml, or empty when it is the theme's."""

    use: str
    front: str
    back: str
    ratio: float
    least: float
    scheme: str
    setting: str

    def sentence(self) -> str:
        """What is wrong, in words an officer can act on."""
        return (
            f"{_USE[self.use].capitalize()} would be too faint in the {self.scheme} colours: {self.front} on "
            f"{self.back} has a contrast of {self.ratio:.1f} to 1, and {self.least:g} to 1 is the least."
        )


def luminance(colour: str) -> float:
    """WCAG relative luminance of `#rgb` or `#rrggbb`, 0 to 1."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_colour(text: str) -> bool:
    """True for `#rgb` and `#rrggbb`."""
    return bool(re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text.strip()))


def tokens_of(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The custom properties of `:root` in the light and in the dark scheme."""
    light = _root_tokens(_without_media(_COMMENT.sub("", css)))
    return light, {**light, **dark_tokens(css)}


def dark_tokens(css: str) -> dict[str, str]:
    """The custom properties of `:root` that the dark scheme has for itself."""
    bare = _COMMENT.sub("", css)
    blocks = [_block_at(bare, match.end()) for match in _DARK.finditer(bare)]
    return {name: value for block in blocks for name, value in _root_tokens(block).items()}


def _without_media(css: str) -> str:
    kept, place = [], 0
    for match in re.finditer(r"@media[^{]*\{", css):
        if match.start() < place:
            continue
        kept.append(css[place : match.start()])
        place = match.end() + len(_block_at(css, match.end())) + 1
    return "".join([*kept, css[place:]])


def _block_at(css: str, start: int) -> str:
    """The text up to the brace that closes the block opened just before `start`."""
    depth = 1
    for brace in _BRACE.finditer(css, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return css[start : brace.start()]
    return css[start:]


def _root_tokens(css: str) -> dict[str, str]:
    return {name: value.strip() for block in _ROOT.findall(css) for name, value in _TOKEN.findall(block)}


def faint_pairs(css: str, light: Mapping[str, str], dark: Mapping[str, str]) -> Iterator[FaintPair]:
    """Every declared pair below its least contrast; `light` and `dark` are the council's colours (without `--lo-`)."""
    schemes = dict(zip(("light", "dark"), tokens_of(css), strict=True))
    pairs = list(dict.fromkeys(_PAIR.findall(css)))
    for scheme, own, key in (("light", light, "colours"), ("dark", dark, "colours_dark")):
        overrides = {f"--lo-{name}": value for name, value in own.items()}
        tokens = {**schemes[scheme], **overrides}
        for use, front, back in pairs:
            chains = [_chain(name, tokens) for name in (front, back)]
            colours = [tokens.get(chain[-1], "").strip() for chain in chains]
            if not all(is_colour(colour) for colour in colours):
                continue
            ratio = contrast(*colours)
            if ratio < LEAST[use]:
                names = [name.removeprefix("--lo-") for name in (front, back)]
                changed = next((name for chain in chains for name in chain if name in overrides), "")
                yield FaintPair(
                    use,
                    f"{names[0]} ({colours[0]})",
                    f"{names[1]} ({colours[1]})",
                    ratio,
                    LEAST[use],
                    scheme,
                    f"extra.council.{key}.{changed.removeprefix('--lo-').replace('-', '_')}" if changed else "",
                )


def _place_in(css: str, pair: FaintPair) -> tuple[int, int]:
    """Where the stylesheet sets one of the pair's two colours."""
    for shown in (pair.front, pair.back):
        if found := re.search(rf"--lo-{re.escape(shown.partition(' ')[0])}\s*:", css):
            before = css[: found.start()]
            return before.count("\n") + 1, len(before) - before.rfind("\n")
    return START


def _chain(name: str, tokens: Mapping[str, str]) -> list[str]:
    """A custom property and those it takes its value from through `var(--other)`, one after the other."""
    chain = [name]
    while (inner := re.fullmatch(r"var\((--[\w-]+)\)", tokens.get(chain[-1], "").strip())) and inner[1] not in chain:
        chain.append(inner[1])
    return chain


def check_colours(settings: Settings, css: str, own_css: str = "") -> list[Finding]:
    """A finding for each of the council's colours that makes something unreadable; BuildFailed for the theme's own.

    `own_css`: the text of the council's council.css, which comes last.
    """
    css = f"{css}\n{own_css}"
    known = {name.removeprefix("--lo-") for name in tokens_of(css)[0]}
    findings = []
    for key, colours in (("colours", settings.light), ("colours_dark", settings.dark)):
        for name in colours:
            if name not in known and known:
                at = settings.places.get(f"extra.council.{key}.{name.replace('-', '_')}", START)
                message, fix = f"the theme has no colour named {name}", "take the line out, or use primary or accent."
                findings.append(COLOUR_UNKNOWN.finding("mkdocs.yml", message, fix, at))
    for pair in faint_pairs(css, settings.light, settings.dark):
        if not pair.setting and own_css:
            fix = "choose a darker or lighter colour there."
            at = _place_in(own_css, pair)
            findings.append(COLOURS_UNREADABLE.finding(COUNCIL_CSS, pair.sentence().rstrip("."), fix, at))
            continue
        if not pair.setting:
            raise BuildFailed(pair.sentence(), "put the colours right in theme/assets/stylesheets.")
        fix = f"choose a darker or lighter colour for {pair.setting}, or take the line out to have the theme's own."
        at = settings.places.get(pair.setting, START)
        findings.append(COLOURS_UNREADABLE.finding("mkdocs.yml", pair.sentence().rstrip("."), fix, at))
    return findings
