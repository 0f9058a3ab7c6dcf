"""The facilitator's window: everything the guide's six steps may know and do."""

from __future__ import annotations

from workshop_kit.live.facilitating.challenges import ChallengesDesk
from workshop_kit.live.facilitating.header import HeaderDesk
from workshop_kit.live.facilitating.ideas import IdeasDesk
from workshop_kit.live.facilitating.matrices import MatricesDesk
from workshop_kit.live.facilitating.missions import MissionsDesk
from workshop_kit.live.facilitating.stakeholders import StakeholdersDesk
from workshop_kit.live.facilitating.synthesis import SynthesisDesk


class FacilitatorWindow(
    HeaderDesk,
    ChallengesDesk,
    StakeholdersDesk,
    IdeasDesk,
    MatricesDesk,
    MissionsDesk,
    SynthesisDesk,
):
    """One window on the workshop for its facilitator (*animateur·rice*), assembled from the guide's steps."""
