"""The folder tree is the architecture: each floor imports only from those below it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "workshop_kit"

GROUND = {"errors", "visit", "places", "i18n", "tokens", "__init__"}
TOP = {"cli", "__main__", "servers", "doctor", "adapt", "samples", "report", "files"}
MAY_IMPORT = {
    "errors": set(),
    "__init__": {"data"},
    "visit": set(),
    "places": {"errors"},
    "tokens": {"places", "errors"},
    "i18n": {"errors"},
    "running": {"errors"},
    "domain": {"errors"},
    "store": {"domain", "errors"},
    "data": {"store", "domain", *GROUND},
    "live": {"store", "domain", *GROUND},
    "plots": {"domain", *GROUND},
    "widgets": {"report", "live", "plots", "domain", *GROUND},
    "serving": {"visit", "i18n", "errors", "running"},
    "files": {"live", "store", "domain", *GROUND},
    "report": {"live", "store", "domain", "plots", "running", *GROUND},
}
ONLY_IN = {
    "ipywidgets": {"widgets", "serving"},
    "IPython": {"running"},
    "subprocess": {"report", "serving", "servers", "hosting", "cli"},
    "anywidget": {"widgets", "serving"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "matplotlib": {"plots"},
    "pandas": {"data"},
    "nbconvert": {"report", "serving"},
    "typst": {"report"},
    "voila": {"serving"},
}
PURE = {"jupyter_client", "IPython", "sqlite3", "pathlib", "os", "random", "secrets", "uuid", "time", "asyncio"}


def floor_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            raise AssertionError(f"{module} imports relatively: name the module in full")
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_the_floors_below(module: Path) -> None:
    floor = floor_of(module)
    if floor in TOP - {"files", "report"}:
        return
    allowed = MAY_IMPORT[floor] | {floor}
    for name in imports_of(module):
        parts = name.split(".")
        if parts[0] == "workshop_kit" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in allowed, f"{module.relative_to(PACKAGE)} ({floor}) imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_heavy_library_stays_on_its_floor(module: Path) -> None:
    for name in imports_of(module):
        library = name.split(".", maxsplit=1)[0]
        if library in ONLY_IN:
            assert floor_of(module) in ONLY_IN[library], f"{module.relative_to(PACKAGE)} imports {name}"


def test_the_domain_knows_no_clock_no_chance_and_no_files() -> None:
    for module in (PACKAGE / "domain").rglob("*.py"):
        libraries = {name.split(".")[0] for name in imports_of(module)}
        assert not libraries & PURE, f"{module.name} imports {libraries & PURE}"


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "api", "misc"}
    assert not [module for module in MODULES if module.stem in drawers or module.parent.name in drawers]
