"""The access-control table in words, as ``docs/security.md`` prints it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from workshop_kit.domain.course import BEFORE, PHASES, STAGES, Phase, Role, Stage
from workshop_kit.domain.permits import PERMITS, SHOWS, Permit, Sight
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.typescript import DOORS
from workshop_kit.live.window import LiveWorkshop

#: What stands before and after the tables in a document.
BEGIN: Final = "<!-- written by python -m workshop_kit.live.contract --permits docs/security.md; do not edit -->"
Place = Phase | Stage
#: The columns: the room's phases, and in the place of the phase of work the stages of the challenge in question.
_PLACES: Final[tuple[Place, ...]] = (*BEFORE, *STAGES, *PHASES[len(BEFORE) + 1 :])
END: Final = "<!-- end of what is written by python -m workshop_kit.live.contract -->"


def write_permits() -> str:
    """Return the tables, as Markdown: who may do what, and who is shown what, in which phase and stage."""
    say = Translator("en")
    head = ["", *(_say_place(say, place) for place in _PLACES)]
    roles = [(door, role) for door in DOORS for role in (door.role, *door.guests)]
    acts = [line for door, role in roles if PERMITS[role] for line in _write_acts(door, role, head)]
    shown = [line for _, role in roles for line in _write_shown(role, head)]
    return "\n".join([*acts, *shown[:-1]])


def update_permits(document: str) -> str:
    """Return ``document`` with the tables between its marks as they are now; raises ``ValueError`` without marks."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the document has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{write_permits()}\n\n{END}{after}"


def update_file(path: Path) -> None:
    """Write the tables anew in the document at ``path``."""
    path.write_text(update_permits(path.read_text(encoding="utf-8")), encoding="utf-8")


def _write_acts(door: type[LiveWorkshop], role: Role, head: Iterable[str]) -> Iterator[str]:
    permits = PERMITS[role]
    always = [_say_act(door, act) for act, permit in permits.items() if _list_places(permit) == _PLACES]
    yield f"**The {_say_role(role)} may, always:** {'; '.join(always)}."
    yield ""
    rows = {_say_act(door, act): _list_places(one) for act, one in permits.items() if _list_places(one) != _PLACES}
    if rows:
        yield from _write_table([f"the {_say_role(role)} may", *list(head)[1:]], rows)


def _write_shown(role: Role, head: Iterable[str]) -> Iterator[str]:
    rows = {sight.what: _list_places(sight) for sight in SHOWS[role].values()}
    yield from _write_table([f"the {_say_role(role)} is shown", *list(head)[1:]], rows)


def _list_places(when: Permit | Sight) -> tuple[Place, ...]:
    """Return the phases and stages of something: of a challenge where it is about one, of the room elsewhere."""
    if when.stages == STAGES:
        work = STAGES if Phase.WORK in when.phases else ()
        return tuple(place for place in _PLACES if place in when.phases or place in work)
    return tuple(place for place in _PLACES if place in when.stages)


def _say_role(role: Role) -> str:
    return "home page" if role is Role.HOME else role.value


def _say_place(say: Translator, place: Place) -> str:
    return say(f"phases.stage.{place}") if isinstance(place, Stage) else say(f"phases.name.{place}")


def _write_table(head: list[str], rows: Mapping[str, tuple[Place, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for said, places in rows.items():
        yield f"| {said} | {' | '.join('yes' if place in places else '–' for place in _PLACES)} |"
    yield ""


def _say_act(door: type[LiveWorkshop], act: str) -> str:
    """Return the first clause of what the door's method says of itself."""
    described = " ".join((inspect.getdoc(getattr(door, act)) or "").split()).replace("``", "`")
    clause = re.split(r"[;:.](?:\s|$)", re.sub(r" \([^)]*\)", "", described), maxsplit=1)[0]
    return clause[:1].lower() + clause[1:]
