"""Step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.coverage import (
    EVEN,
    LEANS,
    MANY_EXPERTS,
    Coverage,
    Suggestion,
    is_of_unexpected_kind,
    measure_coverage,
    suggest_invitations,
)
from workshop_kit.domain.days import find_day
from workshop_kit.domain.diversity import (
    ATTENDING,
    Absence,
    CategoryPresence,
    explain_absence,
    find_absent_categories,
    is_unexpected,
    measure_presence,
)
from workshop_kit.domain.entries import read_email, read_phone
from workshop_kit.domain.model import Category, Stakeholder, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.next_invitation import NextAct, choose_next
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.arriving import change_status
from workshop_kit.live.acts.days import read_invitation
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.stakeholders import (
    ArrivalsModel,
    Gap,
    InvitationCounts,
    NextToDo,
    NoteReminder,
    Reminder,
    RemoveStakeholder,
    SetStatus,
    StakeholderCategory,
    StakeholderEntry,
    StakeholdersModel,
    SuggestedInvitation,
    WriteStakeholder,
)
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.candidates import CandidatesDesk
from workshop_kit.live.timer import in_ms
from workshop_kit.store import Repository

_SECTION = "facilitator.stakeholders"
#: In which order names stand at the door: a tick leaves whoever said they come where they are.
_AT_THE_DOOR = {
    StakeholderStatus.COMING: 0,
    StakeholderStatus.CAME: 0,
    StakeholderStatus.INVITED: 1,
    StakeholderStatus.TO_INVITE: 2,
    StakeholderStatus.DECLINED: 3,
}
#: Categories that the one sentence names; of more it says how many.
_NAMED_AT_MOST = 4


class StakeholdersDesk(CandidatesDesk):
    """The stakeholders by category and how far their invitation has come."""

    @shows("stakeholder", "sector", "challenge", "candidate", "invitation", "workshop")
    def stakeholders_model(self) -> StakeholdersModel:
        """Return what step 2 shows; contact details are here because invitations leave from here."""
        return self.store.read(self._read_stakeholders)

    @shows("stakeholder")
    def arrivals_model(self) -> ArrivalsModel:
        """Return who is expected at the door; who joined with the sign of their letter is known to be there."""
        return self.store.read(self._read_arrivals)

    def _read_arrivals(self, repository: Repository) -> ArrivalsModel:
        expected = sorted(
            repository.list_stakeholders(), key=lambda one: (_AT_THE_DOOR[one.status], fold_name(one.name))
        )
        return {
            "expected": [
                {
                    "id": one.id,
                    "name": one.name,
                    "contact": one.contact,
                    "category": self.translator.category(one.category),
                    "status": one.status,
                }
                for one in expected
            ],
            "coming": sum(one.status in ATTENDING for one in expected),
            "came": sum(one.status is StakeholderStatus.CAME for one in expected),
        }

    @intention
    def write_stakeholder(self, repository: Repository, asked: WriteStakeholder) -> Entered:
        """Add a stakeholder, or change the one whose ``id`` is given.

        Raises
        ------
        InvalidEntry
            ``stakeholder-missing`` (no name), ``category-missing``, ``email-shape``, ``phone-shape``,
            ``text-too-long``.

        """
        known = None if asked.id is None else repository.find_stakeholder(asked.id)
        category = understand_category(asked.category)
        written = replace(
            known or Stakeholder(uuid4().hex, category, asked.name),
            name=asked.name,
            category=category,
            contact=asked.contact,
            email=read_email(asked.email),
            sector=asked.sector,
            phone=read_phone(asked.phone),
            address=asked.address,
            reason=asked.reason,
            challenges=tuple(dict.fromkeys(asked.challenges)),
        )
        if known is None:
            repository.add_stakeholder(written)
        else:
            repository.update_stakeholder(written)
        return {"id": written.id}

    @intention
    def set_status(self, repository: Repository, asked: SetStatus) -> None:
        """Say how far the invitation of a stakeholder has come."""
        change_status(repository, repository.find_stakeholder(asked.stakeholder), asked.status, self.now())

    @intention
    def note_reminder(self, repository: Repository, asked: NoteReminder) -> None:
        """Note that somebody who was invited was reminded today; a later list begins with others."""
        known = repository.find_stakeholder(asked.stakeholder)
        repository.update_stakeholder(replace(known, reminded_at=self.now()))

    @intention
    def remove_stakeholder(self, repository: Repository, asked: RemoveStakeholder) -> None:
        """Take a stakeholder off the list."""
        repository.remove_stakeholder(asked.stakeholder)

    def _read_stakeholders(self, repository: Repository) -> StakeholdersModel:
        everybody = repository.list_stakeholders()
        absent = find_absent_categories(everybody)
        sectors = repository.list_sectors()
        candidates, catalogue = repository.list_candidates(), self.read_catalogue()
        picked = {one.taken for one in candidates if one.taken is not None and is_of_unexpected_kind(one, catalogue)}
        coverage = measure_coverage(everybody, sectors, picked)
        suggested = suggest_invitations(coverage, candidates, catalogue)
        seldom = {one.id for one in everybody if is_unexpected(one.category) or one.id in picked}
        presence = measure_presence(everybody)
        absences = {one.category: explain_absence(one, absent) for one in presence}
        return {
            "said": self._say_missing(absences, len(everybody)),
            "next": self._find_next(repository, everybody, absences, suggested),
            "counts": _count(everybody),
            "unexpected": len(seldom),
            "sectors": [one.name for one in sectors],
            "challenges": [{"key": one.id, "label": one.stake} for one in repository.list_challenges()],
            "categories": [self._describe_category(one, everybody, absent, seldom) for one in presence],
            "gaps": self._describe_gaps(coverage),
            "reached": [{"name": one.name, "count": one.count} for one in coverage.sectors],
            "suggestions": [self._suggest(one) for one in suggested],
            "reminders": self._list_reminders(everybody),
        }

    def _say_missing(self, absences: Mapping[str, Absence | None], listed: int) -> str:
        """Say in one sentence who is missing: whom nobody stands for, else who has not said yes."""
        if not listed:
            return self.translator(f"{_SECTION}.said.empty")
        nobody = [one for one, why in absences.items() if why in (Absence.UNLISTED, Absence.DECLINED)]
        silent = [one for one, why in absences.items() if why is not None]
        for key, those in (("absent", nobody), ("silent", silent)):
            if those:
                said = {"all": len(absences), "names": self._name_categories(those)}
                return self.translator.plural(f"{_SECTION}.said.{key}", len(those), **said)
        return self.translator(f"{_SECTION}.said.none")

    def _name_categories(self, categories: Sequence[str]) -> str:
        more = len(categories) - _NAMED_AT_MOST
        named = categories if more < 2 else categories[:_NAMED_AT_MOST]  # "and 1 other" would be longer than its name
        said = ", ".join(self.translator.category(one) for one in named)
        return said if more < 2 else f"{said} {self.translator.plural(f'{_SECTION}.said.more', more)}"

    def _find_next(
        self,
        repository: Repository,
        everybody: Sequence[Stakeholder],
        absences: Mapping[str, Absence | None],
        suggested: Sequence[Suggestion],
    ) -> NextToDo:
        day = read_invitation(repository, self.folder).day
        left = (date.fromisoformat(day) - find_day(self.now())).days if day else None
        step = choose_next(Counter(one.status for one in everybody), absences, suggested, left)
        key = f"{_SECTION}.next.{step.act}"
        if step.act in (NextAct.INVITE, NextAct.REMIND):
            sentence = self.translator.plural(key, step.number)
        else:
            sentence = self.translator(key, who=self._say_who(step.category) if step.category else "")
        return {
            "act": step.act,
            "sentence": sentence,
            "number": step.number,
            "category": step.category,
            "entry": step.entry,
            "sector": step.sector,
        }

    def _say_who(self, category: str) -> str:
        own = category not in tuple(Category)
        return self.translator(f"{_SECTION}.who.{'own' if own else category}", label=category)

    def _describe_gaps(self, coverage: Coverage) -> list[Gap]:
        """Say in plain sentences how even the list is, how many presumed experts stand on it, whom it leaves out."""
        if coverage.evenness is None or coverage.experts is None:
            return []
        say = self.translator
        first = max(coverage.categories, key=lambda one: one.count)
        low, many = coverage.evenness < EVEN, coverage.experts > MANY_EXPERTS
        values = {"category": say.category(first.name), "count": first.count, "all": coverage.listed}
        values |= {
            "reached": sum(one.count > 0 for one in coverage.categories),
            "categories": len(coverage.categories),
        }
        uneven = "leans" if first.count >= LEANS * coverage.listed else "few"
        gaps: list[Gap] = [
            {
                "about": "evenness",
                "sentence": say(f"{_SECTION}.gap.{uneven if low else 'even'}", **values),
                "value": coverage.evenness,
                "low": low,
            },
            {
                "about": "experts",
                "sentence": say(
                    f"{_SECTION}.gap.{'experts' if many else 'mixed'}",
                    experts=round(coverage.experts * coverage.listed),
                    all=coverage.listed,
                ),
                "value": coverage.experts,
                "low": many,
            },
        ]
        if coverage.sectors:
            silent = coverage.silent
            sentence = say(f"{_SECTION}.gap.{'silent' if silent else 'everywhere'}", sectors=", ".join(silent))
            share = 1 - len(silent) / len(coverage.sectors)
            gaps.append({"about": "sectors", "sentence": sentence, "value": share, "low": bool(silent)})
        return gaps

    def _suggest(self, suggestion: Suggestion) -> SuggestedInvitation:
        say = self.translator
        who = self._say_who(suggestion.category)
        reason = replace(suggestion.reason, values={**suggestion.reason.values, "who": who})
        return {
            "sentence": say.reason(reason),
            "who": who,
            "category": suggestion.category,
            "entry": suggestion.entry,
            "sector": suggestion.sector,
            "candidates": suggestion.candidates,
        }

    def _list_reminders(self, everybody: Sequence[Stakeholder]) -> list[Reminder]:
        """List who was invited and did not answer, the one who has waited longest for a word first."""
        waiting = [one for one in everybody if one.status is StakeholderStatus.INVITED]
        waiting.sort(key=lambda one: (one.reminded_at is not None, one.reminded_at or one.invited_at or self.now()))
        today = find_day(self.now())
        return [
            {
                "id": one.id,
                "name": one.name,
                "contact": one.contact,
                "phone": one.phone,
                "email": one.email,
                "days": None if one.invited_at is None else (today - find_day(one.invited_at)).days,
                "reminded": "" if one.reminded_at is None else say_date(one.reminded_at, self.language),
            }
            for one in waiting
        ]

    def _describe_category(
        self,
        presence: CategoryPresence,
        everybody: Sequence[Stakeholder],
        absent: Collection[str],
        seldom: Collection[str],
    ) -> StakeholderCategory:
        named = fold_name(presence.category)
        return {
            "category": presence.category,
            "label": self.translator.category(presence.category),
            "own": presence.category not in tuple(Category),
            "unexpected": is_unexpected(presence.category),
            "people": [
                _describe(one, unexpected=one.id in seldom) for one in everybody if fold_name(one.category) == named
            ],
            "missing": explain_absence(presence, absent),
        }


def _count(everybody: Sequence[Stakeholder]) -> InvitationCounts:
    counts = Counter(one.status for one in everybody)
    return {
        "all": len(everybody),
        "to_invite": counts[StakeholderStatus.TO_INVITE],
        "invited": counts[StakeholderStatus.INVITED],
        "coming": counts[StakeholderStatus.COMING],
        "declined": counts[StakeholderStatus.DECLINED],
        "came": counts[StakeholderStatus.CAME],
    }


def _describe(stakeholder: Stakeholder, *, unexpected: bool) -> StakeholderEntry:
    return {
        "id": stakeholder.id,
        "unexpected": unexpected,
        "name": stakeholder.name,
        "contact": stakeholder.contact,
        "email": stakeholder.email,
        "sector": stakeholder.sector,
        "phone": stakeholder.phone,
        "address": stakeholder.address,
        "reason": stakeholder.reason,
        "challenges": list(stakeholder.challenges),
        "register": stakeholder.register != "",
        "status": stakeholder.status,
        "invited_at": None if stakeholder.invited_at is None else in_ms(stakeholder.invited_at),
        "reminded_at": None if stakeholder.reminded_at is None else in_ms(stakeholder.reminded_at),
    }
