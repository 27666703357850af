"""What nginx sends with the site: lines for the folder conf.d.

In: a `Hosted`. Out: text. Maps and one list of headers, for a `location` with headers of its own forgets all others.
"""

from __future__ import annotations

from localoffer.site.hosting.hosted import Hosted
from localoffer.system import headers as sent


def nginx_settings(hosted: Hosted) -> str:
    """The whole file."""
    base = hosted.pattern
    always = [f'    add_header {name} "{value}" always;' for name, value in sent.ALWAYS.items()]
    types = [f"        {kind} {ending[1:]};" for ending, kind in sent.TYPES.items()]
    texts = sorted({kind for kind in sent.TYPES.values() if kind.startswith("text/") and kind != "text/html"})
    moves = [f"    location = {old} {{ return 301 {new}; }}" for old, new in hosted.moves]
    return "\n".join(
        [
            "# Written by build.py: how nginx serves this site. Tried with nginx 1.22 of Debian 12 (nginx-light).",
            "# Copy it into /etc/nginx/conf.d/, and build/site to the folder named below.",
            "map $uri $lo_frames {",
            f'    default "{sent.FRAMES_HERE}";',
            f'    "~^{base}{sent.EMBED}" "{sent.FRAMES_ANYWHERE}";',
            "}",
            "map $uri $lo_shared {",
            '    default "";',
            *(f'    "~^{base}{_start(start)}" "{sent.EVERYBODY}";' for start in (*sent.SHARED, sent.API)),
            "}",
            "map $uri $lo_keep {",
            f'    default "{sent.ASK_AGAIN}";',
            f'    "~{sent.HASHED}" "{sent.FOR_EVER}";',
            "}",
            "map $arg_page $lo_page {",
            '    default "";',
            f'    "~^{sent.PAGE}$" "/page/$arg_page";',
            "}",
            "server {",
            "    listen 80;                   # behind a proxy, or with `listen 443 ssl` and your certificate",
            "    server_name localoffer.example.org;",
            f"    root /var/www/local-offer;   # below it stands {hosted.base}index.html",
            "    index index.html;",
            "    absolute_redirect off;       # a proxy in front may speak https on another port",
            f"    error_page 403 404 =404 {hosted.base}404.html;",
            "    gzip_static on;              # sends the .gz beside each file",
            "    # brotli_static on;          # where the brotli module is installed",
            "    gzip_vary on;",
            "    types {",
            *types,
            "    }",
            f"    default_type {sent.OTHERWISE};",
            "    charset utf-8;",
            f"    charset_types {' '.join(texts)};",
            *always,
            f'    add_header {sent.POLICY} "{sent.without_frames(hosted.policy)}; frame-ancestors $lo_frames" always;',
            f"    add_header {sent.SHARING} $lo_shared always;",
            "    add_header Cache-Control $lo_keep always;",
            *moves,
            f'    location ~ "^{base}{sent.API}/.+\\.json$" {{ }}',
            f'    location ~ "^{base}{sent.API}(/|$)" {{   # the interface, without endings',
            '        rewrite "^(.+)/$" $1 last;',
            "        try_files $uri$lo_page.json =404;",
            "    }",
            "}",
            "",
        ]
    )


def _start(start: str) -> str:
    """`api` itself, or all that begins with `data/`."""
    return start.replace(".", r"\.") + ("" if start.endswith("/") else "$")
