"""English complaints, open questions and truths: whole sentences that tell how things are, and name no end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.words import list_plain

#: A fact, and behind it a question that no state answers: "half our GPs are over 55, who will replace them?".
_ASKS_OPENLY: Final = re.compile(
    r"^(?!\W*(?:how|what|which|who|when|every|each|all|no|nobody|zero|imagine|could|can|"
    r"suppose)\b)[^?]{8,160}[,:;.–—-] "
    r"?(?:and |so |but |then |now )*(?:who|what|where|when|why|which|how (?!(?:do|can|could|might) we "
    r"(?:get|do|make|reach)\b))(?! (?:would|will|does|could) it take)\b[^?,]{0,80}\?\W*$"
)
#: It goes on, it comes again, and nobody does anything.
_COMPLAINS: Final = re.compile(
    r"\b(?:we|i) (?:all )?(?:want|need|deserve) an? (?:town|city|borough|village|county|place|council|world|community|"
    r"society|region|country) (?:that|which)\b|^\W*every(?:one|body) (?:talks|moans|complains|says|knows|"
    r"agrees|shouts)\b"
    r"[^?]{0,60}\b(?:no one|nobody|nothing)\b|\bdo (?:their|our|his or her) bit\b|"
    r"\b(?:we|they|you) keep (?:on )?[a-z]+ing\b|\b(?:it|(?:the|our|this) [\w ]{2,20}?) keeps (?!(?:runn|go|"
    r"work|flow|fly|sail|"
    r"play|serv|sing|giv|open|grow)ing)(?:on )?[a-z]+ing\b|\bmore and more\b|\bless and less\b|"
    r"\bfewer and fewer\b|\bone after (?:another|the other)\b|^\W*(?:yet )?another\b[^?]{3,80}\b(?:and|but) (?:still|"
    r"nobody|no one|nothing)\b|^\W*(?:[\w']+ ){1,3}again(?: [^?,.;]{3,30})?,? (?:and |but |yet )?(?:still "
    r")?(?:no one|nobody|nothing)\b|"
    r"\bnothing (?:ever )?(?:(?:gets?|is|was) (?:ever )?(?:done|mended|fixed|better|repaired)|happens|changes|works)\b|"
    r"\b(?:are|is|was|were)(?: not|n't) (?:even )?allowed to\b[^?]{0,60}\bany ?more\b|^\W*every time (?:it|we|"
    r"i|there|you)\b|"
    r"^\W*still no\b|\band still no\b|\byou wait\b"
)
#: So many times already, whatever the season.
_AGAIN: Final = re.compile(
    r"^\W*still no\b(?! more)|\bagain\b[^?.;]{0,60}\b(?:second|third|fourth|fifth|sixth|tenth) time (?:this|in|since)\b"
)
#: What a body was told or thought of: "members noted the report".
_MINUTED: Final = re.compile(
    r"^\W*(?:the )?(?:members|councillors|board|committee|sub-committee|cabinet|council|panel|trustees|"
    r"governors|residents|"
    r"meeting|group|chair|forum|assembly|attendees|delegates)\b[^,.;:]{0,30}? (?:were (?:reminded|told|"
    r"informed|advised)|"
    r"noted|heard|considered|discussed|received|welcomed|acknowledged|debated|reviewed|took note|expressed)\b"
)
#: Wishes of a little more, that no one could check.
_WISHES_A_LITTLE: Final = re.compile(
    r"\b(?:i|we|we all|i'd|we'd|i would|we would)(?: all| just| only| really| do)* (?:wish|love|like|want|"
    r"could do with|"
    r"do with)\b(?: to see| there| it| to have| was| were| to be)*(?: [\w']+){0,3}? (?:a (?:bit|little|lot|"
    r"few) (?:more|less|fewer)|"
    r"more (?!than)[a-z]+|somewhere|something)\b|"
    r"^\W*(?:i|we)(?: just| only| really| do)* wish (?:folk|people|drivers|everyone|everybody|motorists|"
    r"parents|somebody|"
    r"someone) (?:would|could|were|did)\b"
)
_EACH: Final = re.compile(r"\b(?:every|each(?! other))\b")
#: What comes about only in so far as people want it.
_UNDERTAKEN: Final = list_plain(
    "none nothing plan community project town village change policy strategy scheme city problem reform party place "
    "progress recovery society council idea democracy economy"
)
_TAKES: Final = re.compile(
    r"(?<!goes )(?<!go )(?<!leaves )(?<!leave )\bwithout\b|\b(?:unless|until|alone|for us|on (?:its|their|our) own)\b"
)
_BETTER_THAN: Final = re.compile(
    r"\bbetter than\b|\b(?:more|less) than (?:the (?:people|ones)|those|we|us|anyone|you|i)\b|^can \w+ (?:it|"
    r"this) alone\b"
)


def asks_openly(plain: str) -> bool:
    """Say whether a sentence ends in a question that no state answers."""
    return _ASKS_OPENLY.match(plain) is not None


@lru_cache(maxsize=256)
def only_complains(plain: str, *, firm: bool) -> bool:
    """Say whether a sentence only tells what goes wrong; ``firm``: it sets a day or a measure."""
    if asks_openly(plain) or _MINUTED.match(plain) or _AGAIN.search(plain) is not None:
        return True
    if firm:
        return False
    wishes = _WISHES_A_LITTLE.search(plain) is not None and _EACH.search(plain) is None
    return wishes or _COMPLAINS.search(plain) is not None


def is_truth(told: str, head: frozenset[str]) -> bool:
    """Say whether what nobody does is so at all times: "none of this will work without the farmers"."""
    return _BETTER_THAN.search(told) is not None or (bool(head & _UNDERTAKEN) and _TAKES.search(told) is not None)
