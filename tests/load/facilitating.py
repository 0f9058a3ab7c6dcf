"""A facilitator in a process of their own, who sets the timer again every second: ``FOLDER COUNT``.

Prints one JSON line a change: when it was asked for, when it was committed (both on the system's steady clock), and
the end of the timer by which everybody else recognises it.
"""

from __future__ import annotations

import json
import sys
import time
from uuid import uuid4

from workshop_kit.live.facilitator import FacilitatorWindow


def main() -> None:
    """Say that we are ready, wait for a line, then make the changes."""
    window = FacilitatorWindow(sys.argv[1])
    print(json.dumps({"ready": True}), flush=True)
    sys.stdin.readline()
    for number in range(int(sys.argv[2])):
        began = time.monotonic()
        window.carry_out("start_timer", {"minutes": 10 + number % 50}, uuid4().hex)
        committed = time.monotonic()
        ends_at = window.store.read(lambda repository: repository.find_workshop()).timer_ends_at
        assert ends_at is not None
        change = {"asked": began, "committed": committed, "ends_at": round(ends_at.timestamp() * 1000)}
        print(json.dumps(change), flush=True)
        time.sleep(max(0.0, 1 - (time.monotonic() - began)))
    window.close()


if __name__ == "__main__":
    main()
