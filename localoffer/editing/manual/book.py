"""The rulebook whole: every rule of every room, group by group, in the order of the published pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from localoffer.alttext import ALT_RULES
from localoffer.audit.html import PAGE_RULES, SITE_RULES
from localoffer.audit.rules import BROWSER, OTHER_TOOLS
from localoffer.catalogue.rules import OFFER
from localoffer.check.colours import COLOURS
from localoffer.check.look import LOOK
from localoffer.check.pictures import PICTURES
from localoffer.easyread.rules import EASY_READ
from localoffer.model.rules import FIELDS
from localoffer.picturefile.fault import FILES
from localoffer.reading import RULES
from localoffer.reading.place import WHOLE_TEXT
from localoffer.records.links import WORDS
from localoffer.records.rules import SERVICE_RULES
from localoffer.rulebook import Rule
from localoffer.yamlfile.rules import FILE

BOOK: Mapping[str, Sequence[Rule]] = {
    "file": FILE,
    "fields": FIELDS,
    "fields-that-agree": SERVICE_RULES,
    "words-and-links": WORDS,
    "whole-offer": OFFER,
    "reading": (*RULES, *WHOLE_TEXT),
    "easy-read": EASY_READ,
    "alt-text": (*ALT_RULES, *PICTURES),
    "files": FILES,
    "colours": (*COLOURS, *LOOK),
    "built-page": PAGE_RULES,
    "whole-site": SITE_RULES,
    "browser": BROWSER,
    "other-tools": OTHER_TOOLS,
}
"""Name of a group → its rules."""
