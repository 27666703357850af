"""Links of a text → Markdown: safe, without tracking, with words that say where they go even when read alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from localoffer.exchange.clean.escape import escaped
from localoffer.exchange.draft import Draft
from localoffer.exchange.taking.addresses import WHY_PRIVATE, is_private, masked, web_address, why_changed
from localoffer.model.contact_forms import ADDRESS_IN_TEXT, standard_mail, standard_number
from localoffer.records.links import VAGUE

LONGEST = 80
_LIKE_AN_ADDRESS = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)


def is_vague(words: str) -> bool:
    """True for “click here” and the like, and for a web address as it is."""
    bare = words.strip(" .!>»→*_")
    return not bare or VAGUE.fullmatch(bare) is not None


def label_of(words: str, url: str) -> str:
    """The words, or where the link goes: `marl-trust.example/join`."""
    return shown_address(url) if is_vague(words) or len(words) > LONGEST else words


def shown_address(url: str) -> str:
    """An address as people say it: without https:// and www., no longer than a line."""
    parts = urlsplit(url)
    host = re.sub(r"^www\.", "", parts.netloc, flags=re.IGNORECASE)
    whole = f"{host}{parts.path}".rstrip("/")
    return whole if len(whole) <= 60 else host[:LONGEST]


def link(words: str, target: str, path: str, draft: Draft) -> str:
    """One link as Markdown; the words alone where it cannot lead anywhere from our pages."""
    words = " ".join(words.split())
    scheme = target.partition(":")[0].lower() if re.match(r"[a-zA-Z][a-zA-Z+.-]*:", target) else ""
    if target in draft.pages:
        return f"[{escaped(words)}]({target})"
    if scheme == "mailto":
        return _mail(words, target[7:].partition("?")[0], path, draft)
    if scheme == "tel":
        return _phone(words, target[4:], path, draft)
    url = None if scheme not in ("", "http", "https") or target.startswith(("#", "/", ".")) else web_address(target)
    if url is None or (not scheme and not _is_host(target)):
        if target and not target.startswith("#"):
            draft.account.lose(path, f"a link that leads nowhere from here; its words stay: “{words[:80]}”")
        return escaped(words)
    if url != target:
        draft.account.change("description", target, url, why_changed(target))
    return _web(words, url, draft)


def _is_host(target: str) -> bool:
    """`www.marl.example/x`, not `page.html` or `images/x`: without https:// only what begins with a host is an address."""
    return (
        re.match(
            r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:org|com|co\.uk|gov\.uk|org\.uk|nhs\.uk|net|uk|info|example)(?:[/?#]|$))",
            target,
            re.IGNORECASE,
        )
        is not None
    )


def _web(words: str, url: str, draft: Draft) -> str:
    shown = f"]({url.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"
    if _LIKE_AN_ADDRESS.fullmatch(words):
        same = urlsplit(words if "//" in words else f"https://{words}").netloc.lower() == urlsplit(url).netloc.lower()
        return (
            f"[{escaped(shown_address(url))}{shown}"
            if same
            else f"{escaped(words)} ([{escaped(shown_address(url))}{shown})"
        )
    if not is_vague(words):
        return f"[{escaped(words)}{shown}"
    label = f"[{escaped(shown_address(url))}{shown}"
    if not words:
        return label
    draft.account.change(
        "description", words, f"{words}: {shown_address(url)}", "the words did not say where the link goes"
    )
    return f"{escaped(words)}: {label}"


def _mail(words: str, address: str, path: str, draft: Draft) -> str:
    email = standard_mail(address)
    if email is None:
        draft.account.lose(path, "a link to an e-mail address that is none; its words stay")
        return escaped(words)
    if is_private(email, draft):
        draft.account.lose(path, f"{WHY_PRIVATE} ({masked(email)})")
        return escaped(words)
    if ADDRESS_IN_TEXT.search(words) or email.lower() in words.lower():
        return escaped(words)
    return f"{escaped(words)} ({email})" if words else email


def _phone(words: str, digits: str, path: str, draft: Draft) -> str:
    number = standard_number(digits)
    if number is None:
        draft.account.lose(path, "a link to a phone number that is none; its words stay")
        return escaped(words)
    if number in re.sub(r"\D", "", words):
        return escaped(words)
    return f"{escaped(words)} ({number})" if words else number
