"""A participant's session (*seat*): recognised by the visit, taken with a pseudonym, corrected, and given back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase, find_moment
from workshop_kit.domain.entries import read_one_of
from workshop_kit.domain.model import Category, Change, Origin, Participant
from workshop_kit.domain.people import list_categories, read_category, read_sector
from workshop_kit.domain.permits import check_permitted
from workshop_kit.domain.presence import list_present
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.errors import MissingEntry, NotAllowed, WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.arriving import note_arrival
from workshop_kit.live.acts.contributing import say_organiser
from workshop_kit.live.acts.erasing import erase_seat
from workshop_kit.live.acts.naming import claim_pseudonym
from workshop_kit.live.acts.returning import give_code, put_others_out, return_to_seat
from workshop_kit.live.acts.settling import come_back, part_from_others
from workshop_kit.live.acts.sitting import plan_late
from workshop_kit.live.acts.slip_codes import stands
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
from workshop_kit.live.contract.participant.table import OwnTable
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.following import ALWAYS, SEAT_KIND, FollowedSeat
from workshop_kit.live.timer import in_ms, read_timer
from workshop_kit.store import Repository
from workshop_kit.visit import NOBODY, keep_visit

#: Seconds between two drawings of the join form for newcomers alone, or each would redraw every page.
_NEWCOMERS_EVERY: Final = 1.5
#: Makes letters of figures: a name that nobody bears, and that reads like one.
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
#: What somebody may do who filled in the volunteer form and has no seat in the room yet.
_WITHOUT_SEAT: Final = frozenset({"erase", "put_others_out", "take_consent_back"})
#: What somebody may do who opened a paper slip with its code.
_WITH_SLIP: Final = frozenset({"answer_mission"})
#: The intentions that change who sits here, or how they read.
_MOVES_SEAT: Final = frozenset(
    {"join", "correct_seat", "choose_language", "part_seats", "erase", "return_to_seat", "close_slip", "put_others_out"}
)


class SeatedWindow(FollowedSeat):
    """A window on the workshop for the one person who visits it: what their seat shows, and what they ask of it."""

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(folder, now=now)
        self.on_rehearsal(self._look_for_nobody)

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
            "code": (self._code and self.participant and write_code(self._code)) or "",
            "returned": None if self._returned is None else in_ms(self._returned),
            "table": self._read_table(),
            "slip": self.reads_slip,
        }

    def _read_table(self) -> OwnTable | None:
        """Return this person's table; whoever seats people at tables overrides it."""
        return None

    def _find_joined(self) -> Literal["phone", "voice"] | None:
        others = [one for one in self._seats if self.participant is not None and one.id != self.participant.id]
        if not others:
            return None
        return "phone" if any(one.origin is Origin.ROOM for one in others) else "voice"

    def _is_newcomer(self, change: Change, _shown: Mapping[str, Any]) -> bool:
        """Someone already counted changes nothing on the join form."""
        return change.kind != "participant" or change.entity not in self._present

    @shows("participant", "sector", when=_is_newcomer, pace=_NEWCOMERS_EVERY, at_once=("sector", *ALWAYS))
    def join_model(self) -> JoinModel:
        """Return what the join form needs, or the calm wait of those already in; nobody joins before the workshop."""
        phase = self.workshop.phase
        inside = self.reads_slip or (self.participant is not None and phase is not Phase.WELCOME)
        if phase is Phase.FORM or inside:
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

        Who filled in the volunteer form before stands in the room from then on, as the same person.

        Raises
        ------
        InvalidEntry
            ``text-too-short``, ``text-too-long``, ``pseudonym-taken-suggestion``,
            ``category-needed`` or ``unknown-sector``.

        """
        known = repository.find_participant_by_visitor(self.visitor)
        if known is not None and known.origin is not Origin.FORM:
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
        if known is not None:  # who filled in the form from home: their answers come along, and their code stays
            person = replace(person, id=known.id)
        seats = plan_late(repository, person)
        if known is not None:
            repository.update_participant(person)
        else:
            repository.add_participant(person)
            repository.link_visitor(self.visitor, person.id)
            give_code(repository, person.id)
        repository.add_table_seats(seats)
        if self._invited:
            note_arrival(repository, self._invited, self.now())

    @intention
    def return_to_seat(self, asked: ReturnToSeat) -> None:
        """Come back to one's own seat with its code, as on another phone; wrong tries are few and counted.

        Raises
        ------
        InvalidEntry
            ``seat-code-malformed``, ``seat-code-strangers``, ``seat-code-wrong``, ``seat-code-slow``,
            ``seated-already``.
        NotAllowed
            ``missions-not-open``: it is the code of a slip, and the room speaks of no missions.

        """
        address = self.visit.address if self.visit else ""
        holder = return_to_seat(self.store, self.visitor, address, asked.code, self.now())
        if holder is not None:
            check_permitted(self.role, "answer_mission", self.workshop.phase)
            self._slip = holder

    @intention
    def close_slip(self) -> None:
        """Put the paper slip that was opened here away; its code opens it again."""
        self._slip = ""

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
        if "me" not in found.passes:
            return {}
        if self.reads_slip:
            if found.name not in _WITH_SLIP:
                raise NotAllowed("not-seated")
            if not stands(repository, self._slip):  # joined to another since, before this page was told
                raise NotAllowed("not-seated")
            return {"me": repository.find_participant(self._slip)}  # they are not in the room for all that
        me = self._find_me(repository)
        if me.origin is Origin.FORM and found.name not in _WITHOUT_SEAT:
            raise NotAllowed("not-seated")
        return {"me": come_back(repository, me)}

    def _settle(self, found: Intention, asked: Any) -> None:
        if found.name == "choose_language" and asked.language in LANGUAGES:  # an id sent again was not looked into
            self._chosen_language, self._asked_language = asked.language, None
        if found.name in _MOVES_SEAT:
            self._look_at_seat(announce=found.name == "choose_language")

    def _look_at_seat(self, *, announce: bool = False) -> None:
        kept = self._is_kept()
        super()._look_at_seat(announce=announce)
        self._say_whether_kept(before=kept)

    def _is_kept(self) -> bool:
        """Tell whether this visit matters: somebody sits here, or fills in the form of the posters."""
        return self.participant is not None or self.filler is not None or bool(self._slip)

    def _say_whether_kept(self, *, before: bool) -> None:
        if self._is_kept() != before:
            keep_visit(self._is_kept())

    def _find_me(self, repository: Repository) -> Participant:
        me = repository.find_participant_by_visitor(self.visitor)
        if me is None and self.reads_slip:
            me = repository.find_participant(self._slip)
        if me is None:
            raise NotAllowed("not-seated")
        return me
