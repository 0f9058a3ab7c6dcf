"""Say of a sentence what it is, and what it lacks to be a precise challenge."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from workshop_kit.cli.language import SAY, speak_as_named
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator

if TYPE_CHECKING:
    from workshop_kit.domain.challenge_reading import Reading


@click.command(help=SAY("cli.precision.help"))
@click.argument("text", metavar=SAY("cli.metavar.text"), nargs=-1, required=True)
@click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), callback=speak_as_named, help=SAY("cli.precision.lang")
)
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
def precision(text: tuple[str, ...], language: str | None, as_json: bool) -> None:
    """Read a sentence as a challenge."""
    from workshop_kit.domain.challenge_reading import read_challenge

    sentence = _read_input() if text == ("-",) else " ".join(text)
    if not any(sign.isprintable() and not sign.isspace() for sign in sentence):
        raise InvalidEntry("precision-empty")
    reading = read_challenge(sentence, language)
    say = Translator(language or reading.language)
    if as_json:
        echo_json(describe_reading(reading, say))
    else:
        _tell(reading, say)


def describe_reading(reading: Reading, say: Translator) -> dict[str, Any]:
    """Return a reading as programs take it: the words found of each part or ``None``, and the questions in words."""
    from workshop_kit.domain.parts import PARTS

    return {
        "kind": reading.kind.value,
        "score": round(reading.score, 2),
        "has": {part.value: reading.words(part) for part in PARTS},
        "missing": [part.value for part in reading.missing],
        "questions": [say.reason(question, "framing") for question in reading.questions],
        "rewrite": reading.rewrite,
    }


def _tell(reading: Reading, say: Translator) -> None:
    found, parts = len(reading.marks), len(reading.marks) + len(reading.missing)
    kind = say(f"cli.precision.kind.{reading.kind}")
    score = f"{reading.score:.1f}".replace(".", "," if say.language == "fr" else ".")
    echo(say("cli.precision.summary", kind=kind, found=found, parts=parts, score=score))
    for reason in reading.why:
        echo(f"  {say.reason(reason, 'framing')}")
    if reading.questions:
        echo(say("cli.precision.questions"))
    for question in reading.questions:
        echo(f"  {say.reason(question, 'framing')}")
    if reading.rewrite:
        echo(say("cli.precision.rewrite", text=reading.rewrite))


def _read_input() -> str:
    """Return what stands on standard input; a Windows console may speak cp1252."""
    content = sys.stdin.buffer.read()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
