"""French means that a sentence only names: "Une brigade de nuit", "Bancs, tables, barbecue : voilà mon idée"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import french_words
from workshop_kit.domain.framing.force_words import ILLS
from workshop_kit.domain.framing.people_words import FRENCH_PEOPLE
from workshop_kit.domain.framing.words import Word, list_plain

#: What can be had, but is a wish or a topic as long as nothing more is said of it.
_UNCOUNTABLE: Final = list_plain(
    "ville village commune bourg pays région quartier rue place école lycée collège mairie hôpital air eau vie avis "
    "manière façon fois jour an année moment temps heure lieu endroit espace cadre paysage patrimoine terroir chance "
    "droit devoir défi enjeu but objectif cap priorité urgence problème souci question réponse idée rêve souhait voeu "
    "exemple modèle accès accueil mieux plus peu tas bonheur plaisir effort geste signe coup soutien respect regard "
    "goût monde peuple sujet thème débat constat choc drame scandale fléau danger risque trésor atout nid racine "
    "attente manque besoin envie ennui bruit odeur panne retard bouchon tag déchet fleuve lac mer forêt montagne "
    "parole voix dialogue échange partage maillage ancrage élan destin art métier emploi travail loyer salaire prix "
    "bilan passé présent futur siècle état peur colère honte nature terre planète énergie force image langue oubli "
    "été hiver printemps automne campagne rentrée sommeil choix pas espoir pensée histoire page année saison "
    "leçon génération pouvoir savoir devoir vouloir"
)
_ABSTRACT_END: Final = re.compile(
    r"(?:tion|sion|ite|ete|ance|ence|isme|esse|tude|ure|age|eur|ie|ment|bilite|ise|itie|isance)s?$"
)
#: Nouns with such an end that name a thing or somebody hired all the same.
_CONCRETE: Final = re.compile(
    r"(?:compost|potag|pass|voy|tatou|jumel|parrain|co-?voitur|pedib|affich|eclair|marqu|fl[ée]ch|batiment|monument|"
    r"appartement|logement|armoire|signalet|conciergerie|laverie|epicerie|boulangerie|buvette|friperie|garderie|"
    r"librairie|pepiniere|consigne|voiture|toiture|couverture|bouture|navett|camionn|colonie|batterie|scierie|"
    r"loterie|tombola|clotur|ramassag|barrag|abattoir|miroir|trottoir|urinoir|lavoir|foire|veill)"
)
#: How one would like something to be.
_PRAISED: Final = list_plain(
    "bon bonne vrai vraie beau belle bel meilleur meilleure autre même seul seule certain certaine véritable juste "
    "réel réelle plus moins mieux telle tel"
)
_BEFORE: Final = list_plain(
    "petit petite petits petites grand grande grands grandes nouveau nouvelle nouveaux nouvelles second seconde ancien "
    "ancienne simple mini super"
)
_OPENING: Final = list_plain("un une deux trois quatre cinq six dix douze vingt cent mille")
#: Several names without more: "une commune, deux rives, mille idées".
_SLOGAN: Final = re.compile(r"^[^,.;:]{3,30}, (?:une?|des|deux|trois|mille|\d+) [^,.;:]{3,30}(?:[,.]|$)")
#: What opens a relative clause that only praises.
_PRAISING: Final = re.compile(
    r"\bqui (?:nous |me |te |vous )?(?:ressembl|boug|gagn|rassembl|unit|avanc|viv|vit\b|rayonn|inspir|s'engag|"
    r"fait rever|"
    r"compt|donn\w* envie|plait|grandi|innov)|\boù il fait|\bpour (?:tous|toutes|demain|l'avenir)\W*$|"
    r"\b(?:à l'ecoute|à visage humain|de qualite|digne|adapte\w*|solidaire|durable|saine?|apais\w+|dynamique|"
    r"accueillante?|humaine?|attracti\w+|innovante?|inclusi\w+|citoyenne?|vivante?|propre|exemplaire|moderne|ambitieu\w+|"
    r"forte?|fiere?|unie?|verte?|securise\w*|heureu\w+|à retisser|à (?:\w+er|\w+ir)|à bout|menac\w+|disparu\w*|"
    r"ferme\w?|abandonn\w+|deserte?|vide|vacante?|trop \w+|sans (?:avenir|ame|vie|medecin|jeunes?|commerces?))\b"
)


def find_concrete(words: Sequence[Word], first: int, plain: str) -> int | None:
    """Return the place of the noun of one or so many things to have that no list knows: "un poulailler au parc"."""
    counted = words[first].plain in _OPENING or words[first].plain.isdigit()
    counted = counted or (words[first].plain == "des" and _SERVES_TO.search(plain) is not None)
    if not counted or _PRAISING.search(plain) or _SLOGAN.search(plain) or plain.rstrip().endswith("?"):
        return None
    head = first + 1
    while head < len(words) and words[head].plain in _BEFORE:
        head += 1
    if head >= len(words) or words[head].plain in _PRAISED or words[head].is_name or len(words[head].plain) < 3:
        return None
    known = french_words.ABSTRACT | FRENCH_PEOPLE | _UNCOUNTABLE | ILLS
    noun = words[head].lemma
    if not words[head].is_word or noun in known or words[head].plain.rstrip("s") in known:
        return None
    if _ABSTRACT_END.search(noun) and noun not in french_words.MEANS_THINGS and not _CONCRETE.match(noun):
        return None
    compared = any(word.plain in {"plus", "moins", "mieux", "trop"} for word in words[head + 1 : head + 4])
    return None if compared else head


#: What several things are to be had for: "des chevaux pour ramasser les poubelles".
_SERVES_TO: Final = re.compile(r"^\W*des [\w' -]{3,40}? pour (?!etre |avoir |vivre )[a-z]+(?:er|ir|re) \w")
_LISTED: Final = re.compile(r", (?:et )?| et ")
#: A service by its name, with what says how or for whom it is given.
_SERVICE: Final = re.compile(
    r"^\W*(?:cours|ateliers?|stages?|visites?|consultations?|permanences?|sorties?|ecoute|soutien|aide|livraisons?|"
    r"portage|tarif|tarifs|location|pret|don|troc|repas|cafes?|goûters?|gouters?|apero|petits? dejeuners?|soirees?|"
    r"journees?|semaine|seances?|seance|projections?|concerts?|balades?|randonnees?|initiations?|leçons?|lecons?|"
    r"entrainements?|garde|accueil|transport|transports|trajets?|navettes?|pedibus|velobus|velos?|depistages?|"
    r"vaccinations?|formations?|tutorat|mentorat|parrainage|jumelage|echange|tournees?|maraudes?|distributions?|"
    r"collectes?|ramassage|reparations?|menus?|paniers?|chantiers?|veillees?|lectures?|contes?|tournois?|cine-club|"
    r"brocante|marche|bourse|bal|fete)\b(?! (?:et|ou|d'eau|de vie|des cours|:))[^.;:!?]{0,70}?"
    r"(?:\bgratui\w+|\bsans (?:rendez-vous|inscription|engagement)|\bà (?:un|une|deux|trois|\d+) (?:euros?|€)|"
    r"\bà domicile|\ben (?:visio|ligne|plein air|soiree|journee|français|francais|creole|breton|basque|langue \w+)|"
    r"\b(?:le|les|tous les|toutes les|chaque|un|deux|une) (?:\w+ )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|soir|matin|week-end|mois|semaine|vacances|jour)s?\b|\bdu (?:soir|matin|midi|mercredi|samedi|dimanche)\b|"
    r"\bpour (?:les|des|nos|tout|apprendre) |\bguidee?s?\b|\bpartage\w*|\bdes (?:aidants|voisins|parents|langues)\b|"
    r"\bsur place\b|\bsalle\b|\bligne \w+)"
)
_ARTICLE: Final = re.compile(r"(?:une?|deux|trois|quatre|cinq|six|\d+) ")
#: Says of what was listed that it is proposed.
_ANNOUNCES: Final = re.compile(r" ?[:,–—-] (?:voilà|voila|c'est|ce serait) ")
_NO_SERVICE: Final = re.compile(r"\b(?:quand|pourquoi|manqu\w+|trop|plus|moins|mieux|aucune?|zero|toujours)\b")


def names_means(words: Sequence[Word], plain: str, *, announced: bool) -> bool:
    """Say whether a sentence without a verb names a service, or lists things; ``announced``: it says "voilà" of them.

    A list of things that nobody counts or proposes is one of topics: "logement, crèches, bus".
    """
    if _NO_SERVICE.search(plain) or _PRAISING.search(plain) or "?" in plain:
        return False
    if _SERVICE.match(plain):
        return True
    if "," not in plain:
        return False
    told = _ANNOUNCES.search(plain)
    if told is not None:
        plain, announced = plain[: told.start()], True
    listed = [_ARTICLE.sub("", one) for one in _LISTED.split(plain.strip(" .!:"))]
    counted = any(_ARTICLE.match(one) for one in _LISTED.split(plain.strip(" .!:")))
    lemmas = {word.plain: word.lemma for word in words}
    things = french_words.MEANS_THINGS - french_words.ABSTRACT
    heads = [one.split(" ", 1)[0] for one in listed]
    known = [one for one in heads if {one, lemmas.get(one, one), one.rstrip("sx")} & things]
    return (announced or counted) and len(heads) > 1 and 2 * len(known) >= len(heads)
