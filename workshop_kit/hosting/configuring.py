"""Configuration of the three servers: what each role's server is told, and so what its processes can know at all."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workshop_kit.domain.course import Role
from workshop_kit.entrance import ENTRANCE_FOLDER
from workshop_kit.environment import (
    ENTRANCE_VARIABLE,
    FOLDER_VARIABLE,
    HOME_VARIABLE,
    JOIN_FILE_VARIABLE,
    JOIN_VARIABLE,
    NAMES_VARIABLE,
    SCREEN_VARIABLE,
    UNSAVED_FILE_VARIABLE,
    WAYS_FILE_VARIABLE,
)
from workshop_kit.errors import MissingEntry
from workshop_kit.hosting.addresses import Addresses
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.private import make_private_folder, write_private
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.places import GUIDE, HOME, IMPORT, ROOM, static_folder, visit_names, voila_templates
from workshop_kit.serving.config import ServerConfig
from workshop_kit.serving.policy import trust_script
from workshop_kit.trust import find_notebook

#: What the servers keep in the workshop's folder: configurations, logs, the secrets of cookies.
RUNTIME_FOLDER: Final = ".serve"
#: Among them, the address by which phones join, which may change while it is served.
JOIN_FILE: Final = "join"
#: And all the ways in, for the facilitator's pages.
WAYS_FILE: Final = "ways"
#: Counts what phones could not save yet.
UNSAVED_FILE: Final = "unsaved"
#: Held by whoever serves the workshop.
LOCK_FILE: Final = "lock"
#: What all pages of one phone may go on asking a second, see ``ServerConfig``; a page of it is answered four.
ACTS_A_SECOND: Final = 5.0
#: Bytes of one message of the facilitator's, see ``ServerConfig``: whoever has its token brings whole registers.
HEAVY: Final = 4_000_000
#: Seconds after which a phone's page rests that nobody joined from and nobody touches; touched, after ten minutes.
JOINS_WITHIN: Final = 120.0
#: The pages of each role, by notebook name; the first is the home page.
PAGES: Final = {
    Role.PARTICIPANT: ("participant",),
    Role.FACILITATOR: (*GUIDE, ROOM, IMPORT),
    Role.SCREEN: ("screen",),
    Role.HOME: (HOME,),
}


@dataclass(frozen=True)
class Listening:
    """Where one server listens, behind which token, for how many."""

    host: str
    port: int
    token: str | None
    seats: int


def configure_role(role: Role, where: Listening, options: ServeOptions, addresses: Addresses) -> ServerConfig:
    """Return what the server of ``role`` is told; raises ``MissingEntry`` when the front end was not built."""
    folder = options.folder.resolve()
    early = read_early_script()
    environment = {FOLDER_VARIABLE: str(folder)}
    if role is Role.PARTICIPANT:
        environment[JOIN_VARIABLE] = addresses.participants
        environment[NAMES_VARIABLE] = str(visit_names())
    else:
        environment[JOIN_FILE_VARIABLE] = str(folder / RUNTIME_FOLDER / JOIN_FILE)
        environment[ENTRANCE_VARIABLE] = str(find_entrance(folder))
    if role is not Role.SCREEN:
        environment[UNSAVED_FILE_VARIABLE] = str(folder / RUNTIME_FOLDER / UNSAVED_FILE)
    if role is Role.FACILITATOR:
        environment[SCREEN_VARIABLE] = addresses.screen
        environment[HOME_VARIABLE] = options.home
        environment[WAYS_FILE_VARIABLE] = str(folder / RUNTIME_FOLDER / WAYS_FILE)
    told = ServerConfig(
        pages={name: find_notebook(folder, name) for name in PAGES[role]},
        host=where.host,
        port=where.port,
        token=where.token,
        seats=where.seats,
        kernels=options.kernels,
        environment=environment,
        runtime_folder=folder / RUNTIME_FOLDER / role.value,
        template="workshop",
        template_paths=(voila_templates(),),
        assets_folder=static_folder() / "served",
        language=options.language,
        room=_name_room(folder, role),
        title=options.title,
        page_settings={
            "bundle": role.value,
            "words": {language: choose_words(role, language) for language in LANGUAGES},
            "early": early,
        },
        script_sources=(trust_script(early),),
    )
    if role is Role.PARTICIPANT:
        return replace(told, follows_browser=True, unkept_after=JOINS_WITHIN, acts_a_second=ACTS_A_SECOND)
    # the facilitator's steps stand open side by side, a phone has a tab or two; only a whole room comes together
    many = replace(told, per_visitor=where.seats, ahead=1)
    return replace(many, weight=HEAVY) if role is Role.FACILITATOR else many


def choose_words(role: Role, language: str) -> dict[str, str | dict[str, str]]:
    """Return what the pages of ``role`` say of a lost connection and a closed room.

    Phones say one thing, laptops another.
    """
    say = Translator(language)
    words = say.section("page")
    if role is Role.PARTICIPANT:
        return words
    reader, own = "laptop", ["lost-more", "closed-more", "over-more"]
    if role is Role.SCREEN:
        reader, own = "screen", [*own, "back-more"]
    return words | {name: say(f"serving.{reader}.{name}") for name in own}


def find_entrance(folder: Path) -> Path:
    """Return where the entrance of a workshop's participants stands, see ``workshop_kit.entrance``."""
    return folder / RUNTIME_FOLDER / Role.PARTICIPANT.value / ENTRANCE_FOLDER


def cut_links(runtime: Path) -> None:
    """Remove every link that stands where servers write in a folder, which may be somebody else's; not what it led to.

    Through it, a configuration or a log would be written over any file of whoever opens the workshop.
    """
    if runtime.is_symlink():
        runtime.unlink()
    for folder, inside, files in os.walk(runtime):
        for name in (*inside, *files):
            path = Path(folder, name)
            if path.is_symlink():
                path.unlink()


def read_early_script() -> str:
    """Return the few lines that every page carries in its HTML, which open its socket before any file has come."""
    served = static_folder() / "served"
    if not (served / "manifest.json").is_file():
        raise MissingEntry("installation-incomplete", path=served)
    manifest: dict[str, str] = json.loads((served / "manifest.json").read_text(encoding="utf-8"))
    return (served / manifest["early.js"]).read_text(encoding="utf-8").strip()


def _name_room(folder: Path, role: Role) -> str:
    """Return a name for this workshop's cookies and drafts, the same each time the folder is served."""
    secret = folder / RUNTIME_FOLDER / "room"
    make_private_folder(secret.parent)
    if not secret.is_file():
        write_private(secret, secrets.token_hex(4))
    return f"{secret.read_text(encoding='utf-8')}-{role.value}"
