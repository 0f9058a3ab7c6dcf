"""The French words that decide, by what they mean, in the plain form of their dictionary entry."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing import french_fields as fields
from workshop_kit.domain.framing.words import list_plain

#: Verbs without an end of their own: one can do it for ever and never have done it.
VAGUE: Final = (
    list_plain(
        "améliorer favoriser repenser promouvoir renforcer sensibiliser lutter accompagner développer soutenir "
        "encourager valoriser "
        "dynamiser redynamiser revitaliser faciliter agir oeuvrer contribuer participer réfléchir imaginer penser "
        "mobiliser optimiser "
        "moderniser aider répondre engager travailler avancer viser tendre innover inventer réinventer cultiver animer "
        "impulser stimuler "
        "intensifier consolider poursuivre veiller anticiper adapter fédérer rassembler informer communiquer dialoguer "
        "concerter "
        "questionner explorer comprendre étudier analyser réduire diminuer limiter baisser augmenter accroître élargir "
        "étendre enrichir "
        "diversifier approfondir harmoniser structurer coordonner piloter conforter pérenniser simplifier fluidifier "
        "apaiser embellir "
        "tisser retisser nouer renouer oser changer bouger relever préparer partager combattre affronter remédier "
        "prendre inciter inviter motiver responsabiliser éduquer outiller protéger préserver respecter entretenir "
        "gérer maîtriser "
        "transformer évoluer rompre briser vaincre prévenir attirer redonner réussir construire_ensemble "
        "bâtir_ensemble "
        "essayer tenter chercher continuer commencer miser parier placer intégrer inclure impliquer associer concilier "
        "articuler croiser "
        "sécuriser fiabiliser rayonner faire_rayonner booster doper muscler amplifier accélérer freiner ralentir "
        "atténuer alléger "
        "rapprocher réconcilier relier reconnecter reconquérir réenchanter célébrer honorer honorer défendre tourner "
        "croire rêver aimer "
        "grandir progresser prioriser conjuguer susciter éveiller stimuler orienter conseiller écouter "
        "transmettre raconter témoigner témoigner mieux_vivre accompagner partager donner_envie comprendre "
        "retrouver_le_goût construire_un_avenir incarner prôner clarifier vivifier vivre_ensemble sublimer ressouder "
        "souder cheminer évaluer parler débattre échanger rencontrer rappeler montrer prouver choisir penser "
        "décloisonner humaniser réguler encadrer traiter considérer porter soigner investir aborder repérer identifier"
    )
    | fields.INTENDING
)
#: Verbs of making, buying and setting up: what they bring about is a means.
MEANS: Final = (
    list_plain(
        "créer acheter acquérir ouvrir rouvrir réouvrir installer implanter construire bâtir lancer "
        "organiser monter aménager équiper "
        "recruter embaucher "
        "éditer publier distribuer diffuser louer financer subventionner poser déployer instaurer instituer désigner "
        "nommer élaborer "
        "rédiger concevoir réaliser reprendre fournir imprimer signer adopter programmer cartographier mutualiser "
        "doter "
        "ajouter tracer "
        "édifier fabriquer commander constituer établir fonder inaugurer prévoir engager introduire généraliser "
        "expérimenter tester "
        "planifier élargir_les_horaires envoyer coller afficher numériser informatiser automatiser goudronner agrandir "
        "construire "
        "planter nommer mettre_en_place mettre_en_service mettre_en_ligne mettre_à_disposition mettre_sur_pied "
        "faire_construire "
        "développer_une_application proposer convertir transformer réhabiliter réaménager bitumer clôturer filmer "
        "recenser rassembler_les_données "
        "tenir_une_permanence animer_un_atelier piétonniser vidéosurveiller remplacer vendre céder former donner "
        "offrir équiper verser consacrer allouer investir attribuer accorder dédier octroyer dépenser budgéter refaire "
        "apprendre_à informer remettre_un distribuer prolonger étendre allonger actualiser éteindre allumer boucher "
        "relancer verdir végétaliser "
        "prêter "
        "écrire peindre repeindre fleurir nettoyer renommer baptiser fermer élaguer démolir raser déplacer sous-titrer "
        "traduire afficher goudronner subventionner réserver débloquer affecter dispenser enseigner sponsoriser "
        "alerter ajouter décaler étendre élaborer"
    )
    | (fields.MAKING | fields.PAYING | fields.ORGANISING | fields.TELLING) - VAGUE
)
#: What is made, bought or set up.
MEANS_THINGS: Final = (
    list_plain(
        "application appli app site plateforme plate-forme portail annuaire guide carte journal gazette minibus bus "
        "navette véhicule voiture vélo "
        "local salle maison centre halte café épicerie jardin piste borne caméra vidéosurveillance banc réseau comité "
        "commission groupe poste service "
        "dispositif numéro ligne fonds prime subvention chèque charte plan campagne forum atelier formation permanence "
        "guichet marché festival "
        "fête concours label observatoire étude diagnostic questionnaire enquête logiciel tablette ordinateur "
        "conciergerie ressourcerie recyclerie "
        "crèche piscine gymnase parking rond-point pont passerelle panneau éolienne composteur poubelle chaudière "
        "maison_de_santé tiers-lieu "
        "boutique chariot camion camionnette bibliobus médiathèque bibliothèque cantine restaurant bar distributeur "
        "coffre affiche flyer "
        "brochure dépliant lettre newsletter page compte groupe_whatsapp chatbot outil kit boîte cahier carnet "
        "registre fichier base tableau "
        "stand chalet kiosque abri arrêt parc aire terrain city-stade skatepark verger potager ruche serre ferme "
        "cuisine frigo laverie garage "
        "atelier_vélo pass carte_d'abonnement abonnement convention contrat partenariat association coopérative "
        "société scic régie agence office "
        "maisonnette hangar entrepôt bâtiment immeuble trottoir ralentisseur feu lampadaire éclairage signalétique "
        "wifi antenne fibre plan_d'action "
        "stratégie schéma budget logement appartement habitation place serre bureau conseil assemblée réunion "
        "rencontre journée semaine soirée animation événement exposition spectacle concert "
        "monnaie jeu mur rampe ascenseur toilettes barrière clôture fontaine tribune vestiaire chaufferie ombrière "
        "abribus station passage panneaux passerelle tapis "
        "référent médiateur animateur coordinateur coordinatrice agent policier garde-champêtre technicien conseiller "
        "défibrillateur"
    )
    | fields.THINGS
)
#: Verbs that keep or end a state by what they mean, with or without a figure.
ENDS: Final = (
    list_plain(
        "supprimer éradiquer éliminer abolir garder maintenir conserver sauver loger reloger héberger rénover "
        "raccorder doubler tripler diviser "
        "atteindre garantir ramener passer scolariser vacciner trouver retrouver rendre obtenir sortir "
        "raccorder brancher "
        "isoler remettre ramasser stopper arrêter cesser interdire bannir vider remplir finir terminer achever couvrir "
        "desservir nourrir accueillir "
        "visiter employer insérer repeupler reboiser rembourser effacer dépolluer assainir réparer restaurer permettre "
        "assurer chauffer regagner atteindre réunir gagner revenir avoir"
    )
    | (fields.ELIMINATING | fields.KEEPING | fields.REACHING | fields.RESTORING | fields.PROVIDING) - VAGUE - MEANS
)
#: A body that acts: what it does is a means rather than a state.
BODIES: Final = list_plain(
    "commune mairie ville conseil municipalité département région état collectivité agglomération intercommunalité "
    "association "
    "comité nous on équipe élu métropole pays communauté caisse régie syndicat province canton préfecture ccas sncf "
    "mutuelle fondation gouvernement municipal comcom agglo maire"
)
#: What speaks of how things are, and not of how they will be.
AS_IT_IS: Final = (
    r"\b(?:trop (?:de|d'|peu)|manquent?\b|manque de|de plus en plus|de moins en moins|actuellement|aujourd'hui|"
    r"encore trop|deja trop|"
    r"depuis (?:\d|que|qu'|des |longtemps|toujours|plusieurs|quelques|trop|peu|l'an|l'ete|l'hiver|hier|une? |deux|"
    r"trois|"
    r"quatre|cinq|dix|vingt|(?:la|le|l') ?(?:fermeture|depart|covid|crise|pandemie|confinement|incendie|inondation|"
    r"rentree|guerre|mort|fin))|faute de|peu de|beaucoup de|la plupart|souvent|ces dernieres annees|il y a|il n'y a|"
    r"il existe|on "
    r"constate|on observe|nous constatons|"
    r"constat|est un probleme|sont un probleme|pose probleme|se plaignent|souffrent|subissent|augmentent?|"
    r"baissent?|ferment|disparaissent)"
)
QUESTION: Final = (
    r"^\W*(?:et si|que (?:deviennent|devient|font|sont|vont|reste(?! ouvert| en | accessible| vivant| allume| "
    r"gratuit))|[^?]{0,60}\bquoi(?= ?\?)|comment|pourquoi|que faire|quels?|quelles?|quoi|"
    r"qui (?!dort|vit|veut|habite)|quand(?=.*\?)|ou "
    r"(?:en|va|"
    r"sont)|où|combien|faut-il|peut-on|doit-on|est-ce|"
    r"qu'est-ce|à quand|a quand|a quoi|à quoi|en quoi|jusqu'où|que voulons|que pouvons|sommes-nous|avons-nous|"
    r"voulez-vous|"
    r"pouvons-nous|devons-nous|ne faudrait-il|quid)\b"
)
#: What has the ending of an infinitive and is none.
NOT_INFINITIVES: Final = list_plain(
    "loisir avenir plaisir désir souvenir cuir tir martyr élixir soupir menhir émir hiver mer fer ver cher fier "
    "hier amer enfer cancer laser "
    "super hyper inter internet poster leader cluster master container scooter flyer bunker corner hamster cutter "
    "freezer étranger danger "
    "berger verger léger usager passager boulanger potager messager oranger viager horloger ménager imager clocher "
    "rocher plancher maraîcher "
    "boucher bûcher rucher archer foyer loyer noyer métayer écuyer plaidoyer voyer goûter déjeuner dîner souper "
    "atelier familier particulier "
    "singulier régulier hôtelier cavalier palier collier scolaire conseiller oreiller cuiller chandelier premier "
    "dernier entier papier cahier "
    "courrier panier ouvrier pompier infirmier policier quartier chantier métier escalier mobilier immobilier "
    "financier foncier épicier "
    "officier trésorier saisonnier boudoir gendre cendre tendre moindre entre autre notre votre contre outre "
    "centre ventre théâtre kilomètre "
    "mètre litre titre registre ministre trimestre semestre septembre octobre novembre décembre nombre membre "
    "chambre arbre ombre sombre libre fibre "
    "être pouvoir savoir avoir devoir espoir soir noir trottoir couloir lavoir miroir territoire histoire mémoire "
    "gloire foire victoire "
    "laboratoire obligatoire provisoire maire salaire affaire horaire solidaire primaire nécessaire propriétaire "
    "locataire partenaire "
    "bénéficiaire anniversaire itinéraire centenaire volontaire scolaire alimentaire sanitaire communautaire "
    "populaire ordinaire militaire "
    "culture lecture nature voiture facture ouverture fermeture agriculture aventure structure infrastructure "
    "couverture toiture friture "
    "mesure heure mineure majeure extérieure intérieure supérieure inférieure demeure figure bordure chaussure "
    "procédure verdure cure sure pure dure "
    "misère mère père frère rivière lumière matière première dernière manière carrière barrière poussière "
    "frontière prière bière "
    "cimetière caractère rentière ouvrière infirmière financière foncière terre guerre verre pierre lettre fenêtre "
    "ancêtre prêtre "
    "encore alors genre pire rire dire sourire empire navire satire fer genre lire rare gare phare cigare guitare "
    "bizarre"
) - list_plain("être pouvoir savoir avoir devoir rire dire lire sourire")
IRREGULAR_INFINITIVES: Final = list_plain(
    "faire refaire défaire satisfaire dire lire écrire rire construire conduire voir revoir prévoir avoir recevoir "
    "concevoir percevoir apercevoir pourvoir savoir "
    "pouvoir devoir vouloir valoir être envoyer renvoyer mourir"
)
#: Forms of verbs that no other word has, and common ones whose ending tells nothing.
FINITE: Final = list_plain(
    "est sont ont soit soient ait aient peut peuvent puisse puissent doit doivent va vont aille aillent fait font "
    "fasse fassent sera seront "
    "aura auront serait seraient aurait auraient reçoit obtient rejoint dort dorme dorment vit vive vivent vient "
    "sait sache sachent met mette mettent prend prenne rend "
    "rende tient tienne devient devienne permet apprend comprend sort sorte sortent sent voit voie lit lise écrit "
    "dit attend soutient suit réduit connaît naît disparaît "
    "faut vaut existe reçoive reçoivent obtienne trouve trouvent retrouve ouvre habite accède mange travaille "
    "gagne paie paye fonctionne circule arrive "
    "rentre quitte cherche mène accueille bénéficie dispose subit grandit finit choisit réussit remplit perd perde "
    "perdent répond répondent meurt meure rit boit boive court coure "
    "était étaient avait avaient étudie joue aime croit croie garde reste restent demeure ferme passe change monte "
    "manque part partent roule marche nage mangent "
    "rouvre rouvrent ouvrent couvre couvrent offre offrent souffre souffrent découvre découvrent traverse traversent "
    "renonce renoncent dépasse dépassent respecte parle grandisse finisse puissions soyons ayons sommes avons "
    "voulons allons devons pouvons vole veut veulent veuille doive"
)
#: Such forms that are nouns or adjectives as well: a subject must stand before them.
AS_NOUN_TOO: Final = list_plain(
    "garde reste ferme passe change manque part marche nage vive voie sorte sort fait joue courte court vole "
    "cherche paie paye habite ouvre "
    "demeure monte roule parle respecte lit quitte mène gagne"
)
EVERY: Final = (
    r"(?:\b(?:chaque|chacune?|aucune?|nul(?:le)?|tout le monde|toute? (?!age\b|une |un |le |la |l'|au|à|de|en|"
    r"ce|d')\w+|"
    r"tous(?! les ages)(?= (?:les|nos|ces|ceux|leurs|ont|sont|peuvent))|toutes(?= (?:les|nos|ces|celles|leurs|ont|sont|"
    r"peuvent))|100 ?%|cent pour cent|pas une? seule?|"
    r"plus une? seule?|zero|plus personne|plus jamais|l'ensemble des|l'integralite|la totalite)\b|\bpersonne(?= "
    r"n[e'])|(?<=^)personne(?= (?:du|de|des|dans|au|aux|à|en|d')[^.;,]{0,40} n[e'])|\bsans exception)"
)
DETERMINERS: Final = list_plain(
    "le la l' les un une des du de d' au aux ce cet cette ces mon ma mes ton ta son sa ses leur leurs notre nos "
    "votre vos quel quelle quels "
    "quelles chaque aucun aucune plusieurs quelques tout toute tous toutes par pour sans en à dans sur sous avec "
    "et ou entre vers chez contre "
    "plus très moins si trop deux trois quatre cinq six sept huit neuf dix cent mille comme"
)

#: Doing that brings a means about, said as a thing: "l'ouverture de …", "un budget pour …".
MEANS_NOUNS: Final = fields.PROVISIONS
#: Efforts that subjects promise, and that have no end.
EFFORTS: Final = list_plain(
    "mériter contribuer participer engager agir favoriser améliorer soutenir encourager promouvoir renforcer "
    "développer "
    "accompagner valoriser mobiliser oeuvrer lutter "
    "sensibiliser dynamiser aider innover avancer travailler aimer croire bouger rayonner changer protéger préserver"
)
#: Verbs that say how many it is today.
TELLS_OF: Final = list_plain(
    "toucher concerner représenter dire penser vouloir quitter partir compter constituer "
    "dater élever totaliser peser chiffrer coûter augmenter baisser monter progresser reculer"
)

#: Verbs that reach a state only with a figure, or for each one.
SOFT: Final = list_plain(
    "garantir assurer permettre atteindre offrir rendre retrouver accueillir avoir être devenir sortir stopper "
    "arrêter rester demeurer"
)
#: Of these, those that a date makes firm enough.
RENDERING: Final = list_plain("rendre retrouver accueillir atteindre avoir sortir stopper arrêter")
#: What nobody can make, buy or open.
ABSTRACT: Final = list_plain(
    "avenir demain monde futur lien confiance dynamique dynamisme société communauté ville village territoire "
    "identité culture ambiance climat condition envie synergie solidarité fraternité "
    "espoir perspective monde passerelle opportunité convivialité harmonie équilibre sens bonheur vivre-ensemble "
    "projet rêve cohésion attractivité commune"
)
