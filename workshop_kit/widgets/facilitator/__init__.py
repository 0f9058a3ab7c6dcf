"""The facilitator's pages: a header and the panels of six steps."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.facilitator import FacilitatorWindow

__all__ = ["open_workshop"]


def open_workshop(folder: str | Path | None = None) -> FacilitatorWindow:
    """Open the workshop in ``folder`` for its facilitator; ``None`` takes the one being served."""
    return FacilitatorWindow(folder)
