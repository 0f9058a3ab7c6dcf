"""Offering help: a yes or a no a challenge, then a way to be reached, kept with consent alone; each rule once.

A phone does it for the person who holds it, the facilitator or a helper for somebody without one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.entries import read_email, read_phone
from workshop_kit.domain.model import Participant, Volunteer
from workshop_kit.domain.offering import is_named, is_offer, list_asked_about, says_no
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.live.acts.forgetting import remember_withdrawn
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.contract.participant.offer import OfferHelp
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


def answer_offer(repository: Repository, person: Participant, challenges: Collection[str], *, willing: bool) -> None:
    """Keep whether somebody would help with some challenges.

    A no is an answer like a score, under the pseudonym: no name stands beside it, and no consent is asked for it. A
    yes takes it back, and joins the challenge to an offer that names some; without an offer nothing of it is kept. Who
    had said that a mission may be proposed to them, and then says no to all that is asked, may not be asked any more.

    Raises
    ------
    MissingEntry
        A challenge is not there.

    """
    asked = _find_challenges(repository, challenges)
    whole = Person(repository, person.id)
    if not willing:
        before = repository.find_volunteer(person.id) or answer_nothing(person)
        keep_answers(repository, replace(before, declined=tuple(dict.fromkeys((*before.declined, *asked)))))
        if whole.may_ask and _declines_all(repository, whole):
            _forget_asking(repository, whole)
        return
    _take_no_back(repository, whole, asked)
    offer = whole.find_offer()
    if offer is not None and offer.challenges:
        keep_answers(repository, replace(offer, challenges=tuple(dict.fromkeys((*offer.challenges, *asked)))))


def _declines_all(repository: Repository, person: Person) -> bool:
    """Tell whether a person declined whatever they are asked about, or had named."""
    offer = person.find_offer()
    named = () if offer is None else offer.challenges
    return says_no(None, repository.list_challenges(), named, person.list_declined(), to_any=False)


def keep_offer(repository: Repository, person: Participant, asked: OfferHelp, purpose: str, now: datetime) -> None:
    """Keep an offer of help for some challenges, with a way to be reached.

    None named: all that were asked about, without those declined. Consent is to what was read, and not to a challenge
    that is opened later. It is kept on the seat that gave it, since no other may read it, and counts for the person
    from then on.

    Raises
    ------
    InvalidEntry
        ``consent-needed``, ``contact-needed``, ``email-shape``, ``phone-shape``.
    MissingEntry
        A challenge is not there.

    """
    email, phone = _read_contact(asked)
    whole = Person(repository, person.id)
    if whole.may_ask is False:  # who offers help may be asked, whatever was said before
        _forget_asking(repository, whole)
    before = whole.find_offer()
    if before is not None and before.may_show_name and (before.name != asked.name or not asked.may_show_name):
        let_names_go(repository)
    challenges = _find_challenges(repository, asked.challenges)
    _take_no_back(repository, whole, challenges)
    own = repository.find_volunteer(person.id)
    repository.update_volunteer(
        Volunteer(
            participant=person.id,
            name=asked.name,
            email=email,
            phone=phone,
            sector=person.sector,
            consented_at=now,
            purpose=purpose,
            may_show_name=asked.may_show_name,
            challenges=challenges or _list_left(repository, whole),
            declined=() if own is None else own.declined,
            days=() if own is None else own.days,
            days_word="" if own is None else own.days_word,
            consents=() if own is None else own.consents,
        )
    )


def _read_contact(asked: OfferHelp) -> tuple[str, str]:
    """Return the e-mail address and the telephone number that were consented to; one of them at least."""
    if not asked.consent:
        raise InvalidEntry("consent-needed")
    email, phone = read_email(asked.email), read_phone(asked.phone)
    if not email and not phone:
        raise InvalidEntry("contact-needed")
    return email, phone


def _list_left(repository: Repository, person: Person) -> tuple[str, ...]:
    """List what a person who names nothing was asked about, without what they declined unless that is all of it."""
    asked = [one.id for one in list_asked_about(repository.list_challenges(), ())]
    declined = person.list_declined()
    return tuple(one for one in asked if one not in declined) or tuple(asked)


def withdraw_offer(repository: Repository, person: Participant, now: datetime) -> None:
    """Take an offer back: the contact details are erased at once, and no mission is proposed; each no stays one.

    An older file that holds these details does not bring them back: keyed digests remember that it may not.
    Details that another seat of this person's gave stay: this one may neither read nor erase them.
    """
    whole = Person(repository, person.id)
    if whole.may_ask:
        _forget_asking(repository, whole)
    before = repository.find_volunteer(person.id)
    if before is not None and is_offer(before):
        remember_withdrawn(repository, person, now)
        forget_offer(repository, person)


def forget_offer(repository: Repository, person: Participant) -> None:
    """Erase the contact details that a seat gave, and for what; each no stays one: it names nobody."""
    before = repository.find_volunteer(person.id)
    if before is not None:
        keep_answers(repository, replace(answer_nothing(person), declined=before.declined))
        let_names_go(repository)


def note_may_ask(repository: Repository, person: Participant, may_ask: bool | None) -> None:
    """Keep whether a mission may be proposed to somebody, whatever they said before; ``None``: they did not say."""
    _forget_asking(repository, Person(repository, person.id))
    repository.update_participant(replace(repository.find_participant(person.id), may_ask=may_ask))


def _forget_asking(repository: Repository, person: Person) -> None:
    """Forget on each seat of a person whether a mission may be proposed to them."""
    for seat in person.seats:
        if seat.may_ask is not None:
            repository.update_participant(replace(seat, may_ask=None))


def _take_no_back(repository: Repository, person: Person, challenges: Collection[str]) -> None:
    """Take "not me" back on some challenges, on whichever seat of a person it was said."""
    for seat in person.seats:
        said = repository.find_volunteer(seat.id)
        if said is not None:
            keep_answers(
                repository, replace(said, declined=tuple(one for one in said.declined if one not in challenges))
            )


def keep_answers(repository: Repository, answers: Volunteer) -> None:
    """Keep what somebody answers, or nothing where nothing is left of it."""
    before = repository.find_volunteer(answers.participant)
    said = answers.declined or answers.days or answers.days_word
    if not said and not is_named(answers):
        if before is not None:
            repository.remove_volunteer(answers.participant)
    elif answers != before:
        repository.update_volunteer(answers)


def answer_nothing(person: Participant) -> Volunteer:
    """Return what is kept of somebody who offers nothing: no name, no way to be reached, no consent."""
    return Volunteer(person.id, "", "", "", person.sector, None, "")


def _find_challenges(repository: Repository, wanted: Collection[str]) -> tuple[str, ...]:
    known = [challenge.id for challenge in repository.list_challenges()]
    for one in wanted:
        if one not in known:
            raise MissingEntry("no-challenge", id=one[:60])
    return tuple(challenge for challenge in known if challenge in wanted)
