"""Which pairs of ideas are worth comparing: of 500 ideas there are 124,750, and few share a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from workshop_kit.domain.grouping.parts import Reading, Term
from workshop_kit.domain.grouping.reading import read_idea

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Words that no dictionary has are looked for among the others, from the likeness on (of 100) that counts.
_NEAR_FROM: Final = 84.0
_NEAR_LETTERS: Final = 5


def find_candidates(
    texts: Sequence[str], likeness: float, cosines: NDArray[np.float64] | None, meant: float
) -> list[tuple[int, int]]:
    """Return the pairs of places whose likeness may reach ``likeness``, or whose meanings reach ``meant``.

    The likeness that two ideas have at most is that of the classes and roots they share, each counted in full.
    """
    import numpy as np
    from scipy import sparse

    if len(texts) < 2:
        return []
    readings = [read_idea(text) for text in texts]
    weighed, present = _weigh_keys(readings)
    totals = np.array([reading.weight for reading in readings])
    # Few ideas share a key: the products are of the cells that are not empty alone.
    shared = (sparse.csr_matrix(weighed) @ sparse.csr_matrix(present).T).toarray()
    sums = totals[:, None] + totals[None, :]
    most = (shared + shared.T) / np.where(sums == 0, 1, sums)
    wanted = most >= likeness - 1e-9
    if cosines is not None:
        wanted |= cosines >= meant - 1e-9
    first, second = np.nonzero(np.triu(wanted, k=1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _weigh_keys(readings: Sequence[Reading]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return what each idea's terms weigh by class and root, and which of these each idea has (n x keys)."""
    import numpy as np

    near = _find_near(readings)
    columns: dict[str, int] = {}
    for reading in readings:
        for term in reading.terms:
            for key in _list_keys(term, near):
                columns.setdefault(key, len(columns))
    weighed: NDArray[np.float32] = np.zeros((len(readings), max(1, len(columns))), dtype=np.float32)
    for row, reading in enumerate(readings):
        for term in reading.terms:
            for key in _list_keys(term, near):
                weighed[row, columns[key]] += term.weight
    return weighed, (weighed > 0).astype(np.float32)


def _list_keys(term: Term, near: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the classes and roots of a term, and the word itself: read in two languages, its roots differ."""
    return term.keys | near.get(term.plain, frozenset()) | {f"word:{term.plain}"}


def _find_near(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Return for each word that may be another misspelt one key more, which both have."""
    listed: dict[str, bool] = {}
    for reading in readings:
        for term in reading.terms:
            if len(term.plain) >= _NEAR_LETTERS:
                listed[term.plain] = listed.get(term.plain, True) and term.listed
    odd = sorted(word for word, known in listed.items() if not known)
    words = sorted(listed)
    near: dict[str, set[str]] = {}
    if odd:
        for row, column in zip(
            *(process.cdist(odd, words, scorer=fuzz.ratio, score_cutoff=_NEAR_FROM)).nonzero(), strict=True
        ):
            one, other = odd[row], words[column]
            if one != other and one[0] == other[0]:
                key = "near:" + "|".join(sorted((one, other)))
                near.setdefault(one, set()).add(key)
                near.setdefault(other, set()).add(key)
    return {word: frozenset(keys) for word, keys in near.items()}
