"""What goes out: everything, in columns that come back, contact details in one file alone."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.files.conftest import NOON, WORKSHOP, Take
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.model import (
    Assignment,
    Dots,
    Idea,
    IdeaGroup,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse, StakesStage
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import export_workbook, export_workshop, import_file, write_export
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.store.stakes import StakeShelf


@pytest.fixture
def full(framed: Store, take: Take) -> Store:
    take("stakeholders", "catégorie;nom;courriel\nCommerce;Épicerie;bonjour@example.org\n")
    take(
        "volunteers",
        "nom;pseudonyme;courriel;téléphone;consentement\nZoé Noël;Mésange;zoe@example.org;+32470123456;oui\n",
    )
    take("missions", "défi;intitulé;places\nLogement;Garde;2\n")
    take("scores", "bénévole;défi;compétence;intérêt\nMésange;Logement;2;-1\nMésange;Mobilité;?;?\n")
    take("ideas", "défi;texte;auteur\nLogement;=1+1;Mésange\nLogement;Une laverie;Mésange\nLogement;Un banc;\n")

    def vote(repository: Repository) -> None:
        person = repository.list_participants()[0].id
        ideas = repository.list_ideas()
        challenge = ideas[0].challenge
        repository.add_group(IdeaGroup("g", challenge, "Linge", (ideas[0].id, ideas[1].id), NOON))
        repository.update_dots(Dots(person, challenge, "g", 2))
        repository.update_challenge(replace(repository.find_challenge(challenge), revealed_at=NOON))
        mission = repository.list_missions()[0].id
        repository.update_assignment(Assignment(person, mission, Reason("by-hand"), by_hand=True))

    framed.perform(None, vote)
    return framed


def read_lines(path: Path, delimiter: str = ";") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_there_is_one_file_a_kind_and_one_json(full: Store, tmp_path: Path) -> None:
    written = export_workshop(full, tmp_path / "out", "fr")
    assert [path.name for path in written] == [
        "challenges.csv", "stakeholders.csv", "volunteers.csv", "missions.csv", "scores.csv", "ideas.csv",
        "assignments.csv", "votes.csv", "workshop.json",
    ]  # fmt: skip
    assert all(path.is_file() for path in written)


def test_contact_details_stand_in_one_file_alone(full: Store, tmp_path: Path) -> None:
    for path in export_workshop(full, tmp_path / "out", "fr"):
        text = path.read_text(encoding="utf-8")
        assert ("zoe@example.org" in text) == ("Zoé Noël" in text) == (path.name == "volunteers.csv"), path.name
        assert ("bonjour@example.org" in text) == (path.name == "stakeholders.csv"), path.name


def test_the_category_of_a_list_comes_back_and_what_was_said_in_the_room_stands_beside_no_name(
    full: Store, take: Take, tmp_path: Path
) -> None:
    take("volunteers", "nom;catégorie\nAna Roux;Commerces\nBo Lin;Habitant\n")

    def sit_down(repository: Repository) -> None:
        person = next(one for one in repository.list_participants() if one.pseudonym == "Bo Lin")
        repository.update_participant(replace(person, origin=Origin.ROOM, category="elected"))

    full.perform(None, sit_down)
    export_workshop(full, tmp_path / "out", "fr")
    told = {line["name"]: line["category"] for line in read_lines(tmp_path / "out" / "volunteers.csv")}
    assert told == {"Zoé Noël": "", "Ana Roux": "shop", "Bo Lin": ""}


def test_a_cell_cannot_be_run_as_a_formula_and_numbers_stay_numbers(full: Store, tmp_path: Path) -> None:
    export_workshop(full, tmp_path / "out", "fr")
    assert [line["text"] for line in read_lines(tmp_path / "out" / "ideas.csv")] == ["'=1+1", "Une laverie", "Un banc"]
    assert read_lines(tmp_path / "out" / "volunteers.csv")[0]["phone"] == "'+32 470 12 34 56"
    scores = {line["interest"] for line in read_lines(tmp_path / "out" / "scores.csv")}
    assert scores == {"-1", "?"}


def test_votes_and_assignments_are_told_in_words(full: Store, tmp_path: Path) -> None:
    export_workshop(full, tmp_path / "out", "en")
    votes = read_lines(tmp_path / "out" / "votes.csv", ",")
    assert [(line["option"], line["ideas"], line["dots"], line["supporters"], line["rank"]) for line in votes] == [
        ("Linge", "2", "2", "1", "1"),
        ("Un banc", "1", "0", "0", "2"),
    ]
    (assignment,) = read_lines(tmp_path / "out" / "assignments.csv", ",")
    assert (assignment["volunteer"], assignment["mission"], assignment["by_hand"]) == ("Mésange", "Garde", "yes")
    assert assignment["reason"] == "Your choice."


def hold_vote(repository: Repository, rule: VoteRule, given: Mapping[str, int]) -> None:
    """Have a challenge with a gym and flats voted on by a rule: one person gives each what ``given`` says."""
    challenge = repository.list_challenges()[0].id
    repository.update_vote_rule(challenge, 1, rule)
    repository.add_participant(Participant("voter", "Genêt", "", "", Origin.ROOM, NOON))
    for name in ("Gymnase", "Studios"):
        repository.add_idea(Idea(name, challenge, name, None, None, NOON))
    repository.update_costs(challenge, {"Gymnase": 60} if rule.kind is VoteKind.BUDGET else {})
    for option, value in given.items():
        if rule.kind is VoteKind.DOTS:
            repository.update_dots(Dots("voter", challenge, option, value))
        else:
            repository.update_ballot_mark(BallotMark("voter", challenge, option, rule.kind, value))
    if rule.kind is VoteKind.BUDGET:
        repository.note_funded(challenge, ["Gymnase"])


@pytest.mark.parametrize(
    ("rule", "given", "told"),
    [
        (VoteRule(budget=10, most=10), {"Gymnase": 7}, {"kind": "dots", "dots": "7", "supporters": "1"}),
        (VoteRule(VoteKind.GRADES), {"Gymnase": 5}, {"kind": "grades", "grade": "Très bien"}),
        (VoteRule(VoteKind.GRADES, grades=5), {"Gymnase": 3}, {"kind": "grades", "grade": "Assez bien"}),
        (
            VoteRule(VoteKind.STATEMENTS),
            {"Gymnase": 1, "Studios": 0},
            {"kind": "statements", "agree": "1", "disagree": "0", "pass": "0"},
        ),
        (
            VoteRule(VoteKind.BUDGET, to_spend=100),
            {"Gymnase": 1},
            {"kind": "budget", "approvals": "1", "cost": "60", "funded": "yes"},
        ),
        (
            VoteRule(VoteKind.BUDGET, to_spend=100, points=10),
            {"Gymnase": 9},
            {"kind": "budget", "points": "9", "approvals": "1", "cost": "60", "funded": "yes"},
        ),
    ],
)
def test_a_vote_goes_out_by_the_rule_of_its_round_and_says_nothing_of_other_kinds(
    framed: Store, tmp_path: Path, rule: VoteRule, given: dict[str, int], told: dict[str, str]
) -> None:
    framed.perform(None, lambda repository: hold_vote(repository, rule, given))
    export_workshop(framed, tmp_path / "out", "fr")
    first = read_lines(tmp_path / "out" / "votes.csv")[0]
    assert first["option"] == "Gymnase"
    shown = {name: cell for name, cell in first.items() if cell and name not in ("challenge", "option", "ideas")}
    assert shown == {**told, "rank": "1"}


def test_the_workbook_says_the_kind_of_a_vote_and_its_grades_in_words(framed: Store) -> None:
    framed.perform(None, lambda repository: hold_vote(repository, VoteRule(VoteKind.GRADES), {"Gymnase": 6}))
    sheet = load_workbook(BytesIO(export_workbook(framed, "fr")))["Votes"]
    headings, first = ([cell.value for cell in row] for row in itertools.islice(sheet.iter_rows(), 2))
    said = dict(zip(headings, first, strict=True))
    assert (said["Mode de vote"], said["Mention majoritaire"], said["Points"]) == ("mentions", "Excellent", None)


def test_both_rounds_of_a_vote_go_out_in_the_json(framed: Store, tmp_path: Path) -> None:
    def vote_twice(repository: Repository) -> None:
        hold_vote(repository, VoteRule(), {"Gymnase": 2})
        challenge = repository.list_challenges()[0]
        repository.update_challenge(replace(challenge, round=2))
        repository.update_vote_rule(challenge.id, 2, VoteRule(VoteKind.GRADES))
        for option, value in (("Gymnase", 6), ("Studios", 0)):
            repository.update_ballot_mark(BallotMark("voter", challenge.id, option, VoteKind.GRADES, value, 2))

    framed.perform(None, vote_twice)
    export_workshop(framed, tmp_path / "out", "fr")
    kept = json.loads((tmp_path / "out" / "workshop.json").read_text(encoding="utf-8"))
    assert [(one["round"], one["count"]) for one in kept["dots"]] == [(1, 2)]
    assert sorted((one["round"], one["value"]) for one in kept["ballots"]) == [(2, 0), (2, 6)]


def test_the_json_holds_what_the_tables_do_not(full: Store, tmp_path: Path) -> None:
    export_workshop(full, tmp_path / "out", "fr")
    everything = json.loads((tmp_path / "out" / "workshop.json").read_text(encoding="utf-8"))
    assert everything["workshop"]["phase"] == "welcome"
    assert {challenge["revealed_at"] for challenge in everything["challenges"]} == {NOON.isoformat(), None}
    assert [group["title"] for group in everything["groups"]] == ["Linge"]
    assert [dots["count"] for dots in everything["dots"]] == [2]
    assert everything["volunteers"][0]["consented_at"] == NOON.isoformat()
    assert everything["assignments"][0]["reason"] == {"code": "by-hand", "values": {}}


def test_proposed_stakes_go_out_once_they_may_be_seen_and_say_nothing_of_whose_they_are(
    full: Store, tmp_path: Path
) -> None:
    proposed = (
        ProposedStake("first", "Se loger", "digest-of-a-browser", NOON),
        ProposedStake("second", "Se soigner", "", NOON),
    )

    def propose(repository: Repository) -> None:
        for one in proposed:
            repository.add_proposed_stake(one)
        for stake, grade in (("first", Grade.GOOD), ("second", Grade.REJECT)):
            repository.update_stake_grade(StakeGrade("another-digest", stake, grade))
        repository.update_workshop(replace(repository.find_workshop(), helper_code="noisette-citron 472"))

    full.perform(None, propose)
    told = {}
    for stage in StakesStage:
        full.perform(None, partial(StakeShelf.update_stakes_course, course=StakesCourse(stage)))
        export_workshop(full, tmp_path / stage, "fr")
        written = (tmp_path / stage / "workshop.json").read_text(encoding="utf-8")
        assert "digest" not in written
        assert "noisette" not in written
        stakes = json.loads(written)["stakes"]
        told[stage] = [one["text"] for one in stakes["proposed"]], [one["median"] for one in stakes["judged"]]
    texts = ["Se loger", "Se soigner"]
    assert told == {
        StakesStage.CLOSED: (texts, [4, 0]),
        StakesStage.GATHERING: (["Se soigner"], []),
        StakesStage.SORTING: (texts, []),
        StakesStage.JUDGING: (texts, []),
        StakesStage.JUDGED: (texts, [4, 0]),
    }


def test_a_folder_that_cannot_be_written_is_said(full: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(InvalidEntry) as refused:
        export_workshop(full, tmp_path / "taken", "fr")
    assert refused.value.code == "export-refused"


def test_two_seats_that_were_joined_are_one_person_in_what_is_counted(full: Store, tmp_path: Path) -> None:
    def join(repository: Repository) -> None:
        (first,) = (one.id for one in repository.list_participants())
        challenge, mission = repository.list_ideas()[0].challenge, repository.list_missions()[0].id
        repository.add_participant(Participant("again", "Mésange 2", "", "", Origin.ROOM, NOON))
        repository.update_dots(Dots("again", challenge, "g", 2))
        repository.update_assignment(Assignment("again", mission, Reason("by-hand"), by_hand=True))
        repository.update_participant(replace(repository.find_participant(first), joined_to="again"))

    full.perform(None, join)
    export_workshop(full, tmp_path / "out", "fr")
    first = read_lines(tmp_path / "out" / "votes.csv")[0]
    assert (first["dots"], first["supporters"]) == ("2", "1")
    assert [line["volunteer"] for line in read_lines(tmp_path / "out" / "assignments.csv")] == ["Mésange 2"]
    kept = json.loads((tmp_path / "out" / "workshop.json").read_text(encoding="utf-8"))
    assert len(kept["dots"]) == len(kept["assignments"]) == 2, "what each seat gave stays on record"


def test_a_mission_goes_out_with_who_answers_for_it_and_the_idea_it_came_from(full: Store, tmp_path: Path) -> None:
    def tell(repository: Repository) -> None:
        (mission,) = repository.list_missions()
        option = repository.list_ideas()[1].id
        told = replace(mission, option=option, owner="Mme Roy", first_date="2027-01-31", next_step="Appeler")
        repository.update_mission(told)

    full.perform(None, tell)
    export_workshop(full, tmp_path / "out", "fr")
    (line,) = read_lines(tmp_path / "out" / "missions.csv")
    assert [line[column] for column in ("owner", "first_date", "next_step", "idea")] == [
        "Mme Roy",
        "2027-01-31",
        "Appeler",
        "Linge",
    ], "the idea is in a group since"


def test_a_no_without_a_name_goes_out_and_comes_back_as_it_is(full: Store, tmp_path: Path) -> None:
    def decline(repository: Repository) -> None:
        repository.add_participant(Participant("room", "Genêt", "shop", "", Origin.ROOM, NOON))
        challenge = repository.list_challenges()[0].id
        repository.update_volunteer(Volunteer("room", "", "", "", "", None, "", declined=(challenge,)))

    full.perform(None, decline)
    before = full.read(lambda repository: repository.list_volunteers())
    export_workshop(full, tmp_path / "out", "fr")
    report = import_file(full, "volunteers", tmp_path / "out" / "volunteers.csv")
    assert report.rejected == ()
    assert full.read(lambda repository: repository.list_volunteers()) == before


def test_an_export_taken_in_again_adds_nothing_and_finds_each_seat_by_its_key(full: Store, tmp_path: Path) -> None:
    def sit(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        for number, origin in enumerate((Origin.ROOM, Origin.FILE, Origin.FILE)):
            repository.add_participant(Participant(f"{number:032x}", "Jeanne Martin", "", "", origin, NOON))
            repository.update_score(Score(f"{number:032x}", challenge, number, 1))
        repository.add_idea(Idea("said", challenge, "Un four à pain", None, f"{0:032x}", NOON))

    full.perform(None, sit)
    export_workshop(full, tmp_path / "out", "fr")
    before, sequence = full.read(lambda repository: repository.list_scores()), full.latest_sequence()
    for kind in ("challenges", "stakeholders", "volunteers", "missions", "scores", "ideas"):
        report = import_file(full, kind, tmp_path / "out" / f"{kind}.csv")
        assert (report.added, report.doubtful, report.rejected) == (0, (), ()), kind
    assert full.read(lambda repository: repository.list_scores()) == before
    assert full.latest_sequence() == sequence


def test_an_export_into_another_workshop_enters_nobodys_seat(full: Store, tmp_path: Path) -> None:
    export_workshop(full, tmp_path / "out", "fr")
    with create_store(tmp_path / "other", WORKSHOP) as other:
        seat = Participant("seat", "Mésange", "resident", "", Origin.ROOM, NOON)
        other.perform(None, lambda repository: repository.add_participant(seat))
        for kind in ("challenges", "volunteers", "scores", "ideas"):
            assert import_file(other, kind, tmp_path / "out" / f"{kind}.csv").rejected == ()
        assert other.read(lambda repository: repository.find_volunteer("seat")) is None
        assert other.read(lambda repository: repository.list_scores(participant="seat")) == ()
        (brought,) = (one for one in other.read(lambda repository: repository.list_participants()) if one != seat)
        assert len(other.read(lambda repository: repository.list_scores(participant=brought.id))) == 2
        assert len(other.read(lambda repository: repository.list_ideas(author=brought.id))) == 2


def test_a_key_of_some_other_list_is_said_to_be_of_no_use(framed: Store, take: Take) -> None:
    report = take("volunteers", "nom;clé;consentement\nAna;12;oui\nBen;12;oui\n")
    assert report.added == 2
    assert [note.reason.code for note in report.line_notes] == ["key-ignored", "key-ignored"]


def test_a_link_in_place_of_a_draft_is_not_written_through(tmp_path: Path) -> None:
    mine, sheet = tmp_path / "mine.txt", tmp_path / "stick" / "contacts.xlsx"
    mine.write_text("mine", encoding="utf-8")
    sheet.parent.mkdir()
    sheet.with_name(f".{sheet.name}.part").symlink_to(mine)
    write_export(sheet, b"sheet")
    assert (mine.read_text(encoding="utf-8"), sheet.read_bytes(), sheet.is_symlink()) == ("mine", b"sheet", False)
    assert [one.name for one in sheet.parent.iterdir()] == [sheet.name]
