"""A workshop opened as DataFrames."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from workshop_kit.data.frames import (
    FRAMES,
    Poll,
    Stakes,
    read_assignments,
    read_challenges,
    read_contacts,
    read_ideas,
    read_missions,
    read_options,
    read_presence,
    read_scores,
    read_votes,
)
from workshop_kit.domain.believing import is_past
from workshop_kit.domain.days import find_day
from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import Challenge
from workshop_kit.environment import FOLDER_VARIABLE
from workshop_kit.errors import MissingEntry, NotAllowed, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.store.moments import find_last_moment
from workshop_kit.store.opening import is_address, open_address
from workshop_kit.store.persons import Persons


@dataclass(frozen=True, repr=False, eq=False)
class WorkshopData:
    """DataFrames of one workshop, as it stood at one moment; nothing done to them reaches the workshop.

    A missing value is ``<NA>``: 0 and -2 are answers, no answer is missing. Ids (``participant``, ``idea``, ``option``,
    ``mission``) are made by the kit and tell nothing about a person; two seats that were joined are one participant.
    A challenge is named by ``challenge``, its id, and ``stake``, what the room calls it (a category, in the order of
    the challenges). Times are in UTC.

    Attributes
    ----------
    title
        The workshop's title.
    challenges
        One row a challenge, by ``position`` (0 first): its ``statement`` and the five parts it is made of (``action``,
        ``population``, ``territory``, ``deadline``, ``indicator``), missing when it does not say; ``revealed_at``, when
        its ideas were first shown to the room.
    presence
        One row a participant: ``category`` (a usual one, or the organiser's own word), ``sector``, ``origin``
        (``room``, ``proxy``, ``file``), ``in_room`` (not known from a file alone), ``offers_help`` (left an offer),
        ``joined_at``.
    ideas
        One row an idea: ``text``, with ``[…]`` for a number or an address in it, ``source`` (``lived``, ``field``,
        ``data``, ``hearsay``; missing when untold), ``author`` (a participant), ``option`` (what it is voted on as: its
        group, or itself; missing while it is held back), ``written_at``.
    options
        One row a thing to vote on: ``title``, ``lone`` (an idea outside any group), ``ideas`` (1 or more), ``vote``
        (``dots``, ``grades``, ``statements``, ``budget``), ``rank`` in its challenge (1 first; equal results share it).
        What another kind of vote asks for is missing: ``dots`` (the points of a budget as well) and ``supporters``;
        ``grade``, the majority grade, 0..6; ``agree``, ``disagree`` and ``passed``; ``cost`` and ``funded``.
    votes
        One row a participant and option, of the round that counts: ``vote``, as in ``options``, and ``value``: the
        dots; the number of a grade, 0..6; 1 agree, 0 pass, -1 disagree; the points of a budget, 1 where it is approved.
        What was put on an idea before it joined a group is the group's; on what is no option any more, left out.
    scores
        One row a participant and challenge: ``competence`` 0..3 and ``interest`` -2..+2, missing when not answered;
        ``unsure`` is the answer "I don't know".
    missions
        One row a mission: ``title``, ``places`` (1 or more), ``min_competence`` 0..3, ``sector`` (missing: anywhere).
    assignments
        One row a participant and mission: ``status`` (``proposed``, ``accepted``, ``declined``), ``by_hand``,
        ``reason`` (the code of a sentence of the synthesis).

    """

    title: str
    challenges: pd.DataFrame
    presence: pd.DataFrame
    ideas: pd.DataFrame
    options: pd.DataFrame
    votes: pd.DataFrame
    scores: pd.DataFrame
    missions: pd.DataFrame
    assignments: pd.DataFrame
    _contacts: pd.DataFrame | None = field(default=None)
    _language: str = field(default="fr")

    @property
    def contacts(self) -> pd.DataFrame:
        """One row a ``participant``: ``pseudonym``, and of those who offered help how to reach them, where they agreed.

        ``name``, ``email``, ``phone``, ``sector``, ``consented_at``, ``purpose`` and ``may_show_name`` are missing
        where nothing was left. For what the ``purpose`` says and nothing else.

        Raises
        ------
        NotAllowed
            ``contacts-not-asked``: the data were opened without ``contacts=True``.

        """
        if self._contacts is None:
            raise _said(NotAllowed("contacts-not-asked"), self._language)
        return self._contacts

    def __repr__(self) -> str:
        names = (name for name in FRAMES if name != "contacts" or self._contacts is not None)
        rows = ", ".join(f"{name}: {len(getattr(self, name))}" for name in names)
        return f"<WorkshopData of {self.title!r}; {rows}>"


def open_data(
    workshop: str | Path | None = None, *, contacts: bool = False, language: str | None = None
) -> WorkshopData:
    """Read a workshop into typed DataFrames.

    Parameters
    ----------
    workshop
        The workshop's folder, or the address of its PostgreSQL database (``postgresql://user@host/database``);
        ``None`` takes the folder named by ``WORKSHOP_FOLDER``, as in ``workshop-kit lab``.
    contacts
        Whether names, e-mail addresses, telephone numbers and pseudonyms are read as well, into ``contacts``.
    language
        ``"fr"`` or ``"en"``: the language in which ``source`` and ``category`` are said; ``None``: the kit's own
        codes, the same in every workshop.

    Returns
    -------
    WorkshopData
        Copies: the workshop is not changed, except that one made by an older kit is brought up to date first.

    Raises
    ------
    MissingEntry
        ``no-folder`` when no folder is named, ``no-workshop`` when there is no workshop.
    NotAllowed
        ``contacts-expired``: contacts were asked for after the day on which they are to be erased.
    StoreUnavailable
        The database cannot be read.

    Examples
    --------
    >>> data = open_data("demo-workshop")  # doctest: +SKIP
    >>> data.scores.groupby("stake")["competence"].mean()  # doctest: +SKIP

    """
    try:
        with _open(workshop) as store:
            now = datetime.now(UTC)
            return store.read(lambda repository: _read(repository, contacts, language, now))
    except WorkshopError as error:
        raise _said(error, language) from None


def _open(workshop: str | Path | None) -> Store:
    named = workshop or os.environ.get(FOLDER_VARIABLE)
    if not named:
        raise MissingEntry("no-folder")
    if isinstance(named, str) and is_address(named):
        return open_address(named)
    return open_store(Path(named))


def _said(error: WorkshopError, language: str | None) -> WorkshopError:
    """Add the error's sentence to it: in a notebook, a traceback is all that is read."""
    for one in (language,) if language else ("fr", "en"):
        error.add_note(Translator(one).sentence(error))
    return error


def _read(repository: Repository, contacts: bool, language: str | None, now: datetime) -> WorkshopData:
    workshop = repository.find_workshop()
    if contacts and is_past(workshop.retention_until, now, find_last_moment(repository)):
        raise NotAllowed("contacts-expired", day=find_day(workshop.retention_until))
    challenges = repository.list_challenges()
    persons = Persons(repository)
    participants, volunteers = persons.list_participants(), persons.list_volunteers()
    ideas = persons.list_ideas()
    options = list_options(ideas, repository.list_groups())
    polls = [_read_poll(repository, persons, one, options) for one in challenges]
    missions = repository.list_missions()
    stakes = Stakes(challenges)
    return WorkshopData(
        title=workshop.title,
        challenges=read_challenges(challenges, stakes),
        presence=read_presence(participants, volunteers, language),
        ideas=read_ideas(ideas, options, stakes, language),
        options=read_options(polls, stakes),
        votes=read_votes(polls, stakes),
        scores=read_scores(persons.list_scores(), stakes),
        missions=read_missions(missions, stakes),
        assignments=read_assignments(persons.list_assignments(), missions, stakes),
        _contacts=read_contacts(participants, volunteers) if contacts else None,
        _language=language or workshop.language,
    )


def _read_poll(repository: Repository, persons: Persons, challenge: Challenge, options: Sequence[Option]) -> Poll:
    return Poll(
        challenge.id,
        repository.find_vote_rule(challenge.id, challenge.counted_round),
        [one for one in options if one.challenge == challenge.id],
        persons.list_votes(challenge.id),
        repository.list_costs(challenge.id),
        repository.list_funded(challenge.id),
    )
