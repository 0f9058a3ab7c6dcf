"""An offer of help: a yes or a no a challenge, what one can do, and a way to be reached, with consent alone."""

from __future__ import annotations

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import Participant, Volunteer
from workshop_kit.domain.offering import is_offer, list_asked_about, offers_any, says_no
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.contributing import say_organiser, say_purpose
from workshop_kit.live.acts.offering import answer_offer, keep_offer, note_may_ask, withdraw_offer
from workshop_kit.live.acts.terms import describe_terms, let_show_name, say_terms
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.mission import KeptDetails, Offered
from workshop_kit.live.contract.participant.offer import (
    AnswerOffer,
    LetShowName,
    Offer,
    OfferedChallenge,
    OfferHelp,
    OfferModel,
    SayTerms,
    Terms,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class OffersHelp(SeatedWindow):
    """One person's own contact details, given with consent for one purpose, and taken back at will.

    Two seats are joined by the facilitator, who may be mistaken: of details given on another seat nothing is read here
    but that there are some, nor what was said there that one can do, in words of one's own. Where a browser came with
    the code of the seat, neither is read either.
    """

    @shows("challenge", "sector", own=("volunteer",))
    def offer_model(self) -> OfferModel | Hidden:
        """Return the form, what one offered so far, and in words for what and until when it is kept."""
        return self.store.read(self._read_offer) if self._is_shown("offer") else Hidden(visible=False)

    @intention
    def answer_offer(self, repository: Repository, me: Participant, asked: AnswerOffer) -> None:
        """Say whether one would help with some challenges: no contact details are asked for, whatever one says.

        Raises
        ------
        MissingEntry
            A challenge is not there.

        """
        answer_offer(repository, me, asked.challenges, self.now(), willing=asked.willing)

    @intention
    def offer_help(self, repository: Repository, me: Participant, asked: OfferHelp) -> None:
        """Leave a way to be reached for some challenges, besides those named, for the purposes that one agrees to.

        Raises
        ------
        InvalidEntry
            ``consent-needed``, ``contact-needed``, ``email-shape``, ``phone-shape``.
        MissingEntry
            A challenge is not there.

        """
        keep_offer(repository, me, asked, self.purpose, self.now())

    @intention
    def withdraw_offer(self, repository: Repository, me: Participant) -> None:
        """Take the offer back: the contact details are erased at once, in any phase, and no mission is proposed.

        Nobody asks them for help again either, unless they offer it anew.
        """
        withdraw_offer(repository, me, self.now())
        note_may_ask(repository, me, False)

    @intention
    def say_terms(self, repository: Repository, me: Participant, asked: SayTerms) -> None:
        """Say what one can do, all of it optional: how many missions, when, until when, where, with what.

        Raises
        ------
        InvalidEntry
            ``day-shape``, ``until-past``, ``unknown-sector``.
        NotAllowed
            ``terms-elsewhere``: what is there already is not read here, see ``OfferModel``, and so not replaced.

        """
        if self.came_by_code:
            raise NotAllowed("terms-elsewhere")
        say_terms(repository, me, asked, self.now().astimezone().date())

    @intention
    def let_show_name(self, repository: Repository, me: Participant, asked: LetShowName) -> None:
        """Say whether the others of one's missions, the screen and the synthesis may say who one is."""
        let_show_name(repository, me, yes=asked.yes)

    @property
    def purpose(self) -> str:
        """What consent is asked for, in the words the person reads; the same words are recorded with it."""
        return say_purpose(self.workshop, self.language)

    def _read_offer(self, repository: Repository) -> OfferModel:
        me = self._find_me(repository)
        person = Person(repository, me.id)
        offer, hide = person.find_offer(), conceal_contacts
        return {
            "visible": True,
            "late": self.workshop.phase is not Phase.OFFER,
            "challenges": list_asked(repository, me, person),
            "organiser": say_organiser(self.workshop, self.language),
            "purpose": self.purpose,
            "retention": say_date(self.workshop.retention_until, self.language),
            "offer": self._describe_offer(repository, me),
            "kept": self._describe_kept(repository.find_volunteer(me.id)),
            "elsewhere": is_elsewhere(offer, me),
            "agreed": list_agreed(repository, me),
            "terms": self._describe_terms(offer, me),
            "sectors": list(
                dict.fromkeys(hide(one.name) for one in repository.list_sectors() if one.name != me.sector)
            ),
            "sector": hide(me.sector),
        }

    def _describe_terms(self, offer: Volunteer | None, me: Participant) -> Terms | None:
        """Return what one said one can do, ``None`` where another seat says it, or whoever came by code would read."""
        if self.came_by_code or (offer is not None and offer.participant != me.id):
            return None
        return describe_terms(offer, self.language)

    def _describe_offer(self, repository: Repository, me: Participant) -> Offer | None:
        offer = describe_offer(repository.find_volunteer(me.id), self.language)
        if offer is not None and self.came_by_code:  # whoever read the code over a shoulder could come by it
            return {**offer, "name": "", "email": "", "phone": "", "concealed": True}
        return offer

    def _describe_kept(self, own: Volunteer | None) -> KeptDetails | None:
        """Return the details that this seat agreed to be kept, for anything; nothing of them by a code."""
        if own is None or not (own.consented_at or own.consents) or not (own.email or own.phone):
            return None
        given = own.consented_at or min(one.at for one in own.consents)
        hidden = self.came_by_code
        return {
            "name": "" if hidden else own.name,
            "email": "" if hidden else own.email,
            "phone": "" if hidden else own.phone,
            "mission": own.consented_at is not None,
            "consented_on": say_date(given, self.language),
            "concealed": hidden,
        }


def is_elsewhere(offer: Volunteer | None, me: Participant) -> bool:
    """Tell whether a person's offer of help was given on another seat of theirs."""
    return offer is not None and offer.consented_at is not None and offer.participant != me.id


def list_asked(repository: Repository, me: Participant, person: Person) -> list[OfferedChallenge]:
    """List the challenges that were worked on, all of them where none was, and any that one answered about.

    Of an offer with details that another seat of this person's gave it is not read to what it was a yes.
    """
    declined = person.list_declined()
    challenges = repository.list_challenges()
    offer = person.find_offer()
    own = repository.find_volunteer(me.id) if is_elsewhere(offer, me) else offer
    named = set(() if own is None else own.challenges)
    anything = offers_any(person.may_ask, own)
    asked = list_asked_about(challenges, {*named, *declined})
    return [
        {
            **number_challenge(one, number),
            "declined": one.id in declined,
            "offered": one.id not in declined and (anything or one.id in named),
        }
        for number, one in enumerate(challenges, start=1)
        if one in asked
    ]


def say_offered(repository: Repository, me: Participant) -> Offered:
    """Return what somebody answered to the offers as a whole: a no to all of it is an answer that ends the asking."""
    person = Person(repository, me.id)
    offer = person.find_offer()
    own, no = _list_own(repository, me), person.list_declined()
    if says_no(person.may_ask, repository.list_challenges(), own, no, to_any=offers_any(person.may_ask, offer)):
        return "no"
    return "yes" if person.may_ask or (offer is not None and is_offer(offer)) else "unanswered"


def _list_own(repository: Repository, me: Participant) -> tuple[str, ...]:
    """Return the challenges that one's own offer names: another seat's may not be read here."""
    own = repository.find_volunteer(me.id)
    return () if own is None else own.challenges


def list_agreed(repository: Repository, me: Participant) -> list[Purpose]:
    """Return the purposes besides a mission for which this seat's details may be used."""
    own = repository.find_volunteer(me.id)
    return [] if own is None else [one.purpose for one in own.consents]


def describe_offer(volunteer: Volunteer | None, language: str) -> Offer | None:
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
        "concealed": False,
    }
