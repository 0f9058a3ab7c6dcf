"""The arithmetic of the figures, without a server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.load.aims import list_aims
from tests.load.measuring import TAG_VARIABLE, Footprint, end_all, find_processes, look, private_growth
from tests.load.reporting import END, START, paste_between, write_report
from tests.load.rooms import OurRoom, StockVoila
from tests.load.waves import Wave, percentile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the figures come from /proc, which only Linux has")


_SETTING: dict[str, Any] = {
    "machine": {"date": "", "cores": 2, "processor": "", "memory_gb": 1, "system": "", "load_at_start": 0},
    "versions": {},
}


def _row(room: str, visitors: int, *lasts: float) -> dict[str, Any]:
    waves = [Wave(room, visitors, (last / 2, last), (), 0.05, 10e6, 11e6, 0.1).summary() for last in lasts]
    return {"room": room, "visitors": visitors, "repetitions": waves}


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([3.0, 1.0, 2.0], 50) == 2.0
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7.0], 99) == 7.0
    assert percentile([], 50) is None


def test_memory_that_became_shared_does_not_pay_for_what_came() -> None:
    before = Footprint(0, {1: 100, 2: 50})
    after = Footprint(0, {1: 40, 2: 60, 3: 20})
    assert private_growth(before, after) == 10 + 20


def test_the_last_visitor_is_compared_by_the_median_of_the_repetitions() -> None:
    rows = [_row(OurRoom.name, 30, 2.0, 9.0, 3.0), _row(StockVoila.name, 30, 36.0)]
    (aim,) = list_aims({"waves": rows})
    assert aim.measured == "12.0 times"
    assert aim.met


def test_a_missed_aim_is_said() -> None:
    aims = {aim.text: aim for aim in list_aims({"waves": [_row(OurRoom.name, 100, 9.0)]})}
    assert not aims["last of 100 together"].met
    assert aims["private memory a seat, 100 seats"].met


def test_a_wave_that_was_not_run_keeps_its_reason() -> None:
    row = {"room": StockVoila.name, "visitors": 100, "not_run": "at 30 together 2 were lost"}
    machine = {"date": "", "cores": 2, "processor": "", "memory_gb": 1, "system": "", "load_at_start": 0}
    report = write_report({"machine": machine, "versions": {}, "waves": [row]})
    assert "not run: at 30 together 2 were lost" in report


def test_a_document_keeps_what_stands_around_the_figures() -> None:
    document = f"before\n{START}\nold\n{END}\nafter\n"
    pasted = paste_between("new", document)
    assert pasted == f"before\n{START}\n\nnew\n{END}\nafter\n"
    assert paste_between("new", pasted) == pasted
    with pytest.raises(ValueError, match="figures"):
        paste_between("new", "no markers")


def test_processes_are_found_and_measured_by_their_mark() -> None:
    tag = f"test-{os.getpid()}"
    command = [sys.executable, "-c", "print(sum(range(10**6)), flush=True); input()"]
    environment = {**os.environ, TAG_VARIABLE: tag}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert find_processes(tag) == [process.pid]
        found = look(tag)
        assert found.cpu > 0
        assert found.private[process.pid] > 1e6
        assert found.descriptors >= 3
        assert end_all(tag) == 1
    assert find_processes(tag) == []


def _lock(intention: str, seconds: float, grows: str | None = None) -> dict[str, Any]:
    return {"role": "facilitator", "intention": intention, "seconds": seconds, "grows": grows}


def test_the_locks_that_are_too_long_are_named() -> None:
    held = [_lock("move_room", 0.031, "everybody is waited for again"), _lock("join", 0.004)]
    (aim,) = list_aims({"locks": {"people": 1000, "repetitions": 3, "held": held}})
    assert not aim.met
    assert "move_room 31" in aim.measured
    (aim,) = list_aims({"locks": {"people": 1000, "repetitions": 3, "held": held[1:]}})
    assert aim.met


def test_the_report_lists_the_longest_locks_and_says_how_long_the_others_are() -> None:
    held = [_lock(f"act_{number}", (50 - number) / 10_000) for number in range(20)]
    report = write_report({**_SETTING, "locks": {"people": 1000, "repetitions": 3, "held": held}})
    assert "| facilitator | `act_0` | 5.0 ms |  |" in report
    assert "act_12" not in report
    assert "The other 8 keep it 3.8 ms at most." in report


def test_under_attack_the_participant_and_the_facilitator_each_have_an_aim() -> None:
    figures = {"p50": 0.01, "p95": 0.1, "p100": 0.3}
    row = {
        **{"room": OurRoom.name, "attack": "five floods", "people": 0, "seconds": 20, "letters": 400, "unanswered": 1},
        **{"participant": figures, "facilitator": {**figures, "p95": 0.06}},
    }
    aims = list_aims({"attack": [row]})
    assert [aim.met for aim in aims] == [True, False]
    report = write_report({**_SETTING, "attack": [row]})
    assert "| five floods | workshop-kit | 10 ms | 100 ms | 300 ms | 1 of 400 | 60 ms |" in report


def test_what_was_acknowledged_outlives_everything_killed_and_stands_there_once() -> None:
    ran = subprocess.run([sys.executable, "-m", "tests.load.kills", "2"], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    assert found["rounds"] == 2
    assert found["acknowledged"] > 8
    assert (found["lost"], found["doubled"], found["unsound"]) == (0, 0, 0)
