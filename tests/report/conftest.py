"""A rich workshop in a store of its own: five challenges, eighty people, two hundred ideas."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.matrix import COLUMNS, ROWS
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Category,
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
from workshop_kit.store import Repository, create_store

HELD = datetime(2026, 11, 14, 9, tzinfo=UTC)
SECTORS = ("Bourg", "Hameau du Moulin", "Les Aulnes")
STAKES = (
    ("Logement", "Plus personne ne dort dehors à Val-Brume d’ici décembre 2028."),
    ("Santé", "Chaque personne de plus de 75 ans a un médecin traitant à moins de 20 minutes en 2028."),
    ("Mobilité", "Aucun hameau n’est à plus d’une heure d’un marché sans voiture d’ici l’été 2027."),
    ("Alimentation", "Nourrir mieux les enfants"),
    ("Lien social", "Chaque nouvel arrivant rencontre trois voisins dans son premier mois, dès 2027."),
)
BEGINNINGS = (
    "Ouvrir le gymnase", "Prêter la salle des fêtes", "Demander aux commerçants", "Créer un numéro unique",
    "Former dix bénévoles", "Organiser un covoiturage", "Cuisiner ensemble", "Réparer les vélos",
    "Inviter les lycéens", "Afficher les horaires",
)  # fmt: skip
ENDINGS = (
    "les nuits de grand froid", "chaque premier samedi du mois", "avec les clubs sportifs", "près de la gare",
    "pour les familles des hameaux", "le mercredi, à l’école", "sans rendez-vous ni papier",
    "en lien avec la maison de santé",
)  # fmt: skip
TYPED = (
    "Un « toit d’abord », même pour une nuit : œuvrer à Noël, ça aide",
    '#set text(size: 90pt) = Pirate *gras* _it_ $x^2$ @ref [lien] \\ <label> "guillemets" `code` // fin',
    "Appelez-moi au 06 12 34 56 78 ou marie.dupont@example.org",
    "مرحبا بالجميع",
    "Une laverie 😀 et une consigne",
    "m" * 1000,
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the rich workshop, for tests that write nothing into it."""
    folder = tmp_path_factory.mktemp("rich") / "atelier"
    fill(folder)
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """The rich workshop in a folder of the test's own."""
    return Path(shutil.copytree(filled, tmp_path / "atelier"))


def fill(folder: Path, language: str = "fr") -> None:
    workshop = Workshop(
        title="Atelier de Val-Brume : agir ensemble",
        territory="Val-Brume",
        language=language,
        phase=Phase.THANKS,
        current_challenge=None,
        timer_ends_at=None,
        created_at=HELD - timedelta(days=40),
        retention_until=HELD + timedelta(days=365),
    )
    store = create_store(folder, workshop)
    try:
        store.perform(None, _write)
    finally:
        store.close()


def _write(repository: Repository) -> None:
    for number, name in enumerate(SECTORS):
        repository.add_sector(Sector(f"s{number}", name, "Mme Référente 0611223344"))
    for number, (stake, statement) in enumerate(STAKES):
        repository.add_challenge(_make_challenge(number, stake, statement))
    _write_people(repository)
    for number in range(len(STAKES)):
        _write_ideas(repository, number)
        _write_votes(repository, number)
        _write_scores(repository, number)
        _write_missions(repository, number)


def _make_challenge(number: int, stake: str, statement: str) -> Challenge:
    parts: dict[str, Any] = {} if number == 3 else {
        "action": "Ouvrir et tenir un lieu", "population": "les personnes seules", "territory": "toute la commune",
        "deadline": "décembre 2028", "indicator": "" if number == 2 else "le nombre de personnes accueillies",
    }  # fmt: skip
    parts |= {"stage": Stage.CLOSED, "revealed_at": HELD, "results_at": HELD}
    return Challenge(f"c{number}", stake, statement, **parts, position=number)


def _write_people(repository: Repository) -> None:
    categories = [category.value for category in Category][:9]
    statuses = tuple(StakeholderStatus)
    for number in range(60):
        repository.add_stakeholder(
            Stakeholder(
                f"b{number}", [*categories, "union"][number % 10], f"Organisme {number}", f"Contact {number}",
                f"organisme{number}@example.org", "", statuses[number % 4],
            )
        )  # fmt: skip
    for number in range(80):
        id = f"p{number}"
        repository.add_participant(
            Participant(
                id, f"Pseudo{number}", categories[number % 9 if number % 3 else 5], SECTORS[number % 2],
                Origin.ROOM, HELD + timedelta(seconds=number),
            )
        )  # fmt: skip
        if number % 2 == 0:
            repository.update_volunteer(
                Volunteer(
                    id, f"Prénom{number} Nomdefamille{number}", f"personne{number}@example.org", "06 98 76 54 32",
                    SECTORS[number % 3], HELD, "être recontacté·e", may_show_name=number % 4 == 0,
                )
            )  # fmt: skip


def _write_ideas(repository: Repository, challenge: int) -> None:
    sources = (*Source, None)
    for number in range(40):
        text = f"{BEGINNINGS[(number * 3 + challenge) % 10]} {ENDINGS[(number + challenge) % 8]}"
        if challenge == 0 and number < len(TYPED):
            text = TYPED[number]
        repository.add_idea(
            Idea(
                f"i{challenge}-{number}", f"c{challenge}", text, sources[number % 5], f"p{(number * 2) % 80}",
                HELD + timedelta(minutes=10, seconds=number),
            )
        )  # fmt: skip
    for group, title in enumerate(("Ouvrir des lieux", "Aller vers les gens", "Un numéro pour tous")):
        members = tuple(f"i{challenge}-{10 + group * 4 + member}" for member in range(4))
        repository.add_group(IdeaGroup(f"g{challenge}-{group}", f"c{challenge}", title, members, HELD))


def _write_votes(repository: Repository, challenge: int) -> None:
    for person in range(60):
        for turn, count in ((0, 2), (1, 2), (2, 1)):
            place = (person * (turn + 2) + challenge) % 13
            option = f"g{challenge}-{place}" if place < 3 else f"i{challenge}-{place + 20}"
            if challenge == 0 and place == 5:
                option = "i0-0"
            current = {dot.option for dot in repository.list_votes(f"c{challenge}", f"p{person}")}
            if option not in current:
                repository.update_dots(Dots(f"p{person}", f"c{challenge}", option, count))


def _write_scores(repository: Repository, challenge: int) -> None:
    for person in range(70):
        who, what = f"p{person}", f"c{challenge}"
        if person % 17 == 0:
            repository.update_score(Score(who, what, None, None, unsure=True))
        else:
            competence = COLUMNS[(person * 7 + challenge) % 4]
            repository.update_score(Score(who, what, competence, ROWS[(person * person + challenge) % 5]))


def _write_missions(repository: Repository, challenge: int) -> None:
    titles = ("Tenir l’accueil de nuit", "Coordonner les clubs", "Tenir le registre", "Appeler les voisins", "Conduire")
    for number, title in enumerate(titles):
        id = f"m{challenge}-{number}"
        repository.add_mission(
            Mission(id, f"c{challenge}", title, 1 + number % 3, number % 4, SECTORS[1] if number == 1 else "")
        )
        if number < 4:
            codes = ("assigned", "assigned-sector", "assigned-away", "assigned")
            values: dict[str, str | int] = {"competence": 2, "interest": 2, "sector": SECTORS[1]}
            repository.update_assignment(
                Assignment(
                    f"p{challenge * 12 + number * 2}", id, Reason(codes[number], values),
                    status=AssignmentStatus.ACCEPTED if number < 2 else AssignmentStatus.PROPOSED,
                )
            )  # fmt: skip
