"""Tell the lines of a table that are no record: totals, notes, titles, headings repeated. None is lost unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.tables import Row
from workshop_kit.files.reading.usual import fold_header

_TOTAL: Final = re.compile(
    r"^sous tota(l|ux)\b.*$"
    r"|^(grand )?tota(l|ux)( general| generaux)?\s*(([:=]|\d|\().*|(de|des|du|d') ?.*|benevoles?.*|personnes?.*)?$"
    r"|^(subtotal|grand total|sum|moyenne|average|effectif total)\b.*$"
    r"|^(nombre|nb|nbre) (total )?(de|d')\s?.*$"
    r"|^\d+ (benevoles?|personnes?|inscrits?|lignes?|reponses?)( au total| inscrite?s?)?$"
)
_NOTE: Final = re.compile(
    r"^(derniere )?(mis|mise) a jour\b|^maj\b( le)? ?:?|^(last )?updated\b|^as of\b"
    r"|^(edite|imprime|fait|etabli|extrait|genere)e?"
    r" (le|a|par)\b|^(n\.? ?b\.?|remarques?|notes?|legende|source|attention|observations?) ?:|^nb ?:|^\*|^page \d+"
    r"|^(document|fichier|liste|tableau) (interne|confidentiel|a jour|provisoire|arrete|etabli|mis|des?|du)\b"
    r"|^confidentiel|^(le|la) (maire|presidente?|secretaire)$|^signatures?$|^cachet$"
    r"|^ne pas (diffuser|imprimer)|^fin (de|du)\b|^suite (au|page)|^le \d\d?[ /.]"
)
_TITLE: Final = re.compile(
    r"^(secteurs?|hameaux?|quartiers?|villages?|communes?|equipes?|groupes?|les benevoles|benevoles|volunteers"
    r"|elus|elues|partie|section|bureau) ?(:|\d|-|\b(de|du|des|d'|la|le|les|nord|sud|est|ouest|centre|of)\b)"
)
_RULE: Final = re.compile(r"([-_=*.~#+–—])(?:\s?\1){2,}")
_COUNT: Final = re.compile(
    r"[\d\s.,%€+/\-−]*|\d+ (structures?|organismes?|associations?|partenaires?|acteurs?|benevoles?|volontaires?"
    r"|personnes?"
    r"|participante?s?|inscrite?s?|lignes?|reponses?|missions?|places?|postes?|idees?|defis?|oui|non"
    r"|habitante?s?|contacts?"
    r"|people|persons?|volunteers?|rows?|entries|seats?|ideas?|challenges?|stakeholders?|organi[sz]ations?|yes|no)"
)


def tell_aside(row: Row, headings: Sequence[str], usual_width: int) -> Reason | None:
    """Return why a row is no record (``files.left.<code>``), ``None`` if it is one.

    Parameters
    ----------
    row
        The row below the heading.
    headings
        The headings of its columns, as written.
    usual_width
        How many cells most rows of the table fill.

    """
    own = row.own or tuple(filter(None, row.cells))
    if _repeats(row.cells, headings):
        return Reason("heading-repeated", {})
    folded = fold_name(own[0])
    if _TOTAL.match(folded) and all(_COUNT.fullmatch(fold_name(cell)) for cell in own[1:]):
        return Reason("total", {})
    if all(_RULE.fullmatch(cell) for cell in own):
        return Reason("rule", {})
    if len(own) > 1 or usual_width < 2:
        return None
    if _NOTE.match(folded):
        return Reason("note", {})
    wide = len(row.carried) + 1 >= max(3, usual_width)  # one cell merged over the whole table
    return Reason("title", {}) if wide or (usual_width >= 3 and _TITLE.match(folded)) else None


def _repeats(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Tell whether a row says the headings again, in the places where they stand."""
    filled = [(cell, headings[place] if place < len(headings) else "") for place, cell in enumerate(cells) if cell]
    same = sum(1 for cell, heading in filled if heading and fold_header(cell) == fold_header(heading))
    return same >= max(1, (len(filled) + 1) // 2) and (same >= 2 or len(list(filter(None, headings))) == 1)
