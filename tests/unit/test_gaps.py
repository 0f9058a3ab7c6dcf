"""What is missing before the synthesis is published."""

from __future__ import annotations

from datetime import UTC, datetime

from workshop_kit.domain.gaps import Gap, GapKind, count_gaps, find_gaps
from workshop_kit.domain.model import Challenge, Mission, new_workshop

WORKSHOP = new_workshop("Atelier", "Val-Brume", "fr", datetime(2026, 11, 14, tzinfo=UTC))
CHALLENGES = (Challenge("c1", "Santé", "Un médecin.", position=1), Challenge("c0", "Logement", "Un toit.", position=0))


def test_each_thing_that_is_not_said_is_a_gap_with_its_mission() -> None:
    missions = (
        Mission("m1", "c1", "Recevoir", 1, owner="Mme Roy", first_date="2026-12-04"),
        Mission("m0", "c0", "Ouvrir", 2, owner="  "),
    )
    assert find_gaps(WORKSHOP, CHALLENGES, missions) == (
        Gap(GapKind.OWNER, "m0", "Ouvrir", "c0"),
        Gap(GapKind.DATE, "m0", "Ouvrir", "c0"),
        Gap(GapKind.STEP, "m0", "Ouvrir", "c0"),
        Gap(GapKind.STEP, "m1", "Recevoir", "c1"),
        Gap(GapKind.CONTACT),
        Gap(GapKind.FOLLOW_UP),
        Gap(GapKind.ORGANISER),
    )


def test_gaps_are_counted_by_kind_and_what_lacks_nothing_is_left_out() -> None:
    complete = Mission("m0", "c0", "Ouvrir", 2, owner="Mme Roy", first_date="2026-12-04", next_step="Appeler")
    gaps = find_gaps(WORKSHOP, CHALLENGES, (complete, Mission("m1", "c0", "Tenir", 1, next_step="Appeler")))
    assert count_gaps(gaps) == {
        GapKind.OWNER: 1, GapKind.DATE: 1, GapKind.CONTACT: 1, GapKind.FOLLOW_UP: 1, GapKind.ORGANISER: 1,
    }  # fmt: skip
