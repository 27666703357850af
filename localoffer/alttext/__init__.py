"""Alt text: one set of rules for pictures in listings, in pages of content/ and in built HTML.

In: any `Shown`. Out: findings at the line of the words. The 18 faults are in
`ALT_RULES`; checkers in common use catch 8 of them.
"""

from __future__ import annotations

from localoffer.alttext import rules
from localoffer.alttext.picture import RULES, AltFault, AltRule, Shown, faults_of
from localoffer.alttext.together import TOGETHER, faults_together

ALT_RULES: tuple[AltRule, ...] = (*RULES, *TOGETHER)

__all__ = [
    "ALT_RULES",
    "AltFault",
    "AltRule",
    "Shown",
    "faults_of",
    "faults_together",
    "rules",
]
