"""Text files of any habit: encodings, delimiters, quotation marks; nothing garbled, nothing swallowed in silence."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from tests.files.conftest import Take
from tests.files.reading_of import names, notes, read, tell
from tests.files.words_unseen import WORDS
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.tables.encodings import ENCODINGS, decode
from workshop_kit.files.reading.tables.mojibake import undo_double_encoding
from workshop_kit.files.reading.values import Choices


def part(words: str) -> list[str]:
    return words.split("|")


#: Names and words by which the weights were chosen, and others that they had not seen.
SEEN = part(
    "Hélène Béranger|François Noël|Zoé Lefèvre|Anaïs Thévenet|Loïc Le Goff|Gaëlle Kérébel|Joël Châtelain|Mère Thérèse|"
    "Benoît Dubœuf|Cœur|Gérard Bêche|Aurélie Château|Jérôme Côte|Maël Aubin|Raphaël Lévêque|Michaël Ménard|Inès Mûrier|"
    "Noémie Pâquet|Éric d’Aboville|Émile Évrard|ÉRIC LEFÈVRE|HÉLÈNE ÇA|Les Tilleuls d’été|Châtaigneraie|La Forêt|"
    "Le Hêtre|L’Hôpital|Saint-Étienne|Besançon|Nîmes|Béziers|Où|Déjà|À côté|Müller|Muñoz|García|Œuvre|Maïs|Rôle|Fût"
)
UNSEEN = part(
    "Stéphane Vallée|Clémence Rivière|Frédéric Bélanger|Rémi Garçon|Cédric Guérin|Séverine Hervé|Désiré Kouamé|"
    "Amélie Brûlé|Aïcha Saïdi|Thaïs Moïse|Ismaël Zoël|Adélaïde Fabrègue|Françoise Forêt|Céline Prévôt|Agnès Dérédec|"
    "Bérénice Dufrêne|Mélanie Gâteau|Véronique Coût|Irénée Pérès|Yaël Noé|Édith Écochard|CÉLINE PRÉVÔT|La Chèvre|"
    "Le Pré aux Bœufs|Le Pâtis|Évreux|Rhône|Ariège|Drôme|Pyrénées|Finistère|Vendée|Hyères|Bègles|Sète|Façade|Leçon|"
    "Bientôt|Hâte|Sûr|Gîte|Connaître|Ambiguïté|Günther|Peña|José|Sœur|Vœux|Nœud"
)
SINGLE = ("cp1252", "mac-roman", "cp850")

TABLE = "Nom;Secteur;Consentement\n{}"


def write(words: list[str], encoding: str) -> tuple[str, bytes]:
    """Return words and how an encoding writes them; CP850 has neither œ nor the printer's apostrophe."""
    text = "\n".join(words)
    if encoding == "cp850":
        text = text.replace("’", "'").replace("œ", "oe").replace("Œ", "OE")
    return text, text.encode(encoding)


@pytest.mark.parametrize("encoding", SINGLE)
@pytest.mark.parametrize("words", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_five_words_tell_the_encoding_and_one_is_hardly_ever_read_wrong(words: list[str], encoding: str) -> None:
    chance = random.Random(8)
    for _ in range(40):
        text, raw = write(chance.sample(words, 5), encoding)
        assert decode("f", b"Nom\n" + raw).text == f"Nom\n{text}"
    wrong = []
    for word in words:
        text, raw = write([word], encoding)
        with suppress(UnreadableFile):
            wrong += [text] if decode("f", raw).text != text else []
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("encoding", SINGLE)
def test_a_guessed_encoding_is_said_with_words_that_show_it(encoding: str) -> None:
    reading = read(TABLE.format("Hélène Béranger;Bourg;oui\n").encode(encoding))
    assert names(reading) == ["Hélène Béranger"]
    (note,) = reading.notes
    assert (note.code, note.values["encoding"], note.values["sample"]) == (
        "encoding",
        ENCODINGS[encoding],
        "Hélène, Béranger",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
def test_unicode_is_read_with_or_without_a_mark_and_needs_no_note(encoding: str) -> None:
    raw = TABLE.format("Zoé Noël;Bourg;oui\n").encode(encoding)
    for content in (raw, raw + bytes(6), *([b"\xef\xbb\xbf" + raw] if encoding == "utf-8-sig" else [])):
        reading = read(content)
        assert (names(reading), reading.notes) == (["Zoé Noël"], ())


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("HÃ©lÃ¨ne et Zoé", "Hélène et Zoé"),
        ("lâ€™Ã©tÃ©", "l’été"),
        ("Ã‰ric", "Éric"),
        ("voilÃ  la", "voilà  la"),
        ("ÃƒÂ©tÃƒÂ©", "été"),
        ("H√©l√®ne", "Hélène"),
        ("H├®l├¿ne", "Hélène"),
        ("ðŸ™‚ bravo", "🙂 bravo"),
        ("12 â‚¬", "12 €"),
    ],
)
def test_letters_encoded_twice_are_put_right_and_said(spoilt: str, right: str) -> None:
    reading = read(TABLE.format(f"{spoilt};Bourg;oui\n"))
    assert names(reading) == [" ".join(right.split())]
    assert notes(reading) == ["double-encoded"]


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO",
        "« été »",
        "ALLÔ », dit-elle",
        "pâ… »",
        "Ñandú",
        "Škoda",
        "Ångström",
        "Łukasz",
        "一个",
        "¿Qué?",
        "naïve",
    ],
)
def test_words_that_only_look_spoilt_are_left_alone(text: str) -> None:
    assert undo_double_encoding(text) == (text, 0)


def test_one_spoilt_byte_costs_one_letter_and_its_line_is_named() -> None:
    good = TABLE.format("Hélène;Été;oui\n").encode()
    reading = read(good + b"R\xffmi;Bourg;oui\n")
    assert names(reading) == ["Hélène", "R�mi"]
    assert [(note.code, note.values["lines"]) for note in reading.notes] == [("letters-lost", "3")]


def test_lines_of_another_encoding_are_read_in_it_and_named() -> None:
    reading = read(
        TABLE.format("Hélène;Été;oui\nThéo;Bourg;oui\n").encode() + "Rémi Garçon;Forêt;oui\n".encode("cp1252")
    )
    assert names(reading) == ["Hélène", "Théo", "Rémi Garçon"]
    assert [(note.code, note.values["lines"]) for note in reading.notes] == [("bytes-mended", "4")]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "Олена Шевченко"), ("cp1250", "Łukasz Żółć"), ("cp1256", "فاطمة"), ("gb18030", "王小明")],
)
def test_what_gives_no_words_is_refused_and_may_be_chosen(encoding: str, name: str) -> None:
    content = TABLE.format(f"{name};Bourg;oui\n").encode(encoding)
    with pytest.raises(UnreadableFile) as refused:
        read(content)
    assert refused.value.code == "file-garbled"
    if encoding in ENCODINGS:
        assert names(read(content, choices=Choices(encoding=encoding))) == [name]


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("Nom\nAna\n", choices=Choices(encoding="klingon"))
    assert refused.value.code == "encoding-unknown"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("above", ["", "\n\n", "sep={}\n", '"sep={}"\n', "LISTE, DES BÉNÉVOLES\n"])
def test_the_delimiter_is_told_by_the_headings(delimiter: str, newline: str, above: str) -> None:
    lines = ["Nom;Téléphone;Secteur;;", "Ana Roux;06 39 98 07 01;Bourg, haut;;", ";;;;", "Luc;;Moulin;;"]
    rows = [[f'"{cell}"' if "," in cell else cell for cell in line.split(";")] for line in lines]
    text = above.format(delimiter) + "\n".join(delimiter.join(cells) for cells in rows) + "\n"
    reading = read(text.replace("\n", newline))
    assert tell(reading, "name", "sector") == [("Ana Roux", "Bourg, haut"), ("Luc", "Moulin")]
    assert len(reading.columns) == 3


@pytest.mark.parametrize(
    ("rows", "texts", "stray"),
    [
        (
            ['"Toit;vécu', "Car;vécu", '"Stop-bus" au rond-point;vécu'],
            ['"Toit', "Car", '"Stop-bus" au rond-point'],
            "2",
        ),
        (['"Toit;vécu', "Car;vécu", 'Bus";vécu'], ['"Toit', "Car", 'Bus"'], "2"),
        (['"Toit;vécu', "Car;vécu"], ['"Toit', "Car"], "2"),
        (['Toit 5";vécu', 'Car 6";vécu'], ['Toit 5"', 'Car 6"'], ""),
        (['"Toit ""bas""; et haut";vécu', '"Un\ndeux; trois";vécu'], ['Toit "bas"; et haut', "Un\ndeux; trois"], ""),
        (['"Toit;vécu', '"Car;vécu', '"Bus;vécu'], ['"Toit', '"Car', '"Bus'], "2, 3, 4"),
    ],
)
def test_a_forgotten_quotation_mark_swallows_no_row(rows: list[str], texts: list[str], stray: str) -> None:
    content = "défi;idée;source\n" + "".join(f"Logement;{row}\n" for row in rows)
    reading = read(content, "ideas")
    assert [text for (text,) in tell(reading, "text")] == texts
    assert [note.values["lines"] for note in reading.notes] == ([stray] if stray else [])


def test_thousands_of_forgotten_marks_take_no_time() -> None:
    reading = read("défi;idée\n" + 'Logement;"Un toit\n' * 20_000, "ideas")
    assert len(reading.lines) == 20_000
    assert notes(reading) == ["stray-quotes"]


def test_line_breaks_as_letters_are_line_breaks_in_text_too() -> None:
    assert tell(read('défi;idée\nLogement;"Un_x000D_\nbanc"\n', "ideas"), "text") == [("Un\nbanc",)]


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("H‚lŠne B‚ranger", "Hélène Béranger"),
        ("HÈlËne BÈranger", "Hélène Béranger"),
        ("HŽlne", "Hélne"),
        ("Ana╬Roux", "Ana╬Roux"),
        ("Ana†Roux", "Ana Roux"),
    ],
)
def test_words_read_in_a_wrong_encoding_before_they_were_saved_are_put_right_or_said(spoilt: str, right: str) -> None:
    reading = read(TABLE.format(f"{spoilt};Bourg;oui\n"))
    assert names(reading) == [right]
    assert notes(reading) == ["wrong-reading" if spoilt != right else "letters-odd"]


@pytest.mark.parametrize(
    "name", ["O’Neil", "McÉwan", "L’Été", "Škoda", "Dvořák", "Łukasz", "ÉRIC", "Saint-Éloi", "D'Été"]
)
def test_names_of_everywhere_are_no_spoilt_words(name: str) -> None:
    reading = read(TABLE.format(f"{name};Bourg;oui\n"))
    assert (names(reading), reading.notes) == ([name], ())


def test_the_letters_that_latin_9_has_and_windows_has_not_are_told_too() -> None:
    assert names(read(TABLE.format("Cœur Brûlé;Bœuf;oui\n").encode("iso8859-15"))) == ["Cœur Brûlé"]


@pytest.mark.parametrize("encoding", SINGLE)
@pytest.mark.parametrize("language", ["French", "Breton", "Portuguese", "Spanish"])
def test_names_that_no_weight_was_chosen_by_are_read_right_five_by_five_or_refused(
    language: str, encoding: str
) -> None:
    def can_be_written(word: str) -> bool:
        return word.replace("’", "'").encode(encoding, "replace").count(b"?") == 0

    words = [word for word in WORDS[language].split("|") if encoding != "cp850" or can_be_written(word)]
    chance = random.Random(8)
    right = 0
    for _ in range(60):
        text, raw = write(chance.sample(words, 5), encoding)
        with suppress(UnreadableFile):
            assert decode("f", b"Nom\n" + raw).text == f"Nom\n{text}"
            right += 1
    assert right >= 55


def test_the_letters_that_a_page_escaped_are_put_right_and_said() -> None:
    reading = read("Nom;Pr&eacute;nom;Secteur;Consentement\nB&#233;rard;Zo&eacute;;L&#039;&Icirc;le;oui\n")
    assert tell(reading, "name", "first_name", "sector") == [("Bérard", "Zoé", "L'Île")]
    assert notes(reading) == ["entities"]


def test_an_ampersand_that_somebody_wrote_so_stays() -> None:
    assert names(read(TABLE.format('"Luc &amp; Ana";Bourg;oui\n'))) == ["Luc &amp; Ana"]


@pytest.mark.parametrize("name", ["Fran?oise Petit", "Ren\ufffd Petit"])
def test_a_name_that_lost_a_letter_is_named_with_its_line(name: str) -> None:
    (note,) = read(TABLE.format(f"Ana Roux;Bourg;oui\n{name};Bourg;oui\n")).notes
    assert (note.code, note.values["lines"]) in [("letters-asked", "3"), ("letters-lost", "3")]


def test_letters_encoded_three_times_are_put_right() -> None:
    thrice = "Joëlle Crépin"
    for _ in range(2):
        thrice = thrice.encode().decode("cp1252")
    assert names(read(TABLE.format(f"{thrice};Bourg;oui\n"))) == ["Joëlle Crépin"]


def test_the_apostrophes_of_a_spreadsheet_leave_cells_and_names_keep_theirs() -> None:
    reading = read(TABLE.format("'Ana Roux;'Bourg';'oui\n'Luc Morel';Bourg;'oui'\n't Hooft;Bourg;oui\n"))
    assert tell(reading, "name", "sector", "consent") == [
        ("Ana Roux", "Bourg", "oui"),
        ("Luc Morel", "Bourg", "oui"),
        ("'t Hooft", "Bourg", "oui"),
    ]


@pytest.mark.parametrize("end", ["", ";;;", ",,"])
def test_lines_that_a_spreadsheet_put_in_marks_as_a_whole_are_parted(end: str) -> None:
    rows = ('Nom,""Prénom"",Courriel', 'Roux,""Ana"",ana@example.org', "Morel,Luc,luc@example.org")
    reading = read("".join(f'"{row}"{end}\n' for row in rows))
    assert (names(reading), tell(reading, "email")) == (
        ["Ana Roux", "Luc Morel"],
        [("ana@example.org",), ("luc@example.org",)],
    )
    assert names(read('"Nom"\n"Roux, Ana"\n"Morel, Luc"\n')) == ["Roux, Ana", "Morel, Luc"]


def test_zero_bytes_that_fill_cells_are_left_out_and_one_within_a_word_was_a_letter(take: Take) -> None:
    content = b"Nom;Courriel\nAna Roux\0\0\0;ana@example.org\0\nRen\0 Morel;\0\nFran\0ois Bel;\n"
    assert tell(read(content), "email") == [("ana@example.org",), ("",), ("",)]
    report = take("volunteers", content.decode())
    assert (report.added, [one.line for one in report.rejected]) == (2, [4])
