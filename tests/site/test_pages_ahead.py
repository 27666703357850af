"""Pages that copies of the process make are those that it would make itself."""

from __future__ import annotations

from pathlib import Path

from tests.alone import ON_LINUX, alone
from tests.offer import copy_site

PROGRAM = """
import json, sys
from pathlib import Path
from localoffer.cache.store import Room
from localoffer.check import check_offer
from localoffer.site import pages_ahead
from localoffer.site.offer import offer_of
from localoffer.site.stage import Same
from localoffer.system.carried import THEME
from localoffer.system.folders import Folders
from tests.offer import TODAY

def files_of(root):
    places = Folders(root, THEME)
    places.make()
    catalogue, findings = check_offer(root, TODAY, cache=places.cache)
    made = offer_of(catalogue, places, findings)
    files = {path: content.make() if isinstance(content, Same) else content for path, content in made.files}
    return {path: str(content).replace(str(root), "") for path, content in files.items()}, made.kinds, catalogue

taken, take = [], pages_ahead.PagesAhead.take
def counted(self, path):
    found = take(self, path)
    if found:
        taken.append(path)
    return found

pages_ahead.PagesAhead.take = counted
alone, kinds, _ = files_of(Path(sys.argv[1]))
assert not taken, "few services need no copy"
pages_ahead.FEW, pages_ahead.TOGETHER = 1, 2
together, _, catalogue = files_of(Path(sys.argv[2]))
of_services = [path for path, kind in kinds.items() if kind.removeprefix("easy-").removeprefix("embed-") == "service"]
def count(name):
    with Room(Folders(Path(sys.argv[2]), THEME).cache, name) as room:
        return len(room.keys())
print(json.dumps([alone == together, sorted(taken) == sorted(of_services), count("searched"), len(catalogue.services)]))
"""


@ON_LINUX
def test_copies_make_the_same_pages_and_once(tmp_path: Path) -> None:
    """And what search and open data say lies in the store afterwards."""
    same, are_all, searched, services = alone(PROGRAM, copy_site(tmp_path / "one"), copy_site(tmp_path / "two"))
    assert same
    assert are_all
    assert searched == services
