from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.store.processes import hear, perform_the_same, running, stop_in_the_middle, write_many
from tests.store.values import a_challenge, an_idea, notices_a_change
from workshop_kit.store import Store, open_store


@pytest.fixture(autouse=True)
def one_challenge(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))


def test_two_processes_write_at_once_and_nothing_is_lost(store: Store, folder: Path) -> None:
    seen = store.latest_sequence()
    start = seen
    with ExitStack() as processes:
        pipes = [processes.enter_context(running(write_many, folder, name, 200))[1] for name in ("left", "right")]
        assert [hear(pipe) for pipe in pipes] == ["ready", "ready"]
        for pipe in pipes:
            pipe.send("go")
        sequences: list[int] = []
        while len(sequences) < 400:
            assert notices_a_change(store), f"nothing new after {len(sequences)} changes"
            new = [change.sequence for change in store.changes_since(seen)]
            sequences += new
            seen = sequences[-1] if sequences else seen
        assert [hear(pipe) for pipe in pipes] == ["done", "done"]
    # What a reader met, round after round, is each number once, in order.
    assert sequences == list(range(start + 1, start + 401))
    ideas = [idea.id for idea in store.read(lambda repository: repository.list_ideas())]
    assert sorted(ideas) == sorted(f"{name}-{index}" for name in ("left", "right") for index in range(200))
    assert ideas == [change.entity for change in store.changes_since(start)]
    for name in ("left", "right"):
        assert [idea for idea in ideas if idea.startswith(name)] == [f"{name}-{index}" for index in range(200)]


def test_two_processes_with_the_same_intentions_perform_each_once(store: Store, folder: Path) -> None:
    with ExitStack() as processes:
        pipes = [processes.enter_context(running(perform_the_same, folder, name, 40))[1] for name in ("left", "right")]
        assert [hear(pipe) for pipe in pipes] == ["ready", "ready"]
        for pipe in pipes:
            pipe.send("go")
        left, right = (hear(pipe) for pipe in pipes)
    assert left == right
    assert [idea.id for idea in store.read(lambda repository: repository.list_ideas())] == left


def test_a_process_killed_in_the_middle_of_a_write_leaves_the_store_usable(store: Store, folder: Path) -> None:
    with running(stop_in_the_middle, folder) as (process, pipe):
        assert hear(pipe) == "in the middle"
        assert [idea.id for idea in store.read(lambda repository: repository.list_ideas())] == ["acknowledged"]
        process.kill()
        process.join()
        store.perform(None, lambda repository: repository.add_idea(an_idea("after", author=None)))
    ids = ["acknowledged", "after"]
    assert [idea.id for idea in store.read(lambda repository: repository.list_ideas())] == ids
    assert [change.entity for change in store.changes_since(1)] == ids
    # The write that was acknowledged is known, the one that was not can be sent again.
    assert store.perform("first", lambda repository: "again") is None
    assert store.perform("second", lambda repository: "now") == "now"


def test_the_last_process_killed_leaves_what_it_was_told_was_saved(store: Store, folder: Path) -> None:
    store.close()
    with running(stop_in_the_middle, folder) as (process, pipe):
        assert hear(pipe) == "in the middle"
        process.kill()
        process.join()
    with open_store(folder) as again:
        assert [idea.id for idea in again.read(lambda repository: repository.list_ideas())] == ["acknowledged"]


FORKING = """
import os, sys
from pathlib import Path
from tests.store.values import an_idea
from workshop_kit.store import open_store

children = []
for index in range(3):
    child = os.fork()
    if child == 0:
        with open_store(Path(sys.argv[1])) as store:
            store.perform(None, lambda repository: repository.add_idea(an_idea(f"fork-{index}", author=None)))
        os._exit(0)
    children.append(child)
sys.exit(any(os.waitpid(child, 0)[1] for child in children))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no os.fork")
def test_processes_forked_after_the_imports_open_stores_of_their_own(store: Store, folder: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", FORKING, str(folder)], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert {idea.id for idea in store.read(lambda repository: repository.list_ideas())} == {
        "fork-0",
        "fork-1",
        "fork-2",
    }
