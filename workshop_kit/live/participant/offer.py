"""An offer of help: the only place where a phone asks for a name, and only with consent."""

from __future__ import annotations

import re
from typing import Any, Final

from workshop_kit.domain.model import Participant, Phase, Volunteer
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.participant.entries import clean_line, clean_name, demand_length, say_date
from workshop_kit.live.participant.ideas import describe_challenge
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository

_TAKES_OFFERS: Final = (Phase.OFFER, Phase.MISSIONS, Phase.THANKS)
#: Loose on purpose: an address is proved by writing to it; this only catches a slip of the thumb.
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 .()/-]{5,24}")


class OffersHelp(SeatedWindow):
    """One person's own contact details, given with consent for one purpose, and taken back at will."""

    def offer_model(self) -> dict[str, Any]:
        """Return the form, what one offered so far, and in words for what and until when it is kept."""
        if not self._is_in(Phase.OFFER):
            return {"visible": False}
        return self.store.read(self._read_offer)

    def offer_help(
        self,
        *,
        name: object,
        email: object,
        phone: object,
        challenges: object,
        consent: object,
        may_show_name: object,
        intention: str,
    ) -> dict[str, Any]:
        """Offer help for some challenges (none named: any), with a way to be reached.

        Raises
        ------
        InvalidEntry
            ``consent-needed``, ``name-length``, ``contact-needed``, ``email-shape``, ``phone-shape``.
        MissingEntry
            A challenge is not there.
        NotAllowed
            ``not-seated``, ``offer-not-open``.

        """
        if consent is not True:
            raise InvalidEntry("consent-needed")

        def offer(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase not in _TAKES_OFFERS:
                raise NotAllowed("offer-not-open")
            reached_by = _demand_contact(email, phone)
            repository.update_volunteer(
                Volunteer(
                    participant=me.id,
                    name=demand_length(clean_name(name), 1, 80, "name-length"),
                    email=reached_by[0],
                    phone=reached_by[1],
                    sector=me.sector,
                    consented_at=self.now(),
                    purpose=self.purpose,
                    may_show_name=may_show_name is True,
                    challenges=_demand_challenges(repository, challenges),
                )
            )
            return {"offered": True}

        return self._act(intention, offer)

    def withdraw_offer(self, *, intention: str) -> dict[str, Any]:
        """Take the offer back: the contact details are erased at once, in any phase."""

        def withdraw(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_volunteer(me.id) is not None:
                repository.remove_volunteer(me.id)
            return {"offered": False}

        return self._act(intention, withdraw)

    @property
    def purpose(self) -> str:
        """What consent is asked for, in the words the person reads; the same words are recorded with it."""
        say = Translator(self.language)
        return say("participant.offer.purpose", title=self.workshop.title, territory=self.workshop.territory)

    def _read_offer(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        return {
            "visible": True,
            "challenges": [describe_challenge(challenge) for challenge in repository.list_challenges()],
            "purpose": self.purpose,
            "retention": say_date(self.workshop.retention_until, self.language),
            "offer": describe_offer(repository.find_volunteer(me.id), self.language),
        }


def describe_offer(volunteer: Volunteer | None, language: str) -> dict[str, Any] | None:
    """Return one's own offer as one's own page shows it."""
    if volunteer is None or volunteer.consented_at is None:
        return None
    return {
        "name": volunteer.name,
        "email": volunteer.email,
        "phone": volunteer.phone,
        "challenges": list(volunteer.challenges),
        "may_show_name": volunteer.may_show_name,
        "consented_on": say_date(volunteer.consented_at, language),
        "purpose": volunteer.purpose,
    }


def _demand_contact(email: object, phone: object) -> tuple[str, str]:
    address, number = clean_line(email), clean_line(phone)
    if address == "" and number == "":
        raise InvalidEntry("contact-needed")
    if address != "" and (len(address) > 254 or _EMAIL.fullmatch(address) is None):
        raise InvalidEntry("email-shape", received=address[:60])
    if number != "" and _PHONE.fullmatch(number) is None:
        raise InvalidEntry("phone-shape", received=number[:60])
    return address, number


def _demand_challenges(repository: Repository, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise InvalidEntry("malformed-intention")
    known = [challenge.id for challenge in repository.list_challenges()]
    for one in value:
        if one not in known:
            raise MissingEntry("no-challenge", id=one[:60])
    return tuple(challenge for challenge in known if challenge in value)
