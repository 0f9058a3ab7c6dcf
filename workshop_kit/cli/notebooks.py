"""A workshop's own notebooks: adapt them in JupyterLab, vouch for those that came with a folder."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.prepare import folder_argument, opened_workshop
from workshop_kit.cli.telling import echo
from workshop_kit.errors import CannotServe
from workshop_kit.i18n import Translator
from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder
from workshop_kit.trust import digest_programs, list_strangers, name_strangers, vouch


@click.command(help=SAY("cli.lab.help"))
@folder_argument
@click.option("--no-browser", is_flag=True, help=SAY("cli.serve.no-browser"))
def lab(folder: Path, no_browser: bool) -> None:
    """Open the notebooks in JupyterLab, as copies that belong to this workshop."""
    from workshop_kit.hosting.labs import lab_command, lab_environment
    from workshop_kit.hosting.own_copies import copy_notebooks

    with opened_workshop(folder) as (_store, say):
        pass
    tell_strangers(folder, say)
    for path, kept in copy_notebooks(notebooks_folder(), folder / OWN_NOTEBOOKS):
        echo(say("cli.lab.kept" if kept else "cli.lab.copied", file=path))
    command = lab_command(folder)
    ended = subprocess.run(command + (["--no-browser"] if no_browser else []), env=lab_environment(folder), check=False)
    if ended.returncode not in {0, -signal.SIGINT, -signal.SIGTERM}:
        raise CannotServe("lab-failed", status=ended.returncode)


@click.command(help=SAY("cli.trust.help"))
@folder_argument
def trust(folder: Path) -> None:
    """Use the notebooks that came with a folder, which are programs, from now on."""
    with opened_workshop(folder) as (_store, say):
        pass
    strangers = list_strangers(folder)
    vouch({path: digest for path, digest in digest_programs(folder).items() if path in strangers})
    for path in strangers:
        echo(path)
    if list_strangers(folder):
        raise click.ClickException(say("cli.trust.cannot", folder=folder))
    echo(say("cli.trust.done" if strangers else "cli.trust.none", folder=folder))


def tell_strangers(folder: Path, say: Translator) -> None:
    """Say that the kit's notebooks are used, where others came with the folder that nobody here vouched for."""
    names, _ = name_strangers(folder)
    if names:
        echo(say("cli.trust.strangers", folder=folder, names=", ".join(names[:8])), err=True)
