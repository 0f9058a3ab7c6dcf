"""What a page remembers of the people of a file while it is planned again and again, after each answer."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, MutableMapping

from workshop_kit.domain.files import Trait
from workshop_kit.domain.likeness import NameMemory


class PlanMemory:
    """Memoised comparisons (*mémoire d'un aperçu*): names compared, and digests of rows, of one workshop at a time.

    It holds what files say, as long as the page that holds their bytes. A plan is the same with it and without.
    """

    def __init__(self) -> None:
        self.names = NameMemory()
        self._digests: dict[str, dict[Hashable, Mapping[Trait, str]]] = {}

    def find_digests(self, workshop: str) -> MutableMapping[Hashable, Mapping[Trait, str]]:
        """Return the digests known of what rows say, under the secret of the workshop that ``workshop`` tells."""
        return self._digests.setdefault(workshop, {})
