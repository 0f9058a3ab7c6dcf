"""Lots come back as they were kept, and whoever is erased goes from the list of a lot."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.store.values import a_participant
from workshop_kit.domain.lots import Lot, Quota, RelaxedBound
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Store, lots, schema

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


def test_what_a_solver_rounds_makes_a_lot_no_other(store: Store) -> None:
    rounded = replace(LOT, ideal=(1.0000000002, 0.5, -1e-12))
    store.perform(None, lambda repository: repository.add_lot(rounded))
    assert store.read(lambda repository: repository.list_lots()) == (rounded,)


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


def pack(text: str) -> str:
    return b64encode(zlib.compress(text.encode(), 9)).decode()


@pytest.mark.parametrize(
    "spoilt",
    [
        {"panels": pack(json.dumps(LOT.panels) + " " * 5000)},
        {"panels": pack("[")},
        {"panels": pack("[]")},
        {"panels": "no base64"},
        {"panels": pack("[" * 100_000)},
        {"chances": "{}"},
        {"chances": json.dumps({"chances": [1.0], "ideal": [], "missing": 0.0})},
        {"drawn": "[99]", "dice": "0417"},
        {"drawn": "[1, 2]", "dice": "abc"},
        {"chances": json.dumps({"chances": [float("nan")], "ideal": [1.0], "missing": 0.0})},
        {"chances": json.dumps({"chances": ["1"], "ideal": ["1"], "missing": 0.0})},
        {"chances": json.dumps({"chances": [0.0], "ideal": [0.0], "missing": 0.0})},
        {"quotas": "[[1]]"},
    ],
)
def test_what_is_no_lot_in_a_folder_closes_no_page(
    store: Store, spoilt: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lots, "_PANELS_AT_MOST", 1000)
    other = replace(LOT, id="lot-2")
    store.perform(None, lambda repository: repository.add_lot(LOT))
    store.perform(None, lambda repository: repository.add_lot(other))
    store.perform(None, lambda repository: repository._replace(schema.lot, spoilt, id=LOT.id))
    assert store.read(lambda repository: repository.list_lots()) == (other,)
