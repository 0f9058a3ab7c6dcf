"""Silent writing, then the reveal: one's own ideas first, everybody's afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.entries import shows_something
from workshop_kit.domain.history import read_course
from workshop_kit.domain.model import SEVERAL, Challenge, Change, Idea, Participant
from workshop_kit.domain.plans import is_written_ahead
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.contributing import add_idea
from workshop_kit.live.acts.holding import check_not_voted_on, correct_own_idea, list_voted_on, take_idea_back
from workshop_kit.live.acts.moderating import find_unfit_reason
from workshop_kit.live.asking_first import AsksFirst
from workshop_kit.live.challenge import describe_challenge, read_options, say_idea, say_title
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.ideas import (
    AnswerQuestion,
    AskedIdea,
    CorrectIdea,
    Finish,
    IdeasModel,
    OpenIdeas,
    OwnIdea,
    RemoveIdea,
    RevealedChallenge,
    RevealedIdea,
    RevealedOption,
    TurnIdeas,
    WriteIdea,
    WritingChallenge,
    Written,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.held import say_held
from workshop_kit.live.participant.paging import find_page, part_ideas, shuffle_for
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class WritesIdeas(AsksFirst, SeatedWindow):
    """What one person writes: nobody else's ideas, nor how many there are, before the reveal."""

    def _forget(self) -> None:
        super()._forget()
        self._mine: set[str] = set()
        self._turned: dict[tuple[str, Stage], int] = {}

    def _is_readable(self, change: Change, shown: Mapping[str, Any]) -> bool:
        """While a challenge is written on, other people's ideas do not touch this page."""
        if change.kind not in ("idea", "group"):
            return True
        stage = next((one["stage"] for one in shown["challenges"] if one["id"] == change.challenge), None)
        return stage == "reveal" or (stage == "writing" and (change.entity in self._mine or change.entity == SEVERAL))

    @shows(
        "idea",
        "group",
        own=("finished",),
        when=_is_readable,
        sections=("participant.ideas", "participant.clarifying", "participant.place"),
        speaks_hidden=True,  # of what is not open yet, and of an idea that came too late
    )
    def ideas_model(self) -> IdeasModel:
        """Return one's own ideas of what is written on, everybody's of what is revealed, and nothing else."""
        if not self._list_open():
            return Hidden(visible=False)
        return self.store.read(self._read_open)

    @intention
    def write_idea(self, repository: Repository, me: Participant, asked: WriteIdea) -> Written:
        """Add one's own idea for a challenge; its id comes back.

        Raises
        ------
        InvalidEntry
            ``too-many-ideas``, ``too-many-ideas-here``, ``ideas-left-to-others``; ``idea-holds-phone`` and the like,
            the first time it is sent: see ``AsksFirst``.

        """
        self._ask_about(asked.text)
        now, browser = self.now(), self.visitor
        text, source = asked.text, asked.source
        written = add_idea(repository, me.id, asked.challenge, text, source, now, asked.wording, browser=browser)
        return {"idea": written.id}

    @intention
    def correct_idea(self, repository: Repository, me: Participant, asked: CorrectIdea) -> Written:
        """Change the text or the source of one's own idea.

        Raises
        ------
        InvalidEntry
            ``not-your-idea``; ``idea-holds-phone`` and the like, of what it did not hold before.
        NotAllowed
            ``idea-voted-on``: people voted on it as it stands, or a mission was made of it; ``idea-revealed``: the
            room reads it as it stands, unless it is held back.

        """
        mine = _find_own(repository, me, asked.idea)
        self._ask_about(asked.text, mine.text)
        correct_own_idea(repository, mine, asked.text, asked.source, self.now())
        return {"idea": mine.id}

    @intention
    def remove_idea(self, repository: Repository, me: Participant, asked: RemoveIdea) -> None:
        """Take one's own idea back while writing lasts; afterwards it belongs to the room's discussion.

        Raises
        ------
        InvalidEntry
            ``not-your-idea``.
        NotAllowed
            ``idea-voted-on``: writing was opened again, and people voted on it before.

        """
        mine = _find_own(repository, me, asked.idea)
        take_idea_back(repository, mine)
        repository.note_written(self.visitor, mine.challenge, -1)

    @intention
    def answer_question(self, repository: Repository, me: Participant, asked: AnswerQuestion) -> None:
        """Say what one means by one's own idea, to the whole room and unsigned.

        Raises
        ------
        InvalidEntry
            ``not-your-idea``; ``not-asked``: nobody asks; ``answer-unfit``: it insults or names somebody or says how
            to reach them, and the room would read it at once, unlike an idea, which can be held back.
        NotAllowed
            ``idea-voted-on``: another answer was given, and people chose the idea as it explains it.

        """
        mine = _find_own(repository, me, asked.idea)
        if not mine.asked:
            raise InvalidEntry("not-asked")
        if find_unfit_reason(repository, asked.answer, mine.text):
            raise InvalidEntry("answer-unfit")
        answer = asked.answer if shows_something(asked.answer) else ""
        if mine.answer not in ("", answer):
            check_not_voted_on(repository, mine)
        revealed = repository.find_challenge(mine.challenge).stage is Stage.REVEAL
        waits = mine.unread or (revealed and repository.find_projection().read_first)
        repository.update_idea(replace(mine, answer=answer, unread=waits))

    @intention
    def finish(self, repository: Repository, me: Participant, asked: Finish) -> None:
        """Say "I am done" with a stage of a challenge, or take it up again; without effect once it has moved on."""
        stage = Stage(asked.stage)
        if repository.find_challenge(asked.challenge).stage is stage:
            if asked.finished:
                repository.add_finished(asked.challenge, stage, me.id)
                return
            for seat in Person(repository, me.id).seats:
                repository.remove_finished(asked.challenge, stage, seat.id)

    @intention
    def look_again(self) -> None:
        """Show the present state, as when a tab left aside is looked at again; the answer's refresh does it."""

    @intention
    def turn_ideas(self, asked: TurnIdeas) -> None:
        """Read another page of a challenge's ideas as they stand now, on this page of the browser alone."""
        if any(one.id == asked.challenge for one in self._challenges):  # no phone fills memory with names of its own
            self._turned[asked.challenge, self._stage_of(asked.challenge)] = asked.page

    def _list_open(self) -> list[Challenge]:
        """Return the challenges whose ideas are written or read now; before the room works, those written ahead."""
        ahead = self.workshop.phase is not Phase.WORK
        return [one for one in self._list_shown("own_ideas", "ideas") if not ahead or is_written_ahead(one.plan)]

    def _find_turned(self, challenge: Challenge) -> int:
        """Return which page of a challenge's ideas is read; in each of its stages one begins with the first."""
        return self._turned.get((challenge.id, challenge.stage), 1)

    def _read_open(self, repository: Repository) -> OpenIdeas:
        """Return the open challenges as the course lets this person see each; it is read in the same transaction."""
        self._look_at_course(repository)
        me = self._find_me(repository)
        mine = repository.list_ideas(author=me.id)
        self._mine = {idea.id for idea in mine}
        say = Translator(self.language)
        challenges: list[WritingChallenge | RevealedChallenge] = []
        for challenge in self._list_open():
            own = [idea for idea in mine if idea.challenge == challenge.id]
            if self._is_shown("own_ideas", challenge.stage):
                ahead = self.workshop.phase is not Phase.WORK
                challenges.append(_read_writing(repository, me, challenge, own, say, ahead=ahead))
            else:
                held = [idea for idea in own if idea.held and self._is_shown("held_ideas", challenge.stage)]
                turned = self._find_turned(challenge)
                challenges.append(_read_revealed(repository, me, challenge, held, turned, say))
        return {"visible": True, "challenges": challenges}


def _read_writing(
    repository: Repository,
    me: Participant,
    challenge: Challenge,
    own: Collection[Idea],
    say: Translator,
    *,
    ahead: bool,
) -> WritingChallenge:
    person = Person(repository, me.id)
    finished = person.has_finished(challenge.id, Stage.WRITING)
    return {
        **describe_challenge(challenge),
        "stage": "writing",
        "seen": _say_seen(repository, challenge),
        "ideas": _describe_own(repository, challenge, own, say),
        "finished": finished,
        "nudged": challenge.nudged_at is not None
        and not finished
        and not any(repository.list_ideas(challenge.id, seat.id) for seat in person.seats),
        "ahead": ahead,
    }


def _say_seen(repository: Repository, challenge: Challenge) -> Literal["nothing", "glimpse", "before"]:
    """Return what the room saw of the ideas before they were hidden again; nobody is told otherwise."""
    if challenge.revealed_at is not None:
        return "before"
    return "glimpse" if challenge.id in read_course(repository.list_steps()).glimpsed else "nothing"


def _read_revealed(
    repository: Repository, me: Participant, challenge: Challenge, held: Collection[Idea], turned: int, say: Translator
) -> RevealedChallenge:
    ordered = shuffle_for(me.id, read_options(repository, challenge))
    pages = part_ideas(ordered)
    page = find_page(turned, pages)
    options: list[RevealedOption] = [
        {
            "title": say_title(option),
            "lone": option.lone,
            "gathered": len(option.ideas),
            "ideas": [_describe_revealed(idea, me) for idea in ideas],
        }
        for option, ideas in pages[page - 1]
    ]
    read = [idea for option in ordered for idea in option.ideas]
    return {
        **describe_challenge(challenge),
        "stage": "reveal",
        "options": options,
        "count": len(read),
        "page": page,
        "pages": len(pages),
        "own": [say_idea(idea) for idea in read if idea.author == me.id],
        "asked": list_asked_of(read, me),
        "held": _describe_own(repository, challenge, held, say),
    }


def list_asked_of(ideas: Iterable[Idea], me: Participant) -> list[AskedIdea]:
    """Return one's own ideas of which the room asks what is meant."""
    return [
        {"id": idea.id, "text": say_idea(idea), "answer": idea.answer}
        for idea in ideas
        if idea.asked and idea.author == me.id
    ]


def _describe_revealed(idea: Idea, me: Participant) -> RevealedIdea:
    return {
        "text": say_idea(idea),
        "mine": idea.author == me.id,
        "answer": conceal_contacts(idea.answer),
        "discuss": idea.discuss,
    }


def _describe_own(
    repository: Repository, challenge: Challenge, own: Collection[Idea], say: Translator
) -> list[OwnIdea]:
    voted_on = list_voted_on(repository, challenge.id, own)
    return [
        {
            "id": idea.id,
            "text": idea.text,
            "source": idea.source,
            "earlier": idea.wording is not None and idea.wording < challenge.wording,
            "held": say_held(idea.held, say),
            "corrected": idea.corrected,
            "voted_on": idea.id in voted_on,
        }
        for idea in own
    ]


def _find_own(repository: Repository, me: Participant, idea: str) -> Idea:
    found = next((one for one in repository.list_ideas(author=me.id) if one.id == idea), None)
    if found is None:
        raise InvalidEntry("not-your-idea")
    return found
