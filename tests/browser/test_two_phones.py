"""Two phones of one person: joined, one ballot and one mission on both; parted, each its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext
from tests.browser.people import Phone
from tests.browser.room import RoomPage
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Phase
from workshop_kit.domain.model import Assignment, Challenge, Idea, Mission, Origin, Participant, Reason, Workshop
from workshop_kit.store import Repository, Store, create_store

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STOVE = "Un poêle dans la salle des fêtes"


@dataclass(frozen=True)
class Village:
    """A small served workshop and its store."""

    served: ServedWorkshop
    store: Store

    def move(self, moment: Moment) -> None:
        self.store.perform(None, lambda repository: lead_to(repository, moment, "c1"))

    def propose(self, pseudonym: str) -> None:
        """Propose the one mission to somebody."""

        def write(repository: Repository) -> None:
            person = repository.find_participant_by_pseudonym(pseudonym)
            assert person is not None
            repository.update_assignment(Assignment(person.id, "m1", Reason("by-hand")))

        self.store.perform(None, write)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    folder = tmp_path / "atelier"
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    store = create_store(folder, workshop)
    store.perform(None, _furnish)
    with ServedWorkshop(folder, port=30266) as served:
        yield Village(served, store)
    store.close()


def _furnish(repository: Repository) -> None:
    repository.add_challenge(Challenge("c1", "Logement", "Plus personne ne dort dehors d’ici 2028."))
    repository.add_participant(Participant("p1", "Sureau", "resident", "", Origin.ROOM, NOW))
    for number, text in enumerate((STOVE, "Une veille par hameau")):
        repository.add_idea(Idea(f"i{number}", "c1", text, None, "p1", NOW))
    repository.add_mission(Mission("m1", "c1", "Tenir l’accueil", 2))


def test_what_one_phone_says_the_other_shows_until_they_are_parted(village: Village, new_context: NewContext) -> None:
    first, second = (Phone(new_context(viewport=PHONE), village.served) for _ in range(2))
    first.join("Odette", "resident")
    second.join("Odette bis", "resident")
    room = RoomPage(new_context(viewport=LAPTOP), village.served)
    room.join_seats("Odette", "Odette bis")
    for phone in (first, second):
        phone.sees(phone.words("seat.joined-phone"))

    village.move(Moment.VOTE)
    first.give_dots(STOVE, 2)
    for phone in (first, second):
        expect(phone.page.locator("main li, main article").filter(has_text=STOVE).last.locator(".wk-on")).to_have_count(
            2
        )

    village.move(Moment.MISSIONS)
    village.propose("Odette bis")
    first.button("mission.accept")
    for phone in (first, second):
        phone.sees(phone.words("mission.said-accepted"))

    first.button("seat.not-me")
    first.sees(first.words("seat.parted"))
    first.sees(first.words("mission.none-title"))
    second.sees(second.words("mission.said-accepted"))
    for phone in (first, second):
        phone.sees_nowhere(phone.words("seat.joined-phone"))
    expect(room.page.get_by_text(room.words("people.parted"))).to_be_visible()
    room.page.get_by_role("button", name=room.words("people.parted.no")).click()
    expect(room.page.get_by_text(room.words("people.done.parted"))).to_be_visible()
