"""A page of content/: front matter between two lines of ---, then Markdown.

In: the file's text. Out: the page with its body and the body's first line, or findings.
"""

from __future__ import annotations

from typing import TypeVar

from localoffer.findings import Finding, has_errors
from localoffer.model import ContentPage, EasyPage
from localoffer.records import read_record
from localoffer.records.markdown import FRONT_MATTER, check_page_body
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile.hidden import without_hidden

PageT = TypeVar("PageT", bound=ContentPage | EasyPage)


def front_matter_end(text: str) -> int:
    """The number, from 0, of the line --- that ends the front matter; 0 where there is none."""
    lines = text.split("\n")
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    return next(ends, 0) if lines[0].rstrip() == "---" else 0


def front_matter(text: str) -> str:
    """The fields of a page, which begin on its second line; empty where there are none."""
    end = front_matter_end(text)
    return "\n".join(text.split("\n")[1:end]) + "\n" if end else ""


def read_page(text: str, path: str, model: type[PageT]) -> tuple[PageT | None, list[Finding]]:
    """One page, standard or easy read."""
    lines, end = text.split("\n"), front_matter_end(text)
    if not end:
        return None, [
            FRONT_MATTER.finding(
                path,
                "this page does not begin with its title and summary between two lines of ---",
                "begin the file with a line ---, then title: and the other fields, then a line ---.",
            )
        ]
    tree, findings = parse_yaml("\n".join(lines[1:end]) + "\n", path, 2)
    body = without_hidden("\n".join(lines[end + 1 :]))
    findings = [*findings, *check_page_body(body, path, end + 2)]
    if tree is None and has_errors(findings):
        return None, findings
    page, more = read_record(tree, path, model)
    findings += more
    if page is None or has_errors(findings):
        return None, findings
    page._body = body
    page._body_line = end + 2
    return page, findings
