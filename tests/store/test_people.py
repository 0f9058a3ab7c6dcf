from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.values import (
    NOON,
    a_challenge,
    a_group,
    a_participant,
    a_volunteer,
    add_the_usual,
    changes_of,
)
from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import Assignment, Dots, Origin, Reason, Score
from workshop_kit.domain.presence import list_present, list_seated, list_waited
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import Repository, Store


def test_participants_are_listed_as_they_came(store: Store) -> None:
    people = tuple(a_participant(entity) for entity in ("z", "a", "m"))

    def act(repository: Repository) -> None:
        for participant in people:
            repository.add_participant(participant)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_participants()) == people
    assert changes_of(store, 0) == [("participant", entity, None) for entity in ("z", "a", "m")]


@pytest.mark.parametrize("said", ["Zoé-Anne", "ZOE ANNE", "  zoé   anne ", "Zoé–Anne"])
def test_a_pseudonym_is_found_whatever_its_case_accents_and_spaces(store: Store, said: str) -> None:
    zoe = a_participant("p1", "Zoé Anne")
    store.perform(None, lambda repository: repository.add_participant(zoe))
    assert store.read(lambda repository: repository.find_participant_by_pseudonym(said)) == zoe
    with pytest.raises(InvalidEntry, match="pseudonym-taken"):
        store.perform(None, lambda repository: repository.add_participant(a_participant("p2", said)))


def test_nobody_bears_an_unknown_pseudonym(store: Store) -> None:
    assert store.read(lambda repository: repository.find_participant_by_pseudonym("Zoé")) is None


def test_a_participant_may_keep_a_pseudonym_but_not_take_another_one_s(store: Store) -> None:
    store.perform(None, add_the_usual)
    first = replace(a_participant("p1"), sector="Bourg", language="en")
    store.perform(None, lambda repository: repository.update_participant(first))
    assert store.read(lambda repository: repository.find_participant("p1")) == first
    with pytest.raises(InvalidEntry, match="pseudonym-taken"):
        store.perform(None, lambda repository: repository.update_participant(replace(first, pseudonym="nom p2")))


def test_a_browser_is_linked_to_a_participant_and_then_to_another(store: Store) -> None:
    store.perform(None, add_the_usual)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.link_visitor("phone", "p1"))
    store.perform(None, lambda repository: repository.link_visitor("tablet", "p1"))
    assert store.read(lambda repository: repository.find_participant_by_visitor("phone")) == a_participant("p1")
    store.perform(None, lambda repository: repository.link_visitor("phone", "p2"))
    assert store.read(lambda repository: repository.find_participant_by_visitor("phone")) == a_participant("p2")
    assert store.read(lambda repository: repository.find_participant_by_visitor("never linked")) is None
    assert store.read(lambda repository: repository.find_participant_by_visitor("tablet")) == a_participant("p1")
    assert [entity for _, entity, _ in changes_of(store, before)] == ["p1", "p1", "p2"]
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda repository: repository.link_visitor("phone", "p9"))


def test_consent_is_kept_with_its_purpose_and_date(store: Store) -> None:
    willing = a_volunteer(challenges=("c2", "c1"), may_show_name=True)
    store.perform(None, add_the_usual)
    store.perform(None, lambda repository: repository.update_volunteer(willing))
    found = store.read(lambda repository: repository.find_volunteer("p1"))
    assert found == willing
    assert found is not None
    assert (found.consented_at, found.purpose) == (NOON, "être rappelée pour ce défi")


def test_contact_details_are_replaced_and_removed_without_the_participant(store: Store) -> None:
    store.perform(None, add_the_usual)
    before = store.latest_sequence()
    changed = a_volunteer("p1", email="", phone="", consented_at=None, purpose="", challenges=("c2",))
    other = a_volunteer("p2", challenges=("c1", "c2"))

    def act(repository: Repository) -> None:
        repository.update_volunteer(a_volunteer("p1", challenges=("c1",)))
        repository.update_volunteer(other)
        repository.update_volunteer(changed)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_volunteers()) == (changed, other)
    store.perform(None, lambda repository: repository.remove_volunteer("p1"))
    assert store.read(lambda repository: repository.list_volunteers()) == (other,)
    assert store.read(lambda repository: repository.find_volunteer("p1")) is None
    assert store.read(lambda repository: repository.find_participant("p1")) == a_participant("p1")
    assert [kind for kind, _, _ in changes_of(store, before)] == ["volunteer"] * 3
    with pytest.raises(MissingEntry, match="no-volunteer"):
        store.perform(None, lambda repository: repository.remove_volunteer("p1"))


def test_help_is_offered_by_a_participant_for_challenges_that_exist(store: Store) -> None:
    store.perform(None, add_the_usual)
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda repository: repository.update_volunteer(a_volunteer("p9")))
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.update_volunteer(a_volunteer(challenges=("c9",))))


def test_who_has_finished_is_known_by_challenge_and_stage(store: Store) -> None:
    store.perform(None, add_the_usual)
    before = store.latest_sequence()

    def act(repository: Repository) -> None:
        repository.add_finished("c1", Stage.WRITING, "p1")
        repository.add_finished("c1", Stage.WRITING, "p1")
        repository.add_finished("c1", Stage.VOTE, "p2")

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_finished("c1", Stage.WRITING)) == {"p1"}
    store.perform(None, lambda repository: repository.remove_finished("c1", Stage.WRITING, "p1"))
    assert store.read(lambda repository: repository.list_finished("c1", Stage.WRITING)) == frozenset()
    assert store.read(lambda repository: repository.list_finished("c1", Stage.VOTE)) == {"p2"}
    expected = [("finished", "p1", "c1"), ("finished", "p2", "c1"), ("finished", "p1", "c1")]
    assert changes_of(store, before) == expected
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda repository: repository.add_finished("c1", Stage.VOTE, "p9"))


def test_a_browser_at_which_a_paper_was_typed_in_is_nobodys(store: Store) -> None:
    store.perform(None, add_the_usual)
    before = store.latest_sequence()

    def act(repository: Repository) -> None:
        for participant in ("p1", "p2", "p1"):
            repository.note_typist("helper", participant)
        repository.link_visitor("phone", "p2")

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_typists()) == (("helper", "p1"), ("helper", "p2"))
    assert store.read(lambda repository: repository.find_participant_by_visitor("helper")) is None
    assert not store.read(lambda repository: repository.has_browser("p1"))
    assert store.read(lambda repository: repository.has_browser("p2"))
    assert changes_of(store, before) == [("helper", "helper", None), ("participant", "p2", None)]
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda repository: repository.note_typist("helper", "p9"))


def test_who_typed_a_paper_is_forgotten_of_this_paper_alone(store: Store) -> None:
    store.perform(None, add_the_usual)

    def act(repository: Repository) -> None:
        for helper, participant in (("helper", "p1"), ("other", "p1"), ("helper", "p2")):
            repository.note_typist(helper, participant)

    store.perform(None, act)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.forget_typists("p1"))
    assert store.read(lambda repository: repository.list_typists()) == (("helper", "p2"),)
    assert changes_of(store, before) == [("helper", "helper", None), ("helper", "other", None)]


def test_wrong_tries_are_counted_until_they_are_forgotten_and_let_nobody_in(store: Store) -> None:
    later = NOON + timedelta(seconds=1)

    def act(repository: Repository) -> None:
        repository.add_helper("helper", NOON)
        for visitor, at in (("guesser", NOON), ("guesser", NOON), ("other", later)):
            repository.add_try(visitor, at)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_helpers()) == ("helper",)
    tries = store.read(lambda repository: repository.list_tries())
    assert tries == (("guesser", NOON), ("guesser", NOON), ("other", later))
    store.perform(None, lambda repository: repository.forget_tries(later))
    assert store.read(lambda repository: repository.list_tries()) == (("other", later),)
    store.perform(None, lambda repository: repository.remove_helpers())
    assert store.read(lambda repository: repository.list_helpers()) == ()
    assert changes_of(store, 0) == [("helper", "helper", None)] * 2


def test_printings_are_kept_in_their_order_each_range_once(store: Store) -> None:
    def act(repository: Repository) -> None:
        for hours, numbers in ((0, range(101, 103)), (1, range(1, 41)), (2, range(101, 103)), (2, range(7, 8))):
            repository.note_printed(numbers, NOON + timedelta(hours=hours))

    store.perform(None, act)
    printed = store.read(lambda repository: repository.list_printed())
    assert printed == (range(1, 41), range(7, 8), range(101, 103))
    assert store.read(lambda repository: repository.list_helpers()) == ()


def give_everything(repository: Repository) -> None:
    """Both participants give all a person can give."""
    add_the_usual(repository)
    repository.add_group(a_group())
    for participant in ("p1", "p2"):
        repository.update_volunteer(a_volunteer(participant, challenges=("c1",)))
        repository.update_score(Score(participant, "c1", 3, 2))
        repository.update_score(Score(participant, "c2", None, None, unsure=True))
        repository.update_dots(Dots(participant, "c1", "g1", 2))
        repository.add_finished("c1", Stage.VOTE, participant)
        repository.update_assignment(Assignment(participant, "m1", Reason("skill")))
        repository.link_visitor(f"phone of {participant}", participant)
        repository.note_typist(f"helper of {participant}", participant)


def test_erasing_a_person_leaves_only_the_ideas_without_author(store: Store) -> None:
    store.perform(None, give_everything)
    store.perform(None, lambda repository: repository.remove_participant("p1"))

    def check(repository: Repository) -> None:
        assert [participant.id for participant in repository.list_participants()] == ["p2"]
        assert [volunteer.participant for volunteer in repository.list_volunteers()] == ["p2"]
        assert {score.participant for score in repository.list_scores()} == {"p2"}
        assert {dots.participant for dots in repository.list_votes()} == {"p2"}
        assert {assignment.participant for assignment in repository.list_assignments()} == {"p2"}
        assert repository.list_finished("c1", Stage.VOTE) == {"p2"}
        assert repository.find_participant_by_visitor("phone of p1") is None
        assert repository.list_typists() == (("helper of p2", "p2"),)
        assert [(idea.id, idea.author) for idea in repository.list_ideas()] == [
            ("i1", None),
            ("i2", "p2"),
            ("i3", None),
        ]
        assert repository.find_group("g1").members == ("i1", "i2")

    store.read(check)


def test_an_erasure_tells_every_window_that_showed_something_of_the_person(store: Store) -> None:
    store.perform(None, give_everything)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.remove_participant("p1"))
    assert set(changes_of(store, before)) == {
        ("participant", "p1", None),
        ("volunteer", "p1", None),
        ("score", "p1", "c1"),
        ("score", "p1", "c2"),
        ("vote", "p1", "c1"),
        ("finished", "p1", None),
        ("assignment", "p1", None),
        ("idea", "i1", "c1"),
    }


def test_a_pseudonym_that_was_erased_is_free_again(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_participant(a_participant("p1", "Zoé")))
    store.perform(None, lambda repository: repository.remove_participant("p1"))
    store.perform(None, lambda repository: repository.add_participant(a_participant("p2", "zoe")))
    assert [one.id for one in store.read(lambda repository: repository.list_participants())] == ["p2"]


def test_a_challenge_added_late_can_be_offered_help(store: Store) -> None:
    store.perform(None, add_the_usual)
    store.perform(None, lambda repository: repository.add_challenge(a_challenge("c3")))
    store.perform(None, lambda repository: repository.update_volunteer(a_volunteer(challenges=("c3", "c3"))))
    found = store.read(lambda repository: repository.find_volunteer("p1"))
    assert found == a_volunteer(challenges=("c3",))


def test_a_seats_code_leads_to_it_is_one_seats_alone_and_goes_with_it(store: Store) -> None:
    store.perform(None, add_the_usual)

    def write(hall: Repository) -> None:
        hall.link_visitor("phone", "p1")
        hall.set_seat_code("p1", "AAA222")
        hall.set_seat_code("p1", "K7P4MX")
        hall.bring_browser("tablet", "p1", NOON)
        hall.add_seat_try("guesser", "device", 7)

    store.perform(None, write)
    assert store.read(lambda hall: (hall.find_seat_code("p1"), hall.find_seat_code("p2"))) == ("K7P4MX", "")
    assert store.read(lambda hall: hall.find_seat_by_code("K7P4MX")) == ("p1", "K7P4MX")
    assert store.read(lambda hall: hall.find_seat_by_code("AAA222")) is None, "the one before opens nothing"
    assert store.read(lambda hall: hall.list_browsers("p1")) == [("phone", None), ("tablet", NOON)]
    assert store.read(lambda hall: hall.list_seat_tries()) == [("guesser", "device", 7)]
    store.perform(None, lambda hall: hall.remove_browser("tablet", "p1"))
    store.perform(None, lambda hall: hall.forget_seat_tries(7))
    assert store.read(lambda hall: hall.find_participant_by_visitor("tablet")) is None
    assert store.read(lambda hall: hall.list_seat_tries()) == []
    store.perform(None, lambda hall: hall.remove_participant("p1"))
    assert store.read(lambda hall: (hall.find_seat_by_code("K7P4MX"), hall.list_browsers("p1"))) == (None, [])


def test_who_attends_is_told_with_as_little_as_it_takes(store: Store) -> None:
    people = (
        a_participant("p1"),
        replace(a_participant("p2"), away_at=NOON),
        replace(a_participant("p3"), origin=Origin.FILE),
        replace(a_participant("p4"), origin=Origin.PROXY, slip=7),
        a_participant("p5"),
        replace(a_participant("p6"), joined_to="p5"),
    )

    def come(hall: Repository) -> None:
        for one in people:
            hall.add_participant(one)

    store.perform(None, come)
    everybody, attending = store.read(lambda hall: (hall.list_participants(), hall.list_attending()))
    for choose in (list_seated, list_present, list_waited):
        assert {one.id for one in choose(attending)} == {one.id for one in choose(everybody)}
