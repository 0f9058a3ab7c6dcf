"""Volunteers of files: how many missions, where, when, with a car, in which languages, and what else they agreed to."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.files.conftest import NOON, WORKSHOP, Take
from tests.files.reading_of import columns, read
from workshop_kit.domain.forms import Consent, Day, Purpose
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.files import (
    KINDS,
    count_contacts,
    export_workbook,
    export_workshop,
    import_file,
    plan_import,
    undo_import,
)
from workshop_kit.files.reading.values import Choices
from workshop_kit.i18n import LANGUAGES
from workshop_kit.store import Repository, Store, create_store

HEADINGS = {
    "max_missions": "max_missions|missions_max|Nombre de missions|Combien de missions au maximum ?",
    "reach": (
        "reach|Secteurs accessibles|secteurs_accessibles|Hameaux accessibles|Dans quels secteurs pouvez-vous aller ?"
    ),
    "often": "Fréquence|À quelle fréquence ?|how often",
    "until": "Jusqu’au|Jusqu’à quand ?|until|Disponible jusqu’au",
    "days": "Jours|Disponibilités|Quels jours êtes-vous disponible ?|days",
    "car": "Voiture|Permis / véhicule|Permis/véhicule|Avez-vous une voiture ?|car|Véhiculé·e",
    "languages": "Langues|Langue|Langues parlées|languages|Quelles autres langues parlez-vous ?",
    "sector": "Secteur|Hameau|Quartier / hameau|Secteurs",
}


@pytest.mark.parametrize(
    ("heading", "column"), [(one, column) for column, names in HEADINGS.items() for one in names.split("|")]
)
def test_a_heading_of_volunteers_is_understood_as_people_write_it(heading: str, column: str) -> None:
    assert columns(read(f"Nom\t{heading}\nAna\t1\n"))[heading] == column


@pytest.mark.parametrize(
    "heading", ["Permis B", "Quand peut-on vous joindre ?", "Langue maternelle", "Plaque d’immatriculation"]
)
def test_a_heading_that_says_something_else_is_named(heading: str) -> None:
    assert columns(read(f"Nom\t{heading}\nAna\tx\n"))[heading] is None


def list_offers(store: Store) -> dict[str, Volunteer]:
    return {one.name: one for one in store.read(lambda repository: repository.list_volunteers())}


def take_one(store: Store, take: Take, **cells: str) -> Volunteer:
    """Take in one volunteer of the Bourg with these columns."""
    heads, values = [*cells], [*cells.values()]
    report = take("volunteers", "\t".join(["nom", "secteur", *heads]) + "\n" + "\t".join(["Ana", "Bourg", *values]))
    assert report.rejected == ()
    return list_offers(store)["Ana"]


def test_what_somebody_can_do_is_understood(store: Store, take: Take) -> None:
    offer = take_one(
        store,
        take,
        missions_max="2,0",
        **{"secteurs accessibles": "Bourg, Les Granges", "fréquence": "une fois par semaine", "jusqu'au": "30/06/2027"},
        jours="le soir, week-end",
        voiture="oui",
        langues="portugais, LSF",
    )
    assert (offer.max_missions, offer.reach, offer.often) == (2, ("Bourg", "Les Granges"), "une fois par semaine")
    assert (offer.until, offer.days, offer.days_word) == ("2027-06-30", (Day.EVENINGS, Day.WEEKENDS), "")
    assert (offer.car, offer.languages) == (True, ("portugais", "LSF"))


def test_who_says_nothing_takes_one_mission_anywhere(store: Store, take: Take) -> None:
    offer = take_one(store, take)
    assert (offer.max_missions, offer.reach, offer.car, offer.until) == (1, (), None, "")


@pytest.mark.parametrize(
    "text", ["Bourg, Les Granges", "Bourg;Les Granges", "bourg / les granges", "Bourg et Les Granges"]
)
def test_sectors_in_reach_are_told_apart_as_the_workshop_writes_them(store: Store, take: Take, text: str) -> None:
    take("volunteers", "nom\tsecteur\nLuc\tLes Granges\nZoé\tBourg\n")
    report = take("volunteers", f"nom\tsecteurs accessibles\nAna\t{text}\n")
    assert list_offers(store)["Ana"].reach == ("Bourg", "Les Granges")
    assert report.line_notes == ()


def test_a_sector_whose_name_holds_a_sign_is_one_where_it_is_known(store: Store, take: Take) -> None:
    take("volunteers", 'nom\tsecteur\nLuc\t"Saint-Jean, le haut"\n')
    assert take_one(store, take, reach="Saint-Jean, le haut").reach == ("Saint-Jean, le haut",)
    assert take_one(store, take, reach='"""Saint-Jean, le haut"", Bourg"').reach == ("Saint-Jean, le haut", "Bourg")


def test_a_sector_that_nobody_knows_is_added_and_said(store: Store, take: Take) -> None:
    report = take("volunteers", "nom;secteur;secteurs accessibles\nAna;Bourg;Bourg, Les Grnges\n")
    (note,) = report.line_notes
    assert (note.reason.code, note.reason.values) == ("sector-added", {"sector": "Les Grnges"})
    for language in LANGUAGES:
        assert "Les Grnges" in report.to_json(language)["line_notes"][0]["note"]
    assert list_offers(store)["Ana"].reach == ("Bourg", "Les Grnges")
    assert [one.name for one in store.read(lambda repository: repository.list_sectors())] == ["Bourg", "Les Grnges"]


def test_a_sector_of_a_later_line_is_known_and_no_order_of_rows_matters(store: Store, take: Take) -> None:
    rows = ["Ana;Bourg;Le Moulin, Bourg", "Luc;Le Moulin;partout", "Zoé;;Le Moulin"]
    for order in itertools.permutations(rows):
        report = take("volunteers", "\n".join(["nom;secteur;secteurs accessibles", *order]))
        assert (report.line_notes, report.rejected) == ((), ())
        reach = {name: one.reach for name, one in list_offers(store).items()}
        assert reach == {"Ana": ("Le Moulin", "Bourg"), "Luc": (), "Zoé": ("Le Moulin",)}


@pytest.mark.parametrize("text", ["mon hameau", "Aucun", "non", "sur place"])
def test_who_goes_nowhere_else_reaches_their_own_sector(store: Store, take: Take, text: str) -> None:
    assert take_one(store, take, reach=text).reach == ("Bourg",)


@pytest.mark.parametrize("text", ["partout", "Toute la commune", "anywhere"])
def test_who_goes_anywhere_is_bound_to_no_sector_any_more(store: Store, take: Take, text: str) -> None:
    take_one(store, take, reach="Bourg")
    assert take_one(store, take, reach=text).reach == ()


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("2,0", 2), ("deux", 2), ("1 ou 2", 2), ("jusqu'à 3", 3), ("2 missions", 2)]
)
def test_a_number_of_missions_is_understood(store: Store, take: Take, text: str, number: int) -> None:
    assert take_one(store, take, max_missions=text).max_missions == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/06/2027", "2027-06-30"),
        ("fin mars 2027", "2027-03-31"),
        ("2027", "2027-12-31"),
        ("toujours", ""),
        ("46568", "2027-06-30"),
    ],
)
def test_a_last_day_is_understood(store: Store, take: Take, text: str, day: str) -> None:
    assert take_one(store, take, until=text).until == day


@pytest.mark.parametrize(
    ("text", "days", "word"),
    [
        ("en semaine", (Day.WEEKDAYS,), ""),
        ("Tous les jours", tuple(Day), ""),
        ("mardi soir", (Day.EVENINGS,), "mardi soir"),
        ("sauf en août", (), "sauf en août"),
    ],
)
def test_days_are_chips_and_what_these_do_not_say_stays_in_words(
    store: Store, take: Take, text: str, days: tuple[str, ...], word: str
) -> None:
    offer = take_one(store, take, jours=text)
    assert (offer.days, offer.days_word) == (days, word)


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("max_missions", "0", "max-missions"),
        ("max_missions", "21", "max-missions"),
        ("max_missions", "plusieurs", "max-missions"),
        ("until", "cet été", "moment"),
        ("reach", "20 km", "reach"),
        ("reach", "oui", "reach"),
        ("reach", "mon village", "reach-at-home"),
        ("languages", "x" * 41, "length"),
    ],
)
def test_what_cannot_stand_is_refused_with_what_to_do(
    store: Store, take: Take, column: str, text: str, code: str
) -> None:
    report = take("volunteers", f"nom\t{column}\nAna\t{text}\nLuc\t\n")
    (refused,) = report.rejected
    assert (refused.column, refused.value, refused.reason.code) == (column, text, code)
    for language in LANGUAGES:
        (said,) = report.to_json(language)["rejected"]
        assert "{" not in said["reason"]
    assert list(list_offers(store)) == ["Luc"]


def test_what_does_not_say_whether_there_is_a_car_is_left_out_by_the_command_and_refused_on_the_page(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "b.csv").write_text("nom;voiture\nAna;permis B\n", encoding="utf-8")
    report = import_file(store, "volunteers", tmp_path / "b.csv", now=NOON, choices=Choices(partly=True))
    assert list_offers(store)["Ana"].car is None
    assert [(one.repair.before, one.repair.why.code) for one in report.mended] == [("permis B", "car-left-out")]
    reading = read("nom;voiture\nLuc;permis B\n")
    (line,) = store.read(lambda repository: plan_import(repository, reading, Choices(), NOON)).lines
    assert line.refusal is not None
    assert (line.refusal.value, line.refusal.why.code) == ("permis B", "car")


def test_a_long_word_is_cut_and_said(store: Store, take: Take) -> None:
    report = take("volunteers", f"nom;fréquence\nAna;{'souvent ' * 20}\n")
    assert [one.reason.code for one in report.line_notes] == ["words-shortened"]
    assert len(list_offers(store)["Ana"].often) <= 60


def test_a_later_list_without_the_columns_leaves_what_is_known_and_undone_it_is_as_before(
    store: Store, take: Take
) -> None:
    heads = "nom;secteur;max_missions;reach;jours;fréquence;jusqu'au;voiture;langues"
    take("volunteers", f"{heads}\nAna;Bourg;3;Bourg;le soir;parfois;2027-06-30;oui;arabe\n")
    before = list_offers(store)
    take("volunteers", "nom;secteur\nAna;Bourg\n")
    assert list_offers(store) == before
    second = take("volunteers", f"{heads}\nAna;Bourg;1;partout;week-end;souvent;2027-09-30;non;arabe, turc\n")
    assert list_offers(store) != before
    assert second.import_id is not None
    undo_import(store, second.import_id, NOON)
    assert list_offers(store) == before


INVITED = Volunteer(
    "0" * 32, "Ana Roux", "ana@example.org", "06 39 98 07 01", "Bourg", None, "",
    consents=(Consent(Purpose.INVITE, NOON), Consent(Purpose.NEWS, NOON - timedelta(days=3))),
)  # fmt: skip


@pytest.fixture
def agreeing(store: Store) -> Store:
    """A workshop with somebody who may be invited and written news, and is proposed no mission."""

    def act(repository: Repository) -> None:
        repository.add_participant(Participant(INVITED.participant, "Ana Roux", "", "", Origin.FORM, NOON))
        repository.update_volunteer(INVITED)

    store.perform(None, act)
    return store


def test_who_agreed_to_be_invited_or_to_news_alone_goes_out_and_comes_back(agreeing: Store, tmp_path: Path) -> None:
    export_workshop(agreeing, tmp_path / "out", "fr")
    with create_store(tmp_path / "other", WORKSHOP) as other:
        for kind in KINDS:
            assert import_file(other, kind, tmp_path / "out" / f"{kind}.csv", now=NOON).rejected == ()
        assert other.read(lambda repository: repository.list_volunteers()) == (INVITED,)
        assert count_contacts(other, Purpose.MISSION) == 0
        assert count_contacts(other, Purpose.INVITE) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_come_back_from_the_workbook_as_well(agreeing: Store, tmp_path: Path, language: str) -> None:
    (tmp_path / "tout.xlsx").write_bytes(export_workbook(agreeing, language))
    with create_store(tmp_path / "other", replace(WORKSHOP, language=language)) as other:
        assert import_file(other, "volunteers", tmp_path / "tout.xlsx", now=NOON).rejected == ()
        assert other.read(lambda repository: repository.list_volunteers()) == (INVITED,)


def test_a_no_takes_every_agreement_and_the_details_away_and_an_older_list_brings_none_back(
    agreeing: Store, take: Take, tmp_path: Path
) -> None:
    export_workshop(agreeing, tmp_path / "out", "fr")
    with create_store(tmp_path / "other", WORKSHOP) as other:
        import_file(other, "volunteers", tmp_path / "out" / "volunteers.csv", now=NOON)
        (tmp_path / "non.csv").write_text("nom;courriel;consentement\nAna Roux;ana@example.org;non\n", encoding="utf-8")
        import_file(other, "volunteers", tmp_path / "non.csv", now=NOON + timedelta(days=1))
        (left,) = other.read(lambda repository: repository.list_volunteers())
        assert (left.email, left.phone, left.list_purposes()) == ("", "", ())
        again = import_file(other, "volunteers", tmp_path / "out" / "volunteers.csv", now=NOON + timedelta(days=2))
        assert again.added == 0
        (left,) = other.read(lambda repository: repository.list_volunteers())
        assert (left.email, left.list_purposes()) == ("", ())
