"""The widget of a panel that is sent in parts: what has changed of it, and not the rest again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

import traitlets

from workshop_kit.widgets.panel import Panel

#: The traits that hold an entry each.
PARTS: Final = ("part_0", "part_1", "part_2", "part_3", "part_4")


class PanelInParts(Panel):
    """The widget of a panel that sends the entries of one of its lists one by one (a *delta*).

    Which list is said in the contract (``apart`` in ``contract.showing``). A widget sends a trait that changed, and the
    whole of it: so each entry has a trait of its own, the same as long as it is shown. The model names them where the
    list was: ``{"visible": true, "apart": {"challenges": ["part_0"]}}``. A trait without an entry is empty: what is
    shown no more is kept nowhere. A list with more entries than there are traits stays in the model.
    """

    part_0 = traitlets.Dict().tag(sync=True)
    part_1 = traitlets.Dict().tag(sync=True)
    part_2 = traitlets.Dict().tag(sync=True)
    part_3 = traitlets.Dict().tag(sync=True)
    part_4 = traitlets.Dict().tag(sync=True)

    _changing = Panel._changing | set(PARTS)
    _places: Mapping[str, str] = MappingProxyType({})

    @property
    def shown(self) -> Mapping[str, Any]:
        """The read model as the page has it, put together."""
        model = dict(self.model)
        apart = model.pop("apart", {})
        return model | {key: [getattr(self, name) for name in names] for key, names in apart.items()}

    def _show(self, model: dict[str, Any]) -> None:
        apart = self.spec.apart
        entries: dict[str, Any] = {one["id"]: one for one in model.get(apart, ())} if apart else {}
        self._places = self._place(entries) if len(entries) <= len(PARTS) else {}
        if self._places:
            kept = {key: value for key, value in model.items() if key != apart}
            model = kept | {"apart": {apart: list(self._places.values())}}
        self.model = model
        held = {name: entries[identifier] for identifier, name in self._places.items()}
        for name in PARTS:
            setattr(self, name, held.get(name, {}))

    def _place(self, identifiers: Collection[str]) -> dict[str, str]:
        """Return the trait of each entry: the one it has, else one that is free."""
        kept = {one: self._places[one] for one in identifiers if one in self._places}
        free = [name for name in PARTS if name not in kept.values()]
        return {one: kept[one] if one in kept else free.pop(0) for one in identifiers}
