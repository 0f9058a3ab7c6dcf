"""What a lot is to be drawn from, as it is chosen and typed on this page, and what kept lots were drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from workshop_kit.domain.lot_lists import Counted, LotList, LotSource, count_values, fold_value, take_quotas
from workshop_kit.domain.lots import Lot, Quota
from workshop_kit.domain.model import Change
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.lot_people import (
    list_candidates,
    list_volunteers,
    name_participants,
    read_search,
    tell_source,
)
from workshop_kit.live.contract.facilitator.candidates import LookAtCandidates
from workshop_kit.live.contract.facilitator.lot import LookAtLot, LotColumn
from workshop_kit.live.facilitator.candidates import CandidatesDesk, find_candidates
from workshop_kit.live.facilitator.lot_book import FREE, Counting, bound_values, describe_column
from workshop_kit.live.facilitator.lot_work import DrawsLots, LotFile
from workshop_kit.store import Repository

#: The kind of this window's own announcements about a lot; it never stands in the store's feed.
LOT_KIND: Final = "lot-further"


class LotSettings(CandidatesDesk):
    """The settings of a lot (*réglages du tirage*): whom it is drawn from, how many, and what counts.

    What is chosen and typed before panels are made lives with this page; a lot is kept in the workshop.

    Parameters
    ----------
    arguments, named
        As ``CandidatesDesk``.
    lots
        Reads files and makes panels; without it, as in a script, lots can only be looked at.

    """

    def __init__(self, *arguments: Any, lots: DrawsLots | None = None, **named: Any) -> None:
        self._draws = lots
        super().__init__(*arguments, **named)
        self.on_change(self._notice_lots)
        if lots is not None:
            lots.on_change(self._notice_work)

    def _forget(self) -> None:
        super()._forget()
        self._source: LotSource | None = None
        self._size = 0
        self._counting: dict[LotSource, dict[str, Counting]] = {}
        self._lot = LookAtLot("")
        self._kept: tuple[Lot, ...] | None = None
        self._counted: tuple[LotList, dict[str, tuple[Counted, ...]]] | None = None
        self._taken: LotFile | None = None
        self._nobody: list[Quota] = []
        self._unfound: list[InvalidEntry] = []
        self._read = ""

    @property
    def lots(self) -> DrawsLots:
        """Who makes panels; raises ``CannotServe`` (``lot-not-here``) when nobody was given."""
        if self._draws is None:
            raise CannotServe("lot-not-here")
        return self._draws

    @property
    def _counting_now(self) -> dict[str, Counting]:
        """What counts in the list that is chosen."""
        return self._counting.setdefault(self._source or LotSource.FILE, {})

    def _change_settings(self) -> None:
        """Refuse to change anything while panels are made of it; what was proposed for it before is over."""
        if self._draws is not None:
            if self._draws.work.state == "working":
                raise NotAllowed("lot-busy")
            self._draws.forget()

    def _notice_lots(self, changes: Sequence[Change]) -> None:
        if any(change.kind == "lot" for change in changes):
            self._kept = None

    def _notice_work(self) -> None:
        """Show a lot once it is made, and a list once it was read."""
        lot = self.lots.work.lot
        if lot:
            self._kept = None
            self._lot = LookAtLot(lot)
            self.lots.forget()
        people, quotas = self.lots.people, self.lots.quotas
        if people.listed is not None and people.listed.digest != self._read:
            self._read, self._source = people.listed.digest, LotSource.FILE
        if quotas.quotas and quotas is not self._taken and self._source is not None:
            self.store.read(self._take_quota_file)
        self._announce(LOT_KIND)

    def _take_quota_file(self, repository: Repository) -> None:
        """Take over the quotas of a file as soon as there are people they may count."""
        listed, file = self._list_people(repository), self.lots.quotas
        if listed is not None and listed.rows:
            self._taken = file
            bounds, self._nobody = take_quotas(listed, file.quotas)
            known = {fold_value(column) for column in listed.columns}
            missing = dict.fromkeys(one.category for one in file.quotas if fold_value(one.category) not in known)
            found = ", ".join(listed.columns) or "—"
            self._unfound = [
                InvalidEntry("lot-columns-missing", file=file.name, missing=one, found=found) for one in missing
            ]
            self._counting[listed.source] = dict(bounds)

    def _begin_as_before(self, repository: Repository) -> None:
        """Begin with the quotas of the last lot of the same kind of list, where nothing was said on this page yet."""
        listed = self._list_people(repository)
        if listed is None or self._counting_now:
            return
        before = [one for one in self._list_lots(repository) if tell_source(one.file) is listed.source]
        if before and listed.rows:
            bounds, _ = take_quotas(listed, before[-1].quotas)
            self._counting_now.update(bounds)
            self._size = self._size or before[-1].size

    def _list_lots(self, repository: Repository) -> tuple[Lot, ...]:
        if self._kept is None:
            self._kept = repository.list_lots()
        return self._kept

    def _get_lot(self, repository: Repository, lot: str) -> Lot:
        found = next((one for one in repository.list_lots() if one.id == lot), None)
        if found is None:
            raise MissingEntry("no-lot", id=lot)
        return found

    def _list_people(self, repository: Repository) -> LotList | None:
        return None if self._source is None else self._list_source(repository, self._source)

    def _list_source(self, repository: Repository, source: LotSource) -> LotList | None:
        if source is LotSource.VOLUNTEERS:
            return list_volunteers(repository, self.translator)
        if source is LotSource.CANDIDATES:
            return self._list_found(repository, self._looked, self.translator)
        return None if self._draws is None else self._draws.people.listed

    def _list_found(self, repository: Repository, looked: LookAtCandidates, say: Translator) -> LotList:
        catalogue = self.read_catalogue(say.language)
        found = find_candidates(repository.list_candidates(), catalogue, looked)
        return list_candidates(found, catalogue, say, looked.search, looked.entry, looked.sector)

    def _find_list(self, repository: Repository, lot: Lot) -> LotList | None:
        """Return the list a lot was drawn from, if it is still the same; of volunteers, by who stood where.

        It was drawn from in the words of a page that may have spoken another language: they come back in those.
        """
        return next((one for one in self._list_again(repository, lot) if one.digest == lot.digest), None)

    def _list_again(self, repository: Repository, lot: Lot) -> Iterator[LotList]:
        """List what a lot may have been drawn from, in the page's language, then in the others."""
        source = tell_source(lot.file)
        if source is LotSource.FILE:
            listed = self._list_source(repository, source)
            yield from () if listed is None else (listed,)
            return
        for language in (self.language, *(one for one in LANGUAGES if one != self.language)):
            say = Translator(language)
            if source is LotSource.VOLUNTEERS:
                yield list_volunteers(repository, say)
            else:
                yield self._list_found(repository, LookAtCandidates(*read_search(lot.file)), say)

    def _name_people(self, repository: Repository, lot: Lot, listed: LotList | None) -> Mapping[int, str]:
        if tell_source(lot.file) is LotSource.VOLUNTEERS:
            names = name_participants(repository)
            return {number: names.get(one, "") for number, one in repository.list_lot_people(lot.id).items()}
        return {} if listed is None else dict(enumerate(listed.names, start=1))

    def _count(self, listed: LotList) -> dict[str, tuple[Counted, ...]]:
        if self._counted is None or self._counted[0] is not listed:
            self._counted = listed, {column: count_values(listed, column) for column in listed.columns}
        return self._counted[1]

    def _bound_all(self, listed: LotList) -> dict[str, dict[str, tuple[int, int]]]:
        counted, people = self._count(listed), len(listed.rows)
        return {
            column: {
                value: (least, min(most, self._size) if most >= FREE else most)
                for value, (least, most) in bound_values(
                    counted[column], self._counting_now[column], people, self._size
                ).items()
            }
            for column in listed.columns
            if column in self._counting_now
        }

    def _describe_columns(self, listed: LotList | None) -> list[LotColumn]:
        if listed is None or not listed.rows:
            return []
        counted, counting = self._count(listed), self._counting_now
        people = len(listed.rows)
        return [
            describe_column(
                column, counted[column], counting.get(column), people, self._size, counts=column in counting
            )
            for column in listed.columns
            if len(counted[column]) > 1 or column in counting
        ]

    def _find_column(self, repository: Repository, place: int) -> tuple[str, LotColumn]:
        columns = self._describe_columns(self._list_people(repository))
        if not place < len(columns):
            raise MissingEntry("lot-column-gone")
        return columns[place]["name"], columns[place]
