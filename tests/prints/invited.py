"""An invented workshop with everything that prints of an invitation may say, or as little as a test wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tests.store.made_once import copy_new_store
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import (
    Challenge,
    Origin,
    Participant,
    Sector,
    Stakeholder,
    StakeholderStatus,
    new_workshop,
)
from workshop_kit.store import Repository

NOW: Final = datetime(2026, 11, 28, 9, tzinfo=UTC)
TO_INVITE: Final = StakeholderStatus.TO_INVITE
INVITED: Final = StakeholderStatus.INVITED

CHALLENGES: Final = (
    ("Logement", "Plus personne ne dort dehors à Val-Brume d’ici décembre 2028."),
    ("Isolement", "Après 75 ans, personne ne passe une semaine sans visite, dès Noël 2027."),
    ("Mobilité", "De chaque hameau, on rejoint le marché sans voiture avant l’été 2027."),
    ("Commerce", "Dix vitrines vides de la rue Grande rouvrent d’ici juin 2028."),
    ("Jeunesse", "Chaque élève de troisième a un stage dans la vallée à la rentrée 2027."),
)
SAID: Final = Invitation(
    day="2027-01-21",
    begins="18:00",
    finishes="20:00",
    answer_by="2027-01-15",
    place="Salle des fêtes, rue Grande",
    phone="01 99 00 00 20",
    address="val-brume.example/2028",
    wifi_name="Val-Brume",
    wifi_password="brume2028",
)
BAKER: Final = Stakeholder(
    "baker",
    "shop",
    "Boulangerie du Moulin",
    contact="Samia Ferrand",
    email="samia@moulin.example",
    phone="01 99 00 12 34",
    address="12, rue Grande\n00120 Val-Brume",
    reason="À l’heure où vous allumez le four, la rue Grande est presque vide. Vous savez qui attend que la boutique "
    "ouvre pour se réchauffer.",
    challenges=("c1",),
    register="123 456 789 00012",
    sector="Le Bourg",
)
PEOPLE: Final = (
    BAKER,
    Stakeholder("judo", "culture_sport", "Judo-club de la vallée", email="bureau@judo.example", register="W595000001"),
    Stakeholder("nurse", "health", "Cabinet infirmier des Tilleuls", phone="01 99 00 56 78", address="3, mail Vert"),
    Stakeholder("hotel", "shop", "Hôtel de la Gare", status=INVITED, phone="01 99 00 11 11", invited_at=NOW),
    Stakeholder("garage", "company", "Garage Petit", status=StakeholderStatus.COMING),
    Stakeholder("refused", "union", "Union locale", status=StakeholderStatus.DECLINED, address="9, rue Basse"),
)


def make_invited(
    folder: Path,
    *,
    challenges: tuple[tuple[str, str], ...] = CHALLENGES,
    invitation: Invitation = SAID,
    people: tuple[Stakeholder, ...] = PEOPLE,
    sectors: tuple[str, ...] = ("Le Bourg", "Les Tilleuls", "Le Moulin", "La Gare"),
    seats: tuple[str, ...] = ("Amira", "Coquelicot", "Jean-Paul R.", "Léa", "Mésange"),
    language: str = "fr",
    **workshop: Any,
) -> Path:
    """Make a workshop in ``folder`` and return it; ``workshop`` are values of its own, such as its ``organiser``."""
    told = {"organiser": "Mairie de Val-Brume", "contact": "Nadia Lemaire, mairie", **workshop}
    told.setdefault("follow_up", "Le 29 janvier, vous recevez ce qui a été dit et décidé.")
    made = replace(new_workshop("Un toit pour chacun", "Val-Brume", language, NOW), **told)

    def fill(hall: Repository) -> None:
        for place, (stake, statement) in enumerate(challenges):
            hall.add_challenge(Challenge(f"c{place + 1}", stake, statement, position=place))
        for place, name in enumerate(sectors):
            hall.add_sector(Sector(f"s{place}", name, "Mme Roy" if place == 0 else ""))
        for one in people:
            hall.add_stakeholder(one)
        for place, name in enumerate(seats):
            hall.add_participant(Participant(f"p{place}", name, "resident", "", Origin.ROOM, NOW))
        hall.update_invitation(invitation)

    with copy_new_store(folder, made) as store:
        store.perform(None, fill)
    return folder
