"""PyYAML's complaints in words a parent would use.

Its own wording is never shown; what no pattern knows gets `UNREADABLE`.
"""

from __future__ import annotations

UNREADABLE = (
    "yaml-form",
    "this file cannot be read as fields and values",
    "compare it with another listing, or start again from `python build.py new`.",
)
UNCLOSED = ("yaml-quotes", "a quotation mark is opened here and never closed", "close it at the end of the text.")

# (what PyYAML says, whether the fault is where the thing began, rule, message, fix)
COMPLAINTS: tuple[tuple[str, bool, str, str, str], ...] = (
    (
        r"mapping values are not allowed",
        False,
        "yaml-colon",
        "there is a colon and a space inside this text",
        "put quotation marks round the whole text.",
    ),
    (r"quoted scalar.*(end of stream|document indicator)", True, *UNCLOSED),
    (
        r"escape|quoted scalar.*hexadecimal",
        False,
        "yaml-quotes",
        "a \\ inside quotation marks means something special",
        "use single quotation marks ' instead of \", or take out the \\.",
    ),
    (
        r"flow (sequence|mapping)|expected ',' or",
        True,
        "yaml-brackets",
        "the brackets that begin here are not closed, or a comma is missing",
        "check that every [ has its ], every { its }, and that commas stand between.",
    ),
    (
        r"cannot start any token",
        False,
        "yaml-quotes",
        "a text cannot begin with this sign",
        "put quotation marks round the whole text.",
    ),
    (
        r"expected alphabetic or numeric|while scanning an? (anchor|alias)",
        True,
        "yaml-alias",
        "a text cannot begin with * or &",
        "put quotation marks round the whole text.",
    ),
    (
        r"expected <document start>",
        False,
        "yaml-indent",
        "this line does not belong to the lines above it",
        "check the spaces at its start and the quotation marks above it.",
    ),
    (
        r"could not find expected ':'|simple key",
        True,
        "yaml-indent",
        "a field's name, a colon and a space belong here",
        "write it like name: Saturday club, or indent the line if it continues the text above.",
    ),
    (
        r"block (mapping|collection|sequence)|expected <block end>|not allowed (in this context|here)",
        False,
        "yaml-indent",
        "this line does not fit under the lines above it",
        "give it as many spaces at the start as its neighbours have.",
    ),
    (
        r"tag|directive|handle|%",
        True,
        "yaml-tag",
        "a text here begins with ! or %, signs for computers",
        "put quotation marks round the whole text.",
    ),
    (
        r"block scalar",
        True,
        "yaml-indent",
        "the text under | does not begin as it should",
        "indent every line of the text by two spaces more than its field.",
    ),
)
