"""Read dots from a file, ``participant,challenge,idea,points``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.ballots import USUAL_DOTS, DotRule
from workshop_kit.domain.category_words import fold_word
from workshop_kit.files.importing.ballots import BallotFile, BallotLayout, BallotRow, read_ballots
from workshop_kit.files.importing.report import RowRefused

_HEADINGS: Final[Mapping[str, Sequence[str]]] = {
    "participant": ("participant", "participante", "participant·e", "voter", "votant", "votante", "votant·e", "person",
                    "personne"),
    "challenge": ("challenge", "défi", "stake", "enjeu"),
    "idea": ("idea", "idée", "option", "choice", "choix", "proposal", "proposition"),
    "points": ("points", "point", "dots", "dot", "gommettes", "votes", "voix"),
}  # fmt: skip
_WHOLE: Final = re.compile(r"(\d{1,4})(?:[.,]0+)?")


@dataclass(frozen=True)
class PointsGiven:
    """Points as a file has them (*points donnés*): names as written, a whole number from 0."""

    participant: str
    challenge: str
    idea: str
    points: int
    line: int


def read_votes(name: str, content: bytes, rule: DotRule = USUAL_DOTS, encoding: str = "") -> BallotFile[PointsGiven]:
    """Return the points of a file, and the lines left out.

    An empty cell is no point. Points beyond what a person has for a challenge are left out with their whole line, the
    later lines first: they are not shortened, since nobody knows which ones were meant.

    Parameters
    ----------
    name, content
        The file's name and its bytes.
    rule
        How many points there are to give.
    encoding
        As ``read_ballots``.

    Raises
    ------
    UnreadableFile
        The file cannot be read, or lacks a column.

    """
    spent: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)

    def understand(row: BallotRow) -> PointsGiven:
        participant, challenge, idea = (row.require(column) for column in ("participant", "challenge", "idea"))
        points = read_points(row.cells["points"], rule)
        ballot = spent[fold_word(participant), fold_word(challenge)]
        if fold_word(idea) not in ballot:  # a line said again is told as such
            if sum(ballot.values()) + points > rule.budget:
                raise RowRefused("points", row.cells["points"], "points-spent", most=rule.budget)
            ballot[fold_word(idea)] = points
        return PointsGiven(participant, challenge, idea, points, row.line)

    layout = BallotLayout(
        _HEADINGS,
        understand,
        lambda one: (fold_word(one.participant), fold_word(one.challenge), fold_word(one.idea)),
    )
    return read_ballots(name, content, layout, encoding)


def read_points(text: str, rule: DotRule) -> int:
    """Return the points that a cell says; raises ``RowRefused`` where they are no whole number, or too many."""
    if not text:
        return 0
    found = _WHOLE.fullmatch(text)
    if found is None or int(found[1]) > rule.most:
        raise RowRefused("points", text, "points", most=rule.most)
    return int(found[1])
