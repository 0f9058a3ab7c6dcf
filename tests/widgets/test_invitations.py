"""The panel of invitations: what prints say is kept line by line, each print says what it lacks and is made aside."""

from __future__ import annotations

import base64
import zipfile
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.prints.invited import SAID, make_invited
from tests.widgets.conftest import MakeRoom
from tests.widgets.room import lay_out
from workshop_kit import visit
from workshop_kit.domain.course import Moment
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Stakeholder, StakeholderStatus
from workshop_kit.domain.printing import PrintKind
from workshop_kit.errors import InvalidEntry, StoreUnavailable
from workshop_kit.live.contract.facilitator.invitations import (
    InvitationField,
    PrintAsked,
    TellDay,
    TellInvitation,
    WhichPrint,
)
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.prints.aside import WORKER
from workshop_kit.prints.invitations import print_invitation
from workshop_kit.report.aside import Making
from workshop_kit.store import Store, open_store
from workshop_kit.store.marks import Mark, read_mark, write_mark
from workshop_kit.widgets.makings import Makings


def open_desk(folder: Path) -> FacilitatorWindow:
    return FacilitatorWindow(folder, papers=Makings(partial(Making, worker=WORKER)))


@pytest.fixture(autouse=True)
def _begin_a_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "_begun", None)
    monkeypatch.delenv("VISITOR_ID", raising=False)


def tell(desk: FacilitatorWindow, field: str, text: str) -> None:
    asked = TellInvitation(InvitationField(field), text)
    desk.store.perform(None, lambda repository: desk.tell_invitation(repository, asked))


def read_print(desk: FacilitatorWindow, kind: PrintKind) -> dict[str, Any]:
    return next(dict(one) for one in desk.invitations_model()["prints"] if one["kind"] == kind)


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    return make_invited(tmp_path, invitation=Invitation())


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("finishes", "20h30", "20:30"),
        ("answer_by", "2027-01-15", "2027-01-15"),
        ("place", "  Salle   des fêtes ", "Salle des fêtes"),
        ("phone", "0199000020", "01 99 00 00 20"),
        ("address", "val-brume.example/2028", "val-brume.example/2028"),
        ("address", "http://192.168.50.20:8000", "http://192.168.50.20:8000"),
        ("colour", "#0B5A56", "#0b5a56"),
        ("wifi_name", "Val-Brume", "Val-Brume"),
        ("wifi_password", 'a;b:"c\\', 'a;b:"c\\'),
        ("place", "", ""),
    ],
)
def test_a_line_is_kept_cleaned(hall: Path, field: str, typed: str, kept: str) -> None:
    desk = open_desk(hall)
    tell(desk, field, typed)
    assert dict(desk.invitations_model())[field] == kept


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("finishes", "25:00", "hour-shape"),
        ("answer_by", "demain", "day-shape"),
        ("phone", "la mairie", "phone-shape"),
        ("address", "notre site", "web-address-shape"),
        ("address", "javascript:alert(1)", "web-address-shape"),
        ("address", "x" * 201, "text-too-long"),
        ("colour", "vert", "colour-shape"),
        ("colour", "#fff", "colour-shape"),
        ("wifi_name", "W" * 33, "text-too-long"),
    ],
)
def test_a_line_that_says_nothing_usable_is_refused(hall: Path, field: str, typed: str, code: str) -> None:
    desk = open_desk(hall)
    with pytest.raises(InvalidEntry) as refused:
        tell(desk, field, typed)
    assert refused.value.code == code
    assert dict(desk.invitations_model())[field] == ""


def test_an_end_before_the_beginning_and_answers_after_the_day_are_refused(hall: Path) -> None:
    desk = open_desk(hall)
    desk.tell_day(TellDay("2027-01-21", "18:00"))
    for field, typed, code in (("finishes", "17:30", "hour-order"), ("answer_by", "2027-01-25", "answer-late")):
        with pytest.raises(InvalidEntry) as refused:
            tell(desk, field, typed)
        assert refused.value.code == code
        assert dict(desk.invitations_model())[field] == ""
    tell(desk, "finishes", "20:30")
    tell(desk, "answer_by", "2027-01-15")


def test_whom_letters_reach_is_noted_as_invited_by_one_press(hall: Path) -> None:
    desk = open_desk(hall)

    def send(kind: PrintKind) -> int:
        return int(desk.store.perform(None, lambda hall: desk.note_sent(hall, WhichPrint(kind)))["sent"])

    def list_waiting() -> set[str]:
        listed = desk.store.read(lambda hall: hall.list_stakeholders())
        return {one.name for one in listed if one.status is StakeholderStatus.TO_INVITE}

    listed = desk.store.read(lambda hall: hall.list_stakeholders())
    reached = {one.name for one in listed if one.status is StakeholderStatus.TO_INVITE and one.address.strip()}
    waiting = list_waiting()
    assert reached
    assert send(PrintKind.POSTER) == 0
    assert send(PrintKind.LETTERS) == len(reached)
    assert list_waiting() == waiting - reached
    assert all(
        one.invited_at is not None
        for one in desk.store.read(lambda hall: hall.list_stakeholders())
        if one.name in reached
    )


def test_the_day_is_the_folders_and_the_prints_at_once(hall: Path) -> None:
    desk = open_desk(hall)
    desk.tell_day(TellDay("2027-01-21", "18h"))
    assert read_mark(hall) == Mark("2027-01-21", "18:00")
    model = desk.invitations_model()
    assert (model["day"], model["begins"]) == ("2027-01-21", "18:00")
    with open_store(hall) as store:
        assert store.read(lambda one: one.find_invitation()).day == "2027-01-21"
        until = store.read(lambda one: one.find_workshop()).retention_until
    assert until.date().isoformat() == "2028-01-21"


@pytest.mark.parametrize("other", ["2027-02-18", ""])
def test_of_two_pages_that_set_a_day_at_once_folder_and_prints_say_the_same(
    hall: Path, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    desk, beside = open_desk(hall), open_desk(hall)
    perform = Store.perform

    def perform_second(store: Store, *arguments: Any) -> Any:
        monkeypatch.setattr(Store, "perform", perform)
        beside.tell_day(TellDay(other, ""))  # wholly between the two halves of the other's
        return perform(store, *arguments)

    monkeypatch.setattr(Store, "perform", perform_second)
    desk.tell_day(TellDay("2027-01-21", "18:00"))
    model = desk.invitations_model()
    assert (model["day"], model["begins"]) == ("2027-01-21", "18:00")
    assert read_mark(hall) == Mark("2027-01-21", "18:00")


def test_a_day_of_which_a_kill_kept_one_half_is_the_one_of_before(hall: Path) -> None:
    desk = open_desk(hall)
    desk.tell_day(TellDay("2027-01-21", "18:00"))
    write_mark(hall, Mark("2027-02-18", "19:00"))  # as a kill leaves it
    reopened = open_desk(hall)
    assert read_mark(hall) == Mark("2027-01-21", "18:00")
    assert reopened.invitations_model()["day"] == "2027-01-21"


def test_a_day_that_cannot_be_kept_is_said_nowhere(hall: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(hall)
    desk.tell_day(TellDay("2027-01-21", "18:00"))

    def refuse(*_arguments: Any) -> None:
        raise StoreUnavailable("disk-full", folder=hall)

    monkeypatch.setattr(desk.store, "perform", refuse)
    with pytest.raises(StoreUnavailable):
        desk.tell_day(TellDay("2027-02-18", ""))
    assert read_mark(hall) == Mark("2027-01-21", "18:00")


def test_a_day_set_before_prints_had_one_is_read_in_the_folder(hall: Path) -> None:
    write_mark(hall, Mark("2027-03-01", "19:00"))
    model = open_desk(hall).invitations_model()
    assert (model["day"], model["begins"]) == ("2027-03-01", "19:00")


def test_a_day_that_is_none_changes_nothing(hall: Path) -> None:
    desk = open_desk(hall)
    with pytest.raises(InvalidEntry):
        desk.tell_day(TellDay("2027-13-01", ""))
    assert read_mark(hall) == Mark()


def test_each_print_says_what_it_lacks_and_for_whom_it_is(tmp_path: Path) -> None:
    desk = open_desk(make_invited(tmp_path, invitation=replace(SAID, place=""), seats=()))
    assert desk.invitations_model()["lacks"].startswith("Il manque encore\N{NO-BREAK SPACE}: le lieu")
    assert not any("le lieu" in one["lacks"] for one in desk.invitations_model()["prints"])
    letters = read_print(desk, PrintKind.LETTERS)
    assert (letters["count"], letters["everyone"], letters["refused"]) == (3, 5, "")
    assert read_print(desk, PrintKind.CARDS)["refused"] != ""
    assert read_print(desk, PrintKind.REMINDERS)["count"] == 1


def test_what_one_print_alone_lacks_is_said_beside_it(tmp_path: Path) -> None:
    desk = open_desk(make_invited(tmp_path, invitation=replace(SAID, wifi_name="", answer_by=""), seats=()))
    assert "Wi-Fi" in read_print(desk, PrintKind.DOOR)["lacks"]
    model = desk.invitations_model()
    assert "Wi-Fi" not in model["lacks"]
    assert "date limite" in model["lacks"]  # of letters and of messages


@pytest.mark.parametrize("kind", PrintKind)
def test_the_page_has_each_print_made_in_a_process_of_its_own(tmp_path: Path, kind: PrintKind) -> None:
    desk = open_desk(make_invited(tmp_path))
    assert desk.make_print(PrintAsked(kind, copies=2 if kind is PrintKind.FORM else None))["state"] == "ready"
    content = base64.b64decode(desk.fetch_print(WhichPrint(kind))["content"])
    if kind is PrintKind.EMAILS:
        with zipfile.ZipFile(BytesIO(content)) as bundle:
            assert len(bundle.namelist()) == 2
    else:
        assert content.startswith(b"%PDF")


def test_a_print_for_nobody_comes_back_as_its_sentence(tmp_path: Path) -> None:
    desk = open_desk(make_invited(tmp_path, people=()))
    assert desk.make_print(PrintAsked(PrintKind.LETTERS))["state"] == "failed"
    assert "Inviter" in read_print(desk, PrintKind.LETTERS)["making"]["sentence"]


def test_a_broken_logo_is_said_where_the_print_is_asked_for(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    (folder / "logo.png").write_bytes(b"no picture")
    desk = open_desk(folder)
    assert desk.invitations_model()["logo"] == "logo.png"
    desk.make_print(PrintAsked(PrintKind.POSTER))
    assert "logo.png" in read_print(desk, PrintKind.POSTER)["making"]["sentence"]


def test_a_folder_that_says_what_is_no_day_closes_no_page_and_stops_no_print(make_room: MakeRoom) -> None:
    room = make_room(lay_out)
    said = Invitation(
        day="pas un jour",
        begins="18:00:00+02:00",
        finishes="25:99",
        answer_by="9999-12-31",
        address="https://commune.fr/\r\nATTENDEE:mailto:autre@exemple.fr",
    )
    guest = Stakeholder("guest", "resident", "Odette", email="odette@exemple.fr")
    room.write(lambda hall: hall.update_invitation(said))
    room.write(lambda hall: hall.add_stakeholder(guest))
    room.move(Moment.FORM)
    assert room.phone().model("form")["day"] == ""
    laptop = room.laptop()
    assert laptop.model("stakeholders")["next"]["act"]
    assert (laptop.model("invitations")["day"], laptop.model("invitations")["begins"]) == ("", "")
    for kind in (PrintKind.EMAILS, PrintKind.CALLS):
        assert print_invitation(room.folder, kind).printed.content
