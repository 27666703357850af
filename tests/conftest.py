"""What every test may use: `--golden` rewrites golden files after a change that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test is timed: the machine may be busy with others.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files; then look at the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with a golden file, or rewrites it when asked to."""
    return Golden(bool(request.config.getoption("--golden")))


class Golden:
    def __init__(self, rewrite: bool) -> None:
        self.rewrite = rewrite

    def check(self, path: Path, text: str) -> None:
        if self.rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing; run the tests with --golden once"
        assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; if that was meant, run with --golden"
