"""Step 3: ideas counted while people write, then revealed, gathered and voted on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from workshop_kit.domain.model import Idea, IdeaGroup, Origin, Participant, Phase, Source
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.entries import need_line, new_identifier, read_identifier, read_line
from workshop_kit.live.facilitator.idea_table import IdeaTable
from workshop_kit.store import Repository

#: The most characters of an idea, of a group's title, and of a pseudonym.
IDEA_AT_MOST: Final = 1000
TITLE_AT_MOST: Final = 160
PSEUDONYM_AT_MOST: Final = 40
_BEFORE_VOTE: Final = frozenset({Phase.WELCOME, Phase.WRITING, Phase.REVEAL})
_HIDDEN: Final = frozenset({Phase.WELCOME, Phase.WRITING})


class IdeasDesk(Desk):
    """Ideas of the current challenge, their groups, and the vote."""

    def ideas_model(self) -> dict[str, Any]:
        """Return what step 3 shows: before the reveal, numbers only; before the results, no tally."""
        return self.store.read(lambda repository: IdeaTable(repository, self.language).read())

    def write_for(self, fields: Mapping[str, object], *, intention: str | None = None) -> dict[str, Any]:
        """Write an idea of someone without a phone, under a pseudonym of theirs or under none.

        Raises
        ------
        InvalidEntry
            ``idea-missing``, ``text-too-long``, ``unknown-source``, ``proxy-category-missing``.
        NotAllowed
            ``no-challenge-yet`` or ``ideas-closed``.

        """
        text = need_line(fields.get("text"), IDEA_AT_MOST, "idea-missing")
        source = _read_source(fields.get("source"))
        pseudonym = read_line(fields.get("pseudonym") or "", PSEUDONYM_AT_MOST)
        category = read_line(fields.get("category") or "", PSEUDONYM_AT_MOST)

        def action(repository: Repository) -> dict[str, Any]:
            workshop = repository.find_workshop()
            if workshop.current_challenge is None:
                raise NotAllowed("no-challenge-yet")
            if workshop.phase not in _BEFORE_VOTE:
                raise NotAllowed("ideas-closed")
            author = self._seat_of(pseudonym, category, repository) if pseudonym else None
            idea = Idea(new_identifier(), workshop.current_challenge, text, source, author, self.now())
            repository.add_idea(idea)
            return {"id": idea.id}

        return self.store.perform(intention, action)

    def remove_idea(self, *, idea: str, intention: str | None = None) -> dict[str, Any]:
        """Take away an idea that insults someone; its dots go back to those who put them."""

        def action(repository: Repository) -> dict[str, Any]:
            known = repository.find_idea(idea)
            for group in repository.list_groups(challenge=known.challenge):
                if idea in group.members:
                    self._shrink(group, idea, repository)
            _return_dots(known.challenge, idea, repository)
            repository.remove_idea(idea)
            return {"removed": idea}

        return self.store.perform(intention, action)

    def gather_ideas(self, *, ideas: object, title: object, intention: str | None = None) -> dict[str, Any]:
        """Gather ideas into one option; members of standing groups bring their whole group along.

        The groups so absorbed are undone, not erased: what was gathered when stays on record.

        Raises
        ------
        InvalidEntry
            ``group-too-small`` (two ideas at least), ``group-title-missing``, ``group-across-challenges``.
        NotAllowed
            ``gathering-before-reveal`` or ``gathering-after-vote``.

        """
        wanted = _read_identifiers(ideas)
        name = need_line(title, TITLE_AT_MOST, "group-title-missing")

        def action(repository: Repository) -> dict[str, Any]:
            chosen = [repository.find_idea(one) for one in wanted]
            if len({one.challenge for one in chosen}) > 1:
                raise InvalidEntry("group-across-challenges")
            challenge = chosen[0].challenge if chosen else ""
            _check_gathering(challenge, repository)
            members = self._absorb(chosen, challenge, repository)
            if len(members) < 2:
                raise InvalidEntry("group-too-small")
            group = IdeaGroup(new_identifier(), challenge, name, members, self.now())
            repository.add_group(group)
            return {"id": group.id, "members": list(members)}

        return self.store.perform(intention, action)

    def rename_group(self, *, group: str, title: object, intention: str | None = None) -> dict[str, Any]:
        """Give a standing group another title, while the vote has not begun."""
        name = need_line(title, TITLE_AT_MOST, "group-title-missing")

        def action(repository: Repository) -> dict[str, Any]:
            known = repository.find_group(group)
            _check_gathering(known.challenge, repository)
            repository.update_group(replace(known, title=name))
            return {"id": group}

        return self.store.perform(intention, action)

    def undo_group(self, *, group: str, intention: str | None = None) -> dict[str, Any]:
        """Part the ideas of a group again; the group stays on record as undone."""

        def action(repository: Repository) -> dict[str, Any]:
            known = repository.find_group(group)
            if known.undone_at is None:
                _check_gathering(known.challenge, repository)
                repository.update_group(replace(known, undone_at=self.now()))
            return {"id": group}

        return self.store.perform(intention, action)

    def _seat_of(self, pseudonym: str, category: str, repository: Repository) -> str:
        """Return the id of the participant called ``pseudonym``, adding them when they are new."""
        known = repository.find_participant_by_pseudonym(pseudonym)
        if known is not None:
            return known.id
        if not category:
            raise InvalidEntry("proxy-category-missing", pseudonym=pseudonym)
        added = Participant(new_identifier(), pseudonym, category, "", Origin.PROXY, self.now())
        repository.add_participant(added)
        return added.id

    def _absorb(self, chosen: Sequence[Idea], challenge: str, repository: Repository) -> tuple[str, ...]:
        """Undo the groups that ``chosen`` belong to and return all members, each once, in order."""
        members = [one.id for one in chosen]
        for group in repository.list_groups(challenge=challenge):
            if not set(group.members).isdisjoint(members):
                members.extend(group.members)
                repository.update_group(replace(group, undone_at=self.now()))
        return tuple(dict.fromkeys(members))

    def _shrink(self, group: IdeaGroup, idea: str, repository: Repository) -> None:
        """Take ``idea`` out of ``group``; a group of one is none, and its dots pass to the idea that stays."""
        left = tuple(member for member in group.members if member != idea)
        if len(left) >= 2:
            repository.update_group(replace(group, members=left))
            return
        repository.update_group(replace(group, undone_at=self.now()))
        for dots in repository.list_dots(challenge=group.challenge):
            if dots.option == group.id:
                repository.update_dots(replace(dots, count=0))
                repository.update_dots(replace(dots, option=left[0]))


def _check_gathering(challenge: str, repository: Repository) -> None:
    phase = repository.find_workshop().phase
    if phase in _HIDDEN:
        raise NotAllowed("gathering-before-reveal")
    if phase is not Phase.REVEAL or repository.list_dots(challenge=challenge):
        raise NotAllowed("gathering-after-vote")


def _return_dots(challenge: str, option: str, repository: Repository) -> None:
    for dots in repository.list_dots(challenge=challenge):
        if dots.option == option:
            repository.update_dots(replace(dots, count=0))


def _read_source(value: object) -> Source | None:
    if value is None or value == "":
        return None
    try:
        return Source(str(value))
    except ValueError:
        raise InvalidEntry("unknown-source", received=value) from None


def _read_identifiers(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise InvalidEntry("group-too-small")
    return tuple(dict.fromkeys(read_identifier({"id": one}, "id") for one in value))
