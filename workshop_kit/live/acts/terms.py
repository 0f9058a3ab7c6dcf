"""What somebody who offers help can do (*modalités*): how many missions, when, where, with what; each rule once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import read_day
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Participant, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.people import read_sector
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n.dates import say_iso_day
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.acts.offering import answer_nothing, keep_answers
from workshop_kit.live.contract.participant.offer import Car, SayTerms, Terms
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person

_CARS = {True: Car.YES, False: Car.NO, None: Car.UNSAID}


def say_terms(repository: Repository, person: Participant, asked: SayTerms, today: date) -> None:
    """Keep what somebody can do, in the place of what they had said of it; in their words no contact details stay.

    It stands with the offer that counts for the person and is changed on the seat that keeps it alone: no other reads
    it, and would put its own in the place of words that nobody saw. It says nothing about who they are.

    Raises
    ------
    InvalidEntry
        ``day-shape``; ``until-past``: that day is over; ``unknown-sector``.
    NotAllowed
        ``terms-elsewhere``: the offer stands on another seat of theirs.

    """
    before = Person(repository, person.id).find_offer() or answer_nothing(person)
    if before.participant != person.id:
        raise NotAllowed("terms-elsewhere")
    until = read_day(asked.until)
    if until and until != before.until and until < today.isoformat():
        raise InvalidEntry("until-past", received=until)
    sectors = repository.list_sectors()
    reach = dict.fromkeys(read_sector(one, sectors) for one in dict.fromkeys(asked.reach))
    languages = {fold_name(one): one for one in (conceal_contacts(each) for each in asked.languages) if one}
    keep_answers(
        repository,
        replace(
            before,
            max_missions=asked.max_missions,
            often=conceal_contacts(asked.often),
            days=tuple(one for one in Day if one in asked.days),
            until=until,
            reach=tuple(one for one in reach if one),
            car=None if asked.car is Car.UNSAID else asked.car is Car.YES,
            languages=tuple(languages.values()),
        ),
    )


def describe_terms(offer: Volunteer | None, language: str) -> Terms:
    """Return what somebody said they can do, as a page shows it; without an offer nothing of it was said."""
    said = offer or Volunteer("", "", "", "", "", None, "")
    return {
        "max_missions": said.max_missions,
        "often": said.often,
        "days": [Day(one) for one in said.days],
        "until": said.until,
        "until_said": say_iso_day(said.until, language),
        "reach": [conceal_contacts(one) for one in said.reach],
        "car": _CARS[said.car],
        "languages": list(said.languages),
    }


def let_show_name(repository: Repository, person: Participant, *, yes: bool) -> None:
    """Keep whether it may be said who somebody is beside a mission that they accept.

    It is kept with what this seat gave alone: a name that was given elsewhere is shown as it was said there.
    """
    before = repository.find_volunteer(person.id) or answer_nothing(person)
    if before.may_show_name and not yes:
        let_names_go(repository)
    keep_answers(repository, replace(before, may_show_name=yes))
