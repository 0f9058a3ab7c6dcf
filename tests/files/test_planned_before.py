"""A file is planned before the transaction that writes it: what changes in between is respected, and phones go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.files.conftest import NOON, Take
from tests.files.field import CLAIRE
from tests.files.test_identity import volunteers
from workshop_kit.domain.model import Challenge, Idea, Origin, Participant, Score, Volunteer
from workshop_kit.files import write_import
from workshop_kit.files.importing import import_file as importing
from workshop_kit.files.importing.planning import Outcome, plan_lines
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.offering import withdraw_offer
from workshop_kit.store import Repository, Store, open_store

LATER = NOON + timedelta(days=1)
#: She is known, and this brings a number besides.
CLAIRE_AGAIN = CLAIRE.replace("06 39 98 03 01", "06 39 98 03 02") + "Yann Noir;;06 39 98 03 09;oui\n"
Act = Callable[[Repository], Any]


@pytest.fixture
def phone(store: Store, tmp_path: Path) -> Iterator[Store]:
    """Another process's store."""
    opened = open_store(tmp_path / "atelier")
    yield opened
    opened.close()


class Meanwhile:
    """Does something each time a file was planned, before it is written, while that can be done at all."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
        self.plans = 0

        def plan(repository: Repository, *arguments: Any) -> Outcome:
            outcome = plan_lines(repository, *arguments)
            self.plans += 1
            if repository._feed is None:  # within the transaction that writes, a phone would wait
                act()
            return outcome

        monkeypatch.setattr(importing, "plan_lines", plan)


def find_claire(repository: Repository) -> Participant:
    return next(one for one in repository.list_participants() if one.pseudonym == "Claire Fontaine")


def sit_down(repository: Repository, name: str) -> Participant:
    number = len(repository.list_participants())
    seat = Participant(f"{number:032x}", name, "", "", Origin.ROOM, LATER)
    repository.add_participant(seat)
    return seat


def withdraw(repository: Repository) -> None:
    if repository.find_volunteer(find_claire(repository).id) is not None:
        withdraw_offer(repository, find_claire(repository), LATER)


def erase(repository: Repository) -> None:
    if any(one.pseudonym == "Claire Fontaine" for one in repository.list_participants()):
        erase_person(repository, find_claire(repository).id, LATER, with_ideas=True)


@pytest.mark.parametrize("leave", [withdraw, erase])
def test_who_withdraws_between_the_plan_and_the_writing_is_not_written(
    store: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch, leave: Act
) -> None:
    take("volunteers", CLAIRE)
    meanwhile = Meanwhile(monkeypatch, lambda: phone.perform(None, leave))
    report = take("volunteers", CLAIRE_AGAIN, now=LATER)
    assert [one.name for one in volunteers(store) if one.email or one.phone] == ["Yann Noir"]
    assert (report.new, [note.code for note in report.notes]) == (1, ["withheld"])
    assert meanwhile.plans == 2


def test_people_who_are_joined_between_the_plan_and_the_writing_are_one(
    framed: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in ("a@example.org", "b@example.org"):
        take("volunteers", f"Nom;Courriel;Consentement\nJean Martin;{address};oui\n")

    def join(repository: Repository) -> None:
        one, other = repository.list_participants()
        if one.joined_to is None:
            repository.update_participant(replace(one, joined_to=other.id))

    meanwhile = Meanwhile(monkeypatch, lambda: phone.perform(None, join))
    assert take("scores", "bénévole;défi;compétence;intérêt\nJean Martin;Logement;3;1\n").doubtful == ()
    assert meanwhile.plans == 2


def test_a_person_of_another_list_taken_in_meanwhile_is_not_brought_twice(
    store: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []

    def import_too() -> None:
        if not done:
            done.append(True)
            write_import(phone, "volunteers", "autre.csv", CLAIRE.encode(), now=LATER)

    Meanwhile(monkeypatch, import_too)
    report = take("volunteers", CLAIRE)
    assert (report.added, report.unchanged) == (0, 1)
    assert len(volunteers(store)) == 1


def test_phones_that_join_offer_score_and_write_meanwhile_have_a_list_planned_once(
    framed: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_on(repository: Repository) -> None:
        seat, challenge = sit_down(repository, "Claire Fontaine"), repository.list_challenges()[0].id
        repository.update_volunteer(Volunteer(seat.id, "Claire F.", "", "06 39 98 03 08", "", LATER, "mission"))
        repository.update_score(Score(seat.id, challenge, 2, 1))
        repository.add_idea(Idea(f"{1:032x}", challenge, "Ouvrir le gymnase", None, seat.id, LATER))

    meanwhile = Meanwhile(monkeypatch, lambda: phone.perform(None, go_on))
    assert take("volunteers", CLAIRE).new == 1
    assert meanwhile.plans == 1
    assert sorted(one.name for one in volunteers(framed)) == ["Claire F.", "Claire Fontaine"]


def test_a_seat_named_by_key_that_withdraws_meanwhile_is_looked_at_again(
    store: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = store.perform(None, lambda repository: sit_down(repository, "Ana"))
    offer = Volunteer(seat.id, "Ana Roux", "ana.roux@example.org", "", "", NOON, "mission")
    store.perform(None, lambda repository: repository.update_volunteer(offer))

    def leave(repository: Repository) -> None:
        if repository.find_volunteer(seat.id) is not None:
            withdraw_offer(repository, seat, LATER)

    meanwhile = Meanwhile(monkeypatch, lambda: phone.perform(None, leave))
    take("volunteers", f"clé;nom;courriel;secteur;consentement\n{seat.id};Ana Roux;ana.roux@example.org;Bourg;oui\n")
    assert meanwhile.plans == 2
    assert not any(one.email for one in volunteers(store))


def test_where_something_comes_between_each_time_it_is_planned_in_the_end_while_nobody_can(
    framed: Store, take: Take, phone: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def reword() -> None:
        said.append(f"Plus personne ne dort dehors, dit {len(said)} fois")
        phone.perform(None, lambda repository: repository.update_challenge(_reword(repository, said[-1])))

    meanwhile = Meanwhile(monkeypatch, reword)
    assert take("volunteers", CLAIRE).new == 1
    assert (len(said), meanwhile.plans) == (importing._TRIES, importing._TRIES + 1)


def _reword(repository: Repository, statement: str) -> Challenge:
    return replace(repository.list_challenges()[0], statement=statement)
