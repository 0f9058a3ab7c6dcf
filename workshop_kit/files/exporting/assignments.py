"""Who does what, in the names and sentences that an organiser reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workshop_kit.domain.assigning.comparing import Difference, Level
from workshop_kit.domain.assignment import Assignments, Levels, Paired, Unfilled
from workshop_kit.domain.model import Assignment, Mission, Score
from workshop_kit.domain.names import fold_name
from workshop_kit.i18n import Translator
from workshop_kit.i18n.binding import say_binding, say_need
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


def describe_assignments(store: Store, assignments: Assignments, language: str) -> dict[str, Any]:
    """Return what ``workshop-kit assign --json`` prints.

    Returns
    -------
    dict
        ``{"assignments": [{"volunteer", "mission", "challenge", "competence", "interest", "reason"}],
        "unassigned": [{"volunteer", "reason"}], "unfilled": [{"mission", "places", "filled", "reason", "binding":
        {"missions": […], "people": […], "needs"}}], "pairs": [{"beginner", "mentor", "mission"}], "levels":
        {"min_places": [n, n, n], "people", "places", "fit", "least_fit", "same_sector"}}``: people by name, missions by
        title, challenges by statement, scores as numbers or ``None``, reasons said in ``language``. What binds are
        missions that have more places together than people may fill, nearest first, and these people. Rows follow
        the words of challenges, then titles, then names, so that the same data print the same, whatever the order in
        which they came.

    """
    say = Translator(language)
    return store.read(lambda repository: _describe(repository, assignments, say))


def describe_difference(store: Store, difference: Difference, language: str) -> dict[str, Any]:
    """Return what ``workshop-kit assign --what-if --json`` prints.

    Returns
    -------
    dict
        ``{"moved": [{"volunteer", "leaves": […], "takes": […]}], "levels": {"before": {…}, "after": {…}}, "said"}``:
        levels as ``assign --json`` has them; ``said`` is one plain sentence.

    """
    say = Translator(language)
    return store.read(lambda repository: _describe_difference(repository, difference, say))


def describe_levels(levels: Levels) -> dict[str, Any]:
    """Return what each level comes to, by the names of ``--json``."""
    return {
        "min_places": list(levels.min_places),
        "people": levels.people,
        "places": levels.places,
        "fit": levels.fit,
        "least_fit": levels.least_fit,
        "same_sector": levels.same_sector,
    }


def name_people(repository: Repository) -> dict[str, str]:
    """Return, by participant's id, the name a volunteer gave, else the pseudonym."""
    names = {person.id: person.pseudonym for person in repository.list_participants()}
    names.update({one.participant: one.name for one in repository.list_volunteers() if one.name})
    return names


def _describe(repository: Repository, found: Assignments, say: Translator) -> dict[str, Any]:
    names = name_people(repository)
    missions = {mission.id: mission for mission in repository.list_missions()}
    challenges = {one.id: one.statement or one.stake for one in repository.list_challenges()}
    scores = {(score.participant, score.challenge): score for score in Persons(repository).list_scores()}

    def sort(rows: Iterable[tuple[str, dict[str, Any]]], *columns: str) -> list[dict[str, Any]]:
        return _put_in_order(((challenges[missions[mission].challenge], row) for mission, row in rows), *columns)

    return {
        "assignments": sort(
            (
                (one.mission, _describe_assignment(one, missions[one.mission], names, challenges, scores, say))
                for one in found.assignments
            ),
            "mission",
            "volunteer",
        ),
        "unassigned": _put_in_order(
            (("", {"volunteer": names[one], "reason": say.reason(reason)}) for one, reason in found.unassigned),
            "volunteer",
        ),
        "unfilled": sort(
            ((one.mission, _describe_unfilled(one, missions, names, say)) for one in found.unfilled), "mission"
        ),
        "pairs": sort(
            ((one.mission, _describe_pair(one, missions, names)) for one in found.pairs), "mission", "beginner"
        ),
        "levels": describe_levels(found.levels),
    }


def _put_in_order(rows: Iterable[tuple[str, dict[str, Any]]], *columns: str) -> list[dict[str, Any]]:
    """Return rows by what each is said under, then by some columns, then by all that they say."""

    def order(said: tuple[str, dict[str, Any]]) -> tuple[list[str], str]:
        under, row = said
        return [fold_name(under), *(fold_name(row[column]) for column in columns)], f"{under} {row}"

    return [row for _, row in sorted(rows, key=order)]


def _describe_assignment(
    one: Assignment,
    mission: Mission,
    names: Mapping[str, str],
    challenges: Mapping[str, str],
    scores: Mapping[tuple[str, str], Score],
    say: Translator,
) -> dict[str, Any]:
    score = scores.get((one.participant, mission.challenge))
    return {
        "volunteer": names[one.participant],
        "mission": mission.title,
        "challenge": challenges[mission.challenge],
        "competence": None if score is None else score.competence,
        "interest": None if score is None else score.interest,
        "reason": say.reason(one.reason),
    }


def _describe_pair(one: Paired, missions: Mapping[str, Mission], names: Mapping[str, str]) -> dict[str, Any]:
    return {"beginner": names[one.beginner], "mentor": names[one.mentor], "mission": missions[one.mission].title}


def _describe_unfilled(
    one: Unfilled, missions: Mapping[str, Mission], names: Mapping[str, str], say: Translator
) -> dict[str, Any]:
    binding = one.binding
    bound, people = ((one.mission,), ()) if binding is None else (binding.missions, binding.people)
    return {
        "mission": missions[one.mission].title,
        "places": one.places,
        "filled": one.filled,
        "reason": say.reason(one.reason) if binding is None else say_binding(binding, missions, names, say),
        "binding": {
            "missions": [missions[other].title for other in bound],
            "people": [names[person] for person in people],
            "needs": say_need(one.need, missions, say),
        },
    }


def _describe_difference(repository: Repository, difference: Difference, say: Translator) -> dict[str, Any]:
    names = name_people(repository)
    titles = {mission.id: mission.title for mission in repository.list_missions()}
    return {
        "moved": _put_in_order(
            (
                (
                    "",
                    {
                        "volunteer": names[one.person],
                        "leaves": sorted((titles[mission] for mission in one.leaves), key=fold_name),
                        "takes": sorted((titles[mission] for mission in one.takes), key=fold_name),
                    },
                )
                for one in difference.moved
            ),
            "volunteer",
        ),
        "levels": {
            "before": _describe_costs({one.level: one.before for one in difference.costs}),
            "after": _describe_costs({one.level: one.after for one in difference.costs}),
        },
        "said": say_difference(difference, say),
    }


def _describe_costs(costs: Mapping[Level, int]) -> dict[str, Any]:
    return {
        "min_places": [costs[Level.FIRST], costs[Level.SECOND], costs[Level.THIRD]],
        "people": costs[Level.PEOPLE],
        "places": costs[Level.PLACES],
        "fit": costs[Level.FIT],
        "least_fit": costs[Level.LEAST_FIT],
        "same_sector": costs[Level.SECTOR],
    }


def say_difference(difference: Difference, say: Translator) -> str:
    """Say in one sentence what a change costs, on the most important level that differs."""
    if not difference.moved:
        return say("reasons.difference-none")
    first = difference.first_change
    if first is None:
        return say("reasons.difference-equal")
    key = "better" if first.after > first.before else "worse"
    level = say(f"facilitator.missions.level.{first.level}")
    return say(f"reasons.difference-{key}", level=level, before=first.before, after=first.after)
