"""The record: the ONE statement of every field people write.

In: plain values of one file. Out: frozen models, or pydantic errors that
`records` turns into findings. The layers above read descriptions, examples and
other names from here; nothing else states a field.
"""

from __future__ import annotations

from localoffer.model.access import (
    Access,
    Eligibility,
    Step,
    Wait,
    WaitingTime,
    WithEhcPlan,
)
from localoffer.model.base import Origin, Part, Position, Record, Spot, adapter_of, example_of, other_names, place, says
from localoffer.model.choices import ProviderKind
from localoffer.model.content import ContentPage, EasyPage, PageChecked, PageDate, PageSource
from localoffer.model.cost import Cost, CostOption
from localoffer.model.decision import DECISION_TIMES, Decision, decision_time
from localoffer.model.gaps import NOT_KNOWN, NOT_SORTED, known
from localoffer.model.look import Colours, HomePicture, OwnLink
from localoffer.model.places import Contact, Location, Schedule
from localoffer.model.provider import Address, Logo, Provider, Registration
from localoffer.model.service import NATIONAL, OUTSIDE, WHOLE_AREA, Service
from localoffer.model.site import Council, Forms, Help, SiteFacts
from localoffer.model.words import Alert, EasyPoint, EasyRead, Image, LastChecked, Link, School, Source, came_in_digest

__all__ = [
    "DECISION_TIMES",
    "NATIONAL",
    "NOT_KNOWN",
    "NOT_SORTED",
    "OUTSIDE",
    "WHOLE_AREA",
    "Access",
    "Address",
    "Alert",
    "Colours",
    "Contact",
    "ContentPage",
    "Cost",
    "CostOption",
    "Council",
    "Decision",
    "EasyPage",
    "EasyPoint",
    "EasyRead",
    "Eligibility",
    "Forms",
    "Help",
    "HomePicture",
    "Image",
    "LastChecked",
    "Link",
    "Location",
    "Logo",
    "Origin",
    "OwnLink",
    "PageChecked",
    "PageDate",
    "PageSource",
    "Part",
    "Position",
    "Provider",
    "ProviderKind",
    "Record",
    "Registration",
    "Schedule",
    "School",
    "Service",
    "SiteFacts",
    "Source",
    "Spot",
    "Step",
    "Wait",
    "WaitingTime",
    "WithEhcPlan",
    "adapter_of",
    "came_in_digest",
    "decision_time",
    "example_of",
    "known",
    "other_names",
    "place",
    "says",
]
