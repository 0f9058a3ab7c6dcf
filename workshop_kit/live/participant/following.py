"""Who sits at a page: known by the visit alone, kept between two changes, and followed as the room goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import monotonic
from typing import Any, Final
from urllib.parse import parse_qs

from workshop_kit.domain.course import Role, Stage
from workshop_kit.domain.model import SEVERAL, Challenge, Change, Origin, Participant, Workshop
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.presence import list_present
from workshop_kit.errors import MissingEntry
from workshop_kit.i18n import choose_from_header, choose_language
from workshop_kit.live.acts.arriving import INVITED
from workshop_kit.live.acts.returning import list_later
from workshop_kit.live.acts.slip_codes import stands
from workshop_kit.live.contract.showing import Panel
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person
from workshop_kit.visit import Visit

#: The one visitor of a notebook opened outside the server, such as in JupyterLab.
LOCAL_VISITOR: Final = "lab"
#: The kind of this window's own announcements to its panels; it never stands in the store's feed.
SEAT_KIND: Final = "seat"
#: What every panel follows: the course of the room and of each challenge, and this person's seat or language.
ALWAYS: Final = frozenset({"workshop", "challenge", SEAT_KIND})
#: People whose phones all show new results at once; of more, each adds so many seconds to how long that takes, at most.
AT_ONCE: Final = 30
APART: Final = 0.035
APART_AT_MOST: Final = 5.0
#: The share of that time which is left to the laptop and the screen before the first phone.
BEFORE: Final = 0.4


class FollowedSeat(LiveWorkshop):
    """A window on the workshop that knows who visits it.

    The person is known by the visit alone: the same browser always comes back to the same seat, and a pseudonym
    opens nobody's seat on another device. The workshop and the person are kept here between two changes, so that a
    hundred pages do not ask the store for them at each commit.
    """

    role = Role.PARTICIPANT

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(folder, now=now)
        self.on_change(self._keep_up)

    def _forget(self) -> None:
        super()._forget()
        self.participant: Participant | None = None
        self.filler: Participant | None = None
        self._seats: tuple[Participant, ...] = ()
        self._workshop: Workshop | None = None
        self._challenges: tuple[Challenge, ...] = ()
        self._chosen_language: str | None = None
        self._asked_language: str | None = None
        self._invited = ""
        self._present: set[str] = set()
        self._code = ""
        self._returned: datetime | None = None
        self._waits_for: int | None = None
        self._wait_until = 0.0
        self.came_by_code = False
        self._slip = ""

    @property
    def reads_slip(self) -> bool:
        """Whether somebody reads here what a paper slip opened: the proposals of one person, and nothing else."""
        return bool(self._slip) and self.participant is None

    @property
    def workshop(self) -> Workshop:
        """The workshop as last seen; raises ``MissingEntry`` before the visit has begun."""
        if self._workshop is None:
            raise MissingEntry("visit-not-begun")
        return self._workshop

    @property
    def visitor(self) -> str:
        """The visitor's identifier."""
        return (self.visit.visitor if self.visit else None) or LOCAL_VISITOR

    @property
    def language(self) -> str:
        """The language this person reads: of ``?lang=``, their own choice, their browser's, else the workshop's."""
        own = self.participant.language if self.participant else None
        return self._asked_language or own or self._chosen_language or self.workshop.language

    def concerns(self, panel: Panel, change: Change, shown: Mapping[str, Any]) -> bool:
        """Tell whether ``change`` may alter what ``panel`` shows now.

        With a hundred phones each commit wakes a hundred kernels, so a panel sleeps until something is this person's.
        """
        if change.kind in ALWAYS:
            return True
        if not shown.get("visible") or (change.kind in panel.own and not self._is_mine(change)):
            return False
        return super().concerns(panel, change, shown)

    # -- for the contributions ----------------------------------------------------------------------------------------

    def _is_shown(self, what: str, stage: Stage | None = None) -> bool:
        """Tell whether the person in this seat is shown ``what`` now, of a challenge in ``stage``; see ``permits``."""
        here = self.participant is not None or (self.reads_slip and what == "missions")
        return here and is_shown(self.role, what, self.workshop.phase, stage)

    def _list_shown(self, *whats: str) -> list[Challenge]:
        """Return the challenges of which this person is shown any of ``whats`` now."""
        return [one for one in self._challenges if any(self._is_shown(what, one.stage) for what in whats)]

    def _stage_of(self, challenge: str | None) -> Stage:
        return next((one.stage for one in self._challenges if one.id == challenge), Stage.UNOPENED)

    def _is_mine(self, change: Change) -> bool:
        """Tell whether a change is this person's, on whichever of their seats, or may be, being of several."""
        return bool(self._seats) and (change.entity == SEVERAL or any(change.entity == one.id for one in self._seats))

    # -- following ----------------------------------------------------------------------------------------------------

    def _welcome(self, visit: Visit) -> None:
        self._asked_language = choose_language(parse_qs(visit.query).get("lang", [""])[-1], "") or None
        self._chosen_language = choose_from_header(visit.accepts, "") or None
        self._invited = parse_qs(visit.query).get(INVITED, [""])[-1]
        self.store.read(self._look_at_course)
        self.participant, self._seats = self.store.read(self._read_seats)
        if self.participant is not None:
            self._tell_unsaved()  # whatever the page of an earlier visit held comes again, and is counted anew

    def _look_at_course(self, repository: Repository) -> None:
        # the helpers' code is nobody's in this process: it is read where it is compared, and kept nowhere
        self._workshop = replace(repository.find_workshop(), helper_code="")
        self._challenges = repository.list_challenges()

    def carry_out(self, name: object, payload: object, identifier: str) -> Any:
        """Do as every window; whoever acts is shown at once how things stand."""
        self._wait_until = 0.0
        return super().carry_out(name, payload, identifier)

    def _look_again(self) -> None:
        """Follow; but each phone of a full room shows that results are open at a moment of its own.

        They are read for long: the laptop and the screen come first. Whatever else comes meanwhile ends the wait.
        """
        waits = self._waits_for is not None and monotonic() < self._wait_until
        if waits and not self.store.has_changed():
            return
        changes = self._read_changes()
        if not changes:
            return
        if self._waits_for is None:
            self._waits_for = changes[-1].sequence
            self._wait_until = monotonic() + self._find_pause(changes)
        newer = (change for change in changes if change.sequence > (self._waits_for or 0))
        if monotonic() < self._wait_until and not any(map(self._is_pressing, newer)):
            return
        self._waits_for = None
        self._hand_on(changes)

    def _is_pressing(self, change: Change) -> bool:
        return change.kind in ALWAYS or change.kind in ("idea", "group") or self._is_mine(change)

    def _find_pause(self, changes: Sequence[Change]) -> float:
        """Return the seconds that this phone waits before it shows ``changes``: 0 unless they open results alone."""
        if self.participant is None or all(change.kind != "challenge" for change in changes):
            return 0.0
        return self.store.read(self._find_own_moment)

    def _find_own_moment(self, repository: Repository) -> float:
        before = {one.id: one.stage for one in self._challenges}
        moved = [one.stage for one in repository.list_challenges() if one.stage is not before.get(one.id)]
        if set(moved) != {Stage.RESULTS} or repository.find_workshop().phase is not self.workshop.phase:
            return 0.0  # something else begins in the same move, which people wait for
        people = len(list_present(repository.list_attending()))
        if people <= AT_ONCE:
            return 0.0
        last = min(people * APART, APART_AT_MOST)
        return last * (BEFORE + (1 - BEFORE) * find_share(self.visitor))

    def _keep_up(self, changes: Sequence[Change]) -> None:
        if any(change.kind in ("workshop", "challenge") for change in changes):
            self.store.read(self._look_at_course)
        if any(change.kind == "participant" and self._may_be_me(change) for change in changes):
            self._look_at_seat()

    def _may_be_me(self, change: Change) -> bool:
        return self.participant is None or self._is_mine(change)

    def _look_at_seat(self, *, announce: bool = False) -> None:
        before = self._tell_seat()
        self.participant, self._seats = self.store.read(self._read_seats)
        if announce or self._tell_seat() != before:
            self._announce(SEAT_KIND)

    def _tell_seat(self) -> tuple[object, ...]:
        """Return what the page shows of who sits here."""
        return self.participant, self.filler, self._seats, self._code, self._returned, self._slip

    def _read_seats(self, repository: Repository) -> tuple[Participant | None, tuple[Participant, ...]]:
        """Return who sits here, and every seat that is this person's; who filled in the form alone sits nowhere yet."""
        me = repository.find_participant_by_visitor(self.visitor)
        browsers = () if me is None else repository.list_browsers(me.id)
        later = list_later(browsers, self.visitor)
        self._code = "" if me is None else repository.find_seat_code(me.id)
        self._returned = later[-1][1] if later else None
        self.came_by_code = dict(browsers).get(self.visitor) is not None
        self.filler = me if me is not None and me.origin is Origin.FORM else None
        if me is not None or (self._slip and not stands(repository, self._slip)):
            self._slip = ""  # they sit somewhere now, or whose slip it was is erased, or counts as somebody else's
        whose = self._slip if me is None else me.id
        seats = Person(repository, whose).seats if whose else ()
        return None if self.filler is not None else me, seats


def find_share(visitor: str) -> float:
    """Return a number of 0..1 that is always a visitor's own, and evenly spread."""
    return int.from_bytes(blake2b(visitor.encode(), digest_size=4).digest()) / 2**32
