"""Places in the matrix, and what is not a place."""

from __future__ import annotations

import pytest

from workshop_kit.domain.matrix import COLUMNS, ROWS, Zone, check_score, place_scores, zone_of
from workshop_kit.domain.model import Score
from workshop_kit.errors import InvalidEntry


def test_an_unanswered_score_is_not_a_zero() -> None:
    matrix = place_scores([Score("ana", "c", None, None), Score("ben", "c", 0, 0), Score("cleo", "c", 2, None)])
    assert matrix.unanswered == ("ana", "cleo")
    assert matrix.placed == 1
    assert matrix.counts[2][0] == 1


def test_i_do_not_know_is_neither_a_zero_nor_no_answer() -> None:
    matrix = place_scores([Score("ana", "c", None, None, unsure=True)])
    assert matrix.unsure == ("ana",)
    assert matrix.unanswered == ()
    assert matrix.placed == 0


def test_rows_go_from_the_most_wished_for_and_columns_from_the_least_competent() -> None:
    matrix = place_scores([Score("ana", "c", 3, 2), Score("ben", "c", 0, -2)])
    assert matrix.cells[0][3] == ("ana",)
    assert matrix.cells[4][0] == ("ben",)


@pytest.mark.parametrize(
    ("competence", "interest", "zone"),
    [
        (2, 1, Zone.READY),
        (3, 2, Zone.READY),
        (1, 1, Zone.LEARNING),
        (0, 2, Zone.LEARNING),
        (3, 0, Zone.ADVICE),
        (2, -1, Zone.ADVICE),
        (3, -2, Zone.RESTING),
        (2, -2, Zone.RESTING),
        (1, 0, Zone.RESTING),
        (0, -1, Zone.RESTING),
    ],
)
def test_each_place_has_its_zone(competence: int, interest: int, zone: Zone) -> None:
    assert zone_of(competence, interest) is zone


def test_the_four_zones_are_all_the_places_and_share_none() -> None:
    scores = [Score(f"{c}{i}", "c", c, i) for c in COLUMNS for i in ROWS]
    assert place_scores(scores).zones == {Zone.READY: 4, Zone.LEARNING: 4, Zone.ADVICE: 4, Zone.RESTING: 8}


@pytest.mark.parametrize("value", [-1, 4, 2.0, True, "2"])
def test_a_competence_off_the_scale_is_refused(value: object) -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_score(value, 0)  # type: ignore[arg-type]
    assert refused.value.code == "competence-out-of-range"


@pytest.mark.parametrize("value", [-3, 3, False])
def test_an_interest_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_score(None, value)
    assert refused.value.code == "interest-out-of-range"


def test_i_do_not_know_does_not_go_with_a_score() -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_score(0, None, unsure=True)
    assert refused.value.code == "unsure-with-score"
