"""The recipes of HACKING.md, followed in a copy of the tree: what they promise is on the built site."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offer import copy_site

ROOT = Path(__file__).resolve().parents[1]

KIND = '''
    Kind("holidays", ("holidays/",), "list.html", "holidays", no_twin="a page that only a test has", section="topics"),
'''
PAGE = '''
"""What is on in the holidays."""

from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Page, new_page


def make_pages(index: Index) -> list[Page]:
    """The page."""
    return [new_page("holidays", "holidays/", {"title": "Holidays", "summary": f"{len(index.shown)} services."}, SITE)]
'''
OUTPUT = '''
    Output("names of services", "data.names", ("data/names.json",)),
'''
FILE = '''
"""The names of services."""

from collections.abc import Iterator

from localoffer.outputs.files import PublishedFile, json_text
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file."""
    yield "data/names.json", json_text([service.name for service in index.shown] * 20)
'''


def insert(file: Path, after: str, text: str) -> None:
    whole = file.read_text(encoding="utf-8")
    assert whole.count(after) == 1
    file.write_text(whole.replace(after, after + text.strip("\n") + "\n"), encoding="utf-8")


REPORT = '''
    Report("languages", "Languages of our services", "services by language"),
'''
TABLE = '''
"""Services by language."""

from localoffer.catalogue import Catalogue
from localoffer.reports.files import Table


def table(catalogue: Catalogue) -> Table:
    """One row a service."""
    rows = [{"service": service.name, "languages": ", ".join(service.languages)} for service in catalogue.services.values()]
    return Table(("All services.",), {"service": "Service", "languages": "Languages"}, rows)
'''
COMMAND = '''


@command("say how many services there are", flag("--least", type=int, default=0, help="how many there must be"), TODAY)
def count_services(arguments: argparse.Namespace, screen: Screen) -> int:
    """The number of listings."""
    from localoffer.catalogue import read_catalogue

    catalogue, _findings = read_catalogue(arguments.root, today_of(arguments))
    screen.show(f"{len(catalogue.services) if catalogue else 0} services\\n")
    return CLEAN
'''


def run(tree: Path, *words: str) -> str:
    command = [sys.executable, str(tree / "build.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tree)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_report_is_a_row_and_a_module_and_a_command_is_one_function(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for folder in ("localoffer", "tests"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__", "cases"))
    for name in ("build.py", "README.md", "HACKING.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tree)
    insert(tree / "localoffer/reports/__init__.py", "REPORTS = (\n", REPORT)
    (tree / "localoffer/reports/languages.py").write_text(TABLE.lstrip(), encoding="utf-8")
    commands = tree / "localoffer/cli/commands.py"
    commands.write_text(commands.read_text(encoding="utf-8") + COMMAND, encoding="utf-8")
    root = copy_site(tmp_path)
    where = ("--root", str(root), "--today", "2026-11-22")
    run(tree, "report", "languages", *where)
    facts = json.loads((root / "build/reports/languages.json").read_text(encoding="utf-8"))
    assert len(facts["rows"]) == int(run(tree, "count-services", "--least", "1", *where).split()[0]) > 0
    assert "languages: services by language" in run(tree, "report", "--help")
    rewrite = "from pathlib import Path; from tests.derived import with_derived_parts as parts; "
    rewrite += "[print(parts(Path(name).read_text(encoding='utf-8'))) for name in ('README.md', 'HACKING.md')]"
    documents = subprocess.run([sys.executable, "-c", rewrite], capture_output=True, text=True, check=True, cwd=tree).stdout
    assert "| `languages` | services by language |" in documents
    assert "python build.py count-services" in documents
    assert "`--least`: how many there must be" in documents


@pytest.mark.slow
def test_a_kind_of_page_is_a_row_and_a_module_and_so_is_an_output(tmp_path: Path) -> None:
    for folder in ("localoffer", "theme", "schema"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", tmp_path)
    root = copy_site(tmp_path)
    insert(tmp_path / "localoffer/kinds.py", "KINDS: tuple[Kind, ...] = (\n", KIND)
    insert(tmp_path / "localoffer/kinds.py", "OUTPUTS: tuple[Output, ...] = (\n", OUTPUT)
    (tmp_path / "localoffer/outputs/pages/holidays.py").write_text(PAGE.lstrip(), encoding="utf-8")
    (tmp_path / "localoffer/outputs/data/names.py").write_text(FILE.lstrip(), encoding="utf-8")
    guide = next((root / "content" / "guides").glob("*[a-z].md"))
    guide.write_text(f"{guide.read_text()}\nSee [holidays](/holidays/) and [their names](/data/names.json).\n")
    command = [sys.executable, str(tmp_path / "build.py"), "build", "--root", str(root), "--today", "2026-11-22"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "build" / "site"
    assert "Holidays" in (site / "holidays" / "index.html").read_text(encoding="utf-8")
    assert "/holidays/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert json.loads((root / "build/cache/kinds.json").read_text())["holidays/index.html"] == "holidays"
    for name in ("names", "topics"):
        published = (site / "data" / f"{name}.json").read_bytes()
        assert json.loads(published)
        assert gzip.decompress((site / "data" / f"{name}.json.gz").read_bytes()) == published
        assert (site / "data" / f"{name}.json.br").is_file()
