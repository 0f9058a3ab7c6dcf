"""Step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class StakeholdersDesk(Desk):
    """Step 2: who is invited, who comes, and who is missing."""
