"""The web page written from the same notebook."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from tests.report.conftest import fill
from workshop_kit.i18n import Translator
from workshop_kit.report import make_report


@pytest.fixture(scope="module")
def page(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    made = make_report(filled, tmp_path_factory.mktemp("made") / "synthesis.html", format="html")
    return html.document_fromstring(made.read_text(encoding="utf-8"))


def test_the_page_has_a_language_one_main_heading_and_landmarks(page: html.HtmlElement) -> None:
    assert page.get("lang") == "fr"
    assert page.findtext(".//title") == "Atelier de Val-Brume : agir ensemble – Val-Brume"
    assert len(page.findall(".//h1")) == 1
    assert len(page.findall(".//main")) == 1
    assert len(page.findall(".//footer")) == 1
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_scopes_and_figures_alternatives(page: html.HtmlElement) -> None:
    tables = page.findall(".//table")
    assert len(tables) >= 15
    for table in tables:
        assert table.findtext("caption")
        assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))
    pictures = page.findall(".//img")
    assert len(pictures) == 6
    assert all(len(picture.get("alt")) > 40 for picture in pictures)


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(page: html.HtmlElement) -> None:
    assert not page.findall(".//script")
    assert not page.findall(".//link")
    for element in page.iter():
        for name in ("src", "href", "action"):
            assert not (element.get(name) or "").startswith(("http", "//"))
    styles = " ".join(style.text or "" for style in page.iter("style"))
    assert not re.search(r"url\((?!data:)", styles)
    assert "@import" not in styles


def test_what_people_typed_is_text(page: html.HtmlElement) -> None:
    text = page.text_content()
    assert '\\ <label> "guillemets" `code` // fin' in text
    assert "Un « toit d’abord », même pour une nuit : œuvrer à Noël, ça aide" in text
    assert "@example" not in text
    assert "06 12 34 56 78" not in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_progress_is_told_in_the_workshop_s_language_unless_another_is_asked_for(tmp_path: Path, language: str) -> None:
    fill(tmp_path / "atelier", language)
    told: list[str] = []
    make_report(
        tmp_path / "atelier", tmp_path / "out.html", format="html", on_progress=lambda _, step: told.append(step)
    )
    assert told[-1] == Translator(language)("report.progress.done")
    assert told[0] == Translator(language)("report.progress.reading")
