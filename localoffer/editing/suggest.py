"""The edits of `fix` as suggestions on the lines of a pull request: one press there puts them in place.

In: an offer, and the change as `git diff` writes it. Out: a review as GitHub's API takes it. GitHub shows a suggestion only on
lines near the change, and puts whole lines in the place of whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from localoffer.editing.fix import Offer, edits_of
from localoffer.findings import Edit
from localoffer.wording import first_capital
from localoffer.yamlfile.edits import Lines, apply_edits

MOST = 30
"""Suggestions in one review: more help nobody."""
UNDERSTOOD = "This is understood as it is. Its standard form:"
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class Hunk(NamedTuple):
    """Lines of a file that a change shows, from 1, both ends included."""

    path: str
    first: int
    last: int

    def holds(self, path: str, first: int, last: int) -> bool:
        """True when these lines are all shown."""
        return path == self.path and self.first <= first and last <= self.last


def read_hunks(diff: str) -> Iterator[Hunk]:
    """The lines of the new files that a change shows."""
    path = ""
    for line in diff.split("\n"):
        if line.startswith("+++ "):
            path = line[6:].rstrip("\t") if line.startswith("+++ b/") else ""
        elif path and (found := HUNK.match(line)):
            length = int(found[2] or 1)
            if length:
                yield Hunk(path, int(found[1]), int(found[1]) + length - 1)


def make_review(offer: Offer, diff: str) -> dict[str, Any]:
    """The review: a comment with a suggestion on each line that has an edit and is part of the change; empty without."""
    hunks = list(read_hunks(diff))
    shown = {hunk.path for hunk in hunks}
    by_file = edits_of(Offer(offer.root, offer.today, offer.cache, lambda path: path in shown))
    comments = [
        comment
        for path, edits in sorted(by_file.items())
        for comment in make_comments((offer.root / path).read_bytes().decode("utf-8", "replace"), edits, hunks)
    ]
    if not comments:
        return {}
    left = len(comments) - MOST
    more = (
        f" {left} more are not shown here: run `python build.py fix` to put all of them in place." if left > 0 else ""
    )
    return {
        "event": "COMMENT",
        "body": f"Suggestions you may accept with one press.{more}",
        "comments": comments[:MOST],
    }


def make_comments(text: str, edits: Mapping[Edit, str], hunks: list[Hunk]) -> Iterator[dict[str, Any]]:
    """The comments on one file: edits that share lines share a comment."""
    for group in _sharing_lines(edits):
        first, last = group[0].range.line, max(edit.range.end_line for edit in group)
        if any(hunk.holds(group[0].path, first, last) for hunk in hunks):
            new, changes = apply_edits(text, group)
            added = sum(change.edit.text.count("\n") - change.old.count("\n") for change in changes)
            why = [edits[change.edit] or UNDERSTOOD for change in changes]
            if changes:
                yield _comment(
                    group[0].path, first, last, list(dict.fromkeys(why)), Lines(new).whole(first, last + added)
                )


def _sharing_lines(edits: Mapping[Edit, str]) -> list[list[Edit]]:
    groups: list[list[Edit]] = []
    for edit in sorted(edits, key=lambda edit: edit.range):
        if groups and edit.range.line <= max(other.range.end_line for other in groups[-1]):
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return groups


def _comment(path: str, first: int, last: int, why: list[str], new_lines: str) -> dict[str, Any]:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", new_lines)), 3)
    said = "\n".join(first_capital(reason) for reason in why)
    body = f"{said}\n\n{fence}suggestion\n{new_lines}\n{fence}"
    place = {"path": path, "line": last, "side": "RIGHT"}
    return {**place, **({"start_line": first, "start_side": "RIGHT"} if first < last else {}), "body": body}
