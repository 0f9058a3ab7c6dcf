"""Read telephone numbers and e-mail addresses as people and spreadsheets write them, whole or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop_kit.domain.entries import clean_text, is_plain
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.phones import write_french, write_from_abroad

#: Letters that show nothing, and the marks that choose how a sign is drawn where they stand behind a letter.
_BLANKS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_BARE_SELECTOR: Final = re.compile(r"(?<=[^\W\d_])[\ufe00-\ufe0f]")
_WRAPPED: Final = re.compile(r"^=\s*\"(.*)\"$|^'+(?=[\d+(oO])|(?<=\d)'+$|^=(?=[\d+(])", re.DOTALL)
_SCIENTIFIC: Final = re.compile(r"(\d)(?:[.,](\d+))?\s*[eE]\s*\+?\s*(\d{1,2})")
_FLOAT: Final = re.compile(r"(\+?\d{8,15})[.,]0+")
_PIECE: Final = re.compile(r"(?:\+|\b00|\()?[\d(][\d\s.,()\-_/·]*\d")
_BETWEEN_NUMBERS: Final = re.compile(r"\s*(?:/|;|,|\bou\b|\bet\b|\bor\b|\band\b|\||\n|&)\s*", re.IGNORECASE)
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"))
#: Cells whose reading is remembered: a list is read, planned and, after each answer, planned again.
_REMEMBERED: Final = 16384
#: A longer cell is a text; looking for a number or an address in it would take minutes.
_LONGEST: Final = 500
#: Letters typed or recognised for the figures that they look like, in a number that is whole with them.
_FIGURES: Final = str.maketrans("oOlI", "0011")
_MISTYPED: Final = re.compile(r"[\doOlI\s.\-/]{10,20}")
#: What people write where there is nothing.
_NONE: Final = re.compile(
    r"[-/?.x]+|n\.?/?a\.?|n\.?c\.?|n[ée]ant|aucune?|non|sans|rien|none|nothing|pas de \S+", re.IGNORECASE
)
#: Words beside a number or an address that say whose it is: a relative's, a neighbour's.
_RELATIVE: Final = re.compile(
    r"\b(enfants?|fils|filles?|conjointe?s?|epoux|epouse|mari|femme|compagn(on|e)|parents?|pere|mere|papa|maman|freres?"
    r"|soeurs?|neveu|niece|gendre|cousine?|voisine?s?|tut(eur|rice)|curat(eur|rice)|aidante?|urgences?"
    r"|(his|her|their|my) son|son's|daughters?|child|children|spouse|husband|wife|partner|mother|father|mum|dad"
    r"|brother|sister|neighbou?r|carer|guardian|emergency|next of kin)\b"
)
#: Words beside a number or an address that nobody answers.
_OUT_OF_USE: Final = re.compile(
    r"\b(fax|telecopie(ur)?|anciens?|anciennes?|old|ne (marche|fonctionne|repond|sert)( pas| plus)"
    r"|(n'est )?plus (valable|valide|attribue|utilise|en service|bon(ne)?)|faux|fausse|errone|invalide?|obsolete"
    r"|resilie|hors service|ko|wrong|no longer|not in use|disconnected)\b"
)
#: Numbers as Switzerland and Belgium part them: without their country they would be somebody else's in France.
_NEIGHBOURS: Final = re.compile(r"07[5-9][ ./]\d{3}[ .]\d\d[ .]\d\d|04[5-9]\d[ /]\d\d[ .]\d\d[ .]\d\d")
#: The words of a cell around its numbers or addresses, and these.
_Piece = tuple[str, list[str]]
_ADDRESS: Final = re.compile(r"[^@\s,;<>()\[\]\"]+@[^@\s,;<>()\[\]\"]+\.[^@\s,;<>()\[\]\".]{2,}")


#: One word in small letters before an address, parted by a space or a comma: perhaps its first half.
_CUT: Final = re.compile(r"[a-zà-ÿ0-9]+(?:[.\-_'][a-zà-ÿ0-9]+)*[.\-_]?(?:\s+(?:dot|point))?[\s,;]+[^\s@:<(]+@")
_CUT_WORDS: Final = re.compile(
    r"(perso\w*|prive\w*|pros?|professionnel\w*|e ?-?mails?|mails?|courriels?|adresses?|maison|domicile|travail|boulot"
    r"|bureau|asso\w*|principal\w*|secondaire|nouve(au|lle)|ou|et|or|and|home|work|personal|private|new|main)\b"
)
_UNDELIVERABLE: Final = re.compile(r"\.\.|^\.|\.@|@[.\-]|\.[^.]$")


@dataclass(frozen=True)
class Found:
    """Parse result (*trouvé*) of one cell: the value to keep, empty where there is none, and what was done to it.

    ``refused`` says why the cell cannot be used as it is (``files.rejected.<code>``); the value is then the cell's own.
    """

    value: str
    why: Reason | None = None
    refused: str = ""


#: The cell says that there is neither a number nor an address.
NOTHING_SAID: Final = Found("", Reason("contact-none", {}))


def strip_invisible(text: str) -> str:
    """Return a text on one line without marks that show nothing."""
    if is_plain(text):
        return " ".join(text.split())
    shown = (one for one in clean_text(text) if unicodedata.category(one) != "Cf" and one not in _BLANKS)
    return " ".join(_BARE_SELECTOR.sub("", "".join(shown)).split())


def _narrow(text: str) -> str:
    """Return a text with the letters, digits and signs of full width as usual ones."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", one) if "\uff01" <= one <= "\uff5e" else one for one in text)


@lru_cache(_REMEMBERED)
def read_number(text: str) -> Found:
    """Return a telephone number as people write it: ``06 39 98 07 01``, or ``+32 470 12 34 56`` from abroad."""
    shown = _narrow(strip_invisible(text.strip().replace("\n", " / "))).translate(_DASHES)
    if not shown:
        return Found("")
    if len(shown) > _LONGEST:
        return Found(text, refused="phone")
    bare = _WRAPPED.sub(lambda found: found[1] or "", shown).strip()
    code = "phone-formula" if shown.startswith("=") else "phone-apostrophe" if bare != shown else ""
    scientific = _SCIENTIFIC.fullmatch(bare)
    if scientific is not None:
        return _expand(text, *scientific.groups(default=""))
    whole = _FLOAT.fullmatch(bare)
    if whole is not None:
        bare, code = whole[1], "phone-float"
    if _NONE.fullmatch(bare):
        return NOTHING_SAID
    number, how = _read_one(bare)
    if number:
        return Found(number, _explain(code or how))
    figures = write_french(re.sub(r"[\s.\-/]", "", bare).translate(_FIGURES)) if _is_mistyped(bare) else ""
    if figures:
        return Found(figures, _explain("phone-letters"))
    return _read_several(text, bare)


def _is_mistyped(text: str) -> bool:
    return _MISTYPED.fullmatch(text) is not None and re.search("[oOlI]", text) is not None


def _explain(code: str) -> Reason | None:
    return Reason(code, {}) if code else None


def _expand(text: str, first: str, digits: str, exponent: str) -> Found:
    """Write out a number such as ``6,39980702E+08``; with fewer digits than it had, nobody knows the others."""
    written = f"{first}{digits}"
    if len(written) != int(exponent) + 1:
        return Found(text, refused="phone-digits-lost")
    number, _ = _read_one(written)
    return Found(number, _explain("phone-scientific")) if number else Found(text, refused="phone")


def _read_several(text: str, bare: str) -> Found:
    """Find numbers among words, or two in one cell: the first that is the person's is kept, the others are named."""
    pieces = _part(bare, _find_numbers)
    numbers = list(dict.fromkeys(number for _, some in sorted(pieces, key=_is_none_of_theirs) for number in some))
    if pieces and all(map(_is_none_of_theirs, pieces)):
        return Found(text, refused="phone-anothers" if any(_is_anothers(words) for words, _ in pieces) else "phone")
    if not numbers:
        digits = re.sub(r"\D", "", bare)
        halves = [write_french(digits[:10]), write_french(digits[10:])]
        numbers = list(dict.fromkeys(halves)) if all(halves) else []
    if not numbers:
        return Found(text, refused="phone")
    if len(numbers) > 1:
        return Found(numbers[0], Reason("phone-several", {"kept": numbers[0], "others": ", ".join(numbers[1:])}))
    return Found(numbers[0], Reason("phone-words", {}))


def _part(text: str, find: Callable[[str], list[str]]) -> list[_Piece]:
    """Return the pieces of a cell that hold numbers or addresses: the words around these, and what they hold."""
    pieces: list[_Piece] = []
    before = ""
    for piece in _BETWEEN_NUMBERS.split(text):
        found = find(piece)
        if found:
            pieces.append((f"{before} {piece}".strip(), found))
            before = ""
        elif pieces:
            words, numbers = pieces[-1]
            pieces[-1] = (f"{words} {piece}", numbers)
        else:
            before += f" {piece}"
    return pieces


def _is_anothers(words: str) -> bool:
    """Tell whether the words beside a number or an address say that it is a relative's."""
    return _RELATIVE.search(fold_name(_ADDRESS.sub(" ", words))) is not None


def _is_none_of_theirs(piece: _Piece) -> bool:
    """Tell whether what a piece holds is a relative's, a fax, or in use no more."""
    words, _ = piece
    return _is_anothers(words) or _OUT_OF_USE.search(fold_name(_ADDRESS.sub(" ", words))) is not None


def _find_numbers(piece: str) -> list[str]:
    number, _ = _read_one(piece.strip())
    if number:
        return [number]
    found = (_read_one(one[0])[0] for one in _PIECE.finditer(re.sub(r"\b(\d+) ?h(?:eures?)?\b.*", "", piece)))
    return list(filter(None, found))


def _read_one(text: str) -> tuple[str, str]:
    """Read one number and nothing else; return it as it is written, and how it had to be put right."""
    text = re.sub(r"^(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|portable|gsm|fixe|phone)?[\s.:]*", "", text, flags=re.I)
    if re.fullmatch(r"[(\s]*\+?[\d\s.,()\-_/·]+", text) is None or _NEIGHBOURS.fullmatch(text.strip()):
        return "", ""
    digits = "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())
    if text.lstrip("( ").startswith("+") or digits.startswith("00"):
        return _read_abroad(digits.removeprefix("00"), "phone-international")
    if write_french(digits):
        return write_french(digits), ""
    if len(digits) == 9 and digits[0] != "0":
        return write_french(f"0{digits}"), "phone-zero"
    return _read_abroad(digits, "phone-no-plus") if len(digits) >= 11 else ("", "")


def _read_abroad(digits: str, how: str) -> tuple[str, str]:
    """Read digits that begin with a country code; French ones are written as in France."""
    inside = write_from_abroad(digits)
    if inside:
        return inside, how
    return _write_abroad(digits, sure=how != "phone-no-plus")


def _write_abroad(digits: str, *, sure: bool) -> tuple[str, str]:
    # imported here: most lists name no country, and its tables are large
    import phonenumbers

    try:
        number = phonenumbers.parse(f"+{digits}", None)
    except phonenumbers.NumberParseException:
        return "", ""
    if number.country_code == 33 or not phonenumbers.is_possible_number(number):
        return "", ""
    if not sure and not phonenumbers.is_valid_number(number):
        return "", ""
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return written, "" if sure else "phone-no-plus"


@lru_cache(_REMEMBERED)
def read_address(text: str) -> Found:
    """Return an e-mail address without what programs and people put around it."""
    shown = _narrow(strip_invisible(text))
    if not shown:
        return Found("")
    if len(shown) > _LONGEST:
        return Found(text, refused="email")
    if _NONE.fullmatch(shown):
        return NOTHING_SAID
    bare = re.sub(r"^(?:mailto|e-?mail|mail|courriel)\s*:\s*", "", shown, flags=re.IGNORECASE).strip(" \"'<>()[],;:")
    bare = re.sub(r"[.…]+$", "", bare)
    if re.search(r"@\s*@", bare) or (bare.count("@") > 1 and not re.search(r"[\s,;/|<>]", bare)):
        return Found(text, refused="email-two-ats")
    pieces = _part(bare, _find_addresses)
    if pieces and all(map(_is_none_of_theirs, pieces)):
        return Found(text, refused="email-anothers" if any(_is_anothers(words) for words, _ in pieces) else "email")
    if pieces and _CUT.match(pieces[0][0]) and _CUT_WORDS.match(fold_name(pieces[0][0])) is None:
        return Found(text, refused="email")  # the half of an address is somebody else's
    found = [address for _, some in sorted(pieces, key=_is_none_of_theirs) for address in some]
    if not found and re.fullmatch(r"[\w.+\-]+ ?@ ?[\w\-]+( ?\. ?[\w\-]+)+", bare):
        found = [bare.replace(" ", "")]
    found = list(dict.fromkeys(found))
    if not found or _UNDELIVERABLE.search(found[0]):
        return Found(text, refused="email")
    if len(found) > 1:
        return Found(found[0], Reason("email-several", {"kept": found[0], "others": ", ".join(found[1:])}))
    return Found(found[0], _explain("email-tidied" if found[0] != text.strip() else ""))


def _find_addresses(piece: str) -> list[str]:
    return [one.rstrip(".").removeprefix("mailto:") for one in _ADDRESS.findall(piece)]


def forget_contacts() -> None:
    """Remember no number and no address any more."""
    read_number.cache_clear()
    read_address.cache_clear()
