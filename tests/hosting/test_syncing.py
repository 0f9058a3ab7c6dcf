"""What people gave does not leave the computer without anybody's doing: folders that are copied online are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_kit.hosting.examining import _examine_disk
from workshop_kit.hosting.house import House
from workshop_kit.hosting.settings import usual_shelf
from workshop_kit.hosting.syncing import find_sync


@pytest.mark.parametrize(
    ("folder", "whose"),
    [
        ("/home/n/OneDrive/Documents/Ateliers", "OneDrive"),
        ("/home/n/OneDrive - Mairie de Sainte-Aure/Documents", "OneDrive"),
        ("/home/n/Dropbox (Personnel)/Ateliers", "Dropbox"),
        ("/Users/n/Library/CloudStorage/GoogleDrive-n@example.org/My Drive", "Google Drive"),
        ("/home/n/Nextcloud/Ateliers", "Nextcloud"),
        ("/home/n/Documents/Ateliers", ""),
        ("/home/n/Documents/Mégaphone", ""),
        ("/media/n/ATELIERS", ""),
    ],
)
@pytest.mark.posix
def test_a_folder_that_is_copied_online_is_known_by_its_name(folder: str, whose: str) -> None:
    assert find_sync(Path(folder), platform="linux") == whose


def test_windows_says_where_its_own_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert find_sync(tmp_path / "Documents" / "Ateliers") == "OneDrive"


def test_a_mac_may_keep_its_documents_online_under_their_usual_name(tmp_path: Path) -> None:
    documents = tmp_path / "Documents" / "Ateliers"
    assert find_sync(documents, tmp_path, "darwin") == ""
    (tmp_path / "Library/Mobile Documents/com~apple~CloudDocs/Documents").mkdir(parents=True)
    assert find_sync(documents, tmp_path, "darwin") == "iCloud"
    assert find_sync(tmp_path / "Ateliers", tmp_path, "darwin") == ""


def test_the_usual_folder_stands_beside_documents_that_are_copied_online(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "OneDrive" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert usual_shelf() == tmp_path / "Ateliers"
    warned = [one for one in _examine_disk(documents / "Ateliers") if one.code == "synced"]
    assert [(one.state, one.value) for one in warned] == [("warning", "OneDrive")]


def test_the_usual_folder_stays_where_it_was_first_when_the_documents_begin_to_be_copied_online(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert House(tmp_path).shelf == documents / "Ateliers"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert usual_shelf() == tmp_path / "Workshops"
    assert House(tmp_path).shelf == documents / "Ateliers"
