"""What each role learns at each moment, word for word: golden read models of the tests' room, filled.

``UPDATE_GOLDEN=1 pytest tests/widgets/test_read_models.py`` writes them anew; what changes is then to be read as what a
role now learns, or no longer does.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    TypedDict,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Page, Room, fill
from workshop_kit.domain.course import MOMENTS, Moment, Phase, Role, Stage, place_moment
from workshop_kit.domain.model import Assignment, Origin, Participant, Reason
from workshop_kit.live.window import panels_of

GOLDEN: Final = Path(__file__).resolve().parents[1] / "golden"
UPDATES: Final = os.environ.get("UPDATE_GOLDEN") == "1"
AGAIN: Final = "written anew by: UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/widgets/test_read_models.py"


def _look_at_all(phone: Page) -> Page:
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    return phone


def _let_in(room: Room) -> Page:
    """Let a helper in who speaks for one person without a phone, to whom a mission is proposed."""
    marcel = Participant("mar", "Marcel", "resident", "", Origin.PROXY, NOON)
    room.write(lambda hall: hall.add_participant(marcel))
    room.write(lambda hall: hall.update_assignment(Assignment("mar", "rounds", Reason("by-hand"), by_hand=True)))
    room.write(lambda hall: hall.add_helper("browser of a helper", NOON))
    return room.phone("browser of a helper")


#: Who learns something, and how their page is opened: a newcomer has no seat yet.
READERS: Final[Mapping[str, Callable[[Room], Page]]] = {
    "participant": lambda room: _look_at_all(room.phone(ANAS)),
    "helper": _let_in,
    "newcomer": lambda room: room.phone("browser of a newcomer"),
    "facilitator": Room.laptop,
    "screen": Room.screen,
}
each_reader = pytest.mark.parametrize("reader", READERS)
each_moment = pytest.mark.parametrize("moment", MOMENTS)


def open_page(make_room: MakeRoom, reader: str, moment: Moment, *, just_moved: bool = False) -> Page:
    """Open the page of ``reader`` at a moment of the filled room, a minute after it was reached if not just then."""
    room = make_room(fill)
    room.walk_to(moment)
    _, stage = place_moment(moment)
    room.set_timer(7, None if stage is None else "home")
    for done, person in ((Stage.WRITING, "ana"), (Stage.VOTE, "bob")):
        if stage is done:
            room.write(lambda hall, done=done, person=person: hall.add_finished("home", done, person))  # type: ignore[misc]
    if not just_moved:  # what can still be taken back has an id of its own each time
        room.moment += timedelta(minutes=1)
    return READERS[reader](room)


@each_moment
@each_reader
def test_a_role_learns_what_its_golden_read_model_says(
    tmp_path: Path, make_room: MakeRoom, reader: str, moment: Moment
) -> None:
    models = open_page(make_room, reader, moment).read_all()
    models.get("helper", {}).pop("said", None)  # words, as a panel has them apart from its model
    assert models, "a role without a panel learns nothing at all"
    written = json.dumps(models, ensure_ascii=False, indent=2, allow_nan=False).replace(str(tmp_path), "…") + "\n"
    golden = GOLDEN / reader / f"{moment}.json"
    if UPDATES:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(written, encoding="utf-8")
    kept = golden.read_text(encoding="utf-8") if golden.exists() else ""
    assert written == kept, AGAIN


@each_moment
@each_reader
def test_a_read_model_has_the_shape_the_contract_says(make_room: MakeRoom, reader: str, moment: Moment) -> None:
    page = open_page(make_room, reader, moment, just_moved=True)
    models, panels = page.read_all(), panels_of(type(page.window))
    assert models.keys() == panels.keys()
    assert [fault for name, model in models.items() for fault in find_faults(model, panels[name].model, name)] == []
    assert json.loads(json.dumps(models, allow_nan=False)) == models, "a page is sent JSON, which knows no tuples"


def test_there_is_a_golden_read_model_for_each_role_and_moment_and_no_other() -> None:
    found = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert {*Role} - {Role.HOME} <= READERS.keys(), "the home page stands in no room: tests/hosting reads its model"
    assert found == {f"{reader}/{moment}.json" for reader in READERS for moment in MOMENTS}, AGAIN


def find_faults(value: object, hint: Any, place: str) -> list[str]:
    """List where ``value`` is not of the type ``hint``, in the types that read models are made of."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Annotated, NotRequired):
        return find_faults(value, arguments[0], place)
    if origin in (Union, UnionType):
        return _find_fault_of_all(value, arguments, place)
    if origin is Literal:
        fits = any(type(value) is type(one) and value == one for one in arguments)
        return [] if fits else [f"{place}: {value!r} is none of {arguments}"]
    if origin is list:
        if type(value) is not list:
            return [f"{place}: {value!r} is no list"]
        return [fault for at, one in enumerate(value) for fault in find_faults(one, arguments[0], f"{place}[{at}]")]
    if origin is dict:
        if not isinstance(value, dict):
            return [f"{place}: {value!r} is no mapping"]
        keys = [fault for key in value for fault in find_faults(key, arguments[0], f"{place} key")]
        return keys + [
            fault for key, one in value.items() for fault in find_faults(one, arguments[1], f"{place}.{key}")
        ]
    if is_typeddict(hint):
        return _find_faults_of_shape(value, hint, place)
    return _find_fault_of_scalar(value, hint, place)


def _find_fault_of_all(value: object, hints: tuple[Any, ...], place: str) -> list[str]:
    tried = [find_faults(value, one, place) for one in hints]
    return min(tried, key=len) if all(tried) else []


def _find_faults_of_shape(value: object, shape: Any, place: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{place}: {value!r} is no {shape.__name__}"]
    hints = get_type_hints(shape, include_extras=True)
    missing = [f"{place}.{name} is missing" for name in shape.__required_keys__ - value.keys()]
    more = [f"{place}.{name} is not in {shape.__name__}" for name in value.keys() - hints.keys()]
    inside = [
        fault
        for name in value.keys() & hints.keys()
        for fault in find_faults(value[name], hints[name], f"{place}.{name}")
    ]
    return missing + more + inside


def _find_fault_of_scalar(value: object, hint: Any, place: str) -> list[str]:
    if issubclass(hint, StrEnum):
        fits = isinstance(value, str) and value in set(hint)
    elif hint is float:
        fits = type(value) in (int, float)
    elif hint is str:
        fits = isinstance(value, str)
    else:
        assert hint in (int, bool, NoneType), f"{place}: no read model is made of {hint!r}"
        fits = type(value) is hint
    return [] if fits else [f"{place}: {value!r} is no {hint.__name__}"]


class _Inside(TypedDict):
    count: int


class _Shape(TypedDict):
    phase: Phase
    inside: list[_Inside]
    name: str | None


@pytest.mark.parametrize(
    "changed",
    [
        {"phase": "lunch"},
        {"inside": [{"count": True}]},
        {"inside": [{"count": 1, "secret": "x"}]},
        {"inside": ({"count": 1},)},
        {"name": 3},
        {"more": 1},
    ],
)
def test_a_read_model_of_another_shape_would_be_found(changed: dict[str, object]) -> None:
    right: dict[str, object] = {"phase": Phase.WORK, "inside": [{"count": 1}], "name": None}
    assert find_faults(right, _Shape, "shape") == []
    assert find_faults(right | changed, _Shape, "shape") != []
    assert find_faults({key: value for key, value in right.items() if key != "name"}, _Shape, "shape") != []
