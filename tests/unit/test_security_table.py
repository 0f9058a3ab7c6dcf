"""The document on security prints the table that the doors refuse from."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_kit.domain.course import PHASES, STAGES, Phase, Stage
from workshop_kit.domain.permits import PERMITS, SHOWS, Permit, Sight
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.permits import BEGIN, END, update_permits, write_permits

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"


def test_the_document_prints_the_present_table() -> None:
    printed = DOCUMENT.read_text(encoding="utf-8")
    present = printed == update_permits(printed)
    assert present, "write it anew: python -m workshop_kit.live.contract --permits docs/security.md"


#: The columns: the phase of work stands there as the stages of the challenge in question.
PLACES = (Phase.FORM, Phase.WELCOME, *STAGES, *PHASES[3:])


def is_always(permit: Permit) -> bool:
    return (permit.phases, permit.stages) == (PHASES, STAGES)


def list_yes(when: Permit | Sight) -> list[bool]:
    """Return the columns in which an act about a challenge depends on its stage, and any other on the phase."""
    if when.stages != STAGES:
        return [place in when.stages for place in PLACES]
    return [(Phase.WORK if isinstance(place, Stage) else place) in when.phases for place in PLACES]


def test_each_row_says_yes_in_the_places_of_its_permit_and_no_other() -> None:
    say = Translator("en")
    rows = [line.split(" | ") for line in write_permits().splitlines() if line.startswith("| ")]
    heads = [row for row in rows if row[1] == say("phases.name.form")]
    said = [[cell.strip(" |") for cell in row[1:]] for row in rows if row not in heads]
    limited = [one for permits in PERMITS.values() for one in permits.values() if not is_always(one)]
    shown = [sight for seen in SHOWS.values() for sight in seen.values()]
    wanted = [list_yes(permit) for permit in limited] + [list_yes(sight) for sight in shown]
    assert said == [["yes" if yes else "–" for yes in one] for one in wanted]
    names = [say(f"phases.{'stage' if isinstance(one, Stage) else 'name'}.{one}") for one in PLACES]
    assert all([cell.strip(" |") for cell in head[1:]] == names for head in heads)
    assert len(heads) == 8, "what three roles may do, and what five are shown"


def test_every_act_is_told_apart_from_the_others() -> None:
    words = [line for line in write_permits().splitlines() if " may, always:** " in line]
    always = [line.partition(":** ")[2].removesuffix(".").split("; ") for line in words]
    counted = [sum(is_always(permit) for permit in permits.values()) for permits in PERMITS.values() if permits]
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
