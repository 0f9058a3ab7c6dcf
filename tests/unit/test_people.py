"""Who somebody is in the room: a category that is known here, a pseudonym nobody else bears."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workshop_kit.domain.entries import CATEGORY, PSEUDONYM
from workshop_kit.domain.model import Category, Origin, Participant, Sector, Stakeholder
from workshop_kit.domain.people import (
    list_categories,
    read_category,
    read_free_pseudonym,
    read_own_category,
    read_sector,
)
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator

SECTORS = (Sector("s0", "Les Tilleuls", "Mme Roy"), Sector("s1", "Hameau du Moulin", ""))
RADIO = (Stakeholder("a", "Radio locale", "Onde"), Stakeholder("b", Category.SHOP, "Boulangerie"))


def person(pseudonym: str) -> Participant:
    return Participant(f"id-{pseudonym}", pseudonym, "", "", Origin.ROOM, datetime(2026, 3, 2, tzinfo=UTC))


ROOM = (person("Mésange"), person("Ortie"), person("Ortie 2"))


def test_one_comes_as_a_usual_category_or_in_the_organiser_s_own_words_and_other_stands_last() -> None:
    listed = list_categories(RADIO)
    assert set(listed) == {*Category, "Radio locale"}
    assert len(listed) == len(set(listed))
    assert listed[-2:] == ("Radio locale", Category.OTHER)


def test_no_word_and_a_word_too_long_are_no_category() -> None:
    blank, endless = Stakeholder("c", "", "?"), Stakeholder("d", "m" * (CATEGORY.longest + 1), "?")
    assert list_categories((blank, endless)) == list_categories(())


def test_a_usual_category_is_read_by_any_of_the_words_for_it() -> None:
    assert [read_own_category(one) for one in ("Habitant", "habitantes", "Commerçant·e", "Radio locale")] == [
        "resident",
        "resident",
        "shop",
        "Radio locale",
    ]


def test_a_category_nobody_named_is_refused() -> None:
    assert read_category("Radio locale", RADIO) == "Radio locale"
    for value in ("Radio locale", "", "SHOP"):
        with pytest.raises(InvalidEntry, match="category-needed"):
            read_category(value, ())
    with pytest.raises(InvalidEntry, match="malformed-intention"):
        read_category(None, ())


@pytest.mark.parametrize("spelt", ["Les Tilleuls", "les tilleuls", " LES  TILLEULS "])
def test_a_sector_is_called_as_the_workshop_writes_it(spelt: str) -> None:
    assert read_sector(spelt, SECTORS) == "Les Tilleuls"


@pytest.mark.parametrize("none", [None, ""])
def test_one_may_belong_to_no_sector(none: object) -> None:
    assert read_sector(none, SECTORS) == ""


def test_a_sector_that_is_not_here_is_refused_with_what_was_received() -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_sector("Ailleurs", SECTORS)
    assert (refused.value.code, refused.value.values) == ("unknown-sector", {"received": "Ailleurs"})
    with pytest.raises(InvalidEntry, match="malformed-intention"):
        read_sector(3, SECTORS)


def test_a_free_pseudonym_is_taken_as_it_is_cleaned() -> None:
    assert read_free_pseudonym("  Colombe\u200b  du soir ", ROOM) == "Colombe du soir"


@pytest.mark.parametrize("twin", ["Mésange", "mesange", "MÉSANGE ", "Mеsange", "Mé\u200dsange"])
def test_a_pseudonym_that_the_eye_takes_for_another_s_is_refused_with_a_free_one(twin: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_free_pseudonym(twin, ROOM)
    assert refused.value.code == "pseudonym-taken-suggestion"
    suggestion = str(refused.value.values["suggestion"])
    assert read_free_pseudonym(suggestion, ROOM) == suggestion


@pytest.mark.parametrize(("language", "whom"), [("fr", "à la personne qui anime"), ("en", "the facilitator")])
def test_who_comes_with_another_phone_is_told_how_the_two_become_one(language: str, whom: str) -> None:
    said = Translator(language)("errors.pseudonym-taken-suggestion", suggestion="Mésange 2")
    assert "Mésange 2" in said
    assert whom in said


def test_a_suggestion_passes_over_those_that_are_taken_too() -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_free_pseudonym("Ortie", ROOM)
    assert refused.value.values["suggestion"] == "Ortie 3"


def test_a_suggestion_is_never_too_long() -> None:
    longest = "a" * PSEUDONYM.longest
    with pytest.raises(InvalidEntry) as refused:
        read_free_pseudonym(longest, (person(longest),))
    assert len(str(refused.value.values["suggestion"])) <= PSEUDONYM.longest


def test_one_s_own_pseudonym_is_free_for_oneself() -> None:
    assert read_free_pseudonym("ORTIE", ROOM, mine="id-Ortie") == "ORTIE"


@pytest.mark.parametrize("nobody", ["", "  ", "\u3164", "o" * (PSEUDONYM.longest + 1)])
def test_nobody_is_called_nothing_nor_at_too_great_length(nobody: str) -> None:
    with pytest.raises(InvalidEntry, match=r"text-too-(short|long)"):
        read_free_pseudonym(nobody, ROOM)
