"""One YAML file → a tree that knows the line and column of every key and value.

In: text. Out: a tree of `Words`, `Fields` and `Members`, and findings. Every value stays the text a person typed. PyYAML's own
wording is never shown.
"""

from __future__ import annotations

from functools import partial

import yaml

from localoffer.findings import Finding
from localoffer.rulebook import START
from localoffer.yamlfile.building import Builder, RefusedError
from localoffer.yamlfile.complaints import UNREADABLE
from localoffer.yamlfile.mending import with_quotation_marks, with_spaces
from localoffer.yamlfile.tree import Fields, Key, Members, Tree, Words
from localoffer.yamlfile.writing import LOADER

__all__ = ["LOADER", "Fields", "Key", "Members", "Tree", "Words", "parse_yaml"]


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Tree | None, list[Finding]]:
    """The tree of a YAML text, or None and why not. `first_line`: where the text begins in its file."""
    tree, findings = _parse(text, path, first_line)
    if tree is None and findings:
        parse = partial(_parse, path=path, first_line=first_line)
        last = with_quotation_marks(findings[-1], text, first_line, lambda mended: parse(mended)[1])
        findings = [*findings[:-1], with_spaces(last, text, first_line, parse)]
    return tree, findings


def _parse(text: str, path: str, first_line: int) -> tuple[Tree | None, list[Finding]]:
    builder = Builder(text, path, first_line)
    try:
        builder.check_tabs()
        tree = builder.build()
    except RefusedError as refused:
        return None, [*builder.findings, refused.finding]
    except yaml.YAMLError as error:
        return None, [*builder.findings, builder.explain(error)]
    except (RecursionError, ValueError, OverflowError):
        return None, [*builder.findings, builder.complain(*UNREADABLE, START)]
    return tree, builder.findings
