"""One file's tree and its model → a record, or findings.

In: a tree of `yamlfile` and a model. Out: the record with the place of each of
its fields, and every finding that this one file shows by itself: nothing here
knows other files or today's date.
"""

from __future__ import annotations

from pydantic import ValidationError

from localoffer.findings import Finding, has_errors
from localoffer.model import Origin, place
from localoffer.model.base import RecordT
from localoffer.model.rules import WRONG_FORM
from localoffer.records.lost import check_copied_values, check_lost_words
from localoffer.records.plain import Plain, plain_values
from localoffer.records.rules import check_record
from localoffer.records.shapes import take_shapes
from localoffer.records.texts import PublishedText, texts
from localoffer.records.translate import translate
from localoffer.yamlfile import Fields, Members, Tree, parse_yaml
from localoffer.yamlfile.rules import EMPTY_FILE

__all__ = ["PublishedText", "build_record", "read_members", "read_record", "read_record_text", "texts"]


def read_record_text(text: str, path: str, model: type[RecordT]) -> tuple[RecordT | None, list[Finding]]:
    """A record from the text of its file."""
    tree, findings = parse_yaml(text, path)
    if tree is None and findings:
        return None, findings
    record, more = read_record(tree, path, model)
    return (None if has_errors(findings) else record), [*findings, *more]


def read_record(tree: Tree | None, path: str, model: type[RecordT]) -> tuple[RecordT | None, list[Finding]]:
    """A record from a whole tree."""
    if tree is None:
        return None, [EMPTY_FILE.finding(path, "this file has nothing in it", "fill it in, or delete the file.")]
    if not isinstance(tree, Fields):
        return None, [_not_fields(tree, path)]
    return build_record(plain_values(tree, path), model)


def _not_fields(tree: Tree, path: str) -> Finding:
    message = "this file must begin with a field, such as name: Saturday club"
    fix = "write each field's name, a colon and a space, then what it holds."
    return WRONG_FORM.finding(path, message, fix, (tree.line, tree.column))


def build_record(plain: Plain, model: type[RecordT]) -> tuple[RecordT | None, list[Finding]]:
    """A record from plain values: pydantic's faults and the rules of one record."""
    take_shapes(plain, model)
    findings = list(plain.findings)
    origin = Origin(plain.path, plain.spots)
    broken = {name.partition(".")[0] for name in plain.empties}
    try:
        record: RecordT | None = place(model.model_validate(plain.values), origin)
    except ValidationError as error:
        record = None
        findings += translate(error, model, plain)
        broken |= {str(fault["loc"][0]) for fault in error.errors(include_url=False) if fault["loc"]}
    findings += check_lost_words(plain, model)
    findings += check_copied_values(plain, model)
    findings += check_record(record, plain, model, broken)
    return (None if has_errors(findings) else record), findings


def read_members(tree: Tree | None, path: str, model: type[RecordT]) -> tuple[list[RecordT], list[Finding]]:
    """The records of a file that is a list, such as a vocabulary."""
    if tree is None:
        return [], []
    if not isinstance(tree, Members):
        return [], [
            WRONG_FORM.finding(
                path,
                "this file must be a list: each thing begins with a hyphen",
                "write “- id: …” for the first thing and indent its other fields by two spaces.",
                (tree.line, tree.column),
            )
        ]
    records: list[RecordT] = []
    findings: list[Finding] = []
    for member in tree.values:
        record, more = read_record(member, path, model)
        findings += more
        if record is not None:
            records.append(record)
    return records, findings
