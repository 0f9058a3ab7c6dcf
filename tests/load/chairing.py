"""A facilitator in a process of their own, who chairs a vote by statements: ``FOLDER CHALLENGE``.

They have the room vote by statements, then do one thing for each line they read: ``reveal`` what was written and give
back what was held for its words, ``gather`` two ideas and part them again, open the ``vote``, close it for its
``results``. While the vote is open they read what their page tells, the gauges, whenever something changed, twice a
second at most as that page does; no page has opinion groups meanwhile. Prints one JSON line each time, with the steady
clock at which it was read and the number of the last change it knew. Once they pressed for the results they read these
and ask for the opinion groups, as their page does, and print what it says and how long that took since the press.
"""

from __future__ import annotations

import json
import select
import sys
import time
from typing import Any
from uuid import uuid4

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.live.contract.showing import DRAW_EVERY
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.window import LOOK_EVERY


class Chair:
    """Who chairs the vote on one challenge."""

    def __init__(self, folder: str, challenge: str) -> None:
        self._window = FacilitatorWindow(folder)
        self._challenge = challenge

    def run(self) -> None:
        """Do what is asked for, line by line, until standard input ends."""
        self._do("turn_to", {"challenge": self._challenge, "since": self._window.course_model()["since"]})
        self._do("set_vote_rule", {"challenge": self._challenge, "kind": VoteKind.STATEMENTS.value})
        _say({"ready": True})
        for line in iter(sys.stdin.readline, ""):
            getattr(self, f"_{line.strip()}")()
            _say({"done": line.strip()})
            if line.strip() == "vote":
                self._watch()
        self._window.close()

    def _reveal(self) -> None:
        self._move(Stage.REVEAL)
        for idea in self._window.store.read(lambda repository: repository.list_ideas(self._challenge)):
            if idea.held:
                self._do("hold_idea", {"idea": idea.id, "reason": ""})

    def _gather(self) -> None:
        ideas = self._window.store.read(lambda repository: repository.list_ideas(self._challenge))[:2]
        self._do("gather_ideas", {"ideas": [one.id for one in ideas], "title": ideas[0].text[:80]})
        for group in self._window.store.read(lambda repository: repository.list_groups(self._challenge)):
            self._do("undo_group", {"group": group.id})

    def _vote(self) -> None:
        self._move(Stage.VOTE)

    def _results(self) -> None:
        asked = self._prepare(Stage.RESULTS)
        pressed = time.monotonic()
        self._do("move_challenge_on", asked)
        self._window.ideas_model()
        told = self._do("tell_opinions", {"challenge": self._challenge})
        _say({"groups": told["groups"], "took": time.monotonic() - pressed})

    def _watch(self) -> None:
        """Tell what the page tells each time it changed, until the next line comes."""
        known, due = -1, 0.0
        while not select.select([sys.stdin], [], [], max(LOOK_EVERY, due - time.monotonic()))[0]:
            began = time.monotonic()
            sequence = self._window.store.latest_sequence()
            if sequence != known:
                known, due = sequence, began + DRAW_EVERY
                _say({**self._read(), "sequence": sequence, "at": time.monotonic(), "began": began})

    def _read(self) -> dict[str, Any]:
        """Return the gauges as the page tells them now."""
        return {"gauges": {one["name"]: one["value"] for one in self._window.ideas_model()["gauges"]}}

    def _move(self, stage: Stage) -> None:
        self._do("move_challenge_on", self._prepare(stage))

    def _prepare(self, stage: Stage) -> dict[str, Any]:
        since = self._window.course_model()["since"]
        return {"challenge": self._challenge, "stage": stage.value, "since": since, "read_first": False}

    def _do(self, intention: str, payload: dict[str, Any]) -> Any:
        return self._window.carry_out(intention, payload, uuid4().hex)


def _say(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    Chair(sys.argv[1], sys.argv[2]).run()
