"""Who does what, in the names and sentences that an organiser reads."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.assignment import Assignments
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


def describe_assignments(store: Store, assignments: Assignments, language: str) -> dict[str, list[dict[str, Any]]]:
    """Return what ``workshop-kit assign --json`` prints.

    Returns
    -------
    dict
        ``{"assignments": [{"volunteer", "mission", "challenge", "competence", "interest", "reason"}],
        "unassigned": [{"volunteer", "reason"}], "unfilled": [{"mission", "places", "filled", "reason"}]}``: people by
        name, missions by title, challenges by statement, scores as numbers or ``None``, reasons said in ``language``.

    """
    say = Translator(language)
    return store.read(lambda repository: _describe(repository, assignments, say))


def name_people(repository: Repository) -> dict[str, str]:
    """Return, by participant's id, the name a volunteer gave, else the pseudonym."""
    names = {person.id: person.pseudonym for person in repository.list_participants()}
    names.update({one.participant: one.name for one in repository.list_volunteers() if one.name})
    return names


def _describe(repository: Repository, found: Assignments, say: Translator) -> dict[str, list[dict[str, Any]]]:
    names = name_people(repository)
    missions = {mission.id: mission for mission in repository.list_missions()}
    challenges = {challenge.id: challenge for challenge in repository.list_challenges()}
    scores = {(score.participant, score.challenge): score for score in Persons(repository).list_scores()}
    assigned = []
    for one in found.assignments:
        mission = missions[one.mission]
        challenge = challenges[mission.challenge]
        score = scores.get((one.participant, challenge.id))
        assigned.append(
            {
                "volunteer": names[one.participant],
                "mission": mission.title,
                "challenge": challenge.statement or challenge.stake,
                "competence": None if score is None else score.competence,
                "interest": None if score is None else score.interest,
                "reason": say.reason(one.reason),
            }
        )
    return {
        "assignments": assigned,
        "unassigned": [
            {"volunteer": names[person], "reason": say.reason(reason)} for person, reason in found.unassigned
        ],
        "unfilled": [
            {
                "mission": missions[one.mission].title,
                "places": one.places,
                "filled": one.filled,
                "reason": say.reason(one.reason),
            }
            for one in found.unfilled
        ],
    }
