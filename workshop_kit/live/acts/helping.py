"""The helper's code (a shared secret of few words), and how a browser is let in with it."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry, WorkshopError
from workshop_kit.store import Repository, Store

#: Wrong tries that one browser may make in a minute, and all browsers together against one code.
TRIES_A_MINUTE: Final = 4
TRIES_IN_ALL: Final = 60
_MINUTE: Final = timedelta(minutes=1)
#: Short words without accents, said and spelled alike by everybody in a room.
_WORDS: Final = {
    "fr": [
        "abricot",
        "agneau",
        "amande",
        "ananas",
        "avocat",
        "badine",
        "balade",
        "ballon",
        "banane",
        "bateau",
        "bambou",
        "biche",
        "bocal",
        "bonbon",
        "bouleau",
        "brume",
        "cabane",
        "canard",
        "canal",
        "carotte",
        "castor",
        "cerise",
        "chalet",
        "cigale",
        "citron",
        "colline",
        "colza",
        "coquille",
        "corbeau",
        "cuivre",
        "dragon",
        "dune",
        "fanfare",
        "farine",
        "fleuve",
        "fontaine",
        "fourmi",
        "galet",
        "gazelle",
        "girafe",
        "grenier",
        "hamac",
        "hirondelle",
        "jardin",
        "jasmin",
        "kiwi",
        "lagune",
        "lavande",
        "lilas",
        "loutre",
        "lucarne",
        "lune",
        "marmotte",
        "melon",
        "menthe",
        "mimosa",
        "moineau",
        "moulin",
        "mouton",
        "muguet",
        "nacre",
        "navet",
        "noisette",
        "nuage",
        "olive",
        "orage",
        "otarie",
        "palmier",
        "panier",
        "papillon",
        "perle",
        "pigeon",
        "pivoine",
        "platane",
        "plume",
        "poire",
        "pomme",
        "prairie",
        "prune",
        "radis",
        "raisin",
        "renard",
        "rivage",
        "ruban",
        "sable",
        "sapin",
        "saumon",
        "savane",
        "sirop",
        "soleil",
        "sorbet",
        "tapis",
        "tilleul",
        "tomate",
        "torrent",
        "tortue",
        "toucan",
        "tulipe",
        "vague",
        "vallon",
        "vanille",
        "verger",
        "violon",
        "voile",
        "wagon",
        "yaourt",
    ],
    "en": [
        "acorn",
        "almond",
        "amber",
        "anchor",
        "apple",
        "apricot",
        "badger",
        "bamboo",
        "banana",
        "barley",
        "basil",
        "beaver",
        "berry",
        "birch",
        "bramble",
        "breeze",
        "brook",
        "button",
        "cabin",
        "candle",
        "canoe",
        "carrot",
        "castle",
        "cedar",
        "cherry",
        "clover",
        "cobalt",
        "comet",
        "copper",
        "coral",
        "cotton",
        "cricket",
        "daisy",
        "dolphin",
        "dragon",
        "ember",
        "falcon",
        "feather",
        "fennel",
        "fern",
        "fiddle",
        "forest",
        "garden",
        "ginger",
        "gravel",
        "harbor",
        "hazel",
        "heron",
        "honey",
        "island",
        "ivory",
        "jasmine",
        "juniper",
        "kettle",
        "ladder",
        "lagoon",
        "lantern",
        "lemon",
        "lilac",
        "lizard",
        "lobster",
        "magnet",
        "maple",
        "marble",
        "meadow",
        "melon",
        "mint",
        "mitten",
        "moss",
        "mustard",
        "needle",
        "nettle",
        "nutmeg",
        "oasis",
        "olive",
        "orchard",
        "otter",
        "oyster",
        "paddle",
        "parsley",
        "pebble",
        "pepper",
        "pigeon",
        "pine",
        "planet",
        "plum",
        "pocket",
        "poppy",
        "puffin",
        "quartz",
        "rabbit",
        "radish",
        "raven",
        "ribbon",
        "river",
        "robin",
        "rocket",
        "saddle",
        "salmon",
        "sparrow",
        "spruce",
        "summit",
        "sunset",
        "thistle",
        "ticket",
        "timber",
        "tulip",
        "tunnel",
        "turtle",
        "velvet",
        "violet",
        "walnut",
        "willow",
        "window",
        "winter",
    ],
}


def make_code(language: str) -> str:
    """Return a new code: two short words and a number, such as ``noisette-citron 47``."""
    words = _WORDS[language if language in _WORDS else "fr"]
    return f"{secrets.choice(words)}-{secrets.choice(words)} {10 + secrets.randbelow(90)}"


def change_code(repository: Repository, code: str) -> None:
    """Have another code open the door, ``""`` none; every helper is out, and wrong tries are forgotten."""
    repository.update_workshop(replace(repository.find_workshop(), helper_code=code))
    repository.remove_helpers()


def is_helper(repository: Repository, visitor: str) -> bool:
    """Tell whether a browser was let in as a helper's."""
    return visitor in repository.list_helpers()


def let_in(store: Store, visitor: str, code: str, now: datetime) -> None:
    """Let a browser in as a helper's with the code of the day.

    A wrong try is noted in a transaction of its own, before it is refused; whoever made too many is not compared with
    the code at all. What is compared takes the same time whatever was typed, and whether there is a code or none.

    Raises
    ------
    InvalidEntry
        ``helper-code-wrong``, ``helper-code-slow`` after some tries in a minute, ``helper-code-spent`` after many by
        everybody together.

    """
    refusal = store.perform(None, lambda repository: _try(repository, visitor, code, now))
    if refusal is not None:
        raise refusal


def _try(repository: Repository, visitor: str, code: str, now: datetime) -> WorkshopError | None:
    if is_helper(repository, visitor):
        return None
    tries = repository.list_tries()
    if len(tries) >= TRIES_IN_ALL:
        return InvalidEntry("helper-code-spent")
    if _count_recent(tries, visitor, now) >= TRIES_A_MINUTE:
        return InvalidEntry("helper-code-slow")
    right = repository.find_workshop().helper_code
    wanted = _digest(right) if right else secrets.token_bytes(32)  # nobody is let in by an empty code
    if not hmac.compare_digest(_digest(code), wanted):
        repository.add_try(visitor, now)
        return InvalidEntry("helper-code-wrong")
    repository.add_helper(visitor, now)
    return None


def _count_recent(tries: Sequence[tuple[str, datetime]], visitor: str, now: datetime) -> int:
    return sum(one == visitor and now - at < _MINUTE for one, at in tries)


def _digest(code: str) -> bytes:
    """Return what two spellings of one code have in common: case, accents, hyphens and spaces tell nothing."""
    return sha256(" ".join(re.findall(r"\w+", fold_name(code))).encode()).digest()
