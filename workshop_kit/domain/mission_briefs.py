"""What the synthesis tells of people on missions: who could, who goes with whom, and why, as far as it may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import Assignment, Mission, Reason


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


def give_reason(assignment: Assignment, mission: Mission) -> Reason:
    """Return why, as far as the data support it: a competence of 0 is no reason, nor is an interest below +1.

    The competence of a beginner is none either, whether the one they go beside is there or not. Scores themselves are
    left out: the synthesis is public.
    """
    if is_by_hand(assignment):
        return Reason("by-hand")
    competence = assignment.reason.values.get("competence")
    parts = ["interest"] if is_wished(assignment) else []
    able = isinstance(competence, int) and competence > 0 and not _is_beginner(assignment, competence, mission)
    parts += ["competence"] if able else []
    sector = conceal_contacts(str(assignment.reason.values.get("sector", "")))
    if assignment.reason.code == "assigned-sector" and sector:
        return Reason("-".join([*parts, "sector"]), {"sector": sector})
    return Reason("-".join(parts) or "none")


def _is_beginner(assignment: Assignment, competence: int, mission: Mission) -> bool:
    """Tell whether somebody begins on a mission: they go beside somebody, or were to, or know less than it asks for."""
    beside = assignment.beside is not None or assignment.reason.code == "assigned-beside"
    return beside or competence < mission.min_competence
