"""The synthesis notebook run in this very process: the same outputs as a kernel's, without starting one.

A kernel takes two seconds to start, the whole report about one. Cells that only IPython understands (magics, shell
commands) are left to a kernel.
"""

from __future__ import annotations

import ast
import contextlib
import io
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import nbformat

from workshop_kit.errors import InvalidEntry

PARAMETERS_TAG: Final = "parameters"
INJECTED_TAG: Final = "injected-parameters"


def read_notebook(path: Path) -> Any:
    """Read a notebook, its outputs of another day left out."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return notebook


def inject_parameters(notebook: Any, **values: str | None) -> None:
    """Add a cell after the one tagged ``parameters`` that gives other values to its names."""
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": [INJECTED_TAG]})
    places = [n for n, one in enumerate(notebook.cells) if PARAMETERS_TAG in one.metadata.get("tags", [])]
    notebook.cells.insert(places[0] + 1 if places else 0, cell)


def run_notebook(notebook: Any, failed: Path, on_cell: Callable[[int, int], None] | None = None) -> None:
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
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if any(_needs_kernel(cell.source) for cell in cells):
        run_in_kernel(notebook, failed)
        return
    names: dict[str, Any] = {"__name__": "__main__"}
    for count, cell in enumerate(cells, start=1):
        cell.execution_count = count
        try:
            _run_cell(cell, names)
        except (Exception, SystemExit) as error:
            lines = traceback.format_exception(error)
            cell.outputs.append(
                nbformat.v4.new_output("error", ename=type(error).__name__, evalue=str(error), traceback=lines)
            )
            raise _keep_failed(notebook, failed, type(error).__name__, str(error)) from error
        if on_cell is not None:
            on_cell(count, len(cells))


def run_in_kernel(notebook: Any, failed: Path) -> None:
    """Run the notebook in a Jupyter kernel of its own; fails as ``run_notebook`` does."""
    from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

    runner = ExecutePreprocessor(timeout=600, kernel_name="python3")
    try:
        runner.preprocess(notebook, {"metadata": {"path": str(failed.parent)}})
    except CellExecutionError as error:
        raise _keep_failed(notebook, failed, str(error.ename), str(error.evalue)) from error


def _keep_failed(notebook: Any, failed: Path, name: str, words: str) -> InvalidEntry:
    nbformat.write(notebook, failed)
    number = next(
        (
            n
            for n, cell in enumerate(notebook.cells, start=1)
            if any(o.output_type == "error" for o in cell.get("outputs", ()))
        ),
        0,
    )
    return InvalidEntry("notebook-failed", cell=number, error=f"{name}: {words}" if words else name, saved=failed)


def _needs_kernel(source: str) -> bool:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return any(
            line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?") for line in source.splitlines()
        )
    return any(isinstance(node, ast.Name) and node.id == "get_ipython" for node in ast.walk(tree))


def _run_cell(cell: Any, names: dict[str, Any]) -> None:
    tree = ast.parse(cell.source, "<cell>")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    # a semicolon after the last expression keeps it from being shown, as in IPython
    quiet = cell.source.rstrip().endswith(";")
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
        output = nbformat.v4.new_output(
            "execute_result", data=data, metadata=metadata, execution_count=cell.execution_count
        )
        cell.outputs.append(output)


def _add_displays(cell: Any, printed: io.StringIO, values: tuple[Any, ...]) -> None:
    _flush(cell, printed)
    for value in values:
        data, metadata = _format(value)
        cell.outputs.append(nbformat.v4.new_output("display_data", data=data, metadata=metadata))


def _flush(cell: Any, printed: io.StringIO) -> None:
    if printed.getvalue():
        cell.outputs.append(nbformat.v4.new_output("stream", name="stdout", text=printed.getvalue()))
        printed.seek(0)
        printed.truncate()


def _format(value: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a value's displays as IPython would; sections are asked directly, which spares importing IPython."""
    own = getattr(value, "_repr_mimebundle_", None)
    if own is not None and type(value).__module__.startswith("workshop_kit.report"):
        return own(), {}
    from IPython.core.formatters import DisplayFormatter

    data, metadata = DisplayFormatter().format(value)
    return data, metadata
