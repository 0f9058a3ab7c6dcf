"""Further names of columns, in the everyday words of lists and forms, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: What the column of an e-mail address is called, whatever the list is of.
EMAIL: Final = (
    "courriel|courriels|e-mail|e-mails|email|mail|mails|mél|mel|adresse mail|adresse e-mail|adresse email"
    "|adresse mél|adresse électronique|adresse courriel|courrier électronique|email address|mail address"
    "|adresse de messagerie|mail perso"
)
#: What the column of a telephone number is called, whatever the list is of.
PHONE: Final = (
    "téléphone|téléphones|tél|tel|tél.|portable|mobile|telephone|numéro de téléphone|n° de téléphone"
    "|n° téléphone|n° tél|no de téléphone|num tél|num téléphone|phone number|téléphone portable"
    "|tél portable|téléphone mobile|tél mobile|téléphone fixe|tél fixe|fixe|gsm|numéro de portable"
    "|n° de portable|numéro de mobile|cell phone|mobile number|telephone number|téléphone domicile"
    "|contact téléphonique|tél domicile|téléphone personnel|natel|cellulaire"
)
#: What the column of a sector is called, whatever the list is of.
SECTOR: Final = (
    "secteur|secteurs|quartier|hameau|commune|village|area|lieu-dit|lieudit|lieu de résidence"
    "|commune de résidence|ville de résidence|quartier de résidence|ville|hameau de résidence"
    "|village de résidence|quartier/hameau|hameau/quartier|quartier ou hameau|hameau ou quartier"
    "|commune/hameau|localité|lieu d'habitation|secteur géographique|town|neighbourhood|neighborhood"
    "|district|ward|parish"
)

#: By kind and column, names parted by ``|``; those of ``columns.COLUMNS`` go before them.
EVERYDAY: Final[Mapping[str, Mapping[str, str]]] = {
    "challenges": {
        "stake": "thématique|enjeu principal|grand enjeu|domaine|sujet|thème du défi|enjeu du territoire|topic|axe",
        "statement": (
            "notre défi|votre défi|texte du défi|défi formulé|formulation du défi|défi énoncé|libellé"
            "|intitulé|challenge statement|our challenge|défi proposé|défi retenu"
        ),
        "action": "quoi|que faire|ce qu'on veut faire|que voulons-nous faire|objectif|what to do|goal",
        "population": (
            "population|pour quel public|qui est concerné|public cible|cible|publics concernés|audience"
            "|avec qui et pour qui|habitants concernés|target group"
        ),
        "territory": "dans quel lieu|à quel endroit|endroit|périmètre|zone|secteur|location|sur quel territoire",
        "deadline": (
            "avant quand|pour quand|à quelle date|date limite|d'ici quand|horizon|à quelle échéance|due date"
            "|before when|until when|délai visé|date butoir"
        ),
        "indicator": (
            "comment le mesurer|comment mesurer|comment le mesure-t-on|comment saura-t-on|critère de réussite"
            "|critères de réussite|indicateur de mesure|mesure du succès|how to measure|success measure"
            "|how do we measure it|how measured|indicateur de succès|comment saurons-nous que c'est réussi"
        ),
    },
    "stakeholders": {
        "category": (
            "sorte d'acteur|quel acteur|type de partenaire|famille d'acteurs|famille d'acteur"
            "|type de partie prenante|groupe|collège"
            "|nature de la structure|profil|kind|type of organisation|type of organization"
            "|type of stakeholder|group|organisation type|organization type|sorte|type d'acteurs"
            "|statut juridique|catégorie de la structure"
        ),
        "name": (
            "partenaire|nom du partenaire|nom du commerce|commerce|nom de la société|société|entité"
            "|institution|organization|name of organisation|name of organization|organisation name"
            "|organization name|company|nom de la partie prenante|nom de l'établissement|établissement"
            "|nom de l'institution|nom usuel|nom ou raison sociale|structure/organisme|association/structure"
            "|association ou structure"
        ),
        "contact": (
            "qui contacter|personne à joindre|représentant|représentante|représentée par|représenté par"
            "|nom du représentant|nom de la personne"
            "|nom du correspondant|contact principal|nom du président|président|présidente|contact name"
            "|main contact|nom et prénom du contact|prénom et nom du contact|personne ressource|référent·e"
            "|représentant·e|en la personne de"
        ),
        "email": (
            "email du contact|mail du contact|courriel du contact|e-mail du contact|adresse mail du contact"
            "|contact email|contact mail|email de la structure|mail de la structure|courriel de la structure"
        ),
        "status": (
            "invité·e|invitation envoyée|rsvp|vient|viendra|participation|a répondu|présence confirmée"
            "|réponse reçue|état d'invitation|suivi de l'invitation|coming|attending|response|confirmation"
        ),
        "phone": (
            "tél du contact|tél. du contact|téléphone du contact|portable du contact|mobile du contact|contact phone"
            "|téléphone de la structure|téléphone de l'association|téléphone de l'entreprise|tél 1|tel 1|téléphone 1"
            "|standard|numéro du standard|tél pro|téléphone professionnel|téléphone bureau|tél bureau|office phone"
            "|work phone|phone|cell|cellphone|mobile phone|landline|phone no|tel no|contact number|no tél|n° mobile"
        ),
        "address": (
            "adresse complète|adresse du siège|adresse courrier|adresse de correspondance|adresse de la structure"
            "|adresse de l'organisme|adresse de l'association|adresse de l'entreprise|adresse du commerce"
            "|adresse siège social|adresse du siège social|adresse 1|adresse ligne 1|ligne d'adresse 1|ligne 1"
            "|coordonnées postales|n° et rue|numéro et rue|n° et voie|numéro et voie|n°/rue|rue et numéro|n° rue"
            "|libellé de voie|libellé de la voie|nom de la rue|nom de la voie|localisation postale|adr|adr. postale"
            "|où écrire|où envoyer la lettre|où envoyer le courrier|mailing address|street address|full address"
            "|address|address 1|address line 1|number and street|house number and street|office address"
            "|registered address|registered office|head office|business address|shop address|where to write"
        ),
        "complement": (
            "complément adresse|adresse complément|suite de l'adresse|adresse suite|adresse ligne 2"
            "|ligne d'adresse 2|ligne 2|bâtiment|bât|bâtiment/étage|étage|bp|boîte postale|po box|building|floor"
            "|address complement|address continued"
        ),
        "postcode": (
            "c.p.|codepostal|code postal et ville|code postal/ville|cp ville|cp/ville|cp et ville|cp commune"
            "|cp/commune|code postal et commune|code postal - ville|cp - ville|postcode and town|zip/postal code"
            "|zip and city|postcode/town"
        ),
        "posttown": (
            "ville de l'adresse|commune de l'adresse|ville postale|localité postale|town/city|city/town"
            "|city or town|libellé commune"
        ),
        "challenges": (
            "défis concernés|défi concerné|pour quel défi|pour quels défis|pour le défi|pour les défis"
            "|enjeux concernés|enjeu concerné|invités pour|invitation pour|for which challenge|for which challenges"
            "|related challenge"
        ),
        "reason": (
            "raisons|raison d'inviter|raison de cette invitation|motif de l'invitation|motif d'invitation"
            "|motivation de l'invitation|pourquoi l'inviter|pourquoi les inviter|pourquoi inviter|pourquoi lui"
            "|pourquoi elle|pourquoi eux|pourquoi vous|pourquoi nous vous invitons|pourquoi cet acteur"
            "|pourquoi cette personne|pourquoi cette structure|pourquoi cette invitation|pourquoi invité·e"
            "|pourquoi insoupçonné·e|en quoi insoupçonné|insoupçonné parce que|ce qu'il apporte|ce qu'elle apporte"
            "|ce qu'ils apportent|ce qu'il voit|ce qu'elle voit|ce qu'il sait|ce qu'elle sait|justification"
            "|reason|reasons|reason for inviting|reason for invitation|reason for the invitation|reason invited"
            "|why invite them|why invite|why them|why this one|why this stakeholder|why you|why we invite you"
            "|why unexpected|what they bring|what they see|what they know|rationale"
        ),
    },
    "volunteers": {
        "name": (
            "participant·e|identité du bénévole|qui êtes-vous|comment vous appelez-vous|your name"
            "|full name of volunteer"
            "|member name|nom & prénom|prénom & nom|nom + prénom|nom-prénom|nom et prénoms|nom, prénoms"
            "|nom et prénom usuel|name and surname|first and last name|name and first name|nom marital"
            "|nom d'épouse|nom usage"
        ),
        "first_name": "firstname|givenname|prén|pren|first|prénom 1|prénom principal|christian name|fname",
        "email": (
            "e-mail 1 - value|e-mail 1|email 1|mail 1|adresse mel|e-mail address|electronic mail"
            "|adresse mail perso|adresse de courriel|adresse de courrier électronique|mail personnel"
            "|email personnel|courriel personnel|@|adr mail|adr. mail|mailadresse|contact mail|contact email"
        ),
        "phone": (
            "phone 1 - value|phone 1|tel 1|tel1|portable 1|mobile 1|tél port|tél dom|tél. port|tél. dom"
            "|tel portable|n° portable|n° mobile|no portable|no tél|no tel|numéro mobile|num portable"
            "|num. tél|num. portable|tph|tphone|phone|cell|cellphone|mobile phone|mobile phone number"
            "|phone no|tel no|contact number|home phone|landline|landline number|land line"
        ),
        "sector": (
            "hamlet|village/hameau|commune/quartier|lieu d'hab|lieu de vie|quartier de vie|habite à|habite"
            "|where you live|place of residence|neighbourhood/hamlet|your village|localisation"
            "|secteur d'habitation|secteur de résidence"
        ),
        "consent": (
            "j'accepte d'être recontacté|j'accepte d'être contacté|ok contact|ok rgpd|ok pour être recontacté"
            "|recontact|recontact possible|peut-on vous recontacter|accord de contact|accord contact"
            "|contact ok|may contact|consent given|consent to contact|can we contact you|gdpr consent"
            "|consentement donné"
        ),
        "consented_at": "date et heure|date d'envoi|date de la réponse",
        "challenges": (
            "défi choisi|défi(s)|défi(s) choisi(s)|défis retenus|choix des défis|défis qui m'intéressent"
            "|challenges chosen|chosen challenges|volunteer for|volunteers for|stakes|topics|sujets|mes défis"
        ),
        "max_missions": (
            "missions souhaitées|nombre de missions souhaité|nombre de missions possible"
            "|missions possibles|combien de missions|nb de missions|nb missions|nbre de missions"
            "|missions maximum|nombre maximum de missions|nombre max de missions"
            "|nombre de missions maximum|maximum de missions|max de missions|number of missions"
            "|how many missions|maximum missions"
        ),
        "reach": (
            "secteurs possibles|hameaux possibles|où puis-je aller|où pouvez-vous aller|secteurs couverts"
            "|can go to|areas you can reach|secteur accessible|hameaux accessibles|quartiers accessibles"
            "|communes accessibles|secteurs atteignables|secteurs d'intervention|zones accessibles"
            "|zone d'intervention|sectors in reach|reachable sectors|areas in reach|reachable areas"
        ),
        "days": (
            "dispo|dispos|moments disponibles|créneaux|vos disponibilités|quand pouvez-vous aider"
            "|days available|jours de disponibilité|disponibilité|disponibilités|quels jours"
            "|available days|availability"
        ),
        "often": (
            "régularité|périodicité|combien de temps|how many times|à quelle fréquence|combien de fois"
            "|rythme|how often|frequency"
        ),
        "until": (
            "jusqu'à|disponible jusque|date limite de disponibilité|jusqu'à quelle date"
            "|disponible jusqu'au|disponible jusqu'à|fin de disponibilité|available until|until when"
        ),
        "car": (
            "avez-vous une voiture|avez-vous un véhicule|as-tu une voiture|own car|do you have a car|auto"
            "|permis/véhicule|permis/voiture|permis et véhicule|permis et voiture|véhiculé·e|véhiculé"
            "|véhiculée|motorisé·e|has a car|vehicle"
        ),
        "languages": (
            "quelles langues parlez-vous|langues connues|which languages do you speak"
            "|langues parlées|langue parlée|languages spoken"
            "|spoken languages|language"
        ),
        "days_word": "précisions sur les jours|remarque sur les jours|days in words",
    },
    "missions": {
        "challenge": (
            "défi concerné|défi associé|défi lié|enjeu concerné|pour quel défi|pour le défi|thème|thématique"
            "|sujet|related challenge|which challenge|topic|défi n°|rattachée au défi|défi de rattachement"
        ),
        "title": (
            "ce qu'il faut faire|qu'y a-t-il à faire|que faut-il faire|tâche|action|nom de l'action|que faire"
            "|quoi|mission proposée|mission à faire"
            "|description de la mission|task|mission name|mission title|name|activité|titre de la tâche"
            "|ce qu'il y a à faire|rôle|role|besoin|action à mener|actions à mener|tâche à faire|tâche à réaliser"
        ),
        "places": (
            "besoin en bénévoles|besoin de bénévoles|nb|nbre|nombre|combien|combien de personnes"
            "|nombre de personnes|nb de personnes|nb personnes"
            "|nb pers|nbre de personnes|personnes nécessaires|bénévoles nécessaires|nombre de postes|postes"
            "|postes à pourvoir|nombre de volontaires|volontaires|how many|how many people|people needed"
            "|volunteers needed|spots|capacité|jauge|places max|places maximum|maximum de places|effectif maximum"
            "|effectif max|maximum|max|nombre maximum|maximum places|max places|places wanted|places souhaitées"
        ),
        "min_competence": (
            "min. skill|min skill|skill min|compétence|compétences requises|niveau|niveau de compétence"
            "|niveau demandé"
            "|niveau de compétence requis|niveau attendu|compétence nécessaire|skill needed|skill level"
            "|required skill|required level|minimum level"
        ),
        "sector": "lieu|où|endroit|lieu de la mission|where|location|hamlet",
        "owner": (
            "qui pilote|porté par|portée par|pilotée par|pilote de la mission|porteur de la mission"
            "|animée par|animateur|personne responsable|élu référent|lead|leader|owner|coordinator|in charge"
            "|responsable·s"
        ),
        "first_date": (
            "à partir de quand|starts|starts on|quand|date de la première rencontre|date de démarrage|démarrage"
            "|start date|when|date et heure de début|début de la mission|jour de début"
            "|first day|première rencontre|date du premier rendez-vous|à partir du"
        ),
        "last_date": (
            "date et heure de fin|fin de la mission|jour de fin|fin prévue|se termine le|finishes on"
            "|date de fin|date fin|jusqu'au|jusqu'à quand|end date|ends|ends on|last day|until"
        ),
        "begins": (
            "horaire de la mission|horaires de la mission|à quelle heure|heure de rendez-vous|begins at"
            "|starts at|horaire|horaires|start time"
        ),
        "finishes": "jusqu'à quelle heure|finishes at|ends at|end time",
        "min_places": (
            "places mini|minimum de bénévoles|minimum de personnes|nombre minimal"
            "|nombre minimal de places|effectif minimal|combien au minimum|combien au moins"
            "|places au minimum|at least|minimum number|minimum people|minimum volunteers|min volunteers"
            "|min people|minimum|minimum de places|nombre minimum de places|nombre minimum"
            "|nombre minimum de bénévoles|bénévoles minimum|effectif minimum|effectif min|minimum places"
            "|least places"
        ),
        "importance": (
            "priorité de la mission|importance de la mission|how important|degré d'importance"
            "|niveau de priorité|ordre de priorité|rang de priorité|priority"
        ),
        "days": "jours concernés|quels jours de la semaine|which days|quels jours|days of the mission",
        "car": (
            "faut-il une voiture|voiture requise|véhicule requis|avec voiture|car required"
            "|voiture nécessaire|voiture demandée|véhicule nécessaire|permis/véhicule|permis et voiture"
            "|permis et véhicule|car needed|needs a car|vehicle"
        ),
        "language": (
            "langue requise|langue à parler|quelle langue|language required|langue nécessaire"
            "|langue parlée|language needed|needs a language"
        ),
        "next_step": (
            "première chose à faire|par quoi commencer|étape suivante|premier geste|à faire en premier"
            "|pour commencer|next action|suite|prochaine action"
        ),
    },
    "scores": {
        "volunteer": (
            "votre nom|nom de la personne|personne|bénévoles|participants|your name|volunteer name|qui|prénom nom"
        ),
        "challenge": "thème|thématique|sujet|topic|défi noté|défi concerné",
        "competence": "je sais faire|savoir-faire|capacité|expertise|note de compétence|skill level|maîtrise"
        "|niveau|niveau de compétence|level",
        "interest": "j'ai envie|note d'intérêt|appétence|interest level|motivé|envie d'agir",
    },
    "ideas": {
        "challenge": (
            "thème|thématique|sujet|topic|défi concerné|pour quel défi|sur quel défi|défi choisi|theme"
            "|quel défi|which challenge|enjeu concerné"
        ),
        "text": (
            "que faudrait-il faire|que faut-il faire|ce qu'il faudrait faire|suggestion|suggestions|votre idée"
            "|idée proposée|proposition d'action|votre proposition"
            "|description de l'idée|intitulé de l'idée|description|que proposez-vous|propositions"
            "|ce que je propose|your idea|proposal|idea text|libellé|post-it|réponse|action proposée"
            "|what would you do|solution|solution proposée|solutions"
        ),
        "source": (
            "source|comment le savez-vous|d'où le savez-vous|d'où la tenez-vous|d'où tenez-vous cela"
            "|d'où vient l'idée|provenance|source de l'idée"
            "|how do you know|d'où cela vient-il|origine de l'idée|d'où le tenez-vous|comment le sais-tu"
        ),
        "author": (
            "qui êtes-vous|who are you|qui parle|auteur·ice|auteur de l'idée|nom de l'auteur|proposé par"
            "|proposée par|déposée par|déposé par|qui"
            "|de qui|votre nom|participant·e|proposed by|submitted by|name|your name|bénévole|personne"
            "|émise par"
        ),
        "written_at": "date|date de l'idée|déposée le|proposée le|date et heure|submitted at|submitted on|date d'envoi",
    },
}
