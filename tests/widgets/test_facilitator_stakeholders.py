"""Step 2: who is missing is said before the invitations leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.facilitator_stage import Stage, set_stage
from workshop_kit.domain.model import Category, StakeholderStatus
from workshop_kit.i18n import Translator
from workshop_kit.widgets.facilitator import stakeholders_panel
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path)
    yield made
    made.close()


@pytest.fixture
def panel(stage: Stage) -> Panel:
    return stakeholders_panel(stage.window)


def category(panel: Panel, word: str) -> dict[str, Any]:
    return next(one for one in panel.model["categories"] if one["category"] == word)


def test_an_empty_list_misses_every_usual_category(panel: Panel) -> None:
    assert {one["missing"] for one in panel.model["categories"]} == {"unlisted"}
    assert {one["category"] for one in panel.model["categories"]} == set(Category) - {Category.OTHER}


def test_a_category_is_missed_until_somebody_of_it_comes(stage: Stage, panel: Panel) -> None:
    who = stage.do(panel, "write_stakeholder", name="Cabinet infirmier", category="health")["id"]
    seen = [category(panel, "health")["missing"]]
    for status in ("invited", "coming", "declined"):
        stage.do(panel, "set_status", stakeholder=who, status=status)
        seen.append(category(panel, "health")["missing"])
    assert seen == ["to_invite", "unanswered", None, "declined"]


def test_counts_follow_the_invitations(stage: Stage, panel: Panel) -> None:
    first = stage.do(panel, "write_stakeholder", name="A", category="shop")["id"]
    stage.do(panel, "write_stakeholder", name="B", category="elected")
    stage.do(panel, "set_status", stakeholder=first, status="coming")
    assert panel.model["counts"] == {"all": 2, "to_invite": 1, "invited": 0, "coming": 1, "declined": 0}


def test_shops_and_the_organiser_s_own_words_are_unexpected(stage: Stage, panel: Panel) -> None:
    for name, word in [("A", "shop"), ("B", "Radio locale"), ("C", "elected")]:
        stage.do(panel, "write_stakeholder", name=name, category=word)
    assert panel.model["unexpected"] == 2
    assert category(panel, "Radio locale")["unexpected"]
    assert not category(panel, "elected")["unexpected"]


def test_one_word_written_two_ways_is_one_category(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_stakeholder", name="A", category="Médias")
    stage.do(panel, "write_stakeholder", name="B", category="medias")
    assert len(category(panel, "Médias")["people"]) == 2


def test_a_stakeholder_is_changed_and_keeps_their_status(stage: Stage, panel: Panel) -> None:
    who = stage.do(panel, "write_stakeholder", name="Boulangerie", category="shop")["id"]
    stage.do(panel, "set_status", stakeholder=who, status="invited")
    stage.do(panel, "write_stakeholder", id=who, name="Boulangerie du Pont", category="shop", email="pain@pont.example")
    (kept,) = stage.read(lambda repository: repository.list_stakeholders())
    assert (kept.name, kept.email) == ("Boulangerie du Pont", "pain@pont.example")
    assert kept.status is StakeholderStatus.INVITED


def test_a_stakeholder_is_removed(stage: Stage, panel: Panel) -> None:
    who = stage.do(panel, "write_stakeholder", name="A", category="shop")["id"]
    stage.do(panel, "remove_stakeholder", stakeholder=who)
    assert panel.model["counts"]["all"] == 0


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
def test_a_wrong_entry_is_refused_and_nothing_written(stage: Stage, panel: Panel, wrong: dict[str, object]) -> None:
    stage.refuse(panel, "write_stakeholder", **{"name": "A", "category": "shop", **wrong})
    assert panel.model["counts"]["all"] == 0


def test_a_slip_in_an_address_is_refused_with_what_was_written(stage: Stage, panel: Panel) -> None:
    said = stage.refuse(panel, "write_stakeholder", name="A", category="shop", email="pain@pont")
    assert "pain@pont" in said


def test_a_stakeholder_s_sector_may_be_none_of_the_workshop_s(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_stakeholder", name="A", category="shop", sector="Hors commune")
    assert category(panel, "shop")["people"][0]["sector"] == "Hors commune"


def test_a_change_of_a_stakeholder_nobody_listed_is_refused(stage: Stage, panel: Panel) -> None:
    stage.refuse(panel, "write_stakeholder", id="nobody", name="A", category="shop")
    assert panel.model["counts"]["all"] == 0


def test_an_unknown_status_is_refused(stage: Stage, panel: Panel) -> None:
    who = stage.do(panel, "write_stakeholder", name="A", category="shop")["id"]
    assert "maybe" in stage.refuse(panel, "set_status", stakeholder=who, status="maybe")
    stage.refuse(panel, "set_status", stakeholder="nobody", status="coming")
    assert panel.model["counts"]["to_invite"] == 1


def test_every_category_is_named_as_somebody_in_both_languages() -> None:
    for language in ("fr", "en"):
        assert all(Translator(language).knows(f"facilitator.stakeholders.who.{one}") for one in Category)
