"""Step 5: missions, who takes them and why; what the facilitator decides by hand is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from functools import partial
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.assignment import find_broken_rules
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.entries import MIN_PLACES, NEXT_STEP, OWNER, quote, read_day
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Participant, Reason
from workshop_kit.domain.people import read_sector
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.live.acts.assigning import take_off
from workshop_kit.live.acts.locking import refuse_declined
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.acts.removing import put_back, remove_mission
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.missions import (
    UNTOLD,
    AddMission,
    ChangeMission,
    Foreseen,
    MakeMission,
    MissionEntries,
    MissionField,
    OnMission,
    PlaceByHand,
    Placed,
    PutMissionBack,
    RemoveMission,
    TellMission,
)
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.facilitator.mission_known import KnownMissions
from workshop_kit.live.facilitator.mission_trying import TryingDesk
from workshop_kit.live.facilitator.mission_why import list_foreseen
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons

_FIELDS: Final[Mapping[MissionField, Callable[[object], str]]] = {
    MissionField.OWNER: OWNER.read,
    MissionField.FIRST_DATE: read_day,
    MissionField.NEXT_STEP: NEXT_STEP.read,
}


class MissionsDesk(TryingDesk):
    """The missions of each challenge, the assignments (*affectations*) with their reasons, and changes by hand."""

    @intention
    def add_mission(self, repository: Repository, asked: AddMission) -> Entered:
        """Add a mission under a challenge; raises ``InvalidEntry`` (``unknown-sector``)."""
        challenge = repository.find_challenge(asked.challenge)
        mission = Mission(uuid4().hex, challenge.id, asked.title, asked.places)
        repository.add_mission(_take_entries(repository, mission, asked))
        return {"id": mission.id}

    @intention
    def make_mission(self, repository: Repository, asked: MakeMission) -> Entered:
        """Make a mission of a result of the vote; it keeps where it came from.

        Raises
        ------
        InvalidEntry
            ``unknown-result``, or ``result-has-mission`` when it was made one already.

        """
        challenge = repository.find_challenge(asked.challenge)
        options = read_options(repository, challenge)
        if asked.option not in {option.id for option in options}:
            raise InvalidEntry("unknown-result")
        groups = repository.list_groups(challenge.id, undone=True)
        linked = link_missions(options, repository.list_missions(challenge.id), groups)
        if asked.option in linked:
            raise InvalidEntry("result-has-mission", mission=linked[asked.option][0].title)
        mission = Mission(uuid4().hex, challenge.id, asked.title, asked.places, option=asked.option)
        repository.add_mission(mission)
        return {"id": mission.id}

    @intention
    def tell_mission(self, repository: Repository, asked: TellMission) -> None:
        """Say who answers for a mission, when it begins, or what is done first; an empty text takes it back.

        Raises
        ------
        InvalidEntry
            ``text-too-long``, or ``day-shape`` for what is no day.

        """
        told: dict[str, Any] = {asked.field.value: _FIELDS[asked.field](asked.text)}
        repository.update_mission(replace(repository.find_mission(asked.mission), **told))

    @intention
    def change_mission(self, repository: Repository, asked: ChangeMission) -> None:
        """Change a mission; raises ``InvalidEntry`` (``unknown-sector``, or ``mission-places-taken`` for too few)."""
        before = repository.find_mission(asked.mission)
        after = _take_entries(repository, before, asked)
        there = len(_list_people_on(repository, before.id))
        if after.places < there:
            raise InvalidEntry("mission-places-taken", places=after.places, people=there).at("places")
        repository.update_mission(after)

    @intention
    def remove_mission(self, repository: Repository, asked: RemoveMission) -> None:
        """Remove a mission and free the people who were on it.

        The phones of those who had said yes say nothing of it any more; the page names them, before and after. For as
        long as this page is open it can be put back.
        """
        removed = remove_mission(repository, asked.mission, self.translator)
        let_names_go(repository)
        self._solving.removed[asked.mission] = removed

    @intention
    def put_mission_back(self, repository: Repository, asked: PutMissionBack) -> None:
        """Put a mission back that was removed on this page, with who was on it and what they answered.

        Raises
        ------
        MissingEntry
            ``no-mission``: it was not removed here; ``no-challenge``: its challenge is there no more.
        InvalidEntry
            ``already-there``.

        """
        removed = self._solving.removed.get(asked.mission)
        if removed is None:
            raise MissingEntry("no-mission", id=asked.mission)
        put_back(repository, removed)
        let_names_go(repository)

    @intention
    def place_by_hand(self, repository: Repository, asked: PlaceByHand) -> Placed:
        """Put someone on a mission; kept when the rest is computed again.

        They keep the missions they have, but the one they are moved from: they are taken off that one. A choice that
        breaks the method's rules (too little competence, no interest, no answer, out of reach, at the same time as
        another) is allowed, and marked wherever it is shown: the facilitator knows people the figures do not. Who is on
        it already keeps their answer; whoever was taken off it by hand is asked anew.

        Raises
        ------
        InvalidEntry
            ``mission-full``.
        NotAllowed
            ``mission-declined``: they said no to it themselves.

        """
        person = repository.find_participant(Persons(repository).list_seats_of(asked.participant)[0])
        found = repository.find_mission(asked.mission)
        refuse_declined(repository, [Lock(person.id, found.id, stays=True)])
        others = [one for one in _list_people_on(repository, found.id) if one.participant != person.id]
        if len(others) >= found.places:
            raise InvalidEntry("mission-full", mission=found.title, places=found.places)
        self._keep_step(repository, "placed", partial(_put, repository, person.id, found.id, asked.leaving))
        return {"breaks": [rule.code for rule in _find_broken(repository, person, found)]}

    @intention
    def foresee_placing(self, asked: PlaceByHand) -> Foreseen:
        """Say what to know before somebody is placed by hand, as far as rules go; raises ``MissingEntry``."""
        known = self.store.read(lambda repository: KnownMissions(repository, self.translator))
        person = known.seats.get(asked.participant, asked.participant)
        mission = known.missions.get(asked.mission)
        if mission is None or person not in known.pseudonyms:
            raise MissingEntry("no-mission", id=asked.mission)
        return {"notes": list_foreseen(known, person, mission, asked.leaving, self.translator)}

    @intention
    def take_off(self, repository: Repository, asked: OnMission) -> None:
        """Take someone off a mission; the same pair is not proposed again."""
        for assignment in _list_assignments_of(repository, asked.participant):
            if assignment.mission == asked.mission:
                self._keep_step(repository, "taken-off", partial(repository.update_assignment, take_off(assignment)))


def _take_entries(repository: Repository, mission: Mission, asked: MissionEntries) -> Mission:
    """Return a mission with what was entered; refused are a minimum above its places, an end before its beginning."""
    if asked.min_places > asked.places:
        values = {"value": asked.min_places, "least": MIN_PLACES.least, "most": asked.places}
        raise InvalidEntry("mission-min-places", **values).at("min_places")
    first = mission.first_date if asked.first_date == UNTOLD else _read_at("first_date", read_day, asked.first_date)
    last = _read_at("last_date", read_day, asked.last_date)
    begins = _read_at("begins", _read_hour, asked.begins)
    finishes = _read_at("finishes", _read_hour, asked.finishes)
    if first and last and last < first:
        raise InvalidEntry("mission-ends-first", received=last).at("last_date")
    if begins and finishes and finishes < begins and last in ("", first):
        raise InvalidEntry("mission-ends-first", received=finishes).at("finishes")
    return replace(
        mission,
        title=asked.title,
        places=asked.places,
        min_places=asked.min_places,
        importance=asked.importance,
        min_competence=asked.min_competence,
        sector=read_sector(asked.sector, repository.list_sectors()),
        owner=mission.owner if asked.owner == UNTOLD else asked.owner,
        first_date=first,
        last_date=last,
        begins=begins,
        finishes=finishes,
        days=tuple(dict.fromkeys(day.value for day in asked.days)),
        car=asked.car,
        language=asked.language,
    )


def _read_at(field: str, read: Callable[[str], str], text: str) -> str:
    """Return an entry as ``read`` has it; what it refuses is said at that entry."""
    try:
        return read(text)
    except InvalidEntry as error:
        raise error.at(field) from None


def _read_hour(text: str) -> str:
    """Return an hour as ``HH:MM`` or nothing; raises ``InvalidEntry`` (``mission-hour``)."""
    try:
        return time.fromisoformat(text).strftime("%H:%M") if text else ""
    except ValueError:
        raise InvalidEntry("mission-hour", received=quote(text)) from None


def _put(repository: Repository, person: str, mission: str, leaving: str | None) -> None:
    """Put somebody on a mission; they leave one, and every other that was only proposed is theirs from then on."""
    placed = _place(repository, person, mission)
    for assignment in _list_assignments_of(repository, person):
        if assignment.mission == mission:
            if assignment.participant != person:
                repository.remove_assignment(assignment.participant, assignment.mission)
        elif assignment.status is AssignmentStatus.DECLINED:
            continue
        elif assignment.mission == leaving:
            repository.update_assignment(take_off(assignment))
        elif assignment.status is AssignmentStatus.PROPOSED:
            # the page says that they keep it: a new proposal must not take it away; why they have it stays
            repository.update_assignment(replace(assignment, by_hand=True))
    repository.update_assignment(placed)


def _place(repository: Repository, person: str, mission: str) -> Assignment:
    """Return somebody's place on ``mission`` by hand: theirs with its answer if they are on it, else a proposal."""
    known = next((one for one in Person(repository, person).list_assignments() if one.mission == mission), None)
    if known is not None and known.status is not AssignmentStatus.DECLINED:
        return replace(known, participant=person, by_hand=True)
    return Assignment(person, mission, Reason("by-hand"), by_hand=True)


def _find_broken(repository: Repository, person: Participant, mission: Mission) -> tuple[Reason, ...]:
    """Return which rules it breaks that somebody is on a mission, beside the others they have."""
    own = Person(repository, person.id)
    offer = own.find_offer()
    score = next((one for one in own.list_scores() if one.challenge == mission.challenge), None)
    standing = {one.mission for one in own.list_assignments() if one.status is not AssignmentStatus.DECLINED}
    others = [one for one in repository.list_missions() if one.id in standing - {mission.id}]
    sector = (offer.sector if offer is not None else "") or person.sector
    return find_broken_rules(score, mission, offer=offer, sector=sector, others=others)


def _list_assignments_of(repository: Repository, person: str) -> tuple[Assignment, ...]:
    """Return the assignments of a person as they are kept, on whichever of their seats."""
    seats = Persons(repository).list_seats_of(person)
    return tuple(one for seat in seats for one in repository.list_assignments(seat))


def _list_people_on(repository: Repository, mission: str) -> tuple[Assignment, ...]:
    """Return the assignments that stand on ``mission``: those declined or taken off have left it."""
    return tuple(
        one
        for one in Persons(repository).list_assignments()
        if one.mission == mission and one.status is not AssignmentStatus.DECLINED
    )
