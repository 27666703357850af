"""`/.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site's safety.

In: the Index. Out: the file, where the council has said whom; it ends within a year, so that a site that nobody builds any more
does not say for ever what nobody keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer.addresses import SECURITY, whole_url
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file, or none."""
    site = index.catalogue.site
    if site.security_contact:
        contact = site.security_contact
        where = contact if contact.startswith("https://") else f"mailto:{contact}"
        lines = [f"Contact: {where}", f"Expires: {expires(index.catalogue.today)}", "Preferred-Languages: en"]
        canonical = [f"Canonical: {whole_url(SECURITY, site.site_url)}"] if site.site_url else []
        yield SECURITY, "\n".join([*lines, *canonical, ""])


def expires(today: date) -> str:
    """The beginning of this month in a year: less than a year from now, and the same for a month of builds."""
    return f"{today.year + 1}-{today.month:02}-01T00:00:00Z"
