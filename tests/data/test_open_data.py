"""The organiser's way into the data: typed frames, no contact details unless asked for."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pandas as pd
import psycopg
import pytest

import workshop_kit
from tests.store.server import Server
from tests.store.values import WORKSHOP, add_the_usual
from workshop_kit.data import FRAMES, WorkshopData, open_data
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.model import Assignment, AssignmentStatus, Dots, Reason, Score
from workshop_kit.errors import MissingEntry, NotAllowed
from workshop_kit.live.tallies import read_tallies
from workshop_kit.store import Repository, create_store, open_store

SHOWN = [name for name in FRAMES if name != "contacts"]
ROWS = {
    "challenges": 5,
    "presence": 105,
    "ideas": 200,
    "options": 164,
    "votes": 4673,
    "scores": 264,
    "missions": 25,
    "assignments": 46,
}


def test_the_package_offers_it() -> None:
    assert workshop_kit.open_data is open_data
    with pytest.raises(AttributeError, match="open_dat"):
        workshop_kit.open_dat  # type: ignore[attr-defined]  # noqa: B018 — it is asked for to see it refused


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_has_its_columns_and_dtypes(folder: Path, name: str) -> None:
    frame = getattr(open_data(folder, contacts=True), name)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == FRAMES[name]
    assert list(frame.columns) == list(FRAMES[name])


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_workshop_gives_empty_frames_of_the_same_types(empty: Path, name: str) -> None:
    frame = getattr(open_data(empty, contacts=True), name)
    assert len(frame) == 0
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == FRAMES[name]


def test_every_row_is_there(data: WorkshopData) -> None:
    assert {name: len(getattr(data, name)) for name in SHOWN} == ROWS
    assert data.title == "Atelier de Val-Brume"
    assert "ideas: 200" in repr(data)
    assert "contacts" not in repr(data)


def test_a_zero_and_no_answer_are_told_apart(empty: Path) -> None:
    def answer(repository: Repository) -> None:
        add_the_usual(repository)
        repository.update_score(Score("p1", "c1", 0, 0))
        repository.update_score(Score("p1", "c2", None, None, unsure=True))
        repository.update_score(Score("p2", "c1", None, -2))

    with open_store(empty) as store:
        store.perform(None, answer)
    scores = open_data(empty).scores
    answered = scores[["participant", "challenge", "competence", "interest", "unsure"]].astype(object)
    assert answered.where(answered.notna(), "no answer").to_numpy().tolist() == [
        ["p1", "c1", 0, 0, False],
        ["p2", "c1", "no answer", -2, False],
        ["p1", "c2", "no answer", "no answer", True],
    ]
    assert scores["competence"].mean() == 0, "no answer does not count"


def test_scores_stay_in_their_ranges(data: WorkshopData) -> None:
    assert data.scores["competence"].dropna().between(0, 3).all()
    assert data.scores["interest"].dropna().between(-2, 2).all()
    ranges = {
        "dots": ("dots", 1, 2),
        "grades": ("grade", 0, 6),
        "statements": ("stance", -1, 1),
        "budget": ("points", 1, 1),
    }
    assert set(data.votes["kind"].cat.categories) == set(ranges)
    for kind, (column, least, most) in ranges.items():
        given = data.votes.loc[data.votes["kind"] == kind, column]
        assert len(given)
        assert given.between(least, most).all()


def test_what_nobody_said_is_missing(data: WorkshopData) -> None:
    assert data.ideas["source"].isna().any()
    assert data.missions["sector"].isna().any()
    assert not (data.missions["sector"] == "").any()
    assert data.challenges["indicator"].isna().any()


def test_categories_keep_their_order_and_times_their_zone(data: WorkshopData) -> None:
    assert list(data.ideas["source"].cat.categories) == ["lived", "field", "data", "hearsay"]
    assert list(data.scores["stake"].cat.categories) == list(data.challenges["stake"])
    assert data.presence["category"].cat.categories[0] == "elected"
    assert str(data.ideas["written_at"].dt.tz) == "UTC"


@pytest.mark.parametrize(("language", "source", "category"), [("fr", "Vécu", "Élu"), ("en", "Lived", "Council")])
def test_sources_and_categories_are_said_in_the_language_asked_for(
    folder: Path, language: str, source: str, category: str
) -> None:
    data, codes = open_data(folder, language=language), open_data(folder)
    assert data.ideas["source"].cat.categories[0].startswith(source)
    assert data.presence["category"].cat.categories[0].startswith(category)
    assert data.ideas["source"].cat.codes.tolist() == codes.ideas["source"].cat.codes.tolist()


def test_the_votes_add_up_to_the_results_the_room_sees(folder: Path, data: WorkshopData) -> None:
    with open_store(folder) as store:
        tallies = store.read(
            lambda repository: {
                one.option.id: one for known in repository.list_challenges() for one in read_tallies(repository, known)
            }
        )
    given_by = (
        data.votes.set_index("option")[["dots", "grade", "stance", "points"]]
        .stack()
        .dropna()
        .groupby(level=0)
        .apply(list)
    )
    assert set(data.options["option"]) == set(tallies)
    for row in data.options.to_dict("records"):
        seen, given = tallies[row["option"]], given_by.get(row["option"], [])
        assert (row["kind"], row["rank"]) == (seen.kind.value, seen.rank)
        if seen.kind is VoteKind.DOTS:
            assert (row["dots"], row["supporters"]) == (seen.dots, seen.supporters) == (sum(given), len(given))
        elif seen.judgment is not None:
            assert row["grade"] is pd.NA if seen.judgment.median is None else row["grade"] == seen.judgment.median
            assert [given.count(grade) for grade in range(1, 7)] == list(seen.judgment.counts)[1:]
        elif seen.stances is not None:
            said = (row["agree"], row["disagree"], row["passed"])
            assert said == (seen.stances.agree, seen.stances.disagree, seen.stances.passed)
            assert said == tuple(given.count(stance) for stance in (1, -1, 0))
        elif not pd.isna(row["cost"]):
            assert (row["approvals"], row["cost"], row["funded"]) == (len(given), seen.cost, seen.funded)


def test_what_a_vote_does_not_ask_for_is_missing_and_no_zero(data: WorkshopData) -> None:
    asked = {
        "dots": {"dots", "supporters"},
        "grades": {"grade"},
        "statements": {"agree", "disagree", "passed"},
        "budget": {"approvals", "cost", "funded"},
    }
    for kind, columns in asked.items():
        rows = data.options[data.options["kind"] == kind]
        told = {name for name in set().union(*asked.values()) if rows[name].notna().any()}
        assert told == columns, kind


@pytest.mark.parametrize(
    ("rule", "value", "option", "vote"),
    [
        (VoteRule(budget=10, most=10), 7, {"dots": 7, "supporters": 1}, {"dots": 7}),
        (VoteRule(VoteKind.GRADES, grades=5), 3, {"grade": 3}, {"grade": 3}),
        (VoteRule(VoteKind.STATEMENTS), 0, {"agree": 0, "disagree": 0, "passed": 1}, {"stance": 0}),
        (VoteRule(VoteKind.BUDGET, to_spend=90), 1, {"approvals": 1, "cost": 60}, {"points": 1}),
        (VoteRule(VoteKind.BUDGET, to_spend=90, points=50), 40, {"points": 40, "approvals": 1, "cost": 60},
         {"points": 40}),
    ],
)  # fmt: skip
def test_a_vote_of_any_kind_is_counted_by_the_rule_of_its_round(
    empty: Path, rule: VoteRule, value: int, option: dict[str, int], vote: dict[str, int]
) -> None:
    def hold(repository: Repository) -> None:
        add_the_usual(repository)
        repository.update_vote_rule("c1", 1, rule)
        if rule.kind is VoteKind.BUDGET:
            repository.update_costs("c1", {"i1": 60})
        if rule.kind is VoteKind.DOTS:
            repository.update_dots(Dots("p1", "c1", "i1", value))
        else:
            repository.update_ballot_mark(BallotMark("p1", "c1", "i1", rule.kind, value))

    with open_store(empty) as store:
        store.perform(None, hold)
    data = open_data(empty)
    shown = data.options.set_index("option").loc["i1"].dropna().to_dict()
    assert {key: shown.pop(key) for key in option} == option
    assert set(shown) == {"challenge", "stake", "title", "lone", "ideas", "kind", "rank"}
    (given,) = (row.dropna().to_dict() for _, row in data.votes.iterrows())
    assert given["kind"] == rule.kind
    assert {key: given[key] for key in given if key in ("dots", "grade", "stance", "points")} == vote


def test_the_frames_fit_together(data: WorkshopData) -> None:
    people = set(data.presence["participant"])
    assert set(data.scores["participant"]) | set(data.votes["participant"]) <= people
    assert set(data.assignments["participant"]) | set(data.ideas["author"].dropna()) <= people
    assert set(data.assignments["mission"]) <= set(data.missions["mission"])
    assert set(data.ideas["option"].dropna()) == set(data.options["option"])
    assert data.ideas["option"].isna().sum() == 2, "an idea that is held back is voted on by nobody"
    assert data.ideas["text"].str.contains("[…]", regex=False).sum() == 1


def cells(data: WorkshopData) -> list[str]:
    return [str(cell) for name in SHOWN for cell in getattr(data, name).to_numpy().ravel()]


def test_nothing_tells_who_somebody_is_or_how_to_reach_them(folder: Path) -> None:
    data = open_data(folder)
    everything = "\n".join(cells(data))
    assert "@" not in everything
    assert not re.search(r"\d\d[ .]\d\d[ .]\d\d", everything)
    with open_store(folder) as store:
        people = store.read(lambda repository: repository.list_participants())
        volunteers = store.read(lambda repository: repository.list_volunteers())
        sectors = store.read(lambda repository: repository.list_sectors())
        stakeholders = store.read(lambda repository: repository.list_stakeholders())
    full_names = {one.name for one in volunteers if " " in one.name} | {one.referent for one in sectors if one.referent}
    assert len(full_names) > 20
    assert not [name for name in full_names if name in everything]
    called = {one.pseudonym for one in people} | {one.name for one in volunteers}
    called |= {one.contact for one in stakeholders if one.contact}
    assert not called & set(cells(data))


def test_contacts_are_refused_in_words_when_they_were_not_asked_for(data: WorkshopData) -> None:
    with pytest.raises(NotAllowed, match="contacts-not-asked") as refused:
        data.contacts  # noqa: B018 — it is asked for to see it refused
    assert "contacts=True" in refused.value.__notes__[0]


def test_contacts_come_when_asked_for(folder: Path) -> None:
    data = open_data(folder, contacts=True)
    assert "contacts: 105" in repr(data)
    amina = data.contacts[data.contacts["name"] == "Amina Auvray"]
    assert amina["email"].tolist() == ["amina-auvray@example.org"]
    assert amina["phone"].isna().all()
    assert data.contacts["name"].isna().any()
    assert set(data.contacts["participant"]) == set(data.presence["participant"])


def test_contacts_are_refused_once_their_retention_is_over(expired: Path) -> None:
    with pytest.raises(NotAllowed, match="contacts-expired"):
        open_data(expired, contacts=True)
    assert len(open_data(expired).presence) == 0


def test_nothing_done_to_a_frame_reaches_the_workshop(folder: Path) -> None:
    before = (folder / "workshop.db").read_bytes()
    data = open_data(folder)
    data.ideas["text"] = "changed"
    assert (folder / "workshop.db").read_bytes() == before
    assert open_data(folder).ideas["text"].nunique() > 100
    with pytest.raises(FrozenInstanceError):
        data.ideas = pd.DataFrame()  # type: ignore[misc]


def test_the_folder_being_served_is_taken_when_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingEntry, match="no-folder") as refused:
        open_data()
    assert len(refused.value.__notes__) == 2, "it says so in both languages, as nobody chose one"
    monkeypatch.setenv("WORKSHOP_FOLDER", str(folder))
    assert len(open_data().ideas) == 200


def test_a_folder_without_a_workshop_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(MissingEntry, match="no-workshop") as refused:
        open_data(tmp_path, language="en")
    assert refused.value.__notes__[0].startswith("There is no workshop in")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgresql
def test_a_databases_address_is_taken_as_well(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(server.address("postgres"), autocommit=True) as admin:
        admin.execute(b"CREATE DATABASE opened_as_data")
    address = server.address("opened_as_data")
    with pytest.raises(MissingEntry, match="no-workshop"):
        open_data(address)
    monkeypatch.setenv("WORKSHOP_KIT_STORE", address)
    with create_store(tmp_path, WORKSHOP) as store:
        store.perform(None, add_the_usual)
        assignment = Assignment("p1", "m1", Reason("by-hand"), True, AssignmentStatus.ACCEPTED)
        store.perform(None, lambda repository: repository.update_assignment(assignment))
    monkeypatch.delenv("WORKSHOP_KIT_STORE")
    data = open_data(address)
    assert data.ideas["idea"].tolist() == ["i1", "i2", "i3"]
    assert data.ideas["author"].isna().tolist() == [False, False, True]
    assert data.assignments[["status", "by_hand"]].to_numpy().tolist() == [["accepted", True]]
    for name in SHOWN:
        assert {column: str(kind) for column, kind in getattr(data, name).dtypes.items()} == FRAMES[name]


def test_two_seats_that_were_joined_are_one_participant(empty: Path) -> None:
    def join(repository: Repository) -> None:
        add_the_usual(repository)
        for seat in ("p1", "p2"):
            repository.update_dots(Dots(seat, "c1", "i1", 2))
            repository.update_score(Score(seat, "c1", 2, 1))
            repository.update_assignment(Assignment(seat, "m1", Reason("by-hand")))
        repository.update_participant(replace(repository.find_participant("p1"), joined_to="p2"))

    with open_store(empty) as store:
        store.perform(None, join)
    data = open_data(empty)
    first = data.options.set_index("option").loc["i1"]
    assert (first["dots"], first["supporters"]) == (2, 1)
    for frame in (data.presence, data.votes, data.scores, data.assignments):
        assert frame["participant"].tolist() == ["p2"]
    assert data.ideas["author"].dropna().tolist() == ["p2", "p2"], "both seats' ideas are the person's"


def test_dots_are_counted_by_the_rule_of_their_challenge(empty: Path) -> None:
    def vote(repository: Repository) -> None:
        add_the_usual(repository)
        repository.update_vote_rule("c1", 1, VoteRule(budget=9, most=9))
        repository.update_dots(Dots("p1", "c1", "i1", 7))

    with open_store(empty) as store:
        store.perform(None, vote)
    data = open_data(empty)
    assert data.votes["dots"].tolist() == [7]
    assert data.options.set_index("option").loc["i1"]["dots"] == 7
