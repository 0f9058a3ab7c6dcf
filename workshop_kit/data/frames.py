"""The columns of each frame, and how the values of the model become its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.counting import Ballot
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Category,
    Challenge,
    Idea,
    Mission,
    Origin,
    Participant,
    Score,
    Source,
    Volunteer,
)
from workshop_kit.domain.offering import is_offer
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator

_TIME: Final = "datetime64[us, UTC]"
#: What a challenge is called in every frame that speaks of one.
_UNDER: Final = {"challenge": "string", "stake": "category"}

#: The columns of each frame with their dtypes, in order; docs/data.md says what each means, and a test compares.
FRAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "challenges": {
        **_UNDER,
        "position": "Int8",
        "statement": "string",
        "action": "string",
        "population": "string",
        "territory": "string",
        "deadline": "string",
        "indicator": "string",
        "revealed_at": _TIME,
    },
    "presence": {
        "participant": "string",
        "category": "category",
        "sector": "string",
        "origin": "category",
        "in_room": "boolean",
        "offers_help": "boolean",
        "max_missions": "Int8",
        "reach": "string",
        "days": "string",
        "until": "string",
        "car": "boolean",
        "languages": "string",
        "joined_at": _TIME,
    },
    "ideas": {
        "idea": "string",
        **_UNDER,
        "text": "string",
        "source": "category",
        "author": "string",
        "option": "string",
        "written_at": _TIME,
    },
    "options": {
        "option": "string",
        **_UNDER,
        "title": "string",
        "lone": "boolean",
        "ideas": "Int16",
        "kind": "category",
        "dots": "Int16",
        "supporters": "Int16",
        "grade": "Int8",
        "agree": "Int16",
        "disagree": "Int16",
        "passed": "Int16",
        "points": "Int64",
        "approvals": "Int16",
        "cost": "Int64",
        "funded": "boolean",
        "rank": "Int16",
    },
    "votes": {
        "participant": "string",
        **_UNDER,
        "option": "string",
        "kind": "category",
        "dots": "Int8",
        "grade": "Int8",
        "stance": "Int8",
        "points": "Int64",
    },
    "scores": {
        "participant": "string",
        **_UNDER,
        "competence": "Int8",
        "interest": "Int8",
        "unsure": "boolean",
    },
    "missions": {
        "mission": "string",
        **_UNDER,
        "title": "string",
        "places": "Int16",
        "min_places": "Int16",
        "min_competence": "Int8",
        "importance": "Int8",
        "sector": "string",
        "first_date": "string",
        "last_date": "string",
        "begins": "string",
        "finishes": "string",
        "days": "string",
        "car": "boolean",
        "language": "string",
    },
    "assignments": {
        "participant": "string",
        "mission": "string",
        **_UNDER,
        "status": "category",
        "by_hand": "boolean",
        "reason": "string",
        "beside": "string",
        "another": "boolean",
    },
    "contacts": {
        "participant": "string",
        "pseudonym": "string",
        "name": "string",
        "email": "string",
        "phone": "string",
        "sector": "string",
        "consented_at": _TIME,
        "purpose": "string",
        "may_show_name": "boolean",
    },
}


class Stakes:
    """Lookup of a challenge's two columns: its id and its stake."""

    def __init__(self, challenges: Sequence[Challenge]) -> None:
        self._stakes = {one.id: one.stake for one in challenges}
        self.words = tuple(dict.fromkeys(self._stakes.values()))

    def of(self, challenge: str) -> dict[str, str]:
        """Return the columns that name ``challenge``."""
        return {"challenge": challenge, "stake": self._stakes[challenge]}


def _frame(name: str, rows: Iterable[Mapping[str, Any]], **words: Iterable[str]) -> pd.DataFrame:
    """Return the rows with the frame's columns and dtypes; ``words`` are the categories of its categorical columns."""
    kinds = FRAMES[name]
    found = pd.DataFrame([[row[column] for column in kinds] for row in rows], columns=list(kinds), dtype=object)
    return found.astype(
        {
            column: pd.CategoricalDtype(list(dict.fromkeys(words[column]))) if kind == "category" else kind
            for column, kind in kinds.items()
        }
    )


def _or_missing(text: str) -> str | None:
    return text or None


def read_challenges(challenges: Sequence[Challenge], stakes: Stakes) -> pd.DataFrame:
    """Return the challenges, by position."""
    parts = ("action", "population", "territory", "deadline", "indicator")
    rows = (
        {
            **stakes.of(one.id),
            "position": position,
            "statement": one.statement,
            **{part: _or_missing(getattr(one, part)) for part in parts},
            "revealed_at": one.revealed_at,
        }
        for position, one in enumerate(challenges)
    )
    return _frame("challenges", rows, stake=stakes.words)


def read_presence(
    participants: Sequence[Participant], volunteers: Sequence[Volunteer], language: str | None
) -> pd.DataFrame:
    """Return who took part, without a name."""
    say = (lambda category: category) if language is None else Translator(language).category
    offers = {one.participant: one for one in volunteers if is_offer(one)}
    rows: list[dict[str, Any]] = [
        {
            "participant": one.id,
            "category": say(one.category) if one.category else None,
            "sector": _or_missing(one.sector),
            "origin": one.origin.value,
            "in_room": one.origin.seated,
            "offers_help": one.id in offers,
            **_describe_offer(offers.get(one.id)),
            "joined_at": one.joined_at,
        }
        for one in participants
    ]
    own = sorted(row["category"] for row in rows if row["category"] is not None)
    return _frame("presence", rows, category=[*map(say, Category), *own], origin=Origin)


def _describe_offer(offer: Volunteer | None) -> dict[str, object]:
    """Return what an offer of help says of how much, where and when; nothing for whoever made none."""
    if offer is None:
        return dict.fromkeys(("max_missions", "reach", "days", "until", "car", "languages"))
    return {
        "max_missions": offer.max_missions,
        "reach": _or_missing(", ".join(offer.reach)),
        "days": _or_missing(", ".join(offer.days)),
        "until": _or_missing(offer.until),
        "car": offer.car,
        "languages": _or_missing(", ".join(offer.languages)),
    }


def read_ideas(ideas: Sequence[Idea], options: Sequence[Option], stakes: Stakes, language: str | None) -> pd.DataFrame:
    """Return the ideas, in the order they were written; one that is held back is in no option."""
    options_of = {idea.id: option.id for option in options for idea in option.ideas}
    words = {one: one.value if language is None else Translator(language)(f"words.source.{one}") for one in Source}
    rows = [
        {
            "idea": idea.id,
            **stakes.of(idea.challenge),
            "text": conceal_contacts(idea.text),
            "source": None if idea.source is None else words[idea.source],
            "author": idea.author,
            "option": options_of.get(idea.id),
            "written_at": idea.written_at,
        }
        for idea in ideas
    ]
    rows.sort(key=lambda row: (row["written_at"], row["idea"]))
    return _frame("ideas", rows, stake=stakes.words, source=words.values())


def read_options(rules: Mapping[str, VoteRule], tallies: Mapping[str, Sequence[Tally]], stakes: Stakes) -> pd.DataFrame:
    """Return what one votes on with its result, the best first in each challenge.

    ``rules`` are those of the rounds that count, and ``tallies`` what was counted by them, by challenge.
    """
    rows = (
        {
            "option": tally.option.id,
            **stakes.of(challenge),
            "title": conceal_contacts(tally.option.title),
            "lone": tally.option.lone,
            "ideas": len(tally.option.ideas),
            "kind": tally.kind.value,
            **_describe_gathered(rules[challenge], tally),
            "rank": tally.rank,
        }
        for challenge, counted in tallies.items()
        for tally in counted
    )
    return _frame("options", rows, stake=stakes.words, kind=VoteKind)


def _describe_gathered(rule: VoteRule, tally: Tally) -> dict[str, Any]:
    """Return the columns of each kind of vote, missing where the vote is of another."""
    dots, budget = rule.kind is VoteKind.DOTS, rule.kind is VoteKind.BUDGET
    judged, said = tally.judgment, tally.stances
    return {
        "dots": tally.dots if dots else None,
        "supporters": tally.supporters if dots else None,
        "grade": None if judged is None or judged.median is None else int(judged.median),
        "agree": None if said is None else said.agree,
        "disagree": None if said is None else said.disagree,
        "passed": None if said is None else said.passed,
        "points": tally.dots if budget and rule.points else None,
        "approvals": tally.supporters if budget else None,
        "cost": tally.cost,
        "funded": tally.funded,
    }


#: In which column of the votes stands what one person gave, by the kind of vote.
_GIVEN: Final = {
    VoteKind.DOTS: "dots",
    VoteKind.GRADES: "grade",
    VoteKind.STATEMENTS: "stance",
    VoteKind.BUDGET: "points",
}


def read_votes(
    options: Sequence[Option],
    rules: Mapping[str, VoteRule],
    ballots: Mapping[str, Mapping[str, Ballot]],
    stakes: Stakes,
) -> pd.DataFrame:
    """Return who gave what to what; ``ballots`` are each person's, by challenge."""
    rows = (
        {
            "participant": person,
            **stakes.of(option.challenge),
            "option": option.id,
            "kind": rules[option.challenge].kind.value,
            **dict.fromkeys(_GIVEN.values()),
            _GIVEN[rules[option.challenge].kind]: ballot[option.id],
        }
        for option in options
        for person, ballot in ballots[option.challenge].items()
        if option.id in ballot
    )
    return _frame("votes", rows, stake=stakes.words, kind=VoteKind)


def read_scores(scores: Iterable[Score], stakes: Stakes) -> pd.DataFrame:
    """Return the answers on the matrices."""
    rows = (
        {
            "participant": one.participant,
            **stakes.of(one.challenge),
            "competence": one.competence,
            "interest": one.interest,
            "unsure": one.unsure,
        }
        for one in scores
    )
    return _frame("scores", rows, stake=stakes.words)


#: What is said of a mission in words, days and hours.
_MISSION_WORDS: Final = ("sector", "first_date", "last_date", "begins", "finishes", "language")


def read_missions(missions: Iterable[Mission], stakes: Stakes) -> pd.DataFrame:
    """Return the missions, in the order they came."""
    rows = (
        {
            "mission": one.id,
            **stakes.of(one.challenge),
            "title": one.title,
            "places": one.places,
            "min_places": one.min_places,
            "min_competence": one.min_competence,
            "importance": one.importance,
            **{name: _or_missing(getattr(one, name)) for name in _MISSION_WORDS},
            "days": _or_missing(", ".join(one.days)),
            "car": one.car,
        }
        for one in missions
    )
    return _frame("missions", rows, stake=stakes.words)


def read_assignments(assignments: Iterable[Assignment], missions: Iterable[Mission], stakes: Stakes) -> pd.DataFrame:
    """Return who is assigned to what."""
    under = {one.id: one.challenge for one in missions}
    rows = (
        {
            "participant": one.participant,
            "mission": one.mission,
            **stakes.of(under[one.mission]),
            "status": one.status.value,
            "by_hand": one.by_hand,
            "reason": one.reason.code,
            "beside": one.beside,
            "another": one.another,
        }
        for one in assignments
    )
    return _frame("assignments", rows, stake=stakes.words, status=AssignmentStatus)


def read_contacts(participants: Sequence[Participant], volunteers: Sequence[Volunteer]) -> pd.DataFrame:
    """Return how to reach people, as far as they said."""
    left = {one.participant: one for one in volunteers}
    details = ("name", "email", "phone", "sector", "consented_at", "purpose", "may_show_name")
    rows = (
        {
            "participant": one.id,
            "pseudonym": one.pseudonym,
            **{detail: None if one.id not in left else _detail(left[one.id], detail) for detail in details},
        }
        for one in participants
    )
    return _frame("contacts", rows)


def _detail(volunteer: Volunteer, name: str) -> object:
    value: object = getattr(volunteer, name)
    return None if value == "" else value
