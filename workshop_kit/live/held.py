"""Why an idea is held back, said in the reader's language."""

from __future__ import annotations

from typing import Final

from workshop_kit.i18n import LANGUAGES, Translator

#: The reasons that one press gives, by their keys under ``words.held``; any other is said in its author's own words.
REASONS: Final = ("person", "hurts", "contact", "off-topic", "paper", "same", "flood", "moderated")
#: That of ideas held back together, since the one who typed their papers is not trusted.
PAPER: Final = "paper"
#: That of an idea that says what another says, whose reason in the facilitator's own words is for its author alone.
SAME: Final = "same"
#: That of ideas of one device held back together: it says nothing about what one of them says.
FLOOD: Final = "flood"


def say_held(reason: str, say: Translator) -> str:
    """Return the reason in the language of ``say`` if it is one of those that one press gives, else as it is."""
    for one in REASONS if reason else ():
        if is_held_for(one, reason):
            return say(f"words.held.{one}")
    return reason


def is_general(reason: str) -> bool:
    """Tell whether a reason is one of ``REASONS``: whoever writes the same may read it, since it quotes nobody."""
    return any(is_held_for(one, reason) for one in REASONS)


def is_held_for(key: str, reason: str) -> bool:
    """Tell whether ``reason`` is the one of ``REASONS`` with this key, in any language."""
    return reason in [Translator(language)(f"words.held.{key}") for language in LANGUAGES]
