"""What lists show of a service: everything but the fields that only its own pages show.

In: services. Out: services without those fields, and a digest of what is left. Lists are made from such services, so that
a list cannot show what its key does not stand for: reading a field that is not there fails in every test. Of the summary
lists show one line, and only where the record has no short words of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from localoffer.cache.digests import digest_of
from localoffer.model import Service
from localoffer.wording.short import one_line

OWN_FIELDS = frozenset({"also_known_as", "summary", "description", "contacts", "languages", "links", "easy_read"})
"""Fields that no list shows. A new field belongs to lists until it is named here."""
LISTED_FIELDS = tuple(name for name in Service.model_fields if name not in OWN_FIELDS)


def listed_digest(service: Service) -> str:
    """Equal digests make equal entries in lists."""
    said = {name: getattr(service, name) for name in LISTED_FIELDS} | {"in_short": one_line(service)}
    return digest_of(service.path, *map(repr, said.values()))


def listed_services(services: Mapping[str, Service]) -> dict[str, Service]:
    """The same services without the fields of their own pages."""
    return {name: _bare(service) for name, service in services.items()}


def _bare(service: Service) -> Service:
    bare = service.model_copy()
    bare.__dict__["in_short"] = one_line(service)
    for name in OWN_FIELDS:
        del bare.__dict__[name]
    return bare
