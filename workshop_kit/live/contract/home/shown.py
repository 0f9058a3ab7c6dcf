"""The home page as it is shown: the folder of workshops, the room of the one in sight, this computer's check-up.

Nobody's name stands in what is shown here: people are counted. What a page is to say in words comes as a code with its
values, but for the sentence of something that failed, which is whole.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypedDict

from workshop_kit.live.contract.shared import NetworkChoice, ReachCode


class TakeawayForm(StrEnum):
    """What is taken away: contacts of those who said yes, everything as a workbook, the whole folder, plain tables."""

    CONTACTS = "contacts"
    WORKBOOK = "workbook"
    FOLDER = "folder"
    TABLES = "tables"


class CheckKind(StrEnum):
    """The parts of a check-up, in the order they are shown."""

    ROOM = "room"
    NETWORK = "network"
    DISK = "disk"
    PAPER = "paper"
    INSTALLATION = "installation"


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
    "join-network",
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


class PhoneTest(TypedDict):
    """The test with one's own phone: ``at`` is when it came through, in milliseconds since 1970, ``by`` its network.

    ``arrived``: a phone reached this computer and has no page yet, ``answered`` is what it was told instead.
    ``silent``: nothing came within half a minute; ``reasons`` are codes of what to look at, the likeliest first.
    """

    state: Literal["none", "waiting", "arrived", "passed", "silent"]
    at: int | None
    by: str
    answered: Literal["", "page", "full", "door", "closed", "slow"]
    reasons: list[
        Literal["wifi", "firewall", "firewall-windows", "firewall-linux", "network", "no-network", "guest-network"]
    ]


class Memory(TypedDict):
    """What the seats need of this computer's memory, in MB; ``free`` is ``None`` where it cannot be known."""

    needed: int
    free: int | None
    enough: bool
    fits: int


class EntranceCounts(TypedDict):
    """Seats that somebody joined from, devices that hold seats, who waits, and what was held back lately."""

    kept: int
    devices: int
    waiting: int
    slowed: int
    turned: int


class RoomPanel(TypedDict):
    """The room of the workshop in sight: all that the terminal says.

    ``since`` is when it opened, in milliseconds since 1970; ``ready`` of ``wanted`` tells how far it is while it opens.
    ``failure`` is why it could not be opened, or stopped. ``join`` is what a code shows and ``typed`` what one types;
    both are there, to be shown in grey, before the room is open. ``elsewhere`` names what serves it, when another
    program does. ``reach``, ``missed`` and ``moved`` are those of ``WaysIn``. ``door`` are the words that newcomers
    have to say besides, or empty.
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
    door: str
    networks: list[NetworkChoice]
    no_network: bool
    reach: ReachCode
    missed: str
    moved: str
    seats: int
    taken: int
    entrance: EntranceCounts
    memory: Memory
    test: PhoneTest
    elsewhere: str


class TakeawayState(TypedDict):
    """One thing to take away: how many people's data it holds, and how far its making is.

    ``past`` says that they were to be kept until a day that is over, and are not handed on any more. ``number`` grows
    with each that was made; ``size`` is in bytes, ``sentence`` says why it failed.
    """

    form: TakeawayForm
    people: int
    past: bool
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


class ComingErasure(TypedDict):
    """Contact details that go by date: from which ``day`` on (``YYYY-MM-DD``), whether somebody may say: now.

    ``doubtful`` says that this computer's clock is too far beyond ``last``, the day of the last activity, to be
    believed.
    """

    day: str
    due: bool
    doubtful: bool
    last: str


class ChosenWorkshop(TypedDict):
    """The workshop in sight. ``erased_on`` is the day (``YYYY-MM-DD``) on which contact details erase themselves.

    ``coming`` stands once that was announced. ``disk_full`` says that nothing more can be saved in its folder.
    """

    card: WorkshopCard
    challenge: ChallengeInSight | None
    room: RoomPanel
    takeaways: list[TakeawayState]
    notebooks: NotebooksPanel
    erased_on: str
    coming: ComingErasure | None
    disk_full: bool
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
