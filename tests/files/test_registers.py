"""Registers of millions of rows, of which a commune's are a list to pick from."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.files.register_files import (
    IMPORT,
    SIRENE_2019,
    SIRENE_2025,
    WALDEC,
    WALDEC_2018,
    a_hamlet,
    an_association,
    an_establishment,
    write_hamlets,
    write_rna,
    write_sirene,
)
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.model import Category, Sector, Stakeholder
from workshop_kit.errors import InvalidEntry, UnreadableFile, WorkshopError
from workshop_kit.files.registers.report import RegisterReport
from workshop_kit.files.registers.taking import import_register
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store
from workshop_kit.store.opening import DATABASE_NAME

TODAY = date(2027, 1, 12)

TakeRegister = Callable[..., RegisterReport]


@pytest.fixture
def take(store: Store, tmp_path: Path) -> TakeRegister:
    """Write a register and take it in."""

    def write_and_take(
        kind: str, content: str | bytes, *communes: str, name: str = "registre.csv", hamlets: str | None = None
    ) -> RegisterReport:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        places = None
        if hamlets is not None:
            places = tmp_path / "lieux-dits.csv"
            places.write_text(hamlets, encoding="utf-8")
        folder = tmp_path / "atelier"
        return import_register(store, folder, Register(kind), path, communes or ("59279",), today=TODAY, hamlets=places)

    return write_and_take


def list_candidates(store: Store) -> dict[str, Candidate]:
    return {one.id: one for one in store.read(lambda repository: repository.list_candidates())}


def names(store: Store) -> list[str]:
    return sorted(one.name for one in list_candidates(store).values())


def say(error: WorkshopError) -> str:
    return Translator("fr").sentence(error)


def zip_of(**files: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def lzma_spoilt() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("rna.csv", write_rna([an_association()]) * 50)
    content = packed.getvalue()
    return content[:60] + b"\x55" * 30 + content[90:]


def name_spoilt() -> bytes:
    return zip_of(**{"é__csv": write_rna([an_association()])}).replace("é".encode(), b"\xff\xfe")


def test_associations_of_the_commune_that_are_active_become_candidates(store: Store, take: TakeRegister) -> None:
    report = take(
        "rna",
        write_rna(
            [
                an_association(siteweb="www.boules.example", publiweb="1", adrs_complement="Salle des fêtes"),
                an_association("W595000002", position="D"),
                an_association("W595000003", date_disso="2020-05-01"),
                an_association("W595000004", titre="EN SURSIS", date_disso="2027-06-01"),
                an_association("W595000005", adrs_codeinsee="59350", adrs_codepostal="59000"),
            ]
        ),
    )
    assert (report.read, report.of_communes, report.inactive, report.hidden) == (5, 4, 2, 0)
    assert (report.taken.new, report.rejected) == (2, ())
    assert names(store) == ["EN SURSIS", "LES BOULISTES DE VAL-BRUME"]
    assert list_candidates(store)["W595000001"] == Candidate(
        "W595000001",
        Register.RNA,
        "LES BOULISTES DE VAL-BRUME",
        code="011035",
        entry="sport",
        category=Category.CULTURE_SPORT,
        description="jouer aux boules",
        address="Salle des fêtes\n3 RUE des Lilas",
        postcode="59250",
        commune="Val-Brume",
        insee="59279",
        website="www.boules.example",
    )


def test_establishments_that_are_open_and_may_be_shown_become_candidates(store: Store, take: TakeRegister) -> None:
    report = take(
        "sirene",
        write_sirene(
            [
                an_establishment(),
                an_establishment("00000000200015", etatAdministratif="F", enseigne1="FERMÉ"),
                an_establishment("00000000300013", statutDiffusion="N", enseigne1="CACHÉ N"),
                an_establishment("00000000400011", statutDiffusion="P", enseigne1="CACHÉ P"),
                an_establishment("00000000500019", statutDiffusion="", enseigne1="CACHÉ VIDE"),
                an_establishment("00000000600017", codeCommune="59350"),
            ]
        ),
    )
    assert (report.read, report.of_communes, report.inactive, report.hidden) == (6, 5, 1, 3)
    bakery = list_candidates(store)["00000000100017"]
    assert names(store) == ["LE FOURNIL"]
    assert (bakery.category, bakery.entry, bakery.code) == (Category.SHOP, "local_shops", "10.71C")
    assert (bakery.address, bakery.size) == ("12 RUE DES LILAS", "02")


def test_what_must_not_be_shown_stands_nowhere(store: Store, take: TakeRegister, tmp_path: Path) -> None:
    rows = [an_establishment(), an_establishment("00000000300013", statutDiffusion="P", enseigne1="SECRETIMMO")]
    broken = write_sirene([an_establishment("00000000400011", statutDiffusion="N", enseigne1="SECRETIMMO")])
    report = take("sirene", write_sirene(rows) + broken.splitlines()[1].replace("12,", "12,,,", 1) + "\n")
    told = str(report.to_json("fr")) + " ".join(report.to_lines("f.csv", "fr"))
    assert len(report.rejected) == 1
    assert "SECRETIMMO" not in told
    store.close()
    for file in (tmp_path / "atelier").iterdir():
        assert b"SECRETIMMO" not in file.read_bytes(), file.name


def test_who_is_hidden_since_leaves_the_list_though_taken_and_without_a_trace(
    store: Store, take: TakeRegister, tmp_path: Path
) -> None:
    row = an_establishment(enseigne1="TOUTSECRET")
    take("sirene", write_sirene([row, an_establishment("00000000200015")]))
    store.perform(None, lambda repository: repository.add_stakeholder(Stakeholder("h", Category.SHOP, "Le Fournil")))
    store.perform(None, lambda repository: repository.take_candidate("00000000100017", "h"))
    report = take(
        "sirene", write_sirene([row | {"statutDiffusionEtablissement": "P"}, an_establishment("00000000200015")])
    )
    assert (report.hidden, report.taken.gone) == (1, 1)
    assert list(list_candidates(store)) == ["00000000200015"]
    store.close()
    assert b"TOUTSECRET" not in (tmp_path / "atelier" / DATABASE_NAME).read_bytes()


def test_the_same_file_twice_changes_nothing(store: Store, take: TakeRegister) -> None:
    rows = write_rna([an_association(), an_association("W595000002", titre="L’ORPHÉON")])
    take("rna", rows)
    since = store.latest_sequence()
    report = take("rna", rows)
    assert (report.taken.new, report.taken.changed, report.taken.unchanged, report.taken.gone) == (0, 0, 2, 0)
    assert store.latest_sequence() == since


def test_a_later_file_changes_adds_and_removes_and_keeps_what_was_taken(store: Store, take: TakeRegister) -> None:
    ids = [f"W59500000{number}" for number in range(1, 5)]
    take("rna", write_rna([an_association(one, titre=one) for one in ids]))

    def choose(repository: Repository) -> None:
        for one in ids[:2]:
            repository.add_stakeholder(Stakeholder(one, Category.ASSOCIATION, one))
            repository.take_candidate(one, one)

    store.perform(None, choose)
    report = take("rna", write_rna([an_association(ids[0], titre="Un autre nom"), an_association("W595000009")]))
    assert report.taken.new == 1
    assert report.taken.changed == 1
    assert (report.taken.gone, report.taken.kept) == (3, 1)
    found = list_candidates(store)
    assert (found[ids[0]].name, found[ids[0]].taken) == ("Un autre nom", ids[0])
    assert (found[ids[1]].gone, found[ids[1]].taken) == (True, ids[1])
    assert ids[2] not in found
    again = take("rna", write_rna([an_association(one, titre=one) for one in ids]))
    assert list_candidates(store)[ids[1]] == replace(found[ids[1]], gone=False)
    assert again.taken.gone == 1


def test_a_candidate_is_known_by_the_number_that_a_stakeholder_bears(store: Store, take: TakeRegister) -> None:
    known = Stakeholder("h", Category.SHOP, "Le Fournil", register="00000000100017")
    store.perform(None, lambda repository: repository.add_stakeholder(known))
    take("sirene", write_sirene([an_establishment()]))
    assert list_candidates(store)["00000000100017"].taken == "h"


def test_one_commune_leaves_the_candidates_of_another_and_of_the_other_register(
    store: Store, take: TakeRegister
) -> None:
    take("rna", write_rna([an_association()]))
    take("sirene", write_sirene([an_establishment()]))
    report = take("rna", write_rna([an_association("W595000007", adrs_codeinsee="59350")]), "59350")
    assert report.taken.gone == 0
    assert set(list_candidates(store)) == {"W595000001", "00000000100017", "W595000007"}


def test_the_older_associations_come_from_another_file_and_neither_removes_the_others(
    store: Store, take: TakeRegister
) -> None:
    old = {
        "id": "0591001234", "titre": "AMICALE DES ANCIENS", "objet_social1": "038105", "adr1": "CHEZ MME INVENTEE",
        "adr2": "4 PLACE DE LA MAIRIE", "adrs_codepostal": "59250", "libcom": "VAL-BRUME", "adrs_codeinsee": "59279",
        "position": "A",
    }  # fmt: skip
    take("rna", write_rna([an_association()]))
    report = take("rna", write_rna([old], IMPORT))
    assert (report.taken.new, report.taken.gone) == (1, 0)
    found = list_candidates(store)["0591001234"]
    assert (found.entry, found.address, found.commune) == ("veterans", "4 PLACE DE LA MAIRIE", "VAL-BRUME")
    assert take("rna", write_rna([an_association()])).taken.gone == 0


@pytest.mark.parametrize("headings", [WALDEC, WALDEC_2018, list(reversed(WALDEC)), [name.upper() for name in WALDEC]])
def test_columns_of_the_rna_are_found_by_name(headings: list[str], store: Store, take: TakeRegister) -> None:
    row = an_association(telephone="0600000000", email="personne@example.org")
    cells = {name: row.get(name.lower(), "") for name in headings}
    take("rna", write_rna([cells], headings))
    candidate = list_candidates(store)["W595000001"]
    assert candidate.address == "3 RUE des Lilas"
    assert "example.org" not in str(candidate)
    assert "06000" not in str(candidate)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("headings", [SIRENE_2019, SIRENE_2025, list(reversed(SIRENE_2025))])
def test_columns_of_sirene_are_found_by_name(
    headings: list[str], delimiter: str, store: Store, take: TakeRegister
) -> None:
    rows = [an_establishment(enseigne1="A, B; C", enseigne2="D", complementAdresse="LES GRANGES")]
    take("sirene", write_sirene(rows, headings, delimiter))
    candidate = list_candidates(store)["00000000100017"]
    assert (candidate.name, candidate.address) == ("A, B; C – D", "LES GRANGES\n12 RUE DES LILAS")


def test_the_trade_of_2025_counts_where_there_is_no_other(store: Store, take: TakeRegister) -> None:
    rows = [
        an_establishment(activitePrincipale="", activitePrincipaleNAF25="47.81Y"),
        an_establishment("00000000200015", activitePrincipale="47.81Z", activitePrincipaleNAF25="47.21Y"),
        an_establishment("00000000300013", activitePrincipale="47.81Y", nomenclatureActivitePrincipale="NAF2025"),
        an_establishment("00000000400011", activitePrincipale="52.1B", nomenclatureActivitePrincipale="NAFRev1"),
    ]
    take("sirene", write_sirene(rows))
    found = list_candidates(store)
    assert [found[one].entry for one in sorted(found)] == ["garages", "markets", "garages", ""]
    assert found["00000000400011"].category == Category.COMPANY


def test_without_a_sign_a_body_is_called_by_its_trade_and_no_persons_name_is_kept(
    store: Store, take: TakeRegister
) -> None:
    rows = [
        an_establishment(enseigne1="", activitePrincipale="47.24Z"),
        an_establishment("00000000200015", enseigne1="", denominationUsuelle="CHEZ NOUS"),
        an_establishment(
            "00000000300013", enseigne1="[ND]", activitePrincipale="43.22A", libelleVoie="", numeroVoie=""
        ),
    ]
    headings = [*SIRENE_2025, "nomUniteLegale2", "prenomUsuel"]
    report = take("sirene", write_sirene([row | {"nomUniteLegale2": "INVENTEE"} for row in rows], headings))
    assert names(store) == ["Boulangerie et confiserie, 12 RUE DES LILAS", "CHEZ NOUS", "Plomberie et chauffage"]
    assert report.unnamed == 2
    assert "INVENTEE" not in str(list_candidates(store))


@pytest.mark.parametrize(
    ("complement", "kept"),
    [
        ("Chez M. Jean Inventé", ""),
        ("MME INVENTEE Odile", ""),
        ("C/O Odile Inventée 4 rue du Puits", "4 rue du Puits"),
        ("Salle Jean Moulin - chez Mme Inventée", "Salle Jean Moulin"),
        ("Foyer İİİİİİ, chez Inventée Odile, 4 rue du Puits", "Foyer İİİİİİ 4 rue du Puits"),
        ("Résidence Monsieur Vincent", "Résidence Monsieur Vincent"),
        ("Maison des associations", "Maison des associations"),
        ("Mairie de Mmeville", "Mairie de Mmeville"),
    ],
)
def test_the_person_at_whose_home_an_association_is_is_not_kept(
    complement: str, kept: str, store: Store, take: TakeRegister
) -> None:
    take("rna", write_rna([an_association(adrs_complement=complement)]))
    assert list_candidates(store)["W595000001"].address == "\n".join(part for part in (kept, "3 RUE des Lilas") if part)


def test_the_postal_address_stands_in_for_the_seat_and_who_declared_it_does_not(
    store: Store, take: TakeRegister
) -> None:
    row = an_association(
        adrs_numvoie="", adrs_typevoie="", adrs_libvoie="", adrg_declarant="Inventée Odile", adrg_complemgeo="Bât. B",
        adrg_libvoie="8 rue du Four", adrg_codepostal="59251", adrg_achemine="VAL-BRUME CEDEX",
    )  # fmt: skip
    take("rna", write_rna([row]))
    found = list_candidates(store)["W595000001"]
    assert (found.address, found.postcode, found.insee) == ("Bât. B\n8 rue du Four", "59251", "59279")
    assert "Inventée" not in str(found)


def test_a_site_that_is_not_to_be_published_is_not_kept(store: Store, take: TakeRegister) -> None:
    rows = [
        an_association(siteweb="www.a.example", publiweb="0"),
        an_association("W595000002", siteweb="personne@example.org", publiweb="1"),
    ]
    take("rna", write_rna(rows))
    assert [one.website for one in list_candidates(store).values()] == ["", ""]


QUOTES = [
    ('"LE "PETIT" BAR"', 'LE "PETIT" BAR'),
    ('"BAR "LE PETIT""', 'BAR "LE PETIT"'),
    ('"LE ""PETIT"" BAR"', 'LE "PETIT" BAR'),
    ('"LE \\"PETIT\\" BAR"', 'LE "PETIT" BAR'),
    ('"LE PETIT BAR', "LE PETIT BAR"),
    ('LE PETIT BAR"', 'LE PETIT BAR"'),
    ('LE "PETIT" BAR', 'LE "PETIT" BAR'),
    ('""', "Bar"),
    ('"A;B, C"', "A;B, C"),
    ('"DEUX\nLIGNES"', "DEUX LIGNES"),
    ('"TROIS\n\nLIGNES ""A"""', 'TROIS LIGNES "A'),
]


@pytest.mark.parametrize(("written", "read"), QUOTES)
def test_quotes_of_every_kind_spoil_no_other_row(written: str, read: str, store: Store, take: TakeRegister) -> None:
    rows = [an_association(), an_association("W595000002", titre="@@", titre_court="Bar"), an_association("W595000003")]
    report = take("rna", write_rna(rows).replace('"@@"', written))
    assert (report.read, report.taken.new, report.rejected, report.broken) == (3, 3, (), 0)
    assert list_candidates(store)["W595000002"].name.strip('"') == read.strip('"')


@pytest.mark.parametrize(("written", "read"), QUOTES)
def test_quotes_of_every_kind_are_read_the_same_in_sirene(
    written: str, read: str, store: Store, take: TakeRegister
) -> None:
    rows = [an_establishment(), an_establishment("00000000200015", enseigne1="@@", denominationUsuelle="Bar")]
    report = take(
        "sirene", write_sirene([*rows, an_establishment("00000000300013")], delimiter=";").replace("@@", written)
    )
    assert (report.read, report.taken.new, report.rejected, report.broken) == (3, 3, (), 0)
    assert list_candidates(store)["00000000200015"].name.strip('"') == read.strip('"')


def test_broken_lines_are_named_where_they_are_of_the_commune_and_counted_where_not(
    store: Store, take: TakeRegister
) -> None:
    good = write_rna([an_association(), an_association("W595000002")]).splitlines()
    elsewhere = write_rna([an_association("W595000003", adrs_codeinsee="59350", adrs_codepostal="59000")]).splitlines()[
        1
    ]
    lines = [
        *good[:2],
        good[1][: good[1].index('Val-Brume";')],  # cut off behind the commune
        elsewhere[:60],
        f"{good[1]};{good[1]}",  # two rows in one line
        "",
        "   ",
        good[2],
    ]
    report = take("rna", "\n".join(lines) + "\n")
    assert report.read == 5
    assert report.taken.new == 2
    assert [(one.line, one.why.code) for one in report.rejected] == [(3, "row-broken"), (5, "row-broken")]
    assert report.broken == 1
    assert "adrs_codeinsee" in " ".join(report.to_lines("rna.csv", "fr"))


ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_ends_of_lines_are_told(encoding: str, ending: str, store: Store, take: TakeRegister) -> None:
    text = write_rna([an_association(titre="L’Œuvre d’Été à 3 €"), an_association("W595000002")])
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    report = take("rna", mark + text.replace("\n", ending).encode(encoding))
    assert (report.read, report.taken.new) == (2, 2)
    assert list_candidates(store)["W595000001"].name == "L’Œuvre d’Été à 3 €"


def test_one_line_of_another_encoding_is_read_in_it(store: Store, take: TakeRegister) -> None:
    rows = [an_association(titre="Été"), an_association("W595000002", titre="L’Œuvre €")]
    first, second = (write_rna([row]) for row in rows)
    spoilt = first.encode() + second.splitlines()[1].encode("cp1252") + b"\n"
    report = take("rna", spoilt)
    assert names(store) == ["L’Œuvre €", "Été"]
    assert report.not_unicode == 1


def test_what_spoils_the_plain_reading_late_in_a_file_is_read_more_slowly(store: Store, take: TakeRegister) -> None:
    elsewhere = write_rna([an_association("W1", adrs_codeinsee="59350", adrs_codepostal="59000")]).splitlines()[1]
    head = write_rna([an_association(titre="Été")]).encode() + f"{elsewhere}\n".encode() * 2000
    late = write_rna([an_association("W595000002", titre="Œuvre")]).splitlines()[1].encode("cp1252") + b"\n"
    endless = b'"W9";' + b"x" * 1_500_000 + b"\n"
    report = take("rna", head + late + endless)
    assert (report.read, report.of_communes) == (2003, 2)
    assert names(store) == ["Été", "Œuvre"]


def test_a_file_in_gzip_is_read(store: Store, take: TakeRegister) -> None:
    assert take("sirene", gzip.compress(write_sirene([an_establishment()]).encode()), name="s.csv.gz").taken.new == 1


def test_of_an_archive_of_all_departements_the_communes_own_is_read(store: Store, take: TakeRegister) -> None:
    here = write_rna([an_association()])
    elsewhere = "this would not be read"
    packed = zip_of(rna_waldec_20270101_dpt_59__csv=here, rna_waldec_20270101_dpt_62__csv=elsewhere, lisez__txt="")
    report = take("rna", zip_of(rna_dpt_59__csv=here, rna_dpt_62__csv=elsewhere), name="rna.zip")
    assert (report.read, report.taken.new) == (1, 1)
    with pytest.raises(UnreadableFile, match="register-archive-elsewhere"):
        take("rna", zip_of(rna_dpt_62__csv=here, rna_dpt_80__csv=here), name="rna.zip")
    assert packed


def test_an_archive_whose_names_say_nothing_is_read_whole(store: Store, take: TakeRegister) -> None:
    one, two = (write_rna([an_association(number)]) for number in ("W595000001", "W595000002"))
    cut = two.splitlines()[1].partition('Val-Brume";')[0]
    report = take("rna", zip_of(partie1__csv=one, partie2__csv=two + cut + "\n"), name="rna.zip")
    assert (report.read, report.taken.new) == (3, 2)
    assert [(bad.line, bad.source) for bad in report.rejected] == [(3, "partie2.csv")]
    assert "partie2.csv" in " ".join(report.to_lines("rna.zip", "en"))


@pytest.mark.parametrize(("code", "departement"), [("2A004", "2A"), ("97411", "974"), ("01004", "01")])
def test_corsica_overseas_and_a_zero_at_the_beginning(
    code: str, departement: str, store: Store, take: TakeRegister
) -> None:
    rows = write_rna([an_association(adrs_codeinsee=code)])
    packed = zip_of(**{f"rna_dpt_{departement}__csv": rows, "rna_dpt_59__csv": ""})
    assert take("rna", packed, code.lower(), name="rna.zip").taken.new == 1


def test_the_zero_that_a_spreadsheet_took_away_is_there_again(store: Store, take: TakeRegister) -> None:
    rows = [an_establishment(codeCommune="1004", codePostal="1500"), an_establishment("1,23E+13", codeCommune="1004")]
    report = take("sirene", write_sirene(rows), "01004")
    assert (list_candidates(store)["00000000100017"].postcode, report.rejected[0].why.code) == ("01500", "number-lost")


@pytest.mark.parametrize(
    ("city", "district", "postcode", "other"),
    [
        ("75056", "75103", "75003", "75104"),
        ("69123", "69383", "69003", "69389"),
        ("13055", "13203", "13003", "13216"),
    ],
)
def test_a_city_is_its_districts_and_a_district_is_told_by_its_postcode(
    city: str, district: str, postcode: str, other: str, store: Store, take: TakeRegister
) -> None:
    rows = write_rna(
        [
            an_association("W751000001", adrs_codeinsee=district, adrs_codepostal=postcode),
            an_association("W751000002", adrs_codeinsee=other, adrs_codepostal="00000"),
            an_association("W751000003", adrs_codeinsee=city, adrs_codepostal=postcode),
            an_association("W751000004", adrs_codeinsee=city, adrs_codepostal="00000"),
        ]
    )
    assert take("rna", rows, city).taken.new == 4
    assert take("rna", rows, district).of_communes == 2


def test_several_communes_are_taken_together(store: Store, take: TakeRegister) -> None:
    rows = write_rna([an_association(), an_association("W595000002", adrs_codeinsee="59350")])
    assert take("rna", rows, "59279, 59350").taken.new == 2
    assert take("rna", rows, "59279", "59350").taken.unchanged == 2


@pytest.mark.parametrize("received", ["5927", "592790", "2C004", "Halluin", "00123", "96001", "59-279"])
def test_what_is_no_code_is_refused_and_a_code_is_shown(received: str, take: TakeRegister) -> None:
    with pytest.raises(InvalidEntry, match="commune-not-a-code") as refused:
        take("rna", write_rna([an_association()]), received)
    assert received in say(refused.value)
    assert "59279" in say(refused.value)


def test_a_postcode_given_for_a_commune_is_told_with_the_communes_that_have_it(take: TakeRegister) -> None:
    rows = [an_association(), an_association("W2", adrs_codeinsee="59352", adrs_libcommune="Linselles")]
    with pytest.raises(InvalidEntry, match="commune-is-postcode") as refused:
        take("rna", write_rna(rows), "59250")
    assert "59279 (Val-Brume), 59352 (Linselles)" in say(refused.value)


def test_a_commune_that_is_not_in_the_file_is_told(take: TakeRegister) -> None:
    with pytest.raises(InvalidEntry, match="commune-not-in-file") as refused:
        take("rna", write_rna([an_association()]), "80001")
    assert "80001" in say(refused.value)


@pytest.mark.parametrize("code", ["57463", "67482", "68224"])
def test_alsace_and_moselle_are_told_why(code: str, take: TakeRegister) -> None:
    for content, name in (
        (write_rna([an_association()]), "rna.csv"),
        (zip_of(rna_dpt_59__csv="", rna_dpt_62__csv=""), "rna.zip"),
    ):
        with pytest.raises(InvalidEntry, match="commune-local-law") as refused:
            take("rna", content, code, name=name)
        assert "tribunal" in say(refused.value)
    assert take("sirene", write_sirene([an_establishment(codeCommune=code)]), code).taken.new == 1


def workbook() -> bytes:
    return zip_of(**{"xl/workbook__xml": "<workbook/>"})


WRONG: list[tuple[str, Any, str]] = [
    ("rna", "", "file-empty"),
    ("rna", "\ufeff\r\n", "file-empty"),
    ("rna", workbook(), "register-is-workbook"),
    ("rna", b"\xd0\xcf\x11\xe0" + b"x" * 600, "register-is-workbook"),
    ("rna", write_sirene([an_establishment()]), "register-is-sirene"),
    ("sirene", write_rna([an_association()]), "register-is-rna"),
    ("sirene", "siren,statutDiffusionUniteLegale,nomUniteLegale\n", "register-units"),
    ("sirene", "siren,nic,siret,changementEtatAdministratifEtablissement\n", "register-history"),
    ("sirene", "siretEtablissementPredecesseur,siretEtablissementSuccesseur\n", "register-links"),
    ("sirene", "SIREN;NIC;L1_NORMALISEE;APET700\n", "register-too-old"),
    ("sirene", write_sirene([], [name for name in SIRENE_2025 if "Diffusion" not in name]), "register-no-diffusion"),
    ("sirene", "nom;courriel\nx;y\n", "register-columns-sirene"),
    ("rna", "nom;courriel\nx;y\n", "register-columns-rna"),
    ("rna", write_hamlets([a_hamlet("Les Granges")]), "register-is-hamlets"),
    ("rna", write_rna([]), "register-no-rows"),
    ("rna", b"PAR1xxxx", "register-is-parquet"),
    ("rna", b"7z\xbc\xaf\x27\x1c", "register-packed-otherwise"),
    ("rna", b"%PDF-1.7", "register-not-table"),
    ("rna", "<!DOCTYPE html><html></html>", "register-not-table"),
    ("rna", gzip.compress(write_rna([an_association()]).encode() * 50)[:-40], "register-cut-off"),
    ("rna", zip_of(a__csv=write_rna([an_association()]))[:-30], "register-cut-off"),
    ("rna", zip_of(a__xlsx="x"), "register-archive-packed"),
    ("rna", zip_of(a__pdf="x"), "register-archive-empty"),
]


@pytest.mark.parametrize(("kind", "content", "code"), WRONG, ids=[f"{kind}-{code}" for kind, _, code in WRONG])
def test_a_wrong_file_is_refused_with_its_own_sentence(
    kind: str, content: str | bytes, code: str, store: Store, take: TakeRegister
) -> None:
    with pytest.raises(WorkshopError, match=rf"^{code}\b") as refused:
        take(kind, content)
    for language in ("fr", "en"):
        assert len(Translator(language).sentence(refused.value)) > 30
    assert list_candidates(store) == {}


def test_a_file_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    for path, code in ((tmp_path / "absent.csv", "file-missing"), (tmp_path, "file-is-folder")):
        with pytest.raises(UnreadableFile, match=code):
            import_register(store, tmp_path, Register.RNA, path, ["59279"], today=TODAY)


def test_a_name_that_looks_like_a_pattern_is_a_name(store: Store, take: TakeRegister, tmp_path: Path) -> None:
    (tmp_path / "rna 1.csv").write_text(write_rna([an_association("W595000009")]))
    assert take("rna", write_rna([an_association()]), name="rna [2026] l'été 1.csv").taken.new == 1
    assert list(list_candidates(store)) == ["W595000001"]


def test_hamlets_are_found_in_addresses_as_whole_words_the_longest_first(store: Store, take: TakeRegister) -> None:
    store.perform(None, lambda repository: repository.add_sector(Sector("s", "LES GRANGES D’EN HAUT")))
    rows = [
        an_association("W1000", adrs_complement="Les granges d'en haut", adrs_libvoie=""),
        an_association("W2000", adrs_libvoie="des Granges", adrs_typevoie="Chemin"),
        an_association("W3000", adrs_typevoie="HAM", adrs_libvoie="LES GRANGES"),
        an_association("W4000", adrs_libvoie="LIEU DIT CROIX-BLANCHE", adrs_typevoie=""),
        an_association("W5000", adrs_libvoie="du Moulin"),
        an_association("W6000", adrs_complement="Moulin", adrs_libvoie=""),
        an_association("W7000", adrs_complement="Les Grangesdunord", adrs_libvoie=""),
    ]
    places = ["Les Granges", "Les Granges d’en Haut", "La Croix Blanche", "Moulin"]
    hamlets = write_hamlets([*map(a_hamlet, places), a_hamlet("Les Lilas", code_insee="59350")])
    report = take("rna", write_rna(rows), hamlets=hamlets)
    found = list_candidates(store)
    assert {one: found[one].hamlet for one in sorted(found)} == {
        "W1000": "Les Granges d’en Haut",
        "W2000": "",
        "W3000": "Les Granges",
        "W4000": "La Croix Blanche",
        "W5000": "",
        "W6000": "Moulin",
        "W7000": "",
    }
    assert [one.sector for one in found.values() if one.sector] == ["LES GRANGES D’EN HAUT"]
    assert (report.hamlets, report.taken.in_hamlets) == (4, 4)


def test_sectors_are_found_without_a_file_of_hamlets(store: Store, take: TakeRegister) -> None:
    store.perform(None, lambda repository: repository.add_sector(Sector("s", "Croix-Blanche")))
    take("sirene", write_sirene([an_establishment(complementAdresse="LIEU DIT CROIX BLANCHE")]))
    assert list_candidates(store)["00000000100017"].sector == "Croix-Blanche"


def test_a_file_without_hamlets_of_the_commune_is_said_and_another_file_refused(take: TakeRegister) -> None:
    elsewhere = write_hamlets([a_hamlet("Les Lilas", code_insee="59350")])
    report = take("rna", write_rna([an_association()]), hamlets=elsewhere)
    assert any("59279" in note for note in report.to_json("fr")["notes"])
    with pytest.raises(UnreadableFile, match="hamlets-columns"):
        take("rna", write_rna([an_association()]), hamlets="nom;code\n")


def test_texts_are_bounded_and_freed_of_escapes(store: Store, take: TakeRegister) -> None:
    take("rna", write_rna([an_association(titre="Amis &amp;  Voisins ", objet="mot " * 600)]))
    found = list_candidates(store)["W595000001"]
    assert found.name == "Amis & Voisins"
    assert len(found.description) <= 1000
    assert found.description.endswith("…")


@pytest.mark.parametrize("opened", ['"x;', '"\\\\";'])
def test_a_line_of_quotes_that_nothing_ends_is_read_in_one_go(opened: str, store: Store, take: TakeRegister) -> None:
    content = write_rna([an_association()])
    take("rna", f"{content}{opened * 200_000}59279\n")
    assert names(store) == ["LES BOULISTES DE VAL-BRUME"]


def test_a_head_of_quotes_that_nothing_ends_is_no_register(take: TakeRegister) -> None:
    with pytest.raises(UnreadableFile, match="register-columns-rna"):
        take("rna", '"x;' * 90_000 + "\n")


def test_what_turns_a_line_around_or_colours_a_terminal_is_not_kept(store: Store, take: TakeRegister) -> None:
    odd = "\u202e\x1b[31m\u2066\x07"
    row = an_association(
        titre=f"Amis{odd} &#x202e;&#27;du lac",
        objet=f"Marcher{odd}",
        objet_social1=f"011035{odd}",
        adrs_codepostal=f"59250{odd}",
        adrs_libcommune=f"Val-Brume{odd}",
        adrs_libvoie=f"des Lilas{odd}",
        siteweb="javascript:alert(document.cookie)",
    )
    take("rna", write_rna([row]))
    (found,) = list_candidates(store).values()
    kept = "".join(str(value) for value in asdict(found).values())
    assert not [sign for sign in kept if sign in odd and sign not in "[31m"]
    assert found.website == ""


@pytest.mark.parametrize("spoil", [lzma_spoilt, name_spoilt])
def test_an_archive_that_is_spoilt_in_any_way_is_refused(spoil: Callable[[], bytes], take: TakeRegister) -> None:
    with pytest.raises(UnreadableFile, match="register-cut-off"):
        take("rna", spoil(), name="registre.zip")


def test_a_number_that_stands_twice_is_said(store: Store, take: TakeRegister) -> None:
    report = take("rna", write_rna([an_association(titre="A"), an_association(titre="B")]))
    assert (names(store), report.twice) == (["B"], 1)


def test_how_far_it_is_is_told_and_may_stop_it(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "rna.csv"
    path.write_text(write_rna([an_association()]))

    class Stopped(Exception):
        pass

    def stop(done: int, size: int) -> None:
        assert 0 <= done <= size
        raise Stopped

    with pytest.raises(Stopped):
        import_register(store, tmp_path, Register.RNA, path, ["59279"], today=TODAY, on_step=stop)
    assert list_candidates(store) == {}


def test_the_engine_is_imported_by_who_reads_a_register_alone() -> None:
    code = (
        "import sys; import workshop_kit.cli.group, workshop_kit.files.registers.taking; print('duckdb' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
