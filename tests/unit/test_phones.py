"""A telephone number has one written form, typed on a phone or read in a file."""

from __future__ import annotations

import pytest

from workshop_kit.domain.entries import read_phone
from workshop_kit.domain.phones import write_phone


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0639980701", "06 39 98 07 01"),
        ("06.39.98.07.01", "06 39 98 07 01"),
        ("+33 6 39 98 07 01", "06 39 98 07 01"),
        ("+33 (0)6 39 98 07 01", "06 39 98 07 01"),
        ("0033639980701", "06 39 98 07 01"),
        ("0590123456", "0590 12 34 56"),
        ("+262 692 12 34 56", "0692 12 34 56"),
        ("+32 470 12 34 56", "+32 470 12 34 56"),
        ("", ""),
    ],
)
def test_a_number_typed_on_a_phone_is_kept_as_a_file_s_would_be(typed: str, written: str) -> None:
    assert read_phone(typed) == written
    assert write_phone(written) == written


def test_a_number_that_is_no_french_one_stays_as_it_was_typed() -> None:
    assert read_phone("123 456") == "123 456"
