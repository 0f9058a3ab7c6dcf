"""Confusable names: what the eye takes for one name, and names by which somebody would pass for who leads the room.

A skeleton is for comparing, never for showing; the approach is that of Unicode's Technical Standard 39 (security
mechanisms), with the few signs that people at a phone can type instead of its tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from workshop_kit.domain.entries import looks_like
from workshop_kit.domain.names import fold_name

#: Names whose forms are remembered: those of a room are compared with each newcomer's.
_REMEMBERED: Final = 4096
#: Signs and digits that stand for a letter within a word.
_WITHIN_WORDS: Final = str.maketrans("013457889@$€£|!", "oleasrbbgaselll")
#: Letters that are taken for one another, in small or in capital, once everything else is folded.
_TAKEN_FOR: Final = (("rn", "m"), ("vv", "w"), ("i", "l"), ("j", "l"))
#: How Unicode calls a letter of whatever style: small capitals, in squares, with strokes, turned.
_CALLED: Final = re.compile(r"\b(?:CAPITAL|SMALL|LETTER|SYMBOL)(?: LETTER)? ([A-Z])(?: WITH .*)?$")
_STYLES: Final = ("LATIN", "REGIONAL INDICATOR", "NEGATIVE", "SQUARED", "CIRCLED", "TAG ", "PARENTHESIZED")
#: Letters of alphabets that the eye reads as Latin ones, besides those of ``looks_like``.
_STRANGERS: Final = str.maketrans(
    {
        **dict(zip("лмптгдблфци", "lmntrdblfcl", strict=True)),  # Cyrillic
        **dict(zip("ոսցօհզքտ", "nugohqpu", strict=True)),  # Armenian
        **dict(zip("πσδλμωγ", "nodlnwy", strict=True)),  # Greek
        **dict(zip("ᎪᎷᎠᎬᎡᎢᏆᏞᏚᏃ", "amdertllsz", strict=True)),  # Cherokee, which folds to its capitals
        **dict(zip("ꓮꓡꓟꓓꓲꓠꓣꓔꓰꓳ", "almdlnrteo", strict=True)),  # Lisu
        **dict(zip("ⲁⲓⲛⲟⲙ", "alnom", strict=True)),  # Coptic
    }
)
_PARTS: Final = re.compile(r"[^\W_]+")

#: Who leads the room, or speaks for the town: by these words nobody else is to pass for them.
_ROLES: Final = (
    "animateur animateurs animatrice animatrices animateurice animation anim facilitateur facilitateurs "
    "facilitatrice facilitatrices facilitation moderateur moderatrice moderation modo organisateur organisateurs "
    "organisatrice organisation orga admin admins administrateur administratrice administration administrator "
    "mairie mairies maire maires adjoint hoteldeville commune municipalite ville prefecture prefet equipe staff "
    "ecran projecteur systeme system root support atelier serveur server moderator moderators facilitator "
    "facilitators host organiser organisers organizer organizers townhall cityhall council mayor screen workshop "
    "workshopkit official officiel officielle webmaster technicien админ адмін модератор مدير مشرف"
)
#: Words that change nothing about who is meant.
_BESIDE: Final = (
    "a an the le la les l de du des d un une et and of for notre votre nos vos our your ma mon my m mr mrs ms mme mlle "
    "monsieur madame dr chef principal principale general generale vrai vraie real true bis ter super moi me je suis "
    "cest c est ici this is i am rice trice e s x team page salle room hall town city hotel"
)


@lru_cache(maxsize=_REMEMBERED)
def reads_as(name: str) -> str:
    """Return the skeleton of a name: two names with one skeleton are read as one by who looks quickly.

    Case, accents, spaces, punctuation, letters of other alphabets and of other styles, and digits and signs that stand
    for a letter within a word do not matter. Digits by themselves do: ``"Marie 2"`` is not ``"Marie"``.
    """
    words = "".join(_spell(part) for part in _split(name))
    return words or looks_like(name)


def is_of_the_team(name: str, own: Iterable[str] = ()) -> bool:
    """Tell whether somebody called ``name`` would pass for who leads the room, or for the town hall itself.

    A name that says more stays free: ``"Julie de la mairie"`` names a Julie.

    Parameters
    ----------
    name
        As it was typed.
    own
        What the workshop calls its organiser and its territory: they change nothing about who is meant, and the
        organiser's whole name is nobody's.

    """
    told = [*own]
    skeleton = reads_as(name)
    if any(skeleton == reads_as(one) for one in told if one.strip()):
        return True
    beside = _beside() | {_spell(part) for one in told for part in _split(one)}
    parts = [_spell(part) for part in _split(name)]
    if _is_made_of(skeleton, _roles(), beside if len(parts) > 1 else frozenset()):
        return True
    meant = [part for part in parts if part not in beside and not part.isdigit()]
    return bool(meant) and all(_without_digits(part) in _roles() for part in meant)


def _is_made_of(skeleton: str, roles: frozenset[str], beside: frozenset[str]) -> bool:
    """Tell whether a name without its spaces is a role, perhaps between an article and a number."""
    bare = _without_digits(skeleton)
    heads = ("", *(one for one in beside if 0 < len(one) <= 3 and bare.startswith(one)))
    return any(bare[len(head) :] in roles for head in heads)


def _without_digits(word: str) -> str:
    return word.strip("0123456789")


def _split(name: str) -> list[str]:
    """Return the words of a name, each sign that stands for a letter in it already one."""
    known = "".join(map(_find_letter, unicodedata.normalize("NFKD", name)))
    folded = looks_like(known).translate(_STRANGERS)
    return _PARTS.findall(_join_signs(folded))


def _join_signs(folded: str) -> str:
    """Turn signs and digits within a word into the letters they stand for; a number stays one."""
    words = []
    for word in folded.split():
        is_number = not any(one.isalpha() for one in word)
        is_numbered = word.rstrip("0123456789").isalpha()  # "marie2" is the second Marie
        words.append(word if is_number or is_numbered else word.rstrip("!?.").translate(_WITHIN_WORDS))
    return " ".join(words)


def _find_letter(character: str) -> str:
    if character.isascii() or unicodedata.category(character) == "Mn":
        return character
    called = unicodedata.name(character, "")
    if called.startswith(_STYLES):
        letter = _CALLED.search(called)
        if letter:
            return letter[1].lower()
    return character


def _spell(word: str) -> str:
    plain = fold_name(word)
    for seen, read in _TAKEN_FOR:
        plain = plain.replace(seen, read)
    return plain


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    return frozenset(map(reads_as, _ROLES.split()))


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    return frozenset(map(reads_as, _BESIDE.split()))
