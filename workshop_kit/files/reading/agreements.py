"""Tell which headings ask whether somebody may be contacted: other agreements are named, never taken for that one."""

from __future__ import annotations

from typing import Final

from workshop_kit.files.reading.whose import NOT_YET, OF_OTHER_CONSENT

#: What has a consent of its own, or asks how and when; all patterns are of folded words.
OF_OTHERS: Final = (
    r"photo|image|video|picture|filme|newsletter|mailing list|lettre d'info|infolettre|parental|\bparents?\b"
    r"|mineure?s?\b"
)
_OF_OTHER_USES: Final = (
    r"publicit|\bpub\b|\bpromo|commercia|marketing|demarch|prospect|\bpartenaires?\b|\btiers\b|third part|sponsor"
    r"|\bpublish|\bpublie|\bpublication|affich|annuaire|directory|\bpresse\b|\bthe press\b|cookies?\b|\boffres\b"
    r"|bulletin|gazette|\bjournal\b|magazine|actualites|cotisation|prelevement|direct debit"
    r"|\binformations? (municipale|communale|de la (mairie|commune|ville))|\bdeja\b|\balready\b"
)
OTHER_CONSENT: Final = (
    rf"{OF_OTHERS}|{_OF_OTHER_USES}|{NOT_YET}|{OF_OTHER_CONSENT}"
    r"|reglement(?! general| europeen)|\bdate\b|finalite|\bcomment\b|\bhow\b|\bwhen\b|by what|which way|moyen|horaire"
    r"|\bquand\b|medical|vehicule|sortie|soins"
    # what is read or ticked before a form is sent, what is passed on or sent out: no word on being contacted
    r"|^(?!.*(contact|rappel|joind|solicit))"
    r".*(\bchartes?\b|\bcgu\b|conditions (generales|d'utilisation)|\bterms\b|politique|polic(y|ies)\b|mentions legales"
    r"|\b(j'ai|avoir|avez vous) (lu|pris connaissance)|\bi have read"
    r"|diffus|partag|\bechange|communique|\bshar(e|ing)\b|\b(recevoir|receive)\b.*\b(informations?|infos?|actus?|news)\b)"
)
#: What speaks of being contacted, or of what is kept of somebody, by itself; "recontacté" alone says that it was done.
CONTACTS: Final = (
    r"rgpd|gdpr|\bcnil\b|recontact(?!ee?s?\b)|etre recontacte|donnees personnelles|confidentialite|privacy"
    r"|data protection|personal (data|details)|\b(keep|retain) my (details|data)|\b(stay|keep|get) in touch"
    r"|opt(ed)? ?out|\bcontactables?\b"
    r"|\b(souhaite|veut|veux|voudrais) (bien )?etre (tenue? )?(informe|contacte|au courant)"
    r"|(etre|vous|te) (re)?contacte|be contacted|contact (me|you)\b|\bme (rappel|re?contact|joind)"
    r"|^(je )?(refuse?|m'oppose)\b|^opposition\b|^(do not|don't|no) contact|refus"
)
_AGREES: Final = (
    r"(consen[st]|\baccords?\b|d'accord|autoris|\baccepte|j'accept|acceptation|en cochant|\bok\b|\bagree|permission)"
)
#: An agreement says yes to being contacted where it names that, or what is kept for it.
AGREES_TO_CONTACT: Final = (
    rf"^(?=.*{_AGREES}).*(contact|rappel|joind|joign|sollicit|relanc|appel|donnees|coordonnees|conserv|traitement"
    r"|fichier|informations|\binforme|\bcourant\b|\bdata\b|details|information\b|\btouch\b|\bcall"
    r"|\b(e ?)?mails?\b|\bmels?\b|courriel|\btel\b|telephon|\bphone|\bsms\b|\bnumero)"
)
_JOINING: Final = (
    "je|j|i|vous|votre|mon|son|sa|de|du|la|le|l|les|des|d|a|au|ai|avez|as|the|your|et|ou|or|and|of|cette|case"
)
_GIVEN: Final = (
    "donnee?s?|donner|donne|give|gives|gave|given|form|formulaire|fiche|ecrite?|signee?|recue?|obtenue?|orale?|verbale?"
    "|explicite|libre|eclairee?|prealable|valable|valide|received|signed|obtained|written|oral|cochant|refusee?"
)
_WHOSE: Final = (
    "personnes?|benevoles?|interessee?s?|participante?s?|adherente?s?|membres?|volontaires?|habitante?s?|volunteers?"
    "|members?|participants?"
)
_WORDS: Final = (
    "consentements?|consent|consents|consented|consens|consentez|accords?|autorise|autorisez|autorisation|acceptez"
    "|accepte|acceptee?|acceptation|agree|agrees|agreed|agreement|permission|ok"
)
#: An agreement to which nothing else is named.
BARE_CONSENT: Final = (
    rf"^(?=.*\b(?:{_WORDS})\b)(?:[\W\d_]|\b(?:{_JOINING}|{_GIVEN}|{_WHOSE}|{_WORDS}|oui|non|o|n|yes|no|y)\b)*$"
)
