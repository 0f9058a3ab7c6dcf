"""The home page's window: the folder of workshops, its rooms, this computer's check-up."""

from workshop_kit.live.home.control import Control, ControlClient
from workshop_kit.live.home.window import HomeWindow

__all__ = ["Control", "ControlClient", "HomeWindow"]
