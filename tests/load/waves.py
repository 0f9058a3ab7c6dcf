"""Waves: visitors who all come at the same moment, and what that costs the server."""

from __future__ import annotations

import asyncio
import math
import statistics
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.load import measuring
from tests.load.rooms import OurRoom, Room, SolaraRoom, StockVoila, open_room
from tests.load.visitors import VISITORS, Visitor, prepare_client

#: Seconds after which a visitor who is still not served counts as lost.
DEADLINE: Final = 60.0
#: Seconds between the last answer and the look at the memory.
SETTLE: Final = 1.0


@dataclass(frozen=True)
class Wave:
    """What one wave gave.

    Attributes
    ----------
    times
        Seconds from the start of a visit until its action was answered, of everybody served, in order.
    reasons
        Why the others were lost.
    cpu, private, proportional
        Of the server, a visitor: seconds, bytes, bytes.
    client_cpu
        Seconds of processor time of the process that holds all visitors, on the same cores.

    """

    room: str
    visitors: int
    times: tuple[float, ...]
    reasons: tuple[str, ...]
    cpu: float
    private: float
    proportional: float
    client_cpu: float

    def summary(self) -> dict[str, Any]:
        """Return the wave's figures."""
        return {
            "median": statistics.median(self.times) if self.times else None,
            "p95": percentile(self.times, 95),
            "last": self.times[-1] if self.times else None,
            "lost": len(self.reasons),
            "reasons": sorted(set(self.reasons)),
            "cpu_per_visitor": self.cpu,
            "private_per_visitor": self.private,
            "proportional_per_visitor": self.proportional,
            "client_cpu": self.client_cpu,
        }


@dataclass(frozen=True)
class WavePlan:
    """A size of wave for one server, and how often it is repeated, each time on a fresh server."""

    kind: type[Room]
    visitors: int
    repetitions: int


PLAN: Final = (
    *(WavePlan(kind, visitors, 3) for visitors in (1, 10) for kind in (OurRoom, StockVoila, SolaraRoom)),
    WavePlan(OurRoom, 30, 3),
    WavePlan(StockVoila, 30, 1),
    WavePlan(SolaraRoom, 30, 3),
    *(WavePlan(kind, 100, 3) for kind in (OurRoom, SolaraRoom)),
    *(WavePlan(kind, 200, 1) for kind in (OurRoom, SolaraRoom)),
)
QUICK_PLAN: Final = tuple(
    WavePlan(kind, visitors, 1) for visitors in (1, 10) for kind in (OurRoom, StockVoila, SolaraRoom)
)


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that ``share`` percent do not exceed (nearest rank); ``None`` of nothing."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)] if ordered else None


async def repeat_wave(plan: WavePlan) -> list[Wave]:
    """Run a wave as often as planned, each time on a fresh server and a fresh workshop."""
    prepare_client()
    waves = []
    for _ in range(plan.repetitions):
        with open_room(plan.kind, seats=max(200, plan.visitors + 20)) as room:
            wave, visitors = await run_wave(room, plan.visitors)
            waves.append(wave)
            await leave(visitors)
    return waves


async def run_wave(room: Room, count: int, companion: Awaitable[None] | None = None) -> tuple[Wave, list[Visitor]]:
    """Let ``count`` visitors come at once, ``companion`` (a real browser) with them; they stay."""
    await asyncio.sleep(SETTLE)  # the server has just started: let it come to rest
    visitors = [VISITORS[type(room)](room.port, number) for number in range(count)]
    idle = measuring.look(room.tag)
    client_before = time.process_time()
    together = asyncio.gather(*(_time_visit(visitor) for visitor in visitors))
    beside = asyncio.ensure_future(companion) if companion is not None else None
    outcomes = await together
    cpu = measuring.use_cpu(room.tag) - idle.cpu
    client_cpu = time.process_time() - client_before
    if beside is not None:
        await beside
    await asyncio.sleep(SETTLE)
    full = measuring.look(room.tag)
    wave = Wave(
        room=room.name,
        visitors=count,
        times=tuple(sorted(one for one in outcomes if isinstance(one, float))),
        reasons=tuple(one for one in outcomes if isinstance(one, str)),
        cpu=cpu / count,
        private=measuring.private_growth(idle, full) / count,
        proportional=(full.proportional - idle.proportional) / count,
        client_cpu=client_cpu,
    )
    return wave, visitors


async def leave(visitors: Sequence[Visitor]) -> None:
    """Let everybody leave as browsers do."""
    await asyncio.gather(*(visitor.leave() for visitor in visitors), return_exceptions=True)


async def _time_visit(visitor: Visitor) -> float | str:
    began = time.perf_counter()
    try:
        await asyncio.wait_for(visitor.visit(), DEADLINE)
    except TimeoutError:
        return f"no answer within {DEADLINE:.0f} s"
    except Exception as error:  # whatever went wrong, the visitor is lost and the reason is reported
        return f"{type(error).__name__}: {error}"
    return time.perf_counter() - began
