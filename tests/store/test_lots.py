"""Lots come back as they were kept, and whoever is erased goes from the list of a lot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.store.values import a_participant
from workshop_kit.domain.lots import Lot, Quota, RelaxedBound
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Store

ANA = a_participant("ana")
AT = datetime(2027, 3, 1, 10, tzinfo=UTC)
LOT = Lot(
    "lot-1", "liste.csv", "d", "quotas.csv", "e", 2, (Quota("âge", "65 +", 1, 2),),
    (RelaxedBound("âge", "65 +", "min", 2, 1, 1),), (1.0, 0.5, 0.5), (1.0, 0.5, 0.5), 0.0, ((1, 2), (1, 3)), AT,
)  # fmt: skip


def test_a_lot_comes_back_as_it_was_kept(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_lot(LOT))
    drawn = replace(LOT, dice="0417", drawn=(1, 3), drawn_at=AT)
    assert store.read(lambda repository: repository.list_lots()) == (LOT,)
    store.perform(None, lambda repository: repository.update_lot(drawn))
    assert store.read(lambda repository: repository.list_lots()) == (drawn,)


def test_a_lot_that_is_not_there_is_not_changed(store: Store) -> None:
    with pytest.raises(MissingEntry):
        store.perform(None, lambda repository: repository.update_lot(LOT))


def test_who_is_erased_goes_from_the_list_of_a_lot(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_participant(ANA))
    store.perform(None, lambda repository: repository.add_lot(LOT, [ANA.id]))
    assert store.read(lambda repository: repository.list_lot_people(LOT.id)) == {1: ANA.id}
    store.perform(None, lambda repository: repository.remove_participant(ANA.id))
    assert store.read(lambda repository: repository.list_lot_people(LOT.id)) == {}
    assert store.read(lambda repository: repository.list_lots()) == (LOT,)
