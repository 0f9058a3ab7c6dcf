"""What English asks for in a roundabout way: "couldn't the library lend …", "it would help if they fitted …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.english_phrasals import PHRASALS
from workshop_kit.domain.framing.english_verbs import PREPOSITIONS, is_base, read_gerund
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE
from workshop_kit.domain.framing.undoing import undo
from workshop_kit.domain.framing.words import Word, list_plain

#: Asks with a verb first: "could …", "why doesn't …".
_MODAL: Final = re.compile(
    r"\W*(?:(?:why (?:doesn't|don't|couldn't|can't|won't|not have)|couldn't|can't|wouldn't|won't|shouldn't|could|can|"
    r"would|"
    r"will|might|let) )"
)
#: Wishes that what follows were done.
_IF: Final = re.compile(
    r"\W*(?:(?:and |but |so )?(?:what if|if only|suppose|supposing|(?:i|we)(?: just| only| really| do)* wish|"
    r"imagine if|how would it be if|how about if)|(?:it|"
    r"that|this|i|we|things)(?:'d| would)(?: really| all| just| also)? (?:be|help|love it|like it|welcome it|make "
    r"sense|make a difference|do us good|feel|appreciate it|go better)\b[^.;:!?,]{0,40}? if) "
)
#: Proposes doing something.
_DOING: Final = re.compile(
    r"\W*(?:what about|how about|(?:i|we)(?: would|'d)? (?:suggest|propose|recommend|favour)|have (?:we|you|they) "
    r"(?:thought (?:of|about)|considered)|consider|(?:my|our|one|the) (?:idea|suggestion|proposal)(?: is|:| would be)"
    r"|(?:would|might|could)(?:n't)? it (?:not )?be (?:an idea|worth|good|possible|an option)(?: to)?|any chance of|"
    r"it would (?:help|be worth)|(?:it|this)(?:'d| would)(?: really| also)? (?:be|make) (?:an? |so |really |"
    r"very |perfect |"
    r"all the )?(?:good|nice|great|lovely|grand|sense|wonderful|handy|useful|better|best|helpful|brilliant|"
    r"difference|fair|"
    r"wise)(?: idea| thing)? to|i'm (?:all )?for|there's something to be said for) "
)
#: Whoever is asked so speaks of how people shall be, and not of what shall be done.
_NOT_ASKED: Final = list_plain("every each all everyone everybody nobody no any anyone there it half")
_OPENS_SUBJECT: Final = list_plain(
    "the a an our their its his her my this that we they you somebody someone he she council parish they'd you'd we'd"
)
_PRONOUNS: Final = list_plain("they'd you'd we'd we they you he she somebody someone")
#: Verbs that need a thing behind them to be a means: buses run, and libraries open.
_ALONE_TOO: Final = list_plain("run open close meet hold stand start move add make offer sell pay clean play extend")
_SMALL: Final = list_plain("not please just also all simply perhaps maybe kindly at least only ever really")
_OBJECT: Final = list_plain("a an the our some more two three four five six ten another us its their new his her free")
_FAR: Final = 9
#: Ways of acting that no list of means has, as something else is asked for with them.
_ASKED_TOO: Final = list_plain("move shift turn bring let lower raise widen repair mend fix clear share")
_LEFT_OUT: Final = list_plain("inform brief close map record place")
_NOT_STANDING: Final = list_plain("bit say voice chance look go word lot life little few more less better sense plan")
_BE: Final = list_plain("be were was being")
_MARKS: Final = frozenset(".;:!?,")


def find_request(words: Sequence[Word], plain: str) -> Clause | None:
    """Return what is asked to be made, given or done, as an order; ``None`` where no such thing is."""
    for frame, find in ((_IF, _find_done), (_DOING, _find_gerund), (_MODAL, _find_base)):
        opened = frame.match(plain)
        if opened is None:
            continue
        first = next((place for place, word in enumerate(words) if word.start >= opened.end()), len(words))
        found = find(words, first)
        if found is not None:
            place, lemma = found
            return Clause(place, place, place, 0, lemma, Form.ORDER)
    return None


def _find_base(words: Sequence[Word], first: int) -> tuple[int, str] | None:
    """Return the verb of what somebody is asked to do: "couldn't the fire brigade fit smoke alarms"."""
    if not _is_subject(words, first):
        return None
    for place in _reach(words, first):
        word = words[place]
        if word.plain == "be":
            return _find_made(words, place)
        if word.plain in {"have", "get"} and _names_one(words, place + 1):
            return place, "install"
        if _is_means(words, place, _read_phrasal(words, place, word.plain)) and is_base(word.plain):
            return place, _read_phrasal(words, place, word.plain)
    return None


def _find_done(words: Sequence[Word], first: int) -> tuple[int, str] | None:
    """Return the verb of what were good if it were done: "… if the school lent out laptops"."""
    if not _is_subject(words, first):
        return None
    if words[first].plain.endswith("'d"):
        return _find_base(words, first)
    for place in _reach(words, first):
        word = words[place]
        if word.plain in _BE:
            return _find_made(words, place)
        if word.plain in {"would", "could", "can"}:
            return _find_base(words, first)
        if word.plain == word.lemma and word.plain not in {"put", "set", "let", "cut"}:
            continue
        for lemma in undo(word, "en"):
            read = _read_phrasal(words, place, lemma)
            if not word.plain.endswith(("s", "ing")) and _is_means(words, place, read):
                return place, read
    return None


def _find_gerund(words: Sequence[Word], first: int) -> tuple[int, str] | None:
    """Return what it is proposed to do: "what about turning the car park into allotments"."""
    if first >= len(words):
        return None
    word = words[first].plain
    if word in {"have", "get"} and _names_one(words, first + 1):
        return first, "install"
    base = {"turning": "turn", "letting": "let"}.get(word, read_gerund(word))
    if base == word and not is_base(base):
        return None
    lemma = _read_phrasal(words, first, base)
    return (first, lemma) if _is_means(words, first, lemma, told=False) else None


def _names_one(words: Sequence[Word], place: int) -> bool:
    """Say whether one thing that stands somewhere is named: "to have a lido on the front"."""
    named = [word.lemma for word in words[place + 1 : place + 4]]
    known = lexicon.ABSTRACT | ENGLISH_PEOPLE | _NOT_STANDING
    return bool(named) and words[place].plain in {"a", "an", "another"} and not known & set(named)


def _find_made(words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """Return the verb of what were to be made: "… were turned into a repair café"."""
    for later in range(place + 1, min(place + 3, len(words))):
        for lemma in undo(words[later], "en"):
            if lemma == words[later].plain or words[later].plain in _SMALL:
                continue
            into = "into" in {one.plain for one in words[later + 1 : later + 5]}
            if lemma in {"turn", "make", "change", "transform"}:
                return (later, "convert") if into else None
            if lemma in lexicon.MEANS - _ALONE_TOO - _LEFT_OUT:
                return later, lemma
    return None


def _is_subject(words: Sequence[Word], first: int) -> bool:
    """Say whether somebody or something opens what is asked."""
    if first >= len(words) - 2 or words[first].plain in _NOT_ASKED:
        return False
    return words[first].plain in _OPENS_SUBJECT or words[first].is_name or words[first].lemma in ENGLISH_PEOPLE


def _reach(words: Sequence[Word], first: int) -> range:
    """Return the places at which the verb of a subject may stand: not past a mark, nor right behind its article."""
    begin = first + 1 if words[first].plain in _PRONOUNS else first + 2
    end = next((place for place in range(begin, len(words)) if words[place].plain in _MARKS), len(words))
    return range(begin, min(first + _FAR, end))


def _read_phrasal(words: Sequence[Word], place: int, verb: str) -> str:
    """Return what a verb comes to with the word behind it: "set up" is "install"."""
    after = words[place + 1].plain if place + 1 < len(words) else ""
    behind = [word.plain for word in words[place + 1 : place + 9]]
    if (verb, after) in PHRASALS:
        return PHRASALS[verb, after]
    if verb in {"put", "set"} and after in {"up", "in", "on", "out", "down"}:
        return "install"
    if verb in {"lend", "hand", "give"} and after == "out":
        return "give"
    return "convert" if verb in {"turn", "make"} and "into" in behind else verb


def _is_means(words: Sequence[Word], place: int, lemma: str, *, told: bool = True) -> bool:
    """Say whether a verb that acts on something is a means; ``told``: it has a subject before it."""
    if lemma not in (lexicon.MEANS - _LEFT_OUT) | _ASKED_TOO | {"convert", "install"} or place + 1 >= len(words):
        return False
    before, after = words[place - 1].plain, words[place + 1]
    if told and before in lexicon.DETERMINERS - {"not"}:
        return False
    acts = after.plain in _OBJECT or after.plain[:1].isdigit() or (after.lemma != after.plain and after.is_word)
    if lemma in _ALONE_TOO | _ASKED_TOO:
        return acts and not after.plain.endswith(("ed", "er"))
    return after.is_word and after.plain not in PREPOSITIONS - {"up", "out", "down", "off", "in", "on"}
