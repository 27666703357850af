"""The freshness report names every listing whose check is overdue, and whom to ask."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.catalogue.freshness import next_check
from localoffer.reports.freshness import table
from tests.offer import TODAY, copy_site, kept


def read(tmp_path: Path, days: int) -> Catalogue:
    catalogue, findings = read_catalogue(copy_site(tmp_path), TODAY + timedelta(days=days))
    assert catalogue, findings
    return catalogue


def test_what_is_due_tomorrow_is_not_named_and_what_was_due_yesterday_is(tmp_path: Path) -> None:
    catalogue = read(tmp_path, days=200)
    named = {row["path"] for row in table(catalogue).rows}
    due = {
        service.path: next_check(service, catalogue.vocabulary.topics)
        for service in catalogue.services.values()
        if service.status != "closed"
    }
    assert named == {path for path, day in due.items() if day < catalogue.today}
    assert named


def test_a_providers_listings_stand_together_and_the_most_behind_comes_first(tmp_path: Path) -> None:
    rows = table(read(tmp_path, days=900)).rows
    assert rows[0]["days_late"] == max(row["days_late"] for row in rows)
    providers = [row["provider"] for row in rows]
    groups = [name for name, before in zip(providers, [None, *providers], strict=False) if name != before]
    assert len(groups) == len(set(groups))


def test_a_closed_listing_need_not_be_checked(tmp_path: Path) -> None:
    catalogue = read(tmp_path, days=900)
    closed = {service.path for service in catalogue.services.values() if service.status == "closed"}
    assert not closed & {row["path"] for row in table(catalogue).rows}


def test_what_nobody_has_checked_is_named_and_comes_first(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / "providers/marl-health/talk-line.yml"
    text = path.read_text(encoding="utf-8")
    checked = text[text.index("last_checked") :].splitlines()[0]
    path.write_text(text.replace(checked, "last_checked: not known"), encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY + timedelta(days=900), cache=kept(root))
    assert catalogue, findings
    rows = table(catalogue).rows
    assert rows[0]["path"] == "providers/marl-health/talk-line.yml"
    assert (rows[0]["last_checked"], rows[0]["due"], rows[0]["days_late"]) == ("never", None, None)
    assert "Nobody has checked 1 listing of them yet." in table(catalogue).intro[0]
