"""What verbs do to a thing, with their nouns: bring it about or take it away; and deeds that have no direction.

Each line is one class, ``French words | English words``; an underscore is a space within an entry. Accents do not
matter, and neither do endings: a word's dictionary form and its root are looked up too.
"""

from __future__ import annotations

from typing import Final

#: What brings about, by what it does. A word may stand in two.
FOR: Final = {
    "exist": r"""
        créer installer construire bâtir planter ajouter implanter aménager monter lancer mettre_en_place mettre \
            poser allumer instaurer instituer établir introduire équiper doter fonder édifier réaliser organiser \
            proposer offrir fournir prévoir généraliser mettre_en_service déployer acheter acquérir tenir apporter \
            amener instauration création construction installation implantation aménagement mise_en_place lancement \
            plantation ajout acquisition disposer obtenir attirer inventer assurer programmer recruter embaucher \
            embauche recrutement amenager végétaliser implanter tracer placer équipement | create install build \
            construct plant add set_up setup put start launch establish introduce provide offer organise organize \
            hold bring put_in put_up fit equip supply buy purchase bring_in turn_on switch_on creation construction \
            installation implement roll_out found plan run obtain attract invent hire recruit lay addition put_on \
            erect pour sow
    """,
    "more": r"""
        augmenter accroître développer étendre élargir agrandir prolonger allonger renforcer multiplier davantage \
            intensifier amplifier doubler tripler rallonger hausser élever relever rehausser remonter augmentation \
            hausse développement extension élargissement agrandissement prolongation renforcement multiplication \
            pas_assez pas_assez_de manque_de manque plus_de plus_d' plus_souvent plus_longtemps plus_nombreux \
            enrichir diversifier étoffer | increase raise extend expand enlarge widen lengthen strengthen develop \
            more grow boost multiply double triple additional extra expansion extension growth longer_hours step_up \
            scale_up lift rise widen add_more not_enough lack_of too_few aren't_enough arent_enough isn't_enough \
            isnt_enough \
            ramp_up bulk_up lift_the_limit raise_the_limit
    """,
    "keep": r"""
        garder maintenir garantir conserver préserver sauver sauvegarder protéger défendre laisser continuer \
        pérenniser \
            touchez_pas touche_pas ne_pas_toucher ne_touchez_pas ne_touchons_pas bas_les_pattes maintien \
            conservation préservation sauvegarde protection poursuivre rester sanctuariser comme_toujours \
            comme_avant comme_aujourd'hui comme_maintenant tel_quel telle_quelle | keep maintain guarantee as_always \
            as_before as_ever as_it_was like_it_was as_it_is as_they_are \
            preserve save protect defend conserve retain continue leave stay remain safeguard preservation \
            conservation protection maintaining carry_on go_on stick_with hold_on_to hang_on_to uphold hands_off
    """,
    "open": r"""
        ouvrir rouvrir réouvrir autoriser permettre admettre accueillir laisser débloquer tolérer légaliser ouvert \
            ouverture réouverture autorisation accès accessible laisser_entrer laisser_passer donner_accès \
            rendre_accessible lever_l'interdiction avoir_le_droit le_droit donner_le_droit feu_vert régulariser \
            dépénaliser laisser_rentrer puisse puissent pouvoir_de_nouveau | open reopen allow permit authorise \
            authorize admit welcome let \
            legalise legalize opening reopening permission access accessible open_up give_access unblock \
            lift_the_ban let_in let_back grant_access green-light entitle reinstate right_to
    """,
    "change": r"""
        remplacer déplacer transformer transférer convertir déménager délocaliser \
        | replace move transform relocate convert turn_into
    """,
    "improve": r"""
        améliorer rénover réparer restaurer réhabiliter moderniser entretenir remettre_en_état refaire retaper \
            embellir rafraîchir nettoyer réaménager consolider amélioration rénovation réparation restauration \
            réhabilitation modernisation entretien réfection remise_en_état remettre_en_usage reprendre \
            remettre_à_neuf | improve renovate repair restore rehabilitate modernise modernize maintain refurbish \
            fix upgrade mend clean do_up renew improvement renovation restoration maintenance upkeep redo revamp \
            enhance
    """,
    "help": r"""
        aider soutenir accompagner encourager favoriser promouvoir faciliter subventionner financer appuyer \
            valoriser inciter stimuler privilégier aide soutien accompagnement encouragement promotion subvention \
            financement prioriser donner_la_priorité priorité épauler approuver épauler donner_un_coup_de_main | \
            help support encourage promote favour favor facilitate fund subsidise subsidize back sponsor assist \
            incentivise incentivize prioritise prioritize priority assistance funding subsidy aid approve \
            in_favour_of
    """,
}

#: What takes away.
AGAINST: Final = {
    "remove": r"""
        supprimer éteindre enlever retirer ôter démolir détruire abattre raser arracher démonter éliminer abolir \
            couper démanteler débarrasser éradiquer désinstaller virer toucher s'attaquer abandonner suppression \
            retrait démolition destruction abattage démontage élimination abolition coupe perdre sacrifier annuler \
            annulation disparition se_débarrasser faire_disparaître mettre_fin mettre_un_terme en_finir dégager \
            renoncer liquider bazarder évacuer faire_partir déraciner délaisser négliger débrancher effacer lâcher \
            dissoudre bannissement se_passer_de se_passer_d' oublions oubliez | remove \
            turn_down forget_about forget_the forget_a lock_away \
            demolish destroy abolish cut_down tear_down knock_down pull_down get_rid scrap eliminate eradicate \
            dismantle delete take_away take_out removal demolition abolition elimination abandon give_up ditch drop \
            axe cancel do_away neglect withdraw uproot fell end lose phase_out sacrifice pull_up pull_out chop_down \
            bulldoze dig_up touch discontinue repeal strip rip_up wipe_out clear_away take_down undo banish revoke \
            rescind tear_out oust drive_out \
            root_out weed_out break_up turn_off switch_off go_off get_rid_of
    """,
    "close": r"""
        fermer piétonniser piétonnisation rue_piétonne zone_piétonne centre_piéton centre-ville_piéton \
            rues_piétonnes interdire bannir banni bannis bannie bannies prohiber bloquer barrer exclure proscrire \
            condamner clore refuser fermeture interdiction interdit exclusion blocage boucler empêcher \
            défendre_l'accès chasser expulser barricader rejeter priver_d'accès restreindre_l'accès défense_de \
            rester_dehors rideau_baissé rideaux_baissés portes_closes hors_d'accès \
            défendu clôturer_l'accès tenir_à_l'écart tenir_à_distance | \
            close shut pedestrianise pedestrianize pedestrian_zone car-free car_free traffic-free ban forbid \
            prohibit block exclude bar closed closing closure prohibition outlaw prevent refuse deny disallow \
            keep_out stay_outside stay_out off_limits no_entry fence_off wall_off seal_off cordon_off turn_away \
            kick_out \
            confine shut_down close_down exclusion reject evict expel restrict_access
    """,
    "less": r"""
        réduire diminuer baisser limiter limitée limitées restreindre raccourcir abaisser rétrécir alléger \
            freiner atténuer plafonner modérer rationner réduction diminution baisse limitation \
            restriction allègement moins_de moins_d' moins_souvent moins_longtemps \
            moins trop_de trop_d' max maximum au_plus pas_plus_de écourter amoindrir \
            minimiser éclaircir resserrer desserrer ralentir tamiser rogner comprimer tempérer dégonfler | reduce \
            decrease \
            lower limit restrict shorten narrow cut \
            cut_back cap lessen shrink curb slow slow_down less fewer reduction decrease limitation restriction \
            minimise minimize cut_down_on scale_back fewer_of ease diminish trim too_much too_many max maximum \
            at_most no_more_than dial_down tone_down pare_back rein_in tighten halve dim thin_out thin
    """,
    "stop": r"""
        pas_un_centime pas_un_sou pas_un_euro \
        ça_suffit ras_le_bol marre_de marre_des marre_du y_en_a_marre basta mauvaise_idée inutile inutiles \
        non_merci hors_de_question pas_question aberration absurde \
            n'est_pas_la_solution n'être_pas_la_solution suffit déjà_assez bien_assez assez arrêter cesser stopper \
            suspendre interrompre geler stop halte arrêt suspension moratoire lutter lutter_contre combattre éviter \
            s'opposer \
            opposer dénoncer contrer lutte décourager dissuader opposition | not_a_penny \
            not_one_penny not_a_cent not_a_dime enough bad_idea useless pointless \
            no_point sick_of fed_up_with had_enough no_thanks waste_of_money leave_alone out_of_the_question \
            not_the_answer \
            not_the_solution stop cease halt suspend freeze fight combat avoid oppose discourage tackle deter resist \
            suspension moratorium quit opposition
    """,
}

#: Deeds without a direction: one class does not stand for another.
DEEDS: Final = r"""
    réparer réparation raccommoder rafistoler dépanner dépannage repair_café remettre_en_marche | repair \
        repair_cafe mend fix repairing
    rénover rénovation retaper réhabiliter restaurer restauration réhabilitation refaire | renovate renovation \
        refurbish do_up restore rehabilitate refurbishment
    nettoyer nettoyage ramasser ramassage propreté propre balayer collecter collecte déblayer laver lavage | clean \
        cleaning clean_up cleanup collect collection pick_up litter_picking sweep tidy wash cleanliness
    entretenir entretien maintenance | maintain maintenance upkeep look_after
    louer location loyer bail | rent rental hire lease letting
    vendre vente revendre commercialiser | sell sale selling
    acheter achat acquérir acquisition | buy purchase buying
    prêter prêt emprunter emprunt prêteur mettre_à_disposition | lend loan borrow lending borrowing
    échanger échange troc troquer | swap exchange barter trade swapping
    partager partage mutualiser mutualisation commun en_commun collectif partagé | share sharing pool shared pooled \
        communal joint
    donner don offrir donation | donate donation give_away
    récupérer récupération réemploi réutiliser recycler recyclage ressourcerie recyclerie seconde_main | recycle \
        recycling reuse upcycle reclaim second_hand
    apprendre cours enseigner enseignement former formation leçon initiation initier atelier stage éduquer éducation \
        s'exercer entraînement expliquer montrer | teach class lesson course train training workshop learn tuition \
        teaching educate education show instruct tutorial
    informer information renseigner renseignement communiquer communication prévenir avertir annoncer annonce \
        faire_connaître | inform information tell communicate communication notify announce let_know
    afficher affichage affiche panneau signaler signalisation signalétique indiquer pancarte | display sign signage \
        poster board signpost post notice mark
    planter plantation semer semis replanter végétaliser verdir reboiser arborer | plant planting replant green sow seed
    arroser arrosage irriguer | water watering irrigate
    couper abattre tailler élaguer élagage tondre tonte faucher | cut trim prune mow
    peindre repeindre peinture colorer | paint repaint painting
    éclairer éclairage lumière lampadaire réverbère luminaire lumineux | light lighting lamp streetlight lamppost \
        lit street_light street_lamp streetlamp
    surveiller surveillance caméra vidéosurveillance vidéoprotection filmer | monitor surveillance camera cctv watch \
        film
    contrôler contrôle verbaliser amende verbalisation sanctionner sanction punir pv | check enforce fine penalty \
        enforcement control punish penalise ticketing
    déplacer déménager transférer délocaliser déplacement | move relocate transfer relocation
    remplacer remplacement substituer | replace replacement substitute
    transformer convertir reconvertir transformation reconversion changer | turn_into convert transform conversion \
        repurpose change
    livrer livraison porter_à_domicile apporter_à_domicile portage | deliver delivery bring_home
    visiter visite rendre_visite aller_voir passer_voir | visit visiting visitor call_on drop_in
    appeler téléphoner appel coup_de_fil téléphone téléphonique | call phone telephone ring hotline helpline
    conduire chauffeur conducteur | drive driver driving
    accompagner accompagnement escorter | accompany escort
    cuisiner cuisine recette | cook cooking kitchen recipe
    jouer jeu ludique aire_de_jeux jeux | play game playground playing play_area
    lire lecture bouquiner | read reading
    chanter chant chorale choeur | sing singing choir
    danser danse bal | dance dancing ball
    courir course_à_pied footing jogging | run_race jogging jog
    marcher marche à_pied randonnée promenade se_promener balade piéton piétonnier piétonne randonner pédestre | \
        walk walking on_foot hike hiking stroll pedestrian walker
    nager natation piscine baigner baignade bassin se_baigner | swim swimming pool swimming_pool lido bathe bathing \
        outdoor_pool
    dormir hébergement hébergeur héberger coucher nuitée loger_pour_la_nuit dortoir | sleep accommodation overnight \
        put_up dormitory shelter
    manger repas restauration déjeuner dîner souper nourriture nourrir alimentaire alimentation denrée | eat meal \
        lunch dinner food feed dining
    boire boisson | drink beverage
    garder_les_enfants crèche garderie garde_d'enfants assistante_maternelle nounou halte-garderie micro-crèche \
        micro_crèche | childcare daycare nursery creche crèche childminder babysitting day_care
    soigner soin soins médical santé sanitaire médecine | care healthcare health medical treat treatment health_care
    consulter consultation téléconsultation | consult consultation
    voter vote scrutin élire élection référendum plébiscite | vote voting ballot elect election referendum poll
    décider décision choisir choix trancher | decide decision choose choice
    consulter_les_habitants concertation concerter débattre débat discuter discussion réunion_publique dialoguer \
        dialogue réunion conseil_citoyen assemblée_citoyenne | debate discuss discussion public_meeting dialogue \
        meeting town_hall consultation_meeting citizens'_assembly
    rencontrer rencontre se_retrouver se_réunir se_rencontrer se_voir réunir convivialité convivial retrouver | meet \
        gather get_together meetup gathering socialise socialize
    fêter fête festivité célébrer célébration kermesse festival festif | celebrate party celebration festival fete \
        fair festivity
    parrainer sous_leur_aile sous_son_aile parrain marraine parrainage tutorat tuteur mentor mentorat | mentor \
        mentoring befriend befriending under_their_wing sponsor tutor tutoring \
        buddy mentorship
    écouter écoute groupe_de_parole point_d'écoute | listen listening
    traduire traduction interprète traducteur | translate translation interpreter
    stationner stationnement parking garer se_garer parc_de_stationnement place_de_parking parc_relais | park_car \
        parking car_park parking_lot parking_space parking_garage parking_spot
    covoiturer covoiturage autopartage auto-stop autostop partage_de_voiture | carpool carpooling car_sharing \
        carshare lift_sharing ridesharing car_share lift_share car_pool ride_share
    trier tri compost composter composteur compostage | sort sorting compost composting composter
    chauffer chauffage chauffé chaleur chaudière | heat heating heated boiler warmth
    isoler_thermiquement isolation isoler | insulate insulation
    protéger_du_vent abriter abri s'abriter abrité | shelter sheltered cover_up
    couvrir couvert couverture toit toiture préau | cover roof covered canopy
    goudronner bitumer bétonner bitume béton goudron enrobé macadam artificialiser | tarmac asphalt pave concrete \
        paving
    filtrer dévier détourner contourner déviation rocade contournement | divert bypass diversion detour ring_road
    ralentir ralentisseur dos_d'âne coussin_berlinois limiter_la_vitesse chicane | slow slow_down speed_bump \
        speed_hump traffic_calming
    fumer tabac cigarette fumeur vapoter tabagisme | smoke smoking tobacco cigarette smoker vape vaping
    chasser_le_gibier chasse chasseur | hunt hunting hunter
    pêcher pêche pêcheur | fishing fish angler
    élever élevage éleveur | breed livestock breeding
    cultiver culture_maraîchère maraîchage maraîcher | farm_vegetables market_gardening grower
    embaucher embauche recruter recrutement salarier engager | hire recruit employ recruitment hiring
    travailler emploi travail job métier boulot poste_de_travail | work employment job employ jobs
    servir distribuer distribution distributeur servir_des_repas | distribute distribution serve hand_out dispenser
    coudre couture coudre_ensemble tricot tricoter | sew sewing knit knitting
    bricoler bricolage bricoleur outil outillage | diy handyman tool tinker odd_jobs tools
    jardiner jardin jardinage potager jardinier jardins_familiaux | garden gardening allotment gardener
    compter recenser recensement comptage dénombrer | count census counting
    réserver réservation | book booking reserve reservation
    regrouper rassembler fusionner fusion centraliser grouper | merge group_together centralise merger combine pool
    signer pétition pétitionner | petition sign_petition
    jumeler jumelage | twin twinning
    installer_des_bornes borne_de_recharge recharge recharger | charging_point charger charge charging_station
    composer inventer_ensemble imaginer | imagine devise
    rappeler rappel | remind reminder
    transporter transport transport_en_commun transports_publics transport_collectif mobilité | transport transit \
        public_transport transportation mobility
"""
