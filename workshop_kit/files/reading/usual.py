"""Find the column that a usual heading stands for, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.everyday import EVERYDAY
from workshop_kit.files.reading.whose import OF_PERSON, speaks_of_another

#: How inclusive writing parts an ending: ``recontacté·e``, ``bénévole·s``, ``recontacté(e)``, ``recontacté.e``.
_INCLUSIVE: Final = re.compile(r"[·•]|(?<=[éi])\.(?=es?\b)|(?<=\w)\((e|s|es|ne|rice)\)")

#: The longest questions of forms have some hundred letters.
_HEADER_LETTERS: Final = 2000


def count_known(kind: str, cells: Iterable[str]) -> int:
    """Count the cells that are headings of this kind, each column once."""
    names = _NAMES[kind]
    return len({names[folded] for folded in map(fold_header, cells) if folded in names})


@lru_cache(8192)
def find_column(kind: str, heading: str) -> str | None:
    """Return the column that a usual heading stands for, ``None`` for any other heading.

    What a heading says in brackets is no part of its name, but may say that it is about somebody else.
    """
    names = _NAMES[kind]
    folded = fold_header(_strip_code(heading))
    column = names.get(folded)
    if kind == "missions" and column is not None and column in _OTHER_END and (end := _find_end(heading)):
        return _OTHER_END[column].get(end, column)
    if column is None and (bare := strip_beside(folded)):
        column = names.get(bare) or _SINGULAR[kind].get(_singular(bare))
    return None if kind == "volunteers" and column in OF_PERSON and speaks_of_another(heading) else column


#: What brackets beside a heading of missions make of it: ``Places (min)``, ``Date (fin)``.
_OTHER_END: Final[Mapping[str, Mapping[str, str]]] = {
    "places": {"min": "min_places"},
    "first_date": {"end": "last_date"},
    "begins": {"end": "finishes"},
}
_ENDS: Final = (
    ("min", re.compile(r"[(\[]\s*(?:au )?(?:min(?:i|imum|imal)?\.?|at least|least|au moins)\s*[)\]]")),
    ("end", re.compile(r"[(\[]\s*(?:de )?(?:fin|end)\s*[)\]]")),
)


def _find_end(heading: str) -> str:
    folded = fold_name(heading[:_HEADER_LETTERS])
    return next((end for end, beside in _ENDS if beside.search(folded)), "")


#: Headings of nearly every list that hold nothing a workshop needs, folded, and what stands under them then.
_IDLE: Final = (
    (re.compile(r"#|n°?|no|num|numero|number|ligne|rang|rank|id|identifiant"), re.compile(r"\d{1,5}\.?")),
    (re.compile(r"civilite|civ|titre|title|salutation|mme/m|m/mme|sexe|genre|gender"), re.compile(r"[^\W\d]{1,12}\.?")),
)


def is_idle(heading: str, values: Sequence[str]) -> bool:
    """Tell whether a column is of those that hold nothing a workshop needs: ``N°`` over 1, 2, 3, ``Civilité``."""
    folded = fold_name(heading).strip(" .:")
    return any(
        of_heading.fullmatch(folded) is not None and all(of_value.fullmatch(one.strip()) for one in values)
        for of_heading, of_value in _IDLE
    )


def _strip_code(heading: str) -> str:
    """Return a question without the code that LimeSurvey writes before it: ``NOM. Votre nom``, ``G1Q2[SQ1]. Nom``."""
    code = _CODE.match(heading)
    if code is None:
        return heading
    rest = heading[code.end() :]
    return rest if re.search(r"\d", code[0]) or _POLITE.match(fold_name(rest)) else heading


@lru_cache(8192)
def fold_header(cell: str) -> str:
    """Return what two writings of a header share; what stands in brackets, such as a scale, is left out."""
    if len(cell) > _HEADER_LETTERS:
        return fold_name(cell)  # nobody's heading; to look for brackets that never close would take seconds
    plain = re.sub(r"[(\[].{0,500}?[)\]]", " ", _INCLUSIVE.sub(r"\1", cell.replace("_", " ")))
    plain = re.sub(r"(?<!\s)\s*/\s*", "/", plain.strip(" *:?.!"))
    return fold_name(plain.rstrip(" :*?.")).strip(" :*?.!")


_CODE: Final = re.compile(r"[A-Z][A-Z0-9]+(?:\[\w+\])?\.\s+(?=\S)")
_NUMBERED: Final = re.compile(r"^(?:(?:[qg]\d+\w?|question \d+|\d+[a-z]?)\s*[.):/]+|[a-z][.)]\s|[qg]?\d+\s|\d+)\s*")
_POLITE: Final = re.compile(
    r"^(?:(?:quel(?:le)?s?(?: est| sont)?|what(?: is|'s| are)|votre|vos|ton|ta|tes|son|sa|ses|mon|ma|mes|notre"
    r"|nos|le|la|les|l'|your"
    r"|my|our|the|saisissez|indiquez|precisez|ecrivez|entrez|merci d'indiquer|veuillez (?:indiquer|saisir)"
    r"|please enter"
    r"|enter|c'est quoi)\s*\b)+\s*"
)
#: Of whom a list of people is, which says nothing beside a name, an address or a number.
_OF_MEMBER: Final = re.compile(
    r"\s+(?:(?:du|de la|de l'|d'une?|des|de|of(?: the)?)\s*)?\b(?:participante?s?|benevoles?|volontaires?|inscrite?s?"
    r"|adherente?s?|candidate?s?|personnes?|membres?|habitante?s?|volunteers?|members?|attendees?)$"
)


def strip_beside(folded: str) -> str:
    """Return a folded heading without what forms and lists put around it: a number, a politeness, a star."""
    bare = _POLITE.sub("", _NUMBERED.sub("", folded).strip())
    bare = re.sub(r"\s*(?:obligatoire|facultatif|optionnel|required|optional|svp|please)$", "", bare)
    return _OF_MEMBER.sub("", bare.strip(" *:?.!")).strip(" *:?.!")


_NAMES: Final = {
    kind: {
        **{fold_header(name): column for column, names in EVERYDAY[kind].items() for name in names.split("|")},
        **{fold_header(name): column for column, names in columns.items() for name in (*names, column)},
    }
    for kind, columns in COLUMNS.items()
}


def _singular(folded: str) -> str:
    """Return a folded heading with its words in the singular, as far as an ``s`` tells."""
    return re.sub(r"(?<=\w{3})s\b", "", folded)


_SINGULAR: Final = {
    kind: {_singular(folded): column for folded, column in reversed(names.items())} for kind, names in _NAMES.items()
}
