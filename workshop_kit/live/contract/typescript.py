"""A code generator: writes the contract as TypeScript, so that the front end repeats no name or limit by hand."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from workshop_kit.domain import (
    ballots,
    challenge_reading,
    clarity,
    diversity,
    entries,
    judgment,
    model,
    precision,
    stakes,
    statements,
)
from workshop_kit.domain.course import PHASES, STAGES, Moment, Phase, Stage
from workshop_kit.domain.entries import Text, Whole
from workshop_kit.domain.permits import PERMITS
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.contract.asking import Intention, Nothing
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.home import HomeWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.window import LiveWorkshop, intentions_of, panels_of, role_of

DOORS: Final[tuple[type[LiveWorkshop], ...]] = (ParticipantWindow, FacilitatorWindow, ScreenWindow, HomeWindow)
#: The enumerations whose values the front end lists, each under its own name.
_LISTED: Final[Mapping[str, type[StrEnum]]] = {
    "PHASES": Phase,
    "STAGES": Stage,
    "MOMENTS": Moment,
    "SOURCES": model.Source,
    "STATUSES": model.StakeholderStatus,
    "PARTS": precision.Part,
    "KINDS": challenge_reading.Kind,
    "CLEARNESSES": clarity.Clearness,
    "STAKES_STAGES": stakes.StakesStage,
    "ABSENCES": diversity.Absence,
    "VOTE_KINDS": ballots.VoteKind,
}
_SCALES: Final[Mapping[str, object]] = {
    "COMPETENCES": list(model.COMPETENCES),
    "INTERESTS": list(model.INTERESTS),
    "DOTS_PER_CHALLENGE": model.DOTS_PER_CHALLENGE,
    "CHALLENGES_AT_MOST": model.CHALLENGES_AT_MOST,
    "LANGUAGES": list(LANGUAGES),
    "GRADES": [int(one) for one in judgment.GRADES],
    "STANCES": [[stance.value, number] for stance, number in statements.STANCE_VALUES.items()],
}
_WRITTEN: Final = (
    "Written by `python -m workshop_kit.live.contract`; do not edit. A test fails when it is not the present one."
)
_HEAD: Final = f"""\
/**
 * The contract between the pages and the doors: what may be asked, and what is shown.
 * {_WRITTEN}
 */
"""
_HEAD_OF_LIMITS: Final = f"""\
/**
 * Lengths in characters, and scales, of what may be entered. By `import * as LIMITS` a page has those it names.
 * {_WRITTEN}
 */
"""


def write_contract() -> str:
    """Return the whole of ``contract.ts``."""
    writer = _Writer()
    roles = [writer.write_role(door) for door in DOORS]
    parts = [
        _HEAD,
        *_write_scales(),
        *(f"export type {name} = {writer.named[name]};\n" for name in sorted(writer.named)),
        *(writer.shapes[name] for name in sorted(writer.shapes)),
        *roles,
        _write_roles(),
    ]
    return "\n".join(parts)


def write_limits() -> str:
    """Return the whole of ``limits.ts``."""
    # a constant each: what is written as one is bundled whole, and phones would fetch the facilitator's limits as well
    limits = (f"export const {name.lower()} = {_say_limit(kind)} as const;\n" for name, kind in _list_kinds())
    return "".join((_HEAD_OF_LIMITS, *limits))


class _Writer:
    """Collects the types that a role's intentions and panels name."""

    def __init__(self) -> None:
        self.named: dict[str, str] = {}
        self.shapes: dict[str, str] = {}
        self._known: dict[str, Any] = {}

    def write_role(self, door: type[LiveWorkshop]) -> str:
        """Return the interfaces of one role: what it may ask, and its panels."""
        name = door.role.value.capitalize()
        asks = "\n".join(self._write_intention(door, one) for one in intentions_of(door).values())
        panels = "\n".join(f"  {one.name}: {self.write_type(one.model)};" for one in panels_of(door).values())
        head = f"/** What the {door.role.value} is shown, panel by panel. */\n"
        return (
            f"/** What the {door.role.value} may ask. */\nexport interface {name}Asks {{\n{asks}\n}}\n\n"
            f"{head}export interface {name}Panels {{\n{panels}\n}}\n"
        ).replace("{\n\n}", "{}")

    def write_type(self, hint: Any) -> str:
        """Return a Python type as TypeScript; its named parts are collected."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.write_type(arguments[0])
        if origin in (Union, UnionType):
            return " | ".join(dict.fromkeys(self.write_type(one) for one in arguments))
        if origin is Literal:
            return " | ".join(_say(one) for one in arguments)
        if origin in (list, tuple):
            inside = self.write_type(arguments[0])
            return f"({inside})[]" if " | " in inside else f"{inside}[]"
        if origin is dict:
            key, value = (self.write_type(one) for one in arguments)
            return f"Record<{key}, {value}>"
        if is_typeddict(hint):
            return self._name_shape(hint)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            self.named[hint.__name__] = " | ".join(_say(one.value) for one in hint)
            return hint.__name__
        simple = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}
        if hint not in simple:
            raise TypeError(f"the front end cannot be told of a {hint!r}")
        return simple[hint]

    def _name_shape(self, shape: Any) -> str:
        known: Any = self._known.setdefault(shape.__name__, shape)
        if known is not shape:
            raise TypeError(f"two shapes are called {shape.__name__}: name them apart")
        if shape.__name__ not in self.shapes:
            self.shapes[shape.__name__] = ""  # a shape may hold itself
            optional: frozenset[str] = shape.__optional_keys__
            lines = [
                f"  {name}{'?' if name in optional else ''}: {self.write_type(hint)};"
                for name, hint in get_type_hints(shape).items()
            ]
            head = f"{_comment(shape)}export interface {shape.__name__} {{\n"
            self.shapes[shape.__name__] = head + "\n".join(lines) + "\n}\n"
        return str(shape.__name__)

    def _write_intention(self, door: type[LiveWorkshop], one: Intention) -> str:
        asks = self._write_payload(one)
        gets = self.write_type(one.result)
        permit = PERMITS[role_of(door, one.name)][one.name]
        when = "" if len(permit.phases) == len(PHASES) else f" In {', '.join(permit.phases)}."
        when += "" if len(permit.stages) == len(STAGES) else f" Of a challenge at {', '.join(permit.stages)}."
        return f"  /** {_first_line(one.act)}{when} */\n  {one.name}: {{ asks: {asks}; gets: {gets} }};"

    def _write_payload(self, one: Intention) -> str:
        if one.payload is Nothing:
            return "Nothing"
        hints = get_type_hints(one.payload, include_extras=True)
        said = [
            f"{known.name}{'' if known.default is MISSING else '?'}: {self.write_type(hints[known.name])}"
            for known in fields(one.payload)
        ]
        return f"{{ {'; '.join(said)} }}"


def _write_scales() -> Iterator[str]:
    for name, enumeration in _LISTED.items():
        yield f"export const {name} = {_say([one.value for one in enumeration])} as const;\n"
    for name, value in _SCALES.items():
        yield f"export const {name} = {_say(value)} as const;\n"
    yield "/** What an intention asks that says all by its name. */\nexport type Nothing = Record<string, never>;\n"


def _list_kinds() -> Iterable[tuple[str, Text | Whole]]:
    return sorted((name, kind) for name, kind in vars(entries).items() if isinstance(kind, Text | Whole))


def _say_limit(kind: Text | Whole) -> str:
    if isinstance(kind, Text):
        return f"{{ shortest: {kind.shortest}, longest: {kind.longest} }}"
    return f"{{ least: {kind.least}, most: {kind.most} }}"


def _write_roles() -> str:
    rows = "\n".join(
        f"  {door.role.value}: {{ asks: {door.role.value.capitalize()}Asks; "
        f"panels: {door.role.value.capitalize()}Panels }};"
        for door in DOORS
    )
    return f"export interface Roles {{\n{rows}\n}}\n\nexport type Role = keyof Roles;\n"


def _say(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_say, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _first_line(documented: Any) -> str:
    text = " ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split())
    return text.replace("``", "`").replace("*/", "")


def _comment(documented: Any) -> str:
    return f"/** {_first_line(documented)} */\n"
