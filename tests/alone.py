"""A program in a process of its own: pytest has threads, beside which no copy of a process is made (localoffer/system/copies.py)."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux")


def alone(program: str, *arguments: object) -> Any:
    """What the program prints, read as JSON; `arguments` are in its sys.argv."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert not ran.returncode, ran.stderr
    assert not ran.stderr
    return json.loads(ran.stdout)
