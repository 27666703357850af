"""`bench.py build`: checking and building at several sizes, beside stock Material on the same Markdown.

In: sizes. Out: lines of a table, and the figures for results.json.
"""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from measure import Run, measure
from multiply import multiply
from same_words import as_markdown

from localoffer.site.defaults import default_settings

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = ROOT / "build" / "bench"
TODAY = "2026-11-22"
Say = Callable[[str], None]
Figures = dict[str, Any]

_LINKED = re.compile(rb'<link rel="stylesheet"[^>]* href="([^"]+)"')
_SERVE = """import sys, time; from datetime import date; from pathlib import Path
sys.path.insert(0, "benchmarks")
from build_part import WORD, edit_one
from localoffer.site.preview import Preview
from localoffer.site.serve import Watcher
from localoffer.site.spare import prepare_spare
from localoffer.system.folders import Folders
root, said = Path(sys.argv[1]).resolve(), []
watch = Watcher(root, lambda: date.fromisoformat(sys.argv[2]), said.append, said.append, Preview())
watch.have_programs(); watch.build(); prepare_spare(Folders(root), lambda: False)
for _ in range(2):
    listing = edit_one(root)
    page = f"/services/{listing.parent.name}/{listing.stem}/"
    start = time.monotonic()
    watch.show_saved([listing.relative_to(root).as_posix()])
    shown = time.monotonic() - start
    assert WORD.encode() in watch.preview.answer(page)[1]
    watch.build()
    print(shown, time.monotonic() - start)
watch.end_programs()"""
WORD = "Hello."


def run_build(sizes: list[int], say: Say) -> Figures:
    """Measure every size; the costs of a page are compared at the end."""
    figures: Figures = {}
    for services in sizes:
        figures[str(services)] = _measure_size(services, say)
    if len(sizes) > 1:
        small, large = figures[str(min(sizes))], figures[str(max(sizes))]
        ratio = large["ms_a_page"] / small["ms_a_page"]
        say(
            _line(
                f"cost of a page, {max(sizes)} against {min(sizes)} services",
                f"{ratio:.2f} ×",
                ratio <= 1.25,
                "≤ 1.25 ×",
            )
        )
    return figures


def _measure_size(services: int, say: Say) -> Figures:
    root = SCRATCH / str(services)
    say(f"\n{services} services")
    multiply(ROOT, root, services)
    figures = _check_figures(root, services, say)
    figures |= _build_figures(root, services, say)
    figures |= _weight_figures(root, say)
    figures |= _stock_figures(root, say)
    ratio, work = figures["cold"] / figures["stock"], figures["cold_cpu"] / figures["stock_cpu"]
    say(
        _line(
            "our whole build against stock Material",
            f"{ratio:.2f} of its time, {work:.2f} of its processor time",
            ratio <= 0.5,
            "≤ 0.5",
        )
    )
    return figures


def _ours(root: Path, *arguments: str) -> Run:
    run = measure([sys.executable, "build.py", *arguments, "--root", str(root), "--today", TODAY], ROOT)
    if run.code:
        sys.exit(f"build.py {' '.join(arguments)} failed at {root}:\n{run.output[-3000:]}")
    return run


def _check_figures(root: Path, services: int, say: Say) -> Figures:
    cold = _ours(root, "check")
    say(_line("check, cold", f"{cold.seconds:.1f} s", cold.seconds <= 10 or services != 3000, "≤ 10 s at 3,000"))
    again = _ours(root, "check")
    say(_line("check, nothing changed", f"{again.seconds:.1f} s"))
    edit_one(root)
    edited = _ours(root, "check")
    say(
        _line(
            "check after one edit", f"{edited.seconds:.1f} s", edited.seconds <= 2 or services != 3000, "≤ 2 s at 3,000"
        )
    )
    return {
        "check_cold": cold.seconds,
        "check_again": again.seconds,
        "check_edit": edited.seconds,
        "check_megabytes": cold.megabytes,
    }


def edit_one(root: Path) -> Path:
    """One word more in one description; the listing's file."""
    listing = sorted(root.glob("providers/*/*.yml"))[7]
    if listing.name == "provider.yml":
        listing = next(path for path in sorted(listing.parent.glob("*.yml")) if path.name != "provider.yml")
    text = listing.read_text(encoding="utf-8")
    listing.write_text(re.sub(r"(?m)^(description: [|>].*\n +)", rf"\1{WORD} ", text, count=1), encoding="utf-8")
    return listing


def _build_figures(root: Path, services: int, say: Say) -> Figures:
    shutil.rmtree(root / "build", ignore_errors=True)
    cold = _ours(root, "build")
    pages = len(list((root / "build" / "site").resolve().rglob("index.html")))
    say(_line(f"whole build of {pages} pages, with search", f"{cold.seconds:.1f} s, {cold.cpu:.1f} s of processor"))
    say(_line("a page", f"{cold.seconds / pages * 1000:.2f} ms"))
    say(
        _line(
            "memory, all processes together",
            f"{cold.megabytes:.0f} MB; the largest {cold.largest[1]:.0f} MB: {_program(cold.largest[0])}",
        )
    )
    same = _ours(root, "build")
    say(_line("build, nothing changed", f"{same.seconds:.2f} s", same.seconds <= 2, "≤ 2 s"))
    preview = measure([sys.executable, "-c", _SERVE, str(root), TODAY], ROOT)
    shown, whole = map(float, preview.output.split()[-2:])
    is_within = shown <= (2 if services > 300 else 1)
    budget = "≤ 1 s at 300, ≤ 2 s at 3,000"
    say(_line("preview: the edited page is served", f"{shown:.1f} s", is_within, budget))
    say(_line("preview: all other pages are made (search follows)", f"{whole:.1f} s"))
    edit_one(root)
    edited = _ours(root, "build")
    say(_line("build after one edit, with search", f"{edited.seconds:.1f} s"))
    return {
        "cold": cold.seconds,
        "cold_cpu": cold.cpu,
        "pages": pages,
        "ms_a_page": cold.seconds / pages * 1000,
        "megabytes": cold.megabytes,
        "largest": cold.largest,
        "same": same.seconds,
        "preview": shown,
        "preview_whole": whole,
        "edit": edited.seconds,
    }


def _program(command: str) -> str:
    return next((name for name in ("mkdocs",) if name in command), "build.py")


def _weight_figures(root: Path, say: Say) -> Figures:
    site = (root / "build" / "site").resolve()
    sizes = sorted(_page_weights(site))
    largest, page = sizes[-1]
    median = statistics.median(size for size, _page in sizes)
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    say(
        _line(
            "HTML with CSS of a page, gzip -9",
            f"median {median:.0f}, most {largest} bytes ({page})",
            largest <= 14336,
            "≤ 14,336",
        )
    )
    say(_line("the whole folder", f"{total / 2**20:.0f} MB, compressed forms included"))
    return {"page_median": median, "page_most": largest, "folder_bytes": total}


def _page_weights(site: Path) -> Iterator[tuple[int, str]]:
    for path in site.rglob("*.html"):
        page = path.read_bytes()
        linked = [path.parent / found.decode() for found in _LINKED.findall(page)]
        size = sum(len(gzip.compress(content, 9)) for content in [page, *(sheet.read_bytes() for sheet in linked)])
        yield size, path.relative_to(site).as_posix()


def _stock_figures(root: Path, say: Say) -> Figures:
    """Material as it comes, twice: on the same files, and on the same words (see same_words.py)."""
    files = SCRATCH / f"{root.name}-stock-files"
    _copy_files(root, files)
    bare = _run_stock(files)
    say(_line("stock Material on the same files", _run_words(bare)))
    say("      (it shows no fact from front matter: nearly empty pages)")
    words = SCRATCH / f"{root.name}-stock-words"
    _write_words(root, words)
    full = _run_stock(words)
    say(_line("stock Material on the same words, as Markdown", _run_words(full)))
    index = (words / "site" / "search" / "search_index.json").stat().st_size
    return {
        "stock_files": bare.seconds,
        "stock_files_cpu": bare.cpu,
        "stock": full.seconds,
        "stock_cpu": full.cpu,
        "stock_megabytes": full.megabytes,
        "stock_search_bytes": index,
    }


def _run_words(run: Run) -> str:
    return f"{run.seconds:.1f} s, {run.cpu:.1f} s of processor, {run.megabytes:.0f} MB"


def _copy_files(root: Path, stock: Path) -> None:
    """Our staged pages; only `template:` and `search:` are taken out, which stock Material cannot read."""
    shutil.rmtree(stock, ignore_errors=True)
    shutil.copytree(root / "build" / "docs", stock / "docs")
    for page in stock.rglob("*.md"):
        head, end, body = page.read_text(encoding="utf-8").partition("\n---\n")
        page.write_text(re.sub(r"(?m)^(?:template|search): .*\n", "", head) + end + body, encoding="utf-8")


def _write_words(root: Path, stock: Path) -> None:
    """What a reader sees of each page, as Markdown."""
    shutil.rmtree(stock, ignore_errors=True)
    site = (root / "build" / "site").resolve()
    for page in site.rglob("index.html"):
        target = stock / "docs" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_markdown(page.read_text(encoding="utf-8")), encoding="utf-8")


def _run_stock(stock: Path) -> Run:
    (stock / "mkdocs.yml").write_text(_stock_settings(), encoding="utf-8")
    run = measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], stock)
    if run.code:
        sys.exit(f"Stock Material failed:\n{run.output[-3000:]}")
    return run


def _stock_settings() -> str:
    return (
        "site_name: Stock\nsite_url: https://example.org/\ntheme: {name: material}\nplugins: [search]\n"
        'nav: [{Home: index.md}]\nnot_in_nav: "*"\nexclude_docs: "/_data/"\n'
        "validation: {links: {absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}}\n"
        + default_settings()["markdown_extensions"]
    )


def _line(what: str, figure: str, good: bool | None = None, budget: str = "") -> str:
    verdict = "" if good is None or not budget else f"   [{'within' if good else 'OVER'} {budget}]"
    return f"  {what:46} {figure}{verdict}"
