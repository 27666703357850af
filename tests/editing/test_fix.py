"""`fix`: sure edits and standard forms are put in place, and nothing else; the second time there is nothing to do."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.cli import main
from localoffer.editing.fix import Offer, change_line, fix_offer, would_fix
from localoffer.outputs.pages import page_text, write_pages
from tests.editing.odd import make_odd
from tests.offer import CLUB, TODAY, copy_site, kept

DAY = ["--today", "2026-11-22"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def offer(root: Path) -> Offer:
    return Offer(root, TODAY, root / "build" / "cache")


def put(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def files_of(root: Path) -> dict[str, bytes]:
    places = [root / "mkdocs.yml", *(root / "providers").rglob("*"), *(root / "content").rglob("*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in places if path.is_file()}


ODD = (
    ("bsl: not known", "bsl: Not Known   # asked in May"),
    ("    phone: 01632 960 114", '    telephone: "01632-960114"'),
    ("    postal_code: MB1 2AB", "    postcode: mb12ab"),
    ("term_time_only: yes", "term_time_only: TRUE"),
)


def test_a_good_offer_stays_as_it_is(root: Path) -> None:
    before = files_of(root)
    assert fix_offer(offer(root)) == would_fix(offer(root)) == []
    assert files_of(root) == before


def test_an_odd_listing_becomes_the_good_one_again_and_its_note_stays(root: Path) -> None:
    good = files_of(root)
    put(root, CLUB, *ODD)
    changes = fix_offer(offer(root))
    assert [change_line(change).partition(": ")[2] for change in changes] == [
        "postcode → postal_code",
        "mb12ab → MB1 2AB",
        "TRUE → yes",
        "telephone → phone",
        '"01632-960114" → 01632 960 114',
        "Not Known → not known",
    ]
    expected = good[CLUB].replace(b"bsl: not known", b"bsl: not known   # asked in May")
    assert files_of(root) == {**good, CLUB: expected}
    assert fix_offer(offer(root)) == []


def test_line_ends_a_byte_order_mark_and_the_rights_of_a_file_stay(root: Path) -> None:
    file = root / CLUB
    good = file.read_text(encoding="utf-8")
    windows = "\ufeff" + good.replace("\n", "\r\n")
    file.write_bytes(windows.replace("bsl: not known", "bsl: Not Known").encode())
    file.chmod(0o640)
    assert len(fix_offer(offer(root))) == 1
    assert file.read_bytes() == windows.encode()
    assert file.stat().st_mode & 0o777 == 0o640


def test_check_changes_nothing_and_says_what_fix_then_does(root: Path) -> None:
    put(root, CLUB, *ODD)
    before = files_of(root)
    said = [change_line(change) for change in would_fix(offer(root))]
    assert files_of(root) == before
    assert said == [change_line(change) for change in fix_offer(offer(root))]
    assert len(said) == 6
    assert [path.name for path in (root / "build" / "cache").iterdir()] == ["kept.db"]


def test_lists_pages_and_the_councils_own_facts_are_put_right_too(root: Path) -> None:
    good = files_of(root)
    put(root, "content/guides/short-breaks.md", ("title: ", "heading: "))
    put(root, "mkdocs.yml", ("  sample: yes", "  demo: yes"))
    put(root, "providers/marl-trust/provider.yml", ("kind: charity", "kind: Charity"))
    assert {change.edit.path for change in fix_offer(offer(root))} == {
        "content/guides/short-breaks.md",
        "providers/marl-trust/provider.yml",
    }
    assert files_of(root) == {**good, "mkdocs.yml": good["mkdocs.yml"].replace(b"  sample: yes", b"  demo: yes")}


def test_words_of_a_text_are_put_right_where_they_mean_one_thing(root: Path) -> None:
    put(root, CLUB, ("Come and play in", "You can paint, e.g. on Saturday.\n\n  Come and play in"))
    changes = [change_line(change).partition(": ")[2] for change in fix_offer(offer(root))]
    assert changes == ["e.g. → for example"]


def test_names_as_pages_show_them_become_the_short_names_of_their_lists(root: Path) -> None:
    good = files_of(root)
    put(root, CLUB, ("topics: [short-breaks]", "topics: Short breaks"), ("[autism, anxiety]", "[Autism, anxiety]"))
    assert len(fix_offer(offer(root))) == 2
    assert files_of(root) == good


def test_names_of_what_a_place_has_become_their_short_names(root: Path) -> None:
    good = files_of(root)
    put(root, CLUB, ("      hearing-loop: no", "      Hearing loop: no"))
    assert [change.edit.text for change in fix_offer(offer(root))] == ["hearing-loop"]
    assert files_of(root) == good


def test_what_is_only_likely_is_never_applied(root: Path) -> None:
    put(root, CLUB, ("summary: A calm", "sumary: A calm"))
    before = files_of(root)
    assert fix_offer(offer(root)) == []
    assert files_of(root) == before


def test_fix_leaves_no_file_that_check_refuses(root: Path) -> None:
    put(root, CLUB, *ODD)
    fix_offer(offer(root))
    catalogue, _findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None


ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.sample
@pytest.mark.slow
def test_a_sample_in_odd_forms_gives_the_same_pages_once_it_is_fixed(tmp_path: Path) -> None:
    for name in ("providers", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    good = pages_of(tmp_path)
    assert make_odd(tmp_path) > 3_000
    changes = fix_offer(Offer(tmp_path, TODAY, None))
    assert len(changes) > 3_000
    assert pages_of(tmp_path) == good
    assert fix_offer(Offer(tmp_path, TODAY, None)) == []


def pages_of(root: Path) -> dict[str, str]:
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, [finding for finding in findings if finding.is_error]
    return {page.path: page_text(page) for page in write_pages(catalogue)}


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "fix", *words, *DAY])


def test_the_command_says_each_change_and_how_many(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, CLUB, ("bsl: not known", "bsl: Not Known"))
    assert run(root, "--check") == 1
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{CLUB}:")
    assert shown.out.endswith(": Not Known → not known\n")
    assert "Would change 1 value in 1 file." in shown.err
    assert run(root, "content") == 0
    assert "Nothing to change" in capsys.readouterr().err
    assert run(root, CLUB) == 0
    assert "Changed 1 value in 1 file." in capsys.readouterr().err
    assert run(root, "--check") == 0


def test_a_path_that_is_not_there_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "providers/nobody") == 2
    assert "is not there" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_nobody_may_write_in_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, CLUB, ("bsl: not known", "bsl: Not Known"))
    (root / CLUB).parent.chmod(0o555)
    assert run(root) == 2
    (root / CLUB).parent.chmod(0o755)
    assert "Traceback" not in capsys.readouterr().err
