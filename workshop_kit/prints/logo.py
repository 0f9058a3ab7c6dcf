"""A reader of the commune's logo (*logo*): a picture of the workshop's folder, checked, made small, and drawn in black.

Whatever kind of file it is, it becomes a picture of points of a bounded size: nothing of the file itself, such as where
a photo was taken or what a drawing refers to, reaches a print.
"""

from __future__ import annotations

import base64
import re
import warnings
from io import BytesIO
from pathlib import Path
from typing import Final

from workshop_kit.domain.printing import LOGOS
from workshop_kit.errors import InvalidEntry
from workshop_kit.report.printing import draw_picture
from workshop_kit.store.plain_files import is_plain_file, read_plain_file

#: Bytes of the file, and points of the picture, beyond which it is no logo.
LARGEST: Final = 5_000_000
POINTS_AT_MOST: Final = 40_000_000
#: Points of its longer side as it is printed: 25 mm at 1,000 points an inch.
_SIDE: Final = 1000
_FORMATS: Final = ("PNG", "JPEG")
#: What a drawing may not hold: it would grow without end, or look for other files.
_FOREIGN: Final = re.compile(rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<script|<foreignObject", re.IGNORECASE)


def find_logo(folder: Path) -> Path | None:
    """Return the file of the workshop's logo, ``None`` where its folder has none."""
    return next((folder / name for name in LOGOS if is_plain_file(folder / name)), None)


def read_logo(folder: Path, *, bw: bool) -> str:
    """Return the workshop's logo as a drawing that holds a picture of points; ``""`` without one.

    Parameters
    ----------
    folder
        The workshop's folder.
    bw
        Whether it is to be seen in greys.

    Raises
    ------
    InvalidEntry
        ``logo-too-large`` or ``logo-broken``, told the ``name`` of the file.

    """
    file = find_logo(folder)
    if file is None:
        return ""
    try:
        content = read_plain_file(file, LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _refuse(file, error) from error
    if len(content) > LARGEST:
        raise InvalidEntry("logo-too-large", name=file.name, most=LARGEST // 1_000_000)
    try:
        picture = _draw_svg(content) if file.suffix.lower() == ".svg" else content
        return _wrap(*_shrink(picture, file.name, bw=bw))
    except InvalidEntry:
        raise
    except Exception as error:  # whatever a library says of a file that is not what its name says
        raise InvalidEntry("logo-broken", name=file.name) from error


def _refuse(file: Path, error: Exception) -> InvalidEntry:
    large = file.stat().st_size > LARGEST if file.exists() else False
    code = "logo-too-large" if large else "logo-broken"
    return InvalidEntry(code, name=file.name, most=LARGEST // 1_000_000)


def _draw_svg(content: bytes) -> bytes:
    if _FOREIGN.search(content):
        raise ValueError("a drawing that is not self-contained")
    return draw_picture(content, _SIDE)


def _shrink(content: bytes, name: str, *, bw: bool) -> tuple[bytes, int, int]:
    from PIL import Image, ImageOps  # pages that print nothing do without it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        opened = Image.open(BytesIO(content), formats=_FORMATS)
    if opened.width * opened.height > POINTS_AT_MOST:
        raise InvalidEntry("logo-too-large", name=name, most=LARGEST // 1_000_000)
    with opened:
        opened.draft("RGB", (_SIDE, _SIDE))
        upright = ImageOps.exif_transpose(opened)
        small = upright.convert("RGBA")
    small.thumbnail((_SIDE, _SIDE))
    if bw:
        small = small.convert("LA").convert("RGBA")
    drawn = BytesIO()
    small.save(drawn, "PNG", optimize=True)
    return drawn.getvalue(), small.width, small.height


def _wrap(picture: bytes, width: int, height: int) -> str:
    data = base64.b64encode(picture).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )
