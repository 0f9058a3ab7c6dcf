"""What a server does not load: its start is what an organiser waits for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.serving.running import make_config


def test_a_server_starts_without_a_grammar_that_nothing_asks_for(tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text(make_config(tmp_path, pages={"gone": tmp_path / "gone.ipynb"}).to_json(), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "workshop_kit.serving", str(file)],
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines() if line.startswith("import time:")}
    assert {"workshop_kit.serving.server", "nbformat", "jsonschema"} <= loaded
    assert not {"rfc3987_syntax.syntax_helpers", "lark"} & loaded
