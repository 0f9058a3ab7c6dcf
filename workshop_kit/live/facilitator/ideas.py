"""Step 3: ideas counted while people write, then revealed, gathered and voted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import uuid4

from workshop_kit.domain.model import Idea, IdeaGroup, Remover
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.acts.contributing import add_idea
from workshop_kit.live.acts.holding import hold_idea, list_voted_on, retitle_groups
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.acts.speaking import find_or_seat
from workshop_kit.live.acts.sweeping import sweep_device, sweep_newcomers, undo_sweep
from workshop_kit.live.asking_first import AsksFirst
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.ideas import (
    Gathered,
    GatherIdeas,
    HoldIdea,
    IdeaTableModel,
    OpinionsTold,
    Parted,
    RemoveAnyIdea,
    RenameGroup,
    ResultWeighed,
    SweepDevice,
    SweepNewcomers,
    Swept,
    TellOpinions,
    UndoGroup,
    UndoSweep,
    WeighResult,
    WriteFor,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.idea_table import IdeaTable
from workshop_kit.live.facilitator.likening import Likening
from workshop_kit.live.facilitator.looking import LOOK_KIND, LookingDesk
from workshop_kit.live.facilitator.opinions import tell_opinions
from workshop_kit.live.facilitator.weighing import Weighing
from workshop_kit.live.hours import find_last_hour
from workshop_kit.store import Repository
from workshop_kit.visit import Visit

#: Longer than any workshop.
_EVER: Final = timedelta(days=36_500)
#: The kind of this page's own announcements that it knows better which ideas are alike; it never stands in the feed.
_LIKENESS_KIND: Final = "likeness"
#: The kind of its announcements that it knows how solid a result is.
_WEIGHED_KIND: Final = "weighed"


class IdeasDesk(AsksFirst, LookingDesk):
    """Ideas of the challenge looked at, their groups, and the vote."""

    def close(self) -> None:
        """Stop following, close the store, and work out nothing more."""
        super().close()
        self._likening.close()
        self._weighing.close()

    def _forget(self) -> None:
        super()._forget()
        self._likening = Likening(partial(self._announce, _LIKENESS_KIND))
        self._weighing = Weighing(partial(self._announce, _WEIGHED_KIND))

    def _begin(self, visit: Visit) -> None:
        super()._begin(visit)
        if self._task is not None:
            self._likening.start(self._task.get_loop())
            self._weighing.start(self._task.get_loop())

    @shows(
        *("workshop", "challenge", "participant", "stakeholder", "sector", "idea", "group", "vote", "finished"),
        *("mission", "sweep"),
        *(LOOK_KIND, _LIKENESS_KIND, _WEIGHED_KIND),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", LOOK_KIND, _LIKENESS_KIND),
        sections=("facilitator.ideas", "facilitator.deeds", "gauges", "stakes"),
    )
    def ideas_model(self) -> IdeaTableModel:
        """Return what step 3 shows: before the reveal, numbers only; before the results, no tally."""
        return self.store.read(lambda repository: self._read_table(repository))

    def _read_table(self, repository: Repository) -> IdeaTableModel:
        return IdeaTable(repository, self.language, self._likening, self._looked_at, self._weighing.made).read()

    @intention
    def weigh_result(self, asked: WeighResult) -> ResultWeighed:
        """Say how solid the results are, and of a budget why, or that it is coming, from beside the page."""
        return self._weighing.weigh(self.store, asked.challenge, self.translator)

    @intention
    def tell_opinions(self, asked: TellOpinions) -> OpinionsTold:
        """Say which opinion groups a vote on statements has, as the screen shows them, without writing anything."""
        return tell_opinions(self.store, asked.challenge, self.translator)

    @intention
    def hold_idea(self, repository: Repository, asked: HoldIdea) -> None:
        """Hold an idea back from the room, with a reason that its author reads; without a reason, give it back."""
        hold_idea(repository, repository.find_idea(asked.idea), asked.reason)

    @intention
    def sweep_device(self, repository: Repository, asked: SweepDevice) -> Swept:
        """Hold back everything that came from the device of an idea since an hour, whichever challenge it is for.

        Raises
        ------
        InvalidEntry
            ``nothing-to-sweep``; ``hour-shape``.
        MissingEntry
            The idea is not there.

        """
        idea, now = repository.find_idea(asked.idea), self.now()
        since = find_last_hour(asked.since, now) if asked.since else now - _EVER
        return {"ideas": len(sweep_device(repository, idea, since, now).ideas)}

    @intention
    def sweep_newcomers(self, repository: Repository, asked: SweepNewcomers) -> Swept:
        """Hold back what was written since an hour by whoever came since then; raises as ``sweep_device``."""
        now = self.now()
        return {"ideas": len(sweep_newcomers(repository, find_last_hour(asked.since, now), now).ideas)}

    @intention
    def undo_sweep(self, repository: Repository, asked: UndoSweep) -> Swept:
        """Give back to the room what was held back together; raises ``MissingEntry``."""
        return {"ideas": undo_sweep(repository, repository.find_sweep(asked.sweep), self.now())}

    @intention
    def write_for(self, repository: Repository, asked: WriteFor) -> None:
        """Write an idea of someone without a phone, under a pseudonym of theirs or under none.

        Raises
        ------
        InvalidEntry
            ``text-too-short``, ``text-too-long``, ``proxy-pseudonym-taken``, ``proxy-category``, or ``has-a-phone``:
            who has one that works writes by themselves; ``idea-holds-phone`` and the like, the first time it is sent:
            see ``AsksFirst``.
        MissingEntry
            The challenge is not there.

        """
        self._ask_about(asked.text)
        author = find_or_seat(repository, asked.pseudonym, asked.category, self.now())
        written_by = None if author is None else author.id
        add_idea(repository, written_by, asked.challenge, asked.text, asked.source, self.now(), read=True)

    @intention
    def remove_idea(self, repository: Repository, asked: RemoveAnyIdea) -> None:
        """Take away an idea that insults someone, while nobody voted with it.

        Raises
        ------
        NotAllowed
            ``removal-after-vote``: people voted with it, or a mission was made of it; it can be held back.

        """
        known = repository.find_idea(asked.idea)
        if list_voted_on(repository, known.challenge, (known,)):
            raise NotAllowed("removal-after-vote")
        retitle_groups(repository, known)
        for group in repository.list_groups(challenge=known.challenge):
            if known.id in group.members:
                self._shrink(group, known.id, repository)
        repository.remove_idea(known.id, Remover.FACILITATOR)
        let_screen_go(repository)

    @intention
    def gather_ideas(self, repository: Repository, asked: GatherIdeas) -> Gathered:
        """Gather ideas into one option; members of standing groups bring their whole group along.

        The groups so absorbed are undone, not erased: what was gathered when stays on record.

        Raises
        ------
        InvalidEntry
            ``group-too-small`` (two ideas at least), ``group-across-challenges``, ``idea-held-back``.
        NotAllowed
            ``gathering-after-vote``.

        """
        chosen = [repository.find_idea(one) for one in dict.fromkeys(asked.ideas)]
        if any(one.held for one in chosen):
            raise InvalidEntry("idea-held-back")
        challenges = {one.challenge for one in chosen}
        if len(challenges) > 1:
            raise InvalidEntry("group-across-challenges")
        if not challenges:
            raise InvalidEntry("group-too-small")
        (challenge,) = challenges
        _check_no_votes(challenge, repository)
        now = self.now()
        members = _absorb(chosen, challenge, now, repository)
        if len(members) < 2:
            raise InvalidEntry("group-too-small")
        group = IdeaGroup(uuid4().hex, challenge, asked.title, members, now)
        repository.add_group(group)
        return {"group": group.id, "members": list(members)}

    @intention
    def rename_group(self, repository: Repository, asked: RenameGroup) -> None:
        """Give a standing group another title, while the vote has not begun."""
        known = repository.find_group(asked.group)
        _check_no_votes(known.challenge, repository)
        repository.update_group(replace(known, title=asked.title))
        let_screen_go(repository)

    @intention
    def undo_group(self, repository: Repository, asked: UndoGroup) -> Parted:
        """Part the ideas of a group again, as they stood before; the group stays on record as undone."""
        known = repository.find_group(asked.group)
        if known.undone_at is not None:
            return {"ideas": 0, "groups": 0}
        _check_no_votes(known.challenge, repository)
        repository.update_group(replace(known, undone_at=self.now()))
        again = _find_absorbed(known, repository)
        for group in again:
            repository.update_group(replace(group, undone_at=None))
        gathered = {member for group in again for member in group.members}
        return {"ideas": len(set(known.members) - gathered), "groups": len(again)}

    def _shrink(self, group: IdeaGroup, idea: str, repository: Repository) -> None:
        """Take ``idea`` out of ``group``; a group of one is none."""
        left = tuple(member for member in group.members if member != idea)
        if len(left) >= 2:
            repository.update_group(replace(group, members=left))
            return
        repository.update_group(replace(group, undone_at=self.now()))


def _absorb(chosen: Sequence[Idea], challenge: str, now: datetime, repository: Repository) -> tuple[str, ...]:
    """Undo the standing groups that ``chosen`` belong to and return all members, each once, in order."""
    members = [one.id for one in chosen]
    for group in repository.list_groups(challenge=challenge):
        if not set(group.members).isdisjoint(members):
            members.extend(group.members)
            repository.update_group(replace(group, undone_at=now))
    return tuple(dict.fromkeys(members))


def _find_absorbed(group: IdeaGroup, repository: Repository) -> list[IdeaGroup]:
    """Return the groups that were undone in the moment ``group`` was formed of them, with what is left of each."""
    absorbed = []
    for one in repository.list_groups(challenge=group.challenge, undone=True):
        left = tuple(member for member in one.members if member in group.members)
        if one.id != group.id and one.undone_at == group.formed_at and len(left) >= 2:
            absorbed.append(replace(one, members=left))
    return absorbed


def _check_no_votes(challenge: str, repository: Repository) -> None:
    """Refuse to change what people have voted on already, in any round: what was announced is counted again from it."""
    if repository.list_votes(challenge=challenge, every_round=True):
        raise NotAllowed("gathering-after-vote")
