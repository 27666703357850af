"""One address: what follows its reader about is taken off, and the page is taken out of what a program wrapped it in.

In: an address from http:// or https:// on. Out: `Meant`. The rest of it stays byte for byte.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote


class Meant(NamedTuple):
    """The address that was meant; names that were taken off it, such as fbclid; hosts of what it was wrapped in."""

    address: str
    taken_off: tuple[str, ...] = ()
    wrapped_in: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """True when it was copied in another form."""
        return bool(self.taken_off or self.wrapped_in)


_SPLIT = re.compile(
    r"(?P<scheme>https?://)(?P<host>[^/?#\s]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<part>.*))?",
    re.IGNORECASE | re.DOTALL,
)

_EVERYWHERE = re.compile(
    r"utm_\w+|(?:fb|g|y|tw|tt|irc)clid|msclkid|dclid|gclsrc|wbraid|gbraid|gad_\w+|srsltid|_gl|_ga"
    r"|mc_[ec]id|igsh(?:id)?|mibextid|__cft__(?:\[\d*\])?|__tn__|__xts__(?:\[\d*\])?|fb_(?:ref|source|action_\w+)|wickedid"
    r"|sccid|li_fat_id|rdt_cid|epik|_hs(?:enc|mi)|__hs(?:sc|tc|fp)|hsctatracking|mkt_tok|vero_(?:id|conv)|_openstat"
    r"|oly_(?:anon|enc)_id|(?:pk|mtm|piwik|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)"
    r"|dm_[it]|emci|emdi|_bta_(?:tid|c)|trk_(?:contact|msg|module|sid)|ml_subscriber(?:_hash)?|nr_email_referer|bbeml",
    re.IGNORECASE,
)
"""Names that say only where a reader came from, on any website."""
_ON_HOST: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"(?:[\w-]+\.)*(?:{host})", re.IGNORECASE), frozenset(names.split()))
    for host, names in {
        r"youtube\.com|youtu\.be|spotify\.com": "si feature pp",
        r"facebook\.com|fb\.watch": "rdid share_url paipv eav",
        r"twitter\.com|x\.com": "s t ref_src ref_url",
        r"linkedin\.com": "trk lipi trackingid refid",
        r"tiktok\.com": "_r _t",
        r"eventbrite\.(?:co\.uk|com)": "aff",
    }.items()
)
"""Short names that say so on one website, and may be anything on another."""


def meant_address(address: str) -> Meant:
    """`https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Fx%3D1%26fbclid%3D9` → `https://a.example/?x=1`."""
    return _meant(address) if "?" in address or "#" in address or _PATH_WRAPS.search(address) else Meant(address)


@lru_cache(maxsize=5_000)
def _meant(address: str) -> Meant:
    wrapped_in: list[str] = []
    for _ in range(5):  # a mail program wraps what Facebook had wrapped
        inner = _unwrapped(address)
        if inner is None:
            break
        wrapped_in.append(_host(address))
        address = inner
    bare, names = _without_tracking(address)
    return Meant(bare, tuple(names), tuple(wrapped_in))


def _host(address: str) -> str:
    found = _SPLIT.fullmatch(address)
    return found["host"].lower() if found else ""


def _without_tracking(address: str) -> tuple[str, list[str]]:
    found = _SPLIT.fullmatch(address)
    if not found:
        return address, []
    on_host = next((names for host, names in _ON_HOST if host.fullmatch(found["host"])), frozenset[str]())
    query, names = _without(found["query"], on_host)
    part, more = _without(found["part"], frozenset()) if "=" in (found["part"] or "") else (found["part"], [])
    if not names and not more:
        return address, []
    end = ("" if query is None else f"?{query}") + ("" if part is None else f"#{part}")
    return found["scheme"] + found["host"] + found["path"] + end, [*names, *more]


def _without(pairs: str | None, on_host: frozenset[str]) -> tuple[str | None, list[str]]:
    """The pairs of a query without those that follow people; None where none is left."""
    if not pairs:
        return pairs, []
    kept, names = "", []
    for found in re.finditer(r"(?P<between>^|&amp;|[&;])(?P<pair>[^&;]*)", pairs):
        name = unquote(found["pair"].partition("=")[0])
        if _EVERYWHERE.fullmatch(name) or name.lower() in on_host:
            names.append(name.lower())
        else:
            kept += found["pair"] if not kept else found[0]
    return (kept or None if names else pairs), names


# Wrappers

_Reader = Callable[["re.Match[str]"], "str | None"]
_INNER = re.compile(
    r"https?://(?:[\w-]+\.)+[^\W\d_][\w-]*(?::\d+)?(?:[/?#][^\s<>\"\\^`{|}\x00-\x20\x7f]*)?", re.IGNORECASE
)


def _asked(*names: str) -> _Reader:
    """The page stands in the query, percent-encoded, under one of these names."""

    def read(found: re.Match[str]) -> str | None:
        pairs = [pair.partition("=") for pair in re.split(r"&amp;|&", found["query"] or "")]
        values = [value for name, _, value in pairs if name.lower() in names and value]
        return unquote(values[0], errors="strict") if len(set(values)) == 1 else None

    return read


def _proofpoint(found: re.Match[str]) -> str | None:
    """Version 2: - stands for %, and _ for /."""
    value = _asked("u")(found)
    return unquote(value.replace("_", "/").replace("-", "%"), errors="strict") if value else None


def _proofpoint_path(found: re.Match[str]) -> str | None:
    """Version 3: `/v3/__https://a.example/__;!!…`; signs that were taken out are not guessed."""
    inner = re.match(r"/v3/__(.+?)__;", found.string[found.start("path") :])
    if not inner or "*" in inner[1]:
        return None
    return re.sub(r"^(https?:)/+", r"\1//", inner[1])


def _in_path(found: re.Match[str]) -> str | None:
    """`/CL0/https:%2F%2Fa.example%2Fx/1/…`"""
    inner = _PATH_WRAPS.search(found["path"])
    return unquote(inner[1], errors="strict") if inner else None


def _bulletin(found: re.Match[str]) -> str | None:
    """GovDelivery's short links are a signed note; the page is written in it."""
    packed = found["path"].split(".")
    if len(packed) != 3:
        return None
    note = json.loads(base64.urlsafe_b64decode(packed[1] + "=" * (-len(packed[1]) % 4)))
    return note.get("url") if isinstance(note, dict) else None


def _sophos(found: re.Match[str]) -> str | None:
    value = _asked("u")(found)
    return base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode() if value else None


_PATH_WRAPS = re.compile(r"/(?:CL0|L0|/v3/__|v3/__|l/eyJ)/?(https?:%2F%2F[^/]+)?", re.IGNORECASE)
_WRAPPERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"(?:{where})", re.IGNORECASE), read)
    for where, read in (
        (r"(?:[\w-]+\.)*safelinks\.protection\.(?:outlook|office365)\.(?:com|us)/.*", _asked("url")),
        (r"statics\.teams\.(?:cdn\.office\.net|microsoft\.com)/.*safelinks\.html", _asked("url")),
        (r"(?:l|lm)\.facebook\.com/l\.php|(?:www\.|m\.)?facebook\.com/l\.php|l\.(?:instagram|threads)\.(?:com|net)/", _asked("u")),
        (r"(?:www\.)?google\.(?:com|co\.uk)/url", _asked("q", "url")),
        (r"(?:www\.)?youtube\.com/redirect", _asked("q")),
        (r"(?:www\.)?linkedin\.com/(?:safety/go|redir/redirect)", _asked("url")),
        (r"(?:out\.reddit\.com|slack-redir\.net|linkprotect\.cudasvc\.com|clicktime\.symantec\.com)/.*", _asked("url", "a", "u")),
        (r"(?:www\.)?duckduckgo\.com/l/", _asked("uddg")),
        (r"t\.umblr\.com/redirect", _asked("z")),
        (r"urldefense\.proofpoint\.com/v1/url", _asked("u")),
        (r"urldefense\.proofpoint\.com/v2/url", _proofpoint),
        (r"urldefense\.(?:proofpoint\.)?com/v3/.*", _proofpoint_path),
        (r"(?:[\w-]+\.)*(?:govdelivery\.com|awstrack\.me)/.*", _in_path),
        (r"lnks\.gd/l/.*", _bulletin),
        (r"(?:[\w-]+\.)*protection\.sophos\.com/?", _sophos),
    )
)  # fmt: skip
_BLIND = re.compile(
    r"(?:[\w-]+\.)*(?:mimecast\.com/s/|list-manage\.com/track/|sendgrid\.net/ls/|mailchi\.mp/.*/track/|mlsend\.com/|rs6\.net/tn)",
    re.IGNORECASE,
)
"""Wrappers that keep the page to themselves."""


def _unwrapped(address: str) -> str | None:
    """The page inside a wrapper, where it can be read with certainty: a whole address, and nothing else."""
    found = _SPLIT.fullmatch(address)
    if not found:
        return None
    where = found["host"] + (found["path"] or "/")
    read = next((read for wrapper, read in _WRAPPERS if wrapper.fullmatch(where)), None)
    try:
        inner = read(found) if read else None
    except (ValueError, binascii.Error):
        return None
    return inner if isinstance(inner, str) and _INNER.fullmatch(inner) and inner != address else None


def blind_wrapper(address: str) -> str:
    """The host of a wrapper whose page cannot be read; empty for any other address."""
    found = _SPLIT.fullmatch(address)
    if not found:
        return ""
    where = found["host"] + (found["path"] or "/")
    is_known = any(wrapper.fullmatch(where) for wrapper, read in _WRAPPERS if read is not _in_path)
    is_blind = _BLIND.match(where) or (is_known and _unwrapped(address) is None)
    return found["host"].lower() if is_blind else ""
