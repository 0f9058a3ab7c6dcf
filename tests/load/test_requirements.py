"""What the bench installs beside Solara."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import packages_distributions, requires
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
#: Solara's own, which this environment does not have.
SOLARA = {"solara-ui", "solara-server", "solara-assets"}


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _gather(names: set[str]) -> set[str]:
    """Return the distributions that come with ``names``."""
    found: set[str] = set()
    while names:
        name = names.pop()
        found.add(name)
        wanted = [one for one in requires(name) or () if "extra ==" not in one]
        names |= {_name(one) for one in wanted} & _INSTALLED - found
    return found


_INSTALLED = {_name(one) for them in packages_distributions().values() for one in them}


def test_the_solara_app_finds_all_that_the_participants_panels_import() -> None:
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    listed = {_name(line) for line in lines if line and not line.startswith("#")} - SOLARA
    code = "import sys, workshop_kit.widgets.participant; print(*{name.partition('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    known = packages_distributions()
    imported = {_name(one) for module in ran.stdout.split() for one in known.get(module, ())}
    ours = {_name(one) for one in requires("workshop-kit") or ()}
    assert imported & ours <= _gather(listed & _INSTALLED)
    assert "sqlalchemy" in imported & ours
