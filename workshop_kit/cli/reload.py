"""Serve again whenever a source changes: the loop of those who work on the kit (what web frameworks call autoreload).

The command that serves runs as a child. At a change it is killed, not ended: a serve that was killed is taken up again
on its own ports and with its token, and open pages, whose kernels are gone, load themselves anew.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from workshop_kit.cli.telling import echo
from workshop_kit.environment import PYTHON
from workshop_kit.i18n import Translator
from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder, static_folder, voila_templates

_PACKAGE: Final = Path(__file__).resolve().parents[1]
#: Seconds between two looks; several files saved at once, or a build, are done when two looks are alike.
_LOOK_EVERY: Final = 0.3

Seen = dict[Path, int]


def list_sources(folder: Path) -> Iterable[Path]:
    """Yield what the served workshop in ``folder`` is made of: the package, the notebooks, the built front end."""
    for pattern in ("*.py", "*.po"):
        yield from _PACKAGE.rglob(pattern)
    for place in (folder / OWN_NOTEBOOKS, notebooks_folder()):
        yield from place.glob("*.ipynb")
    yield voila_templates() / "workshop" / "index.html.j2"
    yield static_folder() / "served" / "manifest.json"


def see(sources: Iterable[Path]) -> Seen:
    """Return when each source was last changed; one that is not there, as in the middle of a build, is left out."""
    seen: Seen = {}
    for path in sources:
        try:
            seen[path] = path.stat().st_mtime_ns
        except OSError:
            continue
    return seen


def find_changed(before: Seen, after: Seen) -> Path | None:
    """Return one source that was changed, added or removed; ``None`` if all are as they were."""
    return next((path for path in (*after, *before) if before.get(path) != after.get(path)), None)


def serve_again_on_change(folder: Path, arguments: Sequence[str], say: Translator, ended: threading.Event) -> None:
    """Serve ``folder`` with the options ``arguments``, again after each change, until ``ended`` is set.

    A serve that ends by itself, as one whose source does not compile, is tried again at the next change.
    """
    command = [*PYTHON, "-m", "workshop_kit", "serve", str(folder), *arguments]
    while not ended.is_set():
        seen = see(list_sources(folder))
        child = subprocess.Popen(command)
        try:
            changed = _await_change(lambda: see(list_sources(folder)), seen, child, say, ended)
        finally:
            _end(child, in_order=ended.is_set())
        if changed is not None:
            echo(say("cli.reload.changed", file=changed))
        command = [*command, *(["--no-browser"] if "--no-browser" not in command else [])]


def _await_change(
    look: Callable[[], Seen], seen: Seen, child: subprocess.Popen[bytes], say: Translator, ended: threading.Event
) -> Path | None:
    told = False
    while not ended.wait(_LOOK_EVERY):
        now = look()
        changed = find_changed(seen, now)
        if changed is not None:
            return _await_quiet(look, now, changed, ended)
        if child.poll() is not None and not told:
            told = True
            echo(say("cli.reload.ended"), err=True)
    return None


def _await_quiet(look: Callable[[], Seen], seen: Seen, changed: Path, ended: threading.Event) -> Path:
    while not ended.wait(_LOOK_EVERY):
        now = look()
        if find_changed(seen, now) is None:
            break
        seen = now
    return changed


def _end(child: subprocess.Popen[bytes], *, in_order: bool) -> None:
    """End the child, in order when serving is over; its servers end by themselves when it dies."""
    if child.poll() is None:
        if in_order:
            child.terminate()
        else:
            child.kill()
    child.wait()
