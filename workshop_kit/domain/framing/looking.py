"""Look at a sentence before it is judged: its days, places, measures and clauses, and what each of them weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.framing import english_clauses, french_clauses
from workshop_kit.domain.framing.addresses_said import find_addresses, find_numbered_names
from workshop_kit.domain.framing.asides import Around
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence, cover
from workshop_kit.domain.framing.days_said import find_days
from workshop_kit.domain.framing.deadlines import find_ages, find_rhythms
from workshop_kit.domain.framing.english_named_means import find_named_means, mark_what_for
from workshop_kit.domain.framing.english_short_states import find_short_state, is_participle
from workshop_kit.domain.framing.french_bare import find_bare
from workshop_kit.domain.framing.french_today import tells_today
from workshop_kit.domain.framing.joined_states import find_joined, part_joined
from workshop_kit.domain.framing.judging import weigh
from workshop_kit.domain.framing.measures import Sort, find_measures, find_money
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.results import find_result
from workshop_kit.domain.framing.states import find_states
from workshop_kit.domain.framing.territories import Where, find_territories
from workshop_kit.domain.framing.things import find_thing, names_service
from workshop_kit.domain.framing.weights import LEXICONS, PEOPLE, Evidence, Force, Weighed
from workshop_kit.domain.framing.words import Word, split_words

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
#: Of what is told without end, so many clauses and measures are weighed.
_CLAUSES_AT_MOST: Final = 32
_MEASURES_AT_MOST: Final = 24
#: What is said in passing.
_PARENTHESES: Final = re.compile(r"(?<=\w )\([^()]{3,60}\)(?= ?[\w,])")
_TOOLS: Final = frozenset(
    {"appli", "application", "plateforme", "plate-forme", "site", "carte", "cahier", "registre", "boite", "tableau"}
    | {"page", "groupe", "local", "atelier", "salle", "cafe", "jardin", "guichet", "point", "bourse", "placard"}
    | {"armoire", "panneau", "reunion", "soiree", "rencontre", "fete", "stand", "kiosque", "cabane", "etagere", "mur"}
)
#: What makes a state of what is told of a thing.
_FIRM: Final = frozenset({"plus", "aucun", "aucune", "personne", "moins", "zero", "jamais", "tous", "toutes"})
_WHICH: Final = frozenset({"where", "that", "which", "who", "qui", "où", "dont"})


#: What is for everybody at all times, or has two things said in its praise, names nothing to have.
_PRAISED: Final = re.compile(
    r"\W*an? [a-z]{3,}(?:er|y|t|d|e|ic|al|ous|ful|ive|ing)(?:, [a-z]+)+(?:,? and [a-z]+)? [a-z]+[.!]?$|"
    r"\W*(?:une?|an?) [a-z]{3,}(?: [a-z'-]+){0,2} (?:for (?:the (?:21st century|future|next generation|ages|"
    r"whole family)|"
    r"every age(?: of life)?|all ages|everyone|all|tomorrow|generations to come)|pour (?:tous(?: les ages(?: "
    r"de la vie)?)?|"
    r"toutes les generations|le (?:21e|xxie) siecle|l'avenir|demain))[.!]?$"
)


@dataclass(frozen=True)
class Seen:
    """What the words of a sentence say before it is weighed."""

    evidence: Evidence
    territories: Sequence[Where]
    ages: Sequence[type_of_span]
    names: Sequence[type_of_span]
    clauses: Sequence[Clause]
    verbs: Sequence[int]


def look(around: Around, language: str, whole: PlainText) -> Seen:
    """Look at a sentence; ``whole`` has its heading and introduction too."""
    text = around.core
    words = split_words(text, language)
    deadlines = find_days(around, language)
    ages, rhythms = find_ages(text, language), find_rhythms(text, language)
    addresses, names = find_addresses(text, language), find_numbered_names(text, language)
    measures = find_measures(text, language, [*ages, *rhythms, *addresses, *names, *deadlines])[:_MEASURES_AT_MOST]
    besides = [found.span() for found in _PARENTHESES.finditer(text.plain)]
    told = [(one.start, one.end) for one in measures if ":" in text.plain[one.start : one.end]]
    aside = cover(words, [*deadlines, *besides, *told])
    clauses, verbs = _CLAUSES[language].find_clauses(Sentence(words, aside, text.plain))
    if language == "en":
        clauses = mark_what_for(words, clauses)
    money = find_money(text, language)
    return Seen(
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


def weigh_all(text: PlainText, seen: Seen) -> tuple[Sequence[Weighed], Sequence[type_of_span], type_of_span | None]:
    """Return the clauses weighed, the states that no verb tells, and the means that is only named."""
    evidence = seen.evidence
    words, measures, deadlines = evidence.words, evidence.measures, evidence.deadlines
    praised = _PRAISED.match(text.plain) is not None
    if tells_today(seen.clauses, evidence):
        return [Weighed(one, Force.FACT, "past", (one.verb, one.verb + 1)) for one in seen.clauses], [], None
    weighed = weigh(seen.clauses, evidence)
    if evidence.language == "en" and _only_names(weighed) and not praised:
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
    if praised and not weighed:
        thing = None
    elif thing is None and not weighed and _is_set_somewhere(words, evidence.language, seen.territories):
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
    text: PlainText, seen: Seen, weighed: Sequence[Weighed], groups: Sequence[type_of_span]
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
