"""The stakes on a phone, before there are challenges: anybody whose page is open may propose some, and judge each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Change
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.stakes import StakesStage, judge_stakes, list_stakes, shuffle_for
from workshop_kit.live.acts import staking
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.participant.stakes import (
    GradeStake,
    ProposeStake,
    StakesModel,
    TakeBackStake,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.visit import Visit

_ON_PHONES: Final = frozenset(StakesStage) - {StakesStage.CLOSED}
#: Until the ranking is there, whoever took part waits for what comes next.
_UNDER_WAY: Final = _ON_PHONES - {StakesStage.JUDGED}


class WeighsStakes(SeatedWindow):
    """What one browser proposes and finds, without a seat: of the others nothing before all was closed.

    Who took part is told to keep the page open, so that it stays open while the stakes are put together and judged.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_change(self._notice_stakes)

    def _forget(self) -> None:
        super()._forget()
        self._weighs = False

    @shows(sections=("stakes",))
    def stakes_model(self) -> StakesModel:
        """Return what is asked of this browser now."""
        if self.workshop.phase is not Phase.WELCOME:  # most of the day: nothing is read for it
            return Hidden(visible=False)
        return self.store.read(self._read_stakes)

    @intention
    def propose_stake(self, repository: Repository, asked: ProposeStake) -> None:
        """Propose a big concern; nobody sees it before the gathering is over.

        Raises
        ------
        NotAllowed
            ``stakes-not-open``.
        InvalidEntry
            ``text-too-short``, ``text-too-long``, ``too-many-stakes``, ``too-many-stakes-here``.

        """
        staking.require_stage(repository, StakesStage.GATHERING)
        staking.propose(repository, asked.text, self.visitor, self.now())

    @intention
    def take_back_stake(self, repository: Repository, asked: TakeBackStake) -> None:
        """Take back one's own proposal while they are gathered.

        Raises
        ------
        NotAllowed
            ``stakes-not-open``; ``stakes-judged`` once somebody judged.

        """
        staking.require_stage(repository, StakesStage.GATHERING)
        staking.take_back(repository, asked.stake, self.visitor)

    @intention
    def grade_stake(self, repository: Repository, asked: GradeStake) -> None:
        """Keep what one finds of a stake, or nothing any more.

        Raises
        ------
        NotAllowed
            ``stakes-not-open``.
        MissingEntry
            ``stake-gone``.

        """
        staking.require_stage(repository, StakesStage.JUDGING)
        staking.grade(repository, staking.name_browser(repository, self.visitor), asked.stake, asked.grade)

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name in ("propose_stake", "take_back_stake", "grade_stake"):
            self._look_at_weighing()

    def _welcome(self, visit: Visit) -> None:
        super()._welcome(visit)
        self._weighs = self._is_weighing()

    def _notice_stakes(self, changes: Sequence[Change]) -> None:
        if any(change.kind == "workshop" for change in changes):  # a stage of the stakes is one too
            self._look_at_weighing()

    def _look_at_weighing(self) -> None:
        kept = self._is_kept()
        self._weighs = self._is_weighing()
        self._say_whether_kept(before=kept)

    def _is_kept(self) -> bool:
        """Tell whether this visit matters: also to whoever proposed or judged and waits for the ranking."""
        return super()._is_kept() or self._weighs

    def _is_weighing(self) -> bool:
        return self.workshop.phase is Phase.WELCOME and self.store.read(self._took_part)

    def _took_part(self, repository: Repository) -> bool:
        if repository.find_stakes_course().stage not in _UNDER_WAY:
            return False
        by = staking.name_browser(repository, self.visitor)
        return bool(repository.list_proposed_stakes(by) or repository.list_stake_grades(by))

    def _read_stakes(self, repository: Repository) -> StakesModel:
        course = repository.find_stakes_course()
        if course.stage not in _ON_PHONES or not is_shown(self.role, "stakes", self.workshop.phase):
            return Hidden(visible=False)
        by, hide = staking.name_browser(repository, self.visitor), conceal_contacts
        proposed = repository.list_proposed_stakes()
        options = list_stakes(proposed)
        gathering, judging = course.stage is StakesStage.GATHERING, course.stage is StakesStage.JUDGING
        own = {one.stake: int(one.grade) for one in repository.list_stake_grades(by)} if judging else {}
        titles = {one.id: hide(one.title) for one in options}
        ranked = (
            judge_stakes(options, repository.list_stake_grades(), blanks_count=course.blanks_count)
            if course.stage is StakesStage.JUDGED
            else ()
        )
        return {
            "visible": True,
            "stage": course.stage,
            "mine": [{"id": one.id, "text": one.text} for one in proposed if gathering and one.by == by],
            "stakes": [
                {
                    "id": one.id,
                    "title": hide(one.title),
                    "texts": [hide(text) for text in one.texts if text != one.title],
                    "grade": own.get(one.id),
                }
                for one in (shuffle_for(by, options) if judging else ())
            ],
            "judged": [
                {
                    "title": titles[one.option],
                    "rank": one.rank,
                    "median": None if one.median is None else int(one.median),
                }
                for one in ranked
            ],
            "blanks_count": course.blanks_count,
        }
