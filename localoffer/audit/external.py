"""Follow the links that lead to other websites, and say which no longer work.

In: an audit. Out: warnings at the source, never errors: a fault of another website is not a fault of this one. What was
found is kept, so that the next run asks only what is old.
"""

from __future__ import annotations

import urllib.parse
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

from localoffer.audit import rules
from localoffer.audit.context import Audit
from localoffer.audit.html.runner import look_at_pages
from localoffer.audit.link_asker import Asker, LinkAnswer, Manners, host_of
from localoffer.audit.sources import Sources
from localoffer.cache.digests import read_json, write_json
from localoffer.findings import Finding, count, sort_findings
from localoffer.system.websites import is_below


def ask_all(addresses: Iterable[str], known: Mapping[str, LinkAnswer], asker: Asker) -> dict[str, LinkAnswer]:
    """An answer for each address: the kept one while it is young, else a new one; hosts side by side."""
    manners, now = asker.manners, asker.clock()
    answers: dict[str, LinkAnswer] = {}
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        kept = known.get(address)
        if kept and now - kept.asked < (manners.bad_age if kept.fault else manners.age):
            answers[address] = kept
        else:
            by_host[host_of(address)].append(address)

    def ask_host(those: list[str]) -> list[tuple[str, LinkAnswer]]:
        return [(address, asker.ask(address)) for address in those]

    with ThreadPoolExecutor(manners.hosts_at_once) as pool:
        for some in pool.map(ask_host, by_host.values()):
            answers.update(some)
    return answers


def is_asked(address: str, manners: Manners) -> bool:
    """True for a real host: names kept for examples have nobody behind them."""
    name = urllib.parse.urlsplit(address).hostname or ""
    return bool(name) and not is_below(name, manners.not_asked)


def audit_external(audit: Audit, asker: Asker | None = None) -> list[Finding]:
    """A warning for each link to another website that does not work or has moved."""
    asker = asker or Asker()
    names = sorted(path.relative_to(audit.site).as_posix() for path in audit.site.rglob("*.html"))
    looks = look_at_pages(audit.site, names, base="/", cache=None, processors=audit.processors)
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for name, look in looks.items():
        for address in look.facts.elsewhere:
            pages[address.partition("#")[0]].append(name)
    asked = [address for address in pages if is_asked(address, asker.manners)]
    note = audit.cache / "links-elsewhere.json"
    known = {address: _answer_of(row) for address, row in read_json(note).items()}
    with audit.progress(f"Following {count(len(asked), 'link')} to other websites"):
        answers = ask_all(asked, known, asker)
    write_json(note, {address: asdict(answer) for address, answer in sorted(answers.items())})
    forbidden = sum(answer.is_forbidden for answer in answers.values())
    audit.say(
        f"Links to other websites: {len(pages)}. Asked {len(asked) - forbidden}; {forbidden} not, because the website asks programs to stay away; {len(pages) - len(asked)} are names kept for examples."
    )
    return sort_findings(
        finding for address in asked for finding in _findings(address, answers[address], pages[address], audit.sources)
    )


def _answer_of(row: Any) -> LinkAnswer:
    try:
        return LinkAnswer(**row)
    except TypeError:
        return LinkAnswer()


def _findings(address: str, answer: LinkAnswer, pages: list[str], sources: Sources) -> Iterable[Finding]:
    places = {sources.place(page, (address, address.rstrip("/")), False) for page in pages}
    exact = {place for place in places if place[1:] != (1, 1)} or set(sorted(places)[:1])
    for place in sorted(exact):
        if answer.fault:
            message = f"the link to {address} does not work: {answer.fault}"
            fix = "open it in a browser; then correct it or take it out."
            yield rules.LINK_ELSEWHERE.finding(place[0], message, fix, place[1:])
        elif answer.moved:
            message = f"the page at {address} has moved for good"
            yield rules.LINK_MOVED.finding(place[0], message, f"write {answer.moved}", place[1:])
