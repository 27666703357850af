#!/usr/bin/env python3
"""Measure what DESIGN promises: python benchmarks/bench.py [PART …] [SERVICES …].

Parts are listed in PARTS; without a name all run. Sizes are numbers of services (default: 300 3000; 30000 on request).
The figures go to the screen and into build/bench/results.json.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from audit_part import run_audit
from build_part import SCRATCH, run_build
from fix_part import run_fix
from import_part import run_import
from slow_link import run_search

Say = Callable[[str], None]
#: name → a function of (sizes, say) that gives figures as a dictionary. Add a part by adding it here.
PARTS: dict[str, Callable[[list[int], Say], dict[str, Any]]] = {
    "build": run_build,
    "fix": run_fix,
    "search": run_search,
    "import": run_import,
    "audit": run_audit,
}


def main(arguments: list[str]) -> int:
    """Run the parts named."""
    sizes = [int(word.replace(",", "")) for word in arguments if word.replace(",", "").isdigit()] or [300, 3000]
    names = [word for word in arguments if not word.replace(",", "").isdigit()] or list(PARTS)
    if unknown := [name for name in names if name not in PARTS]:
        print(f"There is no part {unknown[0]}. Parts: {', '.join(PARTS)}.")
        return 2
    print(
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f} at the start"
    )
    SCRATCH.mkdir(parents=True, exist_ok=True)
    kept = SCRATCH / "results.json"
    results = json.loads(kept.read_text()) if kept.exists() else {}
    for name in names:
        results[name] = PARTS[name](sizes, lambda line: print(line, flush=True))
        kept.write_text(json.dumps(results, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
