"""The mark of who is known from a file alone, when somebody in the room bears the same name: organisers read it."""

from __future__ import annotations

import re
from itertools import count

from workshop_kit.i18n import LANGUAGES, Translator


def mark_known(pseudonym: str, language: str, taken: frozenset[str]) -> str:
    """Return a pseudonym with the mark of a file, and a number where that is ``taken`` as well."""
    say = Translator(language)
    marked = (
        f"{say('words.from-file', pseudonym=unmark(pseudonym))}{'' if number == 1 else f' {number}'}"
        for number in count(1)
    )
    return next(one for one in marked if one not in taken)


def unmark(pseudonym: str) -> str:
    """Return a pseudonym as the file brought it: without its mark, in whichever language that was given."""
    for language in LANGUAGES:
        before, after = Translator(language)("words.from-file", pseudonym="\0").split("\0")
        found = re.fullmatch(rf"{re.escape(before)}(.+?){re.escape(after)}(?: \d+)?", pseudonym)
        if found is not None:
            return found[1]
    return pseudonym
