"""What a sentence is: its clauses weighed, each as an end, a means, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType
from typing import Final

from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.force_words import FORESEEN
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weigh_orders import weigh_order
from workshop_kit.domain.framing.weigh_statements import weigh_statement
from workshop_kit.domain.framing.weights import LEXICONS, Evidence, Force, Weighed


def weigh(clauses: Sequence[Clause], evidence: Evidence) -> list[Weighed]:
    """Weigh each clause of a sentence."""
    lexicon = LEXICONS[evidence.language]
    foreseen = FORESEEN.search(evidence.plain)
    if foreseen is not None and not _is_asked_of(foreseen[0], foreseen.start(), evidence):
        return [Weighed(one, Force.FACT, "foreseen", (one.verb, one.verb + 1)) for one in clauses]
    known = [replace(clause, lemma=_without_again(clause.lemma, lexicon)) for clause in clauses]
    weighed = [
        (weigh_order if clause.form is Form.ORDER else weigh_statement)(clause, number, clauses, evidence)
        for number, clause in enumerate(known)
    ]
    return [
        replace(one, force=Force.MEANS, why="means") if _completes(one, weighed[:number], evidence) else one
        for number, one in enumerate(weighed)
    ]


def _completes(one: Weighed, before: Sequence[Weighed], evidence: Evidence) -> bool:
    """Say whether an order only completes the means before it: "racheter le four, puis trouver un boulanger"."""
    if not before or before[-1].force is not Force.MEANS or one.force is not Force.END:
        return False
    clause, words = one.clause, evidence.words
    single = clause.verb + 1 < clause.end and words[clause.verb + 1].plain in {"un", "une"}
    bare = not (evidence.measures or evidence.deadlines or clause.purpose)
    return clause.form is Form.ORDER and single and bare and before[-1].clause.form is Form.ORDER


def _is_asked_of(said: str, start: int, evidence: Evidence) -> bool:
    """Say whether what "should" happen is asked of a body, not foreseen: "la mairie devrait taxer les bureaux"."""
    lexicon = LEXICONS[evidence.language]
    before = [word for word in evidence.words if start - 60 < word.start < start]
    return said.startswith("devrai") and any(word.lemma in lexicon.BODIES for word in before)


def _without_again(lemma: str, lexicon: ModuleType) -> str:
    """Return a verb without the prefix that says "again", where the verb without it is known: "racheter", "rebuild"."""
    lists = (lexicon.MEANS, lexicon.ENDS, lexicon.VAGUE, lexicon.SOFT)
    if any(lemma in known for known in lists):
        return lemma
    bare = (lemma[len(one) :] for one in ("re", "r") if lemma.startswith(one))
    return next((one for one in bare if any(one in known for known in lists)), lemma)


#: What people say or feel measures an end that was said before.
_OPINIONS: Final = frozenset(
    {
        "say",
        "feel",
        "report",
        "think",
        "rate",
        "declare",
        "answer",
        "dire",
        "declarer",
        "estimer",
        "juger",
        "sentir",
        "trouver",
    }
)


#: A purpose said first begins within so many words: "so that no pupil misses class, parents take turns".
_SOON: Final = 3


def decide(weighed: Sequence[Weighed], groups: int, thing: bool) -> tuple[Kind, tuple[Weighed, ...]]:
    """Return the kind of a sentence and the clauses that decide it.

    ``groups`` is the number of measured states that no verb tells; ``thing``: the sentence only names a means.
    """
    aims = [one for one in weighed if one.force is Force.END and not one.clause.means]
    purposes = [
        one
        for one in aims
        if one.clause.purpose and (one.clause.form is not Form.ORDER or one.why in {"quantity", "full"})
    ]
    own = [one for one in aims if not one.clause.purpose]
    first = [one for one in aims if one.clause.purpose and one.clause.form is Form.WISH]
    if own and first and first[0].clause.verb < own[0].clause.verb and first[0].clause.subject < _SOON:
        own = first[:1]
    own = [one for number, one in enumerate(own) if not number or not _is_opinion(one)]
    if (own and own[0].clause.form is Form.STATEMENT) or any(one.clause.form is Form.STATEMENT for one in own):
        also = [
            one
            for one in weighed
            if one.why == "fact" and one.force is Force.FACT and one.clause.form is Form.STATEMENT
        ]
        own = sorted([*own, *also], key=lambda one: one.clause.verb)
    means = [one for one in weighed if one.force is Force.MEANS and not one.clause.purpose]
    if len(own) + groups > 1 and (groups or _apart(own)):
        return Kind.SEVERAL, tuple(own)
    if (own or groups) and means and not purposes:
        return Kind.SEVERAL, (*own[:1], means[0])
    if own or purposes or groups:
        return Kind.CHALLENGE, tuple(own[:1] or purposes[:1])
    if means or thing:
        return Kind.SOLUTION, tuple(means[:1])
    return Kind.THEME, tuple(weighed[:1])


def _is_opinion(one: Weighed) -> bool:
    """Say whether a clause tells what people say or feel: what they are to find is no opinion."""
    own = one.clause.form is Form.WISH or (one.clause.form is Form.ORDER and one.clause.start == one.clause.verb)
    wished = own and one.clause.lemma == "trouver"
    return one.clause.lemma in _OPINIONS and not wished


def _apart(own: Sequence[Weighed]) -> bool:
    """Say whether ends could be voted on apart: each has words of its own."""
    return all(one.clause.end - one.clause.verb > 1 for one in own) or any(
        one.clause.subject < one.clause.start for one in own[1:]
    )
