"""The folder tree is the architecture: each floor imports only from those below it, and nothing goes in a circle."""

from __future__ import annotations

import ast
import graphlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[2] / "workshop_kit"

GROUND = {"entrance", "errors", "environment", "i18n", "places", "qr", "running", "tokens", "trust", "visit"}
#: Every floor of the house, low to high, and all that it may import besides itself.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": {"data"},
    "entrance": set(),
    "environment": set(),
    "errors": set(),
    "i18n": {"errors"},
    "places": {"environment", "errors"},
    "tokens": {"places"},
    "trust": {"places"},
    "visit": {"environment"},
    "qr": set(),
    "running": {"errors"},
    "domain": {"errors"},
    "store": {"domain", "environment", "errors"},
    "live": {"store", "domain", *GROUND},
    "plots": {"domain", *GROUND},
    "data": {"store", "domain", *GROUND},
    "files": {"store", "domain", *GROUND},
    "serving": GROUND,
    "report": {"plots", "store", "domain", *GROUND},
    "prints": {"report", "live", "store", "domain", *GROUND},
    "widgets": {"report", "prints", "files", "live", "store", "domain", *GROUND},
    "hosting": {"serving", "report", "files", "live", "store", "domain", *GROUND},
    "cli": {"hosting", "serving", "report", "prints", "files", "live", "store", "domain", "__init__", *GROUND},
    "__main__": {"cli"},
}
ONLY_IN = {
    "ipywidgets": {"widgets"},
    "anywidget": {"widgets"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "matplotlib": {"plots"},
    "pandas": {"data"},
    "nbconvert": {"report"},
    "typst": {"report"},
    "voila": {"serving"},
    "tornado": {"serving"},
    "jupyter_server": {"serving"},
    "jupyter_client": {"serving"},
    "zmq": {"serving"},
    "comm": {"serving"},
    "segno": {"qr", "cli"},
    "openpyxl": {"files"},
    "duckdb": {"files"},
    "scipy": {"domain"},
    "highspy": {"domain"},
    "simplemma": {"domain"},
    "click": {"cli"},
    "IPython": {"running"},
    "ifaddr": {"serving", "hosting"},
    "icalendar": {"prints"},
    "PIL": {"prints"},
    "platformdirs": {"hosting", "places"},
    "subprocess": {"report", "serving", "hosting", "cli"},
}
#: The one module that knows the insides of Jupyter's server and its kernel managers.
INSIDES = {"jupyter_server.services.kernels", "jupyter_client.provisioning", "jupyter_client.kernelspec"}
IMPURE = {"jupyter_client", "IPython", "sqlite3", "pathlib", "os", "random", "secrets", "uuid", "time", "asyncio"}
CLOCKS = {"now", "utcnow", "today", "fromtimestamp", "localtime"}

MODULES = sorted(PACKAGE.rglob("*.py"))
EACH_MODULE = pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))


def floor_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(module) for module in MODULES}


class Source(NamedTuple):
    """What these tests ask of a module's text: its imports, anywhere in it, and the texts that stand in it."""

    imports: tuple[ast.Import | ast.ImportFrom, ...]
    texts: frozenset[str]


@cache  # each module is asked about many times
def read(module: Path) -> Source:
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return Source(tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)), frozenset(texts))


def imports_of(module: Path) -> set[str]:
    """Return what a module imports anywhere in it: at its top, inside functions, for its types alone."""
    found: set[str] = set()
    for node in read(module).imports:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif node.level == 0 and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        else:
            raise AssertionError(f"{module} imports relatively: name the module in full")
    return found


def modules_imported_by(module: Path) -> set[str]:
    """Return the modules of the package that a module names: the one a name is taken from, not the packages above."""
    found: set[str] = set()
    for node in read(module).imports:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & NAMES
        elif node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found |= {inner if inner in NAMES else node.module} & NAMES
    return found


def test_every_floor_is_on_the_plan() -> None:
    assert {floor_of(module) for module in MODULES} == set(MAY_IMPORT)


@EACH_MODULE
def test_a_module_imports_only_from_the_floors_below(module: Path) -> None:
    floor = floor_of(module)
    allowed = MAY_IMPORT[floor] | {floor}
    imported = floors_imported_by(module)
    assert imported <= allowed, f"{module.relative_to(PACKAGE)} ({floor}) imports {imported - allowed}"


def floors_imported_by(module: Path) -> set[str]:
    names = [name.split(".") for name in imports_of(module)]
    parts = {one[1] for one in names if one[0] == "workshop_kit" and len(one) > 1}
    return {"__init__" if part.startswith("__version") else part for part in parts}


@pytest.mark.parametrize("floor", MAY_IMPORT)
def test_a_floor_imports_each_floor_that_it_may(floor: str) -> None:
    imported: set[str] = set().union(*(floors_imported_by(one) for one in MODULES if floor_of(one) == floor))
    assert MAY_IMPORT[floor] - GROUND <= imported, "the plan allows more than the house needs"


def test_the_floors_themselves_stand_on_each_other_without_a_circle() -> None:
    graphlib.TopologicalSorter(MAY_IMPORT).prepare()


def test_no_module_imports_in_a_circle() -> None:
    graph = {name_of(module): modules_imported_by(module) for module in MODULES}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@EACH_MODULE
def test_what_reads_a_file_knows_nothing_of_the_workshop_it_is_for(module: Path) -> None:
    if module.is_relative_to(PACKAGE / "files" / "reading"):
        beyond = ("workshop_kit.store", "workshop_kit.files.importing", "workshop_kit.files.exporting")
        assert [name for name in imports_of(module) if name.startswith(beyond)] == []


@EACH_MODULE
def test_each_heavy_library_stays_on_its_floor(module: Path) -> None:
    for name in imports_of(module):
        library = name.split(".", maxsplit=1)[0]
        if library in ONLY_IN:
            assert floor_of(module) in ONLY_IN[library], f"{module.relative_to(PACKAGE)} imports {name}"


def test_one_module_knows_the_insides_of_jupyters_server() -> None:
    knowing = {
        name_of(module) for module in MODULES if any(name.startswith(tuple(INSIDES)) for name in imports_of(module))
    }
    assert knowing == {"workshop_kit.serving.jupyter"}


def test_the_domain_knows_no_chance_no_files_and_no_clock() -> None:
    for module in (PACKAGE / "domain").rglob("*.py"):
        libraries = {name.split(".")[0] for name in imports_of(module)}
        assert not libraries & IMPURE, f"{module.name} imports {libraries & IMPURE}"
        assert not clocks_in(module.read_text(encoding="utf-8")), f"{module.name} asks a clock"


def clocks_in(source: str) -> set[str]:
    """Return the names under which a source asks what time it is, such as ``datetime.now``."""
    return {
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    }


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "f(default_factory=datetime.datetime.utcnow)"])
def test_a_clock_is_found_however_it_is_asked(source: str) -> None:
    assert clocks_in(source)


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "api", "misc"}
    assert not [module for module in MODULES if module.stem in drawers or module.parent.name in drawers]


def test_no_module_is_loaded_twice_by_the_process_whose_main_module_it_is() -> None:
    run_by_name = {"workshop_kit.serving.page_process", "workshop_kit.serving.nursery_process"}
    run_by_name |= {"workshop_kit.serving.__main__", "workshop_kit.__main__"}
    assert run_by_name <= NAMES
    for module in MODULES:
        assert not modules_imported_by(module) & run_by_name, f"{module.relative_to(PACKAGE)} loads a main module again"


def test_the_names_of_the_environment_stand_in_one_place() -> None:
    variables = constants_in(PACKAGE / "environment.py", upper=True)
    assert {"WORKSHOP_FOLDER", "PAGE_AWAITS_VISIT", "QUERY_STRING"} <= variables
    for module in MODULES:
        if module != PACKAGE / "environment.py":
            spelled = constants_in(module) & variables
            assert not spelled, f"{module.relative_to(PACKAGE)} spells {spelled} out"


def constants_in(module: Path, *, upper: bool = False) -> set[str]:
    """Return the texts that stand in a module as they are; only those in capitals if ``upper``."""
    return {text for text in read(module).texts if not upper or text.isupper()}
