"""The contract of a helper: let in with the code of the day, then speaking for people without a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import HELPER_CODE
from workshop_kit.live.contract.participant.clarity import ReadingBeforehand
from workshop_kit.live.contract.voices import VoicesModel

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ComeToHelp:
    """The code that the facilitator told."""

    code: Annotated[str, HELPER_CODE]


# -- what is shown --------------------------------------------------------------------------------------------------


class HelperDoor(TypedDict):
    """The way in with a code: nothing is known here but that there is one."""

    visible: Literal[True]
    helping: Literal[""]


class HelperInside(TypedDict):
    """What a helper works with, and the words for it; ``seated``: this browser is a participant's too."""

    visible: Literal[True]
    helping: Literal["voices"]
    seated: bool
    voices: VoicesModel
    said: dict[str, str | dict[str, str]]


HelperModel = HelperDoor | HelperInside | ReadingBeforehand
