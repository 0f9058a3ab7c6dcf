"""The questions of forms that stand as headings: the words that ask for a column, and those that ask something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Question:
    """Heading pattern (*question*): how a column is asked for, in folded words (no accents, no capitals).

    Attributes
    ----------
    column
        The column that answers it.
    asks
        A pattern of its words.
    other
        A pattern of words with which it asks something else.
    answers
        What most answers must look like: ``words`` (anything), ``email``, ``phone``, ``consent``, ``moment`` or
        ``challenges``.

    """

    column: str
    asks: str
    other: str = ""
    answers: str = "words"


_EMAIL: Final = r"\b(e ?mails?|mail|courriels?|mel|adresse electronique|messagerie)\b"
_OF_ANOTHER: Final = r"structure|association|organisme|referent|conjoint|societe|entreprise|employeur|parrain|urgence"
_ALLOWS: Final = r"recevoir|souhait|accept|autoris|consent|newsletter|avez vous"
_SUBMITTED: Final = (
    r"horodat|timestamp|(date|heure) (de |d')?(la )?(soumission|reponse|fin)|submi(tted|ssion) (at|on|date)"
    r"|completion time|date(stamp)? (submitted|de l'envoi)"
)

#: By kind, in the order in which they are asked.
QUESTIONS: Final[Mapping[str, Sequence[Question]]] = {
    "volunteers": (
        Question(
            "consented_at",
            _SUBMITTED
            + r"|date ((du |de )?recueil )?(du |de |d')?(l')?(consentement|accord|autorisation)"
            + r"|(accord|consentement|autorisation) (donnee? )?(le|du)\b",
            r"photo|image|naissance",
            "moment",
        ),
        Question(
            "consent",
            r"consent|rgpd|gdpr|\baccord\b|d'accord|autoris|j'?accepte|acceptez|recontact|en cochant"
            r"|ok pour|agree|donnees personnelles|confidentialite|souhaite etre (informe|contacte)|(etre"
            r"|vous) (re)?contacte",
            r"photo|image|video|newsletter|lettre d'info|infolettre|parent|mineur|reglement|\bdate\b|finalite|comment"
            r"|moyen|horaire|quand|medical",
            "consent",
        ),
        Question("email", _EMAIL, rf"postale?|{_OF_ANOTHER}|{_ALLOWS}", "email"),
        Question(
            "phone",
            r"\b(tel|tels|telephones?|portables?|mobiles?|gsm|cellulaire|phone|fixe|whatsapp|numero)\b",
            rf"adherent|licence|securite|\brue\b|soumission|\bvoie\b|{_OF_ANOTHER}|{_ALLOWS}",
            "phone",
        ),
        Question(
            "sector",
            r"\b(ou (habitez|residez|vivez)|where do you live|habitez|residez|(commune|lieu|ville|quartier"
            r"|hameau|village) (de|d')"
            r"|hameaux?|quartiers?|villages?|lieu dit|localite|secteur geographique)\b",
            r"naissance|postal|insee|activite|travail|intervention|professionnel|rendez|reunion|mission|depuis",
        ),
        Question(
            "challenges",
            r"\bdefis?\b|\benjeux?\b|thematiques?|\bthemes?\b|sujets?|chantiers?|benevole pour|aider (sur|pour|a)"
            r"|interess|engager|challenges?|volunteer for",
            r"declin|refus",
            "challenges",
        ),
        Question("first_name", r"^(votre )?prenoms?\b", rf"\bnom\b|enfant|{_OF_ANOTHER}"),
        Question(
            "name",
            r"^(vos?|votre|quels? (est|sont)) .*\bnom\b|^(nom|prenom)s?( et |\s*/\s*| )(prenom|nom)s?\b"
            r"|comment vous appelez|what is your name|^nom (d'usage|usuel|marital|patronymique)"
            r"|^nom du benevole|^nom de la personne$",
            rf"\brue\b|{_OF_ANOTHER}",
        ),
    ),
    "stakeholders": (Question("email", _EMAIL, r"postale?|recevoir|newsletter", "email"),),
    "ideas": (
        Question("written_at", _SUBMITTED, "", "moment"),
        Question("challenge", r"^(quel|sur quel|pour quel|a quel)s? (defi|enjeu|theme|sujet)"),
        Question(
            "text",
            r"^(quelle|votre|vos|une|ton|ta|decri|proposez|que propos|what) .*"
            r"\b(idees?|propositions?|idea|suggestions?)\b|que proposez",
            "source|origine",
        ),
        Question("source", r"d'ou (vient|vous vient|le sav|tenez)|comment le sav|how do you know"),
    ),
}
