"""What a notebook becomes in the workshop's page."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.places import voila_templates
from workshop_kit.serving.pages import FinishedPage
from workshop_kit.serving.rendering import PLACEHOLDER, render_page

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def widget(model: str) -> dict[str, Any]:
    view = {"model_id": model, "version_major": 2, "version_minor": 0}
    data = {"text/plain": "Panel()", "application/vnd.jupyter.widget-view+json": view}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def shown(mimetype: str, text: str, **metadata: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {mimetype: text, "text/plain": "plain"}, "metadata": metadata}


def markdown(source: str, *tags: str) -> Any:
    return nbformat.v4.new_markdown_cell(source, metadata={"tags": list(tags)})


def code(source: str, *tags: str) -> Any:
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})


def render(folder: Path, cells: list[Any], outputs: list[list[dict[str, Any]]], **page: Any) -> str:
    notebook = folder / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), notebook)
    described = {
        "kernel_id": PLACEHOLDER,
        "room": "room-1",
        "base_url": "/",
        "language": "fr",
        "title": "Atelier",
        "page_name": "participant",
        "assets": {"participant.js": "participant-1.js", "page.js": "page-1.js"},
        "words": {language: Translator(language).section("page") for language in LANGUAGES},
        **page,
    }
    return asyncio.run(
        render_page(
            notebook,
            FinishedPage(outputs, ()),
            template="workshop",
            template_paths=(voila_templates(),),
            contents_manager=NoFiles(),
            resources={"page": described, "base_url": "/"},
        )
    )


class NoFiles:
    def file_exists(self, _path: str) -> bool:
        return False


def test_a_widget_gets_its_place_and_the_source_stays_out(tmp_path: Path) -> None:
    html = render(tmp_path, [code("secret = 1\nideas_panel(workshop)")], [[widget("abc")]])
    assert '<div class="cell-output" data-widget="abc"></div>' in html
    assert "secret" not in html
    assert "Panel()" not in html


def test_the_page_s_script_is_told_of_the_files_and_words_that_it_asks_for_itself(tmp_path: Path) -> None:
    assets = {
        name: f"{name}-1" for name in ("participant.js", "stock.js", "stock.css", "page.js", "early.js", "bold.woff2")
    }
    html = render(tmp_path, [], [], assets=assets)
    config = json.loads(re.search(r'id="page-config">(.*?)</script>', html)[1])  # type: ignore[index]
    assert config["assets"].keys() == {"participant.js", "stock.js", "stock.css"}
    for language in LANGUAGES:
        assert config["words"][language].keys() == {
            f"{word}{more}" for word in ("lost", "back", "closed", "over", "last", "rest") for more in ("", "-more")
        }
        assert Translator(language)("page.loading") in html
    assert all(f"/assets/{assets[name]}" in html for name in ("page.js", "bold.woff2"))


def test_prose_carries_its_language_and_notes_stay_out(tmp_path: Path) -> None:
    cells = [markdown("# Bonjour", "lang-fr"), markdown("# Hello", "lang-en"), markdown("# Bureau", "notes", "lang-fr")]
    html = render(tmp_path, cells, [])
    assert re.search(r'<section class="prose" lang="fr"><h1[^>]*>Bonjour', html)
    assert re.search(r'<section class="prose" lang="en"><h1[^>]*>Hello', html)
    assert "Bureau" not in html


def test_the_header_cell_stands_in_the_header_of_any_page(tmp_path: Path) -> None:
    cells = [code("header_panel(workshop)", "header"), markdown("# Étape"), code("panel(workshop)")]
    for bundle in ("participant", "facilitator"):
        html = render(tmp_path, cells, [[widget("top")], [widget("body")]], bundle=bundle)
        header = re.search(r'<header id="page-header">(.*?)</header>', html, re.DOTALL)
        main = re.search(r"<main[^>]*>(.*?)</main>", html, re.DOTALL)
        assert header is not None
        assert main is not None
        assert 'data-widget="top"' in header.group(1)
        assert 'data-widget="top"' not in main.group(1)
        assert 'data-widget="body"' in main.group(1)


def test_the_facilitator_reads_on_one_side_and_acts_on_the_other(tmp_path: Path) -> None:
    html = render(tmp_path, [markdown("# Étape"), code("panel()")], [[widget("w")]], bundle="facilitator")
    assert re.search(r'<div class="page-guide"[^>]*><section class="prose"><h1.*</section>\s*</div>', html, re.DOTALL)
    assert re.search(r'<div class="page-panels"><div class="cell-output" data-widget="w">', html)


def test_other_outputs_are_shown_and_a_failure_is_calm(tmp_path: Path) -> None:
    failure: dict[str, Any] = {
        "output_type": "error",
        "ename": "KeyError",
        "evalue": "'password'",
        "traceback": ["line 1"],
    }
    warning: dict[str, Any] = {"output_type": "stream", "name": "stderr", "text": "a warning"}
    outputs = [
        [
            shown("text/html", "<b>gras</b>"),
            shown("image/png", PIXEL, alt="Un point"),
            shown("text/markdown", "*italique*"),
        ],
        [failure, warning],
    ]
    html = render(tmp_path, [code("a"), code("b")], outputs)
    assert "<b>gras</b>" in html
    assert f'<img src="data:image/png;base64,{PIXEL}" alt="Un point">' in html
    assert "<em>italique</em>" in html
    assert Translator("fr")("page.broken") in html
    assert not [leak for leak in ("password", "KeyError", "line 1", "a warning") if leak in html]


def test_pictures_kept_in_a_markdown_cell_are_shown(tmp_path: Path) -> None:
    cell = markdown("![point](attachment:point.png)")
    cell.attachments = {"point.png": {"image/png": PIXEL}}
    assert f"data:image/png;base64,{PIXEL}" in render(tmp_path, [cell], [])


def test_the_page_describes_itself_and_nothing_in_a_title_can_break_out(tmp_path: Path) -> None:
    html = render(tmp_path, [], [], title="</script><script>alert(1)</script>", early="let early;")
    found = re.search(r'<script type="application/json" id="page-config">(.*?)</script>', html)
    assert found is not None
    config = json.loads(found.group(1))
    assert config["kernel_id"] == PLACEHOLDER
    assert config["bundle"] == "participant"
    assert config["title"] == "</script><script>alert(1)</script>"
    assert "early" not in config
    assert html.count("<script") == 3  # the description, the early lines, the page's module
    assert "<script>let early;</script>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_javascript_says_so_in_both_languages(tmp_path: Path, language: str) -> None:
    html = render(tmp_path, [], [], language=language)
    assert f'<html lang="{language}" data-room="room-1">' in html
    silent = re.search(r"<noscript>(<p.*?)</noscript>", html)
    assert silent is not None
    assert all(Translator(each)("page.noscript") in silent.group(1) for each in LANGUAGES)


def test_a_page_has_a_sentence_for_a_browser_that_is_too_old(tmp_path: Path) -> None:
    html = render(tmp_path, [], [])
    assert "@supports (inset: 0) { #page-old { display: none } }" in html
    old = re.search(r'<p class="page-broken" id="page-old">(.*?)</p>', html)
    assert old is not None
    assert all(Translator(each)("page.old") in old.group(1) for each in LANGUAGES)


def test_the_page_asks_nothing_of_any_other_address(tmp_path: Path) -> None:
    html = render(tmp_path, [markdown("# Un"), code("a")], [[widget("w")]])
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", html) == []
