"""A participant's session (*seat*): recognised by the visit, taken with a pseudonym, corrected, and given back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import parse_qs
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase, Role, Stage, find_moment
from workshop_kit.domain.entries import read_one_of
from workshop_kit.domain.model import SEVERAL, Category, Challenge, Change, Origin, Participant, Workshop
from workshop_kit.domain.people import list_categories, read_category, read_sector
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.presence import list_present
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.errors import MissingEntry, NotAllowed, WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator, choose_from_header, choose_language
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.contributing import say_organiser
from workshop_kit.live.acts.erasing import erase_seat
from workshop_kit.live.acts.naming import claim_pseudonym
from workshop_kit.live.acts.returning import give_code, list_later, put_others_out, return_to_seat
from workshop_kit.live.acts.settling import come_back, part_from_others
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import Intention, in_turn, intention
from workshop_kit.live.contract.participant.seat import (
    ChooseLanguage,
    Erase,
    JoinModel,
    ReturnToSeat,
    SeatForm,
    SeatModel,
    TakeSeat,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import Panel, shows
from workshop_kit.live.timer import in_ms, read_timer
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person
from workshop_kit.visit import NOBODY, Visit

#: The one visitor of a notebook opened outside the server, such as in JupyterLab.
LOCAL_VISITOR: Final = "lab"
#: The kind of this window's own announcements to its panels; it never stands in the store's feed.
SEAT_KIND: Final = "seat"
#: What every panel follows: the course of the room and of each challenge, and this person's seat or language.
_ALWAYS: Final = frozenset({"workshop", "challenge", SEAT_KIND})
#: Seconds between two drawings of the join form for newcomers alone, or each would redraw every page.
_NEWCOMERS_EVERY: Final = 1.5
#: Makes letters of figures: a name that nobody bears, and that reads like one.
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
#: The intentions that change who sits here, or how they read.
_MOVES_SEAT: Final = frozenset(
    {"join", "correct_seat", "choose_language", "part_seats", "erase", "return_to_seat", "put_others_out"}
)


class SeatedWindow(LiveWorkshop):
    """A window on the workshop for the one person who visits it.

    The person is known by the visit alone: the same browser always comes back to the same seat, and a pseudonym
    opens nobody's seat on another device. The workshop and the person are kept here between two changes, so that a
    hundred pages do not ask the store for them at each commit.
    """

    role = Role.PARTICIPANT

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(folder, now=now)
        self.on_change(self._keep_up)
        self.on_rehearsal(self._look_for_nobody)

    def _forget(self) -> None:
        super()._forget()
        self.participant: Participant | None = None
        self._seats: tuple[Participant, ...] = ()
        self._workshop: Workshop | None = None
        self._challenges: tuple[Challenge, ...] = ()
        self._chosen_language: str | None = None
        self._asked_language: str | None = None
        self._present: set[str] = set()
        self._code = ""
        self._returned: datetime | None = None
        self.came_by_code = False

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
        if change.kind in _ALWAYS:
            return True
        if not shown.get("visible") or (change.kind in panel.own and not self._is_mine(change)):
            return False
        return super().concerns(panel, change, shown)

    def rehearsals(self) -> Iterable[tuple[str, str, dict[str, Any]]]:
        """Take a seat for nobody, under a name of letters and one with a number: what every visitor does first."""
        name = uuid4().hex.translate(_LETTERS).capitalize()
        entry = {"category": Category.OTHER.value, "sector": ""}
        return tuple(("join", "join", {**entry, "pseudonym": one}) for one in (name, f"{name} 2"))

    def _look_for_nobody(self) -> None:
        """Go through what follows once a seat is taken: what is undone in a rehearsal is never found again."""

        def sit_down(repository: Repository) -> None:
            nobody = Participant(NOBODY, uuid4().hex, Category.OTHER.value, "", Origin.ROOM, self.now())
            repository.add_participant(nobody)
            repository.link_visitor(self.visitor, nobody.id)
            give_code(repository, nobody.id)
            self.participant, self._seats = self._read_seats(repository)

        with suppress(MissingEntry):  # the statements themselves, which a seat that is only planned does not ask
            self.store.read(lambda repository: repository.list_joined(NOBODY))
            self.store.read(lambda repository: repository.list_browsers(NOBODY))
            self.store.read(lambda repository: repository.find_seat_code(NOBODY))
            self.store.read(lambda repository: repository.find_participant(NOBODY))
        with suppress(WorkshopError):
            self.store.perform(None, sit_down)
            self.seat_model()
            self._announce(SEAT_KIND)
            self._announce("participant")
            self._keep_up((Change(0, "participant", NOBODY),))  # and nobody sits there any more

    # -- what the page shows ------------------------------------------------------------------------------------------

    @shows(sections=("participant.seat", "phases"))
    def seat_model(self) -> SeatModel:
        """Return the header: where the room and each challenge stand, who one is, and how much time is left."""
        workshop, now = self.workshop, self.now()
        return {
            "title": conceal_contacts(workshop.title),
            "pseudonym": self.participant.pseudonym if self.participant else None,
            "moment": find_moment(workshop.phase, self._stage_of(workshop.current_challenge)),
            "phase": workshop.phase,
            "current": workshop.current_challenge,
            "challenges": [
                {
                    **number_challenge(challenge, number),
                    "stage": challenge.stage,
                    "round": challenge.round,
                    "wording": challenge.wording,
                    "tables": challenge.tables,
                    "timer": read_timer(challenge, now),
                }
                for number, challenge in enumerate(self._challenges, start=1)
            ],
            "timer": read_timer(workshop, now),
            "joined": self._find_joined(),
            "code": self._code and write_code(self._code),
            "returned": None if self._returned is None else in_ms(self._returned),
        }

    def _find_joined(self) -> Literal["phone", "voice"] | None:
        others = [one for one in self._seats if self.participant is not None and one.id != self.participant.id]
        if not others:
            return None
        return "phone" if any(one.origin is Origin.ROOM for one in others) else "voice"

    def _is_newcomer(self, change: Change, _shown: Mapping[str, Any]) -> bool:
        """Someone already counted changes nothing on the join form."""
        return change.kind != "participant" or change.entity not in self._present

    @shows("participant", "sector", when=_is_newcomer, pace=_NEWCOMERS_EVERY, at_once=("sector", *_ALWAYS))
    def join_model(self) -> JoinModel:
        """Return what the join form needs, or the calm wait of those already in."""
        if self.participant is not None and self.workshop.phase is not Phase.WELCOME:
            return Hidden(visible=False)
        return self.store.read(self._read_join)

    def _read_join(self, repository: Repository) -> JoinModel:
        present = list_present(repository.list_attending())
        self._present = {one.id for one in present}
        workshop, language = self.workshop, self.language
        return {
            "visible": True,
            "over": self.workshop.phase is Phase.THANKS,
            "present": len(present),
            "organiser": say_organiser(workshop, language),
            "contact": workshop.contact,
            "retention": say_date(workshop.retention_until, language),
            **self._read_form(repository),
        }

    def _read_form(self, repository: Repository) -> SeatForm:
        translator, hide = Translator(self.language), conceal_contacts
        me = self.participant
        return {
            "me": None
            if me is None
            else {"pseudonym": me.pseudonym, "category": hide(me.category), "sector": hide(me.sector)},
            "categories": [
                {"key": hide(key), "label": hide(translator.category(key))}
                for key in list_categories(repository.list_stakeholders())
            ],
            "sectors": list(dict.fromkeys(hide(sector.name) for sector in repository.list_sectors())),
        }

    # -- intentions ---------------------------------------------------------------------------------------------------

    @intention
    @in_turn
    def join(self, repository: Repository, asked: TakeSeat) -> None:
        """Take a seat; a visitor already seated keeps theirs, as after a second tab or a form sent twice.

        Raises
        ------
        InvalidEntry
            ``text-too-short``, ``text-too-long``, ``pseudonym-taken-suggestion``,
            ``category-needed`` or ``unknown-sector``.

        """
        if repository.find_participant_by_visitor(self.visitor) is not None:
            return
        person = Participant(
            id=uuid4().hex,
            pseudonym=claim_pseudonym(repository, asked.pseudonym, visitor=self.visitor),
            category=read_category(asked.category, repository.list_stakeholders()),
            sector=read_sector(asked.sector, repository.list_sectors()),
            origin=Origin.ROOM,
            joined_at=self.now(),
            language=self._asked_language or self._chosen_language,
        )
        repository.add_participant(person)
        repository.link_visitor(self.visitor, person.id)
        give_code(repository, person.id)

    @intention
    def return_to_seat(self, asked: ReturnToSeat) -> None:
        """Come back to one's own seat with its code, as on another phone; wrong tries are few and counted.

        Raises
        ------
        InvalidEntry
            ``seat-code-malformed``, ``seat-code-strangers``, ``seat-code-wrong``, ``seat-code-slow``,
            ``seated-already``.

        """
        return_to_seat(self.store, self.visitor, self.visit.address if self.visit else "", asked.code, self.now())

    @intention
    def put_others_out(self, repository: Repository, me: Participant) -> None:
        """Say that a browser that came to one's seat later is somebody else's; one has another code from then on."""
        put_others_out(repository, self.visitor, me.id)

    @intention
    def correct_seat(self, repository: Repository, me: Participant, asked: TakeSeat) -> None:
        """Correct one's pseudonym, category and sector; refusals as in ``join``."""
        corrected = replace(
            me,
            pseudonym=claim_pseudonym(repository, asked.pseudonym, mine=me.id, visitor=self.visitor),
            category=read_category(asked.category, repository.list_stakeholders()),
            sector=read_sector(asked.sector, repository.list_sectors()),
        )
        repository.update_participant(corrected)
        offer = repository.find_volunteer(me.id)
        if offer is not None and offer.sector == me.sector:  # the offer of help named it for this person
            repository.update_volunteer(replace(offer, sector=corrected.sector))

    @intention
    def choose_language(self, repository: Repository, asked: ChooseLanguage) -> None:
        """Read in another language from now on; kept with the seat once there is one."""
        chosen = read_one_of(asked.language, LANGUAGES, "unknown-language")
        me = repository.find_participant_by_visitor(self.visitor)
        if me is not None:
            repository.update_participant(replace(come_back(repository, me), language=chosen))

    @intention
    def part_seats(self, repository: Repository, me: Participant) -> None:
        """Say that a seat joined to one's own is somebody else's; raises ``InvalidEntry`` (``seat-not-joined``)."""
        part_from_others(repository, me.id, self.now())

    @intention
    def erase(self, repository: Repository, me: Participant, asked: Erase) -> None:
        """Give the seat back: contact details, scores, dots and the seat go, and the ideas too if so wished.

        Ideas that stay no longer have an author: nothing links them to the person. Of another seat joined to this one
        nothing is erased here, as it may be a stranger's: the facilitator is asked to.
        """
        erase_seat(repository, me.id, self.now(), with_ideas=asked.with_ideas)

    # -- for the other contributions ----------------------------------------------------------------------------------

    def _admit(self, found: Intention, repository: Repository) -> dict[str, Any]:
        """Return who asks; whoever acts is there, though the facilitator thought they had left."""
        return {"me": come_back(repository, self._find_me(repository))} if "me" in found.passes else {}

    def _settle(self, found: Intention, asked: Any) -> None:
        if found.name == "choose_language" and asked.language in LANGUAGES:  # an id sent again was not looked into
            self._chosen_language, self._asked_language = asked.language, None
        if found.name in _MOVES_SEAT:
            self._look_at_seat(announce=found.name == "choose_language")

    def _find_me(self, repository: Repository) -> Participant:
        me = repository.find_participant_by_visitor(self.visitor)
        if me is None:
            raise NotAllowed("not-seated")
        return me

    def _is_shown(self, what: str, stage: Stage | None = None) -> bool:
        """Tell whether the person in this seat is shown ``what`` now, of a challenge in ``stage``; see ``permits``."""
        return self.participant is not None and is_shown(self.role, what, self.workshop.phase, stage)

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
        self.store.read(self._look_at_course)
        self.participant, self._seats = self.store.read(self._read_seats)
        if self.participant is not None:
            self._tell_unsaved()  # whatever the page of an earlier visit held comes again, and is counted anew

    def _look_at_course(self, repository: Repository) -> None:
        # the helpers' code is nobody's in this process: it is read where it is compared, and kept nowhere
        self._workshop = replace(repository.find_workshop(), helper_code="")
        self._challenges = repository.list_challenges()

    def _keep_up(self, changes: Sequence[Change]) -> None:
        if any(change.kind in ("workshop", "challenge") for change in changes):
            self.store.read(self._look_at_course)
        if any(change.kind == "participant" and self._may_be_me(change) for change in changes):
            self._look_at_seat()

    def _may_be_me(self, change: Change) -> bool:
        return self.participant is None or self._is_mine(change)

    def _look_at_seat(self, *, announce: bool = False) -> None:
        before = self.participant, self._seats, self._code, self._returned
        self.participant, self._seats = self.store.read(self._read_seats)
        if announce or (self.participant, self._seats, self._code, self._returned) != before:
            self._announce(SEAT_KIND)

    def _read_seats(self, repository: Repository) -> tuple[Participant | None, tuple[Participant, ...]]:
        """Return who sits here, and every seat that is this person's."""
        me = repository.find_participant_by_visitor(self.visitor)
        browsers = () if me is None else repository.list_browsers(me.id)
        later = list_later(browsers, self.visitor)
        self._code = "" if me is None else repository.find_seat_code(me.id)
        self._returned = later[-1][1] if later else None
        self.came_by_code = dict(browsers).get(self.visitor) is not None
        return me, () if me is None else Person(repository, me.id).seats
