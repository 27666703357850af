"""MkDocs' programs, lent from one test of a build to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from localoffer.site import build
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.system.programs import StandingProgram


class LentPrograms(MkDocsPrograms):
    """MkDocs' programs that go on from one test to the next: starting them is most of the time of a small build."""

    waiting: ClassVar[dict[str, list[StandingProgram]]] = {}

    def _start(self) -> StandingProgram:
        held = self.waiting.setdefault(self.environment["SOURCE_DATE_EPOCH"], [])
        if not held:
            return super()._start()
        self.started.append(held.pop())
        return self.started[-1]

    def __exit__(self, *_fault: object) -> None:
        while not self.idle.empty():
            program = self.idle.get()
            self.started.remove(program)
            self.waiting[self.environment["SOURCE_DATE_EPOCH"]].append(program)
        super().__exit__()


@pytest.fixture(scope="session", autouse=True)
def programs_go_on() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "MkDocsPrograms", LentPrograms)
        yield
    for held in LentPrograms.waiting.values():
        while held:
            held.pop().stop()
