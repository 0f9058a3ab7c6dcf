"""What is set by hand before the rest is solved around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lock:
    """What is set by hand (*choix à la main*): somebody stays on a mission, or never takes it; both by id."""

    participant: str
    mission: str
    stays: bool
