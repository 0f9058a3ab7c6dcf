"""Step 3: ideas counted, revealed, gathered and voted on."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class IdeasDesk(Desk):
    """Step 3: ideas counted, revealed, gathered and voted on."""
