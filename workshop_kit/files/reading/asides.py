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
    r"|^(subtotal|grand total|effectif total)\b.*$"
    r"|^(sum|moyenne|average)( generale)?( (of|per|score|age|de|du|des|par)\b.*| d'.*|\s*[:=(\d].*)?$"
    r"|^(nombre|nb|nbre) (total )?(de|d')\s?.*$"
    r"|^total (number|count|volunteers?|people|persons?|names?|entries|members?)\b.*$"
    r"|^(effectifs?|headcount|count)\s*[:=].*$"
    r"|^\d+ (volunteers?|people|persons?|names?|entries|rows?|members?)( in (total|all))?$"
    r"|^\d+ (benevoles?|personnes?|inscrits?|lignes?|reponses?)( au total| inscrite?s?)?$"
)
#: What begins a row of counts, and nothing else, where numbers stand beside it.
_COUNTED: Final = re.compile(r"(nombre|nb|nbre|effectifs?|count|cumul)( total)?")
_NOTE: Final = re.compile(
    r"^(derniere )?(mis|mise) a jour\b|^maj\b( le)? ?:?|^(last )?updated\b|^as of\b"
    r"|^(edite|imprime|fait|etabli|extrait|genere)e?"
    r" (le|a|par)\b|^(n\.? ?b\.?|remarques?|notes?|legende|source|attention|observations?) ?:|^nb ?:|^\*|^page \d+"
    r"|^(document|fichier|liste|tableau) (interne|confidentiel|a jour|provisoire|arrete|etabli|mis|des?|du)\b"
    r"|^confidentiel|^signatures?\b.{0,3}$|^cachet$"
    r"|^end of (list|file|document|table|page)\b|^(continued|see) over(leaf)?$"
    r"|^ne pas (diffuser|imprimer)|^fin (de|du) (la )?(liste|fichier|document|tableau|page|saisie)\b"
    r"|^suite (au (verso|dos)|page|en page)\b"
    r"|^le \d\d?(er)?( (janv|fevr|mars|avri|mai|juin|juil|aout|sept|octo|nove|dece)[a-z]*( \d{4})?"
    r"|[ /.]\d\d?([ /.]\d{2,4})?)?[.,]?$"
)
#: Who signs a list: below it, or with a comma, no person; within it perhaps one who is called so.
_SIGNATURE: Final = re.compile(
    r"((le|la) (maire|presidente?|secretaire)( adjointe?)?|(the )?(mayor|clerk|chair(man|woman|person)?))[,.:]?"
)
_TITLE: Final = re.compile(
    r"^(secteurs?|hameaux?|quartiers?|villages?|communes?|equipes?|groupes?|les benevoles|benevoles|volunteers"
    r"|elus|elues|partie|section|bureau) ?(:|\d|-|\b(de|du|des|d'|la|le|les|nord|sud|est|ouest|centre|of)\b)"
)
#: What a title of a group, or the name of a sheet, says of people who left, died or refused.
_GONE: Final = re.compile(
    r"\b(desinscri\w*|desabonn\w*|decede\w*|radi(ee?s?|ations?)|supprimee?s?|a supprimer|retir(ee?s?)|retraits?|refus"
    r"|refusee?s?|archives?|archivee?s?|corbeille|demission\w*|oppositions?|ne (\w+ )?(plus|pas) \w+|unsubscribed"
    r"|removed|deleted|withdrawn|archived|deceased|do not contact|opt(ed)? ?out)\b"
    r"|^(les )?(anciens?|anciennes?|partis?|parties?|former|old)( (benevoles?|membres?|adherente?s?|inscrite?s?"
    r"|volunteers?|members?|liste?))?$"
)
#: What such a title may begin with.
_WHO: Final = re.compile(
    r"^(?:(?:les|liste|des|de|benevoles?|volontaires?|membres?|adherente?s?|personnes?|inscrite?s?|contacts?|people"
    r"|volunteers?|members?|who|have|qui|ayant|ont|sont|se sont|ex)\W+)+(?=\w)"
)
#: A title of a group of people by the state that they are in.
_GROUP: Final = re.compile(
    r"(les )?(benevoles|volontaires|membres|adherents|inscrits|volunteers|members) (actifs|actives|confirmee?s|inscrits"
    r"|reguliers|occasionnels|ponctuels|potentiels|a (rappeler|contacter|confirmer)|active|confirmed|en attente)"
    r"|liste d'attente|waiting list|en attente|a (rappeler|contacter|confirmer|relancer)"
)
#: More words are no title.
_TITLE_WORDS: Final = 7
_RULE: Final = re.compile(r"([-_=*.~#+–—])(?:\s?\1){2,}")
#: What stands beside a total; a telephone number is none.
_COUNT: Final = re.compile(
    r"(?!\+|0\s*[1-9])[\d\s.,%€+/\-−]*|\d+ (structures?|organismes?|associations?|partenaires?"
    r"|acteurs?|benevoles?|volontaires?|personnes?"
    r"|participante?s?|inscrite?s?|lignes?|reponses?|missions?|places?|postes?|idees?|defis?|oui|non"
    r"|habitante?s?|contacts?"
    r"|people|persons?|volunteers?|rows?|entries|seats?|ideas?|challenges?|stakeholders?|organi[sz]ations?|yes|no)"
)


#: The words of a total that says no number: more of them are a sentence.
_SHORT: Final = 4


def tell_aside(row: Row, headings: Sequence[str], usual_width: int, *, ends: bool = False) -> Reason | None:
    """Return why a row is no record (``files.left.<code>``), ``None`` if it is one.

    Parameters
    ----------
    row
        The row below the heading.
    headings
        The headings of its columns, as written.
    usual_width
        How many cells most rows of the table fill.
    ends
        Whether no row with more than one cell follows.

    """
    own = row.own or tuple(filter(None, row.cells))
    if _repeats(row.cells, headings):
        return Reason("heading-repeated", {})
    folded = fold_name(own[0])
    if _is_total(folded, [fold_name(cell) for cell in own[1:]]):
        return Reason("total", {})
    if all(_RULE.fullmatch(cell) for cell in own):
        return Reason("rule", {})
    if len(own) > 1 or usual_width < 2:
        return None
    if _NOTE.match(folded) or (_SIGNATURE.fullmatch(folded) and (ends or folded[-1] in ",:")):
        return Reason("note", {})
    if usual_width >= 3 and (says_gone(folded) or _GROUP.fullmatch(folded.rstrip(" :."))):
        return Reason("title", {})
    wide = len(row.carried) + 1 >= max(3, usual_width)  # one cell merged over the whole table
    return Reason("title", {}) if wide or (usual_width >= 3 and _TITLE.match(folded)) else None


def says_gone(title: str, *, anywhere: bool = False) -> bool:
    """Tell whether a title says that the people under it left, died or refused.

    It begins with that, since people bear such names too (Ana Refus); the name of a sheet says it ``anywhere``.
    """
    folded = fold_name(title).rstrip(" :.")
    if len(folded.split()) > _TITLE_WORDS:
        return False
    return (_GONE.search(folded) if anywhere else _GONE.match(_WHO.sub("", folded))) is not None


def _is_total(folded: str, beside: Sequence[str]) -> bool:
    """Tell whether a row is a total: it counts something, or says in a few words that it would."""
    counted = bool(beside) and _COUNTED.fullmatch(folded) is not None
    if not (counted or _TOTAL.match(folded)) or not all(_COUNT.fullmatch(cell) for cell in beside):
        return False
    return bool(beside) or len(folded.split()) <= _SHORT or folded[-1].isdigit() or folded[-1] in "%)"


def _repeats(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Tell whether a row says the headings again, in the places where they stand."""
    filled = [(cell, headings[place] if place < len(headings) else "") for place, cell in enumerate(cells) if cell]
    same = sum(1 for cell, heading in filled if heading and fold_header(cell) == fold_header(heading))
    return same >= max(1, (len(filled) + 1) // 2) and (same >= 2 or len(list(filter(None, headings))) == 1)
