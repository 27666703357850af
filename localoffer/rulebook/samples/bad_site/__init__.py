"""Build the bad site from its sources: each page of content/ put into theme/base.html, which by itself has no fault.

In: sources beside this file. A page's front matter replaces parts of the frame (`head`, `title`, `skip` …); what follows it
is the main part. Out: HTML, or an offer to audit. No code of the build has a part in it, so that faults the real build would
refuse or mend can be planted. The rows of tests/cases/bad_site.yml say which rule finds each.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import shutil
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
STYLE = "".join((HERE / "style.css").read_text(encoding="utf-8").splitlines())
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"

UNLINKED = {"out-of-reach.html"}


def policy(*styles: str) -> str:
    """The policy that allows these stylesheets."""
    digests = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles]
    return " ".join([POLICY, *(f"'sha256-{digest}'" for digest in digests)])


def meta(text: str) -> str:
    """The policy as the page itself says it."""
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


def slots(name: str) -> dict[str, str]:
    """What fills the frame of a page without fault."""
    title = name.replace("-", " ").capitalize()
    up = "../" * name.count("/")
    return {
        "html": '<html lang="en-GB">',
        "policy": meta(policy(STYLE)),
        "viewport": '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "title": f"<title>{title}: a bad site</title>",
        "description": f'<meta name="description" content="A page with one fault: {title}.">',
        "head": "",
        "style": STYLE,
        "skip": '<a href="#main">Skip to main content</a>',
        "switch": f'<a href="{up}easy.html">Easy read</a>',
        "print": '<button type="button" data-lo-print>Print</button>',
        "main-start": '<main id="main">',
        "heading": f"<h1>{title}</h1>",
        "main-end": "</main>",
        "help": '<a href="tel:01632960100">01632 960 100</a>',
    }


def page(text: str, name: str) -> str:
    """One built page."""
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    given = yaml.safe_load(front) or {}
    parts = {**slots(name), **{key: str(value) for key, value in given.items() if key != "fault"}}
    if "policy" not in given:
        parts["policy"] = meta(policy(parts["style"]))
    parts["policy"] = parts["policy"].replace("{own}", policy(parts["style"]).rpartition(" ")[2])
    html = (HERE / "theme" / "base.html").read_text(encoding="utf-8")
    for key, value in {**parts, "main": body.strip()}.items():
        html = html.replace("{" + key + "}", value.rstrip("\n"))
    return html


def page_with(sample: str, within: str) -> str:
    """A good page but for the sample, which stands in one part of it."""
    if within == "main":
        return page(f"---\nfault: a sample\n---\n{sample}\n", "sample")
    return page(f"---\nfault: a sample\n{within}: {json.dumps(sample)}\n---\n<p>Words</p>\n", "sample")


def pages() -> dict[str, tuple[str, str]]:
    """Address → source and HTML of every page."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((HERE / "content").rglob("*.md")):
        name = path.relative_to(HERE / "content").with_suffix("").as_posix()
        if name != "index":
            found[f"{name}.html"] = (f"content/{name}.md", page(path.read_text(encoding="utf-8"), name))
    links = "".join(f'<li><a href="{address}">{address}</a></li>\n' for address in found if address not in UNLINKED)
    text = (HERE / "content" / "index.md").read_text(encoding="utf-8").replace("{list}", links)
    return {**found, "index.html": ("content/index.md", page(text, "index"))}


def write_html(folder: Path) -> None:
    """The built site: pages, the headers file, one script too many bytes long, a stale compressed form, a private address."""
    for address, (_source, html) in pages().items():
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8")
    styles = sorted(
        {found for _, html in pages().values() for found in re.findall("<style>(.*?)</style>\n</head>", html)}
    )
    (folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {policy(*styles)}\n", encoding="utf-8")
    shutil.copytree(HERE / "files", folder, dirs_exist_ok=True)
    (folder / "compressed-stale.html.gz").write_bytes(gzip.compress(b"<p>An older page</p>", mtime=0))


def lay_out(root: Path) -> Path:
    """An offer whose site is built: root/mkdocs.yml, providers, content, build/site, build/cache."""
    for name in ("content", "providers", "theme"):
        shutil.copytree(HERE / name, root / name)
    shutil.copy(HERE / "mkdocs.yml", root)
    write_html(root / "build" / "site")
    cache = root / "build" / "cache"
    cache.mkdir(parents=True)
    (cache / "sources.json").write_text(json.dumps({address: source for address, (source, _) in pages().items()}))
    (cache / "kinds.json").write_text(json.dumps({"easy-twin-owed.html": "service"}))
    return root
