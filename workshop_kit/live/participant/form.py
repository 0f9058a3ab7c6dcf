"""The volunteer form behind the poster's code: filled in from home before the workshop, found again in the room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.forms import Day, Purpose
from workshop_kit.domain.model import Change, Participant, Volunteer
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.i18n.dates import say_date, say_iso_day
from workshop_kit.live.acts import filling
from workshop_kit.live.acts.contributing import say_organiser
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.participant.form import (
    AnswerStake,
    FormModel,
    FormPanelModel,
    GivenToForm,
    SayDays,
    SayWho,
    TakeConsentBack,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import Panel, shows
from workshop_kit.live.participant.scores import describe_scored
from workshop_kit.live.participant.thanks import KeepsTrack
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person

#: What begins a form at a browser that has none.
_BEGINS: Final = frozenset({"say_who", "answer_stake", "say_days"})
#: The kind of this window's own announcement that one looks at what one gave.
_LOOKS: Final = "looks"


class FillsForm(KeepsTrack):
    """One person's own form; nobody else's, and nothing of what the room does.

    Whoever filled it in takes a seat later under a pseudonym, on the same phone or with the personal code: the same
    person then stands in the room, with the answers they gave.
    """

    def _forget(self) -> None:
        super()._forget()
        self._found = 0

    @shows(
        "challenge",
        "invitation",
        own=("score", "volunteer"),
        sections=("participant.form", "participant.scores", "participant.join"),
    )
    def form_model(self) -> FormPanelModel:
        """Return the form while it is open, or what it holds to who filled it in; hidden from everybody else."""
        open_now = is_shown(self.role, "form", self.workshop.phase)
        if open_now or self.filler is not None:
            return self.store.read(self._read_form_model)
        looks = self._looks or self.workshop.phase is Phase.THANKS
        agreed = self.participant is not None and looks and self.store.read(self._has_agreed)
        return self.store.read(self._read_form_model) if agreed else Hidden(visible=False)

    @intention
    def say_who(self, repository: Repository, asked: SayWho) -> None:
        """Say who one is and how to be reached, for the purposes that one agrees to; without any nothing is kept.

        Raises
        ------
        InvalidEntry
            ``form-name-needed``, ``email-shape``, ``phone-shape``, and those of ``begin_form``.

        """
        known = repository.find_participant_by_visitor(self.visitor)
        if known is None and not asked.purposes:
            return
        me = known or self._begin_form(repository)
        reach = None if asked.reach is None and self.came_by_code else asked.reach or ""
        filling.say_who(repository, me, asked.name, reach, asked.purposes, self.now(), self.language)

    @intention
    def answer_stake(self, repository: Repository, asked: AnswerStake) -> None:
        """Say one's competence and interest on a stake, or "I don't know", before the workshop."""
        me = self._find_or_begin(repository)
        filling.answer_stake(repository, me, asked.challenge, asked.competence, asked.interest, unsure=asked.unsure)

    @intention
    def say_days(self, repository: Repository, asked: SayDays) -> None:
        """Say on which days one can help."""
        filling.say_days(repository, self._find_or_begin(repository), asked.days, asked.word)

    @intention
    def take_consent_back(self, repository: Repository, me: Participant, asked: TakeConsentBack) -> None:
        """Take one yes back; the last one takes the name and the ways to be reached along."""
        filling.take_consent_back(repository, me, asked.purpose, self.now())

    def rehearsals(self) -> Iterable[tuple[str, str, dict[str, Any]]]:
        """Begin a form for nobody while it is open, which is what every visitor does first then."""
        if self.workshop.phase is not Phase.FORM:
            return super().rehearsals()
        return (("form", "say_days", {"days": [Day.EVENINGS.value], "word": ""}),)

    def concerns(self, panel: Panel, change: Change, shown: Mapping[str, Any]) -> bool:
        """Tell whether ``change`` may alter what ``panel`` shows now; that one looks at what one gave concerns this."""
        if change.kind == _LOOKS:
            return panel.name == "form"
        return super().concerns(panel, change, shown)

    def _find_or_begin(self, repository: Repository) -> Participant:
        return repository.find_participant_by_visitor(self.visitor) or self._begin_form(repository)

    def _begin_form(self, repository: Repository) -> Participant:
        language = self._asked_language or self._chosen_language
        return filling.begin_form(repository, self.visitor, self.now(), language)

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name in _BEGINS and self.filler is None:
            self._found = 0  # a new form: nothing was found again
            self._look_at_seat()
        elif found.name == "return_to_seat":
            self._found += 1  # this page's alone: whoever opens it again is not told again
            self._announce(_LOOKS)
        elif found.name == "look_at_what_i_gave":
            self._announce(_LOOKS)

    def _has_agreed(self, repository: Repository) -> bool:
        """Tell whether there is something that the offer of help in the room does not show."""
        offer = None if self.participant is None else repository.find_volunteer(self.participant.id)
        return offer is not None and bool(offer.consents or offer.days or offer.days_word)

    def _read_form_model(self, repository: Repository) -> FormModel:
        me = repository.find_participant_by_visitor(self.visitor)
        scores = {} if me is None else {one.challenge: one for one in Person(repository, me.id).list_scores()}
        offer = None if me is None else repository.find_volunteer(me.id)
        challenges = repository.list_challenges()
        workshop, language = self.workshop, self.language
        return {
            "visible": True,
            "open": is_shown(self.role, "form", workshop.phase),
            "begun": me is not None,
            "seated": self.participant is not None,
            "place": conceal_contacts(workshop.territory),
            "day": say_iso_day(repository.find_invitation().day, language),
            "organiser": say_organiser(workshop, language),
            "contact": workshop.contact,
            "retention": say_date(workshop.retention_until, language),
            **self._read_who(offer),
            "challenges": [describe_scored(one, scores.get(one.id)) for one in challenges],
            "code": self._code and write_code(self._code),
            "found": self._found,
            "returned": self._returned is not None,
        }

    def _read_who(self, offer: Volunteer | None) -> GivenToForm:
        given = {} if offer is None else {one.purpose: one.at for one in offer.list_purposes()}
        conceals = self.came_by_code and bool(given)  # whoever read the code over a shoulder could come by it
        shown = None if conceals else offer
        return {
            "name": "" if shown is None else shown.name,
            "reach": "" if shown is None else ", ".join(one for one in (shown.phone, shown.email) if one),
            "concealed": conceals,
            "purposes": [
                {"purpose": one, "on": say_date(given[one], self.language) if one in given else ""} for one in Purpose
            ],
            "days": [] if offer is None else [Day(one) for one in offer.days],
            "word": "" if offer is None else offer.days_word,
        }
