"""Questions → answers, by the scripts of the pages over the index of an offer, without building its pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from localoffer.catalogue import Catalogue
from localoffer.outputs.index import Index
from localoffer.outputs.search import make_index, urgent

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "theme" / "assets" / "javascripts" / "find"
Answer = Mapping[str, Any]


class Search:
    """The search of one offer: the files of its index in a folder, and the scripts beside them."""

    def __init__(self, files: Iterable[tuple[str, object]], folder: Path) -> None:
        self.folder = folder
        for address, text in files:
            target = folder / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(str(text), encoding="utf-8")
        shutil.copytree(SCRIPTS, folder / "scripts")
        (folder / "scripts" / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    def ask(self, questions: Iterable[str | Mapping[str, str]]) -> list[Answer]:
        """The answer to each question: words, or the fields of the form."""
        asked = [urlencode({"q": each} if isinstance(each, str) else each) for each in questions]
        command = ["node", str(HERE / "ask.mjs"), str(self.folder / "scripts"), str(self.folder)]
        done = subprocess.run(
            command, input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        answers: list[Answer] = json.loads(done.stdout)
        return answers


def search_of(catalogue: Catalogue, folder: Path) -> Search:
    """The search of a whole offer."""
    index = Index(catalogue)
    return Search([*make_index(index), *urgent.make_files(index)], folder)
