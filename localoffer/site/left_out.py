"""What the preview says of listings that are half filled in: a notice on every page, and a page in the place of each.

In: the files that are left out, each with what is still to fill in. Out: sentences, and HTML that is served and never
published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import PurePosixPath

from localoffer.addresses import full_url, provider_url, service_url, url_of
from localoffer.findings import Finding, count

LeftOut = Mapping[str, list[Finding]]
"""File → what is still to fill in or to put right in it."""


def sentences(left_out: LeftOut) -> list[str]:
    """One for each file: what is missing and how to see it."""
    return [
        f"{path} is not ready, so the preview leaves it out. {_what_is_missing(path, left_out)}" for path in left_out
    ]


def _what_is_missing(path: str, left_out: LeftOut) -> str:
    if not left_out[path]:
        return f"First fill in {PurePosixPath(path).with_name('provider.yml')}."
    return f"{count(len(left_out[path]), 'thing')} to fill in or put right: build.py check {path}"


def notice(said: Sequence[str]) -> str:
    """The notice on top of every page; empty when there is nothing to say."""
    rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in said)
    return f'<div class="lo-preview-waiting" role="status"><ul>{rows}</ul></div>' if rows else ""


def page_instead(address: str, left_out: LeftOut) -> str:
    """The body of the page at the address of a file that is left out; empty for any other address."""
    url = full_url(url_of(address.removeprefix("/")))
    path = next((path for path in left_out if _url(path) == f"{url.rstrip('/')}/"), None)
    if path is None:
        return ""
    rows = "".join(f"<li>Line {one.line}: {escape(one.message)}. {escape(one.fix)}</li>" for one in left_out[path])
    return (
        f"<main><h1>This page is not ready yet</h1><p>{escape(_what_is_missing(path, left_out))}</p><ul>{rows}</ul>"
        '<p>It shows here when the file is filled in and saved. <a href="/">To the start of the preview</a></p></main>'
    )


def _url(path: str) -> str:
    """The address of a listing's or a provider's page."""
    _, provider, name = path.split("/")
    stem = name.removesuffix(".yml")
    return provider_url(provider) if stem == "provider" else service_url(f"{provider}/{stem}")
