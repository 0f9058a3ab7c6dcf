"""Who is missing from a list of invitations, how even it is, and whom to add."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue, Entry
from workshop_kit.domain.coverage import (
    measure_coverage,
    measure_entropy,
    measure_evenness,
    suggest_invitations,
)
from workshop_kit.domain.model import Sector, Stakeholder, StakeholderStatus
from workshop_kit.i18n import LANGUAGES, Translator

BOURG, LAC = Sector("1", "Le Bourg"), Sector("2", "Le Lac")
CATALOGUE = Catalogue(
    (
        Entry("councillors", "Élus", "elected", examples="le maire"),
        Entry("shops", "Commerces", "shop", naf=("47",)),
        Entry("clubs", "Clubs", "culture_sport", examples="le club de foot"),
        Entry("hunters", "Chasseurs", "Chasse", examples="la société de chasse"),
    )
)


def shop(number: int, sector: str = "", *, taken: str | None = None, gone: bool = False) -> Candidate:
    return Candidate(str(number), Register.SIRENE, "Épicerie", entry="shops", sector=sector, taken=taken, gone=gone)


def body(number: int, category: str, sector: str = "") -> Stakeholder:
    return Stakeholder(str(number), category, f"b{number}", sector=sector)


def test_a_list_is_counted_by_category_and_sector_without_those_who_declined() -> None:
    listed = [
        body(1, "elected", "le bourg"),
        body(2, "Chasse", "ailleurs"),
        Stakeholder("3", "shop", "c", status=StakeholderStatus.DECLINED),
    ]
    found = measure_coverage(listed, (BOURG, LAC))
    counts = {one.name: one.count for one in found.categories}
    assert (counts["elected"], counts["Chasse"], counts["shop"]) == (1, 1, 0)
    assert [(one.name, one.count) for one in found.sectors] == [("Le Bourg", 1), ("Le Lac", 0)]
    assert (found.listed, found.unplaced, found.silent, found.experts) == (2, 1, ("Le Lac",), 0.5)
    assert "shop" in found.absent


def test_nothing_is_said_of_a_list_that_names_nobody() -> None:
    found = measure_coverage((), (BOURG,))
    assert (found.listed, found.evenness, found.experts) == (0, None, None)


def test_residents_are_no_presumed_experts() -> None:
    assert measure_coverage([body(1, "resident"), body(2, "other"), body(3, "health")], ()).experts == 1 / 3


def test_who_is_unexpected_within_a_category_is_no_presumed_expert() -> None:
    listed = [body(1, "health"), body(2, "health")]
    assert measure_coverage(listed, (), {listed[0].id}).experts == 1 / 2


@given(st.lists(st.integers(0, 50), min_size=2, max_size=12).filter(any))
def test_evenness_is_one_for_an_even_list_alone(counts: list[int]) -> None:
    evenness = measure_evenness(counts)
    assert 0 <= evenness <= 1 + 1e-12
    assert (evenness > 1 - 1e-12) == (len(set(counts)) == 1)


def test_entropy_is_the_logarithm_of_the_kinds_when_they_are_even() -> None:
    assert abs(measure_entropy([3, 3, 3]) - log(3)) < 1e-12
    assert measure_entropy([0, 5]) == 0 == measure_entropy([])


def test_an_absent_category_is_suggested_where_the_register_knows_most_of_it_in_a_silent_sector() -> None:
    listed = [body(1, "elected", "Le Bourg"), body(2, "elected", "Le Bourg")]
    candidates = [shop(1, "Le Bourg"), shop(2, "Le Lac"), shop(3, "Le Lac"), shop(4)]
    first, *others = suggest_invitations(measure_coverage(listed, (BOURG, LAC)), candidates, CATALOGUE)
    assert (first.category, first.sector, first.candidates) == ("shop", "Le Lac", 2)
    assert first.reason.code == "suggest-nobody-sector"
    assert (first.reason.values["registered"], first.reason.values["there"]) == (4, 2)
    assert {one.entry for one in others} == {"clubs", "hunters"}
    assert {one.reason.code for one in others} == {"suggest-nobody-catalogue"}


def test_where_all_of_a_register_are_in_one_sector_they_are_not_said_to_be_a_part_of_it() -> None:
    listed = [body(1, "elected", "Le Bourg")]
    for candidates in ([shop(1, "Le Lac")], [shop(1, "Le Lac"), shop(2, "Le Lac")]):
        first, *_ = suggest_invitations(measure_coverage(listed, (BOURG, LAC)), candidates, CATALOGUE)
        assert first.reason.code == "suggest-nobody-there"
        assert first.reason.values["registered"] == len(candidates)


def test_who_was_taken_or_is_gone_is_suggested_no_more() -> None:
    candidates = [shop(1, taken="b1"), shop(2, gone=True)]
    suggested = suggest_invitations(measure_coverage([body(1, "elected")], ()), candidates, CATALOGUE)
    assert next(one for one in suggested if one.category == "shop").candidates == 0


def test_no_two_suggestions_are_of_one_kind_and_each_raises_diversity() -> None:
    listed = [body(1, "elected"), body(2, "shop")]
    suggested = suggest_invitations(measure_coverage(listed, ()), [shop(9)], CATALOGUE, at_most=10)
    assert len({one.entry for one in suggested}) == len(suggested) >= 2
    assert all(one.gain > 0 for one in suggested)


def test_an_empty_list_is_told_whom_to_begin_with() -> None:
    assert len(suggest_invitations(measure_coverage((), (BOURG,)), [shop(1)], CATALOGUE, at_most=3)) == 3


def test_a_suggestion_speaks_of_the_list_as_it_stands_not_as_it_would_be_with_those_before_it() -> None:
    listed = [body(number, "elected") for number in range(9)] + [body(10, "shop")]
    suggested = suggest_invitations(measure_coverage(listed, ()), (), CATALOGUE)
    assert {one.reason.values["all"] for one in suggested} == {10}
    assert {one.entry: one.reason.values["listed"] for one in suggested}["shops"] == 1


def test_how_few_there_are_of_a_category_is_said_with_its_first_suggestion_alone() -> None:
    catalogue = Catalogue((*CATALOGUE, Entry("choirs", "Chorales", "culture_sport", examples="la chorale")))
    listed = [body(number, "elected") for number in range(9)]
    suggested = suggest_invitations(measure_coverage(listed, ()), (), catalogue, at_most=9)
    codes = [one.reason.code for one in suggested if one.category == "culture_sport"]
    assert codes == ["suggest-nobody-catalogue", "suggest-also-catalogue"]


def test_one_more_of_a_category_that_all_live_in_one_sector_is_said_in_every_language() -> None:
    catalogue = Catalogue((*CATALOGUE, Entry("choirs", "Chorales", "culture_sport", examples="la chorale")))
    listed = [body(number, "elected", "Le Bourg") for number in range(9)]
    clubs = [replace(shop(number, place), entry="clubs") for number, place in ((1, "Le Lac"), (2, "Le Lac"))]
    choirs = [replace(shop(3, "Le Mont"), entry="choirs")]
    everywhere = measure_coverage(listed, (BOURG, LAC, Sector("3", "Le Mont")))
    suggested = suggest_invitations(everywhere, [*clubs, *choirs], catalogue, at_most=9)
    codes = {one.entry: one.reason.code for one in suggested}
    assert (codes["clubs"], codes["choirs"]) == ("suggest-nobody-there", "suggest-also-there")
    assert {one.reason.code for one in suggested} <= Translator("fr").section("reasons").keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", ["", "-sector", "-there", "-catalogue"])
@pytest.mark.parametrize("how", ["nobody", "few", "also"])
def test_every_suggestion_has_its_sentence(how: str, where: str, language: str) -> None:
    assert Translator(language).knows(f"reasons.suggest-{how}{where}")
