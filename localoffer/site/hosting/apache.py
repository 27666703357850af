"""What Apache sends with the site: an .htaccess file.

In: a `Hosted`. Out: text.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.site.hosting.hosted import Hosted
from localoffer.system import headers as sent


def apache_settings(hosted: Hosted) -> str:
    """The whole file."""
    moves = (f"Redirect permanent {old} {new}" for old, new in hosted.moves)
    parts = (_start(hosted), moves, _headers(hosted), _rewriting(), _types())
    return "\n".join([*(line for part in parts for line in part), ""])


def _start(hosted: Hosted) -> Iterator[str]:
    yield "# Written by build.py: how Apache serves this site. Copy it beside index.html, named .htaccess"
    yield "# Tried with Apache 2.4 (Debian 12), AllowOverride All, and the modules headers, rewrite, mime, alias and dir."
    yield f"ErrorDocument 404 {hosted.base}404.html"
    yield "DirectoryIndex index.html"
    yield "# the interface stands in files beside folders of the same name: its addresses get no slash"
    yield f'<If "%{{REQUEST_URI}} =~ m#^{hosted.pattern}{sent.API}(/|$)#">'
    yield "  DirectorySlash Off"
    yield "</If>"


def _headers(hosted: Hosted) -> Iterator[str]:
    starts = (*sent.SHARED, sent.API)
    shared = "|".join(start.replace(".", r"\.") + ("" if start.endswith("/") else "$") for start in starts)
    yield "<IfModule mod_headers.c>"
    yield "  Header append Vary Accept-Encoding"
    for name, value in sent.ALWAYS.items():
        yield f'  Header always set {name} "{value}"'
    yield f'  Header always set {sent.POLICY} "{sent.with_frames(hosted.policy)}"'
    yield f'  Header set Cache-Control "{sent.ASK_AGAIN}"'
    yield f'  <If "%{{REQUEST_URI}} =~ m#^{hosted.pattern}{sent.EMBED}#">'
    yield f'    Header always set {sent.POLICY} "{sent.with_frames(hosted.policy, sent.EMBED)}"'
    yield "  </If>"
    yield f'  <If "%{{REQUEST_URI}} =~ m#^{hosted.pattern}({shared})#">'
    yield f'    Header always set {sent.SHARING} "{sent.EVERYBODY}"'
    yield "  </If>"
    yield rf'  <FilesMatch "{sent.HASHED.removesuffix("$")}(\.br|\.gz)?$">'
    yield f'    Header set Cache-Control "{sent.FOR_EVER}"'
    yield "  </FilesMatch>"
    yield "</IfModule>"


def _rewriting() -> Iterator[str]:
    yield "<IfModule mod_rewrite.c>"
    yield "  RewriteEngine On"
    yield "  # the interface, without endings, and its pages"
    yield rf"  RewriteCond %{{QUERY_STRING}} (?:^|&)page=({sent.PAGE})(?:&|$)"
    yield rf"  RewriteRule ^({sent.API}(?:/[a-z_]+)?)/?$ $1/page/%1.json [L,QSD]"
    yield r"  RewriteCond %{REQUEST_URI} !\.json(\.br|\.gz)?$"
    yield rf"  RewriteRule ^({sent.API}(?:/.+?)?)/?$ $1.json [L]"
    yield "  # a folder without a page is not shown as a list of files"
    yield "  RewriteCond %{REQUEST_FILENAME} -d"
    yield "  RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "  RewriteRule ^ - [R=404,L]"
    for coding, ending in (("br", "br"), ("gzip", "gz")):
        yield f"  RewriteCond %{{HTTP:Accept-Encoding}} {coding}"
        yield f"  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f"  RewriteRule ^(.*)$ $1.{ending} [L]"
    yield "</IfModule>"


def _types() -> Iterator[str]:
    yield "# page.html.br is HTML, sent as brotli; .br would else mean the Breton language"
    yield "<IfModule mod_mime.c>"
    for ending in sent.TYPES:
        yield f'  AddType "{sent.type_of(ending)}" {ending}'
    yield "  AddEncoding br .br"
    yield "  AddEncoding gzip .gz"
    yield "  RemoveType .gz"
    yield "  RemoveLanguage .br"
    yield "</IfModule>"
