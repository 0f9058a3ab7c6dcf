"""Say a key in one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po

from workshop_kit.errors import WorkshopError

LANGUAGES: Final = ("fr", "en")

type_of_words = dict[str, str | dict[str, str]]


def choose_language(wanted: str | None, otherwise: str = "fr") -> str:
    """Return ``wanted`` if the kit speaks it (``"en-GB"`` counts as ``"en"``), else ``otherwise``."""
    language = (wanted or "").lower().replace("_", "-").split("-")[0]
    return language if language in LANGUAGES else otherwise


class Translator:
    """Says catalog keys in one language.

    Parameters
    ----------
    language
        ``"fr"`` or ``"en"``.

    """

    def __init__(self, language: str) -> None:
        self.language = choose_language(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Say ``key`` with its ``{placeholders}`` filled; an unknown key raises ``KeyError``."""
        found = self._find(key)
        text = found if isinstance(found, str) else found["other"]
        return text.format(**values) if values else text

    def plural(self, key: str, number: int, /, **values: object) -> str:
        """Say ``key`` for ``number`` things; ``{number}`` is filled as well."""
        found = self._find(key)
        text = found if isinstance(found, str) else found[self.plural_form(number)]
        return text.format(number=number, **values)

    def plural_form(self, number: int) -> str:
        """Return ``"one"`` or ``"other"``: French counts 0 and 1 as one, English only 1."""
        one = abs(number) < 2 if self.language == "fr" else number == 1
        return "one" if one else "other"

    def section(self, prefix: str) -> type_of_words:
        """Return every entry under ``prefix`` (such as ``participant.join``), keyed by what follows it.

        Plural entries are ``{"one": …, "other": …}``: what a page needs to speak by itself.
        """
        catalog, _, start = prefix.partition(".")
        entries = _read_catalog(self.language, catalog)
        if not start:
            return dict(entries)
        return {key[len(start) + 1 :]: text for key, text in entries.items() if key.startswith(start + ".")}

    def knows(self, key: str) -> bool:
        """Tell whether the catalogs hold ``key``."""
        catalog, _, rest = key.partition(".")
        return rest in _read_catalog(self.language, catalog)

    def sentence(self, error: WorkshopError) -> str:
        """Say what failed, what was received and what to do."""
        return self(f"errors.{error.code}", **error.values)

    def category(self, category: str) -> str:
        """Name a stakeholder category; an organiser's own word is left as it is."""
        key = f"words.category.{category}"
        return self(key) if self.knows(key) else category

    def _find(self, key: str) -> str | dict[str, str]:
        catalog, _, rest = key.partition(".")
        try:
            return _read_catalog(self.language, catalog)[rest]
        except KeyError:
            raise KeyError(f"no message {key!r} in {self.language}") from None


@cache
def _read_catalog(language: str, name: str) -> type_of_words:
    path = Path(__file__).parent / language / f"{name}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    entries: type_of_words = {}
    for message in messages:
        if isinstance(message.id, tuple):
            said = [str(text) for text in message.string or ()]
            entries[str(message.id[0])] = {"one": said[0], "other": said[-1]}
        elif message.id:
            entries[str(message.id)] = str(message.string)
    return entries
