"""Rules about links and lists, and easy-read ideas without a picture. Alt text has a package of its own, `alttext`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from localoffer.model import Service
from localoffer.records.links import check_link_words
from localoffer.records.rules.fields import NAME, Field
from localoffer.rulebook import Fault, Put, Rules

AGREE = Rules("fields-that-agree")


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


@AGREE.rule(
    "listed-twice",
    reads=("topics", "for_whom", "delivery", "service_areas", "eligibility", "access", "while_you_wait", "schedules"),
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
    for value, times in Counter(values).items() if len(set(values)) < len(values) else ():
        if times > 1:
            second = len(values) - 1 - values[::-1].index(value)
            yield Fault(
                f"{value} stands here twice",
                "take one of them out.",
                f"{field}.{second}",
                put=Put(value, takes_out=True),
            )


@AGREE.rule("summary-missing", reads=("summary", "description"), eased=True)
def check_summary(service: Service) -> Iterator[Fault]:
    """There is a summary where there is a description. Where a record that came in from elsewhere has none, lists show the first words of its description."""
    if service.description and not service.summary:
        fix = "add summary: with what it is, in one or two sentences."
        yield Fault("summary is missing: it is what people see in search and in lists", fix, Field("", NAME))


@AGREE.rule("name-long", reads=("name",), eased=True)
def check_name(service: Service) -> Iterator[Fault]:
    """A name has at most 80 letters: it stands in lists, and people say it on the phone."""
    if len(service.name) > MOST_LETTERS:
        message = f"the name has {len(service.name)} characters; the most is {MOST_LETTERS}"
        yield Fault(message, f"take out at least {len(service.name) - MOST_LETTERS}; say more in the summary.", "name")


MOST_LETTERS = 80
AGREE.append(check_link_words)  # it stands beside the links of descriptions, which keep it too


@AGREE.rule("picture-why", reads=("easy_read",))
def check_why_no_picture(service: Service) -> Iterator[Fault]:
    """An easy-read idea without a picture says why."""
    for number, point in enumerate(service.easy_read.points if service.easy_read else []):
        if point.picture == "none" and not point.why:
            message = "there is no picture and no reason why"
            yield Fault(message, "choose a picture, or add why: and the reason.", f"easy_read.points.{number}.picture")
