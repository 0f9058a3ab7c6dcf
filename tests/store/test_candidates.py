from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.values import add_the_usual, changes_of
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.model import SEVERAL, Category, Stakeholder
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Store

BAKERY = Candidate(
    "00000000100017",
    Register.SIRENE,
    "Boulangerie de la Place",
    code="10.71C",
    entry="local_shops",
    category=Category.SHOP,
    address="3 place de l’Église",
    postcode="59000",
    commune="Val-Brume",
    insee="59279",
    hamlet="Le Bourg",
    sector="Bourg",
    size="02",
)
CLUB = Candidate(
    "W591234567",
    Register.RNA,
    "Les Boulistes",
    code="011000",
    category=Category.CULTURE_SPORT,
    description="Jouer\nensemble",
    website="https://example.org",
)


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    store.perform(None, add_the_usual)
    store.perform(None, lambda repository: repository.add_stakeholder(Stakeholder("h1", Category.SHOP, "Le Fournil")))
    store.perform(None, lambda repository: repository.add_candidates([CLUB, BAKERY]))


def test_candidates_come_back_as_they_were_given_by_their_numbers(store: Store) -> None:
    assert store.read(lambda repository: repository.list_candidates()) == (BAKERY, CLUB)
    assert store.read(lambda repository: repository.find_candidate(CLUB.id)) == CLUB
    with pytest.raises(MissingEntry, match="no-candidate"):
        store.read(lambda repository: repository.find_candidate("W9"))


def test_candidates_are_listed_by_register_category_and_stakeholder(store: Store) -> None:
    store.perform(None, lambda repository: repository.take_candidate(BAKERY.id, "h1"))
    taken = replace(BAKERY, taken="h1")
    assert store.read(lambda repository: repository.list_candidates(Register.RNA)) == (CLUB,)
    assert store.read(lambda repository: repository.list_candidates(category=Category.SHOP)) == (taken,)
    assert store.read(lambda repository: repository.list_candidates(taken="h1")) == (taken,)
    assert store.read(lambda repository: repository.list_candidates(taken="h2")) == ()


def test_a_candidate_is_taken_and_let_go(store: Store) -> None:
    since = store.latest_sequence()
    assert store.perform(None, lambda repository: repository.take_candidate(CLUB.id, "h1")).taken == "h1"
    assert changes_of(store, since) == [("candidate", CLUB.id, None)]
    assert store.perform(None, lambda repository: repository.take_candidate(CLUB.id, None)).taken is None
    with pytest.raises(MissingEntry, match="no-stakeholder"):
        store.perform(None, lambda repository: repository.take_candidate(CLUB.id, "h9"))


def test_a_candidate_outlives_the_stakeholder_that_was_made_of_it(store: Store) -> None:
    store.perform(None, lambda repository: repository.take_candidate(BAKERY.id, "h1"))
    store.perform(None, lambda repository: repository.remove_stakeholder("h1"))
    assert store.read(lambda repository: repository.find_candidate(BAKERY.id)) == BAKERY


def test_candidates_are_corrected_and_removed_and_the_stakeholder_stays(store: Store) -> None:
    store.perform(None, lambda repository: repository.take_candidate(BAKERY.id, "h1"))
    renamed = replace(BAKERY, name="Le Fournil", taken="h1", gone=True)
    store.perform(None, lambda repository: repository.update_candidates([renamed]))
    assert store.read(lambda repository: repository.list_candidates()) == (renamed, CLUB)
    store.perform(None, lambda repository: repository.remove_candidates([BAKERY.id]))
    assert store.read(lambda repository: repository.list_candidates()) == (CLUB,)
    assert store.read(lambda repository: repository.find_stakeholder("h1")).name == "Le Fournil"


def test_thousands_of_candidates_are_one_line_of_the_change_log(store: Store) -> None:
    many = [replace(CLUB, id=f"W{number:09}") for number in range(3000)]
    since = store.latest_sequence()
    store.perform(None, lambda repository: repository.add_candidates(many))
    assert changes_of(store, since) == [("candidate", SEVERAL, None)]
    assert len(store.read(lambda repository: repository.list_candidates(Register.RNA))) == 3001


def test_a_sector_renamed_is_renamed_in_the_candidates(store: Store) -> None:
    store.perform(None, lambda repository: repository.rename_in(["Bourg"], "Bourg-Centre"))
    assert store.read(lambda repository: repository.find_candidate(BAKERY.id)).sector == "Bourg-Centre"
