"""Read models (*panels*): what a page shows, made by a door's method, and the changes that make it anew."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar, get_type_hints

from workshop_kit.domain.model import Change

F = TypeVar("F", bound=Callable[..., Any])
#: Tells whether a change matters to what a panel shows now; it is told the door, the change and the model shown.
Concerns = Callable[[Any, Change, Mapping[str, Any]], bool]

#: Seconds between two drawings at least of what many people change at once.
DRAW_EVERY: Final = 0.5

_MARK: Final = "__shows__"
_END: Final = "_model"


@dataclass(frozen=True)
class Panel:
    """One panel of a role.

    Attributes
    ----------
    name
        The one word for it everywhere: the front end's component, the catalogs' section, the notebook's call.
    read
        The name of the door's method that returns its read model.
    model
        The read model: a ``TypedDict``, or several.
    kinds
        The kinds of change that it shows.
    own
        Those of them that matter only when they are this person's own.
    when
        What must hold besides; ``None``: nothing.
    pace
        Seconds between two drawings at least, for what many people change at once; ``None``: each change is drawn.
    at_once
        The kinds that are drawn without that pause.
    sections
        The sections of the catalogs that it speaks, the first over the others.
    speaks_hidden
        Whether it says something of its own even while its read model shows nothing. The words of the others come with
        what they first show: a phone's first visit does not wait for the words of the whole afternoon.
    opens
        The key of what is shown only when it is asked for: until it first has something, the panel speaks the first of
        its sections alone. ``None``: all come at once.
    apart
        The key of a list in the read model whose entries, each with an ``id``, are sent one by one, and again only when
        they changed: whoever moves a dot is not sent the results of an afternoon each time. ``None``: all is sent.

    """

    name: str
    read: str
    model: Any
    kinds: frozenset[str]
    own: frozenset[str]
    when: Concerns | None
    pace: float | None
    at_once: frozenset[str]
    sections: tuple[str, ...]
    speaks_hidden: bool
    opens: str | None
    apart: str | None


def shows(
    *kinds: str,
    own: Iterable[str] = (),
    when: Concerns | None = None,
    pace: float | None = None,
    at_once: Iterable[str] = (),
    sections: Iterable[str] = (),
    speaks_hidden: bool = False,
    opens: str | None = None,
    apart: str | None = None,
) -> Callable[[F], F]:
    """Mark a door's method ``<panel>_model`` as the read model of a panel; see ``Panel`` for what is said."""

    def mark(method: F) -> F:
        settings: dict[str, Any] = {"own": frozenset(own), "when": when, "pace": pace, "at_once": frozenset(at_once)}
        settings |= {"sections": tuple(sections), "speaks_hidden": speaks_hidden, "opens": opens, "apart": apart}
        setattr(method, _MARK, {"kinds": frozenset({*kinds, *own}), **settings})
        return method

    return mark


def list_panels(door: type, role: str) -> dict[str, Panel]:
    """Return the panels of a door's class by name."""
    found = {}
    for read, method in inspect.getmembers(door, inspect.isfunction):
        settings = getattr(method, _MARK, None)
        if settings is None:
            continue
        name = read.removesuffix(_END)
        sections = settings["sections"] or (f"{role}.{name}",)
        model = get_type_hints(method)["return"]
        found[name] = Panel(name=name, read=read, model=model, **{**settings, "sections": sections})
    return found
