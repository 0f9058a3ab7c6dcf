"""What is done to a workshop's folder as a whole: made, copied as a starting point, described, deleted."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.agenda import AgendaItem
from workshop_kit.domain.files import Withdrawal
from workshop_kit.domain.invitations import Invitation, invite_anew
from workshop_kit.domain.model import Challenge, Sector, Stakeholder, Workshop, new_workshop
from workshop_kit.domain.printing import LOGOS, PrintKind
from workshop_kit.errors import MissingEntry
from workshop_kit.hosting.addresses import SERVE_FILE
from workshop_kit.hosting.configuring import RUNTIME_FOLDER
from workshop_kit.hosting.naming import find_free_name
from workshop_kit.hosting.own_copies import is_unchanged
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.days import set_day
from workshop_kit.live.acts.leaving import COPIES
from workshop_kit.places import OWN_NOTEBOOKS
from workshop_kit.store import Repository, create_store, open_store
from workshop_kit.store.backups import BACKUPS
from workshop_kit.store.glance import copy_database, look_at
from workshop_kit.store.marks import MARK_FILE, Mark, refuse_writing, write_mark
from workshop_kit.store.opening import COMPANIONS, DATABASE_NAME
from workshop_kit.store.plain_files import is_plain_file
from workshop_kit.trust import is_link

#: Bytes of notebooks, and of what stands beside them, that a copy takes along.
_COPIED_AT_MOST: Final = 500_000_000
#: The databases' own files beside the database.
_COMPANIONS: Final = (DATABASE_NAME, *COMPANIONS)


@dataclass(frozen=True)
class Contents:
    """What a folder holds, counted.

    Attributes
    ----------
    people, contacts, ideas
        In the database: of whom something is kept, who can be reached, what was written.
    made
        The files that the kit made, its synthesis and papers under their usual names among them.
    own
        The files that somebody put there, and the notebooks that somebody changed.
    bytes
        Of all of them.

    """

    people: int
    contacts: int
    ideas: int
    made: tuple[Path, ...]
    own: tuple[Path, ...]
    bytes: int


def make_workshop(shelf: Path, workshop: Workshop, mark: Mark) -> Path:
    """Make a workshop in a new folder of ``shelf`` and return it; raises what ``create_store`` raises."""
    folder = open_new_folder(shelf, workshop.title)
    try:
        store = create_store(folder, workshop)
        try:
            if mark.day:
                set_day(store, folder, mark.day, mark.hour)
        finally:
            store.close()
        write_mark(folder, mark)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def copy_as_start(source: Path, shelf: Path, title: str, now: datetime) -> Path:
    """Make a workshop of what was prepared in another: nothing that people gave, no address of anybody.

    Challenges, sectors without their referents, the agenda, who organises, the bodies to invite without their contacts,
    what prints say of the place, the counter and the commune, its logo and the organiser's own notebooks come along;
    not what was promised for afterwards, which bears the other's date. So do the keyed digests of who withdrew or was
    erased, so that an older list brings nobody back there either. The source is read as it is, from a copy, even while
    it is served or on a disk that nobody may write to.

    Raises
    ------
    StoreUnavailable
        The source cannot be read, or nothing can be written.

    """
    with tempfile.TemporaryDirectory(prefix="workshop-kit-") as aside:
        copy_database(source, Path(aside) / DATABASE_NAME)
        store = open_store(Path(aside))
        try:
            kept = store.read(_read_prepared)
        finally:
            store.close()
    made = replace(
        new_workshop(title, kept.workshop.territory, kept.workshop.language, now),
        organiser=kept.workshop.organiser,
    )
    folder = make_workshop(shelf, made, Mark())
    try:
        store = open_store(folder)
        try:
            store.perform(None, lambda repository: _write_prepared(repository, kept))
        finally:
            store.close()
        for name in LOGOS:
            if is_plain_file(source / name):
                shutil.copyfile(source / name, folder / name, follow_symlinks=False)
        if (source / OWN_NOTEBOOKS).is_dir() and not is_link(source / OWN_NOTEBOOKS):
            _copy_notebooks(source / OWN_NOTEBOOKS, folder / OWN_NOTEBOOKS)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise refuse_writing(folder, error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _copy_notebooks(source: Path, target: Path) -> None:
    """Copy notebooks and what stands beside them; no link is followed, and none is made."""
    left = _COPIED_AT_MOST
    for path in _walk(source):
        inside = path.relative_to(source)
        told = path.lstat()
        if not stat.S_ISREG(told.st_mode) or ".ipynb_checkpoints" in inside.parts:
            continue
        left -= told.st_size
        if left < 0:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        (target / inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / inside, follow_symlinks=False)


def open_new_folder(shelf: Path, name: str) -> Path:
    """Make a new folder in ``shelf``, called ``name`` as far as any system allows.

    Raises
    ------
    StoreUnavailable
        ``folder-forbidden``, ``disk-full`` or ``folder-gone``.

    """
    try:
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = find_free_name(shelf, name)
        folder.mkdir(mode=0o700)  # it will hold people's contact details
    except OSError as error:
        raise refuse_writing(shelf, error) from error
    return folder


def describe_contents(folder: Path) -> Contents:
    """Return what a folder holds; a damaged database counts nobody."""
    counts: dict[str, int] = {}
    with contextlib.suppress(Exception):
        counts = dict(look_at(folder).counts)
    made: list[Path] = []
    own: list[Path] = []
    for path in _walk(folder):
        (made if _is_made(path, folder) else own).append(path)
    return Contents(
        people=counts.get("people", 0),
        contacts=counts.get("contacts", 0),
        ideas=counts.get("ideas", 0),
        made=tuple(made),
        own=tuple(own),
        bytes=sum(map(_size, (*made, *own))),
    )


def delete_workshop(folder: Path) -> None:
    """Delete what the kit made in a folder, and the folder if nothing else is in it.

    Raises
    ------
    MissingEntry
        ``no-workshop``: none is there.
    StoreUnavailable
        Something could not be deleted.

    """
    if not (folder / DATABASE_NAME).is_file():
        raise MissingEntry("no-workshop", folder=str(folder))
    try:
        for path in describe_contents(folder).made:
            path.unlink()
        for inside in sorted((one for one in _walk_folders(folder)), key=lambda one: -len(one.parts)):
            with contextlib.suppress(OSError):  # not empty: somebody's own files stay where they are
                inside.rmdir()
        with contextlib.suppress(OSError):
            folder.rmdir()
    except OSError as error:
        raise refuse_writing(folder, error) from error


@dataclass(frozen=True)
class _Prepared:
    workshop: Workshop
    challenges: tuple[Challenge, ...]
    sectors: tuple[Sector, ...]
    stakeholders: tuple[Stakeholder, ...]
    agenda: tuple[AgendaItem, ...]
    invitation: Invitation
    secret: str
    withdrawals: tuple[Withdrawal, ...]


def _read_prepared(repository: Repository) -> _Prepared:
    return _Prepared(
        repository.find_workshop(),
        tuple(repository.list_challenges()),
        tuple(repository.list_sectors()),
        tuple(repository.list_stakeholders()),
        tuple(repository.list_agenda()),
        repository.find_invitation(),
        *repository.find_remembered(),
    )


def _write_prepared(repository: Repository, kept: _Prepared) -> None:
    if kept.withdrawals:  # else two workshops share no secret
        repository.take_over_remembered(kept.secret, kept.withdrawals)
    names: dict[str, str] = {}
    for one in kept.challenges:
        names[one.id] = uuid.uuid4().hex
        parts = {name: getattr(one, name) for name in ("action", "population", "territory", "deadline", "indicator")}
        repository.add_challenge(
            Challenge(id=names[one.id], stake=one.stake, statement=one.statement, position=one.position, **parts)
        )
    for sector in kept.sectors:
        repository.add_sector(Sector(uuid.uuid4().hex, sector.name, ""))
    for body in kept.stakeholders:
        repository.add_stakeholder(invite_anew(body, uuid.uuid4().hex))
    entries = [
        replace(one, challenge=None if one.challenge is None else names.get(one.challenge)) for one in kept.agenda
    ]
    if entries:
        repository.update_agenda(entries)
    said = Invitation(place=kept.invitation.place, phone=kept.invitation.phone, colour=kept.invitation.colour)
    if said != Invitation():
        repository.update_invitation(said)


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not is_link(path):
            yield from _walk(path)
        else:
            yield path


def _walk_folders(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not is_link(path):
            yield path
            yield from _walk_folders(path)


def _is_made(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder)
    if inside.parts[0] in (RUNTIME_FOLDER, BACKUPS):
        return True
    if inside.parts[0] == OWN_NOTEBOOKS:
        return is_unchanged(path, folder / OWN_NOTEBOOKS)
    if len(inside.parts) > 1:
        return False
    names = {*_COMPANIONS, SERVE_FILE, MARK_FILE, f"{MARK_FILE}.new", f"{SERVE_FILE}.new", *_name_papers()}
    return inside.name in names or inside.match(COPIES)


def _name_papers() -> Iterator[str]:
    """Yield what the kit calls the papers that it leaves in a workshop's folder, whole or being written."""
    for say in map(Translator, LANGUAGES):
        papers = [f"{say('cli.report.name')}.{form}" for form in ("pdf", "html")]
        papers += [f"{say(f'voices.file.{kind}')}.pdf" for kind in ("slips", "ballots")]
        papers += [f"{say(f'invitations.file.{kind}')}.pdf" for kind in PrintKind if kind is not PrintKind.EMAILS]
        papers.append(f"{say('invitations.file.emails')}.zip")
        for name in papers:
            yield from (name, f".{name}.part")


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
