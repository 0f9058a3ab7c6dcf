"""The page of a mission as a paper slip opens it: what was proposed to one person, and their answer."""

from __future__ import annotations

from workshop_kit.domain.model import Participant
from workshop_kit.live.contract.participant.mission import Afterwards, MissionModel
from workshop_kit.live.participant.mission import AnswersMissions
from workshop_kit.store import Repository


class ReadsSlips(AnswersMissions):
    """Somebody who came with the code of a slip: whoever holds the paper, which may not be the person it is for.

    So no contact details are read here, nor asked for: the slip says whom to call.
    """

    def _read_afterwards(self, repository: Repository, me: Participant) -> Afterwards:
        said = super()._read_afterwards(repository, me)
        if not self.reads_slip:
            return said
        return {**said, "reachable": True, "kept": None, "agreed": [], "shown": None, "shown_as": ""}

    def _read_missions(self, repository: Repository) -> MissionModel:
        """Lead to no offer: it is changed in one's own seat."""
        said = super()._read_missions(repository)
        return {**said, "offered": "no"} if self.reads_slip else said
