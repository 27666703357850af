"""Languages staff speak, sign language and interpreters: as names, whether the feed gives names or codes."""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.model.taken import same_name

#: ISO 639 codes of languages that are spoken here → their names.
CODES = dict(
    pair.split(":")
    for pair in """en:English eng:English cy:Welsh cym:Welsh wel:Welsh gd:Gaelic gla:Gaelic ga:Irish gle:Irish pl:Polish
    pol:Polish ro:Romanian ron:Romanian rum:Romanian pa:Punjabi pan:Punjabi ur:Urdu urd:Urdu bn:Bengali ben:Bengali gu:Gujarati
    guj:Gujarati ar:Arabic ara:Arabic so:Somali som:Somali pt:Portuguese por:Portuguese es:Spanish spa:Spanish fr:French
    fra:French fre:French de:German deu:German ger:German it:Italian ita:Italian lt:Lithuanian lit:Lithuanian lv:Latvian
    lav:Latvian bg:Bulgarian bul:Bulgarian hu:Hungarian hun:Hungarian sk:Slovak slk:Slovak slo:Slovak cs:Czech ces:Czech
    cze:Czech ru:Russian rus:Russian uk:Ukrainian ukr:Ukrainian tr:Turkish tur:Turkish fa:Persian fas:Persian per:Persian
    ku:Kurdish kur:Kurdish ps:Pashto pus:Pashto zh:Chinese zho:Chinese chi:Chinese yue:Cantonese cmn:Mandarin vi:Vietnamese
    vie:Vietnamese ta:Tamil tam:Tamil te:Telugu tel:Telugu hi:Hindi hin:Hindi ne:Nepali nep:Nepali th:Thai tha:Thai
    sq:Albanian sqi:Albanian alb:Albanian el:Greek ell:Greek gre:Greek nl:Dutch nld:Dutch dut:Dutch am:Amharic amh:Amharic
    ti:Tigrinya tir:Tigrinya yo:Yoruba yor:Yoruba ig:Igbo ibo:Igbo ha:Hausa hau:Hausa sw:Swahili swa:Swahili ml:Malayalam
    mal:Malayalam si:Sinhala sin:Sinhala tl:Tagalog tgl:Tagalog ja:Japanese jpn:Japanese ko:Korean kor:Korean""".split()
)
BSL = frozenset({"bsl", "bfi", "british sign language", "british sign language bsl", "sign language bsl"})
LONGEST = 80
_LANGUAGES = "Languages"


def fields(draft: Draft) -> dict[str, Any]:
    """`languages`, `bsl` and `interpreter`, where the record says so."""
    names: list[str] = []
    found: dict[str, Any] = {}
    for text in (as_line(text, "languages", draft) for text in draft.incoming.languages):
        name = CODES.get(re.split(r"[-_]", text.lower())[0] if len(text) <= 6 else "", text)
        if re.sub(r"[()]", "", same_name(text)) in BSL:
            found["bsl"] = "yes"
        elif len(name) > LONGEST or re.search(r"\d", name):
            draft.keep(_LANGUAGES, name, "languages", "it is not the name of a language")
        elif name and name not in names:
            names.append(name)
            if name != text:
                draft.account.change("languages", text, name, "its code, as a name")
    said = one_line(draft.incoming.interpretation_services)
    if said.lower().rstrip(".") in ("yes", "no", "true", "false"):
        found["interpreter"] = "yes" if said.lower()[0] in "yt" else "no"
    elif said:
        draft.keep("Interpreters", said, "interpretation_services", "it says more than yes or no")
    return {**({"languages": names} if names else {}), **found}
