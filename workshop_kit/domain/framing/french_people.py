"""More French words for people: trades, offices, states of life, and who acts for others among them."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import list_plain, strip_accents

#: Trades and offices: who works, and is meant where something is done for them.
_TRADES: Final = list_plain(
    "secrétaire maire adjoint conseiller cheminot vacataire surveillant gardien concierge atsem équipage matelot "
    "capitaine marin-pêcheur conchyliculteur mytiliculteur pisciculteur saliculteur céréalier betteravier "
    "récoltant bouilleur cueilleur castelleur sylviculteur forestier élagueur scieur arboriculteur horticulteur "
    "pépiniériste paysagiste laitier fermier métayer vacher porcher chevrier aviculteur "
    "ardoisier mineur-de-fond sidérurgiste métallo métallurgiste soudeur tourneur fraiseur chaudronnier ajusteur "
    "mécanicien carrossier chauffeur cariste magasinier préparateur grutier terrassier plaquiste carreleur "
    "plâtrier façadier zingueur ramoneur ébéniste tapissier verrier potier céramiste tisserand tanneur cordonnier "
    "sellier bijoutier horloger luthier imprimeur relieur graphiste développeur informaticien technicien ingénieur "
    "dirigeant gérant chef-d'entreprise repreneur franchisé associé actionnaire porteur-de-projet "
    "caissière vendeur vendeuse serveuse hôtesse standardiste téléconseiller guichetier postier coursier "
    "éboueur ripeur cantonnier balayeur égoutier agent-d'entretien femme-de-ménage lingère blanchisseur "
    "aide-soignant aide-soignante auxiliaire-de-vie ambulancier brancardier puériculteur orthophoniste kiné "
    "kinésithérapeute ergothérapeute podologue opticien pharmacien dentiste vétérinaire psychologue psychiatre "
    "gynécologue pédiatre généraliste urgentiste anesthésiste chirurgien radiologue ostéopathe diététicien "
    "aesh avs cpe maître-nageur surveillant-de-baignade moniteur entraîneur éducatrice animatrice directeur principal "
    "formateur chercheur archiviste bibliothécaire documentaliste conservateur conférencier "
    "traducteur journaliste correspondant photographe cinéaste plasticien peintre sculpteur graffeur circassien "
    "marionnettiste conteur poète écrivain illustrateur chanteur choriste rappeur dj technicien-du-spectacle "
    "projectionniste "
    "gendarme policier magistrat avocat notaire huissier greffier militaire légionnaire réserviste douanier "
    "hôtelier aubergiste cafetier limonadier traiteur pâtissier chocolatier poissonnier primeur caviste "
    "brocanteur antiquaire bouquiniste camelot exposant forain ambulant contractuel titulaire "
    "fonctionnaire stagiaire alternante tutrice maître-d'apprentissage compagnon tâcheron vendangeur "
    "batelière éclusier passeur convoyeur affréteur armateur pompiste garde-champêtre garde-forestier"
)
#: Who somebody is by what happened to them, what they have, or what they do.
_STATES_MARKED: Final = (
    "endeuillé alité aveugle boiteux alcoolique addict abstinent abonné naufragé noyé blessé brûlé hospitalisé "
    "grand-parent grands-parents petit-enfant petits-enfants beau-parent beaux-parents belle-mère beau-père "
    "arrière-grand-parent oncle tante neveu nièce cousin cousine soeur frère jumelle fiancé marié divorcé séparé "
    "compagne concubin pacsé belle-famille bru gendre marâtre puîné benjamin cadet "
    "arbitre supporter équipier coéquipier capitaine gardien-de-but footballeur rugbyman handballeur basketteur "
    "judoka gymnaste athlète coureur joggeur skieur snowboardeur patineur grimpeur alpiniste spéléologue plongeur "
    "véliplanchiste régatier rameur cavalier boxeur tireur archer pétanqueur bouliste traileur triathlète vététiste "
    "tireuse golfeur tennisman cavalière "
    "fidèle croyant paroissien pratiquante catéchumène pèlerin moine religieux "
    "usagère voyageuse passagère piétonne cycliste trottinettiste automobiliste covoiturée autostoppeur "
    "contribuable imposable allocataire retraitée rentier fortuné milliardaire riche modeste indigent "
    "mendiant glaneur fouilleur biffin zonard routard vagabond clochard mal-logé mal-logés sans-logis "
    "sans-emploi sans-droits sans-voix sans-dents inactif oisif désoeuvré neet décrocheuse raccrocheur redoublant "
    "primo-votant abstentionniste électrice votant pétitionnaire signataire manifestant militant syndicaliste "
    "délégué représentant mandataire ambassadeur référente veilleuse marraine "
    "villageoise citadine banlieusard faubourien îlien insulaire riveraine montagnarde campagnard résidente "
    "estivant hivernant curiste excursionniste pêcheuse plaisancière croisiériste congressiste festivalier "
    "spectatrice visiteuse lectrice emprunteur inscrit participant adhérente sociétaire souscripteur mécène "
    "parrainé accompagné accompagnant accompagnante protégé placé adopté adoptant adoptif recueilli "
    "accueillant hébergeant hôte locatrice logeur colocataire sous-locataire occupant occupante copropriétaire "
    "squatteuse sinistrée inondé évacué confiné rescapé irradié contaminé séropositif vacciné malvoyante sourde "
    "muet sourd-muet daltonien boiteuse amputé paralysé hémiplégique invalide infirme grabataire sénile "
    "dément parkinsonien diabétique obèse anorexique boulimique insomniaque dépressif schizophrène bipolaire "
    "bègue dyspraxique dysphasique hyperactif précoce surendettée débiteur créancier "
    "quidam individu âme bouche concitoyen compatriote congénère camarade copain copine ami amie "
    "bambine gamine fillette garçonnet nana type dame demoiselle bachelière lauréate "
    "normalien polytechnicien apprentie collégien-ne maternelle élémentaire primaire préado pré-ado jeunesse-rurale "
    "doyen doyenne vétéran ancien-combattant veuve orphelins ukrainien syrien afghan rom roms manouche "
    "primo-arrivante réfugiée exilée demandeuse-d'asile mna bénévoles volontaires"
)
_STATES: Final = list_plain(_STATES_MARKED) - list_plain(
    "maternelle élémentaire primaire peintre âme bouche type précoce"
)
MORE_PEOPLE: Final = _TRADES | _STATES
#: Of these, who is called by a participle: without its accent it is another word ("les places", "un divorce").
ACCENTED: Final = frozenset(
    strip_accents(word)
    for word in (*_STATES_MARKED.split(), "dialysé", "greffé", "opéré", "assuré")
    if word.endswith("é")
)
#: Those of them who act for others more often than something is done for them.
MORE_PROVIDERS: Final = _TRADES - list_plain(
    "cheminot vacataire équipage matelot marin-pêcheur récoltant cueilleur laitier fermier vendangeur caissière "
    "vendeur vendeuse serveuse éboueur ripeur livreur coursier cariste contractuel apprenti aide-soignant "
    "aide-soignante alternante conchyliculteur céréalier arboriculteur sylviculteur horticulteur aviculteur chevrier"
) | list_plain("boulanger sage-femme arbitre délégué représentant référente ambassadeur accueillant marraine")
