"""How French says where: parts of a territory, ways, sites, names, with the prepositions before them."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.place_names import FEW, NAME

_AREAS_FR: Final = (
    r"(?:territoires?|communes?|villages?|villes?|bourgs?|bourgades?|hameaux?|quartiers?|cantons?|departements?|"
    r"regions?|agglomerations?|agglo|metropole|"
    r"intercommunalite|communaute (?:de communes|d'agglomeration|urbaine)|comcom|vallees?|vallons?|plateaux?|"
    r"littoral|cotes?|iles?|ilots?|presqu'ile|montagnes?|massifs?|"
    r"bassin(?: de vie| d'emploi| minier)?|secteurs?|centre-ville|centre ville|centre-bourg|centre bourg|"
    r"centres-bourgs|peripherie|banlieues?|faubourgs?|campagnes?|lieux?-dits?|"
    r"arrondissements?|cites?|lotissements?|zones? (?:rurales?|blanches?|d'activites?|urbaines?|industrielles?|"
    r"commerciale|portuaire|franche|pietonne|inondables?|logistique|aeroportuaire|periurbaines?|tampon|frontaliere|"
    r"artisanales?|littorales?|de montagne)|milieu rural|pays|estuaire|marais|"
    r"ceintures? (?:verte|bleue|maraichere)|(?:premiere |deuxieme |seconde |grande |petite )?couronne|district|"
    r"bassins de vie|intercommunalites|agglomerations|metropoles|archipel|atoll|lagon|peninsule|enclave|chef-lieu|"
    r"sous-prefecture|bourg-centre|bourgs-centres|centres-villes|departements? d'outre-mer|dom|outre-mer|hexagone|"
    r"hypercentre|hyper-centre|"
    r"ecarts|provinces?|gouvernorats?|wilayas?|prefectures?(?= (?:de|du) (?-i:[A-Z]))|"
    r"stations?(?= (?:de ski|de montagne|balneaire|thermale|de (?-i:[A-Z])))|perimetre|"
    r"rues?|routes(?! (?:de la soie|des))|places?(?! (?:de (?:parking|stationnement|creche)|assises))(?= (?:du|de|"
    r"des|d'|centrale|principale))|avenues?|berges?|rives?|quais|plages?|foret|bocage|"
    r"terroir|circonscription|ruralite|coeur de (?:ville|bourg|village)|entree de (?:ville|bourg)|cotes? bretonne|"
    r"canal|riviere|fleuve|monde rural|voisinage immediat|ponts?(?= de)|parc naturel|aire urbaine)"
)
_PREP_FR: Final = (
    r"(?:à|a|au|aux|en|dans|sur|de|du|des|d'|entre|vers|autour de|autour du|pres de|pres du|le long de|le long du|"
    r"au coeur de|au coeur du|à travers|à l'echelle de|à l'echelle du|au sein de|au sein du|"
    r"hors de|partout dans|partout en|partout à|partout sur|chez nous à|chez nous,? dans|ici à|ici,? dans|autour "
    r"des|sur tout|dans tout|en plein|au centre de|au centre du|aux abords de|aux abords du|de part et d'autre de|"
    r"jusqu'au|jusqu'à|jusque dans|sous|contre|derriere|devant|face à|à l'est de|à l'ouest de|au nord de|au sud de|"
    r"au-delà de|au-delà du|en deçà de|en deça de|en dehors de|en dehors du|à l'interieur de|à l'interieur du|"
    r"à l'exterieur de|non loin de|au large de|au large du|aux confins de|aux confins du|en bordure de|en bordure du|"
    r"aux alentours de|aux alentours du|à la peripherie de|au depart de|tout autour de|tout autour du|tout le long de|"
    r"tout le long du|à l'oree de|à l'embouchure de|en lisiere de|au milieu de|au fond de|au bout de|en direction de|"
    r"dans l'ensemble de|dans l'ensemble du|sur l'ensemble de|sur l'ensemble du|à proximite de|à proximite du)"
)
#: None of these is made of others ("de la" is two): what can be read in two ways is tried in all of them.
_DET_FR: Final = (
    r"(?:le |la |les |l'|un |une |des |du |de |d'|tous les |toutes les |toute la |tout "
    r"le |toute l'|chaque |chacune? des |chacun de nos |chacune de nos |nos |notre |mon |ma |mes |leur |"
    r"leurs |ce |cette |cet |ces "
    r"|quelques |plusieurs |sa |son "
    rf"|ses |votre |vos |aucun |aucune ){FEW}"
)
_ADJ_FR: Final = (
    r"(?:(?:petites?|grandes?|vieux|vieilles?|nouveaux?|nouvelles?|anciens?|anciennes?|autres?|"
    r"ensemble (?:du|de la|des)|nord|sud|haut|haute|bas|basse|deux|trois|quatre|cinq|six|sept|huit|"
    r"neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|vingt-[a-z]+|trente|trente-[a-z]+|"
    rf"quarante|cinquante|soixante|cent|premiers|premieres|derniers|\d+|belles?) ){FEW}"
)
_SITES_FR: Final = (
    r"(?:friche|gare|quais?|port|place|ponts?|barrage|parking|esplanade|terrain|collines?|coteaux?|rives?|berges?|"
    r"plages?|voie|ligne|rocade|peripherique|autoroute|deviation|digue|moulin|chateau|cimetiere|caserne|sites?|parvis|halles?|stade|campus|"
    r"etang|lac|falaise|sentiers?|chemin|carrefour|rond-point|usine|salle des fetes|eglise|mairie|foret|bois|"
    r"marais|dune|canal|riviere|fleuve|lande|remparts|embarcadere|jetee|echangeur|voie ferree|route|departementale|"
    r"fontaine|lavoir|clocher|hopital|abattoir|entrepot|carriere|citadelle|peage)"
)
_QUALIFIED_FR: Final = (
    r"(?: (?:rural(?:e|es|aux)?|voisine?s?|entiere?|entier|isolee?s?|anciens?|centre|"
    r"historique|du nord|du sud|de l'est|de l'ouest|de montagne|communal|intercommunal|"
    r"urbaine?s?|d'altitude|d'en haut|d'en bas|d'à cote|excentree?s?|perches?|reculee?s?|eloignee?s?|"
    r"limitrophes?|populaires?|pavillonnaires?|poitevin|breton(?:ne)?|normande?|picarde?|alsacien(?:ne)?|lorraine?|vosgien(?:ne)?|landaise?|basque|cevenole?|ardechoise?|"
    r"auvergnate?|bourguignon(?:ne)?|beauceron(?:ne)?|camarguaise?|corse|savoyarde?|jurassien(?:ne)?|pyreneen(?:ne)?|alpine?|"
    r"provencale?|catalane?|gascon(?:ne)?|limousine?|berrichon(?:ne)?|solognote?|vendeen(?:ne)?|charentaise?|girondine?|"
    r"lozerien(?:ne)?|ardennaise?|champenoise?|flamande?|artesien(?:ne)?|wallon(?:ne)?|bruxelloise?|romande?|vaudoise?|"
    r"valaisanne?|quebecoise?|parisien(?:ne)?|lyonnaise?|nantaise?|rennaise?|toulousaine?|audomarois|breton|"
    r"alentour|environnantes?|prioritaires?|(?:de la |du |des |de l'|de |d'|"
    r"les |le "
    rf"|la |aux |l')?{NAME})){FEW}"
)
_WAY_FR: Final = (
    r"(?:batiment|barre|ilot|pavillon|hall|arret|parking|aire|station|refuge|camping|zone commerciale|plaine de jeux|"
    r"phare|qpv|zup|zus|cada|foyer|clinique|prison|caserne|abbaye|fort|usine|port|plage|etang|barrage|ile|pointe|cap|val|"
    r"vallee|plateau|plaine|gorges|domaine|pole|maison|salle|centre|etablissement|lieu-dit|rue|avenue|place|boulevard|impasse|"
    r"chemin|allee|square|quai|route|cours|passage|ruelle|"
    r"sentier|esplanade|rond-point|departementale|residence|cite|ecole|college|lycee|gymnase|stade|"
    r"parc|pont|mediatheque|bibliotheque|gare|hopital|eglise|halle|moulin|chateau|tour|immeuble|ehpad|"
    r"creche|piscine|lac|foret|col|mont|bois|marais|golfe|baie|zac|zone)"
)
#: Spots outdoors that one can point at: a definite one behind a preposition of place is where.
_OUTDOORS: Final = (
    r"(?:aires?(?: de (?:covoiturage|jeux|repos|service|services|camping|carenage|pique-nique|"
    r"stationnement))?|viaducs?|"
    r"passerelles?|aqueducs?|kiosques?|tribunes|calvaire|beffroi|belvedere|ecluse|cales?(?! seche)|bac|terre-pleins?|"
    r"talus|fosses?|lisieres?|causses?|landes|garrigues?|maquis|puys?|"
    r"polders?|frontiere|sommets?|versants?|cretes?|hauts plateaux|baie|anse|crique|rade|golfe|lagune|"
    r"embouchure|gorges?|cols?|mont|montagne|pistes?|combe|plaine|vallons?|"
    r"coteaux?|vignobles?|marais|tourbieres?|etangs?|lacs?|plans? d'eau|cours d'eau|rivieres?|ruisseaux?|fleuve|canal|"
    r"canaux|berges?|rives?|quais?|ports?|jetee|plages?|dunes?|falaises?|sentiers?|chemins?|voies?(?: vertes?| "
    r"ferrees?|"
    r" cyclables?)?|routes?|rues?|avenues?|boulevards?|places?(?! de (?:creche|garde|stage))|placette|parvis|esplanade|"
    r"ponts?|carrefours?|ronds?-points?|parkings?|friches?|squares?|jardin public|halles?|gare|cimetiere|chateau|"
    r"remparts|passages? à niveau|bois|forets?|trottoirs?|pistes? cyclables?|arrets?(?: de (?:car|bus))?|littoral|"
    r"bords? de (?:mer|route|riviere)|front de mer|voirie|chaussee|abords (?:de l'ecole|des ecoles)|massif|alpages?|"
    r"estives?|bocage|haies|peripherique|autoroute|deviation|rocade|nationale|departementale|bretelle|tunnel|ecluses?)"
)
_SPOT: Final = rf"(?:{NAME}|{_SITES_FR}|{_AREAS_FR}|{_OUTDOORS}|ecole|college|lycee|mairie)"
#: Turns that say where, the surest first, each with its rank.
TURNS: Final = (
    (
        1,
        r"(?:sur|dans|à|au|aux|devant|derriere|depuis|du|des|de la|à la|de l'|à l'|chez) ?"
        r"(?:le |la |les |l'|nos |notre )?(?:hlm|ehpad|mjc|cfa|chu|chr|ime|esat|zac|zup|mfr|rpi|pmi|fjt|iut|crous|"
        r"urssaf|sessad|segpa|usine|zad) "
        rf"(?:de la |du |des |de l'|de |d')?{NAME}",
    ),
    (
        2,
        r"(?:sur|dans|à|au|aux|devant|derriere|depuis|vers|du|de la|à la|de l'|à l') ?(?:le |la |les |l'|nos |notre )?"
        rf"(?-i:[A-ZÉ]{{2,6}}) (?:de la |du |des |de l'|de |d')?{NAME}",
    ),
    (
        2,
        r"(?:sur|dans|à|au|aux|devant|derriere|depuis|vers|autour de|le long de|pres de) ?(?:le |la |les |l'|nos |"
        r"notre )?"
        rf"(?!(?:fete|foyers?|familles?|habitante?s?|jeunes|enfants|eleves|personnes|aines|parents|commercants|"
        rf"agriculteurs|femmes|marche|vacances|matiere|hauteur|partir|titre|suite|cadre|taux|part|"
        rf"nombre)\b)[a-z-]{{3,}} "
        rf"(?:de la |du |des |de l'|de |d'){NAME}",
    ),
    (
        1,
        r"(?:à l'angle|au coin|à l'intersection|au croisement|à la croisee) (?:de la |du |des |de l'|de "
        r")(?:rues?|avenues?|"
        rf"boulevards?|quais?|routes?|chemins?|places?) (?:de la |du |des |de l'|de |d')?{NAME}(?: et (?:de la |"
        rf"du |des |"
        rf"de l'|de )?(?:(?:rue|avenue|boulevard|quai|route|chemin|place) )?(?:de la |du |des |de l'|de |d')?{NAME})?",
    ),
    (
        1,
        rf"(?:(?:dans|sur|de|le long de) )?(?:la )?(?-i:Grand|GRAND|grand)(?:'|-| )?rue(?!\w)(?: (?:de |du |des "
        rf"){NAME})?",
    ),
    (
        1,
        r"(?:(?<=voeux )|(?<=voeu )|(?<=souhaits )|(?<=souhait )|(?<=but )|(?<=objectif )|(?<=chantiers )|"
        r"(?<=ambition )|"
        r"(?<=ambitions )|(?<=objectifs )|(?<=cap )|(?<=projet )|(?<=priorites )|(?<=defi )|(?<=reve ))pour "
        r"(?:le |la |les |"
        rf"l'|notre |nos |tout le |toute la )?(?:{_AREAS_FR}(?!\w){_QUALIFIED_FR}|{NAME})",
    ),
    (
        2,
        rf"(?<=: ){NAME}(?= (?:verte?|propre|sans|zero|neutre|libre|pietonne?|cyclable|accessible|fleurie?|"
        rf"baignable)\b)",
    ),
    (3, r"^(?:le|tout le) (?:0[1-9]|[1-9]\d|2[ab]|97[1-6])(?= ?:|, c'est|, ce n'est| (?:c'est|merite|bouge|gagne))"),
    (
        3,
        r"(?:à la|au|à l'|dans la|dans le|devant la|derriere la) ?(?:mairie|salle|maison|gare|eglise|chapelle|"
        r"halle|poste|"
        r"piscine|caserne|tour|bourse) (?:annexe|centrale|polyvalente|des fetes|des jeunes|des associations|du peuple|"
        r"du travail|communale|paroissiale|routiere|maritime|haute|basse)(?!\w)",
    ),
    (
        3,
        r"dans (?:les|nos|ces) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) (?:tours|immeubles|barres|"
        r"batiments|"
        r"residences|cages d'escalier|foyers|cours)(?!\w)",
    ),
    (
        1,
        rf"entre (?:la |le |les |l'|notre )?{_SPOT} (?:(?:de la |du |des |de l'|de |d')?{NAME} )?et (?:la |le |les |"
        rf"l'|notre )?"
        rf"{_SPOT}(?![\w-])(?: (?:de la |du |des |de l'|de |d')?{NAME})?",
    ),
    (
        1,
        r"(?:depuis|jusque dans|jusqu'à|au depart de) (?:chaque|tous les|n'importe quel|chacun des) (?:hameaux?|"
        r"villages?|"
        r"quartiers?|communes?|bourgs?|lotissements?)(?: d'\w+)?",
    ),
    (1, rf"(?:(?:{_PREP_FR}) ?){_DET_FR}{_ADJ_FR}{_AREAS_FR}(?!\w){_QUALIFIED_FR}"),
    (
        1,
        rf"(?:(?:{_PREP_FR}) ?)?{_DET_FR}{_WAY_FR} (?:de la |du |des |de l'|de |d'|aux |au |à la |le |la |l')?(?:\d+[- "
        rf"])?(?:mai 1945 |novembre |juillet )?{NAME}",
    ),
    (
        1,
        r"(?:le long de la|le long du|sur la|sur le|de la|du|à|sur l'|sur les|entre la|au bord de la) (?:[dna] "
        r"?\d+|rn ?\d+|rd ?\d+|departementale(?: \d+)?|nationale(?: \d+)?|route departementale|voie verte|"
        r"rocade|ligne \w+)(?!\w)",
    ),
    (2, rf"(?:entre) {NAME} et {NAME}"),
    (2, rf"(?:de |d'|du |des ){NAME} (?:à|au|aux|jusqu'à|jusqu'au) {NAME}"),
    (
        2,
        rf"(?:(?:partout |ici |ici, |chez nous |chez nous, |jusqu')?(?:{_PREP_FR}) ?)(?:l'ensemble de |"
        rf"l'ensemble du |le |la |les |l')?(?:pays (?:de |d'|du |des )?)?{NAME}",
    ),
    (
        1,
        r"(?:dans|du|sur|de) (?:le |la |tout le )?(?:\d{1,2} ?e(?:r|me)?|[ivx]{1,5}e|premier|deuxieme|troisieme|"
        r"quatrieme|cinquieme) arrondissement",
    ),
    (
        3,
        r"dans (?:le |tout le )(?:0[1-9]|[1-9]\d|2[ab]|97[1-6])(?= ?$| ?[.,;!?]| (?:dès|d'ici|avant|en|pour|à|au|avec|"
        r"et)\b)",
    ),
    (
        3,
        r"à l'echelle (?:intercommunale|communale|departementale|regionale|locale|du quartier|du bassin versant|"
        rf"metropolitaine|cantonale|d'un quartier)(?: (?:de la |du |de l'|de |d'){NAME})?",
    ),
    (
        2,
        r"(?:sur|dans) (?:le |tout le )?bassin versant (?:de la |du |de l'|des |de |d')?" + NAME,
    ),
    (3, rf"(?:{_PREP_FR}) {_DET_FR}\w+ (?:du|de la|des|de l') ?(?:sivom|pnr|siaep|smictom|sivu|petr)(?!\w)"),
    (
        3,
        r"(?:derriere|devant|le long (?:de la|du|des|de l')|au bord (?:de la|du|des|de l')|au pied (?:de la|"
        r"du|des|de l')|à cote (?:de la|du|des|de l')|en face (?:de la|du|de l')|face (?:à la|au|aux|à l')|"
        r"sous|en amont (?:de la|du|de l')|en aval (?:de la|du|de l')|au-dessus (?:de la|du|de l')|en bas "
        r"(?:de la|du|de l')|en haut (?:de la|du|de l')|contre) ?(?:la |le |les |l'|nos |notre "
        rf")?{_SITES_FR}(?!\w)(?: (?:de la |du |des |de l'|de |d'|le |la )?(?:{NAME}|ronde|halage|fer|bus|"
        r"triage|epuration))?",
    ),
    (
        3,
        r"(?:sur|à|dans|autour de|pres de|de) (?:la |le |les |l'|notre |cette |ce |ancienne |l'ancienne |"
        rf"l'ancien |toute la ){{1,4}}(?:ancienne? |vieille |vieux )?{_SITES_FR} (?:de la |du |des |de l'|de |d'|le |"
        rf"la )?{NAME}",
    ),
    (
        3,
        r"(?:sur la|sur les|sur le|aux|sur l'|sous la) (?:friche|quais|berges|digue|coteaux?|collines|rives?|"
        r"remparts|plages?|dune|rocade|voie verte|route)(?!\w)",
    ),
    (
        3,
        r"(?:la|le|sur la|sous la|par la) (?:(?-i:[DN]) ?\d+|rn ?\d+|rd ?\d+)(?!\w)|(?:du|dans le|au) "
        r"(?:centre|bas|haut|campus|nord|sud)(?= |$|[.,;])(?! (?:de |d'|du |des |aquatique|social|culturel|"
        r"medical|commercial|communal|multi))",
    ),
    (
        3,
        r"(?:sur|dans|sous|autour de|le long de|au bord de|au fond de|au-dessus de|au pied de|au bout de|au milieu "
        r"de|en bas "
        r"de|en haut de|devant|derriere|pres de|depuis|vers|à la sortie de|à l'entree de|des deux cotes de) ?(?:la |"
        r"le |les |l'|"
        r"nos |notre |cette |ce |ces |toutes les |tous les |chaque |l'ensemble des |l'ensemble de la )(?:petite?s? |"
        r"vieux |"
        rf"vieille |grande? |ancienne? )?{_OUTDOORS}(?!\w)(?: (?:de la |du |des |de l'|de |d'|le |la )?(?:{NAME}|"
        r"communal(?:e|es|aux)?|departementales?|principale|centrale|ronde|halage))?",
    ),
    (
        3,
        r"(?:le long|au bord|au pied|au fond|au bout|autour|aux abords|pres|en bas|en haut|au-dessus|à la sortie|à "
        r"l'entree) "
        rf"(?:du|des) {_OUTDOORS}(?!\w)(?: (?:de la |du |des |de l'|de |d'|le |la )?(?:{NAME}|communaux|ruraux|"
        rf"vicinaux|ronde|"
        r"halage))?",
    ),
    (3, rf"sous les? toits? (?:de la|du|des|de l') ?(?:{_SITES_FR}|{_AREAS_FR})(?!\w)"),
    (
        3,
        r"(?:à|dans|sur|derriere|devant|autour de) (?:l'ancienne?|l'ex|notre ancienne?) ?-?[\w-]+(?: (?:du|de la|des|"
        r"de) [\w-]+)?",
    ),
    (3, r"(?:terrain|site|friche|parcelle|locaux) (?:de l'ancienne?|de l'ex|des anciens|des anciennes) ?-?[\w-]+"),
    (
        3,
        r"(?:des|sur les|de part et d'autre des) deux (?:rives|cotes|bords|bourgs|versants|vallees)"
        rf"(?: (?:de la |du |de l'|de ){NAME})?",
    ),
    (
        3,
        r"(?:au pied|aux portes|à deux pas|sur les hauteurs|au bord|à la sortie|à l'entree|aux abords|en contrebas) "
        r"(?:de la |du |"
        r"des |de l'|de nos |de )(?!(?:mur|projet|sujet|debat|annee|mandat|crise|rupture|vie|saison|retraite|"
        r"epuisement)s?\b)"
        r"[a-z-]{3,}",
    ),
    (
        4,
        r"(?:au|à la) (?:lac|frontiere|pointe|port|bourg|foirail|barrage|plage|riviere|lavoir|"
        r"chef-lieu)(?!\w)(?! (?:de|du|des|d'))",
    ),
    (
        4,
        r"(?:au|du) (?:stade|camping|phare|belvedere|square|jardin public|plan d'eau|parking(?: relais)?|moulin|"
        r"cimetiere|skatepark|city-stade|boulodrome|rond-point|peripherique|hameau|quartier|lotissement|plateau|chateau)"
        r"(?: municipal| communal)?(?!\w)(?! (?:de|du|des|d'|sportif|artistique|repas|technique))",
    ),
    (
        3,
        rf"(?:du |de la |de l'|des ){_SITES_FR}(?: (?:de la |du |des |de l'|de |d')?{NAME})? (?:au |à la |à l'|aux |"
        rf"jusqu'au |jusqu'à la |jusqu'aux |jusqu'à l'){_SITES_FR}(?!\w)(?: (?:de la |du |des |de l'|de |d')?{NAME})?",
    ),
    (
        3,
        r"(?:dans|de|à|sur|du|en|au|aux|depuis|vers|des) ?(?:la |le |l'|les |notre |nos )?(?:zup|zac|zus|zad|"
        r"qpv|cite|cites|hlm|"
        r"grands ensembles|lotissements?|ronds?-points?)(?!\w)(?! (?:de |du |des |d'))",
    ),
    (3, r"(?:chez nous|partout ici|sur place|partout chez nous)"),
    (
        3,
        r"(?:derriere|devant|en face de|à cote de|face à|aux abords de|autour de) (?:la |le |les |l'|notre |nos )"
        r"(?!(?:fait|risque|danger|crise|difficulte|changement|defi|porte|tele|ecran)\w*\b)[a-z-]{3,}(?: (?:des "
        r"fetes|communale?|"
        r"municipale?|scolaire|maternelle|primaire))?",
    ),
    (
        2,
        r"(?:dans|sur|au|à) (?:le |la |l')?(?:nord|sud|est|ouest|perimetre|ressort|coeur|pourtour|long) (?:de la|du|"
        r"des|de l') ?"
        rf"(?:\w+ )?{_AREAS_FR}(?!\w){_QUALIFIED_FR}",
    ),
    (
        4,
        r"(?:du (?:port|lac|littoral|plateau|marche couvert|canal|massif)|de la (?:plage|gare|place|foret|baie|"
        r"riviere|rade|dune|digue|citadelle|colline)|du (?:quai|bassin minier|front de mer|centre ancien|cap|col|"
        r"vallon|coteau|"
        r"marais|bocage)|des "
        r"(?:quais|halles|berges))(?= *$|[ .,;](?!de |du |des |d'))",
    ),
    (
        4,
        r"(?:la|le|l'|notre) ?(?:vallee|centre-bourg|centre-ville|village|quartier|hameau|bourg|ile|plateau|"
        r"littoral|lotissement|canton|"
        rf"territoire)(?!\w){_QUALIFIED_FR}",
    ),
    (
        3,
        r"(?:chaque|tous les|toutes les|aucun|aucune|nos|notre|plus aucun|plus un seul|les|\d+|deux|trois|"
        rf"quatre|cinq|les deux|les trois) {_ADJ_FR}{_AREAS_FR}(?!\w){_QUALIFIED_FR}",
    ),
    (
        3,
        r"(?:(?:rue|avenue|impasse|quai|boulevard|allee|square|ruelle|esplanade|faubourg) (?:de la |du |des |de l'|"
        r"de |d')"
        r"[a-z-]{3,}|place (?:du (?:marche|village|bourg|chateau|kiosque|monument)|de la (?:mairie|gare|republique|"
        r"liberte|poste|fontaine|halle|liberation|victoire|paix)|de l'(?:eglise|hotel de ville)|des (?:halles|tilleuls|"
        r"platanes|fetes)))(?!\w)",
    ),
    (
        3,
        r"(?:dans les ecarts|en station|(?:aux|sous les|sous la) halles?|au col|à la sortie de l'autoroute|dans les "
        r"hauts|de part et d'autre de la frontiere|^ici(?=,)|dans les bas|sur les hauteurs|en lisiere|en fond de "
        r"vallee|entre la gare et (?:la|le|l') ?[a-z-]{3,})"
        r"(?!\w)",
    ),
)
#: What only looks like a place: everywhere, or nowhere in particular.
OWN: Final = re.compile(
    r"^(?:(?:de |d')?(?:son|sa|leur|notre|votre|mon|ton) cotes?$|de (?:secteur|commune|region|canton|departement)s?$|"
    r"de (?:foret|montagne|riviere|plage|route|campagne|village)s?$|à (?:mi|plein|quart|contre|"
    r"demi)-[\w-]+|[a-z' ]*de rue$|en riviere$|en foret$|en mer$|en ville|à la ville|"
    r"en rue|à la rue|dans la rue|à la campagne|en montagne|"
    r"en place|de quartier|de ville|d'un cote|de cote|du cote|à cote|de l'autre cote|vers (?:un|une)\b.*|"
    r"dans le parc (?:hlm|social|locatif|prive)|par pays|du pays|en campagne)(?= |$)(?! (?:de|du|des|d'))"
)
