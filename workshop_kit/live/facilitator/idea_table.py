"""The facilitator's view on the ideas of a challenge, as far as its course lets it be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from workshop_kit.domain.ballots import VoteRule
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase, Role, Stage
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.floods import find_floods
from workshop_kit.domain.grouping.marking import mark_opposing
from workshop_kit.domain.history import read_course
from workshop_kit.domain.ideas import Option, list_options, list_words, mark_shared, shuffle_ideas
from workshop_kit.domain.model import Challenge, Idea, Mission, Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.presence import list_room, list_waited
from workshop_kit.domain.progress import Progress, measure_progress
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.holding import find_reason, list_voted_on
from workshop_kit.live.acts.naming_ideas import is_from_phone
from workshop_kit.live.acts.speaking import offer_words
from workshop_kit.live.acts.sweeping import list_standing
from workshop_kit.live.challenge import is_concealed, number_challenge, say_idea, say_title, strip_marks
from workshop_kit.live.contract.facilitator.ideas import (
    FloodOfIdeas,
    Gauge,
    HeldFor,
    IdeaStage,
    IdeaTableModel,
    PlacedChallenge,
    ProgressPart,
    RoomCounts,
    RoomProgress,
    Suggestion,
    SweptIdeas,
    TableIdea,
    TableOption,
    Tension,
    WritingProgress,
)
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.facilitator.gauge_lines import GaugeLines
from workshop_kit.live.facilitator.likening import Likening, find_groups, find_lone, find_tensions
from workshop_kit.live.facilitator.speaking_order import list_turns
from workshop_kit.live.held import is_general, say_held
from workshop_kit.live.rules import describe_rule
from workshop_kit.live.tallies import describe_tally, read_tallies, read_tallies_before
from workshop_kit.live.timer import in_ms
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: With fewer people of a category in the room, the category of an idea would say who wrote it.
_ALIKE_AT_LEAST: Final = 3


class IdeaTable:
    """Reads the ideas of the challenge looked at within one read of the store.

    Parameters
    ----------
    repository
        Inside its transaction.
    language
        The language of the page, for words about people and for sentences.
    likening
        What makes ready beside the page what ideas have in common.
    looked_at
        The challenge that the page looks at; ``None``, or one that is gone: the one the room is at.
    weighed
        How many answers are there that ``weigh_result`` said to be coming.

    """

    def __init__(
        self,
        repository: Repository,
        language: str,
        likening: Likening,
        looked_at: str | None = None,
        weighed: int = 0,
    ) -> None:
        self._repository = repository
        self._weighed = weighed
        self._likening = likening
        self._missions: dict[str, tuple[Mission, ...]] = {}
        self._say = Translator(language)
        workshop = repository.find_workshop()
        self.challenges = repository.list_challenges()
        self.room_at = workshop.current_challenge
        known = {one.id: one for one in self.challenges}
        self.current = looked_at if looked_at in known else workshop.current_challenge
        self._wording = known[self.current].wording if self.current is not None else 1
        self.course = known[self.current].stage if self.current is not None else Stage.UNOPENED
        self.stage = _find_stage(workshop.phase, self.course)
        self._persons = Persons(repository)
        self.people = self._persons.everybody
        self._gave = self._persons.list_givers()
        self.room = list_room(self.people, self._gave)
        self._categories = Counter(fold_name(one.category) for one in self.room)
        self.waited = list_waited(self.people)
        self.ideas: Sequence[Idea] = self._persons.list_ideas(self.current) if self.current else ()
        self.shown = tuple(idea for idea in self.ideas if not idea.held)
        hidden = self.current is None or self.stage is IdeaStage.HIDDEN
        self._groups = () if hidden else repository.list_groups(self.current, undone=True)
        self.options = () if hidden else list_options(self.ideas, self._groups)
        self._voted_on: frozenset[str] = frozenset()

    def read(self) -> IdeaTableModel:
        """Return the read model; texts stand in it only once revealed, tallies only once the vote is closed."""
        challenge = self._find_current()
        model: IdeaTableModel = {
            "stage": self.stage,
            "course": self.course,
            "current": self.current == self.room_at,
            "seen": self.stage is IdeaStage.HIDDEN and self._was_seen(),
            "challenge": self._read_challenge(),
            "counts": self._count(),
            "progress": self._measure_progress(),
            "nudged": self._find_nudge(),
            "round": 1 if challenge is None else challenge.counted_round,
            "rule": self._read_rule(challenge),
            "gauges": self._read_gauges(),
            "categories": offer_words(self._repository, self._say),
            "options": [],
            "held": [],
            "held_for": self._count_held(),
            "returned": sum(idea.once_held for idea in self.shown),
            "turns": [],
            "floods": self._find_floods(),
            "sweeps": self._list_sweeps(),
            "suggestions": [],
            "tensions": [],
            "may_gather": False,
            "voted": 0,
            "weighed": self._weighed,
        }
        if self.current is not None and self.stage is not IdeaStage.HIDDEN:
            self._reveal(model, self.current)
        else:
            self._likening.offer(shuffle_ideas(self.shown), self._list_later())
        return model

    def _list_later(self) -> list[str]:
        """Return what was written for the other challenges that the room writes for: it may be revealed next."""
        beside = [one.id for one in self.challenges if one.stage is Stage.WRITING and one.id != self.current]
        return [idea.text for one in beside for idea in self._repository.list_ideas(one) if not idea.held]

    def _read_challenge(self) -> PlacedChallenge | None:
        for number, one in enumerate(self.challenges, start=1):
            if one.id == self.current:
                return {**number_challenge(one, number), "total": len(self.challenges)}
        return None

    def _was_seen(self) -> bool:
        """Tell whether the room has read ideas of this challenge, also by a press that was taken back."""
        if any(one.id == self.current and one.revealed_at is not None for one in self.challenges):
            return True
        return self.current in read_course(self._repository.list_steps()).glimpsed

    def _find_nudge(self) -> int | None:
        known = self._find_current()
        return None if known is None or known.nudged_at is None else in_ms(known.nudged_at)

    def _read_rule(self, challenge: Challenge | None) -> ShownRule:
        if challenge is None:
            return describe_rule(VoteRule())
        return describe_rule(self._repository.find_vote_rule(challenge.id, challenge.counted_round))

    def _find_floods(self) -> list[FloodOfIdeas]:
        return [
            {"idea": one.idea, "ideas": one.ideas, "since": in_ms(one.since), "owned": one.author is not None}
            for one in find_floods(
                idea for idea in self.ideas if idea.author is not None or is_from_phone(self._repository, idea)
            )
        ]

    def _list_sweeps(self) -> list[SweptIdeas]:
        swept = [(one, list_standing(self.ideas, one)) for one in self._repository.list_sweeps()]
        return [
            {"id": one.id, "at": in_ms(one.at), "ideas": [idea.id for idea in ideas]} for one, ideas in swept if ideas
        ]

    def _count(self) -> RoomCounts:
        room = {one.id for one in self.waited}
        finished: frozenset[str] = frozenset()
        if self.current is not None:
            finished = self._persons.list_finished(self.current, Stage.WRITING) & room
        wrote = {idea.author for idea in self.ideas if idea.author in room}
        return {
            "people": len(room),
            "ideas": len(self.shown),
            "wrote": len(wrote),
            "finished": len(finished),
            "silent": len(room - finished - wrote),
        }

    def _measure_progress(self) -> RoomProgress:
        """Return how far the room is with writing, by category where that tells nobody apart."""
        finished: frozenset[str] = frozenset()
        if self.current is not None:
            finished = self._persons.list_finished(self.current, Stage.WRITING)
        measured = measure_progress(self.waited, self.ideas, finished)
        parts: list[ProgressPart] = [
            {"categories": [self._say.category(one) for one in part.categories], **_describe_progress(part)}
            for part in measured.parts
        ]
        return {**_describe_progress(measured.room), "parts": parts}

    def _read_gauges(self) -> list[Gauge]:
        """Return the measures that help to act now, each with a sentence that says what to do about it."""
        challenge = self._find_current()
        if challenge is None:
            return []
        lines = GaugeLines(self._repository, self._persons, challenge, self.room)
        lone = find_lone(_plain(self.options))
        return lines.read(self._say, self.options, lone, revealed=self.stage is not IdeaStage.HIDDEN)

    def _count_held(self) -> list[HeldFor]:
        """Return how many ideas are held back for each reason that one press gives, and in words of their own."""
        held = Counter(
            say_held(idea.held, self._say) if is_general(idea.held) else "" for idea in self.ideas if idea.held
        )
        return [{"reason": reason, "number": number} for reason, number in held.most_common()]

    def _find_current(self) -> Challenge | None:
        return next((one for one in self.challenges if one.id == self.current), None)

    def _reveal(self, model: IdeaTableModel, challenge: str) -> None:
        votes = self._persons.list_votes(challenge)
        options = self.options
        self._missions = link_missions(options, self._repository.list_missions(challenge), self._groups)
        given = self._persons.list_every_vote(challenge)
        self._voted_on = list_voted_on(self._repository, challenge, self.ideas, given)
        authors = {one.id: one for one in self.people}
        lone = find_lone(_plain(options))
        held = shuffle_ideas(idea for idea in self.ideas if idea.held)
        model["held"] = [self._read_idea(idea, authors.get(idea.author or "")) for idea in held]
        model["options"] = [self._read_option(option, authors, lone) for option in options]
        model["turns"] = list_turns(self._repository, self.shown, self.room, self._say)
        model["may_gather"] = self.stage is IdeaStage.REVEAL and not votes
        measured = self._likening.read(shuffle_ideas(self.shown), self._list_later())
        model["suggestions"] = self._suggest(options, measured) if model["may_gather"] else []
        model["tensions"] = self._find_tensions(options, measured)
        voters = {one.participant for one in votes}
        known = self._find_current()
        asked = self.waited
        if self.stage is IdeaStage.RESULTS and known is not None:
            asked = self._persons.list_asked(known, voters)
        model["voted"] = len(voters & {one.id for one in asked})
        if self.stage is IdeaStage.RESULTS:
            model["counts"]["people"] = len(asked)
        if self.stage is IdeaStage.RESULTS:
            known = self._find_current()
            assert known is not None
            tallies = read_tallies(self._repository, known, options, self._persons)
            before = read_tallies_before(self._repository, known, options, self._persons)
            _rank(model["options"], tallies, before)

    def _read_option(self, option: Option, authors: dict[str, Participant], lone: frozenset[str]) -> TableOption:
        typed = not option.lone and self.stage is IdeaStage.REVEAL  # where it can still be changed
        return {
            "id": option.id,
            "title": option.title if typed else say_title(option),
            "concealed": typed and is_concealed(option.title),
            "lone": option.lone,
            "original": option.ideas[0].id in lone,
            "ideas": [self._read_idea(idea, authors.get(idea.author or "")) for idea in option.ideas],
            "missions": [conceal_contacts(one.title) for one in self._missions.get(option.id, ())],
        }

    def _read_idea(self, idea: Idea, author: Participant | None) -> TableIdea:
        return {
            "id": idea.id,
            "text": say_idea(idea),
            "source": idea.source,
            "category": self._say_category(author),
            "held": say_held(idea.held, self._say),
            "held_as": find_reason(idea, self.ideas),
            "corrected": idea.corrected,
            "asked": idea.asked,
            "answer": conceal_contacts(idea.answer),
            "discuss": idea.discuss,
            "earlier": idea.wording is not None and idea.wording < self._wording,
            "voted_on": idea.id in self._voted_on,
        }

    def _say_category(self, author: Participant | None) -> str | None:
        """Return as whom an author speaks, unless that names them: of a category with few people it would."""
        if author is None:
            return None
        alike = self._categories[fold_name(author.category)]
        return self._say.category(author.category) if alike >= _ALIKE_AT_LEAST else None

    def _suggest(self, options: Sequence[Option], measured: frozenset[str]) -> list[Suggestion]:
        alone = tuple(option.ideas[0] for option in options if option.lone)
        texts = {idea.id: say_idea(idea) for idea in alone}
        found = []
        for group in find_groups(tuple(map(strip_marks, alone)), measured.intersection(texts)):
            marked = mark_shared([texts[idea] for idea in group])
            found.append(Suggestion(ideas=list(group), marked=[list(pieces) for pieces in marked]))
        return found

    def _find_tensions(self, options: Sequence[Option], measured: frozenset[str]) -> list[Tension]:
        """Return the wordings that oppose each other, once of two options, and once of ideas in the same words."""
        option_of = {idea.id: option.id for option in options for idea in option.ideas}
        texts = {idea.id: say_idea(idea) for idea in self.shown}
        told: set[frozenset[str]] = set()
        found = []
        for pair in find_tensions(tuple(map(strip_marks, shuffle_ideas(self.shown))), measured):
            between = frozenset(option_of[idea] for idea in pair)
            wording = frozenset(list_words(texts[idea]) for idea in pair)
            if told.isdisjoint((between, wording)):
                marked = mark_opposing(*(texts[idea] for idea in pair))
                found.append(Tension(ideas=list(pair), marked=[list(pieces) for pieces in marked]))
                told |= {between, wording}
        return found


def _find_stage(phase: Phase, course: Stage) -> IdeaStage:
    """Return how much the table of the course lets the facilitator see of a challenge that stands at ``course``."""
    if is_shown(Role.FACILITATOR, "tallies", phase, course):
        return IdeaStage.RESULTS
    if not is_shown(Role.FACILITATOR, "ideas", phase, course):
        return IdeaStage.HIDDEN
    return IdeaStage.VOTE if course is Stage.VOTE else IdeaStage.REVEAL


def _describe_progress(progress: Progress) -> WritingProgress:
    return {
        "people": progress.people,
        "writing": progress.writing,
        "done": progress.done,
        "silent": progress.silent,
    }


def _rank(shown: list[TableOption], tallies: Sequence[Tally], before: Mapping[str, Tally]) -> None:
    """Put the options in the order of the tally, which has one order for ties wherever results are read."""
    order = {tally.option.id: place for place, tally in enumerate(tallies)}
    for one in shown:
        one["tally"] = describe_tally(tallies[order[one["id"]]], before.get(one["id"]))
    shown.sort(key=lambda one: order[one["id"]])


def _plain(options: Sequence[Option]) -> tuple[Option, ...]:
    return tuple(replace(one, ideas=tuple(map(strip_marks, one.ideas))) for one in options)
