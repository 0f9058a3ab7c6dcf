"""workshop-kit: run a co-construction workshop for a territory, from one laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_kit.data import open_data

__version__ = "0.1.0"
__all__ = ["__version__", "open_data"]


if not TYPE_CHECKING:  # a type checker knows the names above, and would take any other for granted

    def __getattr__(name: str) -> object:
        """Return ``open_data``, imported when it is asked for: pages import this package and never pandas."""
        if name == "open_data":
            from workshop_kit.data import open_data

            return open_data
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
