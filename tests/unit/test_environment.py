"""environment.yml, pyproject.toml and the lock file say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: conda-forge's own names for the same things
CONDA_NAMES = {"brotli-python": "brotli", "matplotlib-base": "matplotlib"}


def wanted_by_the_package() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(split(requirement) for requirement in project["dependencies"])


def split(requirement: str) -> tuple[str, str]:
    found = re.fullmatch(r"([A-Za-z0-9._-]+)(.*)", requirement.strip())
    assert found is not None, requirement
    return found.group(1).lower(), found.group(2)


def wanted_by_conda() -> dict[str, str]:
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    entries = [line.strip().removeprefix("- ") for line in lines if re.match(r"\s+- [a-z]", line)]
    named = dict(split(entry) for entry in entries if not entry.endswith(":") and entry not in {"conda-forge", "pip"})
    return {CONDA_NAMES.get(name, name): version for name, version in named.items()}


def test_conda_users_get_what_pip_users_get() -> None:
    conda = wanted_by_conda()
    assert conda.pop("python") == ">=3.11"
    assert conda == wanted_by_the_package()


def test_every_dependency_is_locked() -> None:
    locked = {line.split("==")[0] for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    wanted = {re.split(r"[\[<>=]", one)[0].lower() for one in [*project["dependencies"], *extras]}
    assert wanted <= locked, wanted - locked


def test_the_lock_file_names_versions_and_no_address() -> None:
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9._-]+==[\w.+!-]+( ; .+)?", line), line
    frontend = (ROOT / "templates/frontend/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in frontend
