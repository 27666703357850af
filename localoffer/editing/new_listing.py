"""Write a commented listing to fill in: `build.py new PROVIDER "Name"`.

In: the root, the provider's folder, the name, today. Out: the path of the new
file. The comments are the model's own descriptions; what must be filled in has
nothing after its colon, so that `check` says what is left to do.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from localoffer.facts.about import PROVIDER_KINDS
from localoffer.letters import address_part, file_name
from localoffer.model import Provider, Record, Service
from localoffer.model.base import example_of
from localoffer.model.forms import SLUG
from localoffer.outputs.markdown import TEMPLATES
from localoffer.system.failures import CannotRun


def listing_text(name: str, today: date) -> str:
    """The text of a new listing: every field of the model, with its words as notes."""
    return _filled("listing.yml.j2", Service, name, today=today.isoformat(), more=_more_fields())


def provider_text(name: str) -> str:
    """The text of a new provider.yml."""
    return _filled("provider.yml.j2", Provider, name, kinds=", ".join(PROVIDER_KINDS))


def _filled(template: str, model: type[Record], name: str, **facts: str) -> str:
    """A template of localoffer/templates, with the model's own words as notes."""
    notes = {field: info.description or "" for field, info in model.model_fields.items()}
    yaml = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - what it makes is no HTML
    text = yaml.from_string((TEMPLATES / template).read_text(encoding="utf-8"))
    return str(text.render(name=_quoted(name), notes=notes, **facts))


def _more_fields() -> str:
    """The fields that the template does not name, each with its description and an example."""
    listing = (TEMPLATES / "listing.yml.j2").read_text(encoding="utf-8")
    named = set(re.findall(r"^(?:# )?([a-z_]+):", listing, re.MULTILINE))
    fields = ((name, info.description) for name, info in Service.model_fields.items() if name not in named)
    return "\n".join(f"# {words}\n# {name}: {example_of(Service, name)}" for name, words in fields)


NOT_TEXT = frozenset("yes no true false null on off".split())
"""Words that YAML does not take for text."""


def _quoted(text: str) -> str:
    """A text as YAML: in quotation marks when it needs them."""
    folded = " ".join(text.split())
    is_plain = re.fullmatch(r"[A-Za-z][\w '()&.-]*", folded) and folded.lower() not in NOT_TEXT
    return folded if is_plain else json.dumps(folded, ensure_ascii=False)


def write_listing(root: Path, provider: str, name: str, today: date) -> str:
    """Write the file (and provider.yml where the folder is new); its path from the root."""
    folder = root / "providers" / provider
    stem = file_name(name)
    if not re.fullmatch(SLUG, provider, re.ASCII):
        raise CannotRun(
            f"“{provider}” cannot be a provider's folder. Use small letters, digits and hyphens, like {address_part(provider) or 'marl-trust'}."
        )
    if len(name.strip()) < 3 or not stem:
        raise CannotRun("A listing needs a name of at least 3 letters, such as “Saturday club”.")
    path = folder / f"{stem}.yml"
    if path.exists():
        raise CannotRun(f"{path.relative_to(root).as_posix()} is there already. Change it, or choose another name.")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "provider.yml").exists():
        (folder / "provider.yml").write_text(provider_text(provider.replace("-", " ").title()), encoding="utf-8")
    path.write_text(listing_text(name, today), encoding="utf-8")
    return path.relative_to(root).as_posix()
