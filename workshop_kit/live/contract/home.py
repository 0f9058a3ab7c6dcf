"""The contract of the home page: the folder of workshops, the room of the one in sight, this computer's check-up.

Nobody's name stands in what is shown here: people are counted. What a page is to say in words comes as a code with its
values, but for the sentence of something that failed, which is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal, TypedDict

from workshop_kit.domain.entries import WORKSHOP_TERRITORY, WORKSHOP_TITLE, Text, Whole, is_sendable
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.contract.asking import Id


def _keep(value: object) -> str:
    """Return a text to the letter: a place with two spaces in its name is another than one with one."""
    if not isinstance(value, str) or "\0" in value or (len(value) < 10_000 and not is_sendable(value)):
        raise InvalidEntry("malformed-intention")
    return value


#: A place on this computer, as it was listed or typed; what it leads to is checked where it is used.
_PLACE: Final = Text(2000, clean=_keep)
#: A day as ``YYYY-MM-DD`` or nothing, an hour as ``HH:MM`` or nothing.
_DAY: Final = Text(20)
_HOUR: Final = Text(12)
_LANGUAGE: Final = Text(8)
_FILE_NAME: Final = Text(255, 1, clean=_keep)
#: A part of a file that a page hands in, in base64, well below the longest message.
_PART: Final = Text(700_000, clean=_keep)
#: No workshop is larger: a file of this many bytes is a slip.
BYTES_AT_MOST: Final = 2_000_000_000
_BYTES: Final = Whole(0, BYTES_AT_MOST, "upload-too-large")
_SEATS: Final = Whole(1, 1000, "seats-out-of-range")
_CONFIRMATION: Final = Text(100)

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SpeakLanguage:
    """Speak another language on this page, and on the pages opened from it next."""

    language: Annotated[str, _LANGUAGE]


@dataclass(frozen=True)
class NameWorkshop:
    """One workshop of the list, by the ``id`` it has there."""

    workshop: Id


@dataclass(frozen=True)
class LookAtWorkshop:
    """The workshop whose room this page shows; ``None``: the list alone."""

    workshop: Id | None = None


@dataclass(frozen=True)
class StartWorkshop:
    """A new workshop: ``day`` (``YYYY-MM-DD``) and ``hour`` (``HH:MM``) may be left empty."""

    title: Annotated[str, WORKSHOP_TITLE]
    territory: Annotated[str, WORKSHOP_TERRITORY]
    language: Annotated[str, _LANGUAGE] = "fr"
    day: Annotated[str, _DAY] = ""
    hour: Annotated[str, _HOUR] = ""


@dataclass(frozen=True)
class SetDay:
    """The day and the hour of a workshop."""

    workshop: Id
    day: Annotated[str, _DAY] = ""
    hour: Annotated[str, _HOUR] = ""


@dataclass(frozen=True)
class CopyWorkshop:
    """A copy as a starting point, without anything that people gave, under a ``title`` of its own."""

    workshop: Id
    title: Annotated[str, WORKSHOP_TITLE]


@dataclass(frozen=True)
class NamePlace:
    """A place on this computer; nothing: where one begins to look."""

    path: Annotated[str, _PLACE] = ""


@dataclass(frozen=True)
class BeginUpload:
    """A file that the page is going to hand in, part by part."""

    name: Annotated[str, _FILE_NAME]
    size: Annotated[int, _BYTES]


@dataclass(frozen=True)
class SendPart:
    """The next part of a file, in base64: at most half a megabyte; ``start`` is how many bytes came before it."""

    upload: Id
    start: Annotated[int, _BYTES]
    content: Annotated[str, _PART]


@dataclass(frozen=True)
class TakeIn:
    """A colleague's file to make a workshop of: one that was handed in, or one at a place on this computer."""

    upload: Id | None = None
    path: Annotated[str, _PLACE] = ""


@dataclass(frozen=True)
class DeleteWorkshop:
    """Delete for good what ``describe_deletion`` described; ``confirmation`` is the key it gave."""

    workshop: Id
    confirmation: Annotated[str, _CONFIRMATION]


class TakeawayForm(StrEnum):
    """What is taken away: contacts of those who said yes, everything as a workbook, the whole folder, plain tables."""

    CONTACTS = "contacts"
    WORKBOOK = "workbook"
    FOLDER = "folder"
    TABLES = "tables"


@dataclass(frozen=True)
class MakeTakeaway:
    """What is made of a workshop to take away."""

    workshop: Id
    form: TakeawayForm


@dataclass(frozen=True)
class FetchTakeaway:
    """A part of what was made, from the byte ``start`` on."""

    workshop: Id
    form: TakeawayForm
    start: Annotated[int, _BYTES] = 0


@dataclass(frozen=True)
class JudgeNotebooks:
    """An answer about the notebooks that came with a folder: ``digest`` says which."""

    workshop: Id
    digest: Annotated[str, _CONFIRMATION]


@dataclass(frozen=True)
class SetSeats:
    """How many participants may be in at once, the next time the room opens."""

    workshop: Id
    seats: Annotated[int, _SEATS]


@dataclass(frozen=True)
class OpenRoom:
    """Let phones in; without a number of ``seats`` as many as last time, at first 200."""

    workshop: Id
    seats: Annotated[int, _SEATS] | None = None


@dataclass(frozen=True)
class ChooseNetwork:
    """By which of this computer's networks phones come in: the code and every page show its address at once."""

    workshop: Id
    network: Id


class CheckKind(StrEnum):
    """The parts of a check-up, in the order they are shown."""

    ROOM = "room"
    NETWORK = "network"
    DISK = "disk"
    PAPER = "paper"
    INSTALLATION = "installation"


@dataclass(frozen=True)
class EndKit:
    """End the program behind this page; ``with_rooms``: even though a room is open, which it closes."""

    with_rooms: bool = False


# -- what comes back ------------------------------------------------------------------------------------------------


class WorkshopEntered(TypedDict):
    """The workshop that was just made, taken in or opened."""

    workshop: str


class PlaceEntry(TypedDict):
    """Something in a folder: another folder, a workshop's folder, a folder that holds workshops, a workshop's file."""

    name: str
    path: str
    kind: Literal["folder", "workshop", "file"]


class PlaceListing(TypedDict):
    """What one may choose at a place: ``trail`` is the way there, ``starts`` where else one may begin to look.

    ``readable`` is false for a folder that may not be read, ``cut`` true for one with too many entries to list.
    """

    path: str
    name: str
    trail: list[PlaceEntry]
    entries: list[PlaceEntry]
    starts: list[PlaceEntry]
    is_workshop: bool
    readable: bool
    cut: bool


class UploadBegun(TypedDict):
    """The id of an upload, and the most bytes of the file that a part may hold."""

    upload: str
    part: int


class DeletionDescription(TypedDict):
    """What deleting a workshop erases, counted, and the ``confirmation`` that deletes it, good for ten minutes.

    ``people`` took part or stand in files, ``contacts`` can be reached; ``own_files`` are files that the kit did not
    make, ``bytes`` all there is.
    """

    workshop: str
    title: str
    path: str
    people: int
    contacts: int
    ideas: int
    files: int
    own_files: int
    bytes: int
    confirmation: str


class TakeawayPart(TypedDict):
    """A part of a file in base64; ``next`` is where the following one starts, ``None`` after the last."""

    name: str
    content: str
    next: int | None
    size: int


# -- what is shown --------------------------------------------------------------------------------------------------

#: How a workshop's folder is found: older ones are brought up to date, with a copy kept, when they are opened.
Condition = Literal["ready", "reading", "missing", "too-new", "older", "damaged", "read-only"]

#: How far a workshop has come, whatever its room does.
Standing = Literal["new", "prepared", "under-way", "ended"]

#: The room of a workshop: ``prepared`` has the facilitator's page and the screen, and lets no phone in.
#: ``failed`` did not open; ``stopped`` was open, ``pulled-out`` too, until its folder went.
RoomState = Literal[
    "closed", "preparing", "prepared", "opening", "open", "closing", "failed", "stopped", "pulled-out", "elsewhere"
]

#: The next thing to do: ``remind`` and ``send-invitations`` have their ``number``; ``go-there``: another one has it.
NextCode = Literal[
    "write-challenges",
    "invite",
    "send-invitations",
    "remind",
    "prepare",
    "open-room",
    "wait",
    "test-phone",
    "wait-for-phone",
    "test-again",
    "lead",
    "make-synthesis",
    "follow-up",
    "bring-up-to-date",
    "update-kit",
    "plug-in",
    "restore",
    "move-to-disk",
    "go-there",
    "see-why",
    "bring-back",
]


class NextStep(TypedDict):
    """The next thing to do, and the number that belongs to it, 0 if none does."""

    code: NextCode
    number: int


class PeopleCounts(TypedDict):
    """How many: invited and expected bodies, volunteers known from files, people who came, people in now.

    ``reachable`` are volunteers who may be asked again.
    """

    invited: int
    expected: int
    unanswered: int
    volunteers: int
    came: int
    here: int
    reachable: int


class WorkshopCard(TypedDict):
    """One workshop in the list.

    ``day`` is ``YYYY-MM-DD``, ``hour`` ``HH:MM``, both may be empty; ``days_away`` counts from today, negative for the
    past. ``place`` says where its folder is: in the folder of workshops or ``elsewhere``, such as on the volume named
    ``volume``. ``ended_on`` is the day of its end.
    """

    id: str
    title: str
    territory: str
    language: str
    day: str
    hour: str
    days_away: int | None
    place: Literal["shelf", "elsewhere"]
    volume: str
    path: str
    condition: Condition
    standing: Standing
    ended_on: str
    room: RoomState
    archived: bool
    sample: bool
    people: PeopleCounts
    next: NextStep


class NetworkChoice(TypedDict):
    """One address by which phones might come in.

    ``name`` is the system's for it, such as the name of a Wi-Fi where it can be known, else of the adapter. ``usable``
    is false for what phones cannot come in by, with the reason in ``why``; ``limited`` carries about ten phones.
    ``shown`` is the one that the code shows.
    """

    id: str
    name: str
    address: str
    kind: Literal["wifi", "cable", "hotspot", "vpn", "virtual", "this-computer", "unknown"]
    usable: bool
    limited: bool
    why: Literal["", "vpn", "virtual", "this-computer", "no-address"]
    shown: bool


class PhoneTest(TypedDict):
    """The test with one's own phone: ``at`` is when it came through, in milliseconds since 1970, ``by`` its network.

    ``silent``: nothing came within half a minute; ``reasons`` are codes of what to look at, the likeliest first.
    """

    state: Literal["none", "waiting", "passed", "silent"]
    at: int | None
    by: str
    reasons: list[Literal["wifi", "firewall", "network", "no-network", "guest-network"]]


class Memory(TypedDict):
    """What the seats need of this computer's memory, in MB; ``free`` is ``None`` where it cannot be known."""

    needed: int
    free: int | None
    enough: bool
    fits: int


class RoomPanel(TypedDict):
    """The room of the workshop in sight: all that the terminal says.

    ``since`` is when it opened, in milliseconds since 1970; ``ready`` of ``wanted`` tells how far it is while it opens.
    ``failure`` is why it could not be opened, or stopped. ``join`` is what a code shows and ``typed`` what one types;
    both are there, to be shown in grey, before the room is open. ``elsewhere`` names what serves it, when another
    program does.
    """

    state: RoomState
    since: int | None
    ready: int
    wanted: int
    failure: str
    facilitator: str
    screen: str
    join: str
    typed: str
    code: list[str]
    networks: list[NetworkChoice]
    no_network: bool
    seats: int
    taken: int
    memory: Memory
    test: PhoneTest
    elsewhere: str


class TakeawayState(TypedDict):
    """One thing to take away: how many people's data it holds, and how far its making is.

    ``number`` grows with each that was made; ``size`` is in bytes, ``sentence`` says why it failed.
    """

    form: TakeawayForm
    people: int
    state: Literal["none", "working", "ready", "failed"]
    number: int
    name: str
    size: int
    sentence: str


class NotebooksPanel(TypedDict):
    """The workshop's notebooks in JupyterLab: what it does, and why it stopped.

    ``strangers`` are programs among them that nobody of this computer vouched for, by name, and ``strange`` what they
    are known by, to answer about these and no others; while there are any, the kit's notebooks are used.
    """

    state: Literal["closed", "opening", "open", "closing", "failed"]
    sentence: str
    strangers: list[str]
    strange: str


class ChallengeInSight(TypedDict):
    """The challenge the room is at, or the first: in the frame above the room."""

    place: int
    of: int
    stake: str
    statement: str


class ChosenWorkshop(TypedDict):
    """The workshop in sight. ``erased_on`` is the day (``YYYY-MM-DD``) on which contact details erase themselves."""

    card: WorkshopCard
    challenge: ChallengeInSight | None
    room: RoomPanel
    takeaways: list[TakeawayState]
    notebooks: NotebooksPanel
    erased_on: str
    may_write: bool
    may_delete: bool


class ShelfDetails(TypedDict, total=False):
    """What copies the folder of workshops to somebody else's computers by itself, such as OneDrive; empty: nothing."""

    synced: str


class ShelfPanel(ShelfDetails):
    """The folder of workshops: its path as words one reads, and whether it can be written to."""

    path: str
    trail: list[str]
    state: Literal["ready", "new", "missing", "read-only", "full"]
    is_default: bool


class HomeModel(TypedDict):
    """The home page. ``connected`` is false once the program behind it has ended: then nothing can be asked.

    ``workshops`` come in the order to show them, ``archived`` apart. ``busy`` is the id of the workshop whose room is
    open, empty if none is. ``has_sample``: the sample stands in the list. ``reading``: the list is being made anew.
    """

    connected: bool
    languages: list[str]
    now: int
    today: str
    shelf: ShelfPanel
    reading: bool
    workshops: list[WorkshopCard]
    archived: list[WorkshopCard]
    has_sample: bool
    busy: str
    chosen: ChosenWorkshop | None


class Finding(TypedDict):
    """One thing looked at: ``state`` ``missing`` must be mended, ``warning`` need not be.

    ``name`` and ``value`` are said as they are, or by ``code`` with the catalogs; ``remedy`` is a whole sentence.
    """

    code: str
    name: str
    value: str
    kind: CheckKind
    state: Literal["good", "warning", "missing", "optional"]
    remedy: str


class CheckupModel(TypedDict):
    """This computer's check-up: ``at`` is when it was made, in milliseconds since 1970.

    ``icon`` is true while an icon that opens the home page is where a person looks for one.
    """

    state: Literal["none", "working", "done"]
    at: int | None
    good: bool
    icon: bool
    findings: list[Finding]
