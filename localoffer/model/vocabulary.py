"""The vocabularies: topics, needs, ages, areas and other lists everything else names by id.

In: content/_data/*.yml, lists of `{id, name, …}`, read by `catalogue`. Out:
one frozen model each, in file order. Field statements work as in `model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, get_args, get_origin, get_type_hints

from pydantic import Field

from localoffer.model.base import NameOf, Part, Record, belongs_to, says
from localoffer.model.choices import Answered
from localoffer.model.evidence import Evidence
from localoffer.model.forms import (
    Age,
    Day,
    Id,
    InShort,
    Line,
    PageId,
    Paragraph,
    Summary,
    Term,
    Words,
    YesNo,
)
from localoffer.model.languages import SpokenLanguage
from localoffer.model.law import BankHoliday, ComingChange, LawFact, Letter
from localoffer.model.local import Document, Role
from localoffer.model.pictures import NOT as NOT
from localoffer.model.pictures import Picture as Picture
from localoffer.model.pictures import crossed_out
from localoffer.model.pictures import opposite as opposite
from localoffer.model.schools import LocalSchool, SchoolLink
from localoffer.model.topics import Concept
from localoffer.model.topics import Topic as Topic
from localoffer.model.urgent import UrgentCall


class Need(Record):
    """A need a service is for."""

    id: Id = says("Short name; never change it.", "autism")
    parents: Annotated[list[Id], NameOf("needs")] = belongs_to("communication-and-interaction", "area")
    name: Line = says("Its name on pages.", "Autism", "title")
    summary: Summary = says("What it is.", "Autistic people and people waiting for an assessment.", "description")
    picture: Annotated[Concept | None, NameOf("pictures")] = says("The short name of a picture.", "speak", default=None)
    synonyms: list[Words] = says("Other words people use.", "[autistic]", default=[])
    abbreviations: list[Line] = says("Short forms.", "[ASD, ASC]", default=[])
    misspellings: list[Line] = says("How people misspell it.", "[autisim]", default=[])
    easy_read: Words | None = says("Easy read, after “people”: their own word for it.", "who are deaf", default=None)
    easy_line: Words | None = says(
        "What it is, told in easy read to who has it.", "You do not hear well.", default=None
    )


class Stage(Record):
    """A stage of life: an age range the offer is browsed by."""

    id: Id = says("Short name.", "5-to-10")
    name: Line = says("Its name.", "5 to 10", "title")
    summary: Line = says("The stage in words.", "Primary school", "description")
    minimum_age: Age = says("Youngest.", "5")
    maximum_age: Age = says("Oldest.", "10")
    picture: Annotated[Concept | None, NameOf("pictures")] = says(
        "The short name of a picture.", "school", default=None
    )
    easy_read: Words | None = says("Words for it in easy read.", "children at primary school", default=None)


class Area(Record):
    """A part of the council's area."""

    id: Id = says("Short name.", "easton")
    name: Line = says("Its name.", "Easton", "title")
    postcodes: list[Line] = says("First halves of its postcodes.", "[MB2]", "postcode", default=[])
    picture: Annotated[Concept | None, NameOf("pictures")] = says("The short name of a picture.", "town", default=None)


class Feature(Record):
    """Something that makes a place easy to use."""

    id: Id = says("Short name.", "hearing-loop")
    name: Line = says("Its name on pages.", "a hearing loop", "title")
    short: Line | None = says("On cards.", "hearing loop", default=None)
    question: Words | None = says("In filters.", "Is there a hearing loop?", default=None)
    picture: Annotated[Concept | None, NameOf("pictures")] = says(
        "The short name of a picture.", "hearing", default=None
    )
    picture_no: Concept | None = says(
        "The picture where there is none; else the same one, crossed out.", "door-steps", default=None
    )
    easy_yes: Words | None = says("Easy read where there is one.", "There is a hearing loop.", default=None)
    easy_no: Words | None = says("Easy read where there is none.", "There is no hearing loop.", default=None)
    easy_unknown: Words | None = says(
        "Easy read where it is not known.", "We do not know if there is a hearing loop.", default=None
    )
    essential: YesNo = says("yes if the reports ask where it is not known.", "no", default=False)


class GlossaryTerm(Record):
    """A hard word and what it means."""

    id: Id = says("Short name.", "ehc-plan")
    term: Line = says("The word.", "EHC plan", "name", "word")
    full: Words | None = says("What the letters stand for.", "Education, health and care plan", default=None)
    meaning: Paragraph = says("What it means.", "A legal paper that says what help a child must get.", "definition")
    easy_read: Words | None = says("What it means in easy read.", "A paper that says what help you get.", default=None)
    also: list[Line] = says("Other forms of the same word.", "[EHCP]", "synonyms", "forms", default=[])
    avoid: list[Line] = Field(default=[], alias="not", description="Words not to use for it.", examples=["[statement]"])
    page: PageId | None = says("A page about it.", "guides/the-ehc-plan", "link", default=None)


class Duty(Record):
    """Something the law says the offer must hold."""

    id: Id = says("Short name.", "s2-1")
    number: Line = says("Its number in the law.", "1")
    ref: Words = says("Where it stands.", "SI 2014/1530, Schedule 2 paragraph 1", "reference")
    title: Words = says("What it is about.", "Provision in the area", "name")
    text: Annotated[str, Field(max_length=2000)] = says(
        "What it asks for.", "The provision the authority expects in its area."
    )
    topics: Annotated[list[Term], NameOf("topics")] = says("Topics that answer it.", "[early-years]", default=[])
    pages: list[PageId] = says("Pages that answer it.", "[guides/travel]", "page", default=[])
    law: Annotated[list[Id], NameOf("law")] = says(
        "Statements of law.yml that go with it.", "[ehc-decision]", default=[]
    )
    verified: Line = says("How it was checked.", "text")
    confidence: Annotated[float, Field(ge=0, le=1, strict=False)] = says("How sure the content is.", "1.0")
    number_confidence: Annotated[float | None, Field(strict=False)] = says(
        "How sure the number is.", "1.0", default=None
    )
    source: Words | None = says("Where it was read.", "legislation.gov.uk", default=None)
    parts: dict[str, str] = says("Its lettered parts.", "{a: providers of early years education}", default={})


class Situation(Record):
    """A situation families are in, and the guide for it."""

    id: Id = says("Short name.", "waiting")
    name: Line = says("In the family's words.", "We are waiting for an assessment", "title")
    summary: Summary = says("What they will find.", "What helps now, and what happens next.", "description")
    in_short: InShort | None = says(
        "What they will find, in a line; home shows the first six that have one.",
        "Help you can have today",
        default=None,
    )
    page: PageId = says("The guide.", "guides/waiting-for-an-assessment", "guide", "link")
    picture: Annotated[Concept | None, NameOf("pictures")] = says("The short name of a picture.", "wait", default=None)
    easy_read: Words | None = says("In easy read.", "You are waiting to be seen.", default=None)


class Comment(Record):
    """You said, we did."""

    id: Id = says("Short name.", "2026-03")
    date: Day = says("The day it was made.", "2026-05-12")
    you_said: Paragraph = says("What people said.", "I could not find a Saturday club.", "comment", "said")
    we_did: Paragraph = says("What was done.", "We added four clubs.", "answer", "response", "did")
    status: Answered = says("done, doing or no.", "done", "state")
    topics: Annotated[list[Term], NameOf("topics")] = says("Topics it is about.", "[leisure]", "topic", default=[])


class BetterWord(Part):
    """A word many readers find hard, and the word to write instead."""

    word: Words = says("The word or words to look for.", "utilise", "avoid")
    better: Words = says("What to write instead.", "use", "instead", "replace_with")
    fits: YesNo = says(
        "yes where the better word can stand just where the word stood, so that `build.py fix` may write it.",
        "yes",
        default=False,
    )
    forms: list[Words] = says("Other forms of the word.", "[utilises, utilised]", default=[])
    reason: Words | None = says("Why it is here.", "official word", "why", default=None)


class KnownAcronym(Part):
    """A short name people know, that the glossary need not explain."""

    word: Line = says("The letters.", "GP")
    reason: Words = says("Why it needs no entry.", "the word people use for their doctor", "why")


class ReadingWords(Record):
    """The lists of words of the reading rules (content/_data/words.yml); a council adds to them with a reason."""

    avoid: list[BetterWord] = says(
        "Hard or hurtful words, each with a better one.", "[{word: utilise, better: use}]", default=[]
    )
    contractions: list[BetterWord] = says(
        "Short forms to write in full.", "[{word: can't, better: cannot}]", default=[]
    )
    acronyms: list[KnownAcronym] = says("Short names everybody knows.", "[{word: GP, reason: …}]", default=[])
    hide: list[Words] = says("Words of the national lists that need no finding here.", "[utilise]", default=[])


@dataclass(frozen=True)
class PostcodePlace:
    """One row of postcodes.csv (ONSPD's columns)."""

    postcode: str
    latitude: float
    longitude: float


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Every list, by id, in file order. Two are equal only when they are one: so what is worked out from it can be kept."""

    topics: Mapping[str, Topic] = field(default_factory=dict)
    needs: Mapping[str, Need] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    features: Mapping[str, Feature] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    situations: Mapping[str, Situation] = field(default_factory=dict)
    schools: Mapping[str, LocalSchool] = field(default_factory=dict)
    school_links: Mapping[str, SchoolLink] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    law: Mapping[str, LawFact] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    bank_holidays: Mapping[str, BankHoliday] = field(default_factory=dict)
    coming_changes: Mapping[str, ComingChange] = field(default_factory=dict)
    urgent: Mapping[str, UrgentCall] = field(default_factory=dict)
    languages: Mapping[str, SpokenLanguage] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    postcodes: tuple[PostcodePlace, ...] = ()
    words: ReadingWords = field(default_factory=ReadingWords)
    common_words: frozenset[str] = frozenset()
    evidence: Evidence | None = None

    @cached_property
    def all_pictures(self) -> Mapping[str, Picture]:
        """Every picture that can be named: those of the list, and each of them crossed out, `no-lift`."""
        crossed = {f"{NOT}{identity}": crossed_out(picture) for identity, picture in self.pictures.items()}
        return {**self.pictures, **{name: picture for name, picture in crossed.items() if name not in self.pictures}}

    def named(self, vocabulary: str) -> Mapping[str, Record]:
        """What a field may name of a list, by id."""
        members: Mapping[str, Record] = self.all_pictures if vocabulary == "pictures" else getattr(self, vocabulary)
        return members


VOCABULARIES: Mapping[str, type[Record]] = {
    name: get_args(held)[1] for name, held in get_type_hints(Vocabulary).items() if get_origin(held) is Mapping
}
"""File name in content/_data without .yml → the model of its members: each list of the Vocabulary."""
