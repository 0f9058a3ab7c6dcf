"""A writer of the board of one challenge for the wall (*panneau*), A3: what was asked, ideas, tensions, results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.briefs import IdeasBrief
from workshop_kit.domain.ideas import Option, find_tensions, list_opposed
from workshop_kit.domain.judgment import Judgment
from workshop_kit.domain.material import Material
from workshop_kit.domain.result_claims import RESULT, UNGROUPED
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.domain.voting import Tally
from workshop_kit.domain.wordless import leave_out_unchosen
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import Translator, list_said
from workshop_kit.i18n.solidity import say_solidity
from workshop_kit.live.challenge import read_options
from workshop_kit.live.meaning import measure_meaning
from workshop_kit.live.tallies import find_covered, read_tallies
from workshop_kit.prints.literals import Exact, write_call
from workshop_kit.report.results import is_judged, list_given, say_support, was_judged
from workshop_kit.report.saying import say_claims
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material

#: What is said of a vote on the wall: what the vote before gave stands beside each option, and needs no explanation.
_SAID: Final = tuple(rule for rule in RESULT if rule.key != "result.before")


def write_board(repository: Repository, challenge: str, words: Translator) -> str:
    """Return the source of a board.

    Raises
    ------
    NotAllowed
        ``board-before-reveal``: nobody has seen the ideas yet. ``board-covered``: results are still to be uncovered.

    """
    known = repository.find_challenge(challenge)
    if known.revealed_at is None:
        raise NotAllowed("board-before-reveal")
    if find_covered(read_tallies(repository, known, read_options(repository, known)), known):
        raise NotAllowed("board-covered")
    material = leave_out_unchosen(gather_material(repository), list_said("participant.thanks.idea-removed"))
    return write_sheet(material, challenge, words)


def write_sheet(material: Material, challenge: str, words: Translator) -> str:
    """Return the source of a board from everything the workshop holds, without what may not be published."""
    made = make_synthesis(material)
    place, brief = next((at, one) for at, one in enumerate(made.ideas, 1) if one.challenge.id == challenge)
    title = words("prints.board.title", number=place, stake=brief.challenge.stake)
    about = {"language": Exact(words.language), "title": title, "author": made.territory}
    judged = [tally for tally in brief.tallies if was_judged(tally, brief.result)]
    others = [tally for tally in brief.tallies if tally not in judged]
    told = {
        "kicker": words("prints.label", number=place, stake=brief.challenge.stake),
        "statement": brief.challenge.statement,
        "foot": f"{made.territory} · {made.title}",
        "sections": [
            *_write_section(words(f"prints.board.results-{brief.kind}"), judged, brief, words),
            *_write_section(words("prints.board.others" if judged else "prints.board.ideas"), others, brief, words),
        ],
        "tensions": _tell_tensions([tally.option for tally in brief.tallies], words),
        "notes": _list_notes(brief, words),
    }
    return write_call("board", "board", about, told)


def _write_section(title: str, tallies: Sequence[Tally], brief: IdeasBrief, words: Translator) -> list[dict[str, Any]]:
    if not tallies:
        return []
    return [{"title": title, "rows": [_tell_row(tally, brief, words) for tally in tallies]}]


def _tell_row(tally: Tally, brief: IdeasBrief, words: Translator) -> dict[str, Any]:
    judged = was_judged(tally, brief.result)
    option = tally.option
    return {
        "place": _say_place(tally, words) if judged else "",
        "title": option.title,
        "ideas": [] if option.lone else [idea.text for idea in option.ideas],
        "said": _say_both_votes(tally, brief, words) if judged else "",
        "profile": list(reversed(tally.judgment.counts)) if judged and tally.judgment is not None else [],
        "blanks": _count_lowest_blanks(tally, brief) if judged else 0,
    }


def _count_lowest_blanks(tally: Tally, brief: IdeasBrief) -> int:
    """Return how many count as the lowest grade because they gave none."""
    counts = tally.judgment is not None and brief.result is not None and brief.result.rule.blanks_count
    return tally.judgment.blanks if counts and tally.judgment is not None else 0


def _say_place(tally: Tally, words: Translator) -> str:
    if tally.kind is VoteKind.BUDGET:
        return "✓" if tally.funded else "–"
    return str(tally.rank) if is_judged(tally) and tally.kind is not VoteKind.STATEMENTS else ""


def _say_both_votes(tally: Tally, brief: IdeasBrief, words: Translator) -> str:
    """Say what an option gathered, and what it had gathered in the vote before, if there was one."""
    said = _say_result(tally, brief, words)
    before = None if brief.result is None else brief.result.before.get(tally.option.id)
    return said if before is None else words("prints.board.before", said=said, before=say_support(before, words))


def _say_result(tally: Tally, brief: IdeasBrief, words: Translator) -> str:
    """Say what an option gathered: what put it there, and the whole of it where there is more."""
    said = say_support(tally, words)
    if tally.stances is not None:
        counts = {"disagree": tally.stances.disagree, "passed": tally.stances.passed}
        return words("prints.board.stances", said=said, **counts)
    if tally.judgment is not None:
        return words("prints.board.grades", said=said, counts=", ".join(_say_grades(tally.judgment, brief, words)))
    if tally.kind is VoteKind.BUDGET:
        return words(f"prints.board.{'funded' if tally.funded else 'unfunded'}", said=said)
    return said


def _say_grades(judgment: Judgment, brief: IdeasBrief, words: Translator) -> Iterator[str]:
    """Yield how many gave each grade, the best first, then how many gave none."""
    assert brief.result is not None  # it was voted on: it was judged
    for grade, given in list_given(judgment, brief.result):
        if given:
            yield words("report.profiles.count", grade=words(f"stakes.grade.{int(grade)}"), count=given)
    if judgment.blanks:
        yield words.plural("prints.board.blanks", judgment.blanks)


def _tell_tensions(options: Sequence[Option], words: Translator) -> Mapping[str, Any] | None:
    """Return the ideas that oppose each other, two by two; ``None`` where there are none."""
    ideas = [idea for option in options for idea in option.ideas]
    opposed = list_opposed(options, find_tensions(ideas, measure_meaning(ideas)))
    if not opposed:
        return None
    pairs = [(one.text, other.text) for one, other in opposed]
    return {"title": words("prints.board.tensions"), "pairs": pairs}


def _list_notes(brief: IdeasBrief, words: Translator) -> list[str]:
    if brief.result is None or not brief.voters:
        return []
    voters = words.plural("report.ideas.voters", brief.voters)
    notes = [" ".join((voters, *say_claims(_SAID, brief.result, words)))]
    notes += say_claims(UNGROUPED, brief.result, words)
    solid = say_solidity(words, brief.result)
    return [*notes, solid] if solid else notes
