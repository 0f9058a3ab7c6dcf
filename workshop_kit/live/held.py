"""Why an idea is held back, said in the reader's language."""

from __future__ import annotations

from typing import Final

from workshop_kit.i18n import LANGUAGES, Translator

#: The reasons that one press gives, by their keys under ``words.held``; any other is said in its author's own words.
REASONS: Final = ("person", "hurts", "off-topic")


def say_held(reason: str, say: Translator) -> str:
    """Return the reason in the language of ``say`` if it is one of those that one press gives, else as it is."""
    for key in (f"words.held.{one}" for one in REASONS):
        if reason in [Translator(language)(key) for language in LANGUAGES]:
            return say(key)
    return reason
