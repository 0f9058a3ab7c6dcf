"""The next thing to do about a workshop follows its state, its room and its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.hosting.conftest import Clock
from workshop_kit.hosting.describing import find_next
from workshop_kit.hosting.listing import Listed, has_synthesis
from workshop_kit.hosting.rooms import RoomState, Standing, Trial
from workshop_kit.store.glance import Fitness, Glance
from workshop_kit.store.marks import Mark

NOW = Clock().at
TRIED = Trial(begun=NOW, passed=NOW, way="192.168.1.24")
SILENT = Trial(begun=NOW - timedelta(seconds=31))
CHALLENGE = ("Isolement", "Chaque personne de plus de 75 ans reçoit une visite")


def listed(folder: Path, phase: str, day: str, counts: Mapping[str, int]) -> Listed:
    challenges = (CHALLENGE,) * counts.get("challenges", 0)
    glance = Glance(Fitness.PRESENT, "T", "S", "fr", phase, NOW, None, None, None, 0, challenges, counts)
    return Listed("a", folder, on_shelf=True, condition="ready", glance=glance, mark=Mark(day=day))


@pytest.mark.parametrize(
    ("room", "phase", "day", "counts", "code"),
    [
        (Standing(), "welcome", "", {}, "write-challenges"),
        (Standing(), "welcome", "2026-12-03", {"challenges": 1}, "invite"),
        (Standing(), "welcome", "2026-12-03", {"challenges": 1, "volunteers": 37}, "prepare"),
        (
            Standing(),
            "welcome",
            "2026-12-03",
            {"challenges": 1, "stakeholders": 5, "volunteers": 37},
            "send-invitations",
        ),
        (Standing(), "welcome", "2026-12-03", {"volunteers": 37}, "write-challenges"),
        (Standing(), "welcome", "2026-12-03", {"challenges": 1, "invited": 9, "unanswered": 4}, "remind"),
        (Standing(), "welcome", "2026-12-03", {"challenges": 1, "invited": 9}, "prepare"),
        (Standing(), "welcome", "2026-11-24", {"challenges": 1}, "open-room"),
        (Standing(RoomState.OPENING), "welcome", "", {"challenges": 1}, "wait"),
        (Standing(RoomState.OPEN), "welcome", "", {"challenges": 1}, "test-phone"),
        (Standing(RoomState.OPEN, reached=True), "welcome", "", {"challenges": 1}, "lead"),
        (Standing(RoomState.OPEN, kept=3), "work", "", {"challenges": 1}, "lead"),
        (Standing(RoomState.OPEN, kept=3, trial=Trial(begun=NOW)), "work", "", {"challenges": 1}, "wait-for-phone"),
        (Standing(RoomState.OPEN, kept=3, trial=SILENT), "work", "", {"challenges": 1}, "lead"),
        (Standing(RoomState.OPEN, trial=SILENT), "work", "", {"challenges": 1}, "test-again"),
        (Standing(RoomState.OPEN, trial=TRIED), "work", "", {"challenges": 1}, "lead"),
        (Standing(RoomState.OPEN, trial=TRIED), "thanks", "", {"challenges": 1}, "make-synthesis"),
        (Standing(), "thanks", "", {"challenges": 1}, "make-synthesis"),
        (Standing(RoomState.FAILED), "welcome", "", {"challenges": 1}, "see-why"),
    ],
)
def test_the_next_thing_follows_the_state_the_room_and_the_day(
    tmp_path: Path, room: Standing, phase: str, day: str, counts: dict[str, Any], code: str
) -> None:
    assert find_next(listed(tmp_path, phase, day, counts), room, NOW)["code"] == code


def test_while_no_phone_can_come_in_to_an_open_room_a_network_comes_first(tmp_path: Path) -> None:
    found = listed(tmp_path, "work", "", {"challenges": 1})
    for room in (Standing(RoomState.OPEN), Standing(RoomState.OPEN, kept=3, trial=TRIED)):
        assert find_next(found, room, NOW, reachable=False)["code"] == "join-network"
    assert find_next(found, Standing(), NOW, reachable=False)["code"] == "open-room", "nobody is waited for yet"
    over = listed(tmp_path, "thanks", "", {"challenges": 1})
    assert find_next(over, Standing(RoomState.OPEN), NOW, reachable=False)["code"] == "make-synthesis"


def test_once_the_synthesis_is_in_the_folder_it_is_to_be_sent(tmp_path: Path) -> None:
    (tmp_path / "synthese.pdf").touch()
    ended = listed(tmp_path, "thanks", "", {"challenges": 1})
    found = replace(ended, concluded=has_synthesis(tmp_path))
    assert find_next(found, Standing(), NOW)["code"] == "follow-up"
