"""Step 6: the synthesis."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class SynthesisDesk(Desk):
    """Step 6: the synthesis."""
