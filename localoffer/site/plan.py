"""What is to be published: every path with its key, a digest of all that the published file depends on.

In: the parts of a build and what was rendered. Out: a `Plan`. A file whose key is the last site's need not be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from localoffer.addresses import NOT_FOUND
from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by
from localoffer.kinds import PLAIN, Kind, kind_of
from localoffer.site import hosting
from localoffer.site.assets import Assets
from localoffer.site.build_context import Parts
from localoffer.site.finish import Shared
from localoffer.site.photos import size_of
from localoffer.site.rendering import Rendered


@dataclass(frozen=True)
class Plan:
    """`keys`: published path → key, for all but the search index. `shared`: what the pages share. `ready`: content that is
    there already, by path."""

    keys: Mapping[str, str]
    shared: Shared
    ready: Mapping[str, bytes]


def plan_site(parts: Parts, rendered: Mapping[str, Rendered]) -> Plan:
    """All that is to be published, before any of it is written."""
    shared = Shared(
        parts.assets, parts.settings.light, parts.settings.dark, _sizes(parts, rendered), parts.settings.base
    )
    for sheets in {page.sheets for page in rendered.values() if page.sheets}:
        shared.sheet(sheets)
    ready = {**_asset_files(parts.assets, shared), **_extras(parts, rendered, shared)}
    return Plan(_keys(parts, rendered, shared, ready), shared, ready)


def _sizes(parts: Parts, rendered: Mapping[str, Rendered]) -> dict[str, tuple[int, int]]:
    """The size of each picture that a page shows without saying it."""
    wanted = {path for page in rendered.values() for path in page.unsized}
    sizes = {}
    for path in wanted:
        theme_path = path[path.find("assets/") :] if "assets/" in path else path
        for file in (parts.places.docs / path, parts.places.theme / theme_path):
            if file.is_file() and (size := size_of(file)):
                sizes[path] = size
                break
    return sizes


def _keys(parts: Parts, rendered: Mapping[str, Rendered], shared: Shared, ready: Mapping[str, bytes]) -> dict[str, str]:
    finish = _finish_key(parts, shared)
    keys = {
        address: digest_of(page.key, finish, *(str(shared.sizes.get(path)) for path in page.unsized))
        for address, page in rendered.items()
    }
    keys |= {path: parts.staged.digests[path] for path in parts.statics}
    return keys | {path: digest_of(content) for path, content in ready.items()}


def _finish_key(parts: Parts, shared: Shared) -> str:
    return digest_of(
        made_by(),
        shared.base,
        *(text for pair in sorted(parts.assets.names.items()) for text in pair),
        *(sheet.text for _paths, sheet in sorted(shared.made.items())),
    )


def _asset_files(assets: Assets, shared: Shared) -> dict[str, bytes]:
    """The theme's files that browsers may ask for: not the stylesheets that stand inside the pages."""
    inlined = {path for paths in shared.made for path in paths}
    names = {assets.names[path] for path in inlined if path in assets.names}
    return {name: content for name, content in assets.files.items() if name not in names}


def _kind(address: str, parts: Parts) -> Kind:
    stem = address.removesuffix("/index.html")
    for page in (f"{stem}.md", f"{stem}/index.md", f"{stem.removesuffix('.html')}.md"):
        if page in parts.offer.kinds:
            return kind_of(parts.offer.kinds[page])
    return PLAIN


def _extras(parts: Parts, rendered: Mapping[str, Rendered], shared: Shared) -> dict[str, bytes]:
    """The small files beside the pages, unless the offer brings its own."""
    url = parts.settings.site_url
    listed = [address for address in rendered if address != NOT_FOUND and _kind(address, parts).is_listed]
    texts = {**hosting.in_site(hosted_site(parts, shared, rendered)), "robots.txt": hosting.robots(url)}
    if url:
        texts["sitemap.xml"] = hosting.site_map(listed, url)
    return {path: text.encode("utf-8") for path, text in texts.items() if path not in parts.staged.digests}


def hosted_site(parts: Parts, shared: Shared, paths: Iterable[str]) -> hosting.Hosted:
    """What hosts must know of it. `paths`: of its pages."""
    all_paths = (*paths, *parts.statics, *parts.assets.names)
    folders = {path.partition("/")[0] for path in all_paths if "/" in path}
    hashed = {name.rpartition("/")[0] for path, name in parts.assets.names.items() if name != path}
    return hosting.Hosted(
        shared.policy, parts.offer.moved, parts.settings.base, tuple(sorted(folders)), tuple(sorted(hashed))
    )
