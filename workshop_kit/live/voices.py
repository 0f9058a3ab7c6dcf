"""Speaking for people without a phone: the acts that the facilitator's door and a helper's share."""

from __future__ import annotations

from datetime import datetime

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Role
from workshop_kit.domain.model import AssignmentStatus, Participant
from workshop_kit.domain.paper_ballots import read_paper
from workshop_kit.domain.voting import name_series
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.acts import contributing, offering
from workshop_kit.live.acts.answering import note_answer
from workshop_kit.live.acts.holding import correct_idea
from workshop_kit.live.acts.minding import (
    keep_answer,
    keep_ballot,
    keep_given_offer,
    keep_given_terms,
    keep_name_hidden,
    keep_score,
)
from workshop_kit.live.acts.speaking import (
    add_voice,
    find_or_number,
    find_voice,
    list_paper_ideas,
)
from workshop_kit.live.acts.terms import say_terms
from workshop_kit.live.acts.voting import cast_marks
from workshop_kit.live.asking_first import AsksFirst
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.contract.voices import (
    AddVoice,
    AnswerAs,
    AnswerOfferAs,
    LetAskAs,
    OfferAs,
    Retyped,
    SayTermsAs,
    ScoreAs,
    TypeBallot,
    TypeSlip,
    VoteAs,
    WhichVoice,
    WriteAs,
)
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class SpeaksForOthers(AsksFirst):
    """What is said in the name of people without a phone, and typed in from numbered papers.

    Every act holds to the rules of ``live.acts.contributing`` and ``live.acts.offering``, as a phone does, and its
    permit to the same phases.
    Whoever speaks by a phone of their own is spoken for by nobody.
    """

    @intention
    def add_voice(self, repository: Repository, asked: AddVoice) -> Entered:
        """Add a person without a phone, under a usual category or a word of their own.

        Raises
        ------
        InvalidEntry
            ``pseudonym-length``, ``proxy-pseudonym-taken``, ``category-missing``, ``unknown-sector``.

        """
        return {"id": add_voice(repository, asked.pseudonym, asked.category, asked.sector, self.now()).id}

    @intention
    def write_as(self, repository: Repository, asked: WriteAs) -> None:
        """Write an idea in the name of a person without a phone.

        Raises
        ------
        InvalidEntry
            ``idea-holds-phone`` and the like, the first time it is sent: see ``AsksFirst``.

        """
        person = find_voice(repository, asked.participant)
        self._ask_about(asked.text)
        contributing.add_idea(
            repository, person.id, asked.challenge, asked.text, asked.source, self.now(), at_desk=self._is_desk
        )

    @intention
    def vote_as(self, repository: Repository, asked: VoteAs) -> None:
        """Vote in the name of a person without a phone, the whole ballot at once.

        Raises
        ------
        InvalidEntry
            What ``domain.paper_ballots`` refuses.
        NotAllowed
            ``ballot-changed``: the options got other numbers meanwhile. ``given-by-phone``: they voted on a phone, and
            it is not said that this ballot is instead.

        """
        person = find_voice(repository, asked.participant)
        if not asked.again:
            keep_ballot(repository, person, asked.challenge)
        self._cast(repository, person.id, asked)

    @intention
    def score_as(self, repository: Repository, asked: ScoreAs) -> None:
        """Score a challenge in the name of a person without a phone.

        Raises
        ------
        InvalidEntry
            ``score-half-given`` when nothing is said, ``unsure-with-score``.
        NotAllowed
            ``given-by-phone``: they answered on a phone, and it is not said that this is instead.

        """
        person = find_voice(repository, asked.participant)
        if asked.competence is None and asked.interest is None and not asked.unsure:
            raise InvalidEntry("score-half-given")
        if asked.unsure and (asked.competence is not None or asked.interest is not None):
            raise InvalidEntry("unsure-with-score")
        if not asked.again:
            keep_score(repository, person, asked)
        if asked.unsure:
            contributing.say_unsure(repository, person.id, asked.challenge)
        if asked.competence is not None:
            contributing.score_competence(repository, person.id, asked.challenge, asked.competence)
        if asked.interest is not None:
            contributing.score_interest(repository, person.id, asked.challenge, asked.interest)

    @intention
    def answer_offer_as(self, repository: Repository, asked: AnswerOfferAs) -> None:
        """Say whether a person without a phone would help with some challenges.

        Raises
        ------
        MissingEntry
            A challenge is not there.
        NotAllowed
            ``given-by-phone``: they offered help on a phone.

        """
        person = find_voice(repository, asked.participant)
        keep_given_offer(repository, person)
        offering.answer_offer(repository, person, asked.challenges, self.now(), willing=asked.willing, ask=False)

    @intention
    def say_terms_as(self, repository: Repository, asked: SayTermsAs) -> None:
        """Say what a person without a phone can do, all of it optional, in the place of what was said of it before.

        Raises
        ------
        InvalidEntry
            ``day-shape``, ``until-past``, ``unknown-sector``.
        NotAllowed
            ``given-by-phone``: they said so, or offered help, on a phone. ``terms-elsewhere``: see ``say_terms``.

        """
        person = find_voice(repository, asked.participant)
        keep_given_terms(repository, person)
        say_terms(repository, person, asked, self.now().astimezone().date())

    @intention
    def offer_as(self, repository: Repository, asked: OfferAs) -> None:
        """Offer help in the name of a person without a phone, who said yes to what was read to them.

        Raises
        ------
        InvalidEntry
            ``consent-needed``, ``contact-needed``, ``email-shape``, ``phone-shape``.
        NotAllowed
            ``given-by-phone``: they offered help on a phone; ``name-hidden``: they said no to their name being shown.

        """
        person = find_voice(repository, asked.participant)
        keep_given_offer(repository, person)
        keep_name_hidden(repository, person, shown=asked.may_show_name is True)
        purpose = contributing.say_purpose(repository.find_workshop(), self.language)
        offering.keep_offer(repository, person, asked, purpose, self.now())

    @intention
    def withdraw_as(self, repository: Repository, asked: WhichVoice) -> None:
        """Take back the offer of a person without a phone; their contact details are erased at once.

        What somebody offered on a phone only the facilitator takes back; ``NotAllowed`` (``given-by-phone``).
        """
        person = find_voice(repository, asked.participant)
        if self.role is not Role.FACILITATOR:
            keep_given_offer(repository, person)
        offering.withdraw_offer(repository, person, self.now())

    @intention
    def let_ask_as(self, repository: Repository, asked: LetAskAs) -> None:
        """Say whether a mission may be proposed to a person without a phone; raises ``NotAllowed`` as ``offer_as``."""
        person = find_voice(repository, asked.participant)
        keep_given_offer(repository, person)
        offering.let_ask(repository, person, self.now(), yes=asked.may_ask)

    @intention
    def answer_as(self, repository: Repository, asked: AnswerAs) -> None:
        """Accept or decline a mission, or put the answer off, in the name of a person without a phone.

        Raises
        ------
        NotAllowed
            ``given-by-phone``: they answered on a phone.

        """
        person = find_voice(repository, asked.participant)
        keep_answer(repository, person, asked.mission)
        answer = AssignmentStatus(asked.answer)
        contributing.answer_mission(
            repository, person.id, asked.mission, answer, said=asked.said, another=asked.another, typed=True
        )
        note_answer(repository, person.id, asked.mission, answer, self.now(), another=asked.another, by=self._speaker)

    @intention
    def type_slip(self, repository: Repository, asked: TypeSlip) -> None:
        """Type in an idea from a numbered slip; its number is a voice of its own.

        Typed instead of the paper's only idea it is theirs who typed it last, and nobody's before them.

        Raises
        ------
        InvalidEntry
            ``paper-not-printed``;
            ``slip-there-already``, unless it is said what the second is: another idea, or instead of the last one;
            ``idea-holds-phone`` and the like, the first time it is sent: see ``AsksFirst``.
        NotAllowed
            ``idea-voted-on``: the last one stands as people voted on it.

        """
        self._ask_about(asked.text)
        self._note_typist(repository, _type_slip(repository, asked, self.now(), at_desk=self._is_desk))

    @intention
    def type_ballot(self, repository: Repository, asked: TypeBallot) -> None:
        """Type in a numbered ballot; its number is a voice of its own.

        Raises
        ------
        InvalidEntry
            ``paper-not-printed``;
            ``ballot-there-already``, unless this one is instead; and what ``domain.paper_ballots`` refuses.
        NotAllowed
            ``ballot-changed``: the options have other numbers than on this series.

        """
        person = find_or_number(repository, asked.number, "", self.now())
        voted = any(one.counts for one in Person(repository, person.id).list_votes(asked.challenge))
        if voted and asked.retyped is not Retyped.INSTEAD:
            raise InvalidEntry("ballot-there-already", number=asked.number)
        self._cast(repository, person.id, asked)
        self._note_typist(repository, person)

    @property
    def _is_desk(self) -> bool:
        """Whether the facilitator types here, who has read what they type."""
        return self.role is Role.FACILITATOR

    @property
    def _speaker(self) -> str:
        """Who speaks here, as pages name a helper's browser; empty: the facilitator."""
        return ""

    def _note_typist(self, repository: Repository, paper: Participant) -> None:
        """Note at which helper's browser a paper was typed in; the facilitator's own are nobody's."""

    def _cast(self, repository: Repository, person: str, asked: VoteAs | TypeBallot) -> None:
        challenge = repository.find_challenge(asked.challenge)
        options, rule = read_options(repository, challenge), repository.find_vote_rule(challenge.id)
        series = name_series(options, rule, challenge.round)
        if series != asked.series.strip().upper():
            raise NotAllowed("ballot-changed", series=series)
        given = read_paper(rule, options, asked.numbers, asked.values, repository.list_costs(asked.challenge))
        if rule.kind is VoteKind.DOTS:
            contributing.cast_ballot(repository, person, asked.challenge, given)
        else:
            cast_marks(repository, person, asked.challenge, given)


def _type_slip(repository: Repository, asked: TypeSlip, now: datetime, *, at_desk: bool) -> Participant:
    there = list_paper_ideas(repository, asked.number, asked.challenge)
    if there and asked.retyped is Retyped.NEW:
        raise InvalidEntry("slip-there-already", number=asked.number)
    person = find_or_number(repository, asked.number, asked.category, now)
    if there and asked.retyped is Retyped.INSTEAD:
        correct_idea(repository, there[-1], asked.text, asked.source, at_desk=at_desk)
        if len(repository.list_ideas(author=person.id)) == 1:
            repository.forget_typists(person.id)
    else:
        contributing.add_idea(repository, person.id, asked.challenge, asked.text, asked.source, now, at_desk=at_desk)
    return person
