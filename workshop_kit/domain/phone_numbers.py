"""Pattern rules for telephone numbers, beside the matcher of libphonenumber, which knows those written as usual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import phonenumbers

from workshop_kit.domain.plain_signs import BREAK, Plain
from workshop_kit.domain.spoken_digits import say_in_figures

Span = tuple[int, int]

#: What may stand between two figures of a number: anything that says nothing by itself.
_GAP: Final = rf"(?:[^\w{BREAK}€$£%=+<>]|_){{0,4}}"
_ROUND: Final = "oOоОοΟ"
_ZERO: Final = rf"[0{_ROUND}]"
_MORE: Final = rf"(?:{_GAP}\d)"
#: The same where a letter that looks like a nought stands in its place, beside a figure and in no word.
_MORE_OR_ROUND: Final = rf"(?:{_GAP}(?:\d|(?<![^\W\d_])[{_ROUND}](?=\d)|(?<=\d)[{_ROUND}](?![^\W\d_])))"
_LED_BY_ROUND: Final = re.compile(rf"[{_ROUND}]\W?[67]")
#: Five pairs with one and the same sign between them.
_PAIRS: Final = re.compile(r"(?<!\d)0[1-79]([^\w\s]|_)\d\d(?:\1\d\d){3}(?!\d)")
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([/.-])\d\d?\2\d\d?|\d{1,2}/(?:19|20)\d\d"
    r"|(?<!\d:)(?:[01]?\d|2[0-3]):[0-5]\d(?!:\d))(?!\d)"
)
_NATIONAL: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:0|(?<![^\W_]){_ZERO}(?=\W?[67])){_GAP}[1-79]{_MORE_OR_ROUND}{{8}}(?!\d)"
)
_BRITISH: Final = re.compile(rf"(?<!\d)(?<!\d[.,])0{_GAP}[1-37]{_MORE}{{9}}(?!\d)")
_AMERICAN: Final = re.compile(r"(?<!\d)\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[.-]\d{4}(?!\d)")
_ABROAD: Final = re.compile(rf"(?<!\w)(?:\++|00){_GAP}[1-9]{_MORE}{{7,16}}(?!\d)")
_FRENCH_CODE: Final = re.compile(rf"(?<![\d+.,])33{_GAP}(?:0{_GAP})?[1-79]{_MORE}{{8}}(?!\d)")
_NO_ZERO: Final = re.compile(r"(?<![\d.,])[67](?:[ .-]?\d\d){4}(?!\d)")
_RUN: Final = re.compile(r"(?<!\w)[1-9]\d{9,12}(?!\w)")
_TOLD: Final = re.compile(
    r"\b(?:tel|telephone|phone|portable|mobile|gsm|fax|appel\w*|call|joindre|sms|whatsapp)\b"
    rf"[^\d{BREAK}]{{1,15}}(?P<number>\d{_MORE}{{7,12}})(?!\d)",
    re.IGNORECASE,
)
#: After these, nine figures or more are no telephone number.
_REGISTER: Final = re.compile(
    r"(?:siren|siret|finess|insee|rna|iban|dossier|ref|reference|parcelle|isbn|code)\W{0,4}(?:n\W{0,2})?$",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[ .,']\d{3})+")
_LIST: Final = re.compile(r"\d+(?:, ?\d+)+")
#: Numbers of services are nobody's: they are there to be read.
_SERVICES: Final = frozenset(
    {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.UAN,
    }
)
_REGIONS: Final = ("FR", "GB")
_FIGURES_AT_LEAST: Final = 8
_FIGURES_AT_MOST: Final = 15
#: What follows the plus of a French number, with or without the zero that stands in brackets.
_FRENCH: Final = re.compile(r"330?[1-79]\d{8}")


def find_phones(plain: Plain) -> Iterator[Span]:
    """Yield from where to where, in the original, each telephone number stands."""
    if sum(map(str.isdigit, plain.text)) >= _FIGURES_AT_LEAST or _LED_BY_ROUND.search(plain.text):
        found = list(_find_in_figures(plain.text))
        told = _find_told(_leave_out_dates(plain.text))
        for span in (*found, *(one for one in told if not any(_meet(one, other) for other in found))):
            yield plain.locate(*_take_bracket(plain.text, *span))
    said = say_in_figures(plain)
    if said is not None:
        for pattern in (_NATIONAL, _BRITISH, _ABROAD):
            for match in pattern.finditer(said.text):
                if not _is_counting(match[0]):
                    yield said.locate(*match.span())


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _find_in_figures(text: str) -> Iterator[Span]:
    for found in _PAIRS.finditer(text):
        yield found.span()
    text = _leave_out_dates(_PAIRS.sub(_break_off, text))
    for found in (*_NATIONAL.finditer(text), *_BRITISH.finditer(text)):
        if not _is_list(found[0]) and not _is_a_body_s(found[0]) and not _is_counting(found[0]):
            yield found.span()
    yield from (found.span() for found in _AMERICAN.finditer(text))
    for found in _FRENCH_CODE.finditer(text):
        if not _is_amount(found[0]) or found[0][3] in "67":
            yield found.span()
    for found in (*_NO_ZERO.finditer(text), *_find_runs(text)):
        if not _REGISTER.search(text, 0, found.start()):
            yield found.span()
    yield from _find_abroad(text)
    yield from _find_as_the_library(text)


def _leave_out_dates(text: str) -> str:
    """Return the text without its days and hours, each other sign in its place."""
    return _DATE.sub(_break_off, text)


def _break_off(found: re.Match[str]) -> str:
    return BREAK * len(found[0])


def _is_a_body_s(text: str) -> bool:
    """Tell a number that only services and companies have, by how it begins."""
    return re.sub(r"\D", "", text).startswith(("08", "0969"))


def _take_bracket(text: str, start: int, end: int) -> Span:
    """Return the place of a number with the bracket that is opened before it and closed within."""
    opens = start > 0 and text[start - 1] == "(" and text.count(")", start, end) > text.count("(", start, end)
    return (start - 1 if opens else start), end


def _is_list(text: str) -> bool:
    """Tell a list of figures, such as bus lines or postcodes, from a number of a mobile phone with commas."""
    return _LIST.fullmatch(text) is not None and (", " in text) and (text[1] not in "67" or len(text) == 12)


def _is_counting(text: str) -> bool:
    """Tell a scale, "0 1 2 3…", from a number that somebody wrote figure by figure."""
    figures = re.split(r"\D+", text)
    return len(figures) > 1 and figures == [str(number) for number in range(len(figures))]


def _find_told(text: str) -> Iterator[Span]:
    """Yield what follows a word such as "call" and has a number's length, in whatever groups."""
    for found in _TOLD.finditer(text):
        number = found["number"]
        if not _is_a_body_s(number) and not _is_amount(number) and not _is_list(number):
            yield found.span("number")


def _find_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield runs of figures that are a mobile phone's of some country, written without the plus."""
    for found in _RUN.finditer(text):
        number = _parse(f"+{found[0]}")
        if number is not None and phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE:
            yield found


def _find_abroad(text: str) -> Iterator[Span]:
    """Yield numbers with a country's code: the shortest part that is one, else the whole if it looks like no amount."""
    for found in _ABROAD.finditer(text):
        whole = found[0]
        ends = [one.end() for one in re.finditer(r"\d+", whole)]
        figures = {end: re.sub(r"\D", "", whole[:end]).removeprefix("00") for end in ends}
        known = next((end for end in ends if _FRENCH.fullmatch(figures[end]) or _parse(f"+{figures[end]}")), None)
        if known is not None:
            yield found.start(), found.start() + known
        elif not _is_amount(whole) and _has_a_length(whole, figures[ends[-1]]):
            yield found.span()


def _has_a_length(written: str, figures: str) -> bool:
    """Tell whether there are numbers as long as this one; after a plus, nothing else is meant."""
    if written.startswith("+"):
        return len(figures) <= _FIGURES_AT_MOST
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(f"+{figures}", None))
    except phonenumbers.NumberParseException:
        return False


def _is_amount(text: str) -> bool:
    return _THOUSANDS.fullmatch(text.lstrip("+ ")) is not None


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    """Return the number if there are such numbers, and people have them."""
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) in _SERVICES:
        return None
    return number


def _find_as_the_library(text: str) -> Iterator[Span]:
    for region in _REGIONS:
        for found in phonenumbers.PhoneNumberMatcher(text, region):
            service = phonenumbers.number_type(found.number) in _SERVICES
            raw = found.raw_string
            if not service and not _is_a_body_s(raw) and not (_is_amount(raw) or _is_list(raw) or _is_counting(raw)):
                bare = raw.lstrip(" " if raw.count("(") == raw.count(")") else " (")
                yield found.end - len(bare), found.end
