"""A list of what is tried (*essais*): who stays on which mission, who never takes it, from an organiser's table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.read_file import read_bytes
from workshop_kit.files.reading.tables import open_tables
from workshop_kit.store import Repository

_VOLUNTEER: Final = frozenset({"volunteer", "benevole", "nom", "name", "personne", "participant", "nom et prenom"})
_MISSION: Final = frozenset({"mission", "intitule", "titre", "title"})
_STAYS: Final = frozenset({"stays", "stay", "reste", "fixe", "fixee", "oui", "yes", "ici"})
_NEVER: Final = frozenset({"never", "jamais", "non", "no", "pas ici"})
_CHOICE: Final = frozenset({"choix", "choice", "lock", "essai", "try", "reste ou jamais", "stays or never"})
#: The columns: who, which mission, and what is tried.
_COLUMNS: Final = 3


@dataclass(frozen=True)
class LocksRead:
    """What a list of tries says: (line, what is tried) of what was understood, and (line, why) of what was not."""

    tries: tuple[tuple[int, Lock], ...]
    refused: tuple[tuple[int, Reason], ...]

    @property
    def locks(self) -> tuple[Lock, ...]:
        """Return what is tried."""
        return tuple(lock for _, lock in self.tries)


def read_locks(repository: Repository, file: Path) -> LocksRead:
    """Read ``volunteer,mission,stays|never``, one a line, in either language, with or without headings.

    A line that says again what another says is left aside, and so are all that contradict each other.

    Parameters
    ----------
    repository
        The open transaction, where the names are looked up.
    file
        A table of any kind that ``import`` reads too.

    Raises
    ------
    UnreadableFile
        The file cannot be read, is empty, or is no table.

    """
    content = read_bytes(file)
    sheet = next(one for one in open_tables(file.name, content, _count_headings).sheets if one.rows)
    people, missions = _name_people(repository), _gather((one.title, one.id) for one in repository.list_missions())
    read = _Read()
    order = (0, 1, 2)
    for row in sheet.rows:
        cells = [cell.strip() for cell in row.cells]
        found = _find_columns(cells)
        if found is not None:
            order = found
            continue
        if not any(cells):
            continue
        cells += [""] * (max(order) + 1 - len(cells))
        line = [cells[at] for at in order]
        understood = _read_line(line, people, missions, first=not read.seen)
        if isinstance(understood, Reason):
            read.refuse(row.line, understood)
        else:
            read.take(row.line, understood, Reason("lock-contradiction", {"volunteer": line[0], "mission": line[1]}))
    return read.tell()


class _Read:
    """The lines of a list as they are read: of one person and one mission, the first that says something counts."""

    def __init__(self) -> None:
        self._tries: dict[tuple[str, str], tuple[int, Lock]] = {}
        self._torn: dict[tuple[str, str], Reason] = {}
        self._refused: list[tuple[int, Reason]] = []

    @property
    def seen(self) -> bool:
        """Tell whether a line was read."""
        return bool(self._tries or self._refused)

    def refuse(self, line: int, why: Reason) -> None:
        self._refused.append((line, why))

    def take(self, line: int, lock: Lock, contradiction: Reason) -> None:
        """Keep what a line tries; ``contradiction`` is why it is left aside where another line says the contrary."""
        pair = lock.participant, lock.mission
        known = self._tries.get(pair)
        if pair in self._torn:
            self.refuse(line, self._torn[pair])
        elif known is None:
            self._tries[pair] = line, lock
        elif known[1] == lock:
            self.refuse(line, Reason("lock-twice", {"line": known[0]}))
        else:
            self._torn[pair] = contradiction
            del self._tries[pair]
            self.refuse(known[0], contradiction)
            self.refuse(line, contradiction)

    def tell(self) -> LocksRead:
        return LocksRead(tuple(self._tries.values()), tuple(sorted(self._refused, key=lambda one: one[0])))


def _read_line(
    cells: list[str], people: Mapping[str, set[str]], missions: Mapping[str, set[str]], *, first: bool
) -> Lock | Reason:
    who, mission, word = cells
    persons, jobs = people.get(fold_name(who), set()), missions.get(fold_name(mission), set())
    folded = fold_name(word)
    if first and not persons and not jobs and folded not in _STAYS | _NEVER:
        return Reason("lock-headings", {"value": ", ".join(cell for cell in cells if cell)})
    for found, value, kind in ((persons, who, "volunteer"), (jobs, mission, "mission")):
        if len(found) != 1:
            return Reason(f"lock-{'several' if found else 'unknown'}-{kind}", {"value": value})
    if folded not in _STAYS | _NEVER:
        return Reason("lock-word", {"value": word}) if word else Reason("lock-no-word")
    return Lock(next(iter(persons)), next(iter(jobs)), stays=folded in _STAYS)


def _name_people(repository: Repository) -> dict[str, set[str]]:
    participants = repository.list_participants()
    standing = {one.id: one.joined_to or one.id for one in participants}
    names = [(one.pseudonym, standing[one.id]) for one in participants]
    names += [(one.name, standing[one.participant]) for one in repository.list_volunteers() if one.name]
    return _gather(names)


def _gather(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    gathered: dict[str, set[str]] = {}
    for name, one in names:
        gathered.setdefault(fold_name(name), set()).add(one)
    return gathered


def _find_columns(cells: list[str]) -> tuple[int, int, int] | None:
    """Return where who, which mission and what is tried stand, if these cells are headings."""
    folded = [fold_name(cell) for cell in cells]
    who = next((at for at, one in enumerate(folded) if one in _VOLUNTEER), None)
    mission = next((at for at, one in enumerate(folded) if one in _MISSION), None)
    if who is None or mission is None:
        return None
    others = [at for at in range(max(_COLUMNS, len(cells))) if at not in {who, mission}]
    return who, mission, next((at for at in others if at < len(folded) and folded[at] in _CHOICE), others[0])


def _count_headings(cells: Iterable[str]) -> int:
    return sum(fold_name(cell) in _VOLUNTEER | _MISSION for cell in cells)
