"""Warm-up of a page's kernel: a whole visit by nobody, before copies of the page are made for those who come.

What a kernel does at a visit's start writes into thousands of places of its process: code that is called for the
first time, objects that are made once. Done beforehand it is shared by all copies. Over real sockets this saves each
of them a megabyte more than reading and writing messages alone.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any, Final

import zmq
from comm.base_comm import CommManager
from jupyter_client.session import Session

from workshop_kit.environment import PORTABLE_VARIABLE, is_on
from workshop_kit.serving.kernel import SOCKETS, Channel, Endpoint, Message, VisitKernel, take_session

#: Seconds after which a kernel that has not answered will not.
ANSWERED_WITHIN: Final = 10.0
#: The comm that a page opens to ask for its widgets.
_ASKING: Final = "rehearsal"


def rehearse_kernel(manager: CommManager) -> None:
    """Greet a kernel, ask it for every widget's state, and end it; neither thread, descriptor nor comm stays behind.

    Raises
    ------
    zmq.ZMQError
        Its sockets cannot be bound.
    TimeoutError
        It has not answered within ``ANSWERED_WITHIN`` seconds.

    """
    on_paths = sys.platform != "win32" and not is_on(PORTABLE_VARIABLE)
    key = secrets.token_hex()  # over TCP any account of this machine could speak to it otherwise
    owner = f"room-{os.getpid()}-"  # what is left of one that was killed is removed with the rooms'
    with TemporaryDirectory(prefix=owner, dir=SOCKETS if on_paths else None) as folder:
        endpoint = Endpoint("ipc", f"{folder}/k", key) if on_paths else Endpoint("tcp", "127.0.0.1", key)
        try:
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(_visit(VisitKernel(endpoint, manager), endpoint))
        finally:
            manager.comms.pop(_ASKING, None)


async def _visit(kernel: VisitKernel, endpoint: Endpoint) -> None:
    ports = kernel.open()
    welcomed, answered = asyncio.Event(), asyncio.Event()
    with zmq.Context() as context:
        shell, iopub = context.socket(zmq.DEALER), context.socket(zmq.SUB)
        shell.linger = iopub.linger = 0
        shell.connect(endpoint.address(ports["shell_port"]))
        iopub.connect(endpoint.address(ports["iopub_port"]))
        iopub.subscribe(b"")
        asks: Any = Channel(shell, lambda _frames: answered.set())
        hears = Channel(iopub, lambda _frames: welcomed.set())
        try:
            async with asyncio.timeout(ANSWERED_WITHIN):
                await welcomed.wait()
                session = take_session(endpoint.key.encode())
                for message in _list_questions(session):
                    asks.send_multipart(session.serialize(message))
                await answered.wait()
        finally:
            asks.close()
            hears.close()
            kernel.close()


def _list_questions(session: Session) -> Iterator[Message]:
    """Return what a page asks first; the last question alone is answered to whoever asked."""
    opening = session.msg("comm_open", {"comm_id": _ASKING, "target_name": "jupyter.widget.control", "data": {}})
    opening["metadata"]["version"] = "1.0.0"
    yield opening
    yield session.msg("comm_msg", {"comm_id": _ASKING, "data": {"method": "request_states"}})
    yield session.msg("kernel_info_request", {})
