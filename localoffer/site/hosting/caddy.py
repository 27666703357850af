"""What Caddy sends with the site: a Caddyfile.

In: a `Hosted`. Out: text.
"""

from __future__ import annotations

from localoffer.site.hosting.hosted import Hosted
from localoffer.system import headers as sent


def caddy_settings(hosted: Hosted) -> str:
    """The whole file."""
    base = hosted.base
    shared = " ".join(f"{base}{start}*" if start.endswith("/") else base + start for start in (*sent.SHARED, sent.API))
    types = [line for ending in sent.TYPES for line in (
        f"    @{ending[1:]} path *{ending}",
        f'    header @{ending[1:]} Content-Type "{sent.type_of(ending)}"',
    )]  # fmt: skip
    return "\n".join(
        [
            "# Written by build.py: how Caddy serves this site. Tried with Caddy 2.6 (Debian 12).",
            "# With your site's name in the place of localhost, Caddy fetches the certificate by itself.",
            "{$LOCAL_OFFER:localhost} {",
            f"    root * {{$LOCAL_OFFER_FOLDER:/var/www/local-offer}}   # below it stands {base}index.html",
            "    map {path} {lo_frames} {lo_keep} {",
            f'        ~^{hosted.pattern}{sent.EMBED}.* "{sent.FRAMES_ANYWHERE}" "{sent.ASK_AGAIN}"',
            f'        ~{sent.HASHED} "{sent.FRAMES_HERE}" "{sent.FOR_EVER}"',
            f'        default "{sent.FRAMES_HERE}" "{sent.ASK_AGAIN}"',
            "    }",
            *(f'    header {name} "{value}"' for name, value in sent.ALWAYS.items()),
            f'    header {sent.POLICY} "{sent.without_frames(hosted.policy)}; frame-ancestors {{lo_frames}}"',
            "    header Cache-Control {lo_keep}",
            "    header Vary Accept-Encoding",
            f"    @shared path {shared}",
            f'    header @shared {sent.SHARING} "{sent.EVERYBODY}"',
            *types,
            *(f"    redir {old} {new} 301" for old, new in hosted.moves),
            "    # the interface, without endings, and its pages",
            f"    @api path_regexp api ^({hosted.pattern}{sent.API}(?:/[^.]+?)?)/?$",
            "    @page {",
            f"        path_regexp list ^({hosted.pattern}{sent.API}(?:/[a-z_]+)?)/?$",
            f'        expression {{query.page}}.matches("^{sent.PAGE}$")',
            "    }",
            "    header @api Content-Type application/json",
            "    rewrite @page {re.list.1}/page/{query.page}.json",
            "    rewrite @api {re.api.1}.json",
            "    file_server {",
            "        precompressed br gzip",
            "    }",
            "    handle_errors {",
            f"        rewrite * {base}404.html",
            '        header Content-Type "text/html; charset=utf-8"',
            f'        header Cache-Control "{sent.ASK_AGAIN}"',
            "        file_server {",
            "            precompressed br gzip",
            "        }",
            "    }",
            "}",
            "",
        ]
    )
