"""What stands in easy read for an editor's sentence of more than 15 words, until somebody writes an easy line beside it.

In: nothing. Out: field → our own true sentences, any of which may stand there; the same names as in `localoffer.facts`.
"""

from __future__ import annotations

from collections.abc import Mapping

STAND_INS: Mapping[str, tuple[str, ...]] = {
    "alert.text": ("There is news about this",),
    "only_for": ("Ask them who can come",),
    "eligibility.description": ("Ask them if it is right for you",),
    "eligibility.criteria": ("There is one more rule",),
    "cost.cost_options.amount_description": ("Ask them about this price",),
    "cost.cost_options.option": ("for some people",),
    "access.who_can_refer": ("Ask them who can ask",),
    "access.steps.text": ("Ask them what you do next",),
    "access.steps.title": ("Ask them what you do next",),
    "access.bring": ("Ask them what to bring",),
    "access.decision.who": ("They decide if you can get it", "You do not decide alone"),
    "access.decision.how": ("Ask them how they decide",),
    "access.decision.if_no": ("You can ask them why",),
    "locations.travel": ("Ask them how to get there",),
    "schedules.description": ("Ask them about this time",),
    "school.senco": ("Ask the school for the SENCO",),
    "school.resource_base": ("There is a special unit here",),
}
