"""Words for places in French, and the preposition each takes: only what is sure is listed."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.domain.wording import list_words


def _fold(words: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in list_words(words))


def _named(preposition: str, names: str) -> dict[str, str]:
    return {fold_name(name): preposition + name for name in list_words(names)}


_IN_MASCULINE: Final = (
    "bourg village hameau quartier centre centre-ville centre-bourg canton département secteur lotissement bâtiment "
    "parc jardin bassin périmètre faubourg bois massif arrondissement immeuble local hall pays voisinage cœur vallon "
    "atelier"
)
_IN_FEMININE: Final = (
    "rue ruelle venelle impasse commune ville région métropole agglomération vallée zone cité résidence forêt "
    "périphérie banlieue plaine intercommunalité communauté circonscription campagne montagne cour partie moitié "
    "province"
)
_ON_MASCULINE: Final = (
    "territoire marché parking plateau littoral boulevard chemin pont quai parvis site campus terrain trottoir sentier"
)
_ON_FEMININE: Final = "place placette côte route avenue île presqu’île colline esplanade rive plage ligne voie"
_AT_MASCULINE: Final = (
    "collège lycée stade gymnase foyer théâtre cinéma musée hôpital EHPAD café restaurant dispensaire complexe "
    "accueil guichet relais tiers-lieu château cimetière presbytère fournil"
)
_AT_FEMININE: Final = (
    "mairie gare école université piscine bibliothèque médiathèque cantine crèche église ferme salle maison "
    "ludothèque déchetterie déchèterie épicerie boulangerie caserne clinique préfecture sous-préfecture halle "
    "pharmacie poste maternité patinoire halte-garderie usine"
)
_MASCULINE: Final = _fold(f"{_IN_MASCULINE} {_ON_MASCULINE} {_AT_MASCULINE}")
_ON: Final = _fold(f"{_ON_MASCULINE} {_ON_FEMININE}")
_AT: Final = _fold(f"{_AT_MASCULINE} {_AT_FEMININE}")
_SINGULAR: Final = _MASCULINE | _fold(f"{_IN_FEMININE} {_ON_FEMININE} {_AT_FEMININE}")
_PLURALS: Final = {
    fold_name(plural): fold_name(word)
    for plural, word in {
        "hameaux": "hameau", "bureaux": "bureau", "hôpitaux": "hôpital", "locaux": "local", "plateaux": "plateau",
        "châteaux": "château", "lieux": "lieu", "abords": "abord", "alentours": "alentour", "environs": "environ",
    }.items()
}  # fmt: skip
# Said in the plural; the singular would need another turn.
_ONLY_PLURAL: Final = _fold(
    "commerces magasins entreprises boutiques logements services équipements transports immeubles halles vignes "
    "champs lieux bureaux locaux environs associations cuisines exploitations cantons villes"
)
_AROUND: Final = _fold("abords alentours")

#: A whole part without article that French says in its own way, by its folded writing.
IDIOMS: Final = {
    fold_name(said.partition(" ")[2] if " " in said else said): said
    for said in (
        "en centre-ville", "en centre-bourg", "en ville", "à la campagne", "à la montagne", "à domicile", "en ligne",
        "en milieu rural", "en milieu urbain", "en zone rurale", "en zones rurales", "en périphérie", "en banlieue",
        "en mairie", "sur Internet", "en forêt", "outre-mer",
    )
} | {"centre ville": "en centre-ville", "campagne": "à la campagne", "montagne": "à la montagne"}  # fmt: skip

#: Départements, régions and countrysides, with the preposition each takes, by their folded name without article.
NAMED: Final = (
    _named(
        "en ",
        "Ardèche Ariège Charente Charente-Maritime Corrèze Corse Corse-du-Sud Haute-Corse Côte-d’Or Dordogne "
        "Gironde Eure-et-Loir Haute-Garonne Haute-Loire Haute-Marne Haute-Saône Haute-Savoie Haute-Vienne "
        "Ille-et-Vilaine Indre-et-Loire Isère Loire-Atlantique Lozère Maine-et-Loire Meurthe-et-Moselle Moselle "
        "Saône-et-Loire Savoie Seine-et-Marne Seine-Maritime Seine-Saint-Denis Essonne Vendée Guadeloupe Martinique "
        "Guyane Bretagne Normandie Occitanie Île-de-France Nouvelle-Aquitaine Auvergne Auvergne-Rhône-Alpes "
        "Bourgogne Franche-Comté Bourgogne-Franche-Comté Alsace Lorraine Champagne Picardie Provence Gascogne "
        "Touraine Anjou Aquitaine France Europe Belgique Suisse Beauce Sologne Bresse Puisaye Thiérache Camargue "
        "Provence-Alpes-Côte_d’Azur Centre-Val_de_Loire Rhône-Alpes Midi-Pyrénées Languedoc-Roussillon "
        "Poitou-Charentes Champagne-Ardenne"
        "Haute-Normandie Basse-Normandie Allemagne Italie Espagne Angleterre",
    )
    | _named("au ", "Québec Canada Portugal Luxembourg Maroc")
    | _named(
        "dans le ",
        "Nord Jura Gers Gard Lot Var Cher Rhône Tarn Loiret Loir-et-Cher Doubs Calvados Cantal Finistère Morbihan "
        "Bas-Rhin Haut-Rhin Lot-et-Garonne Tarn-et-Garonne Pas-de-Calais Puy-de-Dôme Territoire_de_Belfort "
        "Val-d’Oise Val-de-Marne Vaucluse Vercors Morvan Larzac Quercy Périgord Perche Berry Bugey Beaujolais Forez "
        "Livradois"
        "Vexin Médoc Luberon Queyras Diois Trièves Béarn Roussillon Poitou Limousin Velay Gévaudan Cotentin Pilat",
    )
    | _named("dans la ", "Creuse Drôme Loire Manche Marne Meuse Nièvre Sarthe Somme Vienne Mayenne")
    | _named("dans l’", "Ain Aisne Allier Aube Aude Aveyron Eure Hérault Indre Oise Orne Yonne Aubrac Argonne")
    | _named(
        "dans les ",
        "Landes Vosges Ardennes Yvelines Deux-Sèvres Côtes-d’Armor Bouches-du-Rhône Hauts-de-Seine Hautes-Alpes "
        "Alpes-de-Haute-Provence Alpes-Maritimes Pyrénées-Atlantiques Hautes-Pyrénées Pyrénées-Orientales "
        "Hauts-de-France Pays_de_la_Loire Alpes Pyrénées Cévennes Causses Baronnies Mauges Combrailles",
    )
    | {"reunion": "à La Réunion"}
)
#: Without their article these are a town as well.
ALSO_TOWNS: Final = _fold("Vienne Mayenne Loire Lot")

#: Common words for places that no rule joins: with the capital of a field's start they are no names.
COMMON: Final = _fold(
    "supermarché magasin commerce moulin étang lac rivière fleuve verger vignoble lavoir kiosque bistrot bar club "
    "hôtel hangar garage camping square gîte refuge abri arrêt passage prison chapelle fontaine boutique entreprise "
    "bureau rural urbain local mer ciel terre nature jour nuit soir matin été hiver sol mur cave grenier étage "
    "extérieur intérieur dehors horizon littoral sommet val mont col talus fossé champ vigne pré serre verre "
    "cuisine chambre couloir escalier jury réseau wagon train bus car tram métro bateau avion téléphone radio "
    "presse journal télé web site plan monde univers continent état nation royaume archipel delta estuaire large "
    "proximité distanciel présentiel habitat logement lieu endroit espace hospice internat asile chantier dépôt "
    "entrepôt aéroport belvédère rempart porche jardinerie zoo cirque"
)
#: Towns whose name ends as a plural does.
TOWNS_IN_S: Final = _fold(
    "Paris Nantes Tours Reims Nîmes Angers Amiens Limoges Orléans Poitiers Béziers Cannes Antibes Calais Beauvais "
    "Évreux Bordeaux Rennes Versailles Bourges Colmar Arras Chartres Cholet Vannes Tarbes Castres Alès Troyes "
    "Saintes Thouars Auxerre Mamers Sens Nevers Moulins Vichy Aurillac Cahors Millau Rodez Gap Digne Arles Hyères "
    "Fréjus Menton Grasse Istres Martigues Salon Vitrolles Sarcelles Cergy Meaux Melun Drancy Pantin Ris Massy Évry "
    "Lens Douai Soissons Bayeux Lisieux Dreux Châteauroux Roubaix Morlaix Carhaix Périgueux Bagneux Montreux Vesoul "
    "Sceaux Lys Figeac Valence Honfleur Die Apt Joinville"
)
#: Towns whose name has an article, also when it is typed small.
TOWNS_WITH_ARTICLE: Final = _fold(
    "Mans Havre Puy Creusot Cannet Touquet Lavandou Bourget Kremlin-Bicêtre Blanc-Mesnil Vésinet Chesnay Croisic "
    "Cateau Pouliguen Pecq Perreux Raincy Teil Rochelle Roche Ciotat Seyne Baule Flèche Courneuve Souterraine Mure "
    "Réole Sables Ulis Lilas Mureaux Herbiers Andelys Abymes"
)
_ADJECTIVES: Final = _fold(
    "grand grande grands grandes petit petite petits petites vieux vieille vieilles vieil ancien ancienne anciens "
    "anciennes nouveau nouvelle nouveaux nouvelles haut haute hauts hautes bas basse basses autre autres futur "
    "future même mêmes deux trois quatre cinq six sept huit dix quinze vingt"
)


def find_noun(words: list[str]) -> tuple[str, bool] | None:
    """Return the place that ``words`` (without article) begin with, folded and singular, and whether it is plural."""
    rest = list(words)
    while rest and (fold_name(rest[0]) in _ADJECTIVES or rest[0].isdigit()):
        rest.pop(0)
    if not rest:
        return None
    word = fold_name(rest[0])
    if word in _ONLY_PLURAL or word in _AROUND:
        return word, True
    if word in _SINGULAR:
        return word, False
    if _PLURALS.get(word) in _SINGULAR:
        return _PLURALS[word], True
    if word.endswith("s") and word[:-1] in _SINGULAR:
        return word[:-1], True
    return None


def is_masculine(noun: str) -> bool:
    """Say whether a noun that ``find_noun`` returned is masculine."""
    return noun in _MASCULINE


def choose_preposition(noun: str, after: str, *, plural: bool, definite: bool) -> str:
    """Return ``"dans"``, ``"sur"`` or ``"à"`` for a noun that ``find_noun`` returned; ``after`` is what follows it."""
    if noun in _AROUND:
        return "à"
    if noun in _ON:
        return "sur"
    if plural or not definite:
        return "dans"
    # "au centre social" is a house, "dans le centre (du bourg)" is not.
    house = noun == "centre" and (
        fold_name(after).startswith(("social", "culturel", "commercial", "communal", "hospitalier", "medical", "aere"))
        or (after.startswith(("de ", "d’")) and after.split("’")[-1].split()[-1].islower())
    )
    return "à" if noun in _AT or house else "dans"
