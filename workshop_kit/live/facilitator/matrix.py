"""Step 4: one matrix a challenge, and scores said for someone without a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import clean_name
from workshop_kit.domain.matrix import ROWS, check_score, place_scores
from workshop_kit.domain.model import Challenge, Participant, Score
from workshop_kit.domain.presence import list_seated
from workshop_kit.domain.seats import resolve_seats, stand_for_scores
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.contributing import say_unsure, score_competence, score_interest
from workshop_kit.live.acts.minding import keep_any_score
from workshop_kit.live.acts.speaking import find_spoken_for, list_spoken_for, offer_words, seat_someone
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.matrix import MatricesModel, NamedMatrix, ScoredFor, ScoreFor
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.matrix import count_matrix
from workshop_kit.live.screen.showing import find_place
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.store import Repository


class MatricesDesk(Desk):
    """The matrices (*matrices*) as they fill, with the pseudonyms behind each cell."""

    @shows("score", "challenge", "participant", "stakeholder", "workshop", pace=DRAW_EVERY)
    def matrix_model(self) -> MatricesModel:
        """Return every matrix with its counts, the pseudonyms of each cell, and the people one may score for."""
        return self.store.read(self._read_matrices)

    @intention
    def score_for(self, repository: Repository, asked: ScoreFor) -> ScoredFor:
        """Score a challenge for someone without a phone, someone of a file, or a new person.

        Raises
        ------
        InvalidEntry
            ``score-half-given``, ``unsure-with-score``, ``speaks-for-themselves`` who has a phone, or who the new
            person is: ``proxy-pseudonym-missing``, ``proxy-pseudonym-taken`` (their scores would be lost),
            ``text-too-short``, ``text-too-long``, ``proxy-category``.
        MissingEntry
            An unknown challenge or participant.
        NotAllowed
            ``score-given``: they answered, and it is not said that this is instead.

        """
        if not asked.unsure and (asked.competence is None or asked.interest is None):
            raise InvalidEntry("score-half-given")
        check_score(asked.competence, asked.interest, unsure=asked.unsure)
        scored = repository.find_challenge(asked.challenge)
        person = self._find_person(repository, asked)
        if not asked.again:
            keep_any_score(repository, person, scored.id)
        if asked.unsure:
            say_unsure(repository, person.id, scored.id)
        if asked.competence is not None:
            score_competence(repository, person.id, scored.id, asked.competence)
        if asked.interest is not None:
            score_interest(repository, person.id, scored.id, asked.interest)
        return {"participant": person.id}

    def _find_person(self, repository: Repository, asked: ScoreFor) -> Participant:
        if asked.participant is not None:
            return find_spoken_for(repository, asked.participant)
        if not clean_name(asked.pseudonym):
            raise InvalidEntry("proxy-pseudonym-missing")
        return seat_someone(repository, asked.pseudonym, asked.category, self.now())

    def _read_matrices(self, repository: Repository) -> MatricesModel:
        participants = repository.list_participants()
        challenges = repository.list_challenges()
        names = tell_apart(participants, self.translator)
        spoken_for = ((names[one.id], one.id) for one in list_spoken_for(repository))
        named = sorted(spoken_for, key=lambda person: person[0].casefold())
        return {
            "current": _find_first(repository, challenges),
            "challenges": [
                _read_matrix(challenge, number, repository.list_scores(challenge.id), participants, names)
                for number, challenge in enumerate(challenges, start=1)
            ],
            "people": [{"id": person, "pseudonym": name} for name, person in named],
            "categories": offer_words(repository, self.translator),
        }


def _find_first(repository: Repository, challenges: Sequence[Challenge]) -> str | None:
    """Return the challenge whose matrix is looked at first: the one on the screen, else the first, as on phones."""
    place = find_place(repository)
    page = place.page if place.phase is Phase.SCORING else 0
    return challenges[min(page, len(challenges) - 1)].id if challenges else None


def _read_matrix(
    challenge: Challenge,
    number: int,
    scores: Sequence[Score],
    participants: Sequence[Participant],
    pseudonyms: Mapping[str, str],
) -> NamedMatrix:
    names: dict[str, list[str]] = {}
    counted = stand_for_scores(scores, resolve_seats(participants))
    for score in counted:
        if score.competence is not None and score.interest is not None:
            cell = f"{ROWS.index(score.interest)}-{score.competence}"
            names.setdefault(cell, []).append(pseudonyms[score.participant])
    seated = {one.id for one in list_seated(participants)}
    return {
        **number_challenge(challenge, number),
        **count_matrix(scores, participants),
        "others": sum(one not in seated for one in place_scores(counted).everybody),
        "names": {cell: sorted(people, key=str.casefold) for cell, people in names.items()},
        "unsure_names": sorted((pseudonyms[score.participant] for score in counted if score.unsure), key=str.casefold),
    }
