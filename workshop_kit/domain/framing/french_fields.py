"""French verbs and things by field, in the plain form of their dictionary entry: what each brings about."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import list_plain

#: What was there is there no more.
ELIMINATING: Final = list_plain(
    "libérer délivrer supprimer éradiquer éliminer abolir anéantir bannir proscrire prohiber résorber solder éponger "
    "purger débarrasser extirper annuler dissoudre chasser désamianter dépolluer assainir dératiser vider effacer "
    "stopper arrêter cesser finir terminer achever clore interdire dissiper déloger évacuer exterminer "
    "désencombrer déblayer désendetter tarir bouter évincer exclure enlever retirer ôter abroger"
)
#: What is there stays.
KEEPING: Final = list_plain("garder maintenir conserver sauver sauvegarder retenir rester demeurer")
#: Something is reached, had again, or whole.
REACHING: Final = list_plain(
    "atteindre obtenir parvenir accéder aboutir décrocher récupérer regagner recouvrer gagner rattraper égaler "
    "franchir dépasser rejoindre compter totaliser couvrir"
)
#: What was lost or broken works again.
RESTORING: Final = list_plain(
    "rétablir restaurer réparer ramener remettre réintroduire ressusciter repeupler reboiser "
    "renaturer "
    "restituer reconstituer dégripper rendre retrouver rallumer"
)
#: People have what they need.
PROVIDING: Final = list_plain(
    "loger reloger héberger abriter nourrir vêtir chauffer scolariser vacciner dépister alphabétiser insérer "
    "employer guérir servir desservir raccorder brancher approvisionner alimenter ravitailler secourir visiter "
    "accueillir "
    "désaltérer rapatrier régulariser naturaliser"
)
#: One makes, builds, lays, paints, digs.
MAKING: Final = list_plain(
    "éclairer créer construire bâtir édifier ériger dresser fabriquer réaliser confectionner bricoler concevoir "
    "dessiner aménager "
    "installer implanter poser apposer accrocher fixer sceller monter assembler creuser forer enterrer enfouir curer "
    "draguer "
    "bétonner bitumer goudronner paver daller carreler crépir peindre repeindre badigeonner câbler électrifier "
    "motoriser "
    "climatiser vitrer grillager clôturer baliser flécher jalonner signaliser illuminer sonoriser végétaliser planter "
    "semer engazonner fleurir arborer tailler élaguer débroussailler faucher tondre balayer ratisser désherber "
    "saler sabler déneiger arroser pailler vidanger désinfecter décorer meubler ventiler laver récurer lessiver "
    "dépoussiérer cirer vernir lasurer colmater rejointoyer étayer rapiécer niveler terrasser remblayer empierrer "
    "drainer buser canaliser bâcher pavoiser "
    "débitumer débétonner désimperméabiliser démolir raser détruire agrandir surélever réaménager "
    "réhabiliter convertir reconvertir transformer piétonniser ouvrir fermer déplacer barrer"
)
#: One buys, pays, lends, taxes.
PAYING: Final = list_plain(
    "acheter acquérir racheter louer préempter exproprier réquisitionner vendre céder financer cofinancer "
    "subventionner "
    "indemniser rémunérer payer défrayer salarier titulariser exonérer taxer surtaxer facturer tarifer verser allouer "
    "octroyer attribuer accorder consacrer dédier affecter réserver débloquer investir dépenser budgéter emprunter "
    "prêter "
    "sponsoriser parrainer doter équiper fournir distribuer livrer offrir donner"
)
#: One hires, charges with, organises, sets up.
ORGANISING: Final = list_plain(
    "recourir organiser lancer inaugurer instaurer instituer établir constituer fonder recruter embaucher engager "
    "nommer "
    "désigner "
    "mandater missionner déléguer externaliser confier municipaliser mutualiser jumeler planifier programmer prévoir "
    "expérimenter tester généraliser déployer adopter signer voter convoquer célébrer "
    "fêter élire labelliser certifier introduire ajouter prolonger remplacer implanter"
)
#: One says, writes, shows, teaches, counts what there is.
TELLING: Final = list_plain(
    "écrire rédiger éditer publier imprimer diffuser afficher coller distribuer traduire sous-titrer numériser "
    "informatiser automatiser cartographier recenser répertorier inventorier auditer diagnostiquer sonder enquêter "
    "consulter "
    "interroger filmer photographier enregistrer archiver exposer projeter former enseigner informer alerter envoyer "
    "annoncer élaborer proposer instruire"
)
#: One means well: there is no day on which it is done.
INTENDING: Final = list_plain(
    "enrayer endiguer juguler contrer contrecarrer désenclaver désengorger décarboner fortifier étoffer propulser "
    "inscrire ancrer épauler assister seconder appuyer vanter cimenter revigorer ranimer raviver régénérer revivifier "
    "activer catalyser enclencher amorcer entamer rationaliser rééquilibrer réorienter réformer restructurer refonder "
    "réorganiser remodeler revoir reconsidérer redéfinir redessiner requestionner rehausser redresser remobiliser "
    "réaffirmer affirmer assumer exprimer militer plaider efforcer attacher attaquer contenir modérer tempérer "
    "amoindrir amenuiser minimiser maximiser adoucir soulager pallier compenser surmonter désamorcer dédramatiser "
    "déstigmatiser démocratiser vulgariser populariser choyer chérir rassurer réconforter émanciper autonomiser "
    "épanouir "
    "fidéliser séduire convaincre persuader convier unir allier coopérer collaborer croître prospérer réapproprier "
    "réinvestir "
    "reverdir ménager apprivoiser restreindre économiser épargner réenchanter ressourcer resserrer recréer recoudre "
    "sensibiliser conscientiser responsabiliser impliquer mobiliser inspirer fluidifier désaturer dynamiser densifier "
    "densifier moraliser pacifier apaiser détendre verdir assouplir alléger désengager prioriser privilégier "
    "vivre habiter respirer remercier féliciter concerner tendre viser adhérer rapprocher "
    "exister savourer consommer profiter bouger"
)
#: What is lost when it comes: who prevents it keeps something.
LOSSES: Final = list_plain(
    "fermeture disparition départ expulsion suppression abandon perte démolition vente licenciement coupure "
    "rupture érosion "
    "envasement ensablement assèchement tarissement hémorragie pourrissement faillite démantèlement "
    "délocalisation noyade inondation incendie mort décès"
)
#: Doing that has come to its end, said as a thing: "résorption de", "maintien de", "division par trois de".
RESULTS: Final = list_plain(
    "absence résorption suppression éradication élimination abolition disparition fin extinction maintien conservation "
    "sauvegarde sauvetage réouverture rétablissement retour division doublement triplement quadruplement gratuité "
    "relogement raccordement résolution arrêt interdiction apurement dépollution restauration remise accès atteinte "
    "obtention couverture réintroduction neutralité parité autosuffisance alphabétisation désenclavement plein-emploi "
    "titularisation régularisation scolarisation électrification mensualisation"
)
#: Of these, the ones that need a figure, each one, or a day.
QUANTIFIED: Final = list_plain(
    "réduction baisse diminution hausse augmentation accès couverture retour recul amélioration développement "
    "progression "
    "restauration remise interdiction résolution relogement raccordement gratuité sauvegarde"
)
#: Doing that brings a means about, said as a thing.
PROVISIONS: Final = list_plain(
    "création ouverture achat acquisition installation construction implantation organisation recrutement embauche "
    "aménagement équipement mise lancement distribution financement budget déploiement publication édition "
    "instauration "
    "réhabilitation pose plantation location formation enveloppe subvention passage élargissement extension "
    "agrandissement "
    "prolongation rénovation réfection végétalisation piétonnisation goudronnage éclairage signature adoption "
    "nomination "
    "désignation élaboration rédaction réalisation fourniture attribution octroi versement prêt don remplacement "
    "généralisation expérimentation numérisation cartographie recensement diagnostic étude fermeture vente rachat "
    "transformation reconversion conversion démolition "
    "taxe taxation interdiction gratuité obligation encadrement plafonnement limitation exonération moratoire jumelage "
    "tirage amende plafond quota prime redevance réquisition préemption municipalisation gel ravalement curage "
    "fauchage "
    "entretien nettoyage dragage balisage fléchage"
)
#: Things made, bought, set up, put on.
THINGS: Final = list_plain(
    "club chorale cercle casier consigne arceau trottinette triporteur tandem remorque tracteur balayeuse "
    "camping-car fourgon ambulance barque bac péniche bateau "
    "télécabine tramway tram train autocar car trolleybus taxi autopartage covoiturage pédibus vélobus "
    "salon chambre dortoir bungalow yourte cabane préau auvent pergola belvédère observatoire hangar grange silo "
    "laverie "
    "lavoir bains douche sanitaire toilette wc urinoir vestiaire dojo patinoire bowling boulodrome pumptrack "
    "trampoline toboggan "
    "balançoire tyrolienne city-parc ludothèque grainothèque bricothèque outilthèque repair-café fab-lab fablab "
    "cyberbase "
    "cybercafé coworking pépinière incubateur couveuse microcrèche micro-crèche garderie halte-garderie colonie "
    "foyer résidence internat béguinage pension auberge gîte hôtel refuge accueil dispensaire infirmerie cabinet "
    "pharmacie "
    "épicerie boulangerie boucherie supérette drive halle friperie ressourcerie matériauthèque déchèterie déchetterie "
    "bac benne conteneur container silo broyeur composteur méthaniseur chaufferie géothermie panneau ombrière batterie "
    "éolienne hydrolienne turbine citerne récupérateur cuve noue bassin fossé digue haie bosquet mare verger pépinière "
    "jardinière potager pelouse prairie corridor clôture portail portique borne horodateur sas ralentisseur dos-d'âne "
    "chicane plateau giratoire feu panneau miroir radar caméra sirène alarme détecteur extincteur capteur compteur "
    "écran "
    "tableau panneau totem fresque mosaïque statue sculpture kiosque bibliothèque banc banquette table chaise "
    "poubelle cendrier fontaine brumisateur parasol tente chapiteau scène gradin tribune sono projecteur micro "
    "robot drone imprimante serveur intranet extranet wiki blog podcast radio webradio chaîne vidéo film "
    "documentaire livre "
    "album manuel fascicule livret mémento plaquette tract autocollant badge bracelet calendrier agenda bulletin "
    "répertoire catalogue inventaire cadastre atlas baromètre sondage audit règlement arrêté décret moratoire "
    "pacte schéma protocole cahier conventionnement référentiel référent animateur médiateur éducateur "
    "coordinateur coordinatrice chargé conciergerie concierge gardien vigile agent assistante infirmière psychologue "
    "interprète traducteur bourse cagnotte tontine monnaie caisse fondation régie scic scop amap "
    "groupement syndicat fédération jumelage parrainage tutorat mentorat stage chantier séjour sortie excursion balade "
    "randonnée tournoi gala bal carnaval kermesse brocante vide-grenier foire salon colloque conférence congrès "
    "webinaire hackathon ciné-club projection spectacle concert tarif ticket "
    "carte abonnement forfait chèque bon coupon subside allocation crédit exonération taxe amende "
    "brigade patrouille escorte astreinte garde cours ateliers cantine buvette food-truck foodtruck traiteur marché "
    "cinéma cirque orchestre bibliobus four fournil pressoir alambic buvette guinguette chalet roulotte caravane "
    "cabine télécabine téléconsultation bibliothèque passerelle tunnel souterrain escalier rampe "
    "élévateur monte-escalier main-courante piste voie couloir contre-allée trottoir sentier parvis placette square"
)
