"""Make photos fit to publish: upright, not larger than needed, and without what the camera wrote into them.

In: picture files. Out: files in build/cache/photos, named by their content. A phone writes the place where a photo was
taken into it: that can be a child's home.
"""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from localoffer.cache.digests import digest_of
from localoffer.system.failures import BuildFailed

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
WIDEST = 1280
_SVG_SIZE = re.compile(rb'<svg\b[^>]*?\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)', re.S)
_SVG_WIDTH = re.compile(rb'<svg\b[^>]*?\swidth="([\d.]+)(?:px)?"', re.S)
_SVG_HEIGHT = re.compile(rb'<svg\b[^>]*?\sheight="([\d.]+)(?:px)?"', re.S)


def is_photo(path: str) -> bool:
    """True for a file that is drawn again before it is published."""
    return Path(path).suffix.lower() in PHOTOS


def clean_photo(source: Path, cache: Path) -> Path:
    """The photo as it is published; drawn once for the same content."""
    content = source.read_bytes()
    target = cache / f"{digest_of(str(WIDEST), content)}{source.suffix.lower()}"
    if target.is_file():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}")
    try:
        _draw(source, fresh)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise BuildFailed(
            f"{source} is not a picture that can be read.",
            "open it in a picture program and save it again as JPEG or PNG.",
        ) from None
    fresh.replace(target)
    return target


def _draw(source: Path, target: Path) -> None:
    with Image.open(source) as opened:
        form = opened.format or "PNG"
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((WIDEST, WIDEST * 2), Image.Resampling.LANCZOS)
        if form == "JPEG":
            bare = upright.convert("RGB")
            bare.info = {}
            bare.save(target, "JPEG", quality=80, optimize=True, progressive=True)
            return
        upright.info = {key: value for key, value in upright.info.items() if key == "transparency"}
        if form == "WEBP":
            upright.save(target, "WEBP", quality=80, method=4)
        else:
            upright.save(target, "PNG", optimize=True)


def size_of(path: Path) -> tuple[int, int] | None:
    """Width and height in CSS pixels of a picture file; None when it does not say."""
    if path.suffix.lower() == ".svg":
        return _svg_size(path.read_bytes()[:4096])
    try:
        with Image.open(path) as opened:
            return opened.size
    except (UnidentifiedImageError, OSError):
        return None


def _svg_size(start: bytes) -> tuple[int, int] | None:
    width, height = _SVG_WIDTH.search(start), _SVG_HEIGHT.search(start)
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = _SVG_SIZE.search(start)
    return (round(float(box[1])), round(float(box[2]))) if box else None
