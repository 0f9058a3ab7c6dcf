"""Step 6: what the synthesis will hold, and its making by whoever makes reports for this door."""

from __future__ import annotations

import base64
import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol

from workshop_kit.domain.model import AssignmentStatus, Origin
from workshop_kit.domain.names import abbreviate_name, fold_name
from workshop_kit.domain.presence import list_known_volunteers, list_room
from workshop_kit.domain.wordless import leave_out_unchosen
from workshop_kit.errors import CannotServe
from workshop_kit.i18n import list_said
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.synthesis import (
    ErasablePerson,
    ErasePerson,
    Fetched,
    MakingModel,
    MakingStands,
    MakingWord,
    ReportAsked,
    ReportForm,
    SynthesisCounts,
    SynthesisModel,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material
from workshop_kit.store.persons import Persons

#: The kind of this window's own announcements that a making goes on; it never stands in the store's feed.
MAKING_KIND: Final = "making"


class MakesReports(Protocol):
    """Background jobs: one making of the synthesis a form; the floor above has it, which reports stand on."""

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""

    def begin(self, folder: Path, form: ReportForm, language: str) -> MakingWord:
        """Begin a making and return how it stands; asking again while one is under way changes nothing."""

    def cancel(self, form: ReportForm) -> MakingWord:
        """End a making at once and return how it stands; where none is under way nothing changes."""

    def fetch(self, form: ReportForm) -> Fetched:
        """Hand over what was made; raises ``MissingEntry`` (``synthesis-not-made``)."""

    def describe(self, form: ReportForm, language: str) -> MakingModel:
        """Return how the making of a form stands, in words of ``language``."""


class SynthesisDesk(Desk):
    """The synthesis (*synthèse*): what it will hold, its making as PDF or as a page, and a person's erasure.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    makings
        Makes the synthesis; without it, as in a script, it can only be counted.

    """

    def __init__(self, *arguments: Any, makings: MakesReports | None = None, **named: Any) -> None:
        self._makings = makings
        super().__init__(*arguments, **named)
        if makings is not None:
            makings.on_change(lambda: self._announce(MAKING_KIND))

    @shows(
        *("workshop", "challenge", "participant", "idea", "score", "volunteer", "mission", "assignment", MAKING_KIND),
        pace=DRAW_EVERY,
        at_once=(MAKING_KIND,),
    )
    def synthesis_model(self) -> SynthesisModel:
        """Return what the synthesis will hold, in numbers, and how far its makings are."""
        counts = self.store.read(_count)
        name = self.translator("facilitator.synthesis.file")
        return {
            **counts,
            "file": f"{name}-{_simplify(counts['title'])}.pdf",
            "pdf": self._describe(ReportForm.PDF),
            "html": self._describe(ReportForm.HTML),
        }

    @intention
    def make(self, asked: ReportAsked) -> MakingStands:
        """Begin to make the synthesis in one form; asking again while it is being made changes nothing."""
        return {"state": self.makings.begin(self.folder, asked.format, self.language)}

    @intention
    def cancel(self, asked: ReportAsked) -> MakingStands:
        """End the making of one form at once."""
        return {"state": self.makings.cancel(asked.format)}

    @intention
    def fetch(self, asked: ReportAsked) -> Fetched:
        """Hand over what was made: a PDF in base64, a page as its text; it is left in the workshop's folder too."""
        made = self.makings.fetch(asked.format)
        content = made["content"]
        as_bytes = content.encode("utf-8") if asked.format is ReportForm.HTML else base64.b64decode(content)
        name = f"{self.translator('cli.report.name')}.{asked.format.value}"
        draft = self.folder / f".{name}.part"
        with contextlib.suppress(OSError):  # a folder that nobody may write to: the page has it all the same
            draft.unlink(missing_ok=True)  # in somebody else's folder it may be a link, and lead anywhere
            draft.write_bytes(as_bytes)
            draft.replace(self.folder / name)
        return made

    @intention
    def erase_person(self, repository: Repository, asked: ErasePerson) -> None:
        """Erase a person who asked for it and has no phone to do it with; raises ``MissingEntry``.

        All seats that count as theirs go at once.
        Ideas that stay no longer have an author. What was printed or exported before knows nothing of it.
        """
        erase_person(repository, asked.person, self.now(), with_ideas=asked.with_ideas)

    @property
    def makings(self) -> MakesReports:
        """Who makes the synthesis; raises ``CannotServe`` (``report-failed``) when nobody was given."""
        if self._makings is None:
            raise CannotServe("report-failed")
        return self._makings

    def _describe(self, form: ReportForm) -> MakingModel:
        if self._makings is None:
            return {"state": "none", "number": 0}
        return self._makings.describe(form, self.language)


def _count(repository: Repository) -> SynthesisCounts:
    workshop = repository.find_workshop()
    missions = repository.list_missions()
    persons = Persons(repository)
    people, scores = persons.list_participants(), persons.list_scores()
    standing = [one for one in persons.list_assignments() if one.status is not AssignmentStatus.DECLINED]
    accepted = [one for one in standing if one.status is AssignmentStatus.ACCEPTED]
    return {
        "title": workshop.title,
        "territory": workshop.territory,
        "phase": workshop.phase,
        "challenges": len(repository.list_challenges()),
        "people": len(list_room(people, persons.list_givers())),
        "known": len(list_known_volunteers(people, persons.list_volunteers(), scores)),
        "ideas": _count_printed(repository),
        "scored": len({score.participant for score in scores if score.answered}),
        "missions": len(missions),
        "places": sum(mission.places for mission in missions),
        "filled": len(accepted),
        "waiting": len(standing) - len(accepted),
        "persons": _name_persons(repository),
    }


def _count_printed(repository: Repository) -> int:
    """Count the ideas that the synthesis prints; all it is made from is read only where somebody erased an idea."""
    ideas, removed = repository.list_ideas(), list_said("participant.thanks.idea-removed")
    if any(one.text in removed for one in ideas):
        ideas = tuple(leave_out_unchosen(gather_material(repository), removed).ideas)
    return sum(not one.held for one in ideas)


def _name_persons(repository: Repository) -> list[ErasablePerson]:
    """Name everybody the workshop knows so that a mirrored page may list them.

    In the room people chose their pseudonym; a name that a file or the form brought is abbreviated until the person is
    chosen, with the sector, then a number, where two would read alike.
    """
    names = {one.participant: one.name for one in repository.list_volunteers()}
    persons: list[ErasablePerson] = []
    labels: set[str] = set()
    for one in repository.list_participants():
        brought = one.origin is Origin.FILE
        called = names.get(one.id, "") if one.origin is Origin.FORM else one.pseudonym if brought else ""
        label = abbreviate_name(called) if called else one.pseudonym
        if label in labels and one.sector:
            label = f"{label} ({one.sector})"
        label = next(wording for wording in _number(label) if wording not in labels)
        labels.add(label)
        name = one.pseudonym if brought else names.get(one.id, "")
        same = fold_name(name) == fold_name(label)
        persons.append({"id": one.id, "label": label, "name": "" if same else name, "others": []})
    _name_other_seats(repository, {one["id"]: one for one in persons})
    return sorted(persons, key=lambda person: fold_name(person["label"]))


def _name_other_seats(repository: Repository, persons: Mapping[str, ErasablePerson]) -> None:
    found = Persons(repository)
    for seat, person in persons.items():
        person["others"] = [persons[one]["label"] for one in found.list_seats_of(seat) if one != seat]


def _number(label: str) -> Iterator[str]:
    yield label
    yield from (f"{label} {number}" for number in count(2))


def _simplify(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "atelier"
