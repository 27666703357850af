"""What stops a run and is no contributor's fault: each says what happened and the way out.

In: sentences. Out: exceptions whose text is whole and plain.
"""

from __future__ import annotations


class CannotRun(Exception):  # noqa: N818 - it says what happened, not what class it is
    """The tool cannot do what was asked. Its text is what happened, then the way out."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(f"{what}\n  How to fix: {fix}" if fix else what)
        self.what, self.fix = what, fix

    def __reduce__(self) -> tuple[type[CannotRun], tuple[str, str]]:
        """As it comes out of a copy of the process."""
        return type(self), (self.what, self.fix)


class BuildFailed(CannotRun):
    """The site could not be made; the last good site stays as it was."""


class ToolMissing(CannotRun):
    """A program that is needed is not installed."""
