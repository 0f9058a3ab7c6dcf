"""Filling of malloc's arena: the allocator's holes are filled before copies are made.

A process that has loaded much has thousands of small free spaces between what it keeps, each on a page of its own. A
copy that allocates anything is given these first, and so copies a page of 4 kB for some bytes. Filled, they are
shared by all copies, whose own data then stand side by side.

The gain was measured on a page of eight panels over SQLite: opening one connection in a copy cost 2.2 MB and costs
0.6 MB, 1.6 MB a seat for that alone. The filling takes 0.7 MB, once. It rests on an account that glibc alone gives:
elsewhere, and with ``WORKSHOP_KIT_KEEP_HOLES=1``, nothing is filled, and copies merely cost more.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

from workshop_kit.environment import HOLES_VARIABLE, is_on

#: Sizes tried, in bytes, the largest first: what is left of a large hole is filled by the smaller ones.
_SIZES: Final = (*(1 << power for power in range(16, 10, -1)), *range(1008, 8, -16))
#: Pieces put into holes at most: a bound, far above what was ever met (1,700 after eight panels and SQLAlchemy).
_MOST: Final = 100_000

#: The fields of glibc's account of its heap, in their order; the last one is the space above all that was ever given.
_ACCOUNTED: Final = (
    *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
    *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
)


class _Account(ctypes.Structure):
    """glibc's ``struct mallinfo2``."""

    _fields_ = [(name, ctypes.c_size_t) for name in _ACCOUNTED]


def fill_holes() -> int:
    """Fill the holes of this process's heap for good, and return the bytes put into them; 0 where it is not done."""
    library: Any = ctypes.CDLL(None) if sys.platform == "linux" and not is_on(HOLES_VARIABLE) else None
    if not hasattr(library, "mallinfo2"):  # glibc 2.33 and later
        return 0
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    library.sbrk.restype, library.sbrk.argtypes = ctypes.c_void_p, [ctypes.c_ssize_t]
    library.mallinfo2.restype = _Account
    end = (library.sbrk(0) or 0) - library.mallinfo2().keepcost  # beyond it, what is given is no hole
    filled, left = 0, _MOST
    for size in _SIZES:
        address = library.malloc(size)
        while address is not None and address < end and left > 0:
            filled, left = filled + size, left - 1
            address = library.malloc(size)
        library.free(address)
    return filled
