"""A council that follows the book publishes its own facts, and nothing of the sample's.

The numbers are of a block that nobody has, and the addresses end in .test, which nobody can have; yet to the checks they look real.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from localoffer.check.sample import marks
from localoffer.system.carried import TOOL

pytestmark = pytest.mark.slow
STARTED = {
    "name": "North Wick Council",
    "place": "North Wick",
    "url": "https://www.northwick.test/",
    "site-url": "https://localoffer.northwick.test/",
    "phone": "0300 000 0100",
    "email": "localoffer@northwick.test",
    "hours": "Monday to Friday, 9am to 5pm",
    "address": "Town Hall, 1 High Street, North Wick, ZE9 9AA",
}
SERVICES = {
    "north-wick-council/send-team": "send-team",
    "north-wick-council/school-travel": "school-travel",
    "north-wick-council/short-breaks": "short-breaks-assessment",
    "north-wick-advice/send-advice": "sendiass",
    "north-wick-advice/mediation": "mediation",
    "parents-of-north-wick/forum": "parent-carer-forum",
}
PROVIDER = "name: {name}\ndescription: Help for families in North Wick.\nkind: {kind}\nemail: hello@{id}.test\n"
SERVICE = """\
name: {name}
summary: Help from people who know North Wick well.
description: |
  You can ask us what you need. We answer within 5 days.
status: active
topics: [not sorted]
eligibility: {{minimum_age: 0, maximum_age: 25, needs: [all], criteria: none, ehc_plan_needed: no, diagnosis_needed: no}}
access: {{route: [self-referral]}}
cost: {{free: yes}}
delivery: [phone]
service_areas: [whole area]
contacts:
- {{role: Office, phone: {phone}, email: hello@{id}.test}}
last_checked: {{date: 2026-11-02, by: Local Offer officer, how: phone}}
"""
NOBODYS = re.compile(r"example\.(?:org|com|net)")
SAMPLE_WORDS = re.compile(r"marlbrook|tinybrook|marl[ -]trust|okoro|example\.(?:org|com|net)|01632", re.IGNORECASE)


def run(root: Path, *words: str) -> None:
    command = [sys.executable, str(TOOL / "build.py"), *words]
    done = subprocess.run(
        command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def named(identity: str) -> str:
    return identity.rpartition("/")[2].replace("-", " ").capitalize()


def write_services(root: Path) -> None:
    for number, service in enumerate(SERVICES):
        provider = service.partition("/")[0]
        kind = "council" if provider == "north-wick-council" else "charity"
        folder = root / "providers" / provider
        folder.mkdir(exist_ok=True)
        (folder / "provider.yml").write_text(PROVIDER.format(name=named(provider), kind=kind, id=provider), "utf-8")
        text = SERVICE.format(name=named(service), phone=f"0300 000 011{number}", id=provider)
        (root / "providers" / f"{service}.yml").write_text(text, "utf-8")


def local_facts() -> dict[str, Any]:
    """Who has each role that every area has: a service of the offer, or a number."""
    of_role = {role: service for service, role in SERVICES.items()}
    roles = yaml.safe_load((TOOL / "localoffer" / "national" / "_data" / "roles.yml").read_text("utf-8"))
    essential = [role["id"] for role in roles if role.get("essential")]
    assert set(of_role) <= set(essential)
    return {
        "roles": [
            {"role": role, "service": of_role[role]}
            if role in of_role
            else {"role": role, "phone": f"0300 000 02{number:02}"}
            for number, role in enumerate(essential)
        ]
    }


def facts_in(value: Any) -> int:
    if isinstance(value, Mapping):
        return sum(facts_in(inner) for key, inner in value.items() if key != "role")
    return sum(map(facts_in, value)) if isinstance(value, list) else 1


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (
            ".html",
            ".json",
            ".js",
            ".css",
            ".xml",
            ".txt",
            ".csv",
            ".svg",
            ".webmanifest",
            ".md",
        ):
            yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


def of_the_sample(name: str, text: str) -> str | None:
    """What of the sample stands in a file. The manual of checks may show an address that is nobody's."""
    found = SAMPLE_WORDS.search(NOBODYS.sub("", text) if name.startswith("about/checks/") else text)
    mark = found[0] if found else next((mark.words for mark in marks(text) if "number" in mark.what), None)
    return f"{name}: {mark}" if mark else None


def test_a_council_with_its_own_facts_publishes_nothing_of_the_sample(tmp_path: Path) -> None:
    root, facts = tmp_path / "north-wick", local_facts()
    run(tmp_path, "start", str(root), *(f"--{flag}={value}" for flag, value in STARTED.items()))
    started = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    write_services(root)
    (root / "content" / "_data" / "local.yml").write_text(yaml.safe_dump(facts), "utf-8")
    edited = [path for path in root.rglob("*") if path.is_file() and started.get(path) != path.read_bytes()]
    assert len([path for path in edited if "providers" not in path.parts]) <= 3
    assert len(STARTED) + facts_in(facts) <= 40
    run(root, "build", "--today", "2026-11-25")
    site = dict(texts(root / "build" / "site"))
    found = [mark for name, text in site.items() if (mark := of_the_sample(name, text))]
    assert not found, "\n".join(found)
    for service in SERVICES:
        assert "0300 000" in site[f"services/{service}/index.html"]
    assert all(
        "0300 000 0100" in site[name] for name in ("index.html", "about/help/index.html", "guides/travel/index.html")
    )
    pages = " ".join(text for name, text in site.items() if name.startswith(("about/", "guides/")))
    assert not re.search(r"(?:free interpreter|We (?:pay|book) (?:for )?(?:an|the) interpreter)", pages), (
        "nobody promised it"
    )
    assert not [name for name, text in site.items() if name.endswith(".html") and "or post them to you" in text]
    said = site["take-part/you-said-we-did/index.html"]
    assert "Nobody has told us anything yet" in said
    assert "You said:" not in said
