"""A page's process that ended is made anew by whoever comes next, once for all who come meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from workshop_kit.errors import CannotServe
from workshop_kit.serving import sources
from workshop_kit.serving.pages import FinishedPage, PageRequest
from workshop_kit.serving.sources import ForkSource

#: The process of a page that ended by itself, told by the system.
KILLED = -9


class QuickPage:
    """A page's process that is made once a test lets it, or fails; each visit is told which of them it is of."""

    made: list[QuickPage]
    gate: asyncio.Event
    error: CannotServe | None
    page = FinishedPage([], ())

    def __init__(self) -> None:
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.closed = False

    @classmethod
    async def start(cls, *_: object, **__: object) -> QuickPage:
        made = cls()
        cls.made.append(made)
        try:
            await cls.gate.wait()
        except asyncio.CancelledError:
            made.closed = True
            raise
        if cls.error is not None:
            raise cls.error
        return made

    def begin(self, *_: object) -> QuickPage:
        return self

    async def close(self) -> None:
        self.closed = True


async def open_and_kill() -> ForkSource:
    """Return where visits come from, whose page has just ended and is made anew once the gate opens."""
    QuickPage.made, QuickPage.gate, QuickPage.error = [], asyncio.Event(), None
    QuickPage.gate.set()
    source = ForkSource(PageRequest(Path("page.ipynb"), {}, Path()), 40)
    await source.open()
    QuickPage.made[0].ended.set_result(KILLED)
    QuickPage.gate.clear()
    return source


async def come(source: ForkSource, number: int) -> list[asyncio.Task[Any]]:
    """Have so many visitors come at once, as far as they get."""
    visits = [asyncio.ensure_future(source.start({}, {})) for _ in range(number)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return cast("list[asyncio.Task[Any]]", visits)


@pytest.fixture(autouse=True)
def _quick_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "PageProcess", QuickPage)


def test_a_room_that_comes_back_together_has_its_page_made_once() -> None:
    async def act() -> None:
        source = await open_and_kill()
        visits = await come(source, 100)
        QuickPage.gate.set()
        assert set(await asyncio.gather(*visits)) == {QuickPage.made[1]}
        assert len(QuickPage.made) == 2
        (one,) = await come(source, 1)
        assert await one is QuickPage.made[1]

    asyncio.run(act())


def test_a_page_that_cannot_be_made_is_told_to_all_who_waited_and_tried_again_for_the_next() -> None:
    async def act() -> None:
        source = await open_and_kill()
        QuickPage.error = CannotServe("kernel-ended", status=KILLED)
        visits = await come(source, 3)
        QuickPage.gate.set()
        assert await asyncio.gather(*visits, return_exceptions=True) == [QuickPage.error] * 3
        assert len(QuickPage.made) == 2
        QuickPage.error = None
        assert await source.start({}, {}) is QuickPage.made[2]  # type: ignore[comparison-overlap]

    asyncio.run(act())


def test_who_goes_away_while_a_page_is_made_takes_it_from_nobody() -> None:
    async def act() -> None:
        source = await open_and_kill()
        first, second = await come(source, 2)
        first.cancel()
        await asyncio.wait([first])
        QuickPage.gate.set()
        assert await second is QuickPage.made[1]

    asyncio.run(act())


def test_a_page_that_is_being_made_ends_with_the_room() -> None:
    async def act() -> None:
        source = await open_and_kill()
        (waiting,) = await come(source, 1)
        await source.close()
        assert [one.closed for one in QuickPage.made] == [True, True]
        await asyncio.wait([waiting])
        assert waiting.cancelled()

    asyncio.run(act())
