"""Step 2: whom the registers know, a list to pick from; few of it become stakeholders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue
from workshop_kit.domain.coverage import is_seldom_seen
from workshop_kit.domain.diversity import is_unexpected
from workshop_kit.domain.entries import SECTOR
from workshop_kit.domain.names import fold_name
from workshop_kit.live.acts.inviting import let_candidate_go, take_candidates
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.candidates import (
    CandidateRow,
    CandidatesModel,
    LetCandidateGo,
    LookAtCandidates,
    TakeCandidates,
    Taken,
)
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository

#: Returns the catalogue of a workshop's folder in a language; the floor above reads it.
ReadsCatalogue = Callable[[Path, str], Catalogue]
#: Candidates on one page: a screen or two, however many thousand the register knows.
ROWS: Final = 40
#: The kind of this window's own announcements that it looks for others; it never stands in the store's feed.
LOOKED: Final = "candidates-looked-at"


class CandidatesDesk(Desk):
    """The candidates as this page looks for them.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    catalogue
        Reads the catalogue of kinds; without it, as in a script, candidates have no kind.

    """

    def __init__(self, *arguments: Any, catalogue: ReadsCatalogue | None = None, **named: Any) -> None:
        self._catalogue = catalogue
        super().__init__(*arguments, **named)

    def _forget(self) -> None:
        super()._forget()
        self._looked = LookAtCandidates()

    def read_catalogue(self, language: str = "") -> Catalogue:
        """Return the kinds of bodies, with the organiser's own, in a language; ``""``: that of this page."""
        return Catalogue(()) if self._catalogue is None else self._catalogue(self.folder, language or self.language)

    @shows("candidate", "stakeholder", "sector", LOOKED)
    def candidates_model(self) -> CandidatesModel:
        """Return the candidates that are looked for, one page of them."""
        return self.store.read(self._read_candidates)

    @intention
    def look_at_candidates(self, asked: LookAtCandidates) -> None:
        """Look for others, or turn the page."""
        self._looked = asked
        self._announce(LOOKED)

    @intention
    def take_candidates(self, repository: Repository, asked: TakeCandidates) -> Taken:
        """Put candidates on the list of invitations, with why their kind could matter; who is on it stays once.

        Raises
        ------
        MissingEntry
            ``no-candidate``: the register has it no more.

        """
        return {"added": take_candidates(repository, asked.candidates, self.read_catalogue())}

    @intention
    def let_candidate_go(self, repository: Repository, asked: LetCandidateGo) -> None:
        """Take a candidate off the list again; ``NotAllowed`` (``candidate-invited``) once it was invited."""
        let_candidate_go(repository, asked.candidate)

    def _read_candidates(self, repository: Repository) -> CandidatesModel:
        catalogue = self.read_catalogue()
        everybody = repository.list_candidates()
        looked = self._looked
        in_sector = _search(everybody, catalogue, looked)
        found = [one for one in in_sector if not looked.entry or one.entry == looked.entry]
        pages = max(1, -(-len(found) // ROWS))
        page = min(max(looked.page, 1), pages)
        kinds = Counter(one.entry for one in in_sector)
        registers = Counter(one.register for one in everybody)
        listed = {fold_name(one.name): one.name for one in repository.list_stakeholders()}
        return {
            "registers": [{"register": one, "count": registers[one]} for one in Register if registers[one]],
            "entries": [
                {
                    "code": one.code,
                    "name": one.name,
                    "why": one.why,
                    "count": kinds[one.code],
                    "unexpected": one.unexpected or is_unexpected(one.category),
                }
                for one in catalogue
                if kinds[one.code] or one.code == looked.entry
            ],
            "sectors": _count_sectors(repository, everybody),
            "all": len(everybody),
            "found": len(found),
            "taken": sum(one.taken is not None for one in everybody),
            "page": page,
            "pages": pages,
            "search": looked.search,
            "entry": looked.entry,
            "sector": looked.sector,
            "rows": [_describe(one, catalogue, listed) for one in found[(page - 1) * ROWS : page * ROWS]],
        }


def find_candidates(everybody: Sequence[Candidate], catalogue: Catalogue, looked: LookAtCandidates) -> list[Candidate]:
    """Return the candidates that are looked for, on whatever page they stand."""
    return [one for one in _search(everybody, catalogue, looked) if not looked.entry or one.entry == looked.entry]


def _search(everybody: Sequence[Candidate], catalogue: Catalogue, looked: LookAtCandidates) -> list[Candidate]:
    """Return those in whom each word stands, of the sector, of whatever kind they are."""
    words = fold_name(looked.search).split()
    return [
        one
        for one in everybody
        if _is_in(one, looked.sector) and (not words or _holds(words, _say_all(one, catalogue)))
    ]


def _holds(words: Sequence[str], said: str) -> bool:
    return all(word in said for word in words)


def _is_in(candidate: Candidate, sector: str) -> bool:
    return not sector or fold_name(candidate.sector) == fold_name(SECTOR.clean(sector))


def _say_all(candidate: Candidate, catalogue: Catalogue) -> str:
    entry = catalogue.find(candidate.entry)
    said: Iterable[str] = (
        *(candidate.name, candidate.description, candidate.address, candidate.hamlet, candidate.id),
        "" if entry is None else entry.name,
    )
    return fold_name(" ".join(said))


def _count_sectors(repository: Repository, everybody: Sequence[Candidate]) -> list[Any]:
    counted = Counter(fold_name(one.sector) for one in everybody if one.sector)
    return [
        {"name": one.name, "count": counted[fold_name(one.name)]}
        for one in repository.list_sectors()
        if counted[fold_name(one.name)]
    ]


def _describe(candidate: Candidate, catalogue: Catalogue, listed: Mapping[str, str]) -> CandidateRow:
    entry = catalogue.find(candidate.entry)
    town = " ".join(filter(None, (candidate.postcode, candidate.commune)))
    return {
        "id": candidate.id,
        "name": candidate.name,
        "entry": "" if entry is None else entry.name,
        "description": candidate.description,
        "address": ", ".join(filter(None, (*candidate.address.splitlines(), town))),
        "hamlet": candidate.hamlet,
        "unexpected": is_seldom_seen(candidate, catalogue),
        "taken": candidate.taken is not None,
        "gone": candidate.gone,
        "alike": "" if candidate.taken is not None else listed.get(fold_name(candidate.name), ""),
    }
