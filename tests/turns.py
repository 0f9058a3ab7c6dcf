"""Which file of tests a process takes next, where several processes share them.

Some files mostly wait, for pages, servers and processes; the others compute. Were those that wait taken all at once,
processors would stand idle. So every other process takes those that wait, and the rest those that compute, until
one sort is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController

#: The folders whose tests mostly wait; those of the longest files come first: none of these is left for the end.
WAITING: Final = ("browser", "serving", "cli", "hosting", "load")


def choose_file(files: Iterable[str], process: int) -> str:
    """Return which of ``files`` a process takes: of the sort it is there for, while there is one."""
    waiting: list[str] = []
    computing: list[str] = []
    for file in files:
        (waiting if _folder_of(file) in WAITING else computing).append(file)
    waiting.sort(key=lambda file: WAITING.index(_folder_of(file)))
    own, other = (waiting, computing) if process % 2 == 0 else (computing, waiting)
    return (own or other)[0]


def _folder_of(file: str) -> str:
    return file.removeprefix("tests/").split("/", 1)[0]


class Turns(LoadFileScheduling):
    """Files of tests that are shared by ``choose_file``; each is run by one process, in its order."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        file = choose_file(self.workqueue, int(node.gateway.id.removeprefix("gw")))
        self.workqueue.move_to_end(file, last=False)
        super()._assign_work_unit(node)
