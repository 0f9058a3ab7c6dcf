"""What the synthesis tells of people on missions: who could, and who goes with whom, as far as it may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import Assignment, Mission


def can_do(person: Candidate, mission: Mission) -> bool:
    """Tell whether a mission could be proposed to somebody by themselves, as it is where people are assigned."""
    return not find_barriers(person, mission)


def name_pairs(accepted: Sequence[Assignment], names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return with whom each goes who accepted, by name: both accepted, and both agreed to be named."""
    named = {one.participant for one in accepted} & names.keys()
    pairs = [(one.participant, one.beside) for one in accepted if {one.participant, one.beside} <= named]
    both = [(one, other) for pair in pairs if pair[0] != pair[1] for one, other in (pair, pair[::-1])]
    return {
        one: tuple(sorted({names[other] for who, other in both if who == one and other}, key=str.casefold))
        for one, _ in both
        if one
    }


def is_by_hand(assignment: Assignment) -> bool:
    """Tell whether the facilitator chose it; what was computed and then kept by hand was computed."""
    return not assignment.reason.code.startswith("assigned")


def is_wished(assignment: Assignment) -> bool:
    """Tell whether somebody with a mission wished to help."""
    interest = assignment.reason.values.get("interest")
    return isinstance(interest, int) and interest >= INTEREST_NEEDED
