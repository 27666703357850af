"""What a place has, and how people are talked to there.

In: a Service and the vocabulary. Out: Facts. What is not known is said to be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localoffer import wording
from localoffer.facts.fact import Fact, Unsaid
from localoffer.facts.view import Feature, Link, Words
from localoffer.facts.voice import Idea, idea, in_threes, link, name, say
from localoffer.model import Location, Service
from localoffer.model.vocabulary import Feature as FeatureOfList
from localoffer.model.vocabulary import Vocabulary, opposite
from localoffer.model.words import SignedVideo


def signed_words(video: SignedVideo) -> Words:
    """`This page in British Sign Language: watch the film (3 minutes)`."""
    words = f"watch the film ({wording.count(video.minutes, 'minute')})"
    return ["This page in British Sign Language: ", Link(words, video.url), "."]


def signed_idea(video: SignedVideo) -> Idea:
    """The same, as two sentences."""
    film = link("watch this page in sign language", video.url)
    return idea(
        "sign-language", say("You can ", film, "."), say(f"The film takes {wording.count(video.minutes, 'minute')}.")
    )


WITH_PLACE = Unsaid("said with each place")


def feature_facts(service: Service, vocabulary: Vocabulary) -> Iterator[Fact]:
    """What matters most first, then languages, what is not known, and everything else."""
    known = _known_features(service)
    told = [(feature, _idea(feature, known[feature.id], words)) for feature, words in _said(known, vocabulary)]
    if essential := [one for feature, one in told if feature.essential]:
        yield Fact("features", "What the building is like", WITH_PLACE, essential)
    yield from _language_facts(service)
    if _is_unknown(service, known, vocabulary):
        ideas = [idea("not-known", say("We do not know all about this place."), say("Ask about what you need."))]
        yield Fact("features-not-known", "What we do not know", WITH_PLACE, ideas)
    if others := [one for feature, one in told if not feature.essential]:
        yield Fact("more-features", "What else the building has", WITH_PLACE, others)
    if apart := list(_of_each_place(service, known, vocabulary)):
        yield Fact("features-apart", "What each place has", WITH_PLACE, apart)


def _said(answers: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[tuple[FeatureOfList, str]]:
    for feature_id, answer in answers.items():
        feature = vocabulary.features.get(feature_id)
        if feature and answer != "not known" and (words := feature.easy_yes if answer == "yes" else feature.easy_no):
            yield feature, words


def _idea(feature: FeatureOfList, answer: str, words: str) -> Idea:
    """What there is, with its picture; what there is not, with the picture of that, or the same one crossed out."""
    if answer == "no":
        return idea(feature.picture_no or opposite(feature.picture or "yes"), say(words))
    return idea(feature.picture or "building", say(words))


def _of_each_place(service: Service, known: dict[str, str], vocabulary: Vocabulary) -> Iterator[Idea]:
    """What is so of one place and not of another: each place by its name, or by its town where it is private."""
    for place in service.locations if "venue" in service.delivery else ():
        own = {feature: answer for feature, answer in place.accessibility.items() if feature not in known}
        told = [say(words) for _feature, words in _said(own, vocabulary)]
        where = say("This is about ", name(place.city if place.sensitive else place.name), ".")
        for start in range(0, len(told), 2):
            yield idea("building", where, *told[start : start + 2])


def _language_facts(service: Service) -> Iterator[Fact]:
    if video := service.bsl_video:
        yield Fact("bsl-video", "In British Sign Language", signed_words(video), [signed_idea(video)])
    if service.bsl == "yes":
        told = idea("sign-language", say("Staff can use sign language."))
        words = "Staff use British Sign Language (BSL)."
        yield Fact("bsl", "British Sign Language", words, [told], chips=["British Sign Language"])
    if service.interpreter == "yes":
        meaning = say("An interpreter says things in your language.")
        told = idea("interpreter", say("You can have an interpreter."), meaning)
        yield Fact("interpreter", "Interpreter", "You can have an interpreter.", [told])
    if service.languages:
        spoken = in_threes("speak", [say("Staff speak ", name(words), ".") for words in service.languages])
        yield Fact("languages", "Languages", wording.join(service.languages), spoken)


def fitted(place: Location, vocabulary: Vocabulary) -> list[Feature]:
    """What is known about the place: yes first, then no, then not known."""
    lines = []
    for answer, kind, start in (("yes", "yes", "Yes: "), ("no", "no", "No: "), ("not known", "ask", "Not known: ")):
        for feature in vocabulary.features.values():
            if place.accessibility.get(feature.id) == answer:
                lines.append(Feature(kind, f"{start}{feature.name}{'. Ask first.' if kind == 'ask' else ''}"))
    return lines


def _is_unknown(service: Service, known: dict[str, str], vocabulary: Vocabulary) -> bool:
    essential = [feature_id for feature_id, feature in vocabulary.features.items() if feature.essential]
    return "venue" in service.delivery and any(feature_id not in known for feature_id in essential)


def _known_features(service: Service) -> dict[str, str]:
    """Features that every shown place answers the same way: yes or no."""
    if "venue" not in service.delivery or not service.locations:
        return {}
    first, *others = [place.accessibility for place in service.locations]
    return {
        feature: answer
        for feature, answer in first.items()
        if answer != "not known" and all(other.get(feature) == answer for other in others)
    }
