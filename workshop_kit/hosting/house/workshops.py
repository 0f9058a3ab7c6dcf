"""What is done to the list of workshops: made, copied, taken in, found elsewhere, put away, deleted."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.model import count_retention, new_workshop
from workshop_kit.errors import InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.hosting.browsing import list_place
from workshop_kit.hosting.bundles import ENDING, is_bundle, read_bundle
from workshop_kit.hosting.checking import check_workshop, is_whole, say_checked
from workshop_kit.hosting.choosing import describe_backup, list_to_choose
from workshop_kit.hosting.folders import (
    copy_as_start,
    delete_workshop,
    describe_contents,
    make_workshop,
    open_new_folder,
)
from workshop_kit.hosting.house.base import Premises
from workshop_kit.hosting.listing import Listed, list_folders, name_folder
from workshop_kit.hosting.naming import find_free_name
from workshop_kit.hosting.private import make_private_folder
from workshop_kit.hosting.restoring import restore
from workshop_kit.hosting.samples import make_sample
from workshop_kit.hosting.settings import Elsewhere
from workshop_kit.hosting.takeaways import Takeaways
from workshop_kit.hosting.uploads import Uploads
from workshop_kit.i18n import LANGUAGES, Translator, choose_language
from workshop_kit.live.acts.days import set_day
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.live.contract.home.asked import (
    BackupListing,
    BackupRestored,
    CheckFinding,
    CheckResult,
    DeletionDescription,
    PlaceListing,
    TakeawayPart,
    UploadBegun,
    WorkshopEntered,
)
from workshop_kit.live.contract.home.shown import TakeawayForm
from workshop_kit.store import open_store
from workshop_kit.store.backups import list_backups
from workshop_kit.store.glance import look_at
from workshop_kit.store.marks import Mark, check_day, read_mark, refuse_writing, write_mark
from workshop_kit.store.opening import DATABASE_NAME

#: Seconds for which the key of a description deletes what it described.
_KEY_GOOD_FOR: Final = 600.0
#: How a folder begins that is being unpacked, and the seconds after which nobody goes on with it.
_RECEIVED: Final = ".received-"
_LEFT_AFTER: Final = 3600.0
#: Where files are kept aside, among the settings: one program alone uses them, and clears them as it begins.
_ASIDE: Final = "aside"


class WorkshopActs(Premises):
    """The house with what is done to the list."""

    def __init__(self, state: Path, **named: Any) -> None:
        super().__init__(state, **named)
        self._keys: dict[str, tuple[str, float]] = {}
        aside = state / _ASIDE
        shutil.rmtree(aside, ignore_errors=True)  # of a program that was killed: it holds people's data
        with contextlib.suppress(OSError):  # a disk that nobody may write to: the system's temporary folder then
            make_private_folder(aside)
        parent = aside if aside.is_dir() else None
        self.takeaways = Takeaways(self.bump, parent)
        self.uploads = Uploads(parent)
        _clear_received(self.shelf)

    def start_workshop(
        self, title: str, territory: str, language: str = "fr", day: str = "", hour: str = ""
    ) -> WorkshopEntered:
        """Make a new workshop in the folder of workshops; raises ``InvalidEntry`` or ``StoreUnavailable``."""
        if language not in LANGUAGES:
            raise InvalidEntry("unknown-language", received=language[:20])
        mark = Mark(*check_day(day, hour))
        made = new_workshop(title, territory, language, self._now())
        until = count_retention(made.created_at, date.fromisoformat(mark.day) if mark.day else None)
        folder = make_workshop(self.shelf, replace(made, retention_until=until), mark)
        return self._enter(folder)

    def make_sample(self, language: str = "fr") -> WorkshopEntered:
        """Make the sample in a folder of its own, or find it where it was made."""
        known = next((one for one in self.list_all() if one.mark.sample and one.condition == "ready"), None)
        if known is not None:
            return {"workshop": known.id}
        folder = open_new_folder(self.shelf, Translator(language)("cli.home.sample-folder"))
        try:
            make_sample(folder, language)
            write_mark(folder, Mark(sample=True))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return self._enter(folder)

    def copy_workshop(self, workshop: str, title: str) -> WorkshopEntered:
        """Copy a workshop as a starting point: what was prepared, nothing of the people."""
        source = self.find(workshop)
        if source.condition in ("missing", "damaged", "too-new"):
            self.find_openable(workshop)
        return self._enter(copy_as_start(source.path, self.shelf, title, self._now()))

    def set_day(self, workshop: str, day: str = "", hour: str = "") -> None:
        """Set the day and the hour of a workshop, or neither."""
        listed = self.find_openable(workshop)
        check_day(day, hour)
        store = open_store(listed.path)
        try:
            set_day(store, listed.path, day, hour)
        finally:
            store.close()
        self.read_again()

    def list_place(self, path: str = "") -> PlaceListing:
        """List the folders of a place on this computer."""
        return list_place(path, self.shelf)

    def open_folder(self, path: str = "") -> WorkshopEntered:
        """Show a workshop of another folder in the list too, or all that a folder holds, or a colleague's file."""
        place = Path(path).expanduser()
        try:
            if not place.is_absolute() or not place.exists():
                raise MissingEntry("no-place", path=path[:200])
            if place.is_file() and is_bundle(place):
                return self.take_in(path=path)
            found = [place] if (place / DATABASE_NAME).is_file() else list(list_folders(place))
        except (OSError, ValueError) as error:
            raise MissingEntry("no-place", path=path[:200]) from error
        if not found:
            raise MissingEntry("no-workshop-there", path=path[:200])
        known = {one.path for one in self.settings.elsewhere}
        shelf = self.shelf
        added = [Elsewhere(str(one)) for one in found if str(one) not in known and one.parent != shelf]
        self.keep(replace(self.settings, elsewhere=(*self.settings.elsewhere, *added)))
        return self._enter(found[0])

    def move_shelf(self, path: str = "") -> None:
        """Keep new workshops in another folder from now on; nothing: in the usual one."""
        place = Path(path).expanduser() if path else None
        if place is not None and (not place.is_absolute() or not place.is_dir()):
            raise MissingEntry("no-place", path=path[:200])
        if place is not None and (place / DATABASE_NAME).is_file():
            raise InvalidEntry("shelf-is-workshop", path=path[:200])
        self.keep(replace(self.settings, shelf=str(place) if place else ""))
        self.read_again()
        self.bump()

    def forget_folder(self, workshop: str) -> None:
        """Leave a workshop of another folder out of the list."""
        listed = self.find(workshop)
        if listed.on_shelf:
            raise InvalidEntry("folder-on-shelf")
        self.refuse_open(listed)
        kept = tuple(one for one in self.settings.elsewhere if one.path != str(listed.path))
        self.keep(replace(self.settings, elsewhere=kept))
        self.rooms.pop(listed.id, None)
        self.read_again()

    def begin_upload(self, name: str, size: int) -> UploadBegun:
        """Begin to hand in a colleague's file."""
        return self.uploads.begin(name, size)

    def send_part(self, upload: str, start: int, content: str) -> None:
        """Hand in the next part of a file."""
        self.uploads.add(upload, start, content)

    def take_in(self, upload: str | None = None, path: str = "") -> WorkshopEntered:
        """Make a workshop of a colleague's file, under its own title; raises ``UnreadableFile``."""
        if not upload:
            return self._take_in(Path(path).expanduser(), path)
        try:
            return self._take_in(self.uploads.find_whole(upload), path)
        finally:
            self.uploads.drop(upload)  # taken or refused: it holds people's data

    def _take_in(self, file: Path, path: str) -> WorkshopEntered:
        if not file.is_file():
            raise MissingEntry("no-place", path=path[:200])
        try:
            self.shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise refuse_writing(self.shelf, error) from error
        aside = self.shelf / f"{_RECEIVED}{uuid.uuid4().hex}"
        read_bundle(file, aside)
        try:
            title = look_at(aside).title or file.name.removesuffix(ENDING)
            write_mark(aside, replace(read_mark(aside), archived=False, sample=False))
            folder = find_free_name(self.shelf, title)
            aside.rename(folder)
        except (OSError, WorkshopError) as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise refuse_writing(self.shelf, error) if isinstance(error, OSError) else error from error
        return self._enter(folder)

    def archive_workshop(self, workshop: str) -> None:
        """Put a workshop away; its folder stays."""
        listed = self.find_openable(workshop)
        self.refuse_open(listed)
        self._mark(listed, archived=True)

    def bring_back(self, workshop: str) -> None:
        """Bring a workshop that was put away back into the list."""
        self._mark(self.find_openable(workshop), archived=False)

    def describe_deletion(self, workshop: str) -> DeletionDescription:
        """Tell what deleting a workshop erases, and the key that deletes it."""
        listed = self.find(workshop)
        if listed.condition == "missing":
            raise MissingEntry("folder-gone", folder=str(listed.path))
        self.refuse_open(listed)
        contents = describe_contents(listed.path)
        key = secrets.token_urlsafe(12)
        self._keys[listed.id] = (key, time.monotonic())
        return {
            "workshop": listed.id,
            "title": listed.title,
            "path": str(listed.path),
            "people": contents.people,
            "contacts": contents.contacts,
            "ideas": contents.ideas,
            "files": len(contents.made),
            "own_files": len(contents.own),
            "bytes": contents.bytes,
            "confirmation": key,
        }

    def delete_workshop(self, workshop: str, confirmation: str) -> None:
        """Delete a workshop for good, as it was described; raises ``InvalidEntry`` (``deletion-not-confirmed``)."""
        listed = self.find(workshop)
        self.refuse_open(listed)
        key, at = self._keys.get(listed.id, ("", 0.0))
        good = key and secrets.compare_digest(key.encode(), confirmation.encode())
        if not good or time.monotonic() - at > _KEY_GOOD_FOR:
            raise InvalidEntry("deletion-not-confirmed")
        delete_workshop(listed.path)
        self._keys.pop(listed.id, None)
        self.rooms.pop(listed.id, None)
        self.takeaways.drop(listed.id)
        kept = tuple(one for one in self.settings.elsewhere if one.path != str(listed.path))
        self.keep(replace(self.settings, elsewhere=kept))
        self.read_again()

    def list_backups(self, workshop: str) -> BackupListing:
        """Tell the backups of a workshop."""
        listed, now = self.find(workshop), self._now()
        counts = listed.glance.counts if listed.glance else {}
        backups = [describe_backup(listed.path, one, now) for one in list_to_choose(listed.path, now)]
        return {"backups": backups, "people": counts.get("came", 0), "ideas": counts.get("ideas", 0)}

    def restore_backup(self, workshop: str, name: str, *, other: bool = False) -> BackupRestored:
        """Put a backup back in the place of a workshop, which is kept; another workshop's only if it is said so."""
        listed = self.find(workshop)
        self.refuse_open(listed)
        backup = next((one for one in list_backups(listed.path) if one.path.name == name), None)
        if backup is None:
            raise MissingEntry("no-backup", received=name[:60], folder=str(listed.path))
        restored = restore(listed.path, backup, self._now(), others=other)
        self.read_again()
        return {"remembers": restored.remembers}

    def check_folder(self, workshop: str, language: str = "fr") -> CheckResult:
        """Check a workshop's folder, and mend what can be: less of it while its room is open."""
        listed, say = self.find(workshop), Translator(choose_language(language))
        found = check_workshop(listed.path, self._now())
        self.read_again()
        told: list[CheckFinding] = [
            {"state": one.state.value, "sentence": say_checked(one, say, page=True)} for one in found
        ]
        return {"whole": is_whole(found), "found": told}

    def erase_due(self, workshop: str) -> None:
        """Erase the contact details that are past their day now."""
        listed = self.find_openable(workshop)
        store = open_store(listed.path)
        try:
            keep_retention(store, listed.path, self._now(), confirmed=True)
        finally:
            store.close()
        self.read_again()

    def make_takeaway(self, workshop: str, form: str) -> None:
        """Begin to make something to take away."""
        listed = self.find(workshop)
        if listed.condition not in ("ready", "older", "read-only"):
            self.find_openable(workshop)
        language = listed.glance.language if listed.glance else "fr"
        self.takeaways.begin(listed.id, listed.path, TakeawayForm(form), listed.title, language)

    def fetch_takeaway(self, workshop: str, form: str, start: int = 0) -> TakeawayPart:
        """Hand over a part of what was made."""
        return self.takeaways.fetch(workshop, TakeawayForm(form), start)

    def _mark(self, listed: Listed, **changes: Any) -> None:
        write_mark(listed.path, replace(read_mark(listed.path), **changes))
        self.read_again()

    def _enter(self, folder: Path) -> WorkshopEntered:
        self.read_again()
        return {"workshop": name_folder(folder)}

    def _look_about(self) -> None:
        self.uploads.drop_abandoned()
        super()._look_about()


def _clear_received(shelf: Path) -> None:
    """Remove what a program that was killed had unpacked of a colleague's file."""
    with contextlib.suppress(OSError):
        for left in shelf.glob(f"{_RECEIVED}*"):
            if time.time() - left.stat().st_mtime > _LEFT_AFTER:
                shutil.rmtree(left, ignore_errors=True)
