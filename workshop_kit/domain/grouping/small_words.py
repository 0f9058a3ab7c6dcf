"""Words that carry no matter of their own, weigh little, or turn what follows round."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.words import list_plain

#: They turn the next direction round; where none follows, they say that the thing is not wanted.
TURNING: Final = {
    "fr": "pas sans non contre jamais aucun aucune ni zéro zero nul nulle rien anti hors fini finies finis "
    "plus_jamais plus_aucun plus_aucune plus_du_tout nulle_part personne_ne plus_un_seul plus_une_seule",
    "en": "not no without never none neither nor against zero don't doesn't shouldn't mustn't won't "
    "isn't aren't can't cannot no_more no_longer anti nothing non nobody no_one dont doesnt shouldnt mustnt wont isnt "
    "arent cant couldn't wouldn't hasn't haven't",
}
#: What follows is what one would rather not have.
RATHER: Final = {
    "fr": "plutôt_que plutôt_qu' au_lieu_de au_lieu_d' au_lieu_des au_lieu_du à_la_place_de à_la_place_des "
    "à_la_place_du à_la_place_d' et_non et_pas mais_pas et_surtout_pas",
    "en": "rather_than instead_of in_place_of in_lieu_of and_not but_not not_a over",
}
#: What they begin says why; it counts half.
WHY: Final = {
    "fr": "parce_que parce_qu' puisque puisqu' afin_de afin_d' afin_que pour_que pour_qu' pour_éviter pour_ne_pas "
    "de_manière_à de_façon_à de_sorte_que en_vue_de histoire_que "
    "pour_pas_que à_cause_de comme_ça ainsi grâce_à histoire_de histoire_d' sinon",
    "en": "because so_that in_order_to since as_it to_avoid due_to thanks_to so_we so_they "
    "so_as_to so_people so_everyone so_everybody so_children so_kids otherwise",
}
#: No matter of their own.
LIGHT: Final = {
    "fr": "a à afin ai ainsi alors après au aussi aux autre avec avoir bien c ça car ce ceci cela ces cet cette "
    "ceux chez chacun chaque comme comment d dans de depuis des dès donc dont du elle elles en encore "
    "ensemble entre est et être eux ici il ils j je jusque jusqu jusqu'à l la là le les leur leurs lors "
    "lorsque lui m ma mais me même mes moi mon n ne nos notre nous on ont or ou où par parmi pendant peu plus "
    "pour pourquoi près puis qu quand que quel quelle quels quelles quelque quelqu'un qui quoi s sa sauf se "
    "selon ses si soi son sont sous sur t ta tant te tel telle tes toi ton tous tout toute toutes très trop "
    "tu un une vers via voici voilà vos votre vous y svp faut falloir faudrait pouvoir vouloir devoir "
    "pourrait voudrais aimerais aimer aller venir souhaiter souhait rêver espérer penser croire trouver voir "
    "vraiment simplement juste tellement notamment surtout aujourd'hui maintenant enfin sorte genre type "
    "façon manière côté bout lieu_de besoin envie idée solution projet proposition possible possibilité "
    "pourquoi_pas permettre_de rendre nécessaire important utile bon bonne mieux meilleur meilleure beau "
    "belle super chouette nombre quantité série ensemble_de est-ce peut-être s'il plaît merci h passer "
    "utiliser servir mettre_en_place utilisation certain plusieurs divers différent lorsqu puisqu autant "
    "toujours régulièrement souvent vite facilement mise jusqu'au partout auprès dedans dessus dessous devant "
    "derrière faire donner était été sera seront serait soit fois ceux-ci celui celle celles là-bas quelques "
    "au_moins du_moins afin_que moyen terme passé sans_doute n'importe non_seulement pas_mal pas_seulement",
    "en": "a about after all also am an and any anyone are around as at be been being both but by can come could do "
    "does done each either etc ever every everyone for from further go going good great had has have he her "
    "here him his how however i if in into is it its itself just kind lot lots many may me might most much "
    "must my near nice of off on one's only or other our ours out own per please really same shall she should "
    "simply so some something sort still such than that the their them then there these they this those "
    "through to together too towards up upon us use using very via was way we were what when where whether "
    "which while who whole whom whose why will with within would yet you your yours like love hope see think "
    "believe want wish idea project better best available possible let's more_of several various often always "
    "regularly throughout across lovely important necessary somewhere everywhere nowhere be_able able i'd "
    "we'd it'd there's it's we're have get need want give make ensure sure become dream feel different "
    "certain number bit look thing things able_to during next front outside along alongside "
    "at_least rest not_only no_doubt no_longer_than no_later",
}
#: Words that say little: they count a third, and never set two ideas apart by themselves.
WEAK: Final = r"""
    commune municipalité ville village bourg territoire local localité quartier ici municipal communal citadin \
        bourgade villageois agglomération communauté | city town village community county municipality neighbourhood \
        neighborhood local area district region place citywide municipal bg bowling_green
    gens personne habitant citoyen monde population riverain concitoyen public usager individu administré voisin \
        résident voisinage | people person resident citizen inhabitant everybody public user folk folks individual \
        neighbour neighbor anyone population local_people
    lieu endroit espace local site zone coin emplacement | place space site spot area location venue zone corner
    service dispositif système structure offre équipement installation réseau point pôle | service scheme system \
        facility structure offer equipment network amenity point hub program programme
    petit mini micro | small little mini tiny
    grand gros géant | big large huge
    nouveau neuf nouvelle | new brand-new
    vieux ancien ancienne | old former
    vrai véritable réel | real true proper genuine
    an année annuel | year yearly annual
    action activité animation événement opération manifestation | activity event action initiative
    groupe équipe collectif | group team
    jour journée date | day date
    heure horaire moment temps | hour time moment
    chose truc | stuff
    vie vivre quotidien | life live living
    question problème sujet | issue problem question
    rue voie | street
    proche proximité voisin près_de à_côté aux_abords aux_alentours alentour côté | near close_to nearby proximity \
        next_to beside local
"""
#: Small words that exclude each other: where each idea has another, they do not say the same.
CONTRASTS: Final = {
    "fr": (
        ("avant", "apres"), ("dedans", "dehors"), ("dessus", "dessous"), ("sur", "sous"), ("avec", "sans"),
        ("pour", "contre"), ("tous", "seulement"), ("toujours", "jamais"), ("oui", "non"), ("devant", "derriere"),
        ("tous", "certains"), ("tous", "uniquement"), ("beaucoup", "peu"), ("plus", "moins"), ("encore", "assez"),
        ("interieur", "exterieur"), ("premier", "dernier"), ("doivent", "peuvent"), ("doit", "peut"),
        ("vers", "depuis"),
        ("avant", "depuis"), ("jusqu", "des"), ("partout", "nulle"), ("mieux", "pire"), ("assez", "trop"),
        ("tout", "rien"), ("toute", "aucune"), ("chaque", "aucun"), ("chaque", "seul"), ("chaque", "seule"),
        ("venir", "emmener"), ("venir", "aller"), ("seuls", "ensemble"), ("premier", "tous"), ("seuls", "avec"),
    ),
    "en": (
        ("on", "off"), ("in", "out"), ("up", "down"), ("before", "after"),
        ("least", "most"), ("need", "must"), ("over", "under"), ("inside", "outside"),
        ("with", "without"), ("for", "against"), ("all", "only"), ("always", "never"), ("yes", "no"), ("all", "some"),
        ("every", "only"), ("everyone", "only"), ("many", "few"), ("more", "less"), ("more", "fewer"),
        ("above", "below"),
        ("first", "last"), ("must", "may"), ("must", "can"), ("into", "off"), ("into", "out"), ("back", "away"),
        ("everything", "nothing"), ("all", "none"), ("any", "no"), ("every", "one"), ("each", "one"),
        ("better", "worse"),
        ("now", "later"), ("front", "behind"), ("through", "around"), ("until", "from"), ("again", "never"),
        ("first", "every"), ("first", "all"), ("come", "go"), ("come", "take"), ("us", "them"), ("alone", "together"),
    ),
}  # fmt: skip
#: By language and word, those that it excludes.
CONTRASTING: Final[dict[str, dict[str, frozenset[str]]]] = {
    language: {
        word: frozenset(one for pair in pairs if word in pair for one in pair if one != word)
        for word in {word for pair in pairs for word in pair}
    }
    for language, pairs in CONTRASTS.items()
}
#: Of these, those that tell a place in one sentence and nothing in another.
PLACING: Final = frozenset(
    re.findall(r"\w+", "sur sous vers depuis on off in out up down over under into through around")
)
#: Between what comes first, or is better, and what does not: turned about, they say the contrary.
HINGES: Final = {
    "fr": frozenset(re.findall(r"\w+", "avant apres que plutot puis ensuite sur devant par en au aux chez")),
    "en": frozenset(re.findall(r"\w+", "before after than over then ahead versus by instead into to")),
}
#: What nobody wants: to be against one is to be for what mends it.
ILLS: Final = {
    "fr": list_plain(
        "faim soif froid solitude isolement gaspillage pollution danger accident bruit harcèlement violence pauvreté "
        "misère exclusion discrimination racisme ennui inondation canicule maladie chômage fracture attente retard "
        "bouchon embouteillage déchet ordure mégot gâchis insécurité cambriolage vol incendie fuite "
        "nid-de-poule nids-de-poule humidité moisissure rat moustique fraude arnaque maltraitance sécheresse panne"
    ),
    "en": list_plain(
        "hunger hungry thirst cold loneliness lonely alone waste pollution danger accident noise bullying violence "
        "poverty exclusion discrimination racism boredom flood flooding heatwave illness unemployment wait queue delay "
        "congestion litter rubbish crime burglary theft fire leak "
        "pothole damp mould rat mosquito fly-tipping speeding fraud scam abuse drought breakdown"
    ),
}
