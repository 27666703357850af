"""The preview builds after an edit, tells of faults, and keeps the last good site."""

from __future__ import annotations

from datetime import date
from threading import Event

from localoffer.findings import ERROR, Finding
from localoffer.site.offer import Offer
from localoffer.site.preview import Preview
from localoffer.site.serve import Watcher
from localoffer.system.folders import Folders

from .conftest import TODAY, SmallOffer


def watcher(offer: SmallOffer, said: list[str], shown: list[str]) -> Watcher:
    return Watcher(
        offer.root, lambda: TODAY, said.append, shown.append, Preview(), theme=offer.theme, offer=offer.read, pause=0.0
    )


def test_an_edit_is_built_and_the_browser_told(offer: SmallOffer) -> None:
    said: list[str] = []
    watch = watcher(offer, said, [])
    assert watch.build()  # the search index is still to be made
    seen = watch.preview.build
    offer.files["index.md"] = "# Edited\n"
    (offer.root / "providers" / "touched").write_text("edited")
    watch.build()
    assert watch.preview.build == seen + 1
    assert "Edited" in offer.page("index.html")
    assert "1 file changed" in said[-1]


def test_a_fault_is_shown_and_the_last_good_site_stays(offer: SmallOffer) -> None:
    shown: list[str] = []
    watch = watcher(offer, [], shown)
    watch.build()
    before = offer.site.resolve()
    (offer.root / "providers" / "x.yml").write_text("minimum_age: 18\n")
    fault = Finding("providers/x.yml", 1, 14, ERROR, "ages-reversed", "maximum_age is 8", "swap the two numbers.")
    offer.findings, offer.is_whole = [fault], False
    watch.build()
    assert "providers/x.yml:1:14: error: maximum_age is 8" in watch.preview.fault
    assert "minimum_age: 18" in shown[0]
    assert offer.site.resolve() == before
    offer.findings, offer.is_whole = [], True
    (offer.root / "providers" / "x.yml").unlink()
    watch.build()
    assert watch.preview.fault == ""


def test_the_search_index_follows_on_the_side(offer: SmallOffer) -> None:
    made = Event()
    watch = watcher(offer, [], [])
    build = watch.build

    def build_until_searchable() -> bool:
        is_waiting = build()
        if not is_waiting:
            made.set()
            watch.stopped.set()
        return is_waiting

    watch.build = build_until_searchable  # type: ignore[method-assign]
    watch.run()
    assert made.is_set()
    assert (offer.site / "find" / "index" / "head.json").is_file()


def test_a_fault_of_the_tool_ends_in_words_not_in_a_traceback(offer: SmallOffer) -> None:
    shown: list[str] = []
    watch = watcher(offer, [], shown)
    watch.build()

    def broken(_places: Folders, _today: date) -> Offer:
        return Offer(files=[("index.md", "---\ntemplate: gone.html\n---\n")], sources={"index.md": "content/index.md"})

    watch.offer = broken
    (offer.root / "providers" / "touched").write_text("edited")
    watch.build()
    assert "content/index.md could not be made into a page" in shown[0]
