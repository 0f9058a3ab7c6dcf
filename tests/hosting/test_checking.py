"""The check of a folder says in words what is wrong with it, and mends what can be mended without losing anything."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.model import Stakeholder, new_workshop
from workshop_kit.errors import StoreUnavailable
from workshop_kit.hosting.checking import CheckState, check_workshop, say_checked
from workshop_kit.hosting.owning import own
from workshop_kit.hosting.restoring import restore
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import create_store, open_store
from workshop_kit.store.backups import Backup, BackupKind, list_backups, make_backup
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import DATABASE_NAME

NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "atelier"
    with create_store(made, new_workshop("Atelier", "Val-Brume", "fr", NOW)) as store:
        store.perform(None, lambda hall: hall.add_stakeholder(Stakeholder("s", "shop", "Pain", "M. Blanc", "")))
    return made


def run(*arguments: object, says: str = "") -> Result:
    return CliRunner().invoke(workshop_kit, [*map(str, arguments)], input=says)


def codes(folder: Path, *, mends: bool = True) -> dict[str, CheckState]:
    return {one.code: one.state for one in check_workshop(folder, NOW, mends=mends)}


def test_a_folder_in_order_is_said_to_be(folder: Path) -> None:
    done = run("check", folder)
    assert done.exit_code == 0, done.output
    assert "workshop.db est entier" in done.stdout
    told = json.loads(run("check", folder, "--json", "--lang", "en").stdout)
    assert {"code": "database-whole", "state": "good", "sentence": "The file workshop.db is whole."} in told


def spoil_index(folder: Path) -> None:
    """Leave a row out of an index of the database."""
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("CREATE INDEX ix_told ON stakeholder (name)")
        connection.execute("PRAGMA writable_schema=ON")
        index = connection.execute("SELECT * FROM sqlite_master WHERE name = 'ix_told'").fetchone()
        connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_told'")
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE stakeholder SET name = 'Boulangerie'")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)


def test_an_index_that_is_wrong_is_made_anew_and_the_file_kept_as_it_was(folder: Path) -> None:
    spoil_index(folder)
    assert codes(folder)["index-mended"] is CheckState.MENDED
    assert [one.kind for one in list_backups(folder)] == [BackupKind.REPLACED]
    assert codes(folder)["database-whole"] is CheckState.GOOD


def test_an_index_is_left_where_the_disk_has_no_room_to_keep_the_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_index(folder)

    def copy(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("workshop_kit.hosting.checking.shutil.copyfile", copy)
    assert codes(folder)["unexamined-disk-full"] is CheckState.BROKEN
    assert list_backups(folder) == ()
    monkeypatch.setattr("workshop_kit.hosting.checking.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    assert codes(folder)["unexamined-disk-full"] is CheckState.BROKEN, "whole again once there is room"


def test_a_folder_or_a_database_that_is_missing_is_said_with_the_way_on(folder: Path, tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere") == {"folder-missing": CheckState.BROKEN}
    make_backup(folder, NOW)
    (folder / "workshop.db").unlink()
    done = run("check", folder)
    assert done.exit_code == 1
    assert f"workshop-kit restore {folder}" in done.stdout
    assert run("restore", folder, "--to", 1, "--yes").exit_code == 0
    assert run("check", folder).exit_code == 0


@pytest.mark.parametrize("spoil", ["header", "page"])
def test_a_damaged_database_is_said_and_no_backup_is_lost_by_looking(folder: Path, spoil: str) -> None:
    make_backup(folder, NOW)
    path = folder / "workshop.db"
    content = bytearray(path.read_bytes())
    start = 0 if spoil == "header" else 3 * 4096
    content[start : start + 12_000] = b"x" * 12_000
    path.write_bytes(content)
    assert CheckState.BROKEN in codes(folder).values()
    assert len(list_backups(folder)) == 1


def test_rows_that_point_nowhere_are_said(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "workshop.db")) as connection:
        connection.execute("INSERT INTO helper_try (id, visitor, at) VALUES ('a', 'b', '2026-01-01 00:00:00')")
        connection.execute("INSERT INTO finished (challenge, stage, participant) VALUES ('no', 'writing', 'no')")
        connection.commit()
    assert codes(folder)["links-broken"] is CheckState.BROKEN


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no rights of that kind")
def test_rights_of_others_are_taken_away(folder: Path) -> None:
    (folder / "workshop.db").chmod(0o644)
    folder.chmod(0o755)
    assert "rights-mended" not in codes(folder, mends=False)
    assert codes(folder)["rights-mended"] is CheckState.MENDED
    assert stat.S_IMODE((folder / "workshop.db").stat().st_mode) == 0o600
    assert "rights-mended" not in codes(folder)


def test_what_killed_programs_left_is_cleared_and_what_pages_look_for_is_kept(folder: Path) -> None:
    own(folder)
    draft, fresh = folder / "report.pdf.part", folder / "other.part"
    for path in (draft, fresh):
        path.write_bytes(b"")
    os.utime(draft, (0, 0))
    (folder / "serve.json").write_text("{}", encoding="utf-8")
    found = codes(folder)
    assert found["drafts-cleared"] is CheckState.MENDED
    assert found["serve-killed"] is CheckState.WARNING
    assert (draft.exists(), fresh.exists(), (folder / "serve.json").exists()) == (False, True, True)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    assert codes(copy)["foreign-cleared"] is CheckState.MENDED
    assert not (copy / "serve.json").exists()


def test_little_room_and_entries_of_the_future_are_warned_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_kit.hosting.checking._SCARCE", 10**18)
    assert codes(folder)["disk-low"] is CheckState.WARNING
    monkeypatch.setattr("workshop_kit.hosting.checking.shutil.disk_usage", lambda _: SimpleNamespace(free=300_000))
    (low,) = [one for one in check_workshop(folder, NOW) if one.code == "disk-low"]
    assert low.values["megabytes"] == 1, "what is left is little, and not nothing"
    early = {one.code for one in check_workshop(folder, NOW - timedelta(days=400))}
    assert "clock-behind" in early


def test_contacts_past_their_day_are_said_and_go_when_somebody_confirms(folder: Path) -> None:
    with open_store(folder) as store:
        shown = store.read(lambda hall: hall.find_workshop())
        from dataclasses import replace

        store.perform(None, lambda hall: hall.update_workshop(replace(shown, retention_until=NOW - timedelta(days=1))))
    done = run("check", folder)
    assert done.exit_code == 0
    assert "--erase-contacts" in done.stdout
    confirmed = run("check", folder, "--erase-contacts")
    assert "copie scellée" in confirmed.stdout
    with open_store(folder) as store:
        assert store.read(lambda hall: hall.find_stakeholder("s")).contact == ""
    (sealed,) = list_backups(folder)
    assert sealed.kind is BackupKind.SEALED
    assert run("restore", folder, "--yes").exit_code == 0
    with open_store(folder) as store:
        assert store.read(lambda hall: hall.find_stakeholder("s")).contact == "M. Blanc"


def test_nothing_due_is_not_erased_though_somebody_confirms(folder: Path) -> None:
    done = run("check", folder, "--erase-contacts")
    assert "rien n’a été effacé" in done.stderr
    with open_store(folder) as store:
        assert store.read(lambda hall: hall.find_stakeholder("s")).contact == "M. Blanc"


def test_restoring_lists_asks_and_keeps_what_it_replaces(folder: Path) -> None:
    nothing = run("restore", folder)
    assert nothing.exit_code == 1
    assert "pas de sauvegarde" in nothing.output
    make_backup(folder, NOW)
    assert "1. " in run("restore", folder, "--list").stdout
    assert run("restore", folder, "--to", "1", says="n\n").exit_code == 1
    done = run("restore", folder, "--to", "1", says="y\n")
    assert done.exit_code == 0, done.output
    assert [one.kind for one in list_backups(folder)].count(BackupKind.REPLACED) == 1
    assert run("restore", folder, "--to", "hier", "--yes").exit_code == 1


def forbid_writing(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let a folder be one where nothing can be written, as SQLite and the system tell it."""
    connect = sqlite3.connect

    def refuse(path: object, *arguments: Any, **named: Any) -> sqlite3.Connection:
        if named.get("uri") and "immutable=1" in str(path):
            return connect(str(path), *arguments, **named)  # type: ignore[no-any-return]
        raise sqlite3.OperationalError("disk I/O error" if code == "disk-full" else "unable to open database file")

    trouble = StoreUnavailable(code, folder="atelier")
    monkeypatch.setattr("workshop_kit.hosting.checking.find_trouble", lambda *_one, **_named: trouble)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=0))
    monkeypatch.setattr("sqlite3.connect", refuse)


@pytest.mark.parametrize("code", ["disk-full", "folder-forbidden"])
def test_where_nothing_can_be_written_a_healthy_workshop_is_found_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    make_backup(folder, NOW)
    before = sorted(path.name for path in folder.iterdir())
    forbid_writing(monkeypatch, code)
    found = codes(folder)
    assert found[code] is CheckState.BROKEN
    assert found["database-whole"] is CheckState.GOOD
    assert found["backups-there"] is CheckState.GOOD
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("code", ["disk-full", "folder-forbidden"])
def test_a_log_that_cannot_be_read_there_is_no_damage(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    (folder / "workshop.db-wal").write_bytes(b"x")
    forbid_writing(monkeypatch, code)
    found = codes(folder)
    assert found[f"unexamined-{code}"] is CheckState.BROKEN
    assert not [one for one in found if one.startswith("database-")]


def test_a_workshop_that_another_program_holds_is_not_called_damaged(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "workshop.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        (folder / "workshop.db-wal").write_bytes(b"x")
        assert codes(folder, mends=False)["unexamined-busy"] is CheckState.BROKEN


@pytest.mark.parametrize("name", [".serve", ".backups"])
def test_what_stands_in_the_place_of_a_folder_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    assert codes(folder) == {"in-the-way": CheckState.BROKEN}
    with pytest.raises(StoreUnavailable) as refused:
        make_backup(folder, NOW) if name == ".backups" else refuse_folder(folder)
    assert refused.value.code == "something-in-the-way"
    for language in LANGUAGES:
        said = Translator(language).sentence(refused.value)
        assert name in said
        assert "File exists" not in said


def refuse_folder(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workshop_kit.hosting.restoring.list_backups", lambda _folder: ())
        restore(folder, Backup(NOW, 0, folder / "workshop.db", BackupKind.PLAIN), NOW)


def test_the_system_s_own_words_are_in_no_sentence() -> None:
    said = Translator("fr").sentence(refuse_writing(Path("atelier"), OSError(errno.ELOOP, "Too many levels")))
    assert "ELOOP" in said
    assert "levels" not in said


def test_backups_dated_in_the_future_are_warned_of_and_none_is_called_the_last(folder: Path) -> None:
    now = datetime.now(UTC)
    earlier = make_backup(folder, now - timedelta(days=2))
    make_backup(folder, now + timedelta(days=900))
    found = {one.code: one for one in check_workshop(folder, now)}
    at = earlier.at.astimezone()
    assert found["backups-there"].values["hour"] == at.strftime("%H:%M")
    assert found["backups-there"].values["number"] == 1
    assert found["backups-ahead"].state is CheckState.WARNING
    assert "futur" in say_checked(found["backups-ahead"], Translator("fr"))
    earlier.path.unlink()
    codes = {one.code for one in check_workshop(folder, now)}
    assert "backups-ahead" in codes
    assert not codes & {"backups-there", "backups-none"}


def test_what_cannot_be_asked_who_was_erased_since_is_told(folder: Path) -> None:
    make_backup(folder, NOW)
    assert "effacez de nouveau" not in run("restore", folder, "--yes").stdout
    (folder / "workshop.db").write_bytes(b"spoilt" * 1000)
    assert "effacez de nouveau" in run("restore", folder, "--to", "2", "--yes").stdout
