"""Every script is drawn, nothing that somebody typed stops a document, and what no font can draw is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from workshop_kit.domain.diversity import CategoryPresence
from workshop_kit.domain.model import Challenge, Idea, Mission, Origin, Participant, Sector, Stakeholder, Workshop
from workshop_kit.domain.model import new_workshop as make_workshop
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.plots import draw_presence
from workshop_kit.prints.making import print_papers
from workshop_kit.report.blocks import Bullet, Bullets, Cell, Column, Cover, Heading, Paragraph, Statement, Table
from workshop_kit.report.document import Document, Piece
from workshop_kit.report.html_source import write_html
from workshop_kit.report.making import render_report
from workshop_kit.report.page import write_page
from workshop_kit.report.printed import Printed, Undrawn, say_undrawn
from workshop_kit.report.printing import print_document
from workshop_kit.report.typst_source import write_typst
from workshop_kit.store import Repository, create_store

NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)
#: What people here write in, each with fonts of the kit alone.
SCRIPTS = {
    "Arabic": "مكان دافئ للجميع في الحيّ", "Hebrew": "תחנת מנוחה", "Cyrillic": "Тепле місце для всіх",
    "Greek": "Καλημέρα σε όλους", "Vietnamese": "Tiếng Việt", "Tamil": "ஒரு புதிய தங்குமிடம்",
    "Devanagari": "क्षेत्र में रात्रि आश्रय", "Bengali": "একটি উষ্ণ জায়গা", "Gujarati": "ગરમ જગ્યા", "Gurmukhi": "ਨਿੱਘੀ ਥਾਂ",
    "Sinhala": "උණුසුම් තැනක්", "Telugu": "వెచ్చని స్థలం", "Kannada": "ಬೆಚ್ಚಗಿನ ಸ್ಥಳ", "Malayalam": "ചൂടുള്ള സ്ഥലം",
    "Khmer": "ទីជំរកថ្មី", "Thai": "ที่อบอุ่น", "Lao": "ບ່ອນອົບອຸ່ນ", "Myanmar": "နွေးထွေးသောနေရာ", "Chinese": "一个温暖的地方",
    "Japanese": "あたたかい場所、働く人", "Korean": "따뜻한 곳", "Georgian": "თბილი ადგილი", "Armenian": "Տաք վայր",
    "Ethiopic": "ሞቃት ቦታ", "Tifinagh": "ⵜⴰⵎⴰⵣⵉⵖⵜ", "emoji": "❤️‍🔥 👩‍🌾 1️⃣ ☎️ 🩷 🫩 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇫🇷", "signs": "✔ ☐ → ☎︎ € ½ ∞",
}  # fmt: skip
#: Signs that stopped a document once, or show nothing, or turn what follows around.
STRANGE = (
    "Val\ufeffBrume", "\ufeff", "a\x1b[31mb", "a\x00b", "a\u2028b\u2029c", "\u202eabc", "a\u2066b",
    "\ufdd0\ufffe\U0001ffff",
    "\U000e0041", "a\u0489\u0488", "e" + "\u0301" * 40, "x" * 400, "\u115f\u3164", "\u2800", "\ud83d", "\ufff9a\ufffb",
    "\u0378",
    '"\\"', "#set text(1pt)", "\u00ad\u200b\u2060", "\U0010ffff", "\r\n\r",
)  # fmt: skip
#: What no font of the kit has.
LACKING = ("𒀀", "𓀀", "\uf8ff", "\uf0b7", "\ue000", "\u0378")


def print_text(text: str) -> Printed:
    blocks = (
        Cover("Synthèse", text, text, "12 janvier 2027", (("3", text),)),
        Heading(1, text or "Titre"),
        Statement(text, text),
        Paragraph(f"début {text} fin"),
        Bullets((Bullet(text, text),)),
        Table(text or "t", (Column(text or "a"),), ((Cell(text, (Bullet(text),), text),),)),
    )
    return print_document(Document("fr", text, text, None, (Piece(write_typst(blocks), ""),)))


def is_accessible(content: bytes) -> bool:
    with pikepdf.open(BytesIO(content)) as document, document.open_metadata() as metadata:
        return metadata["pdfuaid:part"] == "1" and bool(document.Root.MarkInfo.Marked)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_people_here_write_in_is_drawn_by_the_fonts_of_the_kit(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop_kit.report import printing

    monkeypatch.setattr(printing, "_all_fonts", printing._kit_fonts)  # none of this machine's own
    printed = print_text(SCRIPTS[script])
    assert printed.undrawn == ()
    assert is_accessible(printed.content)


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_no_sign_stops_a_document(text: str) -> None:
    assert is_accessible(print_text(text).content)


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(), max_size=12))
def test_whatever_is_typed_a_document_is_made_of_it(text: str) -> None:
    assert print_text(text).content.startswith(b"%PDF")


@pytest.mark.parametrize("sign", LACKING, ids=ascii)
def test_a_sign_that_no_font_has_is_a_square_and_named_with_the_words_it_stands_in(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop_kit.report import printing

    monkeypatch.setattr(printing, "_all_fonts", printing._kit_fonts)
    block = Paragraph(f"Déjà {sign} là")
    printed = print_document(Document("fr", "Titre", "", None, (Piece(write_typst((block,)), ""),)))
    assert printed.undrawn == (Undrawn(sign, f"Déjà {sign} là"),)
    read = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.content)).pages)
    assert "Déjà □ là" in read
    said = say_undrawn(printed.undrawn, Translator("fr"))
    assert f"U+{ord(sign):04X}" in said
    assert "1 signe" in said


def test_a_letter_with_a_mark_that_no_font_has_keeps_its_letter() -> None:
    printed = print_text("a\U0001e8d0b")  # a mark of a script that nobody here writes
    read = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.content)).pages)
    assert "a" in read


def test_where_nothing_is_lacking_nothing_is_said() -> None:
    assert say_undrawn((), Translator("fr")) == ""


def test_what_is_read_from_right_to_left_is_set_so_in_print_and_on_the_page() -> None:
    block = Paragraph("مكان دافئ (2027)!")
    assert "\u2068مكان دافئ (2027)!\u2069" in write_typst((block,))
    assert '<bdi dir="auto">مكان دافئ (2027)!</bdi>' in write_html((block,))
    assert "bdi" not in write_html((Paragraph("Un lieu chaud"),))


@pytest.mark.parametrize("text", [*SCRIPTS.values(), *STRANGE, *LACKING], ids=ascii)
def test_a_figure_is_drawn_whatever_a_category_is_called(text: str) -> None:
    drawing = draw_presence((CategoryPresence(text, 2, 1, 1),), Translator("fr"))
    assert drawing.svg().startswith("<svg")


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A workshop of which every field holds a script or a strange sign."""
    said = [*SCRIPTS.values(), *(text for text in STRANGE if "\x00" not in text and "\ud83d" not in text), *LACKING]

    def fill(hall: Repository) -> None:
        for number, text in enumerate(said[:5]):
            hall.add_challenge(Challenge(f"c{number}", said[-number - 1], text, text, text, text, text, text, number))
        for number, text in enumerate(said):
            at = f"c{number % 5}"
            hall.add_idea(Idea(f"i{number}", at, text, None, None, NOW))
            hall.add_mission(Mission(f"m{number}", at, text, 1, 0, text, owner=text, next_step=text))
            hall.add_sector(Sector(f"s{number}", text, text))
            hall.add_stakeholder(Stakeholder(f"b{number}", text, text))
            hall.add_participant(Participant(f"p{number}", f"p{number}", text, text, Origin.ROOM, NOW))
        known = hall.find_workshop()
        hall.update_workshop(replace(known, organiser=said[0], contact=said[1], follow_up=said[2]))

    blank = Workshop(
        "\ufeff\x1bAtelier 𒀀", "Val\ufeffBrume", "fr", make_workshop("a", "b", "fr", NOW).phase, None, None, NOW, NOW
    )
    store = create_store(tmp_path / "atelier", blank)
    store.perform(None, fill)
    store.close()
    return tmp_path / "atelier"


def test_a_workshop_full_of_strange_signs_has_its_synthesis_and_its_papers(strange: Path) -> None:
    told: list[str] = []
    for form in ("pdf", "html"):
        printed = render_report(strange, strange / "failed.ipynb", form, "fr", lambda _share, step: told.append(step))
        assert len(printed.content) > 10_000
        assert ("𒀀" in {one.sign for one in printed.undrawn}) == (form == "pdf")
    assert is_accessible(print_papers(strange, "slips", challenge="c0", copies=4).content)


def test_a_page_of_the_web_is_written_with_half_a_pair_of_surrogates_in_it() -> None:
    page = write_page(Document("fr", "\ud83d", "", None, (Piece("", "<p>\ud83d</p>"),)))
    assert page.encode("utf-8", "replace")


@pytest.mark.parametrize("nothing", ["", "   ", "\ufeff", "\u200b\u2060", "\x1b", "\u2800", "\n"])
def test_a_title_or_a_territory_with_nothing_in_it_makes_no_workshop(nothing: str) -> None:
    for title, territory, code in ((nothing, "Val-Brume", "title-missing"), ("Atelier", nothing, "territory-missing")):
        with pytest.raises(InvalidEntry) as refused:
            make_workshop(title, territory, "fr", NOW)
        assert refused.value.code == code


def test_a_title_is_cleaned_as_everything_that_is_entered() -> None:
    made = make_workshop("Atelier\x1b du\nbourg\u2028 \u202e!", "\ufeffVal-Brume", "fr", NOW)
    assert (made.title, made.territory) == ("Atelier du bourg !", "Val-Brume")
