"""Findings as GitLab, Azure and one comment show them; nothing a stranger wrote becomes a command, a link or a mention."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from localoffer.findings import Finding
from localoffer.findings.hosts import MARK, MOST_LETTERS, format_azure, format_comment, format_gitlab

AGES = Finding("providers/a/b.yml", 8, 16, "error", "ages-reversed", "the ages are the wrong way round", "swap them.")
OLD = Finding("content/über uns.md", 1, 1, "warning", "check-overdue", "the check is late", "")
LINK = "https://host.example/o/r/blob/abc/{path}#L{line}"


def test_gitlab_gets_a_code_quality_report_with_the_way_out() -> None:
    first, second = json.loads(format_gitlab([AGES, OLD]))[::-1]
    assert first == {
        "description": "the ages are the wrong way round. How to fix: swap them.",
        "check_name": "ages-reversed",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": "providers/a/b.yml", "lines": {"begin": 8}},
    }
    assert second["severity"] == "minor"


def test_gitlab_tells_two_alike_findings_apart_and_knows_one_again_on_another_line() -> None:
    again = Finding(AGES.path, 20, 1, AGES.severity, AGES.rule, AGES.message, AGES.fix)
    moved = Finding(AGES.path, 9, 1, AGES.severity, AGES.rule, AGES.message, AGES.fix)
    prints = [row["fingerprint"] for row in json.loads(format_gitlab([AGES, again]))]
    assert len(set(prints)) == 2
    assert json.loads(format_gitlab([moved]))[0]["fingerprint"] == prints[0]


def test_nothing_found_is_an_empty_report_everywhere() -> None:
    assert json.loads(format_gitlab([])) == []
    assert format_azure([]) == ""
    assert format_comment([]) == f"{MARK}\n### No problems found.\n"


def test_azure_gets_a_log_command_for_each() -> None:
    assert format_azure([AGES]) == (
        "##vso[task.logissue type=error;sourcepath=providers/a/b.yml;linenumber=8;columnnumber=16;code=ages-reversed]"
        "the ages are the wrong way round. How to fix: swap them.\n"
    )


@given(st.text(), st.text())
def test_no_text_can_give_azure_a_second_command(path: str, message: str) -> None:
    text = format_azure([Finding(path, 1, 1, "error", "x", message, "")])
    assert text.count("\n") == 1
    assert "\r" not in text
    head = text.partition("]")[0]
    assert head.startswith("##vso[task.logissue type=error;sourcepath=")
    assert head.count(";") == 4


def test_the_comment_lists_everything_errors_first_with_links_wherever_it_is() -> None:
    assert format_comment([OLD, AGES], LINK) == (
        f"{MARK}\n### 1 problem and 1 warning in 2 files. Nothing was published.\n\n"
        "- **Wrong:** [providers/a/b.yml, line 8](https://host.example/o/r/blob/abc/providers/a/b.yml#L8): "
        "the ages are the wrong way round. **How to fix:** swap them.\n"
        "- **Better:** [content/über uns.md, line 1](https://host.example/o/r/blob/abc/content/%C3%BCber%20uns.md#L1): "
        "the check is late.\n"
    )


def test_a_comment_is_never_longer_than_a_host_takes_and_says_how_many_are_left() -> None:
    many = [Finding(f"providers/a/{number}.yml", 1, 1, "error", "x", "wrong " * 20, "") for number in range(2000)]
    text = format_comment(many, LINK)
    shown = text.count("- **Wrong:**")
    assert len(text) <= MOST_LETTERS + 200
    assert f"… and {2000 - shown} more." in text


@given(st.text(alphabet="ab@[]()!<>`*_~#|:/w.\n& ", max_size=60))
def test_what_a_stranger_wrote_stays_words_in_the_comment(words: str) -> None:
    line = format_comment([Finding("a.yml", 1, 1, "error", "x", words, words)]).splitlines()
    assert len(line) == 4
    said = line[3].removeprefix("- **Wrong:** `a.yml` line 1: ")
    without = re.sub(r"\\[\\`*_{}\[\]<>#|~&!]", "-", said).replace("**How to fix:**", "")
    assert not re.search(r"[\[\]<>`*_]|@\w|://|www\.", without)
