"""Suppression list: whether a row would bring back somebody who asked not to be here any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from workshop_kit.domain.files import Trait, Withdrawal
from workshop_kit.domain.likeness import fold_email, fold_phone, sort_name
from workshop_kit.files.importing.identity import Somebody
from workshop_kit.store import Repository


@dataclass(frozen=True)
class Retreat:
    """A match in the suppression list: who, since when, erased altogether or not, and whether it is surely them."""

    who: str
    at: datetime
    erased: bool
    sure: bool


class Retreats:
    """The workshop's suppression list, by digest; it holds nobody's name."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._traits: defaultdict[str, dict[str, Trait]] = defaultdict(dict)
        self._latest: dict[str, Withdrawal] = {}
        self._by_digest: defaultdict[str, list[str]] = defaultdict(list)
        for one in repository.list_withdrawals():
            self._traits[one.who][one.digest] = one.kind
            self._latest[one.who] = one
            self._by_digest[one.digest].append(one.who)

    def find_key(self, key: str) -> Retreat | None:
        """Return the match of an exported key: it is that seat and no other."""
        found = self._by_digest.get(self._repository.digest(Trait.KEY, key), []) if self._latest else []
        return self._describe(found[-1], sure=True) if found else None

    def find_name(self, name: str) -> Retreat | None:
        """Return the match of a name that stands alone: only of somebody who was erased, who is nowhere any more."""
        found = [one for one in self._find(Trait.NAME, sort_name(name)) if self._latest[one].erased]
        return self._describe(found[-1], sure=True) if found else None

    def find_somebody(self, row: Somebody) -> Retreat | None:
        """Return the match of what a row says: surely them by name and contact, perhaps by one of the two.

        Another address or another number than theirs may be their second one: only a person can tell.
        """
        contacts = (*self._find(Trait.EMAIL, fold_email(row.email)), *self._find(Trait.PHONE, fold_phone(row.phone)))
        names = self._find(Trait.NAME, sort_name(row.name or row.pseudonym))
        for who in contacts:
            if who in names or not self._has(who, (Trait.NAME,)):
                return self._describe(who, sure=True)
        if contacts:
            return self._describe(contacts[-1], sure=False)
        if row.bare and names:
            return self._describe(names[-1], sure=True)
        return self._describe(names[-1], sure=False) if names else None

    def _find(self, kind: Trait, text: str) -> list[str]:
        if not text or not self._latest:
            return []
        return self._by_digest.get(self._repository.digest(kind, text), [])

    def _has(self, who: str, kinds: Collection[Trait]) -> bool:
        return any(kind in kinds for kind in self._traits[who].values())

    def _describe(self, who: str, *, sure: bool) -> Retreat:
        latest = self._latest[who]
        return Retreat(who, latest.at, latest.erased, sure)
