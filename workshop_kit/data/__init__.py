"""A workshop's tables as pandas DataFrames: the organiser's way into the data.

``from workshop_kit import open_data`` is the public way here. pandas is imported with this package and with no other,
so that pages, which never ask for it, do without.
"""

from workshop_kit.data.frames import FRAMES
from workshop_kit.data.opened import WorkshopData, open_data

__all__ = ["FRAMES", "WorkshopData", "open_data"]
