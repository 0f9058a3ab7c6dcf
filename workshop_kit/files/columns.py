"""The columns of organisers' files, by the many names they have in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.files.everyday import EVERYDAY
from workshop_kit.files.whose import OF_PERSON, speaks_of_another

#: What may be imported; ``workshop-kit import`` takes one of these words.
KINDS: Final = ("challenges", "stakeholders", "volunteers", "missions", "scores", "ideas")

#: What stands between two challenges in one cell.
BETWEEN_CHALLENGES: Final = " | "

_EMAIL: Final = (
    "courriel",
    "courriels",
    "e-mail",
    "e-mails",
    "email",
    "mail",
    "mails",
    "mél",
    "mel",
    "adresse mail",
    "adresse e-mail",
    "adresse email",
    "adresse mél",
    "adresse électronique",
    "adresse courriel",
    "courrier électronique",
    "email address",
    "mail address",
    "adresse de messagerie",
    "mail perso",
)
_SECTOR: Final = (
    "secteur",
    "secteurs",
    "quartier",
    "hameau",
    "commune",
    "village",
    "area",
    "lieu-dit",
    "lieudit",
    "lieu de résidence",
    "commune de résidence",
    "ville de résidence",
    "quartier de résidence",
    "ville",
    "hameau de résidence",
    "village de résidence",
    "quartier/hameau",
    "hameau/quartier",
    "quartier ou hameau",
    "hameau ou quartier",
    "commune/hameau",
    "localité",
    "lieu d'habitation",
    "secteur géographique",
    "town",
    "neighbourhood",
    "neighborhood",
    "district",
)

#: For each kind, its columns in order, each with the other names it is known by.
COLUMNS: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "challenges": {
        "stake": ("enjeu", "enjeux", "thème", "theme", "stakes", "issue", "issues"),
        "statement": ("énoncé du défi", "intitulé du défi", "énoncé", "défi", "challenge", "formulation"),
        "action": ("actions",),
        "population": (
            "public visé",
            "publics visés",
            "public concerné",
            "public",
            "publics",
            "pour qui",
            "for whom",
            "bénéficiaires",
        ),
        "territory": ("territoire", "lieu", "où", "where", "place"),
        "deadline": ("échéance", "délai", "date", "quand", "by when", "when"),
        "indicator": (
            "indicateur de réussite",
            "mesuré comment",
            "indicateur",
            "mesure",
            "mesuré par",
            "measured by",
            "measured how",
        ),
    },
    "stakeholders": {
        "category": (
            "catégorie",
            "type",
            "famille",
            "type de structure",
            "catégorie d'acteur",
            "type d'acteur",
            "nature",
            "type d'organisme",
            "catégorie de partie prenante",
        ),
        "name": (
            "nom",
            "structure",
            "organisme",
            "organisation",
            "raison sociale",
            "partie prenante",
            "stakeholder",
            "nom de la structure",
            "nom de l'organisme",
            "nom de l'association",
            "nom de l'entreprise",
            "association",
            "dénomination",
            "acteur",
            "entreprise",
            "nom de l'acteur",
        ),
        "contact": (
            "interlocuteur",
            "interlocutrice",
            "personne à contacter",
            "contact person",
            "référent",
            "référente",
            "nom du référent",
            "nom du contact",
            "personne référente",
            "personne contact",
            "correspondant",
            "nom de l'interlocuteur",
        ),
        "email": _EMAIL,
        "sector": _SECTOR,
        "status": (
            "statut",
            "état",
            "réponse",
            "invitation",
            "statut de l'invitation",
            "état de l'invitation",
            "invité",
            "réponse à l'invitation",
            "présence",
        ),
    },
    "volunteers": {
        "name": (
            "nom",
            "noms",
            "bénévole",
            "participant",
            "bénévoles",
            "volunteer",
            "nom et prénom",
            "noms et prénoms",
            "nom prénom",
            "prénom nom",
            "prénom et nom",
            "nom/prénom",
            "prénom/nom",
            "nom, prénom",
            "full name",
            "nom de famille",
            "nom complet",
            "nom d'usage",
            "nom usuel",
            "nom de naissance",
            "nom du bénévole",
            "identité",
            "surname",
            "last name",
            "family name",
            "personne",
            "nom patronymique",
            "patronyme",
        ),
        "first_name": ("prénom", "prénoms", "given name", "first name", "forename", "prénom usuel", "prénom d'usage"),
        "email": _EMAIL,
        "phone": (
            "téléphone",
            "téléphones",
            "tél",
            "tel",
            "tél.",
            "portable",
            "mobile",
            "telephone",
            "numéro de téléphone",
            "n° de téléphone",
            "n° téléphone",
            "n° tél",
            "no de téléphone",
            "num tél",
            "num téléphone",
            "phone number",
            "téléphone portable",
            "tél portable",
            "téléphone mobile",
            "tél mobile",
            "téléphone fixe",
            "tél fixe",
            "fixe",
            "gsm",
            "numéro de portable",
            "n° de portable",
            "numéro de mobile",
            "cell phone",
            "mobile number",
            "telephone number",
            "téléphone domicile",
            "contact téléphonique",
            "tél domicile",
            "téléphone personnel",
            "natel",
            "cellulaire",
        ),
        "sector": _SECTOR,
        "consent": (
            "consentement",
            "accord",
            "rgpd",
            "gdpr",
            "consents",
            "accord rgpd",
            "consentement rgpd",
            "rgpd ok",
            "d'accord",
            "accord donné",
            "accord écrit",
            "autorisation",
            "autorisation rgpd",
            "consentement rgpd oui/non",
            "accord pour être recontacté·e",
            "d'accord pour être recontacté·e",
            "consentement contact",
            "agreement",
            "consentement à être recontacté·e",
            "consentement à être contacté·e",
            "acceptation rgpd",
        ),
        "pseudonym": ("pseudonyme", "pseudo"),
        "consented_at": (
            "date du consentement",
            "date de consentement",
            "consent date",
            "date d'accord",
            "date de l'accord",
            "horodateur",
            "horodatage",
            "timestamp",
            "date de soumission",
            "heure de soumission",
            "heure de fin",
            "completion time",
            "submitted at",
            "date de réponse",
            "consenti le",
            "accord du",
            "date submitted",
        ),
        "purpose": ("finalité",),
        "show_name": ("nom affichable", "may show name"),
        "challenges": (
            "défis",
            "défi",
            "enjeux",
            "enjeu",
            "thématiques",
            "thèmes",
            "défis choisis",
            "défis souhaités",
            "bénévole pour",
            "volontaire pour",
            "je suis bénévole pour",
        ),
        "declined": ("défis déclinés", "declined challenges"),
        "key": ("clé",),
    },
    "missions": {
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "title": (
            "intitulé",
            "mission",
            "titre",
            "nom",
            "intitulé de la mission",
            "nom de la mission",
            "titre de la mission",
            "libellé",
        ),
        "places": (
            "place",
            "nombre de places",
            "effectif",
            "seats",
            "nb de places",
            "nb places",
            "nbre de places",
            "places disponibles",
            "nombre de bénévoles",
            "nb de bénévoles",
            "bénévoles recherchés",
            "effectif souhaité",
            "number of places",
        ),
        "min_competence": (
            "compétence min",
            "compétence minimale",
            "compétence minimum",
            "minimum competence",
            "compétence requise",
            "compétence demandée",
            "niveau requis",
            "niveau minimum",
            "niveau minimal",
        ),
        "sector": _SECTOR,
        "owner": (
            "responsable",
            "référent de la mission",
            "responsable de la mission",
            "porteur",
            "porteuse",
            "porteur·se",
            "pilote",
            "référent",
            "référente",
        ),
        "first_date": ("première date", "date", "date de début", "premier rendez-vous", "first meeting"),
        "next_step": ("prochaine étape", "première étape", "premier pas", "first step"),
        "idea": ("idée", "idée d'origine", "venue de", "came from"),
    },
    "scores": {
        "volunteer": (
            "bénévole",
            "nom",
            "name",
            "participant",
            "participant·e",
            "pseudonyme",
            "pseudonym",
            "nom et prénom",
            "prénom et nom",
            "nom prénom",
            "nom du bénévole",
            "full name",
        ),
        "first_name": ("prénom", "prénoms", "given name", "first name", "forename"),
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "competence": ("compétence", "compétences", "skill", "niveau de compétence"),
        "interest": ("intérêt", "envie", "motivation", "niveau d'intérêt"),
        "key": ("clé",),
    },
    "ideas": {
        "challenge": ("défi", "enjeu", "stake", "issue"),
        "text": (
            "texte",
            "idée",
            "idea",
            "contenu",
            "proposition",
            "texte de l'idée",
            "contribution",
            "idées",
        ),
        "source": ("origine", "d'où", "how known"),
        "author": (
            "nom et prénom",
            "prénom et nom",
            "auteur",
            "autrice",
            "auteur·rice",
            "auteur·e",
            "pseudonyme",
            "pseudonym",
            "participant",
            "nom",
        ),
        "first_name": ("prénom", "prénoms", "given name", "first name", "forename"),
        "written_at": ("écrite le", "written at", "horodateur", "horodatage", "timestamp", "date de soumission"),
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

#: Where the one who speaks is one column, to which a first name beside it is joined.
WHO: Final[Mapping[str, str]] = {"scores": "volunteer", "ideas": "author"}

#: How inclusive writing parts an ending: ``recontacté·e``, ``bénévole·s``, ``recontacté(e)``, ``recontacté.e``.
_INCLUSIVE: Final = re.compile(r"[·•]|(?<=[éi])\.(?=es?\b)|(?<=\w)\((e|s|es|ne|rice)\)")

#: Columns that are read and never written: what they say stands in another.
ONLY_READ: Final = frozenset({"first_name"})


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
    folded = fold_header(heading)
    column = names.get(folded)
    if column is None and (bare := strip_beside(folded)):
        column = names.get(bare) or _SINGULAR[kind].get(_singular(bare))
    return None if kind == "volunteers" and column in OF_PERSON and speaks_of_another(heading) else column


@lru_cache(8192)
def fold_header(cell: str) -> str:
    """Return what two writings of a header share; what stands in brackets, such as a scale, is left out."""
    plain = re.sub(r"[(\[].*?[)\]]", " ", _INCLUSIVE.sub(r"\1", cell.replace("_", " ")))
    plain = re.sub(r"\s*/\s*", "/", plain.strip(" *:?.!"))
    return fold_name(plain.rstrip(" :*?.")).strip(" :*?.!")


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
