"""Lazy start of a server: what its libraries would load that no request here ever asks for."""

from __future__ import annotations

import sys
from typing import Final

#: A grammar of addresses in every script, which ``jsonschema`` loads if it can, to check a format that the schemas of
#: Jupyter's server do not use. To make its parser takes longer than everything else that a server imports.
_GRAMMAR: Final = "rfc3987_syntax"


def spare_grammar() -> None:
    """Have the process do without the grammar, as where it is not installed; to be called before Jupyter is loaded."""
    sys.modules.setdefault(_GRAMMAR, None)  # type: ignore[arg-type]  # an import of it is refused: documented by Python
