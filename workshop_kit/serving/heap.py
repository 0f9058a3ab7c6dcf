"""Filling of the allocators' free lists: the holes of malloc and of Python's pools are filled before copies are made.

A process that has loaded much has thousands of small free spaces between what it keeps, each on a page of its own. A
copy that allocates anything is given these first, and so copies a page of 4 kB for some bytes. Filled, they are
shared by all copies, whose own data then stand side by side.

The gain was measured on a page of eight panels over SQLite: opening one connection in a copy cost 2.2 MB and costs
0.6 MB, 1.6 MB a seat for that alone. The filling takes 0.7 MB, once. It rests on an account that glibc alone gives:
elsewhere, and with ``WORKSHOP_KIT_KEEP_HOLES=1``, nothing is filled, and copies merely cost more.

Python keeps what is 512 bytes or less in pools of its own, one size each, whose free places lie about in the same way:
filling them takes 3 MB, once, and spares each copy 0.3 MB.
"""

from __future__ import annotations

import ctypes
import sys
from array import array
from typing import Any, Final

from workshop_kit.environment import HOLES_VARIABLE, is_on

#: Sizes tried, in bytes, the largest first: what is left of a large hole is filled by the smaller ones.
_SIZES: Final = (*(1 << power for power in range(16, 10, -1)), *range(1008, 8, -16))
#: Pieces put into holes at most: a bound, far above what was ever met (1,700 after eight panels and SQLAlchemy).
_MOST: Final = 100_000

#: CPython's pools, see ``Objects/obmalloc.c``: their bytes, those of their head, and the sizes of what is in them.
_POOL: Final = 1 << 14
_POOL_HEAD: Final = 48
_POOL_SIZES: Final = range(512, 0, -16)
#: Places of a pool that may have been given to something else meanwhile, such as the numbers counted with.
_ASIDE: Final = 8
#: Bytes put into pools at most, whatever another Python's account of them would be.
_POOLED_AT_MOST: Final = 1 << 24

#: The fields of glibc's account of its heap, in their order; the last one is the space above all that was ever given.
_ACCOUNTED: Final = (
    *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
    *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
)


class _Account(ctypes.Structure):
    """glibc's ``struct mallinfo2``."""

    _fields_ = [(name, ctypes.c_size_t) for name in _ACCOUNTED]


def fill_pools() -> int:
    """Fill the free places in the pools that hold something, for good, and return the bytes put there.

    A size is full once the places of one pool were given in a row: that pool was empty, so none was left with some.
    """
    if sys.implementation.name != "cpython" or is_on(HOLES_VARIABLE):
        return 0
    malloc, free = ctypes.pythonapi.PyObject_Malloc, ctypes.pythonapi.PyObject_Free
    malloc.restype, malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    free.restype, free.argtypes = None, [ctypes.c_void_p]
    filled = 0
    for size in _POOL_SIZES:
        given = array("Q")  # it keeps bare numbers: a list's would lie in pools themselves
        pool = None
        while filled < _POOLED_AT_MOST:
            address = malloc(size) or 0
            if address // _POOL != pool:
                filled, pool = filled + len(given) * size, address // _POOL
                del given[:]
            given.append(address)
            if len(given) >= (_POOL - _POOL_HEAD) // size - _ASIDE:
                break
        for address in given:
            free(address)
    return filled


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
