"""A budget that a file brought is counted as any other: by person, and by the ideas that stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.store.values import WORKSHOP
from workshop_kit.files import BallotFileKind, import_ballots
from workshop_kit.store import Repository, create_store

META = "META\nkey;value\ndescription;Eau\nbudget;9\nvote_type;approval\n"


def lay(place: Path, projects: str, votes: str) -> Path:
    counts = f"num_projects;{len(projects.splitlines())}\nnum_votes;{len(votes.splitlines())}\n"
    place.write_text(
        f"{META}{counts}PROJECTS\nproject_id;cost;votes;name\n{projects}VOTES\nvoter_id;vote\n{votes}", encoding="utf-8"
    )
    return place


def test_a_voter_of_a_file_who_was_joined_to_another_seat_is_one_person_when_the_file_comes_in_again(
    tmp_path: Path,
) -> None:
    projects, votes = "1;8;3;Puits\n2;8;2;Citerne\n", "1;1\n2;1\n3;1\n4;2\n5;2\n"

    def list_funded(repository: Repository) -> set[str]:
        (challenge,) = repository.list_challenges()
        titles = {one.id: one.text for one in repository.list_ideas(challenge.id)}
        return {titles[one] for one in repository.list_funded(challenge.id) or ()}

    def join(repository: Repository) -> None:
        first, *others = (one for one in repository.list_participants() if one.pseudonym in "123")
        for one in others:
            repository.update_participant(replace(one, joined_to=first.id))

    with create_store(tmp_path / "atelier", WORKSHOP) as store:
        import_ballots(store, BallotFileKind.PABULIB, lay(tmp_path / "a.pb", projects, votes))
        assert store.read(list_funded) == {"Puits"}
        store.perform(None, join)
        longer = lay(tmp_path / "b.pb", f"{projects}3;9;0;Mare\n", votes)
        import_ballots(store, BallotFileKind.PABULIB, longer)
        assert store.read(list_funded) == {"Citerne"}
