"""A colleague's file may hold anything: what is refused, with nothing written, and what is put aside."""

from __future__ import annotations

import io
import os
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.hosting.conftest import Clock
from workshop_kit.domain.model import new_workshop
from workshop_kit.errors import StoreUnavailable, UnreadableFile, WorkshopError
from workshop_kit.hosting import bundles
from workshop_kit.hosting.bundles import read_bundle, write_bundle
from workshop_kit.hosting.naming import find_free_name, make_name_safe
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import create_store, open_store
from workshop_kit.store.glance import look_at


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    folder = tmp_path / "atelier"
    create_store(folder, new_workshop("Atelier", "Sainte-Aure", "fr", Clock().at)).close()
    return folder


def pack(workshop: Path, target: Path, *more: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.write(workshop / "workshop.db", "workshop.db")
        for name, content in more:
            bundle.writestr(name, content)
    return target


def refused(file: Path, folder: Path) -> WorkshopError:
    with pytest.raises(WorkshopError) as error:
        read_bundle(file, folder)
    assert not folder.exists(), "nothing is left of what was refused"
    for language in LANGUAGES:
        Translator(language).sentence(error.value)
    return error.value


def test_a_workshop_that_is_being_written_to_is_taken_whole(workshop: Path, tmp_path: Path) -> None:
    store = open_store(workshop)
    try:
        store.perform(None, lambda hall: hall.update_workshop(new_workshop("Écrit à l’instant", "X", "fr", Clock().at)))
        write_bundle(workshop, tmp_path / "a.zip")
    finally:
        store.close()
    read_bundle(tmp_path / "a.zip", tmp_path / "b")
    assert look_at(tmp_path / "b").title == "Écrit à l’instant"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/evil",
        "C:/evil",
        "..\\evil",
        "a\\b",
        "CON",
        "aux.txt",
        "x:y",
        "fin. ",
        "COM¹.txt",
        "conout$",
    ],
)
def test_a_name_that_leads_elsewhere_or_is_none_on_windows_is_refused(
    workshop: Path, tmp_path: Path, name: str
) -> None:
    error = refused(pack(workshop, tmp_path / "a.zip", (name, b"x")), tmp_path / "b")
    assert error.code in ("bundle-unsafe", "bundle-unreadable")
    assert not (tmp_path / "evil.txt").exists()


def test_a_link_is_refused(workshop: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refused(pack(workshop, tmp_path / "a.zip", (link, b"/etc/passwd")), tmp_path / "b").code == "bundle-unsafe"


def test_two_names_that_are_one_on_windows_are_refused(workshop: Path, tmp_path: Path) -> None:
    file = pack(workshop, tmp_path / "a.zip", ("Lettre.txt", b"1"), ("lettre.TXT", b"2"))
    assert refused(file, tmp_path / "b").code == "bundle-unsafe"


def test_what_unpacks_to_more_than_it_says_is_stopped(
    workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = pack(workshop, tmp_path / "a.zip", ("zéros", bytes(3_000_000)))
    monkeypatch.setattr(bundles, "_UNPACKED_AT_MOST", 2_000_000)
    assert refused(file, tmp_path / "b").code == "bundle-too-large"


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_with_spoilt_bytes_in_it_is_refused_as_unreadable(workshop: Path, tmp_path: Path, packed: int) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", packed) as bundle:
        bundle.write(workshop / "workshop.db", "workshop.db")
        begins = bundle.infolist()[0].header_offset + len("workshop.db") + 30
    content = bytearray(file.read_bytes())
    content[begins + 60 : begins + 160] = b"\xff" * 100
    file.write_bytes(content)
    assert refused(file, tmp_path / "b").code == "bundle-unreadable"


def test_a_file_from_a_camera_without_a_clock_is_packed_too(workshop: Path, tmp_path: Path) -> None:
    picture = workshop / "salle.jpg"
    picture.write_bytes(b"jpeg")
    os.utime(picture, (0, 0))  # 1970: a zip knows no day before 1980
    write_bundle(workshop, tmp_path / "a.zip")
    read_bundle(tmp_path / "a.zip", tmp_path / "b")
    assert (tmp_path / "b" / "salle.jpg").read_bytes() == b"jpeg"


def test_a_size_that_is_a_lie_does_not_help(workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = pack(workshop, tmp_path / "a.zip", ("zéros", bytes(3_000_000)))
    monkeypatch.setattr(bundles, "_UNPACKED_AT_MOST", 2_000_000)
    monkeypatch.setattr(zipfile.ZipInfo, "file_size", property(lambda one: 1, lambda one, value: None), raising=False)
    with pytest.raises(WorkshopError):
        read_bundle(file, tmp_path / "b")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "bundle-unreadable"), (b"%PDF-1.7", "bundle-unreadable"), (b"PK\x03\x04" + b"x" * 50, "bundle-unreadable")],
)
def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    error = refused(file, tmp_path / "b")
    assert isinstance(error, UnreadableFile)
    assert error.code == code


def test_an_archive_without_a_workshop_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        bundle.writestr("photos/1.jpg", b"x")
    assert refused(tmp_path / "a.zip", tmp_path / "b").code == "bundle-no-workshop"


@pytest.mark.parametrize("content", [b"", b"nothing of a database", b"SQLite format 3\0" + b"\1" * 5000])
def test_a_database_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        bundle.writestr("workshop.db", content)
    assert isinstance(refused(tmp_path / "a.zip", tmp_path / "b"), StoreUnavailable)


def test_a_folder_zipped_by_hand_is_taken_as_well_without_its_servers_secrets(workshop: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        bundle.write(workshop / "workshop.db", "Mon atelier/workshop.db")
        for name in (".serve/join", "serve.json", "notes/à lire.txt", "notebooks/screen.ipynb", "workshop.db-wal"):
            bundle.writestr(f"Mon atelier/{name}", b"x")
    read_bundle(tmp_path / "a.zip", tmp_path / "b")
    found = {path.relative_to(tmp_path / "b").as_posix() for path in (tmp_path / "b").rglob("*") if path.is_file()}
    assert found == {"workshop.db", "notes/à lire.txt", "notebooks-recus/screen.ipynb"}


@pytest.mark.parametrize("folder", ["Notebooks", "NOTEBOOKS", "noteboo\u212as", "note\u200bbooks", "ｎotebooks"])
def test_notebooks_are_put_aside_however_a_system_that_knows_no_case_would_find_them(
    workshop: Path, tmp_path: Path, folder: str
) -> None:
    file = pack(workshop, tmp_path / "a.zip", (f"{folder}/screen.ipynb", b"{}"))
    read_bundle(file, tmp_path / "b")
    assert {path.parent.name for path in (tmp_path / "b").rglob("*.ipynb")} == {"notebooks-recus"}


@pytest.mark.parametrize("name", [".Serve/room", "Serve.JSON", "WORKSHOP.db-WAL", "Workshop.DB.before-0001"])
def test_what_a_serve_keeps_stays_out_however_it_is_written(workshop: Path, tmp_path: Path, name: str) -> None:
    read_bundle(pack(workshop, tmp_path / "a.zip", (name, b"x")), tmp_path / "b")
    assert [path.name for path in (tmp_path / "b").rglob("*") if path.is_file()] == ["workshop.db"]


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TRIGGER stays AFTER DELETE ON volunteer"
        " BEGIN INSERT INTO change VALUES (OLD.rowid, 'x', 'y', NULL); END",
        "CREATE VIEW seen AS SELECT * FROM volunteer",
        "ALTER TABLE challenge RENAME TO kept; CREATE VIEW challenge AS WITH RECURSIVE endless(n) AS"
        " (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT n AS id, n AS stake,"
        " n AS statement, n AS position FROM endless",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "UPDATE workshop SET title = hex(zeroblob(30000000))",
    ],
)
def test_a_database_that_does_something_by_itself_is_refused_before_it_is_asked_anything(
    workshop: Path, tmp_path: Path, statements: str
) -> None:
    with closing(sqlite3.connect(workshop / "workshop.db")) as connection:
        connection.executescript(statements)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        bundle.write(workshop / "workshop.db", "workshop.db")
    assert isinstance(refused(tmp_path / "a.zip", tmp_path / "b"), StoreUnavailable)
    with pytest.raises(StoreUnavailable):
        look_at(workshop)


def test_a_copy_kept_before_an_update_does_not_travel(workshop: Path, tmp_path: Path) -> None:
    (workshop / "workshop.db.before-0003").write_bytes(b"people of last year")
    (workshop / "lettre.odt").write_bytes(b"mine")
    write_bundle(workshop, tmp_path / "a.zip")
    assert set(zipfile.ZipFile(tmp_path / "a.zip").namelist()) == {"workshop.db", "lettre.odt"}


def test_a_link_in_the_folder_takes_nothing_along(workshop: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not of this workshop", encoding="utf-8")
    (workshop / "link").symlink_to(tmp_path / "secret")
    write_bundle(workshop, tmp_path / "a.zip")
    assert zipfile.ZipFile(io.BytesIO((tmp_path / "a.zip").read_bytes())).namelist() == ["workshop.db"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Été : où ? / qui", "Été où qui"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("...", "atelier"),
        ("", "atelier"),
        ("fin. ", "fin"),
        ("a\u202eb\x00c", "abc"),
        ("é" * 300, "é" * 60),
        ("🩷" * 80, "🩷" * 45),
    ],
)
def test_a_title_becomes_a_name_that_any_system_takes(title: str, name: str) -> None:
    assert make_name_safe(title) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Atelier").mkdir()
    (tmp_path / "Atelier (2)").touch()
    assert find_free_name(tmp_path, "Atelier").name == "Atelier (3)"
