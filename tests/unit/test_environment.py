"""environment.yml, pyproject.toml and the lock file say the same."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
#: conda-forge's own names for the same things
CONDA_NAMES = {"brotli-python": "brotli", "matplotlib-base": "matplotlib", "python-duckdb": "duckdb"}
#: modules whose package is called otherwise
PACKAGES = {
    "IPython": "ipython",
    "PIL": "pillow",
    "zmq": "pyzmq",
    "jupyter_client": "jupyter-client",
    "jupyter_server": "jupyter-server",
}
#: declared, and used without an import of ours
NOT_IMPORTED = {
    "ipywidgets": "the widgets that anywidget's are; a page process asks whether they were loaded",
    "jupyterlab": "started as a command by workshop-kit lab",
    "pandas": "the organiser's way into the data, in notebooks",
}
#: stand in for types while they are checked, and are no packages
NO_PACKAGE = {"_typeshed"}


def wanted_by_the_package() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(split(requirement) for requirement in project["dependencies"])


def split(requirement: str) -> tuple[str, str]:
    found = re.fullmatch(r"([A-Za-z0-9._-]+)(.*)", requirement.strip())
    assert found is not None, requirement
    return found.group(1).lower().replace("_", "-"), found.group(2)


def wanted_by_conda() -> dict[str, str]:
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    entries = [line.strip().removeprefix("- ") for line in lines if re.match(r"\s+- [a-z]", line)]
    named = dict(split(entry) for entry in entries if not entry.endswith(":") and entry not in {"conda-forge", "pip"})
    return {CONDA_NAMES.get(name, name): version for name, version in named.items()}


def test_conda_users_get_what_pip_users_get() -> None:
    conda = wanted_by_conda()
    assert conda.pop("python") == ">=3.11"
    assert conda == wanted_by_the_package()


def locked_versions() -> dict[str, set[str]]:
    """Return what is locked; a package may have a version for each Python."""
    versions: defaultdict[str, set[str]] = defaultdict(set)
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        name, version = line.partition(" ;")[0].split("==")
        versions[name].add(version)
    return versions


def test_every_version_locked_is_one_the_package_accepts() -> None:
    locked = locked_versions()
    for name, accepted in wanted_by_the_package().items():
        assert locked[name], name
        for version in locked[name]:
            assert version in SpecifierSet(accepted), f"{name} {version} is locked, {accepted} is declared"


def test_every_dependency_is_locked() -> None:
    locked = set(locked_versions())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    wanted = {re.split(r"[\[<>=]", one)[0].lower() for one in [*project["dependencies"], *extras]}
    assert wanted <= locked, wanted - locked


def test_the_lock_file_names_versions_and_no_address() -> None:
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9._-]+==[\w.+!-]+( ; .+)?", line), line
    frontend = (ROOT / "templates/frontend/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in frontend


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = {re.split(r"[\[<>=]", one)[0] for one in project["optional-dependencies"]["postgresql"]}
    imported = {PACKAGES.get(name, name.lower().replace("_", "-")) for name in imported_modules()}
    declared = set(wanted_by_the_package())
    assert imported - declared == optional
    assert declared - imported <= set(NOT_IMPORTED), "declared, but never imported"


def imported_modules() -> set[str]:
    """Return the modules of others that the package imports anywhere."""
    found: set[str] = set()
    for module in (ROOT / "workshop_kit").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module or "")
    names = {name.split(".")[0] for name in found}
    return names - sys.stdlib_module_names - NO_PACKAGE - {"workshop_kit"}
