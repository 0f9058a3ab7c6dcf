"""Ideas, their groups, and the votes on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Table

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.model import SEVERAL, Dots, Idea, IdeaGroup, Removal, Remover, Vote, find_counted_round
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.ballots import MARK, BallotShelf
from workshop_kit.store.shelf import Noun, row_of
from workshop_kit.store.statements import copy_where, delete_where, given, name_values

IDEA: Final = Noun("idea", Idea, schema.idea)
REMOVAL: Final = Noun("removal", Removal, schema.idea_removal)
GROUP: Final = Noun("group", IdeaGroup, schema.idea_group)
DOTS: Final = Noun("vote", Dots, schema.dots)


class IdeaShelf(BallotShelf):
    """Table data gateway of ideas, groups of ideas and votes."""

    def list_ideas(self, challenge: str | None = None, author: str | None = None) -> tuple[Idea, ...]:
        """Return the ideas, of one challenge or one author if given, in the order they came."""
        return self._list(IDEA, **given(challenge=challenge, author=author))

    def count_ideas(self, challenge: str) -> int:
        """Return how many ideas of a challenge the room reads or will read: all that are not held back."""
        return len(self._rows(schema.idea, "id", challenge=challenge, held=""))

    def find_idea(self, idea: str) -> Idea:
        """Return the idea with this id; raises ``MissingEntry``."""
        return self._get(IDEA, idea)

    def add_idea(self, idea: Idea) -> None:
        """Add an idea under a challenge; ``MissingEntry`` when challenge or author are not there."""
        self._check_idea(idea)
        self._insert(IDEA, row_of(_note_held(idea)), idea.challenge)

    def update_idea(self, idea: Idea) -> None:
        """Replace the idea with the same id; raises ``MissingEntry`` as when adding."""
        self._check_idea(idea)
        before = self.find_idea(idea.id)
        if before.challenge != idea.challenge:
            self._check_in_no_group(before)
            self._note_votes_on(idea.id)
            for table in schema.VOTES:
                self._erase(table, option=idea.id)
            self._note("idea", idea.id, before.challenge)
        self._change(IDEA, row_of(_note_held(idea)), idea.challenge)

    def mark_read(self, challenge: str, ideas: Sequence[str] | None = None) -> tuple[str, ...]:
        """Note that a press brought the ideas of a challenge to the screen, or some; return those that were unread."""
        waiting = [row.id for row in self._rows(schema.idea, "id", challenge=challenge, unread=True)]
        read = tuple(one for one in waiting if ideas is None or one in ideas)
        self._change_ideas({"unread": False}, dict.fromkeys(read, challenge))
        return read

    def have_unread(self, ideas: Iterable[Idea]) -> None:
        """Note that ideas wait to be read before they are brought to the screen."""
        self._change_ideas({"unread": True}, {idea.id: idea.challenge for idea in ideas})

    def hold_ideas(self, ideas: Iterable[Idea], reason: str) -> None:
        """Hold ideas back together, or without a reason give them back; either way they were read as they stand."""
        row = {"held": reason, "corrected": False} | ({"once_held": True} if reason else {})
        self._change_ideas(row, {idea.id: idea.challenge for idea in ideas})

    def _change_ideas(self, row: Mapping[str, Any], challenges: Mapping[str, str]) -> None:
        """Write the same in many ideas, given with their challenges."""
        if not challenges:
            return
        self._replace_among(schema.idea, row, "id", challenges)
        for challenge in dict.fromkeys(challenges.values()):
            self._note_many("idea", [idea for idea, its in challenges.items() if its == challenge], challenge)

    def remove_idea(self, idea: str, by: Remover | None) -> None:
        """Remove an idea and the votes on it; one that stands in a group raises ``InvalidEntry``.

        It is counted on whose side it was removed; ``None``: it is as if it had never come.
        """
        self.remove_ideas(self.find_idea(idea).challenge, (idea,), by)

    def remove_ideas(self, challenge: str, ideas: Sequence[str], by: Remover | None) -> None:
        """Remove ideas of one challenge together, as ``remove_idea`` does each; raises ``MissingEntry`` as well."""
        if not ideas:
            return
        for idea in ideas:
            self._check_in_no_group(self.find_idea(idea))
        self._note_votes_on(*ideas)
        for table in schema.VOTES:
            self._erase_all(table, "option", ideas)
        self._erase_all(schema.idea, "id", ideas)
        self._note_many("idea", ideas, challenge)
        if by is None:
            return
        counted = self._rows(schema.idea_removal, "count", challenge=challenge, by=by)
        row = Removal(challenge, by, len(ideas) + sum(one.count for one in counted))
        self._write_pair(schema.idea_removal, row_of(row))

    def list_removals(self, challenge: str | None = None) -> tuple[Removal, ...]:
        """Return how many ideas were removed and by whom, of one challenge if given."""
        return self._list(REMOVAL, order="challenge", **given(challenge=challenge))

    def list_groups(self, challenge: str | None = None, *, undone: bool = False) -> tuple[IdeaGroup, ...]:
        """Return the groups in the order they came; with ``undone``, those that were undone as well."""
        groups = self._groups(**given(challenge=challenge))
        return tuple(group for group in groups if undone or group.undone_at is None)

    def find_group(self, group: str) -> IdeaGroup:
        """Return the group with this id, standing or undone; raises ``MissingEntry``."""
        found = self._groups(id=group)
        if not found:
            raise MissingEntry("no-group", id=group)
        return found[0]

    def add_group(self, group: IdeaGroup) -> None:
        """Add a group of ideas of one challenge."""
        self._check_group(group)
        self._insert(GROUP, row_of(group, "members"), group.challenge)
        self._write_members(group)

    def update_group(self, group: IdeaGroup) -> None:
        """Replace the group with the same id, for instance to undo it; raises ``MissingEntry``."""
        self._require(GROUP, group.id)
        self._check_group(group)
        self._change(GROUP, row_of(group, "members"), group.challenge)
        members = schema.idea_group_member
        self._erase(members, idea_group=group.id)
        self._write_members(group)

    def list_votes(
        self,
        challenge: str | None = None,
        participant: str | None = None,
        *,
        every_round: bool = False,
        every_kind: bool = False,
    ) -> tuple[Vote, ...]:
        """Return what people gave in votes, of one challenge or one participant if given.

        It is what counts: of the round that counts, on the kind of ballot that the room was asked with in it. With
        ``every_round``, of every kind too.
        """
        everybody = participant is None
        votes = self._list_every_vote(challenge) if everybody else self._read_votes(challenge, participant)
        return votes if every_round else self.keep_counted(votes, every_kind=every_kind)

    def keep_counted(self, votes: tuple[Vote, ...], *, every_kind: bool = False) -> tuple[Vote, ...]:
        """Return those of some ``votes`` that count, as ``list_votes`` does."""
        if not votes:
            return ()
        challenges = self._rows(schema.challenge, "id", "stage", "round", "announced")
        rounds = {row.id: find_counted_round(row.stage, row.round, row.announced) for row in challenges}
        counted = tuple(vote for vote in votes if vote.round == rounds[vote.challenge])
        if every_kind:
            return counted
        kinds = {one: self.find_vote_rule(one, rounds[one]).kind for one in {vote.challenge for vote in counted}}
        return tuple(vote for vote in counted if vote.kind is kinds[vote.challenge])

    def count_given(self, challenge: str, round: int, kind: VoteKind) -> dict[str, dict[int, int]]:
        """Return how many seats gave each value in a round on one kind of ballot, by the id of what they gave it to."""
        table, value, equal = _find_ballots(challenge, round, kind)
        given: dict[str, dict[int, int]] = {}
        for option, worth, number in self._numbers(table, "option", value, **equal):
            given.setdefault(option, {})[worth] = number
        return given

    def count_given_by(self, challenge: str, round: int, kind: VoteKind) -> dict[str, int]:
        """Return by seat to how many it gave anything in a round on one kind of ballot, blanks among them."""
        table, _, equal = _find_ballots(challenge, round, kind)
        return dict(self._numbers(table, "participant", **equal))

    def list_given_to(self, option: str, challenge: str, round: int, kind: VoteKind) -> tuple[Vote, ...]:
        """Return what seats gave in a round on one kind of ballot to a group or an idea, by its id."""
        # found by the option alone: asked for the challenge as well, SQLite goes through all votes of that
        dots = self._list(DOTS, order="option", option=option) if kind is VoteKind.DOTS else ()
        marks = self._list(MARK, order="option", option=option) if kind is not VoteKind.DOTS else ()
        given: tuple[Vote, ...] = (*dots, *marks)
        return tuple(one for one in given if (one.challenge, one.round, one.kind) == (challenge, round, kind))

    def list_dots(
        self, challenge: str | None = None, participant: str | None = None, *, every_round: bool = False
    ) -> tuple[Dots, ...]:
        """Return the dots among what ``list_votes`` returns."""
        votes = self.list_votes(challenge, participant, every_round=every_round, every_kind=True)
        return tuple(vote for vote in votes if isinstance(vote, Dots))

    def update_dots(self, dots: Dots) -> None:
        """Put, change or, with a count of 0, take back the dots of one participant on one option in one round."""
        self._require_participant(dots.participant)
        self._require_challenge(dots.challenge)
        self._require_option(dots.challenge, dots.option)
        if dots.count < 0:
            raise InvalidEntry("refused-by-store", detail=f"count={dots.count}")
        if dots.count == 0:
            self._erase(schema.dots, participant=dots.participant, option=dots.option, round=dots.round)
        else:
            self._write_pair(schema.dots, row_of(dots))
        self._note("vote", dots.participant, dots.challenge)

    def lower_dots(self, dots: Iterable[Dots]) -> None:
        """Leave people fewer dots on options where they have some, many at once."""
        lowered = tuple(dots)
        key = ("participant", "option", "round")
        gone = [name_values({name: getattr(one, name) for name in key}) for one in lowered if one.count == 0]
        if gone:
            self._alter(delete_where(schema.dots, key), gone)
        self._replace_all(schema.dots, (row_of(one) for one in lowered if one.count > 0))
        for challenge in dict.fromkeys(one.challenge for one in lowered):
            people = {one.participant: None for one in lowered if one.challenge == challenge}
            self._note_many("vote", people, challenge)

    def take_dots_along(self, challenge: str, before: int, after: int) -> None:
        """Have all the dots of one round stand in a later one as well, in which nobody gave any: noted once."""
        values = {"to_round": after, **name_values({"challenge": challenge, "round": before})}
        self._alter(copy_where(schema.dots, ("round",), ("challenge", "round")), values)
        self._note("vote", SEVERAL, challenge)

    def _list_every_vote(self, challenge: str | None) -> tuple[Vote, ...]:
        """Return the votes of everybody, from those kept at hand if any are."""
        if self._kept_votes is None:
            return self._read_votes(challenge)
        if challenge is not None:
            return self._kept_votes.list_votes(self._connection, challenge, self._read_votes)
        challenges = [row.id for row in self._rows(schema.challenge, "id")]
        return self._kept_votes.list_every_vote(self._connection, challenges, self._read_votes)

    def _read_votes(self, challenge: str | None, participant: str | None = None) -> tuple[Vote, ...]:
        equal = given(challenge=challenge, participant=participant)
        return (*self._list(DOTS, order="challenge", **equal), *self.list_ballot_marks(**equal))

    def _check_idea(self, idea: Idea) -> None:
        self._require_challenge(idea.challenge)
        if idea.author is not None:
            self._require_participant(idea.author)

    def _check_in_no_group(self, idea: Idea) -> None:
        for (group,) in self._rows(schema.idea_group_member, "idea_group", idea=idea.id):
            found = self.find_group(group)
            if found.undone_at is None:
                raise InvalidEntry("idea-in-group", id=idea.id, title=found.title)
            self._note("group", group, found.challenge)  # it had the idea among its members, though undone

    def _note_votes_on(self, *options: str) -> None:
        for table in schema.VOTES:
            given: dict[str, dict[str, None]] = {}
            for option in options:
                for participant, challenge in self._rows(table, "participant", "challenge", option=option):
                    given.setdefault(challenge, {})[participant] = None
            for challenge, people in given.items():
                self._note_many("vote", people, challenge)

    def _check_group(self, group: IdeaGroup) -> None:
        self._require_challenge(group.challenge)
        for member in group.members:
            found = self.find_idea(member)
            if found.challenge != group.challenge:
                raise InvalidEntry("idea-elsewhere", id=member)

    def _write_members(self, group: IdeaGroup) -> None:
        rows = [
            {"idea_group": group.id, "idea": idea, "rank": rank}
            for rank, idea in enumerate(dict.fromkeys(group.members))
        ]
        self._add(schema.idea_group_member, rows)

    def _groups(self, **equal: str) -> tuple[IdeaGroup, ...]:
        members: dict[str, list[str]] = {}
        for group, idea in self._rows(schema.idea_group_member, "idea_group", "idea", order=("rank",)):
            members.setdefault(group, []).append(idea)
        columns = ("id", "challenge", "title", "formed_at", "undone_at")
        rows = self._rows(schema.idea_group, *columns, order=("added",), **equal)
        return tuple(
            IdeaGroup(row.id, row.challenge, row.title, tuple(members.get(row.id, ())), row.formed_at, row.undone_at)
            for row in rows
        )


def _find_ballots(challenge: str, round: int, kind: VoteKind) -> tuple[Table, str, dict[str, Any]]:
    """Return the table of one kind of ballot, the column of what was given, and which rows are of a round."""
    equal: dict[str, Any] = {"challenge": challenge, "round": round}
    if kind is VoteKind.DOTS:
        return schema.dots, "count", equal
    return schema.ballot_mark, "value", {**equal, "kind": kind}


def _note_held(idea: Idea) -> Idea:
    """Return an idea that remembers that it was held back, if it is."""
    return replace(idea, once_held=True) if idea.held and not idea.once_held else idea
