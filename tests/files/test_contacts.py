"""Numbers and addresses as people and spreadsheets write them: whole, or not kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.reading_of import read, tell
from workshop_kit.files.importing.cells import read_email, read_phone
from workshop_kit.files.importing.report import RowRefused
from workshop_kit.files.reading.contacts import Found, read_address, read_number
from workshop_kit.i18n import LANGUAGES, Translator

NUMBERS = {
    "06 39 98 07 01": ("06 39 98 07 01", ""),
    "0639980701": ("06 39 98 07 01", ""),
    "06.39.98.07.01": ("06 39 98 07 01", ""),
    "06-39-98-07-01": ("06 39 98 07 01", ""),
    "06/39/98/07/01": ("06 39 98 07 01", ""),
    "06 399 807 01": ("06 39 98 07 01", ""),
    "06\u202f39\u202f98\u202f07\u202f01": ("06 39 98 07 01", ""),
    "\u202a06 39 98 07 01\u202c": ("06 39 98 07 01", ""),
    "06‑39‑98‑07‑01": ("06 39 98 07 01", ""),
    "０６３９９８０７０１": ("06 39 98 07 01", ""),
    "٠٦٣٩٩٨٠٧٠١": ("06 39 98 07 01", ""),
    "O6 39 98 07 01": ("06 39 98 07 01", "phone-letters"),
    "06 39 98 O7 01": ("06 39 98 07 01", "phone-letters"),
    "06 39 98 07 lI": ("06 39 98 07 11", "phone-letters"),
    "01 99 00 07 08": ("01 99 00 07 08", ""),
    '="0639980701"': ("06 39 98 07 01", "phone-formula"),
    "=0639980701": ("06 39 98 07 01", "phone-formula"),
    "'0639980705": ("06 39 98 07 05", "phone-apostrophe"),
    "'+33639980705": ("06 39 98 07 05", "phone-apostrophe"),
    "6,39980702E+08": ("06 39 98 07 02", "phone-scientific"),
    "6.39980702e8": ("06 39 98 07 02", "phone-scientific"),
    "3,3639980703E+10": ("06 39 98 07 03", "phone-scientific"),
    "639980704.0": ("06 39 98 07 04", "phone-float"),
    "639980704,00": ("06 39 98 07 04", "phone-float"),
    "639980706": ("06 39 98 07 06", "phone-zero"),
    "6 39 98 07 06": ("06 39 98 07 06", "phone-zero"),
    "33639980707": ("06 39 98 07 07", "phone-no-plus"),
    "+33 6 39 98 07 07": ("06 39 98 07 07", "phone-international"),
    "+33 (0)6 39 98 07 07": ("06 39 98 07 07", "phone-international"),
    "00.33.6.39.98.10.01": ("06 39 98 10 01", "phone-international"),
    "0033 639 98 09 07": ("06 39 98 09 07", "phone-international"),
    "+330.63.99.81.003": ("06 39 98 10 03", "phone-international"),
    "(+33)639980707": ("06 39 98 07 07", "phone-international"),
    "Tél. : 06 39 98 07 07": ("06 39 98 07 07", ""),
    "06 39 98 07 01 (après 18h)": ("06 39 98 07 01", "phone-words"),
    "Mme Roux 06 39 98 07 01": ("06 39 98 07 01", "phone-words"),
    "06 39 98 07 08 / 01 99 00 07 08": ("06 39 98 07 08", "phone-several"),
    "06 39 98 07 08 ou 01 99 00 07 08": ("06 39 98 07 08", "phone-several"),
    "06 39 98 07 08/09": ("06 39 98 07 08", "phone-words"),
    "M. : 06 39 98 07 08 - Mme : 06 39 98 07 09": ("06 39 98 07 08", "phone-several"),
    "Fax : 01 99 00 07 09 / tél 01 99 00 07 08": ("01 99 00 07 08", "phone-several"),
    "ancien 06 39 98 07 09, nouveau 06 39 98 07 08": ("06 39 98 07 08", "phone-several"),
    "0639 98 07 08": ("06 39 98 07 08", ""),
    "fils 06 39 98 07 09 ou 06 39 98 07 08": ("06 39 98 07 08", "phone-several"),
    "Tél. de son bureau 06 39 98 07 01": ("06 39 98 07 01", "phone-words"),
    "0639980708 0199000708": ("06 39 98 07 08", "phone-several"),
    "06 39 98 07 08\n01 99 00 07 08": ("06 39 98 07 08", "phone-several"),
    "0590 12 34 56": ("0590 12 34 56", ""),
    "+590 590 12 34 56": ("0590 12 34 56", "phone-international"),
    "0690123456": ("0690 12 34 56", ""),
    "0262 12 34 56": ("0262 12 34 56", ""),
    "+262 692 12 34 56": ("0692 12 34 56", "phone-international"),
    "+262 269 60 12 34": ("0269 60 12 34", "phone-international"),
    "+596 696 12 34 56": ("0696 12 34 56", "phone-international"),
    "+594594123456": ("0594 12 34 56", "phone-international"),
    "+32 470 12 34 56": ("+32 470 12 34 56", ""),
    "0032470123456": ("+32 470 12 34 56", ""),
    "32470123456": ("+32 470 12 34 56", "phone-no-plus"),
    "+44 20 7946 0958": ("+44 20 7946 0958", ""),
    "": ("", ""),
}
NO_NUMBERS = {
    "6,4E+08": "phone-digits-lost",
    "3,36399807E+10": "phone-digits-lost",
    "1": "phone",
    "06 39 98 07": "phone",
    "00 00 00 00 00": "phone",
    "+33 6 39 98": "phone",
    "06 39 98 07 01 2": "phone",
    "12345678901234567890123": "phone",
    "à demander": "phone",
    "fille : 06 39 98 07 01": "phone-anothers",
    "06 39 98 07 01 (sa mère)": "phone-anothers",
    "06 39 98 07 01, en cas d'urgence": "phone-anothers",
    "fax 01 99 00 07 01": "phone",
    "06 39 98 07 01 (ne marche plus)": "phone",
    "079 123 45 67": "phone",
    "0470/12.34.56": "phone",
    "0470 12 34 56": "phone",
    "his son 06 39 98 07 01": "phone-anothers",
    "ana@example.org": "phone",
    "########": "phone",
}


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_is_written_as_it_is_called(written: str) -> None:
    found = read_number(written)
    assert (found.value, found.why.code if found.why else "", found.refused) == (*NUMBERS[written], "")
    assert read_number(found.value).value == found.value
    for language in LANGUAGES:
        say = Translator(language)
        assert found.why is None or "{" not in say.reason(found.why, "files.repair")


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_cannot_be_called_is_refused_with_its_reason(written: str) -> None:
    with pytest.raises(RowRefused) as refused:
        read_phone({"phone": written})
    assert refused.value.reason.code == NO_NUMBERS[written]
    for language in LANGUAGES:
        assert written in Translator(language)(f"files.rejected.{NO_NUMBERS[written]}", value=written)


@given(st.text() | st.text("0123456789+ .()-/Eh,", max_size=30))
def test_whatever_stands_in_a_cell_a_number_is_whole_or_refused(text: str) -> None:
    found = read_number(text)
    if found.refused or not found.value:
        return
    digits = "".join(one for one in found.value if one.isdigit())
    assert found.value.startswith("+") or (len(digits) == 10 and digits[0] == "0" and digits[1] != "0")


ADDRESSES = {
    "ana@example.org": ("ana@example.org", ""),
    " ana@example.org\u00a0": ("ana@example.org", ""),
    "ana@example.org\u200b": ("ana@example.org", "email-tidied"),
    "\u200fana@example.org": ("ana@example.org", "email-tidied"),
    "mailto:ana@example.org": ("ana@example.org", "email-tidied"),
    "voisine : tom@example.org / ana@example.org": ("ana@example.org", "email-several"),
    "ancien@example.org": ("ancien@example.org", ""),
    "perso ana@example.org": ("ana@example.org", "email-tidied"),
    "Ana Roux ana@example.org": ("ana@example.org", "email-tidied"),
    '<a href="mailto:ana@example.org">ana@example.org</a>': ("ana@example.org", "email-tidied"),
    "maman.ana@example.org": ("maman.ana@example.org", ""),
    "Ana Roux <ana@example.org>": ("ana@example.org", "email-tidied"),
    "ana@example.org.": ("ana@example.org", "email-tidied"),
    "ana@example.org;": ("ana@example.org", "email-tidied"),
    "ana＠example．org": ("ana@example.org", "email-tidied"),
    "ana @ example.org": ("ana@example.org", "email-tidied"),
    "ana@example.org / luc@example.org": ("ana@example.org", "email-several"),
    "ana@example.org, luc@example.org": ("ana@example.org", "email-several"),
    "ana@example.org\nluc@example.org": ("ana@example.org", "email-several"),
    "rené.d'été@mairie.example.org": ("rené.d'été@mairie.example.org", ""),
    "": ("", ""),
}
NO_ADDRESSES = {
    "ana@@example.org": "email-two-ats",
    "ana@b@example.org": "email-two-ats",
    "jean roux@example.org": "email",
    "jean,roux@example.org": "email",
    "jean\nroux@example.org": "email",
    "jean- roux@example.org": "email",
    "jean dot roux@example.org": "email",
    "ana@example.org (ancien)": "email",
    "ana..roux@example.org": "email",
    "ana@example..org": "email",
    "mail de son fils : tom@example.org": "email-anothers",
    "tom@example.org (conjoint)": "email-anothers",
    "ana chez example": "email",
    "ana@example": "email",
    "@example.org": "email",
    "06 39 98 07 01": "email",
}


@pytest.mark.parametrize("written", ADDRESSES)
def test_an_address_is_freed_of_what_surrounds_it(written: str) -> None:
    found = read_address(written)
    assert (found.value, found.why.code if found.why else "", found.refused) == (*ADDRESSES[written], "")
    assert read_email({"email": found.value}) == found.value


@pytest.mark.parametrize("written", NO_ADDRESSES)
def test_what_is_no_address_is_refused_with_its_reason(written: str) -> None:
    with pytest.raises(RowRefused) as refused:
        read_email({"email": written})
    assert refused.value.reason.code == NO_ADDRESSES[written]


def test_a_cell_put_right_is_said_beside_its_line_and_a_refused_one_stays_as_it_was() -> None:
    reading = read("Nom;Téléphone;Courriel\nAna;639980701;Ana <ana@example.org>\nLuc;6,4E+08;luc@@example.org\n")
    assert tell(reading, "phone", "email") == [("06 39 98 07 01", "ana@example.org"), ("6,4E+08", "luc@@example.org")]
    assert [(one.column, one.before, one.why.code) for one in reading.lines[0].repairs] == [
        ("phone", "639980701", "phone-zero"),
        ("email", "Ana <ana@example.org>", "email-tidied"),
    ]
    assert reading.lines[1].repairs == ()


def test_of_two_columns_of_numbers_one_is_kept_and_the_other_is_named() -> None:
    reading = read("Nom;Tél fixe;Portable\nAna;01 99 00 07 08;06 39 98 07 01\nLuc;;06 39 98 07 02\n")
    assert tell(reading, "phone") == [("06 39 98 07 01",), ("06 39 98 07 02",)]
    (repair,) = reading.lines[0].repairs
    assert (repair.why.code, repair.why.values["others"]) == ("several-columns", "01 99 00 07 08")


@pytest.mark.parametrize("read", [read_number, read_address])
@pytest.mark.parametrize("sign", ["(", "a", "a.", "1 "])
def test_a_document_in_a_cell_is_refused_at_once(read: Callable[[str], Found], sign: str) -> None:
    assert read(sign * 200_000).refused
