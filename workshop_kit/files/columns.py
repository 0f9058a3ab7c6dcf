"""The columns of organisers' files, by the many names they have in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.names import fold_name

#: What may be imported; ``workshop-kit import`` takes one of these words.
KINDS: Final = ("challenges", "stakeholders", "volunteers", "missions", "scores", "ideas")

#: For each kind, its columns in order, each with the other names it is known by.
COLUMNS: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "challenges": {
        "stake": ("enjeu", "enjeux", "thème", "theme", "stakes", "issue", "issues"),
        "statement": ("énoncé", "défi", "challenge", "formulation"),
        "action": ("actions",),
        "population": ("public", "publics", "pour qui", "for whom", "bénéficiaires"),
        "territory": ("territoire", "lieu", "où", "where", "place"),
        "deadline": ("échéance", "délai", "date", "quand", "by when", "when"),
        "indicator": ("indicateur", "mesure", "mesuré par", "measured by", "measured how"),
    },
    "stakeholders": {
        "category": ("catégorie", "type", "famille"),
        "name": ("nom", "structure", "organisme", "organisation", "raison sociale", "partie prenante", "stakeholder"),
        "contact": ("interlocuteur", "interlocutrice", "personne à contacter", "contact person", "référent"),
        "email": ("courriel", "e-mail", "mail", "mél", "adresse mail", "adresse e-mail", "adresse électronique"),
        "sector": ("secteur", "quartier", "hameau", "commune", "area"),
        "status": ("statut", "état", "réponse", "invitation"),
    },
    "volunteers": {
        "name": ("nom", "bénévole", "volunteer", "nom et prénom", "nom prénom", "prénom nom", "full name"),
        "first_name": ("prénom", "given name"),
        "email": ("courriel", "e-mail", "mail", "mél", "adresse mail", "adresse e-mail", "adresse électronique"),
        "phone": ("téléphone", "tél", "tel", "portable", "mobile", "telephone", "numéro de téléphone", "phone number"),
        "sector": ("secteur", "quartier", "hameau", "commune", "area"),
        "consent": ("consentement", "accord", "rgpd", "gdpr", "consents", "accord rgpd"),
        "pseudonym": ("pseudonyme", "pseudo"),
        "consented_at": ("date du consentement", "consent date"),
        "purpose": ("finalité",),
        "show_name": ("nom affichable", "may show name"),
        "challenges": ("défis",),
        "declined": ("défis déclinés", "declined challenges"),
        "key": ("clé",),
    },
    "missions": {
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "title": ("intitulé", "mission", "titre", "nom"),
        "places": ("place", "nombre de places", "effectif", "seats"),
        "min_competence": ("compétence min", "compétence minimale", "compétence minimum", "minimum competence"),
        "sector": ("secteur", "quartier", "hameau", "commune", "area"),
        "owner": ("responsable", "porteur", "porteuse", "porteur·se", "pilote", "référent", "référente"),
        "first_date": ("première date", "date", "premier rendez-vous", "first meeting"),
        "next_step": ("prochaine étape", "première étape", "premier pas", "first step"),
        "idea": ("idée", "idée d'origine", "venue de", "came from"),
    },
    "scores": {
        "volunteer": ("bénévole", "nom", "name", "participant", "participant·e", "pseudonyme", "pseudonym"),
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "competence": ("compétence", "compétences", "skill"),
        "interest": ("intérêt", "envie", "motivation"),
        "key": ("clé",),
    },
    "ideas": {
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "text": ("texte", "idée", "idea", "contenu", "proposition"),
        "source": ("origine", "d'où", "how known"),
        "author": ("auteur", "autrice", "auteur·rice", "auteur·e", "pseudonyme", "pseudonym", "participant", "nom"),
        "written_at": ("écrite le", "written at"),
        "key": ("clé",),
    },
}

#: The columns without which a file says nothing.
REQUIRED: Final[Mapping[str, Sequence[str]]] = {
    "challenges": ("stake", "statement"),
    "stakeholders": ("category", "name"),
    "volunteers": ("name",),
    "missions": ("challenge", "title", "places"),
    "scores": ("volunteer", "challenge", "competence", "interest"),
    "ideas": ("challenge", "text"),
}

#: Columns that are read and never written: what they say stands in another.
ONLY_READ: Final = frozenset({"first_name"})


@dataclass(frozen=True)
class Header:
    """A file's header understood: where each column stands (several places when named twice) and how it is written."""

    places: Mapping[str, Sequence[int]]
    written: Mapping[str, str]
    missing: Sequence[str]

    def pick(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the cells by column; of a column named twice, the first that is filled."""
        return {
            column: next((cells[place] for place in places if place < len(cells) and cells[place]), "")
            for column, places in self.places.items()
        }


def count_known(kind: str, cells: Iterable[str]) -> int:
    """Count the cells that are headers of this kind."""
    names = _NAMES[kind]
    return len({names[folded] for folded in map(fold_header, cells) if folded in names})


def understand_header(kind: str, cells: Sequence[str]) -> Header:
    """Find the columns of ``kind`` in a header, in any order, case and language; unknown ones are ignored."""
    names = _NAMES[kind]
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        column = names.get(fold_header(cell))
        if column is not None:
            places.setdefault(column, []).append(place)
    missing = [column for column in REQUIRED[kind] if column not in places]
    if kind == "challenges" and missing == ["statement"] and "action" in places:
        missing = []  # the statement is assembled from the parts
    written = {column: cells[where[0]] for column, where in places.items()}
    return Header(places, written, missing)


def fold_header(cell: str) -> str:
    """Return what two writings of a header share; what stands in brackets, such as a scale, is left out."""
    plain = re.sub(r"[(\[].*?[)\]]", " ", cell.replace("_", " ").replace("·", ""))
    return fold_name(plain.rstrip(" :*?.")).rstrip(" :*?.")


_NAMES: Final = {
    kind: {fold_header(name): column for column, names in columns.items() for name in (*names, column)}
    for kind, columns in COLUMNS.items()
}
