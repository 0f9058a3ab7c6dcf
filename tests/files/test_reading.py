"""Files as they come: delimiters, encodings, quotes, titles, workbooks, junk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.files.conftest import Take
from workshop_kit.errors import UnreadableFile
from workshop_kit.files import import_file
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import Store

ACCENTED = "Nom;Téléphone;Consentement\nZoé Béranger;01 99 00 00 01;oui\n"


def names(store: Store) -> list[str]:
    return [one.name for one in store.read(lambda repository: repository.list_volunteers())]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_habit_of_csv_is_read(store: Store, take: Take, encoding: str, delimiter: str, newline: str) -> None:
    text = ACCENTED.replace(";", delimiter).replace("\n", newline)
    report = take("volunteers", text, encoding=encoding)
    assert (report.read, report.added, report.rejected) == (1, 1, ())
    (volunteer,) = store.read(lambda repository: repository.list_volunteers())
    assert (volunteer.name, volunteer.phone) == ("Zoé Béranger", "01 99 00 00 01")


def test_a_delimiter_inside_quotes_is_text(framed: Store, take: Take) -> None:
    take("ideas", 'défi,texte\nLogement,"Une laverie, une consigne; et des casiers, ""gratuits"""\n')
    (idea,) = framed.read(lambda repository: repository.list_ideas())
    assert idea.text == 'Une laverie, une consigne; et des casiers, "gratuits"'


def test_a_line_break_in_a_cell_is_text_and_lines_are_those_of_the_file(framed: Store, take: Take) -> None:
    report = take("ideas", 'défi;texte\n\nLogement;"Une laverie\r\net des casiers"\n\nVoirie;Un banc\n')
    (idea,) = framed.read(lambda repository: repository.list_ideas())
    assert idea.text == "Une laverie\net des casiers"
    assert [rejection.line for rejection in report.rejected] == [6]


def test_a_quotation_mark_that_nobody_closed_costs_no_other_row(framed: Store, take: Take) -> None:
    report = take("ideas", 'défi;texte\nLogement;Une\nLogement;"Deux\nLogement;Trois\nLogement;"Quatre; cinq"\n')
    ideas = framed.read(lambda repository: repository.list_ideas())
    assert [idea.text for idea in ideas] == ["Une", '"Deux', "Trois", "Quatre; cinq"]
    assert report.rejected == ()


def test_a_title_above_the_header_is_passed_over(framed: Store, take: Take) -> None:
    report = take("ideas", "Atelier du 12 janvier;;\n;;\ndéfi;texte;\nLogement;Un banc;\nVoirie;Deux bancs;\n")
    assert report.added == 1
    assert [rejection.line for rejection in report.rejected] == [5]


@pytest.mark.parametrize(
    "header",
    ["  NOM ;TELEPHONE;consentement (oui/non)", "nom:;Tél.;CONSENTEMENT ?", "Name;phone;Consent", "nom;tel;rgpd"],
)
def test_headers_are_known_whatever_their_writing(store: Store, take: Take, header: str) -> None:
    take("volunteers", f"{header}\nAna;0199000001;oui\n")
    (volunteer,) = store.read(lambda repository: repository.list_volunteers())
    assert (volunteer.name, volunteer.phone) == ("Ana", "01 99 00 00 01")


def test_columns_may_come_in_any_order_with_others_between(framed: Store, take: Take) -> None:
    take("missions", "secteur,compétence_min,remarque,places,Défi,INTITULÉ\nBourg,2,à voir,3,mobilite,Conduire\n")
    (mission,) = framed.read(lambda repository: repository.list_missions())
    assert (mission.title, mission.places, mission.min_competence, mission.sector) == ("Conduire", 3, 2, "Bourg")


def test_of_a_column_named_twice_the_filled_one_counts(store: Store, take: Take) -> None:
    take("volunteers", "nom;courriel;e-mail;consentement\nAna;;ana@example.org;oui\nBen;ben@example.org;;oui\n")
    volunteers = store.read(lambda repository: repository.list_volunteers())
    assert [one.email for one in volunteers] == ["ana@example.org", "ben@example.org"]


def test_a_header_alone_is_read_and_brings_nothing(store: Store, take: Take) -> None:
    report = take("volunteers", "nom;courriel\n")
    assert (report.read, report.added, report.unusable) == (0, 0, False)


def test_short_rows_miss_only_their_last_cells(store: Store, take: Take) -> None:
    assert take("volunteers", "nom;courriel;consentement\nAna\nBen;ben@example.org\n").added == 2


def test_a_french_number_gets_back_the_zero_that_excel_took(store: Store, take: Take) -> None:
    take("volunteers", "nom;téléphone;consentement\nAna;199000001;oui\n")
    assert store.read(lambda repository: repository.list_volunteers())[0].phone == "01 99 00 00 01"


def make_workbook(path: Path, *sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_from_the_sheet_with_the_header(framed: Store, tmp_path: Path) -> None:
    notes: list[list[object]] = [["Notes de réunion"], ["à relire"]]
    scores: list[list[object]] = [
        ["Scores"],
        [],
        ["Bénévole", "Défi", "Compétence (0 à 3)", "Intérêt (-2 à +2)"],
        ["Ana", "Logement", 2, -1],
        [None, None, None, None],
        ["Ben", "Logement", 3.0, 2.5],
        ["Cleo", "Logement", None, "?"],
    ]
    report = import_file(framed, "scores", make_workbook(tmp_path / "scores.xlsx", notes, scores))
    assert (report.read, report.added) == (3, 2)
    assert [(one.line, one.column, one.value) for one in report.rejected] == [(6, "Intérêt (-2 à +2)", "2.5")]
    found = framed.read(lambda repository: repository.list_scores())
    assert sorted((one.competence, one.interest, one.unsure) for one in found if not one.unsure) == [(2, -1, False)]


def test_a_workbook_s_dates_are_read_as_dates(store: Store, tmp_path: Path) -> None:
    rows: list[list[object]] = [["enjeu", "action", "échéance"], ["Logement", "Agir", date(2028, 12, 1)]]
    import_file(store, "challenges", make_workbook(tmp_path / "defis.xlsx", rows))
    (challenge,) = store.read(lambda repository: repository.list_challenges())
    assert challenge.statement == "Agir, d’ici le 1er décembre 2028."


def test_a_workbook_named_csv_is_still_a_workbook(store: Store, tmp_path: Path) -> None:
    path = make_workbook(tmp_path / "liste.xlsx", [["nom"], ["Ana"]]).rename(tmp_path / "liste.csv")
    assert import_file(store, "volunteers", path).added == 1
    assert names(store) == ["Ana"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf \r\n", "file-empty"),
        (b";;;\n;;;\n", "file-empty"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Roux\nEND:VCARD\n", "file-not-table"),
        (b"Nom;Courriel\nAna\0\x01\x02;x\n", "file-not-table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file-not-table"),
        (b"%PDF-1.7 nom;courriel", "file-not-table"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "file-not-table"),
        (b"nom\nZo\x81\x8d", "file-garbled"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "workbook-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-protected"),
        (b"PK\x03\x04 and then nothing of a workbook", "workbook-damaged"),
    ],
)
def test_junk_is_refused_with_a_sentence(store: Store, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "fichier.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        import_file(store, "volunteers", path)
    assert refused.value.code == code
    for language in LANGUAGES:
        assert "fichier.csv" in Translator(language).sentence(refused.value)


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as missing:
        import_file(store, "volunteers", tmp_path / "absent.csv")
    with pytest.raises(UnreadableFile) as folder:
        import_file(store, "volunteers", tmp_path)
    assert (missing.value.code, folder.value.code) == ("file-missing", "file-is-folder")


def test_ten_thousand_rows_are_taken_in(framed: Store, take: Take) -> None:
    text = "défi;texte;auteur\n" + "".join(f"Logement;Idée {i};Personne {i % 150}\n" for i in range(10_000))
    report = take("ideas", text)
    assert (report.read, report.added) == (10_000, 10_000)
    assert len(framed.read(lambda repository: repository.list_participants())) == 150


def test_a_cell_too_long_is_refused_and_the_next_rows_are_read(framed: Store, take: Take) -> None:
    report = take("ideas", "défi;texte\nLogement;" + "x" * 200_000 + "\nLogement;Un banc\n")
    assert report.added == 1
    assert [(one.line, one.reason.code) for one in report.rejected] == [(2, "too-long")]


def test_a_first_name_in_a_column_of_its_own_is_part_of_the_name(store: Store, take: Take) -> None:
    take("volunteers", "NOM;Prénom\nDUPONT;Jean\nBéranger;\n")
    assert names(store) == ["Jean DUPONT", "Béranger"]


@pytest.mark.parametrize(
    "header",
    [
        "défi;intitulé;places;responsable;première_date;prochaine_étape;idée",
        "challenge;title;places;owner;first_date;next_step;idea",
        "Challenge;Title;Places;Owner;First date;Next step;Idea",
    ],
)
@pytest.mark.parametrize("day", ["2027-01-31", "31/01/2027"])
def test_a_mission_brings_who_answers_for_it_when_it_begins_and_where_it_came_from(
    framed: Store, take: Take, header: str, day: str
) -> None:
    take("ideas", "défi;texte\nLogement;Un tour de garde\n")
    take("missions", f"{header}\nLogement;Garder;2;Mme Roy;{day};Appeler les clubs;un tour de garde\n")
    ((mission,), (idea,)) = framed.read(lambda hall: (hall.list_missions(), hall.list_ideas()))
    assert (mission.owner, mission.first_date, mission.next_step) == ("Mme Roy", "2027-01-31", "Appeler les clubs")
    assert mission.option == idea.id
    take("missions", "défi;intitulé;places\nLogement;Garder;3\n")
    (again,) = framed.read(lambda hall: hall.list_missions())
    assert (again.owner, again.first_date, again.option, again.places) == ("Mme Roy", "2027-01-31", idea.id, 3)


def test_a_mission_whose_idea_is_not_there_is_kept_and_a_day_that_is_none_is_refused(framed: Store, take: Take) -> None:
    header = "défi;intitulé;places;première_date;idée"
    report = take("missions", f"{header}\nLogement;Garder;2;;Une idée d’ailleurs\nLogement;Veiller;2;bientôt;\n")
    (mission,) = framed.read(lambda hall: hall.list_missions())
    assert (mission.title, mission.option) == ("Garder", None)
    assert [one.column for one in report.rejected] == ["première_date"]
