"""Run a workshop: serve its pages, show the sample, adapt the notebooks."""

from __future__ import annotations

import contextlib
import shutil
import signal
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click
import segno

from workshop_kit.cli.language import SAY, speak_as_named
from workshop_kit.cli.notebooks import tell_strangers
from workshop_kit.cli.prepare import folder_argument, opened_workshop
from workshop_kit.cli.telling import echo
from workshop_kit.domain.course import MOMENTS, Moment, Role
from workshop_kit.hosting.addresses import describe_addresses
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.hosting.ways import Reach, read_given
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.serving.config import KernelMode

PORT = click.IntRange(1, 65535)
_KERNELS = click.Choice([mode.value for mode in KernelMode])
_ADDRESS = click.option("--address", default="", metavar="HOST", help=SAY("cli.serve.address"))
_RELOAD = click.option("--reload", is_flag=True, help=SAY("cli.serve.reload"))


@click.command(help=SAY("cli.serve.help"))
@folder_argument
@click.option("--port", type=PORT, default=8866, show_default=True, help=SAY("cli.serve.port"))
@click.option("--host", default="0.0.0.0", show_default=True, help=SAY("cli.serve.host"))  # noqa: S104 — the room
@_ADDRESS
@click.option("--facilitator-port", type=PORT, default=8867, show_default=True, help=SAY("cli.serve.facilitator-port"))
@click.option("--seats", type=click.IntRange(1, 1000), default=200, show_default=True, help=SAY("cli.serve.seats"))
@click.option("--kernels", type=_KERNELS, default="auto", show_default=True, help=SAY("cli.serve.kernels"))
@click.option("--no-browser", is_flag=True, help=SAY("cli.serve.no-browser"))
@_RELOAD
def serve(
    folder: Path,
    port: int,
    host: str,
    address: str,
    facilitator_port: int,
    seats: int,
    kernels: str,
    no_browser: bool,
    reload: bool,
) -> None:
    """Serve a workshop to the room."""
    shown = read_given(address, host)
    if reload:
        listening = ["--host", host, "--port", str(port), "--facilitator-port", str(facilitator_port)]
        listening += ["--address", shown] if shown else []
        _serve_again(folder, [*listening, "--seats", str(seats), "--kernels", kernels], SAY, browser=not no_browser)
        return
    with opened_workshop(folder) as (store, say):
        workshop = store.read(lambda repository: repository.find_workshop())
    tell_strangers(folder, say)
    options = ServeOptions(
        folder=folder,
        host=host,
        port=port,
        facilitator_port=facilitator_port,
        seats=seats,
        kernels=KernelMode(kernels),
        language=workshop.language,
        title=workshop.title,
        shown=shown,
    )
    _serve(options, say, browser=not no_browser)


#: Where the sample may stand beside the moments: at the second vote of its first challenge, and at what that gave.
_SECOND_VOTE: Final = {"second-vote": Moment.VOTE, "second-results": Moment.RESULTS}


@click.command(help=SAY("cli.demo.help"))
@click.option("--port", type=PORT, default=8866, show_default=True, help=SAY("cli.serve.port"))
@_ADDRESS
@click.option("--no-browser", is_flag=True, help=SAY("cli.serve.no-browser"))
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="fr", show_default=True,
              callback=speak_as_named, help=SAY("cli.option.lang"))  # fmt: skip
@click.option("--phase", type=click.Choice([*(one.value for one in MOMENTS), *_SECOND_VOTE]),
              default=Moment.SCORING.value, show_default=True, help=SAY("cli.demo.phase"))  # fmt: skip
@_RELOAD
def demo(port: int, address: str, no_browser: bool, language: str, phase: str, reload: bool) -> None:
    """Serve the sample commune, mid-workshop."""
    from workshop_kit.hosting.samples import SAMPLE_TITLE, make_sample
    from workshop_kit.report import make_report

    say = Translator(language)
    host = "0.0.0.0"  # noqa: S104 — phones of the room join the demo as well
    shown = read_given(address, host)
    folder = Path(tempfile.mkdtemp(prefix="workshop-kit-"))
    echo(say("cli.demo.preparing", folder=folder))
    make_sample(folder, language, _SECOND_VOTE.get(phase) or Moment(phase), second_vote=phase in _SECOND_VOTE)
    facilitator_port = min(port + 1, 65535)
    if reload:
        listening = ["--port", str(port), "--facilitator-port", str(facilitator_port)]
        listening += ["--address", shown] if shown else []
        _serve_again(folder, listening, say, browser=not no_browser)
        return
    synthesis = folder / f"{say('cli.report.name')}.pdf"
    make_report(folder, synthesis, format="pdf", language=language)
    echo(say("cli.demo.synthesis", file=synthesis))
    options = ServeOptions(
        folder=folder,
        host=host,
        port=port,
        facilitator_port=facilitator_port,
        seats=200,
        kernels=KernelMode.AUTO,
        language=language,
        title=SAMPLE_TITLE,
        shown=shown,
    )
    _serve(options, say, browser=not no_browser)


def _serve_again(folder: Path, arguments: list[str], say: Translator, *, browser: bool) -> None:
    """Serve in a child, anew after each change of a source."""
    from workshop_kit.cli.reload import serve_again_on_change

    serve_again_on_change(folder, [*arguments, *([] if browser else ["--no-browser"])], say, await_end())


def await_end() -> threading.Event:
    """Return what a signal to end sets; who started it so that it outlives their terminal (``nohup``) has it so."""
    ended = threading.Event()
    numbers = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, lambda *_: ended.set())
    return ended


def tell(sentence: str) -> None:
    """Say something in the terminal: one that is gone, or a log on a full disk, ends no workshop."""
    with contextlib.suppress(OSError):
        echo(sentence)


def _serve(options: ServeOptions, say: Translator, *, browser: bool) -> None:
    ended = await_end()
    tell(say("cli.serve.starting"))
    way = _WayIn(say)

    def leave_if_asked() -> None:
        if ended.is_set():  # a slow start is not waited for by who wants none any more
            tell(say("cli.serve.ending"))
            raise click.Abort

    with Servers(
        options,
        on_progress=tell,
        on_report=way.hear,
        on_showing=lambda _: way.tell_anew(servers),
        while_starting=leave_if_asked,
    ) as servers:
        way.tell(servers)
        tell(describe_addresses(servers.addresses, say))
        tell(say("cli.serve.how-to-end"))
        if browser:
            webbrowser.open(servers.addresses.facilitator)
        servers.watch(ended)
        tell(say("cli.serve.ending"))


class _WayIn:
    """What the terminal says of the way in: its code, and whom it does not reach."""

    def __init__(self, say: Translator) -> None:
        self._say = say
        self._told = ("", Reach.NOBODY)
        self._came = False

    def hear(self, role: Role, report: Mapping[str, Any]) -> None:
        """Say that the first phone came through: whoever waits for one knows by it that nothing blocks the others."""
        came = role is Role.PARTICIPANT and report.get("visit", {}).get("origin") == "network"
        if came and not self._came:
            self._came = True
            tell(self._say("cli.serve.came"))

    def tell(self, servers: Servers) -> None:
        """Draw the code; what to do if no phone comes is said with it."""
        self._draw(servers)
        if servers.showing.reach in (Reach.ROOM, Reach.FELL_BACK):
            tell(self._say("cli.serve.firewall-windows" if sys.platform == "win32" else "cli.serve.firewall"))

    def tell_anew(self, servers: Servers) -> None:
        """Draw another code once phones come in by another address, or say that nobody can."""
        if (servers.showing.host, servers.showing.reach) != self._told:
            self._draw(servers)
            if servers.showing.shown is not None:
                tell(self._say("cli.serve.moved", address=servers.addresses.participants))

    def _draw(self, servers: Servers) -> None:
        showing = servers.showing
        self._told = (showing.host, showing.reach)
        if showing.shown is None:
            tell(self._say("cli.serve.nobody"))
            return
        code = segno.make(servers.addresses.participants, error="m")
        with contextlib.suppress(OSError):
            code.terminal(compact=shutil.get_terminal_size().columns < 100)
        if showing.reach in (Reach.NOT_OURS, Reach.THIS_COMPUTER):
            tell(self._say(f"cli.serve.{showing.reach.value}", address=showing.host))
