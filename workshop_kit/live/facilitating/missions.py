"""Step 5: missions and who takes them."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class MissionsDesk(Desk):
    """Step 5: missions and who takes them."""
