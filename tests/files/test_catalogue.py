"""The catalogue of stakeholder categories: the kit's own in two languages, and what an organiser makes of it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.disks import small_disk
from workshop_kit.domain.candidates import Register
from workshop_kit.domain.model import Category
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.registers.catalogue import (
    CATALOGUE_NAME,
    LINES_AT_MOST,
    find_catalogue,
    read_catalogue,
    read_usual_catalogue,
    write_catalogue,
)


def test_both_languages_have_the_same_entries() -> None:
    french, english = read_usual_catalogue("fr"), read_usual_catalogue("en")
    for one, other in zip(french, english, strict=True):
        assert (one.code, one.category, one.unexpected) == (other.code, other.category, other.unexpected)
        assert (one.rna, one.naf, one.naf25) == (other.rna, other.naf, other.naf25)
        assert len(one.expert_of) == len(other.expert_of)
        assert all((one.name, one.why, one.examples, other.name, other.why, other.examples))
        assert one.category in tuple(Category)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_why_they_matter_is_said_to_them_as_a_letter_says_it(language: str) -> None:
    about = re.compile(r"(?:^|[,;:.] ?(?:et |and )?)(?:ils|elles|they)\b", re.IGNORECASE)
    said = [one.why for one in read_usual_catalogue(language)]
    assert [why for why in said if about.search(why)] == []


def test_every_family_of_the_rna_and_every_division_of_the_naf_leads_somewhere() -> None:
    catalogue = read_usual_catalogue("fr")
    families = (
        "001 002 003 004 005 006 007 009 010 011 013 014 015 016 017 018 019 020 021 022 023 024 030 032 034 036 038"
    )
    assert all(catalogue.find_by_code(Register.RNA, f"{family}000") for family in families.split())
    parted = {47, 85, 86, 95}  # all their groups are there, one by one
    gaps = parted | {4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89, 97, 98}
    for division in range(1, 99):
        if division not in gaps:
            assert catalogue.find_by_code(Register.SIRENE, f"{division:02}.00Z"), division


@pytest.mark.parametrize(
    ("register", "code", "nomenclature", "entry"),
    [
        (Register.RNA, "006030", "", "music"),
        (Register.RNA, "006045", "", "culture"),
        (Register.RNA, "038105", "", "veterans"),
        (Register.SIRENE, "47.73Z", "NAFRev2", "pharmacies"),
        (Register.SIRENE, "47.81Z", "NAFRev2", "markets"),
        (Register.SIRENE, "47.81Y", "NAF2025", "garages"),
        (Register.SIRENE, "10.71C", "", "local_shops"),
        (Register.SIRENE, "10.51A", "", "industry"),
        (Register.SIRENE, "87.10A", "NAFRev2", "care_homes"),  # nursing homes; B and C are for disabled people
        (Register.SIRENE, "87.10C", "NAFRev2", "disability"),
        (Register.SIRENE, "88.10A", "NAFRev2", "home_help"),
        (Register.SIRENE, "88.10C", "NAFRev2", "disability"),  # sheltered workplaces
        (Register.SIRENE, "88.91A", "NAFRev2", "childcare"),
    ],
)
def test_the_longest_beginning_of_a_code_leads(register: Register, code: str, nomenclature: str, entry: str) -> None:
    found = read_usual_catalogue("fr").find_by_code(register, code, nomenclature)
    assert found is not None
    assert found.code == entry


def test_an_organisers_file_overrides_adds_and_has_its_bad_lines_said(tmp_path: Path) -> None:
    text = (
        "Nom,Code,Pourquoi,Catégorie,RNA,NAF,Insoupçonné\n"
        "Boules et clubs,sport,,,,,oui\n"
        "Pêcheurs de la rivière,,Ils voient l’eau,Pêcheurs,13010,,oui\n"
        "Raté,,,,ABC,,\n"
        ",inconnu,,,,,\n"
        "Doute,,,,,,peut-être\n"
        'Forains,,,commerce,,"47,8",\n'
    )
    (tmp_path / CATALOGUE_NAME).write_bytes(text.encode("cp1252"))
    read = read_catalogue(tmp_path, "fr")
    sport = read.catalogue.find("sport")
    usual = read_usual_catalogue("fr").find("sport")
    assert sport is not None
    assert usual is not None
    assert (sport.name, sport.why, sport.rna) == ("Boules et clubs", usual.why, usual.rna)
    anglers = read.catalogue.find_by_code(Register.RNA, "013010")
    assert anglers is not None
    assert (anglers.name, anglers.category, anglers.unexpected) == ("Pêcheurs de la rivière", "Pêcheurs", True)
    fair = read.catalogue.find_by_code(Register.SIRENE, "47.82Z")
    assert fair is not None
    assert (fair.name, fair.category) == ("Forains", Category.SHOP)
    assert [(one.line, one.why.code) for one in read.bad] == [(4, "rna-code"), (5, "name-missing"), (6, "yes-or-no")]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_written_to_be_edited_reads_as_the_kits_own_and_replaces_nothing(tmp_path: Path, language: str) -> None:
    write_catalogue(tmp_path, language)
    read = read_catalogue(tmp_path, language)
    assert read.catalogue == read_usual_catalogue(language)
    assert read.bad == ()
    with pytest.raises(InvalidEntry, match="catalogue-there"):
        write_catalogue(tmp_path, language)


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / CATALOGUE_NAME).write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="catalogue-columns"):
        read_catalogue(tmp_path, "fr")
    assert find_catalogue(tmp_path, "fr") == read_usual_catalogue("fr")


@pytest.mark.parametrize(("lines", "why"), [(LINES_AT_MOST + 1, "Club"), (50, "mot " * 8000)])
def test_a_catalogue_without_end_is_refused_and_pages_show_the_kits_own(tmp_path: Path, lines: int, why: str) -> None:
    rows = "".join(f"c{number};Clubs {number};{why}\n" for number in range(lines))
    (tmp_path / CATALOGUE_NAME).write_text(f"code;nom;pourquoi\n{rows}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="catalogue-too-long"):
        read_catalogue(tmp_path, "fr")
    assert find_catalogue(tmp_path, "fr") == read_usual_catalogue("fr")


@pytest.mark.posix
@pytest.mark.parametrize("stand_in", ["pipe", "device"])
def test_what_nobody_reads_to_an_end_is_no_catalogue(tmp_path: Path, stand_in: str) -> None:
    if stand_in == "device":
        (tmp_path / CATALOGUE_NAME).symlink_to("/dev/zero")
    elif sys.platform != "win32":
        os.mkfifo(tmp_path / CATALOGUE_NAME)
    with pytest.raises(UnreadableFile, match="catalogue-not-plain"):
        read_catalogue(tmp_path, "fr")
    assert find_catalogue(tmp_path, "fr") == read_usual_catalogue("fr")
    with pytest.raises(InvalidEntry, match="catalogue-there"):
        write_catalogue(tmp_path, "fr")


def test_a_catalogue_that_a_full_disk_leaves_half_written_is_not_there(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        disk.fill()
        with pytest.raises(InvalidEntry, match="export-not-written"):
            write_catalogue(disk.path, "fr")
        disk.empty()
        assert list(disk.path.iterdir()) == []
        assert read_catalogue(disk.path, "fr").own == ()
        write_catalogue(disk.path, "fr")
        assert read_catalogue(disk.path, "fr").own
