"""Step 1: the stakes, each with its precise challenge; the sectors of the territory."""

from __future__ import annotations

from workshop_kit.live.facilitating.desk import Desk


class ChallengesDesk(Desk):
    """Step 1: the stakes, each with its precise challenge; the sectors of the territory."""
