"""The focus ring: seen on every ground, in light and dark, by its pixels and not by its stylesheet.

In: a visit. Out: faults. Each sort of stop is measured once in a whole audit when its ring is good: the same classes on
the same ground give the same ring.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image

from localoffer.audit import rules
from localoffer.audit.behaviour.keyboard import Stop, stops_of
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.visit import DESKTOP, HEIGHT, Look, Scheme

LEAST = 3.0
AROUND = 8
THICK = 2
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Colour = tuple[int, int, int]
Box = dict[str, float]


def check_focus_ring(visit: PageVisit) -> Iterator[BrowserFault]:
    """What has the focus wears a ring at least 2 pixels thick that stands out 3:1 from what it lies on, and from the
    thing it goes round (WCAG 2.4.7, 2.4.13, 1.4.11)."""
    kept = stops_of(visit, DESKTOP)[0]
    pressed = False
    for scheme in SCHEMES:
        sorts = _new_sorts(visit, kept, scheme)
        if not sorts:
            continue
        page = visit.show(Look(scheme=scheme), fresh=not pressed)
        if not pressed:
            page.keyboard.press("Tab")  # from now on the browser takes us for a keyboard user
            pressed = True
        for sort, stop in sorts:
            if fault := _measure(visit, stop):
                yield fault
            else:
                visit.good.add(sort)


def _new_sorts(visit: PageVisit, stops: list[Stop], scheme: str) -> list[tuple[tuple[str, ...], Stop]]:
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
        if stop["inView"] and not stop["covered"] and sort not in visit.good:
            found.setdefault(sort, stop)
    return list(found.items())


def _measure(visit: PageVisit, stop: Stop) -> BrowserFault | None:
    box = visit.measure("beforeRing", stop["place"])
    if box is None:
        return None
    clip = _clip(box)
    if clip["width"] < 1 or clip["height"] < 1:
        return None
    without = _picture(visit, clip, box)
    moved = visit.measure("withRing")
    if moved is None:
        return None
    clip = _clip(moved) if moved != box else clip
    with_ring = _picture(visit, clip, moved)
    if with_ring.size != without.size:
        return None
    area, outer, inner = ring_of(
        without, with_ring, (box["x"] - clip["x"], box["y"] - clip["y"], box["width"], box["height"])
    )
    if area >= THICK * (box["width"] + box["height"]) and outer >= LEAST and inner >= LEAST:
        return None
    what = f"{outer:.2f}:1 from what is round it and {inner:.2f}:1 from itself" if area else "not at all"
    message = f"the focus on {name_of(stop)} stands out {what}"
    fix = "give it an outline of at least 3 pixels in two colours, one dark and one light."
    return visit.fault(rules.FOCUS_NOT_SEEN, message, fix, at=stop, wcag="2.4.7")


def _clip(box: Box) -> Box:
    left, top = max(0, box["x"] - AROUND), max(0, box["y"] - AROUND)
    right = min(DESKTOP, box["x"] + box["width"] + AROUND)
    bottom = min(HEIGHT, box["y"] + min(box["height"], 400) + AROUND)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _picture(visit: PageVisit, clip: Box, box: Box) -> Image.Image:
    """What is seen in the window at `clip`."""
    place = {**clip, "x": clip["x"] + box["scrollX"], "y": clip["y"] + box["scrollY"]}
    return Image.open(io.BytesIO(visit.windows.picture(place))).convert("RGB")


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
