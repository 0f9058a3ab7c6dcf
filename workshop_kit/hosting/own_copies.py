"""Scaffolding for JupyterLab: the organiser's own copies of the notebooks, theirs from then on, updates kept apart.

``trust.find_notebook`` finds them again when the workshop is served or its synthesis is made.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workshop_kit.store.plain_files import read_plain_file
from workshop_kit.trust import digest_programs, is_link, vouch

#: Where a newer version of a notebook goes when the organiser has changed theirs.
UPDATES_FOLDER: Final = "updates"
_RECORD: Final = ".copied.json"
_LARGEST: Final = 1_000_000
#: Where JupyterLab keeps what it saved before.
_CHECKPOINTS: Final = ".ipynb_checkpoints"


def copy_notebooks(source: Path, target: Path) -> Iterator[tuple[Path, bool]]:
    """Copy the kit's notebooks into ``target`` and yield each path written, with whether the organiser's was kept.

    A notebook nobody changed is brought up to date. One that was changed stays as it is; when the kit has a newer
    version, that one is put into ``target/updates`` beside it.
    """
    target.mkdir(parents=True, exist_ok=True)
    record_file, record = target / _RECORD, _read_record(target)
    made: set[Path] = set()
    for notebook in sorted(source.glob("*.ipynb")):
        own = target / notebook.name
        newest = _fingerprint(notebook)
        if is_link(own):  # written through, it would change what it leads to
            continue
        if own.is_file() and _fingerprint(own) == newest:
            record[notebook.name] = newest
        elif not own.is_file() or _fingerprint(own) == record.get(notebook.name):
            shutil.copyfile(notebook, own)
            made.add(own)
            record[notebook.name] = newest
            yield own, False
        elif record.get(notebook.name) != newest:
            update = target / UPDATES_FOLDER / notebook.name
            update.parent.mkdir(exist_ok=True)
            update.unlink(missing_ok=True)
            shutil.copyfile(notebook, update)
            made.add(update)
            yield update, True
    vouch({path: one for path, one in digest_programs(target.parent, target.name).items() if path in made})
    record_file.unlink(missing_ok=True)
    record_file.write_text(json.dumps(record, indent=2), encoding="utf-8")


def is_unchanged(path: Path, folder: Path) -> bool:
    """Tell whether a file of ``folder``, where notebooks were copied to, holds nothing that a person wrote.

    It was copied there, or comes of running what was; a notebook that was only run is as it was copied.
    """
    inside = path.relative_to(folder)
    if path.name == _RECORD or _CHECKPOINTS in inside.parts:
        return True
    try:
        record = json.loads(read_plain_file(folder / _RECORD, _LARGEST))
        if inside.parts[0] == UPDATES_FOLDER:
            return path.name in record
        return len(inside.parts) == 1 and record.get(path.name) == _fingerprint(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _read_record(target: Path) -> dict[str, str]:
    """Return what was copied, as far as it can be read: the folder may be somebody else's."""
    try:
        record = json.loads(read_plain_file(target / _RECORD, _LARGEST))
    except (OSError, ValueError):
        return {}
    return {str(name): str(told) for name, told in record.items()} if isinstance(record, dict) else {}


def _fingerprint(notebook: Path) -> str:
    """Fingerprint what a person wrote in a notebook; running it must not count as changing it."""
    content = notebook.read_bytes()
    try:
        written = [[cell["cell_type"], "".join(cell["source"])] for cell in json.loads(content)["cells"]]
    except (ValueError, KeyError, TypeError):  # no notebook: a person's own in any case
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()
