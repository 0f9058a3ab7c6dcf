"""Profile-guided data layout: the names that the code of a visit uses are interned first, side by side in memory.

CPython counts references in the names of attributes, too, each time one is looked up, and keeps one string of each
name in a process. It lies where the first module that uses it was loaded: the 1,300 names that a visit uses lay on some
500 pages of 4 kB among 60,000 others, and every copy of the process had most of these pages for itself. Interned
before what makes the page is loaded, they lie on some 200: those that Python itself loaded first stay where they are.

Which names these are was listed once, from the code that a visit runs, into a file beside the page. One that is
missing there lies where it would anyway: an old list costs memory, and nothing else.
"""

from __future__ import annotations

import contextlib
import dis
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType
from typing import Final

from workshop_kit.environment import NAMES_VARIABLE

#: What looks a name up, or puts it on the stack, and so counts references in it.
_USES: Final = frozenset(
    {"LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR", "IMPORT_NAME", "IMPORT_FROM", "LOAD_CONST"}
)


def intern_first() -> list[str]:
    """Intern the names of the file that ``WORKSHOP_NAMES_FILE`` tells of, and return them; none without one.

    They lie side by side as long as the list is kept, but for those that something loaded already uses.
    """
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return [sys.intern(name) for name in Path(os.environ.get(NAMES_VARIABLE, "")).read_text("utf-8").split()]
    return []


def list_names(ran: Iterable[CodeType]) -> list[str]:
    """Return the names that code uses, each once, in the order of its first use."""
    found: dict[str, None] = {}
    for code in ran:
        for step in dis.get_instructions(code):
            if step.opname in _USES:
                found |= dict.fromkeys(name for name in _find_strings(step.argval) if name.isidentifier())
    return list(found)


def _find_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _find_strings(one)
