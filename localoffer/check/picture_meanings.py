"""One picture, one meaning: over editors' points, easy-read twins and the lists that name pictures.

In: the catalogue. Out: findings where a picture stands beside words that do not say what it means, where two ideas that follow
each other have one picture, and where two members of a list share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from localoffer.addresses import is_guide
from localoffer.catalogue import Catalogue
from localoffer.easyread import rules
from localoffer.easyread.meanings import Meanings
from localoffer.easyread.twin import PICTURE_LINE, blocks
from localoffer.findings import MAYBE, Edit, Finding, Range
from localoffer.model import EasyPage, Record, Service
from localoffer.rulebook import Position, Put

NONE = "none"
_DATE = re.compile(r"(?:The day is )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d")
"""How each line of a list of dates begins; all of these have the calendar."""


class Used(NamedTuple):
    """A picture and the words beside it, where its name stands, and what to write there instead, if that is known."""

    picture: str
    words: str
    record: Record
    at: Position
    field: str = ""


def check_points(service: Service, meanings: Meanings) -> Iterator[Finding]:
    """Every picture of a listing's own points."""
    yield from _check_run(list(_points(service)), meanings)


def check_meanings(catalogue: Catalogue) -> Iterator[Finding]:
    """Every picture of the offer's own easy-read pages and lists."""
    meanings = Meanings(catalogue.vocabulary.all_pictures)
    for page in catalogue.content.values():
        for run in _runs(page.easy) if page.easy else ():
            yield from _check_run(run, meanings)
    yield from _check_lists(catalogue, meanings)


def _points(service: Service) -> Iterator[Used]:
    for number, point in enumerate(service.easy_read.points if service.easy_read else []):
        field = f"easy_read.points.{number}.picture"
        yield Used(point.picture, point.text, service, service.origin.position(field), field)


def _runs(easy: EasyPage) -> Iterator[list[Used]]:
    """The ideas of a twin, part by part."""
    run: list[Used] = []
    for block in blocks(easy.body, easy.body_line):
        if block.lines[0].startswith("#"):
            yield run
            run = []
        elif found := PICTURE_LINE.match(block.lines[0]):
            at = (block.line, found.start("picture") + 1)
            run.append(Used(found["picture"], " ".join(block.lines[1:]), easy, at))
    yield run


def _check_run(run: list[Used], meanings: Meanings) -> Iterator[Finding]:
    for used in run:
        yield from _check_meaning(used, meanings)
    for before, used in pairwise(run):
        if used.picture == before.picture != NONE and not (_DATE.match(before.words) and _DATE.match(used.words)):
            yield _twice(used, meanings)


def _check_meaning(used: Used, meanings: Meanings) -> Iterator[Finding]:
    if used.words and not meanings.fits(used.picture, used.words):
        means = meanings.pictures[used.picture].means
        message = f"“{_start(used.words)}” stands beside the picture {used.picture}, which means “{means}”"
        yield _found(rules.PICTURE_MEANING, used, message, "", meanings)


def _twice(used: Used, meanings: Meanings) -> Finding:
    message = f"“{_start(used.words)}” has the same picture as the idea before it, {used.picture}"
    return _found(rules.PICTURE_TWICE, used, message, "put both under one picture, or ", meanings)


def _found(rule: rules.Rule, used: Used, message: str, start: str, meanings: Meanings) -> Finding:
    """The way out names pictures that fit; the first of them is what the edit would write."""
    others = [name for name in meanings.better(used.words) if name != used.picture]
    how = (
        f"write {meanings.shown(others)}."
        if others
        else "choose one whose meaning the words say, or none, and say why."
    )
    fix = f"{start}{how}"
    if used.field:
        put = Put(others[0], how_sure=MAYBE) if others else None
        return rule.in_field(used.record, used.field, message, fix, put)
    line, column = used.at
    where = Range(line, column, line, column + len(used.picture))
    edit = Edit(used.record.path, where, others[0], MAYBE, was=used.picture) if others else None
    return rule.finding(used.record.path, message, fix, used.at, edit=edit)


def _check_lists(catalogue: Catalogue, meanings: Meanings) -> Iterator[Finding]:
    """Members of a list that stand side by side have each a picture of their own, which means what they are."""
    vocabulary = catalogue.vocabulary
    for topic in vocabulary.topics.values():
        words = f"{topic.name} {topic.easy_read or ''} {topic.summary}"
        yield from _check_member(topic, "picture", topic.picture, words, meanings)
    for need in vocabulary.needs.values():
        words = f"{need.name} {need.easy_read or ''} {need.easy_line or ''} {need.summary}"
        yield from _check_member(need, "picture", need.picture, words, meanings)
    for feature in vocabulary.features.values():
        yield from _check_member(feature, "picture", feature.picture, feature.easy_yes or "", meanings)
        yield from _check_member(feature, "picture_no", feature.picture_no, feature.easy_no or "", meanings)
    for stage in vocabulary.stages.values():
        words = f"{stage.name} {stage.easy_read or ''} {stage.summary}"
        yield from _check_member(stage, "picture", stage.picture, words, meanings)
    for situation in vocabulary.situations.values():
        words = f"{situation.easy_read or ''} {situation.name} {situation.summary}"
        yield from _check_member(situation, "picture", situation.picture, words, meanings)
    guides = [(page, page.easy) for page in catalogue.content.values() if page.easy and is_guide(page.id)]
    for page, easy in guides:
        words = f"{easy.title} {easy.reader or ''} {page.title} {page.summary}"
        yield from _check_member(page, "picture", page.picture, words, meanings)
    of_topics = [((topic.parents or ("",))[0], topic.picture, topic) for topic in vocabulary.topics.values()]
    yield from _shared(of_topics)
    yield from _shared([("", need.picture, need) for need in vocabulary.needs.values()])
    yield from _shared([("", feature.picture, feature) for feature in vocabulary.features.values()])
    yield from _shared([("", stage.picture, stage) for stage in vocabulary.stages.values()])
    yield from _shared([("", situation.picture, situation) for situation in vocabulary.situations.values()])
    yield from _shared([("", page.picture, page) for page, _easy in guides])


def _check_member(record: Record, field: str, name: str | None, words: str, meanings: Meanings) -> Iterator[Finding]:
    if name and name in meanings.pictures:
        yield from _check_meaning(Used(name, words, record, record.origin.position(field), field), meanings)


def _shared(members: Sequence[tuple[str, str | None, Record]]) -> Iterator[Finding]:
    """`members`: the group that each is shown in, its picture, and itself."""
    first: dict[tuple[str, str], str] = {}
    for group, picture, record in members:
        identity = str(getattr(record, "id", ""))
        if picture and (group, picture) in first:
            message = (
                f"{identity} has the same picture as {first[group, picture]}, {picture}, and both stand in one list"
            )
            yield rules.PICTURE_SHARED.in_field(record, "picture", message, "choose another picture for one of them.")
        elif picture:
            first[group, picture] = identity


def _start(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
