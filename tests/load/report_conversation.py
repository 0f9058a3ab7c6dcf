"""What the replay of a conversation gave, as Markdown."""

from __future__ import annotations

from typing import Any, Final

CONVERSATION_NOTES: Final = (
    "Each person joins by their phone's own door, and gives each vote of the export by websocket, also those they "
    "changed later; who is answered late votes late. A facilitator in a process of their own reads the gauges as "
    "their page tells them whenever something changed, twice a second at most; no page has opinion groups while the "
    "vote is open. Once they pressed for the results they read these and ask for the groups, as their page does: the "
    "time is that from the press. Tasks are those that kept the facilitator's real page busy for more than 50 ms, in "
    "a headless Chromium on the same cores."
)
_DAY: Final = 86_400


def write_conversation(replayed: dict[str, Any]) -> str:
    """Return the figures of a replay; the speed is told against the clock, and against the time when anybody voted."""
    waited = replayed["acknowledged"]
    gauges, groups = (_seconds(replayed[name]) for name in ("gauges_told", "groups_told"))
    said = (
        f"{replayed['people']} people wrote {replayed['ideas']} ideas and gave {replayed['votes']:,} votes. It lasted "
        f"{replayed['lasted'] / _DAY:.1f} days by the clock, {replayed['busy']:,.0f} s with every gap cut to a second, "
        f"and was replayed in {replayed['played']:.0f} s, {replayed['votes_a_second']:.0f} votes a second: "
        f"{replayed['faster']:.0f} times as fast with the gaps cut, {replayed['faster_by_the_clock']:,.0f} times by "
        f"the clock.\n\n"
        f"{replayed['lost']} votes and {replayed['lost_ideas']} ideas were lost, {len(replayed['refused'])} refused. "
        f"A vote was acknowledged within {_milliseconds(waited['p50'])} (50 %), {_milliseconds(waited['p95'])} (95 %), "
        f"{_milliseconds(waited['p100'])} (slowest), and took {replayed['cpu_a_vote'] * 1000:.0f} ms of a processor "
        f"with all that it moved on the phones' server. The facilitator's gauges were those of the last vote {gauges} "
        f"after its answer; of its opinion groups their page said {groups} after the close: “{replayed['groups']}”"
    )
    rows = [
        f"| {what} | {len(tasks)} | {f'{max(tasks):.0f} ms' if tasks else ''} |"
        for what, tasks in replayed["tasks"].items()
    ]
    table = "\n".join(["| the facilitator's page while | tasks over 50 ms | the longest |", "|---|---|---|", *rows])
    return f"{said}\n\n{table}"


def _seconds(value: float | None) -> str:
    return "never" if value is None else f"{value:.2f} s"


def _milliseconds(value: float | None) -> str:
    return "not measured" if value is None else f"{value * 1000:.0f} ms"
