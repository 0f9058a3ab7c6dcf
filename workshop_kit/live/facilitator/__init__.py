"""The facilitator's window: everything the guide's six steps may know and do."""

from __future__ import annotations

from workshop_kit.live.facilitator.agenda import AgendaDesk
from workshop_kit.live.facilitator.challenges import ChallengesDesk
from workshop_kit.live.facilitator.course import CourseDesk
from workshop_kit.live.facilitator.door import DoorDesk
from workshop_kit.live.facilitator.followup import FollowUpDesk
from workshop_kit.live.facilitator.header import HeaderDesk
from workshop_kit.live.facilitator.ideas import IdeasDesk
from workshop_kit.live.facilitator.imports import ImportsDesk
from workshop_kit.live.facilitator.invitations import InvitationsDesk
from workshop_kit.live.facilitator.list import ListDesk
from workshop_kit.live.facilitator.lot import LotDesk
from workshop_kit.live.facilitator.matrix import MatricesDesk
from workshop_kit.live.facilitator.missions import MissionsDesk
from workshop_kit.live.facilitator.people import PeopleDesk
from workshop_kit.live.facilitator.registers import RegistersDesk
from workshop_kit.live.facilitator.remote import RemoteDesk
from workshop_kit.live.facilitator.seating import SeatingDesk
from workshop_kit.live.facilitator.stakeholders import StakeholdersDesk
from workshop_kit.live.facilitator.stakes import StakesDesk
from workshop_kit.live.facilitator.synthesis import SynthesisDesk
from workshop_kit.live.facilitator.voices import VoicesDesk
from workshop_kit.live.facilitator.votes import VotesDesk


class FacilitatorWindow(
    HeaderDesk,
    CourseDesk,
    AgendaDesk,
    RemoteDesk,
    StakesDesk,
    ChallengesDesk,
    StakeholdersDesk,
    RegistersDesk,
    LotDesk,
    ListDesk,
    InvitationsDesk,
    IdeasDesk,
    VotesDesk,
    MatricesDesk,
    MissionsDesk,
    FollowUpDesk,
    PeopleDesk,
    SeatingDesk,
    DoorDesk,
    SynthesisDesk,
    VoicesDesk,
    ImportsDesk,
):
    """One window on the workshop for its facilitator (*animateur·rice*), assembled from the guide's steps."""
