"""Whom the registers know: thousands of rows that a file brings together, and of which few are taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

CANDIDATE: Final = Noun("candidate", Candidate, schema.candidate)


class CandidateShelf(Shelf):
    """Table data gateway of the candidates; what a register must not show any more leaves no trace."""

    def list_candidates(
        self, register: Register | None = None, *, category: str | None = None, taken: str | None = None
    ) -> tuple[Candidate, ...]:
        """Return the candidates by their numbers: of a register, of a category, of a stakeholder, or all."""
        narrowed = given(register=register, category=category, taken=taken)
        return self._list(CANDIDATE, order="id", **narrowed)

    def find_candidate(self, candidate: str) -> Candidate:
        """Return the candidate with this number; raises ``MissingEntry``."""
        return self._get(CANDIDATE, candidate)

    def add_candidates(self, candidates: Collection[Candidate]) -> None:
        """Add candidates whose numbers are not there yet."""
        if candidates:
            self._add(schema.candidate, map(row_of, candidates))
            self._note_candidates(candidates)

    def update_candidates(self, candidates: Collection[Candidate]) -> None:
        """Replace the candidates with the same numbers; whom they were taken as stands with them."""
        if candidates:
            self._replace_all(schema.candidate, map(row_of, candidates))
            self._note_candidates(candidates)
            self._writer.erases = True  # what was corrected

    def remove_candidates(self, candidates: Iterable[str]) -> None:
        """Remove candidates by their numbers; the stakeholders made of them stay."""
        gone = tuple(candidates)
        if gone:
            self._erase_all(schema.candidate, "id", gone)
            self._note_many(CANDIDATE.name, gone)
            self._writer.erases = True

    def take_candidate(self, candidate: str, stakeholder: str | None) -> Candidate:
        """Note which stakeholder was made of a candidate, ``None``: of none any more; raises ``MissingEntry``."""
        if stakeholder is not None and not self._is_there(schema.stakeholder, id=stakeholder):
            raise MissingEntry("no-stakeholder", id=stakeholder)
        taken = replace(self.find_candidate(candidate), taken=stakeholder)
        self._change(CANDIDATE, row_of(taken))
        return taken

    def _note_candidates(self, candidates: Collection[Candidate]) -> None:
        self._note_many(CANDIDATE.name, [one.id for one in candidates])
