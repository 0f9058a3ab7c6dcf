"""Which way the front end's imports point: no circle, and the page knows nothing of the panels it shows."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "templates" / "frontend" / "src"
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']*)["']""")


def read_imports(sources: Path) -> dict[str, set[str]]:
    """Return for each TypeScript file the files it imports, types as well, all named from ``sources``."""
    files = sorted(path for path in sources.rglob("*.ts*") if not path.name.endswith(".d.ts"))
    return {
        path.relative_to(sources).as_posix(): {
            found.relative_to(sources).as_posix()
            for imported in IMPORT.findall(path.read_text(encoding="utf-8"))
            if (found := find_module(path.parent / imported)) is not None
        }
        for path in files
    }


def find_module(path: Path) -> Path | None:
    """Return the file that an import names, ``None`` for a style sheet or figures."""
    if path.suffix in {".css", ".json"}:
        return None
    return next(
        found
        for end in (".ts", ".tsx", "/index.ts", "/index.tsx")
        if (found := Path(f"{path}{end}").resolve()).is_file()
    )


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    return read_imports(SOURCES)


def test_the_imports_are_read(imports: dict[str, set[str]]) -> None:
    assert "panels/kit/panel.tsx" in imports["panels/participant/vote.tsx"]
    assert "identifier.ts" in imports["page/comms.ts"]
    assert "page/stock.ts" in imports["page/index.ts"], "an import by need is one as well"


def test_no_file_of_the_front_end_imports_itself_by_a_detour(imports: dict[str, set[str]]) -> None:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_a_circle_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "vote.tsx").write_text('import { Results } from "./results";\n', encoding="utf-8")
    (tmp_path / "results.tsx").write_text('import type { Option } from "./vote";\n', encoding="utf-8")
    with pytest.raises(CycleError):
        TopologicalSorter(read_imports(tmp_path)).prepare()


def test_the_page_imports_nothing_from_the_panels(imports: dict[str, set[str]]) -> None:
    pointing = {
        f"{file} -> {one}"
        for file, found in imports.items()
        for one in found
        if file.startswith("page/") and one.startswith("panels/")
    }
    assert pointing == set()


@pytest.mark.parametrize("role", ["participant", "facilitator", "screen"])
def test_a_roles_panels_import_nothing_from_another_roles(imports: dict[str, set[str]], role: str) -> None:
    others = tuple(f"panels/{other}/" for other in {"participant", "facilitator", "screen"} - {role})
    pointing = {
        f"{file} -> {one}"
        for file, found in imports.items()
        for one in found
        if file.startswith(f"panels/{role}/") and one.startswith(others)
    }
    assert pointing == set()


def test_the_kit_imports_nothing_from_a_roles_panels(imports: dict[str, set[str]]) -> None:
    pointing = {
        f"{file} -> {one}"
        for file, found in imports.items()
        for one in found
        if file.startswith("panels/kit/") and one.startswith("panels/") and not one.startswith("panels/kit/")
    }
    assert pointing == set()


def test_only_tests_stand_on_the_stage(imports: dict[str, set[str]]) -> None:
    importing = {file for file, found in imports.items() if "panels/kit/stage.tsx" in found}
    assert importing
    assert all(".test." in file for file in importing)
