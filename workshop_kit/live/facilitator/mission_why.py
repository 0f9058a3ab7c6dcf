"""Why places are free and people without a mission, in sentences whose names lead to whom and what they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from workshop_kit.domain.assigning.explaining import Binding, Binds
from workshop_kit.domain.assignment import Assignments, Unfilled
from workshop_kit.domain.model import Mission, Reason
from workshop_kit.i18n import Translator
from workshop_kit.i18n.binding import NAMES_AT_MOST, say_binding, say_need
from workshop_kit.i18n.dates import say_iso_day
from workshop_kit.live.contract.facilitator.missions_shown import Piece
from workshop_kit.live.facilitator.mission_known import KnownMissions

#: What stands around a name while a sentence is made, and around whose it is: no text of people's holds these signs.
#: The quotes around a title belong to it: no line ends between them.
_NAME: Final = re.compile("([«“]\u202f?)?\x02([pm])([^\x03]*)\x03([^\x04]*)\x04(\u202f?[»”])?")


@dataclass(frozen=True)
class Outlook:
    """What a proposal would be now (*perspective*), beside what stands.

    ``last`` is what was worked out last, ``None`` before the first time: then nothing is said of why. It may be older
    than what is known: who was erased or joined to another, and a mission that was removed since, are left out of it.
    """

    known: KnownMissions
    last: Assignments | None
    say: Translator

    @cached_property
    def found(self) -> Assignments | None:
        """Return what was worked out last, of those people and missions that are still there."""
        if self.last is None:
            return None
        people, missions, last = self.known.pseudonyms, self.known.missions, self.last
        bindings = {
            one: binding
            for one, binding in last.bindings.items()
            if one in people and not missions.keys().isdisjoint(binding.missions)
        }
        return replace(
            last,
            assignments=tuple(one for one in last.assignments if one.participant in people and one.mission in missions),
            unassigned=tuple((one, reason) for one, reason in last.unassigned if one in people),
            unfilled=tuple(one for one in last.unfilled if one.mission in missions),
            bindings=bindings,
        )

    @cached_property
    def ready(self) -> frozenset[str]:
        """Return those without a mission to whom one would be proposed."""
        if self.found is None:
            return frozenset()
        return frozenset(one.participant for one in self.found.assignments) - set(self.known.standing_of)

    @cached_property
    def pending(self) -> int:
        """Return how many people a new proposal would move, or give somebody to go with."""
        if self.found is None:
            return 0
        now = {(one.participant, one.mission) for one in self.known.standing}
        then = {(one.participant, one.mission) for one in self.found.assignments}
        return len({person for person, _ in (now ^ then) | self.accompanied})

    @cached_property
    def accompanied(self) -> frozenset[tuple[str, str]]:
        """Return, of those who begin with nobody to go with, those for whom a new proposal finds somebody."""
        if self.found is None:
            return frozenset()
        there = {(one.participant, one.mission) for one in self.found.assignments}
        return frozenset(
            (one.participant, one.mission)
            for one in self.found.assignments
            if (one.participant, one.mission) in self.known.lonely and (one.beside, one.mission) in there
        )

    @cached_property
    def button(self) -> str:
        """Return what the button that proposes is called now, for the sentences that send to it."""
        return self.say(f"facilitator.missions.{'propose-again' if self.known.is_proposed else 'propose'}")

    def explain_free(self, mission: Mission) -> list[Piece]:
        """Say why a mission has free places, as far as it is known."""
        answered = any(challenge == mission.challenge for _, challenge in self.known.scores)
        if not answered or not self._is_offered(mission):
            return plain(self.say("facilitator.missions.unfilled-unasked"))
        if self._coming[mission.id]:
            text = self.say.plural("facilitator.missions.unfilled-ready", self._coming[mission.id], button=self.button)
            return plain(text)
        found = self._unfilled.get(mission.id)
        if found is None or (found.reason.code == "unfilled-elsewhere" and not self.known.is_proposed):
            return []
        return self.name(found.binding) if found.binding is not None else plain(self.say.reason(found.reason))

    def explain_in_full(self, mission: Mission) -> list[Piece]:
        """Say why a mission has free places with every name, where the sentence counts some of them."""
        short, found = self.explain_free(mission), self._unfilled.get(mission.id)
        if found is None or found.binding is None or not any(piece["person"] for piece in short):
            return []
        full = self.name(found.binding, most=len(self.known.pseudonyms))
        return full if full != short else []

    def say_help(self, mission: Mission) -> str:
        """Say the smallest change that would fill a place, empty where it is not known or a proposal is enough."""
        found = self._unfilled.get(mission.id)
        if found is None or self._coming[mission.id]:
            return ""
        return say_need(found.need, self.known.missions, self.say)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Return why each person whom the working out knows has no mission."""
        found = () if self.found is None else self.found.unassigned
        told = {one: self.say.reason(reason) for one, reason in found}
        told.update(dict.fromkeys(self.ready, self.say("facilitator.missions.could-be-proposed", button=self.button)))
        return told

    def bound(self, person: str) -> list[Piece]:
        """Say which people and missions bind somebody without a mission."""
        binding = None if self.found is None else self.found.bindings.get(person)
        return [] if binding is None or person in self.ready else self.name(binding)

    def name(self, binding: Binding, most: int = NAMES_AT_MOST) -> list[Piece]:
        """Say what binds, each name by itself; a list of more than ``most`` counts the rest."""
        names = {one: f"\x02p{one}\x03{name}\x04" for one, name in self.known.pseudonyms.items()}
        jobs = {
            one: replace(mission, title=f"\x02m{one}\x03{mission.title}\x04")
            for one, mission in self.known.missions.items()
            if one in binding.missions
        }
        return cut(say_binding(binding, jobs, names, self.say, most=most, proposed=self._count_proposed(binding)))

    def _count_proposed(self, binding: Binding) -> int:
        """Count the places a binding counts as open on which somebody is by now: they may still go elsewhere."""
        missions = (mission for one, mission in self.known.missions.items() if one in binding.missions)
        left = sum(max(0, one.places - len(self.known.standing_on.get(one.id, ()))) for one in missions)
        return max(0, binding.asked - left) if binding.kind is not Binds.PLACES else 0

    @cached_property
    def _unfilled(self) -> Mapping[str, Unfilled]:
        return {} if self.found is None else {one.mission: one for one in self.found.unfilled}

    @cached_property
    def _coming(self) -> Counter[str]:
        """Count, by mission, those whom a proposal would bring there, if it has room for them as it stands."""
        if self.found is None:
            return Counter()
        there = {(one.participant, one.mission) for one in self.known.standing}
        return Counter(one.mission for one in self.found.assignments if (one.participant, one.mission) not in there)

    def _is_offered(self, mission: Mission) -> bool:
        return any(
            (person, mission.challenge) in self.known.scores and self.known.offers(person, mission.challenge)
            for person in self.known.offering
        )


def say_broken(rule: Reason, say: Translator) -> str:
    """Say which rule is broken where somebody is on a mission; a day as it is read."""
    values = {
        name: say_iso_day(str(value), say.language) if name == "until" else value for name, value in rule.values.items()
    }
    return say.reason(replace(rule, values=values), "facilitator.missions.breaks")


def list_foreseen(
    known: KnownMissions, person: str, mission: Mission, leaving: str | None, say: Translator
) -> list[str]:
    """Say which rules it breaks to place somebody, and what the mission that they leave would lack then."""
    others = [one.mission for one in known.standing_of.get(person, ()) if one.mission not in (mission.id, leaving)]
    told = [say_broken(rule, say) for rule in known.find_broken(person, mission, others, beside=False)]
    left = known.missions.get(leaving or "")
    if left is None or left.id == mission.id:
        return told
    there = [one for one in known.standing_on.get(left.id, ()) if one.participant != person]
    section, values = "facilitator.missions.before", {"mission": left.title, "pseudonym": known.pseudonyms[person]}
    if len(there) < left.min_places <= len(there) + 1:
        key = "minimum-important" if left.importance == 1 else "minimum"
        told.append(say(f"{section}.{key}", least=left.min_places, **values))
    begins = next((one for one in there if one.beside == person), None)
    if begins is not None:
        told.append(say(f"{section}.pair", other=known.pseudonyms[begins.participant], **values))
    return told


def plain(text: str) -> list[Piece]:
    """Return a sentence that names nobody."""
    return [{"text": text, "person": "", "mission": ""}] if text else []


def cut(text: str) -> list[Piece]:
    """Cut a sentence at its marked names."""
    pieces: list[Piece] = []
    at = 0
    for found in _NAME.finditer(text):
        pieces += plain(text[at : found.start()])
        opens, kind, identifier, name, closes = found.groups("")
        person, mission = (identifier, "") if kind == "p" else ("", identifier)
        pieces.append({"text": f"{opens}{name}{closes}", "person": person, "mission": mission})
        at = found.end()
    return [*pieces, *plain(text[at:])]
