"""What people type and paste → what they meant: lists, lines, and addresses and phone numbers as links

In: text of contributors. Out: Markdown that shows what a person sees in the file, and stretches of text that are links. Every
page, easy read and the facts read from here; nothing here escapes: that is for whoever writes the page.
"""

from localoffer.prose.contacts import Contact, contacts_in, link_contacts
from localoffer.prose.first_words import first_words
from localoffer.prose.lists import mend_lists
from localoffer.webaddress import meant_text

__all__ = ["Contact", "contacts_in", "first_words", "link_contacts", "mend_lists", "mend_markdown"]


def mend_markdown(text: str, *, keeps_code: bool = False) -> str:
    """A contributor's Markdown as Python-Markdown reads it right. `keeps_code`: lines far in are code, as on pages."""
    return link_contacts(mend_lists(meant_text(text), keeps_code=keeps_code))
