"""People who have something, or for whom something is done: a state, although no day and no number is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.weights import PEOPLE
from workshop_kit.domain.framing.words import Word

#: What stands before a thing of one's own.
_OWN_TO_HAVE: Final = frozenset(
    {"a", "an", "the", "someone", "somebody", "somewhere", "their", "access", "enough", "un", "une", "le", "la", "l'"}
    | {"acces", "quelqu'", "toutes", "tous", "leur", "chacun", "chacune", "each"}
)
#: Had by everybody, and nothing one could check.
_NOTHING_HAD: Final = frozenset(
    {"role", "part", "right", "place", "need", "problem", "chance", "droit", "besoin", "probleme", "difficulte"}
    | {"avenir", "talent", "idee", "envie", "say", "future", "duty", "impression", "sentiment", "potentiel", "mal"}
    | {"point", "mort", "choix", "monopole", "blues", "choice", "voice", "story", "impact", "peur", "chose"}
)
_SMALL: Final = frozenset({"toujours", "tous", "toutes", "bien", "all", "always", "each", "also", "still", "y"})
_PUT: Final = re.compile(r"(?:\w*(?:mis|pris)|ouvert|offert|couvert|fait|conduit|ecrit)(?:e?s?)")
_TAUGHT: Final = frozenset(
    {"taught", "fed", "met", "seen", "heard", "given", "sent", "told", "paid", "found", "kept"}
    | {"brought", "taken", "shown", "driven", "drawn", "built", "chosen", "shut", "held", "made", "led", "woken"}
)


def is_better_off(words: Sequence[Word], clause: Clause, head: frozenset[str]) -> bool:
    """Say whether people have something, or something is done for them: "newcomers are greeted by name"."""
    verb = clause.verb
    after = [word for word in words[verb + 1 : clause.end] if word.plain not in _SMALL]
    if not head & PEOPLE or len(after) < 3 or clause.form is not Form.STATEMENT:
        return False
    if clause.lemma in {"have", "avoir"}:
        had = after[0].plain in _OWN_TO_HAVE
        return had and not any(word.lemma in _NOTHING_HAD for word in after[1:3])
    first = after[0]
    done = first.plain.endswith("ed") or first.plain in _TAUGHT
    done = done or (first.lemma.endswith(("er", "ir", "re")) and first.lemma != first.plain)
    done = done or (clause.lemma == "etre" and _PUT.fullmatch(first.plain) is not None)
    return clause.lemma in {"be", "etre"} and done and after[1].plain not in {"et", "and", ",", "ou", "or"}
