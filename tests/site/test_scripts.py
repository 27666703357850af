"""Scripts that are published whole: what goes into one file, what stays a file of its own, and that they still do the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from localoffer.site import BuildFailed
from localoffer.site.scripts import join_scripts, squeezed, tight

ROOT = Path(__file__).resolve().parents[2]
SAME_TOKENS = """
const { tokenize } = require('espree');
const read = (text) => JSON.stringify(tokenize(text, { ecmaVersion: 'latest', sourceType: 'module' }).map(({ type, value }) => [type, value]));
const pairs = JSON.parse(require('fs').readFileSync(0, 'utf8'));
for (const [one, other] of pairs) if (read(one) !== read(other)) throw new Error(one.slice(0, 200));
process.stdout.write(`${pairs.length}`);
"""

SCRIPTS = {
    "a/page.js": "// @whole\n// The page.\nimport { one } from './one.js';\nimport { two } from './two.js';\nconst name = 'page';\n"
    "console.log(name, one(), two());\nimport('./later.js').then(({ later }) => console.log(later()));\n",
    "a/one.js": "const name = 'one';\nlet asked = 0;\nexport const one = () => `${name} ${(asked += 1)}`;\n",
    "a/two.js": "import { one } from './one.js';\nimport { far } from '../b/far.js';\nexport function two() {\n  return one() + far;\n}\n",
    "a/later.js": "import { one } from './one.js';\nexport const later = () => one();\n",
    "b/far.js": "export const far = '!';\n",
}


def test_what_a_whole_script_imports_from_its_folder_goes_with_it_and_what_is_used_later_does_not() -> None:
    joined = join_scripts(SCRIPTS)
    assert joined.within == {"a/one.js": "a/page.js", "a/two.js": "a/page.js"}
    assert sorted(joined.texts) == ["a/later.js", "a/page.js", "b/far.js"]
    assert joined.texts["a/page.js"].startswith("import { far } from '../b/far.js';\n")
    assert "The page" not in joined.texts["a/page.js"]


def test_two_whole_scripts_never_hold_the_same_one_twice() -> None:
    joined = join_scripts({**SCRIPTS, "a/small.js": "// @whole\nimport { one } from './one.js';\none();\n"})
    assert joined.within == {"a/one.js": "a/small.js", "a/two.js": "a/page.js"}
    assert "import { one } from './one.js';" in joined.texts["a/page.js"]


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("a/one.js", "export const one = 1, two = 2;\nexport default one;\n", "cannot be joined"),
        ("a/one.js", "export const one = 1;\nexport const two = 2;\n", "exports two, which another script does too"),
        ("a/one.js", "import { two } from './two.js';\nexport const one = 1;\n", "import each other"),
        ("a/two.js", "import { one as first } from './one.js';\nexport const two = first;\n", "under another name"),
    ],
)
def test_what_cannot_be_joined_is_said(path: str, text: str, why: str) -> None:
    with pytest.raises(BuildFailed, match=why):
        join_scripts({**SCRIPTS, path: text})


def test_only_whole_lines_of_comment_go() -> None:
    assert (
        squeezed("/** Says\n * why. */\nconst a = 1; // stays\n\n  // goes\n  go('//');\n")
        == "const a = 1; // stays\ngo('//');\n"
    )
    over_lines = "const text = `one\n  // two\n`;\n"
    assert squeezed(over_lines) == over_lines


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (
            "const a = (b, c) => ({ d: b ?? 'x = y', e: c === 1 ? \"a , b\" : `${b} - ${c}` });",
            "const a=(b,c)=>({d:b??'x = y',e:c===1?\"a , b\":`${b} - ${c}`});",
        ),
        ("if (a) return b - -1 + +c / d;", "if(a)return b - -1 + +c / d;"),
        ("const quotes = /[' \"]+ = /g, rest = 'a, b';", "const quotes=/[' \"]+ = /g,rest='a, b';"),
        ("say(`a ${ok ? `b = c` : ''}`);", "say(`a ${ok ? `b = c` : ''}`);"),
        ("go(a, b); // it's , what", "go(a, b); // it's , what"),
        ("for (const [a, b] of c) d = async () => {};", "for(const [a,b] of c)d=async()=>{};"),
    ],
)
def test_spaces_go_around_signs_and_never_in_a_text(line: str, left: str) -> None:
    assert tight(line) == left


@pytest.mark.node
def test_the_themes_scripts_say_the_same_without_their_spaces(tmp_path: Path) -> None:
    theme = ROOT / "theme"
    scripts = {path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8") for path in theme.rglob("*.js")}
    pairs = [(bare := squeezed(text), tight(bare)) for text in scripts.values()]
    assert sum(len(one) - len(other) for one, other in pairs) > 5_000
    done = subprocess.run(
        ["node", "-e", SAME_TOKENS], cwd=ROOT, input=json.dumps(pairs), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"{len(pairs)}"), done.stderr


@pytest.mark.node
def test_a_whole_script_does_what_its_parts_did(tmp_path: Path) -> None:
    def said(scripts: dict[str, str], folder: Path) -> str:
        for path, text in {**scripts, "package.json": '{"type": "module"}'}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        run = subprocess.run(["node", "a/page.js"], cwd=folder, capture_output=True, text=True, check=True)
        return run.stdout

    joined = join_scripts(SCRIPTS)
    led = {path: text.replace("./one.js", "./page.js") for path, text in joined.texts.items()}
    assert said(led, tmp_path / "joined") == said(SCRIPTS, tmp_path / "parts") == "page one 1 one 2!\none 3\n"
