"""The command ``workshop-kit``."""

from workshop_kit.cli.group import main

__all__ = ["main"]
