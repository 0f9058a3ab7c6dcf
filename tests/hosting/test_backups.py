"""Backups: made while a workshop changes, put back by hand, and holding nobody who was erased."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.store.keep_database import KEPT
from tests.widgets.room import ANAS, NOON, SECRETS, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Idea, Remover
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, StoreUnavailable
from workshop_kit.hosting import backing_up
from workshop_kit.hosting.addresses import SERVE_FILE, read_served_addresses
from workshop_kit.hosting.backing_up import BackupKeeper
from workshop_kit.hosting.bundles import read_bundle, write_bundle
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.private import make_private_folder
from workshop_kit.hosting.restoring import find_backup, restore
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.store import Store, open_store
from workshop_kit.store.announced import read_announced, read_past
from workshop_kit.store.backups import BACKUPS, KEPT_AT_MOST, BackupKind, drop_holding, list_backups, make_backup
from workshop_kit.store.marks import MARK_FILE, Mark, read_mark
from workshop_kit.store.opening import DATABASE_NAME, REVISION

MINUTE = timedelta(minutes=1)
#: Makes a pipe among the files, where the system has such.
make_pipe: Any = getattr(os, "mkfifo", None)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    with Room(tmp_path, monkeypatch, fill) as hall:
        yield hall


def everything(folder: Path) -> str:
    """Every byte of every file below a folder, as letters."""
    return "".join(path.read_bytes().decode("latin-1") for path in sorted(folder.rglob("*")) if path.is_file())


def rename(room: Room, title: str) -> None:
    room.change(title=title)


def read_title(folder: Path) -> str:
    with open_store(folder) as store:
        return store.read(lambda repository: repository.find_workshop()).title


def test_a_backup_is_one_whole_private_file_of_what_is_committed(room: Room) -> None:
    made = make_backup(room.folder, NOON)
    assert [path.name for path in (room.folder / BACKUPS).iterdir()] == ["20261123T120000Z.db"]
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT title FROM workshop").fetchone() == ("Atelier",)
    if sys.platform != "win32":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_the_last_ten_are_kept(room: Room) -> None:
    for minute in range(KEPT_AT_MOST + 3):
        make_backup(room.folder, NOON + minute * MINUTE)
    kept = list_backups(room.folder)
    assert [one.at for one in kept] == [NOON + minute * MINUTE for minute in range(12, 2, -1)]


def test_the_keeper_copies_at_once_then_every_few_minutes_and_only_what_changed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr("workshop_kit.hosting.backing_up.time.monotonic", lambda: clock.now)
    keeper = BackupKeeper(room.folder, every=300)

    def count_after(seconds: float) -> int:
        clock.now += seconds
        keeper.look()
        return len(list_backups(room.folder))

    assert count_after(0) == 1
    rename(room, "Autre")
    assert count_after(299) == 1
    assert count_after(1) == 2
    assert count_after(300) == 2, "nothing changed"
    rename(room, "Encore")
    assert count_after(300) == 3


def test_a_disk_without_room_is_left_to_the_workshop(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_kit.store.backups.shutil.disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(StoreUnavailable, match="disk-full"):
        make_backup(room.folder, NOON)
    told: list[StoreUnavailable | None] = []
    keeper = BackupKeeper(room.folder, every=0, tell=told.append)
    monkeypatch.setattr("workshop_kit.hosting.backing_up.AGAIN", -1.0)
    keeper.look()
    keeper.look()
    assert list_backups(room.folder) == ()
    assert [one.code for one in told if one is not None] == ["disk-full"], "once, and not each minute"
    monkeypatch.undo()
    keeper.look()
    assert told[1:] == [None]


def test_what_stands_in_the_log_counts_as_room_a_copy_takes(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        rename(room, f"Un titre bien long, numéro {number}")
    database, log = room.folder / "workshop.db", room.folder / "workshop.db-wal"
    assert log.stat().st_size > 100_000
    free = database.stat().st_size + 50_000_000 + log.stat().st_size // 2
    monkeypatch.setattr("workshop_kit.store.backups.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(StoreUnavailable, match="disk-full"):
        make_backup(room.folder, NOON)


def erase_ana(store: Store) -> None:
    store.perform(None, lambda repository: erase_person(repository, "ana", NOON, with_ideas=True))


@pytest.mark.parametrize("way", ["at request", "by the phone", "withdrawn", "by date"])
def test_who_is_erased_is_in_no_byte_of_any_file_of_the_folder(
    room: Room, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    for minute in range(3):
        make_backup(room.folder, NOON + minute * MINUTE)
    make_backup(room.folder, NOON, BackupKind.REPLACED)
    make_backup(room.folder, NOON, BackupKind.PLAIN).path.replace(room.folder / "workshop.db.before-0002")
    private = [secret for secret in SECRETS if "eanne" in secret or "11 22" in secret]
    assert len(private) == 3
    if way == "at request":
        erase_ana(room.store)
    elif way == "by date":
        until = room.workshop().retention_until + timedelta(seconds=1)
        keep_retention(room.store, room.folder, until, confirmed=True)
        keep_retention(room.store, room.folder, until + timedelta(days=8))  # its week is over: that is announced
        keep_retention(room.store, room.folder, until + timedelta(days=15))
    else:
        room.move(Moment.THANKS)
        phone = room.phone(ANAS)
        if way == "by the phone":
            phone.do("thanks", "erase", with_ideas=True)
        else:
            phone.do("thanks", "withdraw_offer")
    room.close()
    found = everything(room.folder)
    assert [secret for secret in private if secret in found] == []
    if way != "withdrawn" and way != "by date":
        assert "Coquelicot" not in found
        assert "Ouvrir le gymnase la nuit" not in found


def test_an_idea_that_was_removed_has_left_the_backups_after_ten_more(room: Room) -> None:
    text = "Un banc sous le tilleul"
    room.write(lambda hall: hall.add_idea(Idea("regretted", "home", text, None, "bob", NOON)))
    make_backup(room.folder, NOON)
    assert text in everything(room.folder / BACKUPS), "it comes back with the backup, as the pages say"
    room.write(lambda hall: hall.remove_idea("regretted", Remover.AUTHOR))
    for minute in range(1, KEPT_AT_MOST + 1):
        assert text in everything(room.folder / BACKUPS)
        make_backup(room.folder, NOON + minute * MINUTE)
    room.close()
    assert text not in everything(room.folder)


def test_backups_that_never_held_who_is_erased_stay_and_one_is_made_anew(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr("workshop_kit.hosting.backing_up.time.monotonic", lambda: clock.now)
    keeper = BackupKeeper(room.folder)
    keeper.look()
    (before,) = list_backups(room.folder)
    phone = room.phone("browser-9").join("Pissenlit")
    room.move(Moment.THANKS)
    clock.now += 300
    keeper.look()
    assert len(list_backups(room.folder)) == 2
    phone.do("thanks", "erase", with_ideas=True)
    assert list_backups(room.folder) == (before,)
    keeper.look()
    clock.now += backing_up.AGAIN
    keeper.look()
    assert len(list_backups(room.folder)) == 2


def test_a_contact_that_was_corrected_stands_in_no_backup_any_more_and_an_added_one_drops_none(room: Room) -> None:
    make_backup(room.folder, NOON)
    ana = room.read(lambda hall: hall.find_volunteer("ana"))
    assert ana is not None
    room.write(lambda hall: hall.update_volunteer(replace(ana, declined=("move",))))
    assert len(list_backups(room.folder)) == 1
    room.write(lambda hall: hall.update_volunteer(replace(ana, phone="06 99 88 77 66")))
    assert list_backups(room.folder) == ()


def test_a_copy_that_cannot_be_read_goes_with_the_next_erasure(room: Room) -> None:
    (room.folder / BACKUPS).mkdir()
    (room.folder / BACKUPS / "20261123T120000Z.db").write_bytes(b"not a database")
    assert drop_holding(room.folder) == 1


def test_a_backup_is_put_back_and_what_it_replaces_is_kept(room: Room) -> None:
    make_backup(room.folder, NOON)
    rename(room, "Autre")
    room.close()
    replaced = restore(room.folder, find_backup(room.folder, "1", NOON), NOON + MINUTE).replaced
    assert read_title(room.folder) == "Atelier"
    assert replaced is not None
    assert replaced.kind is BackupKind.REPLACED
    restore(room.folder, replaced, NOON + 2 * MINUTE)
    assert read_title(room.folder) == "Autre"


def test_the_way_back_from_a_wrong_backup_outlives_who_came_and_what_they_left_since(room: Room) -> None:
    make_backup(room.folder, NOON)
    room.phone("browser-9").join("Pissenlit")
    ana = room.read(lambda hall: hall.find_volunteer("ana"))
    assert ana is not None
    room.write(lambda hall: hall.update_volunteer(replace(ana, phone="06 99 88 77 66")))
    make_backup(room.folder, NOON + MINUTE)
    old = room.folder / BACKUPS / "20261123T120000Z.db"
    if not old.exists():  # what was corrected took it away: it is put there again, as from a stick
        make_backup(room.folder, NOON)
        with closing(sqlite3.connect(old)) as copy:
            copy.execute("DELETE FROM participant WHERE pseudonym = 'Pissenlit'")
            copy.commit()
    room.close()
    chosen = next(one for one in list_backups(room.folder) if one.path == old)
    replaced = restore(room.folder, chosen, NOON + 2 * MINUTE).replaced
    assert replaced is not None
    BackupKeeper(room.folder).look()  # as a serve begins
    drop_holding(room.folder)
    kept = [one for one in list_backups(room.folder) if one.kind is BackupKind.REPLACED]
    assert {one.at for one in kept} == {NOON + MINUTE, NOON + 2 * MINUTE}
    restore(room.folder, replaced, NOON + 3 * MINUTE)
    with open_store(room.folder) as store:
        assert store.read(lambda hall: hall.find_participant_by_pseudonym("Pissenlit")) is not None


def test_a_replaced_copy_goes_with_the_details_that_are_withdrawn(room: Room) -> None:
    make_backup(room.folder, NOON, BackupKind.REPLACED)
    room.move(Moment.THANKS)
    room.phone(ANAS).do("thanks", "withdraw_offer")
    assert list_backups(room.folder) == ()


@pytest.mark.parametrize("wrong", [timedelta(days=-9000), timedelta(days=900)])
def test_a_clock_that_is_wrong_keeps_the_copies_of_the_latest_changes(room: Room, wrong: timedelta) -> None:
    for number in range(KEPT_AT_MOST):
        rename(room, f"Avant {number}")
        make_backup(room.folder, NOON + number * MINUTE)
    rename(room, "Par une horloge fausse")
    made = make_backup(room.folder, NOON + wrong)
    assert made in list_backups(room.folder)
    rename(room, "Juste")
    last = make_backup(room.folder, NOON + 60 * MINUTE)
    assert {made, last} <= set(list_backups(room.folder))
    assert len(list_backups(room.folder)) == KEPT_AT_MOST


def test_a_damaged_workshop_is_put_back_and_its_file_kept_as_it_is(room: Room) -> None:
    make_backup(room.folder, NOON)
    room.close()
    (room.folder / "workshop.db").write_bytes(b"spoilt" * 1000)
    replaced = restore(room.folder, find_backup(room.folder, "1", NOON), NOON + MINUTE).replaced
    assert read_title(room.folder) == "Atelier"
    assert replaced is not None
    assert replaced.path.read_bytes() == b"spoilt" * 1000


def test_a_lost_workshop_is_put_back(room: Room) -> None:
    make_backup(room.folder, NOON)
    room.close()
    for path in room.folder.glob("workshop.db*"):
        path.unlink()
    restored = restore(room.folder, find_backup(room.folder, "1", NOON), NOON)
    assert restored.replaced is None
    assert not restored.remembers, "nobody knows who was erased since: it is told"
    assert read_title(room.folder) == "Atelier"


def test_who_was_erased_since_is_remembered_in_what_is_put_back(room: Room) -> None:
    with_bob = room.read(lambda hall: hall.find_participant("bob"))
    room.write(lambda hall: hall.remove_participant("bob"))
    make_backup(room.folder, NOON)
    room.write(lambda hall: hall.add_participant(with_bob))
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    assert len(list_backups(room.folder)) == 1, "bob is not in it"
    remembered = room.read(lambda hall: hall.list_withdrawals())
    room.close()
    restore(room.folder, find_backup(room.folder, "1", NOON), NOON + MINUTE)
    with open_store(room.folder) as store:
        assert set(store.read(lambda hall: hall.list_withdrawals())) >= set(remembered)


def put_among_backups(room: Room, kept: str, at: str = "20260101T080000Z") -> Path:
    """Put a database that an older kit made among the backups, as one it left there would lie."""
    (room.folder / BACKUPS).mkdir(exist_ok=True)
    path = room.folder / BACKUPS / f"{at}.db"
    shutil.copyfile(KEPT / f"workshop-{kept}.db", path)
    with closing(sqlite3.connect(room.folder / "workshop.db")) as present:
        (made,) = present.execute("SELECT created_at FROM workshop").fetchone()
    with closing(sqlite3.connect(path)) as copy:  # of nobody else than who is in the workshop: none was erased
        copy.execute("PRAGMA foreign_keys=ON")
        copy.execute("DELETE FROM participant")
        for table in ("volunteer", "stakeholder"):
            copy.execute(f"DELETE FROM {table}")
        copy.execute("UPDATE workshop SET created_at = ?", (made,))
        copy.commit()
    return path


@pytest.mark.parametrize("kept", ["0002", "0003", "0004", "0005"])
def test_an_older_backup_is_brought_up_to_date_and_remembers_who_withdrew(room: Room, kept: str) -> None:
    put_among_backups(room, kept)
    if kept >= "0004":  # each has a secret of its own: a backup of this very workshop has this one's
        word = room.read(lambda hall: hall.find_remembered())[0]
        with closing(sqlite3.connect(room.folder / BACKUPS / "20260101T080000Z.db")) as copy:
            copy.execute("UPDATE secret SET word = ?", (word,))
            copy.commit()
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    secret, remembered = room.read(lambda hall: hall.find_remembered())
    assert remembered
    room.close()
    assert restore(room.folder, find_backup(room.folder, "1", NOON), NOON + MINUTE).remembers
    with closing(sqlite3.connect(room.folder / "workshop.db")) as put_back:
        assert put_back.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISION,)
    with open_store(room.folder) as store:
        kept_secret, known = store.read(lambda hall: hall.find_remembered())
    assert kept_secret == secret
    assert set(known) >= set(remembered)
    assert sorted(path.name for path in room.folder.glob("workshop.db*")) == ["workshop.db"]


def test_a_withdrawal_is_carried_over_by_its_columns_names(room: Room) -> None:
    make_backup(room.folder, NOON)
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    make_backup(room.folder, NOON)
    (backup,) = list_backups(room.folder)
    with closing(sqlite3.connect(room.folder / "workshop.db")) as present:  # a kit to come keeps more of each
        present.execute("ALTER TABLE withdrawal ADD COLUMN why TEXT")
        present.commit()
    with closing(sqlite3.connect(backup.path)) as copy:
        copy.execute("DELETE FROM withdrawal")
        copy.commit()
    remembered = room.read(lambda hall: hall.list_withdrawals())
    room.close()
    assert restore(room.folder, backup, NOON + MINUTE).remembers
    with open_store(room.folder) as store:
        assert set(store.read(lambda hall: hall.list_withdrawals())) == set(remembered)


def test_a_backup_that_cannot_remember_who_withdrew_is_refused(room: Room) -> None:
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    backup = make_backup(room.folder, NOON)
    with closing(sqlite3.connect(backup.path)) as copy:
        copy.execute("UPDATE secret SET word = ?", ("ab" * 32,))
        copy.commit()
    room.close()
    before = (room.folder / "workshop.db").read_bytes()
    with pytest.raises(StoreUnavailable, match="backup-forgets"):
        restore(room.folder, backup, NOON + MINUTE)
    assert (room.folder / "workshop.db").read_bytes() == before
    assert list_backups(room.folder) == (backup,)


def test_a_backup_of_a_newer_kit_is_refused_before_anything_is_replaced(room: Room) -> None:
    backup = make_backup(room.folder, NOON)
    with closing(sqlite3.connect(backup.path)) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
        copy.commit()
    room.close()
    with pytest.raises(StoreUnavailable, match="backup-too-new") as refused:
        restore(room.folder, backup, NOON + MINUTE)
    assert refused.value.values["place"] == str(backup.path)
    assert read_title(room.folder) == "Atelier"
    assert sorted(path.name for path in room.folder.glob("workshop.db*")) == ["workshop.db"]


def test_who_was_erased_is_not_put_back_by_an_older_kits_copy(room: Room) -> None:
    path = put_among_backups(room, "0003")
    with closing(sqlite3.connect(path)) as copy:
        copy.execute(
            "INSERT INTO participant (id, pseudonym, folded, category, sector, joined_at, origin, added)"
            " VALUES ('bob', 'Bob', 'bob', 'resident', '', '2026-01-01 00:00:00', 'room', 1)"
        )
        copy.commit()
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    assert list_backups(room.folder) == (), "the erasure reached it"


def test_of_a_damaged_workshop_the_other_copies_tell_who_withdrew(room: Room) -> None:
    with_bob = room.read(lambda hall: hall.find_participant("bob"))
    room.write(lambda hall: hall.remove_participant("bob"))
    make_backup(room.folder, NOON)
    room.write(lambda hall: hall.add_participant(with_bob))
    room.write(lambda hall: erase_person(hall, "bob", NOON, with_ideas=True))
    make_backup(room.folder, NOON + MINUTE)
    remembered = room.read(lambda hall: hall.list_withdrawals())
    room.close()
    (room.folder / "workshop.db").write_bytes(b"spoilt" * 1000)
    assert not restore(room.folder, find_backup(room.folder, "2", NOON), NOON + 2 * MINUTE).remembers
    with open_store(room.folder) as store:
        assert set(store.read(lambda hall: hall.list_withdrawals())) >= set(remembered)


def test_a_served_workshop_is_not_replaced(room: Room) -> None:
    made = make_backup(room.folder, NOON)
    make_private_folder(room.folder / ".serve")
    lock = FileLock(room.folder / ".serve" / "lock")
    assert lock.take()
    try:
        with pytest.raises(CannotServe, match="elsewhere"):
            restore(room.folder, made, NOON)
    finally:
        lock.release()


def test_a_spoilt_backup_is_refused_and_the_workshop_stays_as_it_is(room: Room) -> None:
    make_backup(room.folder, NOON)
    (found,) = list_backups(room.folder)
    found.path.write_bytes(found.path.read_bytes()[:5000])
    room.close()
    with pytest.raises((StoreUnavailable, MissingEntry)):
        restore(room.folder, found, NOON)
    assert read_title(room.folder) == "Atelier"


def test_a_backup_is_named_by_its_number_or_by_a_time(room: Room) -> None:
    for minute in range(3):
        make_backup(room.folder, NOON + minute * MINUTE)
    local = (NOON + MINUTE).astimezone()
    assert find_backup(room.folder, "3", NOON).at == NOON
    assert find_backup(room.folder, local.strftime("%Y-%m-%d %H:%M"), NOON).at == NOON + MINUTE
    assert find_backup(room.folder, local.strftime("%Hh%M"), NOON).at == NOON + MINUTE
    assert find_backup(room.folder, local.strftime("%Y-%m-%d"), NOON).at == NOON + 2 * MINUTE
    for wrong in ("0", "4", "999999999999", "2001-01-01"):
        with pytest.raises(MissingEntry, match="no-backup"):
            find_backup(room.folder, wrong, NOON)
    for wrong in ("", "hier", "25:99", "2026-13-40", "²"):
        with pytest.raises(InvalidEntry, match="backup-shape"):
            find_backup(room.folder, wrong, NOON)


def test_no_copy_for_a_colleague_carries_backups(room: Room, tmp_path: Path) -> None:
    make_backup(room.folder, NOON)
    write_bundle(room.folder, tmp_path / "a.atelier.zip")
    read_bundle(tmp_path / "a.atelier.zip", tmp_path / "received")
    assert not (tmp_path / "received" / BACKUPS).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipes_in_the_place_of_a_folders_files_are_not_waited_for(room: Room) -> None:
    asked: list[tuple[str, Callable[[], object], object]] = [
        (f"{BACKUPS}/announced.json", lambda: read_announced(room.folder), None),
        (f"{BACKUPS}/past.json", lambda: read_past(room.folder), {}),
        (f"{BACKUPS}/20261127T200000Z.db", lambda: list_backups(room.folder), ()),
        (f"{DATABASE_NAME}.before-0001", lambda: drop_holding(room.folder), 0),
        (MARK_FILE, lambda: read_mark(room.folder), Mark()),
        (SERVE_FILE, lambda: read_served_addresses(room.folder), None),
    ]
    (room.folder / BACKUPS).mkdir(exist_ok=True)
    for name, ask, nothing in asked:
        path = room.folder / name
        path.unlink(missing_ok=True)
        make_pipe(path)
        with ThreadPoolExecutor(1) as pool:
            waits = pool.submit(ask)
            try:
                assert waits.result(30) == nothing, name
            finally:
                if not waits.done():  # let go of whoever waits at the pipe
                    os.close(os.open(path, os.O_RDWR))
        path.unlink()


def test_a_link_in_the_place_of_the_backups_is_not_followed(room: Room, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (room.folder / BACKUPS).symlink_to(elsewhere)
    make_backup(room.folder, NOON)
    assert list(elsewhere.iterdir()) == []
    assert len(list_backups(room.folder)) == 1
