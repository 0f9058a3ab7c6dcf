"""Step 2: how many volunteers came forward before the workshop, and a paper list typed in line by line."""

from __future__ import annotations

from workshop_kit.domain.model import Origin, Participant
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts import filling
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.list import ListModel, TakeLineBack, TypedLine, TypeVolunteer
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.door import read_words
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.joining import JOIN, read_join_address
from workshop_kit.store import Repository


class ListDesk(Desk):
    """The volunteers of the form and of paper lists, counted."""

    @shows(
        *("workshop", "challenge", "step", "participant", "volunteer", "score", JOIN),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "step", JOIN),
    )
    def list_model(self) -> ListModel:
        """Return how many forms came, in all and on each stake."""
        return self.store.read(self._read_list)

    @intention
    def type_volunteer(self, repository: Repository, asked: TypeVolunteer) -> TypedLine:
        """Type in one line of a paper list: somebody new, whoever bears the same name.

        Raises
        ------
        InvalidEntry
            ``line-consent-needed``: a name or a way to be reached without a purpose that it is for; ``line-empty``;
            ``form-name-needed``, ``email-shape``, ``phone-shape``, ``line-half`` (told ``number``): one of the two
            answers on a stake is missing.

        """
        answers = list(zip(asked.challenges, asked.competences, asked.interests, strict=False))
        answered = [one for one in answers if one[1] is not None or one[2] is not None or one[0] in asked.unsure]
        if (asked.name or asked.reach) and not asked.purposes:
            raise InvalidEntry("line-consent-needed")
        if not answered and not asked.purposes:
            raise InvalidEntry("line-empty")
        for number, (challenge, competence, interest) in enumerate(answers, start=1):
            if challenge not in asked.unsure and (competence is None) is not (interest is None):
                raise InvalidEntry("line-half", number=number)
        person = filling.add_from_paper(repository, self.now())
        language = repository.find_workshop().language
        filling.say_who(repository, person, asked.name, asked.reach, asked.purposes, self.now(), language)
        for challenge, competence, interest in answered:
            unsure = challenge in asked.unsure
            given = (None, None) if unsure else (competence, interest)
            filling.answer_stake(repository, person, challenge, *given, unsure=unsure)
        if asked.days:
            filling.say_days(repository, person, (), asked.days)
        return {"participant": person.id}

    @intention
    def take_line_back(self, repository: Repository, asked: TakeLineBack) -> None:
        """Take a line back that was typed in here: it was a slip, and nobody asked to be erased.

        Raises
        ------
        InvalidEntry
            ``line-not-typed``: it is somebody's own form, or somebody in the room.
        MissingEntry
            It is not there any more.

        """
        person = repository.find_participant(asked.participant)
        if not _is_of_paper(repository, person):
            raise InvalidEntry("line-not-typed")
        repository.remove_participant(person.id)

    def _read_list(self, repository: Repository) -> ListModel:
        workshop, steps = repository.find_workshop(), repository.list_steps()
        forms = {one.id: one for one in repository.list_participants() if one.origin is Origin.FORM}
        offers = [one for one in repository.list_volunteers() if one.participant in forms]
        scores = [one for one in repository.list_scores() if one.participant in forms]
        of_phones = repository.list_with_browser()
        return {
            "phase": workshop.phase,
            "since": steps[-1].number if steps else 0,
            "join": read_join_address(),
            "door": read_words(),
            "forms": len(forms),
            "typed": sum(one not in of_phones for one in forms),
            "reachable": sum(bool(one.email or one.phone) for one in offers),
            "retention": say_date(workshop.retention_until, self.language),
            "challenges": [
                {**number_challenge(one, number), "forms": sum(score.challenge == one.id for score in scores)}
                for number, one in enumerate(repository.list_challenges(), start=1)
            ],
        }


def _is_of_paper(repository: Repository, person: Participant) -> bool:
    return person.origin is Origin.FORM and not repository.has_browser(person.id)
