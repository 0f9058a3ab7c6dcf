"""Measure the reading of sentences against their labels: ``python -m tests.precision.evaluate FILE``.

A part is right when it is absent as labelled, or found where it is labelled: the two stretches share at least half of
the shorter one, in signs. Of several labelled stretches (``also``) one is enough.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop_kit.domain.challenge_reading import Kind, Reading, read_challenge
from workshop_kit.domain.parts import PARTS, Part


@dataclass
class Tally:
    """How often a part was rightly found, wrongly found, and wrongly not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Figures:
    """What an evaluation counted; keys are a language (``"all"``: both) and a part."""

    parts: dict[tuple[str, Part], Tally] = field(default_factory=dict)
    kinds: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def accuracy(self, language: str = "all") -> float:
        of_language = {key: count for key, count in self.kinds.items() if language in {"all", key[0]}}
        right = sum(count for (_, labelled, read), count in of_language.items() if labelled == read)
        return right / max(sum(of_language.values()), 1)

    def f1(self, part: Part, language: str = "all") -> float:
        return self.parts[language, part].f1


def read_labels(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def evaluate(sentences: Iterable[dict[str, Any]], *, told: bool = True) -> Figures:
    """Read each sentence, ``told`` in which language it is or not, and compare with its labels."""
    figures = Figures({(language, part): Tally() for language in ("all", "fr", "en") for part in PARTS})
    for sentence in sentences:
        reading = read_challenge(sentence["text"], sentence["lang"] if told else None)
        figures.kinds[sentence["lang"], sentence["kind"], reading.kind.value] += 1
        if sentence["kind"] != reading.kind:
            figures.errors.append(f"kind: {sentence['kind']} read as {reading.kind}: {sentence['text']}")
        for part in PARTS:
            _count(figures, sentence, reading, part)
    return figures


def _count(figures: Figures, sentence: dict[str, Any], reading: Reading, part: Part) -> None:
    labelled, found = sentence[part], reading.words(part)
    also: Sequence[str] = sentence.get("also", {}).get(part, ())
    right = any(agree(sentence["text"], one, reading, part) for one in (labelled, *also) if one)
    for tally in (figures.parts["all", part], figures.parts[sentence["lang"], part]):
        tally.right += right
        tally.wrong += found is not None and not right
        tally.missed += bool(labelled) and not right
    if (found is not None or labelled) and not right:
        figures.errors.append(f"{part}: {labelled!r} read as {found!r}: {sentence['text']}")


def agree(text: str, labelled: str, reading: Reading, part: Part) -> bool:
    """Say whether the stretch that was found shares at least half of the shorter of the two."""
    for mark in reading.marks:
        start = text.find(labelled)
        while mark.part is part and start >= 0:
            shared = min(start + len(labelled), mark.end) - max(start, mark.start)
            if 2 * shared >= min(len(labelled), mark.end - mark.start):
                return True
            start = text.find(labelled, start + 1)
    return False


def write_report(figures: Figures) -> str:
    lines = ["part        language  precision  recall  F1"]
    for (language, part), tally in figures.parts.items():
        lines.append(f"{part:<12}{language:<10}{tally.precision:9.3f}{tally.recall:8.3f}{tally.f1:7.3f}")
    for language in ("all", "fr", "en"):
        lines.append(f"kind right, {language}: {figures.accuracy(language):.3f}")
    lines.append("labelled \\ read   " + "  ".join(f"{kind:>9}" for kind in Kind))
    for labelled in Kind:
        counts = [
            sum(figures.kinds[language, labelled.value, read.value] for language in ("fr", "en")) for read in Kind
        ]
        lines.append(f"{labelled:<18}" + "  ".join(f"{count:9}" for count in counts))
    return "\n".join([*lines, "", *sorted(figures.errors)])


if __name__ == "__main__":
    for name in sys.argv[1:]:
        labels = read_labels(Path(name))
        print(f"{len(labels)} sentences")
        print(write_report(evaluate(labels)))
        untold = evaluate(labels, told=False)
        print(
            "\nwithout being told the language: kind right",
            f"{untold.accuracy():.3f};",
            ", ".join(f"{part} {untold.f1(part):.3f}" for part in PARTS),
        )
