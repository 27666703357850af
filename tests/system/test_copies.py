"""Copies of the process do what this one would do, and where none can be made nothing comes of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

from localoffer.system.copies import can_copy, in_copies
from tests.alone import ON_LINUX, alone


@ON_LINUX
def test_each_copy_does_its_share() -> None:
    here, done = alone("""
import json, os
from localoffer.system.copies import in_copies
read_before = {number: f"page {number}" for number in range(7)}
work = lambda numbers: [os.getpid(), [[number, read_before[number]] for number in numbers]]
print(json.dumps([os.getpid(), list(in_copies(work, list(read_before), 7, 3))]))
""")
    assert len(done) == 3
    assert here not in {process for process, _ in done}
    assert {number: page for _, pages in done for number, page in pages} == {
        number: f"page {number}" for number in range(7)
    }


@ON_LINUX
def test_copies_begin_before_anybody_asks_and_answer_in_order() -> None:
    begun, shares = alone("""
import json, sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from localoffer.system.copies import in_copies
with TemporaryDirectory() as folder:
    sign = Path(folder) / "begun"
    def work(numbers):
        sign.touch()
        return list(numbers)
    coming, waited = in_copies(work, range(10), 1, 2, 3), 0
    while not sign.exists() and waited < 2000:
        time.sleep(0.01)
        waited += 1
    print(json.dumps([sign.exists(), list(coming)]))
""")
    assert begun
    assert shares == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]


@ON_LINUX
def test_a_copy_that_dies_costs_time_and_nothing_else() -> None:
    assert (
        alone("""
import os
from localoffer.system.copies import can_copy, in_copies
assert can_copy()
print(list(in_copies(lambda _numbers: os._exit(3), [1, 2], 2, 2)))
""")
        == []
    )


@ON_LINUX
def test_after_ctrl_c_no_copy_says_a_word() -> None:
    """The key reaches all processes of a terminal; `alone` looks that nothing is said but what is printed."""
    assert alone("""
import json, os, signal, time
from localoffer.system.copies import in_copies
os.setsid()
signal.signal(signal.SIGINT, signal.default_int_handler)
def work(numbers):
    if 3 in numbers:
        time.sleep(0.3)
        os.killpg(0, signal.SIGINT)
    time.sleep(60)
try:
    list(in_copies(work, [1, 3], 1, 3, 1))  # the third copy waits for work
except KeyboardInterrupt:
    print(json.dumps("stopped"))
""") == "stopped"


@ON_LINUX
def test_a_fault_in_a_copy_is_told_as_it_would_be_here() -> None:
    assert alone("""
import json
from localoffer.system.copies import in_copies
from localoffer.system.failures import BuildFailed
def work(_numbers):
    raise BuildFailed("It stopped.", "begin again.")
try:
    list(in_copies(work, [1, 2], 1, 2))
except BuildFailed as fault:
    print(json.dumps([fault.what, fault.fix, str(fault)]))
""") == ["It stopped.", "begin again.", "It stopped.\n  How to fix: begin again."]


def test_no_copy_is_made_for_few_things_one_processor_or_beside_a_thread() -> None:
    def work(_numbers: Sequence[int]) -> int:
        return os.getpid()

    assert list(in_copies(work, [1, 2], 3, 2)) == []
    assert list(in_copies(work, [1, 2], 2, 1)) == []
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not can_copy()
        assert list(in_copies(work, [1, 2], 2, 2)) == []
    finally:
        end.set()
        thread.join()
