"""French places whose names a dictionary lists as well: regions, départements, lands and towns."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import list_plain

#: Names that are nothing else, written with a capital.
KNOWN_PLACES: Final = list_plain(
    "bretagne normandie corse occitanie alsace lorraine bourgogne picardie champagne provence aquitaine auvergne "
    "limousin poitou berry anjou maine touraine gascogne béarn roussillon languedoc savoie dauphiné artois "
    "flandre flandres vendée bresse beauce brie sologne périgord quercy rouergue velay gévaudan vivarais forez "
    "beaujolais morvan nivernais cotentin perche vexin cévennes camargue luberon larzac aubrac vercors chartreuse "
    "diois trièves queyras oisans maurienne tarentaise chablais bugey jura vosges ardennes argonne pyrénées médoc "
    "landes chalosse armagnac comminges couserans lauragais minervois corbières trégor léon cornouaille guyane "
    "martinique guadeloupe réunion mayotte ain aisne allier ardèche ariège aube aude aveyron calvados cantal "
    "charente cher corrèze creuse dordogne doubs drôme eure finistère gard gers gironde hérault indre isère loire "
    "loiret lot lozère manche marne mayenne meurthe meuse morbihan moselle nièvre oise orne rhin rhône sarthe "
    "seine somme tarn var vaucluse vienne yonne essonne yvelines paris lyon marseille toulouse nantes strasbourg "
    "montpellier bordeaux lille rennes reims toulon grenoble dijon angers nîmes villeurbanne clermont brest "
    "limoges amiens perpignan metz besançon orléans rouen mulhouse caen nancy argenteuil montreuil roubaix "
    "tourcoing avignon dunkerque poitiers versailles pau calais antibes béziers bourges quimper valence colmar "
    "troyes lorient niort chambéry cholet ajaccio bastia arras bayonne albi laval belfort évreux annecy blois "
    "brive chartres auch gap foix tulle guéret aurillac mende rodez cahors nevers moulins vichy roanne vesoul "
    "épinal charleville sedan laon soissons beauvais compiègne dieppe lisieux alençon saumur vannes bruxelles "
    "liège namur charleroi mons tournai gand genève lausanne fribourg neuchâtel delémont sion québec montréal "
    "gatineau sherbrooke dakar abidjan tunis alger rabat luxembourg wallonie gaspésie abitibi valais"
)
#: Names that are common words too: places only as the subject of a verb.
AMBIGUOUS: Final = list_plain(
    "nice tours sens die lens dole vire gap mons tulle moulins sion orange vienne aube cher lot indre manche ain orne "
    "perche maine champagne brie sedan laval tournai lure ham eu aire albert bar bray brou caudry crest dax dreux "
    "guise loudun meaux melun mer nay orbec pau peille privas rue saulieu thiers tours troyes vif voiron valence "
    "réunion landes chartreuse limousin bourgogne bordeaux calais marne"
)
