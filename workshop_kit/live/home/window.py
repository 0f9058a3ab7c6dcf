"""The home page's window: it knows no workshop itself, and asks the program that keeps the rooms."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qs

from workshop_kit.domain.course import Role
from workshop_kit.domain.entries import read_one_of
from workshop_kit.domain.model import Change
from workshop_kit.errors import WorkshopError
from workshop_kit.i18n import LANGUAGES, choose_from_header
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.home.asked import (
    BackupListing,
    BackupRestored,
    BeginUpload,
    CheckResult,
    ChooseNetwork,
    CopyWorkshop,
    DeleteWorkshop,
    DeletionDescription,
    EndKit,
    FetchTakeaway,
    JudgeNotebooks,
    LookAtWorkshop,
    MakeTakeaway,
    NamePlace,
    NameWorkshop,
    OpenRoom,
    PlaceListing,
    RestoreBackup,
    SendPart,
    SetDay,
    SetSeats,
    SpeakLanguage,
    StartWorkshop,
    TakeawayPart,
    TakeIn,
    UploadBegun,
    WorkshopEntered,
)
from workshop_kit.live.contract.home.shown import CheckupModel, HomeModel
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.home.control import Control, ControlClient
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.visit import Visit

#: Seconds between two looks at whether anything moved.
LOOK_EVERY: Final = 0.5
#: The kinds of change of the home page: of the list and its rooms, of the check-up, of what this page looks at.
HOME: Final = "home"
CHECKUP: Final = "checkup"
#: What a page shows that reached no program.
_NOTHING_SHOWN: Final[HomeModel] = {
    "connected": False,
    "languages": list(LANGUAGES),
    "now": 0,
    "today": "",
    "shelf": {"path": "", "trail": [], "state": "missing", "is_default": True},
    "reading": False,
    "workshops": [],
    "archived": [],
    "has_sample": False,
    "busy": "",
    "chosen": None,
}


class HomeWindow(LiveWorkshop):
    """One window on the folder of workshops (*page d'accueil*).

    Everything is known and done by the program that keeps the rooms, so that every page shows the same, and a room
    outlives the page that opened it. What stands here is this page's own: its language, the workshop it looks at.

    Parameters
    ----------
    control
        The channel to that program; ``None`` takes the one this page's server was told.

    """

    role = Role.HOME

    def __init__(self, control: Control | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        self._control: Control = control or ControlClient()
        self._language_changed: list[Callable[[], None]] = []
        super().__init__(None, now=now)

    def _forget(self) -> None:
        super()._forget()
        self._language = "fr"
        self._chosen: str | None = None
        self._is_open = False
        self._numbers: dict[str, int] = {}
        self._shown: HomeModel = _NOTHING_SHOWN
        self._checked: CheckupModel = {"state": "none", "at": None, "good": False, "icon": False, "findings": []}

    # -- what is shown

    @shows(HOME, sections=("home.home", "ways"))
    def home_model(self) -> HomeModel:
        """Return the workshops, and the room of the one in sight; without the program behind it, that it has ended."""
        try:
            self._shown = self._ask("home_model", workshop=self._chosen, language=self._language)
        except WorkshopError:
            self._shown = {**self._shown, "connected": False, "chosen": None, "busy": ""}
        return self._shown

    @shows(CHECKUP)
    def checkup_model(self) -> CheckupModel:
        """Return this computer's check-up, as far as it was made."""
        try:
            self._checked = self._ask("checkup_model", language=self._language)
        except WorkshopError:
            self._checked = {**self._checked, "state": "none"}
        return self._checked

    # -- this page's own

    @intention
    def speak_language(self, asked: SpeakLanguage) -> None:
        """Speak another language on this page."""
        self._language = read_one_of(asked.language, LANGUAGES, "unknown-language")
        for callback in self._language_changed:
            callback()

    @intention
    def look_at_workshop(self, asked: LookAtWorkshop) -> None:
        """Show the room of a workshop on this page, or the list alone."""
        self._chosen = asked.workshop

    # -- the list

    @intention
    def start_workshop(self, asked: StartWorkshop) -> WorkshopEntered:
        """Make a new workshop in the folder of workshops; raises what ``create_store`` raises."""
        return self._enter("start_workshop", asked)

    @intention
    def make_sample(self) -> WorkshopEntered:
        """Make the sample in a folder of its own, or find it where it was made."""
        entered: WorkshopEntered = self._ask("make_sample", language=self._language)
        self._chosen = entered["workshop"]
        return entered

    @intention
    def copy_workshop(self, asked: CopyWorkshop) -> WorkshopEntered:
        """Copy a workshop as a starting point: what was prepared, nothing of the people."""
        return self._enter("copy_workshop", asked)

    @intention
    def set_day(self, asked: SetDay) -> None:
        """Set the day and the hour of a workshop, or neither; raises ``InvalidEntry``."""
        self._do("set_day", asked)

    @intention
    def list_place(self, asked: NamePlace) -> PlaceListing:
        """List the folders of a place on this computer, and what of them is a workshop; raises ``MissingEntry``."""
        listing: PlaceListing = self._do("list_place", asked)
        return listing

    @intention
    def open_folder(self, asked: NamePlace) -> WorkshopEntered:
        """Show a workshop of another folder in the list too, or all that a folder holds; raises ``MissingEntry``."""
        return self._enter("open_folder", asked)

    @intention
    def move_shelf(self, asked: NamePlace) -> None:
        """Keep new workshops in another folder from now on; nothing: in the usual one."""
        self._do("move_shelf", asked)

    @intention
    def forget_folder(self, asked: NameWorkshop) -> None:
        """Leave a workshop of another folder out of the list; the folder stays as it is."""
        self._do("forget_folder", asked)

    @intention
    def begin_upload(self, asked: BeginUpload) -> UploadBegun:
        """Begin to hand in a colleague's file, part by part."""
        begun: UploadBegun = self._do("begin_upload", asked)
        return begun

    @intention
    def send_part(self, asked: SendPart) -> None:
        """Hand in the next part of a file; one that came already changes nothing."""
        self._do("send_part", asked)

    @intention
    def take_in(self, asked: TakeIn) -> WorkshopEntered:
        """Make a workshop of a colleague's file; raises ``UnreadableFile``."""
        return self._enter("take_in", asked)

    @intention
    def archive_workshop(self, asked: NameWorkshop) -> None:
        """Put a workshop away; its folder stays."""
        self._do("archive_workshop", asked)

    @intention
    def bring_back(self, asked: NameWorkshop) -> None:
        """Bring a workshop that was put away back into the list."""
        self._do("bring_back", asked)

    @intention
    def describe_deletion(self, asked: NameWorkshop) -> DeletionDescription:
        """Tell what deleting a workshop erases, and the key that deletes it."""
        described: DeletionDescription = self._do("describe_deletion", asked)
        return described

    @intention
    def delete_workshop(self, asked: DeleteWorkshop) -> None:
        """Delete a workshop for good, as it was described; refused while its room is open."""
        self._do("delete_workshop", asked)
        if self._chosen == asked.workshop:
            self._chosen = None

    @intention
    def list_backups(self, asked: NameWorkshop) -> BackupListing:
        """Tell the backups of a workshop."""
        listing: BackupListing = self._do("list_backups", asked)
        return listing

    @intention
    def restore_backup(self, asked: RestoreBackup) -> BackupRestored:
        """Put a backup back in the place of a workshop, which is kept; refused while its room is open."""
        restored: BackupRestored = self._do("restore_backup", asked)
        return restored

    @intention
    def check_folder(self, asked: NameWorkshop) -> CheckResult:
        """Look at everything in a workshop's folder, mend what can be mended without loss, and say it in sentences."""
        found: CheckResult = self._ask("check_folder", workshop=asked.workshop, language=self._language)
        return found

    @intention
    def erase_due(self, asked: NameWorkshop) -> None:
        """Erase the contact details that are past their day now, since somebody says that the date is right."""
        self._do("erase_due", asked)

    @intention
    def show_folder(self, asked: NameWorkshop) -> None:
        """Show a workshop's folder in this computer's own window of files."""
        self._do("show_folder", asked)

    @intention
    def open_notebooks(self, asked: NameWorkshop) -> None:
        """Open a workshop's notebooks in JupyterLab, as copies that belong to it."""
        self._do("open_notebooks", asked)

    @intention
    def close_notebooks(self, asked: NameWorkshop) -> None:
        """End a workshop's JupyterLab; what was saved there stays."""
        self._do("close_notebooks", asked)

    @intention
    def trust_notebooks(self, asked: JudgeNotebooks) -> None:
        """Use the notebooks that came with a folder; raises ``InvalidEntry`` where they are others by now."""
        self._do("trust_notebooks", asked)

    @intention
    def set_notebooks_aside(self, asked: JudgeNotebooks) -> None:
        """Put the notebooks that came with a folder aside, where nothing runs them."""
        self._do("set_notebooks_aside", asked)

    @intention
    def make_shortcut(self) -> None:
        """Put an icon that opens the home page on this computer's desktop, named in the language of this page."""
        self._ask("make_shortcut", language=self._language)

    @intention
    def remove_shortcut(self) -> None:
        """Take that icon away again."""
        self._do("remove_shortcut")

    # -- what is taken away

    @intention
    def make_takeaway(self, asked: MakeTakeaway) -> None:
        """Begin to make something to take away; the list tells when it is there."""
        self._do("make_takeaway", asked)

    @intention
    def fetch_takeaway(self, asked: FetchTakeaway) -> TakeawayPart:
        """Hand over a part of what was made; raises ``MissingEntry``."""
        part: TakeawayPart = self._do("fetch_takeaway", asked)
        return part

    # -- the room

    @intention
    def prepare_room(self, asked: NameWorkshop) -> None:
        """Open the facilitator's page and the screen of a workshop; no phone comes in."""
        self._do("prepare_room", asked)

    @intention
    def set_seats(self, asked: SetSeats) -> None:
        """Set how many participants may be in at once, the next time the room opens."""
        self._do("set_seats", asked)

    @intention
    def open_room(self, asked: OpenRoom) -> None:
        """Let the phones of the room in."""
        self._do("open_room", asked)

    @intention
    def close_room(self, asked: NameWorkshop) -> None:
        """Let nobody in any more, and end the workshop's pages; everything is kept."""
        self._do("close_room", asked)

    @intention
    def choose_network(self, asked: ChooseNetwork) -> None:
        """Show the address of another of this computer's networks, on every page at once."""
        self._do("choose_network", asked)

    @intention
    def begin_test(self, asked: NameWorkshop) -> None:
        """Wait for a phone from now on, to see whether it comes through."""
        self._do("begin_test", asked)

    @intention
    def check_up(self) -> None:
        """Look at this computer: what a room of phones needs, what is missing, how to get it."""
        self._do("check_up")

    @intention
    def end_kit(self, asked: EndKit) -> None:
        """End the program behind this page; refused while a room is open, unless it is to be closed too."""
        self._do("end_kit", asked)

    # -- how it follows

    @property
    def language(self) -> str:
        """The language of this page."""
        return self._language

    def on_language(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` each time the language of this page changes."""
        self._language_changed.append(callback)

    def on_open(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` once the window is open: now if it is."""
        if self._is_open:
            callback()
        else:
            self._opened.append(callback)

    def follow_once(self) -> Sequence[Change]:
        """Hand on what has moved since the last look."""
        try:
            numbers: dict[str, int] = self._ask("numbers")
        except WorkshopError:
            numbers = {HOME: -1}
        kinds = [kind for kind, number in numbers.items() if self._numbers.get(kind) != number]
        self._numbers = numbers
        changes = tuple(Change(self._seen, kind, "") for kind in kinds)
        for callback in self._changed if changes else ():
            callback(changes)
        return changes

    def close(self) -> None:
        """Stop following, and ask nothing any more."""
        super().close()
        self._control.close()

    def _open(self, visit: Visit) -> None:
        self.visit = visit
        wanted = parse_qs(visit.query).get("lang", [""])[-1]
        self._language = wanted if wanted in LANGUAGES else choose_from_header(visit.accepts, "fr")
        self._is_open = True
        self._numbers = {}
        for callback in self._opened:
            callback()

    def _rehearse(self, visit: Visit) -> None:
        """Rehearse nothing: a page of one visitor at a time has nothing to share, and may hold no connection."""

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            self.follow_once()

    def _enter(self, act: str, asked: Any = None) -> WorkshopEntered:
        entered: WorkshopEntered = self._do(act, asked)
        self._chosen = entered["workshop"] or self._chosen
        return entered

    def _do(self, act: str, asked: Any = None) -> Any:
        return self._ask(act, **({} if asked is None else asdict(asked)))

    def _ask(self, act: str, **values: Any) -> Any:
        return self._control.ask(act, **values)
