"""Write a commented listing to fill in: `build.py new PROVIDER "Name"`.

In: the root, the provider's folder, the name, today. Out: the path of the new
file. The comments are the model's own descriptions; what must be filled in has
nothing after its colon, so that `check` says what is left to do.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from localoffer.letters import address_part, file_name
from localoffer.model import Provider, Service
from localoffer.model.base import example_of
from localoffer.model.forms import SLUG
from localoffer.system.failures import CannotRun

LISTING = """\
# yaml-language-server: $schema=../../schema/service.json
# Fill in what has nothing after its colon. Take out lines you do not need.
# A line that begins with # is a note to you; take the # out to use the line.
# Text with a colon, a comma inside brackets, or an opening [ {{ @ ! needs "quotation marks" round it.

name: {name}
# {also_known_as}
# also_known_as: [another name]

# {summary}
summary:

# {description}
# For several paragraphs write  description: |  and begin each line below it with two spaces.
description:

# {status}
status: active

# {topics}
topics: []   # for example [short-breaks]

# {for_whom}
# for_whom: [child, young person]

eligibility:
  # Ages in years, 0 to 25; or, in place of both lines, any_age: yes
  minimum_age:
  maximum_age:
  # Needs from content/_data/needs.yml, or [all]
  needs: []
  # What a person must have or be, one point a line; or none
  criteria: none
  # yes, no or not known
  ehc_plan_needed: not known
  diagnosis_needed: not known

access:
  # self-referral, drop-in, appointment, professional-referral, assessment, panel, membership
  # professional-referral wants who_can_refer; assessment and panel want decision and while_you_wait.
  route: []
  # What a family does, in order:
  # steps: [Phone us., We meet you and your child.]
  # who_can_refer: A GP or a SENCO
  # decision: {{who: A panel, how: They read your form, days: 20, if_no: You can ask us to look again}}

# waiting_time: {{typical: {{number: 6, unit: weeks}}, as_at: {today}, source: Our own records}}
# while_you_wait: [guides/waiting-for-an-assessment]

cost:
  # yes, no or not known
  free:
  # cost_options:
  #   - {{option: One session, amount: 3.50}}
  personal_budget: not known

# venue, home, school, online, phone, text
delivery: []
# For venue:
# locations:
#   - name: Easton Community Hall
#     address_1: 12 Mill Lane
#     city: Marlbrook
#     postal_code: MB2 4DT
#     # sensitive: yes   (for a place that must stay private: only the town is shown)
#     accessibility:
#       step-free-entrance: not known
#     travel: Bus 7 stops outside.

# Areas from content/_data/areas.yml; or whole area, outside the area, national
service_areas: []

# schedules:
#   - {{byday: [SA], opens_at: 09:30, closes_at: 12:00, term_time_only: yes}}

# At least two ways to get in touch. A name only with consent_to_publish: yes
contacts:
  - role:
    phone:
    email:

# The day somebody asked whether all this is true, who (a role), and how: phone, email, visit, website
last_checked:
  date: {today}
  by:
  how:
added: {today}

# More that you can say:
{more}
"""


def listing_text(name: str, today: date) -> str:
    """The text of a new listing: every field of the model, with its words as notes."""
    notes = {field: info.description or "" for field, info in Service.model_fields.items()}
    return LISTING.format(**{**notes, "name": _quoted(name), "today": today.isoformat(), "more": _more_fields()})


def _more_fields() -> str:
    """The fields that the text above does not name, each with its description and an example."""
    named = set(re.findall(r"^(?:# )?([a-z_]+):", LISTING, re.MULTILINE))
    fields = ((name, info.description) for name, info in Service.model_fields.items() if name not in named)
    return "\n".join(f"# {words}\n# {name}: {example_of(Service, name)}" for name, words in fields)


PROVIDER = """\
# yaml-language-server: $schema=../../schema/provider.json
name: {name}
# {description}
description:
# {kind_words}
kind:
# url: https://www.example.org
# phone: 01632 960 110
# email: hello@example.org
# address: 12 Mill Lane, Marlbrook, MB2 4DT
"""


def provider_text(name: str) -> str:
    """The text of a new provider.yml."""
    kinds = "council, nhs, school, college, early-years, charity, community-group, private, national"
    return PROVIDER.format(
        name=_quoted(name), description=Provider.model_fields["description"].description, kind_words=kinds
    )


NOT_TEXT = frozenset("yes no true false null on off".split())
"""Words that YAML does not take for text."""


def _quoted(text: str) -> str:
    """A text as YAML: in quotation marks when it needs them."""
    folded = " ".join(text.split())
    is_plain = re.fullmatch(r"[A-Za-z][\w '()&.-]*", folded) and folded.lower() not in NOT_TEXT
    return folded if is_plain else json.dumps(folded, ensure_ascii=False)


def write_listing(root: Path, provider: str, name: str, today: date) -> str:
    """Write the file (and provider.yml where the folder is new); its path from the root."""
    folder = root / "providers" / provider
    stem = file_name(name)
    if not re.fullmatch(SLUG, provider, re.ASCII):
        raise CannotRun(
            f"“{provider}” cannot be a provider's folder. Use small letters, digits and hyphens, like {address_part(provider) or 'marl-trust'}."
        )
    if len(name.strip()) < 3 or not stem:
        raise CannotRun("A listing needs a name of at least 3 letters, such as “Saturday club”.")
    path = folder / f"{stem}.yml"
    if path.exists():
        raise CannotRun(f"{path.relative_to(root).as_posix()} is there already. Change it, or choose another name.")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "provider.yml").exists():
        (folder / "provider.yml").write_text(provider_text(provider.replace("-", " ").title()), encoding="utf-8")
    path.write_text(listing_text(name, today), encoding="utf-8")
    return path.relative_to(root).as_posix()
