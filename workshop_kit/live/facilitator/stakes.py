"""Step 1, before the challenges: the big stakes are gathered, sorted and judged, and the first become challenges."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.model import CHALLENGES_AT_MOST
from workshop_kit.domain.stakes import (
    PAPER,
    ProposedStake,
    StakesCourse,
    StakesStage,
    find_unfinished,
    judge_stakes,
    list_stakes,
    pick_first,
    suggest_same,
)
from workshop_kit.live.acts import staking
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.stakes import (
    Added,
    AddStakes,
    CountBlanks,
    JudgeOnPaper,
    LeaveOut,
    MakeChallenges,
    MoveStakes,
    NameStake,
    PutTogether,
    RankedStake,
    RenameStake,
    SortedStake,
    StakesDeskModel,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.joining import JOIN, read_join_address
from workshop_kit.store import Repository


class StakesDesk(Desk):
    """The stakes, from silent proposals to the few that become challenges."""

    @shows(
        *("stakes", "proposed-stake", "stake-grade", "challenge", JOIN),
        pace=DRAW_EVERY,
        at_once=("stakes", "challenge", JOIN),
        sections=("facilitator.stakes", "stakes"),
    )
    def stakes_model(self) -> StakesDeskModel:
        """Return where the stakes stand; what phones propose stays hidden until the gathering is over."""
        return self.store.read(self._read_stakes)

    @intention
    def move_stakes(self, repository: Repository, asked: MoveStakes) -> None:
        """Bring the stakes to another stage, forwards or back; nothing of what was given goes.

        Raises ``NotAllowed``: ``no-stake-yet``, ``stakes-too-many``.
        """
        staking.move_stakes(repository, asked.stage)

    @intention
    def add_stakes(self, repository: Repository, asked: AddStakes) -> Added:
        """Add stakes that were said or stand on paper, one a line; raises ``InvalidEntry`` for a line that is none."""
        return {"added": staking.propose_lines(repository, asked.text, self.now())}

    @intention
    def put_stakes_together(self, repository: Repository, asked: PutTogether) -> None:
        """Put stakes that say the same under the first of them; raises ``InvalidEntry`` (``stakes-too-few``)."""
        staking.put_together(repository, asked.stakes, asked.title)

    @intention
    def take_stakes_apart(self, repository: Repository, asked: NameStake) -> None:
        """Have a stake, and what stands under it, stand by itself again."""
        staking.take_apart(repository, asked.stake)

    @intention
    def rename_stake(self, repository: Repository, asked: RenameStake) -> None:
        """Call a stake otherwise; its own words stay."""
        known = repository.find_proposed_stake(asked.stake)
        repository.update_proposed_stake(replace(known, title=asked.title))

    @intention
    def leave_stake_out(self, repository: Repository, asked: LeaveOut) -> None:
        """Set a stake aside, or take it up again."""
        known = repository.find_proposed_stake(asked.stake)
        repository.update_proposed_stake(replace(known, left_out=asked.out))

    @intention
    def count_blanks(self, repository: Repository, asked: CountBlanks) -> None:
        """Say whether nothing said of a stake counts as the lowest grade; every page says which."""
        repository.update_stakes_course(replace(repository.find_stakes_course(), blanks_count=asked.count))

    @intention
    def judge_stakes_on_paper(self, repository: Repository, asked: JudgeOnPaper) -> None:
        """Keep the grades of somebody without a phone; raises ``InvalidEntry`` (``paper-empty``)."""
        staking.require_stage(repository, StakesStage.JUDGING)
        staking.judge_on_paper(repository, asked.stakes, asked.grades)

    @intention
    def take_back_paper(self, repository: Repository) -> None:
        """Take the paper back that was typed in last."""
        papers = staking.list_papers(repository)
        if papers:
            repository.remove_stake_grades(papers[-1])

    @intention
    def make_challenges(self, repository: Repository, asked: MakeChallenges) -> Added:
        """Make challenges of some stakes, to be said precisely next.

        Raises ``NotAllowed`` (``challenges-full``), ``InvalidEntry`` (``stakes-none-chosen``).
        """
        return {"added": staking.make_challenges(repository, asked.stakes, self.now())}

    def _read_stakes(self, repository: Repository) -> StakesDeskModel:
        course = repository.find_stakes_course()
        proposed = repository.list_proposed_stakes()
        hidden = course.stage is StakesStage.GATHERING
        seen = tuple(one for one in proposed if not hidden or one.by == "")
        options = list_stakes(seen)
        grades = repository.list_stake_grades()
        judges = {one.judge for one in grades}
        ranked = self._rank(repository, course, seen)
        found = pick_first(judge_stakes(options, grades, blanks_count=course.blanks_count)) if ranked else None
        return {
            "stage": course.stage,
            "blanks_count": course.blanks_count,
            "counts": {
                "proposed": len(proposed),
                "browsers": len({one.by for one in proposed if one.by}),
                "judges": len(judges),
                "papers": sum(one.startswith(PAPER) for one in judges),
                "unfinished": len(find_unfinished(options, grades)) if course.blanks_count else 0,
            },
            "stakes": _sort(seen),
            "suggestions": [list(one) for one in suggest_same(options)] if course.stage is StakesStage.SORTING else [],
            "ranked": ranked,
            "chosen": list(found.chosen) if found else [],
            "tied": list(found.tied) if found else [],
            "places": max(0, CHALLENGES_AT_MOST - len(repository.list_challenges())),
            "joinable": read_join_address() != "",
        }

    def _rank(
        self, repository: Repository, course: StakesCourse, proposed: tuple[ProposedStake, ...]
    ) -> list[RankedStake]:
        """Return the ranking once the judging is closed: before, nobody sees what others found."""
        if course.stage is not StakesStage.JUDGED:
            return []
        options = list_stakes(proposed)
        titles = {one.id: one.title for one in options}
        return [
            {
                "id": one.option,
                "title": titles[one.option],
                "counts": list(one.counts),
                "blanks": one.blanks,
                "median": None if one.median is None else int(one.median),
                "rank": one.rank,
            }
            for one in judge_stakes(options, repository.list_stake_grades(), blanks_count=course.blanks_count)
        ]


def _sort(proposed: tuple[ProposedStake, ...]) -> list[SortedStake]:
    there = {one.id for one in proposed}
    return [
        {
            "id": one.id,
            "title": one.title or one.text,
            "text": one.text,
            "under": [{"id": other.id, "text": other.text} for other in proposed if other.into == one.id],
            "typed": one.by == "",
            "left_out": one.left_out,
        }
        for one in proposed
        if one.into not in there
    ]
