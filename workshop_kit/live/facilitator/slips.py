"""Slips of missions on paper: who is asked that way, what they answered, and who typed it in."""

from __future__ import annotations

from workshop_kit.domain.answer_traces import ANSWERED, WITHDRAWN, AnswerTrace, read_answers
from workshop_kit.domain.model import Assignment, AssignmentStatus, Change
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.answer_marks import was_typed
from workshop_kit.live.acts.answering import Asked, list_asked, list_asked_on_paper, type_answer
from workshop_kit.live.acts.helping import name_helper
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.slips import PaperAnswer, SlipMission, SlipPerson, SlipsModel, TypeAnswer
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

_STATUS = {
    PaperAnswer.YES: AssignmentStatus.ACCEPTED,
    PaperAnswer.ANOTHER: AssignmentStatus.DECLINED,
    PaperAnswer.NO: AssignmentStatus.DECLINED,
    PaperAnswer.LATER: AssignmentStatus.LATER,
}


class SlipsDesk(Desk):
    """The answers to missions that come on paper or by telephone (*réponses sur papier*), each with its trace."""

    def _forget(self) -> None:
        super()._forget()
        self._typed: list[Change] = []
        self._typed_up_to = 0

    @intention
    def type_answer(self, repository: Repository, asked: TypeAnswer) -> None:
        """Type in what somebody answered on paper or by telephone to a mission proposed to them.

        Raises
        ------
        InvalidEntry
            ``not-your-mission``: it was not proposed to them.
        MissingEntry
            Nobody is there of that id.
        NotAllowed
            ``given-by-phone``: they answered on a phone themselves. ``mission-taken``: the places went to others.

        """
        type_answer(
            repository,
            asked.participant,
            asked.mission,
            _STATUS[asked.answer],
            self.now(),
            said=asked.said,
            another=asked.answer is PaperAnswer.ANOTHER,
        )

    def _follow_answers(self) -> None:
        """Read what was typed in since; the change log is read once."""
        changes = self.store.changes_since(self._typed_up_to)
        if changes:
            self._typed_up_to = changes[-1].sequence
            self._typed += [one for one in changes if one.kind == ANSWERED]

    def _read_slips(self, repository: Repository) -> SlipsModel:
        asked = list_asked(repository)
        names = tell_apart(Persons(repository).list_participants(), self.translator)
        titles = {one.id: one for one in repository.list_missions()}
        traces = read_answers(self._typed)
        standing = {(one.person.id, given.mission) for one in asked for given in one.assignments}

        def describe(given: Assignment) -> SlipMission:
            return {
                "id": given.mission,
                "title": titles[given.mission].title,
                "status": given.status,
                "said": given.said,
                "another": given.another,
                "trace": self._say_trace(repository, given, traces.get((given.participant, given.mission))),
            }

        def tell(one: Asked) -> SlipPerson:
            return {
                "id": one.person.id,
                "name": names[one.person.id],
                "here": one.here,
                "missions": [describe(given) for given in one.assignments],
            }

        return {
            "people": [tell(one) for one in sorted(asked, key=lambda one: one.here)],
            "without": len(list_asked_on_paper(asked, everyone=False)),
            "waiting": len(list_asked_on_paper(asked, everyone=True)),
            "withdrawn": [
                self.translator(
                    "voices.slips.withdrawn",
                    name=names[who],
                    title=titles[what].title,
                    date=say_date(one.at, self.language),
                )
                for (who, what), one in traces.items()
                if one.answer == WITHDRAWN and who in names and what in titles and (who, what) not in standing
            ],
        }

    def _say_trace(self, repository: Repository, given: Assignment, trace: AnswerTrace | None) -> str:
        """Say who typed an answer in, and when; ``""`` where the one that stands was typed in by nobody."""
        word = "another" if given.another else given.status.value
        if trace is None or trace.answer != word or not was_typed(given):
            return ""
        day = say_date(trace.at, self.language)
        if not trace.by:
            return self.translator("voices.slips.trace", date=day)
        known = (one for one, _ in repository.list_typists())
        helpers = {name_helper(one): one for one in (*repository.list_helpers(), *known)}
        seat = repository.find_participant_by_visitor(helpers[trace.by]) if trace.by in helpers else None
        if seat is None:
            return self.translator("voices.slips.trace-somebody", date=day)
        return self.translator("voices.slips.trace-helper", date=day, name=seat.pseudonym)
