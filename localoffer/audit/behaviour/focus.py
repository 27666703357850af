"""The focus ring: seen on every ground, in light and dark, by its pixels and not by its stylesheet.

In: a visit. Out: faults. Each sort of stop is measured once in a whole audit when its ring is good: the same classes on
the same ground give the same ring.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PIL import Image

from localoffer.audit.behaviour.keyboard import Stop, name_of, tab_through
from localoffer.audit.faults import Fault
from localoffer.audit.looking import DESKTOP, Look, Scheme, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAST = 3.0
AROUND = 8
THICK = 2
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Colour = tuple[int, int, int]


def check_focus_ring(visit: Visit) -> Iterator[Fault]:
    """What has the focus wears a ring at least 2 pixels thick that stands out 3:1 from what it lies on, and from the
    thing it goes round (WCAG 2.4.7, 2.4.13, 1.4.11)."""
    kept = visit.stops.get(DESKTOP)
    if kept is None:
        visit.show(Look(), fresh=True)
        kept, _trapped = tab_through(visit)
    for scheme in SCHEMES:
        sorts = _new_sorts(visit, kept, scheme)
        if not sorts:
            continue
        page = visit.show(Look(scheme=scheme), fresh=True)
        page.keyboard.press("Tab")  # from now on the browser takes us for a keyboard user
        for sort, stop in sorts:
            if fault := _measure(visit, page, stop):
                yield fault
            else:
                visit.remembered.add(sort)


def _new_sorts(visit: Visit, stops: list[Stop], scheme: str) -> list[tuple[tuple[str, ...], Stop]]:
    """The first stop of each sort that was not measured yet."""
    found: dict[tuple[str, ...], Stop] = {}
    for stop in stops:
        sort = (
            "ring",
            scheme,
            stop["selector"].partition("#")[0] or stop["tag"],
            stop["area"].partition("#")[0],
            stop["ground"],
        )
        if stop["inView"] and not stop["covered"] and sort not in visit.remembered:
            found.setdefault(sort, stop)
    return list(found.items())


def _measure(visit: Visit, page: Page, stop: Stop) -> Fault | None:
    handle = page.evaluate_handle("(place) => document.querySelectorAll('*')[place]", stop["place"]).as_element()
    if handle is None or not handle.is_visible():
        return None
    handle.evaluate("(el) => { document.activeElement?.blur(); el.scrollIntoView({block: 'center'}); }")
    box = handle.bounding_box()
    if box is None:
        return None
    clip = _clip(box, page)
    if clip["width"] < 1 or clip["height"] < 1:
        return None
    without = _picture(page.screenshot(clip=clip, animations="disabled"))
    handle.focus()
    visit.measure("painted")
    if not handle.evaluate("(el) => document.activeElement === el"):
        return None
    moved = handle.bounding_box()
    clip = _clip(moved or box, page) if moved != box else clip
    with_ring = _picture(page.screenshot(clip=clip, animations="disabled"))
    if with_ring.size != without.size:
        return None
    area, outer, inner = ring_of(
        without, with_ring, (box["x"] - clip["x"], box["y"] - clip["y"], box["width"], box["height"])
    )
    if area >= THICK * (box["width"] + box["height"]) and outer >= LEAST and inner >= LEAST:
        return None
    what = f"{outer:.2f}:1 from what is round it and {inner:.2f}:1 from itself" if area else "not at all"
    return visit.fault(
        "focus-not-seen",
        f"the focus on {name_of(stop)} stands out {what}",
        "give it an outline of at least 3 pixels in two colours, one dark and one light.",
        at=stop,
        wcag="2.4.7",
    )


def _clip(box: Any, page: Page) -> Any:
    size = page.viewport_size or {"width": DESKTOP, "height": 900}
    left, top = max(0, box["x"] - AROUND), max(0, box["y"] - AROUND)
    right = min(size["width"], box["x"] + box["width"] + AROUND)
    bottom = min(size["height"], box["y"] + min(box["height"], 400) + AROUND)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def _pixels(picture: Image.Image) -> list[Colour]:
    parts = picture.tobytes()
    return list(zip(parts[0::3], parts[1::3], parts[2::3], strict=True))


def ring_of(
    without: Image.Image, with_ring: Image.Image, box: tuple[float, float, float, float]
) -> tuple[int, float, float]:
    """What the focus adds: how many pixels change by 3:1, and how far the ring's colours stand out from what was around
    the thing, and from the thing itself."""
    before, after = _pixels(without), _pixels(with_ring)
    pairs = Counter(pair for pair in zip(before, after, strict=True) if pair[0] != pair[1])
    if not pairs:
        return 0, 0.0, 0.0
    area = sum(number for (old, new), number in pairs.items() if contrast(old, new) >= LEAST)
    colours: Counter[Colour] = Counter()
    for (_old, new), number in pairs.items():
        colours[new] += number
    ring = [colour for colour, number in colours.items() if number >= max(4, pairs.total() // 50)]
    left, top, wide, high = (round(part) for part in box)
    inside = Counter(_pixels(without.crop((left, top, left + wide, top + high))))
    outside = Counter(before)
    outside.subtract(inside)
    return area, _best(ring, outside), _best(ring, inside)


def _best(ring: list[Colour], ground: Counter[Colour]) -> float:
    if not ground or not ring:
        return 0.0
    main = ground.most_common(1)[0][0]
    return max(contrast(colour, main) for colour in ring)


@lru_cache(maxsize=100_000)
def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours (WCAG 2.2, contrast ratio): 1 to 21."""
    lights = sorted((_light(one), _light(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: Colour) -> float:
    red, green, blue = (
        (part / 255) / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
