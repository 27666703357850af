"""Each form that we read, from its file to an offer without errors; our own export comes back; the second time nothing changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.exchange.telling.offer import offer_files
from localoffer.exchange.writing.oruk import service_id
from localoffer.findings import Finding
from localoffer.importing.fetch import Fetcher, Manners
from localoffer.importing.leads import Leads
from localoffer.importing.plan import write_plan
from localoffer.importing.run import Result, Wish, run_import
from localoffer.importing.source import map_at, propose_map
from localoffer.system.server import serving
from localoffer.system.whole_folder import write_folder
from localoffer.yamlfile.putting import read_values
from tests.exchange.tables import write_hsds, write_loose, write_outpost, write_schools
from tests.importing.test_run import run
from tests.offer import TODAY, copy_site, kept

EXAMPLES = Path(__file__).resolve().parents[2].parent / "shared/data/oruk/examples"
#: A form → how it is written, how many records it has, and how many of them come in.
FORMS: dict[str, tuple[Callable[[Path], Path], int, int]] = {
    "Outpost": (write_outpost, 7, 2),
    "HSDS tables": (write_hsds, 2, 1),
    "the register of schools": (lambda folder: write_schools(folder, 20), 20, 18),
    "a table with a map": (write_loose, 5, 4),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def bring_in(root: Path, source: Path, system: str) -> Result:
    """The whole of a source, with its own proposal where it is a table that nobody knows."""
    if source.name != "activities.csv":
        return run(root, source, system=system, only="all")
    file = root / "map.yml"
    file.write_text(propose_map(str(source)), encoding="utf-8")
    return run(root, source, system=system, only="all", mapping=map_at(file))


def errors(root: Path) -> list[Finding]:
    return [finding for finding in check_offer(root, TODAY, cache=kept(root))[1] if finding.is_error]


def tree(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "providers").rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_comes_in_whole_without_errors_and_the_second_time_nothing_changes(
    root: Path, tmp_path: Path, form: str
) -> None:
    write, records, written = FORMS[form]
    source = write(tmp_path)
    result = bring_in(root, source, form)
    assert (result.records, len(result.outcomes), result.count("new")) == (records, records, written)
    assert errors(root) == []
    before = tree(root)
    assert not [path for path, content in before.items() if b"PRIVATE" in content or b"private@" in content]
    assert bring_in(root, source, form).count("new", "changed") == 0
    assert tree(root) == before


def test_the_published_examples_come_in_without_errors(root: Path) -> None:
    if not EXAMPLES.is_dir():
        pytest.skip("the published examples are not beside this checkout")
    result = run(root, EXAMPLES, system="examples", only="all")
    assert result.count("new") >= 1
    assert errors(root) == []


def test_our_own_export_comes_back_without_errors(root: Path, tmp_path: Path) -> None:
    catalogue, _findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    write_folder(tmp_path / "out", offer_files(catalogue))
    shutil.rmtree(root / "providers" / "marl-health")
    for source, system in (("out/api", "as JSON"), ("out/data/services.csv", "as a table")):
        result = run(root, tmp_path / source, system=system, only="all")
        assert result.records == len(catalogue.services)
        assert {outcome.name for outcome in result.outcomes if outcome.result == "new"} >= {
            "Saturday club",
            "Night stays",
        }


@pytest.mark.parametrize("start", ["api", "api.json", "api/services", "api/services.json"])
def test_our_feed_comes_in_at_a_neighbours_without_errors_and_the_second_time_nothing_changes(
    root: Path, tmp_path: Path, start: str
) -> None:
    """As a static host serves it, with endings and without: whole, and with what only our own record has."""
    catalogue, _findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    write_folder(tmp_path / "out", offer_files(catalogue))
    shutil.rmtree(root / "providers")
    (root / "providers").mkdir()
    with serving(tmp_path / "out") as address:
        result = ask(root, f"{address}/{start}", tmp_path)
        assert (result.records, result.count("new")) == (len(catalogue.services), len(catalogue.services))
        assert not [outcome for outcome in result.outcomes if outcome.why]
        again = ask(root, f"{address}/{start}", tmp_path)
        assert again.count("new", "changed") == 0
    brought, findings = check_offer(root, TODAY, cache=kept(root))
    assert [one for one in findings if one.is_error] == []
    assert brought is not None
    assert {each.name for each in brought.services.values()} == {each.name for each in catalogue.services.values()}


def test_what_helps_while_you_wait_is_found_where_it_lies_at_the_neighbours(root: Path, tmp_path: Path) -> None:
    club = root / "providers" / "marl-trust" / "saturday-club.yml"
    text = club.read_text(encoding="utf-8").replace("name: Saturday club\n", "name: Weekend club\n", 1)
    club.write_text(text, encoding="utf-8")
    catalogue, _findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    write_folder(tmp_path / "out", offer_files(catalogue))
    shutil.rmtree(root / "providers")
    (root / "providers").mkdir()
    (tmp_path / "one.txt").write_text(service_id("marl-trust/night-stays"), encoding="utf-8")

    alone = run(root, tmp_path / "out" / "api", system="Neighbour", select=tmp_path / "one.txt")
    assert waits_with(root) == ["guides/short-breaks"]
    lost = [one.why for made in alone.made.values() for one in made.lost if one.path == "while_you_wait"]
    assert [why.rpartition(": ")[2] for why in lost] == ["marl-trust/saturday-club"]

    run(root, tmp_path / "out" / "api", system="Neighbour", only="all")
    assert waits_with(root) == ["marl-trust/weekend-club", "guides/short-breaks"]
    again = run(root, tmp_path / "out" / "api", system="Neighbour", only="all")
    assert again.count("new", "changed") == 0
    assert not [one for one in errors(root) if one.path.startswith("providers/")]


def waits_with(root: Path) -> list[str]:
    text = (root / "providers" / "marl-trust" / "night-stays.yml").read_text(encoding="utf-8")
    return (read_values(text) or {})["while_you_wait"]


def test_where_nothing_of_it_is_here_the_guide_for_whoever_waits_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")
    leads = Leads(
        tmp_path,
        {service_id("a/b"): "providers/ours/b-club.yml", "7": "providers/x/y.yml"},
        {"a/d": "7"},
        ["ours/park"],
    )
    assert leads.of(["a/b", "a/c"]) == (["ours/b-club"], ["a/c"])
    assert leads.of(["ours/park", "a/b", "a/b"]) == (["ours/park", "ours/b-club"], [])
    assert leads.of(["a/d"]) == (["x/y"], [])
    assert leads.of(["a/c"]) == (["guides/waiting-for-an-assessment"], ["a/c"])
    assert leads.led({"name": "Club"}) == ({"name": "Club"}, [])


def ask(root: Path, address: str, folder: Path) -> Result:
    fetcher = Fetcher(folder / "fetched", Manners(pause=0))
    wish = Wish((address,), system="Neighbour", only="all")
    result = run_import(root, TODAY, wish, fetcher.get)
    fetcher.finish()
    write_plan(result.plan)
    return result
