"""Opinion groups of the answers to statements: people, what unites them, what each group is known by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from workshop_kit.domain.opinion.clustering import choose_partition
from workshop_kit.domain.opinion.plane import Answers, Floats, Ints, place_people, set_aside, tabulate
from workshop_kit.domain.opinion.representing import Distinction, Unity, count_groups, distinguish_group, measure_unity

#: Answers from which somebody is grouped, or all statements where there are fewer (Polis: ``in-conv``).
ANSWERS_AT_LEAST: Final = 7
#: People from which groups are told: among fewer, a group would be a person.
PEOPLE_AT_LEAST: Final = 4
#: Groups of fewer people are told apart by nobody who shows groups: of three, "3 of 3 disagree" says what each
#: of them answered.
GROUP_AT_LEAST: Final = 5
#: Statements said to unite all groups, at most.
UNITING_AT_MOST: Final = 5


@dataclass(frozen=True)
class OpinionGroup:
    """One opinion group (*groupe d’opinion*): its number from 0, the largest first, and what it is known by."""

    number: int
    people: tuple[str, ...]
    centre: tuple[float, float]
    distinctions: tuple[Distinction, ...]

    @property
    def letter(self) -> str:
        """What it is called: A is the largest."""
        return "ABCDE"[self.number]


@dataclass(frozen=True)
class Opinions:
    """People grouped by how they answered statements.

    ``places`` holds where each grouped person stands (two principal components): near means nearly the same answers.
    ``ungrouped`` are those with fewer answers than it takes. ``unities`` has every statement that was answered, those
    that all groups agree with most first; those set aside by moderation stand in ``aside`` and are never said to unite
    or distinguish. ``silhouette``, -1 to 1, is how clearly the groups stand apart.
    """

    groups: tuple[OpinionGroup, ...]
    places: Mapping[str, tuple[float, float]]
    ungrouped: tuple[str, ...]
    unities: tuple[Unity, ...]
    aside: tuple[Unity, ...]
    silhouette: float

    @property
    def people(self) -> dict[str, int]:
        """Each grouped person's group, by its number."""
        return {person: group.number for group in self.groups for person in group.people}

    @property
    def told_apart(self) -> tuple[OpinionGroup, ...]:
        """The groups that any page or paper may show: of five people or more, where there are two of them."""
        told = tuple(group for group in self.groups if len(group.people) >= GROUP_AT_LEAST)
        return told if len(told) > 1 else ()

    @property
    def uniting(self) -> tuple[Unity, ...]:
        """What unites the groups: in each of them more than half answer so; the most shared first, five at most."""
        shared = [one for one in self.unities if one.unites is not None]
        shared.sort(key=lambda one: (-max(one.agree, one.disagree), one.statement))
        return tuple(shared[:UNITING_AT_MOST])


def group_opinions(ballots: Mapping[str, Mapping[str, int]], aside: Collection[str] = ()) -> Opinions | None:
    """Group people by how they answered statements, as Polis does.

    Neither the order of ballots and votes nor what people are called changes anything but the names.

    Parameters
    ----------
    ballots
        Each person's answers by statement: 1 agree, 0 pass, -1 disagree; a statement not answered is left out.
    aside
        Statements that moderation took out, and those about the vote itself. Polis's unmoderated ones (0) stay in.

    Returns
    -------
    Opinions or None
        None where nobody can be told apart: fewer than 4 people or 2 statements, or everybody answers alike.

    Raises
    ------
    InvalidEntry
        ``stance-unknown``.

    """
    answers = tabulate(ballots)
    enough = np.flatnonzero(answers.counts >= min(ANSWERS_AT_LEAST, max(1, len(answers.statements))))
    places = place_people(set_aside(answers, aside))
    if places is None or len(enough) < PEOPLE_AT_LEAST:
        return None
    partition = choose_partition(places[enough])
    if partition is None:
        return None
    labels = np.full(len(answers.people), -1, dtype=np.int64)
    labels[enough] = _number_by_size(partition.labels)
    return _gather(answers, places, labels, aside, partition.silhouette)


def _number_by_size(labels: Ints) -> Ints:
    """Return the labels with the largest group as 0; of equal ones, that which was met first."""
    numbers, sizes = np.unique(labels, return_counts=True)
    rank = {int(number): place for place, number in enumerate(numbers[np.argsort(-sizes, kind="stable")])}
    return np.array([rank[int(label)] for label in labels], dtype=np.int64)


def _gather(answers: Answers, places: Floats, labels: Ints, aside: Collection[str], silhouette: float) -> Opinions:
    counts = count_groups(answers.table, labels)
    unities = [measure_unity(one, count) for one, count in zip(answers.statements, counts, strict=True)]
    unities.sort(key=lambda one: (-one.agree, one.statement))
    inside = tuple(one for one in unities if one.statement not in aside)
    by_id = tuple(sorted(inside, key=lambda one: one.statement))
    groups = []
    for number in range(int(labels.max()) + 1):
        rows = np.flatnonzero(labels == number)
        across, upwards = places[rows].mean(axis=0).tolist()
        people = tuple(sorted(answers.people[row] for row in rows))
        groups.append(OpinionGroup(number, people, (across, upwards), distinguish_group(by_id, number)))
    return Opinions(
        tuple(groups),
        {answers.people[row]: (float(places[row, 0]), float(places[row, 1])) for row in np.flatnonzero(labels >= 0)},
        tuple(sorted(answers.people[row] for row in np.flatnonzero(labels < 0))),
        inside,
        tuple(one for one in unities if one.statement in aside),
        silhouette,
    )
