"""One person's proposed missions, with the reason in words, and their answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from workshop_kit.domain.model import Assignment, AssignmentStatus, Participant, Phase
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.participant.entries import demand_one_of
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository

_TAKES_ANSWERS: Final = (Phase.MISSIONS, Phase.THANKS)
_ANSWERS: Final = frozenset({AssignmentStatus.ACCEPTED.value, AssignmentStatus.DECLINED.value})


class AnswersMissions(SeatedWindow):
    """One person's own assignments; nobody else's."""

    def mission_model(self) -> dict[str, Any]:
        """Return the missions proposed to this person, once missions are shown."""
        if not self._is_in(Phase.MISSIONS):
            return {"visible": False}
        return self.store.read(
            lambda repository: {"visible": True, "missions": self._list_missions(repository, self._find_me(repository))}
        )

    def answer_mission(self, *, mission: object, answer: object, intention: str) -> dict[str, Any]:
        """Accept (``"accepted"``) or decline (``"declined"``) a mission proposed to oneself.

        Raises
        ------
        InvalidEntry
            ``not-your-mission``.
        NotAllowed
            ``not-seated``, ``missions-not-open``.

        """
        status = AssignmentStatus(demand_one_of(answer, _ANSWERS, "malformed-intention"))

        def reply(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase not in _TAKES_ANSWERS:
                raise NotAllowed("missions-not-open")
            mine = next((one for one in repository.list_assignments(me.id) if one.mission == mission), None)
            if mine is None:
                raise InvalidEntry("not-your-mission")
            repository.update_assignment(replace(mine, status=status))
            return {"status": status.value}

        return self._act(intention, reply)

    def _list_missions(self, repository: Repository, me: Participant) -> list[dict[str, Any]]:
        return [self._describe(repository, assignment) for assignment in repository.list_assignments(me.id)]

    def _describe(self, repository: Repository, assignment: Assignment) -> dict[str, Any]:
        mission = repository.find_mission(assignment.mission)
        challenge = repository.find_challenge(mission.challenge)
        named = fold_name(mission.sector)
        sector = next((one for one in repository.list_sectors() if fold_name(one.name) == named), None)
        return {
            "id": mission.id,
            "title": mission.title,
            "stake": challenge.stake,
            "statement": challenge.statement,
            "places": mission.places,
            "sector": mission.sector,
            "referent": sector.referent if sector else "",
            "reason": Translator(self.language).reason(assignment.reason),
            "status": assignment.status.value,
        }
