"""Three phones score, are proposed missions, one says no, it is worked out again, the third says yes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop, wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Phase
from workshop_kit.domain.model import AssignmentStatus, Challenge, Mission, Workshop
from workshop_kit.store import Repository, Store, create_store

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
#: What each of the three answers on competence and interest: the first two fit better than the third.
SCORES = (("Odette", "3", "+2"), ("Paul", "2", "+2"), ("Rosa", "2", "+1"))


@pytest.fixture
def village(tmp_path: Path) -> Iterator[tuple[ServedWorkshop, Store]]:
    folder = tmp_path / "atelier"
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    store = create_store(folder, workshop)
    store.perform(None, _furnish)
    with ServedWorkshop(folder, port=30292) as served:
        yield served, store
    store.close()


def _furnish(repository: Repository) -> None:
    repository.add_challenge(Challenge("c1", "Logement", "Plus personne ne dort dehors d’ici 2028."))
    repository.add_mission(
        Mission(
            "m1", "c1", "Tenir l’accueil", 2, 2, owner="Mme Roy", first_date="2026-12-08", min_places=2, importance=1
        )
    )


def test_three_phones_score_are_proposed_say_no_and_yes(
    village: tuple[ServedWorkshop, Store], new_context: NewContext
) -> None:
    served, store = village

    def move(moment: Moment) -> None:
        store.perform(None, lambda repository: lead_to(repository, moment, "c1"))

    def status_of(pseudonym: str) -> AssignmentStatus | None:
        person = store.read(lambda repository: repository.find_participant_by_pseudonym(pseudonym))
        assert person is not None
        found = store.read(lambda repository: repository.list_assignments(person.id))
        return found[0].status if found else None

    phones = {name: Phone(new_context(viewport=PHONE), served) for name, _, _ in SCORES}
    for name, phone in phones.items():
        phone.join(name, "resident")
    move(Moment.SCORING)
    for name, competence, interest in SCORES:
        phones[name].score(competence, interest)
    move(Moment.OFFER)
    for phone in phones.values():
        phone.would_help()
    move(Moment.MISSIONS)

    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("5_missions")
    host.button(host.say("facilitator.missions.propose"))
    for name in ("Odette", "Paul"):
        phones[name].sees("Tenir l’accueil")
        phones[name].sees("Mme Roy")
    phones["Rosa"].sees_nowhere("Tenir l’accueil")

    phones["Paul"].button("mission.decline")
    phones["Paul"].sees(phones["Paul"].words("mission.said-declined"))
    phones["Odette"].accept_mission()
    wait_for(lambda: status_of("Paul") is AssignmentStatus.DECLINED, 10, "Paul's no")
    host.button(host.say("facilitator.missions.propose-again"))
    phones["Rosa"].sees("Tenir l’accueil")
    phones["Rosa"].accept_mission()
    wait_for(lambda: status_of("Rosa") is AssignmentStatus.ACCEPTED, 10, "Rosa's yes")
    assert status_of("Odette") is AssignmentStatus.ACCEPTED  # what people said stays when the rest is worked out again
    assert status_of("Paul") is AssignmentStatus.DECLINED
    expect(host.page.get_by_text("2 sur 2").first).to_be_visible()
    for phone in phones.values():
        phone.sees_nowhere("+2")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_after_a_whole_answer_nothing_of_the_scales_lies_under_what_is_said_of_it(
    village: tuple[ServedWorkshop, Store], new_context: NewContext, language: str
) -> None:
    served, store = village
    challenges = ("Transports", "Alimentation")
    for number, stake in enumerate(challenges, start=2):
        one = Challenge(f"c{number}", stake, "Chaque habitant sans voiture rejoint le bourg dès 2028.")
        store.perform(None, lambda repository, one=one: repository.add_challenge(one))  # type: ignore[misc]
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR" if language == "fr" else "en-GB"), served, language)
    phone.join("Odette", "resident")
    store.perform(None, lambda repository: lead_to(repository, Moment.SCORING, "c1"))
    phone.score("3", "+2")
    phone.page.evaluate("window.scrollTo(0, 0)")
    unsure = phone.page.get_by_text(phone.words("scores.unsure"), exact=True).bounding_box()
    foot = phone.page.locator(".wk-foot").bounding_box()
    assert unsure is not None
    assert foot is not None
    assert unsure["y"] + unsure["height"] <= foot["y"]
