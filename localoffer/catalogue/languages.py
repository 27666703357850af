"""The languages a council has chosen for its welcomes, and who has checked them.

In: languages.yml of both layers, and local.yml. Out: the languages in the council's order, each with its check; findings
for codes that no list knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localoffer.catalogue import rules
from localoffer.catalogue.local_checks import check_known_member
from localoffer.catalogue.local_values import Local
from localoffer.findings import Finding
from localoffer.model import PageChecked
from localoffer.model.languages import SpokenLanguage
from localoffer.model.local import LocalFacts


def chosen_languages(known: Mapping[str, SpokenLanguage], local: LocalFacts) -> list[SpokenLanguage]:
    """Those that local.yml names; all of the list where it names none. A check said in local.yml is the latest."""
    checks = {one.language: PageChecked(date=one.date, by=one.by) for one in local.languages_checked}
    names = dict.fromkeys(local.languages) or known
    return [
        known[name].model_copy(update={"checked": checks[name]}) if name in checks else known[name]
        for name in names
        if name in known
    ]


def check_languages(local: Local) -> Iterator[Finding]:
    """Every language that local.yml names is in the list."""
    facts = local.facts
    fields = {f"languages.{number}": name for number, name in enumerate(facts.languages)}
    fields |= {
        f"languages_checked.{number}.language": one.language for number, one in enumerate(facts.languages_checked)
    }
    for field, name in fields.items():
        yield from check_known_member(local, rules.LANGUAGE_UNKNOWN, field, name, "languages")
