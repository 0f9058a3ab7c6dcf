"""Step 2: registers are brought or found in the folder, and looked through for the commune's bodies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Final, Protocol

from workshop_kit.domain.candidates import Register
from workshop_kit.errors import CannotServe
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.registers import (
    BeginRegisterFile,
    NameRegisterFile,
    RegisterFileBegun,
    RegisterPieceTaken,
    RegistersModel,
    TakeRegister,
    TakeRegisterPiece,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository

#: The kind of this window's own announcements that a register is further on; it never stands in the store's feed.
REGISTER_KIND: Final = "register-further"
#: Communes that are proposed: most workshops have one, a few have its neighbours too.
_COMMUNES_AT_MOST: Final = 5


class TakesRegisters(Protocol):
    """Registers' files on this computer and their reading beside the page; the floor above has it."""

    def on_change(self, callback: Any) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""

    def begin(self, folder: Path, asked: BeginRegisterFile) -> RegisterFileBegun:
        """Make room on the disk for a file that is about to arrive."""

    def take_piece(self, asked: TakeRegisterPiece) -> RegisterPieceTaken:
        """Take some bytes of a file; once all are here it is told what it is."""

    def leave(self, file: str) -> None:
        """Forget a file, and erase what came of it."""

    def look(self) -> None:
        """Look through the workshop's folder anew."""

    def take(self, folder: Path, asked: TakeRegister, language: str) -> None:
        """Begin to look through a register; raises what says that it cannot be begun."""

    def stop(self) -> None:
        """End the reading at once; nothing was taken in then."""

    def describe(self, folder: Path, language: str) -> RegistersModel:
        """Return how all stands, in words of ``language``, but for what the store says."""


class RegistersDesk(Desk):
    """The registers (*registres*) of step 2.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    registers
        Has the files and reads them; without it, as in a script, none can be brought here.

    """

    def __init__(self, *arguments: Any, registers: TakesRegisters | None = None, **named: Any) -> None:
        self._registers = registers
        super().__init__(*arguments, **named)
        if registers is not None:
            registers.on_change(lambda: self._announce(REGISTER_KIND))

    @property
    def registers(self) -> TakesRegisters:
        """Who reads registers; raises ``CannotServe`` (``register-failed``) when nobody was given."""
        if self._registers is None:
            raise CannotServe("register-failed")
        return self._registers

    @shows("candidate", REGISTER_KIND, pace=DRAW_EVERY, at_once=(REGISTER_KIND,))
    def registers_model(self) -> RegistersModel:
        """Return the files at hand, how the reading stands and what came of the last."""
        if self._registers is None:
            model: RegistersModel = {
                "files": [], "folder": self.folder.name, "communes": [], "registers": [], "state": "none",
                "number": 0, "reading": "", "share": 0.0, "lines": [], "failed": "",
            }  # fmt: skip
        else:
            model = self._registers.describe(self.folder, self.language)
        registers, communes = self.store.read(_count)
        model["registers"] = [{"register": one, "count": registers[one]} for one in Register if registers[one]]
        model["communes"] = [code for code, _ in communes.most_common(_COMMUNES_AT_MOST)]
        return model

    @intention
    def begin_register_file(self, asked: BeginRegisterFile) -> RegisterFileBegun:
        """Make room for a register's file that is about to arrive."""
        return self.registers.begin(self.folder, asked)

    @intention
    def take_register_piece(self, asked: TakeRegisterPiece) -> RegisterPieceTaken:
        """Take a piece of a register's file; what arrived before is not taken twice."""
        return self.registers.take_piece(asked)

    @intention
    def leave_register_file(self, asked: NameRegisterFile) -> None:
        """Forget a register's file that was brought."""
        self.registers.leave(asked.file)

    @intention
    def look_in_folder(self) -> None:
        """Look for registers in the workshop's folder anew."""
        self.registers.look()

    @intention
    def take_register(self, asked: TakeRegister) -> None:
        """Look through a register for the bodies of some communes, as candidates to pick from.

        Raises
        ------
        InvalidEntry
            ``register-commune-missing``, ``commune-not-a-code``.
        MissingEntry
            ``register-file-gone``: the file is at hand no more.
        NotAllowed
            ``register-busy`` while another is being looked through.

        """
        self.registers.take(self.folder, asked, self.language)

    @intention
    def stop_register(self) -> None:
        """End the reading of a register; nothing of it was taken in then."""
        self.registers.stop()


def _count(repository: Repository) -> tuple[Counter[Register], Counter[str]]:
    everybody = repository.list_candidates()
    return Counter(one.register for one in everybody), Counter(one.insee for one in everybody if one.insee)
