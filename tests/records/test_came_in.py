"""Words that came in from elsewhere: rules of style are warnings until somebody changes them; safety is never eased."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.editing.manual.book import BOOK
from localoffer.findings import Finding
from localoffer.model import came_in_digest
from tests.offer import TODAY, copy_site, kept

LONG = "We are a friendly group that meets in the hall " + "and plays games " * 12 + "each week."
RECORD = """name: {name}
summary: {summary}
description: {description}
status: active
topics: [not sorted]
eligibility: {{any_age: not known, needs: [not known]}}
access: {{route: not known}}
cost: not known
delivery: [venue]
service_areas: not known
contacts: not known
last_checked: not known
source: {{system: A feed, id: "7", digest: "{digest}"}}
"""
SAFETY = {
    "html", "picture-in-text", "curly-brackets", "include", "link-unsafe", "link-form", "consent", "sensitive-address",
    "broken-link", "image-missing", "unknown-topic", "unknown-need", "unknown-area", "unknown-target", "alt-missing",
    "ages-missing", "ages-reversed", "free-with-prices", "hours-reversed", "missing-field", "email-form", "phone-form",
}  # fmt: skip


def findings_of(
    folder: Path, name: str, description: str, digest: str, summary: str = "", record: str = RECORD
) -> list[Finding]:
    root = copy_site(folder)
    path = root / "providers/marl-trust/came-in.yml"
    text = record.format(name=name, description=description, digest=digest, summary=summary)
    path.write_text(text if summary else text.replace("summary: \n", ""), encoding="utf-8")
    return [found for found in check_offer(root, TODAY, cache=kept(root))[1] if found.path.endswith("came-in.yml")]


def errors(findings: list[Finding]) -> set[str]:
    return {found.rule for found in findings if found.is_error}


def test_style_is_a_warning_while_the_words_are_as_they_came_and_an_error_once_changed(tmp_path: Path) -> None:
    digest = came_in_digest("A group", "", LONG)
    as_it_came = findings_of(tmp_path / "1", "A group", LONG, digest)
    assert errors(as_it_came) == set()
    assert {"sentence-long", "summary-missing", "venue-without-place"} <= {found.rule for found in as_it_came}
    changed = findings_of(tmp_path / "2", "A group", LONG.replace("friendly", "kind"), digest)
    assert {"summary-missing", "venue-without-place"} <= errors(changed)
    brief = "A group that meets each week."
    with_place = RECORD.replace("[venue]", "[online]")
    assert "sentence-long" in errors(findings_of(tmp_path / "3", "A group", LONG, digest, brief, with_place))
    own = came_in_digest("A group", brief, LONG)
    assert errors(findings_of(tmp_path / "4", "A group", LONG, own, brief, with_place)) == set()


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("We meet <b>here</b> each week.", "html"),
        ("We meet [here](javascript:alert) each week.", "link-unsafe"),
        ("We meet at [the guide](/guides/not-there/) each week.", "broken-link"),
    ],
)
def test_safety_is_never_eased(words: str, rule: str, tmp_path: Path) -> None:
    found = findings_of(tmp_path, "A group", f'"{words}"', came_in_digest("A group", "", words))
    assert rule in errors(found)


def test_which_rules_are_of_style_stands_on_the_rule() -> None:
    eased = {rule.id for rules in BOOK.values() for rule in rules if rule.eased}
    assert {"sentence-long", "avoid-word", "capitals", "phone-in-text-unused", "name-long", "name-twice"} <= eased
    assert eased & (SAFETY - {"phone-form"}) == set()


def test_a_name_of_a_hundred_letters_that_came_in_can_be_published(tmp_path: Path) -> None:
    name = "A name that goes on and on " * 4 + "end"
    assert (
        errors(findings_of(tmp_path, name, "We meet each week.", came_in_digest(name, "", "We meet each week.")))
        == set()
    )


def test_the_digest_stays_when_a_text_is_only_wrapped_anew(tmp_path: Path) -> None:
    assert came_in_digest("A  b", "", "One\ntwo\n") == came_in_digest("A b", "", "One two")
    assert came_in_digest("A", "b", "") != came_in_digest("A", "", "b")
