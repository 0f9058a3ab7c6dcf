"""Adapters to Jupyter's server: a kernel provisioner, kernel managers, their specifications, a page's connection.

What Jupyter, Voilà and IPython do inside is overridden or called here, and in a few classes that would import in a
circle if they stood here (``websocket``, ``server``) or that belong to a page's process, which loads none of the server
(``comms``, ``kernel``, and ``running.shell``). ``UPSTREAM`` lists every such name with what we count on; a test asks
the installed versions for each, and looks for overrides that the list does not have. Tornado's request handlers are
public, and not listed.
"""

from __future__ import annotations

import asyncio
import itertools
import signal
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, Final, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase
from jupyter_client.session import utcnow
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager

from workshop_kit.environment import PORTABLE_VARIABLE, is_on
from workshop_kit.errors import CannotServe
from workshop_kit.serving.close_codes import KERNEL_GONE
from workshop_kit.serving.kernel import KERNEL_INFO
from workshop_kit.serving.pages import PATIENCE, KernelProcess, KernelSource, end_signals

#: The name of the provisioner in its entry point group.
PROVISIONER: Final = "page-provisioner"
#: What a browser may send: everything else is dropped by the server.
ALLOWED_MESSAGES: Final = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")

#: Messages, and bytes, kept for a page that lost its connection; beyond, it comes back to a fresh kernel.
KEPT_MESSAGES: Final = 500
KEPT_BYTES: Final = 2_000_000
#: Seconds in which a kernel greets a new subscriber.
GREETING: Final = 30.0

_SERVER: Final = "jupyter_server.services.kernels"
_CONNECTION: Final = f"{_SERVER}.connection.channels:ZMQChannelsWebsocketConnection"
_MAPPING: Final = f"{_SERVER}.kernelmanager:MappingKernelManager"
_PROVISIONER: Final = "jupyter_client.provisioning.provisioner_base:KernelProvisionerBase"
_SESSION: Final = "jupyter_client.session:Session"
_WEBSOCKET: Final = f"{_SERVER}.websocket:KernelWebsocketHandler"
_EXPORTER: Final = "voila.exporter:VoilaExporter"

#: What we override, call or read of others' insides, ``module:Class.name``, and the parameters we count on, in order;
#: ``None`` for what is no function: a property, a trait, an attribute.
UPSTREAM: Final[dict[str, str | None]] = {
    # overridden by PageProvisioner
    f"{_PROVISIONER}.has_process": None,
    **{f"{_PROVISIONER}.{name}": "self" for name in ("poll", "wait")},
    f"{_PROVISIONER}.send_signal": "self signum",
    **{f"{_PROVISIONER}.{name}": "self restart" for name in ("terminate", "kill", "cleanup")},
    f"{_PROVISIONER}.pre_launch": "self kwargs",
    f"{_PROVISIONER}.launch_kernel": "self cmd kwargs",
    # replaced by register_provisioner
    "jupyter_client.provisioning.factory:KernelProvisionerFactory.GROUP_NAME": None,
    # overridden by PageKernelManager, which calls the last two
    f"{_SERVER}.kernelmanager:ServerKernelManager.emit": "self schema_id data",
    "jupyter_client.manager:KernelManager._async_launch_kernel": "self kernel_cmd kw",
    "jupyter_client.manager:KernelManager._async_post_start_kernel": "self kw",
    "jupyter_client.manager:KernelManager._async_shutdown_kernel": "self now restart",
    "jupyter_client.connect:ConnectionFileMixin.cleanup_ipc_files": "self",
    "jupyter_client.manager:KernelManager._async_kill_kernel": "self restart",
    "jupyter_client.manager:KernelManager._async_cleanup_resources": "self restart",
    # overridden by PageKernels, which reads the last three
    f"{_MAPPING}.start_watching_activity": "self kernel_id",
    f"{_MAPPING}.stop_watching_activity": "self kernel_id",
    f"{_MAPPING}.start_buffering": "self kernel_id session_key channels",
    f"{_MAPPING}._kernel_buffers": None,
    f"{_MAPPING}._kernel_connections": None,
    "jupyter_client.multikernelmanager:MultiKernelManager._kernels": None,
    # overridden by PageSpecs
    "jupyter_client.kernelspec:KernelSpecManager.get_kernel_spec": "self kernel_name",
    "jupyter_client.kernelspec:KernelSpecManager.find_kernel_specs": "self",
    # overridden by PageConnection, which calls the last three
    **{f"{_CONNECTION}.{name}": "self" for name in ("prepare", "create_stream", "nudge")},
    f"{_CONNECTION}._register_session": "self",
    f"{_CONNECTION}._finish_kernel_info": "self info",
    f"{_CONNECTION}.handle_outgoing_message": "self stream outgoing_msg",
    # overridden by websocket.PageWebsocket
    f"{_WEBSOCKET}.set_default_headers": "self",
    f"{_WEBSOCKET}.pre_get": "self",
    f"{_WEBSOCKET}.open": "self kernel_id",
    f"{_WEBSOCKET}.on_message": "self ws_message",
    f"{_WEBSOCKET}.on_close": "self",
    "jupyter_server.base.websocket:WebSocketMixin.prepare": "self args kwargs",
    "jupyter_server.base.websocket:WebSocketMixin.on_pong": "self data",
    "jupyter_server.base.websocket:WebSocketMixin.check_origin": "self origin",
    "jupyter_server.base.handlers:JupyterHandler.write_error": "self status_code kwargs",
    "voila.tornado.kernel_websocket_handler:VoilaKernelWebsocketHandler.write_message": "self message binary",
    "jupyter_server.base.websocket:WebSocketMixin.ping_interval": None,
    "jupyter_server.base.websocket:WebSocketMixin.ping_timeout": None,
    "jupyter_server.base.handlers:AuthenticatedHandler.get_current_user": "self",
    "tornado.web:RequestHandler.current_user": None,
    # overridden by frames.PageProtocol, which calls the last one
    **{f"tornado.websocket:WebSocketProtocol13.{name}": "self" for name in ("_receive_frame", "_abort")},
    "tornado.websocket:WebSocketProtocol13._write_frame": "self fin opcode data flags",
    # overridden by connections.GuardedServer
    "tornado.httpserver:HTTPServer.handle_stream": "self stream address",
    "tornado.httpserver:HTTPServer.start_request": "self server_conn request_conn",
    "tornado.httpserver:HTTPServer.on_close": "self server_conn",
    # overridden by server.RoomServer, which calls the last one
    "traitlets.config.application:Application.load_config_file": "self filename path",
    "voila.app:Voila.setup_template_dirs": "self",
    "voila.app:Voila.initialize": "self argv",
    "voila.app:Voila.start": "self",
    "voila.app:Voila.init_settings": "self",
    # called by rendering
    f"{_EXPORTER}.generate_from_notebook_node": "self nb resources extra_context kw",
    "voila.paths:collect_template_paths": "app_names template_name prune",
    # overridden by the classes of cells, which call the last two
    "IPython.core.displayhook:DisplayHook.__call__": "self result",
    "IPython.core.displaypub:DisplayPublisher.publish": "self data metadata",
    "IPython.core.displaypub:DisplayPublisher.clear_output": "self wait",
    "IPython.core.interactiveshell:InteractiveShell.displayhook_class": None,
    "IPython.core.interactiveshell:InteractiveShell.display_pub_class": None,
    "IPython.core.interactiveshell:InteractiveShell.enable_gui": "self gui",
    "IPython.core.interactiveshell:InteractiveShell.run_cell": "self raw_cell store_history",
    "IPython.core.displayhook:DisplayHook.semicolon_at_end_of_expression": "expression",
    # overridden by comms.PageComm; the two functions are replaced by comms.install
    "comm.base_comm:BaseComm.publish_msg": "self msg_type data metadata buffers keys",
    "comm:create_comm": "args kwargs",
    "comm:get_comm_manager": "",
    # called by the kernel of a visit, which renames the session and empties its memory of messages
    "comm.base_comm:CommManager.comm_open": "self stream ident msg",
    "comm.base_comm:CommManager.comm_msg": "self stream ident msg",
    "comm.base_comm:CommManager.comm_close": "self stream ident msg",
    f"{_SESSION}.digest_history": None,
    f"{_SESSION}.key": None,
    f"{_SESSION}.session": None,
    f"{_SESSION}.msg": "self msg_type content",
    f"{_SESSION}.serialize": "self msg ident",
    f"{_SESSION}.deserialize": "self msg_list",
    f"{_SESSION}.feed_identities": "self msg_list",
    "atexit:_run_exitfuncs": "",
}

_numbers = itertools.count(1)


def register_provisioner() -> None:
    """Make the provisioner known to this process; no other program of Jupyter's has to know it."""
    factory = KernelProvisionerFactory.instance()
    entry = EntryPoint(PROVISIONER, f"{__name__}:PageProvisioner", KernelProvisionerFactory.GROUP_NAME)
    factory.provisioners[PROVISIONER] = entry


class PageProvisioner(KernelProvisionerBase):
    """Gives a kernel manager a kernel made of a finished page.

    The kernel says itself where it listens: an ``ipc`` path of its own, or TCP ports that it picked, so no two
    kernels can race for one.
    """

    def __init__(self, *, page: str, **named: Any) -> None:
        super().__init__(**named)
        self.parent: Any  # the kernel manager
        self._page = page
        self._process: KernelProcess | None = None

    @property
    def has_process(self) -> bool:
        """Whether a kernel was started and not yet cleaned up."""
        return self._process is not None

    async def poll(self) -> int | None:
        """Return ``None`` while the kernel lives, otherwise its exit status."""
        if self._process is None:
            return 0
        return self._process.ended.result() if self._process.ended.done() else None

    async def wait(self) -> int | None:
        """Wait for the kernel's end and return its status."""
        if self._process is None:
            return 0
        status = await asyncio.shield(self._process.ended)
        self._process = None
        return status

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel; an interrupt is kept back, since a kernel of ours runs nobody's code."""
        if self._process is not None and signum != signal.SIGINT and not self._process.ended.done():
            self._process.send_signal(signum)

    async def terminate(self, restart: bool = False) -> None:
        """Ask the kernel to end."""
        await self.send_signal(end_signals()[0])

    async def kill(self, restart: bool = False) -> None:
        """Ask the kernel to end, and end it if it has not within a second."""
        if self._process is None:
            return
        process = self._process
        for number in end_signals():
            if process.ended.done():
                return
            process.send_signal(number)
            await asyncio.wait([process.ended], timeout=1.0)

    async def pre_launch(self, **named: Any) -> dict[str, Any]:
        """Take the visit's environment as it is: there is no command to launch."""
        return {**named, "cmd": []}

    async def launch_kernel(self, cmd: list[str], **named: Any) -> KernelConnectionInfo:
        """Begin the visit, wait until its kernel listens, and return where.

        A page's process that is gone before the visit began is made anew, once: whoever comes just after its end
        waits for a moment instead of being told to come again.
        """
        manager = self.parent
        application = manager.parent.parent
        source: KernelSource = application.sources[self._page]
        connection = {"transport": manager.transport, "ip": manager.ip, "key": manager.session.key.decode()}
        process = await self._begin(source, connection, named["env"])
        try:
            ports = await self._await_ports(process)
        except CannotServe:
            if not process.orphaned:
                raise
            process = await self._begin(source, connection, named["env"])
            ports = await self._await_ports(process)
        process.ended.add_done_callback(lambda _: manager.parent.kernel_ended(self.kernel_id))
        self.connection_info = cast("KernelConnectionInfo", {**connection, **ports, "key": manager.session.key})
        return self.connection_info

    async def _begin(
        self, source: KernelSource, connection: dict[str, str], environment: dict[str, str]
    ) -> KernelProcess:
        process = await source.start(connection, environment)
        self._process = process
        process.on_kept = lambda kept: self.parent.parent.kernel_kept(self.kernel_id, kept)
        return process

    async def _await_ports(self, process: KernelProcess) -> dict[str, int]:
        try:
            return await asyncio.wait_for(asyncio.shield(process.ports), PATIENCE)
        except TimeoutError:
            await self.kill()
            raise CannotServe("kernel-too-slow", page=self._page) from None

    async def cleanup(self, restart: bool = False) -> None:
        """Nothing of ours is left: the manager removes the socket files."""


class PageKernelManager(ServerKernelManager):
    """Manages a kernel that has no control channel, no connection file and no second life.

    A kernel that died is not started again behind the page's back: the page learns it and comes again, which makes
    a fresh one in the same process.
    """

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.autorestart = False
        folder = Path(self.connection_file).parent
        if sys.platform == "win32" or is_on(PORTABLE_VARIABLE):
            self.transport = "tcp"
        else:  # a short path: the system allows about 100 characters
            self.transport, self.ip = "ipc", str(folder / str(next(_numbers)))
        self.shutting_down = False

    def emit(self, schema_id: Any, data: Any) -> None:
        """Tell nobody: each kernel would read Jupyter's event schemas anew, and leave a logger behind for ever."""

    async def _async_launch_kernel(self, kernel_cmd: list[str], **named: Any) -> None:
        assert self.provisioner is not None
        info = await self.provisioner.launch_kernel(kernel_cmd, **named)
        self.shell_port, self.iopub_port = info["shell_port"], info["iopub_port"]

    async def _async_post_start_kernel(self, **_named: Any) -> None:
        """Connect nothing ahead."""

    async def _async_shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self.shutting_down = True
        await self._async_kill_kernel()
        await self._async_cleanup_resources()

    def cleanup_ipc_files(self) -> None:
        """Remove this kernel's own socket files."""
        if self.transport == "ipc":
            for port in (1, 2):
                Path(f"{self.ip}-{port}").unlink(missing_ok=True)


class BoundedBuffer(list[tuple[str, list[bytes]]]):
    """Messages kept for an absent page; ``overflow`` is called once there are too many to be worth keeping."""

    def __init__(self, overflow: Callable[[], None]) -> None:
        super().__init__()
        self._overflow = overflow
        self._bytes = 0

    def append(self, message: tuple[str, list[bytes]]) -> None:
        """Keep a message."""
        super().append(message)
        self._bytes += sum(map(len, message[1]))
        if len(self) > KEPT_MESSAGES or self._bytes > KEPT_BYTES:
            self._overflow()


class PageKernels(AsyncMappingKernelManager):
    """The kernels of all visitors; activity is what their websockets do, so nothing listens twice."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)  # type: ignore[no-untyped-call]
        self.kernel_manager_class = f"{__name__}.PageKernelManager"
        self.allowed_message_types = list(ALLOWED_MESSAGES)
        self.buffer_offline_messages = True
        self.on_kernel_ended: Callable[[str], None] = lambda _: None
        self.on_overflow: Callable[[str], None] = lambda _: None
        self.on_kernel_kept: Callable[[str, bool], None] = lambda _kernel, _kept: None

    def start_watching_activity(self, kernel_id: str) -> None:
        """Note the start; websockets note the rest."""
        kernel = self._kernels[kernel_id]
        kernel.execution_state, kernel.reason = "idle", ""
        kernel.last_activity = utcnow()

    def stop_watching_activity(self, kernel_id: str) -> None:
        """Nothing was watched."""

    def start_buffering(self, kernel_id: str, session_key: str, channels: Any) -> None:
        """Keep what the kernel says for a page that lost its connection, within bounds."""
        super().start_buffering(kernel_id, session_key, channels)  # type: ignore[no-untyped-call]
        self._kernel_buffers[kernel_id]["buffer"] = BoundedBuffer(lambda: self.on_overflow(kernel_id))

    def connections(self, kernel_id: str) -> int:
        """Return how many websockets are open to a kernel."""
        return int(self._kernel_connections.get(kernel_id, 0))

    def kernel_kept(self, kernel_id: str, kept: bool) -> None:
        """Take a kernel's word that its visit matters to somebody, or no longer."""
        self.on_kernel_kept(kernel_id, kept)

    def kernel_ended(self, kernel_id: str) -> None:
        """Take note that a kernel's process is gone, asked to or not."""
        self.on_kernel_ended(kernel_id)


class PageConnection(ZMQChannelsWebsocketConnection):
    """Two channels instead of four, and a greeting instead of a nudge."""

    _greeted: asyncio.Future[None]

    async def prepare(self) -> None:
        """Join the kernel, which has said itself that it listens.

        Jupyter's own way asks it, and keeps a timer for a minute that holds on to every connection of that minute.
        """
        await self._register_session()  # type: ignore[no-untyped-call]
        self.session.key = self.kernel_manager.session.key
        self._finish_kernel_info(KERNEL_INFO)  # type: ignore[no-untyped-call]

    def create_stream(self) -> None:
        """Connect to the two channels our kernels have."""
        identity = self.session.bsession
        for channel in ("iopub", "shell"):
            stream = getattr(self.kernel_manager, f"connect_{channel}")(identity=identity)
            stream.channel = channel
            self.channels[channel] = stream
        self._await_greeting(self.channels["iopub"])

    def nudge(self) -> asyncio.Future[None]:
        """Return a future done once everything the kernel says is heard; at once if the channels were kept open."""
        if not hasattr(self, "_greeted"):
            self._greeted = asyncio.get_running_loop().create_future()
            self._greeted.set_result(None)
        return self._greeted

    def _await_greeting(self, iopub: Any) -> None:
        loop = asyncio.get_running_loop()
        self._greeted = greeted = loop.create_future()

        def hear(frames: list[bytes]) -> None:
            _, message = self.session.feed_identities(frames)
            if self.session.unpack(message[1])["msg_type"] != "iopub_welcome":
                self.handle_outgoing_message(iopub, frames)
            elif not greeted.done():
                greeted.set_result(None)

        def give_up() -> None:
            if not greeted.done():
                greeted.set_result(None)
                self.websocket_handler.close(KERNEL_GONE)

        iopub.on_recv(hear)
        waiting = loop.call_later(GREETING, give_up)
        greeted.add_done_callback(lambda _: waiting.cancel())  # or it would hold on to a page long gone


class PageSpecs(KernelSpecManager):
    """The kernel specifications: one a page, and none of those installed on this machine."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.parent: Any  # the server
        self.ensure_native_kernel = False

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the specification of the page called ``kernel_name``."""
        if kernel_name not in self.parent.sources:
            raise NoSuchKernel(kernel_name)
        provisioner = {"provisioner_name": PROVISIONER, "config": {"page": kernel_name}}
        return KernelSpec(
            display_name=kernel_name, language="python", argv=[], metadata={"kernel_provisioner": provisioner}
        )

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the pages."""
        return dict.fromkeys(self.parent.sources, "")
