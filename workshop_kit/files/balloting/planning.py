"""Plan of a file of ballots: what each of its rows becomes in the workshop, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeVar
from uuid import uuid4

from workshop_kit.domain.ballots import BLANK_VALUE, BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import IDEA, STAKE, STATEMENT, clean_line
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Challenge, Dots, Idea, Participant, Reason, Vote
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.origins import read_origin, write_origin
from workshop_kit.files.balloting.book import BallotBook, BookChallenge, BookMark, BookOption
from workshop_kit.files.balloting.people import Voters
from workshop_kit.files.importing.grades import count_grade
from workshop_kit.files.importing.plan import Doubt, Fate
from workshop_kit.files.importing.reference import fold_sentence, name_challenges_apart
from workshop_kit.files.importing.report import Doubtful, LineNote, Rejection, RowDoubtful, RowRefused, RowWithheld
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository

#: What stands in a row.
Row = TypeVar("Row", BookOption, BookMark)
#: The columns of a row, as they are called where a row is refused.
_COLUMNS: Final[Mapping[VoteKind, str]] = {
    VoteKind.DOTS: "points",
    VoteKind.GRADES: "grade",
    VoteKind.STATEMENTS: "vote",
    VoteKind.BUDGET: "vote",
}


@dataclass
class Entered:
    """A challenge that a file names, as the workshop has it or will: where its marks go, and what is there already.

    ``fresh``: nobody worked or voted on it, so that what the file says is its vote. ``rule`` is the one it follows, or
    will.
    """

    challenge: Challenge
    new: bool
    fresh: bool
    rule: VoteRule
    rules: bool
    options: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    given: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def round(self) -> int:
        """The round of the vote that the marks belong to."""
        return self.challenge.counted_round


@dataclass
class BallotPlan:
    """What a file of ballots brings, and what became of its rows (*aperçu d’un cahier de vote*)."""

    book: BallotBook
    entered: dict[str, Entered] = field(default_factory=dict)
    people: list[Participant] = field(default_factory=list)
    ideas: list[Idea] = field(default_factory=list)
    costs: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    costs_before: dict[str, int | None] = field(default_factory=dict)
    marks: list[tuple[Vote, int | None]] = field(default_factory=list)
    fates: dict[Fate, int] = field(default_factory=lambda: defaultdict(int))
    rejections: list[Rejection] = field(default_factory=list)
    doubtful: list[Doubtful] = field(default_factory=list)
    line_notes: list[LineNote] = field(default_factory=list)
    notes: list[Reason] = field(default_factory=list)

    @property
    def changes_something(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.marks or self.ideas or self.costs or self.people or any(e.new for e in self.entered.values()))


def plan_ballots(repository: Repository, book: BallotBook, now: datetime) -> BallotPlan:
    """Say what each row of a file of ballots becomes, within one state of the workshop."""
    return _Planner(repository, book, now).plan()


class _Planner:
    """Goes through the rows of one file: options first, then marks."""

    def __init__(self, repository: Repository, book: BallotBook, now: datetime) -> None:
        self._repository = repository
        self._book = book
        self._now = now
        self._known = repository.list_challenges()
        self._names = _name_all(self._known)
        self._say = Translator(repository.find_workshop().language)
        self._voters = Voters(repository, now, apart=book.apart)
        self._plan = BallotPlan(book, rejections=list(book.rejections))
        self._ids: dict[tuple[str, str], str] = {}
        self._spent: dict[tuple[str, str], int] = {}
        self._cuts = 0

    def plan(self) -> BallotPlan:
        """Return the plan of the whole file."""
        book, plan = self._book, self._plan
        for one in book.options.values():
            if one.line or one.sheet:  # a row of its own; others are named by marks alone
                self._go(one, self._take_option)
        for mark in book.marks:
            self._go(mark, self._take_mark)
        used = {one.participant for one, _ in plan.marks} | {one.author for one in plan.ideas}
        plan.people = [one for one in self._voters.new if one.id in used]
        plan.notes = [*book.notes, *plan.notes, *self._tell_cuts(), *self._tell_beside()]
        return plan

    def _go(self, row: Row, take: Callable[[Row], Fate]) -> None:
        plan = self._plan
        try:
            fate = take(row)
        except RowRefused as refused:
            plan.rejections.append(Rejection(row.line, refused.column, refused.value, refused.reason, row.sheet))
            return
        except RowDoubtful as doubtful:
            plan.doubtful.append(Doubtful(row.line, _title(row), doubtful.doubt.why, row.sheet))
            fate = Fate.DOUBTFUL
        except RowWithheld as withheld:
            plan.line_notes.append(LineNote(row.line, "", withheld.note, row.sheet))
            fate = Fate.SAME
        plan.fates[fate] += 1

    # -- challenges and options ---------------------------------------------------------------------------------------

    def _enter(self, key: str) -> Entered:
        entered = self._plan.entered.get(key)
        if entered is None:
            entered = self._plan.entered[key] = self._find_challenge(self._book.challenges[key])
        return entered

    def _find_challenge(self, wanted: BookChallenge) -> Entered:
        shortened = fold_sentence(_shorten(clean_line(wanted.name), STATEMENT.longest))  # as an earlier file left it
        found = self._names.get(wanted.key) or self._names.get(shortened, set())
        if len(found) > 1:
            raise RowDoubtful(Doubt(Reason("several-challenges", {"name": wanted.name})))
        known = next((one for one in self._known if one.id in found), None)
        if known is None:
            known = next((one for one in self._known if str(one.position + 1) == wanted.name.lstrip("0")), None)
        if known is None:
            return self._make_challenge(wanted)
        votes = self._repository.list_votes(known.id, every_round=True)
        fresh = known.stage is Stage.UNOPENED and not votes
        rules = self._repository.list_vote_rules(known.id)
        round = known.counted_round
        rule = wanted.rule if fresh and not rules else self._repository.find_vote_rule(known.id, round)
        entered = Entered(known, new=False, fresh=fresh, rule=rule, rules=fresh and not rules)
        for idea in self._repository.list_ideas(known.id):
            entered.options.setdefault(fold_name(idea.text), []).append(idea.id)
            origin = read_origin(idea.id)
            if origin is not None:
                entered.named[origin.name] = idea.id
        for group in self._repository.list_groups(known.id):
            if group.title and fold_name(group.title) not in entered.options:
                entered.options[fold_name(group.title)] = [group.id]
        for one in votes:
            if one.round == round and one.kind is self._book.ballots:
                entered.given[one.participant, one.option] = one.count if isinstance(one, Dots) else one.value
        return entered

    def _make_challenge(self, wanted: BookChallenge) -> Entered:
        made = sum(one.new for one in self._plan.entered.values())
        if len(self._known) + made >= CHALLENGES_AT_MOST:
            raise RowRefused("challenge", wanted.name, "too-many-challenges", most=CHALLENGES_AT_MOST)
        name = clean_line(wanted.name)
        stake, statement = _shorten(name, STAKE.longest), _shorten(name, STATEMENT.longest)
        if stake != name:
            self._plan.notes.append(Reason("challenge-shortened", {"name": stake, "most": STAKE.longest}))
        if statement != name:
            self._plan.notes.append(Reason("statement-shortened", {"name": stake, "most": STATEMENT.longest}))
        challenge = Challenge(uuid4().hex, stake, statement, position=len(self._known) + made)
        return Entered(challenge, new=True, fresh=True, rule=wanted.rule, rules=True)

    def _take_option(self, row: BookOption) -> Fate:
        entered = self._enter(row.challenge)
        before = len(self._plan.ideas)
        option = self._find_option(entered, row)
        fate = Fate.NEW if len(self._plan.ideas) > before else Fate.SAME
        if row.cost is not None:
            cost = None if fate is Fate.NEW else self._repository.list_costs(entered.challenge.id).get(option)
            if cost != row.cost:
                self._plan.costs[entered.challenge.id][option] = row.cost
                self._plan.costs_before[option] = cost
                fate = fate if fate is Fate.NEW else Fate.CHANGED
        return fate

    def _find_option(self, entered: Entered, row: BookOption) -> str:
        """Return the id of an option; one that is not there becomes an idea."""
        place = row.challenge, row.key
        if place in self._ids:
            return self._ids[place]
        row = self._cut(row)
        named = row.origin is not None and row.origin.fits and bool(entered.named)
        if named and row.origin is not None and row.origin.name in entered.named:
            found = [entered.named[row.origin.name]]
        elif named:
            found = []  # others of this file are known by what it calls them: this one is none of those that say so
        else:
            found = entered.options.get(fold_name(row.text), [])
        if len(found) > 1:
            raise RowDoubtful(Doubt(Reason("several-options", {"text": row.text})))
        self._ids[place] = found[0] if found else self._make_idea(entered, row)
        return self._ids[place]

    def _cut(self, row: BookOption) -> BookOption:
        """Return an option no longer than an idea may be; it is told how many were."""
        shortened = _shorten(row.text, IDEA.longest)
        self._cuts += shortened != row.text
        return replace(row, text=shortened)

    def _make_idea(self, entered: Entered, row: BookOption) -> str:
        random = uuid4().hex
        option = random if row.origin is None else write_origin(random, row.origin)
        author = self._voters.find(row.author, entered.challenge.id) if row.author else None
        written_at = min(row.written_at or self._now, self._now)
        held = self._say(f"words.held.{row.held}") if row.held else ""
        wording = entered.challenge.wording
        self._plan.ideas.append(Idea(option, entered.challenge.id, row.text, None, author, written_at, wording, held))
        return option

    # -- marks --------------------------------------------------------------------------------------------------------

    def _take_mark(self, row: BookMark) -> Fate:
        entered = self._enter(row.challenge)
        option = self._find_option(entered, self._book.options[row.challenge, row.option])
        row = replace(row, value=self._read_value(entered, row))
        self._check(entered, row)
        if not row.value and self._book.ballots in (VoteKind.DOTS, VoteKind.BUDGET):
            return Fate.SAME  # no point at all
        voter = self._voters.find(row.voter, entered.challenge.id)
        before = entered.given.get((voter, option))
        value = BLANK_VALUE if row.value is None else row.value
        if before == value or (before is not None and row.value is None):
            return Fate.SAME  # nothing of it is new: a blank takes no grade away
        if self._book.ballots is VoteKind.DOTS:
            self._spend(entered, voter, option, row)
        entered.given[voter, option] = value
        self._plan.marks.append((self._make_mark(entered, voter, option, value), before))
        return Fate.NEW if before is None else Fate.CHANGED

    def _make_mark(self, entered: Entered, voter: str, option: str, value: int) -> Vote:
        challenge, round = entered.challenge.id, entered.round
        if self._book.ballots is VoteKind.DOTS:
            return Dots(voter, challenge, option, value, round)
        return BallotMark(voter, challenge, option, self._book.ballots, value, round)

    def _find_rule(self, entered: Entered) -> VoteRule:
        """Return the rule of the challenge's own vote where it is of the same kind, else the usual one of this kind."""
        return entered.rule if entered.rule.kind is self._book.ballots else VoteRule(self._book.ballots)

    def _read_value(self, entered: Entered, row: BookMark) -> int | None:
        """Return what a mark is worth: a number that stands for a grade counts those of the challenge's own vote."""
        if row.counted is None:
            return row.value
        return int(count_grade(row.counted, self._find_rule(entered).scale, row.written))

    def _check(self, entered: Entered, row: BookMark) -> None:
        """Refuse what the rule of the challenge's own vote does not offer, where it is of the same kind."""
        rule = self._find_rule(entered)
        column = _COLUMNS[self._book.ballots]
        if row.value is None:
            return
        if rule.kind is VoteKind.DOTS and row.value > rule.most:
            raise RowRefused(column, row.written, "points", most=rule.most)
        if rule.kind is VoteKind.GRADES and row.value not in map(int, rule.scale.grades):
            raise RowRefused(column, row.written, "grade-not-offered")

    def _spend(self, entered: Entered, voter: str, option: str, row: BookMark) -> None:
        """Refuse points beyond what a person has, those they gave before in the room or by a file among them."""
        rule = entered.rule if entered.rule.kind is VoteKind.DOTS else VoteRule()
        spot = voter, entered.challenge.id
        if spot not in self._spent:
            self._spent[spot] = sum(value for (one, _), value in entered.given.items() if one == voter)
        wanted = self._spent[spot] - entered.given.get((voter, option), 0) + (row.value or 0)
        if wanted > rule.budget:
            raise RowRefused(_COLUMNS[VoteKind.DOTS], row.written, "points-spent", most=rule.budget)
        self._spent[spot] = wanted

    def _tell_cuts(self) -> Iterable[Reason]:
        if self._cuts:
            yield Reason("ideas-shortened", {"number": self._cuts, "most": IDEA.longest})

    def _tell_beside(self) -> Iterable[Reason]:
        """Yield which challenges are voted on in another way, so that these ballots stand beside that vote."""
        for one in self._plan.entered.values():
            if one.rule.kind is not self._book.ballots:
                yield Reason("ballots-beside", {"challenge": one.challenge.stake})


def close_challenge(challenge: Challenge, now: datetime, options: Iterable[str]) -> Challenge:
    """Return a challenge whose vote was held elsewhere: closed, its first round announced and uncovered."""
    return replace(challenge, stage=Stage.CLOSED, results_at=now, announced=challenge.round, uncovered=tuple(options))


def _shorten(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _name_all(challenges: Iterable[Challenge]) -> dict[str, set[str]]:
    """Return which challenges a folded text may mean: a stake, a statement, or both."""
    names: dict[str, set[str]] = defaultdict(set)
    listed = tuple(challenges)
    for one in listed:
        for text in (one.stake, one.statement):
            if text:
                names[fold_sentence(text)].add(one.id)
    for id, text in name_challenges_apart(listed).items():
        names[fold_sentence(text)].add(id)
    return names


def _title(row: BookOption | BookMark) -> str:
    return row.text if isinstance(row, BookOption) else row.voter
