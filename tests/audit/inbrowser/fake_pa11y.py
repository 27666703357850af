"""Stands in for pa11y-ci: answers as it would, or fails in the way its first argument names."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

ISSUE = {
    "code": "WCAG2AA.Principle1.Guideline1_1.1_1_1.H37",
    "type": "error",
    "message": "Img element missing an alt",
    "selector": "#main > img",
    "runner": "htmlcs",
}


def main(way: str, count_file: str, _json: str, _config: str, settings: str) -> int:
    """0 or 2 as pa11y-ci ends; anything else is a crash."""
    runs = Path(count_file)
    number = int(runs.read_text()) + 1 if runs.exists() else 1
    runs.write_text(str(number))
    urls = json.loads(Path(settings).read_text())["urls"]
    results: dict[str, object] = {url: [] for url in urls}
    if way == "crashes" or (way == "crashes-once" and number == 1):
        print("TypeError: cannot read properties of undefined", file=sys.stderr)
        return 1
    if way == "hangs":
        subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], check=False)
    if way == "no-browser":
        print("Failed to launch the browser process: spawn chromium ENOENT", file=sys.stderr)
        return 1
    if way == "half-installed":
        print("Error: Cannot find module 'puppeteer'", file=sys.stderr)
        return 1
    if way == "says-nothing":
        print("> 2/2 URLs passed")
        return 0
    if way == "says-half":
        print('{"total": 2, "results": {')
        return 0
    if way == "half-its-pages":
        results = dict(list(results.items())[: len(urls) // 2])
    if way == "no-code" or (way == "no-code-once" and number == 1):
        results[urls[0]] = [{"message": "net::ERR_CONNECTION_REFUSED"}]
    if way == "no-list":
        results[urls[0]] = {"message": "gone"}
    if way == "no-sense":
        results[urls[0]] = ["gone"]
    if way == "finds":
        results[urls[0]] = [ISSUE]
    if way == "slow":
        time.sleep(0.1)
    total = len(urls) - 1 if way == "miscounts" else len(urls)
    print(json.dumps({"total": total, "passes": 0, "errors": 0, "results": results}))
    return 2 if any(results.values()) or way == "finds-but-does-not-say" else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
