"""The contract of step 3: the room's ideas, the options they are gathered into, and their tallies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import GROUP_TITLE, HELD_REASON, HOUR, IDEA
from workshop_kit.domain.gauges import GaugeName, TrendMoment
from workshop_kit.domain.model import Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.contract.shared import Choice, NumberedChallenge, Tallied

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WriteFor:
    """An idea of someone without a phone for a challenge; without a pseudonym it has no author.

    A pseudonym that is not yet in the room needs a ``category``.
    """

    challenge: Id
    text: Annotated[str, IDEA]
    source: Annotated[Source, OneOf("unknown-source")] | None = None
    pseudonym: str = ""
    category: str = ""


@dataclass(frozen=True)
class LookAt:
    """The challenge that this page looks at, ``None``: the one the room is at."""

    challenge: Id | None = None


@dataclass(frozen=True)
class HoldIdea:
    """An idea to hold back from the room, and why; an empty reason gives it back."""

    idea: Id
    reason: Annotated[str, HELD_REASON]


@dataclass(frozen=True)
class SweepDevice:
    """An idea with everything else that came from its device to hold back, since an hour; ``""``: since ever."""

    idea: Id
    since: Annotated[str, HOUR] = ""


@dataclass(frozen=True)
class SweepNewcomers:
    """Since which hour both to have come and to have written is to be held back."""

    since: Annotated[str, HOUR]


@dataclass(frozen=True)
class UndoSweep:
    """What was held back together, to be given back."""

    sweep: Id


@dataclass(frozen=True)
class RemoveAnyIdea:
    """An idea to take away, whoever wrote it, while nobody voted with it."""

    idea: Id


@dataclass(frozen=True)
class GatherIdeas:
    """Ideas that become one option under a title; members of standing groups bring their whole group along."""

    ideas: tuple[Id, ...]
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class RenameGroup:
    """Another title for a standing group."""

    group: Id
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class UndoGroup:
    """A group whose ideas are parted again."""

    group: Id


@dataclass(frozen=True)
class WeighResult:
    """A challenge whose results are shown, to be told how solid they are."""

    challenge: Id


@dataclass(frozen=True)
class TellOpinions:
    """A challenge whose results are shown, to be told which opinion groups its statements have parted."""

    challenge: Id


class OpinionsTold(TypedDict):
    """The opinion groups that the screen shows, in words; ``""`` and none where nobody answered statements.

    ``groups`` says how many people are in each, or that none can be told apart; then nothing ``unites`` them, and
    nothing sets any ``apart``.
    """

    groups: str
    unites: list[str]
    apart: list[str]


class OptionFunded(TypedDict):
    """Why equal shares fund an option, or do not, and whether the simple rule would."""

    id: str
    why: str
    simple: bool


class FundingSaid(TypedDict):
    """What a budget spends and how it was counted, and how the simple rule differs for the people who voted."""

    spent: str
    simple: str
    options: list[OptionFunded]


class ResultWeighed(TypedDict):
    """How solid the results of a challenge are, in words, ``""`` where nothing is known of it; ``funding``: a budget.

    The sentences are those of the synthesis. ``coming``: it is being worked out, and to be asked again once ``weighed``
    of the read model is another number.
    """

    coming: bool
    solid: str
    funding: FundingSaid | None


class Gathered(TypedDict):
    """The group just made, and all its ideas."""

    group: str
    members: list[str]


class Swept(TypedDict):
    """How many ideas were held back together, or given back."""

    ideas: int


class Parted(TypedDict):
    """What stands again once a group is parted: so many ``ideas`` by themselves, and the ``groups`` it had absorbed."""

    ideas: int
    groups: int


# -- what is shown --------------------------------------------------------------------------------------------------


class IdeaStage(StrEnum):
    """How much of the ideas may be seen."""

    HIDDEN = "hidden"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"


class PlacedChallenge(NumberedChallenge):
    """The challenge looked at, with its place among the ``total``."""

    total: int


class RoomCounts(TypedDict):
    """How many are in the room, wrote an idea, are done, or have done neither; ``ideas`` counts all there are."""

    people: int
    ideas: int
    wrote: int
    finished: int
    silent: int


class WritingProgress(TypedDict):
    """How far ``people`` are with writing: an idea and not done, done, and neither; never who."""

    people: int
    writing: int
    done: int
    silent: int


class ProgressPart(WritingProgress):
    """How far those of some ``categories`` are, in words; none: those who said no category."""

    categories: list[str]


class RoomProgress(WritingProgress):
    """How far the room is, and its ``parts``; none where they would tell somebody apart."""

    parts: list[ProgressPart]


class GaugePoint(TypedDict):
    """What a gauge showed at one moment of the challenge's course."""

    moment: TrendMoment
    value: float | None


class SectorGauge(TypedDict):
    """Of the ideas from one sector that say how their author knows (``whole``), those that know by themselves."""

    sector: str
    part: int
    whole: int


class FewOfFew(TypedDict):
    """A share of a handful, told in these numbers: ``domain.contributions.Few``."""

    part: int
    whole: int


class Gauge(TypedDict):
    """A measure of the challenge, 0..1, with the sentence that says what to do about it; see ``domain.gauges``.

    ``value`` is ``None`` while it cannot be measured. ``trend`` is what it showed along the course, the present last;
    ``sectors`` are those of decentralisation, where they and the others are three people or more. ``few`` are the
    numbers of a share of a handful: no page then tells it in per cent, nor its trend.
    """

    name: GaugeName
    value: float | None
    few: FewOfFew | None
    sentence: str
    trend: list[GaugePoint]
    sectors: list[SectorGauge]


class Suggestion(TypedDict):
    """Ideas that say nearly the same; ``marked`` has each text in pieces, every second one said by others too."""

    ideas: list[str]
    marked: list[list[str]]


class Tension(TypedDict):
    """Two ideas that oppose each other about one thing.

    ``marked`` has each text in pieces, every second one made of words that oppose the other text.
    """

    ideas: list[str]
    marked: list[list[str]]


class FloodOfIdeas(TypedDict):
    """More ideas than a person writes: ``idea`` names them, ``since`` is when the first came, in milliseconds.

    ``owned``: they are of one device; otherwise nobody's any more, and perhaps of several.
    """

    idea: str
    ideas: int
    since: int
    owned: bool


class SweptIdeas(TypedDict):
    """Ideas of this challenge that were held back together ``at`` some moment and are so still."""

    id: str
    at: int
    ideas: list[str]


class HeldFor(TypedDict):
    """How many ideas of this challenge are held back for a reason, in words; one in words of its own is ``""``."""

    reason: str
    number: int


class SpeakingTurn(TypedDict):
    """An idea marked for discussion in its turn, announced by its table, else by its category in words, if at all."""

    idea: str
    text: str
    table: int | None
    category: str


class TableIdea(TypedDict):
    """An idea as the facilitator reads it; ``category`` says in words as whom its author speaks.

    Its text is the one that the room reads, without contacts: the laptop may be mirrored on the wall.

    ``held`` is the reason for which it is held back, ``held_as`` that of an idea that says the same, where it is held
    back with that one and its author does not read those words. ``corrected``: its author changed it since, and it was
    not read again. ``asked``: its author was asked what they mean, and ``answer`` is what they say, ``""``: nothing
    yet. ``discuss``: it is marked for discussion. ``earlier``: it answers an earlier wording of the challenge.
    ``voted_on``: people voted since it says this, or a mission was made of it, so that it is held back and not removed.
    """

    id: str
    text: str
    source: Source | None
    category: str | None
    held: str
    held_as: str
    corrected: bool
    asked: bool
    answer: str
    discuss: bool
    earlier: bool
    voted_on: bool


class OptionTally(TypedDict, total=False):
    """What an option gathered; only once the vote is closed."""

    tally: Tallied


class TableOption(OptionTally):
    """What the room votes on: ideas gathered under a title, or an idea by itself (``lone``).

    ``original``: an idea by itself that resembles no other, one of those that the gauge counts. ``missions`` are the
    titles of those made of it. The title of a group stands as typed while it can be changed; ``concealed``: others read
    it without the contact details in it.
    """

    id: str
    title: str
    concealed: bool
    lone: bool
    original: bool
    ideas: list[TableIdea]
    missions: list[str]


class IdeaTableModel(TypedDict):
    """Step 3: texts stand in it only once revealed, tallies only once the vote is closed.

    ``course`` is where the challenge stands, ``current`` whether the room is at it, ``seen`` whether the room has read
    ideas that are hidden now. ``held`` are the ideas held back, which are in no option. ``suggestions`` come one at a
    time, those of the most ideas first, and so do ``tensions``, the most alike first; these stay while people vote and
    afterwards. ``floods``, ``sweeps`` and ``held_for`` stand there before the reveal too: they tell no text. ``nudged``
    is when silent people were last given a gentle line in this stage, in milliseconds since 1970. ``turns`` are the
    ideas to be discussed in the order in which they are. ``round`` is the one of the vote that counts, ``rule`` what
    was asked in it. ``returned`` is how many ideas were held back and given back since. ``weighed`` is another
    number each time what ``weigh_result`` said to be coming is there.
    """

    stage: IdeaStage
    course: Stage
    current: bool
    seen: bool
    challenge: PlacedChallenge | None
    counts: RoomCounts
    progress: RoomProgress
    nudged: int | None
    round: int
    rule: ShownRule
    gauges: list[Gauge]
    categories: list[Choice]
    options: list[TableOption]
    held: list[TableIdea]
    held_for: list[HeldFor]
    returned: int
    turns: list[SpeakingTurn]
    floods: list[FloodOfIdeas]
    sweeps: list[SweptIdeas]
    suggestions: list[Suggestion]
    tensions: list[Tension]
    may_gather: bool
    voted: int
    weighed: int
