"""Say of any sentence, French or English, what kind it is and which parts of a challenge it has."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.capitals import lower_capitals
from workshop_kit.domain.framing.explaining import explain
from workshop_kit.domain.framing.languages import guess_language
from workshop_kit.domain.framing.misspelt import mend_spelling
from workshop_kit.domain.framing.phone_spelling import spell_out
from workshop_kit.domain.framing.plain_text import READ_AT_MOST, make_plain
from workshop_kit.domain.framing.reader import read
from workshop_kit.domain.framing.values import Kind as Kind
from workshop_kit.domain.framing.values import Mark as Mark
from workshop_kit.domain.framing.values import Reading as Reading
from workshop_kit.domain.model import Reason

#: Readings that are remembered: a panel asks again for the sentences of its challenges.
_REMEMBERED: Final = 128


@lru_cache(maxsize=_REMEMBERED)
def read_challenge(text: str, language: str | None = None) -> Reading:
    """Read a sentence as a challenge.

    The same text is always read the same way, without clock, chance or network. Of a very long text the beginning is
    read.

    Parameters
    ----------
    text
        One sentence, as somebody wrote it.
    language
        ``"fr"`` or ``"en"``: the sentence is read in it unless its words plainly are of the other; ``None``: guessed.

    """
    plain = spell_out(make_plain(text))
    spoken = guess_language(plain, language)
    reading = explain(read(mend_spelling(lower_capitals(plain, spoken), spoken), spoken))
    if len(text) <= READ_AT_MOST:
        return reading
    return replace(reading, why=(*reading.why, Reason("beginning", {"number": READ_AT_MOST})))
