"""Draw a lot: make its panels once for the same files, keep them, and let the dice choose one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.lot import check_size, find_figures, make_lottery, relax_quotas, throw_dice
from workshop_kit.domain.lots import Lot, LotBasis, RelaxedBound, Tell, tell_nobody
from workshop_kit.errors import MissingEntry, NotAllowed
from workshop_kit.store import Repository, Store


def propose_changes(basis: LotBasis, size: int) -> tuple[RelaxedBound, ...]:
    """Return the smallest change of quotas with which a panel can be drawn; none where one can as they are."""
    check_size(basis.people, size)
    return relax_quotas(basis.people, basis.quotas, size)


def draw_lot(
    store: Store, basis: LotBasis, size: int, now: datetime, *, dice: str = "", changes: Sequence[RelaxedBound] = (),
    tell: Tell = tell_nobody,
) -> Lot:  # fmt: skip
    """Return the lot of a list, kept in the workshop; with dice, drawn.

    Panels that were made of the same list, quotas and size are taken again, on whatever computer they were made. The
    same dice draw nothing anew; other dice after a draw are another lot, and both are kept.

    Raises
    ------
    InvalidEntry
        The dice choose no panel, or no panel fulfils the quotas.

    """
    figures = find_figures(dice) if dice else ""
    made = _find_same(store.read(lambda repository: repository.list_lots()), basis, size, changes)
    fresh = _make_lot(basis, size, now, changes, tell) if not made else None
    tell("keeping", 0.0)

    def keep(repository: Repository) -> Lot:
        return _keep(repository, basis, size, now, figures, changes, fresh)

    return store.perform(None, keep)


def _keep(
    repository: Repository, basis: LotBasis, size: int, now: datetime, dice: str, changes: Sequence[RelaxedBound],
    fresh: Lot | None,
) -> Lot:  # fmt: skip
    same = _find_same(repository.list_lots(), basis, size, changes)
    if not same:
        assert fresh is not None  # lots are never removed
        lot = throw_dice(fresh, dice, now) if dice else fresh
        repository.add_lot(lot, basis.ids)
        return lot
    return _throw(repository, same, dice, now, basis.ids) if dice else same[-1]


def list_throws(lots: Sequence[Lot], lot: Lot) -> list[Lot]:
    """Return the lots of the same panels, in the order they were drawn: each throw of dice is one."""
    return _find_same(lots, lot, lot.size, lot.relaxed)


def throw_on(repository: Repository, lot: str, dice: str, now: datetime, *, again: bool = False) -> Lot:
    """Draw a lot that is kept, by dice; the same dice draw nothing anew, whatever is asked.

    Once its panels were drawn, other dice are another lot beside the first, and only where it is asked for ``again``.

    Raises
    ------
    MissingEntry
        ``no-lot``.
    NotAllowed
        ``lot-drawn``: it was drawn before, with which dice and when.
    InvalidEntry
        The dice choose no panel.

    """
    figures = find_figures(dice)
    lots = repository.list_lots()
    known = next((one for one in lots if one.id == lot), None)
    if known is None:
        raise MissingEntry("no-lot", id=lot)
    same = list_throws(lots, known)
    thrown = [one for one in same if one.dice]
    if thrown and not again and figures not in {one.dice for one in thrown}:
        raise NotAllowed("lot-drawn", dice=thrown[-1].dice)
    people = repository.list_lot_people(known.id)
    return _throw(repository, same, figures, now, people)


def _throw(
    repository: Repository, same: Sequence[Lot], dice: str, now: datetime, people: Sequence[str] | Mapping[int, str]
) -> Lot:
    for one in same:
        if one.dice == dice:
            return one
    if not same[-1].dice:
        lot = throw_dice(same[-1], dice, now)
        repository.update_lot(lot)
        return lot
    lot = throw_dice(_name_anew(same[-1], now), dice, now)
    repository.add_lot(lot, people)
    return lot


def _find_same(lots: Sequence[Lot], basis: LotBasis | Lot, size: int, changes: Sequence[RelaxedBound]) -> list[Lot]:
    wanted = (basis.digest, basis.quotas_digest, size, tuple(changes))
    return [one for one in lots if (one.digest, one.quotas_digest, one.size, one.relaxed) == wanted]


def _make_lot(basis: LotBasis, size: int, now: datetime, changes: Sequence[RelaxedBound], tell: Tell) -> Lot:
    lottery = make_lottery(basis.people, basis.quotas, size, changes, tell)
    return Lot(
        uuid4().hex,
        basis.file,
        basis.digest,
        basis.quotas_file,
        basis.quotas_digest,
        size,
        lottery.quotas,
        lottery.relaxed,
        lottery.chances,
        lottery.ideal,
        lottery.missing,
        tuple(tuple(person + 1 for person in panel) for panel in lottery.panels),
        now,
    )


def _name_anew(lot: Lot, now: datetime) -> Lot:
    return replace(lot, id=uuid4().hex, at=now)
