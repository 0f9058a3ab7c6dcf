"""The list is read without touching anything, whatever lies in the folders; and what is remembered of them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.hosting.conftest import Clock
from workshop_kit.domain.model import Challenge, Idea, Origin, Participant, new_workshop
from workshop_kit.errors import MissingEntry
from workshop_kit.hosting import listing
from workshop_kit.hosting.listing import Catalogue, describe_folder, list_folders, name_volume
from workshop_kit.hosting.locking import FileLock, is_locked
from workshop_kit.hosting.settings import Elsewhere, Settings, read_settings, usual_shelf, write_settings
from workshop_kit.store import Repository, create_store, open_store
from workshop_kit.store.glance import Fitness, look_at
from workshop_kit.store.marks import MARK_FILE, Mark, read_mark, write_mark

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FIXTURES = Path(__file__).parents[1] / "store" / "fixtures"


@pytest.fixture
def workshop(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    folder = shelf / "atelier"
    create_store(folder, new_workshop("Atelier", "Sainte-Aure", "fr", Clock().at)).close()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("kept", sorted(FIXTURES.glob("workshop-*.db")), ids=lambda path: path.stem)
def test_a_glance_at_any_kept_workshop_counts_it_and_leaves_it_as_it_is(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept, tmp_path / "workshop.db")
    before = contents(tmp_path)
    glance = look_at(tmp_path)
    assert contents(tmp_path) == before
    assert glance.title == "Atelier de Val-Brume"
    assert (glance.counts["came"], glance.counts["missions"]) == (81, 25)
    assert len(glance.challenges) == glance.counts["challenges"] > 4
    assert glance.challenges[glance.at - 1][1]


def test_a_glance_sees_what_was_just_written_while_it_is_open_elsewhere(workshop: Path) -> None:
    store = open_store(workshop)
    try:
        store.perform(None, lambda hall: hall.update_workshop(new_workshop("Renommé", "X", "fr", Clock().at)))
        assert look_at(workshop).title == "Renommé"
        assert look_at(workshop).fitness is Fitness.PRESENT
    finally:
        store.close()


def test_who_left_and_gave_nothing_is_not_counted_among_those_who_came(workshop: Path) -> None:
    def come(hall: Repository) -> None:
        hall.add_challenge(Challenge("home", "Rester", "Comment ?"))
        for name, away, joined in (
            ("here", None, None),
            ("left", NOW, None),
            ("wrote", NOW, None),
            ("old", NOW, "wrote"),
        ):
            hall.add_participant(Participant(name, name, "", "", Origin.ROOM, NOW, away_at=away, joined_to=joined))
        hall.add_idea(Idea("theirs", "home", "Une navette", None, "old", NOW))

    store = open_store(workshop)
    try:
        store.perform(None, come)
    finally:
        store.close()
    assert look_at(workshop).counts["came"] == 2


def test_a_folder_without_a_workshop_is_none(tmp_path: Path) -> None:
    with pytest.raises(MissingEntry):
        look_at(tmp_path)
    assert list(list_folders(tmp_path / "nowhere")) == []


def test_a_place_that_may_only_be_read_is_listed_as_such(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "is_writable", lambda _folder: False)
    found = describe_folder(workshop, on_shelf=True)
    assert (found.condition, found.title) == ("read-only", "Atelier")


def test_a_disk_that_hangs_holds_up_nobody(workshop: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = threading.Event()
    describe = listing.describe_folder

    def describe_slowly(path: Path, **named: object) -> listing.Listed:
        if path.name == "share":
            hangs.wait(30)
        return describe(path, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(listing, "describe_folder", describe_slowly)
    monkeypatch.setattr(listing, "_ANSWER_WITHIN", 0.5)
    catalogue, share = Catalogue(), Elsewhere("/net/share", title="Sur le serveur")
    found = catalogue.read(shelf, [share])
    assert [(one.title, one.condition) for one in found] == [("Atelier", "ready"), ("Sur le serveur", "missing")]
    before = threading.active_count()
    catalogue.read(shelf, [share])
    assert threading.active_count() <= before, "no second look where one hangs"
    hangs.set()


def test_what_did_not_change_is_not_read_again(workshop: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue()
    first = catalogue.read(shelf, [])
    monkeypatch.setattr(listing, "describe_folder", lambda *_, **__: pytest.fail("read again"))
    assert catalogue.read(shelf, []) == first


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/media/nadia/ATELIERS/gymnase", "ATELIERS"),
        ("/run/media/nadia/ATELIERS/gymnase", "ATELIERS"),
        ("/Volumes/ATELIERS/a/gymnase", "ATELIERS"),
        ("/mnt/usb/gymnase", "usb"),
        ("/home/nadia/Bureau/gymnase", "Bureau"),
    ],
)
@pytest.mark.posix
def test_a_folder_elsewhere_is_named_after_its_stick(path: str, name: str) -> None:
    assert name_volume(Path(path)) == name


def test_a_mark_is_kept_and_one_that_is_spoilt_says_nothing(tmp_path: Path) -> None:
    write_mark(tmp_path, Mark("2026-12-03", "18:00", archived=True))
    assert read_mark(tmp_path) == Mark("2026-12-03", "18:00", archived=True)
    for spoilt in ("", "[]", '{"day": 7}', '{"day": "demain"}', '{"archived": "yes", "hour": []}', "{" * 5000):
        (tmp_path / MARK_FILE).write_text(spoilt, encoding="utf-8")
        assert read_mark(tmp_path) == Mark()


def test_settings_are_kept_and_spoilt_ones_are_as_good_as_none(tmp_path: Path) -> None:
    kept = Settings("/clé", (Elsewhere("/a", "Titre", "Lieu", "2026-12-03"),), {"id": 60})
    write_settings(tmp_path, kept)
    assert read_settings(tmp_path) == kept
    for spoilt in ("", "[]", json.dumps({"shelf": "", "elsewhere": [{"colour": "red"}], "seats": {}})):
        (tmp_path / "settings.json").write_text(spoilt, encoding="utf-8")
        assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(("language", "name"), [("fr_FR.UTF-8", "Ateliers"), ("en_GB.UTF-8", "Workshops")])
def test_the_usual_folder_stands_among_the_documents_or_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "Documents"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert usual_shelf() == tmp_path / name, "no folder of documents"
    (tmp_path / "Documents").mkdir()
    assert usual_shelf() == tmp_path / "Documents" / name


def test_a_lock_is_one_programs_until_it_lets_go(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert not is_locked(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    assert is_locked(tmp_path / "lock")
    first.release()
    first.release()
    assert not is_locked(tmp_path / "lock")
    assert second.take()
    second.release()


def test_a_lock_dies_with_its_program(tmp_path: Path) -> None:
    holds = (
        "import sys\nfrom pathlib import Path\nfrom workshop_kit.hosting.locking import FileLock\n"
        "lock = FileLock(Path(sys.argv[1]))\nprint(lock.take(), flush=True)\nsys.stdin.read()"
    )
    command = [sys.executable, "-c", holds, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert is_locked(tmp_path / "lock")
        other.kill()
        other.wait()
    assert not is_locked(tmp_path / "lock")
