"""Contact details go when their retention is over, and not a day before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from tests.widgets.room import NOON, PSEUDONYMS, SECRETS, Room
from tests.widgets.room import fill as fill_room
from workshop_kit.cli.conclude import assign
from workshop_kit.cli.prepare import export, say_retention
from workshop_kit.domain.course import Phase
from workshop_kit.domain.files import TakenEntry, TakenFile
from workshop_kit.domain.model import (
    Origin,
    Participant,
    Score,
    Stakeholder,
    Volunteer,
    count_retention,
    new_workshop,
)
from workshop_kit.hosting.checking import check_workshop
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.retention import count_from_day, keep_retention
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.store.announced import write_announced
from workshop_kit.store.backups import BackupKind, list_backups, make_backup, prune

UNTIL = NOON + timedelta(days=90)
SECOND = timedelta(seconds=1)
WEEK = timedelta(days=7)
LATER = UNTIL + SECOND


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
    assert keep_retention(store, folder, UNTIL, confirmed=True).erased == 0
    assert len(store.read(lambda repository: repository.list_volunteers())) == 3


def test_contact_details_go_and_contributions_stay(store: Store, folder: Path) -> None:
    assert keep_retention(store, folder, LATER, confirmed=True).erased == 5
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
    assert keep_retention(store, folder, LATER, confirmed=True).erased == 5
    assert store.read(lambda repository: repository.list_volunteers()) == (only_no,)
    assert keep_retention(store, folder, LATER, confirmed=True).erased == 0


def test_a_no_stays_when_the_contact_details_beside_it_go(store: Store, folder: Path) -> None:
    offer = store.read(lambda repository: repository.find_volunteer("ana"))
    assert offer is not None
    store.perform(None, lambda repository: repository.update_volunteer(replace(offer, declined=("move",))))
    assert keep_retention(store, folder, LATER, confirmed=True).erased == 5
    (kept,) = store.read(lambda repository: repository.list_volunteers())
    assert (kept.name, kept.email, kept.phone, kept.consented_at) == ("", "", "", None)
    assert kept.declined == ("move",)


def test_no_file_of_the_folder_holds_them_any_more(store: Store, folder: Path) -> None:
    keep_retention(store, folder, LATER, confirmed=True)
    store.close()
    assert [secret for secret in (*SECRETS, "Marie Dupont", "marie@exemple.fr") if secret in held(folder)] == []


def test_once_erased_nothing_is_written_again(store: Store, folder: Path) -> None:
    keep_retention(store, folder, LATER, confirmed=True)
    before = store.latest_sequence()
    assert keep_retention(store, folder, LATER, confirmed=True).erased == 0
    assert store.latest_sequence() == before


def test_a_number_that_somebody_chose_as_pseudonym_is_passed_over(store: Store, folder: Path) -> None:
    store.perform(None, lambda r: r.add_participant(Participant("x", "bénévole 1", "", "", Origin.ROOM, NOON)))
    keep_retention(store, folder, LATER, confirmed=True)
    assert store.read(lambda repository: repository.find_participant("file")).pseudonym == "Bénévole 2"


def test_copies_made_before_an_upgrade_go_with_what_they_hold(store: Store, folder: Path) -> None:
    old, fresh = folder / "workshop.db.before-0002", folder / "workshop.db.before-0003"
    for copy in (old, fresh):
        copy.write_text("Marie Dupont")
    assert keep_retention(store, folder, UNTIL, confirmed=True).erased == 0
    assert old.exists()
    keep_retention(store, folder, LATER, confirmed=True)
    assert [copy.exists() for copy in (old, fresh)] == [False, False]


def test_a_copy_made_once_nothing_was_left_to_erase_stays(store: Store, folder: Path) -> None:
    keep_retention(store, folder, LATER, confirmed=True)
    old, fresh = folder / "workshop.db.before-0002", folder / "workshop.db.before-0003"
    for copy, moment in ((old, UNTIL - timedelta(days=1)), (fresh, LATER)):
        copy.write_text("")
        os.utime(copy, (moment.timestamp(), moment.timestamp()))
    keep_retention(store, folder, LATER, confirmed=True)
    assert [copy.exists() for copy in (old, fresh)] == [False, True]


def expire(repository: Repository) -> None:
    workshop = repository.find_workshop()
    repository.update_workshop(replace(workshop, retention_until=workshop.created_at - timedelta(days=365 * 20)))


def count_volunteers(store: Store) -> int:
    return len(store.read(lambda repository: repository.list_volunteers()))


def test_what_is_due_is_announced_first_and_goes_at_an_opening_a_week_later(store: Store, folder: Path) -> None:
    announced = keep_retention(store, folder, LATER)
    assert (announced.erased, announced.erases_at, announced.contacts) == (0, LATER + WEEK, 5)
    assert keep_retention(store, folder, LATER + WEEK - SECOND).erases_at == LATER + WEEK
    assert count_volunteers(store) == 3
    assert keep_retention(store, folder, LATER + WEEK).erased == 5
    assert count_volunteers(store) == 0


def test_announced_in_the_month_before_it_goes_on_its_day(store: Store, folder: Path) -> None:
    announced = keep_retention(store, folder, UNTIL - timedelta(days=20))
    assert (announced.erased, announced.erases_at, announced.contacts) == (0, UNTIL, 5)
    assert keep_retention(store, folder, UNTIL).erased == 0
    assert keep_retention(store, folder, LATER).erased == 5


def test_a_clock_ahead_that_was_set_right_takes_the_announcement_back(store: Store, folder: Path) -> None:
    keep_retention(store, folder, LATER)
    assert keep_retention(store, folder, NOON).erases_at is None
    assert keep_retention(store, folder, LATER + WEEK).erases_at == LATER + 2 * WEEK


@pytest.mark.parametrize("years", [3, 10, 70])
def test_a_clock_years_ahead_erases_nobody_however_often_unless_somebody_confirms(
    store: Store, folder: Path, years: int
) -> None:
    ahead = NOON + timedelta(days=366 * years)
    for weeks in range(4):
        standing = keep_retention(store, folder, ahead + weeks * WEEK)
        assert (standing.erased, standing.doubtful, standing.last) == (0, True, NOON)
    assert count_volunteers(store) == 3
    assert keep_retention(store, folder, ahead, confirmed=True).erased == 5


@pytest.mark.parametrize("year", [1970, 2000, 2026])
def test_a_clock_behind_erases_nobody(store: Store, folder: Path, year: int) -> None:
    behind = NOON.replace(year=year)
    keep_retention(store, folder, LATER)
    assert keep_retention(store, folder, behind, confirmed=True).erased == 0
    assert keep_retention(store, folder, LATER).erases_at == LATER + WEEK, "announced anew"


def test_a_sealed_copy_stays_for_a_week_and_then_no_file_holds_them(store: Store, folder: Path) -> None:
    make_backup(folder, NOON)
    keep_retention(store, folder, LATER, confirmed=True)
    (sealed,) = list_backups(folder)
    assert sealed.kind is BackupKind.SEALED
    assert "marie@exemple.fr" in sealed.path.read_bytes().decode("latin-1")
    keep_retention(store, folder, LATER + WEEK)
    assert sealed.path.exists()
    past = LATER + WEEK + 2 * SECOND
    assert keep_retention(store, folder, past).leaving == {"sealed": past + WEEK}
    assert sealed.path.exists(), "it is announced first"
    keep_retention(store, folder, past + WEEK)
    store.close()
    everywhere = "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())
    assert [secret for secret in (*SECRETS, "Marie Dupont", "marie@exemple.fr") if secret in everywhere] == []


def test_a_copy_sealed_by_a_clock_ahead_has_its_week_from_when_the_clock_is_right(store: Store, folder: Path) -> None:
    keep_retention(store, folder, LATER, confirmed=True)
    keep_retention(store, folder, NOON)
    (sealed,) = list_backups(folder)
    assert sealed.at == NOON
    keep_retention(store, folder, NOON + WEEK + 2 * SECOND)
    keep_retention(store, folder, NOON + 2 * WEEK + 2 * SECOND)
    assert list_backups(folder) == ()


@pytest.fixture(params=["sealed and copies", "undoing"])
def aside(request: pytest.FixtureRequest, store: Store, folder: Path) -> tuple[datetime, set[str]]:
    """Have things that go by date; return from when their days are over a week later, and what they are."""
    if request.param == "undoing":
        taken = TakenFile("t", 1, "volunteers", "v.csv", "", NOON, 1, 0)
        entry = TakenEntry("t", 0, "stakeholder", "s", None, "", "{}")
        store.perform(None, lambda hall: hall.add_import(taken, [entry]))
        return NOON, {"undoing"}
    keep_retention(store, folder, LATER, confirmed=True)
    copy = folder / "workshop.db.before-0002"
    copy.write_text("")
    os.utime(copy, (NOON.timestamp(), NOON.timestamp()))
    return LATER, {"sealed", "copies"}


def stands(store: Store, folder: Path) -> set[str]:
    """Return what stands of what goes by date."""
    sealed = any(one.kind is BackupKind.SEALED for one in list_backups(folder))
    copies = any(folder.glob("workshop.db.before-*"))
    undoing = bool(store.read(lambda hall: hall.list_undoable()))
    return {what for what, there in (("sealed", sealed), ("copies", copies), ("undoing", undoing)) if there}


def test_a_clock_that_jumped_takes_no_sealed_copy_no_copy_and_no_undoing_away(
    store: Store, folder: Path, aside: tuple[datetime, set[str]]
) -> None:
    start, kinds = aside
    ahead = start + timedelta(days=40)
    assert keep_retention(store, folder, ahead).leaving == dict.fromkeys(kinds, ahead + WEEK)
    make_backup(folder, ahead)
    prune(folder, ahead)  # as a serve begins
    check_workshop(folder, ahead + timedelta(days=1))
    assert stands(store, folder) == kinds
    keep_retention(store, folder, start - WEEK)  # the clock is set right
    told = keep_retention(store, folder, ahead + WEEK).leaving
    assert stands(store, folder) == kinds, "it is announced anew"
    assert set(told) == kinds


def test_a_clock_years_ahead_takes_none_of_them_away_unless_somebody_confirms(
    store: Store, folder: Path, aside: tuple[datetime, set[str]]
) -> None:
    start, kinds = aside
    for weeks in range(4):
        keep_retention(store, folder, start + timedelta(days=1000) + weeks * WEEK)
    assert stands(store, folder) == kinds
    keep_retention(store, folder, start + timedelta(days=1000), confirmed=True)
    assert not stands(store, folder) & kinds


def test_what_is_past_its_day_goes_at_an_opening_a_week_after_it_was_announced(
    store: Store, folder: Path, aside: tuple[datetime, set[str]]
) -> None:
    start, kinds = aside
    past = start + WEEK + SECOND
    keep_retention(store, folder, past)
    keep_retention(store, folder, past + WEEK - SECOND)
    assert stands(store, folder) == kinds
    assert keep_retention(store, folder, past + WEEK).leaving == {}
    assert stands(store, folder) == set()


def test_the_announcement_is_said_by_every_command(
    store: Store, folder: Path, aside: tuple[datetime, set[str]]
) -> None:
    start, kinds = aside
    now = start + 2 * WEEK
    lines = say_retention(keep_retention(store, folder, now), folder, now, Translator("fr"))
    assert len(lines) == len(kinds)
    assert all(line.startswith("Annonce") and "corrigez-la" in line for line in lines)


def test_without_room_for_the_sealed_copy_nothing_is_erased(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_retention(store, folder, LATER)
    with monkeypatch.context() as full:
        full.setattr("workshop_kit.store.backups.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        assert keep_retention(store, folder, LATER + WEEK).erased == 0
    assert count_volunteers(store) == 3
    assert keep_retention(store, folder, LATER + WEEK).erased == 5


def test_opening_the_facilitator_s_page_announces_and_then_erases_what_is_due(store: Store, folder: Path) -> None:
    FacilitatorWindow(folder, now=lambda: LATER).close()
    assert count_volunteers(store) == 3
    FacilitatorWindow(folder, now=lambda: LATER + WEEK).close()
    assert count_volunteers(store) == 0


def test_every_page_of_the_facilitator_announces_what_goes_by_date(room: Room, folder: Path) -> None:
    def told(now: datetime) -> list[tuple[str, int]]:
        room.moment = now
        laptop = room.laptop()
        notices = laptop.model("header")["retention"]
        assert all(date.fromisoformat(one["day"]) for one in notices)
        return [(one["code"], one["number"]) for one in notices]

    assert told(NOON) == []
    assert told(LATER) == [("announced", 5)]
    assert told(NOON + timedelta(days=1000)) == [("doubtful", 5)]
    assert told(LATER) == [("announced", 5)]
    assert told(LATER + WEEK) == [("erased", 5)]
    assert told(LATER + 3 * WEEK) == [("sealed", 0)]


def test_an_export_by_a_clock_ahead_still_holds_every_contact_and_says_what_is_coming(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    store.perform(None, expire)
    for _ in range(2):
        done = CliRunner().invoke(export, [str(folder), str(tmp_path / "out")])
        assert done.exit_code == 0, done.output
        assert "Rien n’est encore effacé" in done.stderr
        assert "--erase-contacts" in done.stderr
        assert "effac" not in done.stdout
    assert "marie@exemple.fr" in (tmp_path / "out" / "volunteers.csv").read_text(encoding="utf-8-sig")
    assert count_volunteers(store) == 3


def test_a_command_erases_what_was_announced_and_says_so(store: Store, folder: Path) -> None:
    store.perform(None, expire)
    write_announced(folder, NOON - WEEK)
    done = CliRunner().invoke(assign, [str(folder), "--json"])
    assert done.exit_code == 0
    assert "durée de conservation" in done.stderr
    assert "durée de conservation" not in done.stdout
    assert count_volunteers(store) == 0


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
    store.perform(None, lambda hall: count_from_day(hall, NOON.date() + timedelta(days=40)))
    assert store.read(lambda repository: repository.find_workshop()).retention_until == UNTIL


def test_without_anybodys_details_the_retention_follows_the_day(tmp_path: Path) -> None:
    store = create_store(tmp_path / "empty", new_workshop("Titre", "Ville", "fr", NOON))
    try:
        for day, days in ((NOON.date() + timedelta(days=40), 405), (None, 365)):
            store.perform(None, partial(count_from_day, day=day))
            until = store.read(lambda repository: repository.find_workshop()).retention_until
            assert until == NOON + timedelta(days=days)
    finally:
        store.close()
