"""When the facts were checked, and more about a school.

In: a Service and the Catalogue. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.catalogue import Catalogue, freshness
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import Whom
from localoffer.facts.links import linked
from localoffer.facts.plain import told
from localoffer.facts.view import Checked, FactLine, Link, Notice
from localoffer.facts.voice import Idea, idea, in_threes, link, say
from localoffer.model import LastChecked, School, Service
from localoffer.model.gaps import is_not_known


def checked_facts(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Fact]:
    """Who checked when, and whether the next check is late; nobody checks a closed service again."""
    checked, topics = service.last_checked, catalogue.vocabulary.topics
    due = freshness.next_check(service, topics)
    if checked is None or due is None:
        yield from _never_checked(service, whom)
        return
    day = wording.day_date(checked.date)
    is_late = freshness.is_overdue(service, topics, catalogue.today)
    is_due = is_late and service.status != "closed"
    when = "The next check was due in" if is_due else "Next check:"
    how = wording.CHECKED_HOW.get(checked.how, "")
    more = f"{_by_whom(service, checked)} {when} {wording.month_year(due)}.".lstrip()
    late = [say("That was a long time ago."), say("Please ask before you go.")] if is_late else []
    is_ours = not is_not_known(checked.by)
    told = [idea("check", say(f"{'We' if is_ours else 'Someone'} checked this on {day}."), *late)]
    yield Fact(
        "checked", "Checked", Rows([Checked(checked.date.isoformat(), day, more, f", {how}." if how else ".")]), told
    )
    if is_due:
        first = "Phone first" if whom.has_phone else f"Ask {whom.word} first"
        last = "We last checked it" if is_ours else "It was last checked"
        title, words = "This page is due for a check.", f"{last} on {day}. {first} to be sure."
        yield Fact("late", "Due for a check", Rows([Notice("warm", title, words)]), Unsaid("said with the check"))


def _by_whom(service: Service, checked: LastChecked) -> str:
    """`Who checked: Local Offer officer.`; what is not known is left out, and the list it came from is named."""
    if not is_not_known(checked.by):
        return f"Who checked: {checked.by}."
    return f"So says the list it came from: {service.source.system}." if service.source else ""


def _never_checked(service: Service, whom: Whom) -> Iterator[Fact]:
    came_from = f"From this list: {service.source.system}." if service.source else "We will ask them if it is all true."
    told = [idea("check", say("No one has checked this yet."), say(f"Please ask {whom.word} before you go."))]
    yield Fact("checked", "Checked", Rows([Checked("", "", came_from)]), told)
    if service.status != "closed":
        notice = Notice("warm", "We have not checked this page yet.", f"Ask {whom.word} before you go.")
        yield Fact("late", "Due for a check", Rows([notice]), Unsaid("said with the check"))


def school_facts(school: School | None) -> Iterator[Fact]:
    """What a school or setting says of itself."""
    if school and (lines := list(_school_lines(school))):
        yield Fact(
            "school", "About the school", Rows(lines), list(_school_ideas(school)) or Unsaid("a number for offices")
        )


def _school_ideas(school: School) -> Iterator[Idea]:
    if school.senco:
        helper = say("The SENCO helps children who need more help to learn.")
        yield from in_threes("school", [helper, *told(school.senco, None, say("Ask the school for the SENCO."))])
    if school.resource_base:
        yield from in_threes("school", told(school.resource_base, None, say("There is a special unit here.")))
    if school.sen_report_url:
        report = link("how the school helps", school.sen_report_url)
        yield idea("book", say("You can read ", report, "."))
    if school.admissions_url:
        yield idea("form", say("You can read ", link("how to ask for a place", school.admissions_url), "."))


def _school_lines(school: School) -> Iterator[FactLine]:
    if school.senco:
        yield FactLine("senco", "", "SENCO", linked(school.senco))
    if school.resource_base:
        yield FactLine("resource-base", "", "Resource base", linked(school.resource_base))
    if school.sen_report_url:
        report = Link("Read the SEN information report", school.sen_report_url)
        yield FactLine("sen-report", "", "SEN report", [report])
    if school.admissions_url:
        yield FactLine("admissions", "", "Admissions", [Link("How to ask for a place", school.admissions_url)])
    if school.urn:
        yield FactLine("urn", "", "School number", f"URN {school.urn}")
