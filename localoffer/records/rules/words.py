"""Rules about links and lists, and easy-read ideas without a picture. Alt text has a package of its own, `alttext`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from localoffer.model import Provider, Service
from localoffer.records.markdown import VAGUE, check_markdown
from localoffer.records.rules.fault import Fault

LISTS = (
    "topics",
    "for_whom",
    "delivery",
    "service_areas",
    "eligibility.needs",
    "access.route",
    "while_you_wait",
    "also_known_as",
    "languages",
)


def check_repeats(service: Service) -> Iterator[Fault]:
    """Nothing stands twice in a list."""
    for field in LISTS:
        yield from _check_repeats(field, _value(service, field))
    for number, schedule in enumerate(service.schedules):
        yield from _check_repeats(f"schedules.{number}.byday", schedule.byday)


def _value(service: Service, field: str) -> list[str]:
    value: object = service
    for part in field.split("."):
        value = getattr(value, part)
    return list(value) if isinstance(value, list) else []


def _check_repeats(field: str, values: Sequence[str]) -> Iterator[Fault]:
    for value, times in Counter(values).items():
        if times > 1:
            second = len(values) - 1 - values[::-1].index(value)
            yield Fault(f"{field}.{second}", f"{value} stands here twice", "take one of them out.", 0)


def check_link_words(service: Service) -> Iterator[Fault]:
    """A link's words say where it goes, even when read alone."""
    for number, link in enumerate(service.links):
        if VAGUE.fullmatch(link.text.strip(" .!>»→")):
            yield Fault(
                f"links.{number}.text",
                f"“{link.text}” does not say where the link goes",
                "write what people will find there, such as Join the swim club (form).",
                0,
            )


def check_why_no_picture(service: Service) -> Iterator[Fault]:
    """An easy-read idea without a picture says why."""
    for number, point in enumerate(service.easy_read.points if service.easy_read else []):
        if point.picture == "none" and not point.why:
            yield Fault(
                f"easy_read.points.{number}.picture",
                "there is no picture and no reason why",
                "choose a picture, or add why: and the reason.",
                0,
            )


def check_description(record: Service | Provider) -> Iterator[tuple[str, Fault]]:
    """A description is Markdown without HTML, big headings, pictures or hidden signs; its links are safe."""
    for rule, offset, message, fix in check_markdown(record.description):
        yield rule, Fault("description", message, fix, offset)
