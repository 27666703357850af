"""Make pictures fit to publish: photos upright, not larger than needed, without what the camera wrote; drawings clean.

In: picture files. Out: files in build/cache/photos, named by their content. What a picture may hold: `picturefile`.
"""

from __future__ import annotations

import re
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from localoffer import picturefile
from localoffer.cache.digests import digest_of
from localoffer.picturefile import PictureRefused, clean_picture
from localoffer.system.failures import BuildFailed

_SVG_SIZE = re.compile(rb'<svg\b[^>]*?\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)', re.S)
_SVG_WIDTH = re.compile(rb'<svg\b[^>]*?\swidth="([\d.]+)(?:px)?"', re.S)
_SVG_HEIGHT = re.compile(rb'<svg\b[^>]*?\sheight="([\d.]+)(?:px)?"', re.S)


def publishable(source: Path, cache: Path, name: str) -> Path:
    """The picture as it is published; made once for the same content. `name`: what people call the file."""
    content = source.read_bytes()
    target = cache / f"{digest_of(_cleaner(), content)}{source.suffix.lower()}"
    if target.is_file():
        return target
    try:
        clean = clean_picture(content, source.name)
    except (PictureRefused, OSError, ValueError) as refused:
        fault = refused.fault if isinstance(refused, PictureRefused) else None
        raise BuildFailed(
            f"{name} {fault.message if fault else 'cannot be made ready for the site'}.",
            fault.fix if fault else "open it in a picture program and save it again as JPEG or PNG.",
        ) from None
    cache.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}")
    fresh.write_bytes(clean)
    fresh.replace(target)
    return target


@once
def _cleaner() -> str:
    """Stands for the code and the libraries that clean. Other code changes often, and to draw thousands of photos takes minutes."""
    code = sorted(Path(picturefile.__file__).parent.glob("*.py"))
    return digest_of(version("pillow"), version("tinycss2"), *(path.read_bytes() for path in code))


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
