"""The rules for one picture; more of them are in `beginnings`. Those that need to see all pictures are in `together`.

In: a `Shown`. Out: faults. A docstring is the rule; CONTENT_RULES.md is where they come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from localoffer.alttext.beginnings import BEGINNINGS, SAY_WHAT_IT_SHOWS
from localoffer.alttext.picture import HTML, IMG, ROLE, SVG, YAML, Shown, folded
from localoffer.findings import ERROR, WARNING
from localoffer.rulebook import Fault, Rule, Rules

ALT = Rules("alt-text")
Faults = Iterator[Fault]
NAMES_A_FIELD = {
    YAML: "add alt: and what the picture shows, or decorative: yes if it adds nothing.",
    "markdown": "write what it shows between the square brackets, or put { decorative } after it if it adds nothing.",
    HTML: 'add alt and what the picture shows, or alt="" and data-decorative if it adds nothing.',
}


def _way_out(picture: Shown) -> str:
    return "write the name on the logo as its alt." if picture.is_logo else NAMES_A_FIELD[picture.form]


@ALT.rule("alt-missing", bad='<img src="hall.jpg">', good='<img src="hall.jpg" alt="Children in a bright hall">')
def check_missing(picture: Shown) -> Faults:
    """Every picture has alt, the words for people who cannot see it."""
    may_lack = picture.is_decorative and picture.form != HTML
    if picture.kind == IMG and picture.alt is None and not may_lack:
        yield Fault(f"{picture.name} has no alt, the words for people who cannot see it", _way_out(picture))


@ALT.rule("alt-empty", bad='<img src="line.svg" alt="">', good='<img src="line.svg" alt="" data-decorative>')
def check_empty(picture: Shown) -> Faults:
    """A picture with an empty alt is declared to be decorative: forgotten words never pass for decoration."""
    is_alone_in_link = picture.is_linked and not folded(picture.link_words)
    if picture.kind == IMG and picture.alt == "" and not picture.is_decorative and not is_alone_in_link:
        yield Fault(f"the alt of {picture.name} is empty, and nothing says that it is decoration", _way_out(picture))


@ALT.rule(
    "alt-decorative",
    bad='<img src="line.svg" alt="A wavy line" data-decorative>',
    good='<img src="line.svg" alt="" data-decorative>',
)
def check_decorative(picture: Shown) -> Faults:
    """A decorative picture has neither alt nor title."""
    if picture.is_decorative and picture.words:
        yield Fault(f"{picture.name} is decorative, but has alt too", "take out alt, or take out decorative.")
    elif picture.is_decorative and picture.title.strip():
        yield Fault(f"{picture.name} is decorative, but has a title", "take out the title, or take out decorative.")


@ALT.rule("alt-blank", bad='<img src="hall.jpg" alt=" ">', good='<img src="hall.jpg" alt="Children in a bright hall">')
def check_blank(picture: Shown) -> Faults:
    """An alt is more than blanks."""
    if picture.alt and not picture.words:
        yield Fault(f"the alt of {picture.name} holds nothing but blanks", _way_out(picture))


_FILE_NAME = re.compile(
    r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|pdf)"
    r"|.*[\w)-]\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic)"
    r"|(?:IMG|DSCN?|DSCF|PXL|MVIMG|PICT|SAM|GOPR|P)[ _-]?\d{3,}.*"
    r"|(?:screen ?shot|bildschirmfoto|whatsapp image)\b.*\d.*|(?:screen ?shot)"
    r"|[0-9a-f]{8,}(?:-[0-9a-f]{4,})*|\d{5,}",
    re.IGNORECASE,
)


@ALT.rule(
    "alt-file-name", bad='<img src="a.jpg" alt="IMG_2041.jpg">', good='<img src="a.jpg" alt="A swing in a garden">'
)
def check_file_name(picture: Shown) -> Faults:
    """An alt is not the name of a file, nor one a camera gives."""
    if _FILE_NAME.fullmatch(picture.words):
        yield Fault(f"“{picture.words}” is the name of a file, not what the picture shows", SAY_WHAT_IT_SHOWS)


PLACEHOLDERS = frozenset(
    """alt|alt text|alternative text|image|images|img|picture|pic|photo|photograph|graphic|icon|logo|untitled|tbc|tba
    |todo|to do|none|null|n a|na|placeholder|description|image description|describe image|insert alt text
    |add alt text here|xxx|test|banner|thumbnail|spacer|decorative|decoration""".replace("\n    ", "").split("|")
)


@ALT.rule("alt-placeholder", bad='<img src="a.jpg" alt="photo">', good='<img src="a.jpg" alt="A swing in a garden">')
def check_placeholder(picture: Shown) -> Faults:
    """An alt is not a word that stands in for the words to come."""
    if folded(picture.words) in PLACEHOLDERS:
        yield Fault(f"“{picture.words}” does not say what the picture shows", SAY_WHAT_IT_SHOWS)


@ALT.rule(
    "alt-linked",
    bad='<a href="/"><img src="a.svg" alt="" data-decorative></a>',
    good='<a href="/"><img src="a.svg" alt="Marl Trust, home page"></a>',
)
def check_linked(picture: Shown) -> Faults:
    """A picture that is a whole link says where the link goes."""
    if picture.kind == IMG and picture.is_linked and picture.alt is not None and not picture.words:
        if picture.alt and not picture.is_decorative:
            return  # blanks: said by alt-blank
        if not folded(picture.link_words):
            message = f"{picture.name} is a link, and nothing says where it goes"
            yield Fault(message, "write where the link goes as its alt.")


@ALT.rule(
    "svg-name",
    bad='<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    good='<svg viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h9"/></svg>',
)
def check_svg(picture: Shown) -> Faults:
    """A drawing inside a page (svg) is hidden from screen readers, or has role="img" and a name."""
    if picture.kind == SVG and not picture.is_hidden and not picture.words:
        message = "a drawing in the page is neither hidden from screen readers nor named"
        yield Fault(message, 'add aria-hidden="true" if it adds nothing, or role="img" and aria-label.')


@ALT.rule(
    "alt-hidden",
    bad='<img src="hall.jpg" alt="Children in a bright hall" aria-hidden="true">',
    good='<img src="hall.jpg" alt="Children in a bright hall">',
)
def check_hidden(picture: Shown) -> Faults:
    """A picture with alt is not hidden from the people the alt is for."""
    if picture.kind == IMG and picture.is_hidden and picture.words:
        message = f"{picture.name} has alt, but aria-hidden keeps it from the people it is for"
        yield Fault(message, "take out aria-hidden; or empty the alt and say that it is decorative.")


@ALT.rule(
    "role-img-name",
    bad='<span role="img">🎈</span>',
    good='<span role="img" aria-label="A red balloon rising">🎈</span>',
)
def check_role(picture: Shown) -> Faults:
    """Whatever says that it is a picture (role="img") has a name."""
    if picture.kind == ROLE and not picture.words and not picture.is_hidden:
        yield Fault('role="img" has no name', "add aria-label and what the picture shows.")


@ALT.rule(
    "alt-same-words",
    bad='<figure><img src="a.jpg" alt="The hall on a Saturday"><figcaption>The hall on a Saturday</figcaption></figure>',
    good='<figure><img src="a.jpg" alt="Children on mats"><figcaption>The hall on a Saturday</figcaption></figure>',
)
def check_same_words(picture: Shown) -> Faults:
    """An alt does not repeat the caption or the words beside the picture; then the picture is decoration."""
    words = folded(picture.words)
    if words and not picture.is_decorative and any(words == folded(other) for other in picture.words_beside):
        message = f"the alt “{picture.words}” repeats the words beside the picture"
        yield Fault(message, "say what the picture shows besides, or declare it decorative.")


MANY, TOO_MANY, SENTENCES = 125, 250, 2
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=\s|$)|$)")


@ALT.rule(
    "alt-long",
    bad='<img src="a.jpg" alt="A hall. It is bright. There are mats on the floor.">',
    good='<img src="a.jpg" alt="Mats in a bright hall">',
    severity=WARNING,
)
def check_long(picture: Shown) -> Faults:
    """An alt has at most 125 characters and two sentences; over 250 characters is an error."""
    length, sentences = len(picture.words), len(_SENTENCE.findall(picture.words))
    fix = "keep what matters here; put the rest into the text of the page."
    if length > TOO_MANY:
        yield Fault(f"the alt has {length} characters; people must hear it in one go", fix, severity=ERROR)
    elif length > MANY:
        yield Fault(f"the alt has {length} characters; {MANY} are as many as people can take in", fix)
    elif sentences > SENTENCES:
        yield Fault(f"the alt has {sentences} sentences; two are as many as people can take in", fix)


@ALT.rule(
    "alt-short",
    bad='<img src="hall.jpg" alt="Hall">',
    good='<img src="hall.jpg" alt="Children in a bright hall">',
    severity=WARNING,
)
def check_short(picture: Shown) -> Faults:
    """An alt has three words or more, unless the picture is a logo."""
    words = picture.words.split()
    is_said_elsewhere = folded(picture.words) in PLACEHOLDERS or _FILE_NAME.fullmatch(picture.words)
    if picture.kind == IMG and 0 < len(words) < 3 and not picture.is_logo and not is_said_elsewhere:
        yield Fault(f"“{picture.words}” is short for a picture", "say who or what is there, and what is going on.")


_CODE = re.compile(r"https?://|www\.\w|</?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]")


@ALT.rule(
    "alt-code",
    bad='<img src="hall.jpg" alt="Our hall, see https://hall.example.org">',
    good='<img src="hall.jpg" alt="Children in a bright hall">',
    severity=WARNING,
)
def check_code(picture: Shown) -> Faults:
    """An alt is words: no web address, no HTML, no emoji."""
    if picture.kind == IMG and (found := _CODE.search(picture.words) or _EMOJI.search(picture.words)):
        yield Fault(f"the alt holds “{found[0]}”, which is read out sign by sign", "say it in words.")


@ALT.rule(
    "alt-capitals",
    bad='<img src="hall.jpg" alt="CHILDREN IN A BRIGHT HALL">',
    good='<img src="hall.jpg" alt="Children in a bright hall">',
    severity=WARNING,
)
def check_capitals(picture: Shown) -> Faults:
    """An alt is not all in capitals: some screen readers spell them out."""
    letters = [sign for sign in picture.words if sign.isalpha()]
    is_abbreviation = len(picture.words.split()) == 1 and (len(letters) < 5 or picture.is_logo)
    is_said_elsewhere = _FILE_NAME.fullmatch(picture.words) or folded(picture.words) in PLACEHOLDERS
    if len(letters) > 1 and picture.words.isupper() and not is_abbreviation and not is_said_elsewhere:
        message = f"“{picture.words}” is all in capitals"
        yield Fault(message, f"write “{picture.words.capitalize()}”, with capitals for names.")


@lru_cache(maxsize=2_000)  # the pictures of easy read stand on hundreds of lines
def faults_of(picture: Shown) -> tuple[tuple[Rule, Fault], ...]:
    """Every fault of one picture, rule by rule."""
    return tuple((rule, fault) for rule in (*ALT, *BEGINNINGS) for fault in rule.faults(picture))
