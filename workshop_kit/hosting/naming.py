"""Safe file names: what a folder or a file may be called on Windows, macOS and Linux alike."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from pathlib import Path
from typing import Final

#: Where notebooks of somebody else are put, since they are programs: nothing runs them there.
RECEIVED_NOTEBOOKS: Final = "notebooks-recus"
#: What Windows forbids in a name, and what a shell or a browser might trip over.
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
#: Names that are devices on Windows, whatever their ending.
_DEVICES: Final = frozenset(
    {"con", "conin$", "conout$", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in "0123456789¹²³")}
)
#: Short enough for the longest path of an old Windows, with what stands inside; in bytes, short enough for ext4.
_LONGEST: Final = 60
_MOST_BYTES: Final = 180


def make_name_safe(name: str, otherwise: str = "atelier") -> str:
    """Return ``name`` as a file or folder may be called anywhere; accents and spaces stay."""
    text = unicodedata.normalize("NFC", name)
    # a sign newer than Python's tables has no category yet, and stays
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cf", "Cs") or one in "\t\n")
    text = " ".join(_FORBIDDEN.sub(" ", text).split())[:_LONGEST]
    while len(text.encode("utf-8", "ignore")) > _MOST_BYTES:
        text = text[:-1]
    text = text.strip(" .")
    if not text:
        return otherwise
    return f"{text}_" if text.split(".")[0].strip().lower() in _DEVICES else text


def find_free_name(parent: Path, name: str, ending: str = "") -> Path:
    """Return the path of a new thing in ``parent``: called ``name``, or ``name (2)`` where there is one already."""
    base = make_name_safe(name)
    for number in count(1):
        path = parent / (f"{base}{ending}" if number == 1 else f"{base} ({number}){ending}")
        if not path.exists() and not path.is_symlink():
            return path
    raise AssertionError("numbers do not end")


def is_safe_part(part: str) -> bool:
    """Tell whether one part of a path inside an archive can be written anywhere, where it says."""
    return (
        part not in ("", ".", "..")
        and _FORBIDDEN.search(part) is None
        and part == part.rstrip(" .")
        and part.split(".")[0].strip().lower() not in _DEVICES
        and len(part.encode("utf-8", "ignore")) <= 255
    )


def fold_part(part: str) -> str:
    """Return what names a file or a folder where case, ways to write one sign and invisible marks make no other name.

    That is so on Windows and macOS: ``Notebooks`` is ``notebooks`` there, and so is one with the sign of kelvins.
    """
    shown = "".join(one for one in unicodedata.normalize("NFKD", part) if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", shown.casefold())
