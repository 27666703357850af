"""Listings that are half filled in: what they must say is not there yet, so nothing can be shown of them.

In: all files and what is wrong with them. Out: the files that are not ready; the rest without them. The preview goes on
without such files, so that one new listing does not hide all other pages; a build for publishing never does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from localoffer.catalogue.files import Files
from localoffer.findings import Finding
from localoffer.model import rules

BLANKS = frozenset(rule.id for rule in (rules.EMPTY_FIELD, rules.EMPTY_LIST, rules.MISSING_FIELD))
"""What `build.py new` leaves to fill in is told by these rules."""


def not_ready(files: Files, findings: Iterable[Finding]) -> frozenset[str]:
    """The listings with a blank in them, and those of a provider whose own file has one."""
    blank = {finding.path for finding in findings if finding.is_error and finding.rule in BLANKS}
    folders = {path.split("/")[1] for path in blank if path.startswith("providers/") and path.endswith("/provider.yml")}
    listings = {f"providers/{listing}.yml" for listing in files.listings}
    waiting = {path for path in listings if path in blank or path.split("/")[1] in folders}
    return frozenset(waiting | {f"providers/{folder}/provider.yml" for folder in folders})


def without(files: Files, paths: frozenset[str]) -> Files:
    """The files without these."""
    return replace(
        files,
        providers={name: provider for name, provider in files.providers.items() if provider.path not in paths},
        services={name: service for name, service in files.services.items() if service.path not in paths},
    )
