"""The sentences that say who joined two seats, who parted them, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from workshop_kit.domain.seat_traces import JOINED, SeatTrace
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date


def tell_traces(traces: Iterable[SeatTrace], call: Callable[[str], str], say: Translator) -> list[str]:
    """Return a sentence for each two that were ever joined, those joined last first.

    Parameters
    ----------
    traces
        In the order they came.
    call
        Returns what a seat is called, an empty text for one that may not be named any more.
    say
        The language of the page.

    """
    pairs: dict[frozenset[str], list[SeatTrace]] = {}
    for trace in traces:
        pairs.setdefault(frozenset((trace.seat, trace.other)), []).append(trace)
    return [_tell(of_pair, call, say) for of_pair in reversed(pairs.values())]


def _tell(traces: list[SeatTrace], call: Callable[[str], str], say: Translator) -> str:
    def name(seat: str) -> str:
        return call(seat) or say("facilitator.people.trace.nobody")

    steps = reduce(
        lambda before, step: say("facilitator.people.trace.then", before=before, step=step),
        (_tell_step(one, name, say) for one in traces),
    )
    return say("facilitator.people.trace", one=name(traces[0].seat), other=name(traces[0].other), steps=steps)


def _tell_step(trace: SeatTrace, name: Callable[[str], str], say: Translator) -> str:
    done = "joined" if trace.kind == JOINED else "parted-by-seat" if trace.by else "parted"
    here = trace.at.astimezone()
    hour = say("facilitator.people.clock", hours=here.hour, minutes=f"{here.minute:02}")
    told = {"date": say_date(trace.at, say.language), "hour": hour}
    return say(f"facilitator.people.trace.{done}", **told, **({"name": name(trace.by)} if trace.by else {}))
