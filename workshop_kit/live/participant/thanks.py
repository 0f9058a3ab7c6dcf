"""The thanks, and what one person gave to the workshop, all of it, for them alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import SEVERAL, AssignmentStatus, Challenge, Change, Participant
from workshop_kit.domain.shown_names import name_shown
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.voting import read_given
from workshop_kit.live.challenge import describe_challenge, read_options, say_title
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.thanks import (
    Given,
    GivenDots,
    GivenMark,
    GivenOnChallenge,
    LookAtWhatIGave,
    ThanksModel,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.ideas import WritesIdeas
from workshop_kit.live.participant.mission import AnswersMissions
from workshop_kit.live.participant.offer import is_elsewhere, list_asked
from workshop_kit.live.participant.scores import describe_score
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class KeepsTrack(AnswersMissions, WritesIdeas):
    """Everything the store keeps of this person, to read, to carry away, or to erase."""

    def _forget(self) -> None:
        super()._forget()
        self._looks = False

    def _is_looked_at(self, change: Change, shown: Mapping[str, Any]) -> bool:
        """One's own contributions, and what others do on one's missions, while they are looked at."""
        if shown.get("given") is None or not self._is_about_missions(change, shown):
            return False
        return change.kind != "idea" or change.entity in self._mine or change.entity == SEVERAL

    @shows(
        "sector", "challenge", "idea", "group", "mission", "volunteer", "assignment", "participant",
        own=("vote", "score"),
        when=_is_looked_at,
        sections=(
            "participant.thanks", "participant.join", "participant.after", "participant.mission", "participant.offer",
            "participant.scores", "stakes.grade",
        ),
        opens="given",
    )  # fmt: skip
    def thanks_model(self) -> ThanksModel | Hidden:
        """Return the thanks and what was given; read from the store only when it is looked at."""
        if self.participant is None:
            self._looks = False
            return Hidden(visible=False)
        thanking = self.workshop.phase is Phase.THANKS
        given = self.store.read(self._read_given) if self._looks or thanking else None
        return {
            "visible": True,
            "thanking": thanking,
            "opened": self._looks,
            "follow_up": self.workshop.follow_up,
            "given": given,
        }

    @intention
    def look_at_what_i_gave(self, asked: LookAtWhatIGave) -> None:
        """Open what one gave, or close it."""
        self._looks = asked.opened

    def _read_given(self, repository: Repository) -> Given:
        me = self._find_me(repository)
        translator = Translator(self.language)
        person = Person(repository, me.id)
        offer = person.find_offer()
        missions = self._list_missions(repository, me) if self._is_shown("missions") else []
        accepted = any(one["status"] is AssignmentStatus.ACCEPTED for one in missions)
        return {
            **self._read_afterwards(repository, me),
            "title": conceal_contacts(self.workshop.title),
            "pseudonym": me.pseudonym,
            "category": conceal_contacts(translator.category(me.category)),
            "sector": conceal_contacts(me.sector),
            "form": self._read_form(repository),
            "challenges": [_read_challenge(repository, me, person, one) for one in repository.list_challenges()],
            "offer": self._describe_offer(repository, me),
            "elsewhere": is_elsewhere(offer, me),
            "terms": self._describe_terms(offer, me),
            "joined": len(person.seats) > 1,
            "may_ask": person.may_ask is True,
            "named": accepted and bool(name_shown(repository.find_participant(person.id), offer)),
            "missions": missions,
        }


def _read_challenge(repository: Repository, me: Participant, person: Person, challenge: Challenge) -> GivenOnChallenge:
    score = next((one for one in person.list_scores() if one.challenge == challenge.id), None)
    asked = list_asked(repository, me, person)
    offered = {one["id"] for one in asked if one["offered"]}
    declined = person.list_declined()
    dots, marks = _read_votes(repository, me, person, challenge)
    return {
        **describe_challenge(challenge),
        **describe_score(score),
        "ideas": [
            {"text": idea.text, "held": bool(idea.held), "answer": idea.answer}
            for idea in repository.list_ideas(challenge.id, me.id)
        ],
        "dots": dots,
        "marks": marks,
        "declined": challenge.id in declined,
        "offered": challenge.id in offered,
    }


def _read_votes(
    repository: Repository, me: Participant, person: Person, challenge: Challenge
) -> tuple[list[GivenDots], list[GivenMark]]:
    """Return what the person gave in each round, on whichever ballot it asked.

    Where ideas are not revealed, only one's own seat's: a title is another's words.
    """
    dots: list[GivenDots] = []
    marks: list[GivenMark] = []
    revealed = challenge.revealed_at is not None
    everything = repository.list_votes(challenge.id, me.id, every_round=True)
    for round in range(1, challenge.round + 1):
        own = [vote for vote in everything if vote.round == round]
        given = person.list_votes_of(challenge.id, round) if revealed else own
        if not given:
            continue
        rule, options = repository.find_vote_rule(challenge.id, round), read_options(repository, challenge)
        put = read_given(rule, options, given)
        for option in options:
            if option.id not in put:
                continue
            title, value = say_title(option), put[option.id]
            if rule.kind is VoteKind.DOTS:
                dots.append({"title": title, "count": value, "round": round})
            else:
                mark = GivenMark(title=title, round=round, kind=rule.kind, value=value, points=rule.points > 0)
                marks.append(mark)
    return dots, marks
