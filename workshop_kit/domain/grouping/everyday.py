"""Everyday words of village life that one idea uses where another says them otherwise: one line a class.

The lines are written as in ``things``. An entry that stands in a class there too belongs to both.
"""

from __future__ import annotations

from typing import Final

#: Houses, streets and what is done to them.
PLACES: Final = r"""
    couper_par couper_à_travers raccourci transit | cut_through cut_across \
        cutting_through short_cut shortcut rat-run rat_run
    reboucher combler | fill_in patch plug
    nid-de-poule nids-de-poule nid_de_poule nids_de_poule trous ornière chaussée_défoncée \
        trous_de_la_chaussée | pothole potholes
    broussaille ronce ronces roncier mauvaises_herbes embroussaillé | bramble brambles overgrown nettles \
        weeds undergrowth
    chemin_de_halage halage bord_du_canal chemin_du_canal | towpath canal_path canal_towpath canalside
    centre_bourg bourg centre_du_village centre_village coeur_du_village | village_centre village_center \
        middle_of_the_village centre_of_the_village
    virage tournant | bend corner
    côte pente montée | slope hill
    parvis esplanade place_de_l'église | forecourt esplanade
    barrière portail portillon | gate barrier
    toit toiture | roof rooftop
    cave sous-sol | cellar basement
    grange hangar remise | barn shed
    garage box | garage lock-up
    préau auvent abri | shelter canopy awning
    marches escalier | steps stairs staircase
    borne_incendie | fire_hydrant hydrant
    pancarte panneau signalisation fléchage flèche | sign signs signage signpost arrow
    miroir | mirror
    coussin_berlinois dos_d'âne ralentisseur plateau_surélevé | speed_bump speed_hump speed_cushion
    radar radar_pédagogique | speed_camera radar
    égout bouche_d'égout caniveau | gutter drain
    enterrer_les_lignes lignes_électriques fils_électriques | power_line power_lines overhead_wires
    moulin | mill
    château manoir | castle manor
    clocher cloche carillon | bell bells belfry
    monument statue stèle | monument statue memorial
    vitrail vitraux | stained_glass
    presbytère | vicarage rectory
    terrain_vague dent_creuse | wasteland empty_plot vacant_lot empty_lot
    résidence_seniors béguinage | sheltered_housing retirement_flats
    mobil-home caravane | caravan mobile_home
    table_de_pique-nique pique-nique aire_de_pique-nique | picnic picnic_table
    barbecue grillade méchoui | barbecue bbq cookout
    boîte_aux_lettres | letterbox postbox mailbox
    guichet_automatique distributeur_automatique distributeur_de_billets retirer_de_l'argent \
        retrait_d'espèces retirer_de_l'argent_liquide retirer_des_espèces argent_liquide | cash_machine \
        cashpoint atm cash_point withdraw_money get_cash take_out_money
"""

#: People.
PEOPLE: Final = r"""
    nouvel_habitant nouveaux_habitants nouvel_arrivant nouveaux_arrivants nouveaux_venus \
        | new_resident new_residents newcomer newcomers \
        new_arrivals just_moved just_moved_here just_moved_in moved_here new_neighbours
    vieux âgé aîné retraité senior | elderly pensioner senior old_folk older_folk over-60s
    enfant gamin gosse môme minot bambin marmot | child kid youngster
    adolescent ado jeune lycéen | teenager teen youth young_person youngster
    copain ami camarade | friend mate pal
    voisin voisinage riverain | neighbour neighbor
    commerçant boutiquier épicier | shopkeeper trader
    agriculteur paysan cultivateur éleveur maraîcher | farmer grower
    pompiers sapeur-pompier | firefighters firemen
    policier gendarme agents_de_police patrouille patrouille_à_pied îlotier | policeman policemen officer \
        patrol patrols foot_patrol foot_patrols bobby
    secrétaire_de_mairie agent_communal employé_communal | clerk council_staff council_worker
    curé prêtre pasteur | priest vicar minister
    musicien groupe_de_musique groupe orchestre | band musician
    coureur joggeur | runner jogger
    baigneur nageur | swimmer bather
    promeneur randonneur marcheur | rambler walker hiker
    cavalier | rider horse_rider
    pêcheur | angler
    fumeur | smoker
    propriétaire_de_chien maître_de_chien | dog_owner dog_walker
    baby-sitter garde_d'enfants | babysitter
    orphelin veuf veuve | widow widower bereaved
    malade alité convalescent | sick bedridden convalescent
    sourd | deaf
    bègue dyslexique | dyslexic
    débutant novice | beginner novice
"""

#: Gatherings, meals, sport, culture.
GATHERINGS: Final = r"""
    banquet repas_de_village repas auberge_espagnole tablée buffet ripaille | banquet feast big_lunch \
        potluck buffet supper
    goûter collation quatre-heures | snack tea afternoon_tea
    petit_déjeuner petit-déjeuner petit_déj | breakfast
    apéro apéritif pot verre_de_l'amitié | drinks aperitif
    galette crêpe gâteau pâtisserie | cake cakes pancake baking
    soupe potage | soup broth
    pizza | pizza
    brocante vide-grenier vide-greniers braderie marché_aux_puces puces troc | flea_market car_boot_sale \
        car_boot jumble_sale rummage_sale boot_sale yard_sale
    frigo réfrigérateur frigo_solidaire frigo_partagé | fridge refrigerator community_fridge
    bal bal_musette guinguette thé_dansant | dance tea_dance ball
    veillée soirée_contes | story_evening storytelling_evening
    soirée_jeux jeux_de_société ludothèque | board_game board_games games_night toy_library
    belote tarot cartes jeu_de_cartes | cards card_game bridge whist
    karaoké | karaoke
    carnaval défilé cavalcade mascarade | carnival parade procession
    feu_de_joie feu_de_la_saint-jean | bonfire
    quatorze_juillet 14_juillet fête_nationale | bastille_day
    sapin guirlande décoration illumination illuminations décorations lumières_de_noël | christmas_lights \
        decoration decorations illuminations
    ciné-club cinéclub | film_club film_society
    club_de_lecture cercle_de_lecture | book_club reading_group
    chorale choeur | choir chorus
    atelier_d'écriture écrire | writing creative_writing
    généalogie | genealogy family_history
    poterie céramique | pottery ceramics
    menuiserie bois travail_du_bois | woodwork carpentry woodworking
    yoga gym_douce pilates relaxation | yoga pilates stretching
    vélo_tout_terrain bosse pumptrack | pump_track bmx
    boules pétanque terrain_de_boules boulodrome | bowls petanque bowling_green
    ping-pong tennis_de_table | ping-pong ping_pong table_tennis
    handball volley | volleyball handball
    tir_à_l'arc | archery
    judo karaté arts_martiaux | judo karate martial_arts
    jeu_de_piste chasse_au_trésor rallye | treasure_hunt scavenger_hunt
    nettoyage_de_printemps journée_citoyenne journée_de_nettoyage opération_propreté | clean-up_day \
        cleanup_day clean-up litter_pick litter_picking clean-up_days spring_clean
"""

#: Services, help, things lent and given.
SERVICES: Final = r"""
    livret_d'accueil pochette_d'accueil guide_d'accueil kit_d'accueil | welcome_pack welcome_booklet \
        welcome_leaflet booklet
    garde_champêtre policier_municipal police_municipale asvp | community_officer warden
    conteur conte contes | storyteller storytelling stories
    analphabète illettré illettrisme | illiterate illiteracy literacy
    outil outillage outils perceuse échelle tondeuse bricolage outilthèque bricothèque prêt_d'outils | tool \
        tools drill drills ladder ladders toolshed tool_library
    encombrant encombrants gros_objet gros_objets gros_déchet gros_déchets vieux_meubles meubles | \
        bulky_waste bulky_items bulky_item large_items big_items old_furniture furniture
    à_domicile chez_les_gens chez_eux devant_chez_soi devant_la_porte au_pas_de_la_porte porte-à-porte \
        porte_à_porte | door_to_door door-to-door doorstep at_home kerbside curbside
    devoirs aide_aux_devoirs | homework home_work
    après_l'école après_la_classe après_les_cours sortie_des_classes | after_school after_lessons \
        after_class after-school
    salle_des_fêtes salle_communale salle_du_village foyer_rural salle_polyvalente | village_hall \
        parish_hall community_hall hall
    portage_de_repas repas_à_domicile repas_livrés popote_roulante | meals_on_wheels meal_delivery
    visite_de_courtoisie visiteur_à_domicile rompre_l'isolement tenir_compagnie compagnie | company \
        companionship befriend befriending
    transport_à_la_demande taxi_à_la_demande minibus_à_la_demande | dial-a-ride on-demand_bus
    auto-stop autostop stop_organisé covoiturage | hitchhiking lift_share car_share
    pédibus marcher_jusqu'à_l'école à_pied_à_l'école | walking_bus walk_to_school
    vélobus bus_cycliste | bike_bus
    écrivain_public aide_administrative aide_aux_papiers remplir_les_papiers remplir_des_papiers \
        maison_france_services | form-filling help_with_forms paperwork_help
    conseiller_numérique aide_informatique | computer_help \
        digital_help it_help digital_skills
    permanence_sociale assistante_sociale droits_sociaux aides | benefits_advice welfare_rights \
        social_worker claim_benefits what_they_are_owed
    banque_alimentaire aide_alimentaire colis_alimentaire épicerie_sociale restos_du_coeur | food_bank \
        food_parcel food_parcels food_pantry
    soupe_populaire | soup_kitchen
    accorderie système_d'échange_local sel échange_de_services | time_bank timebank favour_exchange
    ressourcerie recyclerie | reuse_centre recycling_shop
    composteur compost épluchures déchets_de_cuisine biodéchets déchets_verts | compost composter peelings \
        food_scraps kitchen_waste green_waste garden_waste
    broyeur broyer branchages | chipper shredder branches
    lombricomposteur | wormery
    récupérateur_d'eau cuve | water_butt rainwater_tank
    rucher | apiary
    hôtel_à_insectes nichoir | bug_hotel bird_box nest_box
    boîte_à_livres bibliothèque_de_rue cabane_à_livres livres_en_libre-service | book_box book_exchange \
        little_free_library street_library book_swap
    point_lecture bibliothèque bibliobus | library mobile_library
    alerte sms_d'alerte avertissement | alert warning text_alert
    panneau_d'affichage tableau_d'affichage panneau_lumineux | notice_board noticeboard bulletin_board
    garde_des_enfants garderie halte-garderie | childcare babysitting creche
    garde_d'animaux chenil refuge fourrière | kennel animal_shelter pound
    stérilisation stériliser | neuter spay neutering
    vétérinaire | vet
    infirmerie | sick_bay
    parking_relais laisser_sa_voiture | park_and_ride park-and-ride leave_the_car
    borne_de_recharge prise_électrique | charging_point charger
    station_de_gonflage pompe_à_vélo | bike_pump
    laverie | launderette laundrette
    dépôt_de_pain boulangerie pain | bakery bread
    épicerie superette magasin_de_village commerce_de_proximité | village_shop corner_shop convenience_store grocer
    camion_ambulant commerce_ambulant food-truck camion_à_pizza | food_truck mobile_shop
    point_relais relais_colis colis | parcel_point parcel_shop parcel
    agence_postale poste | post_office
    bureau_de_tabac tabac | tobacconist newsagent
    espace_de_coworking télétravail | coworking remote_working
    stage alternance apprentissage | internship placement apprenticeship
    mission_locale recherche_d'emploi chercher_du_travail | job_search job_centre find_work
"""

#: All that are no people.
EVERYDAY: Final = PLACES + GATHERINGS + SERVICES
