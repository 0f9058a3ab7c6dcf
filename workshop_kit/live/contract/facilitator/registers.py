"""The contract of the registers in step 2: a file that is brought or lies in the folder, the commune, what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypedDict

from workshop_kit.domain.entries import FILE_NAME, Text, Whole
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.facilitator.candidates import RegisterCount

#: The whole country's register of establishments has nine thousand million bytes unpacked.
REGISTER_BYTES: Final = Whole(0, 30_000_000_000, "malformed-intention")
#: INSEE codes as they are typed.
COMMUNES: Final = Text(200)

RegisterFileKind = Literal["rna", "sirene", "hamlets", ""]

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BeginRegisterFile:
    """A file that is about to arrive, of so many bytes."""

    name: Annotated[str, FILE_NAME]
    size: Annotated[int, REGISTER_BYTES]


@dataclass(frozen=True)
class TakeRegisterPiece:
    """The bytes of a file from one place on, in base64."""

    file: Id
    at: Annotated[int, REGISTER_BYTES]
    piece: str


@dataclass(frozen=True)
class NameRegisterFile:
    """A file that was brought."""

    file: Id


@dataclass(frozen=True)
class TakeRegister:
    """A register to look through for some communes.

    ``file`` and ``hamlets`` are a file's id as it is shown; no ``hamlets``: the workshop's sectors alone are compared.
    """

    file: Annotated[str, FILE_NAME]
    communes: Annotated[str, COMMUNES]
    hamlets: Annotated[str, Text(255)] = ""


# -- what is shown --------------------------------------------------------------------------------------------------


class RegisterFileBegun(TypedDict):
    """The id of a file that may arrive, in pieces of so many bytes."""

    file: str
    part: int


class RegisterPieceTaken(TypedDict):
    """How many bytes of a file are here."""

    received: int


class RegisterFile(TypedDict):
    """A file at hand: brought, or ``lying`` in the workshop's folder; ``refused`` says why it is of no use."""

    id: str
    name: str
    megabytes: float
    kind: RegisterFileKind
    lying: bool
    refused: str


class RegistersModel(TypedDict):
    """Registers: what is at hand, how the reading stands, and what came of it.

    ``communes`` are the INSEE codes that the candidates have, most of them first. ``number`` counts the readings of
    this page, ``share`` is how far the present one is, 0..1; ``lines`` say what became of the last, ``failed`` why it
    came to nothing.
    """

    files: list[RegisterFile]
    folder: str
    communes: list[str]
    registers: list[RegisterCount]
    state: Literal["none", "working", "ready", "failed"]
    number: int
    reading: str
    share: float
    lines: list[str]
    failed: str
