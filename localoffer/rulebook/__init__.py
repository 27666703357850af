"""The rulebook: the one shape of a rule, the groups of rules, and the samples that prove them.

In: nothing. Out: `Rules` for the rooms above to declare theirs in; the published text of each group.
"""

from __future__ import annotations

from localoffer.rulebook.groups import GROUPS, published_groups
from localoffer.rulebook.rule import START, Fault, Position, Put, Rule, Rules

__all__ = ["GROUPS", "START", "Fault", "Position", "Put", "Rule", "Rules", "published_groups"]
