"""The order in which marked ideas are discussed (*tour de parole*), in turn around tables and categories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from workshop_kit.domain.model import Idea, Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.speaking import Marked, order_turns
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import say_idea
from workshop_kit.live.contract.facilitator.ideas import SpeakingTurn
from workshop_kit.store import Repository


def list_turns(
    repository: Repository, ideas: Sequence[Idea], room: Sequence[Participant], say: Translator
) -> list[SpeakingTurn]:
    """Return the turns of the ideas that are marked for discussion; see ``domain.speaking``."""
    marked = [idea for idea in ideas if idea.discuss and not idea.held]
    if not marked:
        return []
    people = {one.id: one for one in room}
    seated = _find_tables(repository, people)
    words = {fold_name(one.category): one.category for one in room}
    turns = order_turns(
        [_mark(idea, people.get(idea.author or ""), seated) for idea in marked],
        Counter(seated.values()),
        Counter(one.category for one in room),
    )
    said = {idea.id: say_idea(idea) for idea in marked}
    return [
        {
            "idea": one.idea,
            "text": said[one.idea],
            "table": one.table,
            "category": say.category(words[one.category]) if one.category else "",
        }
        for one in turns
    ]


def _find_tables(repository: Repository, people: Mapping[str, Participant]) -> dict[str, int]:
    """Return at which table each of the room's people sits in the round that phones are told; nobody if none is."""
    told = repository.find_workshop().table_round
    seats = repository.list_table_seats(round=told) if told else ()
    return {one.participant: one.number for one in seats if one.participant in people}


def _mark(idea: Idea, author: Participant | None, seated: Mapping[str, int]) -> Marked:
    if author is None:
        return Marked(idea.id, idea.challenge)
    return Marked(idea.id, idea.challenge, seated.get(author.id), author.category)
