"""Rules about the offer as a whole: names, providers, moved pages, ages, lists that must be there.

In: all files. Out: findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.offered import hint_and_fix
from localoffer.findings import Finding
from localoffer.letters import same_name
from localoffer.model import Service
from localoffer.model.local import LocalFacts, PageMoved
from localoffer.model.vocabulary import Area, Need, Topic
from localoffer.overlay import LISTS, layers_of
from localoffer.records.names import nearest
from localoffer.records.rules.people import check_ages_order

NEEDED = ("topics", "needs", "stages", "areas", "features", "pictures")


def check_lists_there(files: Files, root: Path) -> Iterator[Finding]:
    """The lists of topics, needs, ages, areas, features and pictures are there."""
    layers = layers_of(root)
    for name in NEEDED:
        path = f"content/_data/{name}.yml"
        if not getattr(files.vocabulary, name) and name not in files.broken:
            what = "has nothing in it" if layers.find(f"{LISTS}/{name}.yml") else "is missing"
            fix = "bring the file back from an earlier version, or copy it from another offer."
            yield rules.LIST_MISSING.finding(path, f"the list of {name} {what}", fix)


def check_names(files: Files) -> Iterator[Finding]:
    """Two services of one provider do not have one name; two of different providers had better not."""
    first: dict[str, list[Service]] = {}
    for service in sorted(files.services.values(), key=lambda service: service.id):
        first.setdefault(same_name(service.name), []).append(service)
    for same in first.values():
        for number, service in enumerate(same[1:], 1):
            mine = [other for other in same[:number] if other.provider_id == service.provider_id]
            other = mine[0] if mine else same[0]
            rule = rules.NAME_TWICE if mine else rules.NAME_ELSEWHERE
            message = f"{other.path} has the name “{service.name}” too"
            fix = "give each a name that tells them apart, for example by place or day."
            yield rule.in_field(service, "name", message, fix, came_in=service.is_as_it_came)


def check_short_names(files: Files) -> Iterator[Finding]:
    """Lists show a short name alone, so no other service may be called the same there; equal names are told apart anyway."""
    listed: dict[str, list[Service]] = {}
    shared = Counter(same_name(service.name) for service in files.services.values())
    words = files.vocabulary
    lists: tuple[Mapping[str, Topic | Need | Area], ...] = (words.topics, words.needs, words.areas)
    shared += Counter(same_name(member.name) for members in lists for member in members.values())
    for service in sorted(files.services.values(), key=lambda service: service.id):
        if service.status != "closed" and shared[same_name(service.name)] == 1:
            listed.setdefault(same_name(service.short_name or service.name), []).append(service)
    for same in listed.values():
        for service in same if len(same) > 1 else ():
            if service.short_name:
                other = next(each for each in same if each is not service)
                message = f"lists call {other.path} “{service.short_name}” too"
                fix = f"write another short_name, or take the line out: lists then say “{service.name}”."
                yield rules.SHORT_NAME_TWICE.in_field(service, "short_name", message, fix)


def check_providers(files: Files, root: Path) -> Iterator[Finding]:
    """Each provider's folder has its provider.yml and at least one listing."""
    by_folder: dict[str, list[str]] = {}
    for listing in files.listings:
        by_folder.setdefault(listing.partition("/")[0], []).append(listing)
    for name in sorted(files.folders):
        path = f"providers/{name}/provider.yml"
        listings = by_folder.get(name, [])
        if not (root / path).exists() and not (root / path).is_symlink():
            where = f"providers/{sorted(listings)[0]}.yml" if listings else path
            message = f"the folder {name} has no provider.yml, which says who the provider is"
            yield rules.PROVIDER_MISSING.finding(where, message, "copy provider.yml from another folder and change it.")
        elif not listings:
            message = "this provider has no services"
            yield rules.PROVIDER_EMPTY.finding(path, message, "add a listing, or remove the folder.")


def check_moves(files: Files) -> Iterator[Finding]:
    """An old address leads to one new page: no service is there any more, and no other claims it."""
    claimed: dict[str, Service] = {}
    for service in files.services.values():
        for number, old in enumerate(service.moved_from):
            field = f"moved_from.{number}"
            if old in files.listings:
                message = f"{old} is still a service, so its address cannot lead here"
                fix = f"remove providers/{old}.yml, or take this line out."
                yield rules.MOVED_FROM_TAKEN.in_field(service, field, message, fix)
            elif old in claimed:
                message = f"{claimed[old].path} says too that {old} has moved there"
                yield rules.MOVED_FROM_TWICE.in_field(service, field, message, "keep it in one of the two.")
            claimed.setdefault(old, service)
    if files.local:
        for number, moved in enumerate(files.local.moved):
            yield from _check_moved_page(files, moved, files.local, f"moved.{number}")


def _check_moved_page(files: Files, moved: PageMoved, facts: LocalFacts, field: str) -> Iterator[Finding]:
    if moved.page not in files.content:
        hint, fix = hint_and_fix(nearest(moved.page, files.content), "name a page that is there.")
        yield rules.UNKNOWN_TARGET.in_field(facts, f"{field}.page", f"there is no page {moved.page}.{hint}", fix)
    if moved.old in files.content:
        message = f"{moved.old} is still a page, so its address cannot lead to another"
        yield rules.MOVED_FROM_TAKEN.in_field(facts, f"{field}.old", message, "take this line out.")


def check_stages(files: Files) -> Iterator[Finding]:
    """The ages of stages.yml run from 0 to 25 without gap or overlap."""
    expected = 0
    stages = list(files.vocabulary.stages.values())
    for stage in stages:
        if stage.minimum_age != expected:
            message = f"this age group begins at {stage.minimum_age}; it should begin at {expected}"
            fix = "let each age group begin one year after the one before it ends."
            yield rules.STAGES_GAP.in_field(stage, "minimum_age", message, fix)
        if stage.maximum_age < stage.minimum_age:
            message = f"maximum_age is {stage.maximum_age}, which is lower than minimum_age, {stage.minimum_age}"
            yield check_ages_order.in_field(stage, "maximum_age", message, "swap the two numbers.")
        expected = stage.maximum_age + 1
    if stages and expected != 26 and "stages" not in files.broken:
        message = f"the last age group ends at {expected - 1}; it should end at 25"
        yield rules.STAGES_GAP.in_field(stages[-1], "maximum_age", message, "write 25.")


def check_easy_reason(files: Files) -> Iterator[Finding]:
    """A page that says easy_read: none says why, and has no easy-read twin."""
    for page in files.content.values():
        if page.easy_read and not page.why:
            message = "easy_read is none, but why is missing"
            yield rules.EASY_READ_WHY.in_field(page, "easy_read", message, "add why: and the reason.")
        if page.easy_read and page.easy:
            message = f"easy_read is none, but {page.easy.path} is there"
            fix = "take out easy_read: none, or remove the easy-read page."
            yield rules.EASY_READ_TWIN.in_field(page, "easy_read", message, fix)


# What stands round every page: the ways to reach the Local Offer itself, and the links of the header


WAYS = {
    "phone": "a phone number",
    "email": "an e-mail address",
    "hours": "when somebody answers",
    "address": "where to write",
}
MOST_LINKS = 3
"""Links of a council's own beside the four of the header."""


def check_frame(files: Files) -> Iterator[Finding]:
    """Every way to reach the help line is there, and the header is not too full."""
    if not files.site:
        return
    if len(files.site.header_links) > MOST_LINKS:
        message = f"the header has {len(files.site.header_links)} links of your own"
        fix = "keep the three that families need most, and put the others into footer_links."
        yield rules.HEADER_FULL.in_field(files.site, "header_links", message, fix)
    missing = [name for name in WAYS if not getattr(files.site.help, name)]
    if missing:
        words = ", ".join(WAYS[name] for name in missing)
        fix = f"write {', '.join(f'{name}:' for name in missing)} below help:, so that families can ask a person."
        yield rules.HELP_LINE.in_field(files.site, "help", f"the help line does not say {words}", fix)
