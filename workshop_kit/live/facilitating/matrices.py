"""Step 4: one matrix a challenge."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class MatricesDesk(Desk):
    """Step 4: one matrix a challenge."""
