"""Files of the registers as they are published, with invented rows: headings of several years, and every oddity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

WALDEC: Final = [
    "id",
    "id_ex",
    "siret",
    "rup_mi",
    "gestion",
    "date_creat",
    "date_decla",
    "date_publi",
    "date_disso",
    "nature",
    "groupement",
    "titre",
    "titre_court",
    "objet",
    "objet_social1",
    "objet_social2",
    "adrs_complement",
    "adrs_numvoie",
    "adrs_repetition",
    "adrs_typevoie",
    "adrs_libvoie",
    "adrs_distrib",
    "adrs_codeinsee",
    "adrs_codepostal",
    "adrs_libcommune",
    "adrg_declarant",
    "adrg_complemid",
    "adrg_complemgeo",
    "adrg_libvoie",
    "adrg_distrib",
    "adrg_codepostal",
    "adrg_achemine",
    "adrg_pays",
    "dir_civilite",
    "siteweb",
    "publiweb",
    "observation",
    "position",
    "maj_time",
]
#: With contact details, as it was published until 2018.
WALDEC_2018: Final = [*WALDEC[:34], "telephone", "email", *WALDEC[34:]]
IMPORT: Final = [
    "id",
    "id_ex",
    "siret",
    "gestion",
    "date_creat",
    "date_publi",
    "nature",
    "groupement",
    "titre",
    "titre_court",
    "objet",
    "objet_social1",
    "objet_social2",
    "adr1",
    "adr2",
    "adr3",
    "adrs_codepostal",
    "libcom",
    "adrs_codeinsee",
    "dir_civilite",
    "siteweb",
    "observation",
    "position",
    "rup_mi",
    "maj_time",
]
_BEFORE: Final = ["siren", "nic", "siret", "statutDiffusion", "dateCreation", "trancheEffectifs", "anneeEffectifs"]
_ADDRESS: Final = [
    "complementAdresse",
    "numeroVoie",
    "indiceRepetition",
    "typeVoie",
    "libelleVoie",
    "codePostal",
    "libelleCommune",
    "libelleCommuneEtranger",
    "distributionSpeciale",
    "codeCommune",
    "codeCedex",
    "libelleCedex",
    "codePaysEtranger",
    "libellePaysEtranger",
]
_BEHIND: Final = [
    "dateDebut",
    "etatAdministratif",
    "enseigne1",
    "enseigne2",
    "enseigne3",
    "denominationUsuelle",
    "activitePrincipale",
    "nomenclatureActivitePrincipale",
    "caractereEmployeur",
]
_PLAIN: Final = {"siren", "nic", "siret", "dateDebut"}


def _name(words: Iterable[str]) -> list[str]:
    return [word if word in _PLAIN else f"{word}Etablissement" for word in words]


SIRENE_2019: Final = [
    *_name(_BEFORE),
    *("activitePrincipaleRegistreMetiersEtablissement", "dateDernierTraitementEtablissement"),
    *("etablissementSiege", "nombrePeriodesEtablissement"),
    *_name(_ADDRESS),
    *(f"{word}2Etablissement" for word in _ADDRESS),
    *_name(_BEHIND),
]
#: With the numbers of an address, its coordinates and the trade of 2025.
SIRENE_2025: Final = [
    *SIRENE_2019[:13],
    *("dernierNumeroVoieEtablissement", "indiceRepetitionDernierNumeroVoieEtablissement"),
    *SIRENE_2019[13:25],
    *("identifiantAdresseEtablissement", "coordonneeLambertAbscisseEtablissement"),
    "coordonneeLambertOrdonneeEtablissement",
    *SIRENE_2019[25:],
    "activitePrincipaleNAF25Etablissement",
]
BAN: Final = [
    "id",
    "nom_lieu_dit",
    "code_postal",
    "code_insee",
    "nom_commune",
    "code_insee_ancienne_commune",
    "nom_ancienne_commune",
    "x",
    "y",
    "lon",
    "lat",
    "source_position",
    "source_nom_voie",
]

Row = Mapping[str, str]


def an_association(number: str = "W595000001", **cells: str) -> dict[str, str]:
    """Return a row of the RNA."""
    return {
        "id": number, "titre": "LES BOULISTES DE VAL-BRUME", "objet": "jouer aux boules", "objet_social1": "011035",
        "date_disso": "0001-01-01", "adrs_numvoie": "3", "adrs_typevoie": "RUE", "adrs_libvoie": "des Lilas",
        "adrs_codeinsee": "59279", "adrs_codepostal": "59250", "adrs_libcommune": "Val-Brume", "position": "A",
    } | cells  # fmt: skip


def an_establishment(siret: str = "00000000100017", **cells: str) -> dict[str, str]:
    """Return a row of Sirene; ``Etablissement`` is left out of the names of its cells."""
    named = {name if name in _PLAIN else f"{name}Etablissement": cell for name, cell in cells.items()}
    return {
        "siren": siret[:9], "nic": siret[9:], "siret": siret, "statutDiffusionEtablissement": "O",
        "trancheEffectifsEtablissement": "02", "numeroVoieEtablissement": "12", "typeVoieEtablissement": "RUE",
        "libelleVoieEtablissement": "DES LILAS", "codePostalEtablissement": "59250",
        "libelleCommuneEtablissement": "VAL-BRUME", "codeCommuneEtablissement": "59279",
        "etatAdministratifEtablissement": "A", "enseigne1Etablissement": "LE FOURNIL",
        "activitePrincipaleEtablissement": "10.71C", "nomenclatureActivitePrincipaleEtablissement": "NAFRev2",
    } | named  # fmt: skip


def a_hamlet(name: str, **cells: str) -> dict[str, str]:
    """Return a row of the hamlets of the national base of addresses."""
    return {"id": "59279_x", "nom_lieu_dit": name, "code_postal": "59250", "code_insee": "59279"} | cells


def write_line(cells: Iterable[str], delimiter: str = ";", *, quoted: bool = True) -> str:
    """Return a line as the RNA writes it, each cell quoted, or as Sirene does, where it must be."""
    return delimiter.join(
        '"{}"'.format(cell.replace('"', '""')) if quoted or delimiter in cell or '"' in cell or "\n" in cell else cell
        for cell in cells
    )


def write_rna(
    rows: Iterable[Row], headings: Sequence[str] = WALDEC, delimiter: str = ";", *, quoted: bool = True
) -> str:
    """Return a file of the RNA."""
    lines = [headings, *([row.get(name, "") for name in headings] for row in rows)]
    return "".join(f"{write_line(line, delimiter, quoted=quoted)}\n" for line in lines)


def write_sirene(rows: Iterable[Row], headings: Sequence[str] = SIRENE_2025, delimiter: str = ",") -> str:
    """Return a file of Sirene's establishments."""
    return write_rna(rows, headings, delimiter, quoted=False)


def write_hamlets(rows: Iterable[Row]) -> str:
    """Return a file of hamlets."""
    return write_rna(rows, BAN, quoted=False)
