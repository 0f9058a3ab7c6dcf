"""What somebody gave on a phone is theirs: who speaks for them once it is dead neither reads nor changes it unsaid."""

from __future__ import annotations

from workshop_kit.domain.missions import is_answered
from workshop_kit.domain.model import Participant
from workshop_kit.domain.offering import is_offer
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.speaking import has_phone
from workshop_kit.live.contract.voices import ScoreAs
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


def keep_ballot(repository: Repository, person: Participant, challenge: str) -> None:
    """Refuse a ballot instead of one that somebody with a phone gave; raises ``NotAllowed`` (``given-by-phone``)."""
    votes = Person(repository, person.id).list_votes(repository.find_challenge(challenge).id)
    _refuse(repository, person, any(one.counts for one in votes))


def keep_score(repository: Repository, person: Participant, asked: ScoreAs) -> None:
    """Refuse an answer instead of one that somebody with a phone gave; raises ``NotAllowed`` (``given-by-phone``)."""
    known = next((one for one in Person(repository, person.id).list_scores() if one.challenge == asked.challenge), None)
    if known is None:
        return
    competence = known.competence is not None and (asked.competence is not None or asked.unsure)
    interest = known.interest is not None and (asked.interest is not None or asked.unsure)
    _refuse(repository, person, known.unsure or competence or interest)


def keep_any_score(repository: Repository, person: Participant, challenge: str) -> None:
    """Refuse an answer instead of any that somebody gave; raises ``NotAllowed`` (``score-given``).

    For a page that does not show what was given: it would be replaced unread.
    """
    known = next((one for one in Person(repository, person.id).list_scores() if one.challenge == challenge), None)
    if known is not None and (known.unsure or known.competence is not None or known.interest is not None):
        raise NotAllowed("score-given", pseudonym=person.pseudonym, challenge=challenge)


def keep_given_offer(repository: Repository, person: Participant) -> None:
    """Refuse to change what somebody with a phone offered, or said of being asked.

    Their contact details, and whether their name is shown, nobody else changes; raises ``NotAllowed``
    (``given-by-phone``).
    """
    whole = Person(repository, person.id)
    offer = whole.find_offer()
    _refuse(repository, person, whole.may_ask is not None or (offer is not None and is_offer(offer)))


def keep_given_terms(repository: Repository, person: Participant) -> None:
    """Refuse to say in the place of somebody with a phone what they can do; raises ``NotAllowed`` (``given-by-phone``).

    What they said there is not read here: anything typed would take its place unread.
    """
    whole = Person(repository, person.id)
    _refuse(repository, person, whole.may_ask is not None or whole.find_offer() is not None)


def keep_name_hidden(repository: Repository, person: Participant, *, shown: bool) -> None:
    """Refuse to have a name shown of which its bearer said no; raises ``NotAllowed`` (``name-hidden``).

    The offer is first taken back with them, and made anew: then they are read it all again.
    """
    offer = Person(repository, person.id).find_offer()
    if shown and offer is not None and is_offer(offer) and not offer.may_show_name:
        raise NotAllowed("name-hidden", pseudonym=person.pseudonym)


def keep_answer(repository: Repository, person: Participant, mission: str) -> None:
    """Refuse to answer what somebody with a phone answered for good; raises ``NotAllowed`` (``given-by-phone``)."""
    theirs = [one for one in Person(repository, person.id).list_assignments() if one.mission == mission]
    _refuse(repository, person, any(is_answered(one.status) for one in theirs))


def _refuse(repository: Repository, person: Participant, given: bool) -> None:
    if given and has_phone(repository, person.id):
        raise NotAllowed("given-by-phone", pseudonym=person.pseudonym)
