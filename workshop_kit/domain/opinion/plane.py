"""The plane of opinions: principal components of the answers, as Polis takes them with most answers missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workshop_kit.domain.statements import read_stance

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: Decimals of a place on the plane that are compared: fewer than rounding in another order would change.
_COMPARED: Final = 9
#: What is no more than rounding.
_NOTHING: Final = 1e-9


@dataclass(frozen=True)
class Answers:
    """Everybody's answers as a table: a row a person, a column a statement, ``nan`` where there is none.

    Rows are in the order of what they hold, so that neither the order of votes nor what people are called changes
    anything computed from them; columns are in the order of their ids.
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    table: Floats

    @property
    def counts(self) -> Ints:
        """How many statements each person answered, passes included."""
        return np.asarray((~np.isnan(self.table)).sum(axis=1), dtype=np.int64)


def tabulate(ballots: Mapping[str, Mapping[str, int]]) -> Answers:
    """Return the answers as a table; statements that nobody answered have no column."""
    statements = tuple(sorted({statement for answers in ballots.values() for statement in answers}))
    column = {statement: index for index, statement in enumerate(statements)}
    rows: list[tuple[list[int], str]] = []
    missing = 2
    for person, answers in ballots.items():
        row = [missing] * len(statements)
        for statement, stance in answers.items():
            row[column[statement]] = read_stance(stance)
        rows.append((row, person))
    rows.sort()
    table = np.array([row for row, _ in rows], dtype=np.float64).reshape(len(rows), len(statements))
    table[table == missing] = np.nan
    return Answers(tuple(person for _, person in rows), statements, table)


def set_aside(answers: Answers, aside: Collection[str]) -> Floats:
    """Return the table with the statements that moderation took out at 0 for everybody, as Polis leaves them.

    They weigh nothing in the components, and count as answered where a place is scaled for missing answers.
    """
    table = answers.table.copy()
    table[:, [index for index, statement in enumerate(answers.statements) if statement in aside]] = 0.0
    return table


def place_people(table: Floats) -> Floats | None:
    """Return each row's place (people, 2) on the first two principal components; None where answers do not differ.

    Missing answers are taken for the mean of their column to find the components. A place is the sum over the answers
    that are there alone, times ``sqrt(statements / answers)``: somebody who answered few is not drawn to the middle.
    (Polis, ``math/pca.clj``: ``sparsity-aware-project-ptpt``; Small et al. 2021, "Polis: Scaling deliberation by
    mapping high dimensional opinion spaces".)
    """
    if min(table.shape) < 2:
        return None
    there = ~np.isnan(table)
    seen = there.sum(axis=0)
    means = np.where(there, table, 0.0).sum(axis=0) / np.maximum(seen, 1)
    centred = np.where(there, table - means, 0.0)
    if not np.any(np.abs(centred) > _NOTHING):
        return None
    components = _find_components(centred)
    scale = np.sqrt(table.shape[1] / np.maximum(there.sum(axis=1), 1))
    places = centred @ components.T * scale[:, None]
    furthest = places[np.abs(places).argmax(axis=0), [0, 1]]
    return np.asarray(np.round(places * np.where(furthest < 0, -1.0, 1.0), _COMPARED), dtype=np.float64)


def _find_components(centred: Floats) -> Floats:
    """Return the first two principal components (2, statements), by the smaller of the two tables of products."""
    wide = centred.shape[0] < centred.shape[1]
    vectors = np.linalg.eigh(centred @ centred.T if wide else centred.T @ centred)[1][:, :-3:-1].T
    if not wide:
        return np.asarray(vectors, dtype=np.float64)
    components = vectors @ centred
    lengths = np.linalg.norm(components, axis=1, keepdims=True)
    return np.asarray(np.where(lengths > _NOTHING, components / np.maximum(lengths, _NOTHING), 0.0), dtype=np.float64)
