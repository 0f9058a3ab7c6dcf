"""What the projector shows now: made from what the course makes public and what the facilitator lets through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import OPEN_STAGES, PHASES, STAGES, Phase, Role, find_moment
from workshop_kit.domain.drawing import ANSWERS_AT_LEAST
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import AssignmentStatus, Challenge, Workshop
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.presence import list_helpers, list_present, list_room
from workshop_kit.domain.projection import Cover, Projection
from workshop_kit.live.acts.moving import hold_back
from workshop_kit.live.challenge import read_options, read_shown_ideas
from workshop_kit.live.contract.screen import (
    ScreenBlack,
    ScreenCode,
    ScreenForm,
    ScreenFrame,
    ScreenModel,
    ScreenOffer,
    ScreenPlain,
    ScreenReveal,
    ScreenScoring,
    ScreenThanks,
    ScreenWelcome,
)
from workshop_kit.live.contract.screen_shown import OffersCounted, ScreenCard, ScreenMatrix
from workshop_kit.live.door import open_with_words, read_words
from workshop_kit.live.joining import read_join_address
from workshop_kit.live.matrix import count_drawing, count_matrix
from workshop_kit.live.screen.discussing import (
    fill_discussed,
    fill_tensions,
    read_discussed,
    read_tensions,
    weigh_idea_card,
)
from workshop_kit.live.screen.drawing import draw_due, read_drawings
from workshop_kit.live.screen.filling import read_missions
from workshop_kit.live.screen.pages import IDEAS, fill_pages, set_text
from workshop_kit.live.screen.podium import read_results
from workshop_kit.live.screen.said import list_said
from workshop_kit.live.screen.stakes import read_stakes
from workshop_kit.live.screen.tables import read_tables
from workshop_kit.live.screen.together import describe_shown, read_vote, read_writing
from workshop_kit.live.timer import read_timer
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


class ScreenKeeper:
    """Reads what the screen shows, and keeps what it showed for as long as it is frozen (*figé*).

    A page that is opened meanwhile kept nothing: it shows the place at which the screen was frozen. What covers the
    screen covers a frozen one as well. A page that says what may not be shown any more, since it was held back,
    removed, corrected or covered again, is made anew at its place.
    """

    def __init__(self) -> None:
        self._kept: ScreenModel | None = None
        self._kept_at: Projection | None = None

    def read(self, repository: Repository, now: datetime) -> ScreenModel:
        """Return what the room sees now."""
        held = repository.find_projection()
        place = replace(find_place(repository), cover=Cover.NONE, frozen=False, read_first=False)
        fresh = read_uncovered(repository, now)
        stays = held.frozen and self._kept_at == place
        if not stays or self._kept is None or not list_said(self._kept) <= list_said(fresh):
            self._kept, self._kept_at = fresh, place
        for how in ("join", "qr", "door"):  # a frozen screen lets people in, too
            self._kept[how] = fresh[how]
        uncovered = self._kept
        if not held.frozen and held.cover is not Cover.NONE:
            self._kept = None  # nobody sees it, and what changes under a cover is not noticed
        return _cover(repository, uncovered, held)


def draw_matrices_due(store: Store, now: datetime) -> None:
    """Have the matrices drawn that are due, while the screen shows matrices and follows the room."""
    if store.read(lambda repository: not repository.find_projection().frozen and _shows_matrices(repository)):
        draw_due(store, now)


def _shows_matrices(repository: Repository) -> bool:
    return find_shown(find_place(repository)) == "scores"


def read_uncovered(repository: Repository, now: datetime) -> ScreenModel:
    """Return what the room may see now once nothing covers the screen."""
    place = find_place(repository)
    challenges = repository.list_challenges()
    at = next((one for one in challenges if one.id == place.challenge), None)
    shown = [at] if at is not None and place.phase is Phase.WORK else list(challenges)
    frame = _read_frame(repository, now, place, shown)
    read = _READERS.get(find_shown(place))
    if read is None or (place.phase is Phase.WORK and at is None):
        return ScreenPlain(**frame, view="plain")
    return _turn_page(read(repository, shown, frame, now))


def count_pages(repository: Repository, now: datetime) -> int:
    """Return how many pages there are of what the screen shows: of the plan of the tables where it covers it."""
    held, model = repository.find_projection(), read_uncovered(repository, now)
    return len((_cover(repository, model, held) if held.cover is Cover.TABLES else model)["pages"])


def _cover(repository: Repository, model: ScreenModel, held: Projection) -> ScreenModel:
    """Leave of a page what its cover lets through: nothing of what it holds.

    A frozen screen is covered by the first page of the tables: their pages are not its own, and none is turned.
    """
    if held.cover is Cover.NONE:
        return model
    frame: ScreenFrame = {
        "moment": model["moment"],
        "title": model["title"],
        "territory": model["territory"],
        "people": model["people"],
        "timer": model["timer"],
        "of": model["of"],
        "challenges": model["challenges"],
        "join": model["join"],
        "qr": model["qr"],
        "door": model["door"],
        "page": model["page"],
        "pages": model["pages"],
    }
    if held.cover is Cover.TABLES:
        plan = read_tables(repository, frame, 0 if held.frozen else held.page)
        if plan is not None and held.frozen:
            plan["pages"] = []
        return plan or model
    return ScreenBlack(**frame, view="black") if held.cover is Cover.BLACK else ScreenCode(**frame, view="code")


def find_place(repository: Repository) -> Projection:
    """Return where the screen stands: behind the room if the facilitator holds it there, never before it.

    It never stands at what is to be read first and was not brought to it, whatever led it there; nor, unless it is
    frozen, at a challenge that the room left as it stood: people would read there that they still write or vote.
    """
    held, workshop = repository.find_projection(), repository.find_workshop()
    if PHASES.index(held.phase) > PHASES.index(workshop.phase):
        held = replace(held, phase=workshop.phase, challenge=workshop.current_challenge, page=0)
    if held.phase is not Phase.WORK:
        return hold_back(repository, replace(held, stage=None))
    challenges = {one.id: one for one in repository.list_challenges()}
    at = challenges.get(held.challenge or "") or challenges.get(workshop.current_challenge or "")
    if at is None:
        return replace(held, challenge=None, stage=None)
    if _is_left(at, workshop) and not held.frozen:
        return hold_back(
            repository, replace(held, phase=workshop.phase, challenge=workshop.current_challenge, stage=None, page=0)
        )
    stage = at.stage if held.stage is None else min(held.stage, at.stage, key=STAGES.index)
    return hold_back(repository, replace(held, challenge=at.id, stage=stage))


def _is_left(challenge: Challenge, workshop: Workshop) -> bool:
    return challenge.stage in OPEN_STAGES and PHASES.index(workshop.phase) > PHASES.index(Phase.WORK)


def find_shown(place: Projection) -> str:
    """Return what the table of the course lets the screen show where it stands, ``""`` when it names nothing."""
    return next((what for what in _READERS if is_shown(Role.SCREEN, what, place.phase, place.stage)), "")


def _read_frame(repository: Repository, now: datetime, place: Projection, shown: Sequence[Challenge]) -> ScreenFrame:
    workshop = repository.find_workshop()
    numbers = {one.id: number for number, one in enumerate(repository.list_challenges(), start=1)}
    timed = shown[0] if place.phase is Phase.WORK and len(shown) == 1 else workshop
    join, words = read_join_address(), read_words()
    return {
        "moment": find_moment(place.phase, place.stage),
        "title": conceal_contacts(workshop.title),
        "territory": conceal_contacts(workshop.territory),
        "people": len(list_present(repository.list_attending())),
        "timer": read_timer(timed, now),
        "of": len(numbers),
        "challenges": [describe_shown(one, numbers[one.id]) for one in shown],
        "join": join,
        "qr": draw_code(open_with_words(join, words)),
        "door": words,
        "page": place.page,
        "pages": [],
    }


def _turn_page(model: ScreenModel) -> ScreenModel:
    """Keep the page within those there are: cards may have gone since it was turned."""
    model["page"] = min(model["page"], max(0, len(model["pages"]) - 1))
    return model


def _read_welcome(
    repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenWelcome:
    return {**frame, "view": "welcome", "stakes": read_stakes(repository)}


def _read_form(_repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime) -> ScreenForm:
    return {**frame, "view": "form"}


def _read_reveal(
    repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenReveal:
    options = read_options(repository, shown[0], read=True)
    cards = [_read_card(option) for option in options]
    weights = [weigh_idea_card(card) for card in cards]
    discussed, tensions = read_discussed(options), read_tensions(options)
    return {
        **frame,
        "view": "reveal",
        "cards": cards,
        "discussed": discussed,
        "tensions": tensions,
        "pages": [*fill_pages(weights), *fill_discussed(discussed), *fill_tensions(tensions)],
    }


def _read_card(option: Option) -> ScreenCard:
    """Return an option as it is read: ideas in the words of their group's title are counted, and said once."""
    title = "" if option.lone else set_text(conceal_contacts(option.title))
    read = [(set_text(conceal_contacts(idea.text)), set_text(conceal_contacts(idea.answer))) for idea in option.ideas]
    said = [(text, answer) for text, answer in read if answer or not title or fold_name(text) != fold_name(title)]
    texts, answers = [text for text, _ in said], [answer for _, answer in said]
    card: ScreenCard = {"title": title, "texts": texts, "answers": answers, "ideas": len(read)}
    if weigh_idea_card(card) <= IDEAS.lines:
        return card
    return {**card, "answers": [""] * len(texts)}


def _read_scoring(
    repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenScoring:
    participants, drawings = repository.list_participants(), read_drawings(repository)
    matrices: list[ScreenMatrix] = []
    for challenge, described in zip(shown, frame["challenges"], strict=True):
        counts = count_matrix(repository.list_scores(challenge.id), participants)
        few = counts["answered"] < ANSWERS_AT_LEAST
        drawn = None if few else drawings.get(challenge.id)
        matrices.append(
            {
                "challenge": described,
                "heard": counts["heard"],
                "room": counts["room"],
                "few": few,
                "counts": None if drawn is None else count_drawing(drawn),
            }
        )
    return {**frame, "view": "scoring", "matrices": matrices, "pages": [1] * len(matrices)}


def _read_offer(repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime) -> ScreenOffer:
    over = repository.find_workshop().phase is not Phase.OFFER
    return {**frame, "view": "offer", **_count_offers(repository), "over": over}


def _count_offers(repository: Repository) -> OffersCounted:
    """Count those of the room, and apart from them those one only knows from a file or a poster."""
    persons = Persons(repository)
    helpers = list_helpers(persons.list_participants(), persons.list_volunteers(), persons.list_scores())
    room = sum(one.origin.seated for one in helpers)
    return {"offers": room, "others": len(helpers) - room}


def _read_thanks(
    repository: Repository, _shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenThanks:
    workshop = repository.find_workshop()
    persons = Persons(repository)
    standing = Counter(one.status for one in persons.list_assignments())
    people = len(list_room(persons.everybody, persons.list_givers()))
    return {
        **frame,
        "view": "thanks",
        "people": people,
        "ideas": sum(len(read_shown_ideas(repository, one.id)) for one in repository.list_challenges()),
        **_count_offers(repository),
        "taken": standing[AssignmentStatus.ACCEPTED],
        "follow_up": workshop.follow_up,
        "contact": workshop.contact,
    }


#: Who reads what ``domain.permits.SHOWS`` names for the screen.
_READERS: Final[Mapping[str, Callable[[Repository, Sequence[Challenge], ScreenFrame, datetime], ScreenModel]]] = {
    "join": _read_welcome,
    "form": _read_form,
    "writers": read_writing,
    "ideas": _read_reveal,
    "voted": read_vote,
    "tallies": read_results,
    "scores": _read_scoring,
    "offers": _read_offer,
    "missions": read_missions,
    "thanks": _read_thanks,
}
