"""What around a verb tells an end from a fact of today: what lacks, what is past, what stays, what is foreseen."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.words import list_plain

NEGATIVE: Final = {
    "fr": re.compile(
        r"\b(?:(?:est|sont|viv\w*|vit|rest\w+|sent\w*|habit\w+|dine\w*|mang\w+|vieilli\w+|dor\w+)(?: \w+)? seule?s?|"
        r"(?<!toits )(?<!murs )(?<!combles )(?<!logements )(?<!maisons )(?<!batiments )(?<!bien )isolee?s?|"
        r"se plai(?:nt|gnent)|tournent? en rond|à sec|(?:sur|devant) les? trottoirs?|s'(?:essouffl|etiol|"
        r"asphyxi|enlis)\w+|ral(?:e|ent)|grogn\w+|vides?|vacante?s?|"
        r"renonc\w+|manqu\w+|part\w* a la retraite|part\w* "
        r"à la retraite|meur\w*|s'ennu\w+|s'inqui\w+|craign\w+|craint|fui\w*|galer\w+|desert\w+|meritent|n'ont pas|"
        r"n'a pas|"
        r"(?:ne |n')(?:se |s'|nous |vous |les |la |le |l'|y |en |lui |leur )*\w+ (?:pas|plus)\b|"
        r"(?<!la )(?<!sa )(?<!une )(?<!les )(?<!leur )(?<!leurs )(?<!des )(?<!chaque )ferm\w+|"
        r"quitt\w+|pauvr\w+|"
        r"precari\w+|chomage|vetuste\w*|insalubr\w+|passoires?|gaspill\w+|abandonn\w+|diffic\w+|peinent|peine|"
        r"s'en (?:vont|va)|partent (?!en |à |a )|"
        r"oublie\w*|endett\w+|epuis\w+|debord\w+|menac\w+|exclu\w*|prive\w*|stigmatis\w+|discrimin\w+|confront\w+|"
        r"contraint\w*|oblige\w*|expose\w*|inquiet\w*|decourag\w+|fatigu\w+|margin\w+|ruine\w*|"
        r"en retard|en panne|en surpoids|obeses?|illettree?s?|analphabetes?|au chomage|tremp[ei]\w*|affam\w+|transi\w*|"
        r"harcel\w+|polluee?s?|delabree?s?|degradee?s?|en ruines?|à l'abandon|mal (?:loge|chauffe|desservi|nourri|"
        r"isole|eclaire|paye|entretenu|soigne|accueilli)\w*|sature\w*|bondee?s?|surcharg\w+|inaccessibles?|"
        r"dangereu\w+|invivables?|introuvables?|hors (?:de prix|service)|trop \w+|galer\w+|"
        r"attend\w*|souffr\w+|au-dessous du seuil|sous le seuil|en dessous du seuil)\b"
    ),
    "en": re.compile(
        r"\b(?:on the pavements?|(?:is|are) out(?= and\b| again\b|\W*$)|moans?|grumbles?|complains?|alone|"
        r"isolated|empty|vacant|lack\w*|cannot|can't|do not|don't|does "
        r"not|doesn't|have no|"
        r"has no|shut|derelict|cut off|clos\w+|"
        r"leav(?:e|es|ing)(?! (?:exams?|certificates?|party))|poor|poverty|unemployed|damp|wast\w+|"
        r"abandoned|struggl\w+|"
        r"retire\w*|boarded|out of (?:work|order)|overgrown|unfilled|unsold|unlet|mouldy|rotting|crumbling|flooded|"
        r"homeless|overcrowded|unsafe|understaffed|overweight|obese|illiterate|in (?:debt|arrears|disrepair)|on the "
        r"dole|"
        r"die|dies|wait\w*|suffer\w*|below the (?:poverty|breadline|line|national|average|expected|minimum)|live on|"
        r"go without|lonely|bored|worried|unhappy|forgotten|fed up|"
        r"forced|threatened|excluded|priced|exhausted|stretched|indebted|deprived|stuck|trapped|exposed|ignored|denied|"
        r"nothing|discouraged|tired|stigmatised|"
        r"afraid|skip\w*|fear\w*|puts? off|drives? \w+ mad)\b"
    ),
}
#: What has been so for some time, and complaints of one's own.
PAST: Final = {
    "fr": re.compile(
        r"\b(?:depuis (?:19|20)\d\d|depuis (?:des|long|que|trop)|depuis (?:\w+ )?(?:ans|mois|annees)|il n'y a "
        r"(?:plus|pas)|il "
        r"n'y en a|(?:serait|seraient) (?:bien|super|genial|top|chouette|sympa|ideal))\b"
    ),
    "en": re.compile(
        r"\b(?:since (?:19|20)\d\d|since the [\w ]{3,30} (?:closed|shut|left|opened|ended|went)|ha(?:s|ve) been \w+ing|"
        r"it takes (?:over|more than|up to|at least|nearly|almost)|it takes (?:about |around )?(?:\d+|an?|two|three|"
        r"four|five|six|ten|twenty|forty) (?:minute|hour|day|week|month|year)s?(?!.{0,60}\b(?:by|before|from|in) (?:20|"
        r"next|the end))|we (?:have|'ve) (?:already |just |now |long )?(?:lost|been|waited|become|gone|missed|fallen)|"
        r"for \w+ years now|in (?:years|decades)|for years|"
        r"for decades|there (?:is|are|has "
        r"been|"
        r"have been) no|would be (?:\w+ )?(?:grand|great|nice|good|lovely|wonderful|ideal|fab|brilliant)|"
        r"(?:isn't|aren't|is not|are not|no longer) what (?:it|they|he|she)|"
        r"never (?:comes?|arrives?|runs?(?! out)|turns? up|answers?|works?|opens?|happens?|gets? (?:fixed|mended|"
        r"done|better))\b|"
        r"(?:somebody|someone) "
        r"(?:should|ought to|needs to|must) do (?:something|sth))\b"
    ),
}
UNHEARD: Final = {
    "fr": re.compile(
        r"^\W*(?:ne |n')(?:nous |leur |lui |les |se )?(?:ecout|entend|respect|consult|consider|demand|parl|pens|voi|"
        r"repond|croi|aid|souti|rappel)\w* (?:jamais|plus|pas|guere|rien)|"
        r"^\W*(?:ne |n')(?:connai|voi|rencontr|crois|trouv|interess)\w* (?:personne|rien)|"
        r"\bn'(?:arriv\w+ (?:plus|pas)|ont plus (?:de |d'|les moyens|le temps))|"
        r"\bne (?:se |s'|nous )?(?:parl|connaiss|voi|ecout|croi|vienn|respect|salu|aid|entraid|rencontr)\w+ plus$|ne "
        r"(?:respecte|salue|sait|veut|parvien\w+ (?:plus|pas)|peuv\w+ plus|trouv\w+ (?:plus|pas)|comprend|fait "
        r"(?:rien|attention|"
        r"d'effort)|repond|bouge)\b|\b(?:nous|s'en|s'y|s'|se) "
        r"?(?:ecoute|entend|voit|comprend|respecte|aide|dit|soucie|"
        r"interesse|occupe(?!r))\w*"
    ),
    "en": re.compile(
        r"(?<!without )(?<!any )(?<!no )(?<!for )(?<!of )(?<!their )"
        r"\b(?:listens?|hears?|cares?|talks?|helps?|sees?|asks?|knows?)(?: "
        r"(?:to|about|for))?(?: us| about| anything| any more)?$|\b(?:can no longer|no longer (?:find|afford|reach|"
        r"get|see|buy))\b|^(?:listens?|cares?|bothers?|asks?|does anything|"
        r"gives? a|wants to|looks? after|takes? (?:any )?notice)\b"
    ),
}
NO_MORE: Final = {
    "fr": re.compile(r"\b(?:ne|n')\b.*\b(?:plus(?! (?:que|qu'))|aucune?|jamais|personne)\b"),
    "en": re.compile(
        r"\b(?:no longer|"
        r"never|nobody|no one|none|any more)\b"
    ),
}
STAYS: Final = {"fr": {"rester", "demeurer", "continuer", "garder"}, "en": {"stay", "remain", "keep"}}
#: What is wished and not foreseen.
ZERO_OR_QUE: Final = re.compile(r"\b(?:que|qu'|ensure|so that|should|must|can|cannot|peu(?:t|vent)|doi(?:t|vent))\b")
#: What is foreseen rather than wished, where no day is set for it: "la poste va fermer".
LOSS: Final = re.compile(
    r"\b(?:ferm(?:er|era|eront)|disparait\w*|disparaitra|quitter\w*|clos(?:e|ing)|disappear|leave)\b"
)
#: Whoever is meant by all: "on va", "you can get".
DETERMINED: Final = frozenset({"on", "you", "chacun", "chacune"})
#: Works on a building: a means, unless each or a share of them is to be done.
WORKS: Final = frozenset({"renover", "ravaler", "retaper", "renovate", "refurbish"})
GRANTS: Final = frozenset(
    {
        "subvention",
        "prime",
        "bourse",
        "enveloppe",
        "dotation",
        "taxe",
        "impot",
        "budget",
        "amende",
        "grant",
        "bonus",
        "subsidy",
        "allowance",
    }
)
#: As many as there may be at most: an aim, whatever is counted.
CEILING: Final = re.compile(
    r"^\W*(?:pas plus de|moins de|au plus|au moins|at least|under|below|no more than|at most|fewer than|less than)\b|"
    r"\bau plus$|\bau plus\b|\bat most\b"
)
#: What is so again: a state that had been lost.
AGAIN: Final = {
    "fr": re.compile(r"\b(?:de nouveau|à nouveau|est de retour|sont de retour)\b"),
    "en": re.compile(
        r"\b(?:again|(?:is|"
        r"are) back)\b"
    ),
}
#: What people do each day: with what they do it without, a state ("aller au marché sans voiture").
LIVING: Final = frozenset(
    [
        "etre",
        "accoucher",
        "naitre",
        "etudier",
        "dormir",
        "vieillir",
        "soigner",
        "travailler",
        "aller",
        "vivre",
        "traverser",
        "live",
        "cross",
        "rejoindre",
        "deplacer",
        "circuler",
        "manger",
        "boire",
        "gagner",
        "go",
        "get",
        "travel",
        "reach",
        "walk",
        "eat",
        "drink",
    ]
)
#: States that anybody can check on the spot.
CHECKABLE: Final = re.compile(
    r"\b(?:plain-pied|fauteuils?|gratuite?s?|potable|baignable|pietonn?e?s?|step-free|wheelchairs?|free of charge|"
    r"drinkable|traffic-free)\b"
)
#: As many as there are, which is no aim: "nos 12 artisans", "the 3 valleys".
GIVEN: Final = re.compile(r"\b(?:les|nos|ces|the|our|these) ")
#: A definite thing acted on by a verb that is neither vague nor a means.
DEFINITE: Final = {
    "fr": r"^ ?(?:le dernier|la derniere|l'unique|le seul|la seule|nos derni\w+)\b",
    "en": r"^ ?(?:the last|the "
    r"only|our last|our only)\b",
}
#: What has gone: past, whatever day is named.
LOST: Final = {
    "fr": re.compile(
        r"\b(?:a|ont|avons|est|sont|s'est|se sont) (?:deja |tous |toutes |encore )?(?:perdue?s?|disparue?s?|quitte|"
        r"ferme|chute|vieilli|deserte|abandonne|fui|licencie|supprime)\b"
    ),
    "en": re.compile(
        r"\b(?:has|have) (?:already |all |just )?(?:lost|disappeared|vanished|left|gone|closed|shut|collapsed|aged|"
        r"dwindled|declined|fallen|been (?:lost|cut|closed|axed|scrapped))\b"
    ),
}
#: What has grown or shrunk, where no day to come is named: "en dix ans, le prix a doublé".
GREW: Final = re.compile(
    r"\b(?:a|ont) (?:presque |plus que |deja )?(?:double|triple|augmente|baisse|recule|explose|flambe|progresse|"
    r"bondi|diminue|"
    r"grimpe|fondu|grandi|change)\b|\b(?:has|have) (?:almost |nearly |more than )?(?:doubled|tripled|halved|risen|"
    r"fallen|grown|"
    r"shrunk|soared|dropped|changed|increased|decreased)\b"
)
#: A year that is over.
PAST_YEAR: Final = re.compile(
    r"(?<!who arrived )(?<!qui sont arrives )\b(?:en|depuis|fin|debut|in|since|by|back in|last|entre|from|ete|hiver) "
    r"(?:19\d\d|20[01]\d|202[0-5])\b|"
    r"\b(?:l'an dernier|l'annee derniere|l'annee passee|last year|last (?:winter|summer|spring|autumn|month)|years? "
    r"ago|"
    r"il y a (?:\w+ )?(?:ans?|mois))\b"
)
#: What we or somebody did, without a day on which it will have been done.
PERFECT: Final = {
    "fr": re.compile(
        r"\b(?:nous avons|on a|j'ai|nous sommes|on s'est) (?:deja |tous |tant |trop )?(?!besoin|faim|soif|envie|peur|"
        r"acces|droit)[a-z]+(?:e|ee?s?|u|ue?s?|is|it|ert)\b(?! [a-z]+(?:er|ir)\b)"
    ),
    "en": re.compile(
        r"\b(?:we've|we have|i have|i've|they have|they've) (?:already |just )?(?:lost|seen|had|become|\w+ed)\b"
    ),
}
#: An age that so many will have: nobody aims at it.
#: Whose absence is an end, whatever day is named: "there are no longer any lorries".
ILLS: Final = list_plain(
    "file attente liste déchet dépôt décharge nid-de-poule accident mort noyade moustique rat cafard camion bouchon "
    "embouteillage passoire fuite coupure panne mégot tag graffiti bruit incivilité rodéo cambriolage vol violence "
    "agression harcèlement discrimination inondation incendie squat taudis pesticide plastique pollution odeur algue "
    "impayé expulsion sans-abri gaspillage retard dette conflit ordure sac rejet logement-indigne marchand-de-sommeil "
    "queue list waiting litter rubbish pothole death drowning mosquito lorry truck jam leak outage noise theft "
    "burglary bullying flooding flood spill sewage eviction homelessness rough-sleeper sleeper hunger fly-tipping mess "
    "delay arrears debt damp mould gap closure garee gare parked unfit empty vacant derelict unsafe insalubre vacant "
    "vide indigne "
    "vétuste queue traffic speeding crash injury fine dumping needle"
)
#: It is there no more: an end on a day, or of an ill; else a loss.
NO_MORE_THERE: Final = re.compile(
    r"\bn'y (?:a|aura|ait|a vraiment) plus\b|"
    r"\bil ne reste(?:ra)? (?:plus (?:de|d'|aucun|un seul)|aucun|pas un)|"
    r"\bthere (?:is|are|will be) (?:(?:not (?:one|a single)|no) [\w -]{2,40} left\b|no longer|no more|no [\w -]{2,30} "
    r"any more)\b"
)
#: What nobody does although one would wish it: a complaint. What follows may turn it: "nobody can fall through".
UNABLE: Final = re.compile(
    r"\b(?:cleans?|sweeps?|visits?|uses?|plays?|fixes|repairs?|mends?|serves?|sings?|speaks?|dances?|volunteers?|"
    r"votes?|"
    r"stops?|cares?|bothers?|helps?|says? hello|looks? after|tends?|shops?|walks?|cooks?|talks?)\b.*any ?more\b|"
    r"(?:\b(?:ne |n')(?:peut|parvient|arrive|veut|ose|repond|decroche|sait|vient|reprend|trouve|achete)\b|"
    r"\b(?:can|could|wants?|dares?|comes?|answers?|picks? up|replies|turns? up|knows?|finds?|bothers?|buys?)\b)"
    r"(?!.*\b(?:retrouv|expuls|dorm|mour|tomb|perd|renonc|oubli|quitt|rat|dehors|seule?\b|mal\b|froid|fall|left|lose|"
    r"die|go without|evict|forgotten|alone|hungry|cold|rough|closed|empty))"
)
#: What one forbids, limits or makes compulsory: a rule is a means.
REGULATING: Final = list_plain(
    "interdire bannir limiter réglementer autoriser obliger imposer plafonner rationner ban prohibit forbid restrict "
    "limit "
    "require allow cap regulate"
)
REGULATED: Final = list_plain(
    "camion voiture vitesse circulation stationnement moto véhicule téléphone tabac trottinette terrasse éclairage "
    "chien "
    "meublé airbnb feu feux-d'artifice drone pesticide glyphosate chasse cirque bonbon soda écran fast-food "
    "publicité portable alcool quad poids-lourd car van lorry traffic parking vehicle speed phone smartphone smoking "
    "dog "
    "firework fireworks balloon lantern barbecue blower let jet-ski campervan motorhome coach busking straw "
    "scooter advert advertising alcohol truck hgv quad motorbike billboard"
)
#: Wild and farm animals: what they do again is a state.
FAUNA: Final = list_plain(
    "truite saumon hirondelle abeille loutre castor martinet oiseau grenouille cigogne papillon chauve-souris anguille "
    "crapaud chouette héron vautour chevêche balbuzard busard milan faucon aigle gypaète outarde courlis vanneau "
    "râle pie-grièche alouette mésange moineau cygne canard oie sterne mouette macareux flamant grue huppe guêpier "
    "chevreuil cerf biche sanglier lièvre lapin renard loup lynx ours bouquetin chamois marmotte hérisson écureuil "
    "lérot blaireau vison genette chauve-souris triton salamandre lézard tortue brochet sandre ombre alose lamproie "
    "écrevisse moule libellule sauterelle luciole abeille bourdon phoque dauphin salmon trout curlew otter swift "
    "swallow bee bird hedgehog beaver eel toad owl heron "
    "butterfly bat lapwing puffin seal kingfisher"
)
#: Verbs that keep what might be closed or lost: "préserver les deux classes".
GUARDING: Final = list_plain(
    "préserver protéger défendre sauvegarder pérenniser preserve protect defend safeguard sustain"
)
CLOSABLE: Final = list_plain(
    "école classe gare ligne poste bureau maternité hôpital commerce ferme médecin marché halte bibliothèque cinéma "
    "trésorerie gendarmerie crèche piscine boulangerie épicerie pharmacie café bistrot train bac collège guichet "
    "ferry library school surgery office station bus line pub shop hospital ward maternity post branch pool cinema "
    "pharmacy clinic farm market bakery class"
)
AGED: Final = re.compile(
    r"\b(?:aura|auront|a|ont|sera|seront|be|is|are|have) (?:\w+ )?(?:plus de|moins de|over|under|above|below|aged|"
    r"age de|"
    r"ages de) \d+(?: ans)?\b"
)
#: What somebody foresees or remembers: nothing in the sentence is an aim.
FORESEEN: Final = re.compile(
    r"\b(?:(?:selon|d'apres) (?:l'insee|les projections|les previsions)|according to (?:the )?(?:projections|"
    r"forecasts)|"
    r"(?:devrait|devraient|"
    r"risque|risquent|menace|menacent) (?:de |d')?(?!etre|pouvoir)(?:\w+er|\w+ir|"
    r"\w+re)|"
    r"(?:est|sont) (?:prevue?s?|estimee?s?|attendue?s?) (?:à|a|de)|il y avait|on avait|il etait une fois|autrefois|"
    r"avant, on|"
    r"it(?:'s| is) (?:an? |such an? |so |really |just |simply |absolutely )?(?:disgrace|shame|scandal|pity|outrage|"
    r"joke|"
    r"disaster|tragedy|sad|shameful|disgraceful|terrible|awful|ridiculous|absurd|appalling|outrageous|unacceptable|"
    r"worrying|annoying|depressing|crazy|unfair|shocking|incredible|unbelievable|frustrating|heartbreaking|maddening|"
    r"nonsense|madness|odd|strange|funny)(?: \w+)? (?:that|how|when|to see|what)|shame (?:on|that)|"
    r"(?:is|are) (?:projected|expected|forecast|predicted|estimated|likely|due|set) to|used to (?:be|have|live|go)|"
    r"when (?:i|we) (?:was|were)\b|in my (?:day|time|youth)|i remember|back (?:when|then)|"
    r"there used to|years ago)\b|^\W*(?:i (?:can't|cannot|can never|don't|never|am|was|live)\b|je (?:ne|suis|vis|"
    r"n')\b|j'(?:ai|habite)\b)"
)
#: As many as the others, or as there were: nobody counts it but to reach it.
AS_MANY: Final = re.compile(
    r"(?:at least |au moins )?(?:as many|autant)\b|(?:above|below|under|over|back to|at|au-dessus|au-dessous|au "
    r"niveau) "
    r"(?:its|their|the|d[eu]) .{0,20}(?:19|20)\d\d"
)
#: What was so lately is no end: "the price of bread doubled last winter".
LATELY: Final = re.compile(
    r"\blast (?:year|month|week|winter|summer|spring|autumn|season|decade|century|night)\b|\b(?:years?|months?) ago\b"
)
