"""Stakes: what is judged, and which of them are chosen."""

from __future__ import annotations

from datetime import UTC, datetime

from workshop_kit.domain.judgment import Grade, Judgment
from workshop_kit.domain.stakes import (
    ProposedStake,
    StakeGrade,
    find_unfinished,
    judge_stakes,
    list_stakes,
    pick_first,
    shuffle_for,
    suggest_same,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def stake(id: str, text: str = "", into: str | None = None, **said: object) -> ProposedStake:
    return ProposedStake(id, text or id, "", NOON, into, **said)  # type: ignore[arg-type]


def ranked(*ranks: int, median: Grade | None = Grade.GOOD) -> list[Judgment]:
    return [Judgment(str(place), (0,) * 7, 0, median, rank) for place, rank in enumerate(ranks)]


def test_what_says_the_same_is_judged_once_under_its_title() -> None:
    found = list_stakes([stake("a", title="Vivre ici"), stake("b", into="a"), stake("c"), stake("d", left_out=True)])
    assert [(one.id, one.title, one.texts) for one in found] == [("a", "Vivre ici", ("a", "b")), ("c", "c", ("c",))]


def test_what_stands_under_one_that_is_left_out_stands_by_itself() -> None:
    found = list_stakes([stake("a", left_out=True), stake("b", into="a"), stake("c", into="gone")])
    assert [one.id for one in found] == ["b", "c"]


def test_each_judge_reads_the_stakes_in_an_order_of_their_own_that_stays() -> None:
    options = list_stakes([stake(name) for name in "abcdefgh"])
    orders = {judge: tuple(one.id for one in shuffle_for(judge, options)) for judge in ("x", "y", "z")}
    assert len(set(orders.values())) == 3
    assert orders["x"] == tuple(one.id for one in shuffle_for("x", reversed(options)))


def test_stakes_in_nearly_the_same_words_are_suggested() -> None:
    options = list_stakes(
        [stake("a", "L’accès aux soins"), stake("b", "Accès aux soins pour tous"), stake("c", "L’eau")]
    )
    assert [set(one) for one in suggest_same(options)] == [{"a", "b"}]


def test_a_grade_of_what_was_put_under_another_since_counts_for_nothing() -> None:
    options = list_stakes([stake("a"), stake("b", into="a"), stake("c")])
    grades = [
        StakeGrade("paper-1", "b", Grade.EXCELLENT),
        StakeGrade("paper-1", "c", Grade.PASSABLE),
        StakeGrade("paper-2", "b", Grade.GOOD),
    ]
    found = {one.option: one for one in judge_stakes(options, grades)}
    assert (found["c"].median, found["c"].judges) == (Grade.PASSABLE, 1)
    assert (found["a"].median, found["a"].blanks) == (Grade.REJECT, 1)


def test_a_ballot_begun_on_a_phone_and_never_finished_rejects_nothing() -> None:
    options = list_stakes([stake(name) for name in "abc"])
    grades = [
        *(StakeGrade("whole", name, Grade.GOOD) for name in "abc"),
        StakeGrade("begun", "a", Grade.EXCELLENT),
        StakeGrade("paper-1", "a", Grade.GOOD),  # a paper is handed in whole: its blanks are blanks
    ]
    assert find_unfinished(options, grades) == {"begun"}
    found = {one.option: (one.judges, one.blanks) for one in judge_stakes(options, grades)}
    assert found == {"a": (2, 0), "b": (2, 1), "c": (2, 1)}
    lenient = {one.option: one.judges for one in judge_stakes(options, grades, blanks_count=False)}
    assert lenient == {"a": 3, "b": 1, "c": 1}


def test_the_first_five_are_chosen() -> None:
    assert pick_first(ranked(1, 2, 3, 4, 5, 6, 7)).chosen == ("0", "1", "2", "3", "4")
    assert pick_first(ranked(1, 2)).chosen == ("0", "1")


def test_a_tie_on_the_last_place_chooses_nobody_over_another() -> None:
    found = pick_first(ranked(1, 2, 3, 4, 5, 5, 5))
    assert (found.chosen, found.tied) == (("0", "1", "2", "3"), ("4", "5", "6"))
    assert pick_first(ranked(1, 1, 1), places=3).tied == ()


def test_what_nobody_judged_is_not_chosen() -> None:
    assert pick_first(ranked(1, 1, median=None)).chosen == ()
