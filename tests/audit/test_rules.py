"""Each rule of the HTML audit: its bad sample breaks it, its good sample breaks none."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from localoffer.alttext import ALT_RULES
from localoffer.alttext.beginnings import BEGINNINGS
from localoffer.alttext.rules import ALT
from localoffer.audit.html import PAGE_RULES, SITE_RULES
from localoffer.audit.html.hrefs import leads_to
from localoffer.audit.html.page import PageView
from localoffer.audit.html.rules import page_faults
from localoffer.audit.html.secrets import files_with_secrets, secrets_of
from localoffer.rulebook import Rule
from localoffer.rulebook.samples.bad_site import page_with


def broken_by(sample: str, within: str = "main") -> set[str]:
    """The rules that a good page with this sample in one part breaks."""
    return {rule.id for rule, _ in page_faults(PageView(page_with(sample, within), "sample.html"))}


def test_the_good_page_breaks_no_rule() -> None:
    assert broken_by("<p>Words</p>") == set()


@pytest.mark.parametrize("rule", [rule for rule in PAGE_RULES if rule.bad or rule.good], ids=lambda rule: rule.id)
def test_bad_sample_breaks_its_rule_and_good_sample_none(rule: Rule) -> None:
    if rule.id == "policy-missing":
        assert broken_by(rule.bad, rule.within) == {"policy-missing"}
        return
    assert rule.id in broken_by(rule.bad, rule.within)
    assert broken_by(rule.good, rule.within) == set()


@pytest.mark.parametrize("rule", [*ALT, *BEGINNINGS], ids=lambda rule: rule.id)
def test_alt_rules_hold_for_built_pages(rule: Rule) -> None:
    assert rule.id in broken_by(rule.bad)
    assert rule.id not in broken_by(rule.good)


def test_every_rule_has_an_id_of_its_own_and_says_what_it_asks() -> None:
    rules = [*PAGE_RULES, *SITE_RULES, *ALT_RULES]
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.says.endswith((".", ")")) for rule in rules)


@pytest.mark.parametrize(
    ("href", "goal"),
    [
        ("../../", "services/index.html"), ("../../..", "index.html"), ("", "services/p/s/index.html"),
        ("#a", "services/p/s/index.html"), ("../t/#x", "services/p/t/index.html"), ("a.csv?x=1", "services/p/s/a.csv"),
        ("/topics/", "topics/index.html"), ("/", "index.html"), ("https://x.example/", "https://x.example/"),
        ("../../../../", ".."), ("tel:01632", "tel:01632"), ("../%63/", "services/p/c/index.html"),
    ],
)  # fmt: skip
def test_where_a_link_leads(href: str, goal: str) -> None:
    assert leads_to("services/p/s/index.html", href) == goal


def test_links_of_a_site_in_a_folder_of_its_host() -> None:
    assert leads_to("404.html", "/offer/topics/", "/offer/") == "topics/index.html"


@pytest.mark.parametrize(
    "text",
    [
        "7 Secret Lane",
        "7 secret\nlane",
        "7 Secret <br>Lane",
        "mb9&nbsp;9zz",
        "MB99ZZ",
        "7%20Secret%20Lane",
        "7+Secret+Lane",
    ],
)
def test_private_words_are_found_however_they_are_broken(text: str) -> None:
    secrets = secrets_of(["7 Secret Lane", "MB9 9ZZ"])
    assert secrets
    assert secrets.found_in(f"<p>At {text}.</p>")


def test_other_houses_are_not_private() -> None:
    secrets = secrets_of(["7 Secret Lane"])
    assert secrets
    assert secrets.found_in("17 Secret Lane or 7 Secretary Lane") == ""


def test_private_words_are_found_in_data_and_compressed_files(tmp_path: Path) -> None:
    secrets = secrets_of(["7 Secret Lane"])
    assert secrets
    (tmp_path / "services.csv").write_text("name,street\nHouse,7 Secret Lane\n")
    (tmp_path / "services.json.gz").write_bytes(gzip.compress(b'{"street": "7 Secret Lane"}'))
    (tmp_path / "shown-0.json.gz").write_bytes(gzip.compress(b'[{"line":"At 7 secret lane."}]'))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8 nothing to read")
    names = [path.name for path in tmp_path.iterdir()]
    assert [path for path, _ in files_with_secrets(tmp_path, names, secrets)] == [
        "services.csv",
        "services.json.gz",
        "shown-0.json.gz",
    ]
