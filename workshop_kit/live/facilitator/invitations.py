"""Step 2: what prints say of the workshop, and the prints that invite people and receive them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.entries import (
    WORKSHOP_PLACE,
    WORKSHOP_WIFI,
    WORKSHOP_WIFI_PASSWORD,
    read_colour,
    read_day,
    read_phone,
    read_web_address,
)
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Challenge, Stakeholder, StakeholderStatus, Workshop
from workshop_kit.domain.printing import (
    LOGOS,
    Lack,
    PrintKind,
    choose_people,
    choose_sent,
    find_lacks,
    find_unreached,
    part_lacks,
    refuse_print,
    show_address,
)
from workshop_kit.domain.web_addresses import is_of_room_alone
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.arriving import set_status
from workshop_kit.live.acts.days import read_invitation, set_day
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.invitations import (
    InvitationField,
    InvitationsModel,
    PrintAsked,
    PrintModel,
    Sent,
    TellDay,
    TellInvitation,
    WhichPrint,
)
from workshop_kit.live.contract.facilitator.synthesis import Fetched, MakingStands
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.door import open_with_words, read_words
from workshop_kit.live.facilitator.papers import PAPER_KIND, PapersDesk
from workshop_kit.live.joining import JOIN, read_join_address
from workshop_kit.live.lacks import say_lacks, say_shared
from workshop_kit.store import Repository
from workshop_kit.store.marks import check_day
from workshop_kit.store.plain_files import is_plain_file
from workshop_kit.store.seating import TABLE_KIND

_READ: Final[Mapping[InvitationField, Callable[[object], str]]] = {
    InvitationField.FINISHES: lambda text: check_day("", str(text))[1],
    InvitationField.ANSWER_BY: read_day,
    InvitationField.PLACE: WORKSHOP_PLACE.read,
    InvitationField.PHONE: read_phone,
    InvitationField.ADDRESS: read_web_address,
    InvitationField.COLOUR: read_colour,
    InvitationField.WIFI_NAME: WORKSHOP_WIFI.read,
    InvitationField.WIFI_PASSWORD: WORKSHOP_WIFI_PASSWORD.read,
}
#: What goes to the whole list when that is chosen.
_WIDER: Final = frozenset({PrintKind.LETTERS, PrintKind.EMAILS, PrintKind.CALLS})


class InvitationsDesk(PapersDesk):
    """What prints say (*réglages des imprimés*), and the prints."""

    @shows(
        *("workshop", "invitation", "challenge", "stakeholder", "participant", TABLE_KIND, JOIN, PAPER_KIND),
        pace=DRAW_EVERY,
        at_once=("workshop", "invitation", JOIN, PAPER_KIND),
    )
    def invitations_model(self) -> InvitationsModel:
        """Return what prints say, and each print with what it lacks and how its making stands."""
        return self.store.read(self._read_invitations)

    @intention
    def tell_invitation(self, repository: Repository, asked: TellInvitation) -> None:
        """Say one thing that prints say, or take it back.

        Raises
        ------
        InvalidEntry
            ``hour-shape``, ``day-shape``, ``phone-shape``, ``web-address-shape``, ``colour-shape``, ``text-too-long``;
            ``hour-order``, ``answer-late`` for what comes in the wrong order.

        """
        told = {asked.field.value: _READ[asked.field](asked.text)}
        _check_order(asked.field, replace(read_invitation(repository, self.folder), **told))
        repository.update_invitation(replace(repository.find_invitation(), **told))

    @intention
    def tell_day(self, asked: TellDay) -> None:
        """Say on which day the workshop is and when it begins: its folder says it too, as the home page reads it.

        Raises
        ------
        InvalidEntry
            ``day-shape``, ``hour-shape``.
        StoreUnavailable
            Nothing can be written in the folder.

        """
        set_day(self.store, self.folder, asked.day, asked.begins)
        self._announce("invitation")

    @intention
    def make_print(self, asked: PrintAsked) -> MakingStands:
        """Begin to make a print; asking again while it is being made changes nothing."""
        room = open_with_words(read_join_address(), read_words()) if asked.room else ""
        details = {
            "first": str(asked.first),
            "copies": "" if asked.copies is None else str(asked.copies),
            "challenge": asked.challenge or "",
            "paper": asked.paper.value,
            "room_address": room,
            **{name: "yes" if getattr(asked, name) else "" for name in ("bw", "everyone", "password")},
        }
        return {"state": self.papers.begin(self.folder, asked.kind, self.language, **details)}

    @intention
    def note_sent(self, repository: Repository, asked: WhichPrint) -> Sent:
        """Note that the letters or messages left: whom they reach was invited today."""
        people = choose_sent(asked.kind, repository.list_stakeholders())
        for one in people:
            repository.update_stakeholder(set_status(one, StakeholderStatus.INVITED, self.now()))
        return {"sent": len(people)}

    @intention
    def cancel_print(self, asked: WhichPrint) -> MakingStands:
        """End the making of a print at once."""
        return {"state": self.papers.cancel(asked.kind)}

    @intention
    def fetch_print(self, asked: WhichPrint) -> Fetched:
        """Hand over the print that was made, in base64."""
        return self.papers.fetch(asked.kind)

    def _read_invitations(self, repository: Repository) -> InvitationsModel:
        matter = _Matter(
            repository.find_workshop(),
            read_invitation(repository, self.folder),
            tuple(repository.list_challenges()),
            tuple(repository.list_stakeholders()),
            sum(one.joined_to is None for one in repository.list_participants()),
            max((one.number for one in repository.list_table_seats()), default=0),
            open_with_words(show_address(read_join_address()), read_words()),
            next((name for name in LOGOS if is_plain_file(self.folder / name)), ""),
        )
        said = matter.said
        shared, own = part_lacks({kind: _find_lacks(kind, matter) for kind in PrintKind})
        return {
            "day": said.day,
            "begins": said.begins,
            "finishes": said.finishes,
            "answer_by": said.answer_by,
            "place": said.place,
            "phone": said.phone,
            "address": said.address,
            "colour": said.colour,
            "wifi_name": said.wifi_name,
            "wifi_password": said.wifi_password,
            "room": matter.room,
            "lasts": matter.room != "" and not is_of_room_alone(matter.room),
            "logo": matter.logo,
            "challenges": [number_challenge(one, number) for number, one in enumerate(matter.challenges, start=1)],
            "lacks": say_shared(self.translator, shared),
            "prints": [self._describe_print(kind, matter, own[kind]) for kind in PrintKind],
        }

    def _describe_print(self, kind: PrintKind, matter: _Matter, lacks: Sequence[Lack]) -> PrintModel:
        people = choose_people(kind, matter.listed, everyone=False)
        everyone = choose_people(kind, matter.listed, everyone=True)
        refused = refuse_print(kind, everyone, matter.seats)
        ending = ".zip" if kind is PrintKind.EMAILS else ".pdf"
        return {
            "kind": kind,
            "file": self.name_file(f"invitations.file.{kind}", ending),
            "count": _count(kind, len(people), matter),
            "everyone": len(everyone) if kind in _WIDER else None,
            "lacks": say_lacks(self.translator, kind, lacks, find_unreached(kind, people)),
            "refused": self.translator(f"errors.{refused}") if refused else "",
            "making": self.describe_making(kind),
        }


@dataclass(frozen=True)
class _Matter:
    """What the panel is made of, read once."""

    workshop: Workshop
    said: Invitation
    challenges: tuple[Challenge, ...]
    listed: tuple[Stakeholder, ...]
    seats: int
    tables: int
    room: str
    logo: str


def _find_lacks(kind: PrintKind, matter: _Matter) -> tuple[Lack, ...]:
    return find_lacks(
        kind, matter.workshop, matter.said, matter.challenges, logo=bool(matter.logo), room=bool(matter.room)
    )


def _check_order(field: InvitationField, said: Invitation) -> None:
    """Refuse an end before the beginning, and answers that are awaited after the day: a letter would say nonsense."""
    if field is InvitationField.FINISHES and said.finishes and said.finishes <= said.begins:
        raise InvalidEntry("hour-order", received=said.finishes, begins=said.begins)
    if field is InvitationField.ANSWER_BY and said.day and said.answer_by > said.day:
        raise InvalidEntry("answer-late")


def _count(kind: PrintKind, people: int, matter: _Matter) -> int | None:
    if kind is PrintKind.CARDS:
        return matter.seats
    if kind is PrintKind.TABLES:
        return matter.tables or None
    return people if kind in _WIDER or kind is PrintKind.REMINDERS else None
