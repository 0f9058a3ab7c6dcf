"""Proxy entries: who somebody is that another writes, votes or scores for, held to the same rules as a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import clean_name
from workshop_kit.domain.model import Category, Idea, Origin, Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.people import list_categories, read_own_category, read_sector
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.naming import claim_pseudonym
from workshop_kit.live.acts.sitting import plan_late
from workshop_kit.live.contract.shared import Choice
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


def find_or_seat(repository: Repository, pseudonym: str, category: str, now: datetime) -> Participant | None:
    """Return the person called ``pseudonym``, seated anew when nobody is; ``None`` without a pseudonym.

    Raises
    ------
    InvalidEntry
        As ``seat_someone``, and ``has-a-phone`` of their own that works, on whichever of their seats.

    """
    name = clean_name(pseudonym)
    if not name:
        return None
    known = repository.find_participant_by_pseudonym(name)
    if known is None:
        return seat_someone(repository, name, category, now)
    person = repository.find_participant(Person(repository, known.id).id)
    if person.origin is Origin.ROOM:
        raise InvalidEntry("has-a-phone", pseudonym=known.pseudonym)
    return person


def seat_someone(repository: Repository, pseudonym: str, category: str, now: datetime) -> Participant:
    """Seat somebody without a phone under any category, as ``add_voice``, and return them.

    Raises
    ------
    InvalidEntry
        ``text-too-short``, ``text-too-long``,
        ``proxy-pseudonym-taken`` by somebody or by their look-alike, ``proxy-category`` where there is none.

    """
    if not category.strip():
        raise InvalidEntry("proxy-category")
    return add_voice(repository, pseudonym, category, None, now)


def add_voice(repository: Repository, pseudonym: str, category: str, sector: str | None, now: datetime) -> Participant:
    """Seat somebody without a phone under any category, one of the usual ones or a word of their own.

    Raises
    ------
    InvalidEntry
        ``text-too-short``, ``proxy-pseudonym-taken``, ``category-missing``, ``text-too-long``, ``unknown-sector``.

    """
    where = read_sector(sector, repository.list_sectors())
    return _seat(repository, pseudonym, _read_word(repository, category), where, now)


def list_voices(repository: Repository) -> tuple[Participant, ...]:
    """Return the people without a phone, in the order they came; those of a paper alone and those who left are not."""
    return tuple(one for one in _list_proxies(repository) if one.slip is None and one.away_at is None)


def find_voice(repository: Repository, person: str) -> Participant:
    """Return somebody who has no phone; raises ``InvalidEntry`` (``speaks-for-themselves``) for anybody else."""
    found = next((one for one in _list_proxies(repository) if one.id == person), None)
    if found is None:
        raise InvalidEntry("speaks-for-themselves")
    return found


def list_spoken_for(repository: Repository) -> tuple[Participant, ...]:
    """Return whom the facilitator may speak for: the people without a phone, and those known from a file alone."""
    known = (one for one in repository.list_participants() if one.origin is Origin.FILE and one.joined_to is None)
    return (*list_voices(repository), *known)


def find_spoken_for(repository: Repository, person: str) -> Participant:
    """Return somebody known from a file alone, or else as ``find_voice``."""
    found = repository.find_participant(person)
    return found if found.origin is Origin.FILE and found.joined_to is None else find_voice(repository, person)


def has_phone(repository: Repository, person: str) -> bool:
    """Tell whether somebody came with a phone, on whichever of their seats, though others may speak for them now."""
    return any(repository.has_browser(seat.id) for seat in Person(repository, person).seats)


def change_voice(repository: Repository, person: str, *, without_phone: bool) -> None:
    """Have somebody spoken for whose phone is dead, or have them speak by their own phone again.

    Raises
    ------
    InvalidEntry
        ``speaks-for-themselves``: they never had a phone to go back to, or are known from a file alone.

    """
    found = repository.find_participant(person)
    if not found.origin.seated or (not without_phone and not repository.has_browser(found.id)):
        raise InvalidEntry("speaks-for-themselves")
    repository.update_participant(replace(found, origin=Origin.PROXY if without_phone else Origin.ROOM))


def find_paper(repository: Repository, number: int) -> Participant | None:
    """Return who speaks by the papers with this number, if one of them was typed in already."""
    return next((one for one in repository.list_participants() if one.slip == number), None)


def find_or_number(repository: Repository, number: int, category: str, now: datetime) -> Participant:
    """Return who speaks by the papers with this number: under its number, and a category if the paper says one.

    Raises
    ------
    InvalidEntry
        ``text-too-long`` for a category; ``paper-not-printed``: papers were printed for this workshop, and none of them
        has this number.

    """
    printed = repository.list_printed()
    if printed and not any(number in numbers for numbers in printed):
        raise InvalidEntry("paper-not-printed", number=number)
    known = find_paper(repository, number)
    word = _read_word(repository, category) if category.strip() else ""
    if known is not None:
        if word and word != known.category:
            known = replace(known, category=word)
            repository.update_participant(known)
        return known
    name = Translator(repository.find_workshop().language)("words.paper", number=number)
    try:
        free = claim_pseudonym(repository, name)
    except InvalidEntry as taken:
        free = str(taken.values["suggestion"])
    person = Participant(uuid4().hex, free, word or Category.OTHER.value, "", Origin.PROXY, now, slip=number)
    repository.add_participant(person)
    return person


def list_paper_ideas(repository: Repository, number: int, challenge: str) -> Sequence[Idea]:
    """Return the ideas that a slip's number stands on, of one challenge, the oldest first."""
    person = find_paper(repository, number)
    return () if person is None else repository.list_ideas(challenge, person.id)


def list_words(repository: Repository) -> tuple[str, ...]:
    """List the categories one may come as: the usual ones, the organiser's own words, and those typed for somebody."""
    known = list_categories(repository.list_stakeholders())
    typed = {one.category for one in repository.list_participants() if one.origin.seated}
    return (*known[:-1], *sorted(typed - {*known, ""}), known[-1])


def offer_words(repository: Repository, translator: Translator) -> list[Choice]:
    """Return the categories of ``list_words``, each with its label."""
    hide = conceal_contacts
    return [{"key": hide(key), "label": hide(translator.category(key))} for key in list_words(repository)]


def _list_proxies(repository: Repository) -> list[Participant]:
    return [one for one in repository.list_participants() if one.origin is Origin.PROXY and one.joined_to is None]


def _read_word(repository: Repository, typed: str) -> str:
    """Return a category by its key or by its label in any language, else the word as it was typed."""
    known = list_words(repository)
    labels = {fold_name(conceal_contacts(key)): key for key in reversed(known)}  # as ``offer_words`` has them
    labels |= {fold_name(Translator(language).category(key)): key for language in LANGUAGES for key in known}
    return read_own_category(labels.get(fold_name(typed), typed))


def _seat(repository: Repository, pseudonym: str, category: str, sector: str, now: datetime) -> Participant:
    free = claim_pseudonym(repository, pseudonym, refusal="proxy-pseudonym-taken")
    person = Participant(uuid4().hex, free, category, sector, Origin.PROXY, now)
    seats = plan_late(repository, person)
    repository.add_participant(person)
    repository.add_table_seats(seats)
    return person
