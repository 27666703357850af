"""The small files beside the pages: site map, robots.txt, redirects, and what web servers are to send with pages.

In: addresses and the policy. Out: text; no clock is asked, so the same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from localoffer.system.server import FOR_EVER, HEADERS

#: Pages are asked for again each time (a short answer when nothing changed): a mended phone number reaches people at once.
ASK_AGAIN = "no-cache"


def site_map(addresses: Iterable[str], site_url: str) -> str:
    """The list of pages for search engines, without dates: a build day would say nothing about the pages."""
    base = site_url.rstrip("/") + "/"
    rows = [f"<url><loc>{escape(base + url_of(address))}</loc></url>" for address in sorted(addresses)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *rows,
            "</urlset>",
            "",
        ]
    )


def url_of(address: str) -> str:
    """`services/p/s/index.html` → `services/p/s/`."""
    return address.removesuffix("index.html")


def robots(site_url: str) -> str:
    """Everyone may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    return "\n".join([*lines, *([f"Sitemap: {site_url.rstrip('/')}/sitemap.xml"] if site_url else []), ""])


def netlify_headers(policy: str, hashed: Iterable[str]) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages. `hashed`: folders whose names change with their content."""
    kept = [line for folder in sorted(set(hashed)) for line in (f"/{folder}/*", f"  Cache-Control: {FOR_EVER}")]
    rows = [f"  {name}: {value}" for name, value in {"Content-Security-Policy": policy, **HEADERS}.items()]
    return "\n".join(["/*", *rows, *kept, ""])


def netlify_redirects(moved: Mapping[str, str]) -> str:
    """The `_redirects` file: old address → new address, for good."""
    return "".join(f"/{old} /{new} 301\n" for old, new in sorted(moved.items()))


def nginx_settings(policy: str, moved: Mapping[str, str]) -> str:
    """Lines for a `server` block of nginx."""
    headers = {"Content-Security-Policy": policy, **HEADERS}
    sent = [f'    add_header {name} "{value}" always;' for name, value in headers.items()]
    moves = [f"    location = /{old} {{ return 301 /{new}; }}" for old, new in sorted(moved.items())]
    return "\n".join(
        [
            "# Written by build.py: what nginx sends with this site. Tried with nginx 1.22 and its brotli module (Debian 12).",
            "server {",
            "    root /var/www/local-offer;   # a copy of build/site",
            "    index index.html;",
            "    charset utf-8;",
            "    absolute_redirect off;       # a proxy in front may speak https on another port",
            "    error_page 403 404 =404 /404.html;",
            "    gzip_static on;              # sends the .gz beside each file",
            "    # brotli_static on;          # where the brotli module is installed",
            "    gzip_vary on;",
            *sent,
            f'    add_header Cache-Control "{ASK_AGAIN}" always;',
            *moves,
            r'    location ~ "\.[0-9a-f]{8}\.(js|css|svg|png|webp)$" {   # the name changes with the content',
            *(f"    {line}" for line in sent),
            f'        add_header Cache-Control "{FOR_EVER}" always;',
            "    }",
            "}",
            "",
        ]
    )


def apache_settings(policy: str, moved: Mapping[str, str]) -> str:
    """An .htaccess file for Apache."""
    headers = {"Content-Security-Policy": policy, **HEADERS}
    return "\n".join(
        [
            "# Written by build.py: what Apache sends with this site. Copy it beside index.html, named .htaccess",
            "# Tried with Apache 2.4 (Debian 12), AllowOverride All, and the modules headers, rewrite, mime, alias and dir.",
            "ErrorDocument 404 /404.html",
            *(f"Redirect permanent /{old} /{new}" for old, new in sorted(moved.items())),
            "<IfModule mod_headers.c>",
            "  Header append Vary Accept-Encoding",
            *(f'  Header always set {name} "{value}"' for name, value in headers.items()),
            f'  Header set Cache-Control "{ASK_AGAIN}"',
            r'  <FilesMatch "\.[0-9a-f]{8}\.(js|css|svg|png|webp)(\.br|\.gz)?$">',
            f'    Header set Cache-Control "{FOR_EVER}"',
            "  </FilesMatch>",
            "</IfModule>",
            "<IfModule mod_rewrite.c>",
            "  RewriteEngine On",
            "  # a folder without a page is not shown as a list of files",
            "  RewriteCond %{REQUEST_FILENAME} -d",
            r"  RewriteCond %{REQUEST_FILENAME}/index.html !-f",
            "  RewriteRule ^ - [R=404,L]",
            "  RewriteCond %{HTTP:Accept-Encoding} br",
            r"  RewriteCond %{REQUEST_FILENAME}.br -f",
            r"  RewriteRule ^(.*)$ $1.br [L]",
            "  RewriteCond %{HTTP:Accept-Encoding} gzip",
            r"  RewriteCond %{REQUEST_FILENAME}.gz -f",
            r"  RewriteRule ^(.*)$ $1.gz [L]",
            "</IfModule>",
            "# page.html.br is HTML, sent as brotli; .br would else mean the Breton language",
            "<IfModule mod_mime.c>",
            "  AddEncoding br .br",
            "  AddEncoding gzip .gz",
            "  RemoveType .gz",
            "  RemoveLanguage .br",
            "</IfModule>",
            "",
        ]
    )
