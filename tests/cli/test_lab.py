"""The notebooks in JupyterLab: copies that belong to the organiser, and notebooks of their own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from tests.browser.served import wait_for
from workshop_kit.hosting.own_copies import copy_notebooks
from workshop_kit.hosting.samples import make_sample
from workshop_kit.places import notebooks_folder

OWN = "from ipywidgets import IntSlider, VBox, HTML\nVBox([HTML('<b>fait ici</b>'), IntSlider(value=42)])"


def test_copies_are_made_once(tmp_path: Path) -> None:
    made = [path.name for path, kept in copy_notebooks(notebooks_folder(), tmp_path) if not kept]
    assert {"participant.ipynb", "synthesis.ipynb", "explore.ipynb"} <= set(made)
    assert list(copy_notebooks(notebooks_folder(), tmp_path)) == []


def test_a_changed_copy_stays_and_the_update_is_kept_apart(tmp_path: Path) -> None:
    kit, own = tmp_path / "kit", tmp_path / "own"
    shutil.copytree(notebooks_folder(), kit)
    list(copy_notebooks(kit, own))
    change(own / "screen.ipynb", "# mon écran")
    change(kit / "screen.ipynb", "# a newer screen")
    change(kit / "3_ideas.ipynb", "# newer ideas")
    assert dict(copy_notebooks(kit, own)) == {
        own / "3_ideas.ipynb": False,
        own / "updates" / "screen.ipynb": True,
    }
    assert json.loads((own / "screen.ipynb").read_text(encoding="utf-8"))["cells"][0]["source"] == "# mon écran"


def test_running_a_copy_is_not_changing_it(tmp_path: Path) -> None:
    kit, own = tmp_path / "kit", tmp_path / "own"
    shutil.copytree(notebooks_folder(), kit)
    list(copy_notebooks(kit, own))
    content = json.loads((own / "screen.ipynb").read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
    (own / "screen.ipynb").write_text(json.dumps(content), encoding="utf-8")
    change(kit / "screen.ipynb", "# a newer screen")
    assert (own / "screen.ipynb", False) in list(copy_notebooks(kit, own))


def test_a_notebook_of_ones_own_is_shown_through_voilas_lab_template(tmp_path: Path) -> None:
    folder = tmp_path / "atelier"
    make_sample(folder)
    with lab(folder, tmp_path / "runtime") as (address, token):
        own = new_notebook(cells=[new_code_cell(OWN)])
        own.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(own, folder / "notebooks" / "le-mien.ipynb")
        request = f"{address}voila/render/le-mien.ipynb?voila-template=lab&token={token}"
        with urllib.request.urlopen(request, timeout=60) as answer:
            page = answer.read().decode()
    assert "application/vnd.jupyter.widget-view+json" in page
    assert 'data-voila="voila"' in page or "voila.js" in page


def change(notebook: Path, text: str) -> None:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"][0]["source"] = text
    notebook.write_text(json.dumps(content), encoding="utf-8")


@contextmanager
def lab(folder: Path, runtime: Path) -> Iterator[tuple[str, str]]:
    """Run ``workshop-kit lab`` and give its address and token."""
    runtime.mkdir()
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime), "JUPYTER_ALLOW_INSECURE_WRITES": "1"}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment["JUPYTER_CONFIG_DIR"] = str(allow_root(runtime))
    process = subprocess.Popen(
        [sys.executable, "-m", "workshop_kit", "lab", str(folder), "--no-browser"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        file = wait_for(lambda: next(runtime.glob("jpserver-*.json"), None), 60, "JupyterLab's start")
        server = wait_for(lambda: json.loads(file.read_text(encoding="utf-8") or "null"), 10, "its address")
        wait_for(lambda: answers(f"{server['url']}api/status?token={server['token']}"), 30, "its answer")
        yield server["url"], server["token"]
    finally:
        process.send_signal(signal.SIGINT)
        try:
            output, _ = process.communicate(timeout=90)  # its kernels end first: a busy machine is slow, not wrong
        except subprocess.TimeoutExpired:
            process.kill()  # or it would fail whichever test comes after this one too
            process.communicate()
            raise
        print(output.decode(errors="replace"))


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def allow_root(runtime: Path) -> Path:
    """Jupyter refuses to run as root unless told to, and a test machine often is root."""
    folder = runtime / "config"
    folder.mkdir()
    (folder / "jupyter_server_config.json").write_text('{"ServerApp": {"allow_root": true}}', encoding="utf-8")
    return folder
