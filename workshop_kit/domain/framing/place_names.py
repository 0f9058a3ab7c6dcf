"""How names of places look, and which names are none."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import list_plain

UP: Final = r"(?-i:[A-ZÉÈÊÀÂÎÔÛÇ])"
#: Each sign belongs to one piece of the pattern alone: a long name must not be tried in every way there is.
NAME: Final = (
    rf"{UP}[\w'-]{{0,60}}(?: (?:(?:le|la|les|sur|sous|de|du|des|lès|aux|on|upon|the|of) |l'|d'){{0,3}}"
    rf"{UP}[\w'-]{{0,60}}){{0,6}}"
)
#: How many words of one kind stand before a noun: with no end, a sentence of nothing else is tried from each of them.
FEW: Final = "{0,6}"
NOT_NAMES: Final = list_plain(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre noël pâques toussaint "
    "pentecôte ascension internet etat état insee caf ccas sncf europe république covid "
    "pourquoi comment quel quelle quels quelles quand combien january february march april may june july august "
    "september october november december christmas easter lent ramadan eid halloween monday tuesday wednesday "
    "thursday friday saturday sunday english french "
    "lundi mardi mercredi jeudi vendredi samedi dimanche wifi wi-fi rsa ehpad ademe anah cnil smic tpe pme i nhs "
    "uk eu gp gps mps bbc tv ai it vat dvla whatsapp facebook google excel linky alzheimer "
    "ess sdf dpe hlm bafa bac brevet cm2 cp ce1 cm1 gcse gcses nobel pôle france-travail cat toeic asap ulez epc "
    "nox co2 parkinson diwali bonfire spanish german welsh b&b a&e mme m mr mrs ms dr monsieur madame sir lady "
    "saint key stage year grade class level let's hogmanay agm brownies scouts guides cubs parkinson's zoom "
    "wednesdays ofsted caf dss fy etp cdi cdd hlm mieux bien "
    "polish urdu welsh gaelic arabic punjabi bengali gujarati romanian ukrainian russian chinese italian portuguese "
    "irish scots scottish british british-sign turkish somali farsi dutch european parliament sunday council "
    "accès taux temps printemps repas progrès campus succès procès décès excès congrès puits relais tapis bras "
    "dos corps poids fois choix voix prix paix jamais toujours davantage dedans dehors ailleurs partout autrement "
    "près auprès après dès puis depuis ensuite enfin ensemble pourtant désormais dorénavant maintenant plutôt "
    "bientôt aussitôt hélas voici voilà parmi malgré hormis sauf selon envers hors lors dont quoi lequel laquelle "
    "trente quarante cinquante soixante septante nonante autour dessus dessous fonds cours secours concours "
    "discours parcours recours minibus abribus trolleybus bibliobus virus gaz nez riz jazz biodéchets phyto "
    "glyphosate visio ados papi mamie pesticides microplastiques ressourcerie recyclerie bricothèque grainothèque "
    "agroécologie permaculture renaturation photovoltaïque éolien bénévolat périscolaire covoiturage télétravail "
    "écoquartier écogeste écogestes halte-garderie tiers-lieu tiers-lieux primo secundo tertio bref vivement "
    "pourvu attention alerte objectif mission stop zou fini finis trop assez peu beaucoup moins seul seuls seule "
    "tous tout chaque plus pas que nos notre zero zéro"
)
