"""Every word of the sample and of the national text keeps our own rules: no warning is left to grow over."""

from __future__ import annotations

import pytest

from localoffer.catalogue.local import written_at
from localoffer.check.easy_read import check_easy_read
from localoffer.check.words import check_reading
from localoffer.easyread.rules import EASY_NOT_CHECKED, EASY_OUT_OF_DATE
from tests.easyread.council import council, words

#: What only people can do, and one listing that shows what an outdated easy read looks like.
NOT_WORDS = {EASY_NOT_CHECKED.id, EASY_OUT_OF_DATE.id}


@pytest.mark.sample
def test_no_rule_of_words_finds_anything_in_the_sample_and_the_national_text() -> None:
    found = written_at(
        [*check_reading(council(), words()), *check_easy_read(council(), words())], council().content.values()
    )
    told = [f"{at.path}:{at.line}: {at.message}  [{at.rule}]" for at in found if at.rule not in NOT_WORDS]
    assert told == []
