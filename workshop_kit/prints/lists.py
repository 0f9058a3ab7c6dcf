"""A writer of lists to work down with a telephone in hand: whom to call, and whom to remind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.model import Stakeholder
from workshop_kit.domain.printing import choose_challenges, shorten
from workshop_kit.i18n.dates import say_day_of_month
from workshop_kit.prints.letters import say_reason
from workshop_kit.prints.literals import Rich, first_up, join_rich, plainly, speak, write_call
from workshop_kit.prints.matter import LINE, NAME, Matter, say_category, say_when, tell_about

_REASON: Final = 400
_COLUMNS: Final = ("number", "name", "reach", "why")
_BOXES: Final = ("coming", "declined", "again")


def write_calls(matter: Matter, people: Sequence[Stakeholder]) -> str:
    """Return the source of the list of whom to call."""
    return _write(matter, "calls", [_tell_row(matter, one, ()) for one in people])


def write_reminders(matter: Matter, people: Sequence[Stakeholder]) -> str:
    """Return the source of the list of whom to remind, each with when they were written to."""
    return _write(matter, "reminders", [_tell_row(matter, one, _say_sent(matter, one)) for one in people])


def _write(matter: Matter, kind: str, rows: list[dict[str, Any]]) -> str:
    words = matter.words
    title = words(f"invitations.{kind}.title")
    told = {
        "title": title,
        "lead": words.plural(f"invitations.{kind}.lead", len(rows)),
        "say": _say_line(matter, kind),
        "care": words("invitations.calls.care"),
        "columns": [words(f"invitations.calls.column.{one}") for one in _COLUMNS],
        "boxes": [words(f"invitations.calls.box.{one}") for one in _BOXES],
        "rows": rows,
    }
    return write_call("lists", "calls", tell_about(matter, title), told)


def _say_line(matter: Matter, kind: str) -> Rich:
    """Return the one line to say, then when and where, as far as it is said."""
    where = shorten(matter.invitation.place, LINE)
    when = ", ".join(filter(None, (say_when(matter), where if matter.day else "")))
    said = speak(matter.words, f"invitations.{kind}.say")
    return join_rich(said, speak(matter.words, "invitations.calls.say-when", when=first_up(when)) if when else ())


def _tell_row(matter: Matter, one: Stakeholder, sent: Sequence[str]) -> dict[str, Any]:
    contact = shorten(one.contact, NAME) if one.contact != one.name else ""
    under = [contact, say_category(matter, one.category), shorten(one.sector, NAME), *sent]
    return {
        "name": shorten(one.name, NAME),
        "under": [line for line in under if line],
        "reach": [line for line in (one.phone or "–", one.email) if line],
        "why": _say_why(matter, one),
    }


def _say_why(matter: Matter, one: Stakeholder) -> str:
    """Return why they are invited, in a few lines: what was written, else the stakes that they were chosen for."""
    if one.reason.strip():
        return shorten(" ".join(one.reason.split()), _REASON)
    stakes = (
        [shorten(each.stake, NAME) for _, each in choose_challenges(one, matter.challenges)] if one.challenges else []
    )
    return ", ".join(stakes) or plainly(say_reason(matter, one)[0])


def _say_sent(matter: Matter, one: Stakeholder) -> list[str]:
    told = (("sent", one.invited_at), ("reminded", one.reminded_at))
    return [
        matter.words(f"invitations.reminders.{key}", day=say_day_of_month(at.astimezone().date(), matter.language))
        for key, at in told
        if at is not None
    ]
