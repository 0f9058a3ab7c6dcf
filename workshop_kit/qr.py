"""QR codes as rows of modules: what a page draws by itself, crisp at any size."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4)
def draw_code(address: str) -> list[str]:
    """Return the QR code of ``address``, a string a row, ``1`` for each dark module; empty without an address.

    With error correction M it is read when up to 15 % of it is hidden, as by a head before the projector.
    """
    if not address:
        return []
    import segno  # a page that draws no code, as the participants', does without it and what it loads

    return ["".join(str(int(module)) for module in row) for row in segno.make(address, error="m", micro=False).matrix]
