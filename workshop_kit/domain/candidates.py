"""Whom the registers know in a commune: a list to pick from, of which few become stakeholders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Register(StrEnum):
    """A public register of bodies: of associations (RNA), of companies, shops and public bodies (Sirene)."""

    RNA = "rna"
    SIRENE = "sirene"


@dataclass(frozen=True)
class Candidate:
    """A body of a register that may be invited (*candidat*): one line of a list to pick from.

    A person's own name is none of it: registers say what a body calls itself, and a trade without a sign is called by
    its trade.

    Attributes
    ----------
    id
        Its number in the register: of an association ``W…`` or an older one, of an establishment its SIRET. It stays
        the same, so that a later file finds it again.
    register
        Where it stands.
    name
        What it calls itself, or its trade and where it is.
    code
        What it is about in the register's own words: six digits of the RNA, or a NAF code with its dot.
    entry
        The code of the entry of the catalogue that ``code`` leads to (``domain.catalogue``), ``""``: to none.
    category
        What a stakeholder made of it has: a ``Category`` value or the organiser's own word.
    description
        What it says of itself, ``""`` where it says nothing.
    address
        Where post reaches it, without the postcode and the commune; lines are parted by a line break.
    postcode, commune, insee
        Of the same place, and the INSEE code by which it was found.
    hamlet, sector
        The place within the commune that its address names, and the workshop's sector of that name; ``""``: none.
    website
        Where the register publishes one.
    size
        The register's code of how many are employed there (``"01"``…``"53"``), ``""``: nobody, or not known.
    taken
        The id of the stakeholder that was made of it, ``None``: it was not taken.
    gone
        Whether the latest file has it no more; only what was taken is kept then.

    """

    id: str
    register: Register
    name: str
    code: str = ""
    entry: str = ""
    category: str = ""
    description: str = ""
    address: str = ""
    postcode: str = ""
    commune: str = ""
    insee: str = ""
    hamlet: str = ""
    sector: str = ""
    website: str = ""
    size: str = ""
    taken: str | None = None
    gone: bool = False
