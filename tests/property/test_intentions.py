"""Whatever a page sends, a door answers with a sentence, and the workshop stays as the method wants it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import Phase as Step
from hypothesis import strategies as st

from tests.widgets.room import GUARD, NOON, PSEUDONYMS, Page, Room, begin
from workshop_kit.domain.course import MOMENTS, Moment, Role, place_moment
from workshop_kit.domain.disguises import NamesTaken
from workshop_kit.domain.entries import IDEA, PLACES, PSEUDONYM, WORKSHOP_TITLE, Whole
from workshop_kit.domain.history import read_course
from workshop_kit.domain.model import (
    CHALLENGES_AT_MOST,
    COMPETENCES,
    DOTS_PER_CHALLENGE,
    DOTS_PER_OPTION,
    INTERESTS,
    Assignment,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Reason,
    Stakeholder,
    Volunteer,
)
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.moving import read_present
from workshop_kit.live.contract.asking import Intention
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.window import LiveWorkshop, intentions_of
from workshop_kit.store import Repository
from workshop_kit.widgets.panel import Panel

#: It runs a whole notebook, which takes seconds: the synthesis has tests of its own.
_SLOW: Final = frozenset({"make"})
_KNOWN: Final = (
    "home", "move", "bob", "guard", "second", "third", "fourth", "g0", "m0", "k0", "s0", "shop", "Hirondelle", "Merle",
    "Hameau du Moulin", "accepted", "writing", "lived", "en", "fr", "0-0",
)  # fmt: skip
_WORDS: Final = st.sampled_from(_KNOWN)
_TEXTS: Final = st.one_of(
    _WORDS,
    st.text(max_size=60),
    st.text(alphabet=st.characters(), max_size=20),
    st.sampled_from(["", "\ud800", "x" * 2000]),
)
_JUNK: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 12),
    st.floats(),
    _TEXTS,
    st.lists(_TEXTS, max_size=3),
    st.dictionaries(_TEXTS, st.integers(), max_size=2),
)


def draw_values(hint: Any) -> st.SearchStrategy[Any]:
    """Return what a page might send for a field of type ``hint``: what is meant, or anything."""
    return st.one_of(_draw_meant(hint), _draw_meant(hint), _JUNK)


def _draw_meant(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is Annotated:
        inside, *kinds = get_args(hint)
        for kind in kinds:
            if isinstance(kind, Whole):
                return st.integers(kind.least, min(kind.most, kind.least + 10))
        return _draw_meant(inside)
    if get_origin(hint) is tuple:
        return st.lists(_draw_meant(get_args(hint)[0]), max_size=4)
    if get_args(hint):
        return st.one_of(*map(_draw_meant, get_args(hint)))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from([one.value for one in hint])
    return {bool: st.booleans(), type(None): st.none()}.get(hint, _WORDS)


def draw_payloads(intention: Intention) -> st.SearchStrategy[Any]:
    """Return what a page might send with ``intention``: its fields by the contract, some missing, or junk."""
    hints = get_type_hints(intention.payload, include_extras=True)
    names = [one.name for one in fields(intention.payload)]
    meant = st.fixed_dictionaries({name: _draw_meant(hints[name]) for name in names})
    said = {name: draw_values(hints[name]) for name in names}
    return st.one_of(meant, meant, st.fixed_dictionaries(said), st.fixed_dictionaries({}, optional=said), _JUNK)


@dataclass(frozen=True)
class Door:
    """A role's door in a room: how it opens, and what nobody may do through it."""

    open: Callable[[Room], Page]
    check: Callable[[Repository], None]


def sit_down(window: LiveWorkshop, panel: Panel) -> None:
    """Take a seat again if the last example gave it back."""
    if isinstance(window, ParticipantWindow) and window.participant is None:
        number = window.store.latest_sequence()
        panel.answer("join", {"pseudonym": f"Merle {number}", "category": "shop"}, f"seat-{number}")


def leaves_others_alone(hall: Repository) -> None:
    """Nobody's words, dots or details but one's own can be touched from a phone."""
    idea = hall.find_idea("guard")
    assert (idea.text, idea.author) == (GUARD.text, GUARD.author)
    assert hall.find_participant("bob").pseudonym == PSEUDONYMS["bob"]
    assert hall.find_volunteer("bob") == _VOLUNTEER
    assert [one.status for one in hall.list_assignments("bob")] == ["proposed"]
    assert [one.id for one in hall.list_challenges()] == ["home", "move"]


def leaves_all_alone(hall: Repository) -> None:
    leaves_others_alone(hall)
    assert [one.id for one in hall.list_participants()] == ["bob"]


DOORS: Final[Mapping[Role, Door]] = {
    Role.PARTICIPANT: Door(Room.phone, leaves_others_alone),
    Role.FACILITATOR: Door(Room.laptop, lambda _: None),
    Role.SCREEN: Door(Room.screen, leaves_all_alone),
}
_VOLUNTEER: Final = Volunteer("bob", "Yvonne Roy", "yvonne@exemple.fr", "", "", NOON, "aider")


def fill(hall: Repository) -> None:
    """Write something of every kind, so that what is sent can find it."""
    for number, name in enumerate(("second", "third", "fourth")):
        hall.add_idea(Idea(name, "home", f"Idée {number}", None, "bob", NOON))
    hall.add_group(IdeaGroup("g0", "home", "Ensemble", ("second", "third"), NOON))
    hall.add_stakeholder(Stakeholder("k0", "shop", "La boulangerie"))
    hall.add_mission(Mission("m0", "home", "Tour de garde", 2))
    hall.update_volunteer(_VOLUNTEER)
    hall.update_assignment(Assignment("bob", "m0", Reason("by-hand")))


def bring(room: Room, moment: Moment) -> None:
    """Bring the room back to ``moment`` if the last example moved it, as long as a challenge is left to work on."""
    present = room.read(read_present)
    challenges = sorted(present.stages)
    if present.moment is not moment and (challenges or place_moment(moment)[1] is None):
        room.move(moment, challenge=present.focus or next(iter(challenges), None))


def check_workshop(hall: Repository) -> None:
    """What must hold whoever asked for whatever: every value within the method's limits, nothing that hangs loose."""
    workshop, challenges = hall.find_workshop(), hall.list_challenges()
    names = {one.id for one in challenges}
    assert 0 < len(workshop.title) <= WORKSHOP_TITLE.longest
    assert workshop.language in LANGUAGES
    assert workshop.current_challenge is None or workshop.current_challenge in names
    assert len(challenges) <= CHALLENGES_AT_MOST
    assert [one.position for one in challenges] == sorted({one.position for one in challenges})
    _check_course(hall)
    _check_ideas(hall, names)
    _check_people(hall, names)
    missions = hall.list_missions()
    assert all(one.challenge in names and one.min_competence in COMPETENCES for one in missions)
    assert all(PLACES.least <= one.places <= PLACES.most for one in missions)
    assert {one.mission for one in hall.list_assignments()} <= {one.id for one in missions}


def _check_course(hall: Repository) -> None:
    """What stands beside the history is what it adds up to."""
    present, told = read_present(hall), read_course(hall.list_steps())
    assert present.phase is told.phase
    assert present.focus == (told.focus if told.focus in present.stages else None)
    assert {one: told.stage_of(one) for one in present.stages} == present.stages
    assert {one: told.rounds.get(one, 1) for one in present.rounds} == present.rounds
    assert {one: at for one, at in told.revealed_at.items() if one in present.stages} == present.revealed_at
    assert {one: at for one, at in told.results_at.items() if one in present.stages} == present.results_at


def _check_ideas(hall: Repository, challenges: set[str]) -> None:
    ideas = {one.id: one for one in hall.list_ideas()}
    assert all(one.challenge in challenges for one in ideas.values())
    assert all(IDEA.shortest <= len(one.text) <= IDEA.longest for one in ideas.values())
    groups = [group for challenge in challenges for group in hall.list_groups(challenge) if group.undone_at is None]
    assert all(count == 1 for count in Counter(one for group in groups for one in group.members).values())
    for group in groups:
        assert len(group.members) > 1
        assert {ideas[one].challenge for one in group.members} == {group.challenge}


def _check_people(hall: Repository, challenges: set[str]) -> None:
    people = {one.id: one for one in hall.list_participants()}
    assert all(PSEUDONYM.shortest <= len(one.pseudonym) <= PSEUDONYM.longest for one in people.values())
    assert all(one.pseudonym.isprintable() for one in people.values())
    taken = NamesTaken(())
    for person in people.values():
        if person.origin is Origin.ROOM:
            assert person.pseudonym not in taken
            taken.add(person.pseudonym)
    for score in hall.list_scores():
        assert score.participant in people
        assert score.challenge in challenges
        assert score.competence is None or (type(score.competence) is int and score.competence in COMPETENCES)
        assert score.interest is None or (type(score.interest) is int and score.interest in INTERESTS)
        assert not score.unsure or (score.competence is None and score.interest is None)
    dots = hall.list_dots(every_round=True)
    assert all(0 < one.count <= DOTS_PER_OPTION and one.participant in people for one in dots)
    given: Counter[tuple[str, str, int]] = Counter()
    for one in dots:
        given[one.participant, one.challenge, one.round] += one.count
    assert all(count <= DOTS_PER_CHALLENGE for count in given.values())
    for volunteer in hall.list_volunteers():
        assert volunteer.participant in people
        assert volunteer.consented_at is not None or (volunteer.email, volunteer.phone) == ("", "")


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("role", DOORS)
def test_whatever_is_sent_is_answered_in_words_and_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: Role, moment: Moment
) -> None:
    room = Room(tmp_path, monkeypatch, begin, fill)
    unexpected = {Translator(language)("errors.unexpected") for language in LANGUAGES}
    page = DOORS[role].open(room)
    window, panels = page.window, page.panels
    asked = intentions_of(type(window))
    names = st.one_of(
        st.sampled_from(sorted({*asked} - _SLOW) or [""]), st.sampled_from(["", "nothing", "join", "__init__"])
    )

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(panel=st.sampled_from(sorted(panels)), name=names, data=st.data(), number=st.integers(0, 10**9))
    def send(panel: str, name: str, data: Any, number: int) -> None:
        bring(room, moment)
        window.follow_once()
        sit_down(window, panels[panel])
        payload = data.draw(draw_payloads(asked[name]) if name in asked else _JUNK)
        answer = panels[panel].answer(name, payload, f"{panel}-{name}-{number}")
        assert set(answer) <= {"ack", "closed", "field", "ok", "reload", "result", "sentence", "values"}
        assert answer["ok"] or answer["sentence"] not in unexpected, (panel, name, payload)
        assert name in asked or not answer["ok"]
        assert "Traceback" not in str(answer)
        window.follow_once()
        room.read(check_workshop)
        room.read(DOORS[role].check)
        json.dumps([answer, *(one.read() for one in panels.values())], allow_nan=False, ensure_ascii=False).encode()

    try:
        send()
    finally:
        room.close()


@pytest.mark.parametrize("door", [ParticipantWindow, FacilitatorWindow])
def test_what_is_drawn_is_often_what_is_meant(door: type[LiveWorkshop]) -> None:
    """Payloads that are all refused before the door looks at the workshop would prove nothing."""
    assert intentions_of(door)
    drawing = settings(database=None, phases=[Step.generate])  # the first that is found will do: none is made smaller
    for intention in intentions_of(door).values():
        found = find(draw_payloads(intention), partial(_can_read, intention), settings=drawing)
        assert _can_read(intention, found)


def _can_read(intention: Intention, payload: object) -> bool:
    try:
        intention.read(payload)
    except InvalidEntry:
        return False
    return True
