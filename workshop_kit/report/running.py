"""The synthesis notebook run in this very process: the same outputs as a kernel's, without starting one.

A kernel takes two seconds to start, the whole report about one. Cells that only IPython understands (magics, shell
commands) are left to a kernel.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import traceback
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


def run_notebook(notebook: Notebook, failed: Path, on_cell: Callable[[int, int], None] | None = None) -> None:
    """Run every code cell and put its outputs in the notebook.

    Parameters
    ----------
    notebook
        A notebook node, changed in place.
    failed
        Where the notebook is kept, with the error in it, if a cell fails.
    on_cell
        Called after each code cell with how many have run and how many there are.

    Raises
    ------
    InvalidEntry
        ``notebook-failed``, once the notebook is saved.

    """
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    if any(_needs_kernel(cell["source"]) for cell in cells):
        _run_elsewhere(notebook, failed)
        return
    names: dict[str, Any] = {"__name__": "__main__"}
    for count, cell in enumerate(cells, start=1):
        cell["execution_count"] = count
        try:
            _run_cell(cell, names)
        except WorkshopError:  # it says by itself what failed and what to do
            raise
        except (Exception, SystemExit) as error:
            lines = traceback.format_exception(error)
            cell["outputs"].append(
                {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": lines}
            )
            raise _keep_failed(notebook, failed, type(error).__name__, str(error)) from error
        if on_cell is not None:
            on_cell(count, len(cells))


def run_in_kernel(notebook: Any, failed: Path) -> None:
    """Run a notebook node in a Jupyter kernel of its own, in place; fails as ``run_notebook`` does."""
    from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

    runner = ExecutePreprocessor(timeout=600, kernel_name="python3")
    try:
        runner.preprocess(notebook, {"metadata": {"path": str(failed.parent)}})
    except CellExecutionError as error:
        raise _keep_failed(notebook, failed, str(error.ename), str(error.evalue)) from error


def _run_elsewhere(notebook: Notebook, failed: Path) -> None:
    from nbformat import from_dict

    node = from_dict(notebook)
    run_in_kernel(node, failed)
    notebook["cells"] = node["cells"]


def _keep_failed(notebook: Notebook, failed: Path, name: str, words: str) -> InvalidEntry:
    failed.parent.mkdir(parents=True, exist_ok=True)
    failed.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    asked = [cell for cell in notebook["cells"] if INJECTED_TAG not in cell.get("metadata", {}).get("tags", [])]
    number = next((n for n, cell in enumerate(asked, start=1) if _has_failed(cell)), 0)
    return InvalidEntry("notebook-failed", cell=number, error=f"{name}: {words}" if words else name, saved=failed)


def _has_failed(cell: Mapping[str, Any]) -> bool:
    return any(output["output_type"] == "error" for output in cell.get("outputs", ()))


def _needs_kernel(source: str) -> bool:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return any(
            line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?") for line in source.splitlines()
        )
    return any(
        isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith)
        or (isinstance(node, ast.Name) and node.id == "get_ipython")
        for node in ast.walk(tree)
    )


def _run_cell(cell: Any, names: dict[str, Any]) -> None:
    tree = ast.parse(cell["source"], "<cell>")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    # a semicolon after the last expression keeps it from being shown, as in IPython
    quiet = cell["source"].rstrip().endswith(";")
    printed = io.StringIO()
    names["display"] = lambda *values: _add_displays(cell, printed, values)
    value = None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102  # the notebook is the organiser's own program
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    _flush(cell, printed)
    if value is not None and not quiet:
        data, metadata = _format(value)
        output = {
            "output_type": "execute_result",
            "data": data,
            "metadata": metadata,
            "execution_count": cell["execution_count"],
        }
        cell["outputs"].append(output)


def _add_displays(cell: Any, printed: io.StringIO, values: tuple[Any, ...]) -> None:
    _flush(cell, printed)
    for value in values:
        data, metadata = _format(value)
        cell["outputs"].append({"output_type": "display_data", "data": data, "metadata": metadata})


def _flush(cell: Any, printed: io.StringIO) -> None:
    if printed.getvalue():
        cell["outputs"].append({"output_type": "stream", "name": "stdout", "text": printed.getvalue()})
        printed.seek(0)
        printed.truncate()


def _format(value: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a value's displays as IPython would; sections are asked directly, which spares importing IPython."""
    own = getattr(value, "_repr_mimebundle_", None)
    if own is not None and type(value).__module__.startswith("workshop_kit.report"):
        return own(), {}
    from IPython.core.formatters import DisplayFormatter

    data, metadata = DisplayFormatter().format(value)  # type: ignore[no-untyped-call]
    return data, metadata
