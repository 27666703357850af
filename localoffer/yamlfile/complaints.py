"""PyYAML's complaints in words a parent would use.

Its own wording is never shown; what no pattern knows gets `UNREADABLE`.
"""

from __future__ import annotations

from localoffer.rulebook import Rule
from localoffer.yamlfile import rules

UNREADABLE = (
    rules.YAML_FORM,
    "this file cannot be read as fields and values",
    "compare it with another listing, or start again from `python build.py new`.",
)
UNCLOSED = (rules.YAML_QUOTES, "a quotation mark is opened here and never closed", "close it at the end of the text.")

# (what PyYAML says, whether the fault is where the thing began, rule, message, fix)
COMPLAINTS: tuple[tuple[str, bool, Rule, str, str], ...] = (
    (
        r"mapping values are not allowed",
        False,
        rules.YAML_COLON,
        "there is a colon and a space inside this text",
        "put quotation marks round the whole text.",
    ),
    (r"quoted scalar.*(end of stream|document indicator)", True, *UNCLOSED),
    (
        r"escape|quoted scalar.*hexadecimal",
        False,
        rules.YAML_QUOTES,
        "a \\ inside quotation marks means something special",
        "use single quotation marks ' instead of \", or take out the \\.",
    ),
    (
        r"flow (sequence|mapping)|expected ',' or",
        True,
        rules.YAML_BRACKETS,
        "the brackets that begin here are not closed, or a comma is missing",
        "check that every [ has its ], every { its }, and that commas stand between.",
    ),
    (
        r"cannot start any token",
        False,
        rules.YAML_QUOTES,
        "a text cannot begin with this sign",
        "put quotation marks round the whole text.",
    ),
    (
        r"expected alphabetic or numeric|while scanning an? (anchor|alias)",
        True,
        rules.YAML_ALIAS,
        "a text cannot begin with * or &",
        "put quotation marks round the whole text.",
    ),
    (
        r"expected <document start>",
        False,
        rules.YAML_INDENT,
        "this line does not belong to the lines above it",
        "check the spaces at its start and the quotation marks above it.",
    ),
    (
        r"could not find expected ':'|simple key",
        True,
        rules.YAML_INDENT,
        "a field's name, a colon and a space belong here",
        "write it like name: Saturday club, or indent the line if it continues the text above.",
    ),
    (
        r"block (mapping|collection|sequence)|expected <block end>|not allowed (in this context|here)",
        False,
        rules.YAML_INDENT,
        "this line does not fit under the lines above it",
        "give it as many spaces at the start as its neighbours have.",
    ),
    (
        r"tag|directive|handle|%",
        True,
        rules.YAML_TAG,
        "a text here begins with ! or %, signs for computers",
        "put quotation marks round the whole text.",
    ),
    (
        r"block scalar",
        True,
        rules.YAML_INDENT,
        "the text under | does not begin as it should",
        "indent every line of the text by two spaces more than its field.",
    ),
)
