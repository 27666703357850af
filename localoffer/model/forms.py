"""The forms a value may have: how a text, a yes or no, a short name, a web address is written.

Each is a type for fields. What stands behind it is in `form`, `when_forms`, `number_forms`, `contact_forms` and `taken`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from localoffer.model import rules
from localoffer.model.contact_forms import Email, Phone, Postcode, WebAddress
from localoffer.model.form import Form, fold, short, text_of
from localoffer.model.number_forms import Age, Count, Months, Pounds, whole_number
from localoffer.model.pasted import as_meant
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_answer, standard_fact, standard_path, tidy
from localoffer.model.taken.answers import ANSWER_FORM, FACT_FORM
from localoffer.model.when_forms import Clock, Closing, Day
from localoffer.rulebook import Rule

_EXTENSION = re.compile(r"(?:extension|extn?|x|#)?[.:]?\s*(\d{1,6})", re.IGNORECASE | re.ASCII)
_MENU = re.compile(
    r"(?:(?:choose|select|press|menu)\s+)?(?:option|press)\s*:?\s*(\d)((?:(?:\s*,)?\s*(?:(?:and\s+)?then\s+)?(?:option\s+)?\d)*)",
    re.IGNORECASE | re.ASCII,
)


def phone_extension(value: Any) -> Any:
    """Digits for an extension; `option` and a number for a menu, one choice after another with `then`."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split()).rstrip(".")
    number, choices = _EXTENSION.fullmatch(text), _MENU.fullmatch(text)
    if not (number or choices):
        fix = "write its digits, like 204; for a menu write option 2, or option 2, then 1."
        refuse(rules.EXTENSION_FORM, f"“{text[:60]}” is not an extension of a phone number", fix)
    if number:
        return number[1]
    return ", then ".join(["option " + choices[1], *re.findall(r"\d", choices[2])]) if choices else value


__all__ = [
    "SLUG",
    "Age",
    "Clock",
    "Closing",
    "Count",
    "Day",
    "Email",
    "Extension",
    "Fact",
    "Id",
    "Language",
    "Line",
    "Lower",
    "Markdown",
    "Months",
    "Name",
    "PageId",
    "Paragraph",
    "Phone",
    "PictureFile",
    "Postcode",
    "Pounds",
    "Reference",
    "ServiceId",
    "Summary",
    "Term",
    "WebAddress",
    "Words",
    "YesNo",
    "fold",
    "is_yes_or_no",
    "named",
    "whole_number",
]


def _yes_no(value: str) -> bool:
    """A yes/no answer."""
    written = standard_answer(value)
    if written is None:
        fix = "write yes or no; if it is not known, take the line out."
        refuse(rules.YES_OR_NO, f"“{short(value)}” is not yes or no", fix)
    return written == "yes"


def _fact(value: str) -> str:
    """A three-valued answer: yes, no or not known."""
    written = standard_fact(value)
    if written is None:
        fix = "write yes, no or not known."
        if re.fullmatch(r"n\.?/?a\.?|not applicable", tidy(value), re.IGNORECASE):
            fix = "write no if the answer is no, or not known if nobody has asked."
        refuse(rules.YES_NO_OR_NOT_KNOWN, f"“{short(value)}” is not yes, no or not known", fix)
    return written


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def named(pattern: str, rule: Rule, what: str, example: str, also: Callable[[str], str] = str.strip) -> Form:
    """The form of a name. `also` brings other ways to write it into this one."""
    compiled = re.compile(pattern, re.ASCII)

    def standard(text: str) -> str | None:
        name = also(text)
        return name if compiled.fullmatch(name) else None

    def read(value: str) -> str:
        name = standard(value)
        if name is None:
            refuse(rule, f"“{short(value)}” is not {what}", f"write it like {example}.")
        return name

    return Form(read, standard, {"type": "string"})


def _lower(value: Any) -> Any:
    return fold(value).lower() if isinstance(value, str) else value


def _term(text: str) -> str:
    """A name of a vocabulary: its short name, or its name as pages show it, which the catalogue looks up."""
    plain = fold(text)
    return plain.lower() if re.fullmatch(SLUG, plain.lower(), re.ASCII) else plain


_PLACE = re.compile(rf"(?!\.)(?:{SLUG}/)*[A-Za-z0-9][A-Za-z0-9_-]*\.(?:jpe?g|png|webp|gif|svg|avif)", re.ASCII)


def _picture_file(value: str) -> str:
    """A picture's file name, from the provider's folder, never outside it."""
    text = value.strip()
    if text.startswith(("/", "\\", "~")) or ".." in text or ":" in text or "\\" in text:
        fix = "put the picture in the folder images/ beside this file and write images/name.jpg."
        refuse(rules.IMAGE_OUTSIDE, f"“{short(value)}” is not inside the provider's own folder", fix)
    if not _PLACE.fullmatch(text):
        fix = "use letters, digits and hyphens, ending in .jpg, .png, .webp or .svg, like images/hall.jpg."
        refuse(rules.IMAGE_NAME, f"“{short(value)}” is not a picture's file name we can use", fix)
    return text


def _markdown(value: Any) -> Any:
    return as_meant(value).strip() if isinstance(value, str) else value


def _words(value: Any) -> Any:
    return fold(as_meant(value)) if isinstance(value, str) else value


TEXTS = (_words, _markdown)
"""The forms of text that people read."""


Fact = Annotated[
    Literal["yes", "no", "not known"],
    Form(
        _fact, standard_fact, {"anyOf": [{"enum": ["yes", "no", "not known"]}, {"type": "boolean"}, text_of(FACT_FORM)]}
    ),
]
YesNo = Annotated[
    bool,
    Form(_yes_no, standard_answer, {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, text_of(ANSWER_FORM)]}),
]
Words = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=300)]
Name = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=3, max_length=160)]
Line = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=80)]
Reference = Annotated[Line, WithJsonSchema({"type": ["string", "integer"]})]
"""A line that may be digits only: editors' tools take those for a number."""
Summary = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=10, max_length=200)]
InShort = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=5, max_length=60)]
ShortName = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=3, max_length=40)]
Paragraph = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=1000)]
Markdown = Annotated[str, BeforeValidator(_markdown), StringConstraints(min_length=10, max_length=20000)]
_ID = "short-breaks: small letters, digits and hyphens"
Id = Annotated[str, named(SLUG, rules.ID_FORM, "a short name we can use", _ID)]
_SERVICE = "marl-trust/saturday-club: the provider's folder, a slash, the service's file name"
ServiceId = Annotated[
    str, named(rf"{SLUG}/{SLUG}", rules.SERVICE_NAME_FORM, "the name of a service", _SERVICE, standard_path)
]
_PAGE = "guides/short-breaks or marl-trust/saturday-club"
PageId = Annotated[str, named(rf"{SLUG}(?:/{SLUG})*", rules.PAGE_NAME_FORM, "the name of a page", _PAGE, standard_path)]
Term = Annotated[
    str, Form(_term, _term, {"type": "string"}, comma=True), StringConstraints(min_length=1, max_length=80)
]
"""A member of a vocabulary, by its short name or its name on pages."""
Language = Annotated[
    str,
    Form(fold, fold, {"type": "string", "minLength": 1, "maxLength": 80}),
    StringConstraints(min_length=1, max_length=80),
]
PictureFile = Annotated[str, Form(_picture_file, str.strip, {"type": "string"})]
Extension = Annotated[str, BeforeValidator(phone_extension), WithJsonSchema({"type": ["string", "integer"]})]


def told_of(info: FieldInfo) -> Iterator[Any]:
    """All that a field's type says of how its value, or each member of a list, is written: forms, and choices as they are."""
    yield from info.metadata
    yield from _told(info.annotation)


def _told(form: Any) -> Iterator[Any]:
    if get_origin(form) is Literal:
        yield form
    elif get_origin(form) is Annotated:
        yield from get_args(form)[1:]
        yield from _told(get_args(form)[0])
    else:
        for part in get_args(form):
            yield from _told(part)


def is_yes_or_no(model: type[BaseModel], name: str) -> bool:
    """True for a field that holds a fact: yes, no or not known."""
    return any(isinstance(form, Form) and form.read in (_yes_no, _fact) for form in model.model_fields[name].metadata)


Lower = BeforeValidator(_lower)
