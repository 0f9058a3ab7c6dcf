"""A register is brought to the page or lies in the folder; its candidates come in beside the page."""

from __future__ import annotations

import base64
import gzip
import os
import re
import sys
import time
import zipfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.files.register_files import (
    a_hamlet,
    an_association,
    an_establishment,
    write_hamlets,
    write_rna,
    write_sirene,
)
from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room
from workshop_kit.domain.candidates import Register
from workshop_kit.errors import UnreadableFile
from workshop_kit.i18n import Translator
from workshop_kit.report.aside import Making
from workshop_kit.widgets.register_files import SPARED, RegisterFiles
from workshop_kit.widgets.registers import Registers, _say_failure

SAY = Translator("fr")


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room()


@pytest.fixture
def files(tmp_path: Path) -> RegisterFiles:
    (tmp_path / "passing").mkdir()
    return RegisterFiles((tmp_path / "passing",))


@pytest.fixture
def laptop(room: Room, files: RegisterFiles) -> Laptop:
    return room.laptop(registers=Registers(files=files))


def bring(laptop: Laptop, name: str, content: bytes, size: int = 1000) -> str:
    begun = laptop.do("registers", "begin_register_file", name=name, size=len(content))
    for at in range(0, len(content), size):
        piece = base64.b64encode(content[at : at + size]).decode()
        laptop.do("registers", "take_register_piece", file=begun["file"], at=at, piece=piece)
    laptop.refresh("registers")
    return str(begun["file"])


def model(laptop: Laptop) -> Mapping[str, Any]:
    laptop.refresh("registers")
    return laptop.model("registers")


def take(laptop: Laptop, file: str, communes: str = "59279", hamlets: str = "") -> None:
    laptop.do("registers", "take_register", file=file, communes=communes, hamlets=hamlets)


RNA = write_rna([an_association("W595000001"), an_association("W595000002", titre="Chorale")]).encode()


def test_a_register_that_was_brought_in_pieces_gives_candidates(room: Room, laptop: Laptop) -> None:
    file = bring(laptop, "rna.csv.gz", gzip.compress(RNA), size=64)
    (shown,) = model(laptop)["files"]
    assert (shown["kind"], shown["refused"], shown["lying"]) == ("rna", "", False)
    take(laptop, file)
    told = model(laptop)
    assert (told["state"], told["failed"]) == ("ready", "")
    assert told["registers"] == [{"register": "rna", "count": 2}]
    assert told["communes"] == ["59279"]
    assert any("2" in line for line in told["lines"])
    assert len(room.read(lambda hall: hall.list_candidates(Register.RNA))) == 2


def test_a_piece_that_comes_twice_is_taken_once_and_a_gap_is_refused(laptop: Laptop, files: RegisterFiles) -> None:
    begun = laptop.do("registers", "begin_register_file", name="rna.csv", size=len(RNA))
    piece = base64.b64encode(RNA[:50]).decode()
    for _ in range(2):
        laptop.do("registers", "take_register_piece", file=begun["file"], at=0, piece=piece)
    laptop.refuse("registers", "take_register_piece", file=begun["file"], at=60, piece=piece)
    laptop.refuse("registers", "take_register_piece", file=begun["file"], at=0, piece="no base64 at all")
    rest = base64.b64encode(RNA[50:]).decode()
    laptop.do("registers", "take_register_piece", file=begun["file"], at=50, piece=rest)
    (brought,) = files
    assert brought.path.read_bytes() == RNA


def test_what_was_brought_is_private_and_gone_once_it_is_removed(laptop: Laptop, files: RegisterFiles) -> None:
    file = bring(laptop, "../../rna.csv", RNA)
    (brought,) = files
    assert brought.path.name == "rna.csv"
    if sys.platform != "win32":
        assert brought.path.parent.stat().st_mode & 0o077 == 0
    laptop.do("registers", "leave_register_file", file=file)
    assert not brought.path.parent.exists()
    assert laptop.refuse("registers", "take_register", file=file, communes="59279") == SAY("errors.register-file-gone")


@pytest.mark.parametrize("name", ["..", "../../rna.csv", "..\\rna.csv", "é" * 200 + ".csv", "/"])
def test_a_name_that_leads_elsewhere_or_is_too_long_is_a_file_s_name_in_its_own_folder(
    name: str, laptop: Laptop, files: RegisterFiles, tmp_path: Path
) -> None:
    bring(laptop, name, write_rna([an_association()]).encode(), size=1_000_000)
    (brought,) = files
    assert brought.path.resolve().parent.parent == (tmp_path / "passing").resolve()
    assert brought.told.kind == "rna"
    assert brought.name == name


def test_what_a_page_left_long_ago_is_swept_away(laptop: Laptop, tmp_path: Path) -> None:
    left = tmp_path / "passing" / "workshop-kit-register-old"
    left.mkdir()
    (left / "rna.csv").write_bytes(RNA)
    long_ago = time.time() - 3 * 24 * 3600
    for path in (left / "rna.csv", left):
        os.utime(path, (long_ago, long_ago))
    bring(laptop, "rna.csv", RNA)
    assert not left.exists()


def test_a_file_of_the_folder_is_read_where_it_lies(room: Room, laptop: Laptop) -> None:
    with zipfile.ZipFile(room.folder / "StockEtablissement_utf8.zip", "w") as archive:
        archive.writestr("StockEtablissement_utf8.csv", write_sirene([an_establishment()]))
    (room.folder / "notes.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    laptop.do("registers", "look_in_folder")
    (shown,) = model(laptop)["files"]
    assert (shown["name"], shown["kind"], shown["lying"]) == ("StockEtablissement_utf8.zip", "sirene", True)
    take(laptop, shown["id"])
    assert model(laptop)["registers"] == [{"register": "sirene", "count": 1}]


@pytest.mark.parametrize("file", ["folder/../outside.csv", "folder/notes.csv", "folder/link.csv", "nothing"])
def test_nothing_but_a_register_of_the_folder_itself_is_read(room: Room, laptop: Laptop, file: str) -> None:
    (room.folder.parent / "outside.csv").write_bytes(RNA)
    (room.folder / "notes.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    if sys.platform != "win32":
        (room.folder / "link.csv").symlink_to(room.folder.parent / "outside.csv")
    refused = laptop.refuse("registers", "take_register", file=file, communes="59279")
    assert refused == SAY("errors.register-file-gone")
    assert room.read(lambda hall: hall.list_candidates()) == ()


def test_hamlets_that_were_brought_too_place_the_addresses(room: Room, laptop: Laptop) -> None:
    hamlets = bring(laptop, "lieux-dits.csv", write_hamlets([a_hamlet("Le Moulin")]).encode())
    file = bring(laptop, "rna.csv", RNA)
    assert [one["kind"] for one in model(laptop)["files"]] == ["hamlets", "rna"]
    take(laptop, file, hamlets=hamlets)
    assert model(laptop)["state"] == "ready"
    refused = laptop.refuse("registers", "take_register", file=hamlets, communes="59279")
    assert refused == SAY("errors.register-needs-register", file="lieux-dits.csv")


def test_hamlets_without_their_commune_are_told_which_column_they_lack(laptop: Laptop) -> None:
    file = bring(laptop, "lieux.csv", b"id;nom_lieu_dit\n1;Le Moulin\n")
    (shown,) = model(laptop)["files"]
    assert shown["refused"] == SAY("errors.hamlets-columns", file="lieux.csv")
    assert laptop.refuse("registers", "take_register", file=file, communes="59279") == shown["refused"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", ["register-is-hamlets", "register-is-rna", "register-is-sirene"])
def test_a_reading_that_fails_speaks_of_the_page_not_of_commands(code: str, language: str) -> None:
    said = _say_failure(UnreadableFile(code, file="liste.csv"), Translator(language))
    assert "liste.csv" in said
    assert "--" not in said
    assert not re.search("DOSSIER|FOLDER", said)


def test_another_file_says_what_it_is_and_is_not_read(laptop: Laptop) -> None:
    file = bring(laptop, "liste.csv", b"nom;prenom\nA;B\n")
    (shown,) = model(laptop)["files"]
    assert shown["kind"] == ""
    assert "liste.csv" in shown["refused"]
    assert laptop.refuse("registers", "take_register", file=file, communes="59279") == shown["refused"]


@pytest.mark.parametrize(("communes", "code"), [("", "register-commune-missing"), ("Val-Brume", "commune-not-a-code")])
def test_without_a_code_it_is_said_which_one_is_needed(laptop: Laptop, communes: str, code: str) -> None:
    file = bring(laptop, "rna.csv", RNA)
    refused = laptop.refuse("registers", "take_register", file=file, communes=communes)
    assert refused == SAY(f"errors.{code}", received=communes)


def test_a_commune_that_the_register_has_nothing_of_is_said_and_changes_nothing(room: Room, laptop: Laptop) -> None:
    file = bring(laptop, "rna.csv", RNA)
    take(laptop, file, communes="59001")
    assert model(laptop)["state"] == "failed"
    assert "59001" in model(laptop)["failed"]
    assert room.read(lambda hall: hall.list_candidates()) == ()


def test_a_file_without_room_on_the_disk_names_the_other_way(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    free = SimpleNamespace(free=SPARED + 3_000_000)
    monkeypatch.setattr("workshop_kit.widgets.register_files.shutil.disk_usage", lambda _place: free)
    refused = laptop.refuse("registers", "begin_register_file", name="sirene.csv", size=3_000_001)
    assert refused == SAY("errors.register-no-room", file="sirene.csv", needed=4, free=3)
    bring(laptop, "rna.csv", RNA)


def test_a_reading_that_ends_at_once_speaks_of_the_register(room: Room, files: RegisterFiles) -> None:
    dying = partial(Making, worker=(sys.executable, "-c", "raise SystemExit(3)"))
    laptop = room.laptop(registers=Registers(dying, files))
    take(laptop, bring(laptop, "rna.csv", RNA))
    assert model(laptop)["failed"] == SAY("errors.register-interrupted")
