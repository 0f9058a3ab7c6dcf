"""An order weighed: what it brings about is an end, a means, or nothing one could check."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from workshop_kit.domain.framing import english_fields, french_fields
from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.force_words import (
    CHECKABLE,
    CLOSABLE,
    DEFINITE,
    GRANTS,
    GUARDING,
    LIVING,
    REGULATED,
    REGULATING,
    WORKS,
)
from workshop_kit.domain.framing.measures import Sort
from workshop_kit.domain.framing.orders import ARTICLES as _ARTICLES
from workshop_kit.domain.framing.orders import Order as _Order
from workshop_kit.domain.framing.weigh_claims import weigh_called_for
from workshop_kit.domain.framing.weigh_english_orders import (
    weigh_moved,
    weigh_standard,
    weigh_to_be,
    weigh_used,
    weigh_works,
)
from workshop_kit.domain.framing.weights import LEXICONS, PEOPLE, Evidence, Force, Weighed, blank
from workshop_kit.domain.framing.words import list_plain

#: What is to be done better is not said to be done: "communicate more effectively".
_BETTER: Final = re.compile(r"\b(?:more \w+ly|better|mieux|davantage)$")
#: What only says how much it matters: "loger nos jeunes, une priorité".
_PRIORITY: Final = re.compile(
    r"(?:,| :| [-–—]|,? c'est) (?:une? |notre |la |le |l'|a |our |the )(?:vraie? |grande? |real )?"
    r"(?:priorite|urgence|necessite|evidence|defi|enjeu|devoir|droit|affaire de tou(?:s|te)s?|question de dignite|"
    r"priority|must|duty|right|challenge)"
    r"(?: (?:de|pour|of|for) (?:tous|toutes|all|everyone))?\W*$"
)
#: A question that doubts what is done today: "faut-il encore arroser le stade ?".
_DOUBT: Final = re.compile(r"\W*(?:faut-il|doit-on|peut-on|devons-nous) (?:encore|toujours|vraiment|continuer)\b")
#: A question for which there are many answers.
_WHICH: Final = re.compile(r"\W*(?:quel(?:le)?s?|what|which)\b(?! (?:if|about|would it take))")
_FIRM: Final = (Sort.SAID, Sort.CHANGE, Sort.SHARE, Sort.THRESHOLD, Sort.ZERO)
_LOSSES: Final = french_fields.LOSSES | english_fields.LOSSES
_PREVENTING: Final = list_plain("éviter empêcher prévenir stopper arrêter bloquer prevent avoid stop avert halt")


def weigh_order(clause: Clause, number: int, clauses: Sequence[Clause], evidence: Evidence) -> Weighed:
    """Weigh an order: the first rule that knows its verb decides."""
    order = _Order(clause, number, clauses, evidence, LEXICONS[evidence.language])
    verb = (clause.verb, clause.verb + 1)
    for rule in _RULES:
        if (known := rule(order)) is not None:
            return Weighed(clause, known[0], known[1], verb)
    return Weighed(clause, Force.VAGUE, "vague", verb)


_Known = tuple[Force, str] | None
_VAGUE: Final = (Force.VAGUE, "vague")
_MEANS: Final = (Force.MEANS, "means")
_STATE: Final = (Force.END, "state")


def _weigh_bare(order: _Order) -> _Known:
    """A verb alone, without a day or a measure, says nothing one could check."""
    clause, evidence = order.clause, order.evidence
    others = any(one.form is Form.ORDER and one.end - one.verb > 1 for one in order.clauses[order.number :])
    alone = clause.end - clause.verb == 1 and not others
    return _VAGUE if alone and not evidence.measures and not evidence.deadlines else None


_COMPULSORY: Final = frozenset({"obligatoire", "payant", "payante", "compulsory", "mandatory", "illegal"})


def _weigh_better(order: _Order) -> _Known:
    firm = order.evidence.measures or order.evidence.deadlines
    before = order.evidence.words[order.clause.verb - 1].plain if order.clause.verb else ""
    well = before in {"bien", "mieux", "davantage"} or (before == "vivre" and "bien" in order.told)
    measure = order.measured(_FIRM)
    aged = measure is not None and order.evidence.plain.endswith(" ans", 0, measure.end)
    if well and (measure is None or aged):
        return _VAGUE
    if _DOUBT.match(order.evidence.plain):
        return _VAGUE
    slogan = _PRIORITY.search(order.evidence.plain) and not firm
    return _VAGUE if slogan or (_BETTER.search(order.told) and not order.evidence.measures) else None


def _weigh_no_more(order: _Order) -> _Known:
    """What shall no longer be done is an end: "ne plus enfouir un seul kilo", "plant no more conifers"."""
    words, verb = order.evidence.words, order.clause.verb
    before = [word.plain for word in words[max(0, verb - 3) : verb]]
    behind = words[verb + 1].plain if verb + 1 < len(words) else ""
    denied = bool({"plus", "pas", "jamais"} & {*before, behind})
    never = (bool({"ne", "n'"} & set(before)) and denied) or bool({"never", "don't"} & set(before))
    firm = bool(order.evidence.deadlines or order.evidence.measures) or order.every or _NOT_ONE.search(order.told)
    if order.clause.lemma in _LOSING and _NONE_OF_IT.match(order.told):
        return _STATE
    why = re.match(r"\W*(?:pourquoi|why)\b", order.evidence.plain) is not None
    return _STATE if never and firm and not why else None


_LOSING: Final = list_plain("lose waste leave have spill miss evict cut see allow perdre laisser gaspiller rater")
_NONE_OF_IT: Final = re.compile(r"^ ?(?:not (?:an?|one)\b|no (?!one's)\w|nobody\b|none\b|zero\b|aucune?\b|zero\b)")
_NOT_ONE: Final = re.compile(r"^ ?(?:plus )?(?:une? seule?|aucune?|le moindre|la moindre|rien|personne|a single|any) ")


def _weigh_living(order: _Order) -> _Known:
    """What people do each day is a state where they do it without: "aller au marché sans voiture"."""
    rest = re.split("[.;:!?]", order.evidence.plain[order.evidence.words[order.clause.verb].end :], maxsplit=1)[0]
    without = re.search(r"\b(?:sans|without) (?!limite|peur|fin\b|fear|limits)", rest)
    word = order.evidence.words[order.clause.subject].plain
    again = word in {"get", "obtenir", "have", "see", "voir"} and re.search(
        r"\b(?:again|(?:de|à) nouveau)\b", order.told
    )
    managed = order.clause.lemma in _MANAGING and without and bool(order.evidence.deadlines)
    return _STATE if (order.clause.lemma in LIVING and without) or again or managed else None


#: What is managed each year, and by a day without what it takes now: "run the festival without borrowing in 2027".
_MANAGING: Final = frozenset({"run", "balance", "boucler", "tenir"})
#: What one may wish back, and nobody could check.
_FELT: Final = list_plain(
    "pride trust confidence faith glory spirit joy magic respect hope economy nature dignity order peace calm civility "
    "reputation fun life soul heart charm character beauty link bond tradition"
)


def _weigh_guarding(order: _Order) -> _Known:
    """Who protects a definite thing that might close keeps it: "préserver les deux classes"."""
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    words = words[1:] if words and words[0].plain == "back" else words
    definite = bool(words) and words[0].plain in {"le", "la", "l'", "les", "nos", "notre", "the", "our", "both", "all"}
    things = any(word.lemma in CLOSABLE for word in words[1:4])
    lost = order.clause.lemma == "restore" and order.evidence.language == "en" and not order.asked
    if lost and definite and len(words) > 1 and not any(w.lemma in order.lexicon.ABSTRACT | _FELT for w in words[1:5]):
        return _STATE
    guarded = order.clause.lemma in GUARDING | {"restore", "reinstate"}
    return _STATE if guarded and definite and things and not order.asked else None


def _weigh_rule(order: _Order) -> _Known:
    """A rule is a means: "interdire les camions", "limiter la vitesse", "rendre le compost obligatoire"."""
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    compulsory = any(word.plain.rstrip("s") in _COMPULSORY for word in words[:9])
    made = order.clause.lemma in {"rendre", "render", "make", "improve", "mettre"} or order.clause.lemma in REGULATING
    ruled = order.clause.lemma in {"interdire", "prohibit", "forbid"} or (
        order.clause.lemma in REGULATING and any(word.lemma in REGULATED for word in words[:8])
    )
    limits = order.evidence.language == "en" and re.search(r"\bspeed limits?\b", order.told) is not None
    if limits and order.clause.lemma in {"lower", "raise", "cut", "reduce", "bring", "drop", "change"}:
        return _MEANS
    firm = order.measured((Sort.SHARE, Sort.SAID, Sort.CHANGE))
    return _MEANS if (ruled or (made and compulsory)) and not firm else None


def _weigh_works(order: _Order) -> _Known:
    """Who widens or raises what stands on the ground has works done: "élargir le fossé derrière le stade"."""
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    definite = bool(words) and words[0].plain in {"le", "la", "l'", "les", "the"}
    ground = definite and any(word.lemma in _GROUND for word in words[1:3])
    unmeasured = not order.measured(_FIRM) and not order.asked
    return _MEANS if order.clause.lemma in _WORKING and ground and unmeasured else None


_WORKING: Final = list_plain(
    "élargir étendre rehausser relever abaisser redresser entretenir widen extend raise straighten"
)
_GROUND: Final = list_plain(
    "fossé trottoir route chaussée digue pont berge quai parking cour chemin rue piste carrefour virage talus jetée "
    "ditch pavement sidewalk road bridge dyke quay path street bend kerb culvert"
)


def _weigh_linked(order: _Order) -> _Known:
    """The whole of it is linked: "connect the whole of the island to full fibre"."""
    whole = re.match(r" ?(?:the (?:whole|entire)|every|each|all|chaque|tout|tous|toutes|l'ensemble)\b", order.told)
    return _STATE if order.clause.lemma in {"connect", "link", "relier", "connecter"} and whole else None


def _weigh_preventing(order: _Order) -> _Known:
    """Who prevents a loss keeps what would be lost: "éviter la fermeture de l'école"."""
    if order.clause.lemma not in _PREVENTING:
        return None
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    first = [word.lemma for word in words[:5]]
    definite = bool(
        {"le", "la", "l'", "toute", "tout", "the", "any", "every", "our", "further"} & {w.plain for w in words}
    )
    firm = bool(order.evidence.deadlines or order.evidence.measures) or order.every
    if (definite and _LOSSES & set(first)) or firm:
        return _STATE
    return None if order.clause.lemma in order.lexicon.ENDS | order.lexicon.SOFT else _VAGUE


def _weigh_housed(order: _Order) -> _Known:
    """Each person is put or brought where they are better off: a state."""
    told = order.told.strip()
    whom = re.match(r"(?:every|each|all|chaque|tous les|toutes les|the last|the \d+)\b", told) is not None
    people = any(word.lemma in PEOPLE for word in order.evidence.words[order.clause.verb + 1 : order.clause.verb + 6])
    return _STATE if order.clause.lemma in {"put", "mettre", "bring", "get", "install"} and whom and people else None


def _weigh_had(order: _Order) -> _Known:
    """To get or have a thing is a means: "could we get a zebra crossing"."""
    if order.clause.lemma not in {"have", "get", "avoir", "obtenir"} or order.every or order.evidence.measures:
        return None
    return _MEANS if order.is_one_thing() else None


def _weigh_means(order: _Order) -> _Known:
    """What is made, bought, set up or taught is a means, unless it cannot be made: "construire l'avenir"."""
    lemma, lexicon = order.clause.lemma, order.lexicon
    if lemma in lexicon.MEANS - {"twin", "rename", "demolish", "map"} and _is_abstract(order):
        return _VAGUE
    if lemma in lexicon.MEANS and _WHICH.match(order.evidence.plain):
        return _VAGUE
    if lemma in {"double", "triple", "quadruple", "doubler", "tripler"} and (
        _spends(order)
        or re.match(r" (?:the |all |our )?(?:[\w-]+ ){0,2}?(?:tax|fine|levy|toll|surcharge)\w* ", order.told)
    ):
        return _MEANS
    changed = lemma == "passer" and not order.measured(list(Sort))
    grown = lemma in lexicon.VAGUE | {"doubler", "tripler", "double", "triple"}
    if lemma in WORKS or (grown and _spends(order)):
        every = re.search(lexicon.EVERY, order.told) is not None
        changed = not (order.measured((Sort.SHARE, Sort.SAID)) or every)
    return _MEANS if lemma in lexicon.MEANS or lemma == "mettre en place" or changed else None


def _weigh_by_means(order: _Order) -> _Known:
    """A thing by which it is done, or into which something is made, or money given: a means."""
    lemma, lexicon, evidence = order.clause.lemma, order.lexicon, order.evidence
    if order.every or order.measured(_FIRM) or lemma in lexicon.MEANS:
        return None
    words = evidence.words[order.clause.verb + 1 : order.clause.end]
    for place, word in enumerate(words[:-1]):
        into = word.plain in {"en", "into", "as"} and words[place + 1].lemma in lexicon.MEANS_THINGS | {
            "cafe",
            "logement",
            "lieu",
        }
        by = word.plain in {"par", "avec", "with", "by", "via"} and words[place + 1].plain in _ARTICLES
        things = any(one.lemma in lexicon.MEANS_THINGS for one in words[place + 2 : place + 4])
        if into or (by and things):
            return _MEANS
    first = words[0].start if words else -1
    paid = any(start <= first < end for start, end in evidence.money)
    return (
        _MEANS if paid and lemma not in lexicon.ENDS | (lexicon.VAGUE - {"mobiliser", "mobilise", "mobilize"}) else None
    )


def _weigh_intention(order: _Order) -> _Known:
    """An intention has an end by a quantity of the state it is for."""
    if order.clause.lemma not in order.lexicon.VAGUE:
        return None
    regular = (
        order.evidence.language == "fr" and order.told.strip().startswith(("un ", "une ")) and order.evidence.rhythms
    )
    if (order.is_one_thing() or regular) and not order.asked and not order.measured(_FIRM):
        return _MEANS
    measured = order.measured((*_FIRM, Sort.COUNT))
    if measured and measured.sort is Sort.COUNT and order.is_given(measured):
        measured = None
    return (Force.END, "quantity") if measured else _VAGUE


def _weigh_soft(order: _Order) -> _Known:
    """Some verbs reach a state only with a figure, for each one, or on a day."""
    lemma, evidence = order.clause.lemma, order.evidence
    if lemma not in order.lexicon.SOFT:
        return None
    whole = {word.lemma for word in evidence.words[order.clause.verb + 1 : order.clause.verb + 4]}
    if lemma == "atteindre" and whole & (french_fields.RESULTS - french_fields.QUANTIFIED):
        return _STATE
    rendered = bool(evidence.deadlines) or CHECKABLE.search(evidence.plain) is not None
    firm = bool(evidence.measures) or order.every or (rendered and lemma in order.lexicon.RENDERING)
    return _STATE if firm else _VAGUE


#: So that one may wish it, and nobody could check it.
_ALIVE: Final = re.compile(
    r"\b(?:alive|vibrant|thriving|special|strong|going|attractive|lively|healthy|relevant|happy|safe|clean|green|"
    r"beautiful|"
    r"together|afloat|buzzing|vital)$"
)


def _weigh_question(order: _Order) -> _Known:
    firm = order.every or order.evidence.measures or order.evidence.deadlines
    asked = order.asked or "?" in order.evidence.plain
    if asked and not firm and order.clause.lemma in {"keep", "garder", "retenir", "retain"}:
        words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
        if any(word.lemma in PEOPLE for word in words):
            return _VAGUE
    if order.clause.lemma == "keep" and re.match(r" (?:it|things|them|this|that) [\w-]+$", order.told) and not firm:
        return _VAGUE
    if asked and not firm and order.clause.lemma in {"keep", "save", "make", "maintain"} and _ALIVE.search(order.told):
        return _VAGUE
    return _VAGUE if asked and order.clause.lemma not in order.lexicon.ENDS and not firm else None


def _weigh_thing(order: _Order) -> _Known:
    """A verb in no list that acts on a thing, or at an address, is a means."""
    words, clause = order.evidence.words, order.clause
    placed = any(
        start < words[clause.end - 1].end and words[clause.verb].end <= start + 8
        for start, _ in order.evidence.addresses
    )
    first = words[clause.verb + 1] if clause.verb + 1 < clause.end else None
    vague = first is None or any(w.lemma in order.lexicon.ABSTRACT for w in words[clause.verb + 2 : clause.verb + 5])
    one = first is not None and first.plain in {"un", "une", "des", "a", "an"} and not vague and not order.every
    unmeasured = not order.measured(_FIRM)
    known = clause.lemma in order.lexicon.ENDS | {"pouvoir", "savoir", "devoir"}
    return _MEANS if (order.is_one_thing() or placed or (one and unmeasured)) and not known else None


def _weigh_rest(order: _Order) -> _Known:
    """A verb is an end by what it means, by a day, by a measure, or because it is for each one or the last one."""
    clause, evidence, lexicon = order.clause, order.evidence, order.lexicon
    said = blank(evidence.plain, evidence.rhythms)[evidence.words[clause.verb].end : evidence.words[clause.end - 1].end]
    every = re.search(lexicon.EVERY, said) is not None
    if clause.purpose and (every or order.measured(list(Sort))):
        return Force.END, "full"
    if clause.lemma in lexicon.ENDS or evidence.deadlines or evidence.measures:
        return _STATE
    last = re.search(DEFINITE[evidence.language], said) is not None and order.number == 0
    return _STATE if every or (last and not order.is_one_thing()) else None


_RULES: Final[tuple[Callable[[_Order], _Known], ...]] = (
    _weigh_bare,
    weigh_to_be,
    weigh_used,
    weigh_moved,
    weigh_standard,
    weigh_works,
    _weigh_better,
    _weigh_no_more,
    _weigh_living,
    _weigh_guarding,
    _weigh_linked,
    _weigh_works,
    _weigh_rule,
    _weigh_preventing,
    _weigh_housed,
    _weigh_had,
    weigh_called_for,
    _weigh_means,
    _weigh_by_means,
    _weigh_intention,
    _weigh_soft,
    _weigh_question,
    _weigh_thing,
    _weigh_rest,
)


def _spends(order: _Order) -> bool:
    """Say whether a verb acts on money that is given: "augmenter la subvention"."""
    return any(word.lemma in GRANTS for word in order.evidence.words[order.clause.verb + 1 : order.clause.end])


def _is_abstract(order: _Order) -> bool:
    """Say whether what is built cannot be: "construire l'avenir", "build the village of tomorrow"."""
    verb = order.clause.verb
    words = [
        word
        for place, word in enumerate(order.evidence.words[verb + 1 : min(order.clause.end, verb + 5)], verb + 1)
        if not _only_narrows(order, place)
    ][:3]
    if order.clause.lemma in {"invest", "investir"} and any(word.lemma in PEOPLE for word in words):
        return True
    return any(word.lemma in order.lexicon.ABSTRACT for word in words) and not any(
        word.lemma in order.lexicon.MEANS_THINGS - order.lexicon.ABSTRACT for word in words
    )


def _only_narrows(order: _Order, place: int) -> bool:
    """Say whether an English noun only narrows the next one, or is part of a turn: "a town logo", "put in place"."""
    words = order.evidence.words
    if order.evidence.language != "en" or place + 1 >= order.clause.end:
        return False
    if words[place].plain == "place" and words[place - 1].plain == "in":
        return True
    after = words[place + 1]
    return (
        after.is_word and after.plain not in order.lexicon.DETERMINERS and words[place].lemma in order.lexicon.ABSTRACT
    )
