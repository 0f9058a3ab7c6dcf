"""Conversations of Polis: read as they were exported, grouped as Polis grouped them, written so that they are read."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.conftest import NOON, WORKSHOP
from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import clean_text
from workshop_kit.domain.model import Idea, Origin, Participant
from workshop_kit.domain.opinion.groups import Opinions, group_opinions
from workshop_kit.errors import UnreadableFile
from workshop_kit.files import BallotFileKind, export_polis, import_ballots
from workshop_kit.files.exporting.polis import render_polis
from workshop_kit.files.importing.polis import read_polis
from workshop_kit.files.polis import MODERATED_IN, MODERATED_OUT, PolisExport, PolisStatement, PolisVote
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, create_store

FOLDER: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "polis"
needs_data = pytest.mark.skipif(not FOLDER.is_dir(), reason="the exports of Polis (../shared/data/polis) are not here")
CONVERSATIONS: Final = ("bg2050-volunteers", "15-per-hour-seattle")

COMMENTS = (
    "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body\n"
    '5,1,7,2,0,1,false,true,0.5,"Un lieu chauffé\nchaque nuit"\n'
    "6,2,8,1,1,-1,true,false,,Une navette\n"
)
VOTES = "timestamp,comment-id,voter-id,vote\n10,1,7,1\n30,1,8,0\n20,1,8,1\n40,2,7,-1\n"


def lay(folder: Path, comments: str = COMMENTS, votes: str = VOTES, **others: str) -> Path:
    (folder / "comments.csv").write_text(comments, encoding="utf-8", newline="")
    (folder / "votes.csv").write_text(votes, encoding="utf-8", newline="")
    for name, text in others.items():
        (folder / f"{name.replace('_', '-')}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def test_a_body_over_several_lines_is_one_statement(tmp_path: Path) -> None:
    first, second = read_polis(lay(tmp_path)).statements
    assert first == PolisStatement("1", "Un lieu chauffé\nchaque nuit", "7", 1, False, True, 0.5, 5)
    assert (second.moderated, second.meta, second.consensus) == (-1, True, None)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_an_export_that_a_spreadsheet_saved_again_is_read_as_polis_wrote_it(tmp_path: Path, delimiter: str) -> None:
    tables = {"comments": COMMENTS, "votes": VOTES, "summary": 'topic,"Un soir, la ville"\ngroups,2\n'}
    saved = {}
    for name, text in tables.items():
        file = StringIO(newline="")
        rows = csv.reader(StringIO(text, newline=""))
        csv.writer(file, delimiter=delimiter).writerows([cell.replace("0.5", "0,5") for cell in row] for row in rows)
        saved[name] = file.getvalue()
    (tmp_path / "polis").mkdir()
    (tmp_path / "sheet").mkdir()
    assert read_polis(lay(tmp_path / "sheet", **saved)) == read_polis(lay(tmp_path / "polis", **tables))


def test_the_last_vote_of_a_voter_on_a_statement_counts_by_its_time_not_its_place(tmp_path: Path) -> None:
    conversation = read_polis(lay(tmp_path))
    assert conversation.ballots == {"7": {"1": 1, "2": -1}, "8": {"1": 0}}
    assert conversation.aside == {"2"}


def test_of_two_votes_of_the_same_time_that_below_counts(tmp_path: Path) -> None:
    votes = "timestamp,comment-id,voter-id,vote\n10,1,7,1\n10,1,7,-1\n"
    assert read_polis(lay(tmp_path, votes=votes)).ballots == {"7": {"1": -1}}


def test_an_older_export_without_the_later_columns_is_read(tmp_path: Path) -> None:
    comments = (
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n5,x,1,7,0,0,0,Un lieu\n"
    )
    (statement,) = read_polis(lay(tmp_path, comments, "comment-id,voter-id,vote\n1,7,1\n")).statements
    assert (statement.meta, statement.seed, statement.consensus, statement.moderated) == (False, False, None, 0)


def test_groups_and_topic_are_taken_where_they_are_given(tmp_path: Path) -> None:
    lay(
        tmp_path,
        participants_votes="participant,group-id,n-votes,1,2\n7,1,2,1,-1\n8,,1,0,\n",
        summary='topic,"Un soir, la ville"\ngroups,2\nconversation-description,"Deux\nlignes"\n',
    )
    conversation = read_polis(tmp_path)
    assert conversation.groups == {"7": 1}
    assert (conversation.topic, conversation.description) == ("Un soir, la ville", "Deux\nlignes")


def test_a_bad_row_is_named_with_its_file_line_and_reason_and_the_good_ones_are_kept(tmp_path: Path) -> None:
    comments = COMMENTS + "7,2,8,0,0,0,false,false,,Encore\n8,3,8,0,0,5,false,false,,Autre\n9,4,8,0,0,0,false,false,,\n"
    votes = VOTES + "50,1,9,2\n60,99,9,1\n70,1,,1\n"
    groups = "participant,group-id\n7,A\n8,0\n"
    conversation = read_polis(lay(tmp_path, comments, votes, participants_votes=groups))
    assert [(one.sheet, one.line, one.column, one.reason.code) for one in conversation.rejections] == [
        ("comments.csv", 5, "comment-id", "polis-twice"),
        ("comments.csv", 6, "moderated", "polis-moderated"),
        ("comments.csv", 7, "comment-body", "empty"),
        ("votes.csv", 6, "vote", "polis-vote"),
        ("votes.csv", 7, "comment-id", "polis-statement"),
        ("votes.csv", 8, "voter-id", "empty"),
        ("participants-votes.csv", 2, "group-id", "polis-group"),
    ]
    assert len(conversation.statements) == 2
    assert len(conversation.votes) == 3
    assert conversation.groups == {"8": 0}
    codes = {one.reason.code for one in conversation.rejections}
    assert all(Translator(language).knows(f"files.rejected.{code}") for language in ("fr", "en") for code in codes)


def test_figures_without_end_are_no_number_and_no_moment(tmp_path: Path) -> None:
    endless, many = "9" * 5000, "9" * 50
    comments = f"timestamp,comment-id,author-id,comment-body\n{endless},{many},0,Hello\n{'9' * 20},1,0,World\n"
    votes = f"timestamp,comment-id,voter-id,vote\n{endless},1,{many},1\n"
    groups = f"participant,group-id\n0,{endless}\n1,٣\n"
    found = read_polis(lay(tmp_path, comments, votes, participants_votes=groups))
    assert [(one.id, one.timestamp) for one in found.statements] == [("1", 0), (many, 0)]
    assert [one.timestamp for one in found.votes] == [0]
    assert [one.reason.code for one in found.rejections] == ["polis-group", "polis-group"]


def test_who_is_told_by_thousands_of_figures_is_refused_in_a_short_sentence(tmp_path: Path) -> None:
    endless = "9" * 5000
    votes = VOTES + f"50,1,{endless},1\n60,{endless},7,1\n"
    found = read_polis(lay(tmp_path, votes=votes))
    assert [(one.line, one.reason.code) for one in found.rejections] == [(6, "length"), (7, "length")]
    assert all(len(one.value) < 300 for one in found.rejections)
    assert len(found.votes) == 3


def test_a_person_of_many_figures_goes_out_again(tmp_path: Path) -> None:
    votes = VOTES.replace(",8,", f",{'8' * 90},")
    source = tmp_path / "source"
    source.mkdir()
    again = take_round(tmp_path, lay(source, votes=votes))
    people = {one.voter for one in again.votes}
    assert "7" in people
    assert sorted(map(len, people)) == [1, 1]


@pytest.mark.parametrize(
    ("comments", "votes", "code"),
    [
        ("comment-id,text\n1,x\n", VOTES, "polis-column-missing"),
        (COMMENTS, "comment-id,vote\n1,1\n", "polis-column-missing"),
        (COMMENTS, "", "file-empty"),
    ],
)
def test_a_file_without_what_it_takes_is_refused(tmp_path: Path, comments: str, votes: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_polis(lay(tmp_path, comments, votes))
    assert error.value.code == code
    assert Translator("fr").sentence(error.value)


def test_a_folder_without_votes_is_refused(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "votes.csv").unlink()
    with pytest.raises(UnreadableFile) as error:
        read_polis(tmp_path)
    assert error.value.code == "polis-file-missing"
    assert "votes.csv" in Translator("en").sentence(error.value)


def write(folder: Path, conversation: PolisExport) -> Path:
    for name, text in render_polis(conversation).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(
    lambda text: text.strip() == text and "\ufeff" not in text
)


@given(st.lists(texts, min_size=2, max_size=6), st.data())
def test_a_conversation_written_and_read_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str], data: st.DataObject
) -> None:
    statements = tuple(
        PolisStatement(str(number), text, "0", number % 3 - 1, number == 1, number == 2, 0.25 * number, number)
        for number, text in enumerate(bodies[:4])
    )
    stances = data.draw(st.lists(st.sampled_from([1, 0, -1]), min_size=len(statements), max_size=len(statements)))
    votes = tuple(PolisVote(one.id, "3", stance, 9) for one, stance in zip(statements, stances, strict=True))
    conversation = PolisExport("=Un soir", statements, votes, "+ de bancs", {"3": 1})
    assert read_polis(write(tmp_path_factory.mktemp("polis"), conversation)) == conversation


def test_what_a_conversation_says_in_utf_8_is_mended_nowhere(tmp_path: Path) -> None:
    conversation = PolisExport("Un soir", (PolisStatement("0", "A¿÷", "0", 1),), ())
    assert read_polis(write(tmp_path, conversation)).statements[0].text == "A¿÷"


def test_ids_that_are_no_numbers_are_numbered_and_a_person_keeps_their_own_beside(tmp_path: Path) -> None:
    statements = (PolisStatement("i-a", "Un lieu", "loutre"), PolisStatement("i-b", "=2+3"))
    votes = (PolisVote("i-a", "loutre", 1), PolisVote("i-b", "loutre", -1), PolisVote("i-b", "héron", 0))
    files = render_polis(PolisExport("Un soir", statements, votes, "", {"loutre": 0}))
    rows = list(csv.DictReader(files["participants-votes.csv"].splitlines()))
    assert rows[0] == {
        "participant": "0", "xid": "loutre", "group-id": "0", "n-comments": "1", "n-votes": "2", "n-agree": "1",
        "n-disagree": "1", "0": "1", "1": "-1",
    }  # fmt: skip
    assert rows[1]["1"] == "0"
    assert "'=2+3" in files["comments.csv"]
    assert read_polis(write(tmp_path, PolisExport("", statements, votes))).ballots == {
        "0": {"0": 1, "1": -1},
        "1": {"1": 0},
    }


def measure_agreement(one: list[int], other: list[int]) -> float:
    """Return the adjusted Rand index of two groupings (Hubert and Arabie 1985)."""

    def pairs(counts: Counter[object]) -> float:
        return sum(count * (count - 1) / 2 for count in counts.values())

    both, first, second = pairs(Counter(zip(one, other, strict=True))), pairs(Counter(one)), pairs(Counter(other))
    by_chance = first * second / (len(one) * (len(one) - 1) / 2)
    return (both - by_chance) / ((first + second) / 2 - by_chance)


def group(conversation: PolisExport) -> Opinions:
    opinions = group_opinions(conversation.ballots, conversation.aside)
    assert opinions is not None
    return opinions


@needs_data
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_opinion_groups_are_those_of_polis(name: str) -> None:
    conversation = read_polis(FOLDER / name)
    assert conversation.rejections == ()
    opinions = group(conversation)
    assert len(opinions.groups) == len(set(conversation.groups.values()))
    both = sorted(conversation.groups.keys() & opinions.people.keys())
    assert len(both) >= 0.98 * len(conversation.groups)
    agreement = measure_agreement([conversation.groups[one] for one in both], [opinions.people[one] for one in both])
    assert agreement >= 0.9


@needs_data
def test_those_polis_left_out_make_no_difference_where_they_are_counted_as_a_group_of_their_own() -> None:
    conversation = read_polis(FOLDER / "bg2050-volunteers")
    people = group(conversation).people
    everybody = sorted(conversation.groups)
    agreement = measure_agreement(
        [conversation.groups[one] for one in everybody], [people.get(one, -1) for one in everybody]
    )
    assert agreement >= 0.9


@needs_data
def test_group_informed_consensus_is_that_of_polis() -> None:
    conversation = read_polis(FOLDER / "bg2050-volunteers")
    opinions = group(conversation)
    ours = {one.statement: one.agree for one in (*opinions.unities, *opinions.aside)}
    pairs = [(one.consensus, ours[one.id]) for one in conversation.statements if one.consensus is not None]
    assert len(pairs) > 360
    assert np.corrcoef(np.array(pairs).T)[0, 1] >= 0.999
    assert sum(abs(polis - kit) < 1e-9 for polis, kit in pairs) >= 0.98 * len(pairs)


@needs_data
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_real_conversation_comes_out_and_in_again_unchanged(name: str, tmp_path: Path) -> None:
    conversation = read_polis(FOLDER / name)
    again = read_polis(write(tmp_path, conversation))
    assert (again.statements, again.votes, again.groups) == (
        conversation.statements,
        conversation.votes,
        conversation.groups,
    )


def take_round(folder: Path, source: Path, *seated: Participant) -> PolisExport:
    """Return a conversation as it comes out of a new workshop that took it in, where people sit down meanwhile."""
    with create_store(folder / "atelier", WORKSHOP) as store:
        import_ballots(store, BallotFileKind.POLIS, source)
        store.perform(None, lambda repository: repository.add_participants(seated))
        export_polis(store, folder / "out")
    return read_polis(folder / "out")


def strip(one: PolisStatement) -> PolisStatement:
    """Return a statement without what the kit counts itself, in the words in which an idea is kept and passed on."""
    moderated = MODERATED_OUT if one.moderated == MODERATED_OUT else MODERATED_IN
    return replace(one, consensus=None, moderated=moderated, text=conceal_contacts(clean_text(one.text)))


def test_a_conversation_that_came_in_goes_out_with_its_ids_its_flags_and_its_times(tmp_path: Path) -> None:
    comments = COMMENTS + "7,9,8,1,0,1,true,true,,Ce vote est long\n,11,8,0,0,1,false,false,,Sans heure\n"
    source = tmp_path / "source"
    source.mkdir()
    lay(source, comments, VOTES + "50,9,8,1\n")
    seat = Participant("seat", "12", "", "", Origin.ROOM, NOON)
    again, before = take_round(tmp_path, source, seat), read_polis(source)
    assert tuple(map(strip, again.statements)) == tuple(map(strip, before.statements))
    assert again.ballots == before.ballots
    assert {one.id: (one.meta, one.seed) for one in again.statements} == {
        "1": (False, True), "2": (True, False), "9": (True, True), "11": (False, False),
    }  # fmt: skip
    assert again.statements[-1].timestamp == 0, "its file gave it no time, and that of the import is none"


def test_what_is_written_and_answered_in_the_room_has_numbers_after_those_of_the_file(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    lay(source)
    with create_store(tmp_path / "atelier", WORKSHOP) as store:
        import_ballots(store, BallotFileKind.POLIS, source)

        def answer(repository: Repository) -> None:
            (challenge,) = repository.list_challenges()
            repository.add_participant(Participant("seat", "7", "", "", Origin.ROOM, NOON))
            repository.add_idea(Idea("room", challenge.id, "Un banc", None, "seat", NOON))
            repository.update_ballot_mark(BallotMark("seat", challenge.id, "room", VoteKind.STATEMENTS, -1))

        store.perform(None, answer)
        export_polis(store, tmp_path / "out")
    again = read_polis(tmp_path / "out")
    assert again.ballots == {**read_polis(source).ballots, "9": {"3": -1}}, "whoever is called 7 in the room is not 7"
    assert again.statements[-1] == PolisStatement("3", "Un banc", "9", MODERATED_IN)


@needs_data
def test_a_real_conversation_goes_through_a_workshop_unchanged(tmp_path: Path) -> None:
    source = FOLDER / "bg2050-volunteers"
    seat = Participant("seat", "Loutre", "", "", Origin.ROOM, NOON)
    again, before = take_round(tmp_path, source, seat), read_polis(source)
    assert [one.id for one in again.statements if one.meta] == [one.id for one in before.statements if one.meta] != []
    assert tuple(map(strip, again.statements)) == tuple(map(strip, before.statements))
    assert again.ballots == before.ballots
