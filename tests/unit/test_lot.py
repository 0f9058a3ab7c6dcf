"""A lot that is fair to each person: quotas, chances, dice, and the least change of what is impossible."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from workshop_kit.domain.lot import PANELS, make_lottery, read_dice, relax_quotas, throw_dice
from workshop_kit.domain.lot_pool import apply_changes
from workshop_kit.domain.lots import Lot, Quota, RelaxedBound
from workshop_kit.errors import InvalidEntry

HALVES = (
    Quota("gender", "f", 9, 20),
    Quota("gender", "m", 9, 20),
    Quota("side", "a", 9, 20),
    Quota("side", "b", 9, 20),
)
#: The published example: 99 and 100 people alike, and one whom a greedy draw gives 1.21 %.
EXAMPLE = ((0, 2),) * 99 + ((1, 3),) * 100 + ((0, 3),)


def test_on_the_published_example_everybody_has_one_chance_in_ten() -> None:
    found = make_lottery(EXAMPLE, HALVES, 20)
    assert set(found.chances) == {0.1}
    assert found.ideal == pytest.approx([0.1] * 200, abs=1e-9)
    assert found.missing == 0


def test_each_panel_fulfils_the_quotas_and_people_alike_have_chances_alike() -> None:
    people = ((0, 2), (0, 3), (1, 2), (1, 3)) * 7 + ((0, 2),) * 5
    quotas = (
        Quota("gender", "f", 3, 4),
        Quota("gender", "m", 3, 4),
        Quota("side", "a", 2, 3),
        Quota("side", "b", 4, 5),
    )
    found = make_lottery(people, quotas, 7)
    assert len(found.panels) == PANELS
    for panel in found.panels:
        counts = Counter(place for person in panel for place in people[person])
        assert len(set(panel)) == 7
        assert all(one.least <= counts[place] <= one.most for place, one in enumerate(quotas))
    assert sum(found.chances) == pytest.approx(7)
    assert found.deviation < 1 / PANELS
    for kind in set(people):
        counts_of_kind = {round(c * PANELS) for c, one in zip(found.chances, people, strict=True) if one == kind}
        assert max(counts_of_kind) - min(counts_of_kind) <= 1


def test_who_can_be_in_no_panel_has_no_chance_and_the_others_have_theirs() -> None:
    people = ((0,),) * 4 + ((1,),) * 4
    found = make_lottery(people, (Quota("age", "young", 2, 2), Quota("age", "old", 0, 0)), 2)
    assert found.chances == (0.5,) * 4 + (0.0,) * 4


def test_the_smallest_change_of_impossible_quotas_is_named() -> None:
    people = ((0,),) * 2 + ((1,),) * 20
    quotas = (Quota("work", "farmer", 3, 5), Quota("work", "other", 5, 7))
    assert relax_quotas(people, quotas, 10) == (
        RelaxedBound("work", "farmer", "min", 3, 2, 2),
        RelaxedBound("work", "other", "max", 7, 8, 20),
    )
    with pytest.raises(InvalidEntry) as refused:
        make_lottery(people, quotas, 10)
    assert refused.value.code == "lot-impossible"
    changes = relax_quotas(people, quotas, 10)
    assert relax_quotas(people, apply_changes(quotas, changes), 10) == ()
    assert make_lottery(people, quotas, 10, changes).chances[:2] == (1.0, 1.0)


def test_quotas_that_can_be_met_are_left_as_they_are() -> None:
    assert relax_quotas(EXAMPLE, HALVES, 20) == ()


@pytest.mark.parametrize(("dice", "panel"), [("417", 417), ("0417", 417), ("000", 0), ("4 1 7", 417), ("12999", 999)])
def test_three_figures_or_more_choose_a_panel(dice: str, panel: int) -> None:
    assert read_dice(dice) == panel


def test_four_dice_choose_each_panel_equally_often() -> None:
    assert set(Counter(read_dice(f"{throw:04}") for throw in range(10_000)).values()) == {10}


@pytest.mark.parametrize(
    ("dice", "code"),
    [("abc", "lot-dice"), ("", "lot-dice"), ("-", "lot-dice"), ("١٢٣", "lot-dice"), ("41", "lot-dice-few")],
)
def test_what_is_no_throw_is_refused(dice: str, code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_dice(dice)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("people", "size", "code"), [((), 1, "lot-nobody"), (((0,),), 2, "lot-size"), (((0,),), 0, "lot-size")]
)
def test_a_panel_that_the_list_cannot_fill_is_refused(
    people: tuple[tuple[int, ...], ...], size: int, code: str
) -> None:
    with pytest.raises(InvalidEntry) as refused:
        make_lottery(people, (Quota("a", "b", 0, 9),), size)
    assert refused.value.code == code


def test_the_dice_choose_the_panel_of_their_number() -> None:
    panels = tuple((number + 1,) for number in range(PANELS))
    at = datetime(2027, 1, 1, tzinfo=UTC)
    lot = Lot("l", "f", "d", "q", "e", 1, (), (), (0.001,) * PANELS, (0.001,) * PANELS, 0.0, panels, at)
    thrown = throw_dice(lot, " 04 17 ", at)
    assert (thrown.dice, thrown.drawn) == ("0417", (418,))
