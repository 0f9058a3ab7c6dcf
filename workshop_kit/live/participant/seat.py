"""A participant's seat: recognised by the visit, taken with a pseudonym, corrected, and given back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar
from uuid import uuid4

from workshop_kit.domain.model import PHASES, Category, Change, Origin, Participant, Phase, Role, Workshop
from workshop_kit.domain.presence import list_room
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.participant.entries import clean_name, demand_length, demand_one_of, looks_like
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.store import Repository
from workshop_kit.visit import Visit

#: The one visitor of a notebook opened outside the server, such as in JupyterLab.
LOCAL_VISITOR: Final = "lab"
PSEUDONYM_AT_MOST: Final = 40
#: Kinds of this window's own announcements to its panels; they never stand in the store's feed.
SEAT_KIND: Final = "seat"

T = TypeVar("T")


class SeatedWindow(LiveWorkshop):
    """A window on the workshop for the one person who visits it.

    The person is known by the visit alone: the same browser always comes back to the same seat, and a pseudonym
    opens nobody's seat on another device. The workshop and the person are kept here between two changes, so that a
    hundred pages do not ask the store for them at each commit.

    Parameters
    ----------
    folder
        The workshop's folder; ``None`` takes the one being served.
    now
        The clock: returns the present moment, aware, in UTC.

    """

    role = Role.PARTICIPANT

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        self.now: Callable[[], datetime] = now or _present_moment
        self.participant: Participant | None = None
        self._workshop: Workshop | None = None
        self._chosen_language: str | None = None
        self._present: set[str] = set()
        super().__init__(folder)
        self.on_change(self._keep_up)

    @property
    def workshop(self) -> Workshop:
        """The workshop as last seen; raises ``MissingEntry`` before the visit has begun."""
        if self._workshop is None:
            raise MissingEntry("visit-not-begun")
        return self._workshop

    @property
    def visitor(self) -> str:
        """The visitor's identifier."""
        return (self.visit.visitor if self.visit else None) or LOCAL_VISITOR

    @property
    def language(self) -> str:
        """The language this person reads: their own choice, else the workshop's."""
        own = self.participant.language if self.participant else None
        return own or self._chosen_language or self.workshop.language

    # -- what the page shows ------------------------------------------------------------------------------------------

    def seat_model(self) -> dict[str, Any]:
        """Return the header: where the workshop stands, who one is, and how much time is left."""
        ends_at = self.workshop.timer_ends_at
        return {
            "title": self.workshop.title,
            "pseudonym": self.participant.pseudonym if self.participant else None,
            "phase": self.workshop.phase.value,
            "phases": [phase.value for phase in PHASES],
            "timer": None if ends_at is None else {"ends_at": _in_ms(ends_at), "now": _in_ms(self.now())},
        }

    def join_model(self) -> dict[str, Any]:
        """Return what the join form needs, or the calm wait of those already in."""
        if self.participant is not None and self.workshop.phase is not Phase.WELCOME:
            return {"visible": False}
        return self.store.read(self._read_join)

    def _read_join(self, repository: Repository) -> dict[str, Any]:
        present = list_room(repository.list_participants())
        self._present = {one.id for one in present}
        return {"visible": True, "present": len(present), **self._read_form(repository)}

    def _read_form(self, repository: Repository) -> dict[str, Any]:
        """Return what one says when taking a seat, and may correct: who one is, and what there is to choose from."""
        translator = Translator(self.language)
        me = self.participant
        return {
            "me": None if me is None else {"pseudonym": me.pseudonym, "category": me.category, "sector": me.sector},
            "categories": [{"key": key, "label": translator.category(key)} for key in _list_categories(repository)],
            "sectors": [sector.name for sector in repository.list_sectors()],
        }

    def knows_present(self, participant: str) -> bool:
        """Tell whether someone was already counted among those in the room."""
        return participant in self._present

    # -- intentions ---------------------------------------------------------------------------------------------------

    def join(self, *, pseudonym: object, category: object, sector: object, intention: str) -> dict[str, Any]:
        """Take a seat; a visitor already seated keeps theirs, as after a second tab or a form sent twice.

        Raises
        ------
        InvalidEntry
            ``pseudonym-length``, ``pseudonym-taken-suggestion``, ``category-needed`` or ``unknown-sector``.

        """

        def take(repository: Repository) -> dict[str, Any]:
            seated = repository.find_participant_by_visitor(self.visitor)
            if seated is not None:
                return {}
            person = Participant(
                id=uuid4().hex,
                pseudonym=_demand_free_pseudonym(repository, pseudonym, None),
                category=_demand_category(repository, category),
                sector=_demand_sector(repository, sector),
                origin=Origin.ROOM,
                joined_at=self.now(),
                language=self._chosen_language,
            )
            repository.add_participant(person)
            repository.link_visitor(self.visitor, person.id)
            return {}

        result = self.store.perform(intention, take)
        self._look_at_seat()
        return result

    def correct_seat(self, *, pseudonym: object, category: object, sector: object, intention: str) -> dict[str, Any]:
        """Correct one's pseudonym, category and sector; refusals as in ``join``."""

        def correct(repository: Repository, me: Participant) -> dict[str, Any]:
            corrected = replace(
                me,
                pseudonym=_demand_free_pseudonym(repository, pseudonym, me.id),
                category=_demand_category(repository, category),
                sector=_demand_sector(repository, sector),
            )
            repository.update_participant(corrected)
            offer = repository.find_volunteer(me.id)
            if offer is not None and offer.sector == me.sector:  # the offer of help named it for this person
                repository.update_volunteer(replace(offer, sector=corrected.sector))
            return {}

        result = self._act(intention, correct)
        self._look_at_seat()
        return result

    def choose_language(self, *, language: object, intention: str) -> dict[str, Any]:
        """Read in ``language`` from now on; kept with the seat once there is one."""
        chosen = demand_one_of(language, LANGUAGES, "unknown-language")

        def choose(repository: Repository) -> dict[str, Any]:
            me = repository.find_participant_by_visitor(self.visitor)
            if me is not None:
                repository.update_participant(replace(me, language=chosen))
            return {"language": chosen}

        result = self.store.perform(intention, choose)
        self._chosen_language = chosen
        self._look_at_seat(announce=True)
        return result

    def erase(self, *, with_ideas: object, intention: str) -> dict[str, Any]:
        """Give the seat back: contact details, scores, dots and the seat go, and the ideas too if so wished.

        Ideas that stay no longer have an author: nothing links them to the person.
        """

        def forget(repository: Repository, me: Participant) -> dict[str, Any]:
            erase_person(repository, me.id, with_ideas=with_ideas is True)
            return {}

        result = self._act(intention, forget)
        self._look_at_seat()
        return result

    # -- for the other contributions ----------------------------------------------------------------------------------

    def _act(self, intention: str, action: Callable[[Repository, Participant], T]) -> T:
        """Perform ``action`` once, in one transaction, for the person in this seat."""
        return self.store.perform(intention, lambda repository: action(repository, self._find_me(repository)))

    def _find_me(self, repository: Repository) -> Participant:
        me = repository.find_participant_by_visitor(self.visitor)
        if me is None:
            raise NotAllowed("not-seated")
        return me

    def _is_in(self, *phases: Phase) -> bool:
        return self.participant is not None and self.workshop.phase in phases

    # -- following ----------------------------------------------------------------------------------------------------

    def _welcome(self, visit: Visit) -> None:
        self._workshop, self.participant = self.store.read(
            lambda repository: (repository.find_workshop(), repository.find_participant_by_visitor(self.visitor))
        )

    def _keep_up(self, changes: Sequence[Change]) -> None:
        if any(change.kind == "workshop" for change in changes):
            self._workshop = self.store.read(lambda repository: repository.find_workshop())
        if any(change.kind == "participant" and self._may_be_me(change.entity) for change in changes):
            self._look_at_seat()

    def _may_be_me(self, entity: str) -> bool:
        return self.participant is None or entity == self.participant.id

    def _look_at_seat(self, *, announce: bool = False) -> None:
        before = self.participant
        self.participant = self.store.read(lambda repository: repository.find_participant_by_visitor(self.visitor))
        if announce or self.participant != before:
            self._announce(Change(self._seen, SEAT_KIND, ""))

    def _announce(self, change: Change) -> None:
        for callback in self._changed:
            if callback != self._keep_up:
                callback((change,))


def _demand_free_pseudonym(repository: Repository, value: object, mine: str | None) -> str:
    pseudonym = demand_length(clean_name(value), 1, PSEUDONYM_AT_MOST, "pseudonym-length")
    if _is_free(repository, pseudonym, mine):
        return pseudonym
    room = PSEUDONYM_AT_MOST - 4
    variants = (f"{pseudonym[:room].rstrip()} {number}" for number in range(2, 1000))
    free = next(variant for variant in variants if _is_free(repository, variant, mine))
    raise InvalidEntry("pseudonym-taken-suggestion", pseudonym=pseudonym, suggestion=free)


def _is_free(repository: Repository, pseudonym: str, mine: str | None) -> bool:
    seen = looks_like(pseudonym)
    return all(one.id == mine or looks_like(one.pseudonym) != seen for one in repository.list_participants())


def _list_categories(repository: Repository) -> list[str]:
    """List the usual categories, then the organiser's own words, before "other"."""
    usual = [category.value for category in Category if category is not Category.OTHER]
    own = {stakeholder.category for stakeholder in repository.list_stakeholders()} - {*usual, Category.OTHER, ""}
    return [*usual, *sorted(own), Category.OTHER.value]


def _demand_category(repository: Repository, value: object) -> str:
    return demand_one_of(value, _list_categories(repository), "category-needed")


def _demand_sector(repository: Repository, value: object) -> str:
    if value is None or value == "":
        return ""
    return demand_one_of(value, {sector.name for sector in repository.list_sectors()}, "unknown-sector")


def _in_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _present_moment() -> datetime:
    return datetime.now(UTC)
