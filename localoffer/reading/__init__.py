"""Plain English and easy read, as rules: over listings, pages and the sentences we write ourselves.

In: records and word lists. Out: findings at file, line and column, each with its rule and, where one can be made, a better
version.
"""

from localoffer.reading.cache import FindingsCache
from localoffer.reading.lists import Term, WordLists, word_lists
from localoffer.reading.place import check_grade, check_passage, place_in
from localoffer.reading.rules import RULES

__all__ = [
    "RULES",
    "FindingsCache",
    "Term",
    "WordLists",
    "check_grade",
    "check_passage",
    "place_in",
    "word_lists",
]
