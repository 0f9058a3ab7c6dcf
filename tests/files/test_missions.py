"""Missions of files: how many people they take at least, how soon they matter, when they are, and what they ask."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from tests.files.conftest import NOON, Take
from tests.files.reading_of import columns, make_workbook, read
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Reason
from workshop_kit.files import ImportReport, import_file, undo_import
from workshop_kit.i18n import LANGUAGES
from workshop_kit.store import Repository, Store

ENGLISH = "challenge,title,places,min_places,importance,start,end,referent"
FRENCH = "Défi;Intitulé;Places;places_min;Importance;Début;Fin;Référent"


def list_missions(store: Store) -> dict[str, Mission]:
    return {one.title: one for one in store.read(lambda repository: repository.list_missions())}


def write_one(cells: Mapping[str, str]) -> str:
    """Write a table of one mission."""
    rows = (["défi", "intitulé", *cells], ["Logement", "Garde", *cells.values()])
    return "\n".join("\t".join(row) for row in rows)


def take_one(store: Store, take: Take, **cells: str) -> Mission:
    """Take in one mission with these columns beside those that it must have."""
    report = take("missions", write_one(cells))
    assert report.rejected == ()
    return list_missions(store)["Garde"]


def refuse_one(take: Take, **cells: str) -> tuple[str, str, str]:
    """Take in one mission that is refused, and say its column, what stood there and why."""
    report = take("missions", write_one(cells))
    (refused,) = report.rejected
    for language in LANGUAGES:
        (said,) = report.to_json(language)["rejected"]
        assert "{" not in said["reason"]
        assert refused.value in said["reason"] or refused.reason.code == "hours-turned"
    return refused.column, refused.value, refused.reason.code


def test_the_columns_of_missions_are_understood_in_english(framed: Store, take: Take) -> None:
    take("missions", f"{ENGLISH}\nLogement,Garde,4,2,1,2026-12-08 19:00,2026-12-08 21:30,Mme Roy\n")
    found = list_missions(framed)["Garde"]
    assert (found.places, found.min_places, found.importance, found.owner) == (4, 2, 1, "Mme Roy")
    assert (found.first_date, found.begins, found.last_date, found.finishes) == (
        "2026-12-08", "19:00", "2026-12-08", "21:30",
    )  # fmt: skip


def test_the_columns_of_missions_are_understood_in_french_in_the_encoding_of_excel(framed: Store, take: Take) -> None:
    text = f"{FRENCH}\nLogement;Tournée;4,0;2,0;1,0;08/12/2026 19h;22/12/2026;Mme Férré\n"
    assert take("missions", text, encoding="cp1252").rejected == ()
    found = list_missions(framed)["Tournée"]
    assert (found.places, found.min_places, found.importance, found.owner) == (4, 2, 1, "Mme Férré")
    assert (found.first_date, found.begins, found.last_date, found.finishes) == (
        "2026-12-08",
        "19:00",
        "2026-12-22",
        "",
    )


HEADINGS = {
    "min_places": (
        "places_min|Places (min.)|Places minimum|Minimum|minimum places|Nombre de bénévoles minimum|Effectif min"
    ),
    "importance": "Importance|importance (1 à 3)|Priorité|PRIORITE :|priority|Niveau de priorité",
    "first_date": "start|Début|début *|Date de début|Date (début)|start date",
    "last_date": "end|Fin|Date de fin|Date (fin)|end date|jusqu’au",
    "begins": "Heure de début|Horaires|start_time|Heure de début (hh:mm)",
    "finishes": "Heure de fin|end time|Heure de début (fin)",
    "owner": "referent|Référent|référente|Référent·e|Responsable",
    "days": "Jours|days|Quels jours ?",
    "car": "Voiture|Voiture nécessaire ?|Permis / véhicule|car",
    "language": "Langue|langue demandée|language",
    "places": "Nombre de bénévoles|Places (max)|Places maximum|Places souhaitées",
    "min_competence": "Niveau minimum|Compétence minimum",
}


@pytest.mark.parametrize(
    ("heading", "column"), [(one, column) for column, names in HEADINGS.items() for one in names.split("|")]
)
def test_a_heading_of_missions_is_understood_as_people_write_it(heading: str, column: str) -> None:
    assert columns(read(f"Défi\tIntitulé\t{heading}\nLogement\tGarde\t1\n", "missions"))[heading] == column


@pytest.mark.parametrize("heading", ["Durée", "Heures", "Nombre d’heures minimum", "Matériel", "Permis B", "Rang"])
def test_a_heading_that_says_something_else_is_named(heading: str) -> None:
    assert columns(read(f"Défi\tIntitulé\tPlaces\t{heading}\nLogement\tGarde\t2\t1\n", "missions"))[heading] is None


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        ("2026-12-08 19:00", "", ("2026-12-08", "", "19:00", "")),
        ("08/12/2026 19h", "", ("2026-12-08", "", "19:00", "")),
        ("8 décembre 2026 à 19h30", "", ("2026-12-08", "", "19:30", "")),
        ("mardi 8 décembre 2026 de 14h à 17h", "", ("2026-12-08", "", "14:00", "17:00")),
        ("08/12/2026 14h - 17h", "", ("2026-12-08", "", "14:00", "17:00")),
        ("2026-12-08T19:00:00", "2026-12-08T21:00:00", ("2026-12-08", "2026-12-08", "19:00", "21:00")),
        ("2026-12-08 00:00:00", "2026-12-10 00:00:00", ("2026-12-08", "2026-12-10", "", "")),
        ("08/12/2026", "21h", ("2026-12-08", "", "", "21:00")),
        ("19h", "21h30", ("", "", "19:00", "21:30")),
        ("de 9h à midi", "", ("", "", "09:00", "12:00")),
        ("2-4 pm", "", ("", "", "14:00", "16:00")),
        ("46364", "46365,75", ("2026-12-08", "2026-12-09", "", "18:00")),
        ("2026-12-08 20:00", "2026-12-09 08:00", ("2026-12-08", "2026-12-09", "20:00", "08:00")),
        ("20h", "8h", ("", "", "20:00", "08:00")),
    ],
)
def test_a_day_and_an_hour_stand_in_one_cell(
    framed: Store, take: Take, start: str, end: str, when: tuple[str, str, str, str]
) -> None:
    found = take_one(framed, take, places="2", début=start, fin=end)
    assert (found.first_date, found.last_date, found.begins, found.finishes) == when


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ({"heure de début": "14h", "heure de fin": "17:30"}, ("14:00", "17:30")),
        ({"horaires": "14h-17h"}, ("14:00", "17:00")),
        ({"début": "08/12/2026", "horaires": "de 9h00 à 11h30"}, ("09:00", "11:30")),
    ],
)
def test_hours_stand_in_columns_of_their_own(
    framed: Store, take: Take, cells: dict[str, str], when: tuple[str, str]
) -> None:
    found = take_one(framed, take, places="2", **cells)
    assert (found.begins, found.finishes) == when


def test_a_file_gives_a_mission_no_fewer_places_than_people_are_on_it(framed: Store, take: Take) -> None:
    mission = take_one(framed, take, places="3")
    take("volunteers", "nom\nAna Auvray\nBen Besnard\nCleo Colas\n")

    def answer(repository: Repository) -> None:
        ana, ben, cleo = (one.id for one in repository.list_participants())
        on = Assignment(ana, mission.id, Reason("by-hand"), status=AssignmentStatus.ACCEPTED)
        repository.replace_assignments(
            [on, replace(on, participant=ben), replace(on, participant=cleo, status=AssignmentStatus.DECLINED)]
        )

    framed.perform(None, answer)
    report = take("missions", write_one({"places": "1", "référent": "Mme Roy"}))
    (note,) = report.line_notes
    assert note.reason == Reason("places-taken", {"places": 1, "people": 2, "kept": 3})
    for language in LANGUAGES:
        said = report.to_json(language)["line_notes"][0]["note"]
        assert "{" not in said
        assert all(number in said for number in "123")
    kept = list_missions(framed)["Garde"]
    assert (kept.places, kept.owner) == (3, "Mme Roy"), "the rest of the row is taken"
    assert take_one(framed, take, places="2").places == 2, "as many as people are enough"
    assert take("missions", write_one({"places": "2"})).line_notes == ()


def test_of_two_hours_that_a_row_says_one_is_kept_and_the_other_is_named(framed: Store, take: Take) -> None:
    report = take("missions", "défi;intitulé;places;début;heure de début\nLogement;Garde;2;2026-12-08 19:00;18:30\n")
    (note,) = [one for one in report.line_notes if one.reason.code == "several-hours"]
    assert note.reason.values == {"kept": "18:30", "others": "19:00"}
    assert list_missions(framed)["Garde"].begins == "18:30"


@pytest.mark.parametrize(
    ("text", "importance"),
    [
        ("1", 1),
        ("2,0", 2),
        ("3.0", 3),
        ("haute", 1),
        ("Moyenne", 2),
        ("low", 3),
        ("P1", 1),
        ("1 - haute", 1),
        ("urgent", 1),
    ],
)
def test_an_importance_is_understood_where_it_is_plain(framed: Store, take: Take, text: str, importance: int) -> None:
    assert take_one(framed, take, places="2", importance=text).importance == importance


@pytest.mark.parametrize("text", ["2 à 4", "2-4", "de 2 à 4", "from 2 to 4"])
def test_two_numbers_of_places_are_the_least_and_those_wanted(framed: Store, take: Take, text: str) -> None:
    found = take_one(framed, take, places=text)
    assert (found.min_places, found.places) == (2, 4)


@pytest.mark.parametrize(
    ("cells", "refusal"),
    [
        ({"places": "2", "places_min": "3"}, ("places_min", "3", "min-above-places")),
        ({"places": "2", "places_min": "1,5"}, ("places_min", "1,5", "min-places")),
        ({"places": "2", "places_min": "-1"}, ("places_min", "-1", "min-places")),
        ({"places": "2", "importance": "5"}, ("importance", "5", "importance")),
        ({"places": "2", "importance": "0"}, ("importance", "0", "importance")),
        ({"places": "2", "importance": "***"}, ("importance", "***", "importance")),
        ({"places": "2", "importance": "importante"}, ("importance", "importante", "importance")),
        ({"places": "2", "début": "bientôt"}, ("début", "bientôt", "moment")),
        ({"places": "2", "fin": "un jour"}, ("fin", "un jour", "moment")),
        ({"places": "2", "heure de début": "3"}, ("heure de début", "3", "hour")),
        ({"places": "2", "heure de fin": "25h"}, ("heure de fin", "25h", "hour")),
        (
            {"places": "2", "début": "10/12/2026", "fin": "08/12/2026"},
            ("fin", "08/12/2026", "end-before-start"),
        ),
        (
            {"places": "2", "début": "2026-12-08 19:00", "fin": "2026-12-08 17:00"},
            ("fin", "2026-12-08 17:00", "hours-turned"),
        ),
        ({"places": "2", "début": "2026-12-08 20:00", "fin": "8h"}, ("fin", "8h", "hours-turned")),
        ({"places": "2", "jours": "08/12/2026"}, ("jours", "08/12/2026", "days")),
        ({"places": "2", "voiture": "peut-être"}, ("voiture", "peut-être", "car")),
        ({"places": "2", "langue": "portugais ou espagnol"}, ("langue", "portugais ou espagnol", "language-several")),
        ({"places": "4-2"}, ("places", "4-2", "places")),
    ],
)
def test_what_cannot_stand_is_refused_with_what_to_do(
    framed: Store, take: Take, cells: dict[str, str], refusal: tuple[str, str, str]
) -> None:
    assert refuse_one(take, **cells) == refusal
    assert list_missions(framed) == {}


def test_what_a_mission_asks_is_understood(framed: Store, take: Take) -> None:
    found = take_one(framed, take, places="2", jours="le soir, week-end", voiture="oui", langue="langue des signes")
    assert (found.days, found.car, found.language) == ((Day.EVENINGS, Day.WEEKENDS), True, "langue des signes")


@pytest.mark.parametrize(
    ("text", "days"),
    [("mardi soir", (Day.EVENINGS,)), ("samedi", (Day.WEEKENDS,)), ("lundi et jeudi", (Day.WEEKDAYS,))],
)
def test_a_particular_day_is_kept_as_its_kind_and_said(
    framed: Store, take: Take, text: str, days: tuple[str, ...]
) -> None:
    report = take("missions", f"défi;intitulé;places;jours\nLogement;Garde;2;{text}\n")
    assert [one.reason.code for one in report.line_notes] == ["days-kept"]
    assert list_missions(framed)["Garde"].days == days


def test_the_same_title_without_the_columns_leaves_what_is_known(framed: Store, take: Take) -> None:
    take(
        "missions",
        f"{ENGLISH},days,car,language\n"
        "Logement,Garde,4,2,1,2026-12-08 19:00,2026-12-09 21:00,Mme Roy,evenings,yes,LSF\n",
    )
    before = list_missions(framed)
    report = take("missions", "défi;intitulé;places\nLogement;garde;4\n")
    assert (report.added, report.unchanged, list_missions(framed)) == (0, 1, before)
    report = take("missions", f"{ENGLISH}\nLogement,Garde,4,,,,,\n")
    assert (report.added, report.unchanged, list_missions(framed)) == (0, 1, before)


def test_what_is_known_speaks_against_a_row_as_well(framed: Store, take: Take) -> None:
    take("missions", f"{ENGLISH}\nLogement,Garde,4,3,1,2026-12-08,2026-12-10,\n")
    assert refuse_one(take, places="2") == ("places", "2", "places-below-min")
    assert refuse_one(take, places="4", début="2026-12-11") == ("début", "2026-12-11", "start-after-end")
    assert take_one(framed, take, places="2", places_min="0").min_places == 0


def test_a_bad_row_leaves_the_others_and_no_order_of_rows_matters(framed: Store, take: Take) -> None:
    rows = [
        "Logement;A;4;2;1;08/12/2026;10/12/2026;Mme Roy",
        "Logement;B;2;3;;;;",
        "Mobilité;C;1;;3;;;",
        "Mobilité;D;1;1;9;;;",
    ]
    told = set()
    for order in itertools.permutations(rows):
        report = take("missions", "\n".join([FRENCH, *order]))
        assert sorted(one.reason.code for one in report.rejected) == ["importance", "min-above-places"]
        told.add(tuple(sorted((one.title, one.places, one.min_places) for one in list_missions(framed).values())))
    assert told == {(("A", 4, 2), ("C", 1, 0))}


def take_workbook(
    store: Store, folder: Path, rows: Sequence[Sequence[Any]], mend: Callable[[Any], object]
) -> ImportReport:
    path = folder / "missions.xlsx"
    path.write_bytes(make_workbook(("Missions", rows), mend=mend))
    return import_file(store, "missions", path, now=NOON)


def test_the_dates_hours_and_merged_cells_of_a_spreadsheet_are_understood(framed: Store, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Défi", "Intitulé", "Places", "Minimum", "Priorité", "Début", "Fin", "Heure de début", "Référent·e"],
        ["Logement", "A", 4.0, 2.0, 1.0, datetime(2026, 12, 8, 19, 0), datetime(2026, 12, 8, 21, 0), None, "Mme Roy"],
        [None, "B", 2, None, 3, date(2026, 12, 9), None, time(14, 30), None],
    ]

    def merge(book: Any) -> None:
        book.worksheets[0].merge_cells("A2:A3")
        book.worksheets[0].merge_cells("I2:I3")

    assert take_workbook(framed, tmp_path, rows, merge).rejected == ()
    found = list_missions(framed)
    assert [(one.places, one.min_places, one.importance, one.owner) for one in found.values()] == [
        (4, 2, 1, "Mme Roy"),
        (2, 0, 3, "Mme Roy"),
    ]
    assert [(one.first_date, one.last_date, one.begins, one.finishes) for one in found.values()] == [
        ("2026-12-08", "2026-12-08", "19:00", "21:00"),
        ("2026-12-09", "", "14:30", ""),
    ]


def test_an_import_of_missions_is_undone_as_it_was(framed: Store, take: Take) -> None:
    take("missions", f"{ENGLISH},days,car,language\nLogement,Garde,4,2,1,2026-12-08,,Mme Roy,evenings,yes,LSF\n")
    before = list_missions(framed)
    second = take(
        "missions",
        f"{ENGLISH},days,car,language\nLogement,Garde,5,3,3,2026-12-09 10:00,2026-12-10,M. Bel,weekends,no,arabe\n",
    )
    assert list_missions(framed) != before
    assert second.import_id is not None
    undo_import(framed, second.import_id, NOON)
    assert list_missions(framed) == before
