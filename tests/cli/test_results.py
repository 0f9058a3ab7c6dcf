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
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.budget import BallotKind, BudgetBallots, Project
from workshop_kit.domain.equal_shares import fund_equally
from workshop_kit.store import open_store

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


def test_an_idea_of_a_file_that_never_ends_is_cut_and_that_is_said(folder: Path, tmp_path: Path) -> None:
    lines = ["voter,challenge,option,grade", f"v1,Logement,{'Loger ' * 40_000},Bien", "v2,Logement,Fermer,Bien"]
    (tmp_path / "mentions.csv").write_text("\n".join(lines), encoding="utf-8")
    for _ in "12":
        assert "coupées à 1000" in run("import", folder, "grades", tmp_path / "mentions.csv")
    options = results(folder)[0]["options"]
    assert sorted(len(one["title"]) for one in options)[0] == len("Fermer")
    assert [len(text) for one in options for text in one["ideas"] if len(text) > 10] == [1000]


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


@pytest.mark.parametrize("blanks_count", [True, False])
def test_a_voter_who_left_everything_blank_is_a_ballot(folder: Path, tmp_path: Path, blanks_count: bool) -> None:
    lines = ["voter,challenge,option,grade", "v1,Eau,Puits,Bien", "v2,Eau,Puits,", "v3,Eau,Puits,", "v3,Eau,Citerne,"]
    (tmp_path / "mentions.csv").write_text("\n".join(lines), encoding="utf-8")
    run("import", folder, "grades", tmp_path / "mentions.csv")
    with open_store(folder) as store:
        (known,) = store.read(lambda repository: repository.list_challenges())
        rule = VoteRule(VoteKind.GRADES, blanks_count=blanks_count)
        store.perform(None, lambda repository: repository.update_vote_rule(known.id, 1, rule))
        assert len(store.read(lambda repository: repository.list_participants())) == 3
    grades = {one["title"]: one["grades"] for one in results(folder)[0]["options"]}
    assert grades["Puits"]["counts"]["À rejeter"] == (2 if blanks_count else 0)
    assert grades["Puits"]["median"] == ("À rejeter" if blanks_count else "Bien")
    assert grades["Citerne"]["counts"]["À rejeter"] == (3 if blanks_count else 0)
    once = results(folder)
    run("import", folder, "grades", tmp_path / "mentions.csv")
    assert results(folder) == once


def test_a_blank_of_a_later_file_takes_no_grade_away_and_a_grade_takes_the_place_of_a_blank(
    folder: Path, tmp_path: Path
) -> None:
    for grades in (("Bien", ""), ("", "Excellent")):
        lines = [f"v1,Eau,{option},{grade}" for option, grade in zip(("Puits", "Citerne"), grades, strict=True)]
        text = "\n".join(["voter,challenge,option,grade", *lines])
        (tmp_path / "mentions.csv").write_text(text, encoding="utf-8")
        run("import", folder, "grades", tmp_path / "mentions.csv")
    assert {one["title"]: one["grades"]["median"] for one in results(folder)[0]["options"]} == {
        "Puits": "Bien",
        "Citerne": "Excellent",
    }


def test_numbers_of_a_file_count_the_grades_of_the_vote(folder: Path, tmp_path: Path) -> None:
    header = "voter,challenge,option,grade"
    (tmp_path / "avant.csv").write_text(f"{header}\nv0,Eau,Puits,Bien\n", encoding="utf-8")
    run("import", folder, "grades", tmp_path / "avant.csv")
    with open_store(folder) as store:
        (known,) = store.read(lambda repository: repository.list_challenges())
        rule = VoteRule(VoteKind.GRADES, grades=5)
        store.perform(None, lambda repository: repository.update_vote_rule(known.id, 1, rule))
    lines = [header, "v1,Eau,Puits,4", "v2,Eau,Puits,2", "v3,Eau,Puits,0", "v4,Eau,Puits,5", "v5,Eau,Puits,Excellent"]
    (tmp_path / "mentions.csv").write_text("\n".join(lines), encoding="utf-8")
    said = run("import", folder, "grades", tmp_path / "mentions.csv")
    counts = results(folder)[0]["options"][0]["grades"]["counts"]
    assert {grade for grade, number in counts.items() if number} == {"Très bien", "Assez bien", "Bien", "À rejeter"}
    assert "ligne 5" in said  # there are no more than five grades, from 0 to 4
    assert "Excellent" in said


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("grades", "m.csv", "votant;défi;option;mention\nv1;Été;Préau;Bien\n"),
        ("votes", "v.csv", "participant;défi;idée;points\nv1;Été;Préau;1\n"),
        (
            "pabulib",
            "b.pb",
            "META\nkey;value\ndescription;Été\nbudget;9\nvote_type;approval\nnum_projects;1\nnum_votes;1\n"
            "PROJECTS\nproject_id;cost;votes;name\n1;6;1;Préau\nVOTES\nvoter_id;vote\n1;1\n",
        ),
    ],
)
def test_a_file_of_ballots_is_read_in_the_encoding_that_was_named(
    folder: Path, tmp_path: Path, kind: str, name: str, text: str
) -> None:
    (tmp_path / name).write_bytes(text.encode("cp850"))
    run("import", folder, kind, tmp_path / name, "--encoding", "cp850")
    (challenge,) = results(folder)
    assert (challenge["stake"], challenge["options"][0]["title"]) == ("Été", "Préau")


def test_a_conversation_is_read_in_the_encoding_that_was_named(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "conversation"
    place.mkdir()
    comments = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n5,1,7,1,0,1,Préau d'été\n"
    (place / "comments.csv").write_bytes(comments.encode("cp850"))
    (place / "votes.csv").write_bytes(b"timestamp,comment-id,voter-id,vote\n10,1,7,1\n")
    run("import", folder, "polis", place, "--encoding", "cp850")
    assert results(folder)[0]["options"][0]["title"] == "Préau d'été"


@pytest.mark.parametrize(("length", "cut"), [(121, ["120"]), (501, ["120", "500"])])
def test_a_long_name_of_a_challenge_is_said_to_be_shortened_and_found_again(
    folder: Path, tmp_path: Path, length: int, cut: list[str]
) -> None:
    name = f"{'eau ' * 200}"[: length - 1] + "!"
    text = f"participant,challenge,idea,points\nv1,{name},Puits,1\n"
    (tmp_path / "points.csv").write_text(text, encoding="utf-8")
    said = run("import", folder, "votes", tmp_path / "points.csv")
    assert all(f"{number} caractères" in said for number in cut)
    assert said.count("caractères") == len(cut)
    run("import", folder, "votes", tmp_path / "points.csv")
    (challenge,) = results(folder)
    assert challenge["stake"].endswith("…")


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
    text = run("results", folder)
    assert "3 points, de 2 personnes" in text
    assert "2 points, de 1 personne" in text


@pytest.mark.parametrize("kind", ["grades", "votes"])
def test_a_table_with_headings_alone_is_said_to_hold_nothing(folder: Path, tmp_path: Path, kind: str) -> None:
    heading = {"grades": "votant;défi;option;mention", "votes": "participant;défi;idée;points"}[kind]
    (tmp_path / "vide.csv").write_text(f"{heading}\n", encoding="utf-8")
    assert "aucune ligne dessous" in run("import", folder, kind, tmp_path / "vide.csv")


def test_a_challenge_is_named_by_its_number_and_by_figures_without_end(folder: Path, tmp_path: Path) -> None:
    endless = "9" * 5000
    lines = ["participant,challenge,idea,points", "v1,Eau,Puits,2", f"v1,{endless},Puits,2"]
    (tmp_path / "points.csv").write_text("\n".join(lines), encoding="utf-8")
    run("import", folder, "votes", tmp_path / "points.csv")
    (tmp_path / "points.csv").write_text("participant,challenge,idea,points\nv2,1,Puits,1\n", encoding="utf-8")
    run("import", folder, "votes", tmp_path / "points.csv")
    assert [one["options"][0]["dots"]["dots"] for one in results(folder)] == [3, 2]


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


@pytest.mark.parametrize("vote_type", ["approval", "cumulative"])
def test_a_budget_kept_beside_another_vote_is_not_told_as_one_that_funds_nothing(
    folder: Path, tmp_path: Path, vote_type: str
) -> None:
    (tmp_path / "mentions.csv").write_text("voter,challenge,option,grade\nv1,Eau,Puits,Bien\n", encoding="utf-8")
    run("import", folder, "grades", tmp_path / "mentions.csv")
    points = ";points" if vote_type == "cumulative" else ""
    (tmp_path / "eau.pb").write_text(
        f"META\nkey;value\ndescription;Eau\nbudget;9\nvote_type;{vote_type}\nnum_projects;1\nnum_votes;1\n"
        f"PROJECTS\nproject_id;cost;votes;name\n1;6;1;Puits\nVOTES\nvoter_id;vote{points}\n1;1{points and ';4'}\n",
        encoding="utf-8",
    )
    assert "bulletins" in run("import", folder, "pabulib", tmp_path / "eau.pb")
    (challenge,) = results(folder)
    assert challenge["budget"] is None
    assert list(challenge["margin"]) == ["grades"]
    assert challenge["margin_bounds"] == {}
    assert "finance" not in run("results", folder)


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
