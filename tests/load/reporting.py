"""The figures as Markdown: for the terminal, for a file, and between two markers of a document.

``python -m tests.load.reporting serving.json docs/serving.md`` puts the tables between the document's markers.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from tests.load.aims import list_aims
from tests.load.locks import AIM
from tests.load.report_conversation import CONVERSATION_NOTES, write_conversation
from tests.load.report_suggestions import SUGGESTIONS_NOTES, write_suggestions

#: The markers of a document between which the tables are put.
START: Final = "<!-- figures: begin -->"
END: Final = "<!-- figures: end -->"

Results = dict[str, Any]
_MB: Final = 1e6
#: Intentions that are listed one by one, those that keep the line longest.
_LOCKS_SHOWN: Final = 12


def write_report(results: Results) -> str:
    """Return every table there are figures for."""
    parts = [_write_setting(results)]
    if results.get("waves"):
        parts += ["### Visitors who come together", _write_waves(results["waves"]), _WAVE_NOTES]
    if results.get("browser"):
        parts += ["### One real browser", _write_browser(results["browser"]), _BROWSER_NOTES]
    if "live" in results:
        parts += ["### A room at work", _write_live(results["live"])]
    if "locks" in results:
        parts += ["### The longest lock", _write_locks(results["locks"])]
    if "lot" in results:
        parts += ["### A lot that is fair to each person", _write_lots(results["lot"])]
    if "assigning" in results:
        parts += ["### Assignment", _write_assigning(results["assigning"])]
    if "attack" in results:
        parts += ["### Under attack", _write_attacks(results["attack"]), _ATTACK_NOTES]
    if "kills" in results:
        parts += ["### Everything killed", _write_kills(results["kills"])]
    if "soak" in results:
        parts += ["### Two afternoons", _write_soak(results["soak"])]
    if "fuzz" in results:
        parts += ["### Spoilt files", _write_fuzz(results["fuzz"])]
    if "seating" in results:
        parts += ["### Seating", _write_seating(results["seating"]), _SEATING_NOTES]
    if "registers" in results:
        parts += ["### Registers", _write_registers(results["registers"])]
    if "precision" in results:
        parts += ["### Judging a sentence", _write_precision(results["precision"])]
    if "conversation" in results:
        parts += ["### A conversation replayed", write_conversation(results["conversation"]), CONVERSATION_NOTES]
    if "suggestions" in results:
        parts += ["### Suggestions", write_suggestions(results["suggestions"]), SUGGESTIONS_NOTES]
    parts += [f"**Not measured, {part}:** {reason}" for part, reason in results.get("failed", {}).items()]
    aims = list_aims(results)
    if aims:
        rows = [[aim.text, aim.wanted, aim.measured, "met" if aim.met else "**missed**"] for aim in aims]
        parts += ["### Aims", _table(["aim", "wanted", "measured", ""], rows)]
    return "\n\n".join(parts) + "\n"


def paste_between(report: str, document: str) -> str:
    """Return ``document`` with ``report`` between its two markers; ``ValueError`` if it lacks them."""
    before, started, rest = document.partition(START)
    _, ended, after = rest.partition(END)
    if not started or not ended:
        raise ValueError(f"the document has no {START} … {END}")
    return f"{before}{START}\n\n{report}\n{END}{after}"


def one_line(row: Results) -> str:
    """Return one row for somebody who watches the run."""
    head = f"{row['room']}, {row['visitors']} together: "
    if "not_run" in row:
        return f"{head}not run: {row['not_run']}"
    if "first" in row:
        return f"{head}browser {_arrival(row['first'])}, {_megabytes(row['first']['down'])}"
    last, lost = _median_of(row, "last"), _median_of(row, "lost")
    return f"{head}last {_seconds(last)}, lost {lost:g}, {_milliseconds(_median_of(row, 'cpu_per_visitor'))} CPU each"


def _write_setting(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    named = ", ".join(f"{name} {number or 'not installed'}" for name, number in versions.items())
    return (
        f"Measured on {machine['date']}: {machine['cores']} cores ({machine['processor']}), "
        f"{machine['memory_gb']} GB of memory, {machine['system']}; load before the run {machine['load_at_start']}. "
        f"{named}. Visitors and servers share the cores; everything passes over the loopback."
        + (" **A quick run: small waves, one repetition.**" if results.get("quick") else "")
    )


def _write_waves(rows: Iterable[Results]) -> str:
    head = ["together", "server", "median", "95 %", "last", "lost", "CPU each", "private each", "proportional each"]
    lines = []
    for row in sorted(rows, key=lambda one: int(one["visitors"])):
        first = [str(row["visitors"]), row["room"]]
        if "not_run" in row:
            lines.append([*first, f"not run: {row['not_run']}", *[""] * 6])
            continue
        figures = [_with_spread(row, name, _seconds) for name in ("median", "p95", "last")]
        figures.append(_with_spread(row, "lost", lambda value: f"{value:g}"))
        figures.append(_with_spread(row, "cpu_per_visitor", _milliseconds))
        figures += [_with_spread(row, f"{kind}_per_visitor", _megabytes) for kind in ("private", "proportional")]
        lines.append(first + figures)
    return _table(head, lines)


def _write_browser(rows: Iterable[Results]) -> str:
    head = ["server", "can join, among 30", "first visit", "second visit", "can join again", "alone on Fast 3G"]
    lines = []
    for row in rows:
        if "not_run" in row:
            lines.append([row["room"], f"not run: {row['not_run']}", "", "", "", ""])
            continue
        first, second, slow = row["first"], row["second"], row.get("fast_3g")
        slowly = "not measured" if slow is None else _arrival(slow)
        lines.append([row["room"], _arrival(first), _weight(first), _weight(second), _arrival(second), slowly])
    if any(row["visitors"] != 30 for row in rows):
        head[1] = "can join, among few"
    return _table(head, lines)


def _write_live(live: Results) -> str:
    shares = ("p50", "p95", "p99", "p100")
    rows = [
        [name, *(_milliseconds(live[key][share]) for share in shares)]
        for name, key in (
            ("a write acknowledged to its author", "acknowledged"),
            ("a change on each phone, after its commit", "propagated"),
            ("the same, with the commit itself", "propagated_with_commit"),
        )
    ]
    table = _table([f"{live['seats']} seats", "50 %", "95 %", "99 %", "slowest"], rows)
    return (
        f"{table}\n\n{live['writes']} writes, {live['writes_a_second']} a second for {live['seconds']} s, "
        f"{len(live['refused'])} failed; {live['changes']} changes by the facilitator at the same time, one a second, "
        f"{live['unheard']} of {live['changes'] * live['seats']} arrivals missing."
    )


def _write_lots(lots: list[Results]) -> str:
    lines = [
        "| pool | kinds | least chance | furthest from ideal | CPU | greedy: least | CPU of 1,000 draws |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in lots:
        taken = row["greedy_cpu"] * 1000 / row["draws"]
        lines.append(
            f"| {row['case']} | {row['kinds']} | {row['floor']:.2%} | {row['deviation']:.2%} | {row['cpu']:.1f} s"
            f" | {row['greedy']:.2%} | {taken:.1f} s |"
        )
    return "\n".join(lines)


def _write_assigning(rows: list[Results]) -> str:
    heads = ["minimum 1", "minimum 2", "minimum 3", "people", "places", "fit", "one of fit 1", "sector"]
    cells = [
        [f"{row['size']} × {row['missions']}", row["way"], f"{row['seconds']:.2f} s"]
        + ([f"refused: {row['refused']}"] if "refused" in row else [str(row.get(head, 0)) for head in heads])
        for row in rows
    ]
    return _table(["people × missions", "way", "slowest", *heads], cells)


def _write_locks(locks: Results) -> str:
    held = locks["held"]
    shown = [one for place, one in enumerate(held) if place < _LOCKS_SHOWN or one["seconds"] > AIM]
    rows = [
        [one["role"], f"`{one['intention']}`", _in_milliseconds(one["seconds"]), one["grows"] or ""] for one in shown
    ]
    table = _table(["who", "asks for", "keeps the line", "grows with the room, since"], rows)
    rest = held[len(shown) :]
    said = f"\n\nThe other {len(rest)} keep it {_in_milliseconds(rest[0]['seconds'])} at most." if rest else ""
    return (
        f"A workshop of {locks['people']} people who wrote {locks['people']} ideas for each of three challenges; each "
        f"intention of every role, the longest of {locks['repetitions']}, from the moment a writer has the database "
        f"alone until its commit is on the disk.\n\n{table}{said}"
    )


def _write_attacks(rows: Iterable[Results]) -> str:
    head = ["attack", "server", "a participant, 50 %", "95 %", "slowest", "unanswered", "the facilitator, 95 %"]
    lines = [
        [
            row["attack"],
            row["room"],
            *(_milliseconds(row["participant"][share]) for share in ("p50", "p95", "p100")),
            f"{row['unanswered']} of {row['letters']}",
            _milliseconds(row["facilitator"]["p95"]),
        ]
        for row in rows
    ]
    return _table(head, lines)


def _write_kills(kills: Results) -> str:
    back = sorted(kills["back"])
    return (
        f"{kills['rounds']} rounds of killing the server, its page processes and every kernel under {kills['writers']} "
        f"writers: {kills['acknowledged']} ideas acknowledged, {kills['sent_again']} that had no answer sent again; "
        f"{kills['lost']} lost, {kills['doubled']} twice, {kills['unsound']} databases unsound. Everybody was back in "
        f"their seat {back[len(back) // 2]:.1f} s after the start began, {back[-1]:.1f} s at most."
    )


def _write_soak(soak: Results) -> str:
    stood = soak["stood"]
    rows = [
        ["processes", *(str(standing["processes"]) for standing in stood)],
        ["descriptors", *(str(standing["descriptors"]) for standing in stood)],
        ["memory (PSS)", *(_megabytes(standing["proportional"]) for standing in stood)],
    ]
    table = _table(["held by the server", "before", "after", "after a second afternoon"], rows)
    return (
        f"{table}\n\n{soak['visitors']} visitors in {soak['seconds']:.0f} s each time: a third leave, a third vanish, "
        f"a third reload before they leave; a kernel without a page was kept {soak['cull_after']:.0f} s instead of "
        f"900. At most {soak['most_processes']} processes at one time; {len(soak['failures'])} visits failed; at rest "
        f"{soak['settled_after']:.0f} s after the last had gone."
    )


_SEATING_NOTES: Final = (
    "Pairs that meet, of those that can at most (rounds × (size − 1) for each person, halved); in brackets of those "
    "that so few tables allow. Off: tables that have not their share of a category + of a sector. *lots*: numbers are "
    "drawn anew each round. *moving on*: people count off along the tables, then the p-th of each moves on by p tables."
)


def _write_seating(seating: Results) -> str:
    ways = ("ours", "lots", "moving on")
    rows = []
    for row in seating["rows"]:
        cells = [f"{row['people']}, {row['tables']}"]
        for way in ways:
            found = row[way]
            of = f"{found['met'] / found['bound']:.1%} ({found['met'] / found['attainable']:.1%})"
            cells += [of, " + ".join(map(str, found["off"]))]
        rows.append([*cells, _seconds(row["ours"]["seconds"])])
    head = ["people, tables", *(cell for way in ways for cell in (f"{way}: met", "off")), "ours took"]
    command = seating["command"]
    said = f"`workshop-kit seat --rounds {seating['rounds']}`, 80 people: {command['met']} of {command['bound']} pairs"
    return f"{_table(head, rows)}\n\n{said}, {_seconds(command['seconds'])} for the whole command."


def _write_precision(rows: list[Results]) -> str:
    head = ["read", "texts", "median", "slowest"]
    cells = [
        [row["what"], str(row["texts"]), f"{row['median'] * 1000:.1f} ms", f"{row['slowest'] * 1000:.1f} ms"]
        for row in rows
    ]
    return f"{_table(head, cells)}\n\nCPU time of one core; the first of each language reads the dictionaries."


def _write_registers(rows: list[Results]) -> str:
    head = ["register, rows", "size", "ours", "memory", "candidates", "pandas in chunks", "memory", "rows it keeps"]
    cells = []
    for row in rows:
        ours, pandas = row["ours"], row["pandas"]
        found = [f"{row['register']}, {row['rows']:,}", f"{row['megabytes']} MB"]
        for one, kept in ((ours, "added"), (pandas, "kept")):
            found += [
                f"{_seconds(one['seconds'])} (CPU {_seconds(one['cpu'])})",
                f"{one['megabytes']} MB",
                str(one[kept]),
            ]
        cells.append(found)
    said = "Ours is the whole command, the store included; pandas filters the same rows and keeps nothing."
    return f"{_table(head, cells)}\n\n{said}"


def _write_fuzz(fuzz: Results) -> str:
    said = (
        f"{fuzz.get('read', 0)} spoilt files read and {fuzz.get('refused', 0)} refused in {fuzz['seconds']:.0f} s, "
        f"the slowest in {fuzz['slowest']:.1f} s; {len(fuzz['failures'])} neither read nor refused."
    )
    return "\n".join([said, *(f"- seed {one['seed']}: {one['error']} at {one['at']}" for one in fuzz["failures"])])


def _with_spread(row: Results, name: str, write: Callable[[float], str]) -> str:
    values = [one[name] for one in row["repetitions"] if one[name] is not None]
    if not values:
        return "none"
    middle = write(statistics.median(values))
    low, high = write(min(values)), write(max(values))
    return middle if low == high else f"{middle} ({low} – {high})"


def _median_of(row: Results, name: str) -> float:
    values = [one[name] for one in row["repetitions"] if one[name] is not None]
    return statistics.median(values) if values else float("nan")


def _arrival(visit: Results) -> str:
    return _seconds(visit["seconds"]) if visit["seconds"] is not None else f"never: {visit['failure']}"


def _weight(visit: Results) -> str:
    outside = f", {visit['outside']} of them outside" if visit["outside"] else ""
    return f"{_kilobytes(visit['down'])}, {visit['requests']} requests{outside}"


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def _in_milliseconds(value: float) -> str:
    return f"{value * 1000:.1f} ms"


def _milliseconds(value: float | None) -> str:
    return "not measured" if value is None else f"{value * 1000:.0f} ms"


def _megabytes(value: float) -> str:
    return f"{value / _MB:.1f} MB"


def _kilobytes(value: float) -> str:
    return f"{value / 1000:.0f} kB"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


_WAVE_NOTES: Final = (
    "From the start of a visit (page, websocket, the state of every widget) until the seat asked for was given: the "
    "median of the repetitions, and their spread. Lost: not served within 60 s, or refused. Every wave meets a fresh "
    "server and a fresh workshop. CPU is that of all processes of the server; private memory is what no other process "
    "shares, proportional memory counts shared pages in shares; both beyond those of the idle server. Voilà has no "
    "notion of who visits, so all its visitors are one person and only the first join writes anything."
)
_ATTACK_NOTES: Final = (
    "Ten people take part, two letters a second each, and the facilitator sets a timer each second. A flood sends as "
    "fast as its connection takes it, what is kept and what is refused in turn, and waits for no answer. The "
    "facilitator's figure is that of the commit. Stock Voilà runs the same notebook; all its visitors are one person."
)
_BROWSER_NOTES: Final = (
    "Bytes are those on the wire towards the browser, websocket and headers included, with 2 s after the button came. "
    "Chromium reaches no machine but this one: what a page wants from elsewhere fails at once, as it does offline."
)


def main() -> int:
    """Put the figures of a run into a document."""
    results, document = Path(sys.argv[1]), Path(sys.argv[2])
    report = write_report(json.loads(results.read_text(encoding="utf-8")))
    document.write_text(paste_between(report, document.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
