"""Alt text: one set of rules for pictures in listings, in pages of content/ and in built HTML.

In: any `Shown`. Out: faults, each with its rule.
"""

from __future__ import annotations

from localoffer.alttext.beginnings import BEGINNINGS
from localoffer.alttext.picture import Shown
from localoffer.alttext.rules import ALT, faults_of
from localoffer.alttext.together import TOGETHER, faults_together
from localoffer.rulebook import Rule

ALT_RULES: tuple[Rule, ...] = (*ALT, *BEGINNINGS, *TOGETHER)

__all__ = ["ALT_RULES", "Shown", "faults_of", "faults_together"]
