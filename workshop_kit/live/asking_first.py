"""A question before something is sent: an idea with somebody's number in it would be read by the whole room."""

from __future__ import annotations

from typing import Any, Final

from workshop_kit.domain.contacts import find_contacts
from workshop_kit.domain.moderation import find_unfit
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.live.window import LiveWorkshop

#: What is looked for while a page is made ahead, so that no visitor's copy of it reads the tables of numbers,
#: names and insults anew.
_TRIED: Final = "Appeler Claire Exemple, 06 39 98 01 23"
#: More texts than one person is asked about; the question is asked again after that.
_REMEMBERED_AT_MOST: Final = 50


class AsksFirst(LiveWorkshop):
    """What every door asks of a text that the room will read and that holds a way to reach somebody.

    It is refused once, with a sentence that says so; sent a second time as it stands, it is kept as written, the
    facilitator reads it first, and the room reads […]. The same letter that comes twice, since its answer was lost,
    was asked about once.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_rehearsal(lambda: find_unfit(_TRIED))

    def carry_out(self, name: object, payload: object, identifier: str) -> Any:
        """Carry out an intention as ``LiveWorkshop.carry_out``; which letter it came with is known to what it asks."""
        self._letter = identifier
        return super().carry_out(name, payload, identifier)

    def _forget(self) -> None:
        super()._forget()
        self._letter = ""
        self._asked_about: dict[str, str] = {}

    def _ask_about(self, text: str, before: str = "") -> None:
        """Ask about the contacts in a text, unless that was done or they stood there ``before``.

        Raises
        ------
        InvalidEntry
            ``idea-holds-phone``, ``idea-holds-address``, or ``idea-holds-both``.

        """
        known = {before[one.start : one.end] for one in find_contacts(before)}
        kinds = {one.kind for one in find_contacts(text) if text[one.start : one.end] not in known}
        if not kinds or self._asked_about.get(text, self._letter) != self._letter:
            return
        if len(self._asked_about) >= _REMEMBERED_AT_MOST:
            self._asked_about.clear()
        self._asked_about[text] = self._letter
        what = "both" if len(kinds) > 1 else kinds.pop().value
        raise InvalidEntry(f"idea-holds-{what}", again=Translator(self.language)(f"words.send-hidden.{what}"))
