"""The home page, and the icon that opens it."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.run import await_end, tell
from workshop_kit.cli.telling import echo
from workshop_kit.environment import STORE_VARIABLE, is_on
from workshop_kit.errors import CannotServe
from workshop_kit.hosting.home import (
    HomeOptions,
    HomeServer,
    find_running_home,
    only_home,
    remove_home_file,
    write_home_file,
)
from workshop_kit.hosting.house import House
from workshop_kit.hosting.shortcuts import make_shortcuts, remove_shortcuts
from workshop_kit.places import state_folder


def open_home(port: int, room_port: int, *, browser: bool) -> None:
    """Open the home page: that of the program that runs already, else a new one that stays until it is ended.

    Raises
    ------
    CannotServe
        ``home-needs-folders`` where the environment names one database for every folder.

    """
    if is_on(STORE_VARIABLE):
        raise CannotServe("home-needs-folders", variable=STORE_VARIABLE)
    state = state_folder()
    with only_home(state) as first:
        if not first:
            address = find_running_home(state)
            echo(SAY("cli.home.running", address=address))
            if browser:
                webbrowser.open(address)
            return
        ended = await_end()
        tell(SAY("cli.home.starting"))
        options = HomeOptions(port=port, language=SAY.language)
        show = webbrowser.open if browser else str  # shown at once: the page says by itself that it is on its way
        with House(state, port=room_port) as house, HomeServer(state, house, options, show) as server:
            write_home_file(state, server.address)
            try:
                tell(SAY("cli.home.address", address=server.address))
                tell(SAY("cli.home.how-to-end"))
                server.watch(ended)
                tell(SAY("cli.home.ending"))
            finally:
                remove_home_file(state)


@click.command(help=SAY("cli.shortcut.help"))
@click.option("--where", type=click.Path(path_type=Path, file_okay=False), help=SAY("cli.shortcut.where"))
@click.option("--remove", is_flag=True, help=SAY("cli.shortcut.remove"))
def shortcut(where: Path | None, remove: bool) -> None:
    """Make an icon that opens the home page, or remove it."""
    if remove:
        for path in remove_shortcuts(where):
            echo(SAY("cli.shortcut.removed", file=path))
        return
    for path in make_shortcuts(SAY, where):
        echo(SAY("cli.shortcut.made", file=path))
