"""Ideas, what they are voted on as, which say nearly the same, and which are like no other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from workshop_kit.domain.entries import GROUP_TITLE, looks_like
from workshop_kit.domain.model import Idea, IdeaGroup
from workshop_kit.domain.names import fold_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workshop_kit.domain.grouping.suggesting import Meanings

_WORDS: Final = re.compile(r"\w+")
#: An idea less alike than this to every other is called original.
LIKE_NO_OTHER: Final = 0.15

# Words that any two sentences share, in both languages, folded: they would make strangers look alike.
_SMALL_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "a afin ai aux au avec avoir c ca car ce ces cette chez comme d dans de des du elle en entre est et etre eux "
        "faire faudrait faut fait il ils j je l la le les leur leurs ma mais me mes mettre meme moi mon n ne nos "
        "notre nous on ont ou par pas peut plus pour pourrait qu que qui s sa sans se ses si son sont sur t te tous "
        "tout toute toutes tres tu un une vers vos votre vous y an and are as at be been by can could do for from has "
        "have in is it its of on or our should so some than that the their them then there they this to up us was we "
        "were what when where which who will with would you your ",
    )
)


@dataclass(frozen=True)
class Option:
    """What one votes on: a standing group, or an idea outside any group, which stays by itself (``lone``).

    ``id`` is the group's or the idea's.
    """

    id: str
    title: str
    challenge: str
    ideas: tuple[Idea, ...]
    lone: bool


def shuffle_ideas(ideas: Iterable[Idea]) -> tuple[Idea, ...]:
    """Return ideas in the one order in which every page shows them, always the same and nothing like their writing.

    In the order they came, whoever watches a counter rise would know whose card stands where. The order is that of a
    hash keyed by the challenge: an id, which its author alone knows, says nothing of another's place.
    """
    return tuple(sorted(ideas, key=lambda idea: (sha256(f"{idea.challenge}:{idea.id}".encode()).digest(), idea.id)))


def list_options(ideas: Iterable[Idea], groups: Iterable[IdeaGroup]) -> tuple[Option, ...]:
    """Return the options of a vote, each idea in exactly one, in the order of ``shuffle_ideas``, within groups too.

    Groups that were undone do not count; an idea in two standing groups belongs to the one formed last. Ideas held
    back are in none: a group goes on without them, called by its first idea if it took its title from one of them.
    """
    known = {idea.id: idea for idea in shuffle_ideas(ideas)}
    unsaid = [idea for idea in known.values() if idea.held]
    known = {idea.id: idea for idea in known.values() if not idea.held}
    standing = sorted((group for group in groups if group.undone_at is None), key=lambda group: group.formed_at)
    holder = {member: group.id for group in standing for member in group.members if member in known}
    titles = {group.id: title_group(group, unsaid) for group in standing}
    gathered: dict[str, list[Idea]] = defaultdict(list)
    for idea in known.values():
        gathered[holder.get(idea.id, idea.id)].append(idea)
    return tuple(
        Option(id, titles.get(id) or members[0].text, members[0].challenge, tuple(members), lone=id not in titles)
        for id, members in gathered.items()
    )


def is_called_after(title: str, text: str) -> bool:
    """Tell whether a group's title is what an idea says: a title is cut where its entry ends, a text goes on."""
    longest = GROUP_TITLE.longest
    return fold_name(title[:longest]) == fold_name(text[:longest])


def title_group(group: IdeaGroup, unsaid: Iterable[Idea]) -> str:
    """Return the title of a group, ``""`` where it is what an idea held back says, of the same challenge."""
    called = (idea.challenge == group.challenge and is_called_after(group.title, idea.text) for idea in unsaid)
    return "" if any(called) else group.title


def says_the_same(text: str, other: str) -> bool:
    """Tell whether two texts are the same words, whatever their case, accents, signs, spaces and look-alike letters."""
    return list_words(text) == list_words(other)


def is_any_taken_from(title: str, said: Iterable[str]) -> bool:
    """Tell whether a mission's title is what any of some ideas say, or its beginning where it was cut with an ellipsis.

    The ideas are given as the words of each: ``list_words``.
    """
    beginning = title.removesuffix("…").strip()
    if beginning == title.strip() or not beginning:
        return list_words(title) in said
    words = list_words(beginning)
    return any(one.startswith(words) for one in said)


def list_words(text: str) -> str:
    """Return the words of a text as they are compared: whatever their case, accents, signs and look-alike letters."""
    looks = looks_like(text)
    return " ".join(_WORDS.findall(looks)) or looks


def suggest_groups(ideas: Sequence[Idea], meanings: Meanings | None = None) -> tuple[tuple[str, ...], ...]:
    """Return the ids of ideas that say nearly the same, the largest group first.

    Only a suggestion, within one challenge: the facilitator merges, and a merge can be undone. Two that oppose each
    other are never suggested: ``workshop_kit.domain.grouping``, which no participant's page loads.
    """
    from workshop_kit.domain.grouping import suggesting

    return suggesting.suggest_groups(ideas, meanings)


def find_tensions(ideas: Sequence[Idea], meanings: Meanings | None = None) -> tuple[tuple[str, str], ...]:
    """Return the ids of ideas that oppose each other about one thing, two and two, to be discussed side by side."""
    from workshop_kit.domain.grouping import suggesting

    return suggesting.find_tensions(ideas, meanings)


def list_opposed(options: Sequence[Option], found: Iterable[tuple[str, str]]) -> tuple[tuple[Idea, Idea], ...]:
    """Return of tensions, two ideas' ids each, those between two options: each two options oppose each other once.

    They are told in the words of the first pair, that about the most alike things. What was gathered in one group
    opposes nothing in it.
    """
    known = {idea.id: (idea, option.id) for option in options for idea in option.ideas}
    once: dict[frozenset[str], tuple[Idea, Idea]] = {}
    for one, other in found:
        (first, here), (second, there) = known[one], known[other]
        if here != there:
            once.setdefault(frozenset((here, there)), (first, second))
    return tuple(once.values())


def mark_shared(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return each text in pieces, every second one made of words that another text says as well, nearly as spelled.

    The pieces join to the text again; the first is empty where the text begins with such a word. Words that say the
    same in another way are marked too. Small ones say nothing, but those that others say too join two shared words.
    """
    from workshop_kit.domain.grouping.marking import find_agreeing

    found = [_find_words(text) for text in texts]
    agreeing = find_agreeing(texts)
    return tuple(
        _mark(
            text,
            found[index],
            agreeing[index],
            " ".join(other for place, other in enumerate(texts) if place != index),
            {word for place, words in enumerate(found) if place != index for word, _, _ in words},
        )
        for index, text in enumerate(texts)
    )


def _mark(
    text: str,
    words: Iterable[tuple[str, int, int]],
    agreeing: Sequence[tuple[int, int]],
    others: str,
    known: Set[str],
) -> tuple[str, ...]:
    """Cut one text: ``words`` are those of it that matter, ``known`` those of the ``others``.

    ``agreeing`` is where the text says the same as another in other words.
    """
    said = set(re.findall(r"\w+", fold_name(others)))
    pieces: list[str] = []
    end = 0
    for word, start, stop in words:
        said_otherwise = any(begin < stop and start < close for begin, close in agreeing)
        if word not in known and not said_otherwise and not any(_is_alike(word, other) for other in known):
            continue
        if pieces and said.issuperset(re.findall(r"\w+", fold_name(text[end:start]))):
            pieces[-1] += text[end:stop]
        else:
            pieces += [text[end:start], text[start:stop]]
        end = stop
    return (*pieces, text[end:])


def _find_words(text: str) -> list[tuple[str, int, int]]:
    """Return the words that matter, folded, each with where it begins and ends."""
    found = [(fold_name(one[0]), one.start(), one.end()) for one in re.finditer(r"\w+", text)]
    return [(word, start, end) for word, start, end in found if word not in _SMALL_WORDS]


def _is_alike(word: str, other: str) -> bool:
    """Tell whether two words share at least half of the pieces of the shorter one, as a plural and its singular do."""
    pieces, others = set(_cut_word(f" {word} ")), set(_cut_word(f" {other} "))
    return 2 * len(pieces & others) >= min(len(pieces), len(others))


def measure_originality(ideas: Sequence[Idea]) -> tuple[str, ...]:
    """Return the ids of ideas like no other of their challenge, in the order given; the only one has no other.

    Kept apart from quantity: silent writing helps quantity more than originality (docs/method.md).
    """
    original: list[str] = []
    # Whoever says the same in other words is like another, however few letters the two share.
    like_another = {id for group in suggest_groups(ideas) for id in group}
    for members in _by_challenge(ideas):
        if len(members) < 2:
            continue
        likeness = measure_likeness(members)
        for index, idea in enumerate(members):
            likeness[index, index] = 0.0
            if likeness[index].max() < LIKE_NO_OTHER and idea.id not in like_another:
                original.append(idea.id)
    kept = set(original)
    return tuple(idea.id for idea in ideas if idea.id in kept)


def list_lone(options: Sequence[Option]) -> tuple[str, ...]:
    """Return the ids of the lone ideas: in no group, and like no other of their challenge.

    Pages and the synthesis count, list and mark these. An idea that was gathered with others is not one of them,
    whatever its words: somebody found that they say the same.
    """
    apart = {option.ideas[0].id for option in options if option.lone}
    ideas = [idea for option in options for idea in option.ideas]
    return tuple(idea for idea in measure_originality(ideas) if idea in apart)


def _by_challenge(ideas: Sequence[Idea]) -> list[list[Idea]]:
    sorted_out: dict[str, list[Idea]] = defaultdict(list)
    for idea in ideas:
        sorted_out[idea.challenge].append(idea)
    return list(sorted_out.values())


def measure_likeness(ideas: Sequence[Idea]) -> NDArray[np.float64]:
    """Return the n x n cosines (0..1) of the ideas' weighted pieces of words (tf-idf of character 4-grams)."""
    import numpy as np
    from scipy import sparse

    pieces = [_cut(idea.text) for idea in ideas]
    columns = {piece: column for column, piece in enumerate(sorted({p for counted in pieces for p in counted}))}
    if not columns:  # nothing but small words: nobody is like anybody
        return np.eye(len(ideas))
    rows = np.repeat(np.arange(len(ideas)), [len(counted) for counted in pieces])
    places = np.array([columns[piece] for counted in pieces for piece in counted])
    weights = 1 + np.log(np.array([count for counted in pieces for count in counted.values()], dtype=float))
    frequency = np.bincount(places, minlength=len(columns))
    weights *= (np.log((1 + len(ideas)) / (1 + frequency)) + 1)[places]
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(ideas)))
    weights /= lengths[rows]
    # Most ideas have few of all the pieces: the products are of the cells that are not empty alone.
    table = sparse.csr_matrix((weights, (rows, places)), shape=(len(ideas), len(columns)))
    likeness: NDArray[np.float64] = (table @ table.T).toarray()
    return likeness


def _cut(text: str) -> Counter[str]:
    """Count the pieces of the words that matter: 4 letters at a time, so that a plural is nearly its singular."""
    words = [word for word in re.findall(r"\w+", fold_name(text)) if word not in _SMALL_WORDS]
    return Counter(piece for word in words for piece in _cut_word(f" {word} "))


def _cut_word(word: str) -> list[str]:
    return [word[start : start + 4] for start in range(max(1, len(word) - 3))]
