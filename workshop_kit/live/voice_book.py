"""The people without a phone, as whoever speaks for them sees them: only what is said for them, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase, Role, Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.missions import is_answered
from workshop_kit.domain.model import Challenge, Dots, Participant, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_offer
from workshop_kit.domain.permits import PERMITS, is_shown
from workshop_kit.domain.voting import name_series
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.contributing import list_own_assignments, say_organiser, say_purpose_aloud
from workshop_kit.live.acts.speaking import has_phone, list_voices, offer_words
from workshop_kit.live.acts.terms import describe_terms
from workshop_kit.live.acts.voting import read_given
from workshop_kit.live.challenge import describe_challenge, number_challenge, read_options, say_title
from workshop_kit.live.contract.voices import (
    NextVoice,
    Voice,
    VoiceAct,
    VoiceChallenge,
    VoiceMission,
    VoiceScore,
    VoicesModel,
)
from workshop_kit.live.rules import describe_rule
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person

_Act = Literal["write", "vote", "score", "offer", "answer"]
#: The acts in the order of an afternoon: what is open is asked for in this order.
_ACTS: Final[tuple[_Act, ...]] = ("write", "vote", "score", "offer", "answer")
#: What the room is asked for in a phase; elsewhere each challenge asks by itself.
_NOW: Final[Mapping[Phase, _Act]] = {Phase.SCORING: "score", Phase.OFFER: "offer", Phase.MISSIONS: "answer"}


class VoiceBook:
    """Reads what one role is shown of the people without a phone, within one read of the store.

    Parameters
    ----------
    repository
        Inside its transaction.
    language
        The language of the page.
    role
        Who reads: the facilitator or a helper.

    """

    def __init__(self, repository: Repository, language: str, role: Role) -> None:
        self._repository = repository
        self._say = Translator(language)
        self._role = role
        self._workshop = repository.find_workshop()
        self._phase = self._workshop.phase
        self._challenges = repository.list_challenges()
        self._options = {
            one.id: read_options(repository, one) for one in self._challenges if self._is_shown("voice_ballot", one)
        }
        self._people = list_voices(repository)
        self._sectors = list(dict.fromkeys(self._conceal(one.name) for one in repository.list_sectors()))

    def read(self) -> VoicesModel:
        """Return the read model."""
        people = [self._read_voice(one) for one in self._people]
        workshop, language = self._workshop, self._say.language
        return {
            "phase": self._phase,
            "challenges": [self._read_challenge(one, number) for number, one in enumerate(self._challenges, start=1)],
            "people": people,
            "next": _find_next(people, self._phase),
            "categories": offer_words(self._repository, self._say),
            "sectors": self._sectors,
            "organiser": say_organiser(workshop, language),
            "purpose": say_purpose_aloud(workshop, language),
            "retention": say_date(workshop.retention_until, language),
        }

    def _is_shown(self, what: str, challenge: Challenge | None = None) -> bool:
        return is_shown(self._role, what, self._phase, None if challenge is None else challenge.stage)

    def _may(self, act: str, stage: Stage | None = None) -> bool:
        permit = PERMITS[self._role][act]
        return self._phase in permit.phases and (stage is None or stage in permit.stages)

    def _read_challenge(self, challenge: Challenge, number: int) -> VoiceChallenge:
        options: Sequence[Option] = self._options.get(challenge.id, ())
        costs = self._repository.list_costs(challenge.id) if options else {}
        rule = self._repository.find_vote_rule(challenge.id)
        return {
            **number_challenge(challenge, number),
            "stage": challenge.stage,
            "options": [
                {"id": one.id, "number": place, "title": self._say_title(one), "cost": costs.get(one.id)}
                for place, one in enumerate(options, 1)
            ],
            "series": name_series(options, rule, challenge.round) if options else "",
            "rule": describe_rule(rule),
            "papers": self._count_papers(challenge),
        }

    def _say_title(self, option: Option) -> str:
        return say_title(option)

    def _conceal(self, title: str) -> str:
        """Return a title as a helper, who is one of the room, reads it."""
        return title if self._role is Role.FACILITATOR else conceal_contacts(title)

    def _count_papers(self, challenge: Challenge) -> int:
        papers = {one.id for one in self._repository.list_participants() if one.slip is not None}
        if challenge.stage is Stage.VOTE:
            return len(papers & {one.participant for one in self._repository.list_votes(challenge.id) if one.counts})
        return len(papers & {one.author for one in self._repository.list_ideas(challenge.id)})

    def _read_voice(self, person: Participant) -> Voice:
        whole, phone = Person(self._repository, person.id), has_phone(self._repository, person.id)
        scores = self._list_scores(whole)
        missions = self._list_missions(whole)
        offer, may_ask = whole.find_offer(), whole.may_ask
        offered = offer is not None and is_offer(offer)
        weigh = _tell_given if phone else _tell_much
        return {
            "id": person.id,
            "pseudonym": person.pseudonym,
            "category": conceal_contacts(self._say.category(person.category)),
            "phone": phone,
            "back": self._repository.has_browser(person.id),
            "write": weigh(self._weigh_writing(person)),
            "vote": weigh(self._weigh_vote(whole)),
            "score": weigh(self._weigh_scores(scores)),
            "offer": {
                "open": self._may("offer_as"),
                "done": int(offered),
                "asks": [] if offered or may_ask is not None else [person.id],
            },
            "answer": {
                "open": self._may("answer_as") and bool(missions),
                "done": sum(is_answered(one["status"]) for one in missions),
                "asks": [one["id"] for one in missions if not is_answered(one["status"])],
            },
            "dots": {} if phone else self._read_given(whole, dotted=True),
            "marks": {} if phone else self._read_given(whole, dotted=False),
            "voted": min(self._count_voted(whole), 1) if phone else self._count_voted(whole),
            "scores": scores if self._is_shown("voice_scores") and not phone else [],
            "offered": offered,
            "declined": [] if phone else sorted(whole.list_declined()),
            "may_ask": None if phone else may_ask,
            "terms": None if phone or _stands_elsewhere(offer, person) else describe_terms(offer, self._say.language),
            "reach": [one for one in self._sectors if fold_name(one) != fold_name(person.sector)],
            "missions": [one for one in missions if not is_answered(one["status"])] if phone else missions,
        }

    def _weigh_writing(self, person: Participant) -> VoiceAct:
        ideas = Counter(idea.challenge for idea in self._repository.list_ideas(author=person.id))
        writing = [one.id for one in self._challenges if one.stage is Stage.WRITING]
        return {
            "open": any(self._may("write_as", one.stage) for one in self._challenges),
            "done": ideas.total(),
            "asks": [one for one in writing if ideas[one] == 0],
        }

    def _weigh_vote(self, person: Person) -> VoiceAct:
        given = [vote for one in self._challenges for vote in person.list_votes(one.id) if vote.counts]
        voted = {one.challenge for one in given}
        voting = [one.id for one in self._challenges if self._may("vote_as", one.stage)]
        return {
            "open": bool(voting),
            "done": sum(one.count for one in given if isinstance(one, Dots)) + self._count_voted(person),
            "asks": [one for one in voting if one not in voted],
        }

    def _weigh_scores(self, scores: Sequence[VoiceScore]) -> VoiceAct:
        answered = {one["challenge"] for one in scores if _is_answered(one)}
        return {
            "open": self._may("score_as") and bool(self._challenges),
            "done": len(answered),
            "asks": [one.id for one in self._challenges if one.id not in answered],
        }

    def _list_scores(self, person: Person) -> list[VoiceScore]:
        return [
            {
                "challenge": one.challenge,
                "competence": one.competence,
                "interest": one.interest,
                "unsure": one.unsure,
                "early": one.early,
            }
            for one in person.list_scores()
        ]

    def _read_given(self, person: Person, *, dotted: bool) -> dict[str, int]:
        """Return by option their dots, or their marks on other ballots, in the votes that are open."""
        found: dict[str, int] = {}
        for challenge, options in self._options.items():
            rule = self._repository.find_vote_rule(challenge)
            if (rule.kind is VoteKind.DOTS) is dotted:
                found |= read_given(rule, options, person.list_votes(challenge))
        return found

    def _count_voted(self, person: Person) -> int:
        """Count the challenges on which they voted otherwise than by dots."""
        given = [vote for one in self._challenges for vote in person.list_votes(one.id) if vote.counts]
        return len({one.challenge for one in given if not isinstance(one, Dots)})

    def _list_missions(self, person: Person) -> list[VoiceMission]:
        if not self._is_shown("voice_missions"):
            return []
        found: list[VoiceMission] = []
        for assignment in list_own_assignments(person):
            mission = self._repository.find_mission(assignment.mission)
            found.append(
                {
                    **describe_challenge(self._repository.find_challenge(mission.challenge)),
                    "id": mission.id,
                    "title": self._conceal(mission.title),
                    "reason": self._say.reason(assignment.reason),
                    "status": assignment.status,
                    "another": assignment.another,
                }
            )
        return found


def _stands_elsewhere(offer: Volunteer | None, person: Participant) -> bool:
    return offer is not None and offer.participant != person.id


def _tell_much(act: VoiceAct) -> VoiceAct:
    return act


def _tell_given(act: VoiceAct) -> VoiceAct:
    """Return an act of somebody with a phone: whether anything was given, and not how much."""
    return {**act, "done": min(act["done"], 1)}


def _is_answered(score: VoiceScore) -> bool:
    return score["unsure"] or (score["competence"] is not None and score["interest"] is not None)


def _find_next(people: Sequence[Voice], phase: Phase) -> NextVoice | None:
    """Return the first thing that an open act still asks for: what the room does now, then what was missed before."""
    now = _NOW.get(phase)
    for act in sorted(_ACTS, key=lambda one: one != now):
        for person in people:
            weighed = person[act]
            if weighed["open"] and weighed["asks"]:
                about = weighed["asks"][0] if act in ("write", "vote", "score") else None
                return {
                    "participant": person["id"],
                    "pseudonym": person["pseudonym"],
                    "act": act,
                    "challenge": about,
                }
    return None
