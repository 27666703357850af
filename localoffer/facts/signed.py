"""A film in British Sign Language that says what a page says: in the standard voice, and in easy read.

In: the film, of a listing or of a page. Out: its words, with its length, and its idea.
"""

from __future__ import annotations

from localoffer import wording
from localoffer.facts.view import Link, Words
from localoffer.facts.voice import Idea, idea, link, say
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
