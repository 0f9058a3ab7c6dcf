"""What the replay of a conversation gave, as Markdown."""

from __future__ import annotations

from typing import Any, Final

CONVERSATION_NOTES: Final = (
    "Each person joins by their phone's own door, and gives each vote of the export by websocket, also those they "
    "changed later; who is answered late votes late. A facilitator in a process of their own reads the gauges and "
    "opinion groups whenever something changed, twice a second at most, as the pages do. Tasks are those that kept the "
    "facilitator's real page busy for more than 50 ms, in a headless Chromium on the same cores."
)
_DAY: Final = 86_400


def write_conversation(replayed: dict[str, Any]) -> str:
    """Return the figures of a replay; the speed is told against the clock, and against the time when anybody voted."""
    waited, current = replayed["acknowledged"], replayed["current"]
    groups = " + ".join(map(str, replayed["groups"])) or "none yet"
    known = "never" if current is None else f"{current:.2f} s"
    said = (
        f"{replayed['people']} people wrote {replayed['ideas']} ideas and gave {replayed['votes']:,} votes. It lasted "
        f"{replayed['lasted'] / _DAY:.1f} days by the clock, {replayed['busy']:,.0f} s with every gap cut to a second, "
        f"and was replayed in {replayed['played']:.0f} s, {replayed['votes_a_second']:.0f} votes a second: "
        f"{replayed['faster']:.0f} times as fast with the gaps cut, {replayed['faster_by_the_clock']:,.0f} times by "
        f"the clock.\n\n"
        f"{replayed['lost']} votes and {replayed['lost_ideas']} ideas were lost, {len(replayed['refused'])} refused. "
        f"A vote was acknowledged within {_milliseconds(waited['p50'])} (50 %), {_milliseconds(waited['p95'])} (95 %), "
        f"{_milliseconds(waited['p100'])} (slowest), and took {replayed['cpu_a_vote'] * 1000:.0f} ms of a processor "
        f"with all that it moved on the phones' server. The facilitator knew of the last vote {known} after its "
        f"answer, in the gauges and in the opinion groups ({groups} people)."
    )
    rows = [
        f"| {what} | {len(tasks)} | {f'{max(tasks):.0f} ms' if tasks else ''} |"
        for what, tasks in replayed["tasks"].items()
    ]
    table = "\n".join(["| the facilitator's page while | tasks over 50 ms | the longest |", "|---|---|---|", *rows])
    return f"{said}\n\n{table}"


def _milliseconds(value: float | None) -> str:
    return "not measured" if value is None else f"{value * 1000:.0f} ms"
