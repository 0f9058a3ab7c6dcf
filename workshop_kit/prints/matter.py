"""What the prints of an invitation are made of: a workshop's values at one moment, and the sentences they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Category, Challenge, Participant, Sector, Stakeholder, Workshop
from workshop_kit.domain.printing import (
    PrintKind,
    Provenance,
    count_minutes,
    open_address,
    parse_day,
    parse_hour,
    says_phone,
    shorten,
    show_address,
    sign_address,
)
from workshop_kit.domain.web_addresses import is_of_room_alone
from workshop_kit.i18n import Translator, choose_language
from workshop_kit.i18n.dates import say_date, say_hour, say_weekday
from workshop_kit.live.acts.arriving import INVITED, name_invitation
from workshop_kit.live.acts.days import read_invitation
from workshop_kit.live.acts.seating import list_cards
from workshop_kit.prints.literals import Exact, first_up
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository

#: Signs of a name, of a line of an address and of a challenge that a sheet has room for.
NAME: Final = 120
LINE: Final = 200
STATEMENT: Final = 600
#: A name shorter than that is never parted at the end of a line; and what stands in no text.
_WHOLE: Final = 30
_NEVER: Final = "\ue0fd\ue0fd"
_MINUTES: Final = 60
#: Lengths in whole hours that the catalogs say in words.
_IN_WORDS: Final = range(1, 5)


@dataclass(frozen=True)
class Options:
    """What may be chosen of a print.

    Attributes
    ----------
    language
        ``None``: the workshop's own.
    paper
        Of a poster: ``"a4"`` or ``"a3"``.
    bw
        All in solid black on white.
    everyone
        Letters, messages and calls go to everybody on the list but who said no, and not only to those to invite.
    first, copies
        The number of the first form, and how many forms, tables there are; ``None``: the usual number.
    challenge
        The id of the challenge that a neighbours' kit is about; ``None``: none.
    password
        Whether the Wi-Fi's password stands on the door.
    room
        The address by which phones join now, with the words of the door; ``""``: the room is not open.

    """

    language: str | None = None
    paper: str = "a4"
    bw: bool = False
    everyone: bool = False
    first: int = 1
    copies: int | None = None
    challenge: str | None = None
    password: bool = False
    room: str = ""


@dataclass(frozen=True)
class Matter:
    """A workshop's values as prints read them.

    ``signs`` are those of the invitations, by the stakeholder's id; ``registers`` say in which one a number stands,
    where it was picked from there; ``tables`` at which somebody sits, a number each round, 0: at none. ``logo`` is a
    drawing.
    """

    folder: Path
    workshop: Workshop
    invitation: Invitation
    challenges: tuple[Challenge, ...]
    sectors: tuple[Sector, ...]
    stakeholders: tuple[Stakeholder, ...]
    participants: tuple[Participant, ...]
    words: Translator
    now: datetime
    options: Options
    signs: Mapping[str, str] = field(default_factory=dict, repr=False)
    registers: Mapping[str, Provenance] = field(default_factory=dict)
    tables: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    logo: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        """The web address that prints show before the day; ``""``: none was said, or one that leads nowhere outside."""
        said = self.invitation.address
        return "" if is_of_room_alone(said) else said

    @property
    def language(self) -> str:
        """The language of the print."""
        return self.words.language

    @property
    def organiser(self) -> str:
        """Who signs: the one who organises, else the territory's name."""
        return shorten(self.workshop.organiser or self.workshop.territory, NAME)

    @property
    def day(self) -> date | None:
        """The workshop's day, where it is said."""
        return parse_day(self.invitation.day)


def gather(repository: Repository, folder: Path, options: Options, now: datetime) -> Matter:
    """Return what prints are made of, without the logo, which stands in the folder."""
    workshop = repository.find_workshop()
    return Matter(
        folder=folder,
        workshop=workshop,
        invitation=read_invitation(repository, folder),
        challenges=tuple(repository.list_challenges()),
        sectors=tuple(repository.list_sectors()),
        stakeholders=tuple(repository.list_stakeholders()),
        participants=tuple(one for one in repository.list_participants() if one.joined_to is None),
        words=Translator(choose_language(options.language, workshop.language)),
        now=now,
        options=options,
        signs={one.id: name_invitation(repository, one.id) for one in repository.list_stakeholders()},
        registers=_list_registers(repository),
        tables=list_cards(repository),
    )


def _list_registers(repository: Repository) -> dict[str, Provenance]:
    """Return in which register the numbers of those stand who were picked from one."""
    taken = (one for one in repository.list_candidates() if one.taken is not None)
    return {one.id: Provenance(one.register.value) for one in taken}


def tell_about(matter: Matter, title: str) -> dict[str, Any]:
    """Return what every template is told: the language, the document's title, whose it is, and the logo."""
    name = shorten(matter.workshop.territory, NAME)
    alternative = matter.words("invitations.logo", name=matter.organiser)
    return {
        "language": Exact(matter.language),
        "title": f"{title} – {matter.workshop.territory}",
        "author": matter.organiser,
        "name": name,
        "whole": Exact(name if len(name) < _WHOLE and name.strip() else _NEVER),
        "logo": {"svg": Exact(matter.logo), "alt": alternative} if matter.logo else None,
    }


def tell_code(matter: Matter, key: str, content: str, shown: str) -> dict[str, Any] | None:
    """Return a code with its alternative text; ``None`` where it would hold nothing."""
    if not content:
        return None
    what = {"wifi": "name", "sheet": "code", "slip": "code"}.get(key, "address")
    rows = [Exact(row) for row in draw_code(content)]
    return {"rows": rows, "alt": matter.words(f"invitations.code.{key}", **{what: shown})}


def tell_volunteer_code(matter: Matter) -> dict[str, Any] | None:
    """Return the code of the volunteer form, which is the address that prints show; ``None`` without one."""
    address = matter.address
    return tell_code(matter, "volunteer", open_address(address), show_address(address))


def sign_for(matter: Matter, stakeholder: str) -> str:
    """Return the address that prints show with the sign of somebody's invitation: who joins with it is known to come.

    ``""`` without an address.
    """
    address = open_address(matter.address)
    sign = matter.signs.get(stakeholder, "")
    return sign_address(address, INVITED, sign) if sign else address


def tell_challenges(matter: Matter) -> list[dict[str, str]]:
    """Return the challenges with what frames them; see ``tell_challenge``."""
    return [tell_challenge(matter, number, one) for number, one in enumerate(matter.challenges, start=1)]


def tell_challenge(matter: Matter, number: int, challenge: Challenge) -> dict[str, str]:
    """Return a challenge: its label, its stake and its statement, which may be empty still."""
    stake = shorten(challenge.stake, NAME)
    return {
        "label": matter.words("invitations.challenge", number=number, stake=stake),
        "stake": stake,
        "statement": shorten(challenge.statement, STATEMENT),
    }


def say_hours(matter: Matter) -> str:
    """Return from when till when, such as ``18 h – 20 h``; from when alone; ``""`` where neither is said."""
    begins, finishes = parse_hour(matter.invitation.begins), parse_hour(matter.invitation.finishes)
    if begins is None:
        return ""
    told = say_hour(begins, matter.language)
    if finishes is None or count_minutes(matter.invitation) is None:
        return matter.words("invitations.hours.begins", begins=told)
    return matter.words("invitations.hours.both", begins=told, finishes=say_hour(finishes, matter.language))


def say_when(matter: Matter, *, year: bool = True) -> str:
    """Return the day and the hours, as far as they are said; hours without a day say nothing."""
    if matter.day is None:
        return ""
    day, hours = say_weekday(matter.day, matter.language, year=year), say_hours(matter)
    return matter.words("invitations.when", day=day, hours=hours) if hours else day


def say_length(matter: Matter) -> str:
    """Return for how long one is asked to come, such as ``deux heures``; ``""`` where it is not said."""
    minutes = count_minutes(matter.invitation)
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, _MINUTES)
    if hours == 0:
        return matter.words.plural("invitations.length.minutes", rest)
    if rest * 2 == _MINUTES:
        return matter.words("invitations.length.half", hours=hours)
    if rest:
        return matter.words("invitations.length.mixed", hours=hours, minutes=f"{rest:02}")
    if hours in _IN_WORDS:
        return matter.words(f"invitations.length.{hours}")
    return matter.words.plural("invitations.length.hours", hours)


def say_length_first(matter: Matter) -> str:
    """Return the same at the beginning of a sentence."""
    return first_up(say_length(matter))


def say_other_phone(matter: Matter) -> str:
    """Return the counter's telephone where the contact that stands beside it does not say the same number."""
    phone = matter.invitation.phone
    return "" if says_phone(matter.workshop.contact, phone) else phone


def say_until(matter: Matter) -> str:
    """Return the last day on which contact details are kept."""
    return say_date(matter.workshop.retention_until, matter.language).replace(" ", "\N{NO-BREAK SPACE}")


def say_category(matter: Matter, category: str) -> str:
    """Return a category's label, or the organiser's own word."""
    return shorten(matter.words.category(category), NAME)


def is_usual(category: str) -> bool:
    """Tell whether a category is one of those the kit knows."""
    return category in tuple(Category)


def name_workshop(matter: Matter) -> str:
    """Return an identifier of the workshop that stays the same, whatever changes in it."""
    made = matter.workshop.created_at.isoformat()
    return uuid5(NAMESPACE_URL, f"workshop-kit:{made}").hex


#: What each kind of print is called in its title.
TITLES: Final = {
    PrintKind.LETTERS: "invitations.letter.kind",
    PrintKind.FORM: "invitations.form.title",
    PrintKind.DOOR: "invitations.door.title",
    PrintKind.CARDS: "invitations.cards.title",
    PrintKind.CALLS: "invitations.calls.title",
    PrintKind.REMINDERS: "invitations.reminders.title",
}
