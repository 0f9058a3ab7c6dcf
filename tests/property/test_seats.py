"""What holds for whatever seats are joined and parted again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import (
    DOTS_PER_OPTION,
    Assignment,
    AssignmentStatus,
    Dots,
    Idea,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.presence import list_present, list_seated
from workshop_kit.domain.seats import (
    find_offer,
    find_scoring_seat,
    find_voting_seat,
    hold_assignments,
    list_persons,
    plan_join,
    resolve_seats,
    stand_for_assignments,
    stand_for_ideas,
    stand_for_scores,
    stand_for_volunteers,
    stand_for_votes,
)
from workshop_kit.domain.voting import tally_votes
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.matrix import count_matrix

NOW = datetime(2027, 1, 12, tzinfo=UTC)
CHALLENGES = ("c", "d")
Given = tuple[list[Idea], list[Dots], list[Score], list[Volunteer], list[Assignment]]


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Participant], Given]:
    people = [
        Participant(f"p{i}", f"Nom {i}", "shop", "", Origin.ROOM, NOW + timedelta(minutes=draw(st.integers(0, 3))))
        for i in range(draw(st.integers(1, 5)))
    ]
    who = [one.id for one in people]
    ideas = [
        Idea(f"i{n}", draw(st.sampled_from(CHALLENGES)), f"idée {n}", None, draw(st.sampled_from([*who, None])), NOW)
        for n in range(draw(st.integers(0, 4)))
    ]
    dots = [
        Dots(one, idea.challenge, idea.id, draw(st.integers(0, DOTS_PER_OPTION)), draw(st.integers(1, 2)))
        for one in who
        for idea in ideas
        if draw(st.booleans())
    ]
    answers = st.sampled_from(
        [(None, None, True), (None, None, False), (0, -2, False), (3, 2, False), (1, None, False)]
    )
    scores = [
        Score(one, challenge, competence, interest, unsure=unsure)
        for one in who
        for challenge in CHALLENGES
        if draw(st.booleans())
        for competence, interest, unsure in (draw(answers),)
    ]
    offers = [
        Volunteer(one, one, "", "", "", draw(st.sampled_from([NOW, None])), "") for one in who if draw(st.booleans())
    ]
    assignments = [
        Assignment(one, mission, Reason("by-hand"), status=draw(st.sampled_from(AssignmentStatus)))
        for one in who
        for mission in ("m", "n")
        if draw(st.booleans())
    ]
    return people, (ideas, dots, scores, offers, assignments)


def join(people: list[Participant], seat: str, to: str) -> list[Participant]:
    """Join two seats, or nothing when that is refused."""
    try:
        joining, standing = plan_join(people, seat, to)
    except InvalidEntry:
        return people
    return [replace(one, joined_to=standing) if one.id == joining else one for one in people]


def join_some(draw: st.DrawFn, people: list[Participant]) -> list[Participant]:
    who = [one.id for one in people]
    for seat, to in draw(st.lists(st.tuples(st.sampled_from(who), st.sampled_from(who)), max_size=6)):
        people = join(people, seat, to)
    return people


@st.composite
def joined_rooms(draw: st.DrawFn) -> tuple[list[Participant], Given]:
    people, given_things = draw(rooms())
    return join_some(draw, people), given_things


def count_all(people: list[Participant], given_things: Given) -> object:
    """Return everything that is counted of a room, in no order."""
    ideas, dots, scores, offers, assignments = given_things
    seats = resolve_seats(people)
    votes = stand_for_votes(dots, seats)
    tallies = {
        (challenge, round_number): [
            (tally.option.id, tally.dots, tally.supporters, tally.rank)
            for tally in tally_votes(
                list_options([idea for idea in ideas if idea.challenge == challenge], ()),
                [vote for vote in votes if vote.challenge == challenge and vote.round == round_number],
            )
        ]
        for challenge in CHALLENGES
        for round_number in (1, 2)
    }
    return (
        tallies,
        [count_matrix([one for one in scores if one.challenge == challenge], people) for challenge in CHALLENGES],
        {(one.id, one.author) for one in stand_for_ideas(ideas, seats)},
        {one.participant for one in stand_for_volunteers(offers, seats)},
        {(one.participant, one.mission, one.status) for one in stand_for_assignments(assignments, seats)},
        {one.id for one in list_seated(people)},
        {one.id for one in list_present(people)},
    )


@given(joined_rooms(), st.data())
def test_joining_and_parting_gives_back_exactly_what_was_counted(
    room: tuple[list[Participant], Given], data: st.DataObject
) -> None:
    people, given_things = room
    before = count_all(people, given_things)
    who = st.sampled_from([one.id for one in people])
    joined = join(people, data.draw(who), data.draw(who))
    was = {one.id: one.joined_to for one in people}
    parted = [one if one.joined_to == was[one.id] else replace(one, joined_to=None) for one in joined]
    assert parted == people
    assert count_all(parted, given_things) == before


@given(joined_rooms())
def test_joined_people_never_count_twice(room: tuple[list[Participant], Given]) -> None:
    people, (ideas, dots, scores, offers, assignments) = room
    seats = resolve_seats(people)
    persons = {one.id for one in list_persons(people)}
    assert persons == set(seats.values())
    assert persons == {one.id for one in list_seated(people)}
    assert {one.author for one in stand_for_ideas(ideas, seats)} <= persons | {None}
    for rows in (stand_for_scores(scores, seats), stand_for_volunteers(offers, seats)):
        keys = [(one.participant, getattr(one, "challenge", None)) for one in rows]
        assert len(keys) == len(set(keys))
        assert {person for person, _ in keys} <= persons
    places = [(one.participant, one.mission) for one in stand_for_assignments(assignments, seats)]
    assert len(places) == len(set(places))
    votes = stand_for_votes(dots, seats)
    for person in persons:
        mine = [vote for vote in votes if vote.participant == person]
        sources = {
            (vote.challenge, vote.round): {
                seat
                for seat in seats if seats[seat] == person
                if all(replace(one, participant=seat) in dots for one in mine
                       if (one.challenge, one.round) == (vote.challenge, vote.round))
            }
            for vote in mine
        }  # fmt: skip
        assert all(sources.values())  # each person's dots on a challenge are one seat's, whole


@given(joined_rooms(), st.integers(0, 1000))
def test_the_order_of_the_rows_changes_nothing(room: tuple[list[Participant], Given], chance: int) -> None:
    people, given_things = room
    random = Random(chance)
    shuffled: Given = tuple(random.sample(rows, len(rows)) for rows in given_things)  # type: ignore[assignment]
    others = random.sample(people, len(people))
    assert count_all(others, shuffled) == count_all(people, given_things)


@given(joined_rooms())
def test_a_person_who_voted_on_any_seat_has_voted(room: tuple[list[Participant], Given]) -> None:
    people, (_, dots, *_others) = room
    seats = resolve_seats(people)
    voted = {(seats[one.participant], one.challenge, one.round) for one in dots if one.counts}
    votes = stand_for_votes(dots, seats)
    assert {(one.participant, one.challenge, one.round) for one in votes if one.counts} == voted


@given(joined_rooms())
def test_a_seat_that_stands_counts_with_what_it_said_itself(room: tuple[list[Participant], Given]) -> None:
    people, (_, dots, scores, *_others) = room
    seats = resolve_seats(people)
    votes, kept = set(stand_for_votes(dots, seats)), set(stand_for_scores(scores, seats))
    assert {one for one in dots if seats[one.participant] == one.participant and one.counts} <= votes
    said = {one for one in scores if one.unsure or one.competence is not None}
    assert {one for one in said if seats[one.participant] == one.participant} <= kept


@given(joined_rooms())
def test_the_seat_that_a_phone_writes_to_is_the_one_that_counts(room: tuple[list[Participant], Given]) -> None:
    """Or a press would change nothing that anybody counts."""
    people, (_, dots, scores, offers, assignments) = room
    seats = resolve_seats(people)
    votes, answers = stand_for_votes(dots, seats), stand_for_scores(scores, seats)
    for person in set(seats.values()):
        for challenge in CHALLENGES:
            ballot = [one for one in dots if (one.challenge, one.round) == (challenge, 1)]
            seat = find_voting_seat(person, ballot, seats)
            assert seats[seat] == person
            counted = {
                (one.option, one.count) for one in votes if one.participant == person and one in _of(ballot, person)
            }
            assert {(one.option, one.count) for one in ballot if one.participant == seat} == counted
            seat = find_scoring_seat(person, [one for one in scores if one.challenge == challenge], seats)
            kept = [replace(one, participant=person) for one in scores if one.participant == seat]
            assert [one for one in kept if one.challenge == challenge] == [
                one for one in answers if (one.participant, one.challenge) == (person, challenge)
            ]
        offer = find_offer(person, offers, seats)
        assert ([] if offer is None else [replace(offer, participant=person)]) == [
            one for one in stand_for_volunteers(offers, seats) if one.participant == person
        ]
    kept_at = [replace(one, participant=seats[one.participant]) for one in hold_assignments(assignments, seats)]
    assert kept_at == list(stand_for_assignments(assignments, seats))


def _of(ballot: list[Dots], person: str) -> list[Dots]:
    return [replace(one, participant=person) for one in ballot]


@given(joined_rooms(), st.data())
def test_the_offer_that_was_given_last_counts(room: tuple[list[Participant], Given], data: st.DataObject) -> None:
    people, (*_, offers, _) = room
    seats = resolve_seats(people)
    dated = [replace(one, consented_at=NOW + timedelta(minutes=minute)) for minute, one in enumerate(offers)]
    given_in_turn = data.draw(st.permutations(dated))
    for person in set(seats.values()):
        theirs = [one for one in dated if seats[one.participant] == person]
        assert find_offer(person, given_in_turn, seats) == (theirs[-1] if theirs else None)


@given(joined_rooms(), st.data())
def test_a_no_to_being_asked_on_any_seat_goes_before_a_yes(
    room: tuple[list[Participant], Given], data: st.DataObject
) -> None:
    people = [replace(one, may_ask=data.draw(st.sampled_from([None, True, False]))) for one in room[0]]
    seats = resolve_seats(people)
    for person in list_persons(people):
        said = {one.may_ask for one in people if seats[one.id] == person.id}
        assert person.may_ask is (False if False in said else True if True in said else None)
