"""Configuration: what a server is told when it starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from workshop_kit.errors import CannotServe
from workshop_kit.serving.flow import WEIGHT


class KernelMode(StrEnum):
    """How a visitor gets a kernel."""

    AUTO = "auto"
    FORK = "fork"
    PREHEAT = "preheat"
    SPAWN = "spawn"


@dataclass(frozen=True)
class ServerConfig:
    """One server: its pages, where it listens and how many it holds.

    Attributes
    ----------
    pages
        Notebook paths by page name, in order; each is at ``/<name>``, the first also at ``/``.
    host, port
        Where to listen; port 0 takes a free one.
    token
        What a visitor must show once to be let in; ``None`` lets everybody in.
    seats
        The largest number of kernels at one time.
    kernels
        How kernels are made; ``auto`` forks on Linux and preheats elsewhere.
    environment
        Environment variables of the pages.
    runtime_folder
        Where secrets that must survive a restart are kept.
    template, template_paths
        The nbconvert template of the pages, and the folders that hold it.
    assets_folder
        The built front end: fingerprinted files, their compressed forms and ``manifest.json``; ``None`` for none.
    language
        ``"fr"`` or ``"en"``: what the waiting pages speak when the browser asks for neither.
    follows_browser
        Whether pages begin in the language that the browser asks for, if it is one of ours.
    room
        An identifier of what is served; names the cookies, since browsers share cookies between ports.
    title
        The title of the pages.
    per_visitor
        The largest number of kernels one visitor holds, hence of tabs.
    cull_after
        Seconds that a kernel without a connected page is kept for its return.
    unkept_after
        Seconds after which a kernel ends whose page says to nobody that it matters (``visit.keep_visit``) and is not
        touched, connected or not; touched, it ends after five times as many. ``None`` for never.
    acts_a_second
        Messages to widgets that all pages of one visitor may go on sending, and twelve times as many at once; what
        comes faster is read slowly. ``None`` for any number.
    weight
        Bytes of a message that count as one more message of its connection.
    framed_by
        Origins that may show the pages in a frame.
    script_sources
        Further sources of scripts that the pages trust, such as ``"blob:"`` for widgets with inline modules.
    page_settings
        What else the template finds in ``resources.page``, JSON values.
    ahead
        Kernels of the home page to start ahead when preheating; ``None`` for as many as there are seats. Other pages
        have one each.

    """

    pages: Mapping[str, Path]
    runtime_folder: Path
    room: str
    host: str = "127.0.0.1"
    port: int = 8866
    token: str | None = None
    seats: int = 100
    kernels: KernelMode = KernelMode.AUTO
    environment: Mapping[str, str] = field(default_factory=dict)
    template: str = "lab"
    template_paths: tuple[Path, ...] = ()
    assets_folder: Path | None = None
    language: str = "fr"
    follows_browser: bool = False
    title: str = ""
    per_visitor: int = 4
    cull_after: float = 900.0
    unkept_after: float | None = None
    acts_a_second: float | None = None
    weight: int = WEIGHT
    framed_by: tuple[str, ...] = ()
    script_sources: tuple[str, ...] = ()
    page_settings: Mapping[str, Any] = field(default_factory=dict)
    ahead: int | None = None

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in ("localhost", "127.0.0.1", "::1")

    def to_json(self) -> str:
        """Return what ``read_config`` reads."""
        return json.dumps(asdict(self), default=str, indent=1)


def read_config(path: Path) -> ServerConfig:
    """Read a configuration file written by ``ServerConfig.to_json``.

    Raises ``CannotServe("config-unreadable")`` if it is not one.
    """
    try:
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        values["pages"] = {name: Path(page) for name, page in values["pages"].items()}
        values["runtime_folder"] = Path(values["runtime_folder"])
        values["kernels"] = KernelMode(values.get("kernels", KernelMode.AUTO))
        values["template_paths"] = tuple(map(Path, values.get("template_paths", ())))
        assets = values.get("assets_folder")
        values["assets_folder"] = None if assets is None else Path(assets)
        for name in ("framed_by", "script_sources"):
            values[name] = tuple(values.get(name, ()))
        return ServerConfig(**values)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotServe("config-unreadable", path=str(path), reason=str(error)) from error
