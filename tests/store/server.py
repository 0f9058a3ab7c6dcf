"""A real PostgreSQL server for the tests: in a folder of its own, on a socket, gone when they end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

MISSING = (
    "The store is tested on a real PostgreSQL server and its programs initdb and pg_ctl were not found: install"
    " PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql; conda: conda install postgresql)."
)


class MissingServer(Exception):
    """No PostgreSQL on this machine."""


class Server:
    """A running server; ``address`` names one of its databases."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs = programs
        self.folder = folder

    def address(self, database: str) -> str:
        return f"postgresql://workshop@/{database}?host={quote(str(self.folder), safe='')}"

    def run(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root, as containers do.
        user = "postgres" if _is_root() else None
        log = self.folder / "programs.log"
        with log.open("ab") as output:
            done = subprocess.run(
                [self.programs / program, *arguments],
                stdout=output,
                stderr=output,
                user=user,
                cwd=self.folder,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        assert done.returncode == 0, f"{program} failed: {log.read_text(errors='replace')[-2000:]}"


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


@contextmanager
def running_server() -> Iterator[Server]:
    programs = find_programs()
    # Not under pytest's own folder: its parents are closed to the user who runs the server, and its path is too
    # long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="wk-pg-"))
    server = Server(programs, folder)
    if _is_root():
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    try:
        server.run("initdb", "-D", data, "-U", "workshop", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-F -k {folder} -c listen_addresses='' -c max_connections=40 -c shared_buffers=16MB"
        server.run("pg_ctl", "start", "-w", "-D", data, "-l", str(folder / "server.log"), "-o", options)
        try:
            yield server
        finally:
            server.run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    for folder in (*debian, *([Path(on_path).parent] if on_path else [])):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise MissingServer(MISSING)
