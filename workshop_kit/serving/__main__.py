"""``python -m workshop_kit.serving CONFIG.json`` serves one room."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from workshop_kit.errors import CannotServe
from workshop_kit.serving.config import read_config
from workshop_kit.serving.logs import open_log
from workshop_kit.serving.sparing import spare_grammar


def main() -> int:
    """Serve what the configuration file says; report a server that cannot start as one JSON line."""
    open_log()
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    spare_grammar()
    from workshop_kit.serving.server import serve

    try:
        serve(read_config(Path(sys.argv[1])))
    except CannotServe as error:
        values = {name: str(value) for name, value in error.values.items()}
        print(json.dumps({"ready": False, "code": error.code, "values": values}), flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
