"""A site built step by step is the site that is built at once: whatever was edited, renamed, taken away, or has passed."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from localoffer.site import build_site
from localoffer.system.carried import THEME
from tests.offer import CLUB, TODAY, copy_site

from .test_building import published

TRUST = "providers/marl-trust"
HALL = f"{TRUST}/images/hall.svg"


def put(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old}"
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def words_topic_and_picture(root: Path, _theme: Path) -> None:
    put(root, CLUB, "  Come and play", "  Come, rest and play")
    put(root, CLUB, "topics: [short-breaks]", "topics: [therapies]")
    put(root, HALL, "#dde8f0", "#dde8f1")
    (root / "content/_data/local.yml").write_text("promises: {post: yes}\n", encoding="utf-8")


def renamed_and_gone(root: Path, _theme: Path) -> None:
    (root / CLUB).rename(root / CLUB.replace("saturday-club", "weekend-club"))
    put(root, CLUB.replace("saturday-club", "weekend-club"), "name: Saturday club", "name: Weekend club")
    for file in (f"{TRUST}/night-stays.yml", "content/guides/short-breaks.md"):
        put(root, file, "marl-trust/saturday-club", "marl-trust/weekend-club")
    (root / "providers/marl-health/old-clinic.yml").unlink()


def other_theme(_root: Path, theme: Path) -> None:
    put(theme, "assets/stylesheets/base.css", "font-size:", "letter-spacing: 0; font-size:")
    put(theme, "partials/footer.html", "<footer", '<footer data-new=""')


def built(root: Path, theme: Path, today: date) -> dict[str, bytes]:
    result = build_site(root, today, theme=theme)
    assert result.site, [str(finding) for finding in result.findings if finding.is_error]
    return published(result.site)


@pytest.mark.slow
def test_a_site_built_step_by_step_is_the_site_that_is_built_at_once(tmp_path: Path) -> None:
    root, theme, today = copy_site(tmp_path), Path(shutil.copytree(THEME, tmp_path / "theme")), TODAY
    before = built(root, theme, today)
    assert b"or post them to you" not in before["index.html"]
    for step in (words_topic_and_picture, renamed_and_gone, other_theme, None):
        if step:
            step(root, theme)
        else:
            today += timedelta(days=200)
        after = built(root, theme, today)
        assert after != before, step
        promised = [b"or post them to you" in after[page] for page in ("index.html", "404.html", "guides/short-breaks/index.html")]
        assert promised == [True] * 3, "a promise stands at the foot of every page as soon as it is made"
        before = after
    shutil.copytree(root, tmp_path / "other", ignore=shutil.ignore_patterns("build"))
    whole = built(tmp_path / "other", theme, today)
    assert before.keys() == whole.keys()
    assert [path for path, content in whole.items() if before[path] != content] == []
