"""What people enter is cleaned and limited alike, wherever it comes from."""

from __future__ import annotations

import unicodedata

import pytest

from workshop_kit.domain import entries
from workshop_kit.domain.entries import (
    EMAIL,
    IDEA,
    INTEREST,
    MINUTES,
    PHONE,
    PSEUDONYM,
    STAKE,
    STATEMENT,
    Text,
    Whole,
    clean_line,
    clean_name,
    clean_text,
    looks_like,
    read_email,
    read_one_of,
    read_phone,
)
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator

TEXTS = {name: kind for name, kind in vars(entries).items() if isinstance(kind, Text)}
SCALES = {name: kind for name, kind in vars(entries).items() if isinstance(kind, Whole)}
#: Those that a person fills in; what only a page counts is malformed off its scale, and says no more.
SAID = {name: kind for name, kind in SCALES.items() if kind.refusal != "malformed-intention"}


def refusal(kind: Text | Whole, value: object) -> InvalidEntry:
    with pytest.raises(InvalidEntry) as refused:
        kind.read(value)
    return refused.value


def test_accents_are_composed_and_what_nobody_can_read_is_left_out() -> None:
    assert clean_text(unicodedata.normalize("NFD", "Été")) == "Été"
    assert clean_text("  a\x00b\u202ec\ud800  ") == "abc"


def test_a_character_newer_than_this_python_is_kept_and_one_that_can_never_be_is_not() -> None:
    assert clean_text("un cœur \U0001fa77, un visage \U0001fae9") == "un cœur \U0001fa77, un visage \U0001fae9"
    unassigned = "\U0001faff"  # by every Unicode so far
    assert clean_text(f"un signe {unassigned}") == f"un signe {unassigned}"
    assert clean_text("a\ufdd0b\uffffc\U0010ffffd") == "abcd"


def test_a_text_keeps_its_line_breaks_and_a_line_has_none() -> None:
    assert clean_text("un\r\ndeux\rtrois") == "un\ndeux\ntrois"
    assert clean_line(" un \r\n deux\t trois ") == "un deux trois"


def test_accents_do_not_climb_over_other_lines() -> None:
    assert clean_text("a" + "\u0338" * 50) == "a" + "\u0338" * 4


def test_a_zero_width_joiner_stays_in_a_text_and_goes_from_a_name() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert clean_text(family) == family
    assert clean_name("Fleur\u200dette") == "Fleurette"


@pytest.mark.parametrize("nobody", ["", "   ", "\u3164", "\u2800 \u2800", "\u0301", "\u200d\u200b"])
def test_a_name_of_which_nothing_shows_is_no_name(nobody: str) -> None:
    assert clean_name(nobody) == ""


@pytest.mark.parametrize("value", [None, 3, True, ["a"], {"a": 1}, b"a"])
def test_what_is_no_text_is_no_entry(value: object) -> None:
    assert refusal(STATEMENT, value).code == "malformed-intention"
    for read in (read_email, read_phone):
        with pytest.raises(InvalidEntry, match="malformed-intention"):
            read(value)


@pytest.mark.parametrize(("one", "other"), [("Rosa", "Rоsа"), ("ÉLAN", "elan"), ("Paul", "paul ")])
def test_two_names_that_the_eye_takes_for_one_look_alike(one: str, other: str) -> None:
    assert looks_like(one) == looks_like(clean_name(other))


@pytest.mark.parametrize("kind", TEXTS.values(), ids=TEXTS)
def test_a_text_of_the_longest_length_is_taken_and_one_letter_more_is_not(kind: Text) -> None:
    assert kind.read("a" * kind.longest) == "a" * kind.longest
    refused = refusal(kind, "a" * (kind.longest + 1))
    assert (refused.code, refused.values["length"]) == ("text-too-long", kind.longest + 1)


@pytest.mark.parametrize("kind", TEXTS.values(), ids=TEXTS)
def test_nothing_is_taken_only_where_it_may_be_left_empty(kind: Text) -> None:
    if kind.shortest == 0:
        assert kind.read(" \n ") == ""
    else:
        assert refusal(kind, " \n ").code == (kind.missing or "text-too-short")


def test_a_length_is_that_of_the_cleaned_text() -> None:
    assert STAKE.read("  Logement   digne \n") == "Logement digne"
    assert refusal(IDEA, "a  ").code == "text-too-short"
    assert refusal(IDEA, "a" * 1001 + "  ").values["length"] == 1001
    assert PSEUDONYM.read(" " * 100 + "Ortie") == "Ortie"


@pytest.mark.parametrize("kind", SCALES.values(), ids=SCALES)
def test_both_ends_of_a_scale_are_on_it_and_the_next_are_not(kind: Whole) -> None:
    assert (kind.read(kind.least), kind.read(kind.most)) == (kind.least, kind.most)
    for off in (kind.least - 1, kind.most + 1):
        refused = refusal(kind, off)
        assert (refused.code, refused.values["value"]) == (kind.refusal, off)


@pytest.mark.parametrize("value", [True, False, 1.0, "1", None, [1]])
def test_what_is_no_whole_number_is_no_answer(value: object) -> None:
    assert refusal(MINUTES, value).code == "timer-out-of-range"


def test_a_zero_is_an_answer() -> None:
    assert INTEREST.read(0) == 0


@pytest.mark.parametrize("written", ["", "jeanne@mairie.example", " jeanne.petit+atelier@val-brume.example.org "])
def test_an_address_is_taken_without_its_spaces(written: str) -> None:
    assert read_email(written) == written.strip()


@pytest.mark.parametrize(
    "slip", ["jeanne", "jeanne@", "@mairie.fr", "jeanne@mairie", "a b@mairie.fr", "a@b@c.fr", "a@b.fr, c@d.fr", "a@b.f"]
)
def test_a_slip_in_an_address_is_refused_with_what_was_received(slip: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_email(slip)
    assert (refused.value.code, refused.value.values) == ("email-shape", {"received": slip})


def test_an_address_has_its_longest_length_too() -> None:
    with pytest.raises(InvalidEntry, match="email-shape"):
        read_email("a" * EMAIL.longest + "@b.fr")


@pytest.mark.parametrize("written", ["", "06 39 98 12 34", "+33 (0)6-39-98-12-34", "06.39.98.12.34"])
def test_a_number_is_taken_as_people_write_it(written: str) -> None:
    assert read_phone(written) == ("06 39 98 12 34" if written else "")


@pytest.mark.parametrize("written", ["39 49 00", "+32 470 12 34 56", "0032 470 12 34 56", "020 7946 0018"])
def test_a_number_of_another_kind_or_country_stays_as_it_was_typed(written: str) -> None:
    assert read_phone(written) == written


@pytest.mark.parametrize(
    "slip", ["12345", "appelez-moi", "0612345", "03 86 12 34 5", "06 39 98 12 34 ou 79", "+" + "1" * PHONE.longest]
)
def test_a_slip_in_a_number_is_refused(slip: str) -> None:
    with pytest.raises(InvalidEntry, match="phone-shape"):
        read_phone(slip)


def test_a_word_that_is_not_allowed_is_told_back_shortened() -> None:
    assert read_one_of("fr", ("fr", "en"), "unknown-language") == "fr"
    with pytest.raises(InvalidEntry) as refused:
        read_one_of("d" * 100, ("fr", "en"), "unknown-language")
    assert refused.value.values == {"received": "d" * 60}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TEXTS.values(), ids=TEXTS)
def test_a_text_s_refusal_says_its_length_and_the_longest(kind: Text, language: str) -> None:
    say = Translator(language)
    said = say.sentence(refusal(kind, "a" * (kind.longest + 1)))
    assert str(kind.longest + 1) in said
    assert str(kind.longest) in said.replace(str(kind.longest + 1), "")
    if kind.shortest:
        assert "{" not in say.sentence(refusal(kind, ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SAID.values(), ids=SAID)
def test_a_scale_s_refusal_says_what_was_received_and_how_far_it_goes(kind: Whole, language: str) -> None:
    said = Translator(language).sentence(refusal(kind, kind.most + 7))
    assert str(kind.most + 7) in said
    assert str(kind.most) in said.replace(str(kind.most + 7), "")
