"""A trial as the page shows it: what was tried, who would move, what each level comes to, and one plain sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workshop_kit.domain.assigning.comparing import Cost, Level, Moved
from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.i18n import Translator
from workshop_kit.i18n.binding import name_people
from workshop_kit.live.acts.assigning import Trial
from workshop_kit.live.contract.facilitator.missions_shown import (
    LevelCost,
    MovedPerson,
    NamedMission,
    TrialModel,
    TriedChange,
)
from workshop_kit.live.facilitator.mission_known import KnownMissions
from workshop_kit.live.facilitator.mission_why import say_broken

_SECTION: Final = "facilitator.missions"
#: Missions that the sentence names.
_NAMED_AT_MOST: Final = 2
_MINIMA: Final = (Level.FIRST, Level.SECOND, Level.THIRD)


class TrialBook:
    """Says one trial in one language.

    Parameters
    ----------
    known
        What stands, as it is now.
    trial
        What was worked out.
    translator
        The language of the page.

    """

    def __init__(self, known: KnownMissions, trial: Trial, translator: Translator) -> None:
        self._known = known
        self._trial = trial
        self._say = translator
        self._moved = [one for one in trial.difference.moved if one.person in known.pseudonyms]

    def read(self, number: int, *, renewed: bool, stale: bool) -> TrialModel:
        """Return the trial's read model."""
        return {
            "number": number,
            "tried": [self._read_tried(lock) for lock in self._locks if self._is_said(lock)],
            "moves": [self._read_moved(one) for one in self._order(self._moved)],
            "costs": self._list_costs(),
            "word": self._say_in_a_word(),
            "changes": len(self._moved),
            "renewed": renewed,
            "stale": stale,
        }

    @property
    def _locks(self) -> Sequence[Lock]:
        return [
            one
            for one in self._trial.locks
            if one.participant in self._known.pseudonyms and one.mission in self._known.missions
        ]

    def _is_said(self, lock: Lock) -> bool:
        """Tell whether a lock is said by itself: who is tried on a mission leaves another without a word."""
        stays = {one.participant for one in self._trial.locks if one.stays}
        return lock.stays or lock.participant not in stays

    def _read_tried(self, lock: Lock) -> TriedChange:
        person = lock.participant
        return {
            "id": person,
            "pseudonym": self._known.pseudonyms[person],
            "mission": self._name(lock.mission),
            "stays": lock.stays,
        }

    def _order(self, moved: Iterable[Moved]) -> list[Moved]:
        """Put those who were tried first."""
        tried = {one.participant for one in self._trial.locks}
        return sorted(moved, key=lambda one: (one.person not in tried, self._known.pseudonyms[one.person].casefold()))

    def _read_moved(self, moved: Moved) -> MovedPerson:
        return {
            "id": moved.person,
            "pseudonym": self._known.pseudonyms[moved.person],
            "leaves": [self._name(one) for one in moved.leaves if one in self._known.missions],
            "takes": [self._name(one) for one in moved.takes if one in self._known.missions],
            "alone": self._is_alone(moved),
            "notes": [*self._list_told(moved), *self._list_broken(moved)],
        }

    def _is_alone(self, moved: Moved) -> bool:
        return not moved.takes and len(self._known.standing_of.get(moved.person, ())) <= len(moved.leaves)

    def _list_told(self, moved: Moved) -> list[str]:
        """Say how somebody who said yes to a mission hears that it no longer counts on them."""
        accepted = {
            one.mission
            for one in self._known.standing_of.get(moved.person, ())
            if one.status is AssignmentStatus.ACCEPTED
        }
        if accepted.isdisjoint(moved.leaves):
            return []
        how = "phone" if moved.person in self._known.phones else "in-person"
        return [self._say(f"{_SECTION}.trial.said-yes"), self._say(f"{_SECTION}.tell.{how}")]

    def _list_broken(self, moved: Moved) -> list[str]:
        """Say which rules it breaks where somebody is put by hand, and that they did not offer help there."""
        locked = {one.mission for one in self._trial.locks if one.stays and one.participant == moved.person}
        own = {one.mission: one for one in self._trial.found.assignments if one.participant == moved.person}
        told = []
        for identifier in moved.takes:
            mission = self._known.missions.get(identifier)
            if mission is None or identifier not in locked:
                continue
            if not self._known.offers(moved.person, mission.challenge):
                told.append(self._say(f"{_SECTION}.not-offered"))
            beside = identifier in own and own[identifier].beside is not None
            broken = self._known.find_broken(moved.person, mission, own, beside=beside)
            told += [say_broken(rule, self._say) for rule in broken]
        return told

    def _list_costs(self) -> list[LevelCost]:
        """List the levels; minima that nobody asked for are left out, as are the last levels where nothing differs."""
        most = self._count_most()
        return [
            {"level": one.level, "before": one.before, "after": one.after, "most": most.get(one.level)}
            for one in self._trial.difference.costs
            if self._is_shown(one, most)
        ]

    def _is_shown(self, cost: Cost, most: Mapping[Level, int]) -> bool:
        if cost.level in _MINIMA:
            return bool(most.get(cost.level))
        return cost.level not in (Level.LEAST_FIT, Level.SECTOR) or cost.before != cost.after

    def _count_most(self) -> dict[Level, int]:
        missions = self._known.missions.values()
        needed = {
            level: sum(min(one.min_places, one.places) for one in missions if one.importance == importance)
            for importance, level in enumerate(_MINIMA, start=1)
        }
        return {**needed, Level.PLACES: sum(one.places for one in missions)}

    def _say_in_a_word(self) -> str:
        """Say what it comes to: who loses and gains a mission, and which missions lose and gain people."""
        say = self._say
        if not self._moved:
            return say(f"{_SECTION}.word.nothing")
        alone = [one.person for one in self._moved if self._is_alone(one)]
        fresh = [one.person for one in self._moved if one.person not in self._known.standing_of]
        places: Counter[str] = Counter()
        for one in self._moved:
            places.update(one.takes)
            places.subtract(one.leaves)
        less, extra = self._list_fewer_and_more()
        known = {mission: number for mission, number in places.items() if mission in self._known.missions}
        fewer = {mission: -number for mission, number in known.items() if number < 0}
        more = {mission: number for mission, number in known.items() if number > 0}
        told = [
            self._say_people("alone", alone),
            self._say_people("less", less),
            self._say_people("fresh", fresh),
            self._say_people("extra", extra),
            self._say_missions("fewer", fewer),
            self._say_missions("more", more),
        ]
        sentences = [one for one in told if one]
        return " ".join(sentences) if sentences else say(f"{_SECTION}.word.swap")

    def _list_fewer_and_more(self) -> tuple[list[str], list[str]]:
        """List who keeps a mission and has fewer than before, and who had one and has more."""
        had = [one for one in self._moved if one.person in self._known.standing_of and not self._is_alone(one)]
        less = [one.person for one in had if len(one.takes) < len(one.leaves)]
        extra = [one.person for one in had if len(one.takes) > len(one.leaves)]
        return less, extra

    def _say_people(self, key: str, people: Sequence[str]) -> str:
        if not people:
            return ""
        names = name_people(people, self._known.pseudonyms, self._say)
        return self._say.plural(f"{_SECTION}.word.{key}", len(people), names=names)

    def _say_missions(self, key: str, missions: Mapping[str, int]) -> str:
        """Say by how many people each mission differs; of many missions only how many they are."""
        if len(missions) > _NAMED_AT_MOST:
            return self._say.plural(f"{_SECTION}.word.{key}-many", len(missions))
        titles = {one: self._say("reasons.quoted", title=self._known.title(one)) for one in missions}
        told = (
            self._say.plural(f"{_SECTION}.word.{key}", number, mission=titles[one]) for one, number in missions.items()
        )
        return " ".join(told)

    def _name(self, mission: str) -> NamedMission:
        return {"id": mission, "title": self._known.title(mission)}
