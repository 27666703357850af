"""What a text says that the record's own fields do not: one phone number, one address, hours, a price, the place.

Only what can be read one way is taken, and each is told with the words it was taken from; the words stay where they are.
"""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.draft import Draft
from localoffer.exchange.taking.addresses import is_private
from localoffer.exchange.taking.hours import names_a_day, read_hours
from localoffer.exchange.taking.reach import in_order
from localoffer.model.contact_forms import POSTCODE, SHORT_NUMBERS, is_phone_in_use, standard_code
from localoffer.model.taken import standard_amount
from localoffer.prose.contacts import contacts_in
from localoffer.wording.phones import phone_chunks

TAKEN = "taken from these words of the description"
_NOT_THEIRS = re.compile(
    r"\b(?:fax|emergency|emergencies|999|111|samaritans|childline|relay|minicom|textphone)\b", re.IGNORECASE
)


def complete(found: dict[str, Any], draft: Draft) -> None:
    """Fields that the record left open, from its own words."""
    text = found.get("description") or ""
    sentences = sentences_of(text)
    _contacts(found, sentences, draft)
    _schedules(found, text, sentences, draft)
    _cost(found, sentences, draft)
    _place(found, sentences, draft)


def sentences_of(markdown: str) -> list[str]:
    """Lines and sentences as a reader sees them, without signs of Markdown."""
    plain = re.sub(r"\]\(([^()\s]*)\)", r" \1 ", markdown.replace("**", "").replace("\\", ""))
    lines = [re.sub(r"^\s*(?:[-*•]|\d+\.|#{3,4})\s+", "", line).replace("[", "").strip() for line in plain.split("\n")]
    return [part for line in lines for part in re.split(r"(?<=[a-z\d)][.!?])\s+(?=[A-Z])", line) if part]


# Ways to get in touch


def _contacts(found: dict[str, Any], sentences: list[str], draft: Draft) -> None:
    """The one phone number, e-mail address and website of the text, where the record has none in its own fields."""
    known = found["contacts"]
    seen: dict[str, dict[str, str]] = {"phone": {}, "email": {}, "url": {}}
    for sentence in sentences:
        for contact in contacts_in(sentence):
            kind, value = _kind(contact.href)
            if kind and not (kind == "phone" and _NOT_THEIRS.search(sentence)):
                seen[kind].setdefault(value, sentence)
    taken = {}
    for kind, values in seen.items():
        if len(values) == 1 and not any(
            kind in contact or (kind == "phone" and "text_relay" in contact) for contact in known
        ):
            value, sentence = next(iter(values.items()))
            taken[kind] = value
            draft.account.change(f"contacts.{kind}", sentence, value, TAKEN)
    if not taken:
        return
    if known and not ("phone" in taken and "extension" in known[0]):
        known[0] = in_order({**known[0], **taken})
    else:
        known.insert(0, in_order(taken))


def _kind(href: str) -> tuple[str, str]:
    if href.startswith("mailto:"):
        return ("", "") if is_private(href[7:]) else ("email", href[7:])
    if href.startswith("tel:"):
        digits = re.sub(r"^\+44", "0", href[4:].replace("-", ""))
        return ("phone", phone_chunks(digits)) if is_phone_in_use(digits) and digits not in SHORT_NUMBERS else ("", "")
    return "url", href


# Times

_TOLD = re.compile(
    r"^(?:opening (?:times?|hours)|open\b|opens\b|when\b|times?\b|hours\b|sessions? (?:are|run|times)|session times|we meet\b|we are open\b|meets?\b"
    r"|the (?:club|group|session|class)\b|every\b|each\b|(?:mon|tue|wed|thu|fri|sat|sun)\w*)",
    re.IGNORECASE,
)
_OTHER_HOURS = re.compile(r"phone|telephone|office|reception|lines?\b|helpline|call|staffed|enquir", re.IGNORECASE)


def _schedules(found: dict[str, Any], text: str, sentences: list[str], draft: Draft) -> None:
    """Hours, where every sentence that names a day and begins like hours can be read one way."""
    if found.get("schedules") or not names_a_day(text):
        return
    told = [line for line in sentences if names_a_day(line) and re.search(r"\d|noon|midday", line)]
    if not told or len(told) > 7 or any(not _TOLD.match(line) or _OTHER_HOURS.search(line) for line in told):
        return
    if re.search(r"fortnight|alternate|every other|school holidays|half[- ]term", text, re.IGNORECASE):
        return
    read = [read_hours(line) for line in told]
    if any(one is None for one in read):
        return
    for line, one in zip(told, read, strict=True):
        if one and one not in found["schedules"]:
            found["schedules"].append(one)
            shown = f"{', '.join(one['byday'])} {one['opens_at']}–{one['closes_at']}"
            draft.account.change("schedules", line, shown, TAKEN)


# Money

_IS_FREE = re.compile(
    r"(?:(?:the )?(?:cost|price|fee|charge|entry|admission)s?(?: of (?:the )?\w+)?\s*(?:[:–-]|is|are)\s*(?:free(?: of charge)?|no charge|nil|none)"
    r"|(?:this|it|this service|this group|this club|the (?:service|club|group|sessions?|activity|course)|(?:all )?(?:our )?sessions|entry|admission"
    r"|(?:this|our) (?:support|course|activity)) (?:is|are) (?:completely |totally |all )?free(?: of charge)?(?: to (?:attend|use|join))?"
    r"|there is no (?:charge|cost)(?: to (?:attend|use|join))?)[.!]?",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:the )?(?:cost|price|charge|fee|entry|admission)s?\s*(?:[:–-]|is|are)?\s*(?P<amount>£\s?\d+(?:,\d{3})*(?:\.\d{2})?|\d{1,2}0p)(?P<more>[^£]{0,80}?)[.!]?",
    re.IGNORECASE,
)
_BARE_PRICE = re.compile(
    r"(?P<amount>£\s?\d+(?:,\d{3})*(?:\.\d{2})?)(?P<more>\s+(?:per|a|an|each|for)\b[^£]{0,80}?)?[.!]?", re.IGNORECASE
)
_NOT_ONE_PRICE = re.compile(
    r"\b(?:from|to|up to|between|or|donations?|plus|deposit|approx\w*|around|about|suggested|voluntary|under|over|concessions?|members?\w*|adults?|"
    r"siblings?|then|minimum|maximum|unless|free|subsid\w*|depend\w*|refund\w*)\b|[+\d]",
    re.IGNORECASE,
)


def read_price(text: str, needs_label: bool) -> dict[str, str] | None:
    """The one price of a clause: what for, and how much."""
    plain = " ".join(text.split())
    match = _PRICE.fullmatch(plain) or (None if needs_label else _BARE_PRICE.fullmatch(plain))
    if not match:
        return None
    more = (match["more"] or "").strip(" ,;:-–")
    amount = standard_amount(match["amount"].replace("£ ", "£"))
    if amount is None or _NOT_ONE_PRICE.search(more):
        return None
    return {"option": more or "Price", "amount": amount}


def _cost(found: dict[str, Any], sentences: list[str], draft: Draft) -> None:
    """Free, or one price, where the text says it in so many words and nothing else of money."""
    if found["cost"] != {"free": "not known"}:
        return
    money = [
        line
        for line in sentences
        if re.search(
            r"£|\bfree\b|\bcharge|\bcosts?\b|\bfees?\b|\d0?p\b|\bdonation|\bpay\b|\bprice", line, re.IGNORECASE
        )
    ]
    if len(money) != 1:
        return
    if _IS_FREE.fullmatch(money[0]):
        found["cost"] = {"free": "yes"}
        draft.account.change("cost.free", money[0], "yes", TAKEN)
    elif (price := read_price(money[0], needs_label=True)) and price["amount"] != "0":
        found["cost"] = {"free": "no", "cost_options": [price]}
        draft.account.change(
            "cost.cost_options",
            money[0],
            f"{price['option']}: {price['amount']}",
            TAKEN,
        )


# The place

_IS_AT = re.compile(
    r"(?:venue|address|where|location|(?:we|the (?:club|group)) (?:meet|meets) at|held at|(?:it|this) (?:is|takes place) at)\s*[:–-]?\s*(?P<place>[^:]{10,200})",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:office|correspondence|postal|write to|registered|formerly|head ?office)\b", re.IGNORECASE)


def _place(found: dict[str, Any], sentences: list[str], draft: Draft) -> None:
    """The one address with a postcode, where the text says that it is the place: `Venue: Hall, 1 Mill Lane, Marlbrook, MB2 4DT`."""
    if found.get("locations") or any(place.sensitive for place in draft.incoming.places):
        return
    told = [(line, match) for line in sentences if (match := _IS_AT.fullmatch(line)) and not _OFFICE.search(line)]
    if len(told) != 1:
        return
    parts = [part.strip(" .") for part in told[0][1]["place"].split(",") if part.strip(" .")]
    last = re.fullmatch(r"(.*?)\s*([A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2})", parts[-1])
    code = standard_code(last[2]) if last else None
    if not last or not code or not POSTCODE.fullmatch(code.replace(" ", "")):
        return
    parts = [*parts[:-1], *([last[1].strip()] if last[1].strip() else [])]
    if (
        not 2 <= len(parts) <= 4
        or any(len(part) > 80 or not re.match(r"[A-Z\d]", part) for part in parts)
        or re.search(r"\d|shire$", parts[-1])
    ):
        return
    name, *street, town = parts
    lines = dict(zip(("address_1", "address_2"), street, strict=False))
    found["locations"] = [{"name": name, **lines, "city": town, "postal_code": code}]
    found["delivery"] = found.get("delivery") or ["venue"]
    draft.account.change("locations", told[0][0], f"{name}, {town}, {code}", TAKEN)
