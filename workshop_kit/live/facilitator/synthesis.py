"""Step 6: the synthesis, made by the very command anyone can run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.presence import list_known_volunteers, list_room
from workshop_kit.errors import CannotServe
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository

FORMATS: Final = ("pdf", "html")
#: A synthesis takes about a second; past this many, something is wrong and the person should hear it.
PATIENCE: Final = 120

#: Runs a command and returns what it wrote on standard error and its exit code.
Runner = Callable[[Sequence[str]], tuple[int, str]]


class SynthesisDesk(Desk):
    """The synthesis (*synthèse*): what it will hold, and its making as PDF or as a page."""

    def synthesis_model(self) -> dict[str, Any]:
        """Return what the synthesis will hold, in numbers."""
        return self.store.read(_read_synthesis)

    def erase_person(self, *, person: str, with_ideas: bool, intention: str) -> dict[str, Any]:
        """Erase a person who asked for it and has no phone to do it with; raises ``MissingEntry``.

        Ideas that stay no longer have an author. What was printed or exported before knows nothing of it.
        """

        def erase(repository: Repository) -> dict[str, Any]:
            erase_person(repository, person, with_ideas=with_ideas)
            return {}

        return self.store.perform(intention, erase)


def make_report(folder: Path, form: str, language: str, run: Runner | None = None) -> bytes:
    """Return the synthesis of the workshop in ``folder``; it blocks for about a second, so call it in a thread.

    The report stands on a floor above this one: it is asked for as any user would, by its command.

    Parameters
    ----------
    folder
        The workshop's folder.
    form
        ``"pdf"`` or ``"html"``.
    language
        ``"fr"`` or ``"en"``.
    run
        What runs the command.

    Raises
    ------
    CannotServe
        ``report-failed`` with the sentence the command ended on, or ``report-too-slow``.

    """
    with tempfile.TemporaryDirectory(prefix="synthesis-") as room:
        made = Path(room) / f"synthesis.{form}"
        command = [sys.executable, "-m", "workshop_kit", "report", str(folder)]
        code, said = (run or _run)([*command, "-o", str(made), "--format", form, "--lang", language])
        if code != 0 or not made.is_file():
            lines = [line.strip() for line in said.splitlines() if line.strip()]
            raise CannotServe("report-failed", sentence=lines[-1] if lines else f"({code})")
        return made.read_bytes()


def _run(command: Sequence[str]) -> tuple[int, str]:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotServe("report-too-slow", seconds=PATIENCE) from None
    return done.returncode, done.stderr


def _read_synthesis(repository: Repository) -> dict[str, Any]:
    workshop = repository.find_workshop()
    missions = repository.list_missions()
    people, scores = repository.list_participants(), repository.list_scores()
    standing = [one for one in repository.list_assignments() if one.status is not AssignmentStatus.DECLINED]
    return {
        "title": workshop.title,
        "territory": workshop.territory,
        "phase": workshop.phase.value,
        "challenges": len(repository.list_challenges()),
        "people": len(list_room(people)),
        "known": len(list_known_volunteers(people, repository.list_volunteers(), scores)),
        "ideas": len(repository.list_ideas()),
        "scored": len({score.participant for score in scores}),
        "missions": len(missions),
        "places": sum(mission.places for mission in missions),
        "placed": len(standing),
        "persons": _name_persons(repository),
    }


def _name_persons(repository: Repository) -> list[dict[str, str]]:
    """Name everybody the workshop knows, by pseudonym, with the name they left if it is another."""
    names = {one.participant: one.name for one in repository.list_volunteers()}
    persons = []
    for one in repository.list_participants():
        name = names.get(one.id, "")
        other = name and fold_name(name) != fold_name(one.pseudonym)
        persons.append({"id": one.id, "label": f"{one.pseudonym} – {name}" if other else one.pseudonym})
    return sorted(persons, key=lambda person: fold_name(person["label"]))
