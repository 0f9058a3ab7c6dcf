"""What other processes do to a workshop during the tests; started with ``spawn``, so they import this module."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.store.values import an_idea
from workshop_kit.store import Repository, open_store

SPAWN = multiprocessing.get_context("spawn")
PATIENCE = 60


def write_many(pipe: Connection, folder: Path, name: str, number: int) -> None:
    with open_store(folder) as store:
        pipe.send("ready")
        pipe.recv()
        for index in range(number):
            idea = an_idea(f"{name}-{index}", author=None, text=f"{name} {index}")
            store.perform(None, lambda repository, idea=idea: repository.add_idea(idea))  # type: ignore[misc]
    pipe.send("done")


def perform_the_same(pipe: Connection, folder: Path, name: str, intentions: int) -> None:
    with open_store(folder) as store:
        pipe.send("ready")
        pipe.recv()
        answers = []
        for index in range(intentions):

            def act(repository: Repository, entity: str = f"{name}-{index}") -> str:
                repository.add_idea(an_idea(entity, author=None))
                return entity

            answers.append(store.perform(f"intention {index}", act))
    pipe.send(answers)


def stop_in_the_middle(pipe: Connection, folder: Path) -> None:
    """Have one write acknowledged, then stay inside a second one until killed."""
    with open_store(folder) as store:
        store.perform("first", lambda repository: repository.add_idea(an_idea("acknowledged", author=None)))

        def act(repository: Repository) -> None:
            for index in range(500):
                repository.add_idea(an_idea(f"unfinished-{index}", author=None, text="x" * 2000))
            pipe.send("in the middle")
            pipe.recv()

        store.perform("second", act)


def keep_the_line(pipe: Connection, folder: Path) -> None:
    """Stand in the participants' line until killed."""
    with open_store(folder, yields=True) as store, store._database.taking_turns():
        pipe.send("in the line")
        pipe.recv()


@contextmanager
def running(target: Any, *arguments: Any) -> Iterator[tuple[BaseProcess, Connection]]:
    """Run ``target`` in another process, with a pipe to speak with it."""
    ends: tuple[Any, Any] = SPAWN.Pipe()  # Windows' pipes are of another class
    ours, theirs = ends
    process = SPAWN.Process(target=target, args=(theirs, *arguments))
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        ours.close()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def hear(pipe: Connection) -> Any:
    assert pipe.poll(PATIENCE), "the other process said nothing"
    return pipe.recv()
