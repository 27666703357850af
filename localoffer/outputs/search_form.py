"""`/opensearch.xml`: how a browser searches this site from its own field (OpenSearch 1.1).

In: the Index. Out: the file, where mkdocs.yml says the site's address.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from localoffer.addresses import FIND, SEARCH_FORM, whole_url
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.index import Index

LONGEST_NAME = 16
"""What the form allows for a name that stands in a list of searches."""


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file, or none."""
    site = index.catalogue.site
    if not site.site_url:
        return
    place = site.council.place
    name = f"{place} SEND" if len(place) <= LONGEST_NAME - 5 else place[:LONGEST_NAME]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(name)}</ShortName>",
        f"<Description>{escape(f'Find help in {site.site_name or site.council.name}'[:1024])}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "<Language>en-GB</Language>",
        f'<Url type="text/html" template="{escape(whole_url(FIND, site.site_url))}?q={{searchTerms}}"/>',
        "</OpenSearchDescription>",
        "",
    ]
    yield SEARCH_FORM, "\n".join(lines)
