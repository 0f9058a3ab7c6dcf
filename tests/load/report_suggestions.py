"""What was measured of suggestions among many ideas, as Markdown."""

from __future__ import annotations

from typing import Any, Final

SUGGESTIONS_NOTES: Final = (
    "Statements of two conversations of Polis, and single sentences of them. The last idea is written by a phone's "
    "own door where the facilitator's table knows all the others, or all of them come at once while it stands open; "
    "the facilitator reveals them in the same moment. Told: the table, in a process of its own, suggests the last idea "
    "together with the one that says the same. By every meaning: it does so with the meaning of each idea known; of "
    "ideas that come at once these are computed a few at a time beside the table, which suggests by words meanwhile. "
    "The longest read is the time for which the table did nothing else."
)


def write_suggestions(measured: dict[str, Any]) -> str:
    """Return the figures, and below them what comparing takes somebody who has no kit."""
    head = f"| {measured['ideas']} ideas | told after | by every meaning | groups | longest read |"
    rows = [_write_row(row) for row in measured["rows"]]
    instead = "; ".join(
        f"{one['what']} {one['took']:.2f} s" + ("" if one["pairs"] is None else f" ({one['pairs']} pairs)")
        for one in measured["instead"]
    )
    table = "\n".join([head, "|---|---|---|---|---|", *rows])
    return f"{table}\n\nInstead, all texts at hand: {instead}. Neither tells opposites from what says the same."


def _write_row(row: dict[str, Any]) -> str:
    came = "all at once" if row["at_once"] else "the last one"
    known = f"{row['known']:.2f} s" if row["way"] == "meaning" else ""
    named = "words alone" if row["way"] == "words" else "words and meaning"
    return f"| {came}, {named} | {row['told']:.2f} s | {known} | {row['groups']} | {row['longest']:.2f} s |"
