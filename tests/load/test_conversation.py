"""The parts of a replay that can be wrong: what is read, when it is played, what counts as lost, and what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.load.aims import list_aims
from tests.load.conversation import CURRENT_WITHIN, FASTER, FLUID, count_lost, find_options, is_met
from tests.load.exported import (
    GAP,
    Answer,
    Conversation,
    Statement,
    add_up,
    cut_short,
    play_times,
    read_conversation,
)
from tests.load.report_conversation import write_conversation
from tests.store.values import an_idea
from workshop_kit.domain.statements import Stance
from workshop_kit.errors import UnreadableFile

COMMENTS = "timestamp,comment-id,author-id,comment-body\n2000,1,7,Un banc\n1000,0,3,  Une haie\n"
VOTES = "timestamp,comment-id,voter-id,vote\n9000,1,7,-1\n4000,0,12,0\n4500,0,7,1\n9500,1,7,1\n"
RESULT: dict[str, Any] = {
    **{"people": 126, "ideas": 371, "votes": 14_341, "lasted": 1_234_517.0, "busy": 13_675.0, "planned": 200.0},
    **{"played": 200.0, "faster": 68.4, "faster_by_the_clock": 6172.6, "votes_a_second": 71.7, "cpu_a_vote": 0.011},
    **{"gauges_told": 0.4, "drawn": 0.5, "draws": 300, "read_in": 0.1, "groups_told": 0.6, "groups": "Deux groupes."},
    **{"lost": 0, "lost_ideas": 0, "refused": [], "longest_task": 64.0},
    "acknowledged": {"p50": 0.02, "p95": 0.08, "p99": 0.1, "p100": 0.3},
    "tasks": {"voting": [64.0, 51.0], "showing the results": []},
}


@pytest.fixture
def conversation(tmp_path: Path) -> Conversation:
    (tmp_path / "comments.csv").write_text(COMMENTS, encoding="utf-8")
    (tmp_path / "votes.csv").write_text(VOTES, encoding="utf-8")
    return read_conversation(tmp_path)


def test_every_row_is_replayed_in_the_order_of_its_time(conversation: Conversation) -> None:
    assert [one.text for one in conversation.statements] == ["Une haie", "Un banc"]
    assert conversation.answers == (
        Answer("0", "12", Stance.PASS, 4000),
        Answer("0", "7", Stance.AGREE, 4500),
        Answer("1", "7", Stance.DISAGREE, 9000),
        Answer("1", "7", Stance.AGREE, 9500),
    )
    assert conversation.people == ("3", "7", "12")


def test_the_speed_is_known_by_the_clock_and_with_the_gaps_cut(conversation: Conversation) -> None:
    assert conversation.seconds == 5.5
    assert conversation.busy_seconds == 0.5 + GAP + 0.5


def test_a_conversation_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="polis-file-missing"):
        read_conversation(tmp_path / "nowhere")


def test_gaps_are_cut_then_all_is_sped_up_alike() -> None:
    moments = [0, 500, 60_000, 60_000, 61_000]
    assert add_up(moments) == [0.0, 0.5, 1.5, 1.5, 2.5]
    assert play_times(moments, 5.0) == [0.0, 1.0, 3.0, 3.0, 5.0]
    assert play_times([7, 7], 5.0) == [0.0, 0.0]


def test_a_part_of_a_conversation_asks_for_nothing_outside_it(conversation: Conversation) -> None:
    part = cut_short(conversation, 2)
    assert part.people == ("3", "7")
    assert [(one.voter, one.statement) for one in part.answers] == [("7", "0"), ("7", "1"), ("7", "1")]


def test_two_statements_of_the_same_words_are_two_ideas() -> None:
    statements = tuple(Statement(one, "3", "Un banc", 0) for one in "01")
    ideas = [an_idea("a", text="Un banc"), an_idea("b", text="Un banc")]
    assert find_options(ideas, statements) == {"0": "a", "1": "b"}


def test_an_answer_that_is_not_kept_as_it_was_given_last_is_lost() -> None:
    wanted = {("Ana", "i"): 1, ("Bob", "i"): 0, ("Ana", "j"): -1}
    assert count_lost(wanted, wanted) == 0
    assert count_lost(wanted, {**wanted, ("Ana", "i"): -1}) == 1
    assert count_lost(wanted, {("Ana", "i"): 1}) == 2


@pytest.mark.parametrize(
    "missed",
    [
        {"lost": 1},
        {"lost_ideas": 1},
        {"refused": ["say_stance was refused"]},
        {"faster": FASTER - 1},
        {"gauges_told": None},
        {"gauges_told": CURRENT_WITHIN + 0.1},
        {"groups_told": None},
        {"groups_told": CURRENT_WITHIN + 0.1},
        {"longest_task": FLUID + 1},
    ],
    ids=str,
)
def test_each_aim_can_be_missed(missed: dict[str, Any]) -> None:
    assert is_met(RESULT)
    assert not is_met({**RESULT, **missed})
    assert all(aim.met for aim in list_aims({"conversation": RESULT}))
    assert sum(not aim.met for aim in list_aims({"conversation": {**RESULT, **missed}})) == 1


def test_the_report_tells_the_speed_both_ways() -> None:
    report = write_conversation(RESULT)
    assert "14.3 days by the clock, 13,675 s with every gap cut to a second" in report
    assert "68 times as fast with the gaps cut, 6,173 times by the clock" in report
    assert "| voting | 2 | 64 ms |" in report
    assert "| showing the results | 0 |  |" in report
    assert "0.40 s after its answer" in report
    assert "said 0.60 s after the close: “Deux groupes.”" in report
    assert "never after its answer" in write_conversation({**RESULT, "gauges_told": None})
