"""Which words of a sentence say each part, once its kind is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.populations import People
from workshop_kit.domain.framing.territories import Where
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weights import LEXICONS, Evidence, Force, Weighed
from workshop_kit.domain.framing.words import Word

type_of_span = tuple[int, int]
#: Verbs whose object is itself kept, opened or counted.
_KEEPING: Final = frozenset(
    {
        "garder",
        "maintenir",
        "conserver",
        "sauver",
        "rouvrir",
        "ouvrir",
        "supprimer",
        "fermer",
        "defendre",
        "preserver",
        "keep",
        "maintain",
        "save",
        "reopen",
        "open",
        "close",
        "preserve",
        "protect",
        "retain",
        "end",
    }
)
#: Means that people get: who gets them is whom it is for.
_GIVING: Final = frozenset(
    {
        "former",
        "donner",
        "offrir",
        "equiper",
        "verser",
        "attribuer",
        "accorder",
        "octroyer",
        "informer",
        "preter",
        "proposer",
        "fournir",
        "distribuer",
        "doter",
        "give",
        "train",
        "teach",
        "pay",
        "grant",
        "award",
        "donate",
        "lend",
        "inform",
        "offer",
        "supply",
        "equip",
        "issue",
        "send",
        "hand",
        "help",
        "support",
        "serve",
        "house",
    }
)
#: What a thing or people are or do, after the place they are in: "les foyers du Haut-Brenon dotés d'une connexion".
_PREDICATE: Final = re.compile(
    r"\w{2,}(?:ing|ed|able|ees?|es|is?|us?|ts)$|a$|en$|able$|without$|sans$|à$|with$|avec$|in$"
)
#: When something is held rather than due, where another day is named: "nae plastic at the gala by 2027".
_HELD_AT: Final = re.compile(r"(?:at|à|au|aux|lors) (?!.*20\d\d)")
_SLOGAN_YEAR: Final = re.compile(r"^\W*20\d\d\W*$")
#: How long it took: "en vingt ans".
_SPAN: Final = re.compile(r"(?:en|in|over|within) (?!20\d\d)(?:the )?[\w-]+ (?:ans|annees|mois|years|months)")
#: In a complaint nobody is meant: "nobody listens".
_NOBODY: Final = frozenset({"personne", "nobody", "no-one", "noone", "everybody's"})


def find_action(
    words: Sequence[Word],
    weighed: Sequence[Weighed],
    deciding: Sequence[Weighed],
    group: type_of_span | None,
    measures: Sequence[Measure],
    territories: Sequence[Where],
    kind: Kind,
) -> type_of_span | None:
    """Return the words of the action: those of the clause that decides, or of a state without a verb."""
    if kind is Kind.THEME:
        return None
    if not deciding:
        return _cut(group, words, territories, group[0]) if group else None
    clause = deciding[0].clause
    start, end = words[clause.start].start, words[clause.end - 1].end
    if clause.end - clause.verb == 1 and clause.form is Form.ORDER:
        same = [
            one.clause
            for one in weighed
            if one.clause.form is Form.ORDER and one.clause.verb > clause.verb and not one.clause.purpose
        ]
        end = words[same[-1].end - 1].end if same else end
    for one in measures:
        if one.sort is Sort.ZERO and words[clause.subject].start <= one.start < start:
            start = min(start, one.start)
        if one.sort is Sort.SAID and words[clause.verb].end < one.start < end:
            end = one.start
    return _cut((start, end), words, territories, words[clause.verb].end)


#: Words that only join an action to what follows.
_JOINERS: Final = frozenset(
    [
        "et",
        "and",
        "or",
        "ou",
        ",",
        "-",
        "à",
        "de",
        "in",
        "the",
        "to",
        "of",
        "au",
        "le",
        "la",
        "les",
        "puis",
        "mais",
        "but",
        "then",
        "for",
        "pour",
        "en",
        "dans",
        "d'",
        "l'",
        "partout",
        "afin",
    ]
)


def _cut(span: type_of_span, words: Sequence[Word], territories: Sequence[Where], verb: int) -> type_of_span:
    """Cut an action where a place begins, and leave out the words that only joined it."""
    start, end = span
    for where in territories:
        if verb < where.start < end:
            told = [word for word in words if where.end < word.start and word.end <= end and word.is_word]
            if start == verb and len(told) > 1 and _PREDICATE.match(told[0].plain):
                start = verb = told[0].start
                continue
            end = where.start
    inside = [word for word in words if start <= word.start and word.end <= end]
    while len(inside) > 1 and inside[-1].plain in _JOINERS:
        inside.pop()
    return (start, inside[-1].end) if inside else span


def _choose_measure(
    measures: Sequence[Measure], money: Sequence[type_of_span], kind: Kind, text: PlainText
) -> type_of_span | None:
    order = [Sort.SAID, Sort.CHANGE, Sort.SHARE, Sort.ZERO, Sort.COUNT, Sort.THRESHOLD, Sort.WITHOUT]
    if kind is Kind.THEME:
        order = [Sort.SAID]
    if kind is Kind.SOLUTION:
        order = [Sort.SAID, Sort.CHANGE, Sort.SHARE]
    ranked = sorted(
        (one for one in measures if one.sort in order),
        key=lambda one: (_is_besides(text.plain, one), order.index(one.sort), one.start),
    )
    for one in ranked:
        spent = any(one.start < end and start < one.end for start, end in money)
        if not spent or one.sort in {Sort.SAID, Sort.CHANGE, Sort.THRESHOLD}:
            return one.start, one.end
    return None


#: What a relative clause tells, what there is already, and what is done without: beside the aim.
_BESIDES: Final = re.compile(
    r"(?:\b(?:qui|dont|où|where|which|whose|who|against|contre|compared (?:to|with)|down from|au lieu de|instead "
    r"of)\b[^.;,]{0,45})$"
)
_GIVEN: Final = re.compile(r"(?:les|ces|nos|the|our|these|its) (?!\d+ ?%)|(?:without|sans) (?:any|aucun)")


def _is_besides(plain: str, measure: Measure) -> bool:
    """Say whether a measure stands beside the aim: "où l'on compte 41 % de locataires", "sur les 212 fermes"."""
    if measure.sort in {Sort.SAID, Sort.ZERO} and not plain.startswith(("without", "sans"), measure.start):
        return False
    given = measure.sort in {Sort.COUNT, Sort.ZERO} and (
        _GIVEN.match(plain[measure.start : measure.end]) is not None
        or re.search(r"\b(?:les|ces|nos|the|our|these) $", plain[: measure.start]) is not None
    )
    of = measure.sort is Sort.COUNT and re.search(r"\b(?:de|of) $", plain[: measure.start]) is not None
    return given or of or _BESIDES.search(plain[: measure.start]) is not None


def _choose_deadline(text: PlainText, deadlines: Sequence[type_of_span], kind: Kind) -> type_of_span | None:
    for start, end in sorted(deadlines, key=lambda span: _HELD_AT.match(text.plain[slice(*span)]) is not None):
        if kind is Kind.THEME and _SLOGAN_YEAR.match(text.plain[start:end]):
            continue
        return start, end
    return None


def find_kept(words: Sequence[Word], clauses: Sequence[Clause]) -> frozenset[int]:
    """Return the places of what a verb keeps, opens, buys or hires: it is not whom it is for."""
    kept: set[int] = set()
    for clause in clauses:
        lexicon_means = (
            any(clause.lemma in lexicon.MEANS for lexicon in LEXICONS.values()) and clause.lemma not in _GIVING
        )
        if clause.form is not Form.ORDER or not (lexicon_means or clause.lemma in _KEEPING):
            continue
        place = clause.verb + 1
        while place < min(len(words), clause.end + 1) and words[place].plain not in {
            "pour",
            "aux",
            "à",
            "for",
            "to",
            "with",
            "by",
            "dans",
            "in",
            "at",
            ",",
            "avec",
        }:
            kept.add(place)
            place += 1
    return frozenset(kept)


def choose_people(
    people: Sequence[People], words: Sequence[Word], measures: Sequence[Measure], kind: Kind
) -> type_of_span | None:
    """Return whom a sentence is for: not who counts, and not nobody in a complaint."""
    said = [one for one in measures if one.sort is Sort.SAID]
    for one in people:
        first = words[one.start]
        before = words[one.start - 1].plain if one.start else ""
        nobody = kind is Kind.THEME and (first.plain in _NOBODY or first.plain == "no")
        if any(span.start <= first.start < span.end for span in said):
            continue
        if nobody and before not in {"une", "la", "chaque", "toute", "cette", "par"}:
            continue
        return first.start, words[one.end - 1].end
    return None


def choose_indicator(
    evidence: Evidence, weighed: Sequence[Weighed], deciding: Sequence[Weighed], kind: Kind, text: PlainText
) -> type_of_span | None:
    """Return what would be counted: not what a means counts, nor what is only done without."""
    words = evidence.words
    bought = [
        (words[one.clause.verb].start, words[one.clause.end - 1].end) for one in weighed if one.force is Force.MEANS
    ]
    lasting = not deciding and not any(one.sort is Sort.OVER for one in evidence.measures)
    ordered = bool(deciding) and deciding[0].clause.form is Form.ORDER
    counted = [
        one
        for one in evidence.measures
        if (one.sort is not Sort.COUNT or not any(start <= one.start < end for start, end in bought))
        and (one.sort is not Sort.WITHOUT or lasting or ordered)
        and not (kind is Kind.SOLUTION and _SIZE_OF_MEANS.search(text.plain[one.start : one.end]))
        and not (one.sort is Sort.COUNT and _is_there(text.plain, one, deciding))
    ]
    return _choose_measure(counted, evidence.money, kind, text)


#: A share of what is spent, or one thing for so many people: how large a means is.
_SIZE_OF_MEANS: Final = re.compile(
    r"^une? [\w-]+ pour |\b(?:budgets?|investissements?|recettes|depenses|impots?|credits?|fonds|subventions?)$"
)
_MINE: Final = re.compile(r"\bavec (?:mes|tes) $")
_DEFINITE: Final = re.compile(r"(?:les|nos|ces) (?!\d+ ?%|[\w-]+ (?:derni|seul|uniqu))")
_KEPT: Final = frozenset({"garder", "maintenir", "conserver", "sauver", "preserver", "sauvegarder"})


def _is_there(plain: str, count: Measure, deciding: Sequence[Weighed]) -> bool:
    """Say whether so many are there already, to be kept or as one's own: "garder les trois boulangeries"."""
    kept = bool(deciding) and deciding[0].clause.lemma in _KEPT
    return _MINE.search(plain[: count.start]) is not None or (
        kept and _DEFINITE.match(plain[count.start : count.end]) is not None
    )


def choose_day(evidence: Evidence, weighed: Sequence[Weighed], kind: Kind, text: PlainText) -> type_of_span | None:
    """Return by when: no day of what is only foreseen, nor how long something took."""
    theme = kind is Kind.THEME
    if theme and any(one.why == "foreseen" for one in weighed):
        return None
    over = theme and any(one.why == "past" for one in weighed)
    days = [span for span in evidence.deadlines if not (over and _SPAN.match(text.plain[slice(*span)]))]
    return _choose_deadline(text, days, kind)
