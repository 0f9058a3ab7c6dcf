"""Offering help: a yes or a no a challenge, and a way to be reached, kept with consent alone; each rule once.

A phone does it for the person who holds it, the facilitator or a helper for somebody without one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.entries import read_email, read_phone
from workshop_kit.domain.forms import Consent, Purpose, agree
from workshop_kit.domain.model import Participant, Volunteer
from workshop_kit.domain.offering import is_named, is_offer, list_asked_about, offers_any, says_no
from workshop_kit.domain.shown_names import name_shown
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.live.acts.forgetting import remember_withdrawn
from workshop_kit.live.acts.letting_go import letting_proposals_go
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.contract.participant.offer import OfferHelp
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


def answer_offer(
    repository: Repository,
    person: Participant,
    challenges: Collection[str],
    now: datetime,
    *,
    willing: bool,
    ask: bool = True,
) -> None:
    """Keep whether somebody would help with some challenges.

    Both are answers like a score, under the pseudonym: no name stands beside them, and no consent is asked for them. A
    yes takes a no back, joins the challenge to those that an offer names, and says that a mission may be proposed to
    them. A no takes what is proposed there without an answer along. Who then says no to all that is asked may not be
    asked any more.

    Parameters
    ----------
    repository, person, challenges, now, willing
        Inside its transaction, who answers, about what, when, and how.
    ask
        Whether a yes says by itself that a mission may be proposed; whoever speaks for somebody asks for that apart.

    Raises
    ------
    MissingEntry
        A challenge is not there.

    """
    asked = _find_challenges(repository, challenges)
    if not willing:
        with letting_proposals_go(repository, person.id, now):
            _say_no(repository, person, asked)
        return
    whole = Person(repository, person.id)
    _take_no_back(repository, whole, asked)
    offer = whole.find_offer() or answer_nothing(person)
    if offer.participant != person.id and is_named(offer):  # which this seat may not read: it knows its own yes
        own = repository.find_volunteer(person.id) or answer_nothing(person)
        keep_answers(repository, replace(own, challenges=_join(own.challenges, asked)))
    if offers_any(whole.may_ask, offer):
        return
    keep_answers(repository, replace(offer, challenges=_join(offer.challenges, asked)))
    if ask and not is_offer(offer) and not whole.may_ask:
        note_may_ask(repository, person, True)


def _say_no(repository: Repository, person: Participant, asked: Collection[str]) -> None:
    whole = Person(repository, person.id)
    before = repository.find_volunteer(person.id) or answer_nothing(person)
    keep_answers(repository, replace(before, declined=tuple(dict.fromkeys((*before.declined, *asked)))))
    if whole.may_ask and _declines_all(repository, whole):
        _forget_asking(repository, whole)


def _declines_all(repository: Repository, person: Person) -> bool:
    """Tell whether a person declined whatever they are asked about, or had named."""
    offer = person.find_offer()
    named = () if offer is None else offer.challenges
    return says_no(None, repository.list_challenges(), named, person.list_declined(), to_any=False)


def keep_offer(repository: Repository, person: Participant, asked: OfferHelp, purpose: str, now: datetime) -> None:
    """Keep an offer of help for some challenges, with a way to be reached.

    Those that they had named stay; where none is, all that were asked about, without those declined. Consent is to what
    was read, and not to a challenge that is opened later. It is kept on the seat that gave it, since no other may read
    it, and counts for the person from then on. Each purpose is agreed to by itself: without that to a mission the
    details are kept for the others alone, and are no offer of help.

    Raises
    ------
    InvalidEntry
        ``consent-needed``, ``contact-needed``, ``email-shape``, ``phone-shape``.
    MissingEntry
        A challenge is not there.

    """
    email, phone = _read_contact(asked)
    whole = Person(repository, person.id)
    if asked.consent and whole.may_ask is False:  # who offers help may be asked, whatever was said before
        _forget_asking(repository, whole)
    before = whole.find_offer()
    own = repository.find_volunteer(person.id) or answer_nothing(person)
    agreed = own
    challenges = _find_challenges(repository, asked.challenges)
    _take_no_back(repository, whole, challenges)
    own = replace(own, declined=tuple(one for one in own.declined if one not in challenges))
    if before is not None and not is_named(before):  # what another seat of theirs said goes on to count
        own = replace(before, participant=own.participant, declined=own.declined, consents=own.consents)
    known = replace(own, name=asked.name, email=email, phone=phone, sector=person.sector)
    if asked.consent:
        anything = offers_any(whole.may_ask, before) or not (own.challenges or challenges)
        named = _list_left(repository, whole) if anything else own.challenges
        known = replace(known, consented_at=now, purpose=purpose, challenges=_join(named, challenges))
    known = replace(known, may_show_name=_may_be_named(person, agreed, known, asked.may_show_name))
    if before is not None and before.may_show_name and (before.name != asked.name or not known.may_show_name):
        let_names_go(repository)
    repository.update_volunteer(replace(known, consents=_agree_also(own, asked.also, now)))


def _may_be_named(person: Participant, before: Volunteer, now: Volunteer, said: bool | None) -> bool:
    """Tell whether somebody may be named: as they say now, else as they had agreed to the very name that is read."""
    if said is not None:
        return said
    kept = replace(now, may_show_name=before.may_show_name)
    return before.may_show_name and name_shown(person, before) == name_shown(person, kept)


def _agree_also(own: Volunteer, also: Collection[Purpose], now: datetime) -> tuple[Consent, ...]:
    """Return the consents to other purposes than a mission: those there were, and those given now."""
    return agree(own.consents, {*(one.purpose for one in own.consents), *also}, now)


def _join(named: Collection[str], more: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*named, *more)))


def _read_contact(asked: OfferHelp) -> tuple[str, str]:
    """Return the e-mail address and the telephone number that were consented to; one of them at least."""
    if not asked.consent and not set(asked.also) - {Purpose.MISSION}:
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


def withdraw_offer(repository: Repository, person: Participant, now: datetime, *, keep_others: bool = False) -> None:
    """Take an offer back: contact details, each yes and its terms go at once, nothing is proposed; each no stays one.

    What was proposed and has no answer is asked no more; a mission that was accepted waits for a no of its own.
    An older file that holds these details does not bring them back: keyed digests remember that it may not.
    Details that another seat of this person's gave stay: this one may neither read nor erase them.

    Parameters
    ----------
    repository, person, now
        Inside its transaction, whose offer, and when.
    keep_others
        Whether the details stay for the other purposes that they were given for.

    """
    with letting_proposals_go(repository, person.id, now):
        whole = Person(repository, person.id)
        if whole.may_ask:
            _forget_asking(repository, whole)
        before = repository.find_volunteer(person.id)
        if before is not None and is_offer(before):
            remember_withdrawn(repository, person, now)
            if not (keep_others and before.consents):
                forget_offer(repository, person)
        for seat in whole.seats:
            said = repository.find_volunteer(seat.id)
            if said is not None and (seat.id == person.id or not is_named(said)):
                _forget_answers(repository, seat, said)


def let_ask(repository: Repository, person: Participant, now: datetime, *, yes: bool) -> None:
    """Keep whether a mission may be proposed to somebody, as they were asked; a no takes open proposals along."""
    with letting_proposals_go(repository, person.id, now):
        note_may_ask(repository, person, yes)


def _forget_answers(repository: Repository, seat: Participant, said: Volunteer) -> None:
    """Forget what a seat offered; each no, and what details are kept for besides, stays."""
    kept = replace(answer_nothing(seat), declined=said.declined, consents=said.consents)
    if is_named(said):
        kept = replace(kept, name=said.name, email=said.email, phone=said.phone)
    if said.may_show_name:
        let_names_go(repository)
    keep_answers(repository, kept)


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
    said = replace(answers, sector="") != Volunteer(answers.participant, "", "", "", "", None, "")
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
