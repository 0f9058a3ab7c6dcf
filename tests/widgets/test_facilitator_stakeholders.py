"""Step 2: who is missing is said before the invitations leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room
from workshop_kit.domain.model import Category, StakeholderStatus
from workshop_kit.i18n import Translator


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room()


def category(laptop: Laptop, word: str) -> dict[str, Any]:
    return next(one for one in laptop.model("stakeholders")["categories"] if one["category"] == word)


def test_an_empty_list_misses_every_usual_category(laptop: Laptop) -> None:
    assert {one["missing"] for one in laptop.model("stakeholders")["categories"]} == {"unlisted"}
    assert {one["category"] for one in laptop.model("stakeholders")["categories"]} == set(Category) - {Category.OTHER}


def test_a_category_is_missed_until_somebody_of_it_comes(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Cabinet infirmier", category="health")["id"]
    seen = [category(laptop, "health")["missing"]]
    for status in ("invited", "coming", "declined"):
        laptop.do("stakeholders", "set_status", stakeholder=who, status=status)
        seen.append(category(laptop, "health")["missing"])
    assert seen == ["to_invite", "unanswered", None, "declined"]


def test_counts_follow_the_invitations(room: Room, laptop: Laptop) -> None:
    first = laptop.do("stakeholders", "write_stakeholder", name="A", category="shop")["id"]
    laptop.do("stakeholders", "write_stakeholder", name="B", category="elected")
    laptop.do("stakeholders", "set_status", stakeholder=first, status="coming")
    assert laptop.model("stakeholders")["counts"] == {
        "all": 2,
        "to_invite": 1,
        "invited": 0,
        "coming": 1,
        "declined": 0,
        "came": 0,
    }


def test_shops_and_the_organiser_s_own_words_are_unexpected(room: Room, laptop: Laptop) -> None:
    for name, word in [("A", "shop"), ("B", "Radio locale"), ("C", "elected")]:
        laptop.do("stakeholders", "write_stakeholder", name=name, category=word)
    assert laptop.model("stakeholders")["unexpected"] == 2
    assert category(laptop, "Radio locale")["unexpected"]
    assert not category(laptop, "elected")["unexpected"]


def test_one_word_written_two_ways_is_one_category(room: Room, laptop: Laptop) -> None:
    laptop.do("stakeholders", "write_stakeholder", name="A", category="Médias")
    laptop.do("stakeholders", "write_stakeholder", name="B", category="medias")
    assert len(category(laptop, "Médias")["people"]) == 2


def test_a_stakeholder_is_changed_and_keeps_their_status(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Boulangerie", category="shop")["id"]
    laptop.do("stakeholders", "set_status", stakeholder=who, status="invited")
    laptop.do(
        "stakeholders",
        "write_stakeholder",
        id=who,
        name="Boulangerie du Pont",
        category="shop",
        email="pain@pont.example",
    )
    (kept,) = room.read(lambda repository: repository.list_stakeholders())
    assert (kept.name, kept.email) == ("Boulangerie du Pont", "pain@pont.example")
    assert kept.status is StakeholderStatus.INVITED


def test_a_stakeholder_is_removed(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="A", category="shop")["id"]
    laptop.do("stakeholders", "remove_stakeholder", stakeholder=who)
    assert laptop.model("stakeholders")["counts"]["all"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"category": " "},
        {"email": "sans-arobase"},
        {"email": "a@b"},
        {"name": "n" * 200},
        {"name": 3},
        {"sector": "s" * 161},
    ],
)
def test_a_wrong_entry_is_refused_and_nothing_written(room: Room, laptop: Laptop, wrong: dict[str, object]) -> None:
    laptop.refuse("stakeholders", "write_stakeholder", **{"name": "A", "category": "shop", **wrong})
    assert laptop.model("stakeholders")["counts"]["all"] == 0


def test_a_slip_in_an_address_is_refused_with_what_was_written(room: Room, laptop: Laptop) -> None:
    said = laptop.refuse("stakeholders", "write_stakeholder", name="A", category="shop", email="pain@pont")
    assert "pain@pont" in said


def test_a_stakeholder_s_sector_may_be_none_of_the_workshop_s(room: Room, laptop: Laptop) -> None:
    laptop.do("stakeholders", "write_stakeholder", name="A", category="shop", sector="Hors commune")
    assert category(laptop, "shop")["people"][0]["sector"] == "Hors commune"


def test_a_change_of_a_stakeholder_nobody_listed_is_refused(room: Room, laptop: Laptop) -> None:
    laptop.refuse("stakeholders", "write_stakeholder", id="nobody", name="A", category="shop")
    assert laptop.model("stakeholders")["counts"]["all"] == 0


def test_an_unknown_status_is_refused(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="A", category="shop")["id"]
    assert "maybe" in laptop.refuse("stakeholders", "set_status", stakeholder=who, status="maybe")
    laptop.refuse("stakeholders", "set_status", stakeholder="nobody", status="coming")
    assert laptop.model("stakeholders")["counts"]["to_invite"] == 1


def test_a_few_categories_with_about_as_many_each_lean_to_none_of_them(room: Room, laptop: Laptop) -> None:
    for number, word in enumerate(["elected", "association", "association", "shop", "school", "charity", "health"]):
        laptop.do("stakeholders", "write_stakeholder", name=f"Body {number}", category=word)
    say = Translator("fr")
    (gap,) = [one for one in laptop.model("stakeholders")["gaps"] if one["about"] == "evenness"]
    assert gap["sentence"] == say("facilitator.stakeholders.gap.few", reached=6, categories=11)
    for number in range(3):
        laptop.do("stakeholders", "write_stakeholder", name=f"Shop {number}", category="shop")
    (gap,) = [one for one in laptop.model("stakeholders")["gaps"] if one["about"] == "evenness"]
    category = say.category(Category.SHOP)
    assert gap["sentence"] == say("facilitator.stakeholders.gap.leans", category=category, count=4, all=10)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("word", [*Category])
def test_what_the_list_leans_to_is_named_and_counted_without_making_anybody_one(language: str, word: Category) -> None:
    say = Translator(language)
    said = say("facilitator.stakeholders.gap.leans", category=say.category(word), count=5, all=7)
    (name, count) = said.split(". ", 1)[1].split(":")
    assert name.strip() == say.category(word)
    assert [one for one in count.split() if one.strip(".").isdigit()] == ["5", "7."]


def test_every_category_is_named_as_somebody_in_both_languages() -> None:
    for language in ("fr", "en"):
        assert all(Translator(language).knows(f"facilitator.stakeholders.who.{one}") for one in Category)


def test_one_sentence_says_who_is_missing_and_one_thing_is_next(make_room: MakeRoom) -> None:
    room = make_room()
    laptop = room.laptop()
    assert laptop.model("stakeholders")["said"] == "La liste est vide\u00a0: tout le monde manque encore."
    assert laptop.model("stakeholders")["next"]["act"] == "begin"
    laptop.do("stakeholders", "write_stakeholder", name="Mairie", category="elected")
    laptop.refresh("stakeholders")
    said = laptop.model("stakeholders")["said"]
    assert said.startswith("Il manque 10 catégories sur 11\u202f: ") or said.startswith(
        "Il manque 10 catégories sur 11"
    )
    assert said.endswith("et 6 autres.")
    assert laptop.model("stakeholders")["next"]["act"] == "add"
    for category in ("civil_servant", "association", "shop", "company", "resident", "health", "school"):
        laptop.do("stakeholders", "write_stakeholder", name=category, category=category)
    for category in ("culture_sport", "charity", "union"):
        laptop.do("stakeholders", "write_stakeholder", name=category, category=category)
    laptop.refresh("stakeholders")
    assert laptop.model("stakeholders")["said"].startswith("Chaque catégorie est sur la liste")
    assert (laptop.model("stakeholders")["next"]["act"], laptop.model("stakeholders")["next"]["number"]) == (
        "invite",
        11,
    )
