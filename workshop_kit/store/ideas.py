"""Ideas, their groups, and the dots of the vote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import delete, insert, select

from workshop_kit.domain.model import Dots, Idea, IdeaGroup
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

IDEA: Final = Noun("idea", Idea, schema.idea)
GROUP: Final = Noun("group", IdeaGroup, schema.idea_group)
DOTS: Final = Noun("dots", Dots, schema.dots)


class IdeaShelf(Shelf):
    """Ideas, groups of ideas and dots."""

    def list_ideas(self, challenge: str | None = None, author: str | None = None) -> tuple[Idea, ...]:
        """Return the ideas, of one challenge or one author if given, in the order they came."""
        idea = schema.idea.c
        wanted = ((idea.challenge, challenge), (idea.author, author))
        return self._list(IDEA, *(column == value for column, value in wanted if value is not None))

    def find_idea(self, idea: str) -> Idea:
        """Return the idea with this id; raises ``MissingEntry``."""
        return self._get(IDEA, idea)

    def add_idea(self, idea: Idea) -> None:
        """Add an idea under a challenge; ``MissingEntry`` when challenge or author are not there."""
        self._check_idea(idea)
        self._insert(IDEA, row_of(idea), idea.challenge)

    def update_idea(self, idea: Idea) -> None:
        """Replace the idea with the same id; raises ``MissingEntry`` as when adding."""
        self._check_idea(idea)
        before = self.find_idea(idea.id)
        if before.challenge != idea.challenge:
            self._check_in_no_group(before)
            self._remove_dots_on(idea.id)
            self._note("idea", idea.id, before.challenge)
        self._change(IDEA, row_of(idea), idea.challenge)

    def remove_idea(self, idea: str) -> None:
        """Remove an idea and the dots on it; one that stands in a group raises ``InvalidEntry``."""
        found = self.find_idea(idea)
        self._check_in_no_group(found)
        self._remove_dots_on(idea)
        self._delete(IDEA, idea, found.challenge)

    def list_groups(self, challenge: str | None = None, *, undone: bool = False) -> tuple[IdeaGroup, ...]:
        """Return the groups in the order they came; with ``undone``, those that were undone as well."""
        group = schema.idea_group.c
        where = [] if challenge is None else [group.challenge == challenge]
        if not undone:
            where.append(group.undone_at.is_(None))
        return self._groups(where)

    def find_group(self, group: str) -> IdeaGroup:
        """Return the group with this id, standing or undone; raises ``MissingEntry``."""
        found = self._groups([schema.idea_group.c.id == group])
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
        self._alter(delete(members).where(members.c.idea_group == group.id))
        self._write_members(group)

    def list_dots(self, challenge: str | None = None, participant: str | None = None) -> tuple[Dots, ...]:
        """Return the dots, of one challenge or one participant if given."""
        dots = schema.dots.c
        wanted = ((dots.challenge, challenge), (dots.participant, participant))
        where = (column == value for column, value in wanted if value is not None)
        return self._list(DOTS, *where, order="challenge")

    def update_dots(self, dots: Dots) -> None:
        """Put, change or, with a count of 0, take back the dots of one participant on one option."""
        self._require_participant(dots.participant)
        self._require_challenge(dots.challenge)
        options = (schema.idea, schema.idea_group)
        if not any(
            self._is_there(table, table.c.id == dots.option, table.c.challenge == dots.challenge) for table in options
        ):
            raise MissingEntry("no-option", id=dots.option)
        if dots.count < 0:
            raise InvalidEntry("refused-by-store", detail=f"count={dots.count}")
        if dots.count == 0:
            kept = schema.dots.c
            self._alter(delete(schema.dots).where(kept.participant == dots.participant, kept.option == dots.option))
        else:
            self._write_pair(schema.dots, row_of(dots))
        self._note("dots", dots.participant, dots.challenge)

    def _check_idea(self, idea: Idea) -> None:
        self._require_challenge(idea.challenge)
        if idea.author is not None:
            self._require_participant(idea.author)

    def _check_in_no_group(self, idea: Idea) -> None:
        member = schema.idea_group_member.c
        standing = schema.idea_group.join(schema.idea_group_member)
        query = select(schema.idea_group.c.title).select_from(standing)
        query = query.where(member.idea == idea.id, schema.idea_group.c.undone_at.is_(None))
        title = self._connection.execute(query).scalar()
        if title is not None:
            raise InvalidEntry("idea-in-group", id=idea.id, title=title)

    def _remove_dots_on(self, option: str) -> None:
        on_it = schema.dots.c.option == option
        query = select(schema.dots.c.participant, schema.dots.c.challenge).where(on_it)
        for participant, challenge in self._connection.execute(query):
            self._note("dots", participant, challenge)
        self._alter(delete(schema.dots).where(on_it))

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
        if rows:
            self._alter(insert(schema.idea_group_member), rows)

    def _groups(self, where: Iterable[Any]) -> tuple[IdeaGroup, ...]:
        member = schema.idea_group_member.c
        members: dict[str, list[str]] = {}
        for group, idea in self._connection.execute(select(member.idea_group, member.idea).order_by(member.rank)):
            members.setdefault(group, []).append(idea)
        kept = schema.idea_group.c
        columns = (kept.id, kept.challenge, kept.title, kept.formed_at, kept.undone_at)
        rows = self._connection.execute(select(*columns).where(*where).order_by(kept.added))
        return tuple(
            IdeaGroup(row.id, row.challenge, row.title, tuple(members.get(row.id, ())), row.formed_at, row.undone_at)
            for row in rows
        )
