"""Workbooks as spreadsheets save them: what they hide, merge, declare wrongly, and in which of their formats."""

from __future__ import annotations

import base64
import time
import zlib
from datetime import UTC, date, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, numbers

from tests.files.reading_of import KNOWN, columns, left, make_workbook, names, notes, pack, read, rewrite, tell
from workshop_kit.errors import UnreadableFile
from workshop_kit.files import preview_import
from workshop_kit.files.importing.report import report_plan
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.store import Store

HEADER = ["Nom", "Secteur", "Consentement"]
PEOPLE = [["Ana Roux", "Bourg", "oui"], ["Luc Morel", "Les Granges", "oui"], ["Zoé Blanc", "Le Moulin", "non"]]
#: A workbook of Excel 97 with a merged cell, a date, a number that lost its 0, and a hidden sheet.
OLD_EXCEL = zlib.decompress(
    base64.b85decode(
        "c-rk)Pe>F|82{ePth<`7yS4@z$RK28f|gKv&`q<vxMF{xlAzYzA;on@W_N=+lw}@+pp)T6utOcJF8!g1qDu$C$U_hWtI=WT6clt&"
        "r|*3;V`?k7P?9mf<$dpc-}m14-hAKp-n^Z+)4|O6!}3{Jg=P?8(aeXuWio~(-(doPdeh`hr}kknU2H1k`!JAs9(YzX<>fKt@ty?%"
        "9!Rf{0?c7K1B1}1sfxUTXr(no8DB#alQ8!L7{lU+GFn#&(HPOKMDJ7I=R^;Z<Ob0u?3-cTFdgo!Zm{$Clu$`JKT-ydY0L+b?1fTz"
        "!}IvcO=k7=K#SfNO>8nng;WR=fFW&HR7K}}G2DRyfVQ^UNTl{OA_E}|_XK=5Wq@zazJ4jY@{N@<K>3fAa_<^)9|m!?{FWdA41sx$"
        "@njx>AdE>sM|G>A8W*&LlH|fn9#0Px>RP%lk<iq67=<G2w*`v`xWfnVa6e%rjKN;q?3g;ol~_ti>mf{<XiAaeX*s5;NkvU514s%1"
        "4y|OnHA8MS^r(7X(a~s!l9bztOQLz46wP;}V{$~(m4qLlZogdLC^t69bqD0SecW6$)@#UZ=|N467w`w5vnjCRY$~E1TZl9c#ncYc"
        "z73#j=I?%e7wPE=pC!o<y^pN7)(-9>FySg6frI^|5s7-RRMUt(M6Z$6?bI$O8p1wUS9O)zjU&U<=Q?StaGrX?OnB$A_AYFXd^!50"
        "V&qeJH?}9+XD@{&--pMc5~C2u@%%RoHLQl+9_4r%c4}syZy$-4{dU&*gn+$v(|$D<!vf#kh#*mm<KAIQoM8LP;zZ=cB~C(4vMsYL"
        "mKj;*z7o-Uj4Y#%JMWdeZn5;-I*-t0fpa20!Q6~skLA|Awsj$kb%Ct=?A2IN<u{ENC=={;TN=mGXR^ykD?qbQ0*|;6Jo$fNBXUSs"
        "(r?xrVr%A*lM5_sF7Te@cgW^<7cN}5aN)wmzYAvHVMMwETDM_-NAlX=br!HJx}Qn@TO0!oe<}P+c^Fizb-0*Q{%iveb8NA7j&Z&h"
        "a-783b?Ap4T1S7*`HOd4w)}b4JuvX+wotC~FXpn&zdZj>imf?u"
    )
)


def volunteers(*rows: list[object], mend: Any = None, sheet: str = "Bénévoles") -> bytes:
    return make_workbook((sheet, [HEADER, *(rows or PEOPLE)]), mend=mend)


def test_a_range_declared_too_small_hides_nobody() -> None:
    def shrink(part: str, content: bytes) -> bytes:
        return content.replace(b'ref="A1:C4"', b'ref="A1:B2"') if part.endswith("sheet1.xml") else content

    content = volunteers()
    assert content != rewrite(content, shrink)
    assert names(read(rewrite(content, shrink))) == ["Ana Roux", "Luc Morel", "Zoé Blanc"]


def test_strict_open_xml_is_read() -> None:
    def make_strict(_: str, content: bytes) -> bytes:
        return content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    assert names(read(rewrite(volunteers(), make_strict))) == ["Ana Roux", "Luc Morel", "Zoé Blanc"]


def test_every_visible_sheet_with_the_headings_is_taken_and_others_are_named() -> None:
    content = make_workbook(
        ("Bourg", [HEADER, *PEOPLE[:1]]),
        ("Les Granges", [["Réunion du 3"], [], HEADER, *PEOPLE[1:2]]),
        ("Consignes", [["À lire avant de remplir"], ["Une ligne par personne"]]),
        ("Vide", []),
        ("Brouillon", [HEADER, *PEOPLE[2:]]),
        mend=lambda book: setattr(book["Brouillon"], "sheet_state", "hidden"),
    )
    reading = read(content)
    assert names(reading) == ["Ana Roux", "Luc Morel"]
    assert reading.lines[1].place == Place("Les Granges", 4)
    assert [(one.name, one.taken, one.why and one.why.code) for one in reading.sheets] == [
        ("Bourg", True, None),
        ("Les Granges", True, None),
        ("Consignes", False, "no-headings"),
        ("Vide", False, "empty"),
        ("Brouillon", False, "hidden"),
    ]
    assert names(read(content, choices=Choices(hidden=True))) == ["Ana Roux", "Luc Morel", "Zoé Blanc"]
    assert names(read(content, choices=Choices(sheets=frozenset({"Brouillon"})))) == ["Zoé Blanc"]


def test_the_name_of_a_sheet_is_the_sector_of_its_rows_where_none_is_filled() -> None:
    content = make_workbook(
        ("Les Granges", [["Nom", "Courriel"], ["Ana Roux", "ana@example.org"]]),
        ("Feuil2", [["Nom", "Courriel"], ["Luc Morel", ""]]),
        ("Le Moulin", [["Nom", "Secteur"], ["Zoé Blanc", "Bourg"]]),
    )
    reading = read(content)
    assert tell(reading, "name", "sector") == [("Ana Roux", "Les Granges"), ("Luc Morel", ""), ("Zoé Blanc", "Bourg")]
    assert notes(reading) == ["sheet-as-sector"]


@pytest.mark.parametrize("title", ["Janvier", "Février 2026", "Oui", "Liste d'attente", "À rappeler", "Nouveaux"])
def test_the_name_of_a_sheet_that_says_when_or_in_which_state_is_no_sector(title: str) -> None:
    header = ["Nom", "Consentement"]
    reading = read(make_workbook((title, [header, ["Ana", "oui"]]), ("Le Moulin", [header, ["Luc", "oui"]])))
    assert tell(reading, "name", "sector") == [("Ana", ""), ("Luc", "Le Moulin")]


@pytest.mark.parametrize("title", ["Désinscrits", "Décédés", "Anciens bénévoles", "Refus", "À supprimer", "Archives"])
def test_a_sheet_of_people_who_are_gone_is_left_aside_and_said(title: str) -> None:
    header = ["Nom", "Consentement"]
    content = make_workbook(("Bourg", [header, ["Ana", "oui"]]), (title, [header, ["Luc", "oui"]]))
    reading = read(content)
    assert names(reading) == ["Ana"]
    assert [(one.name, one.why.code) for one in reading.sheets if one.why] == [(title, "gone")]
    assert names(read(content, choices=Choices(sheets=frozenset({title})))) == ["Luc"]
    assert names(read(make_workbook((title, [header, ["Luc", "oui"]])))) == ["Luc"]


def test_the_name_of_a_sheet_is_the_challenge_of_its_rows_where_it_is_one() -> None:
    rows = [["Idée"], ["Un banc"]]
    reading = read(make_workbook(("Logement", rows), ("Mobilité (2)", rows)), "ideas")
    assert tell(reading, "challenge", "text") == [("Logement", "Un banc"), ("Mobilité", "Un banc")]
    assert notes(reading) == ["sheet-as-challenge", "sheet-as-challenge"]


def test_hidden_rows_and_columns_are_left_aside_and_said() -> None:
    def hide(book: Workbook) -> None:
        book.worksheets[0].row_dimensions[3].hidden = True
        book.worksheets[0].column_dimensions["B"].hidden = True

    reading = read(volunteers(mend=hide))
    assert names(reading) == ["Ana Roux", "Zoé Blanc"]
    assert left(reading) == [(3, "hidden")]
    assert [(one.heading, one.column, one.hidden) for one in reading.columns if one.hidden] == [("Secteur", "", True)]
    taken = read(volunteers(mend=hide), choices=Choices(hidden=True))
    assert tell(taken, "name", "sector")[1] == ("Luc Morel", "Les Granges")
    assert [line.hidden for line in taken.lines] == [False, True, False]


def test_a_merged_cell_counts_for_each_row_it_spans() -> None:
    header = ["Défi", "Intitulé", "Places"]
    rows = [["Logement", "Tour de garde", 4], [None, "Numéro unique", 2], ["Mobilité", "Chauffeur", 3]]
    content = make_workbook(("M", [header, *rows]), mend=lambda book: book.worksheets[0].merge_cells("A2:A3"))
    assert tell(read(content, "missions"), "challenge", "places") == [
        ("Logement", "4"),
        ("Logement", "2"),
        ("Mobilité", "3"),
    ]


def test_two_rows_of_headings_are_understood_together() -> None:
    rows = [["Identité", None, "Coordonnées", None], ["Nom", "Prénom", "Mail", "Portable"], ["Roux", "Ana", "", ""]]

    def merge(book: Workbook) -> None:
        for cells in ("A1:B1", "C1:D1"):
            book.worksheets[0].merge_cells(cells)

    reading = read(make_workbook(("F", rows), mend=merge))
    assert names(reading) == ["Ana Roux"]
    assert set(columns(reading).values()) == {"name", "first_name", "email", "phone"}


@pytest.mark.parametrize(
    "error", ["#N/A", "#REF!", "#NOM?", "#NAME?", "#VALEUR!", "#DIV/0!", "#NULL!", "#NUM!", "#NOMBRE!"]
)
def test_an_error_of_a_spreadsheet_is_empty_and_said(error: str) -> None:
    reading = read(volunteers([error, error, "oui"], ["Ana Roux", error, "oui"]))
    assert tell(reading, "name", "sector") == [("", ""), ("Ana Roux", "")]
    (repair,) = reading.lines[1].repairs
    assert (repair.column, repair.before, repair.after, repair.why.code) == ("sector", error, "", "error-value")


def test_line_breaks_written_as_letters_are_line_breaks_and_real_ones_stay_letters() -> None:
    texts = ["Ouvrir_x000D_\nle gymnase", "Le code _x005F_x000D_ existe", "A_x0041_"]
    content = make_workbook(("F", [["Défi", "Idée"], *([["Logement", text] for text in texts])]))

    def spoil(part: str, data: bytes) -> bytes:  # openpyxl escapes what looks escaped
        return data.replace(b"_x005F_x0041_", b"_x0041_").replace(b"_x005F_x000D_\n", b"_x000D_\n")

    found = [text for _, text in tell(read(rewrite(content, spoil), "ideas"), "challenge", "text")]
    assert found[0] == "Ouvrir\nle gymnase"
    assert found[2] == "AA"


def test_numbers_and_dates_are_read_as_people_see_them() -> None:
    def shape(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["B2"].number_format = '0#" "##" "##" "##" "##'
        sheet["D2"].number_format = numbers.FORMAT_PERCENTAGE
        sheet["E2"].number_format = "00000"

    header = ["Nom", "Téléphone", "Date du consentement", "Disponibilité", "Code postal"]
    row = ["Ana", 639980701, datetime(2026, 11, 2, 21, 14, 5), 0.5, 1000]
    reading = read(make_workbook(("F", [header, row]), mend=shape))
    assert tell(reading, "phone", "consented_at") == [("06 39 98 07 01", "2026-11-02T21:14:05")]
    assert reading.lines[0].repairs == ()
    assert [one.values for one in reading.columns[3:]] == [("50 %",), ("01000",)]
    missions = [["Défi", "Intitulé", "Places", "Première date"], ["Logement", "Garde", 2.0, date(2027, 1, 31)]]
    assert tell(read(make_workbook(("F", missions)), "missions"), "places", "first_date") == [("2", "2027-01-31")]


def test_a_workbook_without_styles_or_with_broken_ones_is_read() -> None:
    def spoil(part: str, content: bytes) -> bytes:
        return b"<styleSheet/>" if part == "xl/styles.xml" else content

    assert names(read(rewrite(volunteers(), spoil))) == ["Ana Roux", "Luc Morel", "Zoé Blanc"]


def test_an_old_binary_workbook_is_read() -> None:
    reading = read(OLD_EXCEL)
    assert names(reading) == ["Zoé Béranger", "Luc Morel"]
    assert tell(reading, "phone", "sector") == [("06 39 98 07 01", "Les Granges"), ("06 39 98 07 02", "Les Granges")]
    assert [(one.name, one.taken, one.hidden) for one in reading.sheets] == [
        ("Bénévoles", True, False),
        ("Brouillon", False, True),
    ]


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"
 xmlns:style="urn:s"><office:automatic-styles><style:style style:name="no"><style:table-properties
 table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}
</office:spreadsheet></office:body></office:document-content>"""


def ods_cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def ods(tables: str, **parts: str) -> bytes:
    return pack(content_dot_xml=ODS.format(tables=tables), **parts)


def test_an_opendocument_is_read_with_what_it_hides_and_merges() -> None:
    header = "".join(map(ods_cell, ["Nom", "Secteur", "Téléphone", "Remarque"]))
    note = "<office:annotation><text:p>secret</text:p></office:annotation>"
    ana = f"<table:table-cell>{note}<text:p>Ana<text:s/>Roux</text:p></table:table-cell>"
    village = ods_cell("Bourg", 'table:number-rows-spanned="2"')
    number = ods_cell("6,4E+08", 'office:value-type="float" office:value="639980701"')
    rows = (
        f"<table:table-row>{header}</table:table-row>"
        f"<table:table-row>{ana}{village}{number}</table:table-row>"
        f"<table:table-row>{ods_cell('Luc Morel')}<table:covered-table-cell/></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        f'<table:table-row table:visibility="filter">{ods_cell("Parti")}</table:table-row>'
    )
    hidden = f"<table:table-row>{ods_cell('Nom')}</table:table-row>"
    hidden = f'<table:table table:name="B" table:style-name="no">{hidden}</table:table>'
    reading = read(ods(f'<table:table table:name="A">{rows}</table:table>{hidden}'))
    assert tell(reading, "name", "sector", "phone") == [
        ("Ana Roux", "Bourg", "06 39 98 07 01"),
        ("Luc Morel", "Bourg", ""),
    ]
    assert left(reading) == [(1_048_004, "hidden")]
    assert [(one.name, one.taken, one.hidden) for one in reading.sheets] == [("A", True, False), ("B", False, True)]


def test_a_web_page_saved_as_a_workbook_is_read() -> None:
    page = (
        "<html><head><style>td{color:red}</style></head><body><p>Bénévoles<table><tr><th>Nom<th>Secteur<th>Consentement"
        "<tr><td>Ana&nbsp;Roux<td rowspan=2>Les &Eacute;tangs<td>oui</tr><tr><td>Luc<br>Morel<td>non</table>"
    )
    for encoding in ("utf-8", "cp1252", "utf-16"):
        reading = read(page.encode(encoding))
        assert tell(reading, "name", "sector", "consent") == [
            ("Ana Roux", "Les Étangs", "oui"),
            ("Luc Morel", "Les Étangs", "non"),
        ]


def test_the_xml_of_excel_2003_is_read() -> None:
    cells = "<Cell><Data ss:Type='String'>{}</Data></Cell>"
    content = (
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
        "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
        " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='F'><Table><Row>"
        + cells.format("Nom") + cells.format("Téléphone")
        + "</Row><Row ss:Index='4'>" + cells.format("Ana Roux")
        + "<Cell><Data ss:Type='Number'>639980701</Data></Cell></Row></Table></Worksheet></Workbook>"
    )  # fmt: skip
    reading = read(content)
    assert tell(reading, "name", "phone") == [("Ana Roux", "06 39 98 07 01")]
    assert reading.lines[0].place == Place("F", 4)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ods("", **{"META-INF__manifest_dot_xml": "<m><f><encryption-data/></f></m>"}), "file-protected"),
        (pack(Index__Document_dot_iwa="x"), "file-numbers"),
        (pack(liste_dot_csv="Nom\nAna"), "file-archive"),
        (pack(word__document_dot_xml="<w/>"), "file-not-table"),
        (pack(content_dot_xml="<not closed"), "workbook-damaged"),
        (volunteers()[:-200], "workbook-damaged"),
        (b"<html><body>Bonjour</body></html>", "file-not-table"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_own_sentence(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(content)
    assert refused.value.code == code


def test_a_workbook_that_unfolds_without_end_is_refused_in_time() -> None:
    def inflate(part: str, content: bytes) -> bytes:
        return b" " * 200_000_000 if part.endswith("sheet1.xml") else content

    with pytest.raises(UnreadableFile) as refused:
        read(rewrite(volunteers(), inflate))
    assert refused.value.code == "file-too-large"


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<row r="1">' + "<c/>" * 400_000 + "</row>", "workbook-damaged"),
        ('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>', "file-too-wide"),
        ("".join(f'<row r="{n}"><c t="str"><v>x</v></c></row>' for n in range(1, 60_010)), "file-too-long"),
    ],
    ids=["cells", "columns", "rows"],
)
def test_a_sheet_beyond_any_list_is_refused(inside: str, code: str) -> None:
    def fill(part: str, content: bytes) -> bytes:
        return (
            f"<worksheet><sheetData>{inside}</sheetData></worksheet>".encode()
            if part.endswith("sheet1.xml")
            else content
        )

    with pytest.raises(UnreadableFile) as refused:
        read(rewrite(volunteers(), fill))
    assert refused.value.code == code


def test_a_cell_far_away_and_a_merge_over_everything_cost_no_time() -> None:
    far = (
        '<row r="1"><c r="A1" t="str"><v>Nom</v></c></row><row r="1048576"><c r="A1048576" t="str"><v>Ana</v></c></row>'
    )
    merge = '<mergeCells><mergeCell ref="B1:XFD1048576"/><mergeCell ref="A1048576:XFD1048576"/></mergeCells>'

    def fill(part: str, content: bytes) -> bytes:
        sheet = f"<worksheet><sheetData>{far}</sheetData>{merge}</worksheet>".encode()
        return sheet if part.endswith("sheet1.xml") else content

    reading = read(rewrite(volunteers(), fill))
    assert [(line.place.line, line.cells["name"]) for line in reading.lines] == [(1_048_576, "Ana")]


def test_known_names_may_be_none() -> None:
    assert KNOWN.challenges
    assert names(read(volunteers(), known=type(KNOWN)())) == ["Ana Roux", "Luc Morel", "Zoé Blanc"]


def test_a_million_formatted_empty_rows_cost_no_time() -> None:
    empty = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"></c></row>' for n in range(9, 200_000))

    def pad(part: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", empty.encode() + b"</sheetData>") if "sheet1" in part else content

    began = time.process_time()
    reading = read(rewrite(make_workbook(("A", [["Nom", "Consentement"], ["Zoé", "oui"]])), pad))
    assert names(reading) == ["Zoé"]
    assert time.process_time() - began < 2.0


def test_a_formula_never_worked_out_is_empty_and_named_and_one_made_of_words_says_them() -> None:
    rows = [["Nom", "Secteur", "Consentement"], ["=A9", "Bourg", "oui"], ['="Zo"&"é"', "Bourg", "oui"]]
    reading = read(make_workbook(("A", rows)))
    assert names(reading) == ["", "Zoé"]
    assert notes(reading) == ["formulas-worked-out", "formulas-uncomputed"]


def test_a_row_that_is_refused_is_told_with_its_sheet_where_there_are_several(framed: Store) -> None:
    bad = ["", "Bourg", "oui"]
    content = make_workbook(("Bourg", [HEADER, *PEOPLE]), ("Granges", [HEADER, bad, PEOPLE[0]]))
    plan = preview_import(framed, "volunteers", "b.xlsx", content, now=datetime.now(UTC))
    said = report_plan(plan).to_lines("b.xlsx", "fr")
    assert any(line.startswith("b.xlsx, Granges, ligne 2") for line in said)


def _remark(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet["A2"].comment = Comment("Ne souhaite plus être appelée", "Accueil")
    sheet["B1"].comment = Comment("Clé de la liste", "workshop-kit")
    for cell in sheet[3]:
        cell.font = Font(strike=True)


def test_comments_and_lines_struck_through_are_said_and_change_nothing() -> None:
    rows = [["Nom", "Courriel"], ["Ana", "a@example.org"], ["Luc", "l@example.org"], ["Zoé", "z@example.org"]]
    reading = read(make_workbook(("Liste", rows), mend=_remark))
    assert names(reading) == ["Ana", "Luc", "Zoé"]
    told = {note.code: note.values for note in reading.notes}
    assert told == {
        "cell-comments": {"lines": "2", "sample": "Ne souhaite plus être appelée"},
        "struck-lines": {"lines": "3"},
    }
    assert notes(read(make_workbook(("Liste", rows)))) == []


def test_comments_and_lines_struck_through_of_an_opendocument_are_said() -> None:
    def write_row(*cells: str, style: str = "") -> str:
        return (
            "<table:table-row>"
            + "".join(f"<table:table-cell{style}>{one}</table:table-cell>" for one in cells)
            + ("</table:table-row>")
        )

    noted = "<office:annotation><text:p>À rappeler en mai</text:p></office:annotation><text:p>Ana</text:p>"
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">'
        '<style:style style:name="barré"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<table:table table:name="Liste">'
        + write_row("<text:p>Nom</text:p>", "<text:p>Secteur</text:p>")
        + write_row(noted, "<text:p>Bourg</text:p>")
        + write_row("<text:p>Luc</text:p>", "<text:p>Bourg</text:p>", style=' table:style-name="barré"')
        + "</table:table></office:document-content>"
    )
    reading = read(pack(content_dot_xml=content))
    assert names(reading) == ["Ana", "Luc"]
    assert {note.code: note.values for note in reading.notes} == {
        "cell-comments": {"lines": "2", "sample": "À rappeler en mai"},
        "struck-lines": {"lines": "3"},
    }
