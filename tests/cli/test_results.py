"""Votes that come in by files, what became of each challenge, and the way out to Polis."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from itertools import combinations, product
from math import comb
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.budget import BallotKind, BudgetBallots, Project
from workshop_kit.domain.equal_shares import fund_equally

POLIS = Path(__file__).resolve().parents[3] / "shared" / "data" / "polis"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run("new", tmp_path / "atelier", "--title", "Atelier", "--territory", "Val-Brume", "--lang", "fr")
    return tmp_path / "atelier"


def run(*arguments: object) -> str:
    done = CliRunner().invoke(workshop_kit, [str(one) for one in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def results(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("results", folder, "--json"))["challenges"]
    return found


def test_grades_are_judged_and_an_empty_one_is_a_blank(folder: Path, tmp_path: Path) -> None:
    lines = [
        "voter,challenge,option,grade",
        "v1,Logement,Loger,Excellent",
        "v2,Logement,Loger,Bien",
        "v3,Logement,Loger,Très bien",
        "v1,Logement,Fermer,Passable",
        "v2,Logement,Fermer,",
        "v3,Logement,Fermer,À rejeter",
    ]
    (tmp_path / "mentions.csv").write_text("\n".join(lines), encoding="utf-8")
    run("import", folder, "grades", tmp_path / "mentions.csv")
    (challenge,) = results(folder)
    first, second = challenge["options"]
    assert (first["title"], first["grades"]["median"], first["grades"]["rank"]) == ("Loger", "Très bien", 1)
    assert second["grades"]["counts"]["À rejeter"] == 2  # the blank counts as the lowest grade
    assert first["dots"] == {"supporters": 0, "dots": 0}
    assert challenge["margin"] == {"grades": 2}
    assert challenge["budget"] is challenge["opinion_groups"] is None


def test_points_are_counted_beside_who_gave_them(folder: Path, tmp_path: Path) -> None:
    lines = [
        "participant,challenge,idea,points",
        "v1,Eau,Puits,2",
        "v2,Eau,Puits,1",
        "v2,Eau,Citerne,2",
        "v3,Eau,Puits,9",
    ]
    (tmp_path / "points.csv").write_text("\n".join(lines), encoding="utf-8")
    said = run("import", folder, "votes", tmp_path / "points.csv")
    assert "ligne 5" in said  # nine points on one idea are refused, and said so
    (challenge,) = results(folder)
    assert {one["title"]: one["dots"] for one in challenge["options"]} == {
        "Puits": {"supporters": 2, "dots": 3},
        "Citerne": {"supporters": 1, "dots": 2},
    }


def test_a_budget_of_pabulib_says_what_it_funds(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "essai.pb").write_text(
        "META\nkey;value\ndescription;Essai\nbudget;100\nvote_type;approval\nnum_projects;3\nnum_votes;4\n"
        "PROJECTS\nproject_id;cost;votes;name\n1;60;3;Parc\n2;40;2;Banc\n3;50;2;Arbre\n"
        "VOTES\nvoter_id;vote\n1;1,2\n2;1\n3;1,3\n4;2,3\n",
        encoding="utf-8",
    )
    run("import", folder, "pabulib", tmp_path / "essai.pb")
    (challenge,) = results(folder)
    assert challenge["budget"] == {"rule": "equal-shares", "selected": ["Parc", "Banc"], "spent": 100}
    assert challenge["margin"] == {"budget": try_all({"1": 60, "2": 40, "3": 50}, 100, ["12", "1", "13", "23"])}
    assert challenge["margin_bounds"]["budget"]["at_most"] == challenge["margin"]["budget"]
    assert "pour changer ce résultat" in run("results", folder)


def try_all(costs: dict[str, int], total: int, ballots: list[str]) -> int:
    """Return how many ballots, filled in otherwise in every way, it takes for equal shares to fund otherwise."""
    projects = [Project(one, cost) for one, cost in costs.items()]
    contents = ["".join(some) for size in range(len(costs) + 1) for some in combinations(costs, size)]

    def fund(cast: Iterable[str]) -> set[str]:
        given = {str(at): dict.fromkeys(ballot, 1) for at, ballot in enumerate(cast)}
        return set(fund_equally(projects, total, BudgetBallots(BallotKind.APPROVALS, given)).selected)

    standing = fund(ballots)
    return next(
        number
        for number in range(1, len(ballots) + 1)
        for taken in combinations(range(len(ballots)), number)
        for new in product(contents, repeat=number)
        if fund((dict(enumerate(ballots)) | dict(zip(taken, new, strict=True))).values()) != standing
    )


def test_a_file_taken_in_twice_adds_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text("participant,challenge,idea,points\nv1,Eau,Puits,2\n", encoding="utf-8")
    run("import", folder, "votes", tmp_path / "points.csv")
    once = results(folder)
    run("import", folder, "votes", tmp_path / "points.csv")
    assert results(folder) == once


def test_groups_of_opinion_are_those_of_polis_and_go_out_as_they_came_in(folder: Path, tmp_path: Path) -> None:
    source = POLIS / "15-per-hour-seattle"
    run("import", folder, "polis", source)
    (challenge,) = results(folder)
    ours = challenge["opinion_groups"]["people"]
    with (source / "participants-votes.csv").open(encoding="utf-8", newline="") as file:
        theirs = {row["participant"]: row["group-id"] for row in csv.DictReader(file) if row["group-id"]}
    both = sorted(ours.keys() & theirs.keys())
    assert len(both) > 0.95 * len(theirs)
    assert rand([ours[one] for one in both], [theirs[one] for one in both]) >= 0.9
    run("export", folder, tmp_path / "sortie", "--format", "polis")
    assert read_answers(tmp_path / "sortie") == read_answers(source)


def test_without_answers_there_is_nothing_for_polis(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(workshop_kit, ["export", str(folder), str(tmp_path / "sortie"), "--format", "polis"])
    assert done.exit_code == 1
    assert "Polis" in done.output


def rand(ours: list[Any], theirs: list[Any]) -> float:
    """Return the adjusted Rand index of two partitions (Hubert and Arabie 1985)."""

    def count(labels: list[Any]) -> int:
        return sum(comb(labels.count(one), 2) for one in set(labels))

    together = count(list(zip(ours, theirs, strict=True)))
    expected = count(ours) * count(theirs) / comb(len(ours), 2)
    return (together - expected) / ((count(ours) + count(theirs)) / 2 - expected)


def read_answers(folder: Path) -> dict[tuple[str, str], str]:
    """Return each person's last answer to each statement, by its words."""
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["comment-id"]: " ".join(row["comment-body"].split()) for row in csv.DictReader(file)}
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        return {(row["voter-id"], texts[row["comment-id"]]): row["vote"] for row in csv.DictReader(file)}


def test_every_ballot_goes_out_with_the_workshop(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mentions.csv").write_text("voter,challenge,option,grade\nv1,Eau,Puits,Bien\n", encoding="utf-8")
    run("import", folder, "grades", tmp_path / "mentions.csv")
    run("export", folder, tmp_path / "sortie")
    written = json.loads((tmp_path / "sortie" / "workshop.json").read_text(encoding="utf-8"))
    assert [(one["kind"], one["value"]) for one in written["ballots"]] == [("grades", 4)]
    assert written["dots"] == []
    assert [rule["kind"] for rules in written["vote_rules"].values() for rule in rules.values()] == ["grades"]
