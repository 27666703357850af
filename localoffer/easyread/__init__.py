"""Easy read of every page families read: written from facts, or from an editor's own points.

In: records and the catalogue. Out: `EasyReadPage`s.
"""

from localoffer.easyread.page import EasyReadPage, Section
from localoffer.easyread.service import easy_provider, easy_service
from localoffer.easyread.twin import easy_twin
from localoffer.facts.voice import Idea, Part

__all__ = [
    "EasyReadPage",
    "Idea",
    "Part",
    "Section",
    "easy_provider",
    "easy_service",
    "easy_twin",
]
