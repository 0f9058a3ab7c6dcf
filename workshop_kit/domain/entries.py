"""Validators: how what people enter is cleaned, and how long or large it may be, wherever it comes from.

A page, a form filled in for somebody else and an organiser's file are held to the same rule: each kind of entry
stands here once. ``live.contract`` prints the limits for the front end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.domain.phones import write_phone
from workshop_kit.domain.scales import (
    COMPETENCES,
    DOTS_AT_MOST,
    DOTS_PER_OPTION,
    INTERESTS,
    POINTS_AT_MOST,
    SUM_AT_MOST,
)
from workshop_kit.errors import InvalidEntry

#: Marks that turn the reading direction around: in a pseudonym they would disguise it. And those that begin a file,
#: stand for nothing, or were given up: no text needs them, and a PDF may not hold the first.
_UNWANTED: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\ufeff\ufff9\ufffa\ufffb\u206a\u206b\u206c\u206d\u206e\u206f\U000e0001"
)
#: What ends a line, besides the line feed.
_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
#: Letters and symbols that show nothing: a name made of them would be nobody's.
_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
#: Accents upon one letter; more of them climb over the lines above and below.
_MARKS_AT_MOST: Final = 4
#: Folded letters of other alphabets that look like a Latin one, in small or in capital.
_LOOK_ALIKES: Final = str.maketrans("авеікмнорстухѕјԁԛԝһαβεηικμνορτυχıɑɡ", "abeikmhopctyxsjdqwhabehikmnoptyxiag")
#: Loose on purpose: an address is proved by writing to it; this only catches a slip of the thumb.
_EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")
#: Before it, no letter is made of several signs and none is invisible.
_BEYOND_LATIN: Final = "\u0250"
#: Years in which something may be planned: others are a slip while typing.
_YEARS: Final = range(2000, 2100)
#: More than one empty line, with whatever blanks stand in them.
_EMPTY_LINES: Final = re.compile(r"\n(?:[^\S\n]*\n){2,}")
#: A web address as people write it: a name with a dot, ``localhost`` or brackets, whatever follows it.
_WEB_ADDRESS: Final = re.compile(
    r"(?:https?://)?(?:[^\s/:@?#\[\]]+\.[^\s/:@?#\[\]]+|localhost|\[[0-9a-fA-F:]+\])(?::\d{1,5})?(?:[/?#]\S*)?"
)
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 .()/-]{5,}")
_HALF: Final = re.compile(r"0(?!\D*0)\D*(?:[0-9]\D*){0,8}")


def clean_text(value: object) -> str:
    """Return ``value`` as text people can read: composed accents, no control characters, its line breaks kept.

    One empty line parts paragraphs; more of them would only take up room.

    Raises ``InvalidEntry`` (``malformed-intention``) when it is no text.
    """
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    if is_plain(value):
        return value.strip()
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", value))
    readable = _limit_marks("".join(character for character in text if is_readable(character)))
    return _EMPTY_LINES.sub("\n\n", readable).strip()


def is_plain(text: str) -> bool:
    """Tell whether a text is one line of Latin letters and signs: most are, and there is nothing to clean in it."""
    return text.isprintable() and (text.isascii() or max(text) < _BEYOND_LATIN)


def clean_line(value: object) -> str:
    """Return ``value`` as one line of text, its spaces folded; raises as ``clean_text``."""
    return " ".join(clean_text(value).split())


def clean_name(value: object) -> str:
    """Return ``value`` as a name people can tell from others: one line, nothing invisible; empty if nothing shows."""
    line = clean_line(value)
    shown = "".join(one for one in line if unicodedata.category(one) != "Cf" and one not in _BLANKS)
    return " ".join(shown.split()) if shows_something(shown) else ""


def shows_something(text: str) -> bool:
    """Tell whether there is anything to read in ``text``: marks and blanks show nothing by themselves."""
    return any(_is_seen(one) for one in text)


def _is_seen(character: str) -> bool:
    category = unicodedata.category(character)
    if category in {"Cn", "Co"}:  # a sign this Python does not know yet is one
        return not _is_noncharacter(character)
    return category[0] in "LNPS" and character not in _BLANKS


def looks_like(name: str) -> str:
    """Return what two names have in common that the eye takes for one; for comparing, never for showing."""
    return fold_name(name).translate(_LOOK_ALIKES)


#: Characters of a refused value that its sentence quotes.
_QUOTED_AT_MOST: Final = 60


def is_sendable(text: str) -> bool:
    """Tell whether ``text`` can be written as UTF-8: half of a pair of surrogates cannot."""
    return not any(unicodedata.category(character) == "Cs" for character in text)


def quote(value: object) -> str | int:
    """Return a refused value as its sentence may quote it: short, on one line, and always sendable."""
    if isinstance(value, str):
        return clean_line(value[:_QUOTED_AT_MOST]) or ("…" if value else "")
    if isinstance(value, int):  # Python itself refuses to print the longest
        return value if abs(value) < 10**_QUOTED_AT_MOST else "…"
    return clean_line(str(value)[:_QUOTED_AT_MOST])


@dataclass(frozen=True)
class Text:
    """A kind of text people may enter: how it is cleaned, and its length in characters.

    Attributes
    ----------
    longest, shortest
        Of the cleaned text; with ``shortest`` 0 it may be left empty.
    missing
        The error's code when there is nothing at all; empty: ``text-too-short`` says that too.
    clean
        How it is cleaned.

    """

    longest: int
    shortest: int = 0
    missing: str = ""
    clean: Callable[[object], str] = clean_line

    def read(self, value: object) -> str:
        """Return ``value`` cleaned.

        Raises
        ------
        InvalidEntry
            ``missing``, ``text-too-short`` (told ``shortest``), ``text-too-long`` (told ``length`` and ``longest``),
            ``malformed-intention``.

        """
        text = self.clean(value)
        if self.shortest and not shows_something(text):
            text = ""
        if not text and self.shortest and self.missing:
            raise InvalidEntry(self.missing)
        if len(text) < self.shortest:
            raise InvalidEntry("text-too-short", shortest=self.shortest)
        if len(text) > self.longest:
            raise InvalidEntry("text-too-long", length=len(text), longest=self.longest)
        return text


@dataclass(frozen=True)
class Whole:
    """A kind of whole number on a scale, both ends allowed.

    ``refusal`` is the error's code when it is off the scale: its sentence is told ``value``, ``least`` and ``most``.
    """

    least: int
    most: int
    refusal: str

    def read(self, value: object) -> int:
        """Return ``value`` if it is on the scale; raises ``InvalidEntry`` with ``refusal`` otherwise.

        ``True`` and ``2.0`` equal 1 and 2 in Python, but neither is an answer.
        """
        if type(value) is not int or not self.least <= value <= self.most:
            raise InvalidEntry(self.refusal, value=quote(value), least=self.least, most=self.most)
        return value


IDEA: Final = Text(1000, 3, clean=clean_text)
PSEUDONYM: Final = Text(40, 1, clean=clean_name)
#: The name somebody leaves with an offer of help, or has in an organiser's file.
PERSON_NAME: Final = Text(80, 1, clean=clean_name)
#: An organiser's own word for a category of stakeholders.
CATEGORY: Final = Text(60, 1, missing="category-missing", clean=clean_name)
GROUP_TITLE: Final = Text(160, 1, missing="group-title-missing")
WORKSHOP_TITLE: Final = Text(120, 1, missing="title-missing")
WORKSHOP_TERRITORY: Final = Text(120, 1, missing="territory-missing")
STAKE: Final = Text(120, 1, missing="stake-missing", clean=clean_name)
PART: Final = Text(240)
#: A big concern as somebody proposes it, what those that say the same are called, and many of them, one a line.
PROPOSED_STAKE: Final = Text(120, 2, clean=clean_name)
STAKE_TITLE: Final = Text(120, clean=clean_name)
MANY_STAKES: Final = Text(8000, 2, clean=clean_text)
STATEMENT: Final = Text(500)
#: The answer to the question after a part of a challenge.
ANSWER: Final = Text(240, 1, missing="answer-missing")
SECTOR: Final = Text(120, 1, missing="sector-missing", clean=clean_name)
REFERENT: Final = Text(120, clean=clean_name)
STAKEHOLDER: Final = Text(160, 1, missing="stakeholder-missing", clean=clean_name)
#: An organiser's own word for where a stakeholder is; it may be none of the workshop's sectors.
STAKEHOLDER_SECTOR: Final = Text(160, clean=clean_name)
CONTACT: Final = Text(160, clean=clean_name)
#: Where a letter goes, in lines, and why somebody is invited.
POSTAL_ADDRESS: Final = Text(300, clean=clean_text)
REASON: Final = Text(240)
MISSION_TITLE: Final = Text(120, 1, missing="mission-title-missing", clean=clean_name)
EMAIL: Final = Text(254)
PHONE: Final = Text(25)

COMPETENCE: Final = Whole(COMPETENCES[0], COMPETENCES[-1], "competence-out-of-range")
INTEREST: Final = Whole(INTERESTS[0], INTERESTS[-1], "interest-out-of-range")
DOTS: Final = Whole(0, DOTS_PER_OPTION, "dots-out-of-range")
#: What a page may ask of a ballot; the rule of the vote narrows it.
ANY_DOTS: Final = Whole(0, DOTS_AT_MOST, "dots-out-of-range")
POINTS: Final = Whole(0, POINTS_AT_MOST, "points-out-of-range")
#: A round of a vote, as a page has read it.
ROUND: Final = Whole(1, 10_000, "malformed-intention")
RULE_DOTS: Final = Whole(1, DOTS_AT_MOST, "dot-budget-out-of-range")
RULE_GRADES: Final = Whole(5, 7, "rule-grades")
MONEY: Final = Whole(0, SUM_AT_MOST, "sum-out-of-range")
#: What the author of an idea says they mean.
CLARIFICATION: Final = Text(300)
#: A verbal grade, 0 (reject) to 6 (excellent); on a paper ballot -1 says nothing.
GRADE: Final = Whole(0, 6, "grade-out-of-range")
GRADE_OR_BLANK: Final = Whole(-1, 6, "grade-out-of-range")
#: More places than this in one mission is a slip, such as a postcode.
PLACES: Final = Whole(1, 1000, "mission-places")
#: How many people a mission takes at least: 0 where nobody said, and never more than its places.
MIN_PLACES: Final = Whole(0, 1000, "mission-min-places")
#: Which missions are filled first: 1, then 2, then 3.
IMPORTANCE: Final = Whole(1, 3, "mission-importance")
#: How many missions one person takes at most.
MAX_MISSIONS: Final = Whole(1, 20, "max-missions-range")
#: How much competence, or interest, weighs in a fit.
WEIGHT: Final = Whole(0, 10, "fit-weight-range")
#: Minutes for which a timer is set, and by which it is made longer or shorter.
MINUTES: Final = Whole(1, 90, "timer-out-of-range")
MINUTES_MORE: Final = Whole(-90, 90, "timer-out-of-range")
#: The number of a paper slip or ballot.
SLIP: Final = Whole(1, 9999, "slip-number")
#: Papers printed at once.
COPIES: Final = Whole(1, 300, "copies-number")
HELPER_CODE: Final = Text(60, 1, missing="helper-code-missing")
#: What somebody finds unclear in a sentence.
REMARK: Final = Text(200)
SEAT_CODE: Final = Text(40, 1, missing="seat-code-missing")
#: More pages, places or steps than any workshop has.
NUMBER: Final = Whole(0, 1_000_000, "malformed-intention")
#: What stands on a ballot beside the number of an option, before its own rule reads it.
MARK: Final = Whole(-1, 1_000, "malformed-intention")
#: Minutes for which something is planned: nothing, up to a long day.
PLANNED: Final = Whole(0, 600, "planned-out-of-range")
#: An hour of the day, as ``HH:MM``.
HOUR: Final = Text(12)
TABLES: Final = Text(40)
#: Where a table of the room stands, in words; its number; people wished at one, and rounds, as ``domain.table_sizes``.
LANDMARK: Final = Text(60)
TABLE_NUMBER: Final = Whole(1, 500, "no-such-table")
TABLE_SIZE: Final = Whole(3, 12, "seating-size")
TABLE_ROUNDS: Final = Whole(1, 10, "seating-rounds")
#: Of the volunteer form: a name that may be left out, an address and a number in one line, a word on the days.
FORM_NAME: Final = Text(80, clean=clean_name)
REACH: Final = Text(160)
DAYS_WORD: Final = Text(120)
#: How often somebody can help, and a language, each in their own word; what they wrote when they declined a mission.
OFTEN: Final = Text(60)
LANGUAGE: Final = Text(40, clean=clean_name)
REFUSAL_SAID: Final = Text(160)
#: The mark of a mission as a page has read it.
MISSION_MARK: Final = Text(16)
ORGANISER: Final = Text(120)
CONTACT_POINT: Final = Text(200)
FOLLOW_UP: Final = Text(300)
HELD_REASON: Final = Text(160)
OWNER: Final = Text(80, clean=clean_name)
NEXT_STEP: Final = Text(160)
#: Where a workshop is held, and the web address that its prints show.
WORKSHOP_PLACE: Final = Text(160)
WORKSHOP_WEB: Final = Text(200)
WORKSHOP_WIFI: Final = Text(32)
WORKSHOP_WIFI_PASSWORD: Final = Text(63)
#: How many people a lot draws, and the figures of its dice, with what people write between them.
LOT_SIZE: Final = Whole(1, 10_000, "lot-size-range")
LOT_DICE: Final = Text(40)
#: Of a file that an organiser brings: its name, its bytes, its lines, a cell that is corrected, what is looked for.
FILE_NAME: Final = Text(255, 1)
BYTES: Final = Whole(0, 1_000_000_000, "malformed-intention")
LINE: Final = Whole(0, 10_000_000, "malformed-intention")
CELL: Final = Text(4000, clean=clean_text)
SEARCH: Final = Text(80)


def read_email(value: object) -> str:
    """Return an e-mail address, or an empty text; raises ``InvalidEntry`` (``email-shape``, with ``received``)."""
    address = clean_line(value)
    if address and (len(address) > EMAIL.longest or _EMAIL.fullmatch(address) is None):
        raise InvalidEntry("email-shape", received=quote(address))
    return address


def read_phone(value: object) -> str:
    """Return a telephone number, or an empty text; a French one as it is written in France, ``06 39 98 07 01``.

    One that begins with a 0 and has fewer than ten digits lost some, or its country: from France nobody could call it.

    Raises ``InvalidEntry`` (``phone-shape``, with ``received``).
    """
    number = clean_line(value)
    if number and (len(number) > PHONE.longest or _PHONE.fullmatch(number) is None or _HALF.fullmatch(number)):
        raise InvalidEntry("phone-shape", received=quote(number))
    return write_phone(number)


def read_web_address(value: object) -> str:
    """Return a web address as it was written, or an empty text.

    Raises ``InvalidEntry`` (``web-address-shape``, with ``received``; ``text-too-long``).
    """
    address = WORKSHOP_WEB.read(value)
    if address and _WEB_ADDRESS.fullmatch(address) is None:
        raise InvalidEntry("web-address-shape", received=quote(address))
    return address


def read_colour(value: object) -> str:
    """Return a colour as ``#rrggbb``, or an empty text; raises ``InvalidEntry`` (``colour-shape``, ``received``)."""
    colour = clean_line(value).lower()
    if colour and _COLOUR.fullmatch(colour) is None:
        raise InvalidEntry("colour-shape", received=quote(colour))
    return colour


def read_day(value: object) -> str:
    """Return a day as ``YYYY-MM-DD``, or an empty text; raises ``InvalidEntry`` (``day-shape``, with ``received``)."""
    text = clean_line(value)
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise InvalidEntry("day-shape", received=quote(text))
    return day.isoformat()


def read_one_of(value: object, allowed: Container[str], refusal: str) -> str:
    """Return ``value`` if it is allowed; raises ``InvalidEntry(refusal)`` with what was ``received`` otherwise."""
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    if value not in allowed:
        raise InvalidEntry(refusal, received=quote(value))
    return value


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


def is_readable(character: str) -> bool:
    """Tell whether a character may stand in a text: it commands nothing, and turns no line around."""
    if character in "\n\t":
        return True
    if unicodedata.category(character) in {"Cc", "Cs"} or _is_noncharacter(character):
        return False
    return character not in _UNWANTED


def _is_noncharacter(character: str) -> bool:
    """Say whether Unicode will never give ``character`` a meaning.

    A character that this Python does not know yet is another matter: a phone bought since has it on its keyboard.
    """
    point = ord(character)
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
