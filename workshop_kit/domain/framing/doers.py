"""People whom the ending of a noun tells, where no list has them: "les restaurateurs", "our stallholders"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.english_verbs import is_base
from workshop_kit.domain.framing.words import Word, list_plain

_DETERMINED: Final = {
    "fr": list_plain(
        "les des aux nos chaque tous ces leurs vos aucun aucune d'autres jeunes futurs anciens nouveaux autres"
    ),
    "en": list_plain("the our every each all no for these those local young old older new more of any other"),
}
_GIVEN_TO: Final = list_plain("train teach help give pay support encourage get ask let lend offer house")
_DOING: Final = {
    "fr": re.compile(r"\w{3,}(?:eurs?|euses?|trices?|istes?|iens?|iennes?|antes?|ants?|iers?|ieres?)$"),
    "en": re.compile(r"\w{2,}(?:ers|ors|ists|ians|ees|folks?|men|women|fans?|goers)$"),
}
#: Machines, measures and matters with such an ending.
_THINGS: Final = list_plain(
    "moteur secteur ordinateur compteur capteur composteur valeur hauteur couleur fleur heure conteneur récupérateur "
    "peur "
    "défibrillateur radiateur ventilateur distributeur tracteur broyeur ascenseur congélateur aspirateur facteur "
    "vecteur odeur "
    "chaleur vapeur lueur douleur erreur faveur saveur fureur rigueur vigueur longueur largeur profondeur épaisseur "
    "grandeur "
    "lenteur candeur honneur bonheur malheur labeur intérieur extérieur supérieur inférieur antérieur ultérieur "
    "meilleur majeur "
    "mineur ailleurs plusieurs leur professeur indicateur ralentisseur détecteur extincteur projecteur générateur "
    "accumulateur "
    "brumisateur méthaniseur interrupteur convecteur haut-parleur transformateur simulateur téléviseur "
    "piste liste poste modiste visite entretien lien bien rien chien moyen quotidien ancien soutien maintien terrien "
    "citoyen "
    "restaurant courant montant avant devant carburant polluant excédent instant passant enseignement avenant "
    "croissant "
    "pendant suivant important étudiant vivant existant manquant restant brûlant amiante plante vente rente attente "
    "pente "
    "quartier chantier panier métier escalier palier papier cahier courrier fichier dossier calendrier sentier loyer "
    "foyer "
    "mobilier immobilier atelier collier hôtelier levier clavier bénitier poirier pommier olivier rosier peuplier "
    "entier dernier "
    "premier matière rivière barrière lumière frontière manière carrière prière poussière bière croisière cimetière "
    "filière "
    "litière tanière chaudière financier foncier régulier singulier particulier saisonnier familier hospitalier "
    "routier "
    "ferroviaire meilleure demeure heures chômeur voiture variante constante garantie ante cent agent argent"
)
_ENGLISH_THINGS: Final = list_plain(
    "computer container printer boiler cooker heater charger trailer counter locker planter roller drawer letter "
    "corner "
    "shelter number order border paper power water river tower meter scooter poster sticker newsletter marker "
    "sweeper mower "
    "freezer cover quarter matter offer transfer register center winter summer number flower shower answer layer "
    "borough "
    "barrier carrier chapter cluster computer copper danger December October September November dinner supper disaster "
    "drawer engineer filter finger folder gutter hammer hour ladder leather litter manner master member minister "
    "monster "
    "motor mirror factor sector floor door corridor doctor tractor monitor sensor indicator detector defibrillator "
    "error "
    "colour color favour labour harbour neighbour flavour honour vapour visitor editor minor major senior junior "
    "interior "
    "exterior elevator escalator generator radiator refrigerator calculator list exist twist assist mist fist wrist "
    "tree degree fee committee coffee knee bee employee guarantee levee marquee toffee pedigree settee "
    "specimen regimen acumen omen women men garden fan other bumper buffer burner bunker cancer career character cider "
    "cinder cleaner clover coaster cooler crater customer cutter daughter diaper digester dimmer drier dryer duster "
    "easter "
    "feeder fender fertiliser fibre filler flyer gather gender ginger glacier grinder header helicopter holder hopper "
    "jumper kettle laser lever lighter liner liver locker lumber mixer mower mortar nectar never oyster pepper "
    "pillar plaster "
    "player powder primer quiver recorder reminder ruler saucer scanner shredder shutter silver singer skewer "
    "slipper solar "
    "speaker spider splinter spoiler sprinkler stapler sticker strainer stretcher sugar sweater thermometer timber "
    "toaster "
    "toner trigger tumbler tuner vinegar wafer washer weather wrapper zipper bollard over under after rather"
)


def is_doer(words: Sequence[Word], place: int, language: str, verbs: Sequence[int]) -> bool:
    """Say whether a noun with an article names people by its ending."""
    word = words[place]
    if place in verbs or not place or word.is_name or not _DOING[language].fullmatch(word.plain):
        return False
    before = words[place - 1].plain
    given = language == "en" and place - 1 in verbs and before in _GIVEN_TO
    if before not in _DETERMINED[language] and not before[:1].isdigit() and not given:
        return False
    if language == "en":
        return _does(word.plain)
    ending = word.lemma.endswith(("ant", "ante", "ier", "iere"))
    return word.lemma not in _THINGS and word.plain.rstrip("s") not in _THINGS and not ending


def _does(word: str) -> bool:
    """Say whether an English plural is made of a verb: "bakers", "bidders"; or names people by another ending."""
    singular = word.removesuffix("s")
    if singular in _ENGLISH_THINGS or word in _ENGLISH_THINGS:
        return False
    if word.endswith(("ists", "ians", "folk", "folks", "goers")):
        return True
    if word.endswith(("men", "women")):
        return len(word) > 5
    if word.endswith("ees"):
        return is_base(word[:-3]) or is_base(word[:-3] + "e")
    stem = singular[:-2]
    stems = {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return any(len(one) > 2 and is_base(one) for one in stems)
