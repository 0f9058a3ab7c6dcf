"""What the synthesis counts: one frozen value a part of it, from which its sentences are said or not said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import CategoryPresence, Conditions
from workshop_kit.domain.drawing import ANSWERS_AT_LEAST
from workshop_kit.domain.gauges import Gauge
from workshop_kit.domain.matrix import Matrix
from workshop_kit.domain.model import Challenge, Mission
from workshop_kit.domain.needs import NeedBrief
from workshop_kit.domain.results import VoteResult
from workshop_kit.domain.voting import Place, Tally, list_places


@dataclass(frozen=True)
class Figures:
    """Summary counts (*chiffres*): the workshop in numbers, each a count of people or of things; never a share.

    ``ideas`` are those printed; ``room_ideas`` of them were written by people of the room, on ``room_challenges``
    challenges; ``held`` are kept back. ``filled`` places are taken by somebody who accepted; ``waiting`` proposals have
    no answer yet, and ``later`` of them were answered with "later"; ``another`` people said no, would like another
    mission, and have none. Of the people on missions, ``computed`` were proposed by the calculation and ``by_hand`` by
    the facilitator; ``against_wish`` of the computed were proposed without a wish to help.
    """

    participants: int  # of the room
    known: int  # volunteers known from a file or a poster alone
    recorded: int  # of whom anything is kept, whatever they offered
    categories: int
    challenges: int
    worked: int
    ideas: int
    room_ideas: int
    room_challenges: int
    held: int
    groups: int
    missions: int
    places: int
    filled: int
    waiting: int
    later: int
    another: int
    computed: int
    by_hand: int
    against_wish: int
    consents: int


@dataclass(frozen=True)
class AnsweredWording:
    """A wording of a challenge that is not the present one, and how many of the ideas printed answer it."""

    statement: str
    ideas: int


@dataclass(frozen=True)
class ChallengeBrief:
    """One challenge (*défi*), and whether the room worked on it, or on any.

    ``earlier`` are the earlier wordings that ideas answer, ``present`` how many ideas answer the present one and
    ``unknown`` how many answer nobody knows which.
    """

    challenge: Challenge
    worked: bool
    others_worked: bool = False
    earlier: tuple[AnsweredWording, ...] = ()
    present: int = 0
    unknown: int = 0


@dataclass(frozen=True)
class PresenceBrief:
    """Who was invited, coming and there by category, and the four conditions of a wise crowd, measured.

    ``absent`` are the categories that nobody stood for in the room: the usual ones, and those that the organiser
    listed in their own words. ``gauges`` are those of originality and participation, as far as they can be measured.
    """

    categories: tuple[CategoryPresence, ...]
    conditions: Conditions
    absent: tuple[str, ...]
    people: int
    gauges: tuple[Gauge, ...] = ()

    @property
    def invited(self) -> bool:
        """Whether anybody was invited, or said that they would come: else there is no invitation to tell of."""
        return any(one.invited or one.coming for one in self.categories)


def is_told(challenge: Challenge) -> bool:
    """Tell whether what a vote gave may be told: its results were shown, and nobody went back before them since."""
    return challenge.results_at is not None and challenge.stage in (Stage.RESULTS, Stage.CLOSED)


@dataclass(frozen=True)
class IdeasBrief:
    """The ideas (*idées*) of one challenge: every idea that is not held back stands in exactly one tally.

    ``original`` are the ids of the lone ideas, which resemble no other; ``voters`` is how many people's ballots are
    counted. They are counted only where the results were shown and no vote goes on: until then nobody knows how it
    stands. ``result`` says what else the vote gave. ``elsewhere`` is how many ideas were not written by somebody
    known in the room. ``voted``: a vote was opened. ``retraced``: its course was reconstructed from what an older
    version kept, which does not know what was shown. Of the ``counted`` ideas of the room, ``alone`` were written
    before the reveal; without one, none is counted. ``glimpsed`` is for how many seconds ideas were shown by
    mistake before, and ``seen`` how many of those ``alone`` were written after that. ``withdrawn`` is how many
    ideas their authors removed, ``dismissed`` how many the facilitator did; ``returned`` were held back before the
    screen and given back.
    """

    challenge: Challenge
    worked: bool
    voted: bool
    tallies: tuple[Tally, ...]
    original: frozenset[str]
    voters: int
    elsewhere: int
    held: int
    alone: int
    counted: int
    glimpsed: int
    seen: int = 0
    withdrawn: int = 0
    dismissed: int = 0
    returned: int = 0
    retraced: bool = False
    result: VoteResult | None = None

    @property
    def kind(self) -> VoteKind:
        """On what kind of ballot the room voted, or would."""
        return VoteKind.DOTS if self.result is None else self.result.rule.kind

    @property
    def ideas(self) -> int:
        """How many ideas are printed for this challenge."""
        return sum(len(tally.option.ideas) for tally in self.tallies)

    @property
    def dots(self) -> int:
        """How many dots its ideas received; those of a budget are none."""
        return sum(tally.dots for tally in self.tallies) if self.kind is VoteKind.DOTS else 0

    @property
    def kept(self) -> bool:
        """Whether ideas without a dot are kept beside others that have some."""
        return self.dots > 0 and any(tally.dots == 0 and tally.option.lone for tally in self.tallies)

    @property
    def first(self) -> Place | None:
        """The first place, whole: several ideas may share it; ``None`` where nobody chose any, and of a budget."""
        if self.kind is VoteKind.BUDGET:
            return None
        places = list_places(self.tallies)
        return places[0] if places else None

    @property
    def funded(self) -> tuple[Tally, ...]:
        """What the sum of a budget reaches."""
        return tuple(tally for tally in self.tallies if tally.funded)


@dataclass(frozen=True)
class MatrixBrief:
    """The matrix (*matrice*) of one challenge; ``known`` of those in it are known by a file or a poster alone."""

    challenge: Challenge
    matrix: Matrix
    known: int

    @property
    def answered(self) -> int:
        """How many people stand in it or said that they do not know."""
        return self.matrix.placed + len(self.matrix.unsure)

    @property
    def drawn(self) -> bool:
        """Whether it may be drawn where everybody can see it."""
        return self.matrix.placed >= ANSWERS_AT_LEAST


@dataclass(frozen=True)
class Assigned:
    """One person who accepted a mission: ``name`` is ``None`` unless they agreed to see it shown.

    Why the mission was proposed to them is left out: beside a name it would tell everybody what they know and wish.
    ``pair`` are the names of whom they go with, none where one of the two has not accepted, or is not named. They do
    not say which of the two begins.
    """

    name: str | None
    pair: tuple[str, ...] = ()


@dataclass(frozen=True)
class MissionBrief:
    """One mission (*mission*), the idea it came from, and the people who accepted it.

    ``waiting`` is how many others were proposed and did not answer yet, ``later`` how many of them said that they will
    answer later; ``able`` how many more, on no mission yet,
    wish to help and have the competence it takes. ``idea`` is the title of the option it came from, ``""``: none.
    """

    mission: Mission
    people: tuple[Assigned, ...]
    waiting: int = 0
    able: int = 0
    idea: str = ""
    later: int = 0

    @property
    def filled(self) -> int:
        """How many places are taken by somebody who accepted."""
        return min(self.mission.places, len(self.people))

    @property
    def beyond(self) -> int:
        """How many accepted beyond the places, as a list brought from elsewhere may say: they are named as well."""
        return len(self.people) - self.filled

    @property
    def vacant(self) -> int:
        """How many places are still free, 0 or more."""
        return self.mission.places - self.filled

    @property
    def unheld(self) -> int:
        """How many of the free places nobody holds who has yet to answer, 0 or more."""
        return max(0, self.vacant - self.waiting)

    @property
    def short(self) -> int:
        """How many people more its minimum asks for, 0: it is reached, or none was said."""
        return max(0, self.mission.min_places - self.filled)

    @property
    def settled(self) -> bool:
        """Whether anything is said of who does it, or when."""
        mission = self.mission
        return bool(self.people) or any(one.strip() for one in (mission.owner, mission.first_date, mission.next_step))


@dataclass(frozen=True)
class MissionsBrief:
    """The missions (*missions*) of one challenge."""

    challenge: Challenge
    missions: tuple[MissionBrief, ...]


@dataclass(frozen=True)
class Synthesis:
    """The report of one workshop (*synthèse*), ready to be said in a language.

    ``contact`` is the single point of contact, ``follow_up`` what happens next, ``organiser`` who keeps the data;
    ``""``: not said, and then left out.
    """

    title: str
    territory: str
    held_on: date
    retention_until: date
    organiser: str
    contact: str
    follow_up: str
    figures: Figures
    challenges: tuple[ChallengeBrief, ...]
    presence: PresenceBrief
    ideas: tuple[IdeasBrief, ...]
    matrices: tuple[MatrixBrief, ...]
    missions: tuple[MissionsBrief, ...]
    needs: tuple[NeedBrief, ...] = ()
