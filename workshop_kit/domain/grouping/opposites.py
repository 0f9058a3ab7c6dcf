"""Qualities that exclude each other: one line an opposition, its two sides apart by ``~``."""

from __future__ import annotations

from typing import Final

#: ``French ~ French | English ~ English``.
SIDES: Final = r"""
    gratuit gratuité gratuitement offert gratis sans_débourser zéro_euro sans_payer ne_coûter_rien ne_coûte_rien \
        ne_rien_coûter sans_frais ~ \
        payant payer faire_payer péage facturer paie paye paiement facturation cotisation | free free_of_charge \
        at_no_cost no_cost for_nothing cost_nothing costs_nothing cost_zero costs_zero zero_cost no_charge for_free \
        without_charge gratis ~ pay paid charge toll charged paying payment \
        fee_paying ticketed
    bon_marché abordable pas_cher moins_cher tarif_réduit ~ cher coûteux onéreux prix tarif loyer loyers frais \
        facture | cheap affordable \
        inexpensive low-cost ~ expensive costly price fee fees fare fares rent rents cost costs bill bills
    obligatoire imposer obliger obligation forcer contraindre exiger rendre_obligatoire ~ facultatif volontaire \
        libre_choix au_choix optionnel laisser_le_choix s'il_en_a_envie libre à_la_carte comme_ils_veulent \
        ce_qu'ils_veulent comme_on_veut librement liberté à_sa_guise \
        choix_personnel chacun_choisit chacun_décide c'est_à_chacun selon_son_envie si_on_veut | mandatory \
        compulsory required require force \
        oblige should_have_to made_to ~ optional voluntary choice free_choice if_they_like opt-in what_they_like \
        what_they_want as_they_like as_they_please freely freedom \
        matter_of_choice own_choice up_to_each up_to_them up_to_you personal_choice up_to_parents \
        their_own_choice leave_it_to
    allumer éclairer allumé éclairé illuminer ~ éteindre éteint extinction pénombre obscurité noir sombre | light_up \
        switch_on turn_on lit leave_on lights_on light_on on_all_night ~ switch_off turn_off dark darkness \
        lights_off lights_out go_off dark unlit
    central centraliser centralisé une_seule_grande un_seul_grand regrouper concentrer regroupement ~ décentraliser \
        disperser réparti répartir éparpiller par_village par_quartier par_commune par_hameau chaque_village \
        dans_chaque_village décentralisé | central centralise centralize one_big one_large ~ decentralise spread \
        in_every_village in_each_village every_village each_village scattered spread_out dispersed
    intérieur couvert abrité halle à_l'abri ~ extérieur plein_air en_plein_air découvert | indoor \
        indoors under_cover ~ outdoor open-air outdoors open_air
    tôt plus_tôt avancer avant_l'heure ~ tard plus_tard reculer retarder | early earlier ~ late later postpone delay
    haut élevé surélever ~ bas abaisser | high tall ~ low
    mélanger mixte mêler mixité mélange commun collectif collectivement ~ séparer séparé séparément \
        individuel chacun_son individuellement séparation à_part | mix mixed shared share sharing ~ separate \
        separately \
        apart individual segregate split
    secret confidentiel cacher garder_pour_soi caché huis_clos tenir_secret ~ publier public transparent divulguer \
        transparence affiché publication en_ligne_ouverte | secret confidential hide hidden closed_doors private ~ \
        publish transparent disclose public transparency
    anonyme anonymat ~ nominatif signé | anonymous ~ named signed
    papier imprimé imprimer sur_papier ~ numérique dématérialiser dématérialisé en_ligne internet e-mail | paper \
        print printed ~ digital online paperless email
    individuelle individuel ~ collective collectif | individual ~ collective
    bruyant bruit musique_forte musique_à_fond à_fond ~ sans_bruit sans_un_bruit silencieux silence calme tranquille \
        | noisy loud noise \
        full_blast ~ without_noise no_noise quiet silent silence calm
    bétonner goudronner béton goudron bitume bitumer artificialiser ~ végétaliser débétonner verdir \
        désimperméabiliser terre herbe | pave concrete tarmac asphalt ~ green grass depave unpaved gravel
    sauvage friche laisser_pousser pousser herbes_hautes naturel ~ tondre tailler entretenu ras | wild meadow rewild \
        ~ mow mown trim manicured
    armer armé ~ désarmer désarmé | armed arm ~ unarmed disarm
    bénévole bénévolat gracieux pas_un_centime pas_un_sou sans_contrepartie ~ salarié rémunéré professionnel payé \
        rémunérer salarier indemniser indemnité défrayer dédommager | volunteer voluntary \
        unpaid not_a_penny ~ paid_staff salaried professional wage paid compensate reimburse
    tenir_en_laisse en_laisse attacher ~ sans_laisse lâcher en_liberté courir_librement gambader | \
        leash on_lead lead leashed ~ off_leash \
        off_the_lead run_free off-leash unleashed loose roam run_loose
    vendre vente céder ~ acheter racheter garder acquérir conserver rester | sell sale ~ buy keep retain stay
    louer location ~ acheter achat | rent ~ buy
    construire bâtir édifier ~ démolir raser abattre détruire | build ~ demolish knock_down tear_down
    réparer rénover restaurer ~ démolir raser jeter remplacer abattre détruire reconstruire | repair restore \
        renovate ~ demolish replace tear_down knock_down rebuild scrap
    garder maintenir rester laisser conserver tenir ~ déplacer déménager transférer délocaliser transformer \
        remplacer changer lotir urbaniser | keep stay maintain leave left retain ~ move relocate transfer replace \
        change turn_into convert redevelop
    embaucher recruter embauche ~ licencier supprimer_des_postes licenciement | hire recruit ~ fire dismiss lay_off \
        sack
    encourager inciter promouvoir soutenir attirer ~ décourager dissuader | encourage promote support attract ~ \
        discourage deter dissuade
    récompenser prime bonus ~ punir amende sanctionner verbaliser sanction pénalité pv | reward bonus ~ punish fine \
        penalise penalty fined
    permanent toute_l'année définitif pérenne ~ temporaire saisonnier provisoire éphémère | permanent year-round \
        whole_year ~ temporary seasonal in_season pop-up
    unique un_seul une_seule seul ~ plusieurs choix varié au_choix multiple divers | single one_only sole ~ several \
        choice various multiple variety
    souterrain enterrer enfouir enterré ~ aérien | underground bury buried ~ overhead
    fusionner fusion regrouper unifier unir ~ séparer séparé distinct indépendant scinder | merge merger \
        combine unify unified unite united ~ separate apart distinct independent split
    national fédéral ~ local | national ~ local
    piéton marcher à_pied vélo cycliste ~ voiture automobiliste auto | pedestrian walk bike cyclist on_foot walking \
        ~ car driver vehicle
    dense densifier ~ étaler étalement espacé | dense density ~ sprawl low-density
    simple simplifier simplification ~ compliquer complexe | simple simplify ~ complicate complex red_tape
    réserver réservé réserver_à uniquement exclusif exclusivement seulement seuls aux_seuls limité_aux ~ autoriser \
        laisser permettre ouvert_à_tous pour_tous à_tous tous_les_publics ouvrir tout_le_monde à_tout_le_monde \
        quiconque | only reserve reserved exclusive exclusively ~ let allow permit open_to_all for_everyone for_all \
        everybody everyone anyone
    annoncé prévenir sur_rendez-vous rendez-vous avec_rendez-vous ~ improviste à_l'improviste sans_rendez-vous | \
        appointment book booked ~ walk-in unannounced no_appointment drop-in
    humain guichet dame personne_en_face coup_de_fil ~ automate robot machine borne appli | human staffed cashier ~ \
        machine robot automated kiosk app self-service
    bio biologique ~ pesticide chimique conventionnel | organic ~ pesticide chemical
    chasser chasse tirer abattre ~ protéger chasseur_interdit | hunt shoot cull culling ~ protect
    légal légaliser dépénaliser ~ illégal criminaliser délit crime | legal decriminalise legalise ~ illegal crime \
        criminalize criminalise
    déréguler alléger_les_règles ~ réglementer réguler encadrer réglementation | deregulate red_tape ~ regulate \
        regulation regulations rules
    viande carné ~ végétarien végétal sans_viande végétalien | meat ~ vegetarian vegan meatless
    empêcher interdire bloquer bannir ~ laisser permettre autoriser laisser_passer | prevent ban block keep_out ~ \
        let allow permit
    grillager clôturer clôture barrière murer ~ décloisonner ouvert libre_passage | fence fenced wall gate ~ \
        unfenced open free_access
    sucré sucre ~ sans_sucre | sugary ~ sugar-free
    sens_unique ~ double_sens | one-way one_way ~ two-way two_way
    partager partagé collectif mutualiser ~ privé privatif chacun_le_sien individuel | shared communal ~ private \
        own_one
    électrique ~ thermique diesel essence | electric ~ diesel petrol
    local d'ici du_coin ~ importé lointain d'ailleurs | local homegrown ~ imported elsewhere
    neuf nouveau construire_neuf ~ occasion récupération rénover ancien | brand-new ~ second-hand reused
    debout ~ assis | standing ~ seated
    assis s'asseoir banc ~ debout sans_banc | seated ~ standing
    humide mouiller ~ sec sécher | wet ~ dry
    visible montrer afficher exposer ~ caché cacher masquer dissimuler | visible show display ~ hidden hide conceal
    tolérance tolérer indulgence indulgent ~ sévérité sévère strict répression durcir | lenient tolerate relax ease \
        ~ strict stricter tough tougher crack_down zero_tolerance
    dépenser investir dépense ~ économiser économie épargner | spend invest ~ save_money cut_spending savings
    vaste étendre élargir ~ étroit rétrécir resserrer | wide widen broad ~ narrow
    fréquent souvent ~ rare rarement | frequent often ~ rare rarely seldom
    accueillir bienvenue hospitalité ~ expulser renvoyer chasser refouler | welcome ~ evict expel turn_away
    vaccin vacciner ~ sans_vaccin | vaccinate ~ unvaccinated
    uniforme ~ vêtements_libres comme_on_veut | uniform ~ own_clothes what_they_like
    élire élu vote ~ nommer tirer_au_sort tirage | elected elect ~ appointed by_lot drawn
    tirage tirer_au_sort au_hasard ~ choisir élire mérite | lottery random ~ chosen merit
    nourrir ~ affamer ne_pas_nourrir | feed ~ starve
    attendre reporter ajourner plus_tard repousser ~ tout_de_suite immédiatement maintenant sans_attendre vite \
        urgence dès_maintenant | wait postpone delay later ~ right_away now immediately at_once straight_away
    construire urbaniser lotir bâtir constructible ~ agricole préserver_les_terres \
        inconstructible | build_on subdivision develop ~ farmland leave_alone undeveloped greenfield
    espèces cash argent_liquide en_liquide ~ carte sans_contact | cash ~ card contactless
    bois ~ plastique | wood ~ plastic
    verre réutilisable consigne lavable ~ jetable | reusable refillable ~ disposable single-use throwaway
    laïque laïcité ~ religieux religion | secular ~ religious religion
    garçons_et_filles mixte ~ non_mixte | co-ed ~ single-sex
    surveiller surveillé encadré surveillance avec_un_adulte ~ sans_surveillance en_autonomie autonome sans_adulte \
        seuls | supervised monitored ~ unsupervised on_their_own alone
    officiel autorisé ~ sauvage clandestin illicite | official ~ informal illicit
    confier déléguer sous-traiter externaliser ~ régie en_interne par_nos_agents nous-mêmes | outsource contract_out \
        contractor ~ in-house ourselves own_staff
    professionnel ~ amateur | professional ~ amateur
    exclure renvoyer ~ inclure intégrer accepter | exclude ~ include accept
    accepter oui approuver favorable ~ refuser rejeter défavorable | accept yes approve ~ refuse reject
    avantage privilège ~ égalité mêmes_règles | privilege ~ equal same_rules
    semaine en_semaine ~ week-end weekend | weekday weekdays ~ weekend weekends
    toute_l'année permanent ~ été l'été_seulement saison en_saison estival | year-round ~ summer_only seasonal season
    continu non-stop sans_interruption toute_la_journée 24h/24 ~ horaires_limités heures_de_bureau heures_creuses | \
        round_the_clock all_day 24/7 ~ rush_hour peak office_hours limited_hours
    même identique unique ~ différent différencié adapté | same flat ~ different tiered
    ouvrir ouvert ouverture ~ reposer repos jour_de_repos férié | open opening ~ rest day_off day_of_rest
    dessiner colorer coloré peindre ~ blanc gris | colourful painted ~ white grey
"""

#: Where each idea names one, they oppose; where one alone does, it says little.
SOFT_SIDES: Final = r"""
    public publique en_régie ~ privé privatiser privatisation privé_lucratif | public publicly council-run ~ private \
        privatise privatize privately
    rapide accélérer vite accélération ~ lent ralentir freiner ralentissement | fast faster quick speed_up \
        accelerate ~ slow slower slow_down
    proche rapprocher au_plus_près ~ loin éloigner éloigné à_l'écart lointain | near close_by closer nearer ~ far \
        away_from far_away distant
    long rallonger ~ court raccourcir bref | long longer ~ short shorter
    grand agrandir ~ petit rapetisser | big bigger large ~ small smaller
    chauffer réchauffer chaud ~ refroidir froid climatiser | warm heat hot ~ cool cold chill
    centre-ville centre bourg ~ périphérie hameau extérieur_de_la_ville \
        loin_des_maisons loin_des_habitations hors_du_bourg | downtown centre ~ away_from_homes out_of_town \
        outskirts edge_of_town suburbs hamlet
    élu maire conseil_municipal mairie ~ habitant citoyen population riverain | councillor mayor council official \
        ~ resident citizen
    habitant local résident ~ touriste étranger extérieur_à_la_commune | resident local ~ tourist outsider visitor \
        elsewhere
    jeune mineur ~ adulte majeur âgé ancien à_partir_de_18_ans plus_de_18_ans | young minor under-18s ~ adult \
        over-18s elderly
    premier d'abord en_premier avant ~ dernier ensuite en_dernier après | first before ahead ~ last after afterwards \
        wait
    jour diurne ~ nuit nocturne | daytime ~ night
    plein remplir ~ vider vide | fill full ~ empty
    partir quitter s'en_aller faire_partir départ ~ revenir ramener faire_revenir faire_venir retour réinstaller \
        réintroduire | depart drive_out send_away move_out ~ return bring_back come_back reintroduce move_in
    dedans à_l'intérieur rentrer ~ dehors à_la_porte à_l'extérieur | inside indoors kept_in ~ outside \
        outdoors let_out roam
    partout n'importe_où en_tout_lieu ~ quelques_zones cantonner confiner confiné zones_prévues endroits_prévus \
        secteurs_précis | anywhere everywhere wherever ~ confined confine few_zones few_places few_areas designated \
        certain_areas
    seul sans_personne sans_accompagnement ~ accompagné avec_quelqu'un quelqu'un_à_côté avec_une_personne avec_aide \
        | alone unaccompanied by_themselves ~ accompanied with_someone with_somebody with_an_adult
    fixe régulier à_heure_fixe ~ variable souple flexible à_la_demande quand_ils_peuvent quand_on_veut \
        quand_les_bénévoles | fixed regular ~ flexible on_demand variable whenever
    moderne contemporain ~ traditionnel d'époque comme_avant à_l'ancienne | modern contemporary ~ traditional \
        old-fashioned
    clair vif ~ sombre foncé tamisé | bright ~ dim dimly-lit
    en_présence en_personne face_à_face présentiel ~ à_distance télétravail visio visioconférence | in_person \
        on-site face_to_face ~ remote remotely by_video video_call zoom
    à_domicile chez_eux chez_soi chez_elles chez_les_malades chez_les_patients chez_les_gens ~ au_cabinet \
        en_établissement en_maison_de_retraite en_institution en_foyer | at_home own_homes home_visit home_visits ~ \
        in_care into_care institution
    communal en_régie agents_communaux par_des_agents ~ à_une_entreprise prestataire sous-traitant au_privé | \
        council_staff ~ private_company private_firm contractor
    maison_individuelle pavillon ~ immeuble tour | single-family detached ~ apartment_block high-rise tower condos
    selon_le_revenu selon_les_revenus quotient_familial au_poids progressif ~ forfait tarif_unique prix_unique \
        même_prix | means-tested income-based by_weight ~ flat_rate flat_fee same_price
    illimité sans_limite sans_plafond déplafonner ~ limité quota plafond plafonner | unlimited no_limit uncapped \
        no_cap lift_the_limit lift_the_cap ~ limited quota cap capped
    à_leur_guise librement laisser_fixer ~ plafonner plafonnement encadrer encadrement | freely set_their_own ~ \
        rent_control price_control cap
    tablette écran ~ manuel cahier livre_papier sans_écran | tablet screen ~ textbook pen_and_paper screen-free
    fait_maison cuisiné_sur_place ~ industriel surgelé tout_prêt | homemade home-cooked ~ frozen processed \
        ready-made
    majorité ~ unanimité consensus | majority ~ unanimous consensus
    expert technicien spécialiste ~ profane simples_citoyens tirés_au_sort | expert specialist ~ lay_people \
        ordinary_people
    à_l'avance d'avance ~ au_dernier_moment le_jour_même sur_le_moment | in_advance beforehand ahead_of_time ~ \
        last_minute on_the_day on_the_spot
    sobre discret modeste ~ voyant spectaculaire grandiose | modest discreet low-key ~ flashy spectacular
    emprunter s'endetter dette ~ désendetter rembourser | borrow debt ~ repay pay_off pay_down
    au_début ~ à_la_fin | at_the_start ~ at_the_end
    indépendant autonome ~ fusionner rattacher intégrer unifier | independent ~ merge unify unite
    assouplir souplesse alléger_les_règles ~ durcir rigueur resserrer_les_règles | loosen relax ~ tighten toughen
    au_milieu ~ au_bord sur_les_côtés | in_the_middle ~ on_the_edge at_the_side
    lourd ~ léger | heavy ~ lightweight
    fort puissant ~ faible | strong ~ weak
    optimiste positif ~ pessimiste négatif | positive ~ negative
    concurrence compétition compétitif ~ coopération coopératif entraide | competition competitive ~ cooperation \
        cooperative
    obéir discipline ~ désobéir libre_arbitre | obey discipline ~ disobey
    naturel ~ artificiel synthétique | natural ~ fake artificial synthetic astroturf
    pareil égal ~ inégal au_mérite selon_le_mérite | equally ~ by_merit merit-based
    ancien_d'abord aîné_d'abord ~ jeune_d'abord | oldest_first ~ youngest_first
    attirer accueillir ~ repousser tenir_à_l'écart éloigner | attract draw_in ~ repel keep_away drive_away
    écouter entendre ~ ignorer passer_outre | listen heed ~ ignore overrule
    faire_confiance confiance ~ méfiance contrôler contrôle | trust ~ distrust check_on
    clôturer grillager clôture ~ baignade_libre accès_libre libre_accès | fence_off fence ~ free_access open_access
    remplir combler reboucher ~ creuser vider | fill fill_in ~ dig hollow
    attacher ~ détacher mobile amovible | fixed_in_place ~ movable removable portable
    gagner bénéfice rentable ~ perdre à_perte déficit | profit profitable ~ at_a_loss loss-making
    plein_temps temps_plein à_temps_plein ~ temps_partiel mi-temps à_mi-temps | full-time ~ part-time day_job day_jobs
    noter notes évaluer ~ sans_notes | grade graded marks ~ ungraded no_grades
    nommé_à_vie à_vie sans_limite_de_mandat ~ mandat_unique mandats_limités | for_life ~ term_limits term_limit
"""
