"""A hard word and the sentence that explains it stand in one block."""

from __future__ import annotations

from localoffer.easyread.page import Section
from localoffer.easyread.terms import MOST_SENTENCES, explain_terms
from localoffer.facts.voice import Idea, say
from localoffer.model.vocabulary import GlossaryTerm, Vocabulary

PLAN = GlossaryTerm(
    id="ehc-plan",
    term="EHC plan",
    full="education, health and care plan",
    meaning="A legal paper.",
    easy_read="An EHC plan says what help you must get.",
)


def test_a_hard_word_at_the_end_of_a_block_takes_its_meaning_along() -> None:
    people = Idea(
        "child", (say("It is for children aged 8."), say("It is for parents too."), say("An EHC plan helps."))
    )
    (explained,) = explain_terms([Section("Who it is for", (people,))], Vocabulary(glossary={"ehc-plan": PLAN}))
    blocks = [[sentence for sentence in found.words.split(". ") if sentence] for found in explained.ideas]
    assert all(len(block) <= MOST_SENTENCES for block in blocks)
    assert [("helps" in found.words, "must get" in found.words) for found in explained.ideas] == [
        (False, False),
        (True, True),
    ]
