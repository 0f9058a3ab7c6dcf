"""WebSocket close codes: why a connection between a page and its kernel ends."""

from __future__ import annotations

from typing import Final

#: The browser leaves the page.
GOING_AWAY: Final = 1001
#: A message is none.
MALFORMED: Final = 1007
#: The page's kernel is gone.
KERNEL_GONE: Final = 4404
