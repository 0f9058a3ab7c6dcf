"""The child process of a background job that makes papers; see ``report.worker`` for what goes in and out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workshop_kit.domain.printing import PrintKind
from workshop_kit.prints.invitations import print_invitation
from workshop_kit.prints.making import print_papers
from workshop_kit.prints.matter import Options
from workshop_kit.prints.mission_slips import MISSIONS, print_missions
from workshop_kit.report.making import OnStep
from workshop_kit.report.printed import Printed
from workshop_kit.report.worker import work


def render(request: Mapping[str, str], on_step: OnStep) -> Printed:
    """Return the papers that a request asks for."""
    on_step(0.3, "printing")
    if request["format"] in tuple(PrintKind):
        return print_invitation(Path(request["folder"]), PrintKind(request["format"]), _read_options(request)).printed
    if request["format"] == MISSIONS:
        return print_missions(Path(request["folder"]), _read_options(request))
    return print_papers(
        Path(request["folder"]),
        request["format"],
        challenge=request["challenge"],
        first=int(request["first"]),
        copies=int(request["copies"]),
        language=request["language"],
    )


def _read_options(request: Mapping[str, str]) -> Options:
    return Options(
        language=request["language"],
        paper=request["paper"],
        bw=bool(request["bw"]),
        everyone=bool(request["everyone"]),
        first=int(request["first"]),
        copies=int(request["copies"]) if request["copies"] else None,
        challenge=request["challenge"] or None,
        password=bool(request["password"]),
        room=request["room_address"],
    )


if __name__ == "__main__":
    work(render)
