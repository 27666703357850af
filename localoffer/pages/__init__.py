"""Catalogue → every page of the site, before MkDocs.

In: the Catalogue, and QR codes drawn before: no file, no clock. Out: `Page`s: a path in
build/docs, front matter for the theme, Markdown prose, and the file a person edits.
"""

from __future__ import annotations

from localoffer.catalogue import Catalogue
from localoffer.pages.about import about_pages
from localoffer.pages.browse import browse_pages
from localoffer.pages.checks import checks_pages
from localoffer.pages.content import content_pages
from localoffer.pages.easy import easy_page, easy_pages, join_twins
from localoffer.pages.find import find_page
from localoffer.pages.home import home_page
from localoffer.pages.index import Index
from localoffer.pages.lists import a_to_z_pages, complete_list_pages, providers_pages
from localoffer.pages.moved import moved_pages
from localoffer.pages.page import Page, page_path, page_text, page_url
from localoffer.pages.parts import static_files
from localoffer.pages.provider import provider_pages
from localoffer.pages.qr import Codes
from localoffer.pages.service import service_page
from localoffer.pages.settings import my_list_page, settings_page
from localoffer.pages.statement import easy_statement, statement_pages
from localoffer.pages.terms import explain_terms

__all__ = ["Codes", "Page", "page_path", "page_text", "page_url", "static_files", "write_pages"]


def write_pages(catalogue: Catalogue, codes: Codes | None = None) -> list[Page]:
    """Every page, standard and easy read, sorted by path; a page written by hand wins over one made here.

    `codes`: the QR codes drawn before.
    """
    index = Index(catalogue, codes or Codes())
    written = content_pages(index)
    made = [
        home_page(index),
        find_page(index),
        my_list_page(),
        settings_page(),
        *(service_page(service, index) for service in catalogue.services.values()),
        *(page for provider in catalogue.providers.values() for page in provider_pages(provider, index)),
        *browse_pages(index),
        *a_to_z_pages(index),
        *providers_pages(index),
        *complete_list_pages(index),
        *about_pages(index),
        *checks_pages(),
        *moved_pages(index),
    ]
    easy = list(easy_pages(index))
    kinds = {page.kind for page in [*made, *written, *easy] if page.kind != "redirect"}
    made += statement_pages(index, kinds)
    easy.append(easy_page(easy_statement(index, kinds), "easy-content"))
    standard = {_place(page): page for page in [*made, *written]}
    pages = explain_terms(join_twins(list(standard.values()), easy), catalogue)
    return sorted(pages, key=lambda page: page.path)


def _place(page: Page) -> str:
    """`guides.md` and `guides/index.md` are one address."""
    return page.url
