"""What may be asked of the home page, and what comes back at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypedDict

from workshop_kit.domain.entries import WORKSHOP_TERRITORY, WORKSHOP_TITLE, Text, Whole, is_sendable
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.home.shown import TakeawayForm


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


@dataclass(frozen=True)
class RestoreBackup:
    """Put the backup of this name back, as ``list_backups`` told it; ``other``: though it is another workshop's."""

    workshop: Id
    name: Annotated[str, _FILE_NAME]
    other: bool


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


class BackupTold(TypedDict):
    """One backup: its ``name``, when it was made in milliseconds since 1970, why, what it is and holds, counted.

    The ``title`` is that of the workshop in it, where it can be read. ``ahead``: it is dated in the future, since the
    clock was ahead. ``readable`` is false for one kept as it was found.
    """

    name: str
    at: int
    kind: Literal["plain", "sealed", "replaced"]
    state: Literal["good", "other", "damaged", "newer", "no-workshop", "unread"]
    title: str
    ahead: bool
    readable: bool
    phase: str
    people: int
    ideas: int


class BackupListing(TypedDict):
    """The backups of a workshop, the newest first, those of the future last; and what the workshop itself holds now."""

    backups: list[BackupTold]
    people: int
    ideas: int


class BackupRestored(TypedDict):
    """Whether what a backup replaced could be asked who was erased or withdrew since."""

    remembers: bool


class CheckFinding(TypedDict):
    """One thing that a check found, in a sentence: well, mended just now, worth knowing, or left to mend."""

    state: Literal["good", "mended", "warning", "broken"]
    sentence: str


class CheckResult(TypedDict):
    """What a check of a workshop's folder found; ``whole``: nothing is left that somebody must mend."""

    whole: bool
    found: list[CheckFinding]


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
