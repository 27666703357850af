"""A finding in a file that came with the package, said so that a council can act on it.

In: findings. Out: the same; one at a file that nobody here can change says how to have a copy of one's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from localoffer.findings import Finding
from localoffer.overlay import LISTS, OURS, is_national, is_ours_to_edit, name_in_layer


def with_a_way_out(findings: Iterable[Finding], root: Path) -> Iterator[Finding]:
    """Each finding; in a file of an installed package with what to do about it."""
    for finding in findings:
        if is_ours_to_edit(finding.path, root):
            yield finding
        else:
            yield replace(finding, fix=f"{finding.fix} {_way_out(finding.path)}".strip(), edit=None)


def _way_out(shown: str) -> str:
    if shown.startswith("theme/"):
        return (
            f"This is a template of the generator: `localoffer own {shown}` gives you a copy to change. "
            "Please tell the people who make the generator, so that it gets better for everybody."
        )
    if not is_national(shown):
        return "This is part of the generator, not of your folder: please tell the people who make it."
    name = name_in_layer(shown)
    if name.startswith(f"{LISTS}/"):
        return f"This is a national list: what you write in {OURS}/{name} with the same id stands in its place."
    page = name.removesuffix(".md").removesuffix(".easy")
    return f"This is national text: `localoffer own {page}` gives you a copy to change."
