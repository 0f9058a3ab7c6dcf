"""Random small workshops, everything in them random.

Files, proxies, seats joined to joined seats, people who left, ties, rounds, slips, rewordings, ideas held back and
ideas whose author was erased, categories of the organiser's own, choices by hand, proposals without an answer.

What people type holds no digit, so that every digit of a report is a number that the report says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Final

from hypothesis import strategies as st

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import FACILITATOR, MIGRATION, Step, StepKind
from workshop_kit.domain.material import Material
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Removal,
    Remover,
    Score,
    Sector,
    Source,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Vote,
    Wording,
    Workshop,
    new_workshop,
)

HELD: Final = datetime(2026, 11, 14, 9, tzinfo=UTC)
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
CATEGORIES: Final = ("elected", "shop", "other", "Pêcheurs", "")
STATUSES: Final = tuple(StakeholderStatus)
SECTORS: Final = ("Bourg", "Port", "")


def workshops() -> st.SearchStrategy[Material]:
    """Return random workshops of up to three challenges and two dozen people."""
    return st.integers(0, 2**32 - 1).map(lambda seed: make_material(Random(seed)))


def make_material(rng: Random) -> Material:
    challenges = [_make_challenge(rng, number) for number in range(rng.randint(0, 3))]
    people = _make_people(rng)
    ideas = [_make_idea(rng, number, challenges, people) for number in range(rng.randint(0, 9)) if challenges]
    groups = _make_groups(rng, ideas)
    missions = [
        _make_mission(rng, number, challenges, [*ideas, *groups]) for number in range(rng.randint(0, 4)) if challenges
    ]
    return Material(
        workshop=_make_workshop(rng),
        challenges=challenges,
        sectors=[Sector(name, name) for name in SECTORS[:2] if rng.random() < 0.5],
        stakeholders=[
            Stakeholder(letter, rng.choice((*CATEGORIES, "Forains")), letter, status=rng.choice(STATUSES))
            for letter in LETTERS[: rng.randint(0, 5)]
        ],
        participants=people,
        volunteers=[_make_offer(rng, one, challenges) for one in people if rng.random() < 0.5],
        ideas=ideas,
        groups=groups,
        votes=_make_votes(rng, people, ideas, groups),
        scores=[
            _make_score(rng, one.id, challenge.id)
            for challenge in challenges
            for one in people
            if rng.random() < rng.choice((0.1, 0.9))
        ],
        missions=missions,
        assignments=[
            _make_assignment(rng, one.id, mission.id, people)
            for mission in missions
            for one in people
            if rng.random() < 0.3
        ],
        history=[step for challenge in challenges for step in _make_steps(rng, challenge)],
        wordings=[
            Wording(one.id, number, f"Formulation {LETTERS[number]} de {one.stake}", HELD)
            for one in challenges
            for number in (1, 2, 3)
        ],
        removals=[Removal(one.id, by, rng.randint(1, 3)) for one in challenges for by in Remover if rng.random() < 0.2],
    )


def give_ballots(rng: Random, material: Material) -> Material:
    """Return a workshop whose challenges are voted on in other ways, some of them twice."""
    rules = {one.id: {1: _make_rule(rng)} for one in material.challenges}
    offered: list[Idea | IdeaGroup] = [*material.ideas, *material.groups]
    for found in rules.values():
        if rng.random() < 0.2:
            found[2] = _make_rule(rng)
    costs = {
        one.id: {
            option.id: rng.choice((0, 50, 400, 900))
            for option in offered
            if option.challenge == one.id and rng.random() < rng.choice((0.2, 0.9))
        }
        for one in material.challenges
    }
    made = replace(material, rules=rules, costs=costs)
    now = [vote for one in made.challenges for vote in _fill_ballots(rng, made, one, one.counted_round)]
    before = [
        vote
        for one in made.challenges
        if one.counted_round > 1
        for vote in _fill_ballots(rng, made, one, one.counted_round - 1)
    ]
    return replace(made, votes=now, earlier=before)


def agree_with_all(rng: Random, material: Material) -> Material:
    """Return a workshop whose people agree with two statements of each challenge, or with all of the first's."""
    first = material.challenges[:1]
    chosen = first if rng.random() < 0.5 else material.challenges
    ideas = [replace(idea, challenge=one.id) for one in first for idea in material.ideas] if chosen is first else None
    made = replace(material, groups=[], ideas=material.ideas if ideas is None else ideas)
    votes = []
    for challenge in chosen:
        options = [one.id for one in made.ideas if one.challenge == challenge.id]
        for person, option in product(made.participants, options if ideas else options[:2]):
            votes.append(BallotMark(person.id, challenge.id, option, VoteKind.STATEMENTS, 1, challenge.counted_round))
    rules = {one.id: {1: VoteRule(VoteKind.STATEMENTS)} for one in material.challenges}
    return replace(made, rules=rules, votes=votes, earlier=[])


def _make_rule(rng: Random) -> VoteRule:
    most = rng.choice((1, 2, 3))
    return VoteRule(
        rng.choice(list(VoteKind)),
        budget=rng.randint(most, 7),
        most=most,
        grades=rng.choice((5, 7)),
        blanks_count=rng.random() < 0.5,
        to_spend=rng.choice((300, 1000)),
        points=rng.choice((0, 5)),
    )


def _fill_ballots(rng: Random, material: Material, challenge: Challenge, round: int) -> Iterator[Vote]:
    rule = material.find_rule(challenge.id, round)
    offered = {
        VoteKind.GRADES: [int(grade) for grade in rule.scale.grades],
        VoteKind.STATEMENTS: rng.choice(([1, 0, -1], [1, 1, -1], [-1])),
        VoteKind.BUDGET: [1, 2] if rule.points else [1],
    }
    ideas: list[Idea | IdeaGroup] = [*material.ideas, *material.groups]
    options = [one.id for one in ideas if one.challenge == challenge.id]
    share = rng.choice((0.0, 0.3, 0.9))
    for person in material.participants:
        for option in options:
            if rng.random() >= share:
                continue
            if rule.kind is VoteKind.DOTS:
                yield Dots(person.id, challenge.id, option, rng.randint(1, rule.most), round)
            else:
                value = rng.choice(offered[rule.kind])
                yield BallotMark(person.id, challenge.id, option, rule.kind, value, round)


def _make_workshop(rng: Random) -> Workshop:
    workshop = new_workshop("Un atelier", "Val-Brume", "fr", HELD)
    return Workshop(
        **{
            **vars(workshop),
            "contact": rng.choice(("", "  ", "Mme Roy, au CCAS")),
            "follow_up": rng.choice(("", "Réunion en mairie")),
            "organiser": rng.choice(("", "La commune")),
        }
    )


def _make_challenge(rng: Random, number: int) -> Challenge:
    shown = rng.random() < 0.6
    told = shown and rng.random() < 0.7
    round = rng.randint(1, 3)
    return Challenge(
        f"c{number}",
        f"Enjeu {LETTERS[number]}",
        f"Plus personne ne dort dehors, {LETTERS[number]}.",
        action=rng.choice(("", "Ouvrir un lieu")),
        position=number,
        stage=rng.choice(list(Stage)),
        round=round,
        wording=rng.randint(1, 3),
        revealed_at=HELD + timedelta(minutes=rng.randint(1, 20)) if shown else None,
        results_at=HELD + timedelta(minutes=30) if told else None,
        announced=rng.randint(1, round) if told else None,
    )


def _make_people(rng: Random) -> list[Participant]:
    people: list[Participant] = []
    for number in range(rng.randint(0, rng.choice((7, 10, 24)))):
        before = [one.id for one in people]
        joined = rng.choice(before) if before and rng.random() < 0.25 else None
        people.append(
            Participant(
                f"p{number}",
                f"Pseudo {LETTERS[number]}",
                rng.choice(CATEGORIES),
                rng.choice(SECTORS),
                rng.choice((Origin.ROOM, Origin.ROOM, Origin.PROXY, Origin.FILE)),
                HELD + timedelta(seconds=rng.randint(0, 3)),
                away_at=HELD + timedelta(minutes=rng.randint(0, 30)) if rng.random() < 0.2 else None,
                joined_to=joined,
                may_ask=rng.choice((None, True, False)),
            )
        )
    return people


def _make_offer(rng: Random, person: Participant, challenges: list[Challenge]) -> Volunteer:
    consent = HELD if rng.random() < 0.7 else None
    name, may_show = f"Nom {person.id[1:].translate(_SPELL)}", rng.random() < 0.5
    name = name if rng.random() < 0.8 else ""
    declined = tuple(one.id for one in challenges if rng.random() < 0.2)
    return Volunteer(
        person.id, name, "", "", rng.choice(("", "", *SECTORS)), consent, "", may_show, declined=declined,
        reach=rng.choice(((), (), ("Bourg",), ("Port", "Bourg"))),
        car=rng.choice((None, True, False)),
        languages=rng.choice(((), ("portugais",))),
        until=rng.choice(("", "", "2026-11-30")),
    )  # fmt: skip


_SPELL: Final = str.maketrans("0123456789", LETTERS[:10])


def _make_idea(rng: Random, number: int, challenges: list[Challenge], people: list[Participant]) -> Idea:
    author = rng.choice([None, *(one.id for one in people)])
    day = HELD if author is not None else HELD - timedelta(days=rng.randint(0, 3))
    words = rng.choice(("Ouvrir le gymnase", "Prêter la salle", "Réparer les vélos", "Cuisiner ensemble"))
    return Idea(
        f"i{number}",
        rng.choice(challenges).id,
        f"{words} {LETTERS[number] * 5}",
        rng.choice((None, *Source)),
        author,
        day + timedelta(minutes=rng.randint(0, 25)),
        wording=rng.choice((None, 1, 2, 3)),
        held="un nom y figure" if rng.random() < 0.15 else "",
        once_held=rng.random() < 0.3,
    )


def _make_groups(rng: Random, ideas: list[Idea]) -> list[IdeaGroup]:
    groups = []
    for number in range(rng.randint(0, 2)):
        for challenge in {idea.challenge: None for idea in ideas}:
            members = [idea.id for idea in ideas if idea.challenge == challenge and rng.random() < 0.5]
            if len(members) > 1:
                undone = HELD if rng.random() < 0.3 else None
                id = f"g{number}{challenge}"
                title = f"Groupe {LETTERS[number]}"
                formed_at = HELD + timedelta(seconds=number)
                groups.append(IdeaGroup(id, challenge, title, tuple(members), formed_at, undone))
    return groups


def _make_votes(rng: Random, people: list[Participant], ideas: list[Idea], groups: list[IdeaGroup]) -> list[Dots]:
    options = [(idea.challenge, idea.id) for idea in ideas] + [(group.challenge, group.id) for group in groups]
    share, most = rng.choice(((0.0, 1), (0.2, 2), (0.5, 2), (1.0, 1)))
    return [
        Dots(person.id, challenge, option, rng.randint(1, most))
        for person in people
        for challenge, option in options
        if rng.random() < share
    ]


def _make_score(rng: Random, person: str, challenge: str) -> Score:
    if rng.random() < 0.15:
        return Score(person, challenge, None, None, unsure=True)
    competence, interest = rng.choice((0, 0, 1, 2, 3)), rng.choice((-2, 0, 1, 2))
    missing = rng.random()
    return Score(person, challenge, None if missing < 0.1 else competence, None if 0.1 <= missing < 0.2 else interest)


def _make_mission(rng: Random, number: int, challenges: list[Challenge], origins: list[Idea | IdeaGroup]) -> Mission:
    places = rng.randint(1, 3)
    return Mission(
        f"m{number}",
        rng.choice(challenges).id,
        f"Mission {LETTERS[number]}",
        places,
        rng.randint(0, 3),
        rng.choice(SECTORS),
        option=rng.choice((None, "gone", *(one.id for one in origins))),
        owner=rng.choice(("", " ", "Mme Roy")),
        first_date=rng.choice(("", "2026-12-01", "bientôt")),
        next_step=rng.choice(("", "Appeler les clubs")),
        min_places=rng.randint(0, places),
        importance=rng.choice((1, 2, 2, 3)),
        last_date=rng.choice(("", "2026-12-20")),
        begins=rng.choice(("", "19:00")),
        finishes=rng.choice(("", "21:30")),
        car=rng.random() < 0.3,
        language=rng.choice(("", "", "portugais")),
    )


def _make_assignment(rng: Random, person: str, mission: str, people: list[Participant]) -> Assignment:
    code = rng.choice(("assigned", "assigned-sector", "assigned-away", "by-hand", "taken-off"))
    values: dict[str, str | int] = {}
    if code == "taken-off":
        return Assignment(person, mission, Reason(code), True, AssignmentStatus.DECLINED)
    if code != "by-hand":
        values = {"competence": rng.randint(0, 3), "interest": rng.choice((1, 1, 2, 2, 0, -2))}
    if code in ("assigned-sector", "assigned-away"):
        values["sector"] = "Bourg"
    by_hand = code == "by-hand" or rng.random() < 0.1
    status = rng.choice(list(AssignmentStatus))
    beside = rng.choice(people).id if rng.random() < 0.5 else None
    another = status is AssignmentStatus.DECLINED and rng.random() < 0.5
    return Assignment(
        person,
        mission,
        Reason(code, values),
        by_hand,
        status,
        beside=None if beside == person else beside,
        said="J’ai mal au dos" if status is AssignmentStatus.DECLINED else "",
        another=another,
    )


def _make_steps(rng: Random, challenge: Challenge) -> list[Step]:
    """Make a reveal by mistake, taken back some seconds later, and a vote: taken back, left again, or neither."""
    steps = []
    at = HELD + timedelta(minutes=1)
    if rng.random() < 0.1:
        return [Step(f"was-{challenge.id}", StepKind.STAGE, at, MIGRATION, challenge=challenge.id, stage=Stage.CLOSED)]
    if rng.random() < 0.3:
        slip = f"slip-{challenge.id}"
        back = at + timedelta(seconds=rng.randint(0, 15))
        seen = rng.choice((2, 2, None, 0))
        steps += [
            Step(slip, StepKind.STAGE, at, FACILITATOR, challenge=challenge.id, stage=Stage.REVEAL, ideas=seen),
            Step(f"back-{slip}", StepKind.UNDO, back, FACILITATOR, undoes=slip),
        ]
    if rng.random() < 0.3:
        vote = f"vote-{challenge.id}"
        steps.append(Step(vote, StepKind.STAGE, at, FACILITATOR, challenge=challenge.id, stage=Stage.VOTE, ideas=0))
        if rng.random() < 0.5:
            steps.append(Step(f"back-{vote}", StepKind.UNDO, at, FACILITATOR, undoes=vote))
        elif rng.random() < 0.5:
            again = f"again-{challenge.id}"
            steps.append(Step(again, StepKind.STAGE, at, FACILITATOR, challenge=challenge.id, stage=Stage.REVEAL))
    return steps
