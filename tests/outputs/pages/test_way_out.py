"""Which pages have a quick way out, and what the page of urgent help offers."""

from __future__ import annotations

from dataclasses import replace

from localoffer.catalogue import Catalogue
from localoffer.model.local import LocalFacts, LocalRole
from localoffer.outputs.index import Index
from localoffer.outputs.pages.service import service_page
from localoffer.outputs.pages.urgent import needs_way_out
from tests.outputs.pages.conftest import html_of


def test_whoever_helps_people_hurt_at_home_has_a_quick_way_out_by_role_or_by_name(catalogue: Catalogue) -> None:
    service = catalogue.services["marl-trust/saturday-club"]
    assert not needs_way_out(service, catalogue)
    assert needs_way_out(service.model_copy(update={"also_known_as": ["Women's Refuge"]}), catalogue)
    private = [place.model_copy(update={"sensitive": True}) for place in service.locations]
    assert not needs_way_out(service.model_copy(update={"locations": private}), catalogue)
    role = LocalRole(role="domestic-abuse", service=service.id)
    assert needs_way_out(service, replace(catalogue, local=LocalFacts(roles=[role])))


def test_such_a_page_has_the_button_and_neither_list_nor_sharing(catalogue: Catalogue) -> None:
    service = catalogue.services["marl-trust/saturday-club"]
    usual = html_of(service_page(service, Index(catalogue)))
    role = LocalRole(role="domestic-abuse", service=service.id)
    watched = replace(catalogue, local=LocalFacts(roles=[role]))
    hidden = html_of(service_page(service, Index(watched)))
    assert "data-lo-exit" in hidden
    assert "data-lo-exit" not in usual
    for trap in ("data-lo-save", "data-lo-share", 'href="./my-list/"', "my-list/"):
        assert trap in usual or trap.startswith("href")
        assert trap not in hidden
