"""Files of Pabulib: good rows are kept, bad ones named with their line and the reason."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

import workshop_kit
from workshop_kit.domain.budget import BallotKind
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.importing.pabulib import PabulibFile, read_pabulib
from workshop_kit.i18n import LANGUAGES, Translator

PLAIN = """META
key;value
description;Budget de Val-Brume
budget;20000
vote_type;approval
num_projects;3
num_votes;3
PROJECTS
project_id;cost;name;selected
1;4500;"Dix lits pliants; des couvertures";1
2;6000;Une laverie « solidaire »;0
3;800,50;Une affiche;0
VOTES
voter_id;age;vote
10;34;1,2
11;;3
12;70;
"""


def read(text: str, encoding: str = "utf-8") -> PabulibFile:
    return read_pabulib("val-brume.pb", text.encode(encoding))


def made(vote_type: str, votes: str, meta: str = "", heading: str = "voter_id;vote;points") -> PabulibFile:
    projects = "PROJECTS\nproject_id;cost\na;10\nb;20\nc;30\n"
    return read(f"META\nkey;value\nbudget;40\nvote_type;{vote_type}\n{meta}{projects}VOTES\n{heading}\n{votes}")


def refusals(found: PabulibFile) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.reason.code) for one in found.refused]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_is_read_in_any_usual_encoding(encoding: str, newline: str) -> None:
    found = read(PLAIN.replace("\n", newline), encoding)
    assert found.total == 20_000
    assert [one.name for one in found.projects] == [
        "Dix lits pliants; des couvertures", "Une laverie « solidaire »", "Une affiche",
    ]  # fmt: skip
    assert (found.projects[2].id, found.projects[2].cost) == ("3", Fraction(1601, 2))
    assert [one.selected for one in found.projects] == [True, False, False]
    assert found.ballots.kind is BallotKind.APPROVALS
    assert found.ballots.given == {"10": {"1": 1, "2": 1}, "11": {"3": 1}, "12": {}}
    assert (found.refused, found.noted) == ((), ())
    assert all(one.code.startswith("encoding") for one in found.notes)


def test_what_a_spreadsheet_adds_to_lines_changes_nothing() -> None:
    wide = "\n".join(f"{line};;;" for line in PLAIN.splitlines())
    assert read(wide + "\n;;;\n\n").ballots == read(PLAIN).ballots


def test_a_quotation_mark_that_is_never_closed_swallows_no_other_line() -> None:
    found = read(PLAIN.replace("Une affiche", '"Une affiche'))
    assert len(found.projects) == 3
    assert len(found.ballots.given) == 3


def test_a_name_without_end_in_quotation_marks_ends_nothing_else() -> None:
    found = read(PLAIN.replace("Une affiche", f'"{"Une affiche " * 20_000}"'))
    assert len(found.projects) == 3
    assert len(found.ballots.given) == 3


def test_a_name_in_quotation_marks_may_run_over_lines_and_the_lines_after_keep_their_number() -> None:
    found = read(PLAIN.replace("pliants; des", "pliants;\ndes").replace("11;;3", "11;;9"))
    assert found.projects[0].name == "Dix lits pliants; des couvertures"
    assert refusals(found) == [(17, "vote", "pabulib-unknown-project")]


def test_a_bad_row_is_refused_with_its_line_and_the_good_ones_are_kept() -> None:
    found = made("approval", "1;a,b\n;a\n1;c\n2;a,z\n3;c,c\n4;c\n")
    assert refusals(found) == [
        (13, "voter_id", "empty"), (14, "voter_id", "pabulib-twice"), (15, "vote", "pabulib-unknown-project"),
    ]  # fmt: skip
    assert found.ballots.given == {"1": {"a": 1, "b": 1}, "3": {"c": 1}, "4": {"c": 1}}
    assert [one.reason.code for one in found.noted] == ["pabulib-approved-twice"]


def test_a_vote_for_a_project_whose_line_was_refused_is_kept_without_it() -> None:
    found = read(PLAIN.replace("4500", "much").replace("11;;3", "11;;9"))
    assert refusals(found) == [(10, "cost", "pabulib-not-a-cost"), (16, "vote", "pabulib-unknown-project")]
    assert found.ballots.given["10"] == {"2": 1}
    assert [(one.line, one.reason.code) for one in found.noted] == [(15, "pabulib-refused-project")]
    assert [one.code for one in found.notes] == ["pabulib-num-projects", "pabulib-num-votes"]


def test_numbers_that_no_vote_of_the_room_could_hold_are_refused_with_their_place() -> None:
    found = read(PLAIN.replace("2;6000;", "2;999999999999;"))
    assert refusals(found)[0] == (11, "cost", "pabulib-too-large")
    with pytest.raises(UnreadableFile, match="pabulib-large-budget"):
        read(PLAIN.replace("budget;20000", "budget;999999999999999"))


def test_a_ranking_is_worth_what_it_is_however_many_the_file_says_may_be_ranked() -> None:
    text = PLAIN.replace("vote_type;approval", "vote_type;ordinal\nmax_length;999999999999999")
    assert max(read(text).ballots.given["10"].values()) <= 10_000


@pytest.mark.parametrize("vote_type", ["cumulative", "scoring"])
def test_points_are_read_beside_what_they_are_given_to(vote_type: str) -> None:
    found = made(vote_type, "1;a,c;3,1.5\n2;a;x\n3;a,b;1\n4;;\n")
    assert found.ballots.kind is BallotKind.POINTS
    assert found.ballots.given == {"1": {"a": 3, "c": Fraction(3, 2)}, "4": {}}
    assert refusals(found) == [(13, "points", "pabulib-not-points"), (14, "points", "pabulib-points-missing")]


def test_a_default_score_is_what_a_project_has_that_a_vote_does_not_name() -> None:
    assert made("scoring", "1;a;5\n", "default_score;2\n").ballots.given == {"1": {"a": 5, "b": 2, "c": 2}}


def test_a_ranking_becomes_points_and_the_file_says_so() -> None:
    found = made("ordinal", "1;c,a\n2;b\n", "max_length;3\n")
    assert found.ballots.given == {"1": {"c": 3, "a": 2}, "2": {"b": 3}}
    assert [(one.code, one.values) for one in found.notes] == [("pabulib-ordinal", {"most": 3})]


def test_a_project_that_stands_twice_counts_as_it_was_written_first() -> None:
    found = read(PLAIN.replace("3;800,50", "2;800").replace("11;;3", "11;;2"))
    assert refusals(found) == [(12, "project_id", "pabulib-twice")]
    assert [(one.id, one.cost) for one in found.projects] == [("1", 4500), ("2", 6000)]
    assert found.ballots.given["11"] == {"2": 1}


def test_a_choice_of_one_names_one() -> None:
    found = made("choose-1", "1;a\n2;a,b\n")
    assert found.ballots.given == {"1": {"a": 1}}
    assert refusals(found) == [(13, "vote", "pabulib-too-many")]


@pytest.mark.parametrize(
    ("vote_type", "limit", "vote", "code"),
    [
        ("approval", "max_length;1", "a,b", "pabulib-too-many"),
        ("approval", "max_sum_cost;40", "b,c", "pabulib-too-dear"),
        ("cumulative", "max_sum_points;5", "a,b;3,3", "pabulib-too-many-points"),
        ("scoring", "max_points;2", "a,b;1,3", "pabulib-points-too-high"),
    ],
)
def test_a_vote_beyond_what_the_vote_allowed_is_refused(vote_type: str, limit: str, vote: str, code: str) -> None:
    found = made(vote_type, f"1;{vote}\n2;a;1\n", f"{limit}\n")
    assert [one[2] for one in refusals(found)] == [code]
    assert list(found.ballots.given) == ["2"]


@pytest.mark.parametrize(
    ("vote_type", "limit", "vote", "code"),
    [
        ("approval", "min_length;2", "a", "pabulib-too-few"),
        ("approval", "min_sum_cost;40", "a,b", "pabulib-too-cheap"),
        ("cumulative", "min_sum_points;5", "a,b;1,3", "pabulib-too-few-points"),
        ("scoring", "min_points;2", "a,b;1,3", "pabulib-points-too-low"),
    ],
)
def test_a_vote_below_what_the_vote_asked_for_is_kept_and_named(
    vote_type: str, limit: str, vote: str, code: str
) -> None:
    found = made(vote_type, f"1;{vote}\n", f"{limit}\n")
    assert [one.reason.code for one in found.noted] == [code]
    assert list(found.ballots.given) == ["1"]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("VOTES\n", "", "pabulib-no-section"),
        ("budget;20000", "budget;plenty", "pabulib-no-budget"),
        ("budget;20000\n", "", "pabulib-no-budget"),
        ("approval", "shouting", "pabulib-vote-type"),
        ("project_id;cost", "project_id;price", "pabulib-no-column"),
        ("voter_id;age;vote", "voter_id;age", "pabulib-no-column"),
    ],
)
def test_a_file_that_says_too_little_is_refused_as_a_whole(before: str, after: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(PLAIN.replace(before, after))
    assert refused.value.code == code
    for language in LANGUAGES:
        assert "val-brume.pb" in Translator(language).sentence(refused.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_and_note_is_told_with_its_line(language: str) -> None:
    found = made("cumulative", "1;a,b;1\n2;z;1\n", "num_votes;9\n")
    told = found.to_lines("val-brume.pb", language)
    assert len(told) == 3
    assert "9" in told[0]
    assert "13" in told[1]
    assert "14" in told[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_the_reader_has_its_sentence(language: str) -> None:
    module = Path(workshop_kit.__file__).parent / "files" / "importing" / "pabulib.py"
    say = Translator(language)
    found = set(re.findall(r'"(pabulib-[a-z-]+)"', module.read_text(encoding="utf-8")))
    assert len(found) > 15
    kinds = ("files.rejected", "files.note", "errors")
    assert [code for code in sorted(found) if not any(say.knows(f"{kind}.{code}") for kind in kinds)] == []
    assert say.knows("files.note.pabulib-num-projects")
    assert say.knows("files.note.pabulib-num-votes")
