"""Step 5: missions proposed, and what if: worked out beside the page, shown before it is written, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Literal

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.assignment import Assignments
from workshop_kit.domain.model import AssignmentRule, AssignmentStep, Change
from workshop_kit.errors import MissingEntry, NotAllowed, WorkshopError
from workshop_kit.live.acts.assigning import (
    Basis,
    Trial,
    keep_step,
    read_basis,
    takes_away,
    was_decided,
    write_trial,
)
from workshop_kit.live.acts.locking import find_possible
from workshop_kit.live.acts.moving import let_names_go
from workshop_kit.live.acts.removing import Removed
from workshop_kit.live.acts.undoing import redo_step, undo_step
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.facilitator.missions import AcceptTrial, KeepHere, ThisStep, TryChange, WeighFit
from workshop_kit.live.contract.facilitator.missions_shown import MissionBookModel, RemovedMission, SolvingModel
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.mission_book import MissionBook
from workshop_kit.live.facilitator.mission_known import KnownMissions
from workshop_kit.live.facilitator.mission_locks import find_standing, lock_tried
from workshop_kit.live.facilitator.mission_trial import TrialBook, Written, say_written
from workshop_kit.live.facilitator.mission_work import SolvesHere, SolvesMissions
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons
from workshop_kit.visit import NOBODY

#: The kind of this window's own announcements about what is worked out; it never stands in the store's feed.
SOLVING_KIND: Final = "missions-solving"
#: What an assignment rests on, by the kinds of change.
_BASIS_KINDS: Final = frozenset(
    {"mission", "assignment", "assignment-rule", "score", "volunteer", "participant", "challenge"}
)
#: How often something is worked out again by itself because what it rests on changed meanwhile.
AGAIN_AT_MOST: Final = 3
_What = Literal["propose", "try"]


@dataclass
class _Solving:
    """How the working out stands on this page (*calcul*), what is tried, and what was read last."""

    state: Literal["none", "working", "stopped", "failed"] = "none"
    what: _What = "propose"
    failure: WorkshopError | None = None
    wanted: tuple[Lock, ...] = ()
    trial: Trial | None = None
    number: int = 0
    renewals: int = 0
    stale: bool = False
    #: The trial is a proposal that would move people who have a mission: nothing is tried by hand.
    again: bool = False
    written: Written | None = None
    removed: dict[str, Removed] = field(default_factory=dict)
    explained: tuple[str, Assignments] | None = None
    explaining: str = ""
    reading: bool = False
    book: tuple[object, KnownMissions, MissionBookModel] | None = None


class TryingDesk(Desk):
    """What is worked out for the missions (*calculs, essais*), and how it is taken back.

    A trial, and what is being worked out, live with this page: a reload of it forgets them, and nothing is lost that
    was written.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    solver
        Works out assignments; without it, as in a script, they are worked out where they are asked for.

    """

    def __init__(self, *arguments: Any, solver: SolvesMissions | None = None, **named: Any) -> None:
        self._solver: SolvesMissions = solver or SolvesHere()
        super().__init__(*arguments, **named)
        self.on_change(self._notice_trial)
        self._solver.on_change(lambda: self._announce(SOLVING_KIND))

    def _forget(self) -> None:
        super()._forget()
        self._solving = _Solving()

    @shows(
        *("mission", "assignment", "score", "volunteer", "participant", "challenge", "sector", "idea", "group"),
        *("assignment-step", "assignment-rule", SOLVING_KIND),
        pace=DRAW_EVERY,
        sections=("facilitator.missions", "facilitator.deeds"),
        apart="challenges",
    )
    def missions_model(self) -> MissionBookModel:
        """Return every mission with who takes it and why; reasons are said in the language of the page."""
        known, book = self._read_missions()
        trial = None
        if self._solving.trial is not None:
            renewed = self._solving.renewals > 0
            trial = TrialBook(known, self._solving.trial, self.translator).read(
                self._solving.number, renewed=renewed, stale=self._solving.stale
            )
        return {**book, "solving": self._describe_solving(known), "trial": trial, "removed": self._list_removed(known)}

    @intention
    def propose_assignments(self) -> None:
        """Work out the assignments again, beside the page, and write them; what people decided stays.

        One press gives the places that are free. Where somebody who has a mission would leave it, that is shown as a
        trial first: what their phone says is not taken away unseen.
        """
        self._forget_trial()
        self._begin_solving("propose", AGAIN_AT_MOST, ())

    @intention
    def try_change(self, asked: TryChange) -> None:
        """Work out what else would change if somebody were on a mission, or never on it; nothing is written.

        What is tried of somebody else stays tried with it. Who would leave a mission that they decided on, or that
        could be proposed to them again, is kept off it.

        Raises
        ------
        MissingEntry
            ``no-participant``, ``no-mission``.
        InvalidEntry
            ``mission-full``: people decided on every place of it.
        NotAllowed
            ``mission-declined``: they said no to it themselves.

        """
        locks = self.store.read(lambda repository: lock_tried(repository, asked, self._solving.wanted))
        others = (one for one in self._solving.wanted if one.participant != locks[0].participant)
        self._solving.renewals = 0
        self._begin_solving("try", AGAIN_AT_MOST, (*others, *locks))

    @intention
    def renew_trial(self) -> None:
        """Work out the trial again: what it rests on has changed."""
        if self._solving.wanted or self._solving.again:
            self._solving.renewals = 0
            self._begin_solving("try", AGAIN_AT_MOST, self._solving.wanted)

    @intention
    def leave_trial(self) -> None:
        """Leave everything as it was: a trial is forgotten."""
        self._drop_trial()

    @intention
    def stop_solving(self) -> None:
        """Stop what is being worked out; nothing of it is written, and a trial that was shown before is shown on."""
        if self._solving.state != "working":
            return
        self._solver.stop()
        self._solving.state = "stopped"
        if self._solving.what == "try":
            self._solving.wanted = () if self._solving.trial is None else self._solving.trial.locks
        self._announce(SOLVING_KIND)

    @intention
    def accept_trial(self, repository: Repository, asked: AcceptTrial) -> None:
        """Write the trial that was shown, as one step.

        Raises
        ------
        NotAllowed
            ``assignment-meanwhile``: what it rests on changed since, or another one is shown by now.

        """
        trial = self._solving.trial
        if trial is None or asked.trial != self._solving.number or self._solving.state == "working":
            raise NotAllowed("assignment-meanwhile")
        write_trial(repository, trial, self._make_step("trial" if trial.locks else "proposed"))
        let_names_go(repository)

    @intention
    def keep_here(self, repository: Repository, asked: KeepHere) -> None:
        """Say that somebody stays on a mission when the rest is worked out, or need not; raises ``MissingEntry``."""
        person = Persons(repository).list_seats_of(asked.participant)[0]
        found = find_standing(repository, person, asked.mission)
        if found is None:
            raise MissingEntry("no-assignment", id=asked.participant)
        step = self._make_step("stays" if asked.stays else "free")
        keep_step(repository, step, partial(repository.update_assignment, replace(found, by_hand=asked.stays)))

    @intention
    def undo_assignments(self, repository: Repository, asked: ThisStep) -> None:
        """Take the last step back; raises ``NotAllowed`` (``nothing-to-undo``, ``assignment-meanwhile``)."""
        self._check_step(repository, asked.step, undone=False)
        undo_step(repository)
        let_names_go(repository)

    @intention
    def redo_assignments(self, repository: Repository, asked: ThisStep) -> None:
        """Do the step that was taken back last again; raises ``NotAllowed`` (``nothing-to-redo``, …-``meanwhile``)."""
        self._check_step(repository, asked.step, undone=True)
        redo_step(repository)
        let_names_go(repository)

    @intention
    def weigh_fit(self, repository: Repository, asked: WeighFit) -> None:
        """Say how much competence and interest weigh when places are given to whom they fit best."""
        repository.update_assignment_rule(AssignmentRule(asked.competence, asked.interest))

    def _make_step(self, code: str) -> AssignmentStep:
        """Return a step that is about to be made; who is concerned stands in what it changes."""
        return AssignmentStep(0, code, {}, self.now(), undone=False, changes=())

    def _keep_step(self, repository: Repository, code: str, act: Callable[[], object]) -> None:
        """Carry out an act as a step, and let go of the names that a screen shows."""
        keep_step(repository, self._make_step(code), act)
        let_names_go(repository)

    def _check_step(self, repository: Repository, number: int, *, undone: bool) -> None:
        """Refuse to take back another step than the one whose name was read."""
        steps = repository.list_assignment_steps(with_changes=False)
        ordered = steps if undone else tuple(reversed(steps))
        found = next((one for one in ordered if one.undone is undone), None)
        if found is None:
            raise NotAllowed("nothing-to-redo" if undone else "nothing-to-undo")
        if found.number != number:
            raise NotAllowed("assignment-meanwhile")

    def _settle(self, found: Intention, asked: Any) -> None:
        """Forget a trial once it is written."""
        super()._settle(found, asked)
        if found.name == "accept_trial":
            self._forget_trial()

    def _forget_trial(self) -> None:
        made = self._solving
        made.trial, made.wanted, made.renewals, made.stale, made.state = None, (), 0, False, "none"
        made.again = False

    def _drop_trial(self) -> None:
        """Stop what is worked out for a trial, and forget it."""
        self._solver.stop()
        self._forget_trial()
        self._announce(SOLVING_KIND)

    def _begin_solving(self, what: _What, tries: int, wanted: Sequence[Lock]) -> None:
        """Work something out beside the page; a trial of nobody who is still there is over."""
        basis, possible = self._read_possible(wanted)
        if what == "try" and wanted and not possible:
            self._drop_trial()
            return
        made = self._solving
        made.what, made.state, made.failure, made.wanted = what, "working", None, possible
        made.again = made.again and not possible
        self._solver.begin(basis, possible, partial(self._arrive_solved, what, tries))
        self._announce(SOLVING_KIND)

    def _read_possible(self, wanted: Sequence[Lock]) -> tuple[Basis, tuple[Lock, ...]]:
        """Return what an assignment rests on, and of the locks those that can be tried still."""
        return self.store.read(lambda repository: (read_basis(repository), find_possible(repository, wanted)))

    def _arrive_solved(self, what: _What, tries: int, found: Trial | Exception) -> None:
        """Take what was worked out: a proposal is written, a trial shown; after a change meanwhile, again."""
        try:
            if isinstance(found, Exception):
                raise found
            self._take_or_begin_again(what, tries, found)
        except WorkshopError as error:
            self._fail_solving(error)
        except Exception:
            self._fail_solving(NotAllowed("assignment-not-solved"))
            raise

    def _take_or_begin_again(self, what: _What, tries: int, trial: Trial) -> None:
        try:
            self._take_solved(what, trial)
        except NotAllowed as error:
            if error.code != "assignment-meanwhile" or tries <= 1:
                raise
            self._begin_solving(what, tries - 1, self._solving.wanted)
        else:
            self._announce(SOLVING_KIND)

    def _take_solved(self, what: _What, trial: Trial) -> None:
        made = self._solving
        if what == "propose" and not takes_away(trial.difference):
            basis = self.store.perform(None, lambda repository: self._write_proposal(repository, trial))
            key = _key(basis)
            made.explaining, made.explained = key, (key, trial.found)
            made.written = Written(basis.print, trial.difference.moved)
        elif self.store.read(read_basis).print != trial.print:
            raise NotAllowed("assignment-meanwhile")
        else:
            made.trial, made.stale, made.again = trial, False, not trial.locks
            made.number += 1
        made.state = "none"

    def _write_proposal(self, repository: Repository, trial: Trial) -> Basis:
        """Write a proposal, and return what it rests on as it was written: it may be another right after."""
        write_trial(repository, trial, self._make_step("proposed"))
        let_names_go(repository)
        return read_basis(repository)

    def _fail_solving(self, error: WorkshopError) -> None:
        self._solving.state, self._solving.failure = "failed", error
        self._announce(SOLVING_KIND)

    def _notice_trial(self, changes: Sequence[Change]) -> None:
        """Work an open trial out again when what it rests on changed, at most a few times by itself."""
        made = self._solving
        if made.trial is None or made.state == "working" or _BASIS_KINDS.isdisjoint(one.kind for one in changes):
            return
        basis, possible = self._read_possible(made.wanted)
        if basis.print == made.trial.print and possible == made.wanted:
            return
        if made.renewals >= AGAIN_AT_MOST:
            made.stale = True
            return
        made.renewals += 1
        self._begin_solving("try", AGAIN_AT_MOST, made.wanted)

    def _read_missions(self) -> tuple[KnownMissions, MissionBookModel]:
        """Return what is known and said of the missions, read again only where the store or the reasons are others."""
        stands = self.store.latest_sequence(), self.language
        found = self._solving.explained
        if self._solving.book is None or self._solving.book[0] != (stands, found):
            known = self.store.read(lambda repository: KnownMissions(repository, self.translator))
            found = self._explain_missions(known)
            book = MissionBook(known, found[1] if found else None, self.translator).read()
            self._solving.book = (stands, found), known, book
        return self._solving.book[1], self._solving.book[2]

    def _explain_missions(self, known: KnownMissions) -> tuple[str, Assignments] | None:
        """Have worked out what a proposal would be now; what was worked out last is said meanwhile."""
        if self.visit is not None and self.visit.visitor == NOBODY:
            return None  # a rehearsal leaves no thread behind
        key = _key(known.basis)
        if key not in (self._solving.explaining, self._solving.explained and self._solving.explained[0]):
            self._solving.explaining, self._solving.reading = key, True
            try:
                self._solver.explain(known.basis, partial(self._take_explained, key))
            finally:
                self._solving.reading = False
        return self._solving.explained

    def _take_explained(self, key: str, found: Assignments) -> None:
        """Take what was explained, unless what was asked for last is known by now: it came late."""
        made = self._solving
        if key != made.explaining and made.explained is not None and made.explained[0] == made.explaining:
            return
        made.explained = key, found
        if not self._solving.reading:
            self._announce(SOLVING_KIND)

    def _list_removed(self, known: KnownMissions) -> list[RemovedMission]:
        """List what was removed on this page and stands nowhere now, the latest last."""
        return [
            {
                "id": key,
                "challenge": one.mission.challenge,
                "title": one.mission.title,
                "after": one.after,
                "accepted": list(one.accepted),
            }
            for key, one in self._solving.removed.items()
            if key not in known.missions
        ]

    def _describe_solving(self, known: KnownMissions) -> SolvingModel:
        failure = self._solving.failure if self._solving.state == "failed" else None
        written = self._solving.written
        return {
            "state": self._solving.state,
            "what": self._solving.what,
            "share": round(self._solver.share, 2) if self._solving.state == "working" else 0.0,
            "sentence": "" if failure is None else self.translator.sentence(failure),
            "written": "" if written is None else say_written(known, written, self.translator),
        }


def _key(basis: Basis) -> str:
    """Return what a working out depends on: what was only proposed before does not matter to it."""
    return replace(basis, assignments=tuple(one for one in basis.assignments if was_decided(one))).print
