"""Write the front end's ``contract.ts``: ``python -m workshop_kit.live.contract [FILE]``."""

from __future__ import annotations

import sys
from pathlib import Path

from workshop_kit.live.contract.typescript import write_contract

#: Where the front end expects it, from the checkout's root.
CONTRACT = Path("templates/frontend/src/contract.ts")

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else CONTRACT
    target.write_text(write_contract(), encoding="utf-8")
    print(target)
