"""The remote: what the projector shows, and the facilitator's hand on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop_kit.domain.course import OPEN_STAGES, Phase, Stage, find_moment
from workshop_kit.domain.drawing import ANSWERS_AT_LEAST
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.projection import Cover, Projection
from workshop_kit.domain.voting import list_places
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.moving import find_spot, let_through, read_present
from workshop_kit.live.challenge import say_idea, say_title
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.remote import (
    AheadDraw,
    AheadRead,
    AheadShow,
    AheadUnveil,
    CoverScreen,
    DrawMatrices,
    FreezeScreen,
    ReadIdea,
    RemoteChallenge,
    RemoteModel,
    RemoteUndo,
    SetReadFirst,
    ShowOnScreen,
    TakeBackShown,
    TurnPage,
    Unveil,
)
from workshop_kit.live.contract.screen import ScreenModel
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.last_shown import count_unveiled, keep_shown, read_undo, take_back_shown
from workshop_kit.live.joining import JOIN
from workshop_kit.live.matrix import count_matrix
from workshop_kit.live.screen.drawing import draw_all, find_change, wait_again
from workshop_kit.live.screen.showing import ScreenKeeper, count_pages, draw_matrices_due, find_place
from workshop_kit.live.screen.together import find_page_of
from workshop_kit.live.screen.waiting import count_names, list_waiting
from workshop_kit.live.tallies import find_covered, read_tallies
from workshop_kit.store import Repository


class RemoteDesk(Desk):
    """The remote of the screen (*télécommande*): it moves no phone, but for results that are unveiled everywhere."""

    def _forget(self) -> None:
        super()._forget()
        self._keeper = ScreenKeeper()

    @shows(
        *("workshop", "challenge", "projection", "participant", "step", "idea", "group", "vote", "score"),
        *("drawing", "table", "stakes", "proposed-stake", "stake-grade"),
        *("volunteer", "mission", "assignment", "sector", JOIN),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "projection", "step", JOIN),
        sections=("facilitator.remote", "screen", "phases"),
    )
    def remote_model(self) -> RemoteModel:
        """Return what the room sees now, as the screen has it, and what can be done about it."""
        draw_matrices_due(self.store, self.now())
        return self.store.read(self._read_remote)

    @intention
    def turn_page(self, repository: Repository, asked: TurnPage) -> None:
        """Show a page of what the screen shows, the last one if there are fewer.

        Raises
        ------
        NotAllowed
            ``screen-frozen``.

        """
        if repository.find_projection().frozen:
            raise NotAllowed("screen-frozen")
        last = max(0, count_pages(repository, self.now()) - 1)
        _change(repository, lambda held: replace(held, page=min(asked.page, last)))

    @intention
    def cover_screen(self, repository: Repository, asked: CoverScreen) -> None:
        """Cover the screen with black, with the code to join or with the plan of the tables, or uncover it.

        The plan has pages of its own: it begins with the first, and so does what it covered once it goes.

        Raises
        ------
        NotAllowed
            ``nobody-seated``: phones are told no round.

        """
        if asked.cover is Cover.TABLES and not repository.find_workshop().table_round:
            raise NotAllowed("nobody-seated")

        def cover(held: Projection) -> Projection:
            turns = Cover.TABLES in (held.cover, asked.cover) and held.cover is not asked.cover and not held.frozen
            return replace(held, cover=asked.cover, page=0 if turns else held.page)

        _change(repository, cover)

    @intention
    def freeze_screen(self, repository: Repository, asked: FreezeScreen) -> None:
        """Have the screen stay as it is, or follow again from where it stood."""
        place = find_place(repository)
        _change(
            repository,
            lambda held: replace(
                held,
                phase=place.phase,
                challenge=place.challenge,
                stage=place.stage,
                frozen=asked.frozen,
            ),
        )

    @intention
    def set_read_first(self, repository: Repository, asked: SetReadFirst) -> None:
        """Say whether what is revealed waits for a press before it reaches the screen."""
        _change(repository, lambda held: replace(held, read_first=asked.read_first))

    @intention
    def show_on_screen(self, repository: Repository, asked: ShowOnScreen) -> None:
        """Bring a challenge to the screen as it stands, or what the room is at; nothing covers or freezes it then.

        Raises
        ------
        NotAllowed
            ``challenge-not-open``: the room does not work on it, or has left it. ``moved-meanwhile``: what was
            pressed for stands elsewhere by now, where there may be something that nobody was asked about.

        """
        workshop = repository.find_workshop()
        phase, challenge = workshop.phase, asked.challenge or workshop.current_challenge
        if asked.challenge is not None:
            phase = Phase.WORK
            known = repository.find_challenge(asked.challenge)
            if known.stage not in OPEN_STAGES or workshop.phase is not Phase.WORK:
                raise NotAllowed("challenge-not-open")
        stage = read_present(repository).stage_of(challenge) if phase is Phase.WORK else None
        if asked.moment not in (None, find_moment(phase, stage)):
            raise NotAllowed("moved-meanwhile")
        held = repository.find_projection()
        page = 0
        if asked.challenge is not None and stage is Stage.WRITING:
            page = find_page_of(repository, repository.find_challenge(asked.challenge))
        shown = replace(held, phase=phase, challenge=challenge, stage=stage, cover=Cover.NONE, frozen=False)
        if find_spot(shown) != find_spot(find_place(repository)):
            shown = replace(shown, page=page, drawn=False)
        let = let_through(repository, shown, asked.ideas)
        repository.update_projection(let.shown)
        keep_shown(repository, self._page, self.now(), held, let.shown, let)

    @intention
    def unveil(self, repository: Repository, asked: Unveil) -> None:
        """Unveil places of a challenge's results, on phones too; what was unveiled stays so, but for a slip.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile``: there are other places than the page that asks was shown.

        """
        known = repository.find_challenge(asked.challenge)
        places = list_places(read_tallies(repository, known))
        if asked.of not in (None, len(places)):
            raise NotAllowed("moved-meanwhile")
        options = [one.option.id for place in places[max(0, len(places) - asked.unveiled) :] for one in place.tallies]
        added = tuple(one for one in options if one not in known.uncovered)
        if added:
            uncovered = replace(known, uncovered=(*known.uncovered, *added))
            repository.update_challenge(uncovered)
            keep_shown(repository, self._page, self.now(), count_unveiled(known), count_unveiled(uncovered))
            place = find_place(repository)
            if (place.challenge, place.stage) == (known.id, Stage.RESULTS):  # places are uncovered on the first page
                _change(repository, lambda held: replace(held, page=0))

    @intention
    def take_back_shown(self, repository: Repository, asked: TakeBackShown) -> None:
        """Take back what this browser last brought to the screen or unveiled, on phones too, while it stands so.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile``: another page or a later press changed it. ``too-late-to-take-back``.

        """
        take_back_shown(repository, self._page, asked.press, self.now())

    @intention
    def draw_matrices(self, repository: Repository, asked: DrawMatrices) -> None:
        """Draw the matrices as they stand, though answers are still waited for, or wait again.

        Raises
        ------
        NotAllowed
            ``too-few-answers``: none has five answers, and a mark of so few is somebody.

        """
        if asked.drawn and not _can_draw(repository):
            raise NotAllowed("too-few-answers", least=ANSWERS_AT_LEAST)
        if asked.drawn:
            draw_all(repository, self.now())
        else:
            wait_again(repository)
        _change(repository, lambda held: replace(held, drawn=asked.drawn))

    @property
    def _page(self) -> str:
        """Whose press it is: this browser's, in whichever of its pages, also once they were opened again."""
        return self._own("shown")

    def _read_remote(self, repository: Repository) -> RemoteModel:
        undo = read_undo(repository, self._page, self.now())
        return RemoteBook(repository, self._keeper.read(repository, self.now()), undo).read()


class RemoteBook:
    """Reads the remote within one read of the store, around what the room sees."""

    def __init__(self, repository: Repository, screen: ScreenModel, undo: RemoteUndo | None) -> None:
        self._repository = repository
        self._screen = screen
        self._undo = undo
        self._held = repository.find_projection()
        self._place = find_place(repository)
        self._workshop = repository.find_workshop()
        self._numbered = {one.id: (number, one) for number, one in enumerate(repository.list_challenges(), start=1)}

    def read(self) -> RemoteModel:
        """Return the read model of the remote."""
        return {
            "screen": self._screen,
            "number": self._find_number(),
            "focus": self._workshop.current_challenge if self._workshop.phase is Phase.WORK else None,
            "open": sum(self._is_worked_on(one) for _, one in self._numbered.values()),
            "frozen": self._held.frozen,
            "read_first": self._held.read_first,
            "others": self._list_others(),
            "ahead": self._find_ahead(),
            "undo": self._undo,
            "tables": self._workshop.table_round > 0,
        }

    def _find_number(self) -> int | None:
        """Return the number of the one challenge that the screen shows."""
        if self._screen["view"] == "writing":
            shown = self._screen["open"]
            return shown[0]["challenge"]["number"] if len(shown) == 1 else None
        return self._number(self._place.challenge) if self._place.phase is Phase.WORK else None

    def _number(self, challenge: str | None) -> int | None:
        return None if challenge not in self._numbered else self._numbered[challenge][0]

    def _is_worked_on(self, challenge: Challenge) -> bool:
        """Tell whether the room works on a challenge: one that it left as it stood is open no more."""
        return self._workshop.phase is Phase.WORK and challenge.stage in OPEN_STAGES

    def _list_others(self) -> list[RemoteChallenge]:
        """Return the open challenges that are neither on the screen nor what it would be brought to next."""
        ahead = self._find_show()
        shown = {self._place.challenge if self._place.phase is Phase.WORK else None, ahead and ahead["challenge"]}
        return [
            {
                "id": one.id,
                "number": number,
                "stake": one.stake,
                "moment": find_moment(Phase.WORK, one.stage),
                "ideas": [idea.id for idea in list_waiting(self._repository, one)],
            }
            for number, one in self._numbered.values()
            if self._is_worked_on(one) and one.id not in shown
        ]

    def _find_ahead(self) -> AheadShow | AheadRead | AheadUnveil | AheadDraw | None:
        behind = self._find_show() or self._find_unread()
        if behind is not None or self._held.frozen:
            return behind
        if self._place.phase is Phase.WORK and self._place.stage is Stage.RESULTS and self._place.challenge is not None:
            return self._find_covered(self._numbered[self._place.challenge][1])
        return self._find_undrawn() if self._place.phase is Phase.SCORING else None

    def _find_show(self) -> AheadShow | None:
        """Return what the screen would be brought to: what became of its challenge, else where the room is."""
        shown = self._numbered.get(self._place.challenge or "")
        at_work = self._place.phase is Phase.WORK
        if at_work and shown is not None and self._is_worked_on(shown[1]) and self._place.stage is not shown[1].stage:
            return self._show(Phase.WORK, shown[1])
        if self._place.phase is not self._workshop.phase:
            focus = self._numbered.get(self._workshop.current_challenge or "")
            return self._show(self._workshop.phase, None if focus is None else focus[1])
        focus = self._numbered.get(self._workshop.current_challenge or "")
        closed = shown is None or shown[1].stage not in OPEN_STAGES
        if at_work and focus is not None and focus[1].id != self._place.challenge and closed:
            return self._show(Phase.WORK, focus[1])
        return None

    def _show(self, phase: Phase, challenge: Challenge | None) -> AheadShow:
        at = challenge if phase is Phase.WORK and challenge is not None and challenge.stage in OPEN_STAGES else None
        return {
            "code": "show",
            "moment": find_moment(phase, None if at is None else at.stage),
            "challenge": None if at is None else at.id,
            "number": None if at is None else self._number(at.id),
            "ideas": [] if at is None else [idea.id for idea in list_waiting(self._repository, at)],
            "names": count_names(self._repository) if phase is Phase.MISSIONS and not self._held.named else 0,
        }

    def _find_unread(self) -> AheadRead | None:
        """Return the ideas that came, or were changed, since those of the challenge were brought to the screen."""
        challenge = self._place.challenge
        if self._place.phase is not Phase.WORK or self._place.stage is not Stage.REVEAL or challenge is None:
            return None
        waiting = list_waiting(self._repository, self._numbered[challenge][1])
        if not waiting:
            return None
        ideas: list[ReadIdea] = [{"id": idea.id, "text": say_idea(idea)} for idea in waiting]
        return {"code": "read", "challenge": challenge, "ideas": ideas}

    def _find_covered(self, challenge: Challenge) -> AheadUnveil | None:
        tallies = read_tallies(self._repository, challenge)
        covered = find_covered(tallies, challenge)
        if not covered:
            return None
        first = covered[-1].tallies[0]
        judged = first.judgment
        return {
            "code": "unveil",
            "challenge": challenge.id,
            "unveiled": len(list_places(tallies)) - len(covered) + 1,
            "of": len(list_places(tallies)),
            "rank": covered[-1].rank,
            "titles": [say_title(tally.option) for tally in covered[-1].tallies],
            "vote": first.kind,
            "dots": first.dots,
            "supporters": first.supporters,
            "grade": None if judged is None or judged.median is None else int(judged.median),
            "left": len(covered),
        }

    def _find_undrawn(self) -> AheadDraw | None:
        if self._screen["view"] != "scoring" or not self._screen["matrices"]:
            return None
        matrix = self._screen["matrices"][self._screen["page"]]
        challenge = next(one for number, one in self._numbered.values() if number == matrix["challenge"]["number"])
        since = find_change(self._repository, challenge.id)
        if since is None:
            return None
        return {"code": "draw", "heard": matrix["heard"], "room": matrix["room"], "few": matrix["few"], "since": since}


def _can_draw(repository: Repository) -> bool:
    """Tell whether a matrix may be drawn in public: one at least has enough answers."""
    people = repository.list_participants()
    return any(
        count_matrix(repository.list_scores(one.id), people)["answered"] >= ANSWERS_AT_LEAST
        for one in repository.list_challenges()
    )


def _change(repository: Repository, change: Callable[[Projection], Projection]) -> None:
    """Change what the screen is let show; a press for what it shows already changes nothing."""
    held = repository.find_projection()
    if change(held) != held:
        repository.update_projection(change(held))
