"""The participant's window: one person's own contributions, and of the others only what the room may see now."""

from __future__ import annotations

from workshop_kit.live.participant.form import FillsForm
from workshop_kit.live.participant.helper import HelpsOthers
from workshop_kit.live.participant.scores import GivesScores
from workshop_kit.live.participant.slip import ReadsSlips
from workshop_kit.live.participant.stakes import WeighsStakes
from workshop_kit.live.participant.table import SitsAtTable
from workshop_kit.live.participant.vote import CastsVotes


class ParticipantWindow(ReadsSlips, FillsForm, CastsVotes, GivesScores, HelpsOthers, WeighsStakes, SitsAtTable):
    """All that a phone in the room may read and send (*participant·e*).

    Before the reveal it holds nobody else's ideas nor their number, before the results no tally, and never anyone
    else's name or contact details: whatever enters a page's kernel can be read by the one who visits it.
    """
