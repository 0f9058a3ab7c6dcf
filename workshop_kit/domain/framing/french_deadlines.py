"""How French says by when: dates, seasons, terms, school and church years, elections, and so many months from now."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.numbers import FRENCH_WORDS, NUMBER, SOME

MONTH: Final = (
    r"(?:janvier|janv\.?|fevrier|fevr?\.|mars|avril|mai|juin|juillet|juil\.|aout|septembre|sept\.|octobre|oct\.|"
    r"novembre|nov\.|"
    r"decembre|dec\.)"
)
_YEAR_WORDS: Final = (
    r"deux[ -]mille[ -](?:vingt|trente|quarante|cinquante)(?:[ -](?:et[ -])?(?:un|deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf))?"
)
YEAR: Final = (
    r"(?:(?<![\w/.,])(?<!\d-)(?:202[6-9]|20[3-9]\d)(?![\w%])(?! ?(?:%|€|euros?|habitants?|personnes|"
    rf"logements|familles|m2|km|arbres))|{_YEAR_WORDS})"
)
_SCHOOL_YEAR: Final = r"20[2-9]\d ?[-/] ?(?:20)?[2-9]\d"
_DAY_NAME: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY_NUMBER: Final = rf"(?:[12]?\d|3[01]|1 ?er|premier|{FRENCH_WORDS})"
_NEXT: Final = r"(?:prochaine?s?|suivante?s?|qui viennent|qui vient|a venir|à venir|en cours)"
_WHICH: Final = (
    rf"(?: (?:{_NEXT}|(?:de |d'|de l'annee |de l'an )?(?:{_SCHOOL_YEAR}|{YEAR})|de l'annee {_NEXT}|de "
    r"cette annee|de l'an prochain))?"
)
_EDGE: Final = r"(?:fin|debut|mi|courant|milieu|horizon)"
_ORDINAL: Final = (
    r"(?:1 ?er|premier|premiere|2 ?e|deuxieme|second|seconde|3 ?e|troisieme|4 ?e|quatrieme|dernier|"
    r"derniere|prochain|prochaine)"
)
_SEASON: Final = r"(?:printemps|ete|automne|hiver)"
_FEAST: Final = (
    r"(?:noel|paques|toussaint|pentecote|ascension|assomption|chandeleur|epiphanie|mardi gras|careme|avent|"
    r"(?<!\bà )(?<!\bde )(?<!\ba )saint-(?:jean|martin|michel|nicolas)(?!-)|saint jean|saint-sylvestre|"
    r"saint-valentin|nouvel an|jour de l'an|ramadan|hanoucca|"
    r"fete nationale|fete du travail|fete de la musique|fete des meres|fete des voisins|armistice|fetes de fin d'annee|"
    r"fetes de noel|fetes de paques|fetes|journees du patrimoine|fete patronale|vendanges|moissons|semailles|jeux "
    r"olympiques|"
    r"recensement|premieres? (?:gelees?|neiges?|chaleurs)|gelees?|neige|crues?|grandes marees|chaleurs|canicule|"
    r"centenaire|bicentenaire|\w*anniversaire|festival|foire|kermesse|inauguration|coupe du monde|"
    r"tour de france|saison des pluies|ouverture de la (?:chasse|peche|saison)|passage à l'heure d'(?:ete|hiver)|"
    r"changement d'heure|tour de ville|(?:grande )?fete (?:du|de la|des|de l')(?:village| village| ?\\w+))"
)
_ELECTION: Final = (
    r"(?:elections?(?: (?:municipales?|presidentielles?|legislatives?|departementales?|regionales?|europeennes?|"
    r"senatoriales?|"
    r"cantonales|locales))?|municipales|presidentielles?|legislatives|departementales|regionales|europeennes|"
    r"senatoriales|"
    r"scrutin(?: municipal)?|mandat(?: municipal)?|mandature)"
)
_HOLIDAYS: Final = (
    r"(?:(?:grandes |petites )?vacances(?: (?:scolaires|d'ete|d'hiver|de printemps|d'automne|de (?:la )?(?:noel|"
    r"paques|toussaint|"
    r"fevrier|printemps|pentecote)|de fevrier|estivales))?|conges(?: scolaires| d'ete| payes)?|rentree(?: scolaire|"
    r" des classes| "
    r"universitaire| sociale| litteraire)?(?: de (?:septembre|janvier))?|annee scolaire|annee universitaire|"
    r"saison(?: touristique| estivale| hivernale| de chauffe| de chasse| de baignade| de ski| de peche| agricole| "
    r"culturelle| "
    r"sportive)?|treve|basse saison|haute saison|treve hivernale|service annuel|sortie des classes|hivernage|brevet|"
    r"soldes|"
    r"heure d'(?:ete|hiver)|campagne de chauffe|fermeture annuelle|assemblee generale|ag)"
)
_TERM: Final = (
    rf"(?:{_ORDINAL} (?:trimestre|semestre|quadrimestre|quinzaine|moitie)(?: (?:de )?(?:l'annee|{YEAR}))?|"
    rf"[tsq][1-4] {YEAR}|{YEAR} [tsq][1-4]|"
    r"trimestre|semestre|decennie|siecle|annee|an|mois|quinquennat|biennale)"
)
_DATE: Final = (
    rf"(?:(?:{_DAY_NAME} )?{_DAY_NUMBER} {MONTH}(?: {YEAR})?|[0-3]?\d ?[/.-] ?[01]?\d ?[/.-] ?(?:20)?\d\d\b|"
    r"20\d\d-[01]\d(?:-[0-3]\d)?\b|"
    rf"[01]?\d/20[2-9]\d|{MONTH}{_WHICH})"
)
_NOT_FROM_NOW: Final = r"(?! (?:apres|avant|plus|de plus|suivant|par|sur|d'attente|d'age|d'existence|consecutif))"
_UNIT: Final = r"(?:ans?|annees?|mois|semestres?|trimestres?|saisons?|etes|hivers|rentrees)"
_SHORT: Final = r"(?:semaines?|jours?|quinzaines?)"
_ARTICLE: Final = r"(?:a |à |au |aux |la |le |les |l'|cette |cet |ce |ces |notre |nos ){0,4}"
_HALF: Final = r"(?: et demie?)?"
#: A moment after a word that needs one: "avant …", "d'ici …".
_MOMENT: Final = (
    rf"{_ARTICLE}(?:(?:toute |la |le )?{_EDGE}[ -](?:de |d'|du |des )?(?:l'|la |le |les |cette |cet |ce "
    r")?)?(?:prochaine?s? |premiere?s? |derniere?s? )?"
    rf"(?:{_DATE}|{_SCHOOL_YEAR}|{YEAR}|(?:{_SEASON}|{_FEAST}|{_ELECTION}|{_HOLIDAYS}|{_TERM}){_WHICH}|"
    rf"{_DAY_NAME}(?: {_NEXT}))(?!\w)"
)
_FROM_NOW: Final = rf"{SOME['fr']} (?:petits? |bons? |prochaine?s? )?{_UNIT}{_HALF}(?!\w){_NOT_FROM_NOW}"

#: Turns that say by when, the surest first. Each is matched whole.
TURNS: Final[tuple[re.Pattern[str], ...]] = tuple(
    re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"(?:dès|à|pour|avant|d'ici|lors de|à partir de|au|aux|du|jusqu'à|jusqu'au) ?(?:la |le |les |l')?(?!plan\b|"
        rf"loi\b|projet\b|agenda\b|budget\b|"
        rf"horizon\b)[a-z-]{{4,}} (?:de |du |d')?{YEAR}",
        r"avant (?:la |le |l')?prochaine? [a-z-]+(?: (?:du|de la|des|de l'|de) ?[\w-]+)?",
        rf"(?:après|apres) (?:la |le |les |l')?(?:{_HOLIDAYS}|{_FEAST}|{_ELECTION}){_WHICH}(?!\w)",
        rf"(?:quand|lorsque|des que|dès que|le jour où|d'ici que|avant que) (?:viendra|arrivera|commencera|reviendra|"
        rf"s'ouvrira|vient|arrive|"
        rf"debute|debutera) (?:{_MOMENT})",
        r"(?:au cours des|dans les|sous les|sur les|d'ici les|pendant les|durant les|pour les|lors des) "
        rf"(?:{SOME['fr']} prochaine?s?|prochaine?s? "
        rf"{SOME['fr']}) (?:{_UNIT}|"
        rf"{_SHORT})(?!\w)",
        rf"(?:d'ici )?à (?:la )?(?:cloture|fin|echeance|revision|livraison|mise en service|remise|signature|"
        rf"fermeture) (?:du|de la|de l'|des) "
        rf"(?:[\w'-]+)(?: (?:en )?{YEAR})?(?!\w)",
        rf"(?:dès|pour|avant|d'ici|à) (?:le |la |les |l'|au )?(?:prochaine? )(?:\d\d?[ -]{MONTH}|{_SEASON}|"
        rf"{_HOLIDAYS}|{_FEAST}|{_ELECTION}|"
        rf"conseil municipal|assemblee|{MONTH}|{_DAY_NAME})(?!\w)",
        r"(?:la|le|cette|ce|l') ?(?:saison|campagne|annee scolaire|mandature|session|periode|rentree|campagne de "
        r"chauffe) (?:sportive )?prochaine?",
        r"(?:au terme|à la fin|à l'issue|à l'echeance|sur la duree|pendant (?:toute )?la duree|avant le terme|d'ici le "
        r"terme|avant l'echeance|d'ici l'echeance|d'ici (?:à )?la fin|avant la fin|jusqu'au terme|jusqu'à la fin|"
        r"tout au "
        r"long|sur (?:toute )?la periode|à l'expiration) (?:du|de la|de l'|de ce|de cette|de notre) ?(?:charte|"
        r"plan|contrat|"
        r"programme|"
        r"convention|mandat|mandature|agenda|feuille de route|schema|plu|plui|scot|pacte|crte|dispositif|bail|dsp|"
        r"projet "
        r"de territoire|contrat de ville|contrat local|delegation|concession|quinquennat|decennie|legislature)"
        r"(?: (?:de |d')?[a-z]{3,20}){0,2}?(?: 20\d\d ?[-–/] ?(?:20)?\d\d)?(?![\w-])",
        r"(?:cette saison|cette annee scolaire|ce mandat|cette mandature|cette decennie|ce quinquennat)(?![\w-])(?! "
        r"(?:prochaine|a venir))",
        rf"(?:durant|pendant|au cours de|lors de|tout|toute|sur) ?(?:le |la |les |l')?(?:{_SEASON}|{_HOLIDAYS}|"
        rf"{_FEAST}|annee|mois de {MONTH}) (?:de |de l'annee )?{YEAR}(?!\w)",
        r"(?:au bout|au sortir|à la sortie|passe|passee?|au plus tard à la fin) (?:de |du |des )"
        r"(?:cet |cette |ce |l'|la |le |les )?"
        rf"(?:{_SEASON}|{_HOLIDAYS}|{_FEAST}){_WHICH}(?!\w)",
        r"(?:tout au long|jusqu'au terme|jusqu'à la fin|d'ici la fin|avant la fin) (?:du |de la |de ce |de cette |de "
        r"ce "
        r")(?:prochaine? |present )?(?:mandat|mandature|annee|decennie|saison)(?! de)(?!\w)",
        rf"d'ici (?:à la |aux|à|au) (?:jo|jeux|coupe du monde|assises|bicentenaire|centenaire)(?: (?:de |en )?{YEAR})?"
        rf"(?!\w)",
        r"(?:d'ici|d'ici à|avant|pour|jusqu'à|jusqu'a|jusqu'en|jusqu'au|jusqu'aux|dès|à partir de|à compter de|à "
        r"compter du|"
        r"à partir du|à l'horizon|à l'approche de|à l'occasion de|au plus tard|au plus tard le|au plus tard à|au "
        r"plus tard en|"
        r"au terme de|à l'issue de|à l'issue du|au terme du|au cours de|au cours du|a l'horizon|horizon|à "
        r"l'echeance|d'ici la|avec effet au) "
        rf"(?:que |le |la |l'|les |du |de |en |au |à )*(?:{_MOMENT})",
        r"(?:pendant|durant|sous|sur|dans|au cours de|au cours du|avant la fin de) (?:le |la |ce |cette |notre "
        r")?(?:present )?(?:mandat|mandature)(?! de)(?!\w)",
        rf"d'ici (?:à |a |la |le |les )*{SOME['fr']} (?:petits? |bons? |prochaine?s? )?(?:{_UNIT}|"
        rf"{_SHORT}){_HALF}(?!\w)",
        r"(?:sous|avant|dans|en|en moins de|dans un delai de|dans le delai de|dans moins de|au bout de|sur|"
        r"(?<!tombe )(?<!tombent )(?<!tomber )(?<!ramener )(?<!ramene )(?<!ramenes )(?<!ramenee )(?<!reduit )"
        r"(?<!reduire )(?<!passe )(?<!passent )(?<!descend )(?<!limite )(?<!mois )(?<!ans )à) "
        rf"{_FROM_NOW}",
        rf"(?:dans|sous|au cours de|sur|pour|d'ici) (?!les (?:deux|trois|quatre|cinq|six|huit|dix|[1-9]|10|15) "
        rf"(?:mois|semaines|jours)(?! "
        rf"(?:a venir|à venir|qui viennent|prochain)))(?:les|ces|nos) {SOME['fr']} (?:prochaine?s? |premiere?s? "
        rf")?(?:{_UNIT}|{_SHORT})(?: {_NEXT})?(?!\w)",
        r"(?:dans|sous|au cours de|sur|pour|d'ici|avant) (?:l'annee|le mois|le trimestre|le semestre|les mois|les "
        rf"semaines|l'an|les annees) {_NEXT}",
        rf"dans (?:l'annee|le mois|le trimestre|le semestre)(?! {MONTH})(?! (?:de|du|qui|suivant|ou|où)\b)(?! d')",
        rf"(?:au |à la |en |la |le |de |du |à |à l'|l'|pour |vers |vers la |vers le )?(?:toute )?{_EDGE}[ -](?:de |"
        r"d'|du |des )?(?:l'|la |le |les |cette |cet |ce )?"
        rf"(?:prochaine? )?(?:{_DATE}|{_SCHOOL_YEAR}|{YEAR}|(?:{_SEASON}|{_FEAST}|{_ELECTION}|{_HOLIDAYS}|"
        rf"{_TERM}){_WHICH})(?!\w)",
        r"(?:en|courant|vers|au mois de|au mois d'|en l'an|en l'annee|pour|sur|au|le|du|à la date du|au plus "
        rf"tard) {_DATE}(?!\w)",
        rf"(?:en|courant|vers|pour|sur|horizon|l'an|annee) {YEAR}",
        r"(?:à|au|aux|à la|à l'|pour la|pour le|pour les|pour|dès|cette|cet|ce|l'|la|le|au cours de l'|au cours "
        r"du|pendant l'|courant|au cours de la|avant) ?"
        rf"(?:prochaine?s? |{_ORDINAL} )?(?:(?:rentree|{_SEASON}|{_TERM})(?: scolaire| de septembre| de janvier| "
        r"universitaire)? "
        rf"(?:{_NEXT}|(?:de |d'|de l'annee )?(?:{_SCHOOL_YEAR}|{YEAR})|de l'annee {_NEXT}|de l'an prochain)|l'an "
        r"prochain|annee prochaine|an prochain)",
        r"(?:à|au|aux|à la|à l'|dès|pour|pour la|pour les|lors des|lors du|lors de la|lors de) ?(?:prochaine?s? "
        rf")?(?:rentree|{_ELECTION}|"
        rf"{_FEAST})(?: scolaire| des classes)?{_WHICH}(?!\w)",
        r"(?:au printemps|à l'automne|a l'automne|à l'ete|a l'ete|à l'hiver)(?!\w)",
        r"(?:cette annee|cet ete|cet hiver|cet automne|ce printemps|ce trimestre|ce semestre|ce mois(?:-ci)?|l'an "
        r"prochain|l'annee prochaine|"
        r"le mois prochain|l'ete prochain|l'hiver prochain|l'automne prochain|le printemps prochain|le "
        r"(?:trimestre|semestre) prochain|"
        r"la semaine prochaine|la rentree prochaine|la prochaine rentree|des cette annee|au plus tard dans "
        rf"{_FROM_NOW})(?!\w)",
        rf"(?:{_DAY_NAME} )?(?:[12]?\d|3[01]|1 ?er|premier) {MONTH}(?: {YEAR})?(?!\w)",
        rf"(?:{MONTH}|{_SEASON}|rentree(?: scolaire)?|noel|paques|toussaint) (?:de )?(?:{YEAR}|{_SCHOOL_YEAR}|"
        r"prochaine?)(?!\w)",
        rf"(?:après|apres|au-dela de|au-delà de) {YEAR}",
        rf"(?<=[(:,;] ){YEAR}(?=\W*$)|{YEAR}(?=\W*$)",
    )
)
#: What stands before or is itself such a turn and says no deadline: a start, a rhythm, an age, a comparison.
NOT_BEFORE: Final = re.compile(
    r"(?<!\w)(?:jusqu'|depuis|par rapport à|par rapport a|compare a|compare à|tous les|toutes les|chaque|il y a|des "
    r"annees|que|qu'|pendant|durant|contre|"
    r"âges? de|ages? de|ages? d'|agees? de|agees? d'|agees? d'au moins|plus de|moins de|plan|programme|loi|"
    r"agenda|agenda de|objectifs?|strategie|cap|projet|vision|horizons?|mission|avenir)(?: (?:le|la|les|l'|au|a|en|"
    r"de|d'|du))?[ ']?$"
)
#: A length of time that is a rhythm, or a length.
RHYTHM: Final = re.compile(
    rf"(?<!\w)(?:(?:au moins |jusqu'à )?(?:{NUMBER['fr']}|une|plusieurs) (?:fois|jours?|h|heures?)? ?/ ?(?:jours?|j|"
    rf"semaine|sem|mois|ans?)(?!\w))|"
    rf"(?<!\w)(?:chaque (?:{_DAY_NAME}|jour|nuit|semaine|mois|annee|an|trimestre|semestre|soir|matin|midi|week-end|"
    r"hiver|ete|automne|printemps|saison|rentree|"
    rf"noel|weekend|quinzaine|heure|{MONTH})|(?:tous|toutes) les (?:{NUMBER['fr']} )?(?:jours|nuits|semaines|mois|"
    r"ans|annees|trimestres|soirs|matins|midis|week-ends|"
    rf"hivers|etes|quinze jours|heures|minutes|{_DAY_NAME}s)(?: de la semaine)?|(?:{NUMBER['fr']}|une|plusieurs) "
    r"(?:fois|jours?|soirs?|nuits?|repas|visites?|heures?|passages?|demi-journees?|"
    r"apres-midi) (?:par|chaque|dans la|dans l') ?(?:jour|nuit|semaine|mois|an|annee|trimestre|semestre)|par "
    r"(?:jour|nuit|semaine|mois|an|annee|trimestre|semestre|"
    r"heure|quinzaine)|(?:quotidien|hebdomadaire|mensuel|annuel|trimestriel|bimensuel|semestriel)(?:le|lement|lle|"
    r"llement)?s?|hebdomadairement|"
    r"(?:sept jours sur sept|vingt-quatre heures sur vingt-quatre|jour et nuit|nuit et jour)|"
    rf"(?:7 ?j(?:ours)?[ /]*(?:sur )?7|24 ?h(?:eures)?[ /]*(?:sur )?24)|du {_DAY_NAME} au {_DAY_NAME}|(?:le|les) "
    rf"{_DAY_NAME}s?(?! {_DAY_NUMBER}))(?!\w)"
)
