"""A sensitive address is nowhere in what is published: not in a page, a compressed form, the index or a data file."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from localoffer.site import build_site
from localoffer.system.carried import TOOL

from .conftest import TODAY

SECRETS = ("Otter Lane", "Otter%20Lane", "Otter+Lane", "otter-lane", "MB1 3WQ", "MB13WQ", "MB1%203WQ", "MB1+3WQ")


def texts_of(path: Path) -> Iterator[bytes]:
    """A file as it is, and unpacked where it is packed."""
    content = path.read_bytes()
    yield content
    if path.suffix == ".br":
        yield brotli.decompress(content)
    elif content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)


@pytest.mark.slow
def test_a_sensitive_address_is_nowhere_in_the_site(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TOOL / "tests" / "council", tmp_path / "site", ignore=shutil.ignore_patterns("build")))
    listing = (root / "providers/marl-trust/night-stays.yml").read_text(encoding="utf-8")
    assert "address_1: 3 Otter Lane" in listing
    assert "postal_code: MB1 3WQ" in listing
    assert "sensitive: yes" in listing
    _write_the_house_as_address(root / "providers/marl-trust/provider.yml")
    site = build_site(root, TODAY).site
    assert site
    files = [path for path in site.resolve().rglob("*") if path.is_file()]
    assert any(path.name == "shown-0.json" for path in files), "nothing is searched"
    found = [
        (path.name, secret)
        for path in files
        for text in texts_of(path)
        for secret in SECRETS
        if secret.lower().encode() in text.lower()
    ]
    assert not found
    assert "Tinybrook" in (site / "services/marl-trust/night-stays/index.html").read_text(encoding="utf-8")


def _write_the_house_as_address(provider: Path) -> None:
    """The provider takes its post where the children stay: its own pages must not tell either."""
    good = provider.read_text(encoding="utf-8")
    post = "{address_1: 12 Mill Lane, city: Tinybrook, postal_code: MB1 2AB}"
    assert post in good
    provider.write_text(good.replace(post, "{address_1: 3 Otter Lane, city: Tinybrook, postal_code: MB1 3WQ}"), "utf-8")
