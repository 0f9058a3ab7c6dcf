"""A challenge's sentences, who may say how clear they are, and what was said."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import uuid4

from workshop_kit.domain.clarity import Asking, Phrasing, Rating, choose_dropped
from workshop_kit.store import schema
from workshop_kit.store.floods import FloodShelf
from workshop_kit.store.shelf import Noun, row_of
from workshop_kit.store.statements import given

PHRASING: Final = Noun("phrasing", Phrasing, schema.phrasing)
ASKING: Final = Noun("asking", Asking, schema.clarity_asking)
RATING: Final = Noun("rating", Rating, schema.clarity_rating)


class ClarityShelf(FloodShelf):
    """Table data gateway of a challenge's sentences and of how clear people say they are."""

    def list_phrasings(self, challenge: str | None = None) -> tuple[Phrasing, ...]:
        """Return the sentences that are kept, of one challenge if given, by challenge and number."""
        return self._list(PHRASING, order="challenge", **given(challenge=challenge))

    def add_phrasing(self, challenge: str, statement: str, at: datetime) -> Phrasing:
        """Keep a sentence that was saved, unless it is the last one kept; the oldest go where there are too many."""
        self._require_challenge(challenge)
        kept = self.list_phrasings(challenge)
        if kept and kept[-1].statement == statement:
            return kept[-1]
        added = Phrasing(challenge, kept[-1].number + 1 if kept else 1, statement, at)
        self._add(schema.phrasing, [row_of(added)])
        rated = {one.phrasing for one in self.list_askings(challenge)}
        for number in choose_dropped((*kept, added), rated):
            self._erase(schema.phrasing, challenge=challenge, number=number)
            self.remove_asking(challenge, number)
        self._note("challenge", challenge, challenge)
        return added

    def correct_phrasing(self, challenge: str, statement: str) -> None:
        """Have the last sentence that was kept say the same with other commas or capitals."""
        kept = self.list_phrasings(challenge)
        if kept and kept[-1].statement != statement:
            self._replace(schema.phrasing, {"statement": statement}, challenge=challenge, number=kept[-1].number)
            self._note("challenge", challenge, challenge)

    def list_askings(self, challenge: str | None = None) -> tuple[Asking, ...]:
        """Return what people were asked of, the oldest first."""
        return self._list(ASKING, order="at", **given(challenge=challenge))

    def add_asking(self, asking: Asking) -> None:
        """Ask people how clear a sentence is; what was said of it before goes."""
        self._require_challenge(asking.challenge)
        self.remove_asking(asking.challenge, asking.phrasing)
        self._add(schema.clarity_asking, [row_of(asking)])
        self._note_clarity(asking.challenge)

    def update_asking(self, asking: Asking) -> None:
        """Replace the asking of the same sentence."""
        self._replace(schema.clarity_asking, row_of(asking), challenge=asking.challenge, phrasing=asking.phrasing)
        self._note_clarity(asking.challenge)

    def remove_asking(self, challenge: str, phrasing: int) -> None:
        """Ask nobody about a sentence any more, and erase what was said of it; where nobody was, nothing changes."""
        if self._is_there(schema.clarity_asking, challenge=challenge, phrasing=phrasing):
            self._writer.erases = True
            self._erase(schema.clarity_rating, challenge=challenge, phrasing=phrasing)
            self._erase(schema.clarity_asking, challenge=challenge, phrasing=phrasing)
            self._note_clarity(challenge)

    def list_ratings(self, challenge: str | None = None) -> tuple[Rating, ...]:
        """Return what was said of how clear sentences are."""
        return self._list(RATING, order="challenge", **given(challenge=challenge))

    def add_rating(self, rating: Rating) -> None:
        """Keep what somebody says of a sentence, in place of what they said of it before."""
        self._write_pair(schema.clarity_rating, row_of(rating))
        self._note_clarity(rating.challenge)

    def forget_raters(self, challenge: str, phrasing: int) -> None:
        """Forget which answer to a sentence is whose: all are in, and none can be changed any more."""
        self._writer.erases = True
        for one in self.list_ratings(challenge):
            if one.phrasing == phrasing:
                key = {"challenge": challenge, "phrasing": phrasing, "rater": one.rater}
                self._replace(schema.clarity_rating, {"rater": uuid4().hex}, **key)
        self._note_clarity(challenge)

    def remove_ratings_of(self, visitor: str) -> None:
        """Erase what a browser says of sentences that answers are awaited of, and let it read no more."""
        for challenge in {one.challenge for one in self.list_askings()}:
            rater = self.name_rater(visitor, challenge)
            if self._is_there(schema.clarity_rating, challenge=challenge, rater=rater):
                self._writer.erases = True
                self._erase(schema.clarity_rating, challenge=challenge, rater=rater)
                self._note_clarity(challenge)
        self.remove_reader(visitor)

    def name_rater(self, visitor: str, challenge: str) -> str:
        """Return what tells a browser from others as it rates a challenge, and names it nowhere else."""
        return self.digest("clarity", visitor, challenge)

    def find_clarity_code(self) -> str:
        """Return the code that lets a browser read beforehand, ``""`` while there is none."""
        found = self._rows(schema.clarity_code, "word", id=1)
        return str(found[0].word) if found else ""

    def set_clarity_code(self, word: str) -> None:
        """Have another code let browsers in; an empty one lets nobody in."""
        self._writer.erases = True
        self._erase(schema.clarity_code, id=1)
        if word:
            self._add(schema.clarity_code, [{"id": 1, "word": word}])
        self._note_clarity("")

    def is_reader(self, visitor: str) -> bool:
        """Tell whether a browser was let in to read beforehand."""
        return self._is_there(schema.clarity_reader, visitor=visitor)

    def list_readers(self) -> tuple[str, ...]:
        """Return the browsers that were let in to read beforehand."""
        return tuple(row.visitor for row in self._rows(schema.clarity_reader, "visitor", order=("at", "visitor")))

    def add_reader(self, visitor: str, at: datetime) -> None:
        """Let a browser read beforehand."""
        self._write_pair(schema.clarity_reader, {"visitor": visitor, "at": at})
        self._note("reader", visitor)

    def remove_reader(self, visitor: str) -> None:
        """Let a browser read beforehand no more."""
        if self.is_reader(visitor):
            self._writer.erases = True
            self._erase(schema.clarity_reader, visitor=visitor)
            self._note("reader", visitor)

    def _note_clarity(self, challenge: str) -> None:
        self._note("clarity", challenge, challenge or None)
