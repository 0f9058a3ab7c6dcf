"""Files as town halls send them: all people in them are invented."""

from __future__ import annotations

from typing import Final

#: Father and son bear one name; the last row takes something away and names nobody in particular.
HOMONYMS: Final = (
    "Nom;Prénom;Courriel;Téléphone;Secteur;Consentement\n"
    "Martin;Jean;jean.martin1950@example.org;06 39 98 02 01;Bourg;oui\n"
    "Martin;Jean;j.martin.fils@example.org;06 39 98 02 02;Les Granges;oui\n"
    "MARTIN;jean;;;;non\n"
)
CLAIRE: Final = "Nom;Courriel;Téléphone;Consentement\nClaire Fontaine;claire.fontaine@example.org;06 39 98 03 01;oui\n"
JEANNE: Final = "Nom;Courriel;Téléphone;Consentement\nJeanne Martin;jeanne.martin@example.org;06 39 98 04 01;oui\n"
JEANNES_SCORE: Final = "Bénévole;Défi;Compétence;Intérêt\nJeanne Martin;Logement;3;+2\n"
TWO_MISSIONS: Final = (
    "Défi;Intitulé;Places;Compétence min\nLogement;Tour de garde;1;1\nLogement;Répondre au téléphone;1;1\n"
)
BENCHES: Final = (
    "défi;idée\nMobilité;Plus de bancs\nMobilité;Plus de bancs\nMobilité;plus de bancs\nMobilité;Plus de bus\n"
)
#: Swapped names, a shared pseudonym, near-twins, one address for two names.
DISORDER: Final = (
    "Nom;Prénom;Pseudo;Courriel;Téléphone;Consentement\n"
    "AUBIN;MAËL;Grenouille;mael_aubin@example.org;+33639981001;oui\n"
    "aubin;maël;Grenouille;mael.aubin@example.com;0639981001;oui\n"
    "Maël;Aubin;Grenouille;;0033639981001;oui\n"
    ";;Grenouille;Grenouille4369@example.com;+33639981001;oui\n"
    ";Maël;;maelaubin@example.net;;oui\n"
    "Aubin;Maëll;;mael_aubin@example.org;06-39-98-10-01;oui\n"
    "Cartier;Lise;Grenouille;lise.cartier@example.org;06 39 98 10 02;oui\n"
    "el-Amrani;Zahra;;;;\n"
    "El Amrani;Zahra;;zahra@example.org;;oui\n"
    "D'Aboville;Éric;Éric;eric.daboville@example.net;06.39.98.10.03;oui\n"
    "D’ABOVILLE;ERIC;;;;non\n"
)
#: A form's export, with its own date.
FORM: Final = "Nom;Courriel;Consentement;Date du consentement\nClaire Fontaine;claire.fontaine@example.org;oui;{date}\n"
