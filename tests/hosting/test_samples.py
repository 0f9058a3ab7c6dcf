"""The sample commune shows every vote, one that a discussion moved, and stands at the moment that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import MOMENTS, Moment, Stage, place_moment
from workshop_kit.domain.moderation import FindingKind
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.results import VoteResult
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.files.balloting.book import BallotFileKind
from workshop_kit.files.balloting.opening import open_ballots
from workshop_kit.hosting.samples import make_sample
from workshop_kit.i18n import Translator
from workshop_kit.places import samples_folder
from workshop_kit.store import Store, open_store
from workshop_kit.store.material import gather_material


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sample") / "val-brume"
    make_sample(folder)
    with open_store(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def results(store: Store) -> dict[str, VoteResult]:
    made = make_synthesis(store.read(gather_material))
    return {brief.challenge.stake: brief.result for brief in made.ideas if brief.result is not None}


def test_each_challenge_is_worked_and_voted_on_in_its_own_way(store: Store, results: dict[str, VoteResult]) -> None:
    assert [one.rule.kind for one in results.values()] == [
        VoteKind.DOTS, VoteKind.GRADES, VoteKind.STATEMENTS, VoteKind.BUDGET, VoteKind.DOTS,
    ]  # fmt: skip
    plans = [one.plan for one in store.read(lambda hall: hall.list_challenges())]
    assert plans == [Plan.NOMINAL, Plan.CAFE, Plan.SPRINT, Plan.SPRINT, Plan.SPRINT]


def test_a_second_vote_moved_and_came_closer_and_the_first_is_kept(results: dict[str, VoteResult]) -> None:
    result = results["Logement"]
    assert result.shift is not None
    assert 0.15 < result.shift.moved < 0.4, "people change some of their mind, not all of it"
    assert result.shift.narrowed
    first = max(result.before.values(), key=lambda one: one.dots)
    assert (first.option.title, result.tallies[0].option.title) == (
        "Le gymnase ouvert les nuits de grand froid",
        "Un seul numéro à appeler",
    )


def test_grades_of_every_kind_are_given_and_some_are_left_out(results: dict[str, VoteResult]) -> None:
    judged = [one.judgment for one in results["Isolement des aînés"].tallies if one.judgment is not None]
    assert all(sum(one.counts[grade] for one in judged) for grade in range(7))
    assert all(one.blanks for one in judged)
    assert len({one.median for one in judged}) > 3


def test_opinion_groups_are_real_and_something_unites_them(results: dict[str, VoteResult]) -> None:
    opinions = results["Mobilité"].opinions
    assert opinions is not None
    assert len(results["Mobilité"].told_apart) in (2, 3)
    assert min(len(one.people) for one in opinions.groups) > 10
    assert opinions.silhouette > 0.3
    assert len(opinions.uniting) > 2
    assert all(one.distinctions for one in opinions.groups)


def test_equal_shares_fund_something_else_than_the_simple_rule(results: dict[str, VoteResult]) -> None:
    result = results["Accès aux soins"]
    assert result.budget is not None
    assert result.greedy is not None
    dearest = next(one for one in result.tallies if one.option.title == "Un médecin salarié au centre de santé")
    assert dearest.option.id in result.greedy.selected
    assert dearest.option.id not in result.budget.selected
    assert len(result.budget.selected) > 2 * len(result.greedy.selected)


def test_ideas_were_asked_about_marked_and_held_back_for_what_the_kit_finds(store: Store) -> None:
    ideas = store.read(lambda hall: hall.list_ideas())
    asked = [one for one in ideas if one.asked]
    assert len(asked) > 3
    assert all(one.answer for one in asked)
    assert len([one for one in ideas if one.discuss]) > 3
    reasons = {Translator("fr")(f"words.held.{kind}") for kind in (FindingKind.CONTACT, FindingKind.PERSON)}
    assert {one.held for one in ideas} - {""} == reasons


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_room_stands_at_the_moment_that_is_asked_for(moment: Moment, tmp_path: Path) -> None:
    make_sample(tmp_path / "val-brume", moment=moment)
    phase, stage = place_moment(moment)
    with open_store(tmp_path / "val-brume") as opened:
        room, first = opened.read(lambda hall: (hall.find_workshop(), hall.list_challenges()[0]))
    assert room.phase is phase
    assert stage is None or first.stage is stage
    assert (first.nudged_at is not None) == (stage in (Stage.WRITING, Stage.VOTE))
    assert first.round == (2 if first.stage is Stage.CLOSED else 1)


@pytest.mark.parametrize(
    ("moment", "second_vote", "rounds"),
    [(Moment.RESULTS, False, {1}), (Moment.VOTE, True, {1, 2}), (Moment.CHOICE, False, {1, 2})],
)
def test_the_second_vote_begins_empty_until_the_room_came_to_it(
    moment: Moment, second_vote: bool, rounds: set[int], tmp_path: Path
) -> None:
    make_sample(tmp_path / "val-brume", moment=moment, second_vote=second_vote)
    with open_store(tmp_path / "val-brume") as store:
        first = store.read(lambda hall: hall.list_challenges())[0]
        votes = store.read(lambda hall: hall.list_votes(first.id, every_round=True))
    assert {one.round for one in votes} == rounds


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.RESULTS])
def test_the_room_stands_at_the_second_vote(moment: Moment, tmp_path: Path) -> None:
    make_sample(tmp_path / "val-brume", moment=moment, second_vote=True)
    with open_store(tmp_path / "val-brume") as opened:
        first = opened.read(lambda hall: hall.list_challenges()[0])
        rounds = opened.read(lambda hall: {one.round for one in hall.list_votes(first.id, every_round=True)})
    assert (first.stage, first.round, first.uncovered) == (place_moment(moment)[1], 2, ())
    assert rounds == {1, 2}


@pytest.mark.parametrize(
    ("kind", "name", "marks"),
    [
        (BallotFileKind.VOTES, "votes.csv", 486),
        (BallotFileKind.VOTES, "votes-second-tour.csv", 215),
        (BallotFileKind.GRADES, "mentions.csv", 2312),
        (BallotFileKind.POLIS, "mobilite-polis", 2007),
        (BallotFileKind.PABULIB, "budget-soins.pb", 259),
    ],
)
def test_each_file_of_ballots_is_one_that_the_command_imports(kind: BallotFileKind, name: str, marks: int) -> None:
    (book,) = open_ballots(kind, samples_folder() / name)
    assert book.rejections == ()
    assert len(book.marks) == marks
