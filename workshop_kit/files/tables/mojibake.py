"""Undo a double encoding: letters whose UTF-8 bytes were read as other letters (``Ã©`` for é), all or some of them."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.files.tables.plausible import is_plausible

#: Encodings in which UTF-8 is read by mistake.
_MISTAKEN: Final = ("cp1252", "mac-roman", "cp850")
#: The first bytes of what French and English write beyond ASCII: letters, marks, signs, emoji.
_LEADS: Final = {0xC2: 1, 0xC3: 1, 0xC5: 1, 0xC6: 1, 0xCB: 1, 0xE2: 2, 0xEF: 2, 0xF0: 3}
#: Signs of text, by range: punctuation, arrows, pictures, emoji; and those that stand alone.
_RANGES: Final = (range(0x2010, 0x203B), range(0x2190, 0x2200), range(0x2600, 0x27C0), range(0x1F000, 0x1FB00))
_SIGNS: Final = frozenset({0xA0, 0xAB, 0xB0, 0xB7, 0xBB, 0x202F, 0x20AC, 0x2122, 0xFE0F, 0xFEFF})
#: Times that a text can have been encoded again.
_TIMES_AT_MOST: Final = 3


def undo_double_encoding(text: str) -> tuple[str, int]:
    """Return ``text`` with letters encoded twice put right, and how many there were."""
    count = 0
    for _ in range(_TIMES_AT_MOST):
        found = 0
        for encoding in _MISTAKEN:
            text, times = _undo(text, encoding)
            found += times
        count += found
        if not found:
            break
    return text, count


def _letter(byte: int, encoding: str) -> str:
    """Return what a byte is read as; cp1252 leaves five bytes out, which programs read as control characters."""
    return bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte))


def _write_pattern(encoding: str) -> re.Pattern[str]:
    trail = "[" + "".join(re.escape(_letter(byte, encoding)) for byte in range(0x80, 0xC0)) + "]"
    return re.compile("|".join(f"{re.escape(_letter(lead, encoding))}{trail}{{{n}}}" for lead, n in _LEADS.items()))


_PATTERNS: Final = {encoding: _write_pattern(encoding) for encoding in _MISTAKEN}
_BYTES: Final = {encoding: {_letter(byte, encoding): byte for byte in range(0x80, 0x100)} for encoding in _MISTAKEN}


def _undo(text: str, encoding: str) -> tuple[str, int]:
    times = 0

    def read(found: re.Match[str]) -> str:
        nonlocal times
        try:
            letter = bytes(_BYTES[encoding][one] for one in found[0]).decode()
        except UnicodeDecodeError:
            return found[0]
        around = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if not _is_likely(letter, *around):
            return found[0]
        times += 1
        return letter

    mended = _PATTERNS[encoding].sub(read, text)
    if times and encoding == "cp1252":  # of « à » a no-break space was left, which programs make a space
        mended, more = re.subn(r"(?<![^\s'’])Ã(?=\s|$)", "à", mended)
        times += more
    return mended, times


def _is_likely(letter: str, before: str, after: str) -> bool:
    point = ord(letter)
    if point in _SIGNS or any(point in signs for signs in _RANGES):
        return True
    return letter.isalpha() and (is_plausible(before[-1:] + letter + after[:1]) or letter.isupper())
