"""What was aimed for, beside what was measured."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any

from tests.load.locks import AIM
from tests.load.rooms import OurRoom, StockVoila

Results = dict[str, Any]


@dataclass(frozen=True)
class Aim:
    """One aim and whether it was met."""

    text: str
    wanted: str
    measured: str
    met: bool


def list_aims(results: Results) -> list[Aim]:
    """Return the aims that this run has figures for."""
    aims = [*_aims_of_waves(results.get("waves", ())), *_aims_of_browser(results.get("browser", ()))]
    live, soak = results.get("live"), results.get("soak")
    if live is not None:
        acknowledged, propagated = live["acknowledged"]["p95"], live["propagated"]["p95"]
        where = f"{live['seats']} seats and {live['writes_a_second']} writes a second"
        aims.append(_at_most(f"write acknowledged (95 %), {where}", acknowledged, 0.2, "s"))
        aims.append(_at_most(f"a change on every phone (95 %), {where}", propagated, 0.5, "s"))
    aims += [*_aims_of_locks(results.get("locks")), *_aims_of_attacks(results.get("attack", ()))]
    if soak is not None:
        text = f"kernels, descriptors and memory after {soak['visitors']} visitors"
        measured = " → ".join(map(_standing, soak["stood"]))
        aims.append(Aim(text, "as before", measured, bool(soak["returned"])))
    return [
        *aims,
        *_aims_of_conversation(results.get("conversation")),
        *_aims_of_suggestions(results.get("suggestions")),
    ]


def _aims_of_suggestions(measured: Results | None) -> list[Aim]:
    """Of ideas that come at once words suggest in time: meanings take longer, which has no aim."""
    if measured is None:
        return []
    aims = []
    for row in measured["rows"]:
        came = "at once" if row["at_once"] else "after the last"
        text = f"{measured['ideas']} ideas, suggestions {came}"
        with_meaning = row["way"] == "meaning"
        aims.append(_at_most(f"{text}, {'meanings measured' if with_meaning else 'words alone'}", row["told"], 1, "s"))
        if with_meaning and not row["at_once"]:
            aims.append(_at_most(f"{text}, by every meaning", row["known"], 1, "s"))
    return aims


def _aims_of_conversation(replayed: Results | None) -> list[Aim]:
    if replayed is None:
        return []
    given = f"{replayed['votes']:,} votes, {replayed['ideas']} ideas"
    lost = replayed["lost"] + replayed["lost_ideas"] + len(replayed["refused"])
    faster = replayed["faster"]
    return [
        Aim(f"lost of {given}", "0", str(lost), lost == 0),
        Aim(
            "replayed, gaps of the conversation cut to a second", "50 times faster", f"{faster:.1f} times", faster >= 50
        ),
        _at_most("gauges of the facilitator's page after the last vote", replayed["gauges_told"], 1, "s"),
        _at_most("its opinion groups after the close", replayed["groups_told"], 1, "s"),
        _at_most("longest task of the facilitator's page", replayed["longest_task"], 100, "ms"),
    ]


def _aims_of_waves(rows: Any) -> list[Aim]:
    found = {(row["room"], row["visitors"]): row["repetitions"] for row in rows if row.get("repetitions")}
    aims = []
    ours, stock = found.get((OurRoom.name, 30)), found.get((StockVoila.name, 30))
    if ours and stock:
        aims.append(_compare_last(ours, stock))
    hundred = found.get((OurRoom.name, 100))
    if hundred:
        lost = max(wave["lost"] for wave in hundred)
        aims.append(Aim("lost of 100 together", "0", str(lost), lost == 0))
        aims.append(_at_most("last of 100 together", _median(hundred, "last"), 8, "s"))
        aims.append(_at_most("CPU a visitor, 100 together", _in(hundred, "cpu_per_visitor", 1000), 80, "ms"))
        aims.append(_at_most("private memory a seat, 100 seats", _in(hundred, "private_per_visitor", 1e-6), 12, "MB"))
    return aims


def _aims_of_locks(locks: Results | None) -> list[Aim]:
    if locks is None:
        return []
    beyond = [one for one in locks["held"] if one["seconds"] > AIM]
    named = ", ".join(f"{one['intention']} {one['seconds'] * 1000:.0f}" for one in beyond)
    measured = f"beyond: {named} ms" if beyond else f"{locks['held'][0]['seconds'] * 1000:.1f} ms"
    text = f"longest lock of any intention, {locks['people']} people"
    return [Aim(text, f"at most {AIM * 1000:g} ms", measured, not beyond)]


def _aims_of_attacks(rows: Any) -> list[Aim]:
    for row in rows:
        if row["room"] == OurRoom.name and row["attack"] == "five floods":
            return [
                _at_most("a participant's write acknowledged (95 %), five floods", row["participant"]["p95"], 0.2, "s"),
                _at_most("the facilitator's (95 %), five floods", row["facilitator"]["p95"], 0.05, "s"),
            ]
    return []


def _compare_last(ours: list[Results], stock: list[Results]) -> Aim:
    text, wanted = "last of 30 together, against stock Voilà", "10 times faster"
    mine, theirs = _median(ours, "last"), _median(stock, "last")
    lost = max(wave["lost"] for wave in stock)
    if mine is None or theirs is None:
        return Aim(text, wanted, "nobody was served", mine is not None)
    more = " and more" if lost else ""
    return Aim(text, wanted, f"{theirs / mine:.1f} times{more}", theirs / mine >= 10)


def _aims_of_browser(rows: Any) -> list[Aim]:
    for row in rows:
        if row["room"] == OurRoom.name and "first" in row:
            first, second, slow = row["first"], row["second"], row["fast_3g"]
            return [
                _at_most("first visit on the wire", first["down"] / 1000, 450, "kB"),
                _at_most("requests of the first visit", first["requests"], 15, ""),
                Aim("requests to other machines", "0", str(first["outside"]), first["outside"] == 0),
                _at_most("second visit on the wire", second["down"] / 1000, 40, "kB"),
                _at_most("can join on Fast 3G, alone", slow["seconds"], 2, "s"),
            ]
    return []


def _standing(held: Results) -> str:
    return f"{held['processes']}, {held['descriptors']}, {held['proportional'] / 1e6:.1f} MB"


def _at_most(text: str, value: float | None, limit: float, unit: str) -> Aim:
    wanted = f"at most {limit:g} {unit}".rstrip()
    if value is None:
        return Aim(text, wanted, "not measured", met=False)
    return Aim(text, wanted, f"{value:.3g} {unit}".rstrip(), value <= limit)


def _in(waves: list[Results], name: str, factor: float) -> float | None:
    value = _median(waves, name)
    return None if value is None else value * factor


def _median(waves: list[Results], name: str) -> float | None:
    values = [wave[name] for wave in waves if wave[name] is not None]
    return statistics.median(values) if values else None
