"""A workshop made by each schema there ever was is opened by the present version, with all it held.

``keep_database.py`` says how the files were made.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from tests.store.keep_database import KEPT, NOON
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Change,
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
from workshop_kit.store import Repository, Store, open_store, schema
from workshop_kit.store.opening import DATABASE_NAME, REVISION

FILES: Final = sorted(KEPT.glob("workshop-*.db"))
COUNTS: Final = {
    "assignment": 60,
    "challenge": 5,
    "change": 1139,
    "dots": 1178,
    "finished": 1,
    "idea": 201,
    "idea_group": 25,
    "idea_group_member": 60,
    "intention": 1,
    "mission": 25,
    "participant": 106,
    "score": 266,
    "sector": 6,
    "stakeholder": 60,
    "visitor": 1,
    "volunteer": 53,
    "volunteer_challenge": 2,
    "workshop": 1,
}
MADE_AT: Final = datetime(2026, 11, 26, 13, 19, 48, 345341, tzinfo=UTC)
HOUSING: Final = "fe52d0e68ff54e11849a5a5a91b9d83e"
SENIORS: Final = "cdd20d2e2a83410389c71e4aa6a36fed"
HEALTH: Final = "12af9603e37f4d22a46d703a537410aa"
WORK: Final = "353522037cd4400c90284291316db1d8"
WALNUT: Final = "0388b073565346d9b0f615380d605b56"
PERSON: Final = "kept-person"


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    shutil.copyfile(request.param, tmp_path / DATABASE_NAME)
    return tmp_path


@pytest.fixture
def kept(folder: Path) -> Iterator[Store]:
    with open_store(folder) as store:
        yield store


def test_todays_schema_is_among_those_kept() -> None:
    assert KEPT / f"workshop-{REVISION}.db" in FILES, "make it: python -m tests.store.keep_database"


def test_a_kept_file_is_one_small_file() -> None:
    for file in FILES:
        assert file.stat().st_size < 1_000_000
        with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as opened:
            assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert opened.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_newest_kept_file_has_rows_in_every_table() -> None:
    assert set(COUNTS) == {table.name for table in schema.metadata.sorted_tables}


def test_no_row_is_lost(kept: Store, folder: Path) -> None:
    kept.close()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as file:
        found = {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in COUNTS}
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert found == COUNTS


def test_everything_is_listed(kept: Store) -> None:
    def count(repository: Repository) -> dict[str, int]:
        lists: dict[str, Any] = {
            "assignment": repository.list_assignments(),
            "challenge": repository.list_challenges(),
            "dots": repository.list_votes(),
            "finished": repository.list_finished(Phase.WRITING),
            "idea": repository.list_ideas(),
            "idea_group": repository.list_groups(undone=True),
            "idea_group_member": [idea for group in repository.list_groups(undone=True) for idea in group.members],
            "mission": repository.list_missions(),
            "participant": repository.list_participants(),
            "score": repository.list_scores(),
            "sector": repository.list_sectors(),
            "stakeholder": repository.list_stakeholders(),
            "volunteer": repository.list_volunteers(),
        }
        return {name: len(listed) for name, listed in lists.items()}

    found = kept.read(count)
    assert found == {name: COUNTS[name] for name in found}


def test_the_workshop_and_its_challenges_keep_their_values(kept: Store) -> None:
    assert kept.read(lambda repository: repository.find_workshop()) == Workshop(
        "Atelier de Val-Brume", "Val-Brume", "fr", Phase.SCORING, HOUSING, NOON, MADE_AT, MADE_AT + timedelta(days=365)
    )
    assert kept.read(lambda repository: repository.find_challenge(HEALTH)) == Challenge(
        HEALTH,
        "Accès aux soins",
        "Tout habitant obtient un rendez-vous de médecine générale en moins de sept jours d’ici décembre 2027.",
        "Obtenir un rendez-vous de médecine générale en moins de sept jours",
        "tous les habitants",
        "Val-Brume",
        "décembre 2027",
        "",
        3,
        datetime(2026, 11, 26, 13, 19, 49, 892508, tzinfo=UTC),
    )
    sectors = kept.read(lambda repository: repository.list_sectors())
    assert Sector("0dd0ed3421ed45cbaa6c6a121d8e26d9", "Fontenelle", "M. Whitaker") in sectors
    stakeholder = "3e2027fc55ec44be99c4908656d21143"
    assert kept.read(lambda repository: repository.find_stakeholder(stakeholder)) == Stakeholder(
        stakeholder,
        "elected",
        "Mairie de Val-Brume, adjointe aux solidarités",
        "Mme Roy",
        "mairie-de-val-brume-adjo@example.org",
        "La Croix-Blanche",
        StakeholderStatus.COMING,
    )


def test_people_keep_their_seat_and_their_offer(kept: Store) -> None:
    person = Participant(PERSON, "Épervier", "facteur", "Bourg-Centre", Origin.ROOM, NOON, "en")
    assert kept.read(lambda repository: repository.find_participant_by_visitor("kept-visitor")) == person
    assert kept.read(lambda repository: repository.find_participant_by_pseudonym("epervier")) == person
    assert kept.read(lambda repository: repository.find_participant(WALNUT)) == Participant(
        WALNUT, "Noyer", "school", "Le Moulin", Origin.ROOM, MADE_AT
    )
    assert kept.read(lambda repository: repository.find_volunteer(PERSON)) == Volunteer(
        PERSON,
        "Odile Inventée",
        "odile-inventee@example.org",
        "06 39 98 99 99",
        "Les Granges",
        NOON,
        "être rappelée",
        True,
        (SENIORS, HOUSING),
    )
    assert kept.read(lambda repository: repository.list_finished(Phase.WRITING)) == {PERSON}


def test_ideas_groups_and_dots_keep_their_values(kept: Store) -> None:
    written = "00a492588a7443289c2cfd19534d9a88"
    assert kept.read(lambda repository: repository.find_idea(written)) == Idea(
        written,
        WORK,
        "Apprendre l'anglais avec les gens anglais de Fontenelle",
        Source.LIVED,
        "799e2e356b4447398ac7e00bfb55cf8b",
        datetime(2026, 11, 26, 13, 19, 48, 892508, tzinfo=UTC),
    )
    assert kept.read(lambda repository: repository.find_idea("kept-idea")) == Idea(
        "kept-idea", HOUSING, "Une boîte à clés\nau presbytère", None, None, NOON
    )
    undone = "62b86302d4b745d4b15d3dc9e06f86c0"
    group = kept.read(lambda repository: repository.find_group(undone))
    assert group == IdeaGroup(
        undone, HOUSING, "Le gymnase ouvert les nuits de grand froid", group.members, MADE_AT, NOON
    )
    texts = kept.read(lambda repository: [repository.find_idea(member).text for member in group.members])
    assert len(texts) == 4
    assert texts[:2] == [
        "Ouvrir le gymnase les nuits de grand froid",
        "Un tour de garde entre clubs sportifs pour tenir le gymnase ouvert la nuit",
    ]
    dots = kept.read(lambda repository: repository.list_votes(participant=WALNUT))
    assert Dots(WALNUT, WORK, "062f0676e4934836b9a4354076a93d62", 1) in dots


def test_a_score_of_nothing_and_no_answer_stay_two_things(kept: Store) -> None:
    assert kept.read(lambda repository: repository.find_score(PERSON, HOUSING)) == Score(PERSON, HOUSING, 0, -2)
    unsure = Score(PERSON, SENIORS, None, None, unsure=True)
    assert kept.read(lambda repository: repository.find_score(PERSON, SENIORS)) == unsure
    assert kept.read(lambda repository: repository.find_score(PERSON, HEALTH)) is None


def test_missions_and_assignments_keep_their_values(kept: Store) -> None:
    mission = "026391aa11fc40d3bb8a0ba49941a495"
    assert kept.read(lambda repository: repository.find_mission(mission)) == Mission(
        mission, WORK, "Relire un CV, préparer un entretien", 3, 2, ""
    )
    assigned = kept.read(lambda repository: repository.list_assignments())
    by_hand = Assignment(
        "186a5070932f4366bb6264e02a73dd19", mission, Reason("by-hand"), True, AssignmentStatus.ACCEPTED
    )
    values: dict[str, str | int] = {"competence": 0, "interest": "+2", "sector": "Le Moulin"}
    computed = Assignment(
        "084147b0c8754b70a7b155779f4132d5", "2a9bb1098db24de0b654bbc7f54682a4", Reason("assigned-away", values)
    )
    assert {one.participant: one for one in assigned if one in (by_hand, computed)} == {
        by_hand.participant: by_hand,
        computed.participant: computed,
    }


def test_what_was_performed_is_not_performed_again_and_the_feed_goes_on(kept: Store) -> None:
    def never(repository: Repository) -> dict[str, str]:
        raise AssertionError("the action ran again")

    assert kept.perform("kept-intention", never) == {"saved": "kept-idea"}
    assert kept.changes_since(0)[0] == Change(1, "sector", "7a19ce1e486c48439b8368c7cae81260")
    assert kept.latest_sequence() == COUNTS["change"]
    kept.perform(None, lambda repository: repository.add_sector(Sector("new", "Le Lavoir")))
    assert list(kept.changes_since(COUNTS["change"])) == [Change(COUNTS["change"] + 1, "sector", "new")]
