"""Taking the bodies of a register into the workshop as candidates, and knowing them again the next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue
from workshop_kit.domain.model import Category
from workshop_kit.files.registers.bodies import Body
from workshop_kit.files.registers.catalogue import BadLine, read_catalogue
from workshop_kit.files.registers.communes import Communes, read_communes
from workshop_kit.files.registers.hamlets import Places, read_hamlets
from workshop_kit.files.registers.reading import Found, read_register
from workshop_kit.files.registers.report import RegisterReport, Taken
from workshop_kit.files.registers.scanning import OnStep
from workshop_kit.files.registers.trades import find_trade
from workshop_kit.store import Repository, Store

#: Candidates of one register that a workshop keeps: more can be picked from by nobody.
CANDIDATES_AT_MOST: Final = 100_000
#: What a stakeholder is where the catalogue does not know its code.
_OTHERWISE: Final = {Register.RNA: Category.ASSOCIATION, Register.SIRENE: Category.COMPANY}


@dataclass(frozen=True)
class _Plan:
    """What is to be written of a register, and what there is to tell of it."""

    added: tuple[Candidate, ...]
    changed: tuple[Candidate, ...]
    removed: tuple[str, ...]
    taken: Taken


def import_register(
    store: Store,
    folder: Path,
    register: Register,
    path: Path,
    communes: Iterable[str],
    *,
    today: date,
    hamlets: Path | None = None,
    on_step: OnStep = lambda _done, _all: None,
) -> RegisterReport:
    """Take the bodies of some communes from a register's file, as candidates to pick stakeholders from.

    The same file twice changes nothing. A candidate that a stakeholder was made of stays so, also where the register
    has it no more; whom the register must not show any more is removed though.

    Parameters
    ----------
    store, folder
        The workshop's store, and its folder, which may hold a catalogue of the organiser's own.
    register, path
        Which register, and its file.
    communes
        INSEE codes, as they were typed.
    today
        On which a body may be active still.
    hamlets
        A file of hamlets of the national base of addresses, ``None``: addresses are compared with sectors alone.
    on_step
        As ``read_register``.

    Raises
    ------
    UnreadableFile, InvalidEntry
        As ``read_register``, ``read_communes`` and ``read_hamlets``; nothing is changed then.

    """
    wanted = read_communes(communes)
    language = store.read(lambda repository: repository.find_workshop()).language
    catalogue = read_catalogue(folder, language)
    names = read_hamlets(hamlets, wanted) if hamlets is not None else ()
    found = read_register(register, path, wanted, today, on_step)
    left = _leave_out(found)

    def take(repository: Repository) -> Taken:
        # nothing is read of the file here: phones wait while this is written
        plan = _plan(repository, register, found, wanted, names, catalogue.catalogue, language)
        repository.add_candidates(plan.added)
        repository.update_candidates(plan.changed)
        repository.remove_candidates(plan.removed)
        return plan.taken

    taken = store.perform(None, take)
    return _report(register, found, taken, wanted, left, catalogue.bad, len(names) if hamlets is not None else None)


def make_candidate(body: Body, catalogue: Catalogue, places: Places, language: str) -> Candidate:
    """Return a candidate for a body: called by its sign, or by its trade and where it is."""
    entry = catalogue.find_by_code(body.register, body.code, body.nomenclature)
    hamlet, sector = places.find(body.places)
    return Candidate(
        body.id,
        body.register,
        body.name or _name_by_trade(body, entry.name if entry is not None else "", language),
        code=body.code,
        entry=entry.code if entry is not None else "",
        category=entry.category if entry is not None else _OTHERWISE[body.register],
        description=body.description,
        address="\n".join(body.lines),
        postcode=body.postcode,
        commune=body.commune,
        insee=body.insee,
        hamlet=hamlet,
        sector=sector,
        website=body.website,
        size=body.size,
    )


def _name_by_trade(body: Body, kind: str, language: str) -> str:
    trade = find_trade(body.code, body.nomenclature, language) or kind or body.code or body.id
    return ", ".join(part for part in (trade, body.street or (body.lines or ("",))[0]) if part)


def _leave_out(found: Found) -> int:
    """Leave out what goes beyond what can be picked from: those without a sign first, then those without employees."""
    left = len(found.bodies) - CANDIDATES_AT_MOST
    if left > 0:
        ranked = sorted(found.bodies.values(), key=lambda body: (bool(body.name), body.size not in ("", "00"), body.id))
        for body in ranked[:left]:
            del found.bodies[body.id]
    return max(0, left)


def _plan(
    repository: Repository,
    register: Register,
    found: Found,
    communes: Communes,
    hamlets: tuple[str, ...],
    catalogue: Catalogue,
    language: str,
) -> _Plan:
    known = {one.id: one for one in repository.list_candidates(register)}
    stakeholders = {one.register: one.id for one in repository.list_stakeholders() if one.register}
    places = Places(hamlets, tuple(sector.name for sector in repository.list_sectors()))
    added: list[Candidate] = []
    changed: list[Candidate] = []
    for body in found.bodies.values():
        new = make_candidate(body, catalogue, places, language)
        old = known.get(new.id)
        new = replace(new, taken=(old.taken if old is not None else None) or stakeholders.get(new.id))
        if old is None:
            added.append(new)
        elif old != new:
            changed.append(new)
    gone, removed = _find_gone(known, found, communes)
    matched = sum(1 for one in (*added, *changed) if one.hamlet)
    taken = Taken(
        new=len(added),
        changed=len(changed),
        unchanged=len(found.bodies) - len(added) - len(changed),
        gone=len(gone) + len(removed),
        kept=len(gone),
        in_hamlets=matched,
    )
    return _Plan(tuple(added), (*changed, *gone), tuple(removed), taken)


def _find_gone(known: Mapping[str, Candidate], found: Found, communes: Communes) -> tuple[list[Candidate], list[str]]:
    """Return which candidates are gone and kept, since a stakeholder was made of them, and which are removed.

    A file of the RNA holds either the associations of today's numbers (``W…``) or those of the older ones: of the
    others it says nothing. Whom the register must not show any more is removed in any case.
    """
    forms = {number.startswith("W") for number in found.bodies}
    kept: list[Candidate] = []
    removed: list[str] = []
    for one in known.values():
        if one.id in found.bodies:
            continue
        if one.id in found.hidden:
            removed.append(one.id)
        elif communes.hold(one.insee, one.postcode) and one.id.startswith("W") in forms:
            if one.taken is None:
                removed.append(one.id)
            elif not one.gone:
                kept.append(replace(one, gone=True))
    return kept, removed


def _report(
    register: Register,
    found: Found,
    taken: Taken,
    communes: Communes,
    left: int,
    bad_lines: tuple[BadLine, ...],
    hamlets: int | None,
) -> RegisterReport:
    return RegisterReport(
        register, communes.codes, found.rows, found.of_communes, found.inactive, found.hidden_rows, taken,
        tuple(found.bad), found.bad_rows, found.twice, found.broken, found.not_unicode, left, bad_lines, hamlets,
        sum(1 for body in found.bodies.values() if not body.name),
    )  # fmt: skip
