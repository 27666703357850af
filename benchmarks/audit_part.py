"""How long the audit takes: without a browser, with one from cold, again when nothing changed, and pa11y-ci by itself.

In: the sample offer. Out: seconds, and seconds a page on the same pages.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from build_part import SCRATCH

from localoffer.audit import STEPS, Step, audit_site
from localoffer.audit.inbrowser import audit_in_browser
from localoffer.audit.pa11y import write_settings
from localoffer.browser.installed import find_browser, find_node, find_node_file
from localoffer.site import build_site
from localoffer.system.server import serving

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)


def run_audit(_sizes: list[int], say: Callable[[str], None]) -> dict[str, Any]:
    """Print and return the figures."""
    root = SCRATCH / "audit"
    shutil.rmtree(root, ignore_errors=True)
    for name in ("providers", "content"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    built = build_site(root, TODAY)
    in_browser = (Step("browser", audit_in_browser),)
    fast = _seconds(lambda: _audit(root, STEPS, fast=True))
    cold = _seconds(lambda: _audit(root, in_browser))
    warm = _seconds(lambda: _audit(root, in_browser))
    pages = json.loads((root / "build" / "reports" / "audit.json").read_text())["tested"]
    plain = _seconds(lambda: _plain_pa11y(root, pages))
    found = {
        "pages": built.pages, "tested": len(pages), "fast": fast, "browser_cold": cold, "browser_again": warm,
        "page": cold / len(pages), "plain_pa11y_page": plain / len(pages),
    }  # fmt: skip
    say(f"audit --fast: {fast:.1f} s for {built.pages} pages")
    say(
        f"in a browser: {cold:.0f} s for {len(pages)} pages, {found['page']:.1f} s a page (pa11y-ci, axe in 8 looks, behaviour)"
    )
    say(f"plain pa11y-ci: {found['plain_pa11y_page']:.1f} s a page (one look, no behaviour)")
    say(f"again, nothing changed: {warm:.1f} s")
    return found


def _audit(root: Path, steps: tuple[Step, ...], *, fast: bool = False) -> None:
    audit_site(
        root, TODAY, fast=fast, every_page=False, external=False, progress=lambda _doing: nullcontext(), say=lambda _said: None,
        steps=steps,
    )  # fmt: skip


def _plain_pa11y(root: Path, pages: list[str]) -> None:
    with serving((root / "build" / "site").resolve()) as base:
        urls = [f"{base}/{page.removesuffix('index.html')}" for page in pages]
        settings = write_settings(urls, find_browser(), SCRATCH)
        command = [find_node(), str(find_node_file("pa11y-ci/bin/pa11y-ci.js")), "--json", "--config", str(settings)]
        ended = subprocess.run(command, capture_output=True, check=False)
        if ended.returncode not in (0, 2):
            sys.exit(ended.stderr.decode())


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started
