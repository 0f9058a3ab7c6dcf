"""More things that one idea calls so and another otherwise, by the matters of a commune: one line a class.

The lines are written as in ``things``. An entry that stands in a class there too belongs to both.
"""

from __future__ import annotations

from typing import Final

#: Getting about.
MOBILITY: Final = r"""
    trottinette | kick_scooter e-scooter
    taxi vtc | taxi cab minicab
    tram tramway | tram streetcar
    métro | subway metro underground_train
    bouchon embouteillage congestion encombrement | traffic_jam congestion gridlock tailback
    arceau range-vélo garage_à_vélos parking_à_vélos | bike_rack cycle_rack bike_parking cycle_parking bike_storage \
        bike_shelter
    fréquence cadence cadencement fréquent passage | frequency timetable frequent
    poussette landau | pram stroller pushchair buggy
    autoroute voie_rapide quatre-voies | highway motorway freeway interstate
    abonnement pass billet titre_de_transport carte_de_transport | pass ticket season_ticket bus_pass
    parking_relais parc_relais | park_and_ride park-and-ride
    trajet voyage parcours itinéraire | trip journey ride commute route
    passager voyageur | passenger rider
    accident collision | accident crash collision
    pédibus | walking_bus
    traverser traversée franchir franchissement | cross crossing get_across
    emmener amener véhiculer acheminer transporter aller_chercher venir_chercher conduire | take_to drive_to ferry \
        bring_to transport carry
    mobilité_réduite béquille | mobility_impaired reduced_mobility
    borne_électrique voiture_électrique véhicule_électrique | electric_car electric_vehicle ev
    feux_de_circulation | traffic_signals
    livraison coursier fourgon camionnette utilitaire | van courier
    voie_ferrée rail_désaffecté ancienne_voie | railway_line old_railway disused_railway
    accotement bas-côté talus bord_de_route bord_de_la_route bords_de_route | verge verges roadside bank
    ornière trou nid-de-poule nids-de-poule abîmé défoncé route_abîmée | pothole potholes hole rut
"""

#: Health, care and those who need it.
HEALTH: Final = r"""
    cabinet_médical cabinet centre_médical maison_médicale maison_de_santé centre_de_santé | surgery medical_practice \
        doctor's_surgery doctor's_office health_centre health_center medical_centre
    kiné kinésithérapeute | physio physiotherapist physiotherapy
    sage-femme sages-femmes maternité | midwife midwives maternity
    orthophoniste orthophonie | speech_therapist speech_therapy
    dépistage dépister | screening
    enceinte grossesse | pregnant pregnancy expectant
    ordonnance médicament | prescription medicine medication
    aide_à_domicile aides_à_domicile auxiliaire_de_vie soignant personnel_soignant | home_help home_carer care_worker \
        care_workers carer caregiver carers
    autisme autiste | autism autistic
    interne_en_médecine étudiant_en_médecine futur_docteur futurs_docteurs interne | medical_student junior_doctor
    punaise punaises_de_lit désinsectiser nuisible | bedbug bed_bug pest
    défib dae | defib defibs
    chez_soi domicile à_la_maison | own_home at_home
    isolé vivre_seul vivent_seuls vit_seul vivant_seul esseulé personne_seule solitude | live_alone living_alone \
        lives_alone lonely isolated \
        no_one_at_home
    canicule grosse_chaleur grandes_chaleurs dangereusement_chaud | heatwave dangerously_hot extreme_heat hot_days
    soin_palliatif fin_de_vie | hospice palliative
    accès_aux_soins désert_médical | medical_desert
    drogué toxicomane overdose | overdose
    repos répit | respite rest
    malvoyant gros_caractères grosses_lettres mal_voyant | poor_eyesight large_type large_print bigger_letters \
        partially_sighted
    langage_clair facile_à_lire falc | plain_language easy_read
"""

#: Schools, childhood and youth.
SCHOOLS: Final = r"""
    périscolaire étude garderie_du_soir après_l'école après_la_classe | after-school after_school after-school_club \
        after_school_club after_class
    cour cour_de_récréation récréation récré cour_d'école | schoolyard school_yard recess
    devoirs aide_aux_devoirs soutien_scolaire | homework tutoring
    maternelle petite_section | nursery_school kindergarten preschool pre-school
    professeur enseignant prof instituteur instit maître maîtresse | teacher educator
    établissement_scolaire école collège lycée scolaire | school schools
    ramassage_scolaire car_scolaire transport_scolaire | school_bus school_transport
    centre_de_loisirs centre_aéré colonie colo | holiday_club summer_camp day_camp
    sortie_scolaire excursion voyage_scolaire sortie | school_trip field_trip outing excursion
    diplôme qualification | degree diploma qualification
    harceler harcèlement persécuter moquerie intimidation | bully bullying harassment picked_on
    petit tout-petit tout-petits jeunes_enfants petite_enfance petits | toddler toddlers little_ones young_children
    parent_isolé parents_isolés famille_monoparentale mère_seule mères_seules monoparental | lone_parent lone_parents \
        single_parent single_parents single_mum single_mums single_mother
    aire_de_jeux terrain_de_jeux jeux_pour_enfants espace_de_jeux balançoire toboggan | playground play_area swings \
        slide
    lieu_pour_les_jeunes local_jeunes maison_des_jeunes foyer_des_jeunes club_ado | youth_club youth_centre teen_centre
    vacances_scolaires petites_vacances | half_term half-term school_holidays school_break half-term_break
    faim affamé ventre_vide | hungry hunger starving
    rentrée fournitures_scolaires fourniture | school_supplies stationery
    grands-parents grand-mère grand-père mamie papi | grandparent grandparents grandma grandpa
    intergénérationnel générations | intergenerational generations
    orientation forum_des_métiers métier | careers career_fair trades
"""

#: Housing, waste and energy.
HOUSING: Final = r"""
    ménage foyer couple famille | household couple family families households
    hébergement_d'urgence lit_d'urgence | emergency_housing night_shelter emergency_shelter
    chambre | room bedroom
    résidence_secondaire résidences_secondaires maison_vide maisons_vides volets_clos maison_de_vacances | second_home \
        second_homes holiday_home holiday_homes
    chantier travaux marché_public | building_work roadworks works contract contracts construction_site
    document formulaire imprimé | form document leaflet
    prestations_sociales allocations aides_sociales droits_sociaux | benefits welfare entitlements
    épluchures biodéchets restes_alimentaires composter compost composteur | peelings food_scraps compost composter \
        food_waste
    télétravail travailler_à_distance télétravailler | remote_work work_from_home remote_working working_from_home
    isolation mal_isolé passoire_thermique isoler froid_chez_soi | insulation insulate draughty poorly_insulated
    loyer loyers | rent rents
    loyer_modéré hlm logement_social loyer_abordable loyer_bas | social_housing affordable_housing low_rent \
        council_housing
    encombrant encombrants vieux_meubles meuble mobilier | bulky_waste furniture bulky
    bouteille verre | glass bottle
    jetable à_usage_unique usage_unique | single-use single_use disposable throwaway
    emballage suremballage | packaging wrapping
    invendu invendus restes surplus | unsold surplus leftovers leftover
    gaspillage gâchis gaspiller jeter déchets déchet | waste food_waste wasting throw_away
    mégot cendrier | cigarette_butt ashtray
    pompe_à_chaleur géothermie | heat_pump geothermal
    facture note | bill bills
    consommation consommer | consumption
    gaz | gas
    rejet rejets émission | emission emissions discharge
    barrage hydroélectrique hydraulique | dam hydro hydroelectric hydropower
    poêle cheminée | stove fireplace
    lampadaire éclairage_public lampe ampoule candélabre lumière éclairage éclairer | street_light street_lamp \
        street_lighting street_lights street_lamps streetlight lamp lamps light lighting bulb
    précarité_énergétique pauvre démuni modeste précaire bas_revenu petits_revenus faibles_revenus plus_pauvres \
        en_difficulté dans_le_besoin | fuel_poverty poor poorer poorest low_earner low_earners low-income low_income \
        hard-up needy in_need
    propriété copropriété | condo condominium
    ruine abandonné délabré désaffecté inutilisé à_l'abandon | derelict abandoned falling_down run-down disused ruined
"""

#: Shops, culture, sport.
TOWN: Final = r"""
    supermarché grande_surface hypermarché | supermarket superstore
    centre_commercial galerie_marchande | mall shopping_centre shopping_mall shopping_center
    terrasse | terrace patio
    pub publicité publicitaire réclame panneaux_publicitaires panneau_publicitaire | advert advertising advertisement \
        billboard ads ad
    créateur fabricant artisan artisanat | craftsperson craftspeople maker craft artisan crafts
    atelier fablab tiers-lieu atelier_partagé | workshop studio studios maker_space makerspace fab_lab
    coworking télécentre bureau_partagé espace_de_travail | coworking shared_office workspace
    orchestre fanfare harmonie | band orchestra brass_band
    exposition expo exposer | exhibition exhibit
    répétition répéter | rehearsal rehearse
    sono sonorisation enceinte_sonore | pa_system sound_system
    scène estrade podium | stage bandstage
    film cinéma projection projeter | film movie cinema screening screen_films
    vestiaire | changing_room locker_room
    escalade grimper | climbing climb
    entraîneur coach moniteur | coach trainer instructor
    maître-nageur sauveteur | lifeguard
    musculation fitness agrès | outdoor_gym fitness workout
    ski skieur piste_de_ski pistes | ski skier skiing slopes
    seconde_vie ressourcerie recyclerie réemploi objets_d'occasion | second_life reuse upcycling second_hand_shop \
        reuse_shop
    canoë kayak | kayak canoe
    salle_de_sport gymnase salle_omnisports | sports_hall gym gymnasium
    club association asso | club association society
    emplacement stand étal | stall stand pitch
    épicerie alimentation magasin_d'alimentation épicerie_solidaire | grocery food_shop food_store food_bank
    horloge pendule | clock
    salaire gagner rémunération paye | wage wages salary earn earnings
    gens_d'ici du_coin local | local locally homegrown
    forum salon foire | fair expo
    tournoi concours compétition | tournament contest competition
    cuve citerne récupérateur_d'eau récupérateur eau_de_pluie eau_des_toits | tank cistern rainwater roof_water \
        water_butt
    plate-bande massif jardinière fleur fleurs_sauvages | flower_bed flowerbed planter flower wildflower flowers
"""

#: Land, water and what is done together.
LAND: Final = r"""
    champ prairie pré pâture terres_agricoles terre_agricole terres | field meadow pasture farmland crops
    engrais nitrate épandage lisier | fertiliser fertilizer manure slurry
    vigne vignoble viticulteur | vine vineyard winegrower
    graine semence | seed seeds
    circuit_court circuits_courts vente_directe | farm_shop direct_sale local_food
    abattoir | slaughterhouse abattoir
    cueillette cueillir glaner glanage | picking forage foraging
    pommier cerisier poirier prunier fruitier arbre_fruitier arbres_fruitiers verger | apple_tree cherry_tree \
        fruit_tree \
        orchard fruit_trees
    poule poulailler volaille | hen chicken hens chickens poultry
    source nappe captage | spring aquifer groundwater
    fuite | leak leaking
    égout assainissement eaux_usées | sewer sewage wastewater drain drainage
    sécheresse | drought
    digue | levee dyke dike embankment
    étang mare lac plan_d'eau retenue | pond lake reservoir
    zone_humide marais | wetland marsh bog
    inonder inondation sous_l'eau | flood flooding floods under_water
    séance_du_conseil réunions_du_conseil conseils_municipaux séance | council_meeting council_meetings
    compte_rendu comptes_rendus procès-verbal | minutes
    boîte_à_idées suggestion | suggestion_box suggestions
    sondage questionnaire enquête | survey questionnaire
    avoir_son_mot_à_dire mot_à_dire donner_la_parole voix au_chapitre siège_au_conseil | have_a_say say voice \
        seat_on_the_council
    cambriolage vol voleur | burglary theft thief
    patrouille ronde îlotage | patrol patrols
    signaler signalement alerter | report reporting flag
    contester contestation recours faire_appel | contest appeal challenge dispute
    contravention amende pv verbalisation | parking_ticket parking_fine fine ticket penalty
    minute | minute minutes mins min
    débroussailler débroussaillage | brush_clearing clear_brush undergrowth
    sensibiliser sensibilisation | awareness
    participer participation s'impliquer impliquer | participate involve take_part participation
    réseau_mobile couverture_mobile antenne antenne_relais | mobile_coverage phone_signal mast reception
    réseaux_sociaux | social_media
    haut_débit fibre internet_rapide très_haut_débit | broadband fast_internet fibre superfast
    produits_chimiques produit_chimique pesticide désherbant glyphosate phyto | chemicals chemical pesticide \
        weedkiller \
        herbicide
    salle local locaux | hall room premises venue
    enclos clôturé clos parc_à_chiens | enclosed fenced enclosure dog_park
    campagne rural ruralité canton secteur | rural countryside county
    cassé panne en_panne réparer réparation remettre_en_marche | broken mend repair fix repairing
    facile faciliter plus_simple accessible | easy easier easily
    entreprise_locale employeur patron | employer
    règle règlement charte | charter code
"""

#: All of them.
MATTERS: Final = MOBILITY + HEALTH + SCHOOLS + HOUSING + TOWN + LAND
