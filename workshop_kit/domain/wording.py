"""What joining a part to a sentence needs in any language: whole first words, small letters, dates, doubts."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

# A part with a punctuation of its own is a sentence, a list or a remark: it does not go inside another sentence.
_AWKWARD: Final = re.compile(r"[:;/!?…\[\]{}|—–«»\"“”]|\. |\.\.|(?:^|\s)-|-(?:\s|$)")


def is_awkward(text: str) -> bool:
    """Say whether ``text`` has a punctuation that would break the sentence around it."""
    unopened = text.count("(") != text.count(")")
    plain = re.sub(r"(?<=\d)/(?=\d)", "", text.replace("M. ", "M "))
    return unopened or _AWKWARD.search(plain) is not None


def list_words(words: str) -> frozenset[str]:
    """Return the words of a list written with spaces; an underscore is a space within one."""
    return frozenset(word.replace("_", " ") for word in words.split())


def match_start(words: str) -> re.Pattern[str]:
    """Match one of ``words`` (listed as for ``list_words``) at the start, whole: "sur" does not begin "Sur-Saône"."""
    alternatives = "|".join(sorted((re.escape(word) for word in list_words(words)), key=lambda one: (-len(one), one)))
    return re.compile(rf"(?:{alternatives})(?:(?<=’)|(?![\w’-]))", re.IGNORECASE)


def starts_with(words: re.Pattern[str], text: str) -> str:
    """Return what ``words`` matches at the start of ``text``; empty if nothing."""
    found = words.match(text)
    return found[0] if found else ""


def lower_first(text: str) -> str:
    """Lower the first letter, unless the first word is an acronym."""
    first = re.split(r"[ ’]", text, maxsplit=1)[0]
    return text if len(first) > 1 and first.isupper() else text[:1].lower() + text[1:]


def tidy_part(text: str) -> str:
    """Return single spaces, typographic apostrophes, no word twice in a row that joins, no closing punctuation."""
    text = re.sub(r"(?<=\w)['´`](?=\w)", "’", " ".join(text.split())).strip(" .,;:…-—–")
    return re.sub(r"\b(pour|dans|à|de|en|sur|avant|for|in|by|at|d’ici)(?: \1)+(?= )", r"\1", text, flags=re.IGNORECASE)


def spell_date(text: str, months: tuple[str, ...], first: str) -> str:
    """Write 2028-12-31 as people say it: spreadsheets store dates that way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{first if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"
