"""A workshop opened as DataFrames."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from workshop_kit.data.frames import (
    FRAMES,
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
from workshop_kit.domain.ballots import VoteRule
from workshop_kit.domain.believing import is_past
from workshop_kit.domain.counting import count_votes, gather_ballots
from workshop_kit.domain.days import find_day
from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.voting import Tally
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
        ``joined_at``. Of an offer ``max_missions`` (1..20), ``reach`` (sectors, missing: anywhere), ``days``
        (``weekdays``, ``evenings``, ``weekends``), ``until`` (a day), ``car`` and ``languages``; lists are parted by
        commas.
    ideas
        One row an idea: ``text``, with ``[…]`` for a number or an address in it, ``source`` (``lived``, ``field``,
        ``data``, ``hearsay``; missing when untold), ``author`` (a participant), ``option`` (what it is voted on as: its
        group, or itself; missing while it is held back), ``written_at``.
    options
        One row a thing to vote on: ``title``, ``lone`` (an idea outside any group), ``ideas`` (1 or more), ``rank`` in
        its challenge (1 first; equal results share it). By the ``kind`` of vote (``dots``, ``grades``, ``statements``,
        ``budget``), and missing of any other: ``dots`` and ``supporters``; ``grade``, the majority grade from 0 to 6;
        ``agree``, ``disagree`` and ``passed``, people; ``points``, ``approvals``, ``cost`` and ``funded``.
    votes
        One row a participant and option of the round that counts, with the ``kind`` of vote and what was given:
        ``dots`` up to what the rule of the round allows; ``grade`` 0..6; ``stance``, 1 agrees, -1 disagrees, 0 passes;
        ``points``, 1 where a budget is approved. What was put on an idea before it joined a group is the group's; what
        is on something that is no option any more is left out.
    scores
        One row a participant and challenge: ``competence`` 0..3 and ``interest`` -2..+2, missing when not answered;
        ``unsure`` is the answer "I don't know".
    missions
        One row a mission: ``title``, ``places`` (1 or more), ``min_places`` (0: none was said),
        ``min_competence`` 0..3, ``importance`` (1 first to 3 last), ``sector`` (missing: anywhere), ``first_date`` and
        ``last_date``, ``begins``
        and ``finishes`` (hours, ``19:00``), ``days`` as above, ``car`` (it asks for one), ``language`` (missing: none).
    assignments
        One row a participant and mission: ``status`` (``proposed``, ``accepted``, ``declined``, ``later``),
        ``by_hand``, ``reason`` (the code of a sentence of the synthesis), ``beside`` (with whom a beginner goes),
        ``another`` (declined, and would like another).

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
    missions, stakes = repository.list_missions(), Stakes(challenges)
    rules = {one.id: repository.find_vote_rule(one.id, one.counted_round) for one in challenges}
    tallies, ballots = _count(repository, persons, options, rules)
    return WorkshopData(
        title=workshop.title,
        challenges=read_challenges(challenges, stakes),
        presence=read_presence(participants, volunteers, language),
        ideas=read_ideas(ideas, options, stakes, language),
        options=read_options(rules, tallies, stakes),
        votes=read_votes(options, rules, ballots, stakes),
        scores=read_scores(persons.list_scores(), stakes),
        missions=read_missions(missions, stakes),
        assignments=read_assignments(persons.list_assignments(), missions, stakes),
        _contacts=read_contacts(participants, volunteers) if contacts else None,
        _language=language or workshop.language,
    )


def _count(
    repository: Repository, persons: Persons, options: Sequence[Option], rules: Mapping[str, VoteRule]
) -> tuple[dict[str, tuple[Tally, ...]], dict[str, dict[str, dict[str, int]]]]:
    """Return, by challenge, what each option gathered by the rule of the round that counts, and each ballot."""
    tallies: dict[str, tuple[Tally, ...]] = {}
    ballots: dict[str, dict[str, dict[str, int]]] = {}
    for challenge, rule in rules.items():
        votes, asked = persons.list_votes(challenge), [one for one in options if one.challenge == challenge]
        costs, funded = repository.list_costs(challenge), repository.list_funded(challenge)
        tallies[challenge] = count_votes(rule, asked, votes, costs, funded)
        ballots[challenge] = gather_ballots(rule, asked, votes)
    return tallies, ballots
