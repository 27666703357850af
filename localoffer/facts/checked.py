"""When the facts were checked, and more about a school.

In: a Service and the Catalogue. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.catalogue import Catalogue, freshness
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.links import linked
from localoffer.facts.view import Checked, FactLine, Link, Notice
from localoffer.facts.voice import idea, say
from localoffer.model import School, Service


def checked_facts(service: Service, catalogue: Catalogue) -> Iterator[Fact]:
    """Who checked when, and whether the next check is late; nobody checks a closed service again."""
    checked, topics = service.last_checked, catalogue.vocabulary.topics
    day, due = wording.day_date(checked.date), freshness.next_check(service, topics)
    is_late = freshness.is_overdue(service, topics, catalogue.today)
    is_due = is_late and service.status != "closed"
    when = "The next check was due in" if is_due else "Next check:"
    how = f", {wording.CHECKED_HOW[checked.how]}. Who checked: {checked.by}. {when} {wording.month_year(due)}."
    late = [say("That was a long time ago."), say("Please ask before you go.")] if is_late else []
    told = [idea("check", say(f"We checked this on {day}."), *late)]
    yield Fact("checked", "Checked", Rows([Checked(checked.date.isoformat(), day, how)]), told)
    if is_due:
        title, words = "This page is due for a check.", f"We last checked it on {day}. Phone first to be sure."
        yield Fact("late", "Due for a check", Rows([Notice("warm", title, words)]), Unsaid("said with the check"))


def school_facts(school: School | None) -> Iterator[Fact]:
    """What a school or setting says of itself."""
    if school and (lines := list(_school_lines(school))):
        yield Fact("school", "About the school", Rows(lines), Unsaid("it has no easy words yet"))


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
