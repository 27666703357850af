"""What a person sees: sentences, and progress on a terminal for anything that takes a while.

In: sentences and steps. Out: text; findings go to standard output, all else to standard error.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from localoffer.system.carried import as_called_here

Counted = Callable[[int, int | None], None]
"""Is told how many are done, and of how many."""


class Screen:
    """Prints; quiet in a pipe or in CI apart from results."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.errors = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, sentence: str) -> None:
        """A sentence about what was done."""
        if not self.quiet:
            self._print(sentence)

    def say_error(self, sentence: str) -> None:
        """A sentence about what stopped the work."""
        self._print(sentence, style="bold red")

    def show(self, text: str) -> None:
        """Findings and other results, as they are, to standard output."""
        sys.stdout.write(as_called_here(text))
        sys.stdout.flush()

    def _print(self, sentence: str, style: str = "") -> None:
        self.errors.print(as_called_here(sentence), style=style or None, markup=False)

    @contextmanager
    def step(self, doing: str) -> Iterator[None]:
        """Show `doing` with a spinner while the work goes on (terminal only)."""
        if self.quiet or not self.errors.is_terminal:
            yield
            return
        started = time.monotonic()
        with self.errors.status(f"{doing} …"):
            yield
        seconds = time.monotonic() - started
        if seconds > 1:
            self.errors.print(f"{doing}: {seconds:.1f} s", style="dim", markup=False)

    @contextmanager
    def counting(self, doing: str) -> Iterator[Counted]:
        """Show how many are done, of how many where that is known (terminal only)."""
        if self.quiet or not self.errors.is_terminal:
            yield lambda _done, _of: None
            return
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[said]}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self.errors, transient=True) as progress:
            task = progress.add_task(f"{doing} …", total=None, said="")

            def counted(done: int, of: int | None) -> None:
                said = f"{done:,} of {of:,}" if of else f"{done:,}"
                progress.update(task, completed=done, total=of, said=said)

            yield counted
