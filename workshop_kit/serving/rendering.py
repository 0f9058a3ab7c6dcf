"""Template rendering of a page, once, through Voilà's exporter; from visit to visit the kernel's identifier changes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat.notebooknode import NotebookNode
from voila.exporter import VoilaExporter
from voila.paths import collect_template_paths

from workshop_kit.serving.pages import FinishedPage

#: Stands in the rendered HTML where the kernel's identifier belongs.
PLACEHOLDER: Final = "@@KERNEL@@"
#: And the language that the page begins in.
LANGUAGE_PLACEHOLDER: Final = "@@LANGUAGE@@"


async def render_page(
    notebook: Path,
    page: FinishedPage,
    *,
    template: str,
    template_paths: tuple[Path, ...],
    contents_manager: object,
    resources: dict[str, Any],
) -> str:
    """Return the HTML of ``notebook`` with the outputs of its finished page, ``PLACEHOLDER`` for the kernel.

    Parameters
    ----------
    notebook
        The notebook's file.
    page
        What its cells showed.
    template, template_paths
        The nbconvert template and the folders searched before those of Jupyter.
    contents_manager
        Where the exporter finds images to put into the page.
    resources
        What the template reads as ``resources``; ``resources["page"]`` describes the page to its front end.

    """
    read: Callable[..., Any] = nbformat.reads
    node = read(notebook.read_text(encoding="utf-8"), as_version=4)
    outputs = iter(page.outputs)
    for cell in node.cells:
        if cell.cell_type == "code":
            cell.outputs = [_as_node(output) for output in next(outputs)]
    exporter = VoilaExporter(
        template_paths=[*_own_paths(template, template_paths), *_installed_paths(template)],
        template_name=template,
        contents_manager=contents_manager,
        base_url="/",
        theme="light",
    )
    exporter.exclude_input = exporter.exclude_output_prompt = exporter.exclude_input_prompt = True
    context = {
        "frontend": "voila",
        "main_js": "voila.js",
        "progressive_rendering": False,
        "kernel_start": _give_placeholder,
        "notebook_execute": _do_nothing,
        "cell_generator": _give_cells,
    }
    pieces = exporter.generate_from_notebook_node(
        node, resources={"theme": "light", "template": template, **resources}, extra_context=context, page_config={}
    )
    return "".join([piece async for piece, _ in pieces])


def _as_node(value: Any) -> Any:
    if isinstance(value, dict):
        make: Callable[..., Any] = NotebookNode
        return make({name: _as_node(part) for name, part in value.items()})
    return value


def page_resources(
    name: str, *, room: str, title: str, assets: dict[str, str], extras: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the resources of a page: what the template writes into its ``page-config``."""
    page = {
        **extras,
        "kernel_id": PLACEHOLDER,
        "room": room,
        "base_url": "/",
        "language": LANGUAGE_PLACEHOLDER,
        "title": title,
        "assets": assets,
        "page_name": name,
    }
    return {"page": page, "page_json": json.dumps(page), "metadata": {"name": title or name}, "base_url": "/"}


def _own_paths(template: str, folders: tuple[Path, ...]) -> Iterator[str]:
    for folder in folders:
        yield str(folder / template)
        yield str(folder)


def _installed_paths(template: str) -> list[str]:
    try:
        return list(collect_template_paths(["voila", "nbconvert"], template, prune=True))
    except ValueError:  # not an installed template: then it stands in our own folders, upon nbconvert's base
        return list(collect_template_paths(["voila", "nbconvert"], "base", prune=True))


async def _give_placeholder(_notebook: object) -> str:
    return PLACEHOLDER


async def _do_nothing(_notebook: object, _kernel_id: str) -> None:
    return None


async def _give_cells(notebook: Any, _kernel_id: str) -> AsyncIterator[Any]:
    for cell in notebook.cells:
        yield cell
