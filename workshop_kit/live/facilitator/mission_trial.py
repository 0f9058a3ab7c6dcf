"""A trial as the page shows it: what was tried, who would move, what each level comes to, and one plain sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.assigning.comparing import Cost, Level, Moved
from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import AssignmentStatus, Mission, Reason
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
#: People whom the line under the button names: it stays a line.
_TOLD_AT_MOST: Final = 3
_MINIMA: Final = (Level.FIRST, Level.SECOND, Level.THIRD)


@dataclass(frozen=True)
class Written:
    """The proposal that was written last (*écrit*): what stood right after it, and who moved by it."""

    print: str
    moved: tuple[Moved, ...]


def say_written(known: KnownMissions, written: Written, say: Translator) -> str:
    """Say to whom a mission was proposed, empty once anything has changed since."""
    if known.basis.print != written.print:
        return ""
    people = [one.person for one in written.moved if one.takes and one.person in known.pseudonyms]
    if not people:
        return say(f"{_SECTION}.proposed-nobody")
    names = name_people(people, known.pseudonyms, say, most=_TOLD_AT_MOST)
    return say.plural(f"{_SECTION}.proposed-to", len(people), names=names)


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
        """Put those first who were tried, then who would have no mission, then who would leave one that they have."""
        tried, names = {one.participant for one in self._trial.locks}, self._known.pseudonyms

        def rank(one: Moved) -> tuple[bool, bool, bool, str]:
            return one.person not in tried, not self._is_alone(one), not one.leaves, names[one.person].casefold()

        return sorted(moved, key=rank)

    def _read_moved(self, moved: Moved) -> MovedPerson:
        return {
            "id": moved.person,
            "pseudonym": self._known.pseudonyms[moved.person],
            "leaves": [self._name(one) for one in moved.leaves if one in self._known.missions],
            "takes": [self._name(one) for one in moved.takes if one in self._known.missions],
            "keeps": [self._name(one) for one in self._list_kept(moved)],
            "alone": self._is_alone(moved),
            "notes": [*self._list_told(moved), *self._list_broken(moved)],
        }

    def _list_kept(self, moved: Moved) -> list[str]:
        """List the missions that somebody has, and would have."""
        standing = (one.mission for one in self._known.standing_of.get(moved.person, ()))
        return [one for one in standing if one in self._known.missions and one not in moved.leaves]

    def _is_alone(self, moved: Moved) -> bool:
        return not moved.takes and not self._list_kept(moved)

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
        told = []
        for mission in self._list_put(moved):
            if not self._known.offers(moved.person, mission.challenge):
                told.append(self._say(f"{_SECTION}.not-offered"))
            told += [say_broken(rule, self._say) for rule in self._find_broken(moved.person, mission)]
        return told

    def _list_put(self, moved: Moved) -> list[Mission]:
        """List the missions that somebody would take because they are put there by hand."""
        locked = {one.mission for one in self._trial.locks if one.stays and one.participant == moved.person}
        return [self._known.missions[one] for one in moved.takes if one in locked and one in self._known.missions]

    def _find_broken(self, person: str, mission: Mission) -> tuple[Reason, ...]:
        own = {one.mission: one for one in self._trial.found.assignments if one.participant == person}
        beside = mission.id in own and own[mission.id].beside is not None
        return self._known.find_broken(person, mission, own, beside=beside)

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
        """Say what it comes to: who said no to it, whose missions and which missions lose and gain, what is lost."""
        say = self._say
        if not self._moved:
            return " ".join(one for one in (say(f"{_SECTION}.word.nothing"), self._say_losses()) if one)
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
            self._say_missions("fewer", {one: -places[one] for one in fewer}),
            self._say_missions("more", {one: places[one] for one in more}),
        ]
        sentences = [one for one in told if one] or [say(f"{_SECTION}.word.swap")]
        return " ".join([*self._list_against(), *sentences, *filter(None, [self._say_losses()])])

    def _list_against(self) -> list[str]:
        """Say who said that they would rather not where they are put, and for whom another rule is broken."""
        against, others = [], []
        for moved in self._moved:
            put = self._list_put(moved)
            if any(self._is_against(moved.person, one) for one in put):
                against.append(moved.person)
            elif self._list_broken(moved):
                others.append(moved.person)
        return [one for one in (self._say_people("against", against), self._say_people("broken", others)) if one]

    def _is_against(self, person: str, mission: Mission) -> bool:
        """Tell whether somebody said no to a challenge: when asked for help, or with an interest below 0."""
        score = self._known.scores.get((person, mission.challenge))
        unwilling = score is not None and score.interest is not None and score.interest < 0
        return unwilling or person in self._known.refusing or (person, mission.challenge) in self._known.declined

    def _say_losses(self) -> str:
        """Say every level that would come to less, each with what it is and would be."""
        lost = [one for one in self._trial.difference.costs if one.after < one.before]
        if not lost:
            return ""
        say = self._say
        minima = [level for level, most in self._count_most().items() if level in _MINIMA and most]
        levels = [
            say(
                f"{_SECTION}.word.level",
                level=say(f"{_SECTION}.level.{'minima' if minima == [one.level] else one.level}"),
                before=one.before,
                after=one.after,
            )
            for one in lost
        ]
        return say(f"{_SECTION}.word.lost", levels=" · ".join(levels))

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
        """Say how many people more or fewer each mission would have; beyond a few, how many missions."""
        if len(missions) > _NAMED_AT_MOST:
            return self._say(f"{_SECTION}.word.{key}-many", number=len(missions))
        told = [
            self._say.plural(f"{_SECTION}.word.{key}", number, mission=self._known.title(one))
            for one, number in missions.items()
        ]
        return " ".join(told)

    def _name(self, mission: str) -> NamedMission:
        return {"id": mission, "title": self._known.title(mission)}
