"""Volunteers assigned from files, and told in the organiser's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.files.conftest import Take
from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason
from workshop_kit.files import describe_assignments
from workshop_kit.live.acts.assigning import assign_workshop
from workshop_kit.store import Repository, Store


@pytest.fixture
def ready(framed: Store, take: Take) -> Store:
    take("volunteers", "nom;secteur\nAna Auvray;Le Moulin\nBen Besnard;Bourg\n")
    take(
        "missions",
        "défi;intitulé;places;compétence_min;secteur\nLogement;Garde;1;1;le moulin\nMobilité;Conduire;2;0;\n",
    )
    take(
        "scores",
        "bénévole;défi;compétence;intérêt\n"
        "Ana Auvray;Logement;2;2\nBen Besnard;Logement;2;2\nBen Besnard;Mobilité;0;1\nCleo;Logement;3;0\n",
    )
    return framed


def test_everybody_and_every_mission_is_told_by_name_with_a_reason(ready: Store) -> None:
    told = describe_assignments(ready, assign_workshop(ready), "en")
    assert told == {
        "assignments": [
            {
                "volunteer": "Ana Auvray",
                "mission": "Garde",
                "challenge": "Plus personne ne dort dehors",
                "competence": 2,
                "interest": 2,
                "reason": "Competence 2, interest +2; same area (Le Moulin).",
            },
            {
                "volunteer": "Ben Besnard",
                "mission": "Conduire",
                "challenge": "Chaque hameau rejoint le marché sans voiture",
                "competence": 0,
                "interest": 1,
                "reason": "Competence 0, interest +1.",
            },
        ],
        "unassigned": [{"volunteer": "Cleo", "reason": "Did not say yes: do not press."}],
        "unfilled": [
            {
                "mission": "Conduire",
                "places": 2,
                "filled": 1,
                "reason": "The people who suit (1) all have a mission already. Invite more people.",
            }
        ],
    }


def test_the_assignments_are_kept_in_the_store(ready: Store) -> None:
    found = assign_workshop(ready)
    kept = ready.read(lambda repository: repository.list_assignments())
    assert sorted(map(repr, kept)) == sorted(map(repr, found.assignments))


def test_assigning_again_changes_nothing(ready: Store) -> None:
    assign_workshop(ready)
    sequence = ready.latest_sequence()
    assign_workshop(ready)
    assert ready.latest_sequence() == sequence


def test_what_people_decided_is_kept(ready: Store) -> None:
    def decide(repository: Repository) -> None:
        ana, ben, _ = repository.list_participants()
        garde = repository.list_missions()[0]
        repository.update_assignment(Assignment(ben.id, garde.id, Reason("by-hand"), by_hand=True))
        declined = Assignment(ana.id, garde.id, Reason("assigned"))
        repository.update_assignment(replace(declined, status=AssignmentStatus.DECLINED))

    ready.perform(None, decide)
    told = describe_assignments(ready, assign_workshop(ready), "fr")
    assert [(one["volunteer"], one["mission"]) for one in told["assignments"]] == [("Ben Besnard", "Garde")]
    assert told["assignments"][0]["reason"] == "Votre choix."
    statuses = [one.status for one in ready.read(lambda repository: repository.list_assignments())]
    assert sorted(statuses) == [AssignmentStatus.DECLINED, AssignmentStatus.PROPOSED]
