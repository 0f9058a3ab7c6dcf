"""The command line as a whole: its group of commands, its language, its exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from workshop_kit import __version__
from workshop_kit.cli.conclude import assign, report, seat
from workshop_kit.cli.doctor import doctor
from workshop_kit.cli.draw import draw
from workshop_kit.cli.home import open_home, shortcut
from workshop_kit.cli.language import SAY, spoken
from workshop_kit.cli.look_after import check, restore
from workshop_kit.cli.notebooks import lab, trust
from workshop_kit.cli.precision import precision
from workshop_kit.cli.prepare import categories, export, import_, new
from workshop_kit.cli.printing import print_
from workshop_kit.cli.results import results
from workshop_kit.cli.run import PORT, demo, serve
from workshop_kit.cli.telling import echo
from workshop_kit.errors import WorkshopError
from workshop_kit.hosting.home import HOME_PORT
from workshop_kit.hosting.rooms import PORT as ROOM_PORT


class Commands(click.Group):
    """The commands; what the kit refuses is said in the language of the workshop, or the one that was named."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except WorkshopError as error:
            raise click.ClickException(spoken(context).sentence(error)) from error


@click.group(
    cls=Commands,
    help=SAY("cli.help"),
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(__version__, prog_name="workshop-kit")
@click.option("--port", type=PORT, default=HOME_PORT, show_default=True, help=SAY("cli.home.port"))
@click.option("--room-port", type=PORT, default=ROOM_PORT, show_default=True, help=SAY("cli.home.room-port"))
@click.option("--no-browser", is_flag=True, help=SAY("cli.serve.no-browser"))
@click.pass_context
def workshop_kit(context: click.Context, port: int, room_port: int, no_browser: bool) -> None:
    """Hold the commands; without one, open the home page."""
    if context.invoked_subcommand is None:
        open_home(port, room_port, browser=not no_browser)


for _command in (
    demo,
    new,
    serve,
    import_,
    results,
    categories,
    export,
    precision,
    assign,
    seat,
    draw,
    report,
    print_,
    lab,
    trust,
    check,
    restore,
    shortcut,
    doctor,
):
    workshop_kit.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 the request cannot be met, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may speak cp1252
    try:
        workshop_kit.main(args=arguments, prog_name="workshop-kit", standalone_mode=False)
    except click.exceptions.Exit as ending:
        sys.exit(ending.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(1)
    except click.ClickException as error:
        _refuse(error.format_message())
    except BrokenPipeError:  # the reader of our output left, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        _refuse(SAY("cli.system-error", reason=error.strerror or error, file=error.filename or "—"))


def _refuse(sentence: str) -> None:
    echo(sentence, err=True)
    sys.exit(1)
