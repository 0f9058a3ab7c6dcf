"""Undo a double encoding: letters whose UTF-8 bytes were read as other letters (``Ã©`` for é), all or some of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from workshop_kit.files.reading.tables.plausible import is_plausible

#: Encodings in which UTF-8 is read by mistake.
_MISTAKEN: Final = ("cp1252", "mac-roman", "cp850")
#: The first bytes of what French and English write beyond ASCII: letters, marks, signs, emoji.
_LEADS: Final = {0xC2: 1, 0xC3: 1, 0xC5: 1, 0xC6: 1, 0xCB: 1, 0xE2: 2, 0xEF: 2, 0xF0: 3}
#: Signs of text, by range: punctuation, arrows, pictures, emoji; and those that stand alone.
_RANGES: Final = (range(0x2010, 0x203B), range(0x2190, 0x2200), range(0x2600, 0x27C0), range(0x1F000, 0x1FB00))
_SIGNS: Final = frozenset({0xA0, 0xAB, 0xB0, 0xB7, 0xBB, 0x202F, 0x20AC, 0x2122, 0xFE0F, 0xFEFF})
_WORD: Final = re.compile(r"[^\s;,\t|\"]+")
_CAPITALS: Final = frozenset("ÉÈÊËÀÂÎÏÔÛÙÇŒÆÜÖÄ")
#: Times that a text can have been encoded again.
_TIMES_AT_MOST: Final = 3


def undo_double_encoding(text: str) -> tuple[str, int]:
    """Return ``text`` with letters encoded twice put right, and how many there were."""
    text, count = _undo_runs(text)
    for _ in range(_TIMES_AT_MOST):
        found = 0
        for encoding in _MISTAKEN:
            text, times = _undo(text, encoding)
            found += times
        count += found
        if not found:
            break
    return text, count


_LETTER: Final = "[A-Za-zÀ-ÿ]"
#: Signs that stand inside no word: by them a text is known that was read in a wrong encoding before it was saved.
_INSIDE_NO_WORD: Final = re.compile(
    rf"(?<={_LETTER})[‚ƒ„†‡ˆ‰‹›˜™¢£¤¥¦§¨©ª«¬®¯±´µ¶¸º»¿×÷√≈∂∆∑∏Ωπ\u2500-\u259f\x80-\x9f](?={_LETTER})"
    rf"|(?<={_LETTER})[ŽŠŸ](?=[a-zà-ÿ])"
)
#: Capitals inside a word: one may be a name's, several are not.
_CAPITAL_INSIDE: Final = re.compile(rf"(?<={_LETTER})[À-ÖØ-ÝÞŒ](?=[a-zà-ÿ])")
_PAIRS: Final = tuple((one, other) for one in _MISTAKEN for other in _MISTAKEN if one != other)


def undo_wrong_reading(text: str) -> tuple[str, bool]:
    """Return ``text`` with the words put right whose letters were read in a wrong encoding (``H‚lŠne`` for Hélène).

    The flag says whether words remain that nobody can have written so.
    """
    if not _is_odd(text):
        return text, False
    words = list(dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii()))
    for read, written in _PAIRS:
        try:
            mended = [word.encode(read).decode(written) for word in words]
        except UnicodeError:
            continue
        if is_plausible("\n".join(mended)) and not _is_odd("\n".join(mended)):
            return _put(text, dict(zip(words, mended, strict=True))), False
    return text, True


def _is_odd(text: str) -> bool:
    return _INSIDE_NO_WORD.search(text) is not None or len(_CAPITAL_INSIDE.findall(text)) > 1


def _put(text: str, right: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: right.get(found[0], found[0]), text)


def _undo_runs(text: str) -> tuple[str, int]:
    """Undo what was encoded more than twice, where the signs between two plain ones are nothing else."""
    times = 0

    def read(found: re.Match[str]) -> str:
        nonlocal times
        run, depth = found[0], 0
        while depth < _TIMES_AT_MOST:
            try:
                run = bytes(_BYTES["cp1252"][one] for one in run).decode()
            except (KeyError, UnicodeDecodeError):
                break
            depth += 1
        around = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if depth < 2 or not _are_likely(run, *around):
            return found[0]
        times += len(run)
        return run

    return re.sub(r"[^\x00-\x7f]{2,}", read, text), times


def _are_likely(letters: str, before: str, after: str) -> bool:
    """Tell whether each of some letters may stand between its neighbours."""
    whole = f"{before or ' '}{letters}{after or ' '}"
    return all(_is_likely(one, whole[place - 1], whole[place + 1]) for place, one in enumerate(letters, start=1))


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
    if encoding == "cp1252":  # of « à » a no-break space was left, which programs make a space
        # alone in a text, only where the space that it left stands before another one
        pattern = r"(?<![A-ZÀ-Þ])Ã(?=\s|$)" if times else r"(?<=[a-z][a-z])Ã(?=\s\s)"
        mended, more = re.subn(pattern, "à", mended)
        times += more
    return mended, times


def _is_likely(letter: str, before: str, after: str) -> bool:
    point = ord(letter)
    if point in _SIGNS or any(point in signs for signs in _RANGES):
        return True
    return letter.isalpha() and (is_plausible(before[-1:] + letter + after[:1]) or letter in _CAPITALS)
