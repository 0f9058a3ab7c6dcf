"""What one person gives to a workshop: the rules of writing, voting, scoring and answering, each once.

A phone does it for the person who holds it, the facilitator or a helper for somebody without one: the same functions
keep both, so that whoever counts them cannot tell one from the other. Where two seats are joined as one person's, what
either of them says is the person's: it is found here which seat keeps it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from workshop_kit.domain.ballots import VoteKind, check_kind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.matrix import check_score
from workshop_kit.domain.missions import is_taken_off
from workshop_kit.domain.model import Assignment, AssignmentStatus, Dots, Idea, Score, Source, Workshop
from workshop_kit.domain.voting import check_dots, count_dots
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.answer_marks import mark_answer, mark_mission
from workshop_kit.live.acts.holding import find_held
from workshop_kit.live.acts.moderating import find_unfit_reason
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.acts.naming_ideas import name_idea
from workshop_kit.live.acts.pairing import tell_pseudonym
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons

#: More than a person writes, and few enough that one page cannot drown the room's.
IDEAS_EACH: Final = 200
#: Ideas of a room for one challenge: more than two hundred people write, and few enough to be read out to phones.
IDEAS_OF_A_ROOM: Final = 2000
#: Ideas of a room for one challenge from which on a browser that wrote so many writes no more of them: the places left
#: are for those who wrote few, and a handful of browsers cannot take them all.
FEW_LEFT: Final = ((1500, 5), (1000, 20))


def add_idea(
    repository: Repository,
    author: str | None,
    challenge: str,
    text: str,
    source: Source | None,
    now: datetime,
    wording: int | None = None,
    *,
    read: bool = False,
    at_desk: bool = False,
    browser: str | None = None,
) -> Idea:
    """Add an idea for a challenge and return it; ``wording`` ``None`` answers the present one.

    It is counted for its ``browser`` too, whoever sits there: a seat that is given back gives no more ideas.

    One that says what an idea held back says is held back with it, unless that is for a doubt about another's paper.
    So is what insults, names somebody or tells how to reach them, unless it was typed ``at_desk``: by the facilitator.
    Unless the facilitator has ``read`` it, it waits to be read before it reaches the screen.

    Raises
    ------
    InvalidEntry
        ``too-many-ideas`` of one author, or of one browser; ``too-many-ideas-here`` of the whole room;
        ``ideas-left-to-others`` of a browser that wrote many, in a room that wrote very many.
    MissingEntry
        The challenge is not there.

    """
    asked = repository.find_challenge(challenge)
    _check_number(repository, asked.id, author, browser)
    answered = asked.wording if wording is None else min(wording, asked.wording)
    named = name_idea(repository, by_phone=browser is not None)
    idea = Idea(named, asked.id, text, source, author, now, answered)
    unfit = "" if read or at_desk else find_unfit_reason(repository, text)
    waits = not read and repository.find_projection().read_first
    idea = replace(idea, held=unfit or find_held(repository, idea), unread=waits)
    repository.add_idea(idea)
    if browser is not None:
        repository.note_written(browser, asked.id, 1)
    return idea


def _check_number(repository: Repository, challenge: str, author: str | None, browser: str | None) -> None:
    if author is not None and len(repository.list_ideas(challenge, author)) >= IDEAS_EACH:
        raise InvalidEntry("too-many-ideas", most=IDEAS_EACH)
    written = 0 if browser is None else repository.count_written(browser, challenge)
    if written >= IDEAS_EACH:
        raise InvalidEntry("too-many-ideas", most=IDEAS_EACH)
    in_all = repository.count_ideas(challenge)
    if in_all >= IDEAS_OF_A_ROOM:
        raise InvalidEntry("too-many-ideas-here", most=IDEAS_OF_A_ROOM)
    few = next((few for number, few in FEW_LEFT if in_all >= number), IDEAS_EACH)
    if written >= few:
        raise InvalidEntry("ideas-left-to-others", most=few)


def place_dots(repository: Repository, person: str, challenge: str, option: str, count: int) -> None:
    """Have dots of one person on an option, as many as the rule of the vote allows.

    Raises
    ------
    InvalidEntry
        ``other-ballot``: the room votes in another way. ``dots-out-of-range``; ``no-dots-left``: more than one has.
    MissingEntry
        ``option-gone``: the idea was merged into a group meanwhile, or is not there.

    """
    voted = repository.find_challenge(challenge)
    rule = repository.find_vote_rule(voted.id)
    check_kind(rule, VoteKind.DOTS)
    options = read_options(repository, voted)
    if all(one.id != option for one in options):
        raise MissingEntry("option-gone")
    seat = Person(repository, person).find_voting_seat(voted.id)
    given = repository.list_dots(voted.id, seat)
    new = Dots(seat, voted.id, option, count, voted.round)
    held = count_dots(options, given, rule.dots)
    check_dots([Dots(seat, voted.id, one, number) for one, number in held.items()], new, rule.dots)
    for moved in _dots_on_members(options, given, new.option):
        repository.update_dots(replace(moved, count=0))
    repository.update_dots(new)


def cast_ballot(repository: Repository, person: str, challenge: str, dots: Mapping[str, int]) -> None:
    """Have one person's dots of a challenge be ``dots``, by option, whatever they were; raises as ``place_dots``."""
    voted = repository.find_challenge(challenge)
    given = Person(repository, person).list_votes(voted.id)
    before = count_dots(read_options(repository, voted), given, repository.find_vote_rule(voted.id).dots)
    for option in before.keys() - dots.keys():
        place_dots(repository, person, voted.id, option, 0)
    # what is taken away first: the five dots are never exceeded on the way
    for option, count in sorted(dots.items(), key=lambda item: item[1] - before.get(item[0], 0)):
        place_dots(repository, person, voted.id, option, count)


def score_competence(repository: Repository, person: str, challenge: str, value: int) -> None:
    """Keep a competence, 0..3, on a challenge; takes "I don't know" back."""
    _change_score(repository, person, challenge, competence=value, unsure=False)


def score_interest(repository: Repository, person: str, challenge: str, value: int) -> None:
    """Keep an interest, -2..+2, in a challenge; takes "I don't know" back."""
    _change_score(repository, person, challenge, interest=value, unsure=False)


def say_unsure(repository: Repository, person: str, challenge: str) -> None:
    """Keep the answer "I don't know", which is not a score of 0."""
    _change_score(repository, person, challenge, competence=None, interest=None, unsure=True)


def say_purpose(workshop: Workshop, language: str) -> str:
    """Return what consent is asked for, in the words that the person reads; they are recorded with it."""
    say, hide = Translator(language), conceal_contacts
    return say("participant.offer.purpose", title=hide(workshop.title), territory=hide(workshop.territory))


def say_purpose_aloud(workshop: Workshop, language: str) -> str:
    """Return the same to be read aloud: it speaks to the person, where what is recorded speaks as the person."""
    return Translator(language)("voices.offer.purpose", title=conceal_contacts(workshop.title))


def say_organiser(workshop: Workshop, language: str) -> str:
    """Return who keeps the data (*responsable de traitement*): by name, else in general words."""
    return workshop.organiser.strip() or Translator(language)("participant.offer.organiser")


def list_own_assignments(person: Person) -> tuple[Assignment, ...]:
    """Return a person's assignments as they know of them: without those that the facilitator took them off."""
    return tuple(one for one in person.list_assignments() if not is_taken_off(one))


def list_called_off(person: Person) -> tuple[str, ...]:
    """Return the ids of the missions that a person had accepted, and that the facilitator took them off."""
    return tuple(one.mission for one in person.list_assignments() if _is_called_off(one))


def list_who_accepted(assignments: Iterable[Assignment], mission: str) -> tuple[str, ...]:
    """Return the ids of those who said yes to a mission, also of those who were taken off it afterwards."""
    on = (one for one in assignments if one.mission == mission)
    return tuple(one.participant for one in on if one.status is AssignmentStatus.ACCEPTED or _is_called_off(one))


def _is_called_off(assignment: Assignment) -> bool:
    return is_taken_off(assignment) and assignment.reason.values.get("accepted") == 1


def answer_mission(
    repository: Repository,
    person: str,
    mission: str,
    answer: AssignmentStatus,
    *,
    said: str = "",
    another: bool = False,
    read: str = "",
    told: bool = False,
    typed: bool = False,
) -> None:
    """Keep a person's yes, no or "later" to a mission proposed to them; why they say no holds no contact details.

    Parameters
    ----------
    repository, person, mission, answer
        Inside its transaction, whose answer, to what.
    said, another
        With a no: why, in a word, and whether they would like another mission.
    read
        The mark of the mission as they read it, empty: it is not known.
    told
        Whether they read, where they answer, that a yes lets the other of a pair read their pseudonym.
    typed
        Whether somebody else typed it in, from paper or the telephone.

    Raises
    ------
    InvalidEntry
        ``not-your-mission``: it was not proposed to them, or the facilitator took them off.
    NotAllowed
        ``mission-taken``, ``mission-taken-later`` for a "later": they had said no, and their place went to somebody
        else. ``mission-changed``: it is another day or place, or another thing to do, than they read.

    """
    theirs = Person(repository, person).list_assignments()
    found = next((one for one in theirs if one.mission == mission), None)
    if found is None or is_taken_off(found):
        raise InvalidEntry("not-your-mission")
    no, wanted = answer is AssignmentStatus.DECLINED, repository.find_mission(mission)
    if answer is AssignmentStatus.ACCEPTED and read and read != mark_mission(wanted):
        raise NotAllowed("mission-changed")
    newly = answer is AssignmentStatus.ACCEPTED and found.status is not AssignmentStatus.ACCEPTED
    if newly or (found.status is AssignmentStatus.DECLINED and not no):
        _check_place(
            repository, found, "mission-taken" if answer is AssignmentStatus.ACCEPTED else "mission-taken-later"
        )
    why = conceal_contacts(said) if no else ""
    given = mark_answer(replace(found, status=answer, said=why, another=another and no), wanted, typed=typed)
    if answer is AssignmentStatus.ACCEPTED and told:
        given = _tell_pseudonym(repository, given)
    repository.update_assignment(given)
    if found.status is AssignmentStatus.ACCEPTED and answer is not AssignmentStatus.ACCEPTED:
        let_names_go(repository)


def _tell_pseudonym(repository: Repository, given: Assignment) -> Assignment:
    """Return a yes with whom it lets read the person's pseudonym, whichever of their seats keeps it."""
    persons = Persons(repository)
    person = persons.seats.get(given.participant, given.participant)
    on = [one for one in persons.list_assignments() if one.mission == given.mission]
    return replace(tell_pseudonym(replace(given, participant=person), on), participant=given.participant)


def _check_place(repository: Repository, mine: Assignment, refusal: str) -> None:
    """Refuse a late answer that would hold more places than the mission has.

    A proposal without an answer holds its place, as "later" does; who declined gave theirs back, and it may be proposed
    again.
    """
    persons = Persons(repository)
    holding = {AssignmentStatus.ACCEPTED}
    if mine.status is AssignmentStatus.DECLINED:
        holding |= {AssignmentStatus.PROPOSED, AssignmentStatus.LATER}
    me = persons.list_seats_of(mine.participant)
    others = {
        one.participant
        for one in persons.list_assignments()
        if one.mission == mine.mission and one.participant not in me and one.status in holding
    }
    places = repository.find_mission(mine.mission).places
    if len(others) >= places:
        raise NotAllowed(refusal, places=places)


def _change_score(repository: Repository, person: str, challenge: str, **changes: int | bool | None) -> None:
    scored = repository.find_challenge(challenge)
    seat = Person(repository, person).find_scoring_seat(scored.id)
    known = repository.find_score(seat, scored.id) or Score(seat, scored.id, None, None)
    score = replace(known, early=False, **changes)  # type: ignore[arg-type]
    check_score(score.competence, score.interest, unsure=score.unsure)
    repository.update_score(score)


def _dots_on_members(options: Iterable[Option], given: Iterable[Dots], group: str) -> list[Dots]:
    """List the dots that count for ``group`` because they stand on one of its ideas."""
    members = {idea.id for option in options if option.id == group for idea in option.ideas} - {group}
    return [dots for dots in given if dots.option in members]
