"""Where a command writes: a file is what its name says it is, and nothing is written over that nobody may write to."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from workshop_kit.errors import InvalidEntry

#: Endings by which a person means one file, never a folder.
_OF_FILES: Final = frozenset(
    {".csv", ".doc", ".docx", ".htm", ".html", ".json", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf"}
    | {".tsv", ".txt", ".xls", ".xlsm", ".xlsx", ".zip"}
)


def check_file(path: Path, ending: str) -> Path:
    """Return the file to write, with its ending where none was given.

    Raises
    ------
    InvalidEntry
        ``output-ending`` for a name that says it is something else, ``output-folder`` for a folder,
        ``output-read-only`` for a file that is there and may only be read.

    """
    if path.is_dir():
        raise InvalidEntry("output-folder", path=path, ending=ending)
    if path.suffix.lower() in _OF_FILES - {ending}:
        raise InvalidEntry("output-ending", path=path, ending=ending)
    # whatever follows another dot belongs to the name: "synthese.2027"
    file = path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
    if file.is_dir():
        raise InvalidEntry("output-folder", path=file, ending=ending)
    if file.is_file() and not file.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise InvalidEntry("output-read-only", path=file)
    return file


def check_folder(path: Path) -> Path:
    """Return the folder to write into; raises ``InvalidEntry`` (``output-not-folder``) where one file is meant."""
    if path.is_file() or (not path.is_dir() and path.suffix.lower() in _OF_FILES):
        raise InvalidEntry("output-not-folder", path=path)
    return path
