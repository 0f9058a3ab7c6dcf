"""Assignment with minima, pairs, several missions, reach and time; and what is absurd."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workshop_kit.domain.assigning.explaining import Binding, Binds
from workshop_kit.domain.assigning.people import gather_candidates
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.assigning.times import clash, list_times
from workshop_kit.domain.assignment import Assignments, Paired, assign_volunteers, find_broken_rules
from workshop_kit.domain.model import (
    Assignment,
    AssignmentRule,
    AssignmentStatus,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.i18n.binding import say_binding, say_need

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def person(name: str, sector: str = "") -> Participant:
    return Participant(name, name.title(), "", sector, Origin.FILE, NOW)


def offer(name: str, **said: object) -> Volunteer:
    made = Volunteer(name, name.title(), "", "", "", NOW, "")
    return replace(made, **said)  # type: ignore[arg-type]


def taken(found: Assignments) -> set[tuple[str, str]]:
    return {(one.participant, one.mission) for one in found.assignments}


GARDE = Mission("m", "c", "Garde", 2)


def tell(binding: Binding, missions: list[Mission], *, proposed: int = 0) -> str:
    """Say what binds Nadia and Odette, in French with plain spaces."""
    names = {"nadia": "Nadia", "odette": "Odette"}
    said = say_binding(binding, {one.id: one for one in missions}, names, Translator("fr"), proposed=proposed)
    return said.replace("\u202f", " ").replace("\xa0", " ")


def test_the_minimum_of_a_more_important_mission_comes_before_more_people_and_places() -> None:
    people = [person("ana"), person("ben")]
    scores = [Score("ana", "c", 1, 1), Score("ben", "d", 1, 1), Score("ana", "d", 3, 2)]
    first = Mission("first", "c", "Premier", 1, min_places=1, importance=1)
    other = Mission("other", "d", "Autre", 2)
    assert taken(assign_volunteers(people, scores, [first, other])) == {("ana", "first"), ("ben", "other")}


def test_a_willing_beginner_goes_beside_somebody_who_knows_and_each_takes_one_along() -> None:
    people = [person(name) for name in ("ana", "ben", "cleo")]
    scores = [Score("ana", "c", 2, 1), Score("ben", "c", 0, 2), Score("cleo", "c", 1, 2)]
    found = assign_volunteers(people, scores, [Mission("m", "c", "M", 3, min_competence=2)])
    assert len(found.assignments) == 2
    (pair,) = found.pairs
    assert (pair.mentor, pair.mission) == ("ana", "m")
    beginner = next(one for one in found.assignments if one.participant == pair.beginner)
    assert (beginner.beside, beginner.reason.code) == ("ana", "assigned-beside")
    left = next(reason for one, reason in found.unassigned)
    assert left.code == "unassigned-competence"
    (free,) = found.unfilled
    assert free.binding is not None
    assert (free.binding.kind, free.need.mentor, free.need.competence) == (Binds.MENTORS, False, 2)


def test_nobody_is_taken_along_by_who_has_no_interest_or_too_little_competence() -> None:
    people = [person("ana"), person("ben")]
    for score in (Score("ana", "c", 1, 2), Score("ana", "c", 3, 0)):
        found = assign_volunteers(
            people, [score, Score("ben", "c", 0, 2)], [Mission("m", "c", "M", 2, min_competence=1)]
        )
        assert found.pairs == ()
        assert "ben" not in {one for one, _ in taken(found)}


def test_who_takes_several_missions_gets_no_two_at_the_same_time() -> None:
    missions = [
        Mission("a", "c", "A", 1, first_date="2027-02-01", last_date="2027-02-03"),
        Mission("b", "c", "B", 1, first_date="2027-02-03"),
        Mission("d", "c", "D", 1, first_date="2027-02-04"),
    ]
    found = assign_volunteers(
        [person("ana")], [Score("ana", "c", 2, 2)], missions, volunteers=[offer("ana", max_missions=3)]
    )
    assert len(taken(found)) == 2
    assert ("ana", "d") in taken(found)
    assert [one.binding.kind for one in found.unfilled if one.binding] == [Binds.TIME]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"first_date": "2027-02-01"}, {"first_date": "2027-02-01"}, True),
        ({"first_date": "2027-02-01"}, {"first_date": ""}, False),
        ({"first_date": "2027-02-01", "last_date": "2027-02-05"}, {"first_date": "2027-02-05"}, True),
        ({"first_date": "2027-02-01", "begins": "09:00", "finishes": "12:00"},
         {"first_date": "2027-02-01", "begins": "12:00"}, False),
        ({"first_date": "2027-02-01", "begins": "22:00", "finishes": "06:00"},
         {"first_date": "2027-02-01", "begins": "23:00", "finishes": "23:30"}, True),
        ({"first_date": "2027-02-01", "days": ("weekends",)},
         {"first_date": "2027-02-01", "days": ("weekdays",)}, False),
        ({"first_date": "2027-02-01", "days": ("weekdays",)},
         {"first_date": "2027-02-01", "days": ("evenings",)}, False),
        ({"first_date": "2027-02-01", "days": ("weekdays",), "begins": "20:00"},
         {"first_date": "2027-02-01", "days": ("evenings",), "begins": "21:00"}, True),
        ({"first_date": "2027-02-01", "last_date": "2027-02-28", "days": ("weekends",)},
         {"first_date": "2027-02-09"}, False),
        ({"first_date": "2027-02-01", "last_date": "2027-02-28", "days": ("weekends",)},
         {"first_date": "2027-02-13"}, True),
        ({"first_date": "2027-02-01", "days": ("weekends",)},
         {"first_date": "2027-02-01", "days": ("evenings",)}, True),
        ({"first_date": "2027-02-01", "days": ("weekdays",), "begins": "19:00", "finishes": "21:00"},
         {"first_date": "2027-02-01", "days": ("evenings",), "begins": "19:00", "finishes": "21:00"}, True),
        ({"first_date": "2027-02-01", "days": ("weekdays",), "begins": "09:00", "finishes": "12:00"},
         {"first_date": "2027-02-01", "days": ("evenings",), "begins": "19:00", "finishes": "21:00"}, False),
    ],
)  # fmt: skip
def test_missions_are_at_the_same_time_where_days_and_hours_meet(
    one: dict[str, str], other: dict[str, str], together: bool
) -> None:
    first, second = (replace(Mission(name, "c", name, 1), **said) for name, said in (("a", one), ("b", other)))  # type: ignore[arg-type]
    assert clash(first, second) is clash(second, first) is together


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ({"begins": "09:00", "finishes": "12:00"}, "weekdays|weekends"),
        ({"begins": "22:00"}, "evenings|weekends"),
        ({"begins": "20:00", "finishes": "08:00"}, "evenings|weekends"),
        ({"begins": "04:00", "finishes": "07:00"}, "evenings|weekends"),
        ({"begins": "17:30", "finishes": "19:00"}, "evenings|weekdays|weekends"),
        ({"begins": "14:00", "finishes": "22:00"}, "evenings+weekdays|weekends"),
        ({"begins": "22:00", "finishes": "10:00"}, "evenings+weekdays|weekends"),
        ({"begins": "20:00", "first_date": "2027-02-09"}, "evenings"),
        ({"begins": "20:00", "first_date": "2027-02-13"}, "weekends"),
        ({"first_date": "2027-02-12", "last_date": "2027-02-13"}, "evenings|weekdays|weekends"),
        ({"first_date": "2027-02-13", "last_date": "2027-02-14"}, "weekends"),
        ({"first_date": "2027-02-13", "days": ("weekdays",)}, "weekdays"),
        ({"days": ("weekdays",), "begins": "20:00"}, "evenings"),
        ({"days": ("evenings",), "begins": "09:00"}, "evenings+weekdays"),
        ({"days": ("weekdays", "weekends"), "begins": "10:00"}, "weekdays|weekends"),
        ({"first_date": "bientôt", "begins": "10:00"}, "weekdays|weekends"),
        ({"finishes": "10:00"}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_days_dates_and_hours_say_together_what_one_has_to_have_offered(said: dict[str, str], offered: str) -> None:
    times = list_times(replace(Mission("m", "c", "M", 1), **said))  # type: ignore[arg-type]
    assert "|".join(sorted("+".join(sorted(one)) for one in times)) == offered


@pytest.mark.parametrize("last", ["", "2027-02-01", "2027-02-02"])
@pytest.mark.parametrize(
    ("first", "begins", "finishes", "together"),
    [
        ("2027-02-01", "21:00", "22:30", True),
        ("2027-02-01", "00:30", "01:30", False),
        ("2027-02-02", "00:30", "01:30", True),
        ("2027-02-02", "01:30", "", True),
        ("2027-02-02", "02:00", "03:00", False),
        ("2027-02-02", "23:00", "23:30", False),
        ("2027-02-02", "", "", True),
        ("2027-02-03", "00:30", "01:30", False),
    ],
)
def test_a_night_goes_on_after_midnight(last: str, first: str, begins: str, finishes: str, together: bool) -> None:
    night = Mission("a", "c", "A", 1, first_date="2027-02-01", last_date=last, begins="22:00", finishes="02:00")
    other = Mission("b", "c", "B", 1, first_date=first, begins=begins, finishes=finishes)
    assert clash(night, other) is clash(other, night) is together


def test_each_of_several_nights_goes_on_after_midnight() -> None:
    nights = Mission(
        "a", "c", "A", 1, first_date="2027-02-01", last_date="2027-02-05", begins="22:00", finishes="02:00"
    )
    early = replace(nights, first_date="2027-02-02", last_date="2027-02-04", begins="01:00", finishes="03:00")
    assert clash(nights, early)
    assert not clash(nights, replace(early, begins="02:00"))


def test_by_hand_two_missions_at_a_time_and_more_than_were_offered_are_told() -> None:
    score, day = Score("ana", "c", 3, 2), "2027-02-01"
    first, second = Mission("a", "c", "A", 1, first_date=day), Mission("b", "c", "B", 1, first_date=day)
    later = replace(first, id="d", title="D", first_date="2027-02-02")
    clashing = Reason("time", {"mission": "A"})
    assert find_broken_rules(score, second, others=[first]) == (clashing, Reason("most", {"most": 1}))
    twice = offer("ana", max_missions=2)
    assert find_broken_rules(score, second, offer=twice, others=[later]) == ()
    assert find_broken_rules(score, second, offer=twice, others=[later, first]) == (
        clashing,
        Reason("most", {"most": 2}),
    )
    assert [one.code for one in find_broken_rules(None, replace(second, car=True))] == ["no-answer", "car"]


@pytest.mark.parametrize(
    ("asked", "said", "code"),
    [
        ({"sector": "Moulin"}, {"reach": ("Bourg",)}, "reach"),
        ({"car": True}, {"car": None}, "car"),
        ({"car": True}, {"car": False}, "car"),
        ({"language": "Portugais"}, {"languages": ("LSF",)}, "language"),
        ({"days": ("weekends",)}, {"days": ("evenings",)}, "days"),
        ({"begins": "22:00"}, {"days": ("weekdays",)}, "days"),
        ({"days": ("weekdays",), "begins": "20:00", "finishes": "22:00"}, {"days": ("weekdays",)}, "days"),
        ({"first_date": "2027-02-13"}, {"days": ("weekdays", "evenings")}, "days"),
        ({"first_date": "2027-03-01"}, {"until": "2027-02-28"}, "until"),
    ],
)
def test_what_a_mission_asks_for_and_somebody_does_not_bring_keeps_them_from_it(
    asked: dict[str, object], said: dict[str, object], code: str
) -> None:
    mission = replace(Mission("m", "c", "M", 1), **asked)  # type: ignore[arg-type]
    scores, volunteers = [Score("ana", "c", 3, 2)], [offer("ana", **said)]
    (ana,) = gather_candidates([person("ana")], scores, volunteers, {})
    assert [one.code for one in find_barriers(ana, mission)] == [code]
    by_hand = find_broken_rules(scores[0], mission, offer=volunteers[0], sector="Vallon")
    assert [one.code for one in by_hand] == [code]
    found = assign_volunteers([person("ana")], scores, [mission], volunteers=volunteers)
    assert found.assignments == ()
    assert [reason.code for _, reason in found.unassigned] == [f"unassigned-{code}"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"sector": "moulin"}, {"reach": ("Bourg", "Moulin")}),
        ({"sector": "Moulin"}, {"reach": ("Bourg",), "sector": "Moulin"}),
        ({"sector": "Moulin"}, {}),
        ({"car": True}, {"car": True}),
        ({"language": "portugais"}, {"languages": ("Portugais",)}),
        ({"language": "français"}, {}),
        ({"days": ("weekends",)}, {}),
        ({"begins": "22:00", "finishes": "06:00"}, {}),
        ({"finishes": "22:00"}, {"days": ("weekdays",)}),
        ({"first_date": "2027-02-09"}, {"days": ("evenings",)}),
    ],
)
def test_who_brings_it_or_was_not_asked_may_take_it(asked: dict[str, object], said: dict[str, object]) -> None:
    mission = replace(Mission("m", "c", "M", 1), **asked)  # type: ignore[arg-type]
    found = assign_volunteers([person("ana")], [Score("ana", "c", 3, 2)], [mission], volunteers=[offer("ana", **said)])
    assert taken(found) == {("ana", "m")}


def test_the_weights_decide_what_fits() -> None:
    scores = [Score("ana", "c", 3, 1), Score("ben", "c", 1, 2)]
    people, missions = [person("ana"), person("ben")], [Mission("m", "c", "M", 1)]
    assert taken(assign_volunteers(people, scores, missions)) == {("ana", "m")}
    assert taken(assign_volunteers(people, scores, missions, rule=AssignmentRule(1, 3))) == {("ben", "m")}


def test_fairness_raises_the_least_fit_where_everything_above_is_equal() -> None:
    people = [person("ana"), person("ben")]
    scores = [Score("ana", "c", 3, 1), Score("ana", "d", 1, 1), Score("ben", "c", 2, 2), Score("ben", "d", 0, 2)]
    found = assign_volunteers(people, scores, [Mission("m", "c", "M", 1), Mission("n", "d", "N", 1)])
    assert found.levels.fits == (2, 4)
    assert found.levels.least_fit == 2


def test_a_no_is_never_asked_again_and_an_answer_that_comes_later_holds_its_place() -> None:
    people = [person("ana"), person("ben")]
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 1, 1)]
    later = Assignment("ben", "m", Reason("assigned"), status=AssignmentStatus.LATER)
    no = Assignment("ana", "n", Reason("assigned"), status=AssignmentStatus.DECLINED, another=True)
    found = assign_volunteers(people, scores, [Mission("m", "c", "M", 1), Mission("n", "c", "N", 1)], [later, no])
    assert taken(found) == {("ben", "m")}
    assert [code.code for _, code in found.unassigned] == ["unassigned-full"]


def test_a_beginner_whose_mentor_left_goes_with_the_next_who_can() -> None:
    people = [person(name) for name in ("ana", "ben", "cleo")]
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 0, 2), Score("cleo", "c", 2, 1)]
    stands = Assignment("ben", "m", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana")
    no = Assignment("ana", "m", Reason("assigned"), status=AssignmentStatus.DECLINED)
    found = assign_volunteers(people, scores, [Mission("m", "c", "M", 3, min_competence=2)], [stands, no])
    assert found.pairs == (Paired("ben", "cleo", "m"),)
    assert next(one for one in found.assignments if one.participant == "ben").status is AssignmentStatus.ACCEPTED


@pytest.mark.parametrize(
    ("scores", "mission", "code"),
    [
        ([], Mission("m", "c", "M", 2, min_places=2, importance=1), "unfilled-nobody"),
        ([Score("ana", "c", 3, -2)], Mission("m", "c", "M", 2, min_places=2), "unfilled-nobody"),
        ([Score("ana", "c", 1, 2)], Mission("m", "c", "M", 900, min_places=800), "unfilled-elsewhere"),
    ],
)
def test_what_is_absurd_gets_the_best_there_is_and_a_sentence(scores: list[Score], mission: Mission, code: str) -> None:
    found = assign_volunteers([person("ana")], scores, [mission])
    assert [one.reason.code for one in found.unfilled] == [code]
    assert len(found.assignments) == (code == "unfilled-elsewhere")


def test_a_mission_without_places_takes_nobody_and_lacks_nobody() -> None:
    found = assign_volunteers([person("ana")], [Score("ana", "c", 3, 2)], [Mission("m", "c", "M", 0)])
    assert (found.assignments, found.unfilled) == ((), ())


def test_thousands_of_people_are_assigned_and_not_refused() -> None:
    people = [person(f"p{i}") for i in range(2500)]
    scores = [Score(one.id, "c", i % 4, 1 + i % 2) for i, one in enumerate(people)]
    found = assign_volunteers(people, scores, [Mission(f"m{i}", "c", f"M{i}", 300) for i in range(6)])
    assert (found.levels.people, found.levels.places, found.levels.least_fit) == (1800, 1800, 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_binds_and_what_would_help_are_sentences(language: str) -> None:
    say = Translator(language)
    people = [person("ana"), person("ben")]
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 0, 2)]
    missions = [
        Mission("m", "c", "Navette", 3, min_competence=2, sector="Nord", car=True, language="LSF"),
        Mission("n", "c", "Repas", 2, sector="Nord"),
        Mission("o", "c", "Veille", 4, min_competence=1),
    ]
    found = assign_volunteers(people, scores, missions)
    by_id, names = {one.id: one for one in missions}, {one.id: one.pseudonym for one in people}
    for one in found.unfilled:
        sentences = [say_need(one.need, by_id, say)]
        sentences += [say_binding(one.binding, by_id, names, say)] if one.binding else []
        assert all(sentence.endswith(".") and "{" not in sentence for sentence in sentences)


def test_whom_a_mission_waits_for_is_told_with_days_and_the_date_on_which_they_can_still_help() -> None:
    say = Translator("fr")
    missions = [
        Mission("m", "c", "Repas", 2, days=("evenings",), first_date="2027-02-01"),
        Mission("n", "c", "Navette", 1, days=("evenings", "weekends")),
        Mission("o", "c", "Veille", 1, days=("weekdays",)),
        Mission("p", "c", "Tri", 1, first_date="2027-03-01"),
    ]
    away = [offer("ana", days=("weekends",), until="2027-01-31")]
    scores = [Score("ana", "c", 2, 1)]
    found = assign_volunteers([person("ana")], scores, missions[:1], volunteers=away)
    (free,) = found.unfilled
    assert (free.need.days, free.need.start) == ((("evenings",),), "2027-02-01")
    told = (
        "Une personne de plus, qui veut aider (intérêt +1 ou +2), libre le soir, encore disponible le 1er février 2027,"
    )
    assert say_need(free.need, {"m": missions[0]}, say).startswith(f"{told} pourrait prendre une place libre de ")
    first, *_ = assign_volunteers([person("ana")], [], missions).unfilled
    assert (first.need.opens, first.need.start) == (("m", "n", "p"), "2027-03-01")


def test_nobody_to_go_with_is_the_cause_only_where_somebody_waits_for_it() -> None:
    people = [person("ana"), person("ben")]
    scores = [Score("ana", "c", 1, 2), Score("ben", "d", 3, 2)]
    missions = [Mission("m", "c", "Veille", 1, min_competence=2), Mission("n", "c", "Repas", 1)]
    found = assign_volunteers(people, scores, missions)
    (free,) = found.unfilled
    assert free.binding is not None
    assert (free.mission, free.binding.kind, free.binding.waiting) == ("m", Binds.PEOPLE, ())
    twice = assign_volunteers(people, scores, missions, volunteers=[offer("ana", max_missions=2)])
    (free,) = twice.unfilled
    assert free.binding is not None
    assert free.binding.kind is Binds.MENTORS


def test_time_and_somebody_to_go_with_are_named_together_where_neither_is_enough() -> None:
    say, day = Translator("fr"), "2027-02-01"
    missions = [
        Mission("m", "c", "Veille", 1, min_competence=2, first_date=day),
        Mission("n", "c", "Repas", 1, first_date=day),
    ]
    found = assign_volunteers(
        [person("ana")], [Score("ana", "c", 1, 2)], missions, volunteers=[offer("ana", max_missions=2)]
    )
    (free,) = found.unfilled
    assert free.binding is not None
    assert (free.binding.kind, free.binding.waiting) == (Binds.BOTH, ("ana",))
    told = say_binding(free.binding, {one.id: one for one in missions}, {"ana": "Ana"}, say)
    assert "pour accompagner" in told
    assert told.endswith("au même moment\u00a0: Ana.")


@pytest.mark.parametrize(
    ("there", "told"), [(0, "aucune place pour 1 personne (Nadia)"), (1, "1 place pour 1 personne")]
)
def test_places_and_people_are_counted_as_they_are_spoken_of(there: int, told: str) -> None:
    binding = Binding(Binds.PLACES, ("m",), ("nadia",), 1, there)
    assert told in tell(binding, [Mission("m", "c", "Garde", 1)])


def test_one_who_could_come_if_is_spoken_of_as_one() -> None:
    binding = Binding(Binds.MENTORS, ("m",), (), 2, 0, waiting=("odette",))
    assert "Débuterait volontiers, mais personne n’est libre pour l’accompagner : Odette." in tell(binding, [GARDE])
    both = replace(binding, waiting=("odette", "nadia"))
    assert "Débuteraient volontiers" in tell(both, [GARDE])


def test_what_missions_ask_for_is_said_of_several_only_where_each_asks_for_it() -> None:
    low, high = Mission("n", "c", "Repas", 1, min_competence=1), replace(GARDE, min_competence=2)
    binding = Binding(Binds.PEOPLE, ("n", "m"), ("nadia",), 2, 1)
    assert "compétence" not in tell(binding, [low, high])
    assert "« Repas » et « Garde » (chacune : compétence 2 au moins)" in tell(
        binding, [replace(low, min_competence=2), high]
    )


def test_places_on_which_somebody_is_already_are_told_beside_those_that_are_left() -> None:
    binding = Binding(Binds.PEOPLE, ("m",), ("nadia",), 2, 1)
    told = tell(binding, [GARDE], proposed=1)
    assert "« Garde » a 2 places à pourvoir. On ne peut en pourvoir que 1 : Nadia." in told
    assert "1 de ces places est déjà proposée" in told


def test_who_could_come_to_a_mission_is_said_before_all_that_hangs_together_with_it() -> None:
    missions = [GARDE, *(Mission(f"n{number}", "c", f"N{number}", 2) for number in range(9))]
    binding = Binding(Binds.PEOPLE, tuple(one.id for one in missions), ("nadia",), 20, 3, near=("nadia",))
    assert tell(binding, missions).startswith("Peut prendre « Garde », et a une autre mission : Nadia. 10 missions")


def test_between_equals_nobody_moves_when_it_is_worked_out_again() -> None:
    people = [person(f"p{i}") for i in range(6)]
    scores = [Score(one.id, "c", 2, 1) for one in people]
    missions = [Mission("m", "c", "M", 3), Mission("n", "c", "N", 3)]
    swapped = [Assignment(f"p{i}", "m" if i % 2 else "n", Reason("assigned")) for i in range(6)]
    found = assign_volunteers(people, scores, missions, proposed=swapped)
    assert taken(found) == {(one.participant, one.mission) for one in swapped}


def test_a_beginner_who_said_yes_keeps_somebody_to_go_with_and_others_may_begin_too() -> None:
    people = [person(f"p{i}") for i in range(4)]
    scores = [Score(f"p{i}", "c", 1 if i < 2 else 3, 2) for i in range(4)]
    missions = [
        Mission("m", "c", "M", 4, min_competence=2),
        Mission("n", "d", "N", 1, min_places=1, importance=1),
    ]
    wanted = [Score("p2", "d", 3, 2)]
    stands = [Assignment("p0", "m", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="p2")]
    alone = assign_volunteers(people, scores, missions[:1], stands)
    assert alone.levels.places == 4
    assert {one.beginner for one in alone.pairs} == {"p0", "p1"}
    other = assign_volunteers(people, [*scores, *wanted], missions, stands)
    assert Paired("p0", "p3", "m") in other.pairs
    assert ("p2", "n") in taken(other)


@pytest.mark.parametrize(("needed", "skill"), [(1, 1), (2, 2), (0, 0)])
def test_a_beginner_who_is_up_to_it_by_now_needs_nobody_and_frees_who_went_with_them(needed: int, skill: int) -> None:
    people = [person(name) for name in ("ana", "ben", "cleo")]
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", skill, 2), Score("cleo", "d", 0, 2), Score("ana", "d", 3, 2)]
    stands = [
        Assignment("ana", "m", Reason("assigned"), status=AssignmentStatus.ACCEPTED),
        Assignment("ben", "m", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana"),
    ]
    missions = [Mission("m", "c", "M", 2, min_competence=needed), Mission("n", "d", "N", 2, min_competence=2)]
    offers = [offer("ana", max_missions=2)]
    found = assign_volunteers(people, scores, missions, stands, volunteers=offers)
    assert found.pairs == (Paired("cleo", "ana", "n"),)
    assert next(one for one in found.assignments if one.participant == "ben").beside is None
    still = [replace(missions[0], min_competence=3), missions[1]]
    if skill < 3:
        kept = assign_volunteers(people, scores, still, stands, volunteers=offers)
        assert kept.pairs == (Paired("ben", "ana", "m"),)


def test_of_two_who_lost_whom_they_went_with_both_get_somebody_if_that_can_be_though_nobody_else_comes() -> None:
    people = [person(name) for name in ("ana", "ben", "cleo", "dan")]
    scores = [Score(name, "c", skill, 2) for name, skill in (("ana", 3), ("ben", 3), ("cleo", 0), ("dan", 0))]
    on = [("ana", "m", None), ("ben", "m", None), ("ana", "n", None), ("cleo", "m", "gone"), ("dan", "n", "gone")]
    stands = [
        Assignment(who, job, Reason("assigned"), status=AssignmentStatus.ACCEPTED, beside=beside)
        for who, job, beside in on
    ]
    missions = [Mission("m", "c", "M", 3, min_competence=2), Mission("n", "c", "N", 2, min_competence=2)]
    found = assign_volunteers(people, scores, missions, stands)
    assert set(found.pairs) == {Paired("cleo", "ben", "m"), Paired("dan", "ana", "n")}


def test_whoever_comes_back_to_a_mission_and_takes_somebody_else_along_is_not_in_two_pairs() -> None:
    people = [person(name) for name in ("ana", "ben", "cleo")]
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 0, 2), Score("cleo", "c", 0, 2)]
    stands = [
        Assignment("ana", "n", Reason("assigned"), status=AssignmentStatus.ACCEPTED),
        Assignment("cleo", "n", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana"),
        Assignment("ben", "m", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana"),
    ]
    missions = [Mission(name, "c", name, 2, min_competence=2) for name in ("m", "n")]
    offers = [offer("ana", max_missions=2)]
    found = assign_volunteers(people, scores, missions, stands, volunteers=offers)
    assert ("ana", "m") in taken(found)
    assert found.pairs == (Paired("cleo", "ana", "n"),)
    without = next(one for one in found.assignments if one.participant == "ben")
    assert without.beside is None
    later = [*found.assignments, Assignment("cleo", "n", Reason("off"), status=AssignmentStatus.DECLINED)]
    later = [one for one in later if one.participant != "cleo" or one.status is AssignmentStatus.DECLINED]
    again = assign_volunteers(people, scores, missions, later, volunteers=offers)
    assert again.pairs == (Paired("ben", "ana", "m"),)
