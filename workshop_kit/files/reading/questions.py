"""The questions of forms that stand as headings: the words that ask for a column, and those that ask something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.files.reading.agreements import (
    AGREES_TO_CONTACT,
    BARE_CONSENT,
    CONTACTS,
    OF_OTHERS,
    OTHER_CONSENT,
)
from workshop_kit.files.reading.whose import WITHDRAWN


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
        What most answers must look like: ``words`` (anything), ``email``, ``phone``, ``consent``, ``moment``,
        ``withdrawn`` (a word of consent or a moment) or ``challenges``.

    """

    column: str
    asks: str
    other: str = ""
    answers: str = "words"


_EMAIL: Final = r"\b(e ?mails?|mail|courriels?|mel|adresse electronique|messagerie)\b"
_PHONE: Final = r"\b(tel|tels|telephones?|portables?|mobiles?|gsm|cellulaire|phone|fixe|whatsapp)\b"
_ALLOWS: Final = r"recevoir|souhait|accept|autoris|consent|newsletter|avez vous"
_JOINED: Final = r"(?:\s*(?:et|&|/|,|\+|and)\s*|\s+)"
_SUBMITTED: Final = (
    r"horodat|timestamp|(date|heure) (de |d')?(la )?(soumission|reponse|fin)|submi(tted|ssion) (at|on|date)"
    r"|completion time|date(stamp)? (submitted|de l'envoi)"
)

_PLACE: Final = r"(secteurs?|hameaux|quartiers?|villages?|communes?|zones?|areas?|sectors?)"
#: What somebody can do, where and how often; asked before where they live and what for.
_OFFERED: Final = (
    Question(
        "max_missions",
        r"\b(combien de|nombre (maximum |maximal |max )?de|nb (max )?de|how many) missions\b",
        r"deja|already",
    ),
    Question(
        "reach",
        rf"\b{_PLACE}\b.*\b(accessibles?|atteignables?|intervenir|vous (rendre|deplacer)|pouvez (vous )?aller|go to"
        rf"|travel to|reach)\b|^(ou|jusqu'ou) (pouvez|peux|pourriez) .*\b(aller|intervenir|deplacer|rendre)\b"
        r"|^where (can|could) you (go|help|travel)",
        r"habitez|residez|vivez|live",
    ),
    Question(
        "days",
        r"\bquels? (jours?|moments?|creneaux)\b|^quand (pouvez|pourriez|etes|seriez) vous .*(aider|disponible|libre)"
        r"|\b(vos|tes|mes|your) disponibilites?\b|\bwhich days\b|^when (can|could|are) you (help|free|available)",
        r"joindre|appel|contact|rappel|\bdates?\b|reunion|naissance|\bcall\b|reach you",
    ),
    Question("often", r"\bfrequence\b|^combien de fois\b|\bhow often\b", r"deja|internet|already"),
    Question(
        "until", r"^(disponible |dispo )?jusqu'(au|a quand|a quelle date)\b|^(available )?until when\b", "", "moment"
    ),
    Question(
        "car",
        r"\b(avez vous|as tu|disposez vous|possedez vous|do you (have|own)) .*\b(voiture|vehicule|car)\b"
        r"|\bvehicule (personnel|disponible)\b|\bvoiture (personnelle|disponible)\b",
        r"immatriculation|assurance|covoitur",
    ),
    Question(
        "languages",
        r"\b(quelles?|autres?|which|what|other) (autres? )?(langues?|languages?)\b",
        r"maternelle de l'enfant",
    ),
)

#: By kind, in the order in which they are asked.
QUESTIONS: Final[Mapping[str, Sequence[Question]]] = {
    "volunteers": (
        Question("consent", WITHDRAWN, OF_OTHERS, "withdrawn"),
        Question(
            "consented_at",
            _SUBMITTED
            + r"|date ((du |de )?recueil )?(du |de |d')?(l')?(consentement|accord|autorisation)"
            + r"|(accord|consentement|autorisation) (donnee? )?(le|du)\b"
            + r"|\bdate (of )?(consent|agreement)|\bconsent(ed)?( given)? (date|on)\b",
            r"photo|image|naissance",
            "moment",
        ),
        *(Question("consent", asks, OTHER_CONSENT, "consent") for asks in (CONTACTS, AGREES_TO_CONTACT, BARE_CONSENT)),
        *_OFFERED,
        Question("email", _EMAIL, rf"postale?|{_ALLOWS}", "email"),
        Question(
            "phone",
            _PHONE + r"|\bnumero\b",
            rf"adherent|licence|securite|\brue\b|soumission|\bvoie\b|{_ALLOWS}",
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
        Question(
            "first_name",
            r"\bprenoms?\b|\b(first|given|christian) name|\bforename|comment (tu t'appelles|t'appelles tu)",
            r"\b(sur)?nom\b|last|family|autre",
        ),
        Question(
            "name",
            rf"\b(nom|prenom)s?{_JOINED}(nom|prenom)s?\b|\b(last|family|full) name|\bsurname|(first"
            rf"|last) and (last|first)"
            r"|^(vos?|votre|quels? (est|sont)) .*\bnom\b|vous appelez|(what is|what's) your name"
            r"|^nom (d'usage|usuel|marital|patronymique|d'epouse)|^qui etes vous|sous quel nom",
            r"\brue\b|pseudo",
        ),
    ),
    "challenges": (
        Question("stake", r"^(quel|a quel|sur quel)s? (enjeu|theme|domaine)|\benjeu\b", r"pilote|pourquoi"),
        Question(
            "statement",
            r"\b(defi|challenge|enonce|formulation)\b",
            r"^(pour|avec) qui|\bou\b|quand|comment|pilote|numero|\bn°",
        ),
        Question("population", r"^(pour|avec) (qui|quels? publics?)\b|^qui (est|sera|seront|beneficie)|for whom"),
        Question("territory", r"^(ou|dans quels?|sur quels?) (territoire|lieu|secteur|se passe|cela)|\bterritoire\b"),
        Question("deadline", r"^(avant|pour|d'ici|a) (quand|quelle (date|echeance))|\becheance\b|by when|deadline"),
        Question("indicator", r"^comment .*(mesur|sav|saura|verifi)|mesurer|\bindicateurs?\b|how .*(measure|know)"),
        Question("action", r"^(que|quoi|qu'est ce) .*(faire|fait)|\bactions?\b|^what (will|do|should)", r"pilote|deja"),
    ),
    "stakeholders": (
        Question("email", _EMAIL, r"postale?|recevoir|newsletter", "email"),
        Question("phone", _PHONE, rf"\bfax\b|sir[eh]n|siret|\brna\b|\brue\b|\bvoie\b|date|{_ALLOWS}", "phone"),
        Question(
            "reason",
            r"^(pour quelle raison|pourquoi|why|en quoi|reasons? (for|of|to))\b|\b(motif|raison)s? (de|d'|du)\b"
            r"|\bqu'(ils?|elles?) (apport|voi|sai|savent|connai)|what (do )?(they|it|she|he) (brings?|sees?|knows?)",
            r"sociale|refus|absen|declin|non venu|pas ven|annul|not coming|retard",
        ),
        Question("challenges", r"\b(defis?|enjeux?|challenges?)\b", r"pilote|propose", "challenges"),
        Question("postcode", r"\b(code postal|zip|post ?code|postal code)\b"),
        Question("complement", r"\bcomplement (d'|de l')?adresse|\b(ligne|line) 2\b"),
        Question(
            "address",
            r"\badresse\b|\b(postal|street|mailing) address\b|^address\b"
            r"|^(ou|where) .*(ecrire|envoyer|adresser|write|send|post)\b",
            r"mail|electronique|courriel|internet|\bsite\b|\bweb\b|\burl\b|messagerie"
            r"|\bip\b|newsletter|\bdate\b|par qui",
        ),
        Question(
            "category", r"^(type|categorie|famille|nature|kind)s? (de|d'|du|des|of)\b", r"contact|invitation|public"
        ),
        Question(
            "contact", r"\b(contact|interlocut\w+|referente?|representante?|correspondante?)\b", r"tel|date|dernier"
        ),
        Question("name", r"^(nom|name|intitule|denomination) (de|d'|du|des|of)\b", r"ville|commune|rue"),
        Question(
            "status", r"^(statut|etat|reponse|suivi) (de|d'|du|a)\b|\binvitation\b", r"\bdate\b|par qui|juridique"
        ),
    ),
    "missions": (
        Question(
            "min_places",
            r"\b(min|mini|minimum|minimal|minimale|au moins|at least)\b",
            r"competence|niveau|skill|\bage\b|\bans\b|heure|jour|hours|days|euro|duree",
        ),
        Question(
            "places",
            r"^(nombre|nb|nbre|combien) (de|d')|how many|number of|\bbesoins? (en|de) (benevoles|volontaires"
            r"|personnes)",
            r"heure|jour|hours|days|euro",
        ),
        Question("challenge", r"^(quel|a quel|pour quel|sur quel)s? (defi|enjeu|theme)|\b(defi|enjeu|challenge)\b"),
        Question(
            "min_competence", r"\b(competence|niveau|skill)s?\b.*\b(min|requis|demande|attendu|necessaire|need|requ)"
        ),
        Question("title", r"^(nom|titre|intitule|description|name) (de|d'|du|of)\b|^quelle (est la )?mission"),
        Question("owner", r"^qui (pilote|porte|anime|coordonne|s'en occupe|est responsable)|in charge"),
        Question("first_date", r"^(date|jour) (de|du|d') ?(la |l')?(debut|premier|demarrage|lancement)|^quand\b"),
        Question("last_date", r"^(date|jour) (de|du|d') ?(la |l')?(fin|cloture|dernier)|^(until when|jusqu'a quand)\b"),
        Question("importance", r"\b(importance|priorite|priority)\b"),
        Question("car", r"\b(voiture|vehicule|car)\b.*\b(necessaire|requise?|demandee?|obligatoire|needed|required)\b"),
        Question(
            "language", r"\b(langue|language)\b.*\b(necessaire|requise?|demandee?|parlee?|needed|required|spoken)\b"
        ),
    ),
    "ideas": (
        Question("written_at", _SUBMITTED, "", "moment"),
        Question("challenge", r"^(quel|sur quel|pour quel|a quel)s? (defi|enjeu|theme|sujet)|which challenge"),
        Question(
            "text",
            r"^(quelle|votre|vos|une|ton|ta|decri|proposez|que propos|what) .*"
            r"\b(idees?|propositions?|idea|suggestions?)\b|que proposez",
            "source|origine",
        ),
        Question(
            "source",
            r"^(source|origine)\b|d'ou (vient|vous vient|le sav|tenez|tiens)|comment (le )?(sav|connai)"
            r"|how do you know",
        ),
        Question("author", r"^(vos?|votre|quels? (est|sont)) .*\bnom\b|^qui (propose|a propose|parle)|\bauteur\b"),
    ),
}
