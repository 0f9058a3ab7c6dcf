"""Step 6: what the synthesis will hold; the erasure of a person who asks for it."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.presence import list_known_volunteers, list_room
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository


class SynthesisDesk(Desk):
    """The synthesis (*synthèse*): what it will hold."""

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
