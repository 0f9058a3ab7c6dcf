"""A room against stock Voilà and Solara, in one run: ``python -m tests.load.bench [--quick] [--only PART]``.

Every server listens on this machine only, is started anew for each wave, and is ended with everything it started.
The figures are printed and written to ``serving.md`` and ``serving.json`` in the output folder as they come, so that
a run that is interrupted leaves what it has measured.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser

from tests.load import (
    assigning,
    attack,
    browser,
    conversation,
    fuzz,
    kills,
    live,
    locks,
    lot,
    precision,
    registers,
    reporting,
    seating,
    soak,
    suggestions,
)
from tests.load.exported import cut_short, read_conversation
from tests.load.machine import describe_machine, list_versions
from tests.load.relay import Relay
from tests.load.rooms import CHECKOUT, ROOMS, Room, StockVoila, is_installed, open_room
from tests.load.visitors import prepare_client
from tests.load.waves import PLAN, QUICK_PLAN, leave, repeat_wave, run_wave

PARTS: Final = (
    *("waves", "browser", "live", "locks", "attack", "kills", "soak", "fuzz", "seating", "registers", "lot"),
    *("precision", "conversation", "suggestions", "assigning"),
)
#: How long spoilt files are read.
_FUZZED: Final = 600.0
_STOCK_LEFT_OUT: Final = (100, 200)


class Bench:
    """One run and what it has measured so far."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self._folder = folder
        self._quick = quick
        self.results: dict[str, Any] = {
            "machine": describe_machine(),
            "versions": list_versions(),
            "quick": quick,
            "failed": {},
            "waves": [],
            "browser": [],
        }

    async def run(self, parts: list[str]) -> None:
        """Measure the ``parts`` wanted, in their order."""
        began = time.monotonic()
        for part in parts:
            try:
                await getattr(self, f"measure_{part}")()
            except Exception as error:  # the other parts are still worth measuring; the report says what is missing
                self.results["failed"][part] = f"{type(error).__name__}: {error}".splitlines()[0]
                traceback.print_exc()
        self.results["took"] = time.monotonic() - began
        self._write()

    async def measure_waves(self) -> None:
        """Let waves of protocol-level visitors come."""
        for plan in QUICK_PLAN if self._quick else PLAN:
            row: dict[str, Any] = {"room": plan.kind.name, "visitors": plan.visitors}
            if is_installed(plan.kind):
                try:
                    row["repetitions"] = [wave.summary() for wave in await repeat_wave(plan)]
                except RuntimeError as error:  # a server that cannot start is a row, not the end of the run
                    row["not_run"] = str(error).splitlines()[0]
            else:
                row["not_run"] = "not installed"
            self._add("waves", row)
        if not self._quick:
            for visitors in _STOCK_LEFT_OUT:
                self._add("waves", {"room": StockVoila.name, "visitors": visitors, "not_run": self._why_left_out()})

    async def measure_browser(self) -> None:
        """Let one real browser come among 30 visitors, come again, and come alone over a slow link."""
        async with browser.launch() as chromium:
            for kind in ROOMS:
                row: dict[str, Any] = {"room": kind.name, "visitors": 3 if self._quick else 30}
                if is_installed(kind):
                    await self._visit_with(chromium, kind, row)
                else:
                    row["not_run"] = "not installed"
                self._add("browser", row)

    async def measure_live(self) -> None:
        """Measure a room at work."""
        seats, seconds = (10, 4) if self._quick else (100, 15)
        self.results["live"] = await live.run_live(seats, seconds)
        self._write()

    async def measure_locks(self) -> None:
        """Measure how long each intention keeps all other writers waiting."""
        people, repetitions = (100, 1) if self._quick else (locks.PEOPLE, 3)
        self.results["locks"] = await locks.run_locks(people, repetitions)
        self._write()

    async def measure_lot(self) -> None:
        """Draw lots beside the usual greedy draw."""
        self.results["lot"] = lot.run_lots(quick=self._quick)
        self._write()

    async def measure_assigning(self) -> None:
        """Assign workshops of all sizes, beside three other ways; a missed aim fails the bench."""
        self.results["assigning"] = await asyncio.to_thread(assigning.run_assigning, quick=self._quick)
        self._write()
        if not assigning.is_met(self.results["assigning"]):
            raise AssertionError("the assignment missed its aim of time")

    async def measure_attack(self) -> None:
        """Measure a room while others do mischief."""
        self.results["attack"] = await attack.run_attacks(4 if self._quick else 20, quick=self._quick)
        self._write()

    async def measure_kills(self) -> None:
        """Kill everything under ten writers, sixty times; what is lost or stands twice fails the bench."""
        self.results["kills"] = await kills.run_kills(6 if self._quick else kills.ROUNDS)
        self._write()
        if any(self.results["kills"][name] for name in ("lost", "doubled", "unsound")):
            raise AssertionError("something that was acknowledged is lost, or stands twice")

    async def measure_soak(self) -> None:
        """Let an afternoon pass."""
        visitors, seconds = (30, 20.0) if self._quick else (soak.VISITORS, soak.AFTERNOON)
        self.results["soak"] = await soak.run_soak(visitors, seconds)
        self._write()

    async def measure_fuzz(self) -> None:
        """Read spoilt files for ten minutes; one that is neither read nor refused fails the bench."""
        self.results["fuzz"] = await asyncio.to_thread(fuzz.run_fuzz, 10.0 if self._quick else _FUZZED)
        self._write()
        if self.results["fuzz"]["failures"]:
            raise AssertionError(f"{len(self.results['fuzz']['failures'])} spoilt files were neither read nor refused")

    async def measure_seating(self) -> None:
        """Seat rooms of all sizes, beside what people do; the command that misses its aim fails the bench."""
        self.results["seating"] = await asyncio.to_thread(seating.run_seating, quick=self._quick)
        self._write()
        if not seating.is_met(self.results["seating"]["command"]):
            raise AssertionError(f"the command missed its aim: {self.results['seating']['command']}")

    async def measure_registers(self) -> None:
        """Take a commune from registers of millions of rows, beside pandas in chunks; a missed aim fails the bench."""
        rows = registers.ROWS // 10 if self._quick else registers.ROWS
        self.results["registers"] = await asyncio.to_thread(registers.run_registers, rows)
        self._write()
        missed = [row for row in self.results["registers"] if not registers.is_met(row)]
        if missed:
            raise AssertionError(f"registers missed their aim: {missed}")

    async def measure_precision(self) -> None:
        """Judge sentences as they are typed; one that takes longer than a page may wait fails the bench."""
        self.results["precision"] = await asyncio.to_thread(precision.run_precision, quick=self._quick)
        self._write()
        missed = [row for row in self.results["precision"] if not precision.is_met(row)]
        if missed:
            raise AssertionError(f"a sentence was judged too late: {missed}")

    async def measure_conversation(self) -> None:
        """Replay a conversation of Polis as a workshop; one vote lost, or an aim missed, fails the bench."""
        replayed, seconds = read_conversation(), conversation.PLAYED
        if self._quick:
            replayed, seconds = cut_short(replayed, 12), 20.0
        result = self.results["conversation"] = await conversation.run_conversation(replayed, seconds)
        self._write()
        if not conversation.is_whole(result):
            raise AssertionError(f"{result['lost']} votes and {result['lost_ideas']} ideas are lost")
        if not self._quick and not conversation.is_met(result):
            raise AssertionError("the replay missed an aim")

    async def measure_suggestions(self) -> None:
        """Have the table suggest the last of 500 ideas; one that is suggested too late fails the bench."""
        result = await suggestions.run_suggestions(60 if self._quick else suggestions.IDEAS)
        self.results["suggestions"] = result
        self._write()
        if not self._quick and not suggestions.is_met(result):
            raise AssertionError("suggestions missed an aim")

    async def _visit_with(self, chromium: Browser, kind: type[Room], row: dict[str, Any]) -> None:
        phone = await browser.new_phone(chromium)
        with open_room(kind) as room:
            async with Relay(room.port) as relay:

                async def come_along() -> None:
                    row["first"] = asdict(await browser.visit_through(relay, phone))

                wave, visitors = await run_wave(room, row["visitors"], come_along())
                row["wave"] = wave.summary()
                await leave(visitors)
                row["second"] = asdict(await browser.visit_through(relay, phone))
        await phone.close()
        phone = await browser.new_phone(chromium)
        with open_room(kind) as room:
            await asyncio.sleep(1)
            row["fast_3g"] = asdict(await browser.visit(phone, room.port, slow=True))
        await phone.close()

    def _why_left_out(self) -> str:
        """Return what the wave of 30 has shown of stock Voilà."""
        for row in self.results["waves"]:
            if row["room"] == StockVoila.name and row["visitors"] == 30 and row.get("repetitions"):
                shown = row["repetitions"][0]
                last = f"{shown['last']:.0f} s" if shown["last"] else "nobody was served"
                return f"at 30 together the last was served after {last} and {shown['lost']} were lost"
        return "the wave of 30 was not measured"

    def _add(self, part: str, row: dict[str, Any]) -> None:
        self.results[part].append(row)
        print(reporting.one_line(row), file=sys.stderr, flush=True)
        self._write()

    def _write(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / "serving.json").write_text(json.dumps(self.results, indent=1), encoding="utf-8")
        (self._folder / "serving.md").write_text(reporting.write_report(self.results), encoding="utf-8")


def main() -> int:
    """Read the command line and run; the exit status is 1 if a part failed or the soak did not return to its start."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small waves, to see whether everything works")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure only this part; may be repeated")
    parser.add_argument("--out", type=Path, default=CHECKOUT / "bench-results", help="where the figures are written")
    options = parser.parse_args()
    if sys.platform != "linux":
        parser.error("the figures come from /proc: run this on Linux")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are ended in order
    prepare_client()
    bench = Bench(options.out, quick=options.quick)
    asyncio.run(bench.run([part for part in PARTS if part in (options.only or PARTS)]))
    print(reporting.write_report(bench.results))
    returned = bench.results.get("soak", {"returned": True})["returned"]
    return 0 if returned and not bench.results["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
