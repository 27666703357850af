"""Where it happens, and where people must live: places and areas as the record names them, never by guess."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.clean.personal import NOT_SHOWN
from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Place
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA
from localoffer.model.contact_forms import standard_code
from localoffer.model.taken import same_name

NATIONWIDE = frozenset(
    "national|nationwide|england|uk|united kingdom|great britain|whole country|england and wales".split("|")
)
WHERE, ACCESS = "Where it is", "Getting in and around"


def locations(draft: Draft) -> list[dict[str, Any]]:
    """Places with a name and a town; any other is kept in words."""
    found: list[dict[str, Any]] = []
    for number, place in enumerate(draft.incoming.places):
        taken = _place(place, f"places.{number}", draft)
        if taken and taken not in found:
            found.append(taken)
    return found


def _place(place: Place, path: str, draft: Draft) -> dict[str, Any] | None:
    names = ("name", "address_1", "address_2", "city", "region")
    texts = {name: as_line(getattr(place, name), f"{path}.{name}", draft) for name in names}
    given = [text for text in texts.values() if text]
    if not given:
        return None
    name = texts["name"] or texts["address_1"] or texts["city"]
    if not texts["city"] or any(
        len(text) > 80 for text in (name, texts["address_1"], texts["address_2"], texts["city"])
    ):
        if not place.sensitive:
            address = ", ".join([*dict.fromkeys(given), one_line(place.postal_code)]).strip(", ")
            draft.keep(WHERE, address, path, "it names no town, or is too long")
            about = _about(place, path, draft)
            features = [draft.vocabulary.features[key].name for key in about.get("accessibility", {})]
            for words in (*features, about.get("travel", "")):
                if words:
                    draft.keep(ACCESS, words, path, "its place is only told in words")
        return None
    if place.sensitive:
        shown = texts["city"] if NOT_SHOWN in name else name
        return {"name": shown, "city": texts["city"], "sensitive": "yes", **_about(place, path, draft)}
    code = standard_code(one_line(place.postal_code))
    if place.postal_code.strip() and not code:
        draft.account.lose(f"{path}.postal_code", f"“{one_line(place.postal_code)[:20]}” is not a whole UK postcode")
    found: dict[str, Any] = {"name": name}
    for field in ("address_1", "address_2", "city"):
        if texts[field] and (field == "city" or texts[field] != name):
            found[field] = texts[field]
    return {
        **found,
        **({"postal_code": code} if code else {}),
        **_about(place, path, draft),
    }


def _about(place: Place, path: str, draft: Draft) -> dict[str, Any]:
    """What the place has, by the exact names of our list; other words stay words."""
    features = {
        same_name(n): key for key, one in draft.vocabulary.features.items() for n in (key, one.name, one.short or "")
    }
    found: dict[str, str] = {}
    for text in map(one_line, place.accessibility):
        if key := features.get(same_name(text)):
            found[key] = "yes"
        elif text:
            draft.keep(ACCESS, text, f"{path}.accessibility", "it is not one of the features of our list")
    travel = as_line(place.transportation, f"{path}.transportation", draft)
    if len(travel) > 1000:
        draft.keep("How to get there", travel, f"{path}.transportation", "it is too long for its field")
        travel = ""
    if one_line(place.description):
        draft.keep("The place", place.description, f"{path}.description", "it has no field of its own")
    return {**({"accessibility": found} if found else {}), **({"travel": travel} if travel else {})}


def service_areas(draft: Draft) -> list[str]:
    """Areas by their exact names in our list; any other words are told."""
    by_name = {same_name(name): key for key, area in draft.vocabulary.areas.items() for name in (key, area.name)}
    by_name |= dict.fromkeys(NATIONWIDE, NATIONAL) | {same_name(WHOLE_AREA): WHOLE_AREA, same_name(OUTSIDE): OUTSIDE}
    if draft.place:
        by_name[same_name(draft.place)] = WHOLE_AREA
    found = []
    for text in map(one_line, draft.incoming.service_areas):
        if key := by_name.get(same_name(text)):
            found.append(key)
        elif text:
            draft.keep("Where you must live", text, "service_areas", "it is not the name of one of our areas")
    return list(dict.fromkeys(found))
