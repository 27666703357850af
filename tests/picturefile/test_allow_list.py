"""Whatever a drawing is made of, what the cleaner writes holds only elements, attributes and addresses of the lists."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from localoffer.picturefile import PictureRefused, clean_drawing, look_at
from localoffer.picturefile.allowed import (
    ATTRIBUTES,
    ELEMENTS,
    FUNCTIONS,
    GEOMETRY,
    PROPERTIES,
    SHAPES,
    UNSAFE_ELEMENTS,
)
from tests.picturefile.hostile import HOSTILE, INSIDE

SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SPACES = 'xmlns:x="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:o="urn:other" xmlns:s="http://www.w3.org/2000/svg"'
ADDRESSES = [
    "#a",
    "javascript:x()",
    "https://evil.example/a",
    "//evil.example",
    "data:text/html,x",
    "other.svg#a",
    " #b ",
    "DATA:image/svg+xml,x",
    "JAVA\tSCRIPT:x",
]
CSS = [
    "red",
    "url(#a)",
    "url(https://evil.example)",
    "URL('//e')",
    "expression(x())",
    "\\75rl(//e)",
    "image-set('//e' 1x)",
    "attr(href)",
    "translate(1)",
    "calc(1px + 2px)",
    "-moz-element(#a)",
    "src('//e')",
    "url(#a) url(//e)",
    "var(--x)",
    "u\\rl(//e)",
]

elements = st.sampled_from(
    sorted(
        {
            *ELEMENTS,
            *UNSAFE_ELEMENTS,
            "foreignObject",
            "h:script",
            "h:img",
            "s:script",
            "o:thing",
            "feImage",
            "SVG",
            "font-face",
            "view",
        }
    )
)
names = st.sampled_from(
    sorted(
        {
            *ATTRIBUTES,
            "onload",
            "onClick",
            "ONERROR",
            "href",
            "x:href",
            "src",
            "o:href",
            "xml:base",
            "xml:space",
            "xml:lang",
            "h:onload",
            "attributeName",
            "to",
            "values",
            "formaction",
            "ping",
            "begin",
        }
    )
)
words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)
values = st.one_of(st.sampled_from(ADDRESSES), st.sampled_from(CSS), words)
declarations = st.lists(
    st.tuples(st.sampled_from(sorted({*PROPERTIES, "behavior", "-moz-binding", "cursor", "animation", "--x"})), values),
    max_size=4,
).map(lambda pairs: ";".join(f"{name}:{value}" for name, value in pairs))
sheets = st.lists(
    st.one_of(
        declarations.map(lambda css: f".a{{{css}}}"),
        st.sampled_from(
            [
                "@import '//e';",
                "@font-face{src:url(//e)}",
                "@media print{.b{fill:url(//e)}}",
                "@namespace '//e';",
                "@charset 'x';",
                "<!--",
                "@supports (fill:url(//e)){.c{fill:red}}",
                "@keyframes x{to{fill:url(//e)}}",
                "@page{background:url(//e)}",
                "@layer a{.x{fill:url(//e)}}",
            ]
        ),
        words,
    ),
    max_size=4,
).map(" ".join)


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    tag = "svg" if depth == 0 else draw(elements)
    given_names = draw(st.lists(names, max_size=5, unique_by=lambda name: name.lower()))
    attributes = [f"{name}={quoteattr(draw(declarations if name == 'style' else values))}" for name in given_names]
    space = f'xmlns="http://www.w3.org/2000/svg" {SPACES}' if depth == 0 else ""
    inside = escape(draw(sheets if tag == "style" else words))
    children = draw(st.lists(trees(depth + 1), max_size=3)) if depth < 3 else []
    return f"<{tag} {space} {' '.join(attributes)}>{inside}{''.join(children)}</{tag}>"


def css_leads_nowhere(tokens: list[object]) -> bool:
    for token in tokens:
        kind = token.type  # type: ignore[attr-defined]
        if kind == "url" and not token.value.startswith("#"):  # type: ignore[attr-defined]
            return False
        if kind == "function":
            name, inner = token.lower_name, token.arguments  # type: ignore[attr-defined]
            strings = [part.value for part in inner if part.type == "string"]
            if name == "url" and not all(value.startswith("#") for value in strings):
                return False
            if name not in FUNCTIONS | {"url"} or not css_leads_nowhere(inner):
                return False
        if kind in ("() block", "[] block", "{} block") and not css_leads_nowhere(token.content):  # type: ignore[attr-defined]
            return False
        if kind == "at-keyword" and token.lower_value not in ("media", "supports"):  # type: ignore[attr-defined]
            return False
    return True


def only_what_is_allowed(text: bytes, shapes_only: bool) -> None:
    for node in ElementTree.fromstring(text).iter():
        assert isinstance(node.tag, str)
        assert node.tag.startswith(SVG)
        tag = node.tag.removeprefix(SVG)
        assert tag in (SHAPES if shapes_only else ELEMENTS)
        for name, value in node.attrib.items():
            if name == "href" and not shapes_only:
                assert value.startswith("data:image/png;base64," if tag == "image" else "#")
                continue
            if name.startswith(XML):
                assert name.removeprefix(XML) in ("space", "lang")
                continue
            assert name in (GEOMETRY if shapes_only else ATTRIBUTES)
            if name not in ("id", "class", "lang", "role") and not name.startswith("aria-"):
                assert css_leads_nowhere(tinycss2.parse_component_value_list(value)), (name, value)
        if tag == "style":
            assert css_leads_nowhere(tinycss2.parse_component_value_list(node.text or "")), node.text


@given(trees())
def test_only_what_the_lists_allow_is_written(text: str) -> None:
    for shapes_only in (False, True):
        try:
            drawing = clean_drawing(text.encode(), shapes_only=shapes_only)
        except PictureRefused:
            continue
        only_what_is_allowed(drawing.clean, shapes_only)
        again = clean_drawing(drawing.clean, shapes_only=shapes_only)
        assert again.clean == drawing.clean
        assert again.fault is None


@given(st.lists(st.sampled_from(sorted(INSIDE)), max_size=6), st.randoms())
def test_hostile_parts_in_each_other_stay_out(parts: list[str], chance: object) -> None:
    inside = "<g>".join(INSIDE[name] for name in parts) + "</g>" * max(0, len(parts) - 1)
    text = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'
    only_what_is_allowed(clean_drawing(text.encode()).clean, False)


@given(st.sampled_from(sorted(HOSTILE)), st.integers(0, 400), st.binary(max_size=8))
def test_a_damaged_file_is_a_fault_or_clean_and_never_a_crash(name: str, place: int, put: bytes) -> None:
    raw = HOSTILE[name]
    damaged = raw[:place] + put + raw[place + len(put) :]
    looked = look_at(damaged, "hall.svg")
    if looked.fault is None:
        only_what_is_allowed(clean_drawing(damaged).clean, False)


@given(st.binary(max_size=300), st.sampled_from(["a.svg", "a.png", "a.jpg", "a.webp", "a.gif", "a"]))
def test_any_bytes_at_all_are_looked_at_without_a_crash(raw: bytes, name: str) -> None:
    assert look_at(raw, name).fault
