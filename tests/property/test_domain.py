"""What holds for every matrix, vote and assignment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_kit.domain.assignment import assign_volunteers
from workshop_kit.domain.ideas import list_options, measure_originality, suggest_groups
from workshop_kit.domain.matrix import place_scores
from workshop_kit.domain.model import Dots, Idea, IdeaGroup, Mission, Origin, Participant, Score
from workshop_kit.domain.voting import tally_votes

NOW = datetime(2027, 1, 12, tzinfo=UTC)
CHALLENGES = ("c", "d")
SECTORS = ("", "Bourg", "Moulin")


@st.composite
def answers(draw: st.DrawFn, participant: str, challenge: str) -> Score:
    if draw(st.booleans()) and draw(st.booleans()):
        return Score(participant, challenge, None, None, unsure=draw(st.booleans()))
    return Score(participant, challenge, draw(st.integers(0, 3)), draw(st.integers(-2, 2)))


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Participant], list[Score], list[Mission]]:
    people = [
        Participant(f"p{i}", f"p{i}", "", draw(st.sampled_from(SECTORS)), Origin.ROOM, NOW + timedelta(seconds=i))
        for i in range(draw(st.integers(0, 4)))
    ]
    scores = [draw(answers(person.id, challenge)) for person in people for challenge in CHALLENGES]
    missions = [
        Mission(
            f"m{i}",
            draw(st.sampled_from(CHALLENGES)),
            f"mission {i}",
            draw(st.integers(1, 2)),
            draw(st.integers(0, 3)),
            draw(st.sampled_from(SECTORS)),
        )
        for i in range(draw(st.integers(0, 3)))
    ]
    return people, scores, missions


@settings(deadline=None, max_examples=30)
@given(rooms(), st.randoms(use_true_random=False))
def test_the_order_of_the_data_does_not_change_the_assignment(
    room: tuple[list[Participant], list[Score], list[Mission]], random: Random
) -> None:
    people, scores, missions = room
    expected = set(map(repr, assign_volunteers(people, scores, missions).assignments))
    for values in (people, scores, missions):
        random.shuffle(values)
    assert set(map(repr, assign_volunteers(people, scores, missions).assignments)) == expected


@settings(deadline=None)
@given(st.lists(st.integers(0, 40).flatmap(lambda i: answers(f"p{i}", "c"))))
def test_every_answer_stands_in_exactly_one_place(scores: list[Score]) -> None:
    matrix = place_scores(scores)
    assert matrix.placed + len(matrix.unsure) + len(matrix.unanswered) == len(scores)
    assert sum(matrix.zones.values()) == matrix.placed


@settings(deadline=None)
@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5), st.integers(1, 2)), max_size=20),
)
def test_votes_are_neither_lost_nor_made(
    number: int, grouped: list[tuple[int, int]], votes: list[tuple[int, int, int]]
) -> None:
    ideas = [Idea(f"i{i}", "c", f"idée {i}", None, None, NOW) for i in range(number)]
    groups = [
        IdeaGroup(f"g{rank}", "c", f"groupe {rank}", (f"i{a}", f"i{b}"), NOW + timedelta(seconds=rank))
        for rank, (a, b) in enumerate(grouped)
    ]
    options = list_options(ideas, groups)
    assert sorted(idea.id for option in options for idea in option.ideas) == sorted(idea.id for idea in ideas)
    given_once = {(voter, idea): count for voter, idea, count in votes if idea < number}
    dots = [Dots(f"p{voter}", "c", f"i{idea}", count) for (voter, idea), count in given_once.items()]
    tallies = tally_votes(options, dots)
    assert sum(tally.dots for tally in tallies) <= sum(dot.count for dot in dots)
    assert all(tally.supporters <= tally.dots <= 2 * tally.supporters for tally in tallies)
    assert [tally.rank for tally in tallies] == sorted(tally.rank for tally in tallies)


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_likeness_never_fails_and_never_puts_an_idea_in_two_groups(texts: list[str]) -> None:
    ideas = [Idea(str(i), "c", text, None, None, NOW) for i, text in enumerate(texts)]
    suggested = [id for group in suggest_groups(ideas) for id in group]
    assert len(suggested) == len(set(suggested))
    assert not set(suggested) & set(measure_originality(ideas))
