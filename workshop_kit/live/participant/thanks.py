"""What one person gave to the workshop, all of it, for them alone."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Challenge, Participant, Phase
from workshop_kit.i18n import Translator
from workshop_kit.live.participant.entries import say_date
from workshop_kit.live.participant.ideas import describe_challenge
from workshop_kit.live.participant.mission import AnswersMissions
from workshop_kit.live.participant.offer import describe_offer
from workshop_kit.live.participant.scores import describe_score
from workshop_kit.live.participant.vote import count_dots
from workshop_kit.store import Repository


class KeepsTrack(AnswersMissions):
    """Everything the store keeps of this person, to read, to carry away, or to erase."""

    def thanks_model(self, *, opened: bool) -> dict[str, Any]:
        """Return the thanks and what was given; read from the store only when it is looked at."""
        if self.participant is None:
            return {"visible": False}
        thanking = self.workshop.phase is Phase.THANKS
        given = self.store.read(self._read_given) if opened or thanking else None
        return {"visible": True, "thanking": thanking, "opened": opened, "given": given}

    def _read_given(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        translator = Translator(self.language)
        shows_missions = self.workshop.phase in (Phase.MISSIONS, Phase.THANKS)
        return {
            "title": self.workshop.title,
            "pseudonym": me.pseudonym,
            "category": translator.category(me.category),
            "sector": me.sector,
            "form": self._read_form(repository),
            "retention": say_date(self.workshop.retention_until, self.language),
            "challenges": [_read_challenge(repository, me, one) for one in repository.list_challenges()],
            "offer": describe_offer(repository.find_volunteer(me.id), self.language),
            "missions": self._list_missions(repository, me) if shows_missions else [],
        }


def _read_challenge(repository: Repository, me: Participant, challenge: Challenge) -> dict[str, Any]:
    given = repository.list_dots(challenge.id, me.id)
    options = list_options(repository.list_ideas(challenge.id), repository.list_groups(challenge.id)) if given else ()
    dots = count_dots(options, given)
    return (
        describe_challenge(challenge)
        | describe_score(repository.find_score(me.id, challenge.id))
        | {
            "ideas": [idea.text for idea in repository.list_ideas(challenge.id, me.id)],
            "dots": [{"title": one.title, "count": dots[one.id]} for one in options if one.id in dots],
        }
    )
