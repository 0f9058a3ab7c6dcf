"""The background job that makes papers: the command of its child, without what the child imports."""

from __future__ import annotations

from typing import Final

from workshop_kit.environment import PYTHON

WORKER: Final = (*PYTHON, "-m", "workshop_kit.prints.worker")
