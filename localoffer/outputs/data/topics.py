"""`/data/topics.json`: the topics, with their names, addresses and number of services.

In: the Index. Out: `{"topics": [{"id", "name", "parent", "parents", "address", "services"}, …]}` in the order of topics.yml.
`parent`, the first of `parents`, and `parents` are left out on the first level. `address` is whole where mkdocs.yml has a site_url, for the file is read
elsewhere; without one it is written from the site's root (`topics/leisure/`).
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.addresses import topic_url, whole_url
from localoffer.model.vocabulary import Topic
from localoffer.outputs.files import PublishedFile, json_text
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file."""
    topics = [_topic(topic, index) for topic in index.catalogue.vocabulary.topics.values()]
    yield "data/topics.json", json_text({"topics": topics})


def _topic(topic: Topic, index: Index) -> dict[str, object]:
    return {
        "id": topic.id,
        "name": topic.name,
        **({"parent": topic.parents[0], "parents": topic.parents} if topic.parents else {}),
        "address": whole_url(topic_url(topic.id), index.catalogue.site.site_url),
        "services": len(index.by_topic.get(topic.id, [])),
    }
