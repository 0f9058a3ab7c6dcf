"""What stands among the backups and is none that could be put back: it is said, refused, and makes nothing wait."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.files import Trait, Withdrawal
from workshop_kit.domain.model import Origin, Participant, Stakeholder, new_workshop
from workshop_kit.errors import InvalidEntry, StoreUnavailable
from workshop_kit.hosting.addresses import read_left_addresses, read_served_addresses
from workshop_kit.hosting.checking import check_workshop
from workshop_kit.hosting.configuring import LOCK_FILE, RUNTIME_FOLDER
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.owning import is_ours, seal
from workshop_kit.hosting.restoring import restore
from workshop_kit.hosting.weighing import BackupState, examine_backup
from workshop_kit.store import Repository, create_store, open_store
from workshop_kit.store.announced import read_announced, read_past
from workshop_kit.store.backups import BACKUPS, drop_holding, list_backups, make_backup
from workshop_kit.store.marks import read_mark
from workshop_kit.store.opening import DATABASE_NAME

#: Makes a pipe among the files, where the system has such.
make_pipe: Any = getattr(os, "mkfifo", None)
NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "atelier", "Atelier", NOW)


def make(folder: Path, title: str, at: datetime) -> Path:
    with create_store(folder, new_workshop(title, "Val-Brume", "fr", at)):
        pass
    return folder


def run(*arguments: object, says: str = "") -> Result:
    return CliRunner().invoke(workshop_kit, [*map(str, arguments)], input=says)


def read_title(folder: Path) -> str:
    with open_store(folder) as store:
        return store.read(lambda repository: repository.find_workshop()).title


def spoil(folder: Path, statement: str) -> None:
    """Make a backup and change it by a statement."""
    made = make_backup(folder, NOW)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.executescript(statement)


def put_another(folder: Path) -> None:
    other = make(folder.with_name("other"), "Fête du pain", NOW - timedelta(days=9))
    shutil.move(make_backup(other, NOW).path, make_backup(folder, NOW).path)


def put_empty(folder: Path) -> None:
    path = make_backup(folder, NOW).path
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "backup-too-new"),
        ("DELETE FROM workshop", "backup-of-nothing"),
        ("DROP TABLE drawing_mark", "backup-of-nothing"),
        ("ALTER TABLE idea RENAME COLUMN text TO words", "backup-of-nothing"),
        (None, "backup-of-nothing"),
    ],
)
def test_what_this_kit_cannot_open_is_refused_and_nothing_is_replaced(
    folder: Path, statement: str | None, code: str
) -> None:
    put_empty(folder) if statement is None else spoil(folder, statement)
    assert "1. " in run("restore", folder, "--list", "--lang", "en").stdout
    assert " — " in run("restore", folder, "--list").stdout
    before = (folder / "workshop.db").read_bytes()
    with pytest.raises((InvalidEntry, StoreUnavailable)) as refused:
        restore(folder, list_backups(folder)[0], NOW, others=True)
    assert refused.value.code == code
    assert (folder / "workshop.db").read_bytes() == before
    assert len(list_backups(folder)) == 1
    done = run("restore", folder, "--to", "1", "--yes")
    assert done.exit_code == 1
    assert read_title(folder) == "Atelier"


def test_another_workshop_s_backup_is_named_and_put_back_only_when_somebody_says_so(folder: Path) -> None:
    put_another(folder)
    assert "d’un autre atelier, «\u202fFête du pain\u202f»" in run("restore", folder, "--list").stdout
    refused = run("restore", folder, "--to", "1", "--yes")
    assert refused.exit_code == 1
    assert "Fête du pain" in refused.output
    asked = run("restore", folder, "--to", "1", says="n\n")
    assert "Fête du pain" in asked.output
    assert (asked.exit_code, read_title(folder)) == (1, "Atelier")
    assert run("restore", folder, "--to", "1", "--yes", "--other").exit_code == 0
    assert read_title(folder) == "Fête du pain"


def put_another_with_people(folder: Path) -> str:
    """Put the backup of another workshop, that has somebody, a body to invite and who was erased, beside this one."""
    other = make(folder.with_name("other"), "Fête du pain", NOW - timedelta(days=9))
    with open_store(other) as store:
        store.perform(None, fill)
    target = make_backup(folder, NOW).path
    shutil.move(make_backup(other, NOW).path, target)
    return target.name


def fill(hall: Repository) -> None:
    hall.add_participant(Participant("lou", "Lou", "resident", "", Origin.ROOM, NOW))
    hall.add_stakeholder(Stakeholder("mill", "company", "Moulin", "Mme Grain", "moulin@example.org"))
    remember(hall, "mésange")


def remember(hall: Repository, name: str) -> None:
    hall.add_withdrawals(
        [Withdrawal("x", hall.digest(Trait.PSEUDONYM, "plain", name), Trait.PSEUDONYM, NOW, erased=True)]
    )
    hall.add_withdrawals([Withdrawal("x", hall.digest(Trait.EMAIL, f"{name}@a.fr"), Trait.EMAIL, NOW, erased=True)])


def list_kinds(folder: Path) -> list[tuple[Trait, str]]:
    with open_store(folder) as store:
        return [(one.kind, one.digest) for one in store.read(lambda hall: hall.list_withdrawals())]


def test_another_workshop_s_people_are_no_erased_ones_and_it_remembers_its_own(folder: Path) -> None:
    name = put_another_with_people(folder)
    with open_store(folder) as store:
        store.perform(None, lambda hall: remember(hall, "pinson"))
    assert drop_holding(folder) == 0
    assert [one.path.name for one in list_backups(folder)] == [name]
    with pytest.raises(InvalidEntry) as refused:
        restore(folder, list_backups(folder)[0], NOW)
    assert refused.value.code == "backup-of-another"
    other = list_kinds(folder.with_name("other"))
    restored = restore(folder, list_backups(folder)[0], NOW, others=True)
    assert restored.remembers
    assert list_kinds(folder) == other
    assert read_title(folder) == "Fête du pain"
    restore(folder, restored.replaced, NOW, others=True)  # type: ignore[arg-type]
    assert read_title(folder) == "Atelier"


def test_a_workshop_that_remembers_nobody_takes_over_who_withdrew_but_no_pseudonym(folder: Path) -> None:
    put_another(folder)
    with open_store(folder) as store:
        store.perform(None, lambda hall: remember(hall, "pinson"))
    restore(folder, list_backups(folder)[0], NOW, others=True)
    assert [kind for kind, _ in list_kinds(folder)] == [Trait.EMAIL]


def test_a_backup_of_this_workshop_brings_back_what_is_held(folder: Path) -> None:
    make_backup(folder, NOW)
    with open_store(folder) as store:
        store.perform(None, lambda hall: remember(hall, "pinson"))
    held = list_kinds(folder)
    restore(folder, list_backups(folder)[0], NOW)
    assert sorted(list_kinds(folder)) == sorted(held)


def test_of_a_lost_workshop_another_s_copies_stop_no_return(folder: Path) -> None:
    with open_store(folder) as store:
        store.perform(None, lambda hall: remember(hall, "pinson"))
    make_backup(folder, NOW - timedelta(days=1))
    put_another_with_people(folder)
    (folder / "workshop.db").unlink()
    restore(folder, list_backups(folder)[1], NOW)
    assert read_title(folder) == "Atelier"


def test_a_workshop_renamed_since_is_the_same_and_one_that_is_lost_says_nothing(folder: Path) -> None:
    spoil(folder, "UPDATE workshop SET title = 'Ancien'")
    (one,) = list_backups(folder)
    assert examine_backup(folder, one).state is BackupState.GOOD
    put_another(folder.with_name("atelier"))
    (folder / "workshop.db").unlink()
    assert {examine_backup(folder, each).state for each in list_backups(folder)} == {BackupState.GOOD}


def test_a_damaged_copy_is_listed_as_such(folder: Path) -> None:
    path = make_backup(folder, NOW).path
    path.write_bytes(path.read_bytes()[:5000])
    assert "abîmée" in run("restore", folder, "--list").stdout


def test_a_full_disk_puts_nothing_back_and_leaves_every_copy_what_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minute in range(3):
        make_backup(folder, NOW + timedelta(minutes=minute))
    copies = list_backups(folder)
    monkeypatch.setattr("workshop_kit.store.backups.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(StoreUnavailable, match="disk-full"):
        restore(folder, copies[-1], NOW + timedelta(hours=1))
    assert list_backups(folder) == copies, "those made since are still the copies of the workshop that stands there"
    assert read_title(folder) == "Atelier"


def test_a_restore_waits_for_who_only_looks_whether_the_workshop_is_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_backup(folder, NOW)
    restore(folder, copy, NOW)
    looking = FileLock(folder / RUNTIME_FOLDER / LOCK_FILE)
    monkeypatch.setattr("workshop_kit.hosting.restoring.refuse_second_serve", lambda _folder: looking.take())
    monkeypatch.setattr("workshop_kit.hosting.locking.time.sleep", lambda _seconds: looking.release())
    assert restore(folder, copy, NOW).replaced is not None


def test_no_half_copy_of_a_damaged_workshop_is_kept_where_the_disk_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(folder, NOW)
    copies = list_backups(folder)
    (folder / DATABASE_NAME).write_bytes(b"spoilt" * 1000)

    def copy(_source: Path, target: Path) -> None:
        target.write_bytes(b"spoilt")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("workshop_kit.hosting.restoring.shutil.copyfile", copy)
    with pytest.raises(StoreUnavailable, match="disk-full"):
        restore(folder, copies[-1], NOW + timedelta(hours=1))
    assert list_backups(folder) == copies


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_a_link_or_a_folder_among_the_files_makes_nothing_wait(folder: Path) -> None:
    make_backup(folder, NOW)
    places = folder / BACKUPS, folder / ".serve"
    for place in places:
        place.mkdir(exist_ok=True)
    make_pipe(folder / BACKUPS / "20260108T000000Z.db")
    (folder / BACKUPS / "20260107T000000Z.db").mkdir()
    (folder / BACKUPS / "20260106T000000Z.db").symlink_to(folder / "workshop.db")
    for name in (
        ".backups/announced.json",
        ".backups/past.json",
        ".serve/lock",
        ".serve/owner",
        "serve.json",
        "workshop-kit.json",
    ):
        make_pipe(folder / name)
    make_pipe(folder / "workshop.db.before-0006")
    assert len(list_backups(folder)) == 1
    assert read_announced(folder) is None
    assert read_past(folder) == {}
    assert not is_ours(folder)
    assert read_served_addresses(folder) is None
    assert read_left_addresses(folder, seal).token is None
    assert read_mark(folder).day == ""
    assert [one.code for one in check_workshop(folder, NOW, mends=False) if one.code == "backups-there"]
    restore(folder, list_backups(folder)[0], NOW)
