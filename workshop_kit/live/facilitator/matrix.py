"""Step 4: one matrix a challenge, and scores said for someone without a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.matrix import ROWS, check_score
from workshop_kit.domain.model import Category, Challenge, Origin, Participant, Score
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.entries import need_line, new_identifier
from workshop_kit.live.matrix import count_matrix
from workshop_kit.store import Repository

#: The longest pseudonym, in characters.
PSEUDONYM_AT_MOST: Final = 40


class MatricesDesk(Desk):
    """The matrices (*matrices*) as they fill, with the pseudonyms behind each cell."""

    def matrices_model(self) -> dict[str, Any]:
        """Return every matrix with its counts, the pseudonyms of each cell, and the people one may score for."""
        return self.store.read(_read_matrices)

    def score_for(
        self,
        *,
        challenge: str,
        participant: str | None = None,
        pseudonym: str = "",
        category: str = "",
        competence: int | None = None,
        interest: int | None = None,
        unsure: bool = False,
        intention: str | None = None,
    ) -> dict[str, Any]:
        """Score ``challenge`` for someone: a known ``participant``, or a new person named ``pseudonym``.

        Parameters
        ----------
        challenge, participant
            Ids; ``participant`` is ``None`` for a new person.
        pseudonym, category
            Who the new person is; a pseudonym already taken is refused.
        competence, interest
            0..3 and -2..+2; both are needed unless ``unsure``.
        unsure
            The answer "I don't know"; then competence and interest are left out.

        Raises
        ------
        InvalidEntry
            A score out of range, half a score, or a pseudonym that is empty, too long or taken.
        MissingEntry
            An unknown challenge or participant.

        """
        if not unsure and (competence is None or interest is None):
            raise InvalidEntry("score-half-given")
        check_score(competence, interest, unsure=unsure)

        def action(repository: Repository) -> dict[str, Any]:
            found = repository.find_challenge(challenge)
            if participant is None:
                person = self._welcome_someone(repository, pseudonym, category)
            else:
                person = repository.find_participant(participant)
            repository.update_score(Score(person.id, found.id, competence, interest, unsure=unsure))
            return {"participant": person.id, "pseudonym": person.pseudonym}

        return self.store.perform(intention, action)

    def _welcome_someone(self, repository: Repository, pseudonym: str, category: str) -> Participant:
        name = need_line(pseudonym, PSEUDONYM_AT_MOST, "proxy-pseudonym-missing")
        if repository.find_participant_by_pseudonym(name) is not None:
            raise InvalidEntry("proxy-pseudonym-taken", pseudonym=name)
        if category not in tuple(Category):
            raise InvalidEntry("proxy-category", category=category)
        person = Participant(new_identifier(), name, category, "", Origin.PROXY, self.now())
        repository.add_participant(person)
        return person


def _read_matrices(repository: Repository) -> dict[str, Any]:
    participants = repository.list_participants()
    pseudonyms = {person.id: person.pseudonym for person in participants}
    challenges = repository.list_challenges()
    return {
        "current": repository.find_workshop().current_challenge,
        "challenges": [
            _read_matrix(challenge, number, repository.list_scores(challenge.id), participants)
            for number, challenge in enumerate(challenges, start=1)
        ],
        "people": [{"id": identifier, "pseudonym": name} for identifier, name in _by_name(pseudonyms)],
        "categories": [category.value for category in Category],
    }


def _read_matrix(
    challenge: Challenge, number: int, scores: Sequence[Score], participants: Sequence[Participant]
) -> dict[str, Any]:
    pseudonyms = {person.id: person.pseudonym for person in participants}
    names: dict[str, list[str]] = {}
    for score in scores:
        if score.competence is not None and score.interest is not None:
            cell = f"{ROWS.index(score.interest)}-{score.competence}"
            names.setdefault(cell, []).append(pseudonyms[score.participant])
    return {
        "id": challenge.id,
        "number": number,
        "stake": challenge.stake,
        "statement": challenge.statement,
        **count_matrix(scores, participants),
        "names": {cell: sorted(people, key=str.casefold) for cell, people in names.items()},
        "unsure_names": sorted((pseudonyms[score.participant] for score in scores if score.unsure), key=str.casefold),
    }


def _by_name(pseudonyms: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(pseudonyms.items(), key=lambda item: item[1].casefold())
