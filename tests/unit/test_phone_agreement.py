"""Agreement of numbers on the phone: one thing is one, in every sentence with a number, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from workshop_kit.i18n import LANGUAGES, Translator

#: Words that are written alike for one and for several; "1 of your 3 ideas" agrees with the 3.
_ALIKE = {"min", "fois", "mois", "de", "of", "sans", "à", "to", "more", "less", "other"}
_COUNTED = re.compile(r"\{number\} (point|place|défi|idée|caractère|dot|idea|challenge|person)")
#: Plurals without an s.
_PEOPLE = {"people", "missions", "gave", "wrote"}


def list_plurals() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for section in ("participant", "phases"):
            for key, said in Translator(language).section(section).items():
                if isinstance(said, dict):
                    yield language, f"{section}.{key}"


@pytest.mark.parametrize(("language", "key"), list(list_plurals()))
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_noun_after_a_number_agrees_with_it(language: str, key: str, number: int) -> None:
    say = Translator(language)
    said = say.plural(key, number, total=40, wrote=40, tables=str(number), sum="100 €", lowest="À rejeter")
    found = re.search(rf"\b{number} (?:more )?([\w’]+)", said)
    if found is None or found[1] in _ALIKE:
        return
    is_one = number < 2 if language == "fr" else number == 1
    is_plural = found[1].endswith(("s", "x")) or found[1] in _PEOPLE
    assert is_plural is not is_one, said


def test_every_sentence_that_counts_on_the_phone_is_a_plural_entry() -> None:
    for language in LANGUAGES:
        for key, said in Translator(language).section("participant").items():
            if isinstance(said, str):
                counted = re.search(
                    r"\{number\} (points?|places?|défis?|idées?|caractères?|dots?|ideas?|challenges?)", said
                )
                assert counted is None, (key, said)
