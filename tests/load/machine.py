"""The machine and the versions that figures belong to."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.load.rooms import SOLARA_ENVIRONMENT


def describe_machine() -> dict[str, str | int | float]:
    """Return what the figures were taken on."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"))
    return {
        "cores": os.cpu_count() or 0,
        "processor": model[1].strip() if model else platform.machine(),
        "memory_gb": round(int(memory[1]) / 1024**2, 1) if memory else 0,
        "system": f"{platform.system()} {platform.release()}",
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "load_at_start": round(_read_load(), 2),
    }


def _read_load() -> float:
    if sys.platform == "win32":
        return 0.0
    return os.getloadavg()[0]


def list_versions() -> dict[str, str]:
    """Return the versions of everything compared; an empty one is not installed."""
    versions = {"python": platform.python_version()}
    for name in ("workshop-kit", "voila", "ipykernel", "ipywidgets", "jupyter_server", "tornado"):
        versions[name] = version(name)
    versions["solara"] = _ask([str(SOLARA_ENVIRONMENT / "bin" / "python"), "-c", _SOLARA_VERSION])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    versions["chromium"] = _ask([chromium, "--version"]).removeprefix("Chromium ") if chromium else ""
    return versions


_SOLARA_VERSION = "from importlib.metadata import version; print(version('solara-server'))"


def _ask(command: list[str]) -> str:
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    except OSError:
        return ""
    lines = answer.stdout.strip().splitlines()
    return lines[-1].strip() if lines else ""
