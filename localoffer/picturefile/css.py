"""CSS in drawings: stylesheets, style attributes and single values, read with tinycss2 and written again from what is safe.

In: CSS text. Out: the same with only known properties, and names of the unsafe things that were in it. Nothing but the
drawing's own parts (#name) may be referred to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import tinycss2

from localoffer.picturefile.allowed import FETCHING, FUNCTIONS, MOVING, PROPERTIES

Report = Callable[[str], None]

PLAIN = re.compile(r"[\w\s.,#%+/-]*")
"""A value without brackets, quotation marks or escapes cannot lead anywhere."""
LOCAL = re.compile(r"#[^\s\"'()\\<>]+")
KEPT_RULES = ("media", "supports")


def clean_sheet(text: str, report: Report) -> str:
    """A stylesheet with only safe rules."""
    return "".join(_clean_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), report))


def _clean_rules(rules: Iterable[Any], report: Report) -> Iterable[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = clean_declarations(rule.content, report)
            if kept and _is_quiet(rule.prelude, report):
                yield f"{tinycss2.serialize(rule.prelude).strip()}{{{kept}}}"
        elif rule.type == "at-rule":
            yield from _clean_at_rule(rule, report)


def _clean_at_rule(rule: Any, report: Report) -> Iterable[str]:
    name = rule.lower_at_keyword
    if name == "import":
        report("a stylesheet fetched from elsewhere (@import)")
    elif name.endswith("keyframes"):
        report("something that moves (@keyframes)")
    elif name == "font-face":
        report("a font of its own (@font-face); turn the words into paths, if the font matters")
    elif name in KEPT_RULES and rule.content is not None and _is_quiet(rule.prelude, report):
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        yield f"@{name} {tinycss2.serialize(rule.prelude).strip()}{{{''.join(_clean_rules(inner, report))}}}"


def clean_declarations(css: Any, report: Report) -> str:
    """`fill:red;stroke:url(#a)` with only safe properties; `css` is text or what tinycss2 made of it."""
    kept = []
    for part in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if part.type != "declaration":
            continue
        if part.lower_name.startswith(MOVING):
            report(f"something that moves ({part.lower_name[:30]})")
        elif _is_quiet(part.value, report) and (part.lower_name in PROPERTIES or part.name.startswith("--")):
            kept.append(part.serialize())
    return ";".join(kept)


def is_safe_value(value: str, report: Report) -> bool:
    """True when an attribute's value, read as CSS, leads nowhere but to the drawing's own parts."""
    if PLAIN.fullmatch(value):
        return True
    return _is_quiet(tinycss2.parse_component_value_list(value, skip_comments=True), report)


def _is_quiet(tokens: Iterable[Any], report: Report) -> bool:
    """True when no token fetches anything. Each is looked at, so that all are reported."""
    looked = [_is_quiet_token(token, report) for token in tokens]
    return all(looked)


def _is_quiet_token(token: Any, report: Report) -> bool:
    if token.type == "url":
        return _is_local(token.value, report)
    if token.type == "function":
        return _is_quiet_function(token, report)
    if token.type in ("() block", "[] block", "{} block"):
        return _is_quiet(token.content, report)
    return token.type not in ("error", "at-keyword")


def _is_quiet_function(token: Any, report: Report) -> bool:
    if token.lower_name in ("url", "src"):
        words = [part for part in token.arguments if part.type != "whitespace"]
        if len(words) == 1 and words[0].type == "string":
            return token.lower_name == "url" and _is_local(words[0].value, report)
        report("a reference to something outside it")
        return False
    if token.lower_name in FETCHING:
        report(f"a reference to something outside it ({token.lower_name})")
    return token.lower_name in FUNCTIONS and _is_quiet(token.arguments, report)


def _is_local(address: str, report: Report) -> bool:
    if LOCAL.fullmatch(address.strip()):
        return True
    report(f"a reference to something outside it ({shown(address)})")
    return False


def shown(text: str) -> str:
    """The beginning of an unsafe text, fit for a message."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= 40 else f"{plain[:39]}…"
