"""Cleaning and checking what a page sent: nothing that arrives is trusted, not even its type."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from datetime import datetime
from typing import Final

from babel.dates import format_date

from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry

#: Marks that turn the reading direction around: in a pseudonym they would disguise it.
_DIRECTION_MARKS: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

#: Letters and symbols that show nothing: a name made of them would be nobody's.
_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
#: Accents upon one letter; more of them climb over the lines above and below.
_MARKS_AT_MOST: Final = 4
#: Folded letters of other alphabets that look like a Latin one, in small or in capital.
_LOOK_ALIKES: Final = str.maketrans("авеікмнорстухѕјԁԛԝһαβεηικμνορτυχıɑɡ", "abeikmhopctyxsjdqwhabehikmnoptyxiag")


def clean_name(value: object) -> str:
    """Return ``value`` as a name people can tell from others: one line, nothing invisible; empty if nothing shows."""
    line = clean_line(value)
    shown = "".join(one for one in line if unicodedata.category(one) != "Cf" and one not in _BLANKS)
    seen = any(unicodedata.category(one)[0] in "LNPS" for one in shown)
    return " ".join(shown.split()) if seen else ""


def looks_like(name: str) -> str:
    """Return what two names have in common that the eye takes for one; for comparing, never for showing."""
    return fold_name(name).translate(_LOOK_ALIKES)


def clean_line(value: object) -> str:
    """Return ``value`` as one line of text, its spaces folded; raises ``InvalidEntry`` when it is no text."""
    return " ".join(clean_text(value).split())


def clean_text(value: object) -> str:
    """Return ``value`` as text people can read: composed accents, no control characters, its line breaks kept."""
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return _limit_marks("".join(character for character in text if _is_readable(character))).strip()


def demand_id(value: object) -> str:
    """Return ``value`` as an identifier; raises ``InvalidEntry`` when it cannot be one."""
    if not isinstance(value, str) or not 0 < len(value) <= 100:
        raise InvalidEntry("malformed-intention")
    return value


def demand_length(text: str, shortest: int, longest: int, code: str) -> str:
    """Return ``text`` if its length is allowed; raises ``InvalidEntry(code)`` with what was received and the limits."""
    if not shortest <= len(text) <= longest:
        raise InvalidEntry(code, length=len(text), shortest=shortest, longest=longest)
    return text


def demand_one_of(value: object, allowed: Container[str], code: str) -> str:
    """Return ``value`` if it is allowed; raises ``InvalidEntry(code)`` otherwise."""
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    if value not in allowed:
        raise InvalidEntry(code, received=value[:60])
    return value


def say_date(moment: datetime, language: str) -> str:
    """Say a day in words, such as ``31 décembre 2026`` or, the British way, ``31 December 2026``."""
    day = moment.astimezone().date()
    said = format_date(day, format="long", locale="fr" if language == "fr" else "en_GB")
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said


def _limit_marks(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= _MARKS_AT_MOST:
            kept.append(character)
    return "".join(kept)


def _is_readable(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _DIRECTION_MARKS and unicodedata.category(character) not in {"Cc", "Cs", "Cn"}
