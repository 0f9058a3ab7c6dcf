"""The sentence that a challenge's parts make: tables of parts as people type them, and the form's own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from workshop_kit.domain.model import Challenge
from workshop_kit.domain.precision import PARTS, assemble_statement, is_in_own_words
from workshop_kit.i18n import Translator

TABLES = Path(__file__).with_name("statements")


def type_in(*typed: str) -> Challenge:
    """Return a challenge whose parts are typed, in their order; those that are not given stay empty."""
    return Challenge("c", "Stake", "", **dict(zip(PARTS, typed, strict=False)))  # type: ignore[arg-type]


class Row(NamedTuple):
    """What was typed in the five parts, and the sentence wanted, with plain spaces."""

    language: str
    typed: list[str]
    wanted: str


def read_table(name: str) -> Iterator[Row]:
    language, typed = "", [""]
    for line in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            language = line.removeprefix("# ")
        elif line.startswith("> "):
            yield Row(language, typed, line.removeprefix("> "))
        else:
            typed = line.split("|")


# The first table is what the rules were written for; they were tried on the second one afterwards.
@pytest.mark.parametrize(
    "row", [*read_table("written_for"), *read_table("tried_afterwards")], ids=lambda row: row.wanted
)
def test_the_parts_become_a_sentence_or_stand_side_by_side(row: Row) -> None:
    said = assemble_statement(type_in(*row.typed), row.language)
    assert re.sub("[\u00a0\u202f]", " ", said) == row.wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "fr",
            "Un lit est prêt chaque soir, pour les personnes sans abri, dans le bourg et ses hameaux, d’ici décembre "
            "2028\u202f; mesuré par\u00a0: nombre de nuits passées dehors.",
        ),
        (
            "en",
            "A bed is ready every night, for people without a home, in the town and its hamlets, by December 2028; "
            "measured by: number of nights spent outside.",
        ),
    ],
)
def test_the_form_s_own_examples_make_a_perfect_sentence(language: str, wanted: str) -> None:
    say = Translator(language)
    hints = [say(f"facilitator.challenges.part.{part}.hint") for part in PARTS]
    typed = [hint.split(":", 1)[1].strip() for hint in hints]
    assert assemble_statement(type_in(*typed), language) == wanted


@pytest.mark.parametrize("language", ["fr", "en"])
def test_french_punctuation_keeps_its_spaces_and_english_has_none(language: str) -> None:
    said = assemble_statement(Challenge("c", "Stake", "", "Agir", "Emmaüs", indicator="Taux de réponse"), language)
    assert ("\u00a0: Emmaüs" in said) == (language == "fr")
    assert (": Emmaüs" in said) is True


def test_a_statement_is_a_person_s_own_unless_its_parts_make_it() -> None:
    parts = Challenge("c", "Stake", "", "Loger chacun", deadline="2028")
    for language in ("fr", "en"):
        assembled = Challenge("c", "Stake", assemble_statement(parts, language), "Loger chacun", deadline="2028")
        assert not is_in_own_words(assembled)
    assert is_in_own_words(Challenge("c", "Stake", "Un toit pour chacun.", "Loger chacun", deadline="2028"))
    assert not is_in_own_words(parts)
