"""A conversation of Polis as plain values: what its export holds, read from it and written to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from workshop_kit.files.importing.report import Rejection

#: From when Polis counts its milliseconds.
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
#: What moderation made of a statement: taken out, not looked at, or taken in.
MODERATED_OUT: Final = -1
UNMODERATED: Final = 0
MODERATED_IN: Final = 1


@dataclass(frozen=True)
class PolisStatement:
    """One statement (*comment*) of a conversation.

    ``meta`` is about the vote itself; ``consensus`` is Polis's group-informed consensus, None where the export is
    older than that column. ``timestamp`` is in milliseconds, 0 where it is not known.
    """

    id: str
    text: str
    author: str = ""
    moderated: int = UNMODERATED
    meta: bool = False
    seed: bool = False
    consensus: float | None = None
    timestamp: int = 0


@dataclass(frozen=True)
class PolisVote:
    """The last answer of one voter to one statement: 1 agree, 0 pass, -1 disagree; milliseconds, 0 if not known."""

    statement: str
    voter: str
    stance: int
    timestamp: int = 0


@dataclass(frozen=True)
class PolisExport:
    """A conversation: statements in the order of their ids, each voter's last answers, and the groups if given.

    ``groups`` has those alone whom Polis grouped. ``rejections`` names the rows that were left out, each with its file
    in ``sheet``. ``replaced`` is how many votes a later one of the same voter took the place of.
    """

    topic: str
    statements: tuple[PolisStatement, ...]
    votes: tuple[PolisVote, ...]
    description: str = ""
    groups: Mapping[str, int] = field(default_factory=dict)
    rejections: tuple[Rejection, ...] = ()
    replaced: int = 0

    @property
    def ballots(self) -> dict[str, dict[str, int]]:
        """Each voter's answers by statement, as the domain takes them."""
        ballots: dict[str, dict[str, int]] = {}
        for vote in self.votes:
            ballots.setdefault(vote.voter, {})[vote.statement] = vote.stance
        return ballots

    @property
    def aside(self) -> frozenset[str]:
        """Statements that weigh nothing in the groups: those moderation took out, and those about the vote itself."""
        return frozenset(one.id for one in self.statements if one.meta or one.moderated == MODERATED_OUT)
