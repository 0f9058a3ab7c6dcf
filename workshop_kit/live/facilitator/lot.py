"""Step 2: a lot that is fair to each person, from the list to the dice, without a command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.lot import check_size, find_figures
from workshop_kit.domain.lot_lists import (
    LotSource,
    count_for,
    make_quotas,
)
from workshop_kit.domain.lots import Lot
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.live.acts.drawing_lot import list_throws, throw_on
from workshop_kit.live.acts.inviting import take_candidates
from workshop_kit.live.acts.lot_people import (
    invite_drawn,
    make_basis,
    tell_source,
)
from workshop_kit.live.acts.lot_words import say_chance
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.facilitator.imports import FileBegun, PieceTaken
from workshop_kit.live.contract.facilitator.lot import (
    BeginLotFile,
    ChoosePool,
    CountColumn,
    CountLikePool,
    DrawnInvited,
    FetchLot,
    LookAtLot,
    LotModel,
    LotPaper,
    LotPool,
    LotText,
    MakeLot,
    NameLot,
    SizeLot,
    TakeLotPiece,
    ThrowDice,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.candidates import LOOKED
from workshop_kit.live.facilitator.lot_book import (
    FREE,
    LotBook,
    describe_file,
    describe_work,
    find_counted,
    pick_counted,
)
from workshop_kit.live.facilitator.lot_settings import LOT_KIND, LotSettings
from workshop_kit.live.facilitator.lot_work import LotFile, LotWork
from workshop_kit.store import Repository

_SECTION: Final = "facilitator.lot"


class LotDesk(LotSettings):
    """The lot (*tirage au sort*): whom it is drawn from, quotas made on the page, chances, and the dice."""

    @shows(
        *("lot", "candidate", "volunteer", "participant", "sector", LOOKED, LOT_KIND),
        pace=DRAW_EVERY,
        at_once=("lot", LOT_KIND),
    )
    def lot_model(self) -> LotModel:
        """Return what the lot's page shows."""
        return self.store.read(self._read_lot)

    @intention
    def choose_pool(self, asked: ChoosePool) -> None:
        """Say whom the lot is drawn from; quotas of the last lot of such a list stand there to begin with."""
        self._change_settings()
        self._source = asked.source
        self.store.read(self._begin_as_before)
        self._announce(LOT_KIND)

    @intention
    def size_lot(self, asked: SizeLot) -> None:
        """Say how many people are drawn; shares of the list follow."""
        self._change_settings()
        self._size = asked.size
        self._announce(LOT_KIND)

    @intention
    def count_column(self, asked: CountColumn) -> None:
        """Say how many of the panel have each value of a column, or that it does not count.

        Raises
        ------
        MissingEntry
            ``lot-column-gone``: the list has changed meanwhile.

        """
        self._change_settings()
        column, shown = self.store.read(lambda repository: self._find_column(repository, asked.column))
        if not asked.least and not asked.most:
            self._counting_now.pop(column, None)
        elif not len(asked.least) == len(asked.most) == len(shown["values"]):
            raise MissingEntry("lot-column-gone")
        elif self._size and column not in self._counting_now and not any(asked.least) and set(asked.most) == {None}:
            self._counting_now[column] = None  # ticked just before the size came: it begins as any other does
        else:
            most = (FREE if one is None else one for one in asked.most)
            bounds = zip(asked.least, most, strict=True)
            values = (one["value"] for one in shown["values"])
            self._counting_now[column] = dict(zip(values, bounds, strict=True))
        self._announce(LOT_KIND)

    @intention
    def count_like_pool(self, asked: CountLikePool) -> None:
        """Give the panel the shares of the list in a column; raises ``InvalidEntry`` (``lot-size-first``)."""
        self._change_settings()
        if not self._size:
            raise InvalidEntry("lot-size-first")
        column, _ = self.store.read(lambda repository: self._find_column(repository, asked.column))
        self._counting_now[column] = None
        self._announce(LOT_KIND)

    @intention
    def begin_lot_file(self, asked: BeginLotFile) -> FileBegun:
        """Make room for a file of people to draw from, or of quotas."""
        self._change_settings()
        return self.lots.begin_file(asked)

    @intention
    def take_lot_piece(self, asked: TakeLotPiece) -> PieceTaken:
        """Take a piece of such a file; what arrived before is not taken twice."""
        return self.lots.take_piece(asked)

    @intention
    def leave_lot_file(self) -> None:
        """Forget the files of a lot."""
        self._change_settings()
        self.lots.leave_file()
        self._counting.pop(LotSource.FILE, None)
        self._read = ""
        self._nobody, self._unfound = [], []
        if self._source is LotSource.FILE:
            self._source = None
        self._announce(LOT_KIND)

    @intention
    def make_lot(self, asked: MakeLot) -> None:
        """Begin to make the panels of a lot in the background; asking again while some are made changes nothing.

        Raises
        ------
        InvalidEntry
            ``lot-nobody-here``, ``lot-size-first``, ``lot-size``, ``lot-crossed``.

        """
        if self.lots.work.state == "working":
            return
        listed = self.store.read(self._list_people)
        if listed is None or not listed.rows:
            raise InvalidEntry("lot-nobody-here")
        if not self._size:
            raise InvalidEntry("lot-size-first")
        check_size(listed.rows, self._size)
        quotas = make_quotas(self._bound_all(listed))
        for one in quotas:
            if one.least > one.most:
                values = {"category": one.category, "feature": one.feature, "least": one.least, "most": one.most}
                raise InvalidEntry("lot-crossed", **values)
        changes = self.lots.work.changes if asked.relaxed else ()
        made = make_basis(listed, count_for(listed, quotas), quotas)
        self.lots.begin(self.folder, made, self._size, changes, self.language)
        self._announce(LOT_KIND)

    @intention
    def stop_lot(self) -> None:
        """End the making of panels at once; nothing is drawn."""
        self.lots.stop()
        self._announce(LOT_KIND)

    @intention
    def look_at_lot(self, asked: LookAtLot) -> None:
        """Show a lot, a page of its chances, or the names."""
        self._lot = asked
        self._announce(LOT_KIND)

    @intention
    def throw_dice(self, repository: Repository, asked: ThrowDice) -> None:
        """Draw a panel by dice; a second throw is kept beside the first, and only where it is asked for.

        Raises
        ------
        InvalidEntry
            ``lot-dice``, ``lot-dice-few``.
        NotAllowed
            ``lot-drawn``.
        MissingEntry
            ``no-lot``.

        """
        throw_on(repository, asked.lot, asked.dice, self.now(), again=asked.again)

    @intention
    def invite_drawn(self, repository: Repository, asked: NameLot) -> DrawnInvited:
        """Put those drawn on the list of invitations, from registers as candidates are taken in, from files by name.

        Raises
        ------
        MissingEntry
            ``no-lot``, ``lot-list-gone``.
        NotAllowed
            ``lot-of-volunteers``: they are marked already.

        """
        lot = self._get_lot(repository, asked.lot)
        source = tell_source(lot.file)
        if source is LotSource.VOLUNTEERS:
            raise NotAllowed("lot-of-volunteers")
        listed = self._find_list(repository, lot)
        if listed is None:
            raise MissingEntry("lot-list-gone")
        if source is LotSource.FILE:
            return {"added": invite_drawn(repository, lot, listed, self.translator)}
        ids = [listed.ids[number - 1] for number in lot.drawn]
        return {"added": take_candidates(repository, ids, self.read_catalogue())}

    @intention
    def fetch_lot(self, asked: FetchLot) -> LotText:
        """Hand over a file of a lot; raises ``MissingEntry`` (``no-lot``, ``lot-list-gone``)."""
        name = f"{self.translator(f'{_SECTION}.paper.{asked.paper.value}')}.csv"
        return {"name": name, "text": self.store.read(lambda repository: self._write_paper(repository, asked))}

    def _settle(self, found: Intention, asked: Any) -> None:
        """Show what the dice drew, once it is kept."""
        super()._settle(found, asked)
        if found.name == "throw_dice":
            lots = self.store.read(lambda repository: repository.list_lots())
            known = next(one for one in lots if one.id == asked.lot)
            thrown = next(one for one in list_throws(lots, known) if one.dice == find_figures(asked.dice))
            self._lot = LookAtLot(thrown.id, 1, self._lot.named)

    def _write_paper(self, repository: Repository, asked: FetchLot) -> str:
        lot = self._get_lot(repository, asked.lot)
        if asked.paper is LotPaper.PANELS:
            return lot.to_csv()
        lines = self._list_lines(repository, lot, asked.paper)
        return self.lots.write_table(lines, ";" if self.language == "fr" else ",")

    def _read_lot(self, repository: Repository) -> LotModel:
        book = LotBook(self._list_lots(repository), self.translator)
        listed = self._list_people(repository)
        lot, draws = book.find(self._lot.lot), self._draws
        found = None if lot is None else self._find_list(repository, lot)
        names = {} if lot is None else self._name_people(repository, lot, found)
        people, quotas = (LotFile(), LotFile()) if draws is None else (draws.people, draws.quotas)
        say = self.translator
        return {
            "pools": self._list_pools(repository),
            "source": self._source,
            "size": self._size,
            "columns": self._describe_columns(listed),
            "left": "" if listed is None else ", ".join(listed.left),
            "notes": [
                *map(say.sentence, self._unfound),
                *(say(f"{_SECTION}.nobody", category=one.category, feature=one.feature) for one in self._nobody),
            ],
            "file": describe_file(people, say),
            "quotas": describe_file(quotas, say),
            "making": describe_work(LotWork() if draws is None else draws.work, say),
            "shown": None if lot is None else book.describe(lot, found, names, self._lot),
            "kept": book.list_kept(lot),
            "bytes_at_most": 0 if draws is None else draws.bytes_at_most,
        }

    def _list_pools(self, repository: Repository) -> list[LotPool]:
        looked, say = self._looked, self.translator
        about = " · ".join(filter(None, (looked.search, self._name_entry(looked.entry), looked.sector)))
        pools: list[LotPool] = []
        for source in LotSource:
            listed = self._list_source(repository, source)
            told = listed.file if source is LotSource.FILE and listed is not None else ""
            if source is LotSource.CANDIDATES:
                told = say(f"{_SECTION}.looked", about=about) if about else ""
            pools.append({"source": source, "people": 0 if listed is None else len(listed.rows), "about": told})
        return pools

    def _name_entry(self, code: str) -> str:
        entry = self.read_catalogue().find(code) if code else None
        return "" if entry is None else entry.name

    def _list_lines(self, repository: Repository, lot: Lot, paper: LotPaper) -> list[Sequence[str]]:
        """Return the lines of a file to keep, its heading first."""
        if paper is LotPaper.QUOTAS:
            bounds = ((one.category, one.feature, str(one.least), str(one.most)) for one in lot.quotas)
            return [("category", "feature", "min", "max"), *bounds]
        listed = self._find_list(repository, lot)
        say = self.translator
        number, chance, called = (say(f"{_SECTION}.heading.{one}") for one in ("number", "chance", "name"))
        columns = () if listed is None else find_counted(lot, listed)
        rows = ((),) * len(lot.chances) if listed is None else pick_counted(lot, listed)
        if paper is LotPaper.PEOPLE:
            if listed is None:
                raise MissingEntry("lot-list-gone")
            return [(number, *columns), *((str(place), *row) for place, row in enumerate(rows, start=1))]
        if paper is LotPaper.CHANCES:
            chances = enumerate(zip(lot.chances, rows, strict=True), start=1)
            return [(number, *columns, chance), *((str(n), *row, say_chance(one, say)) for n, (one, row) in chances)]
        if listed is not None and listed.whole:
            return [(number, *listed.whole[0]), *((str(one), *listed.whole[one]) for one in lot.drawn)]
        names = self._name_people(repository, lot, listed)
        everything = rows if listed is None else listed.rows  # for whoever invites them
        drawn = ((str(one), names.get(one, ""), *everything[one - 1]) for one in lot.drawn)
        return [(number, called, *(() if listed is None else listed.columns)), *drawn]
