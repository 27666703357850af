"""What lists show of a service: everything but the fields that only its own pages show.

In: services. Out: services without those fields, and a digest of what is left. Lists are made from such services, so that
a list cannot show what its key does not stand for: reading a field that is not there fails in every test. Standard lists say
what it is in a line; easy-read lists say it in a sentence, from the editor's points or the summary, as one whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from localoffer.cache.digests import digest_of
from localoffer.model import Service
from localoffer.prose import first_words
from localoffer.wording.short import one_line

OWN_FIELDS = frozenset({"also_known_as", "description", "contacts", "languages", "links"})
"""Fields that no list shows. A new field belongs to lists until it is named here."""
LISTED_FIELDS = tuple(name for name in Service.model_fields if name not in OWN_FIELDS)


def listed_digest(service: Service) -> str:
    """Equal digests make equal entries in lists."""
    said = {name: getattr(service, name) for name in LISTED_FIELDS} | _brief(service)
    return digest_of(service.path, *map(repr, said.values()))


def listed_services(services: Mapping[str, Service]) -> dict[str, Service]:
    """The same services without the fields of their own pages."""
    return {name: _bare(service) for name, service in services.items()}


def _bare(service: Service) -> Service:
    bare = service.model_copy()
    bare.__dict__.update(_brief(service))
    for name in OWN_FIELDS:
        del bare.__dict__[name]
    return bare


def _brief(service: Service) -> dict[str, str]:
    """What it is in a line, and in a sentence or two."""
    return {"in_short": one_line(service), "summary": service.summary or first_words(service.description)}
