"""What is never done: why a person may not take a mission, as reasons."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from workshop_kit.domain.assigning.people import Candidate, find_near, reaches
from workshop_kit.domain.assigning.times import is_free, list_days_asked, list_times
from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import Mission, Reason, Volunteer
from workshop_kit.domain.names import fold_name

#: From this competence on somebody takes a beginner along.
MENTOR_COMPETENCE: Final = 2
#: The one barrier that somebody to go with lifts.
BELOW: Final = "competence"
#: The reason of those who were given somebody to go with.
BESIDE: Final = "assigned-beside"
#: Languages in which everybody is taken to speak: those the workshop itself is held in.
_SPOKEN_BY_ALL: Final = frozenset({"francais", "french"})


def find_barriers(person: Candidate, mission: Mission) -> tuple[Reason, ...]:
    """Return every rule that keeps somebody from a mission (*obstacles*), empty: they may take it by themselves.

    Where ``competence`` is the only one, a beginner may take it beside somebody of competence 2 or more.

    Returns
    -------
    tuple of Reason
        ``not-offered``; ``no-answer``, ``unsure``, or ``interest`` and ``competence``; ``reach``, ``car``,
        ``language``, ``days``, ``until``.

    """
    found = [] if person.offers(mission.challenge) else [Reason("not-offered")]
    placed = person.score_on(mission.challenge)
    if placed is None:
        score = person.scores.get(mission.challenge)
        found.append(Reason("unsure" if score is not None and score.unsure else "no-answer"))
    else:
        if placed[1] < INTEREST_NEEDED:
            found.append(Reason("interest", {"interest": placed[1]}))
        if placed[0] < mission.min_competence:
            found.append(Reason(BELOW, {"competence": placed[0], "needed": mission.min_competence}))
    return (*found, *find_practical(person.offer, person.sector, mission))


def find_practical(offer: Volunteer | None, sector: str, mission: Mission) -> tuple[Reason, ...]:
    """Return what a mission asks for and somebody does not bring (*conditions pratiques*).

    What nobody was asked about is not brought; who named no sector goes anywhere.

    Parameters
    ----------
    offer
        What they offered, ``None``: nothing.
    sector
        Where they live, ``""``: not said. It is always within reach.
    mission
        What is asked.

    Returns
    -------
    tuple of Reason
        ``reach``, ``car``, ``language``, ``days``, ``until``.

    """
    found = []
    if not reaches(find_near(offer, sector), mission.sector):
        found.append(Reason("reach", {"sector": mission.sector}))
    if mission.car and (offer is None or offer.car is not True):
        found.append(Reason("car"))
    if not speaks(offer, mission.language):
        found.append(Reason("language", {"language": mission.language}))
    if offer is not None and not is_free(offer.days, list_times(mission)):
        found.append(Reason("days"))
    if offer is not None and offer.until and mission.first_date > offer.until:
        found.append(Reason("until", {"until": offer.until}))
    return tuple(found)


def speaks(offer: Volunteer | None, language: str) -> bool:
    """Tell whether somebody speaks the language that a mission asks for; ``""`` and French are everybody's."""
    asked = fold_name(language)
    if not asked or asked in _SPOKEN_BY_ALL:
        return True
    return offer is not None and asked in {fold_name(one) for one in offer.languages}


def serves(mission: Mission, competence: int, other: Mission) -> bool:
    """Tell whether whoever could help ``mission`` with this competence could take a place of ``other`` as well."""
    return (
        other.challenge == mission.challenge
        and other.min_competence <= competence
        and fold_name(other.sector) in {"", fold_name(mission.sector)}
        and (mission.car or not other.car)
        and (fold_name(other.language) == fold_name(mission.language) or speaks(None, other.language))
        and _comes_then(mission, other)
    )


def mark_service(other: Mission) -> Hashable:
    """Return all that ``serves`` looks at of a mission that it serves: of missions alike in it one tells for all."""
    asked = fold_name(other.sector), other.car, fold_name(other.language), list_days_asked(other)
    return other.challenge, other.min_competence, asked


def _comes_then(mission: Mission, other: Mission) -> bool:
    """Tell whether whoever offered the days that ``mission`` asks for, whichever they are, can come to ``other``."""
    asked, offered = list_days_asked(other), list_days_asked(mission)
    return not asked or (bool(offered) and all(any(set(days) <= set(given) for days in asked) for given in offered))
