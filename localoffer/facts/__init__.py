"""What a record says, worked out once: each fact with its id, in the standard voice and in easy read.

In: records and the Catalogue. Out: `Facts`, which pages, easy read, cards and search lay out.
"""

from localoffer.facts.fact import Fact, Facts, Rows, Unsaid
from localoffer.facts.service import service_facts, told_facts

__all__ = ["Fact", "Facts", "Rows", "Unsaid", "service_facts", "told_facts"]
