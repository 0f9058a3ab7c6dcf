"""Self-diagnosis of the installation and of this computer: what is there, what is missing, how to get it."""

from __future__ import annotations

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.prepare import language_option
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.hosting.examining import describe, examine, is_complete
from workshop_kit.i18n import Translator

_MARKS = {"good": "✓", "warning": "!", "missing": "✗", "optional": "–"}


@click.command(help=SAY("cli.doctor.help"))
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
@language_option
def doctor(as_json: bool, language: str | None) -> None:
    """Say what is installed, what is missing, how to get it."""
    say = Translator(language) if language else SAY
    findings = examine()
    described = [describe(finding, say) for finding in findings]
    if as_json:
        echo_json(described)
    else:
        for one in described:
            echo(f"{_MARKS[one['state']]} {one['name']} {one['value']}".rstrip())
            if one["remedy"]:
                echo(f"    {one['remedy']}")
    if not is_complete(findings):
        raise click.ClickException(say("cli.doctor.incomplete"))
    if not as_json:
        echo(say("cli.doctor.complete"))
