"""Contact details go when their retention is over, and not a day before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.widgets.room import NOON, PSEUDONYMS, SECRETS, Room
from tests.widgets.room import fill as fill_room
from workshop_kit.cli.conclude import assign
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import (
    Origin,
    Participant,
    Score,
    Stakeholder,
    Volunteer,
    count_retention,
    new_workshop,
)
from workshop_kit.live.acts.retention import count_from_day, erase_expired
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.store import Repository, Store, create_store

UNTIL = NOON + timedelta(days=90)
LATER = UNTIL + timedelta(seconds=1)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    with Room(tmp_path, monkeypatch, fill_room, add) as room:
        yield room


@pytest.fixture
def folder(room: Room) -> Path:
    return room.folder


@pytest.fixture
def store(room: Room) -> Store:
    return room.store


def add(repository: Repository) -> None:
    """Someone a file names, and a shop with a person to call; all of it until a day that the tests know."""
    repository.update_workshop(replace(repository.find_workshop(), retention_until=UNTIL))
    repository.add_participant(Participant("file", "Marie Dupont", "", "", Origin.FILE, NOON))
    repository.update_volunteer(Volunteer("file", "Marie Dupont", "marie@exemple.fr", "", "", NOON, "missions"))
    repository.update_score(Score("file", "home", 2, 1))
    repository.add_stakeholder(Stakeholder("shop", "shop", "Boulangerie", "M. Blanc", "pain@exemple.fr"))


def held(folder: Path) -> str:
    """Everything in the workshop's files, as letters."""
    return "".join(path.read_bytes().decode("latin-1") for path in folder.iterdir() if path.is_file())


def test_nothing_goes_before_the_last_day_is_over(store: Store, folder: Path) -> None:
    assert erase_expired(store, folder, UNTIL) == 0
    assert len(store.read(lambda repository: repository.list_volunteers())) == 3


def test_contact_details_go_and_contributions_stay(store: Store, folder: Path) -> None:
    assert erase_expired(store, folder, LATER) == 5
    assert store.read(lambda repository: repository.list_volunteers()) == ()
    shop = store.read(lambda repository: repository.find_stakeholder("shop"))
    assert (shop.name, shop.contact, shop.email) == ("Boulangerie", "", "")
    people = store.read(lambda repository: repository.list_participants())
    assert [one.pseudonym for one in people] == [*PSEUDONYMS.values(), "Bénévole 5", "Bénévole 1"]
    assert store.read(lambda repository: repository.find_score("file", "home")) == Score("file", "home", 2, 1)
    assert len(store.read(lambda repository: repository.list_ideas())) == 4


def test_a_no_without_a_name_is_no_contact_detail_and_stays(store: Store, folder: Path) -> None:
    only_no = Volunteer("cle", "", "", "", "", None, "", declined=("home",))
    store.perform(None, lambda repository: repository.update_volunteer(only_no))
    assert erase_expired(store, folder, LATER) == 5
    assert store.read(lambda repository: repository.list_volunteers()) == (only_no,)
    assert erase_expired(store, folder, LATER) == 0


def test_a_no_stays_when_the_contact_details_beside_it_go(store: Store, folder: Path) -> None:
    offer = store.read(lambda repository: repository.find_volunteer("ana"))
    assert offer is not None
    store.perform(None, lambda repository: repository.update_volunteer(replace(offer, declined=("move",))))
    assert erase_expired(store, folder, LATER) == 5
    (kept,) = store.read(lambda repository: repository.list_volunteers())
    assert (kept.name, kept.email, kept.phone, kept.consented_at) == ("", "", "", None)
    assert kept.declined == ("move",)


def test_no_file_of_the_folder_holds_them_any_more(store: Store, folder: Path) -> None:
    erase_expired(store, folder, LATER)
    store.close()
    assert [secret for secret in (*SECRETS, "Marie Dupont", "marie@exemple.fr") if secret in held(folder)] == []


def test_once_erased_nothing_is_written_again(store: Store, folder: Path) -> None:
    erase_expired(store, folder, LATER)
    before = store.latest_sequence()
    assert erase_expired(store, folder, LATER) == 0
    assert store.latest_sequence() == before


def test_a_number_that_somebody_chose_as_pseudonym_is_passed_over(store: Store, folder: Path) -> None:
    store.perform(None, lambda r: r.add_participant(Participant("x", "bénévole 1", "", "", Origin.ROOM, NOON)))
    erase_expired(store, folder, LATER)
    assert store.read(lambda repository: repository.find_participant("file")).pseudonym == "Bénévole 2"


def test_copies_made_before_an_upgrade_go_with_what_they_hold(store: Store, folder: Path) -> None:
    old, fresh = folder / "workshop.db.before-0002", folder / "workshop.db.before-0003"
    for copy in (old, fresh):
        copy.write_text("Marie Dupont")
    assert erase_expired(store, folder, UNTIL) == 0
    assert old.exists()
    erase_expired(store, folder, LATER)
    assert [copy.exists() for copy in (old, fresh)] == [False, False]


def test_a_copy_made_once_nothing_was_left_to_erase_stays(store: Store, folder: Path) -> None:
    erase_expired(store, folder, LATER)
    old, fresh = folder / "workshop.db.before-0002", folder / "workshop.db.before-0003"
    for copy, moment in ((old, UNTIL - timedelta(days=1)), (fresh, LATER)):
        copy.write_text("")
        os.utime(copy, (moment.timestamp(), moment.timestamp()))
    erase_expired(store, folder, LATER)
    assert [copy.exists() for copy in (old, fresh)] == [False, True]


def expire(repository: Repository) -> None:
    workshop = repository.find_workshop()
    repository.update_workshop(replace(workshop, retention_until=workshop.created_at - timedelta(days=365 * 20)))


def test_opening_the_facilitator_s_page_erases_what_is_due(store: Store, folder: Path) -> None:
    store.perform(None, expire)
    FacilitatorWindow(folder).close()
    assert store.read(lambda repository: repository.list_volunteers()) == ()


def test_a_command_erases_what_is_due_and_says_so(store: Store, folder: Path) -> None:
    store.perform(None, expire)
    done = CliRunner().invoke(assign, [str(folder), "--json"])
    assert done.exit_code == 0
    assert "durée de conservation" in done.stderr
    assert "durée de conservation" not in done.stdout
    assert store.read(lambda repository: repository.list_volunteers()) == ()


def test_a_new_workshop_keeps_contact_details_a_year() -> None:
    made = new_workshop("Atelier", "Val-Brume", "fr", NOON)
    assert made.retention_until == NOON + timedelta(days=365)
    assert (made.phase, made.created_at) == (Phase.WELCOME, NOON)
    assert (made.current_challenge, made.timer_ends_at) == (None, None)


def test_the_retention_is_counted_from_the_workshops_day_and_never_from_a_day_before_it_was_made() -> None:
    assert count_retention(NOON, None) == NOON + timedelta(days=365)
    day = NOON.date() + timedelta(days=40)
    assert count_retention(NOON, day) == NOON + timedelta(days=405)
    assert count_retention(NOON, date(2015, 5, 5)) == NOON + timedelta(days=365)


def test_what_people_were_told_is_never_put_off_by_another_day(store: Store) -> None:
    count_from_day(store, NOON.date() + timedelta(days=40))
    assert store.read(lambda repository: repository.find_workshop()).retention_until == UNTIL


def test_without_anybodys_details_the_retention_follows_the_day(tmp_path: Path) -> None:
    store = create_store(tmp_path / "empty", new_workshop("Titre", "Ville", "fr", NOON))
    try:
        for day, days in ((NOON.date() + timedelta(days=40), 405), (None, 365)):
            count_from_day(store, day)
            until = store.read(lambda repository: repository.find_workshop()).retention_until
            assert until == NOON + timedelta(days=days)
    finally:
        store.close()
