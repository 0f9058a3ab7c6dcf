"""Majority profiles of two votes, drawn and said in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.judgment import FIVE_GRADES, SEVEN_GRADES, Judgment, find_median
from workshop_kit.domain.model import Idea
from workshop_kit.domain.results import VoteResult
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.plots import describe_profiles, draw_profiles
from workshop_kit.report.blocks import Picture
from workshop_kit.report.results import _write_drawing, write_profiles
from workshop_kit.report.typst_source import share_width

NAMES = {"a": "Tour de garde entre clubs, au gymnase", "b": "Numéro unique dans chaque vitrine", "c": r"Les $\bourses$"}
FIRST = {"a": (2, 2, 5, 7, 10, 11, 9), "b": (2, 3, 7, 9, 13, 8, 4)}
SECOND = {"a": (1, 2, 3, 5, 9, 14, 12), "b": (3, 4, 8, 12, 10, 6, 3)}


def judge(profiles: Mapping[str, tuple[int, ...]]) -> list[Judgment]:
    return [
        Judgment(option, counts, 0, find_median(counts), rank)
        for rank, (option, counts) in enumerate(profiles.items(), start=1)
    ]


def test_both_votes_are_said_in_words() -> None:
    said = describe_profiles(judge(SECOND), NAMES, Translator("fr"), before=judge(FIRST))
    assert said.startswith("Tour de garde entre clubs, au gymnase\u00a0: Très bien (Excellent\u00a0: 12")
    assert "Depuis le vote d’avant\u00a0: monte, était Bien." in said
    assert "Depuis le vote d’avant\u00a0: baisse, était Bien." in said
    assert "vote d’avant" not in describe_profiles(judge(SECOND), NAMES, Translator("fr"))
    unjudged = [Judgment("c", (0,) * 7, 0, None, 1)]
    assert describe_profiles(unjudged, NAMES, Translator("en")) == r"Les $\bourses$: nobody judged it."
    assert describe_profiles([], NAMES, Translator("en")) == "No choice was judged."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_is_drawn_the_same_each_time_with_its_numbers_and_patterns(language: str) -> None:
    translator = Translator(language)
    drawing = draw_profiles(judge(SECOND), NAMES, translator, before=judge(FIRST))
    assert drawing.svg() == draw_profiles(judge(SECOND), NAMES, translator, before=judge(FIRST)).svg()
    (axes,) = drawing.figure.axes
    written = [text.get_text() for text in axes.texts]
    assert [number for number in written if number.isdecimal()][:5] == ["12", "14", "9", "5", "3"]
    assert translator("stakes.grade.5") in written
    assert len({patch.get_hatch() for patch in axes.patches} - {None, ""}) == 3
    plates = {text.get_text(): text.get_bbox_patch() for text in axes.texts}
    assert all(plates[number] is not None for number in ("4", "8")), "no hatching runs through a number"


def test_five_grades_and_what_nobody_judged_are_drawn_and_a_name_is_no_formula() -> None:
    translator = Translator("fr")
    drawing = draw_profiles(
        [*judge({"c": (1, 0, 0, 2, 0, 0, 0)}), Judgment("a", (0,) * 7, 3, None, 2)], NAMES, translator,
        scale=FIVE_GRADES,
    )  # fmt: skip
    assert drawing.svg()
    (axes,) = drawing.figure.axes
    words = [text.get_text() for text in axes.texts]
    assert translator("stakes.grade.6") not in words
    assert translator("report.profiles.unjudged") in words
    assert len(draw_profiles([], NAMES, translator, scale=SEVEN_GRADES).figure.axes[0].texts) == 7


def test_a_long_name_is_cut_at_a_words_end() -> None:
    name = (
        "Les collégiens apprennent le téléphone aux anciens et les anciens leur apprennent le potager, chaque mercredi"
    )
    drawing = draw_profiles(judge({"a": SECOND["a"]}), {"a": name}, Translator("fr"))
    (axes,) = drawing.figure.axes
    label = next(text.get_text() for text in axes.texts if text.get_text().startswith("Les"))
    kept = label.removesuffix("…").split()
    assert label.count("\n") == 2
    assert kept == name.split()[: len(kept)]


def test_a_title_stands_whole_beside_its_profile_in_several_lines() -> None:
    title = "Un numéro unique à appeler quand on voit quelqu’un dehors la nuit, affiché dans chaque commerce"
    idea = Idea("i", "c", title, None, None, datetime(2026, 11, 14, tzinfo=UTC))
    judgment = Judgment("i", (1, 0, 0, 0, 4, 0, 5), 0, find_median((1, 0, 0, 0, 4, 0, 5)), 1)
    tally = Tally(Option("i", title, "c", (idea,), lone=True), 0, 10, 1, kind=VoteKind.GRADES, judgment=judgment)
    picture = next(
        iter(_write_drawing(VoteResult(VoteRule(VoteKind.GRADES), (tally,), 12, {}), [tally], Translator("fr")))
    )
    assert isinstance(picture, Picture)
    assert "affiché dans chaque commerce" in picture.alternative


@pytest.mark.parametrize("blanks_count", [True, False])
def test_the_table_of_profiles_counts_what_was_given_and_blanks_apart(*, blanks_count: bool) -> None:
    counts = (3 if blanks_count else 1, 0, 0, 0, 4, 0, 5)
    judgment = Judgment("i", counts, 2, find_median(counts), 1)
    rule = VoteRule(VoteKind.GRADES, blanks_count=blanks_count)
    idea = Idea("i", "c", "Numéro unique", None, None, datetime(2026, 11, 14, tzinfo=UTC))
    option = Option("i", idea.text, "c", (idea,), lone=True)
    tally = Tally(option, 0, sum(counts), 1, kind=VoteKind.GRADES, judgment=judgment)
    table = write_profiles("Logement", VoteResult(rule, (tally,), 12, {}), [tally], Translator("fr"))
    said = {column.header: cell.text for column, cell in zip(table.columns, table.rows[0], strict=True)}
    assert said == {
        "Idée ou regroupement": "Numéro unique", "Excellent": "5", "Très bien": "0", "Bien": "4", "Assez bien": "0",
        "Passable": "0", "Insuffisant": "0", "À rejeter": "1", "Sans mention": "2",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_grades_above_whole_profiles_leave_most_of_the_width_to_what_was_judged(language: str) -> None:
    rule = VoteRule(VoteKind.GRADES)
    tallies = [
        Tally(Option(one.option, NAMES[one.option], "c", (), lone=True), 0, 46, one.rank, VoteKind.GRADES, one)
        for one in (replace(judgment, blanks=1) for judgment in judge(SECOND))
    ]
    table = write_profiles("Logement", VoteResult(rule, tuple(tallies), 46, {}), tallies, Translator(language))
    first, *others = share_width(table)
    assert len(others) == 8
    assert first > sum(others)
    assert all(column.turned for column in table.columns[1:])
