"""The head of every page: the workshop, how many were heard, and how phones join."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any, Final, Literal

from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Origin
from workshop_kit.domain.presence import list_helpers, list_present, list_waited
from workshop_kit.environment import HOME_VARIABLE, SCREEN_VARIABLE
from workshop_kit.errors import StoreUnavailable
from workshop_kit.live.acts.moving import read_present
from workshop_kit.live.acts.retention import Retention
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.header import ChooseWay, HeaderModel, RetentionNotice
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.door import open_with_words, read_words
from workshop_kit.live.facilitator.agenda import read_outlook
from workshop_kit.live.facilitator.course_book import CourseBook
from workshop_kit.live.facilitator.open_stakes import STAKES_TOLD
from workshop_kit.live.facilitator.trouble import TROUBLE, WatchesDisk
from workshop_kit.live.joining import JOIN, read_join_address, read_ways, write_wanted
from workshop_kit.live.timer import in_ms
from workshop_kit.places import GUIDE
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: The step whose page belongs to a moment; all others are the challenges'.
STEP_OF: Final = {
    Moment.SCORING: "4_matrix",
    Moment.OFFER: "5_missions",
    Moment.MISSIONS: "5_missions",
    Moment.THANKS: "6_synthesis",
}


_Code = Literal["announced", "doubtful", "erased", "sealed", "undoing", "copies"]
_LEAVING: Final[tuple[_Code, ...]] = ("sealed", "undoing", "copies")


class HeaderDesk(WatchesDisk):
    """The head of every page."""

    def _forget(self) -> None:
        super()._forget()
        self._last: HeaderModel | None = None

    @shows(
        *(
            "workshop",
            "challenge",
            "participant",
            "idea",
            "vote",
            "score",
            "volunteer",
            "step",
            "agenda",
            *STAKES_TOLD,
            JOIN,
            TROUBLE,
        ),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "step", "agenda", JOIN, TROUBLE),
        sections=("facilitator.header", "phases", "ways"),
    )
    def header_model(self) -> HeaderModel:
        """Return what the header shows, with the code of the address phones open.

        Where the workshop cannot even be read any more, what was read last is shown, with the reason.
        """
        try:
            self._last = self.store.read(self._read_header)
        except StoreUnavailable:
            if self._last is None:
                raise
            self._last = {**self._last, "trouble": self.trouble}
        return self._last

    @intention
    def choose_way(self, asked: ChooseWay) -> None:
        """Have the code show another of the ways in, on every page.

        Raises
        ------
        InvalidEntry
            ``network-gone``, or ``network-unusable`` for one that phones cannot come in by.
        StoreUnavailable
            The wish cannot be written down.

        """
        write_wanted(asked.network)

    def _read_joining(self) -> Any:
        return super()._read_joining(), read_ways()

    def _read_header(self, repository: Repository) -> HeaderModel:
        workshop = repository.find_workshop()
        moment = read_present(repository).moment
        persons = Persons(repository)
        heard, everybody = _list_heard(persons, moment, workshop.current_challenge), persons.everybody
        current = next((one for one in repository.list_challenges() if one.id == workshop.current_challenge), None)
        asked = list_waited(everybody)
        if moment is Moment.RESULTS and current is not None:
            asked = persons.list_asked(current, heard)
        join_url, words = read_join_address(), read_words()
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "workshop_language": workshop.language,
            "moment": moment,
            "course": CourseBook(repository, self.now(), self.find_start()).read(),
            "people": len(list_present(everybody) if moment is Moment.WELCOME else asked),
            "heard": len(heard) if moment is Moment.FORM else len(heard & {one.id for one in asked}),
            "now": in_ms(self.now()),
            "ends_at": None if workshop.ends_at is None else in_ms(workshop.ends_at),
            "outlook": read_outlook(repository, self.now(), self.find_start()),
            "join_url": join_url,
            "home_url": os.environ.get(HOME_VARIABLE, ""),
            "screen_url": os.environ.get(SCREEN_VARIABLE, ""),
            "code": draw_code(open_with_words(join_url, words)),
            "door": words,
            "ways": read_ways(),
            "steps": list(GUIDE),
            "step": STEP_OF.get(moment, "3_ideas"),
            "trouble": self.trouble,
            "retention": [] if self.retention is None else _announce_retention(self.retention),
        }


def _announce_retention(standing: Retention) -> list[RetentionNotice]:
    def say(code: _Code, day: datetime, number: int = 0) -> RetentionNotice:
        return {"code": code, "number": number, "day": day.astimezone().date().isoformat()}

    notices = [say(code, standing.leaving[code]) for code in _LEAVING if code in standing.leaving]
    if standing.erased:
        notices.insert(0, say("erased", standing.until, standing.erased))
    elif standing.erases_at is not None:
        code: _Code = "doubtful" if standing.doubtful else "announced"
        notices.insert(0, say(code, standing.erases_at, standing.contacts))
    return notices


def _list_heard(persons: Persons, moment: Moment, challenge: str | None) -> set[str]:
    """Return who gave what this moment asks for: a form, an idea, a vote, an answer, an offer."""
    if moment is Moment.FORM:
        return {one.id for one in persons.everybody if one.origin is Origin.FORM}
    if moment in (Moment.VOTE, Moment.RESULTS):
        return {one.participant for one in persons.list_votes(challenge) if one.counts}
    if moment is Moment.SCORING:
        scores = persons.list_scores()
        return {one.participant for one in scores if one.answered}
    if moment is Moment.OFFER:
        helpers = list_helpers(persons.list_participants(), persons.list_volunteers(), persons.list_scores())
        return {one.id for one in helpers}
    return {one.author for one in persons.list_ideas(challenge) if one.author is not None}
