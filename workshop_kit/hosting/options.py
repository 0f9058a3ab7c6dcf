"""Options of a served workshop: what the person who serves it may choose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workshop_kit.serving.config import KernelMode


@dataclass(frozen=True)
class ServeOptions:
    """How to serve a workshop.

    Attributes
    ----------
    folder
        The workshop's folder.
    host
        The address the participants' server listens on; ``0.0.0.0`` is the whole room.
    port, facilitator_port
        The ports wanted; the next free one is taken when one is in use. A serve that was killed is taken up again
        on its own ports and with its token: the open pages find it by themselves.
    seats
        How many participants may be in at once.
    kernels
        How a visitor's kernel comes to be.
    language, title
        Of the workshop, for the pages' frame.
    shown
        The address or the name that the code shows, given by hand; empty: the best that is found, and followed.
    home
        The address of the home page that serves it, without its token; empty: a command does.
    """

    folder: Path
    host: str
    port: int
    facilitator_port: int
    seats: int
    kernels: KernelMode
    language: str
    title: str
    shown: str = ""
    home: str = ""
