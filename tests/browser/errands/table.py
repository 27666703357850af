"""The ten errands, as data: who comes, where, what they do step by step, and what they must then see.

A step is something a person does with a thought: to write a question and press Enter, to press something, to go to another page
they know, to call. Reading and scrolling are none. `call`: the link to a phone, a text message or an e-mail is there to be
pressed. `friend`: somebody else opens the link that stands in the field of this name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

SEARCH = "What do you need help with?"


@dataclass(frozen=True)
class Step:
    """`words`: what is written, the name of what is pressed, or the start of an address."""

    do: Literal["write", "press", "follow", "call", "go", "friend"]
    words: str
    field: str = SEARCH


@dataclass(frozen=True)
class Errand:
    """`sees`: words that stand on the last page. `stays_below`: the start of the address of every page but the first.
    `is_on_first_screen`: what is called stands there without scrolling."""

    id: str
    says: str
    steps: Sequence[Step]
    sees: Sequence[str] = ()
    start: str = "/"
    stays_below: str = ""
    is_on_first_screen: bool = False


ERRANDS: tuple[Errand, ...] = (
    Errand(
        "a",
        "My 4-year-old does not talk yet; nursery says: speech therapy. How, and how long is the wait?",
        [
            Step("write", "my 4 year old does not talk yet speech therapy"),
            Step("press", "Speech therapy for under 5s"),
            Step("call", "tel:01632960114"),
        ],
        ["Just turn up", "About 9 weeks"],
    ),
    Errand(
        "b",
        "School refuses to ask for an assessment. Who do I call today?",
        [
            Step("write", "school refuses to ask for an assessment"),
            Step("press", "Asking for an EHC needs assessment"),
            Step("call", "tel:01632960501"),
        ],
        ["SENDIASS"],
    ),
    Errand(
        "c",
        "A free Saturday activity for a wheelchair user of 12 near MB3.",
        [
            Step("write", "A free Saturday activity for a wheelchair user of 12 near MB3"),
            Step("press", "Adventure playground for all"),
            Step("call", "tel:01632960545"),
        ],
        ["Free", "Saturday", "Yes: way in without steps"],
    ),
    Errand(
        "d",
        "I am 19, I have a learning disability and want a job. I only read easy read.",
        [
            Step("press", "Easy read"),
            Step("press", "Becoming an adult"),
            Step("press", "Work"),
            Step("press", "A job coach"),
            Step("call", "tel:"),
        ],
        stays_below="/easy-read/",
    ),
    Errand(
        "e",
        "I am a SENCO. I want the right link and words for our SEN information report.",
        [Step("press", "For schools: link to this site"), Step("press", "copy a link, a list or a badge")],
        ["SEN information report", "https://localoffer.marlbrook.example.org/"],
    ),
    Errand(
        "f",
        "I read little English. My language is Polish.",
        [
            Step("press", "اردو"),
            Step("press", "Polski"),
            Step("call", "tel:01632960100"),
        ],
        ["Potrzebuję tłumacza", "I need an interpreter. I speak Polish."],
    ),
    Errand("g", "I am Deaf. I want to text.", [Step("call", "sms:07700900100")]),
    Errand(
        "h",
        "It is 10 pm, and my child has hurt herself.",
        [Step("press", "Urgent help"), Step("call", "tel:111")],
        start="/services/marl-trust/saturday-club/",
        is_on_first_screen=True,
    ),
    Errand(
        "i",
        "I keep three services and send the list to a friend, who opens it.",
        [
            Step("press", "Add to list"),
            Step("go", "/services/marl-swim-club/saturday-swim/"),
            Step("press", "Add to list"),
            Step("go", "/services/brook-house/overnight-stays/"),
            Step("press", "Add to list"),
            Step("press", "See my list"),
            Step("press", "Share as a link"),
            Step("friend", "Link to this list"),
        ],
        ["Easton Saturday Club", "Saturday autism swim", "Brook House overnight stays"],
        start="/services/marl-trust/saturday-club/",
    ),
    Errand(
        "j",
        "This phone number is wrong. I want to tell somebody.",
        [Step("press", "Is something wrong? Tell us"), Step("call", "mailto:localoffer@marlbrook.example.org")],
        start="/services/marl-trust/saturday-club/",
    ),
)
STEPS = {"a": 3, "b": 3, "c": 3, "d": 5, "e": 2, "f": 3, "g": 1, "h": 2, "i": 8, "j": 2}
"""How many steps each takes: the bar."""
