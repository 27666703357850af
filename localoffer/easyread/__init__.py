"""Easy read of every page families read: written from facts, or from an editor's own points.

In: records and the catalogue. Out: `EasyReadPage`s for `pages`, and findings for `check`.
"""

from localoffer.easyread.accept import accept
from localoffer.easyread.checks import check_easy_read
from localoffer.easyread.page import EasyReadPage, Idea, Part, Row, Section
from localoffer.easyread.service import easy_provider, easy_service
from localoffer.easyread.twin import easy_twin

__all__ = [
    "EasyReadPage",
    "Idea",
    "Part",
    "Row",
    "Section",
    "accept",
    "check_easy_read",
    "easy_provider",
    "easy_service",
    "easy_twin",
]
