"""The base of every role's door: it opens the store, follows its changes, and carries out what pages ask."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.course import STAGES, Role, Stage
from workshop_kit.domain.model import Change
from workshop_kit.domain.permits import PERMITS, check_permitted
from workshop_kit.environment import FOLDER_VARIABLE
from workshop_kit.errors import InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.live.contract.asking import Intention, list_intentions
from workshop_kit.live.contract.showing import Panel, list_panels
from workshop_kit.live.unsaved import note_unsaved
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.visit import Visit, when_rehearsed, when_visited

#: Seconds between two looks at whether anything was committed.
LOOK_EVERY: Final = 0.2
#: Intentions of a page that are counted as not saved: a page that sends without end takes no memory for it.
UNSAVED_AT_MOST: Final = 1000

_log = logging.getLogger(__name__)


class LiveWorkshop:
    """The session (*window*) of one role on a workshop, in one kernel; the store behind it is the truth.

    Nothing is opened before the visit begins, so that a page can be made ahead of its visitors. Panels register
    with ``on_open`` and ``on_change``; roles add read models (``contract.showing.shows``) and intentions
    (``contract.asking.intention``).

    Parameters
    ----------
    folder
        The workshop's folder; ``None`` takes the one being served.
    now
        The clock: returns the present moment, aware, in UTC.

    """

    role: Role
    #: The roles that act through this door besides, each once it was admitted; see ``role_of``.
    guests: tuple[Role, ...] = ()

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        self._place = Path(folder) if folder else _find_served()
        self._clock = now or _present_moment
        self._opened: list[Callable[[], None]] = []
        self._changed: list[Callable[[Sequence[Change]], None]] = []
        self._tried: list[Callable[[], object]] = []
        self._store: Store | None = None
        self._task: asyncio.Task[None] | None = None
        self._seen = 0
        self._due = False
        self._unsaved: set[str] = set()
        self._in_turn: set[str] = set()
        self.visit: Visit | None = None
        self._forget()
        when_rehearsed(self._rehearse)
        when_visited(self._begin)

    @property
    def store(self) -> Store:
        """The open store; raises ``MissingEntry`` before the visit has begun."""
        if self._store is None:
            raise MissingEntry("visit-not-begun")
        return self._store

    @property
    def folder(self) -> Path:
        """The workshop's folder; raises ``MissingEntry`` when neither given nor served."""
        place = self._place or _find_served()
        if place is None:
            raise MissingEntry("no-folder")
        return place

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        return self._clock()

    @property
    def language(self) -> str:
        """The language this page speaks."""
        raise NotImplementedError

    def carry_out(self, name: object, payload: object, identifier: str) -> Any:
        """Carry out an intention of this role, as a page sent it, and return its result.

        Parameters
        ----------
        name, payload
            What the page sent; nothing of it is trusted, not even its type.
        identifier
            The sender's own id: sent twice by the same visitor, the intention is carried out once.

        Raises
        ------
        InvalidEntry
            ``malformed-intention``, or a field's own refusal.
        NotAllowed
            This role may not do it in this phase: see ``domain.permits``.

        """
        found = intentions_of(type(self)).get(name) if isinstance(name, str) else None
        if found is None:
            raise InvalidEntry("malformed-intention")
        asked = found.read(payload)
        if "repository" in found.passes:
            result = self.store.perform(
                self._own(identifier),
                lambda repository: self._perform(found, repository, asked),
                in_turn=self._waits_for_turn(found),
            )
        else:
            result = self._call(found, asked=asked)
        self._settle(found, asked)
        return result

    def _waits_for_turn(self, found: Intention) -> bool:
        """Tell whether an intention is worked out in the line: once for a page, whose refusals hold up nobody else."""
        waits = found.in_turn and found.name not in self._in_turn
        if waits:
            self._in_turn.add(found.name)
        return waits

    def note_unsaved(self, identifier: str) -> None:
        """Take note of an intention that could not be saved, and that its page keeps and sends again."""
        if len(self._unsaved) < UNSAVED_AT_MOST:
            self._unsaved.add(identifier)
        self._tell_unsaved()

    def note_saved(self, identifier: str) -> None:
        """Take note that an intention was answered; most were never unsaved."""
        if identifier in self._unsaved:
            self._unsaved.remove(identifier)
            self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        note_unsaved((self.visit.visitor if self.visit else None) or "", len(self._unsaved), self.now())

    def concerns(self, panel: Panel, change: Change, shown: Mapping[str, Any]) -> bool:
        """Tell whether ``change`` may alter what ``panel`` shows now, which is ``shown``."""
        return change.kind in panel.kinds and (panel.when is None or panel.when(self, change, shown))

    def rehearsals(self) -> Iterable[tuple[str, str, dict[str, Any]]]:
        """Return what to try before visitors come, each a panel, an intention and a payload: see ``on_rehearsal``."""
        return ()

    def on_language(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` each time the language of this page changes without a change in the store."""

    def on_open(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` once the window is open: now if it is."""
        if self._store is None:
            self._opened.append(callback)
        else:
            callback()

    def on_change(self, callback: Callable[[Sequence[Change]], None]) -> None:
        """Call ``callback`` with the changes of each round, the oldest first."""
        self._changed.append(callback)

    def on_rehearsal(self, callback: Callable[[], object]) -> None:
        """Call ``callback`` while the window is open for nobody: what it performs in the store is undone."""
        self._tried.append(callback)

    def follow_once(self) -> Sequence[Change]:
        """Hand the changes committed since the last look to those who registered, and return them."""
        changes = self._read_changes()
        if changes:
            self._hand_on(changes)
        return changes

    def _read_changes(self) -> Sequence[Change]:
        """Return what was committed since what was handed on; what could not be read is still to be read."""
        self._due = self.store.has_changed() or self._due
        if not self._due:
            return ()
        changes = self.store.changes_since(self._seen)
        self._due = bool(changes)
        return changes

    def _hand_on(self, changes: Sequence[Change]) -> None:
        self._seen, self._due = changes[-1].sequence, False
        for callback in self._changed:
            callback(changes)

    def _look_again(self) -> None:
        """Follow, as a page does by itself again and again; a role whose pages are many may put something off."""
        self.follow_once()

    def close(self) -> None:
        """Stop following and close the store."""
        if self._task is not None:
            self._task.cancel()
        if self._store is not None:
            self._store.close()

    def _own(self, identifier: str) -> str:
        """Return a page's id of an intention as the store keeps it: another visitor's is another, though it be equal.

        It is a digest, so that what is kept beyond an erasure names no browser.
        """
        visitor = self.visit.visitor if self.visit else None
        return sha256("\n".join((self.role, visitor or "", identifier)).encode()).hexdigest()

    def _perform(self, found: Intention, repository: Repository, asked: Any) -> Any:
        known = self._admit(found, repository)
        role = role_of(type(self), found.name)
        stage = _find_stage(role, found, repository, asked)
        check_permitted(role, found.name, repository.find_workshop().phase, stage)
        return self._call(found, repository=repository, asked=asked, **known)

    def _admit(self, found: Intention, repository: Repository) -> dict[str, Any]:
        """Return what a role knows of who asks; it refuses who may not ask at all."""
        return {}

    def _call(self, found: Intention, **known: Any) -> Any:
        return found.act(self, **{name: value for name, value in known.items() if name in found.passes})

    def _settle(self, found: Intention, asked: Any) -> None:
        """Take note of what was carried out; a role that keeps something of it overrides this."""

    def _announce(self, kind: str) -> None:
        """Tell the panels of something that stands in no store, as a change of a ``kind`` of its own."""
        for callback in self._changed:
            callback((Change(self._seen, kind, ""),))

    def _begin(self, visit: Visit) -> None:
        self._open(visit)
        self._opened.clear()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script or a test: it calls follow_once by itself
            return
        self._task = loop.create_task(self._follow())

    def _open(self, visit: Visit) -> None:
        self.visit = visit
        self._store = self._open_store()
        self._greet(visit)

    def _open_store(self) -> Store:
        """Open the store: of phones there are a hundred, which stand in line and keep little."""
        on_phone = self.role is Role.PARTICIPANT
        return open_store(self.folder, yields=on_phone, keeps_votes=not on_phone)

    def _greet(self, visit: Visit) -> None:
        self._seen = self.store.latest_sequence()
        self._welcome(visit)
        for callback in self._opened:
            callback()

    def _rehearse(self, visit: Visit) -> None:
        """Open and close for nobody: what this compiles and reads is then there for every visitor's copy."""
        try:
            self.visit = visit
            self._store = self._open_store()
            with self._store.rehearsing():
                self._greet(visit)
                self.follow_once()
                self.store.changes_since(self._seen)
                for callback in self._tried:
                    callback()
        finally:
            if self._store is not None:
                self._store.close()
            self._store, self.visit = None, None
            self._seen = 0
            self._unsaved.clear()
            self._in_turn.clear()
            self._forget()

    def _forget(self) -> None:
        """Begin with nothing seen: what the rehearsal was shown is nobody's. A role that keeps something adds to it."""

    def _welcome(self, visit: Visit) -> None:
        """Recognise the visitor; a role that knows its visitors overrides it."""

    async def _follow(self) -> None:
        silent = False
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                self._look_again()
                silent = False
            except WorkshopError as error:  # the store cannot be read now; it is looked at again in a moment
                if not silent:
                    _log.warning("changes cannot be shown: %s", error.code)
                silent = True
            except Exception:  # one bad round must not blind the window for the rest of the workshop
                _log.exception("a round of changes could not be shown")


def _find_served() -> Path | None:
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder) if folder else None


def _find_stage(role: Role, found: Intention, repository: Repository, asked: Any) -> Stage | None:
    """Return the stage of the challenge that an intention is about: the one it names, or that of what it names.

    Something that is not there has no stage: the act itself says what is missing.
    """
    if PERMITS[role][found.name].stages == STAGES:
        return None
    try:
        if found.about == "challenge":
            return repository.find_challenge(asked.challenge).stage
        if found.about == "idea":
            return repository.find_challenge(repository.find_idea(asked.idea).challenge).stage
        if found.about == "group":
            return repository.find_challenge(repository.find_group(asked.group).challenge).stage
        if found.about == "ideas" and asked.ideas:
            return repository.find_challenge(repository.find_idea(asked.ideas[0]).challenge).stage
    except MissingEntry:
        return None
    return None


def intentions_of(door: type[LiveWorkshop]) -> Mapping[str, Intention]:
    """Return the intentions of a role's door by name; they are looked for once in the life of a process."""
    if door not in _intentions:
        _intentions[door] = list_intentions(door)
    return _intentions[door]


def role_of(door: type[LiveWorkshop], act: str) -> Role:
    """Return the role whose permit an act through a door stands on: the door's own, else that of its guest."""
    return next(role for role in (door.role, *door.guests) if act in PERMITS[role])


def panels_of(door: type[LiveWorkshop]) -> Mapping[str, Panel]:
    """Return the panels of a role's door by name; they are looked for once in the life of a process."""
    if door not in _panels:
        _panels[door] = list_panels(door, door.role.value)
    return _panels[door]


_intentions: dict[type, Mapping[str, Intention]] = {}
_panels: dict[type, Mapping[str, Panel]] = {}


def _present_moment() -> datetime:
    return datetime.now(UTC)
