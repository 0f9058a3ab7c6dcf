"""What serves, and bodies that do something wholly: states, although no day and no number is named."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.people_words import ENGLISH_BODIES, FRENCH_BODIES

#: What no longer serves is missed: "les bus ne passent plus après 19 h".
SERVED: Final = frozenset(
    {"ter", "tgv", "rer", "tram", "tramway", "autocar", "camionnette", "bibliobus", "bus", "car", "train", "navette"}
    | {"bac", "facteur", "factrice", "medecin", "docteur", "bateau", "metro", "infirmier", "infirmiere", "boulanger"}
)
_CARRIERS: Final = SERVED | {"ferry", "tram", "coach", "minibus"}
_DEFINITE: Final = frozenset({"the", "our", "le", "la", "l'", "notre", "chaque", "un"})
_BODIES: Final = ENGLISH_BODIES | FRENCH_BODIES
_WHOLLY: Final = re.compile(
    r"\b(?:toute? (?:le|la|l'|leurs?)|tous (?:les|leurs)|toutes (?:les|leurs)|se passent? d|all (?:the|their|"
    r"its)|(?:dans|à|pour|chez) chaque|"
    r"without|sans)\b"
)
_SERVING: Final = frozenset(
    {"wait", "stop", "call", "connect", "run", "meet", "attendre", "arreter", "desservir", "rouler"}
)
#: How far what serves gets: "le facteur monte jusqu'au dernier chalet".
_REACHING: Final = frozenset(
    {"monter", "passer", "aller", "arriver", "venir", "rouler", "circuler", "livrer", "grimper"}
)
_AS_FAR_AS: Final = re.compile(r"^[^,;.]{0,20}\b(?:jusqu'(?:à|au|aux|en|dans)|dans les (?:ecarts|hameaux))")
_BADLY: Final = re.compile(
    r"\b(?:ne|n'|not|never|jamais|late|empty|vides?|retard|trop|too|only|que|rarely|rarement|toujours|still|sans)\b"
)


def serves(opening: str, lemma: str, head: frozenset[str], told: str) -> bool:
    """Say whether what serves is said to serve: "the bus waits for the train", "un car dessert chaque école".

    ``opening`` is the word that opens the subject, ``head`` its words, ``lemma`` the verb, ``told`` what it says.
    """
    carried = opening in _DEFINITE and bool(head & _CARRIERS)
    reaches = lemma in _REACHING and _AS_FAR_AS.search(told) is not None
    return carried and (lemma in _SERVING or reaches) and _BADLY.search(told) is None


def does_wholly(head: frozenset[str], told: str) -> bool:
    """Say whether a body does something wholly, or without what it took: "les clubs se passent d'arrosage"."""
    return bool(head & _BODIES) and _WHOLLY.search(told) is not None
