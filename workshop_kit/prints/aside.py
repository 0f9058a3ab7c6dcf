"""The background job that makes papers: the command of its child, without what the child imports."""

from __future__ import annotations

import sys
from typing import Final

WORKER: Final = (sys.executable, "-m", "workshop_kit.prints.worker")
