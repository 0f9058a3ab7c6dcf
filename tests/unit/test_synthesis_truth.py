"""What the synthesis once said that was not so, each with the case that showed it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.claim import Counted, list_claims
from workshop_kit.domain.claims import (
    ABSENT,
    BRIEF,
    COURSE,
    FIRST,
    METHOD,
    REMAINING,
    UNWORKED,
    WORDINGS,
    list_measured,
    name_first,
)
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import USUAL_CATEGORIES, find_absent_categories
from workshop_kit.domain.gauges import GaugeName
from workshop_kit.domain.history import FACILITATOR, MIGRATION, Step, StepKind
from workshop_kit.domain.material import Material
from workshop_kit.domain.mission_claims import VACANT
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Vote,
    Wording,
    new_workshop,
)
from workshop_kit.domain.result_claims import UNGROUPED
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n.dates import say_date, say_day

HELD = datetime(2026, 11, 14, 9, tzinfo=UTC)
CHALLENGE = Challenge(
    "c", "Logement", "Plus personne ne dort dehors.", stage=Stage.CLOSED, revealed_at=HELD, results_at=HELD
)
EMPTY = Material(new_workshop("Atelier", "Val-Brume", "fr", HELD), [CHALLENGE], [], [], [], [], [], [], [], [], [], [])


def join(
    id: str, category: str = "resident", origin: Origin = Origin.ROOM, joined_to: str | None = None
) -> Participant:
    return Participant(id, id, category, "", origin, HELD, joined_to=joined_to)


def write(id: str, author: str | None, challenge: str = "c", at: int = -1) -> Idea:
    return Idea(id, challenge, f"Une idée {id}", None, author, HELD + timedelta(minutes=at))


def accept(participant: str, mission: str, **values: int) -> Assignment:
    return Assignment(participant, mission, Reason("assigned", dict(values)), status=AssignmentStatus.ACCEPTED)


def test_ideas_with_the_same_dots_and_supporters_are_named_together_as_a_tie() -> None:
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben"), join("cleo")],
        ideas=[write("b", "ana"), write("a", "ben")],
        votes=[Dots("ana", "c", "b", 2), Dots("ben", "c", "a", 2), *(Dots("cleo", "c", one, 1) for one in "ab")],
    )
    (brief,) = make_synthesis(material).ideas
    (claim,) = list_claims(FIRST, brief)
    assert (claim.key, claim.number, claim.values["ballots"]) == ("first.tied", 2, Counted("ballots", 3))
    assert set(name_first(brief)) == {"Une idée a", "Une idée b"}


def test_of_many_tied_ideas_none_is_named_before_the_others() -> None:
    ideas = [write(letter, "ana") for letter in "abcd"]
    people = [join(name) for name in ("ana", "ben", "cleo")]
    votes = [Dots(one.id, "c", letter, 1) for letter in "abcd" for one in people]
    (brief,) = make_synthesis(replace(EMPTY, participants=people, ideas=ideas, votes=votes)).ideas
    assert [claim.key for claim in list_claims(FIRST, brief)] == ["first.many-tied"]
    assert name_first(brief) == ()


@pytest.mark.parametrize("kind", list(VoteKind))
@pytest.mark.parametrize(("ballots", "leads"), [(1, False), (2, False), (3, True)])
def test_what_one_or_two_ballots_put_first_leads_nowhere(kind: VoteKind, ballots: int, leads: bool) -> None:
    people = [join(name) for name in ("ana", "ben", "cleo")]
    value = {VoteKind.GRADES: 5}.get(kind, 1)
    votes: list[Vote] = [
        Dots(one.id, "c", "a", 2) if kind is VoteKind.DOTS else BallotMark(one.id, "c", "a", kind, value)
        for one in people[:ballots]
    ]
    made = make_synthesis(
        replace(
            EMPTY,
            participants=people,
            ideas=[write("b", "ana"), write("a", "ben")],
            votes=votes,
            rules={"c": {1: VoteRule(kind, to_spend=100)}},
            costs={"c": {"a": 50, "b": 80}},
        )
    )
    (brief,) = made.ideas
    (claim,) = list_claims(FIRST, brief)
    assert name_first(brief) == (("Une idée a",) if leads else ())
    assert (claim.key == "first.few") is not leads
    assert (claim.values["ballots"] if leads else claim.number) == (Counted("ballots", 3) if leads else ballots)
    assert ("remaining.no-mission" in [one.key for one in list_claims(REMAINING, made)]) is (
        leads and kind is not VoteKind.BUDGET
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([(1, -1), (-1, 1), (1, 1)], ("result.groups-few", 3)),
        ([(1, 1)] * 6, ("result.groups-none", None)),
        ([(1, -1)] * 3 + [(-1, 1)] * 3, ("result.groups-small", None)),
        ([(1, -1)] * 5 + [(-1, 1)] * 5, None),
    ],
)
def test_why_no_opinion_groups_are_told_is_said(
    answers: list[tuple[int, int]], said: tuple[str, int | None] | None
) -> None:
    people = [join(f"p{number}") for number in range(len(answers))]
    material = replace(
        EMPTY,
        participants=people,
        ideas=[write("b", "p0"), write("a", "p1")],
        votes=[
            BallotMark(one.id, "c", option, VoteKind.STATEMENTS, value)
            for one, values in zip(people, answers, strict=True)
            for option, value in zip("ab", values, strict=True)
        ],
        rules={"c": {1: VoteRule(VoteKind.STATEMENTS)}},
    )
    (brief,) = make_synthesis(material).ideas
    assert brief.result is not None
    found = [(claim.key, claim.number) for claim in list_claims(UNGROUPED, brief.result)]
    assert found == ([] if said is None else [said])


def test_the_room_is_credited_with_what_the_room_wrote() -> None:
    challenges = [replace(CHALLENGE, id=f"c{number}", position=number) for number in range(5)]
    people = [join("ana"), join("ben", origin=Origin.PROXY), join("from-file", origin=Origin.FILE)]
    room = [write(f"r{number}", ("ana", "ben")[number % 2], f"c{number % 3}") for number in range(15)]
    files = [write(f"f{number}", ("from-file", None)[number % 2], f"c{number % 5}") for number in range(40)]
    synthesis = make_synthesis(replace(EMPTY, challenges=challenges, participants=people, ideas=[*room, *files]))
    assert (synthesis.figures.room_ideas, synthesis.figures.room_challenges) == (15, 3)
    said = {claim.key: claim.number for claim in list_claims(BRIEF, synthesis)}
    assert said["brief.ideas"] == 15
    assert said["brief.ideas-elsewhere"] == 40


def test_a_choice_by_hand_against_a_wish_is_counted_as_one_by_hand() -> None:
    by_hand = Assignment("ana", "m", Reason("by-hand"), by_hand=True)
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben")],
        scores=[Score("ana", "c", 1, -2)],
        missions=[Mission("m", "c", "Ouvrir", 2)],
        assignments=[by_hand, accept("ben", "m", competence=1, interest=1)],
    )
    said = {claim.key: claim.number for claim in list_claims(METHOD, make_synthesis(material))}
    assert said["method.by-hand"] == 1
    assert "method.missions" in said
    alone = make_synthesis(replace(material, assignments=[by_hand]))
    assert "method.missions" not in {claim.key for claim in list_claims(METHOD, alone)}


def test_the_calculation_is_said_to_heed_wishes_only_if_it_did() -> None:
    material = replace(
        EMPTY,
        participants=[join("ana")],
        missions=[Mission("m", "c", "Ouvrir", 1)],
        assignments=[accept("ana", "m", competence=3, interest=-2)],
    )
    assert "method.missions" not in {claim.key for claim in list_claims(METHOD, make_synthesis(material))}


def test_a_proposal_without_an_answer_fills_no_place() -> None:
    proposed = replace(accept("ben", "m", competence=1, interest=1), status=AssignmentStatus.PROPOSED)
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben")],
        missions=[Mission("m", "c", "Ouvrir", 2)],
        assignments=[accept("ana", "m", competence=1, interest=1), proposed],
    )
    synthesis = make_synthesis(material)
    (brief,) = synthesis.missions[0].missions
    assert (brief.filled, brief.vacant, brief.waiting) == (1, 1, 1)
    assert (synthesis.figures.filled, synthesis.figures.places) == (1, 2)


def test_a_name_appears_only_for_a_mission_that_was_accepted() -> None:
    offers = [
        Volunteer(id, id.title(), "", "", "", HELD, "", may_show_name=id != "ben") for id in ("ana", "ben", "cleo")
    ]
    assignments = [accept(id, "m", competence=1, interest=1) for id in ("ana", "ben")]
    assignments.append(replace(accept("cleo", "m"), status=AssignmentStatus.PROPOSED))
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben"), join("cleo")],
        volunteers=offers,
        missions=[Mission("m", "c", "Ouvrir", 3)],
        assignments=assignments,
    )
    (brief,) = make_synthesis(material).missions[0].missions
    assert [one.name for one in brief.people] == ["Ana", None]


def test_who_agreed_to_be_named_and_left_no_name_is_named_by_the_pseudonym_of_the_room_alone() -> None:
    of_file = replace(join("f", "", Origin.FILE), pseudonym="Jeanne Martin")
    left = replace(join("dan"), pseudonym="Dan 06 12 34 56 78")
    ids = ("ana", "ben", "f", "dan")
    shown = [Volunteer(id, "", "", "", "", None, "", may_show_name=id != "ben") for id in ids]
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben"), of_file, left],
        volunteers=shown,
        missions=[Mission("m", "c", "Ouvrir", 4)],
        assignments=[accept(id, "m", competence=1, interest=1) for id in ids],
    )
    (brief,) = make_synthesis(material).missions[0].missions
    assert [one.name for one in brief.people] == ["ana", "Dan […]", None, None]


def test_who_does_not_know_is_no_more_counted_among_those_of_a_file_than_among_those_who_answered() -> None:
    people = [join(f"f{number}", "", Origin.FILE) for number in range(6)]
    scores = [Score(one.id, "c", 2, 1) for one in people[:5]] + [Score("f5", "c", None, None, unsure=True)]
    (brief,) = make_synthesis(replace(EMPTY, participants=people, scores=scores)).matrices
    assert (brief.matrix.placed, len(brief.matrix.unsure), brief.known) == (5, 1, 5)


def test_the_organiser_s_own_categories_are_looked_for_too() -> None:
    bodies = [Stakeholder("s", "Pêcheurs", "Ceux du lac", status=StakeholderStatus.COMING)]
    material = replace(EMPTY, stakeholders=bodies, participants=[join("ana")])
    assert "Pêcheurs" in make_synthesis(material).presence.absent
    here = replace(material, participants=[join("ana", "pecheurs")])
    assert "Pêcheurs" not in make_synthesis(here).presence.absent


def test_a_usual_category_that_somebody_wrote_in_another_word_is_one_with_it() -> None:
    bodies = [Stakeholder("s", "Habitant", "Ceux du lac", status=StakeholderStatus.COMING)]
    people = [join("ana", "Habitante"), join("ben", "resident")]
    synthesis = make_synthesis(replace(EMPTY, stakeholders=bodies, participants=people))
    (counted,) = [one for one in synthesis.presence.categories if one.present or one.coming]
    assert (counted.category, counted.coming, counted.present) == ("resident", 1, 2)
    assert synthesis.figures.categories == 1


def test_before_the_workshop_an_own_category_whose_bodies_all_declined_is_missing() -> None:
    bodies = [Stakeholder("s", "Pêcheurs", "Ceux du lac", status=StakeholderStatus.DECLINED)]
    assert "Pêcheurs" in find_absent_categories(bodies)
    assert "Pêcheurs" not in find_absent_categories([replace(bodies[0], status=StakeholderStatus.INVITED)])


def test_nobody_is_missing_only_when_every_usual_category_was_there() -> None:
    people = [join(category, category) for category in USUAL_CATEGORIES]
    full = make_synthesis(replace(EMPTY, participants=people)).presence
    assert [claim.key for claim in list_claims(ABSENT, full)] == ["presence.absent-none"]
    lacking = make_synthesis(replace(EMPTY, participants=people[1:])).presence
    assert [claim.key for claim in list_claims(ABSENT, lacking)] == ["presence.absent"]
    assert list_claims(ABSENT, make_synthesis(EMPTY).presence) == ()


def test_fewer_than_five_marks_are_not_drawn() -> None:
    scores = [Score(f"p{number}", "c", 1, 1) for number in range(5)]
    people = [join(f"p{number}") for number in range(5)]
    (few,) = make_synthesis(replace(EMPTY, participants=people, scores=scores[:4])).matrices
    (enough,) = make_synthesis(replace(EMPTY, participants=people, scores=scores)).matrices
    assert (few.drawn, few.answered) == (False, 4)
    assert enough.drawn


def test_a_challenge_never_opened_is_not_worked_on_and_one_stopped_before_its_vote_says_so() -> None:
    idle = replace(CHALLENGE, stage=Stage.UNOPENED, revealed_at=None, results_at=None)
    stopped = replace(CHALLENGE, id="s", stage=Stage.CLOSED, results_at=None, position=1)
    material = replace(EMPTY, challenges=[idle, stopped], participants=[join("ana")], ideas=[write("i", "ana", "s")])
    synthesis = make_synthesis(material)
    assert [claim.key for claim in list_claims(UNWORKED, synthesis)] == ["challenges.unworked"]
    assert [brief.worked for brief in synthesis.challenges] == [False, True]
    assert "ideas.before-vote" in {claim.key for claim in list_claims(COURSE, synthesis.ideas[1])}
    voted = make_synthesis(replace(material, challenges=[idle, replace(stopped, stage=Stage.VOTE)]))
    assert "ideas.before-vote" not in {claim.key for claim in list_claims(COURSE, voted.ideas[1])}


def test_a_challenge_opened_beside_another_where_nobody_did_anything_is_not_worked_on() -> None:
    beside = replace(CHALLENGE, id="b", stage=Stage.VOTE, revealed_at=None, results_at=None, position=1)
    material = replace(EMPTY, challenges=[CHALLENGE, beside], participants=[join("ana")], ideas=[write("i", "ana")])
    synthesis = make_synthesis(material)
    assert [brief.worked for brief in synthesis.challenges] == [True, False]
    assert synthesis.figures.worked == 1


def test_independence_is_counted_from_each_challenge_s_own_reveal() -> None:
    later = replace(CHALLENGE, id="d", revealed_at=HELD + timedelta(minutes=30), position=1)
    ideas = [write("a", "ana", "c", at=10), write("b", "ana", "d", at=10), write("x", "ana", "d", at=40)]
    synthesis = make_synthesis(replace(EMPTY, challenges=[CHALLENGE, later], participants=[join("ana")], ideas=ideas))
    assert [(brief.alone, brief.counted) for brief in synthesis.ideas] == [(0, 1), (1, 2)]


def test_the_sentence_on_originality_counts_the_lone_ideas_that_are_marked() -> None:
    texts = ("Louer des bicyclettes", "Location de vélos", "Ouvrir la piscine la nuit")
    ideas = [replace(write(f"i{number}", "ana"), text=text) for number, text in enumerate(texts)]
    made = make_synthesis(replace(EMPTY, participants=[join("ana")], ideas=ideas))
    (originality,) = (one for one in made.presence.gauges if one.name is GaugeName.ORIGINALITY)
    assert set(originality.ideas) == made.ideas[0].original == {"i2"}


def test_a_reveal_taken_back_is_told_with_its_seconds() -> None:
    hidden = replace(CHALLENGE, stage=Stage.WRITING, revealed_at=None, results_at=None)
    slip = Step("slip", StepKind.STAGE, HELD, FACILITATOR, challenge="c", stage=Stage.REVEAL, ideas=2)
    back = Step("back", StepKind.UNDO, HELD + timedelta(seconds=6), FACILITATOR, undoes="slip")
    (brief,) = make_synthesis(replace(EMPTY, challenges=[hidden], history=[slip, back])).ideas
    assert ("ideas.glimpsed", 6) in {(claim.key, claim.number) for claim in list_claims(COURSE, brief)}


def test_ideas_written_after_a_slip_are_not_said_to_be_written_before_any_was_seen() -> None:
    """Two ideas before the slip, one after it, one after the reveal; 'before any was seen' would be untrue of three."""
    slip = Step("slip", StepKind.STAGE, HELD - timedelta(minutes=5), FACILITATOR, challenge="c", stage=Stage.REVEAL)
    back = Step("back", StepKind.UNDO, HELD - timedelta(minutes=4), FACILITATOR, undoes="slip")
    ideas = [write(id, "ana", at=at) for id, at in (("a", -9), ("b", -8), ("d", -1), ("e", 1))]
    made = make_synthesis(replace(EMPTY, participants=[join("ana")], ideas=ideas, history=[slip, back]))
    (brief,) = made.ideas
    told = {claim.key: dict(claim.values) for claim in list_claims(COURSE, brief)}
    assert told["ideas.alone-slip"] == {"alone": 3, "ideas": 4, "seen": 1}
    assert not told.keys() & {"ideas.alone", "ideas.all-alone"}
    _, (_, share, _, claim), *_ = list_measured(made.presence)
    assert (share, claim.key) == (0.75, "measured.independence-slip")
    assert claim.values["seen"] == 1
    seen_before = make_synthesis(replace(EMPTY, participants=[join("ana")], ideas=ideas[:2], history=[slip, back]))
    assert "ideas.all-alone" in {one.key for one in list_claims(COURSE, seen_before.ideas[0])}


def test_a_challenge_reworded_while_people_wrote_tells_which_ideas_answer_which_wording() -> None:
    reworded = replace(CHALLENGE, wording=2)
    wordings = [Wording("c", 1, "Personne dehors.", HELD), Wording("c", 2, reworded.statement, HELD)]
    ideas = [replace(write(id, "ana"), wording=number) for id, number in (("a", 1), ("b", 1), ("d", 2), ("e", None))]
    (brief,) = make_synthesis(replace(EMPTY, challenges=[reworded], ideas=ideas, wordings=wordings)).challenges
    assert [(one.statement, one.ideas) for one in brief.earlier] == [("Personne dehors.", 2)]
    assert [(claim.key, claim.number) for claim in list_claims(WORDINGS, brief)] == [
        ("wording.present", 1),
        ("wording.unknown", 1),
    ]


def test_an_idea_held_back_is_counted_and_its_words_stand_nowhere() -> None:
    ideas = [write("a", "ana"), replace(write("b", "ana"), text="M. Durand boit", held="un nom")]
    group = IdeaGroup("g", "c", "M. Durand boit", ("a", "b"), HELD)
    material = replace(EMPTY, participants=[join("ana")], ideas=ideas, groups=[group])
    synthesis = make_synthesis(material)
    assert (synthesis.figures.ideas, synthesis.figures.held) == (1, 1)
    assert "Durand" not in str(synthesis)


def test_two_seats_of_one_person_are_one_voter_one_author_one_mark() -> None:
    material = replace(
        EMPTY,
        participants=[join("ana"), join("second", joined_to="ana")],
        ideas=[write("a", "ana"), write("b", "second")],
        votes=[Dots("ana", "c", "a", 2), Dots("second", "c", "a", 2)],
        scores=[Score("second", "c", 3, 2), Score("ana", "c", 0, 1)],
        missions=[Mission("m", "c", "Ouvrir", 2)],
        assignments=[replace(accept("second", "m"), status=AssignmentStatus.PROPOSED), accept("ana", "m")],
    )
    synthesis = make_synthesis(material)
    (ideas,) = synthesis.ideas
    assert (synthesis.figures.participants, synthesis.figures.room_ideas) == (1, 2)
    assert (ideas.voters, ideas.dots) == (1, 2)
    assert synthesis.matrices[0].matrix.counts[1] == (1, 0, 0, 0), "the person's own seat is heard"
    assert (synthesis.figures.filled, synthesis.figures.waiting) == (1, 0)


def test_somebody_of_a_file_with_a_seat_in_the_room_was_there() -> None:
    people = [join("file", origin=Origin.FILE), join("seat", joined_to="file")]
    made = make_synthesis(replace(EMPTY, participants=people))
    assert made.figures.participants == 1
    assert "resident" not in made.presence.absent, "their seat in the room said what they are"


def test_of_two_seats_that_voted_one_is_heard_as_on_the_screen() -> None:
    people = [join("ana"), join("second", joined_to="ana"), join("ben"), join("cleo")]
    others = [Dots("ben", "c", "a", 1), Dots("cleo", "c", "b", 1)]
    votes = [Dots("ana", "c", "a", 2), Dots("second", "c", "b", 2), *others]
    material = replace(EMPTY, participants=people, ideas=[write("a", "ana"), write("b", "ana")], votes=votes)
    (brief,) = make_synthesis(material).ideas
    assert (name_first(brief), brief.dots, brief.voters) == (("Une idée a",), 4, 3)
    (alone,) = make_synthesis(replace(material, votes=votes[1:])).ideas
    assert name_first(alone) == ("Une idée b",)


def test_the_day_is_the_room_s_and_not_that_of_a_file() -> None:
    brought = [replace(write(id, None), written_at=HELD - timedelta(days=9)) for id in "abc"]
    material = replace(EMPTY, participants=[join("ana")], ideas=[*brought, write("d", "ana")])
    assert make_synthesis(material).held_on == HELD.date()
    assert make_synthesis(replace(material, ideas=brought)).held_on == HELD.date(), "the day somebody joined"


def test_volunteers_of_a_file_are_added_to_nobody_where_nobody_came() -> None:
    offer = Volunteer("f", "Jo", "", "", "", None, "")
    absent = make_synthesis(replace(EMPTY, participants=[join("f", "", Origin.FILE)], volunteers=[offer]))
    assert [claim.key for claim in list_claims(BRIEF, absent)][:1] == ["brief.known-alone"]


def test_the_point_of_contact_stays_as_typed_and_what_else_is_typed_loses_its_numbers() -> None:
    workshop = replace(EMPTY.workshop, contact=" CCAS, 02 61 91 00 12 ", organiser="Mairie, 02 61 91 00 12")
    mission = Mission("m", "c", "Ouvrir", 1, owner="Mme Roy, 06 12 34 56 78", next_step="Écrire à a@exemple.fr")
    synthesis = make_synthesis(replace(EMPTY, workshop=workshop, missions=[mission]))
    assert synthesis.contact == "CCAS, 02 61 91 00 12"
    assert synthesis.organiser == "Mairie, […]"
    made = synthesis.missions[0].missions[0].mission
    assert (made.owner, made.next_step) == ("Mme Roy, […]", "Écrire à […]")


def test_a_mission_keeps_the_idea_it_came_from_even_once_grouped() -> None:
    ideas = [write("a", None), write("b", None)]
    group = IdeaGroup("g", "c", "Un lieu ouvert", ("a", "b"), HELD)
    missions = [Mission("m", "c", "Ouvrir", 1, option="a"), Mission("n", "c", "Fermer", 1, option="gone")]
    (section,) = make_synthesis(replace(EMPTY, ideas=ideas, groups=[group], missions=missions)).missions
    assert [brief.idea for brief in section.missions] == ["Un lieu ouvert", ""]


def test_what_a_vote_gave_is_told_only_once_its_results_were_shown() -> None:
    """A vote that was begun, then left for the ideas again: nobody saw how it stood, and the synthesis does not say."""
    back = replace(CHALLENGE, stage=Stage.REVEAL, results_at=None)
    ideas = [write("a", "ana"), write("b", "ana")]
    for stage, untold in ((Stage.REVEAL, "vote-open"), (Stage.VOTE, "vote-open"), (Stage.CLOSED, "vote-untold")):
        challenge = replace(back, stage=stage)
        material = replace(
            EMPTY, challenges=[challenge], participants=[join("ana")], ideas=ideas, votes=[Dots("ana", "c", "b", 2)]
        )
        synthesis = make_synthesis(material)
        (brief,) = synthesis.ideas
        assert (brief.dots, brief.voters, brief.first) == (0, 0, None)
        assert [tally.option.id for tally in brief.tallies] == ["a", "b"], "nor does the order of the ideas tell it"
        assert [claim.key for claim in list_claims(FIRST, brief)] == [f"first.{untold}"]
        said = {claim.key for claim in list_claims(COURSE, brief)}
        assert f"ideas.{untold}" in said
        assert not said & {"ideas.voters", "ideas.no-voters", "ideas.before-vote"}
        assert "votes" not in {claim.key.removeprefix("method.") for claim in list_claims(METHOD, synthesis)}


def test_a_challenge_that_is_still_open_did_not_stop_before_its_vote() -> None:
    for stage in (Stage.UNOPENED, Stage.WRITING, Stage.REVEAL):
        challenge = replace(CHALLENGE, stage=stage, results_at=None)
        material = replace(EMPTY, challenges=[challenge], participants=[join("ana")], ideas=[write("a", "ana")])
        assert "ideas.before-vote" not in {
            claim.key for claim in list_claims(COURSE, make_synthesis(material).ideas[0])
        }


def test_no_idea_that_answers_the_present_wording_is_not_counted_as_none() -> None:
    reworded = replace(CHALLENGE, wording=2)
    wordings = [Wording("c", 1, "Personne dehors.", HELD), Wording("c", 2, reworded.statement, HELD)]
    ideas = [replace(write("a", "ana"), wording=1)]
    (brief,) = make_synthesis(replace(EMPTY, challenges=[reworded], ideas=ideas, wordings=wordings)).challenges
    assert [(claim.key, claim.number) for claim in list_claims(WORDINGS, brief)] == [("wording.present-none", None)]


def test_a_group_called_by_a_long_idea_held_back_is_called_by_another() -> None:
    """A title is cut where its entry ends, and what is concealed before that moves the place of the cut."""
    said = ("Appeler Jo au 06 12 34 56 78, " + "qui ouvre le gymnase " * 20)[:300]
    held = replace(write("a", "ana"), text=said, held="un nom y figure")
    group = IdeaGroup("g", "c", said[:160], ("a", "b", "d"), HELD)
    ideas = [held, write("b", "ana"), write("d", "ana")]
    (brief,) = make_synthesis(replace(EMPTY, participants=[join("ana")], ideas=ideas, groups=[group])).ideas
    (tally,) = brief.tallies
    assert tally.option.title in {"Une idée b", "Une idée d"}


def test_a_mission_that_was_computed_and_kept_by_hand_counts_as_computed() -> None:
    kept = replace(accept("ana", "m", competence=2, interest=1), by_hand=True)
    chosen = Assignment("ben", "m", Reason("by-hand"), by_hand=True, status=AssignmentStatus.ACCEPTED)
    material = replace(
        EMPTY,
        participants=[join("ana"), join("ben")],
        missions=[Mission("m", "c", "Ouvrir", 2)],
        assignments=[kept, chosen],
    )
    synthesis = make_synthesis(material)
    assert (synthesis.figures.computed, synthesis.figures.by_hand) == (1, 1)


def test_nobody_who_said_not_me_to_a_challenge_could_help_with_its_missions() -> None:
    other = replace(CHALLENGE, id="d")
    offer = Volunteer("ana", "", "", "", "", None, "", declined=("c",))
    material = replace(
        EMPTY,
        challenges=[CHALLENGE, other],
        participants=[join("ana")],
        volunteers=[offer],
        scores=[Score("ana", "c", 3, 2), Score("ana", "d", 3, 2)],
        missions=[Mission("m", "c", "Ouvrir", 1), Mission("n", "d", "Fermer", 1)],
    )
    ((refused,), (free,)) = [one.missions for one in make_synthesis(material).missions]
    assert (refused.able, free.able) == (0, 1)
    assert [claim.key for claim in list_claims(VACANT, refused)] == ["missions.free-places", "missions.able-none"]


def test_a_mission_keeps_the_idea_it_came_from_even_once_its_group_is_undone() -> None:
    ideas = [write("a", None), write("b", None)]
    group = IdeaGroup("g", "c", "Un lieu ouvert", ("b", "a"), HELD, HELD)
    mission = Mission("m", "c", "Ouvrir", 1, option="g")
    (section,) = make_synthesis(replace(EMPTY, ideas=ideas, groups=[group], missions=[mission])).missions
    assert section.missions[0].idea == "Une idée b"


def test_nobody_says_that_results_were_not_shown_where_an_older_version_did_not_note_it() -> None:
    closed = replace(CHALLENGE, results_at=None)
    steps = [Step("before-1", StepKind.STAGE, HELD, MIGRATION, challenge="c", stage=Stage.CLOSED)]
    led = [*steps, Step("m", StepKind.STAGE, HELD, FACILITATOR, challenge="c", stage=Stage.CLOSED)]
    material = replace(
        EMPTY,
        challenges=[closed],
        participants=[join("ana")],
        ideas=[write("a", "ana")],
        votes=[Dots("ana", "c", "a", 2)],
    )
    for history, said in ((steps, "first.vote-forgotten"), (led, "first.vote-untold")):
        (brief,) = make_synthesis(replace(material, history=history)).ideas
        assert [claim.key for claim in list_claims(FIRST, brief)] == [said]


def test_an_answer_of_half_a_score_is_none_and_i_do_not_know_is_one() -> None:
    scores = [Score("ana", "c", 0, -2), Score("ben", "c", 2, None), Score("cle", "c", None, None, unsure=True)]
    assert [score.answered for score in scores] == [True, False, True]
    people = [join(one) for one in ("ana", "ben", "cle")]
    synthesis = make_synthesis(replace(EMPTY, participants=people, scores=scores))
    assert synthesis.presence.conditions.aggregation.reason.values["counted"] == 2
    assert synthesis.matrices[0].answered == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one zone for all its processes")
@pytest.mark.parametrize(("zone", "held_on", "until"), [("Europe/Paris", 14, 31), ("Pacific/Noumea", 15, 31)])
def test_the_days_of_the_synthesis_are_those_of_the_place(
    clock: Callable[[str], None], zone: str, held_on: int, until: int
) -> None:
    clock(zone)
    evening = datetime(2026, 11, 14, 14, 30, tzinfo=UTC)
    workshop = replace(EMPTY.workshop, retention_until=datetime(2027, 1, 30, 23, 30, tzinfo=UTC))
    ideas = [replace(write("a", "ana"), written_at=evening)]
    synthesis = make_synthesis(replace(EMPTY, workshop=workshop, participants=[join("ana")], ideas=ideas))
    assert synthesis.held_on == date(2026, 11, held_on)
    assert synthesis.retention_until == date(2027, 1, until)
    assert say_date(evening, "fr") == say_day(synthesis.held_on, "fr"), "the phones say the same day"


def test_a_ballot_of_the_vote_before_is_a_contribution_as_at_the_desk() -> None:
    challenge = replace(CHALLENGE, round=2, announced=2)
    material = replace(
        EMPTY,
        challenges=[challenge],
        participants=[join("ana"), join("ben")],
        ideas=[write("b", "ana"), write("a", "ana")],
        votes=[Dots("ana", "c", "a", 1, 2)],
        earlier=[Dots("ben", "c", "a", 2, 1), Dots("ben", "c", "b", 1, 1), Dots("ana", "c", "a", 0, 1)],
    )
    (shared,) = [one for one in make_synthesis(material).presence.gauges if one.name == "participation"]
    assert shared.value == 0.75  # three of ana's, one of ben's


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"sector": "Moulin"}, {"reach": ("Bourg",)}),
        ({"car": True}, {"car": None}),
        ({"language": "Portugais"}, {"languages": ("LSF",)}),
        ({"days": ("weekends",)}, {"days": ("weekdays",)}),
        ({"first_date": "2027-03-01"}, {"until": "2027-02-28"}),
        ({}, {"challenges": ("d",)}),
    ],
)
def test_nobody_could_help_with_a_mission_who_is_kept_from_it_where_people_are_assigned(
    asked: dict[str, object], said: dict[str, object]
) -> None:
    mission = Mission("m", "c", "Ouvrir", 1)
    material = replace(
        EMPTY,
        participants=[join("ana")],
        volunteers=[Volunteer("ana", "", "", "", "", None, "", **said)],  # type: ignore[arg-type]
        scores=[Score("ana", "c", 3, 2)],
        missions=[mission, replace(mission, id="n", **asked)],  # type: ignore[arg-type]
    )
    ((free, kept),) = [one.missions for one in make_synthesis(material).missions]
    assert (free.able, kept.able) == (int("challenges" not in said), 0)
