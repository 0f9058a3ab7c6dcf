"""What makes papers for the facilitator's pages, in the background: slips, ballots, and what invites people."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Protocol

from workshop_kit.errors import CannotServe
from workshop_kit.live.contract.facilitator.synthesis import Fetched, MakingModel, MakingWord
from workshop_kit.live.facilitator.desk import Desk

#: The kind of this window's own announcements that papers are being made; it never stands in the store's feed.
PAPER_KIND: Final = "paper"


class MakesPapers(Protocol):
    """Background jobs: one making of papers a kind; the floor above has it, which prints stand on."""

    def on_change(self, callback: Any) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""

    def begin(self, folder: Path, form: StrEnum, language: str, **details: str) -> MakingWord:
        """Begin a making and return how it stands; asking again while one is under way changes nothing."""

    def cancel(self, form: StrEnum) -> MakingWord:
        """End a making at once and return how it stands; where none is under way nothing changes."""

    def fetch(self, form: StrEnum) -> Fetched:
        """Hand over what was made; raises ``MissingEntry`` (``synthesis-not-made``)."""

    def describe(self, form: StrEnum, language: str) -> MakingModel:
        """Return how the making of a kind stands, in words of ``language``."""


class PapersDesk(Desk):
    """A desk that has papers made.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    papers
        Makes the papers; without it, as in a script, none can be made here.

    """

    def __init__(self, *arguments: Any, papers: MakesPapers | None = None, **named: Any) -> None:
        self._papers = papers
        super().__init__(*arguments, **named)
        if papers is not None:
            papers.on_change(lambda: self._announce(PAPER_KIND))

    @property
    def papers(self) -> MakesPapers:
        """Who makes the papers; raises ``CannotServe`` (``report-failed``) when nobody was given."""
        if self._papers is None:
            raise CannotServe("report-failed")
        return self._papers

    def describe_making(self, kind: StrEnum) -> MakingModel:
        """Return how the making of a kind stands; where none can be made, as if nobody had asked."""
        if self._papers is None:
            return {"state": "none", "number": 0}
        return self._papers.describe(kind, self.language)

    def name_file(self, key: str, ending: str) -> str:
        """Return the name of a file as the catalogs have it, in signs that every system takes."""
        return re.sub(r"\W+", "-", self.translator(key)).strip("-") + ending
