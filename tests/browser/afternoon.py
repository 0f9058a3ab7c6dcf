"""The people of a whole afternoon: everybody's pages, and what is counted of what they do."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.counted import Counted
from tests.browser.people import Facilitator, Phone, say_again
from tests.browser.room import RoomPage
from tests.browser.served import ServedWorkshop


class Afternoon:
    """Everybody's pages, and what was counted of what they did."""

    def __init__(self, served: ServedWorkshop, new_context: NewContext) -> None:
        self.served = served
        self._new_context = new_context
        self.counted = Counted()
        self.host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), served)
        self.screen: Page = new_context(viewport=PROJECTOR, locale="fr-FR").new_page()
        self.screen.goto(served.screen)
        self.phones: dict[str, Phone] = {}
        self.room: RoomPage | None = None

    @property
    def pages(self) -> dict[str, Page]:
        """What there is to be looked at: the facilitator's page, the room's, the screen, a phone."""
        room = {} if self.room is None else {"room": self.room.page}
        phone = {name: self.phones[name].page for name in list(self.phones)[-1:]}
        return {"host": self.host.page, **room, "screen": self.screen, **phone}

    def open_room_page(self) -> RoomPage:
        """Open a second window for the room, beside the one that leads."""
        self.room = RoomPage(self.host.open_window(), self.served)
        return self.room

    def arrives(self, name: str, category: str, language: str = "fr", *, late: str | None = None) -> Phone:
        """Have somebody come in with a phone; who is ``late`` reads what the room is at, once seated."""
        locale = "en-GB" if language == "en" else "fr-FR"
        phone = Phone(self._new_context(viewport=PHONE, locale=locale), self.served, language)
        phone.ask_for_seat(name, category)
        phone.sees(phone.words("join.in", pseudonym=name) if late is None else phone.words(late))
        self.phones[name] = phone
        self.counted.people[name] = category
        return phone

    def writes(self, name: str, challenge: int, text: str, source: str, *, after_reveal: bool = False) -> None:
        """Have somebody write an idea on their phone."""
        self.phones[name].write_idea(text, source)
        self.counted.note_idea(challenge, text, name, source, alone=not after_reveal)

    def gives(self, name: str, challenge: int, option: str, dots: int) -> None:
        """Have somebody give dots on their phone."""
        self.phones[name].give_dots(option, dots)
        self.phones[name].sees(self.phones[name].words("vote.saved"))
        self.counted.note_dots(challenge, option, name, dots)

    def shows(self, text: str) -> None:
        """See something on the room's screen."""
        expect(self.screen.get_by_text(text).first).to_be_visible()

    def shows_nowhere(self, text: str) -> None:
        """See that something is not on the room's screen."""
        expect(self.screen.get_by_text(text)).to_have_count(0)

    def go_on_together(self, code: str, challenge: int | None = None) -> None:
        """Go on, the screen with the phones."""
        asked = code in ("open-reveal", "phase-missions")
        self.host.go_on(code, challenge, read_first=False if asked else None)
        if code == "open-results" and challenge is not None:
            self.counted.end_vote(challenge)


def voices(afternoon: Afternoon) -> RoomPage:
    """Return the window of the room."""
    assert afternoon.room is not None
    return afternoon.room


def score(phone: Phone, competence: int, interest: int) -> None:
    """Answer the matrix that the phone shows."""
    phone.sees(phone.words("scores.title"))
    phone.score(str(competence), f"{interest:+d}".replace("-", "−") if interest else "0")


def read_retention(phone: Phone) -> str:
    """Return the day on which contact details go, as the phone tells who left some."""
    before, after = phone.words("offer.retention", date="@").split("@")
    found = re.search(rf"{say_again(before)}\s+(.+?)\s*{say_again(after)}", phone.page.locator("main").inner_text())
    assert found is not None
    return found[1]
