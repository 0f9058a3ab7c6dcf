"""Voters of a file of ballots: who they are in the workshop, or that they are new."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.entries import clean_name
from workshop_kit.domain.model import Origin, Participant, Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.importing.plan import Doubt
from workshop_kit.files.importing.report import RowDoubtful, RowRefused, RowWithheld
from workshop_kit.files.importing.withdrawn import Retreats
from workshop_kit.store import Repository


class Voters:
    """The people of files of ballots, by what they are called there; it writes nothing.

    A voter is whom an earlier file of ballots brought under that name, else somebody new. Nobody of a list with contact
    details is meant by a name alone, and nobody in the room: where somebody there bears it, the line waits.

    Parameters
    ----------
    repository
        The open transaction.
    now
        When the file is taken in.
    apart
        Whether voters are known within one challenge alone.

    """

    def __init__(self, repository: Repository, now: datetime, *, apart: bool) -> None:
        self._repository = repository
        self._now = now
        self._apart = apart
        everybody = repository.list_participants()
        listed = {one.participant for one in repository.list_volunteers()}
        self._named = {one.id: fold_name(one.pseudonym) for one in everybody if one.origin is Origin.FILE}
        self._room = {fold_name(one.pseudonym) for one in everybody if one.origin.seated}
        self._everywhere = self._sort_out(one for one in self._named if one not in listed)
        self._within: dict[str, dict[str, str]] = {}
        self._retreats = Retreats(repository)
        self.new: list[Participant] = []

    def find(self, name: str, challenge: str) -> str:
        """Return the id of a voter; one who is not known yet is added.

        Raises
        ------
        RowRefused, RowWithheld, RowDoubtful
            No name at all; somebody who was erased; somebody in the room bears it.

        """
        folded = fold_name(name)
        known = self._find_within(challenge) if self._apart else self._everywhere
        if folded not in known:
            known[folded] = self._add(name, folded)
        return known[folded]

    def _find_within(self, challenge: str) -> dict[str, str]:
        """Return who voted on, or wrote for, a challenge, by their folded names."""
        if challenge not in self._within:
            votes = self._repository.list_votes(challenge, every_round=True)
            there = {one.participant for one in votes} | {one.author for one in self._repository.list_ideas(challenge)}
            self._within[challenge] = self._sort_out(one for one in self._named if one in there)
        return self._within[challenge]

    def _sort_out(self, people: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in people:
            found.setdefault(self._named[one], one)
        return found

    def _add(self, name: str, folded: str) -> str:
        shown = clean_name(name)
        if not shown:
            raise RowRefused("voter", name, "empty")
        if not self._apart:
            if self._retreats.find_name(name) is not None:
                raise RowWithheld(Reason("voter-erased"))
            if folded in self._room:
                raise RowDoubtful(Doubt(Reason("voter-seated", {"name": shown})))
        person = Participant(uuid4().hex, shown, "", "", Origin.FILE, self._now)
        self.new.append(person)
        return person.id
