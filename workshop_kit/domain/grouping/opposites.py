"""Qualities that exclude each other: one line an opposition, its two sides apart by ``~``."""

from __future__ import annotations

from typing import Final

#: ``French ~ French | English ~ English``.
SIDES: Final = r"""
    gratuit gratuité gratuitement offert gratis sans_payer ne_coûte_rien sans_frais \
        ~ payant payer faire_payer péage facturer paie paye paiement facturation cotisation \
        | free free_of_charge at_no_cost for_free gratis ~ pay paid charge toll charged paying payment fee_paying
    bon_marché abordable pas_cher moins_cher tarif_réduit \
        ~ cher coûteux onéreux prix tarif | cheap affordable inexpensive low-cost ~ expensive costly price fee fare
    public publique en_régie ~ privé privatiser privatisation privé_lucratif \
        | public publicly council-run ~ private privatise privatize privately
    obligatoire imposer obliger obligation forcer contraindre exiger rendre_obligatoire \
        ~ facultatif volontaire libre_choix au_choix optionnel laisser_le_choix s'il_en_a_envie libre à_la_carte \
        | mandatory compulsory required require force oblige ~ optional voluntary choice free_choice if_they_like opt-in
    allumer éclairer allumé éclairé illuminer ~ éteindre éteint extinction pénombre obscurité noir \
        | light_up switch_on turn_on lit leave_on ~ switch_off turn_off dark darkness lights_off unlit
    central centraliser centralisé un_seul regrouper concentrer regroupement \
        ~ décentraliser disperser réparti répartir éparpiller dans_chaque décentralisé \
        | central centralise centralize single one_big ~ decentralise spread in_every scattered spread_out dispersed
    intérieur couvert fermé_chauffé abrité halle à_l'abri ~ extérieur plein_air en_plein_air découvert \
        | indoor indoors under_cover ~ outdoor open-air outdoors open_air
    tôt plus_tôt avancer avant_l'heure ~ tard plus_tard reculer retarder \
        | early earlier ~ late later postpone delay
    rapide accélérer vite accélération ~ lent ralentir freiner ralentissement \
        | fast faster quick speed_up accelerate ~ slow slower slow_down
    haut élevé surélever ~ bas abaisser | high tall ~ low
    proche rapprocher au_plus_près ~ loin éloigner éloigné à_l'écart lointain \
        | near close_by closer nearer ~ far away_from far_away distant
    mélanger mixte mêler ensemble mixité mélange commun collectif collectivement \
        ~ séparer séparé séparément individuel chacun_son individuellement séparation à_part \
        | mix mixed together shared ~ separate separately apart individual segregate split
    secret confidentiel cacher garder_pour_soi caché huis_clos tenir_secret \
        ~ publier public transparent divulguer transparence affiché publication en_ligne_ouverte \
        | secret confidential hide hidden closed_doors private ~ publish transparent disclose public transparency
    anonyme anonymat ~ nominatif signé | anonymous ~ named signed
    papier imprimé imprimer sur_papier ~ numérique dématérialiser dématérialisé en_ligne internet e-mail \
        | paper print printed ~ digital online paperless email
    long rallonger ~ court raccourcir bref | long longer ~ short shorter
    grand agrandir ~ petit rapetisser | big bigger large ~ small smaller
    individuelle individuel ~ collective collectif | individual ~ collective
    chauffer réchauffer chaud ~ refroidir froid climatiser | warm heat hot ~ cool cold chill
    bruyant bruit musique_forte ~ silencieux silence calme tranquille \
        | noisy loud noise ~ quiet silent silence calm
    bétonner goudronner béton goudron bitume bitumer artificialiser \
        ~ végétaliser débétonner verdir désimperméabiliser terre herbe | pave concrete tarmac asphalt ~ green \
        grass depave unpaved gravel
    sauvage friche laisser_pousser naturel ~ tondre tailler entretenu ras \
        | wild meadow rewild ~ mow mown trim manicured
    armer armé ~ désarmer désarmé | armed arm ~ unarmed disarm
    bénévole bénévolat gracieux ~ salarié rémunéré professionnel payé rémunérer salarier \
        | volunteer voluntary unpaid ~ paid_staff salaried professional wage paid
    tenir_en_laisse en_laisse attacher ~ sans_laisse lâcher en_liberté | leash on_lead lead leashed ~ off_leash \
        off_the_lead run_free off-leash unleashed loose
    vendre vente céder ~ acheter racheter garder acquérir conserver rester | sell sale ~ buy keep retain stay
    louer location ~ acheter achat | rent ~ buy
    construire bâtir édifier ~ démolir raser abattre détruire | build ~ demolish knock_down tear_down
    réparer rénover restaurer ~ démolir raser jeter remplacer abattre détruire reconstruire \
        | repair restore renovate ~ demolish replace tear_down knock_down rebuild scrap
    garder maintenir rester laisser conserver tenir ~ déplacer déménager transférer délocaliser transformer \
        remplacer changer construire bâtir lotir urbaniser | keep stay maintain leave left retain ~ move relocate transfer replace change turn_into turn convert \
        redevelop
    embaucher recruter embauche ~ licencier supprimer_des_postes licenciement | hire recruit ~ fire dismiss lay_off \
        sack
    encourager inciter promouvoir soutenir attirer ~ décourager dissuader \
        | encourage promote support attract ~ discourage deter dissuade
    récompenser prime bonus ~ punir amende sanctionner verbaliser sanction pénalité pv \
        | reward bonus ~ punish fine penalise penalty fined
    centre-ville centre bourg ~ périphérie hameau extérieur_de_la_ville | downtown centre ~ outskirts edge_of_town \
        suburbs hamlet
    habitant local résident ~ touriste étranger extérieur_à_la_commune | resident local ~ tourist outsider visitor \
        elsewhere
    jeune mineur ~ adulte majeur âgé ancien | young minor under-18s ~ adult over-18s elderly
    premier d'abord en_premier avant ~ dernier ensuite en_dernier après \
        | first before ahead ~ last after afterwards wait
    permanent toute_l'année définitif pérenne ~ temporaire saisonnier provisoire éphémère \
        | permanent year-round whole_year ~ temporary seasonal in_season pop-up
    jour diurne ~ nuit nocturne | daytime ~ night
    national fédéral ~ local | national ~ local
    piéton marcher à_pied vélo cycliste ~ voiture automobiliste auto | pedestrian walk bike cyclist on_foot walking \
        ~ car driver vehicle
    dense densifier ~ étaler étalement espacé | dense density ~ sprawl low-density
    simple simplifier simplification ~ compliquer complexe | simple simplify ~ complicate complex red_tape
    réserver réservé réserver_à uniquement exclusif exclusivement seulement seuls aux_seuls limité_aux \
        ~ autoriser laisser permettre ouvert_à_tous pour_tous à_tous tous_les_publics ouvrir tout_le_monde à_tout_le_monde quiconque \
        | only reserve reserved exclusive exclusively ~ let allow permit open_to_all for_everyone for_all everybody everyone anyone
    plein remplir ~ vider vide | fill full ~ empty
    annoncé prévenir sur_rendez-vous rendez-vous avec_rendez-vous ~ improviste à_l'improviste sans_rendez-vous \
        | appointment book booked ~ walk-in unannounced no_appointment drop-in
    humain guichet dame personne_en_face coup_de_fil ~ automate robot machine borne appli \
        | human staffed cashier ~ machine robot automated kiosk app self-service
    bio biologique ~ pesticide chimique conventionnel | organic ~ pesticide chemical
    chasser chasse tirer abattre ~ protéger chasseur_interdit | hunt shoot cull culling ~ protect
    légal légaliser dépénaliser ~ illégal criminaliser délit crime | legal decriminalise legalise ~ illegal crime \
        criminalize criminalise
    déréguler alléger_les_règles ~ réglementer réguler encadrer réglementation | deregulate red_tape ~ regulate \
        regulation regulations rules
    viande carné ~ végétarien végétal sans_viande végétalien | meat ~ vegetarian vegan meatless
    empêcher interdire bloquer bannir ~ laisser permettre autoriser laisser_passer | prevent ban block keep_out ~ let \
        allow permit
    grillager clôturer clôture barrière murer ~ décloisonner ouvert libre_passage | fence fenced wall gate ~ unfenced \
        open free_access
    sucré sucre ~ sans_sucre | sugary ~ sugar-free
    sens_unique ~ double_sens | one-way one_way ~ two-way two_way
"""
