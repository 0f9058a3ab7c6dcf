"""Write what the contract says elsewhere: ``contract.ts`` and ``limits.ts``, and the tables of a document on security.

``python -m workshop_kit.live.contract [FILE] [--permits DOCUMENT]``
"""

from __future__ import annotations

import argparse
from pathlib import Path

from workshop_kit.live.contract.permits import update_file
from workshop_kit.live.contract.typescript import write_contract, write_limits

#: Where the front end expects it, from the checkout's root.
CONTRACT = Path("templates/frontend/src/contract.ts")

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m workshop_kit.live.contract", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, default=CONTRACT, help="where the contract is written, the limits beside it"
    )
    parser.add_argument("--permits", type=Path, metavar="DOCUMENT", help="also write the tables anew in this document")
    asked = parser.parse_args()
    for file, text in ((asked.file, write_contract()), (asked.file.with_name("limits.ts"), write_limits())):
        file.write_text(text, encoding="utf-8")
        print(file)
    if asked.permits is not None:
        update_file(asked.permits)
        print(asked.permits)
