"""Easy-read lines beside the texts of a part: who it is for, and how people get it."""

from __future__ import annotations

from localoffer.model.base import Part, says
from localoffer.model.forms import Words


class EasyEligibility(Part):
    """Who it is for in short easy-read sentences, beside the words above it that are long."""

    description: Words | None = says("Who it is for.", "It is for children who find clubs hard.", default=None)
    criteria: list[Words] = says("The rules, one a line.", "[You have an EHC plan.]", default=[])


class EasyAccess(Part):
    """How people get it in short easy-read sentences, beside the words above it that are long."""

    who_can_refer: Words | None = says("Who can ask.", "Your school can ask.", default=None)
    bring: list[Words] = says("What to bring, one a line.", "[Please bring your plan.]", default=[])
