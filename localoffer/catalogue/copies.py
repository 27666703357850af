"""Pages that were copied from the national text: what has changed there since.

In: all files. Out: a finding for each copy whose national text is another one now, with what changed. What the text was when
it was copied lies in content/_national/, as `own` wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from localoffer.cache.digests import text_hash
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Finding
from localoffer.overlay import copied_from, layers_of, name_in_layer
from localoffer.prose.changes import changes_between, in_words
from localoffer.rulebook import Fault

SHOWN = 5


def check_copies(files: Files, root: Path) -> Iterator[Finding]:
    """The national text of a page that was copied is as it was then."""
    layers = layers_of(root)
    for page in files.content.values():
        for copy in (page, page.easy):
            national = layers.both(name_in_layer(copy.path))[:1] if copy is not None and copy.own_since else []
            if copy is None or not copy.own_since or not national or not national[0].is_national:
                continue
            new = national[0].path.read_text(encoding="utf-8")
            if text_hash(new) != copy.own_since:
                old = copied_from(root, national[0].name)
                is_known = old is not None and text_hash(old) == copy.own_since
                for fault in changed_since(old if is_known else None, new, page.id):
                    yield rules.NATIONAL_CHANGED.in_field(copy, "own_since", fault.message, fault.fix)


def changed_since(old: str | None, new: str, page: str) -> Iterator[Fault]:
    """What changed in a national text; None: nobody knows what it was."""
    if old == new:
        return
    start = "the national text that this page was copied from has changed since"
    changes = changes_between(old, new) if old is not None else []
    if changes:
        start = f"{start}: {in_words(changes, SHOWN)}"
    elif old is not None:
        start = f"{start}, but no words that readers see"
    look = "" if changes or old is not None else f"Read the national page:  build.py own {page} --show  "
    fix = f"change this page where that is right here too.  Then run:  build.py own {page} --compared"
    yield Fault(start, f'{look}{fix}  or write  own_since: "{text_hash(new)}"')
