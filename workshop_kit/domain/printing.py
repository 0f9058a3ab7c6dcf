"""What is printed to invite people and to receive them (*imprimés*): the kinds, for whom, and what each still lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.policy import SMTP
from enum import StrEnum
from typing import Final

from workshop_kit.domain.entries import read_email
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.likeness import fold_phone
from workshop_kit.domain.model import Challenge, Stakeholder, StakeholderStatus, Workshop
from workshop_kit.domain.web_addresses import is_of_room_alone
from workshop_kit.errors import InvalidEntry


class PrintKind(StrEnum):
    """What can be printed of an invitation; ``EMAILS`` are messages to send, the others sheets of paper."""

    LETTERS = "letters"
    EMAILS = "emails"
    CALLS = "calls"
    REMINDERS = "reminders"
    POSTER = "poster"
    FORM = "form"
    DOOR = "door"
    TABLES = "tables"
    CARDS = "cards"
    NEIGHBOURS = "neighbours"


class Lack(StrEnum):
    """What a print has a line for and the workshop does not say yet: the line is left out.

    ``OUTSIDE``: a web address is said that leads nowhere outside the room.
    """

    CHALLENGES = "challenges"
    DAY = "day"
    BEGINS = "begins"
    FINISHES = "finishes"
    PLACE = "place"
    PHONE = "phone"
    ADDRESS = "address"
    OUTSIDE = "outside"
    ANSWER_BY = "answer-by"
    ORGANISER = "organiser"
    CONTACT = "contact"
    FOLLOW_UP = "follow-up"
    WIFI_NAME = "wifi-name"
    ROOM_ADDRESS = "room-address"
    LOGO = "logo"


class Provenance(StrEnum):
    """Where somebody's contact details come from: a public register, or whoever organises."""

    RNA = "rna"
    SIRENE = "sirene"
    OTHER = "register"
    ORGANISER = "organiser"


_WHEN: Final = (Lack.DAY, Lack.BEGINS, Lack.FINISHES, Lack.PLACE)
_OF: Final[dict[PrintKind, tuple[Lack, ...]]] = {
    PrintKind.LETTERS: (
        *(Lack.ORGANISER, Lack.CHALLENGES, *_WHEN, Lack.ANSWER_BY, Lack.PHONE, Lack.ADDRESS, Lack.OUTSIDE),
        *(Lack.CONTACT, Lack.FOLLOW_UP, Lack.LOGO),
    ),
    PrintKind.EMAILS: (
        *(Lack.ORGANISER, Lack.CHALLENGES, *_WHEN, Lack.ANSWER_BY, Lack.PHONE, Lack.ADDRESS, Lack.OUTSIDE),
        *(Lack.CONTACT, Lack.FOLLOW_UP),
    ),
    PrintKind.CALLS: _WHEN,
    PrintKind.REMINDERS: _WHEN,
    PrintKind.POSTER: (Lack.CHALLENGES, *_WHEN, Lack.PHONE, Lack.ADDRESS, Lack.OUTSIDE, Lack.LOGO),
    PrintKind.FORM: (Lack.CHALLENGES, Lack.ORGANISER, Lack.CONTACT, Lack.PHONE, Lack.OUTSIDE, Lack.LOGO),
    PrintKind.DOOR: (Lack.DAY, Lack.WIFI_NAME, Lack.ROOM_ADDRESS, Lack.LOGO),
    PrintKind.TABLES: (),
    PrintKind.CARDS: (Lack.ROOM_ADDRESS,),
    PrintKind.NEIGHBOURS: (Lack.PHONE, Lack.CONTACT, Lack.ADDRESS, Lack.OUTSIDE, Lack.LOGO),
}
#: What is left out where somebody cannot be reached that way, in the catalogs.
UNREACHED: Final = {PrintKind.LETTERS: "postal", PrintKind.EMAILS: "email"}
#: What goes to those to invite.
_TO_PEOPLE: Final = frozenset({PrintKind.LETTERS, PrintKind.EMAILS, PrintKind.CALLS})
#: The files that are taken for the commune's logo, the first that is there counts.
LOGOS: Final = ("logo.svg", "logo.png", "logo.jpg", "logo.jpeg")
#: Signs of a name in the head of a message.
_NAME: Final = 120
#: Who has not answered: neither yes nor no, and not seen since.
_TO_WRITE: Final = frozenset({StakeholderStatus.TO_INVITE})
#: An association's number in the national register; a firm's, and one of its places', in Sirene.
_RNA: Final = re.compile(r"W\d[0-9A-Z]\d{7}")
_SIRENE: Final = re.compile(r"\d{9}(?:\d{5})?")
#: A number as people write it, and how many digits one has that may run into what stands before or behind it.
_NUMBER: Final = re.compile(r"\+?\d(?:(?:\(0\)|[\s.]|(?<=\d)-(?=\d))*\d)*")
_LONG_NUMBER: Final = 9


def find_lacks(
    kind: PrintKind,
    workshop: Workshop,
    invitation: Invitation,
    challenges: Sequence[Challenge],
    *,
    logo: bool,
    room: bool,
) -> tuple[Lack, ...]:
    """Return what a print has a line for and nobody said yet, in the order in which it would stand there.

    ``logo`` is whether the folder holds one, ``room`` whether phones can join now.
    """
    said = {
        Lack.CHALLENGES: bool(challenges),
        Lack.DAY: bool(invitation.day),
        Lack.BEGINS: bool(invitation.begins),
        Lack.FINISHES: bool(invitation.finishes),
        Lack.PLACE: bool(invitation.place),
        Lack.PHONE: bool(invitation.phone),
        Lack.ADDRESS: bool(invitation.address),
        Lack.OUTSIDE: not is_of_room_alone(invitation.address),
        Lack.ANSWER_BY: bool(invitation.answer_by),
        Lack.ORGANISER: bool(workshop.organiser),
        Lack.CONTACT: bool(workshop.contact),
        Lack.FOLLOW_UP: bool(workshop.follow_up),
        Lack.WIFI_NAME: bool(invitation.wifi_name),
        Lack.ROOM_ADDRESS: room or bool(invitation.address),
        Lack.LOGO: logo,
    }
    return tuple(one for one in _OF[kind] if not said[one])


def part_lacks(
    lacks: Mapping[PrintKind, Sequence[Lack]],
) -> tuple[tuple[Lack, ...], dict[PrintKind, tuple[Lack, ...]]]:
    """Part what several prints lack, to be said once, from what each lacks alone."""
    counts = Counter(one for those in lacks.values() for one in those)
    shared = tuple(one for one in Lack if counts[one] > 1)
    return shared, {kind: tuple(one for one in those if counts[one] == 1) for kind, those in lacks.items()}


def choose_to_write(stakeholders: Iterable[Stakeholder], *, everyone: bool) -> tuple[Stakeholder, ...]:
    """Return who is written to or called: those to invite; with ``everyone`` all but who said no."""
    return tuple(
        one
        for one in stakeholders
        if one.status in _TO_WRITE or (everyone and one.status is not StakeholderStatus.DECLINED)
    )


def choose_to_remind(stakeholders: Iterable[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Return who was invited and has not answered, the longest silent first."""
    silent = [one for one in stakeholders if one.status is StakeholderStatus.INVITED]
    known = [one for one in silent if one.invited_at is not None]
    return (*sorted(known, key=lambda one: str(one.invited_at)), *(one for one in silent if one.invited_at is None))


def choose_people(kind: PrintKind, stakeholders: Iterable[Stakeholder], *, everyone: bool) -> tuple[Stakeholder, ...]:
    """Return to whom a print goes; nobody where it goes to nobody by name."""
    if kind in _TO_PEOPLE:
        return choose_to_write(stakeholders, everyone=everyone)
    return choose_to_remind(stakeholders) if kind is PrintKind.REMINDERS else ()


def find_unreached(kind: PrintKind, people: Iterable[Stakeholder]) -> tuple[str, ...]:
    """Return the names of those whom a print cannot reach: no postal address, e-mail address or telephone."""
    if kind is PrintKind.LETTERS:
        return tuple(one.name for one in people if not one.address.strip())
    if kind is PrintKind.EMAILS:
        return tuple(one.name for one in people if not can_be_written_to(one))
    return tuple(one.name for one in people if not one.phone.strip())


def choose_sent(kind: PrintKind, stakeholders: Iterable[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Return whom letters or messages invite once they left: those to invite whom they reach."""
    people = choose_people(kind, stakeholders, everyone=False)
    if kind is PrintKind.EMAILS:
        return tuple(one for one in people if can_be_written_to(one))
    return tuple(one for one in people if one.address.strip()) if kind is PrintKind.LETTERS else ()


def can_be_written_to(stakeholder: Stakeholder) -> bool:
    """Tell whether a message can be addressed to somebody."""
    return find_mail_address(stakeholder) is not None


def find_mail_address(stakeholder: Stakeholder) -> Address | None:
    """Return to whom a message goes (*RFC 5322 mailbox*); ``None`` where there is no address, or none to write to."""
    try:
        address = read_email(stakeholder.email)
        name = write_header(shorten(stakeholder.contact or stakeholder.name, _NAME))
        ways = (Address(name, addr_spec=address), Address(addr_spec=address)) if address else ()
        return next(filter(_reaches_one, ways), None)
    except (InvalidEntry, ValueError, IndexError, HeaderParseError):
        return None


def write_header(text: str) -> str:
    """Return a text as it may stand in a line of a message's head.

    On one line, and with nothing in it that a mail program takes for the code of other words (``=?utf-8?q?…?=``), in
    which line ends, commas and addresses may be hidden.
    """
    return " ".join(text.split()).replace("=?", "= ?")


def _reaches_one(address: Address) -> bool:
    """Tell whether who reads the line of a message finds this recipient in it and no other."""
    line = SMTP.header_factory("To", address).fold(policy=SMTP).partition(":")[2]
    read = SMTP.header_factory("To", " ".join(line.split()))
    return address.addr_spec in line and [one.addr_spec for one in read.addresses] == [address.addr_spec]


def refuse_print(kind: PrintKind, people: Sequence[Stakeholder], seats: int) -> str:
    """Return the error's code where a print would be for nobody; ``""`` where it can be made."""
    if kind in _TO_PEOPLE and not people:
        return "nobody-to-write"
    if kind is PrintKind.EMAILS and not any(map(can_be_written_to, people)):
        return "nobody-with-email"
    if kind is PrintKind.REMINDERS and not people:
        return "nobody-to-remind"
    return "nobody-to-seat" if kind is PrintKind.CARDS and not seats else ""


def choose_challenges(stakeholder: Stakeholder, challenges: Sequence[Challenge]) -> tuple[tuple[int, Challenge], ...]:
    """Return what somebody is invited for, numbered from 1: the challenges named, else all of them."""
    numbered = tuple(enumerate(challenges, start=1))
    named = tuple((number, one) for number, one in numbered if one.id in stakeholder.challenges)
    return named or numbered


def find_register(stakeholder: Stakeholder) -> Provenance:
    """Return where somebody's contact details come from, by the shape of their number in a register."""
    number = re.sub(r"[\s.\-]", "", stakeholder.register).upper()
    if not number:
        return Provenance.ORGANISER
    if _RNA.fullmatch(number):
        return Provenance.RNA
    return Provenance.SIRENE if _SIRENE.fullmatch(number) else Provenance.OTHER


def says_phone(text: str, phone: str) -> bool:
    """Tell whether a text says every number of a telephone line, however each of the two writes it.

    A short number is one of its own, and no part of a longer one: 3975 is not in 01 42 39 75 10.
    """
    said, asked = _list_numbers(text), _list_numbers(phone)
    return bool(asked) and all(
        any(one == other or (len(one) >= _LONG_NUMBER and one in other) for other in said) for one in asked
    )


def _list_numbers(text: str) -> list[str]:
    return [fold_phone(one) for one in _NUMBER.findall(text)]


def count_minutes(invitation: Invitation) -> int | None:
    """Return for how long somebody is asked to come; ``None`` where it is not said, or would be no time at all."""
    begins, finishes = parse_hour(invitation.begins), parse_hour(invitation.finishes)
    if begins is None or finishes is None or finishes <= begins:
        return None
    return (finishes.hour - begins.hour) * 60 + finishes.minute - begins.minute


def parse_day(text: str) -> date | None:
    """Return a day that is kept as ``YYYY-MM-DD``; ``None`` where none is, or what stands there is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def parse_hour(text: str) -> time | None:
    """Return an hour that is kept as ``HH:MM``; ``None`` where none is, or what stands there is no hour."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def shorten(text: str, most: int) -> str:
    """Return a text as it fits a print: ``most`` signs at most, cut after a word where one ends near."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return f"{cut[:space] if space > most * 2 // 3 else cut}…".replace(" …", "…")


def show_address(address: str) -> str:
    """Return a web address as people write it down: without what a browser adds by itself."""
    return re.sub(r"^https?://", "", address.strip(), flags=re.IGNORECASE).partition("?")[0].rstrip("/")


def open_address(address: str) -> str:
    """Return a web address as a code holds it, with the scheme that a phone needs to open it."""
    known = re.match(r"https?://", address, flags=re.IGNORECASE)
    return address if known or not address else f"https://{address}"


def sign_address(address: str, name: str, sign: str) -> str:
    """Return a web address that carries a sign under a name, beside whatever it carries already."""
    before, hash_, place = address.partition("#")
    return f"{before}{'&' if '?' in before else '?'}{name}={sign}{hash_}{place}" if address else ""


def write_wifi(name: str, password: str) -> str:
    r"""Return what a code says to join a Wi-Fi (*MECARD*): each of ``\ ; , : "`` has a backslash before it."""
    if not name:
        return ""
    shielded_name, shielded_password = (re.sub(r'([\\;,:"])', r"\\\1", one) for one in (name, password))
    return f"WIFI:T:WPA;S:{shielded_name};P:{shielded_password};;" if password else f"WIFI:T:nopass;S:{shielded_name};;"
