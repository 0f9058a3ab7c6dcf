"""The header of every step: where the workshop stands, for how long, and what comes next."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class HeaderDesk(Desk):
    """The header of every step: where the workshop stands, for how long, and what comes next."""
