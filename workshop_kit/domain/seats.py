"""Entity resolution: two seats that are the same person's count as one, and can be parted again.

Nothing of what was given is rewritten by it: whoever counts passes it through here first, and so does whoever shows
or changes what a person gave, whichever of their phones asks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from math import inf
from typing import Final, Protocol, TypeVar

from workshop_kit.domain.model import Assignment, AssignmentStatus, Idea, Participant, Score, Volunteer, Vote
from workshop_kit.errors import InvalidEntry

K = TypeVar("K", bound=Hashable)


class _Given(Protocol):
    """Something that one seat gave."""

    @property
    def participant(self) -> str:
        """Return the seat's id."""


G = TypeVar("G", bound=_Given)
#: How decided an assignment is that has neither a yes nor a no.
_DECIDED: Final = {AssignmentStatus.PROPOSED: 0, AssignmentStatus.LATER: 1}
#: The seat that stands for each seat, itself unless it was joined to another; those begun last come first.
Seats = Mapping[str, str]


def resolve_seats(participants: Iterable[Participant]) -> dict[str, str]:
    """Return, by id, the seat that stands for each: itself, or the last of those it was joined to.

    A seat joined to one that is not there any more stands for itself.
    """
    newest_first = sorted(participants, key=lambda one: (one.joined_at, one.id), reverse=True)
    joined = {one.id: one.joined_to for one in newest_first}
    return {one: _follow(one, joined) for one in joined}


def list_sharing(seats: Seats) -> frozenset[str]:
    """Return the seats of people who have several: all others stand for themselves alone."""
    numbers = Counter(seats.values())
    return frozenset(seat for seat, standing in seats.items() if numbers[standing] > 1)


def _follow(seat: str, joined: Mapping[str, str | None]) -> str:
    passed = [seat]
    while (after := joined[passed[-1]]) is not None and after in joined:
        if after in passed:  # joining refuses a circle; one that came in all the same has one end, whoever asks
            return min(passed[passed.index(after) :])
        passed.append(after)
    return passed[-1]


def plan_join(participants: Iterable[Participant], seat: str, to: str) -> tuple[str, str]:
    """Return which seat is to be joined to which.

    The second stands from then on; where one was joined to another before, the other is meant, so that no circle can
    come of it. Someone known from a file alone never stands for a seat of the room: then it is the other way round.

    Parameters
    ----------
    participants
        Everybody the workshop knows, both among them.
    seat, to
        The ids of the two.

    Raises
    ------
    InvalidEntry
        ``seat-to-itself``, or ``seats-already-one``.

    """
    people = {one.id: one for one in participants}
    seats = resolve_seats(people.values())
    if seat == to:
        raise InvalidEntry("seat-to-itself", pseudonym=people[seat].pseudonym)
    if seats[seat] == seats[to]:
        raise InvalidEntry("seats-already-one", pseudonym=people[seat].pseudonym, other=people[to].pseudonym)
    joining, standing = seats[seat], seats[to]
    if not people[standing].origin.seated and people[joining].origin.seated:
        return standing, joining
    return joining, standing


def list_persons(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the seats that stand for themselves: one a person, in the order they came.

    Whether a mission may be proposed to them is what they said on any of their seats; a no goes before a yes.
    """
    people = tuple(participants)
    seats = resolve_seats(people)
    if all(standing == seat for seat, standing in seats.items()):
        return people
    said: dict[str, set[bool]] = {}
    for one in people:
        if one.may_ask is not None:
            said.setdefault(seats[one.id], set()).add(one.may_ask)
    return tuple(replace(one, may_ask=_agree(said.get(one.id))) for one in people if seats[one.id] == one.id)


def _agree(said: set[bool] | None) -> bool | None:
    return None if said is None else False not in said


def find_voting_seat(person: str, votes: Iterable[Vote], seats: Seats) -> str:
    """Return which of a person's seats votes for them, given their votes in one round of one challenge."""
    return _find_seat(person, votes, seats, _counts)


def find_scoring_seat(person: str, scores: Iterable[Score], seats: Seats) -> str:
    """Return which of a person's seats answers for them, given their scores on one challenge."""
    return _find_seat(person, scores, seats, _is_begun)


def find_offer(person: str, volunteers: Iterable[Volunteer], seats: Seats) -> Volunteer | None:
    """Return a person's offer of help as the seat that gave it keeps it, ``None`` when none of their seats did."""
    given = tuple(volunteers)
    seat = _find_seat(person, given, seats, _find_consent)
    return next((one for one in given if one.participant == seat), None)


def hold_assignments(assignments: Iterable[Assignment], seats: Seats) -> tuple[Assignment, ...]:
    """Return the assignments that count, to each mission once a person, as the seats that have them keep them."""
    return _choose(assignments, seats, lambda one: one.mission, _is_decided)


def stand_for_ideas(ideas: Iterable[Idea], seats: Seats) -> tuple[Idea, ...]:
    """Return the ideas as their persons': all that both seats wrote."""
    return tuple(
        idea
        if idea.author is None or seats.get(idea.author, idea.author) == idea.author
        else replace(idea, author=seats[idea.author])
        for idea in ideas
    )


def stand_for_votes(votes: Iterable[Vote], seats: Seats) -> tuple[Vote, ...]:
    """Return the votes as their persons': in each round of a challenge only one seat's, the one that stands if any."""
    given = tuple(votes)
    if _stand_alone(seats):  # as in most rooms, where tens of thousands of votes are not gone through
        return given
    return _stand(_choose(given, seats, lambda one: (one.challenge, one.round), _counts), seats)


def stand_for_scores(scores: Iterable[Score], seats: Seats) -> tuple[Score, ...]:
    """Return the scores as their persons': on each challenge only one seat's, the one that stands if it answered."""
    return _stand(_choose(scores, seats, lambda one: one.challenge, _is_begun), seats)


def stand_for_volunteers(volunteers: Iterable[Volunteer], seats: Seats) -> tuple[Volunteer, ...]:
    """Return the offers of help as their persons': one seat's, the one that consented last, and every seat's no."""
    given = tuple(volunteers)
    declined: dict[str, dict[str, None]] = {}
    for one in given:
        declined.setdefault(seats.get(one.participant, one.participant), {}).update(dict.fromkeys(one.declined))
    chosen = _stand(_choose(given, seats, lambda _: None, _find_consent), seats)
    return tuple(replace(one, declined=tuple(declined[one.participant])) for one in chosen)


def stand_for_assignments(assignments: Iterable[Assignment], seats: Seats) -> tuple[Assignment, ...]:
    """Return the assignments as their persons': to each mission once, as the seat that stands answered if it did.

    Who goes beside somebody goes beside the person, whichever seat was named.
    """
    return tuple(
        one if one.beside is None else replace(one, beside=seats.get(one.beside, one.beside))
        for one in _stand(hold_assignments(assignments, seats), seats)
    )


def stand_for_people(people: Iterable[str], seats: Seats) -> frozenset[str]:
    """Return the persons behind some seats."""
    return frozenset(seats.get(one, one) for one in people)


def _stand_alone(seats: Seats) -> bool:
    """Tell whether no seat was joined to another."""
    return all(standing == seat for seat, standing in seats.items())


def _counts(vote: Vote) -> bool:
    return vote.counts


def _is_begun(score: Score) -> bool:
    """Tell whether anything was answered: half an answer keeps its seat, or the other half would be given on another.

    ``Score.answered`` is about what counts in a matrix, and asks for both.
    """
    return score.unsure or score.competence is not None or score.interest is not None


def _find_consent(offer: Volunteer) -> float:
    """Return when contact details were consented to: the last consent goes first, none goes last."""
    return -inf if offer.consented_at is None else offer.consented_at.timestamp()


def _is_decided(assignment: Assignment) -> float:
    """Return how decided an assignment is: a yes or a no goes first, then "later", then what nobody answered."""
    return _DECIDED.get(assignment.status, 2)


def _find_seat(person: str, rows: Iterable[G], seats: Seats, weigh: Callable[[G], float]) -> str:
    """Return which seat's word is a person's about one thing, the one that stands where none said anything."""
    standing = seats.get(person, person)
    theirs = [row for row in rows if seats.get(row.participant, row.participant) == standing]
    return min(theirs, key=_rank(seats, weigh)).participant if theirs else standing


def _choose(rows: Iterable[G], seats: Seats, about: Callable[[G], K], weigh: Callable[[G], float]) -> tuple[G, ...]:
    """Keep, of what each person's seats gave about the same thing, what one seat gave."""
    given = tuple(rows)
    if _stand_alone(seats):
        return given
    keys = [(seats.get(row.participant, row.participant), about(row)) for row in given]
    alike: defaultdict[tuple[str, K], list[G]] = defaultdict(list)
    for key, row in zip(keys, given, strict=True):
        alike[key].append(row)
    rank = _rank(seats, weigh)
    kept = {key: min(theirs, key=rank).participant for key, theirs in alike.items()}
    return tuple(row for key, row in zip(keys, given, strict=True) if kept[key] == row.participant)


def _rank(seats: Seats, weigh: Callable[[G], float]) -> Callable[[G], tuple[float, bool, int]]:
    """Return how what the seats of one person gave is ordered: the least goes first, and its seat is kept.

    What weighs more goes first, so that what a seat said goes before another's silence. Of two that weigh the same it
    is the one of the seat that stands, then that of the seat begun last.
    """
    places = {seat: place for place, seat in enumerate(seats)}

    def rank(row: G) -> tuple[float, bool, int]:
        seat = row.participant
        return -weigh(row), seats.get(seat, seat) != seat, places.get(seat, 0)

    return rank


def _stand(rows: tuple[G, ...], seats: Seats) -> tuple[G, ...]:
    """Pass each row to the person whose seat gave it."""
    return tuple(_pass_on(row, seats.get(row.participant, row.participant)) for row in rows)


def _pass_on(row: G, person: str) -> G:
    return row if row.participant == person else replace(row, participant=person)  # type: ignore[type-var]
