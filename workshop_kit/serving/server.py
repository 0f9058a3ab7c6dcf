"""Application server of a room: Voilà with finished pages, its own few addresses, and an end for every kernel."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import os
import shutil
import signal
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from jupyter_server.services.contents.largefilemanager import LargeFileManager
from tornado.web import Application
from traitlets.config import Config
from voila.app import Voila

from workshop_kit.environment import PORTABLE_VARIABLE, is_on
from workshop_kit.errors import CannotServe
from workshop_kit.i18n import Translator
from workshop_kit.serving import handlers, lifeline
from workshop_kit.serving.assets import read_manifest
from workshop_kit.serving.close_codes import read_farewell
from workshop_kit.serving.config import KernelMode, ServerConfig
from workshop_kit.serving.connections import BODY_WITHIN, RESTS_FOR, GuardedServer
from workshop_kit.serving.jupyter import PageConnection, PageKernels, PageSpecs, register_provisioner
from workshop_kit.serving.kernel import SOCKETS
from workshop_kit.serving.pages import KernelSource, Launch, PageRequest, page_environment, start_page
from workshop_kit.serving.queueing import QueueHandler
from workshop_kit.serving.rendering import PLACEHOLDER, page_resources, render_page
from workshop_kit.serving.room import Room
from workshop_kit.serving.sources import AT_ONCE, choose_mode, open_source
from workshop_kit.serving.tidying import Tidying, keep_what_is_loaded
from workshop_kit.serving.visitors import read_secret
from workshop_kit.serving.websocket import PageWebsocket

_log = logging.getLogger(__name__)

#: The longest message a page may send, in bytes.
LONGEST_MESSAGE: Final = 1 << 20
#: Seconds between two looks at the queue and at kernels nobody needs.
LOOK_EVERY: Final = 1.0
#: Seconds for which those who wait may still ask, and are told that the room was closed.
LAST_WORDS: Final = 0.8
#: Seconds a port that is taken is waited for.
_LET_GO_WITHIN: Final = 3.0
#: Bytes of what whoever started a server says before its end, at most.
_LONGEST_WORD: Final = 64

_KERNEL: Final = r"(?P<kernel_id>[0-9a-f-]{36})"


class RoomServer(Voila):
    """Voilà, standalone, serving the finished pages of one configuration.

    Parameters
    ----------
    server_config
        What to serve.

    """

    def __init__(self, server_config: ServerConfig, **named: Any) -> None:
        super().__init__(**named)
        self.server_config = server_config
        self.sources: dict[str, KernelSource] = {}
        self.log_level = logging.WARNING
        self._is_ready = False
        self._said = b""
        self._launch: Launch = start_page
        self._pages_gone = contextlib.ExitStack()

    def load_config_file(self, *_names: Any, **_named: Any) -> None:
        """Read nobody's Voilà configuration: a room behaves the same on every machine."""

    def setup_template_dirs(self) -> None:
        """Nothing: pages are rendered by ``rendering``."""

    def initialize(self, argv: list[str] | None = None) -> None:
        """Prepare Voilà's part: the kernel manager with the message filter, and the cookie secret."""
        given = self.server_config
        self.update_config(
            Config(
                VoilaConfiguration={
                    "template": given.template,
                    "multi_kernel_manager_class": PageKernels,
                    "kernel_spec_manager_class": PageSpecs,
                    "allow_template_override": "NO",
                    "allow_theme_override": "NO",
                    "show_tracebacks": False,
                },
                ZMQChannelsWebsocketConnection={"limit_rate": False},
            )
        )
        super().initialize([])
        self.log.setLevel(self.log_level)  # else each visit's debug lines are put together, and shown by no handler
        self.cookie_secret = read_secret(given.runtime_folder)
        self.kernel_websocket_connection_class = PageConnection
        self.open_browser = False

    def start(self) -> None:
        """Serve until asked to end."""
        asyncio.run(self.serve())

    async def serve(self) -> None:
        """Listen, finish the pages, say so, and serve until asked to end; then end every kernel."""
        lifeline.raise_descriptor_limit()
        register_provisioner()
        ends = asyncio.Event()
        _when_asked_to_end(ends, self._note)
        self.connection_dir = make_socket_folder()
        try:
            serving = asyncio.ensure_future(self._serve(ends))
            ending = asyncio.ensure_future(ends.wait())
            await asyncio.wait([serving, ending], return_when=asyncio.FIRST_COMPLETED)
            if ending.done() and not self._is_ready:
                serving.cancel()
            ending.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await serving
        finally:
            await asyncio.gather(*(source.close() for source in self.sources.values()))
            self._pages_gone.close()
            shutil.rmtree(self.connection_dir, ignore_errors=True)

    async def _serve(self, ends: asyncio.Event) -> None:
        given = self.server_config
        settings = self.init_settings()
        room = Room(given, self.kernel_manager)
        room.report = _say
        listening = listen_at(given.host, given.port)
        port = listening.getsockname()[1]
        application = self._application(settings, room)
        server = GuardedServer(
            application,
            max_body_size=1 << 16,
            max_header_size=1 << 15,
            idle_connection_timeout=RESTS_FOR,
            body_timeout=BODY_WITHIN,
        )
        server.guard = room.connections
        server.add_socket(listening)  # whoever comes before the pages are finished is told that they are on their way
        _say({"listening": True, "port": port})
        await self._finish_pages(room)
        keep_what_is_loaded()
        tidying = Tidying()
        self._is_ready = room.is_ready = True
        _say({"ready": True, "port": port})
        while not ends.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ends.wait(), LOOK_EVERY)
            room.look()
            room.look_after_entrance()
            room.feel_pulses()
            tidying.notice(len(room.leases))
        room.close(read_farewell(self._said))
        if room.farewell is not None and room.is_asked:
            await asyncio.sleep(LAST_WORDS)
        server.stop()

    def _note(self, word: bytes) -> None:
        """Keep what whoever started this server says before its end."""
        self._said += word[:_LONGEST_WORD]

    async def _finish_pages(self, room: Room) -> None:
        """Finish a few pages at a time; the first that cannot be finished is raised, and the others are given up."""
        limit = asyncio.Semaphore(AT_ONCE)
        given = self.server_config
        if sys.platform == "linux" and len(given.pages) > 1 and choose_mode(given.kernels) is KernelMode.FORK:
            from workshop_kit.serving.nursery import Nursery

            nursery = Nursery(given.pages.values(), page_environment(given.environment))
            self._pages_gone.callback(nursery.close)
            self._launch = nursery.start_page

        async def finish(name: str, notebook: Path) -> None:
            async with limit:
                await self._finish_page(name, notebook, room)

        try:
            async with asyncio.TaskGroup() as group:
                for name, notebook in given.pages.items():
                    group.create_task(finish(name, notebook))
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None

    async def _finish_page(self, name: str, notebook: Path, room: Room) -> None:
        given = self.server_config
        request = PageRequest(notebook.resolve(), given.environment, Path(self.connection_dir) / "ipython")
        is_home = name == next(iter(given.pages))
        wanted = given.seats if given.ahead is None else given.ahead
        ahead = wanted if is_home else min(wanted, 1)
        source = await open_source(
            given.kernels,
            request,
            ahead,
            lambda ready: _say_progress(name, ready, ahead, given.language),
            self._launch,
        )
        self.sources[name] = source
        resources = page_resources(
            name,
            room=given.room,
            title=given.title,
            assets=read_manifest(given.assets_folder),
            extras=given.page_settings,
        )
        html = await render_page(
            notebook,
            source.page,
            template=given.template,
            template_paths=given.template_paths,
            contents_manager=LargeFileManager(root_dir=str(notebook.resolve().parent)),
            resources=resources,
        )
        room.pages[name] = tuple(html.encode().split(PLACEHOLDER.encode()))

    def _application(self, settings: dict[str, Any], room: Room) -> Application:
        settings.update(
            room=room,
            default_handler_class=handlers.NothingHandler,
            websocket_max_message_size=LONGEST_MESSAGE,
            websocket_compression_options={"compression_level": 6, "mem_level": 5},
            log_function=_log_errors_only,
            xsrf_cookies=False,
            autoreload=False,
        )
        pages = tuple(self.server_config.pages)
        routes: list[tuple[Any, ...]] = [
            (r"/", handlers.PageHandler, {"page": pages[0]}),
            *((f"/{name}", handlers.PageHandler, {"page": name}) for name in pages),
            (r"/assets/([0-9A-Za-z._-]+)", handlers.AssetHandler),
            (r"/api/alive", handlers.AliveHandler),
            (r"/api/queue", QueueHandler),
            (r"/api/visit/([0-9a-f-]{36})", handlers.VisitHandler),
            (rf"/api/kernels/{_KERNEL}/channels", PageWebsocket),
            (r"/favicon.ico", handlers.IconHandler),
        ]
        return Application(routes, **settings)


def serve(config: ServerConfig) -> None:
    """Serve a room until asked to end: by a signal, or by the end of standard input if that is a pipe."""
    server = RoomServer(config)
    server.initialize()
    server.start()


def listen_at(host: str, port: int) -> socket.socket:
    """Return the listening socket; raises ``CannotServe("port-taken")`` if it cannot be had within some seconds.

    The port was free when it was chosen: what took it since, a server that dies or another that looks for one, lets go.
    """
    deadline = time.monotonic() + _LET_GO_WITHIN
    while True:
        try:
            listening = socket.create_server((host, port), **choose_family(host), backlog=1024)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                raise CannotServe("port-taken", host=host, port=port, reason=error.strerror) from error
            time.sleep(0.1)
        else:
            listening.setblocking(False)
            return listening


def choose_family(host: str) -> dict[str, Any]:
    """Return how a socket listens at ``host``; ``::`` stands for every address, IPv4 too where the system can."""
    if ":" not in host:
        return {"family": socket.AF_INET}
    return {"family": socket.AF_INET6, "dualstack_ipv6": host == "::" and socket.has_dualstack_ipv6()}


def make_socket_folder(parent: Path | None = None) -> str:
    """Return a new folder for sockets, with a short path, and remove those that killed servers left behind."""
    if sys.platform == "win32" or is_on(PORTABLE_VARIABLE):
        return tempfile.mkdtemp(prefix="room-", dir=parent)
    parent = parent or SOCKETS
    for left in parent.glob("room-*-*"):
        owner = left.name.split("-")[1]
        try:
            os.kill(int(owner), 0)
        except ProcessLookupError:
            shutil.rmtree(left, ignore_errors=True)
        except (ValueError, OSError):  # not ours, or a server of somebody else's
            continue
    return tempfile.mkdtemp(prefix=f"room-{os.getpid()}-", dir=parent)


def _when_asked_to_end(ends: asyncio.Event, on_word: Callable[[bytes], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        if sys.platform == "win32" or is_on(PORTABLE_VARIABLE):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(ends.set))
        else:
            loop.add_signal_handler(number, ends.set)
    with contextlib.suppress(OSError, ValueError):
        if stat.S_ISFIFO(os.fstat(0).st_mode) or stat.S_ISSOCK(os.fstat(0).st_mode):
            lifeline.when_closed(0, ends.set, on_word)


def _say(report: Mapping[str, Any]) -> None:
    with contextlib.suppress(OSError):
        print(json.dumps(report), flush=True)


def _say_progress(page: str, ready: int, wanted: int, language: str) -> None:
    if wanted > 0:
        sentence = Translator(language)("serving.progress", ready=ready, wanted=wanted)
        _say({"progress": sentence, "kernels": {"page": page, "ready": ready, "wanted": wanted}})


def _log_errors_only(handler: Any) -> None:
    if handler.get_status() >= 500:
        _log.error("%s %s: %s", handler.request.method, handler.request.path[:100], handler.get_status())
