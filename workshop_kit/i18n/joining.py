"""A joiner of names to sentences: what a small word before a name becomes in a language."""

from __future__ import annotations

import re
from typing import Final

#: What "de" and an article become together: without a vowel of its own before one, but for a mute h, which cannot be
#: told from the other by its letters, and a y that sounds as a consonant.
_CONTRACTED: Final = {"le": "du", "les": "des"}
_ARTICLE: Final = re.compile(r"(les?|des)\s+(?=\S)")
_VOWEL: Final = re.compile(r"(?!onze\b|oui\b|ouistiti)(?:[aeiouàâäéèêëîïôöûüœæ]|y(?![aeiouéè]))", re.IGNORECASE)
#: A capital with which an entry of a list begins, and no name: what follows the article is small.
_BEGINS: Final = {
    "fr": re.compile(r"(?=(?:Le|La|Les|Un|Une|Des)\s+[a-zà-öø-ÿœ]|L[’'][a-zà-öø-ÿœ])"),
    "en": re.compile(r"(?=(?:The|An?)\s+[a-z])"),
}


def say_of(name: str, language: str) -> str:
    """Return a name after what says whose: ``of le maire``; in French ``du maire``, ``d’Odette``, ``de Samia``."""
    begins = _BEGINS["fr" if language == "fr" else "en"]
    name = name[:1].lower() + name[1:] if begins.match(name) else name
    if language != "fr":
        return f"of {name}"
    article = _ARTICLE.match(name)
    if article is not None and article[1] in _CONTRACTED:
        return f"{_CONTRACTED[article[1]]} {name[article.end() :]}"
    name = name if article is None else name[article.end() :]
    return f"d’{name}" if _VOWEL.match(name) else f"de {name}"
