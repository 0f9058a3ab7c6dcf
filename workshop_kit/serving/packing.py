"""Profile-guided code layout (*hot/cold splitting*): the code that every visit runs is put side by side in memory.

CPython counts references in the objects themselves: whoever calls a function writes into its code, and a copied
process then has a page of 4 kB for itself. What a visit runs, about 1,500 functions of 20,000, lies one to a page
among the others. A visit by nobody is watched, and the code it ran is made anew in the order in which it ran: some
eight to a page.

Code that was loaded before this process was forked, and frozen, is not found: pages packed have a process of their own.

It is done once, before copies are made; with ``WORKSHOP_KIT_KEEP_HOLES=1`` it is not done.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Mapping
from types import CodeType, FrameType, FunctionType
from typing import Any

from workshop_kit.environment import HOLES_VARIABLE, is_on
from workshop_kit.serving.heap import fill_holes, fill_pools


def pack_code(rehearse: Callable[[], None]) -> int:
    """Watch a rehearsal and put the code it runs side by side; return how many functions have theirs there.

    What the interpreter learned about the code is forgotten with the old one: rehearse again afterwards.
    """
    if sys.implementation.name != "cpython" or is_on(HOLES_VARIABLE):
        rehearse()
        return 0
    ran = watch_code(rehearse)
    gc.collect()
    functions: dict[int, list[FunctionType]] = {}
    for one in gc.get_objects():
        if type(one) is FunctionType and id(one.__code__) in ran:
            functions.setdefault(id(one.__code__), []).append(one)
    fill_pools()
    fill_holes()  # what is made now lies behind all there is, in one row
    for key in [key for key in ran if key in functions]:
        packed = _remake(ran[key], ran)
        for function in functions[key]:
            function.__code__ = packed
    return sum(map(len, functions.values()))


def watch_code(rehearse: Callable[[], None]) -> dict[int, CodeType]:
    """Return the code that ran, by identity (equal code of two places is not the same), in order.

    What ran in threads that it started is among it.
    """
    ran: dict[int, CodeType] = {}

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call":
            ran.setdefault(id(frame.f_code), frame.f_code)

    before, in_threads = sys.getprofile(), threading.getprofile()
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        rehearse()
    finally:
        sys.setprofile(before)
        threading.setprofile(in_threads)
    return ran


def _remake(code: CodeType, ran: Mapping[int, CodeType]) -> CodeType:
    """Return a copy of ``code``, and with it of what ran of the functions that are made each time it runs."""
    return code.replace(
        co_consts=tuple(
            _remake(one, ran) if isinstance(one, CodeType) and id(one) in ran else one for one in code.co_consts
        )
    )
