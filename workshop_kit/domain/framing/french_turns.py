"""French turns around a verb that tell how its statement is meant: all of them, what does not go, a complaint."""

from __future__ import annotations

import re
from typing import Final

#: All of those just named: "ont tous un plan", "savent toutes nager", "reçoivent chacun une visite".
_ALL_OF_THEM: Final = re.compile(
    r"^\W*(?:(?:se |s'|en |y |ne |n'|les |la |le |l'|leur |lui )*[\w-]+ )(?:tous|toutes|chacune?)\b"
    r"(?! (?:les|mes|nos|ces|ceux|celles|leurs|ses|vos|deux|trois|quatre)\b)"
)
#: Verbs that ask for a thing: "nous demandons un passage piéton".
ASKING: Final = frozenset(
    {"demander", "vouloir", "reclamer", "exiger", "souhaiter", "esperer", "attendre", "falloir", "proposer", "aimer"}
    | {"revendiquer", "solliciter", "rever"}
)
_NEITHER: Final = re.compile(r"\W*ni (?:le |la |les |l'|un |une |mon |ma |mes |nos |notre )")
#: What would be lost is not: "ne ferme pas", "ne disparaissent pas".
_NOT_LOST: Final = re.compile(
    r"\b(?:ne |n')(?:s'en |s'|se |y |en )?(?:ferm|dispar|arret|eteign|eteint|part|meur|clo[st]|perd|tari|sech|assech|"
    r"quitt|baiss|recul|interromp|coul|coup|delocalis|licenci|demenag|supprim|vid|annul|expuls|depass|exced)\w* "
    r"(?:pas|plus|jamais|point)\b"
)
_LASTING: Final = re.compile(
    r"\b(?:sept jours sur sept|7 ?j(?:ours)? ?(?:sur |/) ?7|24 ?h(?:eures)? ?(?:sur |/) ?24|vingt-quatre heures sur "
    r"vingt-quatre|toute l'annee|douze mois sur douze|ete comme hiver|hiver comme ete|par tous les temps|sans "
    r"interruption|l'hiver comme l'ete|l'ete comme l'hiver|de jour comme de nuit|jour et nuit|"
    r"par tous temps|quel(?:le)? que soit (?:le|la|l') ?(?:temps|saison|heure|meteo)|même le dimanche|meme le "
    r"dimanche|dimanche compris)\b"
)
#: A figure by its name, with what it comes to: "délai d'attente ramené de six à deux heures".
RATE: Final = re.compile(
    r"^\W*((?:le |la |les |l')?(?:nombre|taux|part|delai|temps|duree|prix|cout|niveau|volume|consommation|facture|"
    r"quantite|proportion|temperature|population|frequentation|effectifs?|tonnage|score|moyenne|loyers?|emissions|depenses?|"
    r"surface|budget|pertes|fuites|rejets|vitesse|hauteur|distance|rendement|chiffre d'affaires|part modale)\b"
    r"[^.;:!?,]{0,80})"
)
RAISED: Final = re.compile(
    r"\b(?:ramen|redui|divis|port|pass|abaiss|baiss|doubl|tripl|multipli|relev|limit|plafonn|stabilis|maintenu|diminu|"
    r"augment|descendu|tomb|remont)\w*\b"
)
#: What somebody thinks of how things are: whatever number stands beside it, it is told of today.
_COMPLAINS: Final = re.compile(
    r"\b(?:c'est|ce n'est|c'en est|c'etait) (?:vraiment |bien |pas |quand meme |carrement |tellement |trop |assez |"
    r"tout simplement |"
    r"juste )*(?:trop|peu|beaucoup|enorme|honteux|une honte|la honte|scandaleux|un scandale|inacceptable|"
    r"insupportable|intolerable|"
    r"decourageant|desolant|triste|dommage|grave|nul|n'importe quoi|penible|dangereux|infernal|invivable|l'enfer|"
    r"la galere|abusif|abuse|injuste|indigne|lamentable|pitoyable|ridicule|absurde|normal|logique|inquietant|"
    r"alarmant|lassant|agacant|rageant|affligeant|epuisant|usant|le bazar|la cata|la catastrophe|deplorable|"
    r"consternant|une catastrophe)"
    r"(?! (?:pour|que|qu'|de|d')\b)(?!\w)|"
    r"\brien (?:ne|n') ?(?:bouge|change|se passe|se fait|avance|est fait|y fait)\b|"
    r"\b(?:ca suffit|ras[ -]le[ -]bol|y en a marre|on en a marre|j'en ai marre|marre de|assez de|trop c'est trop)\b"
)
#: How often of so many times something is well: "quatre nuits sur cinq".
_HOW_OFTEN: Final = re.compile(
    r"(?:nuits?|jours?|journees?|fois|soirs?|matins?|trajets?|semaines?|mois|week-ends?|samedis?|dimanches?|services?|"
    r"heures?|saisons?|annees?|ans|etes|hivers) sur\b"
)

#: "Encore du miel, dans cinq ans, chez chaque apiculteur".
STILL_SOME: Final = re.compile(r"\W*((?:encore|toujours) (?:du |de la |des |de l'|une? |le |la |les |l')[\w-]+)")
#: What does none of it: "une cantine qui ne jette plus rien".
WHO_NO_MORE: Final = re.compile(
    r"^\W*((?:un |une |des |le |la |les |l')[\w'-]{1,30}(?: [\w'-]{1,30}){0,3}? (?:qui|où|dont)\b[^.;:!?,]{0,40}\b"
    r"(?:ne |n')[^.;:!?,]{1,30}\b(?:plus (?:rien|aucune?|personne|jamais|une?|d'|de )|aucune?|rien|jamais|personne)"
    r"[^.;:!?,]{0,60})"
)


#: With what an aim is compared: "…, contre 12 000 aujourd'hui".
_COMPARED: Final = re.compile(
    r", \d[^.;:!?]{0,30} (?:aujourd'hui|actuellement|à ce jour)(?=,)|,? (?:contre|au lieu de|à la place de) "
    r"\d[^.;:!?,]{0,40}|\b(?:qu'|que |par rapport à |"
    r"qu'il n'y en avait )(?:en )?"
    r"(?:19|20)\d\d\b|\b(?<!such )(?:as|than) (?:(?:it|they|he|she|we|you) (?:\w+ )?(?:in (?:19|20)\d\d|now|today|"
    r"before|did|does|do|was|were|had|last (?:year|winter|summer))(?: (?:in (?:19|20)\d\d|now|today|last year|then))?|"
    r"(?:in|at|on|during) [\w-]+|last year|before|now|today|the rest|the others)(?= ?[.,;:!?]| by | before |$)"
)
#: How one would like something to be: nobody can check it.
CLOSE_TO: Final = re.compile(
    r"\b(?:rest\w+|demeur\w+|etre|soit|soient|est|sont|devien\w+) (?:plus |tres |bien |toujours )?"
    r"(?:proches? (?:de|des|du)|à l'ecoute|au service|fideles?|dynamiques?|attracti\w+|solidaires?|accueillante?s?|"
    r"exemplaires?|au coeur|humaine?s?|agreables?|conviviale?s?|vivante?s?)\b|\bil (?:fait|fasse|fera) bon\b"
)
#: What people do without although they need it: "arrive sans avoir mangé".
_LACKING: Final = re.compile(
    r"\bsans (?:avoir (?:mange|dejeune|dormi|petit-dejeune|dine)|manger|petit-dejeuner|repas|chauffage|electricite|"
    r"diplome|qualification|emploi|travail|logement|toit|medecin|abri|papiers|ressources|solution|assurance|mutuelle|famille|"
    r"nouvelles|avenir|rien|soins?|eau (?:courante|potable)|internet)\b|"
    r"^(?:\w+ )?cherch\w+ (?:tous |toutes |encore |toujours |en vain )?(?:une? |du |de la |des )|"
    r"\bdans (?:la boue|le froid|la rue|le noir|la misere|l'angoisse|la peur|(?:un|des) taudis|leurs? voitures?|"
    r"l'oubli|l'indifference|(?:une|des) caves?|l'humidite|la crasse|l'insecurite|le bruit)\b|"
    r"\bsous (?:la|une|des|les) (?:tentes?|baches?|toles?)\b|"
    r"\b(?:n'importe (?:où|ou|comment|quand|quoi)|en double file|tant bien que mal|à la va-vite|faute d[e']|malgre|"
    r"à (?:deux|trois|quatre|cinq|six|dix) dans (?:un|une|le|la)|et encore\W*$|en cachette|"
    r"(?:leurs|des|trainer|ses) (?:dechets|ordures|detritus|crottes|megots|gravats|poubelles) (?:sur|dans|au|à|partout|"
    r"devant|derriere))"
)


def leave_compared(plain: str) -> str:
    """Return a text with what an aim is compared with left blank: every sign keeps its place."""
    return _COMPARED.sub(lambda found: " " * len(found[0]), plain)


def lacks(told: str) -> bool:
    """Say whether people are told to do without what they need."""
    return _LACKING.search(told) is not None


def is_how_often(said: str) -> bool:
    """Say whether a share is one of times: "finissent à l'heure quatre nuits sur cinq"."""
    return _HOW_OFTEN.search(said) is not None


def speaks_of_all(subject: str, told: str) -> bool:
    """Say whether a verb and what follows it speak of all whom its subject names, or of none of them."""
    return _ALL_OF_THEM.match(told) is not None or _NEITHER.match(subject) is not None


def speaks_of_some(opening: str) -> bool:
    """Say whether a subject that begins so names only some: "des apprentis dorment dans leur voiture"."""
    return opening in _SOME


_SOME: Final = frozenset({"des", "certains", "certaines", "beaucoup", "quelques", "plusieurs", "trop", "d'"})


def is_not_lost(told: str) -> bool:
    """Say whether a verb that tells a loss denies it."""
    return _NOT_LOST.search(told) is not None


def is_bad(told: str, whole: str, negative: re.Pattern[str]) -> bool:
    """Say whether something bad is told: by a word for it, or because people do ``whole`` without what they need."""
    return (negative.search(told) is not None or lacks(whole)) and not is_not_lost(told)


def is_kept(told: str, *, negative: bool) -> bool:
    """Say whether what is told goes on: "ne ferme pas", "coule sept jours sur sept"."""
    return is_not_lost(told) or (_LASTING.search(told) is not None and not negative)


def goes_on(later: str) -> bool:
    """Say whether what follows a statement says that it goes on: "…, hiver comme été"."""
    return re.match(r", ", later) is not None and _LASTING.match(later, 2) is not None


def complains(plain: str) -> bool:
    """Say whether a sentence says what somebody thinks of how things are."""
    return _COMPLAINS.search(plain) is not None
