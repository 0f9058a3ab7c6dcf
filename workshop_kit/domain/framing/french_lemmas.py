"""What a French verb with its small words comes to: "mettre fin à" is "supprimer", "faire l'acquisition" a means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import french_words as lexicon
from workshop_kit.domain.framing.words import Word, list_plain

#: What a verb and the next word come to.
_TURNS: Final = {
    ("rendre", "visite"): "visiter",
    ("rendre", "service"): "visiter",
    ("en", "avec"): "supprimer",
    ("finir", "avec"): "supprimer",
    ("venir", "à"): "supprimer",
    ("donner", "envie"): "ameliorer",
    ("donner", "sens"): "ameliorer",
    ("donner", "plus"): "ameliorer",
    ("donner", "la"): "ameliorer",
}
_DOING_WITHOUT_END: Final = list_plain(
    "connaître vivre rayonner évoluer face de quelque mieux bouger avancer découvrir respecter aimer"
)
#: What people say or think, or leave undone: nobody sees the day on which it is over.
_SAID: Final = list_plain(
    "idée préjugé cliché polémique rumeur querelle travail chamaillerie bavardage discours silence"
)
_HELD: Final = list_plain(
    "permanence cours atelier navette tournée garde stage formation réunion astreinte ronde surveillance consultation"
)
_COUNTED: Final = frozenset({"un", "une", "des", "deux", "trois"})


def read_order(words: Sequence[Word], place: int) -> str:
    """Return the verb that an infinitive with its small words comes to."""
    word, before, after = words[place].plain, _plain(words, place - 1), _plain(words, place + 1)
    if "mieux" in {before, after}:
        return "ameliorer"
    if word == "mettre" and not any(one.lemma in _SAID for one in words[place + 2 : place + 5]):
        return _read_putting(words, place, after)
    done = any(one.lemma in lexicon.MEANS_NOUNS for one in words[place + 1 : place + 4])
    if word in {"faire", "proceder"} and done:
        return "mettre en place"
    if word in {"tenir", "animer"} and after in {"un", "une", "des", "sa", "son", "ses"} and _is_made(words, place):
        return "mettre en place"
    if (
        word == "assurer"
        and after in {"un", "une", "des"}
        and any(w.lemma in _HELD for w in words[place + 2 : place + 4])
    ):
        return "mettre en place"
    if word == "faire" and after in {"de", "du", "d'", "des"} and _is_turned_into(words, place):
        return "mettre en place"
    if word == "tirer" and _plain(words, place + 2) == "sort":
        return "mettre en place"
    if word == "faire" and after == "disparaitre":
        return "supprimer"
    if word in {"finir", "mettre", "terminer"} and any(one.lemma in _SAID for one in words[place + 1 : place + 5]):
        return "ameliorer"
    if word == "faire" and after in _DOING_WITHOUT_END:
        return "ameliorer"
    return _TURNS.get((word, after), word)


def _is_turned_into(words: Sequence[Word], place: int) -> bool:
    """Say whether a place is made a thing: "faire de la gare un café associatif"."""
    later = range(place + 2, min(place + 9, len(words) - 1))
    at = next((i for i in later if words[i].plain in {"un", "une"}), None)
    return at is not None and any(one.lemma in lexicon.MEANS_THINGS for one in words[at + 1 : at + 3])


def _is_made(words: Sequence[Word], place: int) -> bool:
    return any(one.lemma in lexicon.MEANS_THINGS for one in words[place + 2 : place + 4])


def _is_put_somewhere(words: Sequence[Word], place: int, after: str) -> bool:
    """Say whether things are put on a spot: "mettre des sacs sur la place"."""
    what = words[place + 2].lemma if place + 2 < len(words) else ""
    spot = {word.plain for word in words[place + 3 : place + 7]} & _SPOTS
    return after in _COUNTED and bool(spot) and what not in lexicon.ABSTRACT | _NOT_PUT


_SPOTS: Final = list_plain("sur dans devant derrière aux au entre place rue partout")
_NOT_PUT: Final = list_plain(
    "accent fin terme pression lien vie peu mot moyen ordre frein coup pied enfant personne jeune"
)


def _read_putting(words: Sequence[Word], place: int, after: str) -> str:
    follow = _plain(words, place + 2)
    set_up = after == "en" and follow in {"place", "service", "ligne", "oeuvre", "route"}
    at_hand = after == "à" and follow in {"disposition", "jour", "niveau", "neuf"}
    thing = after in _COUNTED and _is_made(words, place)
    if set_up or at_hand or thing or _is_put_somewhere(words, place, after) or after == "sur" or after[:1].isdigit():
        return "mettre en place"
    return "supprimer" if after == "fin" or follow == "terme" else "mettre"


def _plain(words: Sequence[Word], place: int) -> str:
    return words[place].plain if 0 <= place < len(words) else ""
