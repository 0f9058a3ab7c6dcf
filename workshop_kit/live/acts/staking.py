"""What is done with the stakes before there are challenges: proposing, putting together, judging, choosing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import uuid4

from workshop_kit.domain.entries import PROPOSED_STAKE
from workshop_kit.domain.ideas import list_words
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Challenge
from workshop_kit.domain.stakes import (
    JUDGED_AT_MOST,
    PAPER,
    PROPOSED_IN_ALL,
    TYPED_BEYOND,
    ProposedStake,
    StakeGrade,
    StakesStage,
    count_allowed,
    list_stakes,
)
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.live.acts.rewording import keep_sentence
from workshop_kit.store import Repository

#: What a line of a list begins with: a dash, a bullet, a number.
_IN_A_LIST: Final = re.compile(r"^[-–—•*·\s]*(?:[0-9]{1,2} ?(?:[.)]|[–-](?!\s*[0-9]))\s+)?")
#: Under what a browser's stakes are counted, beside its ideas, which are counted by challenge.
_COUNTED: Final = "stakes"


def name_browser(repository: Repository, visitor: str) -> str:
    """Return by what a browser's stakes and grades are known: a keyed digest, which names nobody."""
    return repository.digest("stakes", visitor)


def require_stage(repository: Repository, stage: StakesStage) -> None:
    """Refuse what is not open now; raises ``NotAllowed`` (``stakes-not-open``)."""
    if repository.find_stakes_course().stage is not stage:
        raise NotAllowed("stakes-not-open")


def propose(repository: Repository, text: str, visitor: str, now: datetime) -> ProposedStake:
    """Add a stake of a browser's, or of whoever prepares (``""``); the same words from the same browser are one.

    What a browser proposed counts for it until it takes it back, also once whoever was there has been erased: what they
    proposed stays then, and is nobody's.

    Raises
    ------
    InvalidEntry
        ``too-many-stakes`` of one browser, ``too-many-stakes-here`` of everybody.

    """
    everybody = repository.list_proposed_stakes()
    by = name_browser(repository, visitor) if visitor else ""
    same = next((one for one in everybody if one.by == by and list_words(one.text) == list_words(text)), None)
    if same is not None:
        return same
    if by and repository.count_written(visitor, _COUNTED) >= (most := count_allowed(len(everybody))):
        raise InvalidEntry("too-many-stakes", most=most)
    in_all = PROPOSED_IN_ALL if by else PROPOSED_IN_ALL + TYPED_BEYOND
    if len(everybody) >= in_all:
        raise InvalidEntry("too-many-stakes-here", most=in_all)
    added = ProposedStake(uuid4().hex, text, by, now)
    repository.add_proposed_stake(added)
    if by:
        repository.note_written(visitor, _COUNTED, 1)
    return added


def take_back(repository: Repository, stake: str, visitor: str) -> None:
    """Take back a browser's own proposal, as long as nobody has judged.

    Grades would go with it. Whose stake was judged and whose was not is said to nobody: once anything was, all stand.

    Raises
    ------
    NotAllowed
        ``stakes-not-open`` for another's, ``stakes-judged`` once somebody judged, though they are gathered again.

    """
    if repository.find_proposed_stake(stake).by != name_browser(repository, visitor):
        raise NotAllowed("stakes-not-open")
    if repository.list_stake_grades():
        raise NotAllowed("stakes-judged")
    repository.remove_proposed_stake(stake)
    repository.note_written(visitor, _COUNTED, -1)


def propose_lines(repository: Repository, text: str, now: datetime) -> int:
    """Add stakes that whoever prepares typed, one a line; return how many are new. Nothing is added if one is refused.

    Raises ``InvalidEntry`` as a single one does, with the ``line`` where a text is too long or too short.
    """
    lines = [_IN_A_LIST.sub("", line).strip() for line in text.splitlines()]
    read = [PROPOSED_STAKE.read(line) for line in lines if line]
    before = len(repository.list_proposed_stakes())
    for one in read:
        propose(repository, one, "", now)
    return len(repository.list_proposed_stakes()) - before


def put_together(repository: Repository, stakes: Sequence[str], title: str) -> None:
    """Put stakes that say the same under the first of them, with whatever stands under each.

    Raises ``InvalidEntry`` (``stakes-too-few``) for fewer than two.
    """
    heads = [repository.find_proposed_stake(one) for one in dict.fromkeys(stakes)]
    if len(heads) < 2:
        raise InvalidEntry("stakes-too-few")
    first, *others = heads
    moved = {one.id for one in others}
    for one in repository.list_proposed_stakes():
        if one.id in moved or one.into in moved:
            repository.update_proposed_stake(replace(one, into=first.id, title=""))
    repository.update_proposed_stake(replace(first, into=None, title=title or first.title))


def take_apart(repository: Repository, stake: str) -> None:
    """Have a stake stand by itself again; of one that others stand under, all of them do."""
    known = repository.find_proposed_stake(stake)
    for one in repository.list_proposed_stakes():
        if one.id == known.id or one.into == known.id:
            repository.update_proposed_stake(replace(one, into=None, title=""))


def grade(repository: Repository, judge: str, stake: str, given: int | None) -> None:
    """Keep what a judge finds of a stake, of ``None`` nothing more; raises ``MissingEntry`` (``stake-gone``)."""
    if all(one.id != stake for one in list_stakes(repository.list_proposed_stakes())):
        raise MissingEntry("stake-gone")
    if given is None:
        repository.remove_stake_grades(judge, stake)
    else:
        repository.update_stake_grade(StakeGrade(judge, stake, Grade(given)))


def judge_on_paper(repository: Repository, stakes: Sequence[str], grades: Sequence[int]) -> str:
    """Keep what stands on a paper, -1 for nothing, and return by what it is known.

    Raises ``InvalidEntry``: ``malformed-intention``, or ``paper-empty`` where nothing was graded at all.
    """
    if len(stakes) != len(grades):
        raise InvalidEntry("malformed-intention")
    given = [(stake, found) for stake, found in zip(stakes, grades, strict=True) if found >= 0]
    if not given:
        raise InvalidEntry("paper-empty")
    judge = f"{PAPER}{len(list_papers(repository)) + 1:04}-{uuid4().hex}"
    for stake, found in given:
        grade(repository, judge, stake, found)
    return judge


def list_papers(repository: Repository) -> list[str]:
    """Return by what the papers are known that were typed in, in the order they came."""
    return sorted({one.judge for one in repository.list_stake_grades() if one.judge.startswith(PAPER)})


def move_stakes(repository: Repository, stage: StakesStage) -> None:
    """Bring the stakes to another stage; what was proposed and judged stays.

    Raises ``NotAllowed``: ``no-stake-yet`` where there is nothing to judge, ``stakes-too-many`` where nobody would read
    to the end.
    """
    course = repository.find_stakes_course()
    there = len(list_stakes(repository.list_proposed_stakes()))
    if stage in (StakesStage.JUDGING, StakesStage.JUDGED) and there == 0:
        raise NotAllowed("no-stake-yet")
    if stage is StakesStage.JUDGING and there > JUDGED_AT_MOST:
        raise NotAllowed("stakes-too-many", number=there, most=JUDGED_AT_MOST)
    repository.update_stakes_course(replace(course, stage=stage))


def make_challenges(repository: Repository, stakes: Sequence[str], now: datetime) -> int:
    """Make a challenge of each of some stakes, whose words are its first sentence; return how many were made.

    One whose stake there is already is not made twice, nor one of two in the same words. With that the stakes are done:
    phones show them no more, or nobody who arrives could take a seat. Raises ``NotAllowed`` (``challenges-full``),
    ``InvalidEntry`` (``stakes-none-chosen``) and ``MissingEntry``.
    """
    titles = {one.id: one.title for one in list_stakes(repository.list_proposed_stakes())}
    known = {list_words(one.stake) for one in repository.list_challenges()}
    wanted: list[str] = []
    for stake in stakes:
        words = list_words(_title(titles, stake))
        if words not in known:
            known.add(words)
            wanted.append(stake)
    if not stakes:
        raise InvalidEntry("stakes-none-chosen")
    place = len(repository.list_challenges())
    if place + len(wanted) > CHALLENGES_AT_MOST:
        raise NotAllowed("challenges-full", most=CHALLENGES_AT_MOST)
    for position, stake in enumerate(wanted, start=place):
        title = titles[stake]
        made = Challenge(uuid4().hex, title, title, position=position)
        repository.add_challenge(made)
        keep_sentence(repository, made, now)
    repository.update_stakes_course(replace(repository.find_stakes_course(), stage=StakesStage.CLOSED))
    return len(wanted)


def _title(titles: dict[str, str], stake: str) -> str:
    if stake not in titles:
        raise MissingEntry("stake-gone")
    return titles[stake]


def forget_judge(repository: Repository, visitor: str) -> None:
    """Have nothing of what a browser proposed or found be its own any more; what it proposed stays, unsigned."""
    by = name_browser(repository, visitor)
    for one in repository.list_proposed_stakes(by):
        repository.update_proposed_stake(replace(one, by=""))
    repository.remove_stake_grades(by)
