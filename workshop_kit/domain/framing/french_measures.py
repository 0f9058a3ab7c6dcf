"""How French says a measure: shares, changes, thresholds, zeros, counts."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.measure_sorts import Sort
from workshop_kit.domain.framing.numbers import NUMBER

_N: Final = NUMBER["fr"]
_TIMES_FR: Final = (
    r"(?:ans?|annees?|mois|semaines?|jours?|journees?|nuits?|heures?|h\b|minutes?|min\b|secondes?|"
    r"fois|trimestres?|semestres?|siecles?|saisons?|week-ends?|soirs?|matins?|heure)"
)
MONEY: Final = r"(?:€|k€|m€|euros?|centimes|d'euros|millions? d'euros|milliards? d'euros|dollars|balles|francs)"
_UNITS_FR: Final = (
    rf"(?:{_TIMES_FR}|km|kilometres?|metres?|m\b|m2|hectares?|ha\b|litres?|kg|kilos?|tonnes?|"
    r"mg|milligrammes?|microgrammes?|µg|μg|ug|grammes?|g\b|cl|ml|centilitres?|cm|centimetres?|mm|millimetres?|m3|"
    r"metres? (?:cubes?|carres?)|becquerels?|bq|ppm|km/h|kilometres? heure|"
    rf"degres?|°c?|decibels?|db\b|kwh|points?|{MONEY}|eleves? par classe)"
)
_NOUN_FR: Final = (
    r"(?!(?:et|ou|a|à|au|aux|de|du|des|en|par|sur|pour|dans|ans|qui|que|est|sont|%|pour|bis|ter|"
    r"fois|le|la|les|l|un|une|ce|cette|ces|chaque|tous|toutes|inclus|ont|avec|sans(?!-)|dès|ou|ni|nous|on|ne|n|se|"
    r"s)\b)[^\W\d_][\w'-]*"
)
_OF_FR: Final = rf"(?: (?:des|de|du|d'|de la|de l'|d'entre|de nos|de leurs?|de chaque|de tous les)(?: ?{_NOUN_FR}))?"
_LESS_FR: Final = (
    r"(?:moins de|plus de|au moins|au plus|au maximum|au minimum|maximum|minimum|jusqu'à|sous|en "
    r"dessous de|au-dessous de|au-dessus de|pas plus de|a moins de|à moins de|à plus de|en moins de|"
    r"dans un rayon de|inferieure?s? à|superieure?s? à|dans les|plafonnee?s? à|limitee?s? à|à|d'ici)"
)

#: What says a measure, the surest first.
PATTERNS: Final[tuple[tuple[Sort, str], ...]] = (
    (
        Sort.SAID,
        r"(?:mesure(?:e|es|s)?|verifie(?:e|es|s)?|suivie?s?|compte(?:e|es|s)?|constate(?:e|es|s)?|"
        r"atteste(?:e|es|s)?|evalue(?:e|es|s)?) (?:par|grace a|grace à|au moyen|avec|selon|d'apres|à "
        r"l'aide|aupres)(?: ?:)? [^.;:!?,]+"
        r"|(?:mesure|indicateur|critere|preuve|indicateurs) ?: ?[^.;!?]+|(?:on|nous) (?:le "
        r")?(?:mesure(?:ra|rons|ns)?|compte(?:ra|rons)|verifie(?:ra|rons|ns)?|suivra|suivrons|(?<=le )(?:lira|"
        r"verra|saura|"
        r"constatera|jugera|controlera)) "
        r"[^.;:!?]+|"
        r"(?:d'apres|selon) (?:le|la|les|l') ?(?:decompte|releves?|barometre|registre|comptage|"
        r"recensement|enquete|insee|sondage|chiffres|compteurs?|capteurs?)[^.;:!?,]*|mesuree?s? "
        r"(?:chaque|tous|au|en|à|à la|dans|sur) [^.;:!?,]+",
    ),
    (
        Sort.CHANGE,
        r"de "
        rf"(?:{_N})(?: ?%| ?{_UNITS_FR}| {_NOUN_FR})? (?:à|a) (?:{_N}|une?|zero)(?: ?%| ?{_UNITS_FR}|"
        rf" {_NOUN_FR})?(?! (?:ans|h\b|heures))",
    ),
    (
        Sort.CHANGE,
        rf"(?:diviser|divise(?:e|es|s|nt|r)?|multiplier|multiplie(?:e|es|s|nt)?) (?:[^.;,]{{0,40}}? "
        rf")?par (?:{_N})|(?:doubl|tripl|quadrupl)(?:er|e|es|ent|era|eront|ee|ees|ons)\b|(?:deux|"
        rf"trois|quatre|cinq|dix|2|3|4|5|10) fois (?:moins|plus|mieux)(?: (?:de |d')?{_NOUN_FR})?|"
        rf"(?:reduire|diminuer|baisser|augmenter|alleger|abaisser)[^.;,]{{0,30}}? de (?:{_N}) "
        rf"?(?:{_UNITS_FR})|(?:à|a) zero(?! dechet)|moitie (?:moins|plus)(?: (?:de |d'){_NOUN_FR})?|"
        r"de moitie|pour moitie|à moitie (?!prix)|par (?:deux|trois|quatre|cinq|dix)(?= |$|[.,])(?! (?:ans|"
        r"personnes|jours?|"
        r"mois))",
    ),
    (
        Sort.SHARE,
        rf"(?:au moins )?une? {_NOUN_FR}(?: {_NOUN_FR})? (?:ages?e?s? )?de (?:plus de |moins de )?(?:{_N})(?: "
        rf"(?:à|et) (?:{_N}))? "
        rf"ans sur (?:{_N})(?! (?:ans|mois))",
    ),
    (
        Sort.THRESHOLD,
        rf"(?:{_N}) ?{MONEY} de (?:plus|moins)(?: par {_TIMES_FR})?(?!\w)|(?:{_N}) ?{_TIMES_FR} (?:au moins|au plus) "
        rf"(?:avant|apres) (?:la |le |les |l')?{_NOUN_FR}",
    ),
    (
        Sort.ZERO,
        r"sans qu(?:'aucune?|'une? seule?|e personne|e nul)(?: (?:ne |n'|se |s')?[\w'-]+){1,3}(?! (?:de|du|la|le)\b)",
    ),
    (
        Sort.SHARE,
        rf"(?:(?<!\w )[-+–] ?|moins )(?:{_N}) ?%(?: (?:de |d')(?: ?{_NOUN_FR}))?|[1-9]/(?:[2-9]|10)\b(?: (?:des|"
        rf"de|du|"
        rf"d') ?{_NOUN_FR})?"
        rf"|(?:{_N}) ?% (?:de )?(?:moins|plus)(?: (?:de |d')? ?{_NOUN_FR}| cher)?",
    ),
    (
        Sort.SHARE,
        rf"(?:au moins |pas plus de |plus de |moins de |au plus |pres de |à |de )?(?:{_N}) ?(?:%|pour cent|"
        rf"pourcents?){_OF_FR}",
    ),
    (
        Sort.THRESHOLD,
        rf"(?:sous|en dessous de|au-dessous de|au-dessus de) (?:la barre|le seuil|le cap|la limite) (?:des?|du|"
        rf"d') ?(?:{_N}) ?"
        rf"(?:%|{_UNITS_FR}|{_NOUN_FR})?|(?:barre|cap|seuil) (?:des?|du) (?:{_N}) ?(?:%|{_UNITS_FR}|{_NOUN_FR})?",
    ),
    (
        Sort.CHANGE,
        rf"(?<=\w )à (?:moins de |plus de |au moins |au plus )?(?:{_N})(?= ?(?:$|[.,;](?!\d)| d'ici| avant| en "
        rf"20|%| "
        rf"pour))(?: ?%)?",
    ),
    (Sort.CHANGE, rf"(?<=\w )à (?:moins de |plus de |au moins |au plus )?(?:{_N})(?: ?%)?(?= (?:le|la|les|l'))"),
    (
        Sort.THRESHOLD,
        r"(?:au-dessus|au-dessous|en dessous|au niveau) d(?:e |u )(?:son |leur |la |le )?(?:niveau |moyenne |seuil "
        r")?(?:de )?"
        r"(?:19|20)\d\d",
    ),
    (
        Sort.SHARE,
        rf"(?:au moins |pas plus d')?(?:une?|{_N}) {_NOUN_FR}(?: {_NOUN_FR})? (?:pour|par tranche de|par) (?:mille|"
        rf"cent|"
        rf"{_N})(?! (?:ans|jours|mois|heures|euros))(?: {_NOUN_FR})?",
    ),
    (Sort.SHARE, rf"(?:au moins )?autant (?:de |d'){_NOUN_FR} qu(?:e |')(?:(?:de |d'){_NOUN_FR}|en \d{{4}})"),
    (
        Sort.COUNT,
        rf"(?:{_N}) (?:{_NOUN_FR} )?par (?:kilometre|km|hectare|ha|habitant|eleve|classe|tonne|foyer|metre)"
        rf"(?!\w)",
    ),
    (
        Sort.SHARE,
        rf"(?:{_N}|une?)(?: {_NOUN_FR}(?: {_NOUN_FR})?(?: (?:du|de la|des|de|d')(?: ?{_NOUN_FR}){{1,2}})?)? sur "
        rf"(?:{_N})(?! (?:ans|mois|jours|heures|km|"
        rf"places))(?: {_NOUN_FR})?(?<!7 sur 7)(?<!24 sur 24)(?<!12 sur 12)(?<!10 sur 10)",
    ),
    (
        Sort.SHARE,
        r"(?:de |à |au |d')?(?:la |une |pres de la |plus de la |au moins la )moitie(?! de l'annee| "
        rf"du temps)\b{_OF_FR}|(?:le|un|du|d'un|deux|les deux|au moins un|les) (?:tiers|quarts?|"
        rf"cinquiemes?|dixiemes?)(?![\w-]| lieu| etat| d'heure){_OF_FR}|trois[ -]quarts{_OF_FR}|les trois[ "
        rf"-]quarts{_OF_FR}|quatre cinquiemes{_OF_FR}",
    ),
    (
        Sort.COUNT,
        rf"(?:{_N})(?: de)? (?:km|kilometres|metres|metres cubes|metres carres|hectares|ha|m2|m3|tonnes|kg|kilos|"
        rf"grammes|litres) (?:de |d')(?!leurs?\b|sa\b|ses\b|"
        rf"son\b|"
        rf"chez\b|notre\b|nos\b|votre\b|tout|chaque|marche\b|route\b){_NOUN_FR}",
    ),
    (
        Sort.THRESHOLD,
        r"(?:moins d'|à moins d'|en moins d'|plus d'|pas plus d'|en |à |sous |au-dessous d'|en dessous d')"
        r"(?:un quart d'heure|une demi-heure|une demi-journee|une heure)(?!\w)|"
        r"(?:sous|en dessous de|au-dessous de|au-dessus de) (?:la demi-heure|le quart d'heure|l'heure|la minute)(?!\w)|"
        rf"(?<=tenir )(?:{_N}) ?{_TIMES_FR}|(?<=tient )(?:{_N}) ?{_TIMES_FR}|(?<=tiennent )(?:{_N}) ?{_TIMES_FR}|"
        rf"(?:{_N}) ?{_TIMES_FR} (?:de |d')(?:conges?|vacances|repos|formation|stage|sport|lecture|cours|repit|"
        rf"autonomie|francais|musique|natation)(?: [a-z]+)?|(?!(?:à|a) (?:{_N}) ?(?:heures?|h)\b(?! de ))"
        rf"(?:{_LESS_FR}|moins|plus|en moins|à moins|a moins) (?:de |d')?(?:les )?(?:{_N}|une?) "
        rf"?(?:{_UNITS_FR})(?!\w)(?: {MONEY}|(?: (?:à|a) (?:pied|velo)|de marche|de route|de trajet)|(?: par| /|/) ?"
        r"(?:litre|l|m3|m2|metre cube|kg|kilo|hectare|habitant|personne|jour|an|mois))?|"
        rf"(?:{_N}) (?:km|kilometres|minutes|metres|degres|points|kilos|tonnes|kwh|hectares|litres)(?!\w)(?: "
        rf"(?:max(?:imum)?|au plus|au maximum|à pied|de moins|de plus))?|(?:{_N}) ?(?:°c?|db)\b|au moins "
        rf"(?:une|{_N}) fois(?! ?par| ?/)|en (?:{_N}|une) (?:minutes?|heures?|jours?)(?!\w)|(?:sous|dans les|"
        rf"dans un delai de) "
        rf"(?:{_N}|une?) (?:heures?|h|jours?|semaines?)(?!\w)|dans (?:les (?:deux|trois|quatre|six|huit|[1-9]) "
        rf"mois|le mois)(?! "
        r"(?:prochain|a venir|à venir|qui viennent))",
    ),
    (
        Sort.ZERO,
        rf"(?:zero|\b0) (?!%|€|h\b|\d|limites?\b|tabous?\b|regrets?\b|excuses?\b|frontieres?\b|tolerance\b|"
        rf"stress\b|souci)(?:de )?{_NOUN_FR}(?: {_NOUN_FR})?|nul(?= n[e'])|(?:ni |plus |pas )?(?:aucune?|"
        rf"nul(?:le)?)(?: (?:des?|de nos|de ces|autre|nouvel(?:le)?|nouveau|jeune))? ?{_NOUN_FR}|(?:plus|"
        rf"pas) une? seule? {_NOUN_FR}|(?:plus|(?:(?<=^)|(?<=: )|(?<=  )|(?<=et )|(?<=, )|"
        rf"(?<=que ))pas) une? (?!peu\b|jour\b|"
        rf"mot\b){_NOUN_FR}|(?<!\w "
        rf")personne(?= (?:du|de|des|dans|au|aux|à|en|d')[^.;,]{{0,40}} n(?:e |'))|(?<!une )(?<!la "
        r")(?<!chaque )(?<!par )(?<!toute )(?<!cette )(?:plus )?personne(?= (?:n'|ne |a |à |dehors|"
        rf"sans|seule?\b|dans|au\b|en\b))|plus personne|(?<=\bque )personne\b|(?<=qu'il n'y ait )personne|"
        rf"^personne(?= (?:sans|seule?|a|dort|meurt|vit|mange|reste|part|dehors)\b)|sans (?:aucune?|un seul|une "
        rf"seule) {_NOUN_FR}|"
        rf"(?<=n'y a )plus (?:de |d'){_NOUN_FR}(?: (?:d'|de ){_NOUN_FR}| {_NOUN_FR})?|(?<=n'y ait )plus (?:de |d')"
        rf"{_NOUN_FR}(?: (?:d'|de ){_NOUN_FR}| {_NOUN_FR})?|(?<=n'y aura )plus (?:de |d'){_NOUN_FR}(?: "
        rf"{_NOUN_FR})?|(?:plus|pas) (?:de |d')(?:zero){_NOUN_FR}|sans [\w-]+ (?:vacante?s?|vides?|inoccupee?s?|"
        rf"abandonnee?s?|fermee?s?)|(?<![\w,] )plus (?:de |d')(?![\w-]+[sx]\b)(?!{_N}|monde|temps|"
        r"place|vie|lien|solidarite|proximite|justice|securite|nature|verdure|culture|"
        rf"sport)[\w-]{{4,}}(?: [\w-]+)?|(?:plus|pas) l'ombre d'une? {_NOUN_FR}",
    ),
    (Sort.COUNT, rf"(?<=\w )plus (?:que|qu'à) (?:{_N})(?! ?ans)(?: ?%| ?{_UNITS_FR}(?!\w)| {_NOUN_FR})?"),
    (
        Sort.ZERO,
        r"sans (?:un gramme|une goutte|un kilo|un litre|une trace|une once|un brin|un centime|une minute|l'ombre d'un|"
        rf"le moindre|la moindre) ?(?:de |d')?{_NOUN_FR}",
    ),
    (
        Sort.THRESHOLD,
        r"(?:dans (?:l'heure|la journee|la semaine|la quinzaine|la minute|les heures|la demi-heure)(?! (?:de|du|des|d'|"
        r"prochain|qui|a venir))|sous (?:quinzaine|huitaine)|)(?!\w)",
    ),
    (
        Sort.COUNT,
        rf"une? {_NOUN_FR}(?: par {_NOUN_FR})? (?:au maximum|au plus|maximum|max|tout au plus)(?!\w)",
    ),
    (
        Sort.CHANGE,
        rf"(?:reduire|reduit|diminuer|baisser|raccourcir|allonger|avancer|"
        rf"reculer|ecourter) d'une? (?:{_UNITS_FR})(?!\w)",
    ),
    (
        Sort.THRESHOLD,
        r"(?:ne |n')?(?:depasse(?:nt|ra|ront)?|excede(?:nt)?|atteignent|atteint|atteigne(?:nt)?) (?:pas |plus |jamais |"
        rf"que )?(?:les )?(?:{_N}) ?(?:{_UNITS_FR}|%|millions?|milliards?)(?!\w)|(?<=de )(?:moins|plus) de "
        rf"\d+(?= ?(?:[,.;!]|$))",
    ),
    (
        Sort.ZERO,
        r"(?<![\w,] )plus (?:de |d')(?:crottes?|dechets?|megots?|rats?|bouchons?|bruit|coupures?|fuites?|accidents?|"
        r"tags?|depots?|ordures|incivilites|rodeos?|cambriolages?|vols?|violences?|inondations?|moustiques?|"
        r"files? d'attente|embouteillages?|expulsions?|noyades?|pannes?|retards?|camions?|nids-de-poule|"
        r"passoires?|squats?|incendies?|"
        rf"agressions?|insultes?|nuisances?|odeurs?|klaxons?|gaspillage|maltraitance|"
        rf"harcelement)(?: (?:de |d'){_NOUN_FR})?",
    ),
    (Sort.SHARE, rf"(?:au moins |plus de )?(?:{_N}) fois sur (?:{_N})(?!\w)"),
    (Sort.SHARE, rf"(?:la|une) (?:grande |large |vaste |tres grande )?majorite{_OF_FR}"),
    (Sort.ZERO, rf"plus [a-z]+(?:er|ir|re) (?:une? seule?|aucune?|le moindre|la moindre) {_NOUN_FR}"),
    (
        Sort.CHANGE,
        r"(?:tomb|ramen|redui|descend|abaiss|raccourci|limit)\w* (?:à|a|sous|sous les) (?:moins de |moins d')?"
        rf"(?:{_N}|une?) ?(?:{_UNITS_FR})(?!\w)",
    ),
    (Sort.ZERO, rf"(?:(?<=^)|(?<=: )|(?<=; )|(?<=  ))ni {_NOUN_FR}(?: {_NOUN_FR})?,? ni {_NOUN_FR}"),
    (
        Sort.THRESHOLD,
        rf"(?:jamais|pas|moins|plus|au plus|au maximum) (?:plus )?(?:de |d')(?:{_N}) ?(?:{_UNITS_FR})(?: "
        rf"(?:apres|avant|"
        rf"d'attente|de marche|de route|de trajet|de retard)(?: [^\W\d_]+){{0,3}})?(?!\w)|(?:{_N}) ?(?:{_UNITS_FR}) au "
        rf"(?:plus|maximum)",
    ),
    (Sort.ZERO, r"(?<!une )personne(?=, [^.;,]{0,60}, n(?:e |'))"),
    (Sort.COUNT, rf"au moins une? (?!fois\b|peu\b|jour\b|quart\b|tiers\b){_NOUN_FR}(?! sur\b)"),
    (Sort.ZERO, r"pas une? (?!seule?\b)[\w-]+(?: [\w-]+)?(?= (?:ne |n'))"),
    (
        Sort.WITHOUT,
        r"sans (?!abri|domicile|emploi|papiers|doute|toit|voiture|permis|logement\b(?! vacant)|aide|"
        r"personne|interruption|exception|attendre|que\b|qu'|un\b|une\b|le\b|la\b|les\b|l'|se\b|"
        r"frais|risque|danger|faire|aucun)(?!\w+(?:er|ir|ndre|ttre|rdre|ivre|oire|aire|dire|lire|crire)\b)[\w-]+",
    ),
    (
        Sort.OVER,
        r"(?:fini(?:e|s|es)?|termine(?:e|s|es)?|stop aux?|fin (?:des?|du|de la|aux?)|la fin (?:des?|"
        rf"du|de la)) (?:les? |la |l'|aux? )?(?!rumeurs?\b|idees?\b|polemiques?\b|prejuges?\b|cliches?\b|"
        rf"querelles?\b){_NOUN_FR}(?: sans {_NOUN_FR})?",
    ),
    (
        Sort.COUNT,
        rf"(?:au moins|plus de|pas plus de) (?:{_N}) d'entre (?:eux|elles|nous)|"
        rf"(?:{_N}) (?:au moins|au plus|au minimum|ou plus)(?! de)(?: (?:des|de|d') ?{_NOUN_FR})?|"
        r"(?:la|une|cette) (?:dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|"
        rf"soixantaine|centaine|douzaine) (?:de |d'){_NOUN_FR}|(?:au moins |plus de |pas plus de |moins de |au "
        r"plus |jusqu'à |pres de "
        rf"|les )?(?!20[2-9]\d (?!\w+s\b))(?:{_N})(?: (?:nouveaux|nouvelles|jeunes|grands|petites?|petits|"
        r"autres|premiers|"
        rf"premieres|anciens|anciennes))?(?: (?:de |d'))?(?<!de)(?<!d') ?(?!{_UNITS_FR}(?!\w))(?!%|"
        r"pour cent|sur\b|bis\b|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|"
        rf"octobre|novembre|decembre)\b){_NOUN_FR}|(?:une) (?:dizaine|quinzaine|vingtaine|trentaine|"
        rf"quarantaine|cinquantaine|soixantaine|centaine|douzaine|millier) (?:de |d'){_NOUN_FR}",
    ),
)
