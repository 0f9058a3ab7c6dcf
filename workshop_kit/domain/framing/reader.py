"""Read a sentence as a challenge: find its parts, weigh its clauses, say its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final

from workshop_kit.domain.framing import english_clauses, french_clauses
from workshop_kit.domain.framing.addresses_said import find_addresses, find_numbered_names
from workshop_kit.domain.framing.asides import Around, leave_aside
from workshop_kit.domain.framing.choosing import choose_day, choose_indicator, choose_people, find_action, find_kept
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence, cover
from workshop_kit.domain.framing.days_said import find_days
from workshop_kit.domain.framing.deadlines import find_ages, find_rhythms
from workshop_kit.domain.framing.english_apart import leads_with_end, names_two_ills
from workshop_kit.domain.framing.english_apart import part_in_two as part_in_english
from workshop_kit.domain.framing.english_named_means import find_named_means
from workshop_kit.domain.framing.english_short_states import find_short_state, is_participle
from workshop_kit.domain.framing.french_apart import give_verb, names_state, part_in_two, shares_verb, tells_reached
from workshop_kit.domain.framing.french_bare import find_bare
from workshop_kit.domain.framing.french_things import names_means
from workshop_kit.domain.framing.joined_states import find_joined, names_thing_beside, part_joined
from workshop_kit.domain.framing.judging import decide, weigh
from workshop_kit.domain.framing.measures import Measure, Sort, find_measures, find_money
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.populations import find_people
from workshop_kit.domain.framing.results import find_result
from workshop_kit.domain.framing.states import find_states
from workshop_kit.domain.framing.territories import Where, find_territories
from workshop_kit.domain.framing.things import adds_another, find_thing, names_service
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weights import LEXICONS, PEOPLE, Evidence, Force, Weighed
from workshop_kit.domain.framing.words import Word, split_words
from workshop_kit.domain.parts import PARTS, Part

type_of_span = tuple[int, int]
_CLAUSES: Final = {"fr": french_clauses, "en": english_clauses}
#: A place is to be more so, not a thing to stand in it: "a friendlier Quay Street".
_COMPARED: Final = frozenset(
    {
        "better",
        "safer",
        "greener",
        "fairer",
        "cleaner",
        "warmer",
        "stronger",
        "nicer",
        "kinder",
        "meilleur",
        "meilleure",
        "plus",
        "moins",
        "mieux",
    }
)
#: What something is called, and nothing to have: "a growing challenge for the district".
_SAID_OF: Final = frozenset(
    {"plan", "vision", "strategy", "agenda", "approach", "start", "look", "deal", "chance", "challenge", "problem"}
    | {"issue", "concern", "question", "crisis", "threat", "scandal", "priority", "need", "danger", "risk", "disaster"}
    | {"nightmare", "disgrace", "worry", "story", "history", "tale", "matter", "mess", "joke", "treasure", "burden"}
    | {"debate", "reason", "duty", "right", "dream", "spirit", "welcome", "way", "life", "voice", "eyesore", "gem"}
)
#: A longer text is no sentence, and is not parted; of the ways to part one so many are tried.
_PARTED_AT_MOST: Final = 360
_WAYS_AT_MOST: Final = 8
#: Of what is told without end, so many clauses are weighed.
_CLAUSES_AT_MOST: Final = 32
#: The end of a slogan: after a colon few words, and a year without any word for when.
_SIGNED: Final = re.compile(r":[^:;,.!?\d]{2,40}\b20\d\d\s*[!.]*\s*$")
#: So many signs are read again at most, whichever way they are parted.
_PARTED_SIGNS: Final = 1000
#: What is said in passing.
_PARENTHESES: Final = re.compile(r"(?<=\w )\([^()]{3,60}\)(?= ?[\w,])")
#: People and places that a word says to be some: as the page joins a name it cannot know, "— où : le Lac".
_LABELLED: Final = {
    Part.POPULATION: re.compile(r"[—–-] ?(?:pour qui|for whom) ?: ?([^—–.;!?]{1,80})"),
    Part.TERRITORY: re.compile(r"[—–-] ?(?:o[uù]|where) ?: ?([^—–.;!?]{1,80})"),
}


@dataclass(frozen=True)
class Found:
    """What was found in a sentence: its kind, its parts as stretches of the plain text, and what decided."""

    text: PlainText
    language: str
    words: Sequence[Word]
    kind: Kind
    parts: dict[Part, type_of_span]
    weighed: Sequence[Weighed]
    deciding: Sequence[Weighed]
    groups: Sequence[type_of_span]
    thing: type_of_span | None
    question: bool
    ages: Sequence[type_of_span]
    rhythms: Sequence[type_of_span]
    names: Sequence[type_of_span]
    measures: Sequence[Measure]


@dataclass(frozen=True)
class _Seen:
    """What the words of a sentence say before it is weighed."""

    evidence: Evidence
    territories: Sequence[Where]
    ages: Sequence[type_of_span]
    names: Sequence[type_of_span]
    clauses: Sequence[Clause]
    verbs: Sequence[int]


def read(text: PlainText, language: str) -> Found:
    """Find what a sentence of ``language`` says."""
    around, whole = leave_aside(text, language), text
    text = around.core
    seen = _look(around, language, whole)
    words, plain = seen.evidence.words, text.plain
    weighed, groups, thing = _weigh_all(text, seen)
    if language == "fr" and thing is None and not weighed and names_means(words, plain, announced=text != whole):
        thing, groups = (words[0].start, words[-1].end), []
    firm = bool(groups) or any(one.force is Force.END for one in weighed)
    others = len(groups) + (adds_another(words, language) if firm or language == "en" else 0)
    others += language == "en" and bool(groups) and not weighed and names_thing_beside(words, groups)
    kind, deciding = decide(weighed, others, thing is not None)
    if kind is Kind.CHALLENGE and _is_signed(text, seen, weighed):
        undated = replace(seen, evidence=replace(seen.evidence, deadlines=[]))
        less, fewer, named = _weigh_all(text, undated)
        bare = decide(less, len(fewer), named is not None)
        if bare[0] is not Kind.CHALLENGE:
            seen, weighed, groups, thing, (kind, deciding) = undated, less, fewer, named, bare
    apart = {"fr": _is_two, "en": _is_two_in_english}[language]
    if kind is not Kind.SEVERAL and not (language == "fr" and _is_one_means(weighed)) and apart(text, seen, kind):
        kind = Kind.SEVERAL
    return Found(
        whole,
        language,
        words,
        kind,
        _choose_parts(text, seen, weighed, deciding, (groups[0] if groups else None, thing), kind),
        weighed,
        deciding,
        groups,
        thing,
        "?" in plain or re.match(LEXICONS[language].QUESTION, plain) is not None,
        seen.ages,
        seen.evidence.rhythms,
        seen.names,
        seen.evidence.measures,
    )


def _is_signed(text: PlainText, seen: _Seen, weighed: Sequence[Weighed]) -> bool:
    """Say whether words without a subject are signed by a place and a bare year: "Warm homes for all: Wexham 2030!".

    So slogans are, and what they say is no end for the year alone.
    """
    signed = _SIGNED.search(text.plain)
    told = any(one.clause.form is Form.STATEMENT for one in weighed)
    return signed is not None and not told and any(signed.start() < one.start for one in seen.territories)


def _is_one_means(weighed: Sequence[Weighed]) -> bool:
    """Say whether a sentence is all means, of which the later ones complete the first."""
    return len(weighed) > 1 and all(one.force is Force.MEANS for one in weighed)


def _is_two(text: PlainText, seen: _Seen, whole: Kind) -> bool:
    """Say whether a French sentence, parted where something is added, is two ends, or an end and a means."""
    days = seen.evidence.deadlines
    if len(text.plain) > _PARTED_AT_MOST:
        return False
    if whole is Kind.CHALLENGE and shares_verb(text):
        return True
    for halves in islice(chain(give_verb(text, days), part_in_two(text, days)), _WAYS_AT_MOST):
        first = _read_french_half(halves[0])
        if first[0] is Kind.THEME and not names_state(halves[0]) and not tells_reached(halves[0]):
            continue
        read_halves = [first, _read_french_half(halves[1])]
        kinds = {kind for kind, _ in read_halves}
        if kinds == {Kind.CHALLENGE, Kind.THEME}:
            firm = read_halves[0][0] is Kind.CHALLENGE
            vague = halves[1] if firm else halves[0]
            told = any(told for _, told in read_halves)
            if (not told and names_state(vague)) or tells_reached(vague):
                return True
        if kinds <= {Kind.CHALLENGE, Kind.SOLUTION, Kind.SEVERAL} and kinds != {Kind.SOLUTION}:
            return True
    return False


def _read_french_half(half: PlainText) -> tuple[Kind, bool]:
    """Return what a half of a sentence is, read for itself, and whether a verb tells it."""
    weighed, groups, thing = _weigh_all(half, _look(Around(half, half), "fr", half))
    kind, deciding = decide(weighed, len(groups), thing is not None)
    return (kind if deciding or kind is Kind.CHALLENGE else Kind.THEME), bool(weighed)


def _is_two_in_english(text: PlainText, seen: _Seen, whole: Kind) -> bool:
    """Say whether an English sentence, parted where something is added, is two ends, or an end and a means."""
    days = seen.evidence.deadlines
    if len(text.plain) > _PARTED_AT_MOST or ("?" in text.plain and whole is not Kind.CHALLENGE):
        return False
    if names_two_ills(text.plain):
        return True
    ways = min(_WAYS_AT_MOST, _PARTED_SIGNS // max(len(text.plain), 1))
    for first, second, weak in islice(part_in_english(text, days), ways):
        read = [_read_half(first, weak=weak)]
        if leads_with_end(text.plain) and not weak and read[0].kind is Kind.THEME:
            read[0] = _Half(Kind.CHALLENGE, firm=True)
        if read[0].kind is Kind.THEME:
            continue
        read.append(_read_half(second, weak=weak))
        kinds = {one.kind for one in read}
        if (
            Kind.THEME in kinds
            or kinds == {Kind.SOLUTION}
            or not any(one.firm and not (weak and one.named) for one in read)
        ):
            continue
        shared = read[0].named and (read[1].told or read[1].named)
        if not (weak and (shared or (read[1].ordered and not read[0].ordered))):
            return True
    return False


@dataclass(frozen=True)
class _Half:
    """What a part of a sentence is, and how it says it: by itself, with a verb, as an order, or by a name alone."""

    kind: Kind
    firm: bool
    told: bool = False
    ordered: bool = False
    named: bool = False


def _read_half(half: PlainText, *, weak: bool) -> _Half:
    """Read a part of an English sentence for itself; ``weak``: only "and" joins it to the other one."""
    seen = _look(Around(half, half), "en", half)
    weighed, groups, thing = _weigh_all(half, seen)
    kind, deciding = decide(weighed, len(groups), thing is not None)
    evidence = seen.evidence
    state = find_short_state(evidence.words, evidence.measures, evidence.deadlines)
    told = any(one.force is Force.END for one in deciding)
    named = kind is Kind.SOLUTION and weak and not any(one.force is Force.MEANS for one in weighed)
    if (kind is Kind.THEME or named) and state is not None:
        return _Half(Kind.CHALLENGE, state[2])
    if named:
        kind = Kind.THEME
    ordered = bool(deciding) and deciding[0].clause.form is Form.ORDER
    return _Half(kind, kind is not Kind.SOLUTION, told, ordered, not told and state is None)


def _look(around: Around, language: str, whole: PlainText) -> _Seen:
    """Look at a sentence; ``whole`` has its heading and introduction too."""
    text = around.core
    words = split_words(text, language)
    deadlines = find_days(around, language)
    ages, rhythms = find_ages(text, language), find_rhythms(text, language)
    addresses, names = find_addresses(text, language), find_numbered_names(text, language)
    measures = find_measures(text, language, [*ages, *rhythms, *addresses, *names, *deadlines])
    besides = [found.span() for found in _PARENTHESES.finditer(text.plain)]
    told = [(one.start, one.end) for one in measures if ":" in text.plain[one.start : one.end]]
    aside = cover(words, [*deadlines, *besides, *told])
    clauses, verbs = _CLAUSES[language].find_clauses(Sentence(words, aside, text.plain))
    money = find_money(text, language)
    return _Seen(
        Evidence(words, text.plain, language, measures, deadlines, rhythms, addresses, money),
        _find_places(text, language, words, deadlines)
        or (_find_places(whole, language, None, deadlines) if text.plain != whole.plain else []),
        ages,
        [*addresses, *names],
        clauses[:_CLAUSES_AT_MOST],
        verbs,
    )


def _find_places(
    text: PlainText, language: str, words: Sequence[Word] | None, deadlines: Sequence[type_of_span]
) -> list[Where]:
    if words is None:
        words = split_words(text, language)
    return find_territories(text, language, words, deadlines)


def _weigh_all(text: PlainText, seen: _Seen) -> tuple[Sequence[Weighed], Sequence[type_of_span], type_of_span | None]:
    """Return the clauses weighed, the states that no verb tells, and the means that is only named."""
    evidence = seen.evidence
    words, measures, deadlines = evidence.words, evidence.measures, evidence.deadlines
    weighed = weigh(seen.clauses, evidence)
    if evidence.language == "en" and _only_names(weighed):
        named = find_named_means(words, measures, dated=bool(deadlines))
        if named is not None:
            return [one for one in weighed if one.clause.purpose], [], named
    result = find_result(words, dated=bool(deadlines), measured=bool(measures))
    if result is not None:
        weighed = [one for one in weighed if words[one.clause.subject].start > result[1]]
    groups = find_states(text, words, weighed, measures, deadlines, result)
    if evidence.language == "fr" and not weighed:
        bare = find_bare(text.plain, dated=bool(deadlines))
        groups = bare if len(bare) > len(groups) else groups
    if evidence.language == "en":
        groups = part_joined(text, groups)
        groups = sorted([*groups, *_find_joined(text, seen, weighed, groups)])
    if evidence.language == "en" and not groups and _tells_by_participle(words, weighed) and "?" not in text.plain:
        state = find_short_state(words, measures, deadlines)
        if state is not None and state[2] and not (weighed and deadlines):
            return weighed, [state[:2]], None
    thing = find_thing(
        words, evidence.language, evidence.money, plain=text.plain, verbless=_has_no_verb(weighed, evidence.language)
    )
    if thing is None and not weighed and _is_set_somewhere(words, evidence.language, seen.territories):
        thing = (words[0].start, seen.territories[0].start)
    if thing is None and not weighed and not measures and not deadlines and names_service(text.plain):
        thing = (words[0].start, words[-1].end)
    if thing is not None and _is_described(words, thing, weighed):
        weighed = [one for one in weighed if one.clause.purpose]
    told = next((one for one in weighed if one.clause.form is Form.STATEMENT and one.clause.subject == 0), None)
    if told is not None and told.force is Force.FACT and told.clause.lemma not in {"be", "etre"}:
        thing = None
    if any(one.force not in {Force.VAGUE, Force.FACT} and not one.clause.purpose for one in weighed):
        thing = None
    return weighed, groups, thing


def _tells_by_participle(words: Sequence[Word], weighed: Sequence[Weighed]) -> bool:
    """Say whether no verb but a participle tells anything: "potholes filled within a week"."""
    return all(one.force is Force.FACT and is_participle(words[one.clause.verb]) for one in weighed)


def _only_names(weighed: Sequence[Weighed]) -> bool:
    """Say whether no verb of another part of a sentence says an end or a means."""
    first = weighed[0] if weighed else None
    firm = first is not None and first.force in {Force.END, Force.MEANS} and first.clause.form is Form.ORDER
    return first is None or not firm or first.clause.lemma == "be"


def _has_no_verb(weighed: Sequence[Weighed], language: str) -> bool:
    """Say whether a sentence has no verb of its own; in French what a thing is for may have one: "… pour tondre"."""
    return not [one for one in weighed if language != "fr" or not one.clause.purpose]


def _find_joined(
    text: PlainText, seen: _Seen, weighed: Sequence[Weighed], groups: Sequence[type_of_span]
) -> list[type_of_span]:
    """Return what English says without a verb beside its clauses and its measured states."""
    words = seen.evidence.words
    firm = [one for one in weighed if one.force in {Force.END, Force.MEANS}]
    told = [(words[one.clause.subject].start, words[one.clause.end - 1].end) for one in firm]
    ends = bool(groups) or any(one.force is Force.END and not one.clause.purpose for one in weighed)
    if any(one.force is Force.FACT for one in weighed) or "?" in text.plain:
        return []
    bounds = [(one.start, one.end) for one in seen.evidence.measures if one.sort is Sort.THRESHOLD]
    return find_joined(text, [*told, *groups], seen.evidence.deadlines, ends=ends, bounds=bounds)


def _choose_parts(
    text: PlainText,
    seen: _Seen,
    weighed: Sequence[Weighed],
    deciding: Sequence[Weighed],
    named: tuple[type_of_span | None, type_of_span | None],
    kind: Kind,
) -> dict[Part, type_of_span]:
    """Return the stretch that says each part; ``named``: the first state without a verb, and the means only named."""
    evidence, territories = seen.evidence, seen.territories
    words, (group, thing) = evidence.words, named
    told = thing if kind is Kind.SOLUTION else group or thing
    places = cover(words, [*((one.start, one.end) for one in territories), *evidence.deadlines])
    verbs = sorted({*seen.verbs, *(clause.verb for clause in seen.clauses)})
    people = find_people(words, evidence.language, verbs, places, find_kept(words, seen.clauses))
    found: dict[Part, type_of_span | None] = {
        Part.ACTION: find_action(words, weighed, deciding, told, evidence.measures, territories, kind),
        Part.POPULATION: choose_people(people, words, evidence.measures, kind),
        Part.TERRITORY: (territories[0].start, territories[0].end) if territories else None,
        Part.DEADLINE: choose_day(evidence, weighed, kind, text),
        Part.INDICATOR: choose_indicator(evidence, weighed, deciding, kind, text),
    }
    return {part: span for part in PARTS if (span := _take_label(text, part, found[part])) is not None}


def _take_label(text: PlainText, part: Part, found: type_of_span | None) -> type_of_span | None:
    """Return what was found, or all that a label says it is where nothing was, or a part of that alone."""
    label = _LABELLED[part].search(text.plain) if part in _LABELLED else None
    if label is None or (found is not None and not label.start(1) <= found[0] <= found[1] <= label.end(1)):
        return found
    return label.span(1)


def _is_set_somewhere(words: Sequence[Word], language: str, territories: Sequence[Where]) -> bool:
    """Say whether one new thing is named with the spot it is for: "A weekly lunch club at the Methodist hall"."""
    if len(words) < 4 or words[0].plain not in {"a", "an", "un", "une"} or not territories:
        return False
    lexicon = LEXICONS[language]
    if words[1].plain.endswith("ier") or words[1].plain in _COMPARED:
        return False
    named = [word for word in words[1:] if word.end <= territories[0].start]
    if any(word.plain in {"plus", "moins"} for word in named):
        return False
    general = lexicon.ABSTRACT | PEOPLE | _SAID_OF
    return 0 < len(named) < 5 and not any(word.lemma in general or word.plain in ",:;" for word in named)


def _is_described(words: Sequence[Word], thing: type_of_span, weighed: Sequence[Weighed]) -> bool:
    """Say whether a verb only tells what a thing is for: "an app where you tell …", "il faut un city stade"."""
    first = next((one for one in weighed if not one.clause.purpose), None)
    if first is None:
        return False
    verb = words[first.clause.verb]
    asked = verb.lemma in {"falloir", "need"} and verb.start < thing[0]
    relative = next((w for w in words if thing[0] < w.start < verb.start and w.plain in _WHICH), None)
    described = relative is not None and not any(
        thing[0] < w.start < relative.start and w.plain in ",.;:" for w in words
    )
    if relative is not None and relative.plain == "où" and _is_tool(words, thing):
        told = [w for w in words if relative.start < w.start < verb.end + 40]
        if not any(w.plain in _FIRM or w.plain.isdigit() for w in told):
            return True
    return asked or (described and first.clause.subject <= words.index(relative) if relative else False)


def _is_tool(words: Sequence[Word], thing: type_of_span) -> bool:
    """Say whether a thing is one with which people do what it is told to be for: "une appli où l'on signale …"."""
    return any(word.lemma in _TOOLS for word in words if thing[0] <= word.start < thing[1])


_TOOLS: Final = frozenset(
    {"appli", "application", "plateforme", "plate-forme", "site", "carte", "cahier", "registre", "boite", "tableau"}
    | {"page", "groupe", "local", "atelier", "salle", "cafe", "jardin", "guichet", "point", "bourse", "placard"}
    | {"armoire", "panneau", "reunion", "soiree", "rencontre", "fete", "stand", "kiosque", "cabane", "etagere", "mur"}
)
#: What makes a state of what is told of a thing.
_FIRM: Final = frozenset({"plus", "aucun", "aucune", "personne", "moins", "zero", "jamais", "tous", "toutes"})


_WHICH: Final = frozenset({"where", "that", "which", "who", "qui", "où", "dont"})
