"""Remote calls of a page (*intentions*): a name, a payload that is checked, and the door's method that does it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sized
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from workshop_kit.domain.entries import Text, Whole, is_sendable, quote
from workshop_kit.errors import InvalidEntry

F = TypeVar("F", bound=Callable[..., Any])
Reader = Callable[[Any], Any]

#: Where ``intention`` leaves its mark on a door's method.
_MARK: Final = "__intention__"
#: Where ``in_turn`` leaves its own.
_IN_TURN: Final = "__in_turn__"
_IDENTIFIER_AT_MOST: Final = 100
#: How many things one request may name: a hundred people with fifty ideas each, on one challenge.
_NAMED_AT_MOST: Final = 5_000
#: What an intention may be about, the nearest first.
_ABOUT: Final = ("challenge", "idea", "group", "ideas")


class Identifier:
    """A kind of text that names something in the store; only its length, and that it can be sent, is checked here."""

    def read(self, value: object) -> str:
        """Return ``value``; raises ``InvalidEntry`` (``malformed-intention``) when it can name nothing."""
        if not isinstance(value, str) or not 0 < len(value) <= _IDENTIFIER_AT_MOST or not is_sendable(value):
            raise InvalidEntry("malformed-intention")
        return value


@dataclass(frozen=True)
class OneOf:
    """The error's code when a word is not of its enumeration; its sentence is told what was ``received``."""

    refusal: str


@dataclass(frozen=True)
class AtMost:
    """How many things one answer may name, and the error's code for more; its sentence is told ``most``."""

    most: int
    refusal: str

    def check(self, named: Sized) -> None:
        """Raise ``InvalidEntry`` with ``refusal`` when more are named."""
        if len(named) > self.most:
            raise InvalidEntry(self.refusal, most=self.most)


Id = Annotated[str, Identifier()]


@dataclass(frozen=True)
class Nothing:
    """The payload of an intention that says all by its name."""


@dataclass(frozen=True)
class Intention:
    """One intention of a role.

    Attributes
    ----------
    name
        As pages send it, and as ``domain.permits`` permits it: the method's name.
    act
        The door's method.
    payload
        A frozen dataclass whose fields' types say what is accepted.
    result
        What comes back with the acknowledgement: a ``TypedDict``, or ``NoneType``.
    passes
        Which of ``repository``, ``me`` and ``asked`` the method takes. One that takes the ``repository`` is carried
        out in a transaction, once however often it arrives; one that does not concerns this page alone.
    in_turn
        Whether participants wait for their turn before it is worked out, see ``in_turn``.

    """

    name: str
    act: Callable[..., Any]
    payload: type[Any]
    result: Any
    passes: frozenset[str]
    in_turn: bool
    readers: Mapping[str, tuple[Field[Any], Reader]]

    @property
    def about(self) -> str | None:
        """The field of the payload that names what it is about, by which its challenge's stage is found."""
        return next((name for name in _ABOUT if name in self.readers), None)

    def read(self, payload: object) -> Any:
        """Return a page's ``payload`` as this intention's; raises ``InvalidEntry`` for the first field refused."""
        if not isinstance(payload, dict):
            raise InvalidEntry("malformed-intention")
        return self.payload(**{name: _read_field(payload, *known) for name, known in self.readers.items()})


def intention(method: F) -> F:
    """Mark a door's method as an intention, named as the method is.

    The method takes, after ``self``, what it needs of ``repository`` (a transaction), ``me`` (the participant in this
    seat) and ``asked`` (its payload, a frozen dataclass of the contract). The phase is looked at only for one that
    takes the ``repository``, and only there is there a ``me``.
    """
    setattr(method, _MARK, True)
    return method


def in_turn(method: F) -> F:
    """Mark an intention that a whole room sends at once, and of which each changes what the others rest on.

    Worked out beside the line, most of them would be worked out again, each time one was quicker.
    """
    setattr(method, _IN_TURN, True)
    return method


def list_intentions(door: type) -> dict[str, Intention]:
    """Return the intentions of a door's class by name."""
    found = {}
    for name, method in inspect.getmembers(door, inspect.isfunction):
        if hasattr(method, _MARK):
            found[name] = _describe(name, method)
    return found


def _describe(name: str, method: Callable[..., Any]) -> Intention:
    passes = frozenset(inspect.signature(method).parameters) - {"self"}
    if not passes <= {"repository", "me", "asked"}:
        raise TypeError(f"{method.__qualname__} takes {sorted(passes)}: an intention takes repository, me and asked")
    if "me" in passes and "repository" not in passes:
        raise TypeError(f"{method.__qualname__} takes me without repository: who asks is looked up in the transaction")
    hints = get_type_hints(method)
    payload = hints.get("asked", Nothing)
    types = get_type_hints(payload, include_extras=True)
    readers = {one.name: (one, make_reader(types[one.name])) for one in fields(payload)}
    return Intention(name, method, payload, hints["return"], passes, hasattr(method, _IN_TURN), readers)


def make_reader(hint: Any) -> Reader:
    """Return what reads a value of type ``hint`` or raises ``InvalidEntry``.

    Understood are ``str``, ``bool``, ``int`` with a ``Whole``, enumerations, ``Annotated`` with a ``Text``, ``Whole``,
    ``Identifier`` or ``OneOf``, ``X | None`` (an empty text says ``None``) and ``tuple[X, ...]``, of which an
    ``AtMost`` bounds how many.
    """
    kinds: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *kinds_given = get_args(hint)
        kinds = tuple(kinds_given)
    for kind in kinds:
        if isinstance(kind, Text | Whole | Identifier):
            return kind.read
    if get_origin(hint) in (Union, UnionType):
        chosen = [one for one in get_args(hint) if one is not NoneType]
        return _or_none(make_reader(Annotated[(chosen[0], *kinds)] if kinds else chosen[0]))
    if get_origin(hint) is tuple:
        bound = next((kind for kind in kinds if isinstance(kind, AtMost)), None)
        return _each(make_reader(get_args(hint)[0]), bound)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        refusal = next((kind.refusal for kind in kinds if isinstance(kind, OneOf)), None)
        return _one_of(hint, refusal)
    if hint in (str, bool):
        return _exactly(hint)
    raise TypeError(f"a page cannot send a {hint!r}")


def _read_field(payload: Mapping[str, object], known: Field[Any], reader: Reader) -> Any:
    if known.name not in payload and known.default is not MISSING:
        return known.default
    try:
        return reader(payload.get(known.name))
    except InvalidEntry as error:
        raise error.at(known.name) from None


def _or_none(read: Reader) -> Reader:
    return lambda value: None if value is None or value == "" else read(value)


def _each(read: Reader, bound: AtMost | None) -> Reader:
    def read_all(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > _NAMED_AT_MOST:
            raise InvalidEntry("malformed-intention")
        if bound is not None:
            bound.check(value)
        return tuple(read(one) for one in value)

    return read_all


def _one_of(enumeration: type[StrEnum], refusal: str | None) -> Reader:
    words = {one.value: one for one in enumeration}

    def read(value: object) -> StrEnum:
        if not isinstance(value, str) or (value not in words and refusal is None):
            raise InvalidEntry("malformed-intention")
        if value not in words:
            raise InvalidEntry(str(refusal), received=quote(value))
        return words[value]

    return read


def _exactly(kind: type) -> Reader:
    def read(value: object) -> Any:
        if type(value) is not kind:
            raise InvalidEntry("malformed-intention")
        return value

    return read
