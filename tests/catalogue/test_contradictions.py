"""`check` finds where a listing, a guide or its easy-read twin says something else than the law."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from localoffer.cache.store import Room
from localoffer.catalogue.contradictions import FIGURE, amount, check_contradictions
from localoffer.catalogue.files import Files
from localoffer.catalogue.vocabularies import read_vocabularies
from localoffer.check import check_offer
from localoffer.findings import Finding
from localoffer.model import ContentPage, Origin, place
from localoffer.system.carried import PACKAGE
from tests.offer import TODAY, copy_site, kept

NATIONAL = PACKAGE / "national/_data/law.yml"
LAW, GUIDE, TWIN = "content/_data/law.yml", "content/guides/planted.md", "content/guides/planted.easy.md"
LISTING, STAYS = "providers/marl-trust/planted.yml", "providers/marl-trust/night-stays.yml"
TOPICS = "[ehc-assessment, progress-review, appeals, complaints, mediation, social-care, not-in-school, transport]"

#: Statement; the figure of the law and a wrong one; a sentence of a listing and of a guide, and an idea of a twin.
PLANTED = [
    (
        "ehc-decision", "6 weeks", "8 weeks",
        "We must tell you within # whether we will assess.",
        "**We decide if we will assess: by #.** We write to you.",
        "We decide if we will check.\nThis takes #.",
    ),
    (
        "ehc-plan", "20 weeks", "26 weeks",
        "If a plan is needed, you have the final plan within # of the day you asked.",
        "**We send the final plan: within #.** From that day the help must come.",
        "We finish your plan.\nYou wait up to #.",
    ),
    (
        "ehc-draft", "15 days", "10 days",
        "You see a draft, and have at least # to tell us what you think.",
        "Look at the draft. You have at least # to comment, and to say which school you want.",
        "We send you the plan to read.\nYou have # to tell us what you think.",
    ),
    (
        "review-decision", "4 weeks", "5 weeks",
        "We write to you within # of the meeting.",
        "**We decide: within # of the meeting.** We keep the plan, change it or end it.",
        "We decide in #.\nWe write to you.",
    ),
    (
        "review-whole", "12 weeks", "16 weeks",
        "If we change it, you have the final new plan within # of the meeting.",
        "So it takes no more than # from the meeting.",
        "You get the new plan in #.\nWe count from the meeting.",
    ),
    (
        "appeal", "2 months", "6 weeks",
        "You can appeal to the tribunal within # of our letter.",
        "You have # from the date on our letter.",
        "You can ask a tribunal to decide.\nYou have # to ask.",
    ),
    (
        "mediation-certificate", "3 working days", "5 working days",
        "We send you a certificate within #.",
        "**Get a certificate.** If you say no to a meeting, you get it. It is a certificate within # of your call.",
        "They give you a certificate.\nYou get it within #.",
    ),
    (
        "mediation-meeting", "30 days", "30 working days",
        "The mediation must take place within #.",
        "When you ask for it, the council must set up a meeting within #.",
        "You can have a meeting.\nIt must be within #.",
    ),
    (
        "social-care-assessment", "45 working days", "45 days",
        "We finish within #.",
        "National guidance says that an assessment should take no more than #.",
        "We ask what you need.\nThis takes up to #.",
    ),
    (
        "discrimination-claim", "6 months", "3 months",
        "You can make a claim within # of what happened.",
        "You have # from the day it happened.",
        "You can make a claim.\nYou have #.",
    ),
    (
        "absence-health", "15 school days", "15 working days",
        "Ask as soon as your child has missed #.",
        "Ask when it is clear that your child will miss # or more.",
        "Will you miss #?\nAsk us for a teacher.",
    ),
    (
        "travel-under-8", "2 miles", "3 miles",
        "Travel is free if it is more than # and your child is under 8.",
        "It is far: more than # if your child is under 8.",
        "Far is over # if you are under 8.",
    ),
]  # fmt: skip
IDS = [row[0] for row in PLANTED]


def planted(root: Path, which: int) -> list[Finding]:
    """What `check` finds of all sentences, written with the right figure (1) or the wrong one (2)."""
    shutil.copy(NATIONAL, root / LAW)
    texts = [[row[kind].replace("#", row[which]) for row in PLANTED] for kind in (3, 4, 5)]
    listing = (root / "providers/marl-trust/saturday-club.yml").read_text(encoding="utf-8")
    start, end = listing.index("description: |"), listing.index("status:")
    words = "\n\n".join(f"  {text}" for text in texts[0])
    listing = f"{listing[:start]}description: |\n{words}\n{listing[end:]}"
    listing = listing.replace("name: Saturday club", "name: Planted club").replace(
        "topics: [short-breaks]", f"topics: {TOPICS}"
    )
    (root / LISTING).write_text(listing, encoding="utf-8")
    guide = "\n\n".join(texts[1])
    head = f"---\ntitle: Planted\nsummary: Sentences about the law.\ntopics: {TOPICS}\n---\n"
    (root / GUIDE).write_text(head + guide + "\n", encoding="utf-8")
    twin = "\n\n".join(f"![](picture:rest)\n{text}" for text in texts[2])
    (root / TWIN).write_text(f"---\ntitle: Planted\n---\n## What it is\n\n{twin}\n", encoding="utf-8")
    return [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-contradicted"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Finding]]:
    root = copy_site(tmp_path_factory.mktemp("planted"))
    return root, planted(root, 2)


@pytest.mark.parametrize("row", PLANTED, ids=IDS)
@pytest.mark.parametrize("file", [LISTING, GUIDE, TWIN])
def test_a_planted_figure_is_found_with_both_lines(
    row: tuple[str, ...], file: str, found: tuple[Path, list[Finding]]
) -> None:
    root, findings = found
    lines = (root / file).read_text(encoding="utf-8").split("\n")
    here = [one for one in findings if one.path == file and lines[one.line - 1][one.column - 1 :].startswith(row[2])]
    mine = [one for one in here if f"write {{law:{row[0]}}}" in one.fix]
    assert mine, [(one.line, one.message) for one in findings if one.path == file]
    assert mine[0].severity == "error"
    assert f"this says {row[2]}, but the law says {row[1]}" in mine[0].message
    law = (root / LAW).read_text(encoding="utf-8").split("\n")
    line = int(mine[0].message.rpartition("line ")[2].rstrip(")"))
    assert f"id: {row[0]}," in law[line - 1]


def test_every_text_of_a_listing_is_read(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    planted(root, 1)
    listing = (root / LISTING).read_text(encoding="utf-8")
    wrong = '  criteria: ["You have 3 months from the date on our letter."]'
    (root / LISTING).write_text(listing.replace("  criteria: none", wrong), encoding="utf-8")
    found = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-contradicted"]
    lines = (root / LISTING).read_text(encoding="utf-8").split("\n")
    assert [lines[one.line - 1][one.column - 1 :].partition(" from")[0] for one in found] == ["3 months"]


def test_the_figures_of_the_law_are_no_contradiction(tmp_path: Path) -> None:
    assert [(one.path, one.line, one.message) for one in planted(copy_site(tmp_path), 1)] == []


def test_figures_that_are_about_something_else_are_no_contradiction(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    shutil.copy(NATIONAL, root / LAW)
    listing = (root / STAYS).read_text(encoding="utf-8")
    start, end = listing.index("description: |"), listing.index("status:")
    innocent = [
        "If you miss 2 weeks in a row, we ask if you still want the place.",
        "You get a certificate within 6 weeks.",
        "You have 1 month to appeal against a decision about your benefits.",
        "We run 36 weeks in a school year.",
        "Send us the papers at least 3 days before.",
        "Bring two sports bags. Travel is free if you live more than 5 miles away and are under 8.",
    ]
    words = "\n\n".join(f"  {text}" for text in innocent)
    (root / STAYS).write_text(f"{listing[:start]}description: |\n{words}\n{listing[end:]}", encoding="utf-8")
    assert "36 weeks" in (root / STAYS).read_text(encoding="utf-8")
    assert [
        one.message for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-contradicted"
    ] == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("6 weeks", "42 days", True),
        ("12 months", "1 year", True),
        ("six weeks", "6 weeks", True),
        ("15 days", "15 working days", False),
        ("15 school days", "15 working days", False),
        ("30 calendar days", "30 days", True),
        ("week 6", "6 weeks", True),
        ("1 month", "4 weeks", False),
    ],
)
def test_figures_are_compared_as_the_law_counts(one: str, other: str, is_same: bool) -> None:
    read = [FIGURE.fullmatch(words) for words in (one, other)]
    first, second = (amount(m["number"] or m["after"], m["unit"] or m["before"]) for m in read if m)
    assert (first == second) is is_same


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("diagnosis_needed: not known", "diagnosis_needed: yes", "a diagnosis cannot be asked for here by law"),
        ("ehc_plan_needed: no", "ehc_plan_needed: yes", "an EHC plan cannot be asked for here by law"),
        ("free: yes", "free: not known", "this is free by law"),
        ("minimum_age: 8\n  maximum_age: 17", "minimum_age: 2\n  maximum_age: 24", "from birth until they are 25"),
        ("    statutory: ehc-decision\n", "    days: 30\n", "within 30 working days here, but the law says 6 weeks"),
    ],
)
def test_a_service_that_is_a_right_is_offered_on_the_terms_of_the_law(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    root = copy_site(tmp_path)
    shutil.copy(NATIONAL, root / LAW)
    text = (root / STAYS).read_text(encoding="utf-8")
    text = text.replace("topics: [short-breaks, social-care]", "topics: [ehc-assessment]")
    text = text.replace("    days: 15\n", "    statutory: ehc-decision\n")
    right = text.replace("minimum_age: 8\n  maximum_age: 17", "minimum_age: 0\n  maximum_age: 24")
    (root / STAYS).write_text(right, encoding="utf-8")
    assert not [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-contradicted"]
    base = text if "minimum_age" in old else right
    assert old in base
    (root / STAYS).write_text(base.replace(old, new, 1), encoding="utf-8")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-contradicted"]
    assert found.path == STAYS
    assert says in found.message
    assert f"{LAW}, line" in found.message


def test_national_text_with_a_figure_of_the_law_written_by_hand_is_told_which_name_to_write(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    files = Files()
    read_vocabularies(root, files, Room(None, "records"))
    page = ContentPage(title="Planted", summary="Sentences about the law.")
    page._body = "We tell you within 6 weeks whether we will assess.\n"
    files.content["guides/planted"] = place(page, Origin("localoffer/national/guides/planted.md"))
    (found,) = check_contradictions(files)
    assert (found.rule, found.severity, found.line, found.column) == ("law-by-hand", "warning", 1, 20)
    assert found.fix == "write {law:ehc-decision} for it."
