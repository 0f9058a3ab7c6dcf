"""The one room of the tests: a small workshop with fixed ids and times, and the pages that are opened on it.

A room is filled by the functions it is given. With none it was just created; ``lay_out`` gives it challenges and a
sector, ``seat`` four people, ``begin`` bob alone and his idea, ``fill`` all of this and something of every kind.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeVar

import pytest

from tests.store.made_once import copy_new_store
from workshop_kit import visit
from workshop_kit.domain import permits
from workshop_kit.domain.course import PHASES, Moment, Phase, Role, Stage, place_moment
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Sector,
    Source,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Workshop,
)
from workshop_kit.domain.moves import Move, plan_phase, plan_stage
from workshop_kit.domain.voting import Place, list_places
from workshop_kit.live.acts.moving import carry_out_move, let_through, read_present
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.tallies import read_tallies
from workshop_kit.live.timer import set_timer
from workshop_kit.live.window import LiveWorkshop, panels_of
from workshop_kit.store import Repository, Store
from workshop_kit.widgets import facilitator, participant, screen
from workshop_kit.widgets.panel import Panel

T = TypeVar("T")
#: What writes something into a workshop.
Filling = Callable[[Repository], object]

NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)
MILL: Final = "Hameau du Moulin"
PSEUDONYMS: Final = {"ana": "Coquelicot", "bob": "Hirondelle", "cle": "Girouette", "dan": "Boussole"}
#: Of those who offer their help.
NAMES: Final = {"ana": "Jeanne Petit", "bob": "Paul Blanc"}
SECRETS: Final = (*NAMES.values(), "jeanne@exemple.fr", "06 11 22 33 44", "06 55 66 77 88")
GUARD: Final = Idea("guard", "home", "Un tour de garde des clubs", Source.FIELD, "bob", NOON)
IDEAS: Final = (
    Idea("night", "home", "Ouvrir le gymnase la nuit", Source.LIVED, "ana", NOON),
    GUARD,
    Idea("wash", "home", "Une laverie près de la gare, 06 12 34 56 78", None, "bob", NOON),
    Idea("cart", "move", "Une charrette commune", Source.DATA, "ana", NOON),
)
#: The browser of ana's phone, once the room is filled.
ANAS: Final = "browser"
DOORS: Final[Mapping[Role, type[LiveWorkshop]]] = {
    Role.PARTICIPANT: ParticipantWindow,
    Role.FACILITATOR: FacilitatorWindow,
    Role.SCREEN: ScreenWindow,
}
_CALLS: Final[Mapping[Role, ModuleType]] = {
    Role.PARTICIPANT: participant,
    Role.FACILITATOR: facilitator,
    Role.SCREEN: screen,
}
_ADDRESSES: Final = {
    "PAGE_SERVES_BUNDLES": "1",
    "WORKSHOP_JOIN_URL": "http://10.0.0.2:8866/",
    "WORKSHOP_SCREEN_URL": "http://127.0.0.1:8868/",
}
#: The moments in the order of an afternoon with one challenge: it is chosen again only after its results.
_AFTERNOON: Final = (
    Moment.WELCOME,
    Moment.WRITING,
    Moment.REVEAL,
    Moment.VOTE,
    Moment.RESULTS,
    Moment.CHOICE,
    Moment.SCORING,
    Moment.OFFER,
    Moment.MISSIONS,
    Moment.THANKS,
)
_numbers = count()


class Page:
    """One open page of a role: its window and every panel of its role."""

    def __init__(self, window: LiveWorkshop) -> None:
        self.window = window
        calls = _CALLS[window.role]
        self.panels: dict[str, Panel] = {
            name: getattr(calls, f"{name}_panel")(window) for name in panels_of(type(window))
        }

    def model(self, panel: str) -> dict[str, Any]:
        """Return a panel's read model as the page has it."""
        return dict(self.panels[panel].shown)

    def words(self, panel: str) -> dict[str, Any]:
        """Return a panel's words."""
        return dict(json.loads(self.panels[panel].words))

    def ask(self, panel: str, intention: str, identifier: str | None = None, /, **payload: object) -> dict[str, Any]:
        """Send an intention, and return its acknowledgement."""
        answer = self.panels[panel].answer(intention, payload, identifier or f"intention-{next(_numbers)}")
        self.window.follow_once()
        return answer

    def do(self, panel: str, intention: str, /, **payload: object) -> Any:
        """Send an intention that must succeed, and return its result."""
        answer = self.ask(panel, intention, **payload)
        assert answer["ok"], answer
        return answer["result"]

    def refuse(self, panel: str, intention: str, /, **payload: object) -> str:
        """Send an intention that must be refused, and return the sentence."""
        answer = self.ask(panel, intention, **payload)
        assert not answer["ok"], answer
        return str(answer["sentence"])

    def follow_once(self) -> None:
        """See what was changed since."""
        self.window.follow_once()

    def refresh(self, panel: str) -> None:
        """Draw a panel again as the workshop stands."""
        self.panels[panel].refresh()

    def read_all(self) -> dict[str, Any]:
        """Return the read model of every panel, as it is read now."""
        return {name: panel.read() for name, panel in sorted(self.panels.items())}

    def everything(self) -> str:
        """Return the whole state that this page's visitor can read, as text."""
        return json.dumps([panel.get_state() for panel in self.panels.values()], ensure_ascii=False, default=str)


class Phone(Page):
    """One browser on the participant's page."""

    window: ParticipantWindow

    def join(self, pseudonym: str, category: str = "association", sector: str = "") -> Phone:
        """Take a seat."""
        self.do("join", "join", pseudonym=pseudonym, category=category, sector=sector)
        return self

    @property
    def me(self) -> Participant:
        """Who sits here."""
        assert self.window.participant is not None
        return self.window.participant


class Laptop(Page):
    """The facilitator's page."""

    window: FacilitatorWindow


class Room:
    """The workshop, its clock, and the pages open on it; it is noon until a test says otherwise."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *fillings: Filling) -> None:
        self.folder = folder / "atelier"
        self.moment = NOON
        self._monkeypatch = monkeypatch
        for name, value in _ADDRESSES.items():
            monkeypatch.setenv(name, value)
        workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, NOON + timedelta(days=365))
        self.store: Store = copy_new_store(self.folder, workshop)
        self._windows: list[LiveWorkshop] = []
        for filling in fillings:
            self.write(filling)

    def __enter__(self) -> Room:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def phone(self, visitor: str | None = "browser-1") -> Phone:
        """Open the participant's page in a browser."""
        return Phone(self._open(Role.PARTICIPANT, visitor))

    def laptop(self, **given: Any) -> Laptop:
        """Open the facilitator's page; its window takes what is ``given``."""
        return Laptop(self._open(Role.FACILITATOR, **given))

    def screen(self) -> Page:
        """Open the page of the room's screen."""
        return Page(self._open(Role.SCREEN))

    def read(self, action: Callable[[Repository], T]) -> T:
        """Read the store."""
        return self.store.read(action)

    def write(self, action: Callable[[Repository], T]) -> T:
        """Write to the store, as another window would."""
        return self.store.perform(None, action)

    def workshop(self) -> Workshop:
        """Return the workshop as stored."""
        return self.read(lambda hall: hall.find_workshop())

    def change(self, **values: Any) -> None:
        """Change values of the workshop."""
        self.write(lambda hall: hall.update_workshop(replace(hall.find_workshop(), **values)))

    def challenge(self, challenge: str = "home") -> Challenge:
        """Return a challenge as stored."""
        return self.read(lambda hall: hall.find_challenge(challenge))

    def move(self, moment: Moment, *pages: Page, challenge: str | None = None, screen: bool = True) -> None:
        """Move the room to a moment, with the screen if ``screen``, and let the pages see it.

        In the phase of work a challenge, by default the one the room is at, goes to its stage at once.
        """
        self.write(lambda hall: self._move(hall, moment, challenge))
        if screen:
            self.bring_screen()
        _follow(pages)

    def walk_to(self, moment: Moment, *pages: Page) -> None:
        """Lead the room through every moment up to one, as an afternoon goes, and let the pages see the last.

        The form is open before the afternoon, and none of it.
        """
        way = (moment,) if moment is Moment.FORM else _AFTERNOON[: _AFTERNOON.index(moment) + 1]
        for passed in way:
            self.move(passed)
        _follow(pages)

    def bring_screen(self, *pages: Page) -> None:
        """Let the screen show what the room is at, as the facilitator's press does."""
        self.write(_bring_screen)
        _follow(pages)

    def unveil(self, challenge: str = "home", places: int = 1000) -> None:
        """Uncover places of a challenge's results, the last first: all of them, unless so many are said."""
        self.write(lambda hall: _unveil(hall, hall.find_challenge(challenge), places))

    def count_unveiled(self, challenge: str = "home") -> int:
        """Count the places of a challenge's results that are uncovered."""
        found = self.challenge(challenge)
        standing = self.read(lambda hall: _list_places(hall, found))
        return sum(all(one.option.id in found.uncovered for one in place.tallies) for place in standing)

    def set_timer(self, minutes: int, challenge: str | None = "home") -> None:
        """Start the timer of a challenge, or the room's, as the facilitator does."""
        self.write(lambda hall: set_timer(hall, challenge, self.moment + timedelta(minutes=minutes)))

    def close(self) -> None:
        """Close everything."""
        for window in self._windows:
            window.close()
        self.store.close()

    def _move(self, hall: Repository, moment: Moment, challenge: str | None) -> None:
        phase, stage = place_moment(moment)
        present = read_present(hall)
        if stage is None:
            planned = plan_phase(present, phase)
        else:
            planned = plan_stage(present, challenge or present.focus or "home", stage)
        if not planned.is_none:
            carry_out_move(hall, planned, self.moment)

    def _open(self, role: Role, visitor: str | None = None, **given: Any) -> Any:
        self._monkeypatch.setattr(visit, "_begun", None)
        if visitor is None:
            self._monkeypatch.delenv("VISITOR_ID", raising=False)
        else:
            self._monkeypatch.setenv("VISITOR_ID", visitor)
        self._windows.append(DOORS[role](self.folder, now=lambda: self.moment, **given))
        return self._windows[-1]


def _follow(pages: Iterable[Page]) -> None:
    for page in pages:
        page.follow_once()


def _list_places(hall: Repository, found: Challenge) -> tuple[Place, ...]:
    return list_places(read_tallies(hall, found))


def _unveil(hall: Repository, found: Challenge, places: int) -> None:
    standing = _list_places(hall, found)
    options = tuple(one.option.id for place in standing[max(0, len(standing) - places) :] for one in place.tallies)
    hall.update_challenge(replace(found, uncovered=options))


def _bring_screen(hall: Repository) -> None:
    present = read_present(hall)
    stage = present.stage_of(present.focus) if present.phase is Phase.WORK else None
    shown = replace(hall.find_projection(), phase=present.phase, challenge=present.focus, stage=stage, page=0)
    hall.update_projection(let_through(hall, shown).shown)


def show_in(monkeypatch: pytest.MonkeyPatch, role: Role, **stages: tuple[Stage, ...]) -> None:
    """Have the table say otherwise at which stages of a challenge a role is shown what is named."""
    sights = {what: permits.Sight(what, PHASES, shown) for what, shown in stages.items()}
    monkeypatch.setattr(permits, "SHOWS", {**permits.SHOWS, role: {**permits.SHOWS[role], **sights}})


class Stopwatch:
    """A clock and its alarms, moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.alarms: list[tuple[float, Callable[[], None]]] = []

    def __call__(self) -> float:
        return self.now

    def later(self, seconds: float, callback: Callable[[], None]) -> None:
        self.alarms.append((self.now + seconds, callback))

    def pass_time(self, seconds: float) -> None:
        """Let time pass and ring what is due."""
        self.now += seconds
        due = [alarm for alarm in self.alarms if alarm[0] <= self.now + 1e-9]
        self.alarms = [alarm for alarm in self.alarms if alarm not in due]
        for _, callback in due:
            callback()


def lay_out(hall: Repository) -> None:
    """Two challenges and a sector."""
    parts = ("Héberger", "les sans-abri")
    hall.add_challenge(
        Challenge("home", "Logement", "Plus personne ne dort dehors.", *parts, deadline="2028", position=0)
    )
    hall.add_challenge(Challenge("move", "Mobilité", "Aller au marché sans voiture.", position=1))
    hall.add_sector(Sector("mill", MILL, "Mme Roy"))


def seat(hall: Repository) -> None:
    """Four people, who have done nothing yet."""
    for identifier in PSEUDONYMS:
        _seat_one(hall, identifier)


def begin(hall: Repository) -> None:
    """The first hour: bob alone is there, and wrote one idea."""
    lay_out(hall)
    _seat_one(hall, "bob")
    hall.add_idea(GUARD)


def write_ideas(*texts: str, challenge: str = "home") -> Callable[[Repository], list[str]]:
    """Write ideas for ``challenge``, each by another of the four; their ids are returned."""

    def write(hall: Repository) -> list[str]:
        made = [
            Idea(f"{challenge}-{number}", challenge, text, None, person, NOON)
            for number, (text, person) in enumerate(zip(texts, PSEUDONYMS, strict=False))
        ]
        for idea in made:
            hall.add_idea(idea)
        return [idea.id for idea in made]

    return write


def fill(hall: Repository) -> None:
    """Something of every kind, as it stands once an afternoon is over; the room is still at its welcome."""
    lay_out(hall)
    _add_stakeholders(hall)
    seat(hall)
    hall.add_participant(Participant("eve", "Bénévole 5", "", "", Origin.FILE, NOON))
    hall.link_visitor(ANAS, "ana")
    hall.set_seat_code("ana", "K7P4MX")
    _add_contributions(hall)
    _add_missions(hall)
    carry_out_move(hall, Move(focus="home"), NOON)


def _seat_one(hall: Repository, identifier: str) -> None:
    hall.add_participant(Participant(identifier, PSEUDONYMS[identifier], "shop", MILL, Origin.ROOM, NOON))


def _add_stakeholders(hall: Repository) -> None:
    invited = StakeholderStatus.INVITED
    hall.add_stakeholder(Stakeholder("hall", "elected", "La mairie", "Mme Roy", "mairie@exemple.fr", status=invited))
    hall.add_stakeholder(Stakeholder("farm", "Agriculteurs", "GAEC des Combes"))


def _add_contributions(hall: Repository) -> None:
    for idea in IDEAS:
        hall.add_idea(idea)
    hall.add_group(IdeaGroup("keep", "home", "Garde de nuit", ("night", "guard"), NOON))
    hall.update_dots(Dots("ana", "home", "keep", 2))
    hall.update_dots(Dots("bob", "home", "wash", 1))
    hall.add_finished("home", Stage.WRITING, "ana")
    hall.add_finished("home", Stage.VOTE, "bob")
    hall.update_score(Score("ana", "home", 3, 2))
    hall.update_score(Score("bob", "home", 0, -2))
    hall.update_score(Score("cle", "home", None, None, unsure=True))


def _add_missions(hall: Repository) -> None:
    hall.update_volunteer(
        Volunteer(
            "ana", NAMES["ana"], "jeanne@exemple.fr", "06 11 22 33 44", MILL, NOON, "aider l’atelier",
            may_show_name=True, challenges=("home",),
        )
    )  # fmt: skip
    hall.update_volunteer(Volunteer("bob", NAMES["bob"], "", "06 55 66 77 88", "", NOON, "aider l’atelier"))
    hall.add_mission(Mission("rounds", "home", "Tour de garde", 2, 2, MILL))
    hall.add_mission(Mission("laundry", "home", "Accueil de la laverie", 1))
    reason = Reason("assigned", {"competence": 3, "interest": 2})
    hall.update_assignment(Assignment("ana", "rounds", reason, status=AssignmentStatus.ACCEPTED))
    hall.update_assignment(Assignment("bob", "laundry", Reason("by-hand"), by_hand=True))
