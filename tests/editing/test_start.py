"""A new council's folder holds what is hers, says nothing that nobody said, and is never written over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from localoffer import __version__
from localoffer.catalogue.files import Files
from localoffer.catalogue.sitefile import read_site
from localoffer.editing.schema import editor_settings
from localoffer.editing.start import HOSTS, Council, own_files, start_offer
from localoffer.findings import Finding
from localoffer.model import SiteFacts
from localoffer.system.carried import TOOL
from localoffer.system.failures import CannotRun

NORTH_WICK = Council("North Wick Council", "North Wick")
WHOLE = Council(
    "North Wick Council",
    "North Wick",
    url="https://www.northwick.example",
    site_url="https://localoffer.northwick.example/",
    phone="01632 960 555",
    email="localoffer@northwick.example",
    hours="Monday to Friday, 9am to 5pm",
    address="Town Hall, North Wick, MB1 1AA",
    edit_url="https://github.com/northwick/local-offer/edit/main/",
)


def site_of(root: Path) -> tuple[SiteFacts | None, list[Finding]]:
    files = Files()
    read_site(root, files)
    return files.site, files.findings


@dataclass(frozen=True)
class Started:
    """A folder that was started, and what the command says it wrote. No test changes it."""

    root: Path
    written: list[str]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Started:
    root = tmp_path_factory.mktemp("bare") / "nw"
    return Started(root, start_offer(root, NORTH_WICK))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Started:
    root = tmp_path_factory.mktemp("whole") / "nw"
    return Started(root, start_offer(root, WHOLE))


def test_the_folder_holds_what_is_the_councils_and_no_code(bare: Started) -> None:
    there = {path.relative_to(bare.root).as_posix() for path in bare.root.rglob("*") if path.is_file()}
    assert there == set(bare.written)
    assert {name for name in there if not name.startswith("schema/")} == {
        "mkdocs.yml", "requirements.txt", "README.md", ".gitignore", "providers/README.md", "content/_data/areas.yml",
        ".vscode/extensions.json", ".vscode/settings.json", ".gitlab-ci.yml", "azure-pipelines.yml",
        ".github/workflows/check.yml", ".github/workflows/comment.yml", ".github/workflows/publish.yml",
        ".github/workflows/schools.yml",
    }  # fmt: skip
    assert not [name for name in there if name.endswith((".py", ".html", ".js"))]
    assert (bare.root / "requirements.txt").read_text().endswith(f"\nlocaloffer[audit]=={__version__}\n")


def test_nothing_of_the_sample_and_no_mark_is_left_in_it(bare: Started, whole: Started) -> None:
    for started in (bare, whole):
        for name in started.written:
            text = (started.root / name).read_text(encoding="utf-8")
            assert "[[" not in text, name
            if not name.startswith("schema/"):
                assert "marlbrook" not in text.lower(), name
                assert ("01632" in text) == (name == "mkdocs.yml" and started is whole), name


def test_its_facts_are_those_that_were_said_and_the_others_wait_for_a_person(bare: Started, whole: Started) -> None:
    site, findings = site_of(bare.root)
    assert findings == []
    assert site
    assert (site.council.name, site.council.place, site.help.phone, site.help.email) == (
        "North Wick Council",
        "North Wick",
        None,
        None,
    )
    site, findings = site_of(whole.root)
    assert findings == []
    assert site
    assert (site.help.phone, site.help.email, site.site_url) == (
        WHOLE.phone.replace(" ", ""),
        WHOLE.email,
        WHOLE.site_url,
    )
    assert (site.council.url, site.edit_url, site.help.address) == (WHOLE.url, WHOLE.edit_url, WHOLE.address)


def test_the_files_that_are_its_own_are_written_as_they_are(whole: Started) -> None:
    for name, text in own_files(WHOLE, HOSTS).items():
        assert (whole.root / name).read_text(encoding="utf-8") == text


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip))
def test_any_name_gives_files_that_yaml_can_read(name: str) -> None:
    files = own_files(Council(name, name), ())
    for file in ("mkdocs.yml", "content/_data/areas.yml"):
        found = yaml.safe_load(files[file])
        told = found["extra"]["council"]["name"] if file == "mkdocs.yml" else found[0]["name"]
        assert told == " ".join("".join(c for c in name if c.isprintable() or c.isspace()).split())


OF_HOSTS = {".github", ".gitlab-ci.yml", "azure-pipelines.yml"}


@pytest.mark.parametrize(("hosts", "there"), [(("github",), ".github"), (("gitlab",), ".gitlab-ci.yml"), ((), "")])
def test_only_the_host_asked_for_gets_files(hosts: tuple[str, ...], there: str) -> None:
    names = {name.split("/")[0] for name in own_files(NORTH_WICK, hosts)}
    assert names & OF_HOSTS == ({there} if there else set())


def test_the_folder_has_files_of_no_other_host(tmp_path: Path) -> None:
    start_offer(tmp_path / "nw", NORTH_WICK, hosts=("gitlab",))
    assert {path.name for path in (tmp_path / "nw").iterdir()} & OF_HOSTS == {".gitlab-ci.yml"}
    assert HOSTS == ("github", "gitlab", "azure")


@pytest.mark.parametrize("there", ["notes.txt", ".env", "providers/x.yml"])
def test_a_folder_that_holds_anything_is_refused_and_stays_as_it_was(tmp_path: Path, there: str) -> None:
    file = tmp_path / there
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotRun, match="is not empty") as told:
        start_offer(tmp_path, NORTH_WICK)
    assert "name a new folder" in told.value.fix
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_an_empty_folder_and_a_new_repository_are_taken(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert start_offer(tmp_path, NORTH_WICK)


def test_a_wheel_is_kept_in_the_folder_and_installed_from_there(tmp_path: Path) -> None:
    wheel = tmp_path / "localoffer-9-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    start_offer(tmp_path / "nw", NORTH_WICK, wheel=wheel)
    assert (tmp_path / "nw" / "wheels" / wheel.name).read_bytes() == b"wheel"
    assert (tmp_path / "nw" / "requirements.txt").read_text().endswith(f"\n./wheels/{wheel.name}[audit]\n")


def test_an_editor_finds_every_schema_it_is_told_of(bare: Started) -> None:
    told = json.loads((bare.root / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert [name for name in told if not (bare.root / name).is_file()] == []
    written = {f"schema/{path.name}" for path in (bare.root / "schema").glob("*.json")}
    assert written - set(told) == {"schema/site.json", "schema/page.json", "schema/easy-page.json"}
    assert told["schema/local.json"] == "content/_data/local.yml"


def test_the_editors_settings_of_this_project_are_those_that_a_council_gets() -> None:
    assert (TOOL / ".vscode" / "settings.json").read_text(encoding="utf-8") == editor_settings()
