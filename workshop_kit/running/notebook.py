"""A notebook as plain values: read, given its parameters, run whole, kept with its error when a cell fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from workshop_kit.errors import InvalidEntry, WorkshopError

PARAMETERS_TAG: Final = "parameters"
INJECTED_TAG: Final = "injected-parameters"

Notebook = dict[str, Any]


def read_notebook(path: Path) -> Notebook:
    """Read a notebook as plain JSON values, its outputs of another day left out.

    Raises
    ------
    InvalidEntry
        ``notebook-unreadable`` when the file is not a notebook of Jupyter's fourth format.

    """
    try:
        notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"])
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidEntry("notebook-unreadable", path=path) from error
    return notebook


def list_code(notebook: Notebook) -> list[dict[str, Any]]:
    """Return the code cells, in order."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def inject_parameters(notebook: Notebook, **values: str | None) -> None:
    """Add a cell after the one tagged ``parameters`` that gives other values to its names."""
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": INJECTED_TAG,
        "metadata": {"tags": [INJECTED_TAG]},
        "source": "\n".join(f"{name} = {value!r}" for name, value in values.items()),
        "outputs": [],
        "execution_count": None,
    }
    cells = notebook["cells"]
    places = [n for n, one in enumerate(cells) if PARAMETERS_TAG in one.get("metadata", {}).get("tags", [])]
    cells.insert(places[0] + 1 if places else 0, cell)


def run_notebook(
    notebook: Notebook, place: Path, failed: Path, on_cell: Callable[[int, int], None] | None = None
) -> None:
    """Run every code cell and put its outputs in the notebook; the process is afterwards as it was.

    Parameters
    ----------
    notebook
        A notebook, changed in place.
    place
        The folder it runs from: its own, as in JupyterLab.
    failed
        Where the notebook is kept, with the error in it, if a cell fails.
    on_cell
        Called after each code cell with how many have run and how many there are.

    Raises
    ------
    InvalidEntry
        ``notebook-failed``, once the notebook is saved.
    WorkshopError
        What a cell raised of the kit's own errors, as it is: it says by itself what failed and what to do.

    """
    from workshop_kit.running.shell import borrow_process

    failed = failed.absolute()
    cells = list_code(notebook)
    with borrow_process(place.absolute()) as shell:
        for count, cell in enumerate(cells, start=1):
            run = shell.run(cell["source"])
            cell |= {"execution_count": count, "outputs": [_number(output, count) for output in run.outputs]}
            if isinstance(run.error, WorkshopError | KeyboardInterrupt):
                raise run.error
            if run.error is not None:
                name, words = type(run.error).__name__, str(run.error)
                raise keep_failed(notebook, failed, name, words) from run.error
            if on_cell is not None:
                on_cell(count, len(cells))


def keep_failed(notebook: Notebook, failed: Path, name: str, words: str) -> InvalidEntry:
    """Save a notebook with the error in it as ``failed``, and return the refusal that tells of it."""
    failed.parent.mkdir(parents=True, exist_ok=True)
    failed.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    asked = [cell for cell in notebook["cells"] if INJECTED_TAG not in cell.get("metadata", {}).get("tags", [])]
    number = next((n for n, cell in enumerate(asked, start=1) if _has_failed(cell)), 0)
    return InvalidEntry("notebook-failed", cell=number, error=f"{name}: {words}" if words else name, saved=failed)


def _number(output: dict[str, Any], count: int) -> dict[str, Any]:
    return output | {"execution_count": count} if output["output_type"] == "execute_result" else output


def _has_failed(cell: Mapping[str, Any]) -> bool:
    return any(output["output_type"] == "error" for output in cell.get("outputs", ()))
