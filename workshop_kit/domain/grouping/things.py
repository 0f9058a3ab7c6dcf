"""Things, people, places and times that one idea calls so and another otherwise: one line a class, as in ``deeds``."""

from __future__ import annotations

from typing import Final

#: Things and places of a territory.
THINGS: Final = r"""
    bibliothèque médiathèque biblio bibliobus | library
    école primaire scolaire écolier élémentaire | school primary primary_school elementary_school
    collège collégien | middle_school secondary_school
    lycée lycéen | high_school
    cantine réfectoire restaurant_scolaire | canteen cafeteria school_lunch
    mairie hôtel_de_ville | town_hall city_hall council
    médecin docteur généraliste toubib praticien | doctor gp physician family_doctor
    infirmier infirmière | nurse
    dentiste dentaire | dentist dental
    hôpital hospitalier clinique | hospital clinic infirmary
    maison_de_santé centre_de_santé pôle_santé dispensaire | health_centre health_center medical_centre
    maison_de_retraite ehpad résidence_senior foyer_logement | care_home nursing_home retirement_home
    pharmacie pharmacien | pharmacy chemist pharmacist
    commerce magasin boutique vitrine devanture commerçant épicerie supérette échoppe commercial | shop store retail \
        grocery shopkeeper retailer
    marché halle halles | market market_hall
    producteur agriculteur paysan fermier exploitant | farmer producer grower
    ferme exploitation_agricole agricole agriculture | farm farming agriculture agricultural
    bus autobus car autocar minibus navette navettes | bus coach minibus shuttle trolley shuttle_bus
    arrêt_de_bus abribus arrêt_de_car arrêt_du_bus | bus_stop bus_shelter
    grande_rue rue_commerçante | high_street main_street
    train ferroviaire ter rail | train rail railway
    gare | station train_station
    vélo cycliste bicyclette cyclable vtt deux-roues cyclo | bike bicycle cyclist cycling cycle bikes
    piste_cyclable bande_cyclable voie_verte voie_cyclable | bike_path bike_lane cycle_path cycle_lane cycleway \
        greenway
    voiture auto automobile automobiliste véhicule bagnole motorisé circulation trafic circuler piétonniser \
        piétonnisation rue_piétonne zone_piétonne centre_piéton centre-ville_piéton rues_piétonnes | car vehicle \
        automobile motorist traffic pedestrianise pedestrianize pedestrian_zone car-free car_free traffic-free
    camion poids_lourd poids_lourds semi-remorque | lorry truck hgv heavy_vehicle
    trottoir | pavement sidewalk footpath
    route chaussée | road carriageway
    rond-point giratoire carrefour | roundabout junction intersection
    passage_piéton passage_clouté passage_piétons | crossing pedestrian_crossing zebra_crossing crosswalk
    feu_rouge feu_tricolore feux | traffic_light stoplight traffic_signal
    vitesse 30_km/h zone_30 kilomètre_heure trop_vite rouler_vite | speed speed_limit mph speeding too_fast
    centre-ville centre_ville centre_bourg centre-bourg | downtown town_centre city_centre town_center city_center
    hameau écart | hamlet outlying
    banc banquette siège s'asseoir assise | bench seat seating sit
    toilette toilettes wc sanitaires vespasienne | toilet restroom public_toilet loo washroom lavatory bathroom
    poubelle corbeille bac | bin trash_can dustbin wheelie_bin garbage_can
    déchet ordure détritus déchets immondice mégot | waste litter rubbish trash garbage refuse
    déchetterie déchèterie | tip dump recycling_centre recycling_center
    fontaine point_d'eau eau_potable | fountain drinking_water water_fountain
    douche bain_douche | shower
    arbre bois boisement arbuste feuillage | tree woodland
    forêt forestier | forest
    haie bocage | hedge hedgerow
    fleur fleurir massif fleurissement plate-bande | flower flowerbed bloom flower_bed
    parc square espace_vert jardin_public | park green_space parkland
    ombre ombragé ombrager frais fraîcheur | shade shady shaded cool
    rivière cours_d'eau ruisseau berge | river stream creek riverbank riverfront
    pluie pluvial eau_de_pluie récupérateur | rain rainwater rain_water
    logement habitation appartement maison habitat immobilier logis | housing home flat apartment house dwelling
    hlm logement_social logements_sociaux social | social_housing council_housing affordable_housing
    vacant vide inoccupé inhabité désaffecté | vacant empty unused disused unoccupied
    propriétaire bailleur | owner landlord
    locataire | tenant renter
    airbnb meublé_touristique location_touristique location_saisonnière | airbnb holiday_let short-term_rental \
        holiday_lets short_term_rental
    entreprise société firme boîte employeur patron artisan | business company firm employer enterprise
    bâtiment immeuble édifice local locaux bâtisse | building premises
    salle_des_fêtes salle_polyvalente salle_communale | village_hall community_hall function_room community_centre \
        community_center
    gymnase dojo salle_de_sport | gym gymnasium sports_hall
    stade terrain_de_foot terrain_de_sport | stadium sports_field football_pitch pitch
    piste_de_skate skatepark skate | skatepark skate_park
    café bistrot bar buvette troquet | cafe café pub bar coffee_shop
    restaurant resto brasserie | restaurant eatery
    cinéma film projection | cinema film movie movie_theater
    théâtre spectacle | theatre theater show
    musée | museum
    concert musique musical musicien | concert music musical musician gig
    église clocher paroisse | church steeple
    cimetière | cemetery graveyard
    kiosque | bandstand kiosk
    sport sportif | sport sporting sports
    association associatif asso assos | association club society nonprofit charity
    bénévole bénévolat volontaire volontariat | volunteer volunteering
    appli application logiciel | app application software
    site_internet site_web en_ligne internet web dématérialisé numérique informatique ordinateur connecté | online \
        website internet web digital computer
    wifi wi-fi | wifi wi-fi
    fibre haut_débit réseau_internet | broadband fibre fiber
    téléphone_portable portable smartphone mobile | mobile_phone smartphone cellphone phones
    e-mail mail courriel mél | email e-mail
    sms texto | text text_message sms
    journal gazette bulletin lettre_d'information feuille_de_chou | newsletter newspaper bulletin gazette
    annuaire répertoire liste guide | directory list guide
    papier démarche administratif formulaire paperasse administration formalité | paperwork form administrative \
        red_tape
    guichet accueil_physique permanence | desk counter drop-in front_desk
    argent budget dépense finance compte financier crédit | money budget spending finance spend account
    subvention | grant
    impôt faire_payer taxe taxer fiscal foncier imposer prélèvement | tax levy taxation taxes
    prix tarif coût tarification | price fee cost fare rate
    bon chèque coupon | voucher coupon
    prime aide_financière bourse allocation | bonus grant scholarship bursary allowance
    énergie énergétique électricité électrique | energy electricity electric power
    solaire photovoltaïque panneau_solaire panneaux_solaires | solar photovoltaic solar_panel
    éolienne éolien | wind_turbine turbine wind_farm
    pesticide phyto glyphosate désherbant | pesticide weedkiller herbicide
    bio biologique | organic
    végétarien végétalien vegan végane sans_viande végétal | vegetarian vegan plant-based meat-free
    viande carné | meat
    vache bovin troupeau mouton | cow cattle sheep
    chien canin | dog dogs
    chat félin | cat
    crotte déjection | poo dog_mess fouling
    bruit sonore nuisance_sonore tapage vacarme | noise noisy loud
    froid gel geler grand_froid glacial hivernal | cold freezing freeze
    canicule chaleur forte_chaleur vague_de_chaleur | heatwave heat_wave hot_weather
    inondation crue débordement | flood flooding
    gestes_qui_sauvent premiers_secours secourisme secours | first_aid lifesaving cpr
    défibrillateur | defibrillator aed
    langue linguistique | language linguistic
    anglais | english esl
    courrier lettre poste_postale | mail letter
    poste bureau_de_poste postal facteur | post_office postman
    police policier gendarme gendarmerie garde_champêtre | police policeman officer policing
    pompier caserne | firefighter fire_brigade fire_crew
    sans-abri sans_abri sdf à_la_rue sans_domicile dehors sans-logis itinérance | homeless homelessness \
        rough_sleeper rough_sleeping unhoused
    chemin sentier | path trail footpath pathway
    art artistique artiste | art artistic artist arts
    laverie machine_à_laver lave-linge | laundry laundromat washing_machine launderette
    consigne bagagerie casier | locker luggage_storage
    numéro numéro_de_téléphone numéro_vert | phone_number phone_line
    unique un_seul une_seule | single sole
    handicap handicapé fauteuil_roulant fauteuil pmr invalide | disabled disability wheelchair
    rampe plan_incliné | ramp
    ascenseur | lift elevator
    emploi_saisonnier saisonnier | seasonal summer_job
    réfugié migrant exilé étranger immigré | refugee migrant newcomer immigrant
    démuni pauvre précaire dans_le_besoin nécessiteux modeste | poor needy in_need low-income
    isolé isolement solitude seul_chez_soi esseulé | isolated lonely loneliness isolation
    couvre-feu | curfew
    gaspillage gaspiller gâchis gâcher jeter | waste_food food_waste wasting throw_away
    uniforme | uniform
    monnaie_locale | local_currency
    tourisme touriste touristique vacancier visiteur | tourism tourist holidaymaker visitor
    gîte hôtel | hotel guesthouse
    camping | campsite camping campground
    place_publique place | square plaza
    pont passerelle | bridge footbridge
    port quai | harbour harbor quay dock
    plage | beach
    drone | drone
    feu_d'artifice pétard | firework fireworks
    alcool vin bière | alcohol wine beer
    drogue addiction stupéfiant | drug addiction
    règle règlement norme réglementation | rule regulation law ordinance
    caution garantie | deposit guarantee
    boîte_à_livres boîtes_à_livres livre bouquin ouvrage | book bookcase little_library
    armoire placard | cupboard cabinet
    jouet | toy
    vêtement habit fripe | clothes clothing
    tableau fresque mural | mural painting
    nature biodiversité environnement écologie écologique sauvage | nature biodiversity environment wildlife ecology
    diversité multiculturel cultures_du_monde | diversity multicultural
    patrimoine historique histoire | heritage historic history historical
    croissance urbanisation étalement | growth sprawl development
    lotissement pavillon | subdivision housing_estate
    terrain terre foncier_agricole parcelle | land plot ground
    panier colis | basket parcel hamper
    coopérative coop | cooperative co-op
    permis permis_de_conduire code_de_la_route | driving_licence license licence
    sécurité sûr sécuriser sécurisé | safe safety secure security
    agent employé_municipal fonctionnaire | staff council_worker employee
    distributeur_de_billets distributeur_d'argent dab retirer_de_l'argent retirer_de_l'argent_liquide \
        retrait_d'argent | cash_machine atm cashpoint withdraw_cash
    sac poche sachet cabas | bag sack
    plastique | plastic
    usine industrie industriel manufacture | factory factories industry industrial
    coiffeur coiffeuse salon_de_coiffure | hairdresser barber salon
    apprenti stagiaire alternant apprentissage | apprentice trainee apprenticeship
    colocation habiter_à_plusieurs vivre_à_plusieurs habitat_partagé même_toit | flatshare house_share co-living \
        house-sharing shared_house
    vaccin vaccination vacciner piqûre | vaccine vaccination jab shot
    moto motard scooter mobylette deux-roues_motorisé | motorbike motorcycle scooter moped
    boulanger boulangerie pain | bakery baker bread
    boucher boucherie | butcher
    fruit verger | fruit orchard
    légume maraîcher | vegetable veg veggies
    miel abeille ruche apiculteur | bee honey beehive beekeeper
    oiseau nichoir | bird nest_box birdwatching
    cheval équestre équitation | horse riding equestrian
    mouton brebis chèvre | sheep goat
    tondeuse pelouse gazon | lawn mower lawnmower
    quiétude tranquillité calme | peace quiet tranquility
    ambulance urgences samu | ambulance emergency_room casualty
    psychologue psy santé_mentale psychiatre | psychologist mental_health counsellor counselor therapist
    violences_conjugales violence_conjugale femmes_battues | domestic_abuse domestic_violence
    harcèlement intimidation | bullying harassment
    moustique | mosquito
    rat rongeur souris | rat rodent
    pigeon | pigeon
    nid-de-poule nids-de-poule trou_dans_la_route | pothole
    neige déneigement déneiger verglas | snow snowplough gritting plow
    glace patinoire patin patiner | ice rink ice_rink skating
    tennis court_de_tennis | tennis
    pétanque boulodrome | petanque boules
    football foot | football soccer
    rugby | rugby
    basket basketball | basketball
    échecs | chess
    loto bingo | bingo
    télé télévision | tv television
    radio podcast | radio podcast
    photo photographie | photo photography
    pelle outil_de_jardin perceuse échelle | drill ladder tool
    déménagement emménager nouvel_arrivant nouveaux_arrivants nouveau_venu | new_arrival newcomers moving_in
    héritage notaire | inheritance solicitor
    avocat juridique conseil_juridique droit_gratuit | lawyer legal_advice legal_aid
    banque bancaire | bank banking
    assurance mutuelle | insurance
    faillite liquidation | bankruptcy
    décharge_sauvage dépôt_sauvage dépôts_sauvages | fly-tipping fly-tipper fly_tipping illegal_dumping dumping
    éclairage_public réverbères | street_lights streetlights
    huile graisse huile_de_friture | oil fat cooking_oil frying_oil
    aire_d'accueil gens_du_voyage | travellers gypsy
    quai embarcadère ponton jetée | jetty pier wharf
    bateau barque navigation voilier | boat sailing
    canal écluse | canal lock
    rendez-vous rdv | appointment
    attente file_d'attente queue | queue waiting waiting_list
    salaire paye paie | wage salary
    loyer | rent_level
    dette endettement | debt
    mariage noce | wedding marriage
    enterrement obsèques funérailles crématorium | funeral burial crematorium
    naissance maternité accoucher accouchement | birth maternity midwife
    couche bébé nourrisson | nappy diaper baby babies infant
    allaitement allaiter | breastfeeding breastfeed
    protection_hygiénique serviettes_hygiéniques règles_féminines tampon | sanitary_pad sanitary_product tampon period
    lunettes opticien | glasses optician
    sourd malentendant langue_des_signes | deaf hearing sign_language
    aveugle malvoyant braille | blind visually_impaired braille
    mémoire alzheimer | dementia alzheimer alzheimers
    élu conseiller_municipal conseil_municipal maire | councillor mayor elected council_member
"""

#: Those for whom it is.
PEOPLE: Final = r"""
    jeune ado adolescent jeunesse mineur jeunes teenager | young teen teenager youth youngster adolescent minor
    enfant gamin gosse petit_enfant marmot bambin | child kid pupil kids toddler
    aîné âgé senior anciens grands-parents ancien vieux personne_âgée personnes_âgées retraité troisième_âge papi \
        mamie vieillard | elderly \
        senior old_people old_folk old_folks elders grandparents pensioner older_people retired retiree elder older
    parent papa maman père mère familial famille | parent family mum dad mother father
    femme féminin fille dame | woman women female girl
    homme masculin garçon | man men male boy
    étudiant université universitaire fac apprenti | student university college
    élève classe | pupil schoolchildren
    chômeur sans_emploi demandeur_d'emploi | unemployed jobseeker
    aidant | carer caregiver
    client consommateur | customer shopper consumer
    patient malade | patient sick
    visiteur | visitor
    salarié travailleur ouvrier | worker employee
"""

#: When.
TIMES: Final = r"""
    lundi | monday
    mardi | tuesday
    mercredi | wednesday
    jeudi | thursday
    vendredi | friday
    samedi | saturday
    dimanche dominical | sunday
    week-end weekend fin_de_semaine | weekend
    semaine hebdomadaire toutes_les_semaines chaque_semaine | week weekly
    mois mensuel tous_les_mois chaque_mois | month monthly
    quotidien tous_les_jours chaque_jour quotidiennement | daily every_day
    matin matinée matinal | morning
    midi | noon midday lunchtime
    après-midi après_midi | afternoon
    soir soirée en_soirée | evening
    nuit nocturne | night nighttime overnight
    minuit | midnight
    printemps | spring
    été estival | summer
    automne | autumn
    hiver | winter
    noël | christmas
    pâques | easter
    vacances congé | holiday vacation
    rentrée | term
    toute_l'année à_l'année | year-round all_year whole_year
    janvier | january
    février | february
    mars | march
    avril | april
    juin | june
    juillet | july
    août | august
    septembre | september
    octobre | october
    novembre | november
    décembre | december
"""
