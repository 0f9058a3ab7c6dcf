"""Nothing of a visit is held once it is over."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import Any, cast

from jupyter_client.session import Session

from workshop_kit.serving.jupyter import PageConnection
from workshop_kit.serving.tidying import Tidying, give_memory_back


def test_memory_is_given_back_each_time_the_last_visitor_has_left() -> None:
    tidied: list[None] = []
    tidying = Tidying(lambda: tidied.append(None))
    for visits, times in ((0, 0), (3, 0), (1, 0), (0, 1), (0, 1), (2, 1), (0, 2)):
        tidying.notice(visits)
        assert len(tidied) == times


def test_what_refers_to_itself_is_freed_when_memory_is_given_back() -> None:
    class Visit:
        itself: Any = None

    visit = Visit()
    visit.itself = visit
    gone = weakref.ref(visit)
    gc.disable()  # or it could be freed by chance
    try:
        del visit
        assert gone() is not None
        give_memory_back()
        assert gone() is None
    finally:
        gc.enable()


class _Channel:
    def on_recv(self, hear: Any) -> None:
        self.hear = hear


class _Connection:
    """As much of a connection as awaits a greeting."""

    def __init__(self) -> None:
        self.session = Session(key=b"key", username="")


def test_a_connection_that_was_greeted_is_not_held_by_its_timer() -> None:
    async def greet() -> None:
        channel, connection = _Channel(), _Connection()
        PageConnection._await_greeting(cast(PageConnection, connection), channel)
        greeting = connection.session.msg("iopub_welcome", {})
        channel.hear([b"topic", *connection.session.serialize(greeting)])
        gone = weakref.ref(connection)
        await asyncio.sleep(0)
        del channel, connection, greeting
        gc.collect()
        assert gone() is None

    asyncio.run(greet())
