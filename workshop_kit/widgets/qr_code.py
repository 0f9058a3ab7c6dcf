"""The QR code that phones scan to join."""

from __future__ import annotations

from functools import cache

import segno


@cache
def draw_qr_code(address: str) -> list[str]:
    """Return the QR code of ``address``, a string a row, ``1`` for each dark module; empty without an address.

    With error correction M it is read when up to 15 % of it is hidden, as by a head before the projector.
    """
    if not address:
        return []
    return ["".join(str(int(module)) for module in row) for row in segno.make(address, error="m", micro=False).matrix]
