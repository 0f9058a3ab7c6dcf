"""Filling in the volunteer form before the workshop, on a phone or for somebody who wrote on paper; each rule once.

Whoever fills it in is nobody in the room yet: they stand under a number until they choose a pseudonym there. Their name
and the ways to reach them are kept as long as they agree to one purpose at least, and not a moment without.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Final
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import read_email, read_phone
from workshop_kit.domain.forms import (
    AN_HOUR_AT_MOST,
    FORMS_AT_MOST,
    FORMS_EACH,
    WITHDRAWN_EACH,
    Day,
    Purpose,
    agree,
    read_reach,
)
from workshop_kit.domain.matrix import check_score
from workshop_kit.domain.model import Origin, Participant, Score, Volunteer
from workshop_kit.domain.offering import is_named
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.contributing import say_purpose
from workshop_kit.live.acts.forgetting import remember_withdrawn
from workshop_kit.live.acts.letting_go import letting_proposals_go
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.acts.offering import answer_nothing, forget_offer, keep_answers, note_may_ask, withdraw_offer
from workshop_kit.live.acts.returning import give_code
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person

#: Under what a browser's forms are counted, beside its ideas, which are counted by challenge.
_COUNTED: Final = "form"
#: Under what a form's withdrawals are counted.
_WITHDRAWN: Final = "withdrawn"
_HOUR: Final = timedelta(hours=1)


def begin_form(repository: Repository, visitor: str, now: datetime, language: str | None) -> Participant:
    """Begin a form at a browser: somebody whom nobody knows yet, with a code to come back to it.

    Raises
    ------
    InvalidEntry
        ``forms-too-many`` in all, ``forms-too-fast`` within an hour, ``form-too-often`` at one browser, which may erase
        what it gave and begin anew only so often.

    """
    if repository.count_written(visitor, _COUNTED) >= FORMS_EACH:
        raise InvalidEntry("form-too-often")
    forms = _list_forms(repository)
    of_phones = repository.list_with_browser()
    begun = [one.joined_at for one in forms if one.id in of_phones]  # a paper list that is typed in stops no phone
    if len(begun) >= FORMS_AT_MOST:
        raise InvalidEntry("forms-too-many")
    if sum(now - _HOUR < at <= now for at in begun) >= AN_HOUR_AT_MOST:  # a clock put back stops nobody
        raise InvalidEntry("forms-too-fast")
    person = _add(repository, forms, now, language)
    repository.link_visitor(visitor, person.id)
    repository.note_written(visitor, _COUNTED, 1)
    give_code(repository, person.id)
    return person


def add_from_paper(repository: Repository, now: datetime) -> Participant:
    """Add somebody who wrote on a paper list: no browser is theirs."""
    return _add(repository, _list_forms(repository), now, None)


def _list_forms(repository: Repository) -> list[Participant]:
    return [one for one in repository.list_participants() if one.origin is Origin.FORM]


def _add(repository: Repository, forms: Collection[Participant], now: datetime, language: str | None) -> Participant:
    called = _find_number(forms, Translator(repository.find_workshop().language))
    person = Participant(uuid4().hex, called, "", "", Origin.FORM, now, language)
    repository.add_participant(person)
    return person


def _find_number(forms: Collection[Participant], say: Translator) -> str:
    """Return how the next one is called: by a number that nobody bears, though others were erased meanwhile."""
    taken = {one.pseudonym for one in forms}
    names = (say("words.volunteer-unnamed", number=number) for number in count(len(forms) + 1))
    return next(name for name in names if name not in taken)


def say_who(
    repository: Repository,
    person: Participant,
    name: str,
    reach: str | None,
    purposes: Collection[Purpose],
    now: datetime,
    language: str,
) -> None:
    """Keep who somebody is and how to reach them, for the purposes that they agreed to; without any, nothing of it.

    A purpose that they had agreed to keeps its day, one that is not among ``purposes`` any more is taken back.

    Parameters
    ----------
    repository, person
        Inside its transaction, and whose form it is.
    name
        As they write it.
    reach
        An e-mail address, a telephone number or both, in one line; ``None``: as it stands.
    purposes
        To what they say yes.
    now, language
        When, and in which language they read what they agreed to.

    Raises
    ------
    InvalidEntry
        ``form-name-needed``, ``email-shape``, ``phone-shape``; ``form-too-often``.

    """
    before = repository.find_volunteer(person.id) or answer_nothing(person)
    if not purposes:
        with letting_proposals_go(repository, person.id, now):
            _forget_who(repository, person, before, now)
        return
    name = name or (before.name if reach is None else "")
    if not name:
        raise InvalidEntry("form-name-needed")
    _check_agreeing(repository, before, purposes)
    email, phone = (before.email, before.phone) if reach is None else _read_reach(reach)
    if before.consented_at is not None and Purpose.MISSION not in purposes:
        _remember(repository, person, now)
        let_names_go(repository)
    if Purpose.MISSION in purposes and Person(repository, person.id).may_ask is False:
        note_may_ask(repository, person, None)  # who says yes to it may be asked, whatever was said before
    known = replace(before, name=name, email=email, phone=phone, consents=agree(before.consents, purposes, now))
    with letting_proposals_go(repository, person.id, now):
        keep_answers(repository, _agree_to_mission(repository, known, purposes, now, language))


def _check_agreeing(repository: Repository, before: Volunteer, purposes: Collection[Purpose]) -> None:
    """Refuse a form that agrees anew and took it back several times: it would withdraw a list of names, one by one."""
    anew = not is_named(before) or (Purpose.MISSION in purposes and before.consented_at is None)
    if anew and repository.count_written(before.participant, _WITHDRAWN) >= WITHDRAWN_EACH:
        raise InvalidEntry("form-too-often")


def _agree_to_mission(
    repository: Repository, known: Volunteer, purposes: Collection[Purpose], now: datetime, language: str
) -> Volunteer:
    if Purpose.MISSION not in purposes:
        return replace(known, consented_at=None, purpose="", may_show_name=False)
    purpose = known.purpose or say_purpose(repository.find_workshop(), language)
    return replace(known, consented_at=known.consented_at or now, purpose=purpose)


def take_consent_back(repository: Repository, person: Participant, purpose: Purpose, now: datetime) -> None:
    """Take one yes back; the last one takes the name and the ways to reach them along.

    That to a mission is the offer of help itself for whoever has a seat in the room: it goes with each yes, what they
    can do and what is proposed without an answer, and leaves the details for the other purposes alone. Who takes back
    what was agreed to besides goes on offering what they offered without any details.
    """
    before = repository.find_volunteer(person.id)
    given = set() if before is None else {one.purpose for one in before.list_purposes()}
    if before is None or purpose not in given:
        return
    if purpose is Purpose.MISSION and person.origin.seated:
        withdraw_offer(repository, person, now, keep_others=True)
        return
    left = given - {purpose}
    if not left and purpose is not Purpose.MISSION:
        _remember(repository, person, now)
        let_names_go(repository)
        keep_answers(repository, replace(before, name="", email="", phone="", consents=()))
        return
    say_who(repository, person, before.name, None, left, now, person.language or repository.find_workshop().language)


def _forget_who(repository: Repository, person: Participant, before: Volunteer, now: datetime) -> None:
    """Erase who somebody is; on which days they can help stays with their answers, and names nobody."""
    if not is_named(before):
        return
    _remember(repository, person, now)
    forget_offer(repository, person)
    left = repository.find_volunteer(person.id) or answer_nothing(person)
    keep_answers(repository, replace(left, days=before.days, days_word=before.days_word))


def _remember(repository: Repository, person: Participant, now: datetime) -> None:
    """Remember who takes a yes back, so that no older list brings them again, and how often this form did."""
    repository.note_written(person.id, _WITHDRAWN, 1)
    remember_withdrawn(repository, person, now)


def answer_stake(
    repository: Repository,
    person: Participant,
    challenge: str,
    competence: int | None,
    interest: int | None,
    *,
    unsure: bool,
) -> None:
    """Keep what somebody answers on one stake, half an answer too; nothing at all takes the answer back.

    Raises
    ------
    InvalidEntry
        A score that contradicts itself, see ``check_score``.
    MissingEntry
        The challenge is not there.

    """
    check_score(competence, interest, unsure=unsure)
    scored = repository.find_challenge(challenge)
    seat = Person(repository, person.id).find_scoring_seat(scored.id)
    if competence is None and interest is None and not unsure:
        if repository.find_score(seat, scored.id) is not None:
            repository.remove_score(seat, scored.id)
        return
    repository.update_score(Score(seat, scored.id, competence, interest, unsure, early=True))


def say_days(repository: Repository, person: Participant, days: Collection[Day], word: str) -> None:
    """Keep on which days somebody can help, with a word of theirs, in which no contact details stay.

    They have a field of their own, with the purposes that are agreed to: here they would be kept without any, and
    longer than the others.
    """
    word = conceal_contacts(word)
    before = repository.find_volunteer(person.id) or answer_nothing(person)
    keep_answers(repository, replace(before, days=tuple(one for one in Day if one in days), days_word=word))


def _read_reach(typed: str) -> tuple[str, str]:
    email, phone = read_reach(typed)
    return read_email(email), read_phone(phone)
