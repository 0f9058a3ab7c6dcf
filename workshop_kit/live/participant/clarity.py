"""A participant's browser that reads challenges before the workshop, and says how clear each sentence is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import HELPER_CODE
from workshop_kit.domain.model import Change
from workshop_kit.domain.permits import is_shown
from workshop_kit.errors import NotAllowed, WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.clarity import LINK, find_asked, rate_clarity
from workshop_kit.live.acts.helping import Door, let_in
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.participant.clarity import RateClarity, ReadingBeforehand, SentenceToRate
from workshop_kit.live.participant.following import SEAT_KIND
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.visit import Visit

_SECTION = "clarity"


class ReadsBeforehand(SeatedWindow):
    """What a browser may do that was let in to read: whether it was, is looked up in the transaction of each act."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_change(self._notice_reader)
        self.on_rehearsal(self._learn_clarity)

    def _forget(self) -> None:
        super()._forget()
        self._reads = False
        self._link_is_old = False

    @intention
    def rate_clarity(self, repository: Repository, asked: RateClarity) -> None:
        """Say how clear a sentence is, or change what one said of it while others are still awaited.

        Raises
        ------
        InvalidEntry
            ``clarity-complete``: all who were asked have answered. ``clarity-reworded``: it is another sentence by now.
        NotAllowed
            ``not-a-reader``, ``clarity-after-opening``.

        """
        if not repository.is_reader(self.visitor):
            raise NotAllowed("not-a-reader")
        rater = repository.name_rater(self.visitor, asked.challenge)
        rate_clarity(repository, asked.challenge, rater, asked.clearness, asked.remark, read=asked.phrasing)

    @intention
    def stop_reading(self, repository: Repository) -> None:
        """Read no more on this device; what one said of sentences that wait for others is erased."""
        repository.remove_ratings_of(self.visitor)

    def _read_clarity(self) -> ReadingBeforehand | None:
        """Return what is to be read here; ``None`` where nobody was let in, or a challenge waits for no answer."""
        sentences = self.store.read(self._list_sentences) if self._reads else []
        if not self._reads and not self._link_is_old:
            return None
        return {
            "visible": True,
            "helping": "clarity",
            "let_in": self._reads,
            "seated": self.participant is not None,
            "sentences": sentences,
            "said": Translator(self.language).section(_SECTION),
        }

    def _list_sentences(self, repository: Repository) -> list[SentenceToRate]:
        found: list[SentenceToRate] = []
        for challenge in repository.list_challenges():
            asked = find_asked(repository, challenge.id)
            if asked is None or not is_shown(self.role, "clarity", self.workshop.phase, challenge.stage):
                continue
            rater = repository.name_rater(self.visitor, challenge.id)
            ratings = repository.list_ratings(challenge.id)
            own = next((one for one in ratings if one.rater == rater and one.phrasing == asked.number), None)
            found.append(
                {
                    "challenge": challenge.id,
                    "phrasing": asked.number,
                    "stake": conceal_contacts(challenge.stake),
                    "statement": conceal_contacts(asked.statement),
                    "clearness": None if own is None else own.clearness,
                    "remark": "" if own is None else own.remark,
                }
            )
        return found

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name in ("come_to_help", "stop_reading"):
            self._look_at_reading()

    def _welcome(self, visit: Visit) -> None:
        super()._welcome(visit)
        self._reads = self.store.read(lambda repository: repository.is_reader(self.visitor))
        code = parse_qs(visit.query).get(LINK, [""])[-1]
        if code and not self._reads:
            with suppress(WorkshopError):
                let_in(self.store, self.visitor, HELPER_CODE.read(code), self.now(), to=(Door.READER,))
            self._reads = self.store.read(lambda repository: repository.is_reader(self.visitor))
            self._link_is_old = not self._reads

    def _notice_reader(self, changes: Sequence[Change]) -> None:
        if any(change.kind == "reader" and change.entity == self.visitor for change in changes):
            self._look_at_reading()

    def _look_at_reading(self) -> None:
        before = self._reads
        self._reads = self.store.read(lambda repository: repository.is_reader(self.visitor))
        if self._reads != before:
            self._announce(SEAT_KIND)

    def _learn_clarity(self) -> None:
        """Read the words of who reads beforehand, in every language."""
        for language in LANGUAGES:
            Translator(language).section(_SECTION)
