"""A small workshop in which nothing is left to chance: fixed ids and times, and something of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from workshop_kit import visit
from workshop_kit.domain.course import Phase, Role
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Sector,
    Source,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Workshop,
)
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.window import LiveWorkshop, panels_of
from workshop_kit.store import Repository, Store, create_store

NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)
DOORS: Final[Mapping[Role, type[LiveWorkshop]]] = {
    Role.PARTICIPANT: ParticipantWindow,
    Role.FACILITATOR: FacilitatorWindow,
    Role.SCREEN: ScreenWindow,
}
#: The browser of the person whose phone is read.
BROWSER: Final = "browser"
_PEOPLE: Final = {"ana": "Coquelicot", "bob": "Hirondelle", "cle": "Girouette", "dan": "Boussole"}


def make_fixed_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Make the workshop in ``folder``, at its welcome, with a timer that has six minutes left."""
    for name, value in {
        "PAGE_SERVES_BUNDLES": "1",
        "VISITOR_ID": BROWSER,
        "WORKSHOP_JOIN_URL": "http://10.0.0.2:8866/",
        "WORKSHOP_SCREEN_URL": "http://127.0.0.1:8868/",
    }.items():
        monkeypatch.setenv(name, value)
    ends_at, keep_until = NOON + timedelta(minutes=6), NOON + timedelta(days=365)
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, ends_at, NOON, keep_until)
    store = create_store(folder, workshop)
    store.perform(None, _fill)
    return store


def move_fixed_room(store: Store, phase: Phase) -> None:
    """Move the workshop to ``phase``, on its first challenge."""
    store.perform(
        None,
        lambda hall: hall.update_workshop(replace(hall.find_workshop(), phase=phase, current_challenge="home")),
    )


def open_door(role: Role, folder: Path, monkeypatch: pytest.MonkeyPatch) -> LiveWorkshop:
    """Open a role's door at noon; the participant looks at what they gave."""
    monkeypatch.setattr(visit, "_begun", None)
    window = DOORS[role](folder, now=lambda: NOON)
    if role is Role.PARTICIPANT:
        window.carry_out("look_at_what_i_gave", {"opened": True}, "look")
    return window


def read_models(window: LiveWorkshop) -> dict[str, Any]:
    """Return the read model of every panel of a door."""
    return {name: getattr(window, panel.read)() for name, panel in sorted(panels_of(type(window)).items())}


def _fill(hall: Repository) -> None:
    _add_places(hall)
    for identifier, pseudonym in _PEOPLE.items():
        hall.add_participant(Participant(identifier, pseudonym, "shop", "Hameau du Moulin", Origin.ROOM, NOON))
    hall.add_participant(Participant("eve", "Bénévole 5", "", "", Origin.FILE, NOON))
    hall.link_visitor(BROWSER, "ana")
    _add_contributions(hall)
    _add_missions(hall)


def _add_places(hall: Repository) -> None:
    hall.add_challenge(
        Challenge(
            "home",
            "Logement",
            "Plus personne ne dort dehors.",
            "Héberger",
            "les sans-abri",
            deadline="2028",
            position=0,
        )
    )
    hall.add_challenge(Challenge("move", "Mobilité", "Aller au marché sans voiture.", position=1))
    hall.add_sector(Sector("mill", "Hameau du Moulin", "Mme Roy"))
    invited = StakeholderStatus.INVITED
    hall.add_stakeholder(Stakeholder("hall", "elected", "La mairie", "Mme Roy", "mairie@exemple.fr", status=invited))
    hall.add_stakeholder(Stakeholder("farm", "Agriculteurs", "GAEC des Combes"))


def _add_contributions(hall: Repository) -> None:
    for identifier, author, text, source in (
        ("night", "ana", "Ouvrir le gymnase la nuit", Source.LIVED),
        ("guard", "bob", "Un tour de garde des clubs", Source.FIELD),
        ("wash", "bob", "Une laverie près de la gare, 06 12 34 56 78", None),
    ):
        hall.add_idea(Idea(identifier, "home", text, source, author, NOON))
    hall.add_idea(Idea("cart", "move", "Une charrette commune", Source.DATA, "ana", NOON))
    hall.add_group(IdeaGroup("keep", "home", "Garde de nuit", ("night", "guard"), NOON))
    hall.update_dots(Dots("ana", "home", "keep", 2))
    hall.update_dots(Dots("bob", "home", "wash", 1))
    hall.add_finished(Phase.WRITING, "ana")
    hall.add_finished(Phase.VOTE, "bob")
    hall.update_score(Score("ana", "home", 3, 2))
    hall.update_score(Score("bob", "home", 0, -2))
    hall.update_score(Score("cle", "home", None, None, unsure=True))


def _add_missions(hall: Repository) -> None:
    hall.update_volunteer(
        Volunteer(
            "ana", "Jeanne Petit", "jeanne@exemple.fr", "06 11 22 33 44", "Hameau du Moulin", NOON, "aider l’atelier",
            may_show_name=True, challenges=("home",),
        )
    )  # fmt: skip
    hall.update_volunteer(Volunteer("bob", "Paul Blanc", "", "06 55 66 77 88", "", NOON, "aider l’atelier"))
    hall.add_mission(Mission("rounds", "home", "Tour de garde", 2, 2, "Hameau du Moulin"))
    hall.add_mission(Mission("laundry", "home", "Accueil de la laverie", 1))
    reason = Reason("assigned", {"competence": 3, "interest": 2})
    hall.update_assignment(Assignment("ana", "rounds", reason, status=AssignmentStatus.ACCEPTED))
    hall.update_assignment(Assignment("bob", "laundry", Reason("by-hand"), by_hand=True))
