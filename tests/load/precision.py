"""Judging a sentence measured: while it is typed, sign by sign, and on texts that were made to be slow."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from tests.precision.evaluate import read_labels
from workshop_kit.domain.challenge_reading import read_challenge

LABELLED: Final = Path(__file__).parents[1] / "precision"
#: Of each sentence, this many beginnings are read, as they stand while somebody types.
_TYPED: Final = 6
#: A proposed challenge is judged within so many seconds.
AIM_SECONDS: Final = 0.050
_PIECES: Final = (
    *("de la ", "des ", "d'ici ", "avant ", "2027 ", "1", "112 ", "A.", "A-", "'", ", ", "; ", "et ", "and ", "the "),
    *("of ", "by ", "within ", "deux cent ", "Rue du ", "12 rue ", "pour que ", "so that ", "plus aucun ", "no "),
    *(
        "50 % ",
        "un sur ",
        "-a",
        "Saint-",
        "l'",
        "(",
        '"',
        "« ",
        "entre ",
        "between ",
        "chacune des ",
        "to be ",
        "il faut ",
    ),
)


def make_slow_texts(many: int) -> list[str]:
    """Return texts of a thousand signs that say the same few words over and over, the same at each call."""
    rng = random.Random(1)
    repeated = ["".join(rng.choices(_PIECES, k=rng.randint(2, 4))) for _ in range(many)]
    return [(unit * 1000)[:1000] for unit in (*_PIECES, *repeated)]


def run_precision(*, quick: bool) -> list[dict[str, Any]]:
    """Measure the reading of labelled sentences, of their beginnings, and of texts made to be slow."""
    labels = [one for path in sorted(LABELLED.glob("sentences_*.jsonl")) for one in read_labels(path)]
    whole = [(str(one["text"]), str(one["lang"])) for one in (labels[::10] if quick else labels)]
    begun = time.monotonic()
    for language in ("fr", "en"):
        read_challenge("Loger chacun", language)
    first = time.monotonic() - begun
    typed = [(text[: len(text) * part // _TYPED], language) for text, language in whole for part in range(1, _TYPED)]
    slow = [(text, language) for text in make_slow_texts(20 if quick else 400) for language in ("fr", "en")]
    return [
        {"what": "the first of each language", "texts": 2, "median": first / 2, "slowest": first},
        _measure("labelled sentences", whole),
        _measure("their beginnings, as they are typed", typed),
        _measure("a thousand signs made to be slow", slow),
    ]


def is_met(row: dict[str, Any]) -> bool:
    """Tell whether a sentence that is typed was judged in time; the dictionaries are read before anybody types."""
    return bool(row["texts"] == 2 or row["slowest"] <= AIM_SECONDS)


def _measure(what: str, texts: Sequence[tuple[str, str]]) -> dict[str, Any]:
    took = list(_time_each(texts))
    return {"what": what, "texts": len(texts), "median": statistics.median(took), "slowest": max(took)}


def _time_each(texts: Iterable[tuple[str, str]]) -> Iterable[float]:
    for text, language in texts:
        began = time.process_time()
        read_challenge(text, language)
        yield time.process_time() - began


if __name__ == "__main__":
    for row in run_precision(quick=False):
        print(row, flush=True)
