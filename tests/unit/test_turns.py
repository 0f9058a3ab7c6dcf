"""The order in which the processes of the tests take files: each is taken once, and waiting goes beside computing."""

from __future__ import annotations

from pathlib import Path

from tests.turns import WAITING, choose_file

FILES = [f"tests/{name}.py" for name in ("browser/test_a", "files/test_b", "serving/test_c", "unit/test_d")]


def take_all(*processes: int) -> list[str]:
    """Have processes take a file in turn until none is left."""
    left = list(FILES)
    taken: list[str] = []
    while left:
        taken.append(choose_file(left, processes[len(taken) % len(processes)]))
        left.remove(taken[-1])
    return [file.split("/")[1] for file in taken]


def test_one_process_takes_what_waits_while_the_next_takes_what_computes() -> None:
    assert take_all(0, 1) == ["browser", "files", "serving", "unit"]


def test_a_process_whose_sort_is_done_takes_of_the_other() -> None:
    assert take_all(0) == ["browser", "serving", "files", "unit"]
    assert take_all(1) == ["files", "unit", "browser", "serving"]


def test_the_longest_of_those_that_wait_come_first_whatever_the_order_they_are_found_in() -> None:
    assert choose_file(reversed(FILES), 2) == FILES[0]


def test_every_folder_that_waits_is_there() -> None:
    assert all((Path(__file__).parents[1] / folder).is_dir() for folder in WAITING)
