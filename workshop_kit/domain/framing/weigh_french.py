"""What only French says so: a figure that "tombe à" so much, a lack that "on n'a plus" tells, a wish for "mieux"."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.clauses import Form
from workshop_kit.domain.framing.force_words import ILLS
from workshop_kit.domain.framing.french_today import is_felt, is_truth
from workshop_kit.domain.framing.french_verbs import LAST_ONES
from workshop_kit.domain.framing.measure_sorts import Sort
from workshop_kit.domain.framing.statements import Statement
from workshop_kit.domain.framing.weights import PEOPLE, Force

#: Where a figure goes: "tombe à 8 %", "repasse sous le seuil".
_GOES: Final = re.compile(
    r"^(?:re|ne )?(?:tomb|chut|descend|redescend|repass|pass|grimp|mont|remont|retomb|attei|rejoin|recul|plafonn|"
    r"se stabilis|se maintien|bais)\w* (?:à|a|au|sous|en dessous|au-dessous|au-dessus|de \d|d'un|de moitie|\d)"
)
_FIGURES: Final = frozenset(
    {"taux", "nombre", "part", "delai", "delais", "temps", "duree", "prix", "niveau", "proportion", "chomage"}
    | {"consommation", "facture", "loyer", "loyers", "attente", "temperature", "vitesse", "mortalite", "frequentation"}
    | {
        "emission",
        "pollution",
        "score",
        "moyenne",
        "effectif",
        "effectifs",
        "production",
        "rendement",
        "air",
        "bruit",
        "population",
    }
)
#: What an account comes to: "la dette s'élève à 2 M€".
_AMOUNTS: Final = re.compile(r"^(?:s'eleve|s'elevent|se monte|se montent|se chiffre|s'etablit|atteint|represente) ")
#: All of it: "sont recyclées à 100 %".
_ALL_OF_IT: Final = re.compile(r"\b(?:est|sont|soit|soient) \w+ee?s?\b.{0,20}?\b(?:à|a) 100 ?%")
_NO_MORE_HAD: Final = re.compile(r"^(?:n'|ne )(?:a|avons|ai|avez|ont) (?:meme |même )?plus\b")
_HAVING: Final = frozenset({"on", "nous", "je", "j'"})
_BETTER: Final = re.compile(
    r"^[^.;:!?]{0,40}\b(?:mieux|davantage)\b|^(?:ne )?(?:soi\w+|devienn\w+|rend\w+|parait|paraissent|"
    r"redevienn\w+) (?:un peu |bien |beaucoup )?(?:plus|"
    r"moins) [a-z]{3,}(?! (?:à|de \d|d'un|sous|en \d))"
)
_AT_LEAST: Final = re.compile(r"\b(?:au moins|encore au moins|plus (?:une? seule?|aucune?|que))\b")
#: So much of it is wanted: "vise aussi 90 % de …".
_AIMED: Final = re.compile(
    r"[\w']+ (?:aussi |egalement |encore |donc |enfin |en plus )?(?:les |la |au moins )?(?:\d|zero|moitie|"
    r"deux tiers|trois quarts)"
)
#: By what it will be seen, of an end that was said: "on le verra aux comptes de la ville".
_SEEN_BY_IT: Final = re.compile(
    r"(?:le|la|les|cela) (?:lir|verr|saur|constater|mesurer|juger|controler|compter)(?:a|ons)\b"
)
_WATCHERS: Final = frozenset({"on", "nous"})
#: A verb in the imperfect: "on se baignait dans la Loue".
_WAS: Final = re.compile(
    r"^(?!(?:s|re|f|ref|satisf|defa|pl|depl|conn|reconn|par|dispar|appar|n|ren|tr|distr|p|rep)ait$)\w{2,}(?<!r)"
    r"ai(?:t|ent)$"
)
_IF_OR_THAT: Final = re.compile(r"\b(?:si|que)\b|qu'")
_STILL: Final = re.compile(r"^[\w-]+ (?:toujours|encore)\b")
#: What is due to people: "touchent leur pension moins de deux mois après".
_RECEIVES: Final = re.compile(r"\w+ (?:leurs?|sa|son|ses|une?|la|le) ")
#: What people do without a loss: "partent en congé sans perdre un euro".
_WITHOUT_LOSS: Final = re.compile(
    r"\bsans (?:perdre|renoncer|devoir|avoir à|payer|debourser|risquer|craindre|qu'aucune?|que personne|qu'on|etre "
    r"(?:suivi|inquiete|harcele|insulte|refoule|oblige)\w*|se faire|y laisser|se ruiner|s'endetter|quitter|"
    r"descendre|demander|passer par|crainte|l'aide)\b"
)
_NORMAL: Final = re.compile(
    r"\W*(?:est-ce|c'est|est-il|trouvez-vous|trouve-t-on)(?: bien| vraiment)? (?:normal|juste|logique|acceptable)"
)


_ARTICLES: Final = frozenset({"le", "la", "l'", "notre", "un", "une", "du", "que", "qu'"})


def is_body_first(one: Statement) -> bool:
    """Say whether the first noun of a subject is a body, whoever sits in it: "le conseil des jeunes rédige …"."""
    if one.evidence.language != "fr":
        return False
    named = one.evidence.words[one.clause.subject : one.clause.start]
    nouns = [word.lemma for word in named if word.plain not in _ARTICLES]
    return nouns[:1] != [] and nouns[0] in one.lexicon.BODIES


def weigh_french(one: Statement) -> tuple[Force, str] | None:
    """Weigh what French turns tell of a statement; nothing where none is there."""
    if one.evidence.language != "fr":
        return None
    if _NORMAL.match(one.evidence.plain):
        return Force.FACT, "past"
    if one.evidence.money and not one.dated and _AMOUNTS.match(one.told) and one.clause.form is Form.STATEMENT:
        return Force.FACT, "past"
    if one.clause.lemma == "rester" and "il" in one.head and one.measured is not None:
        left = one.dated or _AT_LEAST.search(one.told) is not None
        return (Force.END, "state") if left else (Force.FACT, "past")
    counted = one.measured is not None and one.measured.sort is not Sort.ZERO
    if not counted and not one.clause.purpose and is_felt(one.told, every=one.every):
        return Force.VAGUE, "vague"
    if (one.every or "rien" in one.head) and not one.dated and is_truth(one.told, one.head):
        return Force.FACT, "past"
    firm = one.measured is not None or one.every
    if not firm and not one.clause.purpose and _BETTER.search(one.told):
        return Force.VAGUE, "vague"
    if one.head <= _WATCHERS and _SEEN_BY_IT.match(one.told):
        return Force.FACT, "past"
    if one.clause.form is not Form.STATEMENT:
        return None
    verb = one.evidence.words[one.clause.verb]
    if (
        not one.evidence.plain.rstrip().endswith("?")
        and _WAS.search(verb.plain)
        and verb.lemma != verb.plain
        and not _IF_OR_THAT.search(one.evidence.plain)
    ):
        return Force.FACT, "past"
    if one.head & LAST_ONES and _STILL.search(one.told) and not one.negative:
        return Force.END, "state"
    if one.clause.lemma == "toucher" and one.measured is not None and _RECEIVES.match(one.told):
        return Force.END, "state"
    if one.head & PEOPLE and _WITHOUT_LOSS.search(one.told):
        return Force.END, "state"
    aimed = one.measured is not None and one.measured.sort in {Sort.SHARE, Sort.ZERO}
    if one.clause.lemma in {"vouloir", "viser", "souhaiter"} and aimed and _AIMED.match(one.told):
        return Force.END, "state"
    had = one.head & _HAVING and _NO_MORE_HAD.match(one.told) and not one.dated
    words = one.evidence.words[one.clause.verb : one.clause.end]
    if had and not any({word.lemma, word.plain.rstrip("s")} & ILLS for word in words):
        return Force.FACT, "past"
    goes = one.head & _FIGURES and _GOES.match(one.told) is not None and one.measured is not None
    return (Force.END, "state") if goes or _ALL_OF_IT.search(one.told) else None
