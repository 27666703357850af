"""`bench.py search`: a slow link (400 kbit/s, 400 ms), an empty cache; ours beside stock Material.

In: sizes; the sites are made anew, from the code as it is. Out: seconds to the first text of a service's page,
seconds and bytes to the first search hit. Stock Material gets the same words on the same pages, without easy read and
lists, and precompressed files: every doubt is in its favour.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from build_part import SCRATCH, TODAY, _line, _stock_settings  # noqa: E402
from multiply import multiply  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from selectolax.lexbor import LexborHTMLParser  # noqa: E402

from localoffer.system.server import serving  # noqa: E402
from tests.ready import browser_path  # noqa: E402

SPEED = 400_000 / 8
LATENCY = 400
PATIENCE = 120_000
RUNS = 3
WORD = "swimming"
VARIED = 0.9
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
Say = Callable[[str], None]


@dataclass
class Visit:
    """One page under the slow link; `bytes` counts all that came over it, heads too."""

    page: Page
    bytes: int = 0
    scripts: dict[str, int] = field(default_factory=dict)


@contextmanager
def slow_visit(browser: Browser) -> Iterator[Visit]:
    """A new window with nothing in its cache."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    visit = Visit(page)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED},
    )

    def finished(event: dict[str, Any]) -> None:
        visit.bytes += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    yield visit
    context.close()


def first_text(browser: Browser, address: str) -> float:
    """Seconds until the first words of a page stand on the screen."""
    with slow_visit(browser) as visit:
        visit.page.goto(address, timeout=PATIENCE)
        visit.page.wait_for_timeout(200)
        paints = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        return float(visit.page.evaluate(paints)) / 1000


def _now(page: Page) -> float:
    return float(page.evaluate("performance.now()")) / 1000


def our_hit(browser: Browser, address: str) -> tuple[float, int]:
    """From opening an address with a question to the first result's name."""
    with slow_visit(browser) as visit:
        visit.page.goto(f"{address}/find/?q={WORD}", timeout=PATIENCE, wait_until="commit")
        visit.page.wait_for_selector(".lo-result h3 a:not(:empty)", timeout=PATIENCE)
        return _now(visit.page), visit.bytes


def our_typed_hit(browser: Browser, address: str) -> tuple[float, int]:
    """From opening Find help, typing at once, to the first result's name."""
    with slow_visit(browser) as visit:
        visit.page.goto(f"{address}/find/", timeout=PATIENCE)
        visit.page.focus("#q")
        visit.page.keyboard.type(WORD, delay=60)
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".lo-result h3 a:not(:empty)", timeout=PATIENCE)
        return _now(visit.page), visit.bytes


def stock_hit(browser: Browser, address: str) -> tuple[float, int]:
    """From opening stock Material's home, typing at once, to the first hit."""
    with slow_visit(browser) as visit:
        visit.page.goto(f"{address}/", timeout=PATIENCE)
        visit.page.keyboard.press("f")
        visit.page.locator(".md-search__input").fill(WORD, force=True, timeout=PATIENCE)
        visit.page.wait_for_selector(".md-search-result__item a", state="attached", timeout=PATIENCE)
        return _now(visit.page), visit.bytes


def run_search(sizes: list[int], say: Say) -> dict[str, Any]:
    """Measure at the largest size, on listings of which nearly every word differs."""
    services = max(sizes)
    root = SCRATCH / f"{services}-search"
    multiply(ROOT, root, services, VARIED)
    subprocess.run([sys.executable, "build.py", "build", "--root", str(root), "--today", TODAY], cwd=ROOT, check=True)
    site = (root / "build" / "site").resolve()
    return measure_search(site, stock_site(root, SCRATCH / f"{services}-search-stock"), services, say)


def measure_search(root: Path, stock: Path, services: int, say: Say) -> dict[str, Any]:
    """`root` and `stock`: folders of finished sites."""
    say(f"\nslow link, 400 kbit/s and 400 ms, {services} services, middle of {RUNS} runs")
    page = next(path.parent for path in sorted(root.glob("services/*/*/index.html"))).relative_to(root).as_posix()
    with sync_playwright() as playwright, serving(root) as ours, serving(stock) as theirs:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        text = [_middle([first_text(browser, f"{site}/{page}/") for _ in range(RUNS)]) for site in (ours, theirs)]
        hits = [
            _middle_hit([find(browser, site) for _ in range(RUNS)])
            for find, site in ((our_hit, ours), (our_typed_hit, ours), (stock_hit, theirs))
        ]
        browser.close()
    say(_line("first text of a service, ours", f"{text[0]:.2f} s"))
    say(_line("first text of a service, stock Material", f"{text[1]:.2f} s"))
    say(_line("ours against stock", f"{text[0] / text[1]:.2f}", text[0] <= text[1] / 2, "≤ 0.5"))
    for name, (seconds, size) in zip(("from an address", "typed at once", "stock, typed at once"), hits, strict=True):
        say(_line(f"first search hit, {name}", f"{seconds:.1f} s, {size:,} bytes"))
    (own, own_bytes), (typed, typed_bytes), (other, other_bytes) = hits
    ratio, weight = max(own, typed) / other, max(own_bytes, typed_bytes) / other_bytes
    say(_line("time against stock, the slower way", f"{ratio:.2f}", ratio <= 0.1, "≤ 0.1"))
    say(_line("bytes against stock", f"{weight:.2f}", weight <= 0.1, "≤ 0.1"))
    return {"first_text": text[0], "stock_first_text": text[1], "hit": own, "hit_bytes": own_bytes, "typed_hit": typed,
            "typed_bytes": typed_bytes, "stock_hit": other, "stock_bytes": other_bytes}  # fmt: skip


def _middle(values: list[float]) -> float:
    return statistics.median(values)


def _middle_hit(hits: list[tuple[float, int]]) -> tuple[float, int]:
    return sorted(hits)[len(hits) // 2]


def stock_site(root: Path, folder: Path) -> Path:
    """Stock Material on the pages that our search covers, with gzip files beside what browsers ask for.

    Our Markdown holds only the prose; the facts are put in by the theme. So stock's Markdown is the words of our
    finished pages: the same words to read and to search.
    """
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "site"
    ours = (root / "build" / "site").resolve()
    for page in [*ours.glob("services/*/*/index.html"), *ours.glob("guides/*/index.html")]:
        target = folder / "docs" / page.relative_to(ours).parent.with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words_of(page.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Find help\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_stock_settings(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    for path in site.rglob("*"):
        if path.suffix in {".html", ".js", ".css", ".json", ".svg"}:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9))
    return site


def words_of(page: str) -> str:
    """The words of a finished page's main part as plain Markdown: headings and paragraphs."""
    main = LexborHTMLParser(page).css_first("main")
    if main is None:
        return ""
    parts = []
    for part in main.css("h1, h2, h3, h4, p, li, dt, dd, td, th, address"):
        text = " ".join(part.text().split()).replace("<", "&lt;")
        holds_another = any(inner.mem_id != part.mem_id for inner in part.css("p, li, h3"))
        if text and not holds_another:
            level = part.tag[1] if part.tag in {"h1", "h2", "h3", "h4"} else ""
            parts.append(f"{'#' * int(level)} {text}" if level else text)
    return "\n\n".join(parts) + "\n"
