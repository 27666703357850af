"""What a JSON value of Open Referral UK or HSDS is: a page of a list of services, one service, or something else.

In: the value. Out: a `Listed`, or None where it holds no services.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from localoffer.exchange.forms.record import is_short

_OF_VERSION_1 = frozenset({"eligibilitys", "service_taxonomys", "regular_schedules", "fundings", "deliverable_type"})
#: What other tables have and services never.
_NOT_OF_A_SERVICE = frozenset(
    {
        "organization_identifiers",
        "website",
        "addresses",
        "physical_addresses",
        "taxonomy",
        "term_uri",
        "vocabulary",
        "version",
        "location",
        "location_type",
        "resources",
        "service",
    }
)
_LISTS = ("contents", "content", "services", "items", "data", "results")


@dataclass(frozen=True)
class Listed:
    """Services that stand together. `pages` and `total` are what the source says, None where it does not say."""

    records: list[Any]
    version: int = 3
    number: int = 1
    pages: int | None = None
    total: int | None = None
    says_last: bool = False
    is_list: bool = True

    @property
    def is_short(self) -> bool:
        """True where none of its records has its linked parts."""
        return self.is_list and all(is_short(record) for record in self.records if isinstance(record, dict))


def listed(value: Any) -> Listed | None:
    """The services in a value that was read from JSON."""
    if _is_pair(value):
        value = _services_of([value])[0]
    if isinstance(value, list):
        value = _services_of(value)
        return _page({}, value) if not value or any(map(is_service, value)) else None
    if not isinstance(value, dict):
        return None
    for name in _LISTS:
        records = value.get(name)
        records = _services_of(records) if isinstance(records, list) else None
        if records is not None and (any(map(is_service, records)) or (not records and _is_envelope(value))):
            return _page(value, _with_organization(records, value) if name == "services" else records)
    if is_service(value):
        return Listed([value], _version({}, [value]), is_list=False)
    return None


def _is_pair(value: Any) -> bool:
    """True for HSDS's service_at_location that holds its whole service."""
    return isinstance(value, dict) and is_service(value.get("service")) and isinstance(value.get("location"), dict)


def _services_of(records: list[Any]) -> list[Any]:
    """Records as they are, and in the place of service_at_locations their services, each once with all its places."""
    found: list[Any] = []
    of: dict[str, dict[str, Any]] = {}
    for record in records:
        if not _is_pair(record):
            found.append(record)
            continue
        service, place = record["service"], {name: each for name, each in record.items() if name != "service"}
        own = of.get(str(service.get("id")))
        if own is None:
            places = service.get("service_at_locations")
            own = {**service, "service_at_locations": [*places] if isinstance(places, list) else []}
            of[str(service.get("id"))] = own
            found.append(own)
        if all(not isinstance(each, dict) or each.get("id") != place.get("id") for each in own["service_at_locations"]):
            own["service_at_locations"].append(place)
    return found


def _with_organization(records: list[Any], value: dict[str, Any]) -> list[Any]:
    """Services that stand inside their organisation, as HSDS's files of organisations have them, know it."""
    if "name" not in value:
        return records
    own = {name: each for name, each in value.items() if name != "services"}
    return [{"organization": own, **record} if isinstance(record, dict) else record for record in records]


def is_service(value: Any) -> bool:
    """True for an object that can be a service."""
    return (
        isinstance(value, dict)
        and "name" in value
        and ("id" in value or "description" in value)
        and not _NOT_OF_A_SERVICE & value.keys()
    )


def is_about_the_interface(value: Any) -> bool:
    """True for what the root of an interface says of itself: its version, its profile, and no services."""
    return (
        isinstance(value, dict) and "name" not in value and bool({"openapi_url", "profile", "version"} & value.keys())
    )


def _is_envelope(value: dict[str, Any]) -> bool:
    return bool({"total_items", "totalElements", "total_pages", "totalPages"} & value.keys())


def _page(envelope: dict[str, Any], records: list[Any]) -> Listed:
    number = _number(envelope, "page_number", "number", "page")
    return Listed(
        records,
        _version(envelope, records),
        1 if number is None else number,
        _number(envelope, "total_pages", "totalPages"),
        _number(envelope, "total_items", "totalElements", "total"),
        envelope.get("last_page", envelope.get("last")) is True,
    )


def _version(envelope: dict[str, Any], records: list[Any]) -> int:
    if {"totalElements", "totalPages"} & envelope.keys():
        return 1
    is_old = any(_OF_VERSION_1 & record.keys() for record in records if isinstance(record, dict))
    return 1 if is_old else 3


def _number(envelope: dict[str, Any], *names: str) -> int | None:
    """A count as it can be: numbers of a feed are text here, and may be anything."""
    said = next((envelope[name] for name in names if envelope.get(name) is not None), None)
    if not isinstance(said, str) or not said.isascii() or not said.isdigit() or len(said) > 9:
        return None
    return int(said)
