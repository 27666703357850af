"""What the build itself needs from mkdocs.yml, and where each setting stands in it.

In: mkdocs.yml, read as a tree of texts (tags such as !!python/name are never obeyed). Out: `Settings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from localoffer.system.failures import BuildFailed
from localoffer.yamlfile import LOADER

Place = tuple[int, int]
HOME = ("index.md",)
"""The menu of an offer that names none."""


@dataclass(frozen=True)
class Settings:
    """Texts of mkdocs.yml. `places`: `extra.council.colours.accent` → (line, column) of its value, from 1."""

    site_url: str = ""
    menu: tuple[str, ...] = HOME
    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    logo: str = ""

    @property
    def base(self) -> str:
        """The folder of the host that the site lives in: `/` or `/local-offer/`."""
        path = urlsplit(self.site_url).path or "/"
        return path if path.endswith("/") else f"{path}/"


def read_settings(config: Path) -> Settings:
    """Read mkdocs.yml; BuildFailed in plain words when it cannot be read."""
    try:
        tree = yaml.compose(config.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except (OSError, UnicodeDecodeError):
        raise BuildFailed(
            "mkdocs.yml cannot be read.", "put it beside providers/ and content/, saved as UTF-8."
        ) from None
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise BuildFailed(
            f"mkdocs.yml cannot be understood near line {line}.",
            "compare the spaces at the start of that line with the lines above it.",
        ) from None
    texts, places, menu = _walk(tree)
    colours = {
        scheme: {
            key.rsplit(".", 1)[1].replace("_", "-"): value
            for key, value in texts.items()
            if key.startswith(f"extra.council.{scheme}.")
        }
        for scheme in ("colours", "colours_dark")
    }
    logo = texts.get("extra.council.logo", "").lstrip("/")
    return Settings(
        texts.get("site_url", ""), tuple(menu) or HOME, colours["colours"], colours["colours_dark"], places, logo
    )


def _walk(tree: yaml.Node | None) -> tuple[dict[str, str], dict[str, Place], list[str]]:
    texts: dict[str, str] = {}
    places: dict[str, Place] = {}
    if not isinstance(tree, yaml.MappingNode):
        return texts, places, []
    waiting: list[tuple[str, yaml.MappingNode]] = [("", tree)]
    menu: list[str] = []
    while waiting:
        above, node = waiting.pop()
        for key, value in node.value:
            name = f"{above}{key.value}"
            if isinstance(value, yaml.ScalarNode):
                texts[name] = value.value
                places[name] = (value.start_mark.line + 1, value.start_mark.column + 1)
            elif isinstance(value, yaml.MappingNode):
                waiting.append((f"{name}.", value))
            if name == "nav":
                menu = [text for text in _texts(value) if text.endswith(".md")]
    return texts, places, menu


def _texts(node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode):
        return [str(node.value)]
    parts = node.value if isinstance(node, yaml.SequenceNode) else [value for _key, value in node.value]
    return [text for part in parts for text in _texts(part)]
