"""Whom a lot of the page is drawn from in the workshop itself, and who stands under its numbers afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from workshop_kit.domain.candidates import Candidate
from workshop_kit.domain.catalogue import Catalogue
from workshop_kit.domain.entries import POSTAL_ADDRESS, REASON, STAKEHOLDER, STAKEHOLDER_SECTOR
from workshop_kit.domain.lot_lists import LotList, LotSource, Reach, fold_value
from workshop_kit.domain.lots import Lot, LotBasis, Quota
from workshop_kit.domain.model import Category, Stakeholder
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import may_be_drawn
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: What stands for a file's name where candidates of the registers are drawn; behind it, what was looked for.
_REGISTERS: Final = "registers?"


def list_lot_volunteers(repository: Repository) -> list[tuple[str, str, str]]:
    """Return the volunteers who may be drawn, in a fixed order: their participant's id, their category and sector."""
    persons = Persons(repository)
    people = {one.id: one for one in persons.list_participants()}
    offers = [one for one in persons.list_volunteers() if one.participant in people and may_be_drawn(one)]
    return sorted(
        (one.participant, people[one.participant].category, one.sector or people[one.participant].sector)
        for one in offers
    )


def list_volunteers(repository: Repository, say: Translator) -> LotList:
    """Return the volunteers as a list to draw from, in the words of a reader."""
    found = list_lot_volunteers(repository)
    columns = _name_columns(say, "category", "sector")
    rows = tuple((say.category(category) if category else "", sector) for _id, category, sector in found)
    names = name_participants(repository)
    ids = tuple(one[0] for one in found)
    called = tuple(names.get(one, "") for one in ids)
    return LotList(LotSource.VOLUNTEERS, "", _digest(columns, rows, ids), columns, rows, called, ids)


def list_candidates(
    found: Iterable[Candidate], catalogue: Catalogue, say: Translator, search: str, entry: str, sector: str
) -> LotList:
    """Return the candidates who were found as a list to draw from, in the words of a reader.

    Parameters
    ----------
    found
        The candidates; whom the latest register has no more cannot be drawn.
    catalogue, say
        Names kinds and categories.
    search, entry, sector
        What was looked for, by which the list is found again.

    """
    listed = sorted((one for one in found if not one.gone), key=lambda one: one.id)
    columns = _name_columns(say, "category", "kind", "sector", "register")
    entries = {one.code: one.name for one in catalogue}
    rows = tuple(
        (
            say.category(one.category) if one.category else "",
            entries.get(one.entry, ""),
            one.sector or one.hamlet,
            say(f"facilitator.candidates.register.{one.register.value}"),
        )
        for one in listed
    )
    ids = tuple(one.id for one in listed)
    file = _REGISTERS + urlencode({"search": search, "entry": entry, "sector": sector})
    names = tuple(one.name for one in listed)
    return LotList(LotSource.CANDIDATES, file, _digest(columns, rows, ids), columns, rows, names, ids)


def tell_source(file: str) -> LotSource:
    """Return whom a lot was drawn from, by what it keeps as its file."""
    if not file:
        return LotSource.VOLUNTEERS
    return LotSource.CANDIDATES if file.startswith(_REGISTERS) else LotSource.FILE


def read_search(file: str) -> tuple[str, str, str]:
    """Return the words, the kind and the sector looked for in the registers, by what a lot keeps as its file."""
    told = dict(parse_qsl(file.removeprefix(_REGISTERS), keep_blank_values=True))
    return told.get("search", ""), told.get("entry", ""), told.get("sector", "")


def name_participants(repository: Repository) -> dict[str, str]:
    """Return how volunteers are called: the name they gave, else their pseudonym."""
    names = {one.id: one.pseudonym for one in repository.list_participants()}
    given = {one.participant: one.name for one in repository.list_volunteers() if one.name}
    return {**names, **{person: name for person, name in given.items() if person in names}}


def make_basis(listed: LotList, people: Sequence[tuple[int, ...]], quotas: Sequence[Quota]) -> LotBasis:
    """Return a list with its quotas as a lot is made of it; its quotas were made on the page."""
    told = "\n".join(f"{one.category}\t{one.feature}\t{one.least}\t{one.most}" for one in quotas)
    ids = listed.ids if listed.source is LotSource.VOLUNTEERS else ()
    return LotBasis(tuple(people), tuple(quotas), listed.file, listed.digest, "", _hash(told), ids)


def invite_drawn(repository: Repository, lot: Lot, listed: LotList, say: Translator) -> int:
    """Put those of a file who were drawn on the list of invitations; return how many are new.

    Who stands there already by the same name stays once. Whoever has no name in the file cannot be invited. What the
    file says of how they are reached goes along, for who is drawn is written to; without a category they are residents.
    """
    known = {fold_name(one.name) for one in repository.list_stakeholders()}
    category, sector = (_find_column(listed, say, name) for name in ("category", "sector"))
    added = 0
    for number in lot.drawn:
        name = listed.names[number - 1][: STAKEHOLDER.longest].strip()
        if not name or fold_name(name) in known:
            continue
        known.add(fold_name(name))
        row, reach = listed.rows[number - 1], listed.reach[number - 1] if listed.reach else Reach()
        repository.add_stakeholder(
            Stakeholder(
                uuid4().hex,
                _read_category(row[category], say) if category is not None else Category.RESIDENT.value,
                name,
                sector="" if sector is None else row[sector][: STAKEHOLDER_SECTOR.longest],
                email=reach.email,
                phone=reach.phone,
                address=reach.address[: POSTAL_ADDRESS.longest],
                reason=say("facilitator.lot.reason")[: REASON.longest],
            )
        )
        added += 1
    return added


def _read_category(text: str, say: Translator) -> str:
    named = {fold_value(say.category(one.value)): one.value for one in Category}
    return named.get(fold_value(text), text[:60].strip()) or Category.OTHER.value


def _find_column(listed: LotList, say: Translator, name: str) -> int | None:
    wanted = {fold_value(name), fold_value(say(f"facilitator.lot.column.{name}"))}
    return next((place for place, one in enumerate(listed.columns) if fold_value(one) in wanted), None)


def _name_columns(say: Translator, *names: str) -> tuple[str, ...]:
    return tuple(say(f"facilitator.lot.column.{name}") for name in names)


def _digest(columns: Sequence[str], rows: Sequence[Sequence[str]], ids: Sequence[str]) -> str:
    lines = ("\t".join((person, *row)) for person, row in zip(ids, rows, strict=True))
    return _hash("\n".join(("\t".join(columns), *lines)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
