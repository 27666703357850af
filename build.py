#!/usr/bin/env python3
"""Build the Local Offer: python build.py [COMMAND]. All the work is in the localoffer package."""

from __future__ import annotations

import sys

try:
    from localoffer.cli import main
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed here. Run `make site` once, then use .venv/bin/python build.py.")

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
