"""The rules of easy read that are not about one sentence; the reading rules judge those."""

from __future__ import annotations

from localoffer.findings import WARNING
from localoffer.rulebook import Rule as Rule
from localoffer.rulebook import Rules

EASY_READ = Rules("easy-read")
EASY_TWIN_MISSING = EASY_READ.declare(
    "easy-twin-missing", "Each page has an easy-read page beside it, or says why it has none."
)
EASY_HEADING = EASY_READ.declare("easy-heading", "A heading in easy read starts with ## and a space.")
EASY_PICTURE_MISSING = EASY_READ.declare(
    "easy-picture-missing", "Each idea in easy read has a picture, or says why there is none."
)
EASY_WORDS_MISSING = EASY_READ.declare("easy-words-missing", "Each picture in easy read has words below it.")
EASY_TOO_MANY_IDEAS = EASY_READ.declare(
    "easy-too-many-ideas", "A part of an easy-read page has at most 8 ideas.", severity=WARNING
)
EASY_FACT_LOST = EASY_READ.declare(
    "easy-fact-lost",
    "An easy-read page says every fact that its listing holds.",
    no_sample="No listing can break it: it holds for the pages that we write, and tests take facts out of them.",
)
EASY_LINE_MISSING = EASY_READ.declare(
    "easy-line-missing",
    "A sentence of more than 15 words has an easy-read line beside it.",
    severity=WARNING,
)
EASY_READER_MISSING = EASY_READ.declare(
    "easy-reader-missing", "An easy-read page says in its first line whom it speaks to.", severity=WARNING
)
EASY_READER_CHANGES = EASY_READ.declare(
    "easy-reader-changes",
    "An easy-read page speaks to one person all through: the child of the reader is named only on pages for parents.",
    severity=WARNING,
)
EASY_OUT_OF_DATE = EASY_READ.declare(
    "easy-out-of-date", "An easy-read text is compared with its page again when the page changes.", severity=WARNING
)
EASY_NOT_CHECKED = EASY_READ.declare(
    "easy-not-checked",
    "People with a learning disability check each easy-read text, and it says who they are.",
    severity=WARNING,
)
GLOSSARY_FIRST_USE = EASY_READ.declare(
    "glossary-first-use",
    "In easy read a short form is explained where it first stands: in its own sentence or the next.",
    severity=WARNING,
)
PICTURE_MEANING = EASY_READ.declare(
    "picture-meaning",
    "One picture has one meaning: the words beside it say what it means.",
    severity=WARNING,
)
PICTURE_TWICE = EASY_READ.declare(
    "picture-twice", "Two ideas that follow each other in easy read have two pictures.", severity=WARNING
)
PICTURE_SHARED = EASY_READ.declare(
    "picture-shared",
    "Topics, needs, ages, features, situations and guides that stand in one list have each their own picture.",
    severity=WARNING,
)
