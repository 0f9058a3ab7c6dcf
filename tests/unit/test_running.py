"""The one runner of notebooks: what its cells show, what it refuses, and how it leaves the process it borrowed."""

from __future__ import annotations

import asyncio
import atexit
import builtins
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell

from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.running.notebook import Notebook, inject_parameters, read_notebook, run_notebook
from workshop_kit.running.shell import CellShell, configure_shell


def make_notebook(*sources: str, tags: tuple[str, ...] = ()) -> Notebook:
    cells = [{"cell_type": "code", "source": source, "metadata": {"tags": list(tags)}} for source in sources]
    return {"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}


def run(place: Path, *sources: str) -> list[list[dict[str, Any]]]:
    """Run cells from ``place`` and return the outputs of each."""
    notebook = make_notebook(*sources)
    run_notebook(notebook, place, place / "failed.ipynb")
    return [cell["outputs"] for cell in notebook["cells"]]


def texts(outputs: list[dict[str, Any]]) -> list[str]:
    return [str(output.get("text") or output["data"]["text/plain"]) for output in outputs]


@pytest.fixture
def snapshot() -> Iterator[None]:
    """Fail if the process is not afterwards as it was before."""

    def look() -> tuple[Any, ...]:
        hooks = (sys.displayhook, sys.excepthook, sys.stdout, sys.stderr, sys.modules["__main__"])
        prompts = [getattr(sys, name, None) for name in ("ps1", "ps2", "ps3")]
        words = [builtins.__dict__.get(name) for name in ("display", "__IPYTHON__", "get_ipython")]
        return (*hooks, prompts, words, InteractiveShell._instance, Path.cwd(), list(sys.path))

    before = look()
    yield
    assert look() == before


def test_a_cell_shows_what_it_prints_displays_and_ends_on_in_order(tmp_path: Path) -> None:
    [outputs] = run(tmp_path, "import sys\nprint('one'); sys.stderr.write('two'); display(3)\nprint('four')\n5")
    assert [output["output_type"] for output in outputs] == [
        "stream",
        "stream",
        "display_data",
        "stream",
        "execute_result",
    ]
    assert texts(outputs) == ["one\n", "two", "3", "four\n", "5"]
    assert outputs[1]["name"] == "stderr"
    assert outputs[4]["execution_count"] == 1


@pytest.mark.parametrize("source", ["1 + 1;", "None", "x = 1", "", "1;  # not shown"])
def test_a_cell_that_ends_quietly_shows_nothing(tmp_path: Path, source: str) -> None:
    assert run(tmp_path, source) == [[]]


def test_pictures_are_kept_as_text_that_json_can_hold(tmp_path: Path) -> None:
    code = "class Dot:\n    def _repr_png_(self): return b'\\x89PNG'\nDot()"
    assert run(tmp_path, code)[0][0]["data"]["image/png"] == "iVBORw=="


def test_what_only_ipython_understands_runs_in_the_same_shell(tmp_path: Path) -> None:
    outputs = run(
        tmp_path,
        "kept = 20",
        "%%capture caught\nprint('hidden')",
        "import asyncio\nawait asyncio.sleep(0)\nkept + 1",
        "loop = asyncio.get_running_loop()\nawait asyncio.sleep(0)",
        "get_ipython().user_ns['kept'] + len(caught.stdout)",
        "%who_ls int",
        "!echo said by a command",
    )
    assert [texts(one) for one in outputs[:-1]] == [[], [], ["21"], [], ["27"], ["['kept']"]]
    assert texts(outputs[-1])[0].strip() == "said by a command"


def test_cells_run_from_the_notebooks_own_folder_and_import_from_it(tmp_path: Path, snapshot: None) -> None:
    (tmp_path / "beside_the_notebook.py").write_text("ANSWER = 42", encoding="utf-8")
    (tmp_path / "data.txt").write_text("read", encoding="utf-8")
    outputs = run(
        tmp_path,
        "from beside_the_notebook import ANSWER\nANSWER",
        "from pathlib import Path\nPath('data.txt').read_text()",
    )
    assert [texts(one) for one in outputs] == [["42"], ["'read'"]]
    del sys.modules["beside_the_notebook"]


def test_two_runs_in_one_process_know_nothing_of_each_other(tmp_path: Path, snapshot: None) -> None:
    run(tmp_path, "mine = 1\nimport os, sys\nos.chdir('/')\nsys.path.insert(0, 'elsewhere')")
    with pytest.raises(InvalidEntry, match="NameError"):
        run(tmp_path, "mine")


@pytest.mark.filterwarnings("ignore:To exit")  # IPython's advice to whoever leaves a cell
def test_a_failed_run_leaves_the_process_as_it_was(tmp_path: Path, snapshot: None) -> None:
    for source in ("1 / 0", "raise SystemExit(3)", "def (", "%nothing_of_that_name", "await nothing"):
        with pytest.raises(InvalidEntry):
            run(tmp_path, source)


def test_the_shell_of_a_person_who_asks_from_a_notebook_stays_theirs(tmp_path: Path, snapshot: None) -> None:
    main = sys.modules["__main__"]
    theirs = CellShell.instance(config=configure_shell(), ipython_dir=str(tmp_path / "theirs"))
    try:
        theirs.user_ns["ask"] = lambda: run(tmp_path, "import sys\nlost = 1\ndisplay(6)\nawait_me = 1", "7")
        asked = theirs.run("mine = 1\ndisplay('before')\nfound = ask()\ndisplay('after')\n'last'")
        assert asked.error is None
        assert texts(asked.outputs) == ["'before'", "'after'", "'last'"]
        assert [texts(one) for one in theirs.user_ns["found"]] == [["6"], ["7"]]
        assert "lost" not in theirs.user_ns
        assert get_ipython() is theirs
        assert InteractiveShell.instance() is theirs
    finally:
        atexit.unregister(theirs.atexit_operations)
        CellShell.clear_instance()
        InteractiveShell._instance = None
        sys.modules["__main__"] = main
        for name in ("ps1", "ps2", "ps3"):
            sys.__dict__.pop(name, None)
        for name in ("display", "__IPYTHON__"):
            builtins.__dict__.pop(name, None)


def test_a_cell_that_awaits_runs_where_a_loop_is_running_already(tmp_path: Path) -> None:
    async def ask() -> list[str]:
        mine = asyncio.get_running_loop()
        outputs = run(
            tmp_path, "import asyncio\nawait asyncio.sleep(0)\n'awaited'", "1", "await asyncio.sleep(0, 'too')"
        )
        assert asyncio.get_running_loop() is mine
        return [text for one in outputs for text in texts(one)]

    assert asyncio.run(ask()) == ["'awaited'", "1", "'too'"]


def test_a_value_that_cannot_be_shown_fails_its_cell(tmp_path: Path) -> None:
    code = "class Bad:\n    def _repr_html_(self): raise LookupError('no words')\nBad()"
    with pytest.raises(InvalidEntry) as refusal:
        run(tmp_path, "1", code)
    assert refusal.value.values["error"] == "LookupError: no words"
    assert refusal.value.values["cell"] == 2


@pytest.mark.filterwarnings("ignore:To exit")
@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(3)", "SystemExit"),
        ("def (", "SyntaxError"),
        ("%nothing_of_that_name", "UsageError"),
        ("import asyncio\nawait asyncio.sleep(0)\n1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_failed_notebook_is_kept_with_its_error_before_it_is_told(tmp_path: Path, source: str, error: str) -> None:
    notebook = make_notebook("a = 1", tags=("parameters",))
    notebook["cells"] += make_notebook("print('fine')", source, "never")["cells"]
    inject_parameters(notebook, a="2")
    with pytest.raises(InvalidEntry) as refusal:
        run_notebook(notebook, tmp_path, tmp_path / "kept" / "failed.ipynb")
    assert refusal.value.code == "notebook-failed"
    assert refusal.value.values["cell"] == 3, "the injected cell is not counted: its organiser never sees it"
    assert str(refusal.value.values["error"]).startswith(error)
    kept = json.loads((tmp_path / "kept" / "failed.ipynb").read_text(encoding="utf-8"))
    assert texts(kept["cells"][2]["outputs"]) == ["fine\n"]
    assert [one["ename"] for one in kept["cells"][3]["outputs"] if one["output_type"] == "error"] == [error]
    assert not kept["cells"][4].get("outputs")


def test_the_kits_own_errors_pass_as_they_are(tmp_path: Path, snapshot: None) -> None:
    code = "from workshop_kit.errors import NotAllowed\nraise NotAllowed('not-now', phase='vote')"
    with pytest.raises(NotAllowed) as refusal:
        run(tmp_path, code)
    assert refusal.value.values == {"phase": "vote"}
    assert not (tmp_path / "failed.ipynb").exists()


def test_an_interruption_passes_as_it_is(tmp_path: Path, snapshot: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, "raise KeyboardInterrupt")


def test_progress_is_told_cell_by_cell(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run_notebook(
        make_notebook("1", "2", "3"), tmp_path, tmp_path / "f.ipynb", lambda done, all: told.append((done, all))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_parameters_stand_after_the_cell_that_is_tagged(tmp_path: Path) -> None:
    notebook = make_notebook("a = 1", tags=("parameters",))
    notebook["cells"] += make_notebook("a")["cells"]
    inject_parameters(notebook, a='it\'s "this"')
    run_notebook(notebook, tmp_path, tmp_path / "failed.ipynb")
    assert texts(notebook["cells"][2]["outputs"]) == [repr('it\'s "this"')]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cells": [{"cell_type": "code"}]}'])
def test_what_is_no_notebook_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "n.ipynb"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidEntry) as refusal:
        read_notebook(file)
    assert refusal.value.code == "notebook-unreadable"
