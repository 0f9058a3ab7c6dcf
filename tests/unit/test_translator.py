"""Saying a key: how a language counts, why something is as it is, a number with its sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator, signed
from workshop_kit.i18n.money import say_amount
from workshop_kit.i18n.translator import read_catalog

CATALOG = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {rule};\\n"

msgid "cats"
msgid_plural "cats"
"""
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"
LATVIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)"
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"


def write_catalog(folder: Path, language: str, rule: str, *forms: str) -> Path:
    path = folder / f"{language}.po"
    said = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    path.write_text(CATALOG.format(language=language, rule=rule) + said, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", [0, 7, 1_250, 3_000_000, -40])
def test_a_refusal_says_money_as_every_page_does(language: str, amount: int) -> None:
    error = InvalidEntry("choice-over-sum", over=amount, total=1_000_000)
    said = Translator(language).sentence(error)
    assert say_amount(amount, language) in said
    assert say_amount(1_000_000, language) in said


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [("fr", 0, "one"), ("fr", 1, "one"), ("fr", 2, "other"), ("en", 0, "other"), ("en", 1, "one"), ("en", 2, "other")],
)
def test_french_says_nothing_as_it_says_one_and_english_as_it_says_several(
    language: str, number: int, form: str
) -> None:
    assert Translator(language).plural_form(number) == form
    said = Translator(language).section("facilitator")["header.strip.ideas"]
    assert isinstance(said, dict)
    assert Translator(language).plural("facilitator.header.strip.ideas", number) == said[form].format(number=number)


def test_a_million_is_said_as_several_where_the_catalog_has_two_forms() -> None:
    assert Translator("fr").plural("facilitator.header.strip.ideas", 1_000_000).startswith("1000000")


@pytest.mark.parametrize(
    ("language", "rule", "forms", "named"),
    [
        ("pl", POLISH, ["kot", "koty", "kotów"], {"one": "kot", "few": "koty", "many": "kotów", "other": "kotów"}),
        ("lv", LATVIAN, ["kaķis", "kaķi", "kaķu"], {"one": "kaķis", "other": "kaķi", "zero": "kaķu"}),
        (
            "ar",
            ARABIC,
            ["z", "i", "t", "f", "m", "o"],
            {"zero": "z", "one": "i", "two": "t", "few": "f", "many": "m", "other": "o"},
        ),
        ("ja", "nplurals=1; plural=0", ["猫"], {"one": "猫", "other": "猫"}),
    ],
)
def test_every_form_that_a_catalog_holds_is_kept_under_its_name(
    tmp_path: Path, language: str, rule: str, forms: list[str], named: dict[str, str]
) -> None:
    assert read_catalog(write_catalog(tmp_path, language, rule, *forms), language) == {"cats": named}


def test_a_reason_is_said_with_the_sign_of_its_interest() -> None:
    say = Translator("en")
    reason = Reason("assigned", {"competence": 2, "interest": 1})
    assert say.reason(reason) == "Competence 2, interest +1."
    older = Reason("assigned", {"competence": 2, "interest": "+1"})
    assert say.reason(older) == say.reason(reason), "a reason kept with its sign is said the same"


def test_a_reason_is_said_in_the_words_of_a_section() -> None:
    said = Translator("en").reason(Reason("interest", {"interest": -2}), "facilitator.missions.breaks")
    assert said == Translator("en")("facilitator.missions.breaks.interest", interest="−2")


@pytest.mark.parametrize(("value", "said"), [(2, "+2"), (0, "0"), (-1, "−1")])
def test_a_sign_is_a_true_one(value: int, said: str) -> None:
    assert signed(value) == said
