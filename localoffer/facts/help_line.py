"""How to ask the Local Offer itself, in easy read: by the first way there is.

In: the council's facts. Out: one sentence. A council that has not filled in its help line is named, and nothing is made up.
"""

from __future__ import annotations

from localoffer.facts.voice import Sentence, link, name, phone, say
from localoffer.model import SiteFacts


def how_to_ask(site: SiteFacts) -> Sentence:
    """“Phone us on 01632 960 100.”"""
    if site.help.phone:
        return say("Phone us on ", phone(site.help.phone), ".")
    if site.help.email:
        return say("Email us at ", link(site.help.email, f"mailto:{site.help.email}"), ".")
    return say("Ask ", name(site.council.name), ".")
