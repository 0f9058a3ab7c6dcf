"""Pattern rules for e-mail addresses and personal pages, as people write them for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ENDINGS: Final = (
    "fr|com|org|net|eu|info|re|bzh|be|ch|lu|de|uk|ca|ma|dz|tn|sn|ci|mg|mc|gp|gf|mq|nc|pf|pm|wf|yt|paris|alsace|corsica"
    "|io|es|it|pt|nl|ie|at|pl|ro|me|mail|online|coop|asso|edu|gov|us"
)
_MAILERS: Final = (
    "gmail|googlemail|orange|wanadoo|free|laposte|yahoo|hotmail|outlook|live|sfr|icloud|protonmail|proton|bbox|neuf"
    "|numericable|aol|gmx|msn|posteo|mailo|hey|btinternet"
)
#: Where nobody but people has an address: no body's own site bears these names.
_WEBMAIL: Final = r"(?:gmail|googlemail|wanadoo|yahoo|hotmail|outlook|icloud|protonmail|gmx)"
_OPEN: Final = r"\s*[(\[{<]\s*"
_CLOSE: Final = r"\s*[)\]}>]\s*"
_PIECE: Final = r"[\w+%'-]+"
#: A sign that says "at" to whoever reads it, and stands in no ordinary sentence.
_AT: Final = (
    rf"(?:{_OPEN}(?:at|a|chez|ar+obase?s?|@){_CLOSE}|\s+ar+obase?s?\s+|\s*(?:&\#64;|&\#x40;|&commat;|%40)\s*|\s*_at_\s*"
    r"|\s*[*~|]\s?(?:at|a|arobase)\s?[*~|]\s*|\s+-\s?at\s?-\s+|\s+(?-i:AT)\s+)"
)
_DOT_WORD: Final = (
    rf"(?:{_OPEN}(?:dot|point|pt|\.){_CLOSE}|\s+(?:dot|point)\s+|\s*[*~|_]\s?(?:dot|point)\s?[*~|_]\s*"
    r"|\s+-\s?(?:dot|point)\s?-\s+)"
)
_DOT: Final = rf"(?:\s?\.\s?|{_DOT_WORD})"
_LOCAL: Final = rf"(?:{_PIECE}(?:\.|\s\.\s|{_DOT_WORD}))*{_PIECE}"
_TIGHT: Final = r"[\w-]+(?:\.[\w-]+)+"
_LOOSE: Final = rf"[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}(?:{_ENDINGS})\b"
#: A word is tried from its beginning alone: a long one would otherwise be tried from each of its letters.
_FROM: Final = r"(?<![\w.+%'-])(?<!\s\.\s)"
_EMAIL: Final = re.compile(
    rf"(?<![\w.+%'-])@?[\w.+%'-]+@{_TIGHT}"
    rf"|{_FROM}{_LOCAL}(?:{_AT}|\s*@\s*){_LOOSE}"
    rf"|{_FROM}{_LOCAL}{_AT}{_TIGHT}"
    rf"|{_FROM}{_LOCAL}(?:{_AT}|\s?@\s?)(?:{_MAILERS})\b"
    rf"|{_FROM}{_LOCAL}\s+(?:at|chez|a)\s+[\w-]+(?:{_DOT_WORD}[\w-]+)*?{_DOT_WORD}(?:{_ENDINGS})\b"
    rf"|(?<![\w.+-])(?=[a-z][\w+-]*[._0-9])[\w.+-]+\s+chez\s+(?:(?:[\w-]+\.)+(?:{_ENDINGS})|(?:{_MAILERS}))\b"
    rf"|(?<![\w.+-])(?=[a-z][\w+-]*[._0-9]\w)[\w.+-]+\s*(?:\bsur\s+|\(\s*)?\b{_WEBMAIL}(?:\.(?:com|fr|net))?\b"
    rf"|(?<![\w.+%'-])[\w.+%'-]+@[\w-]+,(?:fr|com|org|net|eu|be|ch)\b"
    rf"|(?<!\w)(?:\w[ .]){{2,}}(?:\w ?)?@ ?(?:\w[ .]{{1,3}}){{2,}}\w\b",
    re.IGNORECASE,
)
#: The page of one person, where anybody may write to them.
_PAGE: Final = re.compile(
    r"(?:https?://)?(?:[a-z-]+\.)?(?:facebook|instagram|tiktok|snapchat|linkedin|twitter|threads|telegram|skype|discord)"
    r"\.(?:com|net|org|gg)/[\w@.%/?=&+-]*[\w/]"
    r"|(?:https?://)?(?:www\.)?(?:(?:chat|api)\.whatsapp\.com|wa\.me|t\.me|m\.me|fb\.me|fb\.com|x\.com|signal\.me|bsky\.app|discord\.gg)/[\w@.%/?=&#+-]*[\w/]",
    re.IGNORECASE,
)
_NETWORKS: Final = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|twitter|facebook|fb|telegram|discord|skype|signal|whatsapp)"
)
#: A name on a network: after an @ where no word is written so, or right after the network's own name.
_HANDLE: Final = re.compile(
    r"(?<![\w@.])@(?=[a-z][\w-]*[._0-9]\w)[\w.-]*\w"
    rf"|\b{_NETWORKS}\b\W{{1,15}}@[a-z][\w.-]*\w"
    rf"|\b{_NETWORKS}\s*[:=]\s*(?=[\w-]*[._0-9][\w])[\w.-]*\w"
    r"|\b(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|telegram|skype)\b(?:\s+(?:c'est|est|is))?\s+(?=[a-z][\w-]*[._0-9]\w)[\w.-]{4,}\w",
    re.IGNORECASE,
)
_LED_BY: Final = re.compile(rf"{_NETWORKS}\b(?:\s+(?:c'est|est|is)\b)?[^\w@]+", re.IGNORECASE)
#: A text of plain signs without any of this holds no address.
MIGHT_BE_ADDRESS: Final = (
    r"@|%40|&\#64|&\#x40|&commat|_at_|[*~|-]\s?at\s?[*~|-]|ar+obas|[(\[{<]\s*(?:at|a|chez)\s*[)\]}>]|\b(?:at|chez|a)\s+[\w-]+\s*(?:\.|dot|point|[(\[{<])"
    rf"|\b(?:chez|at)\s+(?:{_MAILERS})\b|\.(?:com|net|org|me|gg|app)/|\b{_NETWORKS}\s*[:=]"
    rf"|\b{_WEBMAIL}\b|\b(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|telegram|skype)\s"
)
_MIGHT: Final = re.compile(MIGHT_BE_ADDRESS, re.IGNORECASE)


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each e-mail address and each personal page stands in a text of plain signs."""
    if _MIGHT.search(text) is None:
        return
    for pattern in (_EMAIL, _PAGE):
        for found in pattern.finditer(text):
            yield found.span()
    for found in _HANDLE.finditer(text):
        led = _LED_BY.match(text, *found.span())
        yield (found.start() if led is None else led.end()), found.end()
