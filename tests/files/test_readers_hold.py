"""Whatever bytes a file has: it is read or refused with a sentence, and no line of it is lost in silence."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.reading_of import make_workbook, notes, read
from tests.load.fuzz import files, read_or_refuse, spoil
from workshop_kit.files.reading.values import Reading

NAMES = [
    *("Ana Roux", "Zoé Béranger", "Hélène Lefèvre", "François Noël", "Anaïs Thévenet", "Loïc Le Goff", "Jérôme Côte"),
    *("Benoît Châtelain", "Éric d'Aboville", "Agnès Prévôt", "Rémi Garçon", "Inès Pérès", "ZOÉ NOËL", "Joël Évrard"),
]
SECTORS = ["", "Bourg", "Les Granges; haut", "Le Moulin, bas", 'Le "Pré"', "Pré\nà côté", "Hameau | Est"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman", "cp850"]
QUICK = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

rows = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(SECTORS), st.sampled_from(["oui", "non", ""])),
    min_size=1,
    max_size=12,
)


@QUICK
@given(files(), st.data())
def test_no_reader_raises_anything_but_a_refusal(content: bytes, data: st.DataObject) -> None:
    read_or_refuse(spoil(content, data.draw))


@QUICK
@given(rows, st.sampled_from(ENCODINGS), st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_table_written_in_any_way_comes_back_right(
    table: list[tuple[str, str, str]], encoding: str, delimiter: str, newline: str, quoted: bool
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, csv.unix_dialect if quoted else csv.excel, delimiter=delimiter, lineterminator=newline)
    writer.writerow(["Nom", "Secteur", "Consentement"])
    writer.writerows(table)
    reading = read(stream.getvalue().encode(encoding))
    check_nothing_lost(reading, len(table))
    assert [line.cells["name"] for line in reading.lines] == [name for name, _, _ in table]
    assert [line.cells["sector"] for line in reading.lines] == [" ".join(sector.split()) for _, sector, _ in table]
    assert (notes(reading) == ["encoding"]) == (encoding in ENCODINGS[4:] and not stream.getvalue().isascii())


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(rows)
def test_a_table_written_as_a_workbook_comes_back_right(table: list[tuple[str, str, str]]) -> None:
    reading = read(make_workbook(("F", [["Nom", "Secteur", "Consentement"], *map(list, table)])))
    check_nothing_lost(reading, len(table))
    assert [line.cells["name"] for line in reading.lines] == [name for name, _, _ in table]


words = st.text(st.sampled_from("aé;,\"'|\t \n=-1@#x0€’\u00a0"), max_size=12)


@QUICK
@given(st.lists(st.lists(words, min_size=1, max_size=4), max_size=10), st.sampled_from(";,\t|"))
def test_every_filled_line_of_a_text_is_read_or_left_aside_by_name(table: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["Nom", "Courriel", "Secteur", "Remarque"])
    writer.writerows(table)
    filled = [row for row in table if any(re.sub(r"[\s\u00a0]", "", cell) for cell in row)]
    check_nothing_lost(read(stream.getvalue()), len(filled))


def check_nothing_lost(reading: Reading, rows: int) -> None:
    places = {line.place.line for line in reading.lines} | {line.place.line for line in reading.left}
    assert len(reading.lines) + len(reading.left) == len(places) == rows


@pytest.mark.parametrize("opening", ["<!--", "</", "<![if ", "<a ", "<?", "<", '<td a="', "<!x [", "<![foo[ "])
def test_a_page_of_beginnings_without_an_end_is_read_at_once(opening: str) -> None:
    read_or_refuse(f"<table><tr><td>Nom</td></tr><tr><td>Ana{opening * 60_000}".encode())


@pytest.mark.parametrize("cell", ["a@b.", "Logement, ", "  ", "("])
def test_a_cell_of_one_thing_ever_again_is_read_at_once(cell: str) -> None:
    read_or_refuse(f"Nom;Courriel;Défis\nA{cell * 60_000}x;A{cell * 60_000};A{cell * 60_000}\n".encode())


def test_a_page_with_comments_and_marks_of_word_is_read() -> None:
    page = "<html><!-- a > b --><table><!--[if x]><tr><td>Z</td></tr><![endif]--><![if !vml]><tr><td>Nom</td></tr>"
    reading = read(f"{page}<tr><td>Ana < Roux<!-- never ends </td></tr><tr><td>Zoé Noël</td></tr></table>".encode())
    assert reading.lines[0].cells["name"].startswith("Ana < Roux")


@pytest.mark.parametrize(
    ("sheets", "cells", "text"),
    [(3000, '<c t="inlineStr"><is><t>x</t></is></c>', "x"), (1, '<c t="s"><v>0</v></c>' * 2, "y" * 1_000_000)],
)
def test_a_small_workbook_that_says_one_thing_ever_again_is_stopped(sheets: int, cells: str, text: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        named = "".join(f'<sheet name="s{n}" r:id="r1"/>' for n in range(sheets))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="urn:r"><sheets>{named}</sheets></workbook>')
        relation = '<Relationship Id="r1" Type="urn:worksheet" Target="worksheets/sheet1.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{relation}</Relationships>")
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{f'<row>{cells}</row>' * 20_000}</worksheet>")
    read_or_refuse(target.getvalue())
