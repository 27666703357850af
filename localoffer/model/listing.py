"""A record whose path is its identity: providers/<provider>/<service>.yml."""

from __future__ import annotations

from functools import cached_property

from localoffer.model.base import Record


class Listing(Record):
    """The names that follow from where the file lies."""

    @cached_property
    def provider_id(self) -> str:
        """The provider's folder."""
        return self.path.split("/")[-2] if "/" in self.path else ""

    @cached_property
    def slug(self) -> str:
        """The file's name without .yml."""
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @cached_property
    def id(self) -> str:
        """provider/service: the path is the identity."""
        return f"{self.provider_id}/{self.slug}"
