"""Say a key in one language."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Final, Protocol

from babel import Locale
from babel.messages.pofile import read_po
from babel.plural import PluralRule

from workshop_kit.errors import WorkshopError
from workshop_kit.i18n.dates import say_iso_day
from workshop_kit.i18n.numbers import say_sum, signed

LANGUAGES: Final = ("fr", "en")

_TWO: Final = ("one", "other")
#: Numbers among which each form of any language has its turn.
_COUNTED: Final = (*range(200), 1_000_000)

#: The values of an error that are paths of this computer, the errors that say a path because it is asked for, and
#: those of one file.
_PLACES: Final = ("folder", "place")
_WHERE: Final = frozenset({"no-file-window"})
_OF_FILES: Final = frozenset({"store-damaged"})

#: The values of an error that are sums of money.
_SUMS: Final[Mapping[str, tuple[str, ...]]] = {
    "choice-over-sum": ("over", "total"),
    "project-cost-negative": ("cost",),
}

type_of_words = dict[str, str | dict[str, str]]


def choose_from_header(header: str, otherwise: str) -> str:
    """Return the first language of an ``Accept-Language`` header that we speak, else ``otherwise``."""
    wanted = []
    for position, part in enumerate(header.split(",")):
        name, _, weight = part.partition(";q=")
        try:
            wanted.append((-float(weight or 1), position, name.strip().lower().split("-")[0]))
        except ValueError:
            continue
    return next((name for weight, _, name in sorted(wanted) if weight < 0 and name in LANGUAGES), otherwise)


def choose_language(wanted: str | None, otherwise: str = "fr") -> str:
    """Return ``wanted`` if the kit speaks it (``"en-GB"`` counts as ``"en"``), else ``otherwise``."""
    language = (wanted or "").lower().replace("_", "-").split("-")[0]
    return language if language in LANGUAGES else otherwise


def list_said(key: str) -> frozenset[str]:
    """Return what a key says in all languages: by it a text is known that was kept in one of them."""
    return frozenset(Translator(language)(key) for language in LANGUAGES)


class Explanation(Protocol):
    """What says why: a code, and the values of its sentence."""

    @property
    def code(self) -> str:
        """Return the last part of the key."""

    @property
    def values(self) -> Mapping[str, str | int]:
        """Return what fills the sentence's placeholders."""


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
        text = found if isinstance(found, str) else found.get(self.plural_form(number), found["other"])
        return text.format(number=number, **values)

    def plural_form(self, number: int) -> str:
        """Return how the language counts, by CLDR's names: French calls 0 and 1 ``"one"``, English only 1."""
        return str(_read_plural_rule(self.language)(number))

    def section(self, prefix: str) -> type_of_words:
        """Return every entry under ``prefix`` (such as ``participant.join``), keyed by what follows it.

        Plural entries are ``{"one": …, "other": …}``, with the other forms of a language that has more, by CLDR's
        names: what a page needs to speak by itself.
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
        sums = {name: say_sum(error.values[name], self.language) for name in _SUMS.get(error.code, ())}
        return self(f"errors.{error.code}", **{**error.values, **sums})

    def sentence_on_page(self, error: WorkshopError) -> str:
        """Say the same on the home page, which names folders as its list does, where the terminal needs a path."""
        values = {
            name: _name_place(value, keeps_file=error.code in _OF_FILES) if name in _PLACES else value
            for name, value in error.values.items()
        }
        return self(f"errors.{error.code}", **(error.values if error.code in _WHERE else values))

    def reason(self, reason: Explanation, section: str = "reasons") -> str:
        """Say why something is as it is, in the words of ``section``: interest with its sign, a day as it is said."""
        values = {name: self._say_value(name, value) for name, value in reason.values.items()}
        return self(f"{section}.{reason.code}", **values)

    def _say_value(self, name: str, value: str | int) -> str | int:
        if name == "interest" and isinstance(value, int):
            return signed(value)
        return (say_iso_day(value, self.language) or value) if name == "until" and isinstance(value, str) else value

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


def _name_place(value: object, *, keeps_file: bool) -> object:
    """Return a folder's name for its path, and for a workshop's file its folder's, or both."""
    path = Path(str(value))
    if not path.is_absolute() or not path.name:
        return value
    if path.suffix != ".db":
        return path.name
    return f"{path.parent.name}{os.sep}{path.name}" if keeps_file else path.parent.name


@cache
def _read_catalog(language: str, name: str) -> type_of_words:
    path = Path(__file__).parent / language / f"{name}.po"
    return read_catalog(path, language) if path.is_file() else {}


def read_catalog(path: Path, language: str) -> type_of_words:
    """Return the messages of one catalog file by key, those with plural forms as ``{CLDR's name: text}``."""
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    entries: type_of_words = {}
    for message in messages:
        if isinstance(message.id, tuple):
            said = [str(text) for text in message.string or ()]
            entries[str(message.id[0])] = _name_forms(said, messages.plural_expr, language)
        elif message.id:
            entries[str(message.id)] = str(message.string)
    return entries


def _name_forms(said: Sequence[str], expression: str, language: str) -> dict[str, str]:
    """Return the plural forms of a message by CLDR's names, where gettext numbers them by the catalog's ``expression``.

    Two forms are one thing and several in every language that has two. Where there are more, which form is whose is
    found by counting, a small number's word before a large one's; ``"other"``, which some languages keep for
    fractions, is at least the last form.
    """
    if len(said) <= len(_TWO):
        return {_TWO[0]: said[0], _TWO[-1]: said[-1]}
    choose, rule = c2py(expression), _read_plural_rule(language)
    return {"other": said[-1]} | {str(rule(number)): said[choose(number)] for number in reversed(_COUNTED)}


@cache
def _read_plural_rule(language: str) -> PluralRule:
    return Locale.parse(language).plural_form
