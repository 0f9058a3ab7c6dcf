"""Groups in which every two ideas may stand together, and tensions: pairs that oppose each other about one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.grouping.candidates import find_candidates
from workshop_kit.domain.grouping.comparing import HEAVY_FROM, Comparison, compare
from workshop_kit.domain.grouping.gate import Relation, relate
from workshop_kit.domain.grouping.reading import read_idea
from workshop_kit.domain.grouping.weighing import WEIGHTS, agree_in_the_same_words, weigh_pair
from workshop_kit.domain.model import Idea

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From which likeness of terms on two ideas say nearly the same, what each may say instead of the other, and what
#: both may say alone.
ALIKE_FROM: Final = 0.68
SPARE_AT_MOST: Final = 0.55
ALONE_AT_MOST: Final = 1.5
#: From which likeness on two ideas that oppose each other do so about one thing.
TENSE_FROM: Final = 0.35
#: The same where each goes on alone by more than so.
TENSE_ALIKE_FROM: Final = 0.45
TENSE_SPARE: Final = 1.0
TENSE_NEAR_FROM: Final = 0.62
#: How sure it must be that two say the same, where meanings are measured (``weighing``), and from which cosine on a
#: likeness of meaning tells anything.
SURE_FROM: Final = 0.3
MEANT_LEAST: Final = 0.2
#: The same where one takes a side of which the other says nothing, and where both name one thing in the same words and
#: each goes on by so much: what is left may be the contrary, for all that the tables know.
SURE_SIDED_FROM: Final = 0.55
SURE_WORDED_FROM: Final = 0.7
GOES_ON_FROM: Final = 0.3
#: Two that share a time or a quality alone, and each speak of something else by so much, are about two things.
ELSE_FROM: Final = 0.8
_FRAMING: Final = frozenset({"time", "side", "soft"})
_NAMED: Final = frozenset({"thing", "person"})
#: Directions of a denial that stands: it takes something away.
_AGAINST: Final = frozenset({"remove", "less", "close", "stop"})
_PLAIN_KINDS: Final = _FRAMING | {"weak", "number"}
#: By how much less near the meanings of two count for each doubling of the ideas they are found among: of many, some
#: strangers come near each other.
MEANT_MORE: Final = 0.02
#: From which cosine on two ideas that oppose each other do so about one thing.
MEANT_TENSE_FROM: Final = 0.4
#: Sentences of one mould, with another thing in it, are as near in meaning as two ways to say one thing.
MOULD_FROM: Final = 0.45
SAME_MOULD_FROM: Final = 0.5
OTHER_FROM: Final = 1.5
#: Ideas that count as much as the middle of a room, when it is taken away from the meanings.
_ROOM: Final = 20
#: Pairs that are remembered: each new idea is compared with all that were there.
_REMEMBERED: Final = 16384
_NEVER: Final = 2.0

Meanings = Mapping[str, "NDArray[np.float32]"]


@dataclass(frozen=True)
class Limits:
    """From where on two ideas are offered as the same: likeness of terms, how sure it is; and what makes it sure."""

    alike: float = ALIKE_FROM
    sure: float = SURE_FROM
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)


LIMITS: Final = Limits()


class Pairing(StrEnum):
    """What two ideas are offered as."""

    SAME = "same"
    TENSION = "tension"
    NOTHING = "nothing"


@dataclass(frozen=True)
class _Paired:
    """Two ideas of one challenge, by their places in it, and how alike they are."""

    first: int
    second: int
    pairing: Pairing
    likeness: float


def pair_ideas(
    first: str, second: str, meant: float | None = None, among: int = 2, limits: Limits = LIMITS
) -> tuple[Pairing, float]:
    """Return what two texts are offered as, and how alike they are, from 0 to 1; their order changes nothing.

    Parameters
    ----------
    first, second
        Two ideas as written.
    meant
        The cosine of their meanings (-1..1), None where none is measured.
    among
        How many ideas they were found among.
    limits
        From where on they are the same; others than those in use are tried by ``tests.grouping.cross_validate``.

    """
    pair, relation = _compare_texts(*sorted((first, second)))
    more = _ask_among(among)
    if relation is Relation.OPPOSED:
        return (Pairing.TENSION if _is_tense(pair, meant, more) else Pairing.NOTHING), pair.likeness
    if relation is Relation.APART or (pair.template >= SAME_MOULD_FROM and pair.replaced):
        return Pairing.NOTHING, pair.likeness
    sure = 0.0
    if pair.likeness >= limits.alike and pair.spare <= SPARE_AT_MOST and pair.alone <= ALONE_AT_MOST:
        sure = pair.likeness
    elif (
        meant is not None
        and meant - more >= MEANT_LEAST
        and not (_shares_a_frame_alone(pair) or _shares_a_deed_alone(pair) or _does_it_to_another(first, second))
    ):
        weighed = weigh_pair(pair, meant - more, limits.weights)
        sure = weighed if weighed >= max(limits.sure, _ask_more(pair)) else 0.0
    if sure and (pair.aligned or not _denies_one_alone(first, second)):
        return Pairing.SAME, sure
    return Pairing.NOTHING, pair.likeness


def suggest_groups(ideas: Sequence[Idea], meanings: Meanings | None = None) -> tuple[tuple[str, ...], ...]:
    """Return the ids of ideas that say nearly the same, the largest group first, each in the order given.

    Only a suggestion, within one challenge: the facilitator merges, and a merge can be undone. Every two ideas of a
    group may stand together (complete linkage): groups do not chain from one idea to a stranger.

    Parameters
    ----------
    ideas
        All ideas, of any number of challenges.
    meanings
        A vector of length 1 for each idea, by its id, where meanings are measured.

    """
    order = {idea.id: place for place, idea in enumerate(ideas)}
    suggested: list[tuple[str, ...]] = []
    for members in _list_challenges(ideas):
        alike = [one for one in _pair_members(members, meanings) if one.pairing is Pairing.SAME]
        for group in _link_all(len(members), alike):
            suggested.append(tuple(sorted((members[place].id for place in group), key=order.__getitem__)))
    return tuple(sorted(suggested, key=lambda group: (-len(group), order[group[0]])))


def find_tensions(ideas: Sequence[Idea], meanings: Meanings | None = None) -> tuple[tuple[str, str], ...]:
    """Return the ids of ideas that oppose each other about one thing, the most alike first; to be discussed.

    Parameters are those of ``suggest_groups``.
    """
    order = {idea.id: place for place, idea in enumerate(ideas)}
    found: list[tuple[float, str, str]] = []
    for members in _list_challenges(ideas):
        for one in _pair_members(members, meanings):
            if one.pairing is Pairing.TENSION:
                first, second = sorted((members[one.first].id, members[one.second].id), key=order.__getitem__)
                found.append((one.likeness, first, second))
    found.sort(key=lambda one: (-one[0], order[one[1]], order[one[2]]))
    return tuple((first, second) for _, first, second in found)


def _is_tense(pair: Comparison, meant: float | None, more: float) -> bool:
    """Say whether two ideas that oppose each other do so about one thing."""
    if pair.template >= MOULD_FROM and pair.spare >= OTHER_FROM:
        return False
    if not any(min(one.weight, other.weight) >= HEAVY_FROM for one, other in pair.agreed):
        return False
    if meant is None:
        return pair.likeness >= (TENSE_FROM if pair.spare <= TENSE_SPARE else TENSE_ALIKE_FROM)
    return meant >= MEANT_TENSE_FROM + more or (pair.likeness >= TENSE_NEAR_FROM and meant > 0)


def _ask_among(ideas: int) -> float:
    """Return by how much less near two meanings count among so many ideas."""
    return MEANT_MORE * log2(max(2, ideas) / 2)


def _ask_more(pair: Comparison) -> float:
    """Return how sure it must be where what one alone says may turn round what both say; 0 where it may not."""
    if pair.aligned:
        return 0.0
    if pair.spare >= GOES_ON_FROM and agree_in_the_same_words(pair):
        return SURE_WORDED_FROM
    return SURE_SIDED_FROM if any(term.kind == "side" for term in (*pair.left, *pair.right)) else 0.0


def _denies_one_alone(first: str, second: str) -> bool:
    """Say whether one of two ideas alone denies something: what it denies may be all that the other wants.

    Not where both take one side, or where it denies on the way to something that it wants: "don't let it close".
    """
    one, other = read_idea(first), read_idea(second)
    if one.denies == other.denies or one.sides & other.sides:
        return False
    denier = one if one.denies else other
    if denier.spent:
        return False  # on a quality, or on what nobody wants
    return not denier.acts or bool(denier.acts & _AGAINST) or (one.head, other.head) != (1, 1)


def _shares_a_frame_alone(pair: Comparison) -> bool:
    """Say whether two ideas share when, how much or how, and no thing: "free lunch for pupils", "free buses"."""
    if pair.spare < ELSE_FROM:
        return False
    shared = [one for one, _ in pair.agreed]
    framed = any(one.kind in _FRAMING for one in shared)
    return framed and all(one.kind in _PLAIN_KINDS or one.weight < HEAVY_FROM for one in shared)


def _shares_a_deed_alone(pair: Comparison) -> bool:
    """Say whether two ideas name one deed in the same words, done to two things: "clean the river", "the tags"."""
    heavy = [one for one, other in pair.agreed if min(one.weight, other.weight) >= HEAVY_FROM]
    return (
        agree_in_the_same_words(pair)
        and all(one.kind == "deed" for one in heavy)
        and all(
            any(one.kind in _NAMED and one.weight >= HEAVY_FROM for one in each) for each in (pair.left, pair.right)
        )
    )


def _does_it_to_another(first: str, second: str) -> bool:
    """Say whether two ideas do in one word the same to one thing each, and to two things: "enlarge the crèche"."""
    one, other = read_idea(first), read_idea(second)
    return (
        bool(one.acts & other.acts)
        and one.words[:1] == other.words[:1]
        and len(one.terms) == len(other.terms) == 1
        and one.terms[0].keys.isdisjoint(other.terms[0].keys)
    )


@lru_cache(maxsize=_REMEMBERED)
def _compare_texts(first: str, second: str) -> tuple[Comparison, Relation]:
    one, other = read_idea(first), read_idea(second)
    pair = compare(one, other)
    return pair, relate(one, other, pair)


def _list_challenges(ideas: Sequence[Idea]) -> list[list[Idea]]:
    """Return the ideas of each challenge in an order that does not depend on the one given."""
    challenges: dict[str, list[Idea]] = defaultdict(list)
    for idea in ideas:
        challenges[idea.challenge].append(idea)
    return [sorted(members, key=lambda idea: (idea.text, idea.id)) for members in challenges.values()]


@dataclass(frozen=True)
class _Compared:
    """The ideas of one challenge as they are compared: by what they say and mean, in their order."""

    texts: tuple[str, ...]
    vectors: bytes
    members: Sequence[Idea] = field(compare=False)
    meanings: Meanings | None = field(compare=False)


def _pair_members(members: Sequence[Idea], meanings: Meanings | None) -> tuple[_Paired, ...]:
    """Return what each two ideas are offered as."""
    if not meanings or any(idea.id not in meanings for idea in members):
        meanings = None
    vectors = b"" if meanings is None else b"".join(meanings[idea.id].tobytes() for idea in members)
    return _pair_once(_Compared(tuple(idea.text for idea in members), vectors, members, meanings))


# Groups, tensions and lone ideas are found among the same pairs.
@lru_cache(maxsize=6)
def _pair_once(compared: _Compared) -> tuple[_Paired, ...]:
    return tuple(_pair_all(compared.members, compared.meanings))


def _pair_all(members: Sequence[Idea], meanings: Meanings | None) -> list[_Paired]:
    """Return what each two ideas are offered as, but for those that cannot be anything."""
    cosines = _measure_cosines(members, meanings)
    pairs = []
    least = MEANT_LEAST + _ask_among(len(members))
    for first, second in find_candidates([idea.text for idea in members], TENSE_FROM, cosines, least):
        meant = None if cosines is None else float(cosines[first, second])
        pairing, likeness = pair_ideas(members[first].text, members[second].text, meant, len(members))
        pairs.append(_Paired(first, second, pairing, likeness))
    return pairs


def _measure_cosines(members: Sequence[Idea], meanings: Meanings | None) -> NDArray[np.float64] | None:
    """Return the n x n cosines of the meanings around the middle of the room; None unless each idea has one."""
    if not meanings or any(idea.id not in meanings for idea in members):
        return None
    import numpy as np

    table: NDArray[np.float64] = np.array([meanings[idea.id] for idea in members], dtype=float)
    # What all ideas of a room are about says nothing about two of them; of few ideas, the middle is not known.
    table -= table.mean(axis=0) * len(members) / (len(members) + _ROOM)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths == 0, 1, lengths)
    cosines: NDArray[np.float64] = table @ table.T
    return cosines


def _link_all(number: int, alike: Sequence[_Paired]) -> list[list[int]]:
    """Return groups (two or more) in which everybody may stand with everybody (complete linkage)."""
    places = sorted({place for one in alike for place in (one.first, one.second)})
    if not places:
        return []
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    rows = {place: row for row, place in enumerate(places)}
    distance: NDArray[np.float64] = np.full((len(places), len(places)), _NEVER)
    np.fill_diagonal(distance, 0)
    for one in alike:
        first, second = rows[one.first], rows[one.second]
        distance[first, second] = distance[second, first] = 1 - min(one.likeness, 1.0)
    labels: Any = fcluster(linkage(squareform(distance), method="complete"), 1.0, criterion="distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for row, label in enumerate(labels):
        groups[int(label)].append(places[row])
    return [group for group in groups.values() if len(group) > 1]
