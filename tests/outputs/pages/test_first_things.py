"""A guide whose first part is what to do at once shows it, and whom to call, before all else."""

from __future__ import annotations

import pytest

from localoffer.outputs.pages.content import FIRST, author_markdown, first_part


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"## {FIRST}\n\n1. Ask.\n", "at once"),
        (f"For parents.\n\n## {FIRST}\n\n1. Ask.\n", "after words"),
        (f"## What is it?\n\nWords.\n\n## {FIRST}\n\n1. Ask.\n", ""),
        ("Words alone.\n", ""),
    ],
)
def test_only_the_first_part_of_a_page_comes_first(body: str, found: str) -> None:
    assert first_part(body) == found


def test_a_page_without_whom_to_call_in_its_first_part_is_left_alone() -> None:
    for body in (
        f"## {FIRST}\n\n1. Ask.\n\n## Then\n",
        "## Then\n\nWords.\n\n**Who to call**\n\n- Them: 1\n\n## Last\n",
    ):
        assert author_markdown(body) == body


def test_whom_to_call_is_a_box_with_its_list_inside() -> None:
    staged = author_markdown(f"## {FIRST}\n\n1. Ask.\n\n**Who to call**\n\n- Ann: 1\n- Ben: 2\n\nMore.\n\n## Then\n")
    assert '1. Ask.\n\n!!! lo-call "Who to call"\n\n    - Ann: 1\n    - Ben: 2\n\nMore.\n' in staged
