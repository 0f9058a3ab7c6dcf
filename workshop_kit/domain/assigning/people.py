"""Those to whom a mission may be proposed, with all that decides where they may go, in an order of their own.

The order of rows must change nothing. So people and missions are put in an order that rests on what they are, never on
when they came; and where two solutions are equal in everything else, numbers drawn from that decide, always the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import Challenge, Mission, Participant, Score, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import covers

#: Numbers that are drawn are below this: small, so that their sum is exact, and rarely the same.
DRAWN_BELOW: Final = 1000


@dataclass(frozen=True)
class Candidate:
    """Somebody who offers help (*candidat·e*), as the assignment reads them.

    Attributes
    ----------
    id
        The participant's.
    order
        What they are put in order by: their name, then everything that tells them from a namesake, last their id. All
        but the last three, what they answered and how they can be reached, is what they are drawn by.
    sector
        Where they live, ``""``: not said.
    offered, declined
        Ids of the challenges that the offer is for (empty: any), and of those to which they said no.
    scores
        By the challenge's id.
    offer
        What they offered, ``None``: they only said that they may be asked.

    """

    id: str
    order: tuple[str, ...]
    sector: str
    offered: Collection[str]
    declined: Collection[str]
    scores: Mapping[str, Score]
    offer: Volunteer | None = None
    near: frozenset[str] = field(default_factory=frozenset)

    @property
    def most(self) -> int:
        """How many missions they take at most; who said nothing of it takes one."""
        return 1 if self.offer is None else self.offer.max_missions

    def score_on(self, challenge: str) -> tuple[int, int] | None:
        """Return competence and interest on a challenge; ``None`` for no whole answer and for "I don't know"."""
        score = self.scores.get(challenge)
        if score is None or score.unsure or score.competence is None or score.interest is None:
            return None
        return score.competence, score.interest

    def offers(self, challenge: str) -> bool:
        """Tell whether their offer is for this challenge too."""
        return covers(challenge, self.offered, self.declined)

    def wishes(self, challenge: str) -> bool:
        """Tell whether they offer help with a challenge, and gave it an interest of +1 or more."""
        placed = self.score_on(challenge)
        return self.offers(challenge) and placed is not None and placed[1] >= INTEREST_NEEDED

    def said_yes(self) -> bool:
        """Tell whether they offered their help for some challenge, whatever interest they gave it."""
        named = bool(self.offered) or any(covers(challenge, (), self.declined) for challenge in self.scores)
        return self.offer is not None and named

    def lives_in(self, sector: str) -> bool:
        """Tell whether a mission in ``sector`` is in the sector they live in; one anywhere is in nobody's."""
        return bool(sector) and fold_name(sector) == fold_name(self.sector)

    def reaches(self, sector: str) -> bool:
        """Tell whether they can go to a sector: their own, those they named, any where they named none."""
        return reaches(self.near, sector)


def gather_candidates(
    participants: Iterable[Participant],
    scores: Iterable[Score],
    volunteers: Iterable[Volunteer],
    ranks: Mapping[str, int],
    marks: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Candidate]:
    """Return those who scored a challenge or offered help, in an order that does not depend on that of the rows.

    Parameters
    ----------
    participants, scores, volunteers
        The people, their places in the matrices, their offers of help.
    ranks
        By the id of each challenge, where it stands among them.
    marks
        By the person's id, what was decided of them: it tells namesakes apart, too.

    """
    decided = {} if marks is None else marks
    by_person: dict[str, dict[str, Score]] = defaultdict(dict)
    for score in scores:
        by_person[score.participant][score.challenge] = score
    offers = {volunteer.participant: volunteer for volunteer in volunteers}
    found = [
        _make(one, offers.get(one.id), by_person[one.id], ranks, decided.get(one.id, ()))
        for one in participants
        if one.id in offers or one.id in by_person
    ]
    return sorted(found, key=lambda one: one.order)


def _make(
    one: Participant,
    offer: Volunteer | None,
    scores: Mapping[str, Score],
    ranks: Mapping[str, int],
    marks: Sequence[str],
) -> Candidate:
    sector = (offer.sector if offer is not None else "") or one.sector
    offered, declined = ((), ()) if offer is None else (offer.challenges, offer.declined)
    named = ("", "", "") if offer is None else (offer.name, offer.email, offer.phone)
    answers = sorted(
        (ranks.get(challenge, -1), _say(score.competence), _say(score.interest)) for challenge, score in scores.items()
    )
    reach = () if offer is None else offer.reach
    told = (*named[1:], sector, *reach, *(f"{rank}:{skill}:{wish}" for rank, skill, wish in answers))
    name, besides = named[0] or one.pseudonym, "\x1f".join((*_tell_apart(offer, ranks), *marks))
    order = (fold_name(name), *map(fold_name, told), fold_name(one.pseudonym), besides, one.id)
    return Candidate(one.id, order, sector, offered, declined, scores, offer, find_near(offer, sector))


def _tell_apart(offer: Volunteer | None, ranks: Mapping[str, int]) -> tuple[str, ...]:
    """Return what else somebody offered that decides where they may go, whatever the order in which they said it."""
    if offer is None:
        return ()
    named = [sorted(ranks.get(one, -1) for one in challenges) for challenges in (offer.challenges, offer.declined)]
    said = [sorted(offer.days), sorted(map(fold_name, offer.languages))]
    return (f"{offer.max_missions:05d}", str(offer.car), offer.until, *map(str, (*named, *said)))


def find_near(offer: Volunteer | None, sector: str) -> frozenset[str]:
    """Return the sectors within somebody's reach, folded: those they named and their own; empty: they named none."""
    if offer is None or not offer.reach:
        return frozenset()
    return frozenset(fold_name(name) for name in (*offer.reach, sector) if name)


def reaches(near: Collection[str], sector: str) -> bool:
    """Tell whether a mission's sector is among those ``near``; one anywhere is, and who named none goes anywhere."""
    return not sector or not near or fold_name(sector) in near


def _say(value: int | None) -> str:
    return "" if value is None else str(value)


def put_missions_in_order(
    missions: Iterable[Mission], ranks: Mapping[str, int], marks: Mapping[str, tuple[str, ...]] | None = None
) -> list[Mission]:
    """Return missions by title, then by everything else that tells them apart; ``marks``: what was decided of each."""
    decided = {} if marks is None else marks

    def order(one: Mission) -> tuple[object, ...]:
        return _name_mission(one, ranks), sorted(one.days), one.car, decided.get(one.id, ()), one.id

    return sorted(missions, key=order)


def _name_mission(one: Mission, ranks: Mapping[str, int]) -> tuple[str, ...]:
    numbers = (ranks.get(one.challenge, -1), one.places, one.min_places, one.importance, one.min_competence)
    told = (one.sector, one.first_date, one.last_date, one.begins, one.finishes, one.language, one.owner, one.next_step)
    return (fold_name(one.title), *(f"{number:05d}" for number in numbers), *map(fold_name, told))


def rank_challenges(challenges: Iterable[Challenge]) -> dict[str, int]:
    """Return where each challenge stands by its words, which do not depend on the order of rows, by its id."""

    def name(one: Challenge) -> tuple[str, ...]:
        return fold_name(one.stake), fold_name(one.statement), one.id

    return {one.id: rank for rank, one in enumerate(sorted(challenges, key=name))}


def draw_numbers(
    people: Sequence[Candidate], missions: Sequence[Mission], pairs: Iterable[tuple[int, int]], ranks: Mapping[str, int]
) -> list[int]:
    """Draw a number (*tirage*), 0 to 999, for each pair of a person and a mission, from what they are.

    That is the person's name, contact details, sector, reach and scores, and what the mission is called and asks for,
    but no id. It favours nobody for coming first or for their place in the alphabet, and is the same every time.

    Parameters
    ----------
    people, missions
        In the order of this module.
    pairs
        Indices into the two.
    ranks
        By the id of each challenge, where it stands among them.

    """
    named = [_digest("\x1f".join(person.order[:-3])) for person in people]
    told = [_digest("\x1f".join(_name_mission(one, ranks))) for one in missions]
    return [int.from_bytes(sha256(named[who] + told[job]).digest()[:4], "big") % DRAWN_BELOW for who, job in pairs]


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "replace")).digest()
