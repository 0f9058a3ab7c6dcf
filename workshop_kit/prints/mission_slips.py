"""A writer of the slips of missions: for whoever is not in the room or has no phone, a proposal to be answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Assignment, AssignmentStatus, Challenge, Mission, Participant, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.printing import open_address, shorten, show_address
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.domain.shown_names import name_shown
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n.dates import say_date, say_when
from workshop_kit.i18n.mission_facts import say_days, say_hours_alone, say_needs
from workshop_kit.live.acts.answering import Asked, list_asked, list_asked_on_paper
from workshop_kit.live.acts.pairing import call_in_pair, find_pair
from workshop_kit.live.acts.slip_codes import list_slip_codes
from workshop_kit.live.participant.mission import say_why
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.prints.colours import choose_colours
from workshop_kit.prints.literals import Rich, speak, write_call
from workshop_kit.prints.logo import read_logo
from workshop_kit.prints.matter import (
    LINE,
    NAME,
    STATEMENT,
    Matter,
    Options,
    gather,
    say_other_phone,
    tell_about,
    tell_code,
)
from workshop_kit.report.printed import Printed
from workshop_kit.report.printing import compile_source
from workshop_kit.store import Repository, open_store
from workshop_kit.store.persons import Persons

#: What these slips are called where papers are asked for.
MISSIONS: Final = "missions"
#: Names of others on a mission that a slip has room for; the rest are counted.
_NAMES: Final = 6


@dataclass(frozen=True)
class Slips:
    """What slips are made of besides a workshop's own values: who is asked, their codes, and everybody's answers."""

    asked: tuple[Asked, ...]
    codes: Mapping[str, str]
    people: Mapping[str, Participant]
    volunteers: Mapping[str, Volunteer]
    assignments: tuple[Assignment, ...]
    missions: Mapping[str, Mission]


def print_missions(folder: Path, options: Options | None = None, *, now: datetime | None = None) -> Printed:
    """Return the slips of the missions that wait for an answer, two a page, as a PDF/UA-1 file.

    Parameters
    ----------
    folder
        The workshop's folder.
    options
        See ``Options``; ``everyone``: also for those who are in the room with a phone.
    now
        The present moment, aware; ``None``: that of this machine's clock.

    Raises
    ------
    InvalidEntry
        ``logo-broken``, ``logo-too-large``.
    MissingEntry
        ``no-workshop``.
    NotAllowed
        ``nobody-to-answer``: nobody is asked about a mission who would not read it on a phone.

    """
    chosen = options or Options()
    store = open_store(folder)
    try:
        matter, slips = store.read(
            lambda repository: (
                gather(repository, folder, chosen, now or datetime.now(UTC)),
                _gather_slips(repository, everyone=chosen.everyone),
            )
        )
    finally:
        store.close()
    if not slips.asked:
        raise NotAllowed("nobody-to-answer")
    source = write_missions(replace(matter, logo=read_logo(folder, bw=chosen.bw)), slips)
    return compile_source(source, choose_colours(matter.invitation.colour, bw=chosen.bw))


def _gather_slips(repository: Repository, *, everyone: bool) -> Slips:
    persons = Persons(repository)
    return Slips(
        list_asked_on_paper(list_asked(repository), everyone=everyone),
        list_slip_codes(repository),
        {one.id: one for one in persons.list_participants()},
        {one.participant: one for one in persons.list_volunteers()},
        persons.list_assignments(),
        {one.id: one for one in repository.list_missions()},
    )


def write_missions(matter: Matter, slips: Slips) -> str:
    """Return the source of the slips: one for each mission that somebody has yet to answer."""
    words = matter.words
    keys = ("ask", "yes", "another", "later", "no", "how", "why")
    told: dict[str, Any] = {key: words(f"prints.mission.{key}") for key in keys}
    told["care"] = words("prints.mission.care", date=say_date(matter.workshop.retention_until, matter.language))
    names = tell_apart(matter.participants, words)
    each = [
        _tell_slip(matter, slips, one, given, place, names[one.person.id])
        for one in slips.asked
        for place, given in enumerate(one.waiting, start=1)
    ]
    return write_call("missions", "missions", tell_about(matter, words("prints.mission.title")), told, each)


def _tell_slip(
    matter: Matter, slips: Slips, asked: Asked, given: Assignment, place: int, known_as: str
) -> dict[str, Any]:
    words, mission = matter.words, slips.missions[given.mission]
    offer = slips.volunteers.get(asked.person.id)
    many = len(asked.waiting)
    code = slips.codes.get(asked.person.id, "")
    address = matter.options.room or open_address(matter.address)
    challenge = next(one for one in enumerate(matter.challenges, start=1) if one[1].id == mission.challenge)
    return {
        "name": shorten((offer.name if offer is not None and offer.consented_at else "") or known_as, NAME),
        "number": words("prints.mission.place", place=place, of=many) if many > 1 else "",
        "lead": words.plural("prints.mission.lead", many, title=shorten(matter.workshop.title, NAME)),
        "label": _label(matter, *challenge),
        "mission": shorten(conceal_contacts(mission.title), STATEMENT),
        "facts": [
            (words(f"prints.mission.fact.{key}"), said) for key, said in _list_facts(matter, slips, given) if said
        ],
        "why": say_why(given.reason, words),
        "pair": _say_pair(matter, slips, given),
        "ways": _list_ways(matter, code if address else "", address),
        "code": tell_code(matter, "slip", f"{address}#slip={code}", write_code(code)) if address and code else None,
    }


def _label(matter: Matter, number: int, challenge: Challenge) -> str:
    return matter.words("prints.label", number=number, stake=shorten(challenge.stake, NAME))


def _list_facts(matter: Matter, slips: Slips, given: Assignment) -> list[tuple[str, str]]:
    """List what is known of a mission: what is done first, when, where, who answers for it, and who is on it."""
    mission = slips.missions[given.mission]
    return [
        ("first", shorten(conceal_contacts(mission.next_step), LINE)),
        ("date", say_when(mission.first_date, mission.begins, mission.finishes, matter.language)),
        ("hours", say_hours_alone(mission, matter.words)),
        ("days", say_days(mission, matter.words)),
        ("sector", shorten(conceal_contacts(mission.sector), NAME)),
        ("needs", shorten(say_needs(mission, conceal_contacts(mission.language.strip()), matter.words), LINE)),
        ("owner", shorten(mission.owner.strip() or _find_referent(matter, mission), NAME)),
        ("with", _say_company(matter, slips, given)),
    ]


def _find_referent(matter: Matter, mission: Mission) -> str:
    """Return who refers for the sector of a mission; ``""``: nobody."""
    named = fold_name(mission.sector)
    return next((one.referent for one in matter.sectors if named and fold_name(one.name) == named), "")


def _list_others(slips: Slips, given: Assignment) -> list[Assignment]:
    """List the others who said yes to a mission."""
    return [
        one
        for one in slips.assignments
        if one.mission == given.mission
        and one.participant != given.participant
        and one.status is AssignmentStatus.ACCEPTED
    ]


def _name(slips: Slips, person: str) -> str:
    return name_shown(slips.people.get(person), slips.volunteers.get(person))


def _say_company(matter: Matter, slips: Slips, given: Assignment) -> str:
    """Name who said yes and agreed to be shown, and count the others who said yes."""
    others = _list_others(slips, given)
    names = sorted(filter(None, (_name(slips, one.participant) for one in others)), key=str.casefold)
    shown = [shorten(one, NAME) for one in names[:_NAMES]]
    rest = len(others) - len(shown)
    if rest:
        key = "prints.mission.more" if shown else "prints.mission.people"
        shown.append(matter.words.plural(key, rest))
    return ", ".join(shown)


def _say_pair(matter: Matter, slips: Slips, given: Assignment) -> str:
    """Say who goes with whom; who said no yes yet, or of whom nothing may be said, is "somebody".

    Nothing is said of one's own pseudonym: a yes on paper lets nobody read it, and the page of the code says it there.
    """
    on, me = [one for one in slips.assignments if one.mission == given.mission], given.participant
    pair = find_pair(
        me, on, lambda other, told: call_in_pair(slips.people.get(other), slips.volunteers.get(other), told)
    )
    if pair is None:
        return ""
    if pair.missing:
        return matter.words(f"participant.mission.pair.{pair.role}-nobody")
    key = f"prints.mission.pair.{pair.role}"
    name = shorten(pair.name, NAME)
    return matter.words(key, name=name) if name else matter.words(f"{key}-somebody")


def _list_ways(matter: Matter, code: str, address: str) -> Sequence[Rich]:
    """List how an answer is given: by telephone, on paper if somebody takes it, by the code if a page does."""
    words = matter.words
    contact, organiser = matter.workshop.contact.strip(), matter.workshop.organiser.strip()
    reach = " · ".join(shorten(one, LINE) for one in (contact, say_other_phone(matter)) if one)
    ways = [speak(words, "prints.mission.way.call", contact=reach)] if reach else []
    if contact and organiser:
        ways.append(speak(words, "prints.mission.way.paper", organiser=shorten(conceal_contacts(organiser), LINE)))
    elif contact:
        ways.append(speak(words, "prints.mission.way.paper-back"))
    if code:
        shown = shorten(show_address(address), LINE)
        ways.append(speak(words, "prints.mission.way.code", address=shown, code=write_code(code)))
    return ways
