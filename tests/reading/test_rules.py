"""Each reading rule: its bad sample is found, its good one passes, and it says who asks for it and what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.reading import RULES, Term, WordLists, check_passage
from localoffer.reading.passages import EASY, STANDARD, Passage, blocks_of
from localoffer.reading.quotes import check_quotes
from localoffer.reading.rules import broken
from localoffer.rulebook import Rule

LISTS = WordLists(
    avoid={"utilise": "use", "multi-agency": "with other teams", "in order to": "to", "determination": "decision"},
    contractions={"can't": "cannot"},
    common=frozenset(
        [
            "you",
            "can",
            "come",
            "to",
            "the",
            "club",
            "on",
            "a",
            "group",
            "of",
            "people",
            "panel",
            "makes",
            "decides",
            "we",
            "ask",
            "for",
            "help",
            "with",
            "use",
            "other",
            "teams",
            "will",
            "work",
            "an",
            "in",
            "and",
            "not",
            "is",
            "it",
            "that",
            "what",
            "if",
            "say",
            "this",
            "kind",
            "court",
            "tribunal",
        ]
    ),
    known_acronyms=frozenset({"NHS", "UK"}),
    terms=(
        Term(
            "SENCO",
            "special educational needs co-ordinator",
            "A teacher.",
            "A SENCO is a teacher.",
            ("SENDCo",),
            "senco",
        ),
        Term("tribunal", meaning="A kind of court.", easy_read="A tribunal is a kind of court.", id="tribunal"),
        Term(
            "short break",
            meaning="A rest.",
            easy_read="You have fun.",
            instead_of=("respite", "respite care"),
            id="break",
        ),
        Term(
            "EHC plan",
            "education, health and care plan",
            "A paper.",
            "It says what help you get.",
            ("EHCP",),
            "ehc-plan",
        ),
    ),
)


def rules_broken(text: str, kind: str = EASY, lists: WordLists = LISTS) -> list[str]:
    passage = Passage(text, kind)
    return [finding.rule for finding in check_passage(passage, lists, "x.md", lambda _s, offset: (1, offset + 1))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_bad_sample_breaks_its_rule_and_a_good_one_keeps_it(rule: Rule) -> None:
    assert rule.id in rules_broken(rule.bad, rule.within)
    assert rule.id not in rules_broken(rule.good, rule.within)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is_and_who_asks_for_it(rule: Rule) -> None:
    assert rule.says.endswith(".")
    assert rule.source or rule in broken.READING  # that words were lost, nobody needs to ask for
    assert set(rule.source.split()) <= {"UK", "DH", "PS", "IE", "NHS", "GOV", "COGA"}


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) >= 18


@pytest.mark.parametrize(
    ("text", "rule", "kind"),
    [
        ("One two three. " * 4, "block-long", EASY),
        ("word " * 31 + ".", "sentence-long", STANDARD),
        ("word " * 16 + ".", "sentence-long", EASY),
        ("You can come, or phone, or write.", "one-idea", EASY),
        ("You can come; you can phone.", "one-idea", EASY),
        ("Do not come unless you phone.", "double-negative", EASY),
        ("You can not do nothing.", "double-negative", EASY),
        ("The letter was written by us.", "passive", EASY),
        ("It will not be given to you.", "passive", EASY),
        ("Bring twelve pens.", "number-words", EASY),
        ("Read part XIV.", "roman-numeral", EASY),
        ("About 20 per cent come.", "per-cent", EASY),
        ("About 20% come.", "per-cent", EASY),
        ("Come on 2027-01-09.", "date-numeric", STANDARD),
        ("Come on 9.1.27 please.", "date-numeric", EASY),
        ("Come on 9 January 2027.", "date-weekday", EASY),
        ("Come on Sunday 9 January 2027.", "date-weekday", STANDARD),
        ("Come on Monday 31 February 2027.", "date-weekday", STANDARD),
        ("Phone [01632 960 001](tel:01632960002) now.", "phone-form", STANDARD),
        ("Phone 0012 345 6789 now.", "phone-form", STANDARD),
        ("[01632960001](tel:01632960001) is it.", "phone-form", EASY),
        ("DO NOT COME LATE.", "capitals", STANDARD),
        ("This is IMPORTANT.", "capitals", EASY),
        ("This is *so* good.", "italics", EASY),
        ("This is <u>so</u> good.", "italics", EASY),
        ("Pens, pencils etc.", "short-form", STANDARD),
        ("i.e. you come.", "short-form", EASY),
        ("Mum & dad.", "short-form", EASY),
        ("Ask the QPR team.", "acronym", STANDARD),
        ("The EHCPs are ready.", "one-word-one-thing", STANDARD),
        ("You can’t come.", "contraction", STANDARD),
        ("In  order to come, ask.", "avoid-word", STANDARD),
        ("Ask the **tribunal**.", "glossary-unexplained", EASY),
        ("Ask the **zorble**. It is good.", "glossary-unexplained", EASY),
        ("The amelioration is good.", "hard-word", EASY),
        ("We answer in two or three weeks.", "time-in-words", STANDARD),
        ("A two-week course.", "time-in-words", STANDARD),
        ("Wait five full school days.", "time-in-words", STANDARD),
        ("You have one month to ask.", "time-in-words", EASY),
        ("It takes 90 mins.", "unit-in-full", STANDARD),
        ("Wait 6–8 weeks.", "time-with-dash", STANDARD),
        ("Wait 6 - 8 working days.", "time-with-dash", EASY),
    ],
)
def test_fault_is_found(text: str, rule: str, kind: str) -> None:
    assert rule in rules_broken(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "You can come on Saturday 9 January 2027.",
        "Phone [01632 960 001](tel:01632960001).",
        "Phone [999](tel:999).",
        "Ask the SENCO. The SENCO is a teacher.",
        "You can ask the NHS.",
        "You are tired. You are worried.",
        "We are open at 9:30am. It costs £3.50.",
        "See https://www.marl.example/a_b_c/ now.",
        "It is quiet. The club is closed.",
        "You have an EHC plan.",
        "Come to Dr. Smith at St. Mary.",
    ],
)
def test_good_words_pass(text: str) -> None:
    found = rules_broken(text, EASY, WordLists(terms=LISTS.terms, known_acronyms=LISTS.known_acronyms))
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "If one day you cannot decide, somebody can.",
        "Two of us sign, and two can swim.",
        "The first two will hear in 2 weeks.",
        "For ages 5-10, from 9am.",
        "You can ask for 1 month.",
        "The min is set.",
    ],
)
def test_times_written_one_way_pass(text: str) -> None:
    assert not {"time-in-words", "unit-in-full", "time-with-dash"} & set(rules_broken(text, STANDARD))


def test_a_curly_sign_is_found_outside_of_code_and_the_straight_one_named() -> None:
    found = list(check_quotes("It’s `it’s` “so”.", "x.md", 3))
    assert [(one.rule, one.line, one.column) for one in found] == [("curly-quote", 3, column) for column in (3, 13, 16)]
    assert [one.edit.text for one in found if one.edit] == ["'", '"', '"']


def test_a_link_and_a_name_are_one_word_each() -> None:
    name = "The Marlbrook and District Society for the Support of Families, Friends and Carers"
    text = f"You can ask {name} for help with a form, please."
    assert "sentence-long" in rules_broken(text)
    passage = Passage(text, EASY, exempt=(name,))
    assert not [finding.rule for finding in check_passage(passage, WordLists(), "x", lambda _s, o: (1, o))]
    assert "sentence-long" not in rules_broken(
        "Read [how to ask us for a needs assessment in writing today](/guides/x/)."
    )


def test_better_words_are_shown() -> None:
    passage = Passage("We utilise pens e.g. on 6/8/2025. Phone [01632960001](tel:01632960001).", EASY)
    fixes = " ".join(found.fix for found in check_passage(passage, LISTS, "x", lambda _s, o: (1, o)))
    for better in ("use", "for example", "Wednesday 6 August 2025", "01632 960 001"):
        assert better in fixes


WORST = [
    "[" * 250_000,
    "[[" * 60_000 + "]]" * 60_000,
    "![](" * 60_000,
    "<" * 250_000,
    "<a " * 80_000,
    "<!--" * 60_000,
    "`" * 250_000,
    "`a" * 120_000,
    "a." * 120_000,
    "A. " * 80_000,
    "." * 250_000 + "x",
    "*a " * 80_000,
    "_a_ " * 60_000,
    "**a** b. " * 28_000,
    "a@" * 120_000,
    "0&" * 120_000,
    "AA " * 80_000 + "AAa",
    "01632 960 001 " * 18_000,
    "](tel:" * 40_000 + "01632960001",
    "{:" * 120_000,
    " " * 250_000 + "x",
    "\n" * 250_000,
    "| a " * 60_000,
    "in order to " * 20_000,
    "Monday " * 35_000,
    "is not " * 35_000,
    "é’" * 80_000,
    "Dr. " * 60_000,
]


def read_whole(text: str, kind: str) -> None:
    for block in blocks_of(text, kind):
        for _finding in check_passage(block, LISTS, "x", lambda _s, o: (1, o)):
            pass


def calls_of(work: Callable[[], None]) -> int:
    """How many functions, ours and Python's own, are called: the same on every machine."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("text", WORST, ids=lambda text: repr(text[:6]))
@pytest.mark.parametrize("kind", [EASY, STANDARD])
def test_a_text_twice_as_long_is_twice_the_work_at_most(text: str, kind: str) -> None:
    short, long = (calls_of(lambda length=length: read_whole(text[:length], kind)) for length in (2_000, 4_000))
    assert long <= 2.2 * short


# Every rule and every pattern is used in easy read; in a standard text, only line ends are something else.
HUGE = [*((EASY, text) for text in WORST), *((STANDARD, text) for text in WORST if "\n" in text)]


@pytest.mark.timeout(60, method="signal")  # a pattern that goes back again and again would need hours
@pytest.mark.parametrize(("kind", "text"), HUGE, ids=lambda text: repr(text[:6]))
def test_a_huge_text_is_read_to_its_end(kind: str, text: str) -> None:
    read_whole(text[: 64 * 1024], kind)


PIECES = st.sampled_from(
    [*"[](){}*_`<>!.:;#|&~^-\n \t“’", "tel:", "**", "a", "Is", "XIV", "£3", "01632", "é", "🦊", "\ue000", "İ"]
)


@given(st.lists(PIECES, max_size=80).map("".join) | st.text(max_size=200))
@example("**")
@example("\ue000 **a")
def test_any_text_has_faults_inside_it(text: str) -> None:
    for kind in (EASY, STANDARD):
        for block in blocks_of(text, kind):
            for finding in check_passage(block, LISTS, "x", lambda _s, offset: (1, offset + 1)):
                assert 1 <= finding.column <= len(block.source) + 1
                assert finding.message
                assert finding.fix
