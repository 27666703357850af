"""Settings by which each host serves the site alike, all written from localoffer/system/headers.py; site map and robots.txt.

In: what there is to know of a site. Out: files by name: those of `in_site` are published, those of `beside` are for people who
run a server. No clock is asked, so the same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from localoffer.addresses import url_of
from localoffer.site.hosting.apache import apache_settings
from localoffer.site.hosting.azure import azure_settings
from localoffer.site.hosting.caddy import caddy_settings
from localoffer.site.hosting.hosted import Hosted
from localoffer.site.hosting.netlify import netlify_headers, netlify_redirects
from localoffer.site.hosting.nginx import nginx_settings

__all__ = ["Hosted", "beside", "in_site", "robots", "site_map"]


def in_site(hosted: Hosted) -> dict[str, str]:
    """Files that Netlify, Cloudflare Pages and GitLab Pages read in the site itself."""
    return {"_headers": netlify_headers(hosted), "_redirects": netlify_redirects(hosted)}


def beside(hosted: Hosted) -> dict[str, str]:
    """Files of build/hosting."""
    return {
        "nginx.conf": nginx_settings(hosted),
        "htaccess": apache_settings(hosted),
        "Caddyfile": caddy_settings(hosted),
        "staticwebapp.config.json": azure_settings(hosted),
    }


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


def robots(site_url: str) -> str:
    """Everyone may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    return "\n".join([*lines, *([f"Sitemap: {site_url.rstrip('/')}/sitemap.xml"] if site_url else []), ""])
