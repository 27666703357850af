"""Make the stylesheet that stands inside every page, and the policy that allows exactly it.

In: the theme's CSS and the council's colours. Out: minified text with its hash for the page's policy.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from localoffer.system.failures import BuildFailed

_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.S)
_CHOSEN = re.compile(r"\[data-lo-theme=(light|dark)\]")
_BY_ADDRESS = ":has(.lo-dark:target)"
"""A sheet whose scheme the end of an address chooses, where others ask an attribute."""


@dataclass(frozen=True)
class Sheet:
    """One shared inline stylesheet. `text` is exactly what stands between the tags; `hash` goes into the policy."""

    text: str
    hash: str

    @property
    def policy(self) -> str:
        """What the page may load: itself and its own host, this sheet, and the search engine's WebAssembly."""
        return policy_for(self.hash)


def policy_for(*hashes: str) -> str:
    """The content security policy that allows these inline sheets (DESIGN section 9)."""
    styles = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src {styles}"


def make_sheet(css: str, light: Mapping[str, str], dark: Mapping[str, str]) -> Sheet:
    """Minify, put the council's colours last, take the hash."""
    colours = council_colours(light, dark)
    if _BY_ADDRESS in css:
        colours = _CHOSEN.sub(r":has(.lo-\1:target)", colours)
    text = minify(css) + colours
    if "url(" in text:
        raise BuildFailed(
            "The pages' stylesheet asks for another file with url(…), but it stands inside pages at different depths.",
            "draw it with CSS, or put an SVG into the page's template.",
        )
    if "</" in text:
        raise BuildFailed("The pages' stylesheet contains `</`, which would end it too early.", "take it out.")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Sheet(text, digest)


def council_colours(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The council's colours as custom properties that overrule the theme's, in both schemes.

    Colours set for the light scheme only never reach the dark one: there the theme's own stay.
    """

    def block(colours: Mapping[str, str]) -> str:
        return "".join(f"--lo-{name}:{value};" for name, value in sorted(colours.items())).rstrip(";")

    rules = ""
    if light:
        rules += "@media (prefers-color-scheme:light){:root:not([data-lo-theme=dark]){" + block(light) + "}}"
        rules += ":root[data-lo-theme=light]{" + block(light) + "}"
    if dark:
        rules += "@media (prefers-color-scheme:dark){:root:not([data-lo-theme=light]){" + block(dark) + "}}"
        rules += ":root[data-lo-theme=dark]{" + block(dark) + "}"
    return rules


def minify(css: str) -> str:
    """The same stylesheet without comments and needless blanks; texts in quotation marks stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if match[1] is None:
            return " "
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    css = _STRING_OR_COMMENT.sub(keep, css.replace("\r\n", "\n"))
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r"([{;][\w-]+) ?: ?(?=[^{}]*[;}])", r"\1:", css)
    css = re.sub(r"(?<=[\w\]\)*]) ?> ?(?=[\w.#:\[*])", ">", css)
    css = css.replace(";}", "}").strip()
    return re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], css)
