"""Every command and every option is described where people look for it."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from workshop_kit.cli.group import workshop_kit

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(workshop_kit.commands))
def test_a_command_and_its_options_are_documented(name: str) -> None:
    heading = re.search(rf"^## `workshop-kit {name}\b(.*)`$", COMMANDS, re.MULTILINE)
    assert heading is not None, f"docs/commands.md has no section on {name}"
    for parameter in workshop_kit.commands[name].params:
        if isinstance(parameter, click.Option):
            assert any(option in heading[1] for option in parameter.opts), f"{name}: {parameter.opts} is not in docs"


@pytest.mark.parametrize("readme", ["README.md", "README.fr.md"])
def test_the_readme_shows_the_two_commands_on_its_first_screen(readme: str) -> None:
    first_screen = "\n".join((ROOT / readme).read_text(encoding="utf-8").splitlines()[:30])
    assert "make demo" in first_screen
    assert "make test" in first_screen
    assert "workshop-kit demo" in first_screen


@pytest.mark.parametrize("page", ["README.md", "README.fr.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))])
def test_what_a_page_links_to_is_there(page: str) -> None:
    file = ROOT / page if (ROOT / page).is_file() else ROOT / "docs" / page
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (file.parent / target).exists(), f"{page} links to {target}"


def test_ci_runs_the_readmes_own_command() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
