"""The whole audit over the whole sample offer: nothing is found, and nothing is known and left."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from filelock import FileLock

from localoffer.audit import audit_site
from localoffer.findings import format_text
from tests.browser.conftest import SAMPLE, TODAY


@pytest.mark.node
@pytest.mark.slow
@pytest.mark.timeout(2700)
def test_the_audit_finds_nothing_on_the_sample_offer(sample_site: Path) -> None:
    said: list[str] = []
    with FileLock(SAMPLE / "audit.lock"):
        found = audit_site(
            SAMPLE / "root",
            TODAY,
            fast=False,
            every_page=False,
            external=False,
            progress=lambda _doing: nullcontext(),
            say=said.append,
        )
    assert found == [], format_text(found)
    assert any(sentence.startswith("Tested ") for sentence in said)
