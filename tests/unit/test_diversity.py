"""Who is there, who is missing, and the four conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workshop_kit.domain.diversity import (
    USUAL_CATEGORIES,
    Absence,
    explain_absence,
    find_absent_categories,
    is_unexpected,
    measure_conditions,
    measure_presence,
)
from workshop_kit.domain.model import (
    Dots,
    Idea,
    Origin,
    Participant,
    Score,
    Sector,
    Source,
    Stakeholder,
    StakeholderStatus,
)

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def join(id: str, category: str = "shop", sector: str = "") -> Participant:
    return Participant(id, id, category, sector, Origin.ROOM, NOW)


def write(author: str | None, source: Source | None = None, minutes: int = 0) -> Idea:
    return Idea(f"{author}{minutes}", "c", "idée", source, author, NOW + timedelta(minutes=minutes))


def test_every_usual_category_is_counted_even_at_zero() -> None:
    assert [presence.category for presence in measure_presence([])] == list(USUAL_CATEGORIES)


def test_an_invitation_counts_whatever_the_answer() -> None:
    statuses = (StakeholderStatus.TO_INVITE, StakeholderStatus.COMING, StakeholderStatus.DECLINED)
    bodies = [Stakeholder(str(i), "shop", str(i), status=status) for i, status in enumerate(statuses)]
    shop = next(one for one in measure_presence(bodies, [join("ana")]) if one.category == "shop")
    assert (shop.listed, shop.invited, shop.coming, shop.present) == (3, 2, 1, 1)


def test_an_organisers_own_word_is_a_category_once() -> None:
    bodies = [Stakeholder("1", "Pêcheurs", "a"), Stakeholder("2", "pecheurs", "b")]
    assert [(p.category, p.listed) for p in measure_presence(bodies)][len(USUAL_CATEGORIES) :] == [("Pêcheurs", 2)]


def test_a_category_that_declined_is_absent_again() -> None:
    assert "shop" not in find_absent_categories([Stakeholder("1", "shop", "a")])
    declined = Stakeholder("1", "shop", "a", status=StakeholderStatus.DECLINED)
    assert "shop" in find_absent_categories([declined])
    assert "shop" not in find_absent_categories([declined], [join("ana")])


def test_nothing_is_claimed_that_cannot_be_measured() -> None:
    conditions = measure_conditions([], [])
    assert conditions.diversity.value is None
    assert conditions.independence.value is None
    assert conditions.decentralisation.value is None
    assert conditions.aggregation.value is None


def test_someone_known_from_a_file_alone_is_not_present() -> None:
    conditions = measure_conditions([join("ana", category="")], [])
    assert conditions.diversity.value is None


def test_a_category_present_but_silent_is_named() -> None:
    conditions = measure_conditions([join("ana"), join("ben", "health")], [write("ben")])
    assert conditions.silent_categories == ("shop",)
    assert conditions.diversity.reason.code == "diversity-silent"
    assert conditions.diversity.value == pytest.approx(2 / len(USUAL_CATEGORIES))


def test_ideas_written_after_the_reveal_are_not_independent() -> None:
    ideas = [write("ana"), write("ana", minutes=10)]
    revealed = {"c": NOW + timedelta(minutes=5)}
    conditions = measure_conditions([join("ana")], ideas, revealed_at=revealed)
    assert conditions.independence.value == pytest.approx(0.5)


def test_independence_is_not_measured_before_any_reveal() -> None:
    independence = measure_conditions([join("ana")], [write("ana")]).independence
    assert (independence.value, independence.reason.code) == (None, "independence-unrevealed")


def test_each_challenge_has_its_own_reveal_and_those_never_revealed_are_not_counted() -> None:
    ideas = [write("ana"), write("ana", minutes=10), replace(write("ana", minutes=10), id="d", challenge="d")]
    revealed = {"c": NOW + timedelta(minutes=20), "d": NOW + timedelta(minutes=5)}
    assert measure_conditions([join("ana")], ideas, revealed_at=revealed).independence.value == pytest.approx(2 / 3)
    independence = measure_conditions([join("ana")], ideas, revealed_at={"c": revealed["c"]}).independence
    assert independence.value == 1
    assert independence.reason.values == {"alone": 2, "ideas": 2, "uncounted": 1}


def test_ideas_of_a_file_or_of_nobody_known_are_not_counted_as_independent() -> None:
    people = [join("ana"), replace(join("fil"), origin=Origin.FILE)]
    ideas = [write("ana"), write("ana", minutes=10), write("fil"), write(None)]
    revealed = {"c": NOW + timedelta(minutes=5)}
    independence = measure_conditions(people, ideas, revealed_at=revealed).independence
    assert independence.value == pytest.approx(0.5)
    assert independence.reason.code == "independence-partial"
    assert independence.reason.values["uncounted"] == 2
    nobody = measure_conditions(people, ideas[2:], revealed_at=revealed).independence
    assert (nobody.value, nobody.reason.code) == (None, "independence-unattributed")


def test_ideas_written_after_a_slip_are_counted_apart() -> None:
    """What was shown by mistake was seen: nothing written after it is said to be written before any was."""
    ideas = [write("ana"), write("ana", minutes=10), write("ana", minutes=30)]
    revealed, glimpsed = {"c": NOW + timedelta(minutes=20)}, {"c": NOW + timedelta(minutes=5)}
    reason = measure_conditions([join("ana")], ideas, revealed_at=revealed, glimpsed_at=glimpsed).independence.reason
    assert (reason.code, reason.values["alone"], reason.values["seen"]) == ("independence-slip", 2, 1)
    ideas.append(write(None))
    reason = measure_conditions([join("ana")], ideas, revealed_at=revealed, glimpsed_at=glimpsed).independence.reason
    assert (reason.code, reason.values["uncounted"]) == ("independence-partial-slip", 1)
    early = measure_conditions([join("ana")], ideas[:1], revealed_at=revealed, glimpsed_at=glimpsed).independence
    assert early.reason.code == "independence-complete", "a slip that nobody wrote after changed nothing"


def test_knowing_first_hand_is_measured_on_the_ideas_that_say_how() -> None:
    ideas = [write("ana", Source.LIVED), write("ana", Source.FIELD, 1), write("ana", Source.DATA, 2), write("ana")]
    conditions = measure_conditions([join("ana", sector="Bourg")], ideas)
    assert conditions.decentralisation.value == pytest.approx(2 / 3)


def test_a_sector_without_voice_is_named() -> None:
    sectors = [Sector("1", "Le Bourg"), Sector("2", "Le Moulin")]
    conditions = measure_conditions([join("ana", sector="le bourg")], [write("ana", Source.LIVED)], sectors=sectors)
    assert conditions.silent_sectors == ("Le Moulin",)
    assert conditions.decentralisation.reason.values["sectors"] == "Le Moulin"


def test_a_zero_is_an_answer_that_counts_and_no_answer_does_not() -> None:
    people = [join("ana"), join("ben"), join("cleo"), join("dan")]
    scores = [Score("ana", "c", 0, -2), Score("ben", "c", None, None)]
    conditions = measure_conditions(people, [], scores, [Dots("cleo", "c", "o", 1), Dots("dan", "c", "o", 0)])
    assert conditions.aggregation.value == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("word", "unexpected"), [("shop", True), ("elected", False), ("other", False), ("Radio", True)]
)
def test_a_category_seldom_seen_or_a_word_of_one_s_own_is_unexpected(word: str, unexpected: bool) -> None:
    assert is_unexpected(word) is unexpected


def test_why_nobody_of_a_category_comes_is_said_until_somebody_does() -> None:
    said = []
    for status in (None, *StakeholderStatus):
        people = [] if status is None else [Stakeholder("a", "health", "Cabinet", status=status)]
        (health,) = [one for one in measure_presence(people) if one.category == "health"]
        said.append(explain_absence(health, find_absent_categories(people)))
    assert said == [Absence.UNLISTED, Absence.TO_INVITE, Absence.UNANSWERED, None, Absence.DECLINED, None]


def test_nobody_is_missed_under_other() -> None:
    (other,) = [one for one in measure_presence([Stakeholder("a", "other", "?")]) if one.category == "other"]
    assert explain_absence(other, ("other",)) is None
