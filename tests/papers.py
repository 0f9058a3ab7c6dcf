"""The parts of the papers for developers that the code decides: who names what, and which floor may import which.

``python -m tests.papers`` writes them anew between their markers, and keeps what the papers say of each line.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.unit.test_floors import GROUND, MAY_IMPORT
from workshop_kit.i18n import LANGUAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ARCHITECTURE = DOCS / "architecture.md"


def read_sources() -> dict[str, str]:
    """Return the texts of the code by path: Python, TypeScript, templates, styles; tests aside."""
    files = [*(ROOT / "workshop_kit").rglob("*.py"), *(ROOT / "templates").glob("*/*.typ")]
    for pattern in ("*.ts", "*.tsx", "*.css"):
        files += (ROOT / "templates" / "frontend" / "src").rglob(pattern)
    files += (ROOT / "templates" / "voila" / "workshop").glob("*.j2")
    return {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if ".test." not in file.name
    }


def constants(text: str) -> Iterator[object]:
    """Return the constants of a Python module; a docstring is never one word."""
    return (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))


def find_languages() -> set[str]:
    quoted = re.compile(rf"""["'](?:{"|".join(LANGUAGES)})["']""")
    return {
        path
        for path, text in read_sources().items()
        if (set(constants(text)) & set(LANGUAGES) if path.endswith(".py") else quoted.search(text))
    }


def find_results() -> set[str]:
    named, quoted = re.compile(r"(?:Stage|Moment)\.RESULTS\b"), re.compile(r"""["']results["']""")
    return {path for path, text in read_sources().items() if (named if path.endswith(".py") else quoted).search(text)}


def find_dots() -> set[str]:
    spoken = re.compile(r"\bdots\b|\bDots\b")
    code = {path: text for path, text in read_sources().items() if path.endswith((".py", ".ts", ".tsx"))}
    return {path for path, text in code.items() if spoken.search(text) and not path.startswith("workshop_kit/serving/")}


#: What a checklist lists between its markers, by page.
FOUND: dict[str, Callable[[], set[str]]] = {
    "add-a-language.md": find_languages,
    "add-a-phase.md": find_results,
    "add-a-vote.md": find_dots,
}


def read_block(page: Path, name: str) -> str:
    """Return what stands between the markers ``name: begin`` and ``name: end`` of a page."""
    text = page.read_text(encoding="utf-8")
    return text.split(f"<!-- {name}: begin -->\n")[1].split(f"<!-- {name}: end -->")[0]


def list_found(page: str) -> dict[str, str]:
    """Return the paths a checklist lists, each with what it says of them."""
    block = read_block(DOCS / "how-to" / page, "found")
    return dict(re.findall(r"^- \[ \] `([^`]+)`(.*)$", block, re.MULTILINE))


def read_floors() -> dict[str, tuple[str, set[str]]]:
    """Return the floors of the architecture's table: what each holds, and what it may import."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \| ([^|]+) \|$", read_block(ARCHITECTURE, "floors"), re.MULTILINE)
    return {
        floor: (holds, set(re.findall(r"`(\w+)`", allowed)) | (GROUND if "the ground" in allowed else set()))
        for floor, holds, allowed in rows
    }


def draw_floors() -> str:
    """Return the table of the floors as the imports are permitted now, the highest first."""
    holds = {floor: said for floor, (said, _) in read_floors().items()}
    order = sorted(MAY_IMPORT, key=lambda floor: (-len(MAY_IMPORT[floor] - {floor}), floor))
    lines = ["| floor | holds | may import |", "|---|---|---|"]
    for floor in order:
        allowed = MAY_IMPORT[floor] - {floor}
        whole = allowed >= GROUND
        named = [f"`{one}`" for one in order if one in (allowed - GROUND if whole else allowed)]
        imported = ", ".join([*named, *(["the ground"] if whole else [])])
        lines.append(f"| `{floor}` | {holds.get(floor, '…')} | {imported or 'nothing'} |")
    return "\n".join([*lines, "", "The ground: " + ", ".join(f"`{one}`" for one in sorted(GROUND)) + ".", ""])


def draw_found(page: str) -> str:
    """Return the list of a checklist as the code has it now."""
    said = list_found(page)
    return "".join(f"- [ ] `{path}`{said.get(path, '')}\n" for path in sorted(FOUND[page]()))


def write_block(page: Path, name: str, content: str) -> None:
    """Put ``content`` between the markers of a page."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(read_block(page, name), content), encoding="utf-8")


if __name__ == "__main__":
    write_block(ARCHITECTURE, "floors", draw_floors())
    for checklist in FOUND:
        write_block(DOCS / "how-to" / checklist, "found", draw_found(checklist))
