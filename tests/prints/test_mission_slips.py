"""Slips of missions: valid in every form, what may be said and nothing else, and a code for its person alone."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from tests.prints.invited import NOW, make_invited
from tests.prints.test_invitations import STRANGE, squeeze
from tests.prints.valid import check_valid
from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Origin, Participant, Reason, Volunteer
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.acts.contributing import answer_mission
from workshop_kit.live.acts.slip_codes import list_slip_codes
from workshop_kit.prints.matter import Options
from workshop_kit.prints.mission_slips import print_missions
from workshop_kit.report.printed import Printed
from workshop_kit.store import Repository, open_store

ROOM = "http://192.168.1.20:8866/?door=tilleul-cuivre"
ACCEPTED, DECLINED = AssignmentStatus.ACCEPTED, AssignmentStatus.DECLINED
MISSION = Mission(
    "gym", "c0", "Tour de garde du gymnase", 4, 2, first_date="2027-02-02", begins="19:00", owner="Mme Roy",
    next_step="ouvrir et accueillir",
)  # fmt: skip


def add_people(hall: Repository) -> None:
    """Add Rosa, known from a file, a mission proposed to her, and three others on it."""
    people = (("rosa", "Rosa Ferré"), ("omar", "Omar Diallo"), ("lise", "Lise Secrète"), ("paul", "Paul Indécis"))
    challenge = hall.list_challenges()[0].id
    hall.add_mission(replace(MISSION, challenge=challenge))
    for one, name in people:
        hall.add_participant(Participant(one, name, "", "", Origin.FILE, NOW))
        shown = one != "lise"
        hall.update_volunteer(Volunteer(one, name, f"{one}@example.net", "02 61 91 00 77", "", NOW, "", shown))
    because = Reason("assigned", {"competence": 1, "interest": 2})
    given = (("rosa", AssignmentStatus.PROPOSED), ("omar", ACCEPTED), ("lise", ACCEPTED), ("paul", DECLINED))
    for one, status in given:
        beside = "omar" if one == "rosa" else None
        hall.update_assignment(Assignment(one, "gym", because, status=status, beside=beside))


def change(folder: Path, *acts: Any) -> None:
    store = open_store(folder)
    for act in acts:
        store.perform(None, act)
    store.close()


def make(tmp_path: Path, *acts: Any) -> Path:
    folder = make_invited(tmp_path)
    change(folder, add_people, *acts)
    return folder


def print_it(folder: Path, **options: Any) -> Printed:
    return print_missions(folder, Options(**options), now=NOW)


def read(made: Printed) -> str:
    return squeeze("".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages))


def find_code(folder: Path, person: str = "rosa") -> str:
    store = open_store(folder)
    try:
        return write_code(store.read(lambda hall: list_slip_codes(hall)[person]))
    finally:
        store.close()


@pytest.mark.parametrize("bw", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_slips_are_valid_pdf_ua_in_each_language_in_colour_and_black(tmp_path: Path, language: str, bw: bool) -> None:
    made = print_it(make(tmp_path), language=language, bw=bw, room=ROOM)
    assert made.undrawn == ()
    check_valid(made.content)


@pytest.mark.parametrize("text", STRANGE)
def test_whatever_was_typed_is_printed_as_text_and_takes_its_place(tmp_path: Path, text: str) -> None:
    strange = replace(MISSION, id="odd", title=text * 3, owner=text, next_step=text, sector=text)

    def add(hall: Repository) -> None:
        hall.add_mission(replace(strange, challenge=hall.list_challenges()[0].id))
        hall.update_assignment(Assignment("paul", "odd", Reason("by-hand")))
        hall.update_volunteer(Volunteer("paul", text, "", "", "", NOW, ""))

    made = print_it(make(tmp_path, add), room=ROOM)
    check_valid(made.content)
    assert len(PdfReader(BytesIO(made.content)).pages) == 1


def test_a_slip_says_what_when_why_with_whom_and_how_to_answer(tmp_path: Path) -> None:
    text = read(print_it(make(tmp_path), language="fr", room=ROOM))
    for said in (
        "Rosa Ferré", "Tour de garde du gymnase", "ouvrir et accueillir", "mardi 2 février 2027, 19 h",
        "Personne référente", "Mme Roy", "« un peu » à « Je m’y connais ? » et « oui, beaucoup »",
        "Omar Diallo, et 1 autre personne", "en binôme avec Omar Diallo", "Oui, j’accepte",
        "Une autre mission", "Non merci, parce que",
    ):  # fmt: skip
        assert squeeze(said) in text, said


def test_it_names_nobody_who_did_not_say_yes_and_agree_and_holds_no_contact_details(tmp_path: Path) -> None:
    made = print_it(make(tmp_path), room=ROOM)
    text = read(made) + made.content.decode("latin-1")
    for hidden in ("LiseSecrète", "PaulIndécis", "@example.net", "0261910077"):
        assert hidden not in text


@pytest.mark.parametrize(
    ("mentor", "shown", "said"),
    [
        (
            Participant("new", "Mésange bleue", "", "", Origin.ROOM, NOW),
            False,
            "en binôme avec Mésange bleue, qui connaît",
        ),
        (Participant("new", "Mésange bleue", "", "", Origin.ROOM, NOW), True, "en binôme avec Inès Roche, qui connaît"),
        (Participant("new", "Inès R.", "", "", Origin.FILE, NOW), False, "en binôme avec quelqu’un qui connaît"),
    ],
)
def test_a_pair_is_said_as_on_a_phone_a_pseudonym_once_they_accepted_a_name_where_they_agreed(
    tmp_path: Path, mentor: Participant, shown: bool, said: str
) -> None:
    def add(hall: Repository) -> None:
        hall.add_participant(mentor)
        hall.update_volunteer(Volunteer("new", "Inès Roche", "", "", "", NOW, "", shown))
        hall.update_assignment(Assignment("new", "gym", Reason("by-hand")))
        hall.update_assignment(replace(hall.list_assignments("rosa")[0], beside="new"))
        answer_mission(hall, "new", "gym", ACCEPTED, told=True)

    text = read(print_it(make(tmp_path, add), language="fr"))
    assert squeeze(said) in text
    assert squeeze("peut lire votre pseudonyme") not in text, "nobody reads hers: she is known from a file"


def test_who_lost_whom_they_go_with_reads_on_the_slip_too_that_somebody_is_to_be_found(tmp_path: Path) -> None:
    def leave(hall: Repository) -> None:
        hall.update_assignment(replace(hall.list_assignments("omar")[0], status=DECLINED))

    text = read(print_it(make(tmp_path, leave), language="fr"))
    assert squeeze("il reste à trouver qui fera la première fois") in text
    assert squeeze("en binôme") not in text


def test_a_slip_for_somebody_of_the_room_promises_nobody_their_pseudonym(tmp_path: Path) -> None:
    def sit(hall: Repository) -> None:
        hall.add_participant(Participant("new", "Mésange bleue", "", "", Origin.ROOM, NOW))
        hall.update_assignment(Assignment("new", "gym", Reason("by-hand"), beside="omar"))

    text = read(print_it(make(tmp_path, sit), language="fr", everyone=True))
    assert squeeze("peut lire votre pseudonyme") not in text, "a yes on paper lets nobody read it"


def test_the_code_is_its_person_s_and_the_address_the_room_s(tmp_path: Path) -> None:
    folder = make(tmp_path)
    text = read(print_it(folder, room=ROOM))
    assert squeeze(find_code(folder)) in text
    assert squeeze(find_code(folder, "omar")) not in text
    assert "192.168.1.20:8866" in text
    assert "tilleul" not in text, "the words of the door are in the code alone"


def test_without_a_page_to_type_it_on_no_code_is_printed(tmp_path: Path) -> None:
    from workshop_kit.domain.invitations import Invitation

    folder = make_invited(tmp_path, invitation=Invitation())
    change(folder, add_people)
    text = read(print_it(folder, language="fr"))
    assert squeeze(find_code(folder)) not in text
    assert squeeze("rendez ce papier") in text


def test_a_paper_is_handed_to_nobody_where_the_workshop_names_nobody_and_the_code_has_its_time(tmp_path: Path) -> None:
    def forget(hall: Repository) -> None:
        hall.update_workshop(replace(hall.find_workshop(), contact=""))

    text = read(print_it(make(tmp_path, forget), language="fr", room=ROOM))
    assert squeeze("rendez ce papier") not in text
    assert squeeze("pendant l’atelier, ou quand l’équipe le rouvre") in text
    assert squeeze("Pas maintenant") in text


def test_a_paper_goes_back_by_hand_and_not_to_a_telephone_number(tmp_path: Path) -> None:
    def ask(hall: Repository) -> None:
        hall.update_workshop(replace(hall.find_workshop(), contact="Mme Petit\n01 99 00 12 34", organiser="Le CCAS"))

    text = read(print_it(make(tmp_path, ask), language="fr"))
    assert squeeze("rendez ce papier à la personne qui vous l’a donné, ou à : Le CCAS") in text

    def leave(hall: Repository) -> None:
        ask(hall)
        hall.update_workshop(replace(hall.find_workshop(), organiser=""))

    text = read(print_it(make(tmp_path / "unsaid", leave), language="fr"))
    assert squeeze("l’a donné, ou à") not in text


def test_hours_without_a_day_days_of_the_week_a_car_and_a_language_are_said(tmp_path: Path) -> None:
    def ask(hall: Repository) -> None:
        asked = {"first_date": "", "finishes": "21:30", "days": (Day.EVENINGS,), "car": True, "language": "LSF"}
        hall.update_mission(replace(hall.find_mission("gym"), **asked))  # type: ignore[arg-type]

    text = read(print_it(make(tmp_path, ask), language="fr", room=ROOM))
    for said in ("Heures 19 h – 21 h 30", "Jours le soir", "Il faut une voiture ; langue : LSF"):
        assert squeeze(said) in text, said


def test_who_has_two_missions_has_a_slip_each_with_the_same_code(tmp_path: Path) -> None:
    def add(hall: Repository) -> None:
        hall.add_mission(replace(MISSION, id="two", title="Appeler", challenge=hall.list_challenges()[0].id))
        hall.update_assignment(Assignment("rosa", "two", Reason("by-hand"), status=AssignmentStatus.LATER))

    folder = make(tmp_path, add)
    text = read(print_it(folder, language="fr", room=ROOM))
    assert text.count(squeeze(find_code(folder))) == 2
    assert "1sur2" in text
    assert "2sur2" in text


def test_who_reads_it_on_a_phone_here_has_a_slip_only_when_everybody_has(tmp_path: Path) -> None:
    def sit(hall: Repository) -> None:
        hall.add_participant(Participant("new", "Mésange bleue", "", "", Origin.ROOM, NOW))
        hall.update_assignment(Assignment("new", "gym", Reason("by-hand")))

    folder = make(tmp_path, sit)
    assert "Mésangebleue" not in read(print_it(folder))
    assert "Mésangebleue" in read(print_it(folder, everyone=True))


def test_slips_for_nobody_are_refused(tmp_path: Path) -> None:
    def answer(hall: Repository) -> None:
        for one in hall.list_assignments():
            hall.update_assignment(replace(one, status=DECLINED))

    with pytest.raises(NotAllowed) as refused:
        print_it(make(tmp_path, answer))
    assert refused.value.code == "nobody-to-answer"


def test_the_command_writes_them_into_the_folder(tmp_path: Path) -> None:
    folder = make(tmp_path)
    result = CliRunner().invoke(workshop_kit, ["print", str(folder), "missions", "--bw", "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert Path(result.stdout.strip()).name == "mission-slips.pdf"
    assert Path(result.stdout.strip()).stat().st_size > 1000
