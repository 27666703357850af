"""Rules about what a page may load and run: nothing inline but the shared sheet, nothing from elsewhere, policy in force.

In: a `PageView`. Out: faults.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from localoffer.audit.html.hrefs import is_elsewhere
from localoffer.audit.html.page import PageView, frame_fault, short
from localoffer.rulebook import Fault, Rules

SAFETY = Rules("built-page", within="main")

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
DATA_SCRIPTS = {"application/json", "application/ld+json", "speculationrules"}
_PROGRAM = re.compile(r"\s*(?:(?:javascript|vbscript)\s*:|data\s*:(?!image/))", re.IGNORECASE)
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href"})


def policy_of(page: PageView) -> str | None:
    """The content security policy in the page's own meta tag."""
    for _, attributes in page.all("meta"):
        if (attributes.get("http-equiv") or "").lower() == "content-security-policy":
            return attributes.get("content") or ""
    return None


def sheet_hashes(page: PageView) -> list[str]:
    """The hash of each inline stylesheet, as the policy writes it."""
    return [sheet_hash(node.text(deep=True) or "") for node, _ in page.all("style")]


def sheet_hash(css: str) -> str:
    """`'sha256-…'` of one stylesheet."""
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@SAFETY.rule("inline-script", bad="<script>alert(1)</script>", good='<script src="/a.js" defer></script>')
def check_scripts(page: PageView) -> Iterator[Fault]:
    """No script stands in a page, an attribute or an address: the policy would stop it, and so it could only be an attack."""
    for node, attributes in page.all("script"):
        if not (attributes.get("src") or "").strip() and (attributes.get("type") or "").lower() not in DATA_SCRIPTS:
            message = "a script stands in the page itself"
            yield page.fault(node, message, "put it into a file of its own in theme/assets/javascripts.", "<script")
    for node, _tag, attributes in page.nodes:
        for name, value in attributes.items():
            if name.startswith("on") and len(name) > 3:
                fix = "take it out; scripts of the theme find their elements themselves."
                yield page.fault(node, f"the attribute {name} runs a script", fix, f"{name}=")
            elif name in _ADDRESSES and value and _PROGRAM.match(value):
                yield page.fault(node, f"the address {short(value, 30)} runs a program", "link to a page.", value)


@SAFETY.rule(
    "blocking-script",
    bad='<script src="/assets/a.js"></script>',
    good='<script type="module" src="/assets/a.js"></script>',
    within="head",
)
def check_blocking(page: PageView) -> Iterator[Fault]:
    """No script keeps people waiting: each is a module, deferred or async."""
    for node, attributes in page.all("script"):
        waits = attributes.get("type") == "module" or "defer" in attributes or "async" in attributes
        if attributes.get("src") and not waits:
            message = f"the script {attributes['src']} stops the page until it has come"
            yield page.fault(node, message, 'add type="module" or defer.', attributes["src"])


@SAFETY.rule("style-attribute", bad='<p style="color:red">Words</p>', good='<p class="lo-soft">Words</p>')
def check_style_attributes(page: PageView) -> Iterator[Fault]:
    """No element has a style attribute: the policy would ignore it."""
    for node, tag, attributes in page.nodes:
        if "style" in attributes:
            fix = "give it a class of the stylesheet."
            yield page.fault(node, f"a {tag} has a style attribute", fix, f'style="{attributes["style"]}"', "style=")


@SAFETY.rule("style-sheet", bad="", good="", within="head")
def check_sheets(page: PageView) -> Iterator[Fault]:
    """Style comes from one shared sheet in the head, whose hash stands in the policy; nothing else would be obeyed."""
    policy = policy_of(page) or ""
    hashes = sheet_hashes(page)
    sheets = page.all("style")
    if "style-src" not in policy:
        return  # no policy, or none of ours: said by policy-missing
    for (node, _), hash in zip(sheets, hashes, strict=True):
        if hash not in policy:
            message = "a stylesheet in the page is not the shared one that the policy allows"
            yield page.fault(
                node,
                message,
                "put the rules into a stylesheet of theme/; a council's own is theme/council.css.",
                "<style",
            )
    if len(sheets) > 1 and all(hash in policy for hash in hashes):
        message = "the page has more than one stylesheet inside"
        yield page.fault(
            sheets[1][0],
            message,
            "join them in one stylesheet of theme/; a council's own is theme/council.css.",
            "<style",
        )


@SAFETY.rule(
    "policy-missing", bad="", good=f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">', within="policy"
)
def check_policy(page: PageView) -> Iterator[Fault]:
    """Each page carries the site's policy, before anything it governs; it allows nothing but the site itself."""
    policy = policy_of(page)
    if policy is None:
        if not page.is_redirect:
            fix = "let the build's finish step write it: link the stylesheet in the head."
            yield frame_fault("the page has no policy on what it may load", fix, "Content-Security-Policy", "<head")
        return
    rest = re.sub(r"\s*'sha256-[A-Za-z0-9+/=]+'", "", policy).strip().rstrip(";")
    if rest != POLICY:
        message = f"the page's policy is “{short(rest, 90)}”, not the site's own"
        yield frame_fault(message, f"write: {POLICY} and the hashes.", "Content-Security-Policy")
    first = page.tree.css_first(
        "head > script, head > style, head > link[rel=stylesheet], meta[http-equiv=Content-Security-Policy i]"
    )
    if first is not None and first.tag != "meta":
        message = "something stands before the policy and escapes it"
        yield frame_fault(message, "put the policy right after the charset.", "Content-Security-Policy")


_LOADS = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "track": ("src",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_LOADING_LINKS = frozenset(
    """
    stylesheet preload prefetch modulepreload icon manifest preconnect dns-prefetch apple-touch-icon prerender
    """.split()
)


@SAFETY.rule(
    "third-party",
    bad='<img src="https://cdn.example.org/a.png" width="1" height="1" alt="" data-decorative>',
    good='<img src="/a.png" width="1" height="1" alt="" data-decorative>',
)
def check_third_parties(page: PageView) -> Iterator[Fault]:
    """Nothing is loaded from another host: nobody else learns who reads about what."""
    for node, tag, attributes in page.nodes:
        names: tuple[str, ...] = _LOADS.get(tag, ())
        if tag == "link" and _LOADING_LINKS & set((attributes.get("rel") or "").lower().split()):
            names = ("href",)
        for name in names:
            given = attributes.get(name) or ""
            for address in given.split(",") if name == "srcset" else [given]:
                if is_elsewhere(address) and not address.strip().startswith("data:"):
                    message = f"the page loads {short(address.strip())} from another website"
                    yield page.fault(node, message, "put the file into the site.", address.strip())
    for node, _ in page.all("style"):
        if found := re.search(r"(?:@import|url\()\s*['\"]?((?:https?:)?//[^'\")]+)", node.text(deep=True) or ""):
            message = f"the stylesheet loads {short(found[1])} from another website"
            yield page.fault(node, message, "put the file into the site.", found[1])


@SAFETY.rule("font", bad='<link rel="preload" as="font" href="/a.woff2">', good="", within="head")
def check_fonts(page: PageView) -> Iterator[Fault]:
    """No font is loaded: pages use the fonts people have."""
    for node, attributes in page.all("link"):
        if attributes.get("as") == "font" or re.search(r"\.(?:woff2?|ttf|otf)\b", attributes.get("href") or ""):
            message = f"the page loads the font {attributes.get('href')}"
            yield page.fault(node, message, "use system fonts.", attributes.get("href"))
    for node, _ in page.all("style"):
        if "@font-face" in (node.text(deep=True) or ""):
            yield page.fault(node, "the stylesheet loads a font", "use system fonts.", "@font-face")
