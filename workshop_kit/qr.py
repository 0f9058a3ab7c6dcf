"""QR codes as rows of modules: what a page draws by itself, crisp at any size."""

from __future__ import annotations

from functools import lru_cache

import segno


@lru_cache(maxsize=4)
def draw_code(address: str) -> list[str]:
    """Return the QR code of ``address`` as rows of ``0`` (light) and ``1`` (dark); empty without an address."""
    if not address:
        return []
    return ["".join(str(int(module)) for module in row) for row in segno.make(address, micro=False, error="m").matrix]
