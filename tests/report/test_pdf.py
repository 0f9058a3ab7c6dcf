"""The PDF that an organiser publishes."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.report.conftest import STAKES
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.i18n import Translator
from workshop_kit.report import make_report
from workshop_kit.report.blocks import Bullet, Bullets, Cell, Column, Heading, Paragraph, Table
from workshop_kit.report.document import Document, Piece
from workshop_kit.report.printing import print_pdf
from workshop_kit.report.typst_source import write_typst


def read_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def squeeze(text: str) -> str:
    """Drop what laying out adds: line ends, hyphens at line ends and divisions of long words."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


@pytest.fixture(scope="module")
def pdf(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_report(filled, tmp_path_factory.mktemp("made") / "synthesis.pdf")


def test_the_pdf_is_tagged_and_declares_pdf_ua(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == "fr"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Atelier de Val-Brume : agir ensemble"


def test_every_figure_has_an_alternative_and_every_table_header_cells(pdf: Path) -> None:
    tree = subprocess.run(["pdfinfo", "-struct", pdf], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )
    assert len(re.findall(r"^ *Table \(block\)", tree, re.MULTILINE)) >= 15
    assert tree.count("/Scope /Column") >= 60
    with pikepdf.open(pdf) as document:
        figures = [one for one in document.objects if _is_figure(one)]
        assert len(figures) == 6
        for figure in figures:
            assert len(str(figure.Alt)) > 40


def _is_figure(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure


def test_the_pdf_says_what_people_typed(pdf: Path) -> None:
    text = squeeze(read_text(pdf))
    assert squeeze("Un « toit d’abord », même pour une nuit : œuvrer à Noël, ça aide") in text
    assert squeeze("#set text(size: 90pt) = Pirate *gras* _it_ $x^2$ @ref [lien] \\ <label>") in text
    assert "m" * 1000 in text
    for stake, statement in STAKES:
        assert squeeze(statement) in text
        assert squeeze(stake) in text


def test_the_pdf_holds_no_contact_details_and_only_agreed_names(pdf: Path) -> None:
    text = read_text(pdf)
    assert "@example" not in text
    assert not re.search(r"0[1-9](?:\s?\d\d){4}", text)
    assert "Prénom12 Nomdefamille12" in text
    assert "Prénom2 " not in text, "accepted, and does not want the name shown"
    assert "Prénom4 " not in text, "has not accepted"
    assert "Pseudo" not in text
    assert "Référente" not in text


def test_the_english_report_speaks_english(folder: Path) -> None:
    made = make_report(folder, folder / "english.pdf", language="en")
    text = squeeze(read_text(made))
    assert squeeze("Who was there, who was missing") in text
    assert "Quiétaitlà" not in text
    with pikepdf.open(made) as document:
        assert str(document.Root.Lang) == "en"


def test_progress_grows_to_one_in_words(folder: Path) -> None:
    told: list[tuple[float, str]] = []
    make_report(folder, folder / "out.pdf", language="fr", on_progress=lambda share, step: told.append((share, step)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert told[0][1] == "Lecture de l’atelier"
    assert told[-1] == (1.0, "Synthèse prête")


def test_a_folder_without_a_workshop_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MissingEntry) as refusal:
        make_report(tmp_path, tmp_path / "out.pdf")
    assert Translator("fr").sentence(refusal.value)
    assert not (tmp_path / "out.pdf").exists()


def test_an_unknown_format_is_refused(folder: Path) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        make_report(folder, folder / "out.doc", format="doc")  # type: ignore[arg-type]
    assert refusal.value.code == "report-format"
    assert "«\u202fdoc\u202f»" in Translator("fr").sentence(refusal.value)


MARKUP = st.text(st.sampled_from('#*$@[]\\<>"`_=/~-{}()«»’“\n\t é') | st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=25, deadline=None)
@given(text=MARKUP)
def test_whatever_is_typed_is_text_and_never_markup(text: str) -> None:
    blocks = (
        Heading(1, "Titre"),
        Paragraph("début" + text + "fin"),
        Bullets((Bullet(text, text),)),
        Table("t" + text, (Column("a"),), ((Cell(text, (Bullet(text),), text),),)),
    )
    document = Document("fr", text, "", None, (Piece(write_typst(blocks), ""),))
    if not text.strip():
        document = Document("fr", "titre", "", None, document.pieces)
    pages = PdfReader(BytesIO(print_pdf(document))).pages
    read = squeeze("".join(page.extract_text() for page in pages))
    typed = squeeze("".join(character for character in text if character.isascii() and character.isprintable()))
    assert all(read.count(character) >= 2 for character in set(typed))
