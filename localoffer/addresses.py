"""Every address of the site is built here: pages, links, staged files and the audit ask this module.

In: ids. Out: addresses from the site's root without a leading slash (`topics/leisure/`); that of home is empty. A
pattern names in braces what an id fills in; localoffer/kinds.py says which kind of page stands at which pattern.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

HOME, FIND, MY_LIST, NEWS = "", "find/", "my-list/", "news/"
SERVICES, PROVIDER, SERVICE = "services/", "services/{provider}/", "services/{service}/"
TOPICS, TOPIC = "topics/", "topics/{topic}/"
NEEDS, NEED, NEED_STAGE, EVERY_NEED = "needs/", "needs/{need}/", "needs/{need}/{stage}/", "needs/all/"
STAGES, STAGE = "ages/", "ages/{stage}/"
AREAS, AREA = "areas/", "areas/{area}/"
COMING, COMING_AREA = "this-weekend/", "this-weekend/{area}/"
NOT_KNOWN = "not-known/{gap}/"
A_TO_Z, LETTER, PROVIDERS = "a-z/", "a-z/{letter}/", "a-z/providers/"
GUIDES, GUIDE, CONTENT, GLOSSARY = "guides/", "guides/{page}/", "{page}/", "glossary/"
DATES = "dates/"
LANGUAGES, LANGUAGES_GUIDE = "languages/", "guides/languages-and-bsl/"
"""The page of welcomes in other languages, and the guide about interpreters and sign, where an offer has it."""
EMERGENCIES = "guides/emergencies/"
"""The page of urgent help, one press from every other."""
CHECKS, CHECKS_GROUP = "about/checks/", "about/checks/{group}/"
BEFORE_PUBLISHING = "about/before-you-publish/"
CREDITS, LAW, UP_TO_DATE = "about/credits/", "about/law/", "about/up-to-date/"
PICTURES = "about/pictures/"
OPEN_DATA = "about/open-data/"
STATEMENT, RESULTS, SETTINGS = "about/accessibility/", "about/results/", "about/settings/"
FOR_SCHOOLS = "about/for-schools/"
PASTE, POSTER, WHO_LINKS = f"{FOR_SCHOOLS}paste/", f"{FOR_SCHOOLS}poster/", f"{FOR_SCHOOLS}who-links/"
CHOICES, BADGE, BADGE_PICTURE = f"{FOR_SCHOOLS}choices.json", f"{FOR_SCHOOLS}badge.svg", f"{FOR_SCHOOLS}badge.png"
TAKE_PART = "take-part/"
SAID_AND_DONE, TELL_US = "take-part/you-said-we-did/", "take-part/tell-us-what-is-missing/"
EASY = "easy-read/"
"""Where the easy-read twin of a page stands: this, then the page's own address."""
EMBED = "embed/"
"""Where the fragment of a page stands that schools show inside their own: this, then the page's own address."""
EMBED_SEARCH = "embed/search/"
EMBED_SCRIPT = "embed/local-offer.js"
"""The script that schools may put beside a fragment: it has this name for good."""
API = "api"
"""Open Referral UK stands at it and below it."""
TABLES = "data/"
"""Where the tables of the open data stand."""
DATA = (
    "api.json",
    *(
        f"api/{table}.json"
        for table in ("services", "organizations", "service_at_locations", "taxonomy_terms", "taxonomies")
    ),
    *(f"data/services{ending}" for ending in (".csv", ".json", "-dictionary.csv", "-dictionary.json", "-schema.json")),
)
"""Files of the open data whose addresses do not depend on the offer."""
FEED = "news/new.atom"
"""What is new and newly checked, for programs that follow it."""
SEARCH_FORM = "opensearch.xml"
"""How browsers search this site from their own field."""
SECURITY = ".well-known/security.txt"
TIMES = "times.ics"
"""A service's times for a calendar, below its address."""
PAGE_DATES = "dates.ics"
"""The dates of a hand-written page for a calendar, below its address."""
NOT_FOUND = "404.html"
"""The page a host shows for an address that is not there."""

KIND_OF_HELP = "kinds/{kind}/"
"""Below the easy-read twin of a long list: one kind of help of it."""
_LATER_PART = re.compile(r"page/\d+/(?=$|index\.html$)")
_OF_KIND = re.compile(rf"^((?:{EASY})?(?:{TOPICS}|{NEEDS}|{STAGES})[^/]+/)kinds/[^/]+/")
_INDEX = re.compile(r"(^|/)index$")


def service_url(service_id: str) -> str:
    """`services/marl-trust/saturday-club/`."""
    return SERVICE.format(service=service_id)


def provider_url(provider_id: str) -> str:
    """`services/marl-trust/`."""
    return PROVIDER.format(provider=provider_id)


def topic_url(topic_id: str) -> str:
    """`topics/leisure/`."""
    return TOPIC.format(topic=topic_id)


def need_url(need_id: str, stage_id: str = "") -> str:
    """`needs/autism/`; with an age `needs/autism/5-to-10/`."""
    return NEED_STAGE.format(need=need_id, stage=stage_id) if stage_id else NEED.format(need=need_id)


def coming_url(area_id: str = "") -> str:
    """`this-weekend/`; of one area `this-weekend/easton/`."""
    return COMING_AREA.format(area=area_id) if area_id else COMING


def stage_url(stage_id: str) -> str:
    """`ages/5-to-10/`."""
    return STAGE.format(stage=stage_id)


def area_url(area_id: str) -> str:
    """`areas/easton/`."""
    return AREA.format(area=area_id)


def not_known_url(gap: str) -> str:
    """`not-known/ages/`."""
    return NOT_KNOWN.format(gap=gap)


def letter_url(letter: str) -> str:
    """`a-z/s/`."""
    return LETTER.format(letter=letter.lower())


def checks_url(group: str) -> str:
    """`about/checks/records/`."""
    return CHECKS_GROUP.format(group=group)


def search_url(name: str, value: str) -> str:
    """The search, narrowed by one choice: `find/?topic=leisure`."""
    return f"{FIND}?{name}={value}"


def whole_url(url: str, site_url: str | None) -> str:
    """An address with the site's own before it, for what is read elsewhere; as it is where the site has none."""
    return f"{site_url.rstrip('/')}/{url}" if site_url else url


def content_url(page_id: str) -> str:
    """A hand-written page: `guides/travel` → `guides/travel/`; `take-part/index` → `take-part/`."""
    return page_url(f"{page_id}.md")


def page_dates_url(page_id: str) -> str:
    """The calendar file of a hand-written page: `take-part/groups-and-meetings/dates.ics`."""
    return f"{content_url(page_id)}{PAGE_DATES}"


def is_guide(page_id: str) -> bool:
    """True for a page of content/guides/."""
    return page_id.startswith(GUIDES)


def picture_path(provider_id: str, file: str) -> str:
    """Where a provider's picture lies on the site: `services/marl-trust/images/hall.jpg`."""
    return str(PurePosixPath("services", provider_id, file))


# Easy read, and the parts of a list


def easy_url(url: str) -> str:
    """The address of a page's easy-read twin: `services/p/s/` → `easy-read/services/p/s/`."""
    return EASY + url


def is_easy(address: str) -> bool:
    """True for an easy-read page, and for its file."""
    return address.startswith(EASY)


def full_url(address: str) -> str:
    """The address whose twin this is; any other as it is."""
    return address.removeprefix(EASY)


def embed_url(url: str) -> str:
    """The address of a page's fragment for other websites: `topics/leisure/` → `embed/topics/leisure/`."""
    return EMBED + url


def part_url(url: str, number: int) -> str:
    """One part of a long list: `topics/leisure/page/2/`; the first part is the list itself."""
    return url if number == 1 else f"{url}page/{number}/"


def kind_url(url: str, kind: str) -> str:
    """One kind of help of an easy-read list: `easy-read/needs/autism/kinds/things-to-do/`."""
    return url + KIND_OF_HELP.format(kind=kind)


def first_part(address: str) -> str:
    """The list that a part belongs to: `topics/x/page/2/` → `topics/x/`, `needs/x/kinds/y/` → `needs/x/`; also of files
    (`…/index.html`)."""
    return _OF_KIND.sub(r"\1", _LATER_PART.sub("", address))


# Files


def page_url(path: str) -> str:
    """`services/p/s.md` → `services/p/s/`; `about/index.md` → `about/`; `index.md` → ``."""
    bare = _INDEX.sub("", path.removesuffix(".md"))
    return f"{bare}/" if bare else ""


def page_path(url: str) -> str:
    """`services/p/s/` → `services/p/s.md`; the home page is `index.md`."""
    return f"{url.rstrip('/')}.md" if url else "index.md"


def built_file(url: str) -> str:
    """The file of a page in the finished site: `services/p/s/` → `services/p/s/index.html`."""
    return f"{url}index.html"


def url_of(file: str) -> str:
    """And back: `services/p/s/index.html` → `services/p/s/`; a file that is no page keeps its name."""
    return file.removesuffix("index.html")
