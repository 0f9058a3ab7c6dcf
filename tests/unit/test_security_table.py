"""The document on security prints the table that the doors refuse from."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_kit.domain.course import PERMITS, PHASES, SHOWS
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.permits import BEGIN, END, update_permits, write_permits

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"


def test_the_document_prints_the_present_table() -> None:
    printed = DOCUMENT.read_text(encoding="utf-8")
    present = printed == update_permits(printed)
    assert present, "write it anew: python -m workshop_kit.live.contract --permits docs/security.md"


def test_each_row_says_yes_in_the_phases_of_its_permit_and_no_other() -> None:
    say = Translator("en")
    rows = [line.split(" | ") for line in write_permits().splitlines() if line.startswith("| ")]
    heads = [row for row in rows if row[1] == say("phases.name.welcome")]
    said = [[cell.strip(" |") for cell in row[1:]] for row in rows if row not in heads]
    limited = [one.phases for permits in PERMITS.values() for one in permits.values() if one.phases != PHASES]
    shown = [sight.phases for seen in SHOWS.values() for sight in seen.values()]
    assert said == [["yes" if phase in phases else "–" for phase in PHASES] for phases in [*limited, *shown]]
    assert [cell.strip(" |") for cell in heads[0][1:]] == [say(f"phases.name.{phase}") for phase in PHASES]


def test_every_act_is_told_apart_from_the_others() -> None:
    words = [line for line in write_permits().splitlines() if " may, in every phase:** " in line]
    always = [line.partition(":** ")[2].removesuffix(".").split("; ") for line in words]
    counted = [sum(permit.phases == PHASES for permit in permits.values()) for permits in PERMITS.values() if permits]
    assert [len(set(acts)) for acts in always] == counted
    assert all(acts and act for acts in always for act in acts)


def test_only_what_stands_between_the_marks_is_written() -> None:
    document = update_permits(f"Before.\n\n{BEGIN}\nstale words\n{END}\n\nAfter.\n")
    assert document.startswith(f"Before.\n\n{BEGIN}\n\n**The participant may")
    assert document.endswith(f"{END}\n\nAfter.\n")
    assert "stale words" not in document
    assert update_permits(document) == document


@pytest.mark.parametrize("document", ["", BEGIN, END])
def test_a_document_without_marks_is_left_alone(document: str) -> None:
    with pytest.raises(ValueError, match="has no"):
        update_permits(document)
