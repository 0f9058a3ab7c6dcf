"""The command ``workshop-kit``."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; Ctrl-C while it is still being loaded ends it without a word, as later on."""
    try:
        from workshop_kit.cli.group import main as run
    except KeyboardInterrupt:
        sys.exit(1)
    run(arguments)
