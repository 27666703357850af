"""The recipes of HACKING.md, followed to the letter in a copy of the tree: what they promise is there, and no other file
had to be edited by hand."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.offer import CLUB, copy_site

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
STAYS = CLUB.replace("saturday-club", "night-stays")
AREAS = "content/_data/areas.yml"
MADE = {"build", "node_modules", "__pycache__"}


@dataclass(frozen=True)
class Recipe:
    """What a person writes. `edits`: file → what stands there → what is added after it. `files`: new files.
    `at_most`: how many files the recipe may ask for."""

    at_most: int
    edits: Mapping[str, Mapping[str, str]]
    files: Mapping[str, str] = field(default_factory=dict)


FIELD = Recipe(
    4,
    {
        "localoffer/model/service.py": {
            '"interpreters", "interpreting", default="not known")\n': (
                '    quiet_time: Words | None = says("When it is quietest.", "the first hour", "calm_time", default=None)\n'
            )
        },
        "localoffer/facts/features.py": {
            "    yield from _language_facts(service)\n": """\
    if service.quiet_time:
        quiet = idea("quiet", say("It is quiet at this time: ", name(service.quiet_time), "."))
        yield Fact("quiet-time", "When it is quiet", f"It is quietest in {service.quiet_time}.", [quiet])
"""
        },
        "localoffer/outputs/pages/service.py": {"\nWHO = (": '"quiet-time", '},
        "localoffer/easyread/service.py": {'"features",': '\n            "quiet-time",'},
    },
)
EASY_LINE = Recipe(
    8,
    {
        "localoffer/model/access.py": {
            '"what_to_bring", "bring_with_you", default=[]\n    )\n': (
                '    wear: Words | None = says("What to wear.", "Old clothes", default=None)\n'
            )
        },
        "localoffer/model/easy.py": {
            '"[Please bring your plan.]", default=[])\n': (
                '    wear: Words | None = says("What to wear.", "Please wear old clothes.", default=None)\n'
            )
        },
        "localoffer/facts/getting.py": {
            "from localoffer.facts.links import linked\n": "from localoffer.facts.plain import told as told_easily\n",
            'in_threes("bring", list(things_to_bring(service))))\n': """\
    if access.wear:
        line, ours = access.easy_read.wear if access.easy_read else None, say("Ask them what to wear.")
        said = told_easily(access.wear, line, ours, reader)
        yield Fact("wear", "What to wear", linked(wording.sentence(access.wear)), in_threes("bring", said))
""",
        },
        "localoffer/outputs/pages/service.py": {'"asking", "bring", ': '"wear", '},
        "localoffer/easyread/service.py": {'"steps", "bring", ': '"wear", '},
        "localoffer/easyread/lines.py": {
            'yield LongText(f"access.bring.{number}", "access.easy_read.bring")\n': """\
    if has_long(access.wear, easy.wear if easy else None):
        yield LongText("access.wear", "access.easy_read.wear")
"""
        },
        "localoffer/easyread/wanted.py": {
            '"access.bring": ("Ask them what to bring",),\n': '    "access.wear": ("Ask them what to wear",),\n'
        },
        "localoffer/easyread/compared.py": {
            'yield from text_wanted("access.bring", thing)\n': (
                '    yield from text_wanted("access.wear", access.wear, easy.wear if easy else None)\n'
            )
        },
    },
)
CARD = Recipe(
    2,
    {
        "localoffer/facts/brief.py": {
            "    yield facts_line(*card_when(service, catalogue), card_facts(service, catalogue))\n": """\
    if service.quiet_time:
        yield Line(f"Quiet: {service.quiet_time}", "quiet")
"""
        },
        "theme/assets/stylesheets/pages.css": {
            ".lo-when strong { color: var(--lo-ink); }\n": ".lo-quiet { padding-inline-start: 1rem; }\n"
        },
    },
)
CHOICE = Recipe(
    2,
    {
        "localoffer/facts/choices.py": {
            '"when": _how_and_when, "places": _places,\n': (
                '    "quiet-time": lambda service, _catalogue: ["know:quiet-time"] if service.quiet_time else [],\n'
            )
        },
        "localoffer/outputs/pages/find.py": {'"Places free now", ': '"quiet-time": "Has a quiet time", '},
    },
)
RULE = Recipe(
    1,
    {
        "localoffer/reading/rules/numbers.py": {
            "NUMBER_WORD = re.compile(rf\"\\b(?:{'|'.join(NUMBER_WORDS)})\\b\", re.IGNORECASE)\n": '''

@READING.rule(
    "plus-sign", source="NHS", bad="Bring a hat + a coat.", good="Bring a hat and a coat.", severity=WARNING
)
def check_plus_signs(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read has no plus signs."""
    if is_easy(passage) and " + " in passage.text:
        yield Fault("“+” is a sign, not a word", "write “and”.", passage.text.index(" + "))
'''
        }
    },
)
ALT_RULE = Recipe(
    1,
    {
        "localoffer/alttext/rules.py": {
            'yield Fault(message, f"write “{picture.words.capitalize()}”, with capitals for names.")\n': '''

@ALT.rule("alt-plus", bad='<img src="a.jpg" alt="Hall + door">', good='<img src="a.jpg" alt="Hall and door">', severity=WARNING)
def check_plus(picture: Shown) -> Faults:
    """An alt has no plus signs."""
    if " + " in picture.words:
        yield Fault("“+” is a sign, not a word", "write “and”.")
'''
        }
    },
)
PRICE = Recipe(
    1,
    {
        "localoffer/wording/money.py": {
            '    """`£3.50`, `£4`, `£1,200`."""\n': '    if amount == 7:\n        return "seven pounds"\n'
        }
    },
)
VOCABULARY = Recipe(
    3,
    {
        "localoffer/model/vocabulary.py": {
            '"""A part of the council\'s area."""\n': """
    noise: Annotated[Id | None, NameOf("noises")] = says("How loud it is there.", "calm", default=None)
""",
            '"The short name of a picture.", "town", default=None)\n': '''

class Noise(Record):
    """How loud a place is."""

    id: Id = says("Short name.", "calm")
    name: Line = says("Its name.", "Calm", "title")
''',
            "    areas: Mapping[str, Area] = field(default_factory=dict)\n": (
                "    noises: Mapping[str, Noise] = field(default_factory=dict)\n"
            ),
        },
        "localoffer/catalogue/rules.py": {
            'OFFER = Rules("whole-offer")\n': (
                'UNKNOWN_NOISE = OFFER.declare("unknown-noise", "A noise is in the list.", severity=WARNING, '
                'no_sample="only a test has this list")\n'
            )
        },
        "localoffer/catalogue/references.py": {
            '(rules.UNKNOWN_AREA, "area"),\n': '    "noises": (rules.UNKNOWN_NOISE, "noise"),\n'
        },
    },
)
KIND = Recipe(
    3,
    {
        "localoffer/kinds.py": {
            "KINDS: tuple[Kind, ...] = (\n": (
                '    Kind("holidays", ("holidays/",), "list.html", "holidays", no_twin="a page that only a test has", '
                'section="topics"),\n'
            )
        }
    },
    {
        "localoffer/outputs/pages/holidays.py": '''\
"""What is on in the holidays."""

from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Page, new_page


def make_pages(index: Index) -> list[Page]:
    """The page."""
    return [new_page("holidays", "holidays/", {"title": "Holidays", "summary": f"{len(index.shown)} services."}, SITE)]
'''
    },
)
OUTPUT = Recipe(
    2,
    {
        "localoffer/kinds.py": {
            "OUTPUTS: tuple[Output, ...] = (\n": '    Output("names of services", "data.names", ("data/names.json",)),\n'
        }
    },
    {
        "localoffer/outputs/data/names.py": '''\
"""The names of services."""

from collections.abc import Iterator

from localoffer.outputs.files import PublishedFile, json_text
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file."""
    yield "data/names.json", json_text([service.name for service in index.shown] * 20)
'''
    },
)
REPORT = Recipe(
    2,
    {
        "localoffer/reports/__init__.py": {
            "REPORTS = (\n": '    Report("names", "Names of our services", "every service by name"),\n'
        }
    },
    {
        "localoffer/reports/names.py": '''\
"""Every service by name.

In: the catalogue. Out: one row a service.
"""

from localoffer.catalogue import Catalogue
from localoffer.reports.files import Table


def table(catalogue: Catalogue) -> Table:
    """The names, A to Z."""
    names = sorted(service.name for service in catalogue.services.values())
    return Table((f"We have {len(names)} services.",), {"name": "Name"}, [{"name": name} for name in names])
'''
    },
)
COMMAND = Recipe(
    2,
    {
        "localoffer/cli/commands.py": {
            """\
    for path in write_schema(arguments.root):
        screen.say(f"Wrote {path}")
    return CLEAN
""": """

@command("say how many services there are", flag("--least", type=int, default=0, help="how many there must be"), TODAY)
def count_services(arguments: argparse.Namespace, screen: Screen) -> int:
    \"\"\"The number of listings.\"\"\"
    from localoffer.catalogue import read_catalogue

    catalogue, _findings = read_catalogue(arguments.root, today_of(arguments))
    screen.show(f"{len(catalogue.services) if catalogue else 0} services\\n")
    return CLEAN
"""
        }
    },
)
RECIPES = {
    "field": FIELD,
    "easy line": EASY_LINE,
    "card": CARD,
    "choice": CHOICE,
    "rule": RULE,
    "alt rule": ALT_RULE,
    "price": PRICE,
    "vocabulary": VOCABULARY,
    "kind": KIND,
    "output": OUTPUT,
    "report": REPORT,
    "command": COMMAND,
}
LONG_LINE = "Shoes that may get wet and old clothes that you can throw away when they are full of red paint"


@dataclass(frozen=True)
class Tree:
    """A copy of the tree in which every recipe was followed, with the tiny council's offer in the place of the sample."""

    root: Path

    def run(self, *arguments: str) -> str:
        """What `python` says; the test fails where it fails."""
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=self.root)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def documents(self) -> str:
        """README.md and HACKING.md."""
        return "".join((self.root / name).read_text(encoding="utf-8") for name in ("README.md", "HACKING.md"))

    def page(self, address: str) -> str:
        """A built page."""
        return (self.root / "build/site" / address / "index.html").read_text(encoding="utf-8")

    @cache  # noqa: B019 - a tree lives as long as its tests
    def found(self) -> list[dict[str, Any]]:
        """What `check` finds."""
        told: list[dict[str, Any]] = json.loads(
            self.run("build.py", "check", "--today", "2026-11-22", "--format", "json")
        )
        return told

    def results(self) -> list[dict[str, Any]]:
        """What search shows of each page."""
        files = (self.root / "build/site/find/index").glob("shown-*.json")
        return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]

    def in_parts(self, address: str) -> str:
        """An easy-read page with all its parts."""
        parts = sorted((self.root / "build/site" / address).rglob("index.html"))
        return "".join(part.read_text(encoding="utf-8") for part in parts)


def follow(recipe: Recipe, root: Path) -> None:
    for name, text in recipe.files.items():
        assert not (root / name).exists()
        (root / name).write_text(text, encoding="utf-8")
    for name, additions in recipe.edits.items():
        whole = (root / name).read_text(encoding="utf-8")
        for after, text in additions.items():
            assert whole.count(after) == 1, f"{name} has {after!r} {whole.count(after)} times"
            whole = whole.replace(after, after + text)
        (root / name).write_text(whole, encoding="utf-8")


def is_not_copied(folder: str, names: list[str]) -> set[str]:
    """What is made, what git keeps, and the sample offer: the tiny council's stands in its place."""
    of_the_sample = {"providers", "content", "mkdocs.yml"} if Path(folder) == ROOT else set()
    return {name for name in names if (name.startswith(".") and name != ".github") or name in {*MADE, *of_the_sample}}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Every recipe is followed, `make schema` and `make golden` are run, a listing and a guide use what is new."""
    made = Tree(copy_site(tmp_path_factory.mktemp("recipes")))
    shutil.copytree(ROOT, made.root, ignore=is_not_copied, dirs_exist_ok=True)
    for recipe in RECIPES.values():
        follow(recipe, made.root)
    made.run("build.py", "schema")
    made.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_docs.py", "-m", "not sample", "--golden")
    change(made.root / CLUB, "interpreter: yes\n", "interpreter: yes\nquiet_time: the last hour\n")
    change(made.root / CLUB, "You can play games.", "You can play games + sing.")
    change(made.root / CLUB, "with a wide blue door", "+ a wide blue door")
    change(made.root / CLUB, "amount: 3.50", "amount: 7")
    change(made.root / AREAS, "name: Easton,", "name: Easton, noise: clam,")
    (made.root / "content/_data/noises.yml").write_text("- {id: calm, name: Calm}\n")
    worn = f"access:\n  wear: {LONG_LINE}\n"
    change(made.root / CLUB, "access:\n", worn)
    change(made.root / STAYS, "access:\n", f"{worn}  easy_read: {{wear: Please wear old clothes.}}\n")
    guide = made.root / "content/guides/short-breaks.md"
    guide.write_text(f"{guide.read_text()}\nSee [holidays](/holidays/) and [their names](/data/names.json).\n")
    made.run("build.py", "build", "--today", "2026-11-22")
    return made


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_asks_for_few_files(name: str) -> None:
    assert len({*RECIPES[name].edits, *RECIPES[name].files}) <= RECIPES[name].at_most


def test_a_field_is_on_both_pages_in_the_schema_the_field_guide_and_new_listings(tree: Tree) -> None:
    assert "It is quietest in the last hour." in tree.page("services/marl-trust/saturday-club")
    assert "It is quiet at this time: the last hour." in tree.in_parts("easy-read/services/marl-trust/saturday-club")
    assert "quiet_time" in json.loads((tree.root / "schema/service.json").read_text(encoding="utf-8"))["properties"]
    assert "quiet_time" in (tree.root / "schema/field-guide.md").read_text(encoding="utf-8")
    tree.run("build.py", "new", "marl-trust", "Sunday club", "--today", "2026-11-22")
    new_listing = tree.root / "providers/marl-trust/sunday-club.yml"
    text = new_listing.read_text(encoding="utf-8")
    new_listing.unlink()
    assert "# quiet_time: the first hour\n" in text


def test_an_easy_line_stands_for_a_long_text_and_is_asked_for_where_there_is_none(tree: Tree) -> None:
    with_line, without = (
        tree.in_parts(f"easy-read/services/marl-trust/{name}") for name in ("night-stays", "saturday-club")
    )
    assert "Please wear old clothes." in with_line
    assert "Ask them what to wear." in without
    assert LONG_LINE not in with_line + without
    asked = [found for found in tree.found() if found["rule"] == "easy-line-missing" and "wear" in found["fix"]]
    assert [found["path"] for found in asked] == [CLUB]
    assert not [found for found in tree.found() if found["rule"] == "easy-fact-lost"]


def test_a_line_of_a_card_is_in_lists_in_fragments_and_in_what_search_shows(tree: Tree) -> None:
    line = '<p class="lo-quiet">Quiet: the last hour</p>'
    for address in ("needs/autism", "this-weekend", "embed/needs/autism", "embed/services/marl-trust/saturday-club"):
        assert line in tree.page(address), address
    assert ".lo-quiet{" in tree.page("needs/autism")
    club = next(row for row in tree.results() if row["href"] == "services/marl-trust/saturday-club/")
    assert club["says"][-1] == {"words": "quiet: the last hour", "look": "quiet"}


def test_a_choice_is_on_the_search_page_and_in_the_index(tree: Tree) -> None:
    assert re.search(r'<input[^>]*"quiet-time"[^>]*>', tree.page("find"))
    assert "Has a quiet time" in tree.page("find")
    known = json.loads((tree.root / "build/site/find/index/by-know.json").read_text(encoding="utf-8"))
    assert len(known["quiet-time"]) == 1


def test_a_rule_is_kept_and_in_the_manual_and_on_the_checks_page(tree: Tree) -> None:
    assert [finding["path"] for finding in tree.found() if finding["rule"] == "plus-sign"] == [CLUB]
    assert "## plus-sign\n\nEasy read has no plus signs." in (tree.root / "schema/checks/reading.md").read_text("utf-8")
    assert 'id="plus-sign"' in tree.page("about/checks/reading")


def test_a_rule_for_alt_texts_is_kept_and_in_the_manual(tree: Tree) -> None:
    assert [finding["path"] for finding in tree.found() if finding["rule"] == "alt-plus"] == [CLUB]
    assert "## alt-plus\n\nAn alt has no plus signs." in (tree.root / "schema/checks/alt-text.md").read_text("utf-8")


def test_how_a_price_reads_is_said_once_for_pages_easy_read_cards_and_search(tree: Tree) -> None:
    club = "services/marl-trust/saturday-club"
    for address in (club, "needs/autism", f"embed/{club}"):
        assert "seven pounds" in tree.page(address).lower(), address
    assert "seven pounds" in tree.in_parts(f"easy-read/{club}").lower()
    assert any("seven pounds" in line["words"] for row in tree.results() for line in row["says"])


def test_a_list_is_read_and_checked_and_has_its_schema(tree: Tree) -> None:
    (found,) = [finding for finding in tree.found() if finding["rule"] == "unknown-noise"]
    assert (found["path"], found["line"]) == (AREAS, 2)
    assert "Did you mean calm?" in found["message"]
    assert '"How loud it is there."' in (tree.root / "schema/areas.json").read_text(encoding="utf-8")
    assert (tree.root / "schema/noises.json").is_file()


def test_a_kind_of_page_is_built_and_known_and_in_the_site_map(tree: Tree) -> None:
    assert "Holidays" in tree.page("holidays")
    assert "/holidays/" in (tree.root / "build/site/sitemap.xml").read_text(encoding="utf-8")
    assert json.loads((tree.root / "build/cache/kinds.json").read_text())["holidays/index.html"] == "holidays"


@pytest.mark.parametrize("name", ["names", "topics"])
def test_an_output_is_published_and_compressed(tree: Tree, name: str) -> None:
    file = tree.root / f"build/site/data/{name}.json"
    assert json.loads(file.read_bytes())
    assert gzip.decompress(file.with_suffix(".json.gz").read_bytes()) == file.read_bytes()
    assert file.with_suffix(".json.br").is_file()


def test_a_report_is_written_in_three_forms_and_is_in_the_help_and_the_documents(tree: Tree) -> None:
    tree.run("build.py", "report", "names", "--today", "2026-11-22")
    for ending in ("html", "csv", "json"):
        assert "Saturday club" in (tree.root / f"build/reports/names.{ending}").read_text(encoding="utf-8")
    assert "every service by name" in " ".join(tree.run("build.py", "report", "--help").split())
    assert "| `names` | every service by name |" in tree.documents()


def test_a_command_runs_and_is_in_the_documents(tree: Tree) -> None:
    assert tree.run("build.py", "count-services", "--least", "1", "--today", "2026-11-22") == "5 services\n"
    assert "python build.py count-services" in tree.documents()
    assert "`--least`: how many there must be" in tree.documents()


def test_the_tests_that_hold_the_tree_together_still_pass(tree: Tree) -> None:
    held = (
        "tests/test_docs.py",
        "tests/test_layers.py",
        "tests/test_kinds.py",
        "tests/reading/test_our_own_words.py",
        "tests/reading/test_all_words.py",
        "tests/rulebook/test_rulebook.py",
        "tests/editing/test_schema.py",
        "tests/exchange/test_fields.py",
        "tests/facts",
    )
    tree.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not sample and not slow and not browser", *held)
