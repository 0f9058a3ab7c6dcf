"""Take in the volunteers: contact details only with consent."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.entries import CATEGORY, PSEUDONYM, SECTOR
from workshop_kit.domain.likeness import fold_email, fold_phone
from workshop_kit.domain.model import Reason, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.files.importing import cells as read
from workshop_kit.files.importing.identity import Somebody
from workshop_kit.files.importing.intake import Intake, fill
from workshop_kit.files.importing.ledger import Ledger
from workshop_kit.files.importing.offers import agree, read_agreed, read_offered
from workshop_kit.files.importing.reference import Hall
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository

#: A consent may bear a date of tomorrow elsewhere in the world, not one of next year.
_AHEAD: Final = timedelta(days=1)


#: Two people on one line: M. et Mme Martin, Ana & Luc Roux.
_TWO_PEOPLE: Final = re.compile(r"\w\.? (et|and|&|\+) \w|^(famille|couple|family|les) ")


class Volunteering:
    """The intake of volunteers, which counts whose contact details it did not keep.

    Without consent the person is kept and the e-mail address and telephone number are not (GDPR, article 6): nothing
    in a file says that one may keep them. A yes to being invited, or to news, keeps them for that alone.
    """

    def __init__(self) -> None:
        self._dropped: dict[str, list[Somebody]] = {}
        self.intake = Intake(_list_volunteers, self._take, _write_volunteers)

    @property
    def notes(self) -> tuple[Reason, ...]:
        """Whose contact details were left out, in number."""
        return (Reason("no-consent", {"number": len(self._dropped)}),) if self._dropped else ()

    def _take(self, cells: dict[str, str], hall: Hall, ledger: Ledger[Volunteer]) -> None:
        agreed = read_agreed(cells, hall.now)
        row = replace(read_somebody(cells), agrees=any(agreed.values()))
        consented_at = read.read_moment(cells, "consented_at")
        show_name = read.read_consent(cells, "show_name")
        offered = read_offered(cells, hall)
        named = {column: hall.find_challenges_by_name(cells, column) or None for column in ("challenges", "declined")}
        if consented_at is not None and consented_at > hall.now + _AHEAD and not cells.get("key"):
            hall.line.notes.append(Reason("moment-ahead", {"date": consented_at.date().isoformat()}))
        person = hall.find_volunteer(cells, row, _find_consent(row, consented_at, agreed.values()))
        if _TWO_PEOPLE.search(fold_name(row.name)) and not cells.get("key"):
            hall.line.notes.append(Reason("two-people", {"name": row.name}))
        known = ledger.look(person) or Volunteer(person, row.name, "", "", "", None, "")
        known = fill(known, sector=hall.note_sector(row.sector), may_show_name=show_name, **named)
        known = replace(offered.fill(known, hall), consents=agree(known.consents, agreed))
        if not known.name:
            known = replace(known, name=row.name)
        if row.consents:
            before = ledger.look_before(person)
            since = consented_at or (before.consented_at if before is not None else None) or hall.now
            purpose = cells.get("purpose") or known.purpose or Translator(hall.language)("files.purpose")
            known = replace(known, consented_at=known.consented_at or since, purpose=purpose)
        elif row.declines:
            known = replace(known, consented_at=None, purpose="", consents=agree((), agreed))
            self._dropped.get(person, []).clear()
        if known.list_purposes():
            for said in (*self._dropped.pop(person, ()), row):
                known = _take_details(known, said, hall)
        else:
            known = replace(known, email="", phone="")
            self._note_dropped(person, row, cells, hall)
        hall.register.learn(person, known)
        ledger.put(person, known)

    def _note_dropped(self, person: str, row: Somebody, cells: dict[str, str], hall: Hall) -> None:
        """Note whose contact details are not kept: who consents in a later line has them kept after all."""
        if row.email or row.phone:
            self._dropped.setdefault(person, []).extend([] if row.declines else [row])
            hall.line.unkept = tuple(column for column in ("email", "phone") if cells.get(column))


def read_somebody(cells: dict[str, str]) -> Somebody:
    """Return what a row of volunteers says of who it is about; raises ``RowRefused``.

    Without a name there is a pseudonym at least: whether that is enough is said by what else the row bears.
    """
    pseudonym = read.read_text_if_any(cells, "pseudonym", PSEUDONYM)
    nameless = pseudonym and not cells.get("name") and not cells.get("first_name")
    email, phone = read.read_email(cells), read.read_phone(cells)
    consent = read.read_consent(cells)
    return Somebody(
        name="" if nameless else read.read_name(cells),
        pseudonym=pseudonym,
        email=email,
        phone=phone,
        sector=read.read_text_if_any(cells, "sector", SECTOR),
        category=understand_category(read.read_text_if_any(cells, "category", CATEGORY)),
        declines=consent is False,
        consents=consent is True,
    )


def _find_consent(row: Somebody, consented_at: datetime | None, agreed: Iterable[datetime | None]) -> datetime | None:
    """Return when a row says that somebody consented last, to whatever purpose; ``None``: it does not say."""
    days = [*(filter(None, agreed)), *([consented_at] if row.consents and consented_at is not None else [])]
    return max(days, default=None)


def _take_details(known: Volunteer, row: Somebody, hall: Hall) -> Volunteer:
    """Return an offer with the details a row gives, and say what they replace; a spelling changes none."""
    for column, before, after, fold in (
        ("email", known.email, row.email, fold_email),
        ("phone", known.phone, row.phone, fold_phone),
    ):
        if after and fold(before) != fold(after):
            known = fill(known, **{column: after})
            if before:
                hall.line.notes.append(Reason("replaced", {"column": column, "before": before, "after": after}))
    return known


def _list_volunteers(repository: Repository) -> dict[Hashable, Volunteer]:
    return {one.participant: one for one in repository.list_volunteers()}


def _write_volunteers(repository: Repository, changes: Sequence[tuple[Volunteer, Volunteer | None]]) -> None:
    repository.update_volunteers([volunteer for volunteer, _ in changes])
