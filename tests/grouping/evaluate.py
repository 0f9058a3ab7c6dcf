"""Count what labelled pairs of ideas are offered as: ``python -m tests.grouping.evaluate FILE [--meaning] [--errors]``.

A line of FILE is ``{"language": "fr"|"en", "label": LABEL, "first": TEXT, "second": TEXT}``. The labels: ``same``
(should be suggested), ``opposite`` (should be a tension), ``lookalike`` and ``other`` (should be nothing).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop_kit.domain.grouping.suggesting import Pairing, pair_ideas
from workshop_kit.domain.model import Idea
from workshop_kit.live.meaning import measure_meaning

LABELS = ("same", "lookalike", "opposite", "other")
WANTED = {"same": Pairing.SAME, "opposite": Pairing.TENSION}


@dataclass(frozen=True)
class Judged:
    """One labelled pair and what it is offered as."""

    label: str
    language: str
    first: str
    second: str
    offered: Pairing


def judge(path: Path, *, meaning: bool) -> Iterator[Judged]:
    """Give each pair of a file with what it is offered as."""
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    cosines = (
        measure_cosines([pair["first"] for pair in pairs], [pair["second"] for pair in pairs]) if meaning else None
    )
    for place, pair in enumerate(pairs):
        meant = None if cosines is None else cosines[place]
        offered, _ = pair_ideas(pair["first"], pair["second"], meant)
        yield Judged(pair["label"], pair.get("language", ""), pair["first"], pair["second"], offered)


def count(judged: Sequence[Judged]) -> dict[str, Counter[Pairing]]:
    """Return for each label how many pairs were offered as what."""
    return {label: Counter(one.offered for one in judged if one.label == label) for label in LABELS}


def measure_cosines(firsts: list[str], seconds: list[str]) -> list[float]:
    """Return the cosine of the meanings of each two texts."""
    moment = datetime(2027, 1, 1, tzinfo=UTC)
    ideas = [Idea(str(place), "c", text, None, None, moment) for place, text in enumerate([*firsts, *seconds])]
    vectors = measure_meaning(ideas)
    return [float(vectors[str(place)] @ vectors[str(place + len(firsts))]) for place in range(len(firsts))]


def main() -> None:
    """Print the counts, and on request each pair that was read wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--meaning", action="store_true", help="measure meanings too (extra: meaning)")
    parser.add_argument("--errors", action="store_true", help="print each pair that was read wrong")
    chosen = parser.parse_args()
    judged = list(judge(chosen.file, meaning=chosen.meaning))
    print(f"{'':10} {'pairs':>6} {'same':>6} {'tension':>8} {'nothing':>8}")
    for label, counted in count(judged).items():
        same, tension, nothing = (counted[one] for one in (Pairing.SAME, Pairing.TENSION, Pairing.NOTHING))
        print(f"{label:10} {counted.total():>6} {same:>6} {tension:>8} {nothing:>8}")
    for one in judged if chosen.errors else ():
        if one.offered is not WANTED.get(one.label, Pairing.NOTHING):
            print(f"{one.label} -> {one.offered.value}: {one.first} | {one.second}")


if __name__ == "__main__":
    main()
