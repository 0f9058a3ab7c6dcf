"""Export jobs of the home page: what is taken away of a workshop is made aside, and kept until the program ends.

What is made holds people's data: it stands in a private folder, and goes with the program, or when it is
started again after it was killed.
"""

from __future__ import annotations

import base64
import contextlib
import io
import shutil
import tempfile
import threading
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.believing import is_past
from workshop_kit.domain.days import find_day
from workshop_kit.errors import MissingEntry, NotAllowed, StoreUnavailable, WorkshopError
from workshop_kit.hosting.bundles import ENDING, write_bundle
from workshop_kit.hosting.naming import make_name_safe
from workshop_kit.hosting.private import make_private
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.live.contract.home.asked import TakeawayPart
from workshop_kit.live.contract.home.shown import TakeawayForm
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.store.glance import Fitness, copy_database, look_at
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.moments import find_last_moment
from workshop_kit.store.opening import DATABASE_NAME

#: Bytes of a file in one part: in base64 well below the longest line of the channel.
PART: Final = 480_000


@dataclass(frozen=True)
class Takeaway:
    """How one making stands; ``number`` counts those that were made."""

    state: str = "none"
    number: int = 0
    name: str = ""
    size: int = 0
    error: WorkshopError | None = None


class Takeaways:
    """Makes what is taken away, one thread a making.

    Parameters
    ----------
    on_change
        Called, from any thread, when a making has begun or ended.
    parent
        Where its private folder is made; ``None``: among the system's temporary ones.

    """

    def __init__(self, on_change: Callable[[], None], parent: Path | None = None) -> None:
        self._on_change = on_change
        self._guard = threading.Lock()
        self._made: dict[tuple[str, TakeawayForm], Takeaway] = {}
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-kit-", dir=parent))

    def begin(self, identifier: str, folder: Path, form: TakeawayForm, title: str, language: str) -> None:
        """Begin to make ``form`` of the workshop in ``folder``; while that goes on nothing else begins."""
        with self._guard:
            before = self._made.get((identifier, form), Takeaway())
            if before.state == "working":
                return
            name = name_takeaway(form, title, language)
            self._made[identifier, form] = replace(before, state="working", name=name, error=None)
        arguments = (identifier, folder, form, language)
        threading.Thread(target=self._make, args=arguments, daemon=True).start()
        self._on_change()

    def find(self, identifier: str, form: TakeawayForm) -> Takeaway:
        """Return how a making stands."""
        with self._guard:
            return self._made.get((identifier, form), Takeaway())

    def fetch(self, identifier: str, form: TakeawayForm, start: int) -> TakeawayPart:
        """Return a part of what was made, from the byte ``start`` on; raises ``MissingEntry`` (``not-made-yet``)."""
        made, file = self.find(identifier, form), self._file(identifier, form)
        if made.state != "ready" or not file.is_file():
            raise MissingEntry("not-made-yet")
        with file.open("rb") as content:
            content.seek(start)
            part = content.read(PART)
        end = start + len(part)
        return {
            "name": made.name,
            "content": base64.b64encode(part).decode("ascii"),
            "next": end if end < made.size else None,
            "size": made.size,
        }

    def drop(self, identifier: str) -> None:
        """Remove what was made of a workshop that is deleted: another in its place is told nothing of it."""
        with self._guard:
            for form in TakeawayForm:
                self._made.pop((identifier, form), None)
                self._file(identifier, form).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove everything that was made."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _file(self, identifier: str, form: TakeawayForm) -> Path:
        return self._folder / f"{identifier}.{form.value}"

    def _make(self, identifier: str, folder: Path, form: TakeawayForm, language: str) -> None:
        target = self._file(identifier, form)
        try:
            if form is TakeawayForm.FOLDER:
                write_bundle(folder, target)
            else:
                content = export_as(folder, form, language)
                make_private(target)
                target.write_bytes(content)
            ended: dict[str, object] = {"state": "ready", "size": target.stat().st_size}
        except WorkshopError as error:
            ended = {"state": "failed", "error": error}
        except OSError as error:
            ended = {"state": "failed", "error": refuse_writing(target.parent, error)}
        except Exception as error:  # the page must be told that nothing will come
            ended = {"state": "failed", "error": StoreUnavailable("takeaway-failed", reason=type(error).__name__)}
        with self._guard:
            before = self._made.get((identifier, form))
            if before is None:  # the workshop was deleted meanwhile
                target.unlink(missing_ok=True)
                return
            self._made[identifier, form] = replace(before, number=before.number + 1, **ended)  # type: ignore[arg-type]
        self._on_change()


def export_as(folder: Path, form: TakeawayForm, language: str) -> bytes:
    """Return the contacts of a workshop, or everything, as a workbook or as tables.

    They are read from a copy, wherever the folder stands. What is past its day is announced in the workshop itself, or
    erased there first if it was; a copy made to save something never lacks it because a clock is wrong.
    """
    from workshop_kit.files.exporting.workbook import export_contacts, export_workbook

    exports: Mapping[TakeawayForm, Callable[..., bytes]] = {
        TakeawayForm.CONTACTS: export_contacts,
        TakeawayForm.WORKBOOK: export_workbook,
        TakeawayForm.TABLES: zip_tables,
    }
    _keep_retention(folder)
    with tempfile.TemporaryDirectory(prefix="workshop-kit-") as aside:
        copy_database(folder, Path(aside) / DATABASE_NAME)
        store = open_store(Path(aside))
        try:
            if form is TakeawayForm.CONTACTS:
                store.read(_refuse_past)
            return exports[form](store, language)
        finally:
            store.close()


def _refuse_past(repository: Repository) -> None:
    """Raise ``NotAllowed`` (``contacts-past``) for a list that could hold nobody: an empty one would say nothing."""
    until = repository.find_workshop().retention_until
    if is_past(until, datetime.now(UTC), find_last_moment(repository)):
        raise NotAllowed("contacts-past", day=find_day(until))


def _keep_retention(folder: Path) -> None:
    """Announce or erase what is past its day; a folder that can only be read, or an older kit's, stays as it is."""
    with contextlib.suppress(WorkshopError):
        if look_at(folder).fitness is not Fitness.PRESENT:
            return
        store = open_store(folder)
        try:
            keep_retention(store, folder, datetime.now(UTC))
        finally:
            store.close()


def zip_tables(store: Store, language: str) -> bytes:
    """Return what ``export_workshop`` writes, one CSV a kind and one JSON, as one ZIP."""
    from workshop_kit.files import export_workshop

    content = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="workshop-kit-") as aside:
        written = export_workshop(store, Path(aside), language)
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as tables:
            for path in written:
                tables.write(path, path.name)
    return content.getvalue()


def name_takeaway(form: TakeawayForm, title: str, language: str) -> str:
    """Return the name of the file, in the workshop's language."""
    ending = {TakeawayForm.FOLDER: ENDING, TakeawayForm.TABLES: ".zip"}.get(form, ".xlsx")
    word = Translator(language)(f"cli.home.takeaway.{form.value}")
    return f"{make_name_safe(title)} - {word}{ending}"
