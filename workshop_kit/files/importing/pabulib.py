"""Files of Pabulib (``.pb``): one vote on a budget, in three sections, META, PROJECTS and VOTES.

The format: Faliszewski et al., *Participatory Budgeting: Data, Tools, and Analysis*, IJCAI 2023; pabulib.org/format.
A row that cannot be read is refused with its line and the reason; the good ones are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from workshop_kit.domain.budget import Amount, BallotKind, BudgetBallots
from workshop_kit.domain.model import Reason
from workshop_kit.domain.scales import SUM_AT_MOST
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.importing.pabulib_rows import PabulibRow, Sections, read_amount, split_sections
from workshop_kit.files.importing.report import Rejection
from workshop_kit.files.reading.tables.encodings import decode
from workshop_kit.i18n import Translator

VOTE_TYPES: Final = ("approval", "choose-1", "ordinal", "cumulative", "scoring")
#: Limits of META and what of a ballot they limit, with the code of a ballot beyond.
_LIMITS: Final = (
    ("max_length", "pabulib-too-many"),
    ("min_length", "pabulib-too-few"),
    ("max_sum_cost", "pabulib-too-dear"),
    ("min_sum_cost", "pabulib-too-cheap"),
    ("max_sum_points", "pabulib-too-many-points"),
    ("min_sum_points", "pabulib-too-few-points"),
    ("max_points", "pabulib-points-too-high"),
    ("min_points", "pabulib-points-too-low"),
)


@dataclass(frozen=True)
class PabulibProject:
    """One row of PROJECTS; ``selected`` is what the file says was funded, ``None`` where it says nothing."""

    id: str
    name: str
    cost: Amount
    selected: bool | None
    line: int


@dataclass(frozen=True)
class PabulibFile:
    """What a ``.pb`` file holds (*fichier Pabulib*).

    Parameters
    ----------
    meta
        META as it stands, keys in lower case.
    vote_type
        One of ``VOTE_TYPES``.
    total
        The sum to spend.
    projects, ballots
        The rows that are good, in their order.
    refused
        The rows that are not, with line and reason.
    noted
        Rows that are kept, of which something is to be said: a ballot shorter than the vote asked for.
    notes
        What is to be said of the whole file (``files.note.<code>``).

    """

    meta: Mapping[str, str]
    vote_type: str
    total: Amount
    projects: tuple[PabulibProject, ...]
    ballots: BudgetBallots
    refused: tuple[Rejection, ...]
    noted: tuple[Rejection, ...]
    notes: tuple[Reason, ...] = ()

    def to_lines(self, file: str, language: str) -> tuple[str, ...]:
        """Return what to tell of the file: its notes, then each row with its line and reason."""
        say = Translator(language)
        told = [say(f"files.note.{one.code}", **one.values) for one in self.notes]
        for one in (*self.noted, *self.refused):
            why = say(f"files.rejected.{one.reason.code}", value=one.value, **one.reason.values)
            told.append(say("files.rejected-row", file=file, line=one.line, column=one.column, reason=why))
        return tuple(told)


#: Projects that a ballot may rank as far as META says; no vote lists more.
_RANKED_AT_MOST: Final = 10_000


class _Refused(Exception):
    """One row that cannot be taken."""

    def __init__(self, column: str, value: str, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.column, self.value, self.reason = column, value, Reason(code, values)

    def at(self, line: int) -> Rejection:
        """Return the refusal of the row at that line."""
        return Rejection(line, self.column, self.value, self.reason)


def read_pabulib(name: str, content: bytes, encoding: str = "") -> PabulibFile:
    """Read a ``.pb`` file.

    Ballots: ``approval`` and ``choose-1`` are approvals; ``cumulative`` and ``scoring`` are points; ``ordinal`` becomes
    points as well, as many for the first as a ballot may rank, one less for each after it (Borda).

    Parameters
    ----------
    name, content
        The file's name and its bytes.
    encoding
        The encoding chosen for it; empty where the kit shall find out.

    Raises
    ------
    UnreadableFile
        ``pabulib-no-section``, ``pabulib-no-budget``, ``pabulib-vote-type``, ``pabulib-no-column``, or what any text
        may be refused for.

    """
    decoded = decode(name, content, encoding)
    sections = split_sections(name, decoded.text)
    return _Reader(name, sections).read(decoded.notes)


@dataclass
class _Reader:
    """Reads the sections one after the other."""

    name: str
    sections: Sections
    refused: list[Rejection] = field(default_factory=list)
    noted: list[Rejection] = field(default_factory=list)
    refused_projects: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.meta = self.sections.meta
        self.vote_type = self.meta.get("vote_type", "").lower()
        if self.vote_type not in VOTE_TYPES:
            raise UnreadableFile(
                "pabulib-vote-type", file=self.name, received=self.vote_type or "—", known=", ".join(VOTE_TYPES)
            )
        total = read_amount(self.meta.get("budget", ""))
        if total is None or total < 0:
            raise UnreadableFile("pabulib-no-budget", file=self.name, received=self.meta.get("budget", "") or "—")
        if total > SUM_AT_MOST:
            raise UnreadableFile("pabulib-large-budget", file=self.name, received=self.meta["budget"], most=SUM_AT_MOST)
        self.total = total
        self.limits = {key: read_amount(self.meta.get(key, "")) for key, _ in _LIMITS}
        #: how many projects a ballot may rank: what META says, else the longest that there is
        longest = max((len(_split_list(row.cells.get("vote", ""))) for row in self.sections.votes), default=0)
        self.rank_most = max(min(int(self.limits["max_length"] or 0), _RANKED_AT_MOST), longest)

    def read(self, notes: tuple[Reason, ...]) -> PabulibFile:
        """Return what the file holds."""
        projects = {one.id: one for one in self._read_projects()}
        self.costs = {one.id: one.cost for one in projects.values()}
        given: dict[str, Mapping[str, Amount]] = {}
        for row in self.sections.votes:
            try:
                voter, ballot = self._read_vote(row, given)
            except _Refused as refused:
                self.refused.append(refused.at(row.line))
            else:
                given[voter] = ballot
        approvals = self.vote_type in {"approval", "choose-1"}
        ballots = BudgetBallots(BallotKind.APPROVALS if approvals else BallotKind.POINTS, given)
        if self.vote_type == "ordinal":
            notes = (*notes, Reason("pabulib-ordinal", {"most": self.rank_most}))
        notes = (*notes, *self._compare_numbers(len(projects), len(given)))
        return PabulibFile(
            self.meta, self.vote_type, self.total, tuple(projects.values()), ballots,
            tuple(self.refused), tuple(self.noted), notes,
        )  # fmt: skip

    def _compare_numbers(self, projects: int, votes: int) -> Iterator[Reason]:
        """Yield where META announces another number of projects or votes than the file holds."""
        for key, number in (("num_projects", projects), ("num_votes", votes)):
            said = read_amount(self.meta.get(key, ""))
            if said is not None and said != number:
                yield Reason(f"pabulib-{key.replace('_', '-')}", {"announced": str(said), "read": number})

    def _read_projects(self) -> Iterator[PabulibProject]:
        known: set[str] = set()
        for row in self.sections.projects:
            one = row.cells.get("project_id", "")
            try:
                yield self._read_project(row, one, known)
                known.add(one)
            except _Refused as refused:
                self.refused.append(refused.at(row.line))
                if one not in known:
                    self.refused_projects.add(one)

    def _read_project(self, row: PabulibRow, one: str, known: set[str]) -> PabulibProject:
        if not one:
            raise _Refused("project_id", "", "empty")
        if one in known:
            raise _Refused("project_id", one, "pabulib-twice")
        written = row.cells.get("cost", "")
        cost = read_amount(written)
        if cost is None or cost < 0:
            raise _Refused("cost", written, "pabulib-not-a-cost" if written else "empty")
        if cost > SUM_AT_MOST:
            raise _Refused("cost", written, "pabulib-too-large", limit=SUM_AT_MOST)
        selected = row.cells.get("selected", "")
        name = row.cells.get("name", "") or one
        return PabulibProject(one, name, cost, None if not selected else selected not in {"0", "0.0"}, row.line)

    def _read_vote(self, row: PabulibRow, given: Mapping[str, object]) -> tuple[str, dict[str, Amount]]:
        voter = row.cells.get("voter_id", "")
        if not voter:
            raise _Refused("voter_id", "", "empty")
        if voter in given:
            raise _Refused("voter_id", voter, "pabulib-twice")
        named = _split_list(row.cells.get("vote", ""))
        for one in named:
            if one not in self.costs and one not in self.refused_projects:
                raise _Refused("vote", one, "pabulib-unknown-project")
        if twice := [one for one, number in Counter(named).items() if number > 1]:
            if self.vote_type != "approval":
                raise _Refused("vote", ", ".join(twice), "pabulib-named-twice")
            self.noted.append(_Refused("vote", ", ".join(twice), "pabulib-approved-twice").at(row.line))
        if self.vote_type == "choose-1" and len(named) > 1:
            raise _Refused("vote", ",".join(named), "pabulib-too-many", limit=1)
        points = self._read_points(row, named)
        self._check_limits(row, points)
        if gone := [one for one in named if one in self.refused_projects]:
            self.noted.append(_Refused("vote", ", ".join(gone), "pabulib-refused-project").at(row.line))
        return voter, {one: number for one, number in self._add_default(points).items() if one in self.costs}

    def _read_points(self, row: PabulibRow, named: Sequence[str]) -> dict[str, Amount]:
        if self.vote_type in {"approval", "choose-1"}:
            return dict.fromkeys(named, 1)
        if self.vote_type == "ordinal":
            return {one: self.rank_most - place for place, one in enumerate(named)}
        written = _split_list(row.cells.get("points", ""))
        if len(written) != len(named):
            raise _Refused(
                "points", row.cells.get("points", ""), "pabulib-points-missing", points=len(written), named=len(named)
            )
        points: dict[str, Amount] = {}
        for one, text in zip(named, written, strict=True):
            number = read_amount(text)
            if number is None:
                raise _Refused("points", text, "pabulib-not-points")
            if not -SUM_AT_MOST <= number <= SUM_AT_MOST:
                raise _Refused("points", text, "pabulib-too-large", limit=SUM_AT_MOST)
            points[one] = number
        return points

    def _add_default(self, points: dict[str, Amount]) -> dict[str, Amount]:
        """Return points with those that a file of scores says are meant where a ballot names no project."""
        default = read_amount(self.meta.get("default_score", "")) if self.vote_type == "scoring" else None
        return points if not default else {**dict.fromkeys(self.costs, default), **points}

    def _check_limits(self, row: PabulibRow, points: Mapping[str, Amount]) -> None:
        """Refuse a ballot beyond a limit; one below is kept and named: who votes for less takes nothing from others."""
        if not points:
            return
        scored = self.vote_type in {"cumulative", "scoring"}
        measured: dict[str, Amount | None] = {
            "length": len(points),
            "sum_cost": sum(self.costs.get(one, 0) for one in points),
            "sum_points": sum(points.values()) if scored else None,
        }
        for key, code in _LIMITS:
            limit, (side, _, what) = self.limits[key], key.partition("_")
            number = measured.get(what)
            if what == "points" and scored:
                number = (max if side == "max" else min)(points.values())
            if limit is None or number is None:
                continue
            column = "points" if "points" in what else "vote"
            beyond = _Refused(column, _say_number(number), code, limit=_say_number(limit))
            if side == "max" and number > limit:
                raise beyond
            if side == "min" and number < limit:
                self.noted.append(beyond.at(row.line))


def _split_list(cell: str) -> list[str]:
    """Return what a cell lists between commas."""
    return [one.strip() for one in cell.split(",") if one.strip()]


def _say_number(number: Amount) -> str:
    """Return a number as a file writes it."""
    return str(number) if isinstance(number, int) or Fraction(number).denominator == 1 else f"{float(number):g}"
