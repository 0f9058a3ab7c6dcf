"""Files of grades and of points: what is understood, and what is left out and why."""

from __future__ import annotations

import pytest

from workshop_kit.domain.ballots import DotRule
from workshop_kit.domain.judgment import FIVE_GRADES, SEVEN_GRADES, Grade
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.importing.ballots import BallotFile
from workshop_kit.files.importing.grades import GradeGiven, read_grades
from workshop_kit.files.importing.votes import PointsGiven, read_votes
from workshop_kit.i18n import LANGUAGES, Translator


def say_rejected(found: BallotFile[GradeGiven] | BallotFile[PointsGiven]) -> list[tuple[int, str, str, str]]:
    for one in found.rejected:  # each has its sentence
        for language in LANGUAGES:
            assert Translator(language)(f"files.rejected.{one.reason.code}", value=one.value, **one.reason.values)
    return [(one.line, one.column, one.value, one.reason.code) for one in found.rejected]


@pytest.mark.parametrize(
    "content",
    [
        b"voter,challenge,option,grade\np1,Roof,Gym,Very good\np1,Roof,Flats,\n",
        "Votant ; Défi ; Option ; Mention\np1;Roof;Gym;Très bien\np1;Roof;Flats;\n".encode("cp1252"),
        "\ufeffvotant·e;défi;idée;mention;remarque\np1;Roof;Gym;TRES BIEN;ok\np1;Roof;Flats;blanc;\n".encode(),
        "Résultats du soir;;;\n;;;\nparticipant;enjeu;choix;jugement\np1;Roof;Gym;5\np1;Roof;Flats;—\n".encode(
            "utf-16"
        ),
    ],
)
def test_grades_come_in_however_they_are_written(content: bytes) -> None:
    found = read_grades("grades.csv", content)
    assert [(one.voter, one.challenge, one.option, one.grade) for one in found.given] == [
        ("p1", "Roof", "Gym", Grade.VERY_GOOD), ("p1", "Roof", "Flats", None),
    ]  # fmt: skip
    assert found.rejected == ()
    assert found.unused in ((), ("remarque",))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [SEVEN_GRADES, FIVE_GRADES], ids=["seven", "five"])
def test_the_words_of_both_scales_and_their_numbers_are_read(language: str, scale: object) -> None:
    assert scale in (SEVEN_GRADES, FIVE_GRADES)
    chosen = SEVEN_GRADES if scale is SEVEN_GRADES else FIVE_GRADES
    words = [Translator(language)(f"stakes.grade.{int(grade)}") for grade in chosen.grades]
    lines = [f"w,c,o{place},{word}" for place, word in enumerate(words)]
    lines += [f"n,c,o{place},{place}" for place in range(len(words))]
    found = read_grades("g.csv", "\n".join(["voter,challenge,option,grade", *lines]).encode(), chosen)
    assert [one.grade for one in found.given] == [*chosen.grades, *chosen.grades]
    assert found.rejected == ()


def test_a_bad_line_is_reported_and_the_good_ones_are_kept() -> None:
    content = """voter;challenge;option;grade
p1;Roof;Gym;Bien
p1;Roof;Gym;Passable
;Roof;Gym;Bien
p2;;Gym;Bien
p2;Roof;;Bien
p2;Roof;Gym;Super
p2;Roof;Gym;7
p2;Roof;Gym;-1

p2;Roof;Gym;À rejeter
"""
    found = read_grades("g.csv", content.encode())
    assert [(one.line, one.grade) for one in found.given] == [(2, Grade.GOOD), (11, Grade.REJECT)]
    assert say_rejected(found) == [
        (3, "grade", "", "ballot-twice"), (4, "voter", "", "empty"), (5, "challenge", "", "empty"),
        (6, "option", "", "empty"), (7, "grade", "Super", "grade"), (8, "grade", "7", "grade-number"),
        (9, "grade", "-1", "grade"),
    ]  # fmt: skip
    five = read_grades("g.csv", b"voter,challenge,option,grade\np,c,o,Excellent\np,c,n,5\n", FIVE_GRADES)
    assert say_rejected(five) == [
        (2, "grade", "Excellent", "grade-not-offered"), (3, "grade", "5", "grade-number"),
    ]  # fmt: skip


def test_a_grade_of_thousands_of_figures_is_refused_in_a_short_sentence() -> None:
    found = read_grades("g.csv", f"voter,challenge,option,grade\np,c,o,{'9' * 4500}\np,c,n,5\n".encode())
    assert [one.grade for one in found.given] == [Grade.VERY_GOOD]
    (refused,) = found.rejected
    assert (refused.line, refused.reason.code) == (2, "grade")
    assert len(refused.value) < 300


def test_points_come_in_and_nobody_has_more_than_the_rule_gives() -> None:
    content = """Participant;Défi;Idée;Points
Ana;Toit;Gymnase;2
Ana;Toit;Studios;2,0
Ana;Toit;Car;
ana;toit;gymnase;1
Ana;Toit;Lit;2
Ana;Toit;Clé;1
Ana;Faim;Lit;2
Ben;Toit;Lit;3
Ben;Toit;Lit;un
""".encode("cp1252")
    found = read_votes("votes.csv", content)
    assert [(one.participant, one.challenge, one.idea, one.points) for one in found.given] == [
        ("Ana", "Toit", "Gymnase", 2), ("Ana", "Toit", "Studios", 2), ("Ana", "Toit", "Car", 0),
        ("Ana", "Toit", "Clé", 1), ("Ana", "Faim", "Lit", 2),
    ]  # fmt: skip
    assert say_rejected(found) == [
        (5, "Points", "", "ballot-twice"), (6, "Points", "2", "points-spent"), (9, "Points", "3", "points"),
        (10, "Points", "un", "points"),
    ]  # fmt: skip
    assert len(read_votes("votes.csv", content, DotRule(20, 10)).given) == 7


def test_a_file_without_a_column_says_which_is_missing_and_what_was_read() -> None:
    with pytest.raises(UnreadableFile, match="ballot-columns-missing") as refused:
        read_votes("v.csv", b"participant,idea,points\np,i,1\n")
    assert refused.value.values == {"file": "v.csv", "missing": "challenge", "found": "participant, idea, points"}
    assert Translator("fr").sentence(refused.value)
    with pytest.raises(UnreadableFile, match="file-empty"):
        read_grades("g.csv", b"\n")
