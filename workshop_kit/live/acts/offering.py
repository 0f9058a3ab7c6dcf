"""Offering help: a yes or a no a challenge, then a way to be reached, kept with consent alone; each rule once.

A phone does it for the person who holds it, the facilitator or a helper for somebody without one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.entries import read_email, read_phone
from workshop_kit.domain.model import Participant, Volunteer
from workshop_kit.domain.offering import is_offer
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.contract.participant.offer import OfferHelp
from workshop_kit.store import Repository


def answer_offer(repository: Repository, person: Participant, challenges: Collection[str], *, willing: bool) -> None:
    """Keep whether somebody would help with some challenges.

    A no is an answer like a score, under the pseudonym: no name stands beside it, and no consent is asked for it. A
    yes takes it back, and joins the challenge to an offer that names some; without an offer nothing of it is kept.

    Raises
    ------
    MissingEntry
        A challenge is not there.

    """
    asked = _find_challenges(repository, challenges)
    before = repository.find_volunteer(person.id) or _answer_nothing(person)
    others = tuple(one for one in before.declined if one not in asked)
    after = replace(before, declined=others if willing else (*others, *asked))
    if willing and before.challenges:
        after = replace(after, challenges=tuple(dict.fromkeys((*before.challenges, *asked))))
    if after.declined or is_offer(after):
        if after != before:
            repository.update_volunteer(after)
    elif before.declined:
        repository.remove_volunteer(person.id)


def keep_offer(repository: Repository, person: Participant, asked: OfferHelp, purpose: str, now: datetime) -> None:
    """Keep an offer of help for some challenges (none named: any), with a way to be reached.

    Raises
    ------
    InvalidEntry
        ``consent-needed``, ``contact-needed``, ``email-shape``, ``phone-shape``.
    MissingEntry
        A challenge is not there.

    """
    if not asked.consent:
        raise InvalidEntry("consent-needed")
    email, phone = read_email(asked.email), read_phone(asked.phone)
    if not email and not phone:
        raise InvalidEntry("contact-needed")
    if person.may_ask is False:  # who offers help may be asked, whatever was said before
        repository.update_participant(replace(person, may_ask=None))
    before = repository.find_volunteer(person.id)
    if before is not None and before.may_show_name and (before.name != asked.name or not asked.may_show_name):
        let_names_go(repository)
    challenges = _find_challenges(repository, asked.challenges)
    declined = () if before is None else tuple(one for one in before.declined if one not in challenges)
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
            challenges=challenges,
            declined=declined,
        )
    )


def withdraw_offer(repository: Repository, person: Participant) -> None:
    """Take an offer back: the contact details are erased at once, and no mission is proposed; each no stays one."""
    if person.may_ask:
        repository.update_participant(replace(person, may_ask=None))
    before = repository.find_volunteer(person.id)
    if before is None or not is_offer(before):
        return
    if before.declined:
        repository.update_volunteer(replace(_answer_nothing(person), declined=before.declined))
    else:
        repository.remove_volunteer(person.id)
    let_names_go(repository)


def note_may_ask(repository: Repository, person: Participant, may_ask: bool | None) -> None:
    """Keep whether a mission may be proposed to somebody; ``None``: they did not say."""
    repository.update_participant(replace(person, may_ask=may_ask))


def _answer_nothing(person: Participant) -> Volunteer:
    """Return what is kept of somebody who offers nothing: no name, no way to be reached, no consent."""
    return Volunteer(person.id, "", "", "", person.sector, None, "")


def _find_challenges(repository: Repository, wanted: Collection[str]) -> tuple[str, ...]:
    known = [challenge.id for challenge in repository.list_challenges()]
    for one in wanted:
        if one not in known:
            raise MissingEntry("no-challenge", id=one[:60])
    return tuple(challenge for challenge in known if challenge in wanted)
